# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs shinsactl as a person or a script would, each store in a folder of its own."""

import hashlib
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

PROGRAM = os.environ['SHINSACTL']


class Result:
    """What one call left behind; output stays bytes, since a packet may be among it."""

    def __init__(self, words, done):
        self.words = ' '.join(str(word) for word in words)
        self.status = done.returncode
        self.bytes = done.stdout
        self.error = done.stderr.decode()

    @property
    def text(self):
        return self.bytes.decode()

    @property
    def json(self):
        """The one document on standard output; anything after it is an error of json.loads()."""
        return json.loads(self.text)

    def expect(self, status):
        assert self.status == status, \
            f'{self.words}: exit {self.status} instead of {status}\n{self.error}{self.bytes[:2000]}'
        return self


def call(*words, given=None, locale='C.UTF-8'):
    """`given` is standard input. Nothing is found in the home of whoever runs the tests."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, HOME=home, LC_ALL=locale)
        done = subprocess.run([PROGRAM, *map(str, words)], input=given, env=environment,
                              capture_output=True, timeout=100, check=False)
    return Result(words, done)


class Store:
    """A store of a computer, worked on as one identity unless a call names another."""

    used = set()

    def __init__(self, folder, identity=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path = self.folder / 'store.db'
        self.identity = identity

    def call(self, *words, identity=None, given=None, locale='C.UTF-8'):
        who = identity or self.identity
        common = ['--store', self.path] + (['--as', who] if who else [])
        return call(*common, *words, given=given, locale=locale)

    def say(self, *words, **how):
        """The text of a call that does what it was asked to, without a word of complaint."""
        result = self.call(*words, **how).expect(0)
        assert result.error == '', f'{result.words}: {result.error}'
        return result.text

    def json(self, *words, **how):
        """The document of a call that does what it was asked to."""
        result = self.call('--json', *words, **how).expect(0)
        Store.used.add(words[:2])
        return result.json

    def refused(self, *words, status=1, **how):
        """The sentence of a call that is refused, in text and in JSON alike, by its own word."""
        result = self.call('--json', *words, **how).expect(status)
        error = result.json['error']
        assert result.error == error['sentence'] + '\n', result.error
        return error['sentence']

    def dump(self):
        """A digest of all rows, which tells whether anything was changed, and the keys."""
        digest = hashlib.sha256()
        with sqlite3.connect(f'file:{self.path}?mode=ro', uri=True) as database:
            tables = [name for name, in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            for table in tables:
                for row in database.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2'):
                    digest.update(repr(row).encode())
        database.close()
        keys = sorted(path.name for path in (self.folder / 'keys').glob('*'))
        return digest.hexdigest(), keys


def verbs():
    """(noun, verb, arguments) of everything there is, as the help says it."""
    found = []
    for line in call('--help').expect(0).text.splitlines():
        noun = line.split()[0] if line.startswith('  ') else ''
        if noun.isalpha() and line[2 + len(noun):].startswith('  '):
            found += verbs_of(noun)
    return found


def verbs_of(noun):
    found = []
    for line in call(noun, '--help').expect(0).text.splitlines():
        words = line.split()
        if line.startswith(f'  {noun} '):
            found.append((noun, words[1], words[2:]))
    return found
