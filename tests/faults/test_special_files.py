#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pipe or a device where a file is meant is neither waited for, nor read, nor replaced."""

import functools
import os
import pathlib
import stat
import tempfile

import shinsactl
import tap

READING = (
    ('packet', 'show'),
    ('packet', 'read'),
    ('record', 'verify'),
    ('round', 'create'),
    ('review', 'enter', 'tokai', 'd', '--source', 'paper'),
)
NOT_A_FILE = 'it is a pipe or a device, not a file'


def refuses_to_read(path, words, store):
    result = store.call(*words, path).expect(1)
    assert NOT_A_FILE in result.error, result.error


def refuses_to_write(words, store, pipe):
    sentence = store.refused(*words, pipe)
    assert 'a pipe or a device' in sentence, sentence
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert not pipe.with_name(pipe.name + '.part').exists()


def refuses_to_open(path):
    result = shinsactl.call('--store', path, 'round', 'list').expect(1)
    assert result.error == \
        f'“{path}” is a pipe or a device and was left as it is. Choose another file.\n'


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = shinsactl.Store(pathlib.Path(folder) / 'store', 'desk')
        store.say('round', 'practice', pathlib.Path(folder) / 'members')
        pipe = pathlib.Path(folder) / 'pipe.shinsa'
        os.mkfifo(pipe)
        # A device is only ever read here: who may replace one would do so, were this to go wrong.
        cases = [(f'{" ".join(words[:2])} from {path.name}',
                  functools.partial(refuses_to_read, path, words, store))
                 for path in (pipe, pathlib.Path('/dev/zero')) for words in READING]
        cases += [(f'{" ".join(words[:2])} to a pipe',
                   functools.partial(refuses_to_write, words, store, pipe))
                  for words in (('round', 'export', '-o'), ('store', 'backup'))]
        cases += [(f'store in {path.name}', functools.partial(refuses_to_open, path))
                  for path in (pipe, pathlib.Path('/dev/zero'))]
        tap.run(cases)


if __name__ == '__main__':
    main()
