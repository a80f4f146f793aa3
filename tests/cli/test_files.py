#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packets, records and stores that are not as they should be, and a folder that is watched."""

import functools
import gzip
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time

import mutate
import packets
import shinsactl
import tap

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / 'resources' / 'samples' \
    / 'regional-2021-1.round.json'
NOBODY = 65534
PATIENCE = 30


def pack(lines):
    return lines[0] + b'\n' + gzip.compress(b''.join(line + b'\n' for line in lines[1:]))


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode()


class World:
    """A round that is decided, and one packet of it."""

    def __init__(self, folder):
        self.folder = folder
        self.desk = shinsactl.Store(folder / 'desk', 'desk')
        self.desk.say('round', 'practice', folder / 'members')
        self.before, self.after = sorted((folder / 'members').iterdir())
        self.packet = sorted(self.before.iterdir())[0].read_bytes()
        self.lines = packets.lines(self.packet)

    @functools.cached_property
    def record(self):
        """The bytes of a decision record, for which the round is decided first."""
        for file in sorted(self.before.iterdir()):
            self.desk.say('packet', 'read', file)
        self.desk.say('interest', 'declare', 'tokai', 'none', identity='b')
        self.desk.say('review', 'abstain', 'tokai', identity='b')
        self.desk.say('phase', 'close', 'paper')
        for name in ('chair', 'deputy', 'a', 'b', 'c', 'd', 'e'):
            self.desk.say('attendance', 'set', name, 'in_room')
        self.desk.say('decision', 'propose', 'tokai', 'registered')
        self.desk.say('decision', 'confirm', '--method', 'vote', identity='chair')
        return self.desk.call('record', 'export', '--profile', 'secretariat', '-o', '-') \
            .expect(0).bytes

    def changed_line(self, word, member, value):
        """The packet with one member of the last line of a kind changed."""
        place = max(i for i, line in enumerate(self.lines) if f'"line":"{word}"'.encode() in line)
        line = canonical({**json.loads(self.lines[place]), member: value})
        return pack([*self.lines[:place], line, *self.lines[place + 1:]])


SOURCE = 'Copy it again from its source.'
SENDER = 'Ask its sender for the file again.'

# name, what it is made of, code, what is said of it
BAD_PACKETS = (
    ('packet is empty', lambda w: b'', 'invalid', f'is empty. Nothing was taken in. {SOURCE}'),
    ('packet is a text', lambda w: b'Hello\n', 'invalid',
     'is not a packet of Shinsa. Nothing was taken in. Please check which file was chosen.'),
    ('packet is cut', lambda w: w.packet[:-1], 'invalid',
     f'ends in the middle (after line 26). Nothing was taken in. {SOURCE}'),
    ('packet goes on', lambda w: w.packet + b'x', 'invalid',
     f'goes on after its end (line 26). Nothing was taken in. {SOURCE}'),
    ('packet in two parts', lambda w: w.packet + gzip.compress(b'x\n'), 'invalid',
     f'goes on after its end (line 26). Nothing was taken in. {SOURCE}'),
    ('packet of a newer version', lambda w: w.packet.replace(b'"format":1', b'"format":2', 1),
     'newer', 'was made by a newer version of Shinsa. Nothing was taken in. Install that version '
              'and take the file in again.'),
    ('packet is not packed', lambda w: b'\n'.join(w.lines) + b'\n', 'invalid',
     f'is damaged after line 1. Nothing was taken in. {SOURCE}'),
    ('packet is encrypted', lambda w: w.packet.replace(b'"keys":[]', b'"keys":["x"]', 1),
     'invalid', ', line 1: the packet is encrypted or was changed on its way. Nothing was taken '
                'in. Ask its sender for a plain one.'),
    ('packet has no end', lambda w: pack(w.lines[:-1]), 'invalid',
     f'has no last line (after line 25). Nothing was taken in. {SENDER}'),
    ('lines in another order', lambda w: pack([w.lines[0], w.lines[2], w.lines[1], *w.lines[3:]]),
     'invalid', ', line 2: This entry stands before the feed it belongs to. Nothing was taken in. '
                + SENDER),
    ('a level is another', lambda w: pack([line.replace(b'"level":4', b'"level":3', 1)
                                           for line in w.lines]),
     'signature', ', line 20: The hash is not that of the body beside it. Nothing was taken in. '
                  + SENDER),
    ('spaces in a line', lambda w: pack([w.lines[0], w.lines[1].replace(b':', b': ', 1),
                                         *w.lines[2:]]),
     'invalid', ', line 2: This is not JSON in its canonical form. Nothing was taken in. '
                + SENDER),
    ('unknown kind of line', lambda w: pack([w.lines[0], b'{"line":"news"}', *w.lines[1:]]),
     'invalid', f', line 2: /line: there is no such kind of line. Nothing was taken in. {SENDER}'),
    ('head signed by nobody', lambda w: w.changed_line('head', 'signature', '00' * 64),
     'signature', ', line 25: The signature is wrong: what was signed has been changed, or '
                  f'somebody else signed it. Nothing was taken in. {SENDER}'),
    ('end signed by nobody', lambda w: w.changed_line('end', 'signature', '00' * 64),
     'signature', ', line 26: The signature is wrong: what was signed has been changed, or '
                  f'somebody else signed it. Nothing was taken in. {SENDER}'),
    ('another digest', lambda w: w.changed_line('end', 'digest', '00' * 32),
     'signature', ', line 26: /digest: the lines before are not those that were signed. Nothing '
                  f'was taken in. {SENDER}'),
)

CHANGED = '/signature/value: the record was changed after the desk signed it.'


def with_value(path, value):
    return lambda record: canonical(mutate.change(json.loads(record), path, value))


BAD_RECORDS = (
    ('record is empty', lambda record: b'', 'invalid',
     'There is nothing to read: the text is empty.'),
    ('record is a list', lambda record: b'[]', 'invalid',
     'The document is not an object: it must begin with “{”.'),
    ('record is another document', with_value('format', 'shinsa.round'), 'invalid',
     'This is not a decision record.'),
    ('record is printed nicely', lambda record: json.dumps(json.loads(record), indent=2).encode(),
     'invalid', 'Its bytes are not in the canonical form in which records are written.'),
    ('threshold of a record changed', with_value('definition.requirement_set.items.0.threshold', 2),
     'signature', CHANGED),
    ('name in a record changed', with_value('applications.3.name.en', 'Other'), 'signature',
     CHANGED),
    ('application left out of a record', with_value('applications.3', mutate.GONE), 'signature',
     CHANGED),
    ('time in a record changed', with_value('journal.entries.5.at', '2020-01-01T00:00:00+09:00'),
     'signature', CHANGED),
    ('record signed by nobody', with_value('signature.value', '00' * 64), 'signature', CHANGED),
)


def bad_packets(world):
    def case(make, code, words):
        def check():
            file = world.folder / 'bad.shinsa'
            file.write_bytes(make(world))
            before = world.desk.dump()
            result = world.desk.call('--json', 'packet', 'read', file).expect(1)
            space = '' if words.startswith(',') else ' '
            sentence = f'“bad.shinsa”{space}{words}'
            assert result.json == {'packets': [{'file': 'bad.shinsa', 'error': {
                'code': code, 'sentence': sentence}}]}, f'{result.error}is not\n{sentence}'
            assert result.error == sentence + '\n'
            assert world.desk.dump() == before
        return check
    return [(name, case(make, code, words)) for name, make, code, words in BAD_PACKETS]


def bad_records(world):
    def case(make, code, words):
        def check():
            result = world.desk.call('--json', 'record', 'verify', '-', given=make(world.record))
            sentence = f'“standard-input” cannot be relied on. {words}'
            assert result.expect(1).json == {'error': {'code': code, 'sentence': sentence}}, \
                f'{result.error}is not\n{sentence}'
        return check
    return [(name, case(make, code, words)) for name, make, code, words in BAD_RECORDS]


def record_of_a_newer_version(world):
    assert world.desk.refused('record', 'verify', '-',
                              given=with_value('version', 2)(world.record)) == \
        '“standard-input” was made by a newer version of Shinsa. Verify it with that one.'


def record_of_another_round(world):
    assert world.desk.refused('record', 'verify', '-', '--root', '00' * 32,
                              given=world.record) == \
        '“standard-input” is of another round than the one whose root key you named.'


def input_that_cannot_be_read(world):
    """What breaks off is not taken for an end."""
    folder = os.open(world.folder, os.O_RDONLY)
    try:
        done = subprocess.run([shinsactl.PROGRAM, 'record', 'verify', '-'], stdin=folder,
                              env=dict(os.environ, LC_ALL='C.UTF-8'), capture_output=True,
                              timeout=PATIENCE, check=False)
    finally:
        os.close(folder)
    assert done.returncode == 1, done
    assert done.stderr.decode() == \
        '“standard-input” cannot be used: Is a directory. Nothing was changed.\n', done.stderr


def packet_of_another_round(world):
    other = shinsactl.Store(world.folder / 'other')
    other.say('round', 'create', SAMPLE)
    file = world.folder / 'submission.shinsa'
    file.write_bytes(world.packet)
    before = other.dump()
    assert other.call('packet', 'read', file).expect(1).error == \
        '“submission.shinsa” belongs to another round. Nothing was taken in. Please check the ' \
        'file name.\n'
    assert other.dump() == before


def packet_of_another_member(world):
    world.folder.joinpath('issued').mkdir()
    files = world.desk.json('packet', 'issue', 'news', '-o', world.folder / 'issued')['files']
    own, others = ([file for file in files if f'_Member-{name}_' in file][0] for name in 'AC')
    laptop = shinsactl.Store(world.folder / 'laptop')
    laptop.say('packet', 'read', own)
    laptop.say('member', 'use', 'a')
    before = laptop.dump()
    assert laptop.call('packet', 'read', others).expect(1).error == \
        f'“{pathlib.Path(others).name}” is for another member. Nothing was taken in. Ask the ' \
        'secretariat for your own file.\n'
    assert laptop.dump() == before


def one_bad_packet_keeps_no_other(world):
    """What is wrong with one does not keep the next from being taken in."""
    laptop = shinsactl.Store(world.folder / 'second')
    files = world.desk.json('packet', 'issue', 'news', '-o', world.folder / 'issued')['files']
    missing = world.folder / 'missing.shinsa'
    result = laptop.call('--json', 'packet', 'read', missing, files[0]).expect(1)
    first, second = result.json['packets']
    assert first['error'] == {'code': 'not_found', 'sentence': '“missing.shinsa” is not there. '
                              'Nothing was taken in. Please check the file name.'}
    assert second['new_round'] is True and second['fingerprint'] in second['sentence']


def a_folder_is_watched(world):
    folder = world.folder / 'watched'
    folder.mkdir()
    store = shinsactl.Store(world.folder / 'third')
    file = pathlib.Path(world.desk.json('packet', 'issue', 'news', '-o',
                                        world.folder / 'issued')['files'][0])
    packet = file.read_bytes()
    # This one is still being copied.
    (folder / 'half.shinsa').write_bytes(packet[:-100])
    with subprocess.Popen([shinsactl.PROGRAM, '--store', store.path, 'packet', 'watch', folder],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL='C.UTF-8')) as watcher:
        try:
            assert 'half.shinsa” ends in the middle' in watcher.stdout.readline()
            shutil.copy(file, world.folder / 'one.part')
            (world.folder / 'one.part').rename(folder / 'one.shinsa')
            assert 'was added to this computer' in watcher.stdout.readline()
            (folder / 'note.txt').write_text('Not a packet')
            shutil.copy(file, folder / 'two.part')
            (folder / 'two.part').rename(folder / 'two.shinsa')
            assert watcher.stdout.readline() == \
                '“two.shinsa” holds nothing new. Nothing was changed.\n'
            with (folder / 'half.shinsa').open('ab') as half:
                half.write(packet[-100:])
            assert watcher.stdout.readline() == \
                '“half.shinsa” holds nothing new. Nothing was changed.\n'
            assert watcher.poll() is None
        finally:
            watcher.terminate()
            watcher.wait(PATIENCE)


def refuse_store(path, sentence):
    """Nothing is written, beside it neither, whether it is to be read or to be changed."""
    before = path.read_bytes()
    for words in (('round', 'list'), ('packet', 'read', 'x.shinsa'), ('round', 'practice')):
        result = shinsactl.call('--json', '--store', path, *words).expect(1)
        assert result.error == f'“{path}” {sentence}\n', result.error
        assert path.read_bytes() == before


def store_of_a_newer_version(world):
    path = world.folder / 'newer.db'
    world.desk.say('store', 'backup', path)
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA user_version = 99')
    database.close()
    refuse_store(path, 'was made by a newer version of Shinsa and was left as it is. Install that '
                       'version to open it.')


def store_that_is_none(world):
    path = world.folder / 'text.db'
    path.write_bytes(b'This is no store at all. ' * 500)
    refuse_store(path, 'is no database and was left as it is. Choose another file.')


def store_of_another_program(world):
    path = world.folder / 'foreign.db'
    with sqlite3.connect(path) as database:
        database.execute('CREATE TABLE thing (name TEXT)')
    database.close()
    refuse_store(path, 'belongs to another program and was left as it is. Choose another file.')


def store_that_is_cut(world):
    path = world.folder / 'half.db'
    world.desk.say('store', 'backup', path)
    path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])
    refuse_store(path, 'is damaged and was left as it is. Restore a backup.')


def unprivileged(path, *words):
    """Runs the program as somebody to whom permissions mean something."""
    user = NOBODY if os.geteuid() == 0 else None
    try:
        return subprocess.run([shinsactl.PROGRAM, '--store', path, *words], user=user,
                              capture_output=True, check=False, cwd='/',
                              env=dict(os.environ, LC_ALL='C.UTF-8', HOME='/nonexistent'))
    except PermissionError as reason:
        raise tap.Skip('nobody may run the program from here') from reason


def store_that_may_not_be_written(world):
    folder = world.folder / 'locked'
    store = shinsactl.Store(folder)
    store.say('round', 'create', SAMPLE)
    before = store.path.read_bytes()
    world.folder.chmod(0o755)
    for place, mode in ((store.path, 0o444), (folder, 0o555)):
        if os.geteuid() == 0:
            os.chown(place, NOBODY, NOBODY)
        place.chmod(mode)
    try:
        for words in (('round', 'practice'), ('packet', 'read', 'x.shinsa')):
            done = unprivileged(store.path, *words)
            assert done.returncode == 1, done
            assert done.stderr.decode() == \
                f'“{store.path}” or its folder may not be written to, so nothing was changed. ' \
                'Change the permissions or use another folder.\n', done.stderr.decode()
        assert store.path.read_bytes() == before
    finally:
        folder.chmod(0o755)


def two_at_once(world):
    """Two calls that write the same store wait for one another."""
    store = shinsactl.Store(world.folder / 'shared', 'desk')
    store.say('round', 'create', SAMPLE)
    calls = [subprocess.Popen([shinsactl.PROGRAM, '--store', store.path, 'note', 'add', 'tokai',
                               f'Note {number}'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=dict(os.environ, LC_ALL='C.UTF-8')) for number in range(6)]
    started = time.monotonic()
    for call in calls:
        _, error = call.communicate(timeout=PATIENCE)
        assert call.returncode == 0, error
    assert len(store.json('note', 'list')['notes']) == 6, time.monotonic() - started


CASES = (
    packet_of_another_round, packet_of_another_member, one_bad_packet_keeps_no_other,
    a_folder_is_watched, input_that_cannot_be_read, record_of_a_newer_version,
    record_of_another_round, store_of_a_newer_version, store_that_is_none,
    store_of_another_program, store_that_is_cut, store_that_may_not_be_written, two_at_once,
)

with tempfile.TemporaryDirectory() as root:
    files_of_a_round = World(pathlib.Path(root))
    tap.run([*bad_packets(files_of_a_round), *bad_records(files_of_a_round),
             *((case.__name__, lambda case=case: case(files_of_a_round)) for case in CASES)])
