#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the test vectors beside it: fixed bytes that the program has to meet.

Usage: make_vectors.py [FOLDER]. Without a folder the files are written where this script is.
Every run gives the same bytes. All keys in here are for practice.
"""

import pathlib
import sys

import interview_round
import practice
import record_round
import suggestion_cases
import two_laptops

import canonical  # after practice, which knows where it is

WIDTH = 96
PRACTICE = 'Made by make_vectors.py. The keys are for practice: anybody can have them.'


def in_one_line(value):
    if isinstance(value, list):
        return '[' + ', '.join(map(in_one_line, value)) + ']'
    if isinstance(value, dict):
        return '{' + ', '.join(f'{canonical.string(name)}: {in_one_line(item)}'
                               for name, item in value.items()) + '}'
    return canonical.write(value)


def pretty(value, indent=''):
    """JSON for people: one line for whatever fits into one."""
    line = in_one_line(value)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, (dict, list)):
        return line
    inner = indent + '  '
    if isinstance(value, list):
        parts = [pretty(item, inner) for item in value]
        return '[\n' + ',\n'.join(inner + part for part in parts) + f'\n{indent}]'
    parts = [f'{canonical.string(name)}: {pretty(item, inner)}' for name, item in value.items()]
    return '{\n' + ',\n'.join(inner + part for part in parts) + f'\n{indent}}}'


def document(value):
    return (pretty(value) + '\n').encode('utf-8')


def entry(feed, seq):
    """One entry as text, with everything that is computed from it."""
    header, body = feed.headers[seq - 1], feed.bodies[seq - 1]
    return {'kind': header['kind'],
            'body': canonical.write(body), 'body_hash': canonical.body_hash(body),
            'header': canonical.write(header), 'hash': feed.hashes[seq - 1]}


def entry_json(story):
    """The newest submission of the member, and the head that signs it."""
    feed = story.member
    return document({
        'note': PRACTICE + ' body, header and head are the exact bytes, as UTF-8.',
        'practice': True,
        'seed': feed.seed.hex(),
        'public': feed.id,
        **entry(feed, len(feed.headers)),
        'head': canonical.write(feed.head()),
        'signature': feed.signed_head()['signature'],
    })


def submission_json(story, lines):
    feed = story.member
    return document({
        'note': PRACTICE + ' What packet-submission.shinsa holds.',
        'practice': True,
        'first': practice.FIRST_LINE.decode().rstrip('\n'),
        'round': feed.round, 'sender': feed.id, 'member': feed.member,
        'entries': [{'seq': header['seq'], 'kind': header['kind'], 'hash': digest}
                    for header, digest in zip(feed.headers, feed.hashes)],
        'lines': [line['line'] for line in lines],
        'end': lines[-1],
    })


def keys_json(feeds):
    return document({'note': PRACTICE, 'practice': True,
                     **{name: {'public': feed.id, 'seed': feed.seed.hex()}
                        for name, feed in feeds.items()}})


def whole_round(folder, story):
    """A round up to its record: everything as one packet, the keys, the record in each profile."""
    feeds = {'desk': story.desk, **story.feeds}
    register, _ = practice.packet(list(feeds.values()), story.desk, 'news', ['a'])
    found = {'round.shinsa': register, 'keys.json': keys_json(feeds),
             **record_round.records(story)}
    return {f'{folder}/{name}': data for name, data in found.items()}


def vectors():
    """Name and bytes of every file."""
    story = two_laptops.tell()
    submission, lines = practice.packet([story.member], story.member, 'submission', ['desk'])
    register, _ = practice.packet([story.desk, story.member], story.desk, 'news', ['a'])
    return {
        'entry.json': entry_json(story),
        'packet-submission.shinsa': submission,
        'packet-submission.json': submission_json(story, lines),
        'suggestion.json': document(suggestion_cases.table()),
        'two-laptops/round.shinsa': register,
        'two-laptops/official.txt': two_laptops.official(story).encode('utf-8'),
        'two-laptops/keys.json': keys_json({'desk': story.desk, 'a': story.member}),
        **whole_round('four-members', record_round.tell()),
        **whole_round('interviews', interview_round.tell()),
    }


def main(folder):
    for name, data in vectors().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == '__main__':
    here = pathlib.Path(__file__).resolve().parent
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here)
