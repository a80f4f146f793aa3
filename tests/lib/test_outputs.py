#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What shinsactl writes stands before those who know nothing of it.

The practice round goes from its declarations to the decision records. Every packet, record and
definition that comes out is held against the schemas, and the records are verified again.
"""

import json
import os
import pathlib
import subprocess
import tempfile

import packets
import schemas
import tap
import verify_record

SHINSACTL = os.environ['SHINSACTL']
VECTORS = pathlib.Path(__file__).resolve().parents[1] / 'data' / 'vectors'
APPLICATIONS = ('hokkaido-prime', 'tsuruoka', 'nagaoka', 'tokai', 'fukuoka')
# As it was published: four are certified, one is registered.
OUTCOMES = {application: 'certified' for application in APPLICATIONS} | {'tokai': 'registered'}


class Practice:
    """The practice round in a folder of its own."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def run(self, *words, identity='desk'):
        command = [SHINSACTL, '--store', self.folder / 'store.db', '--as', identity, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f'{" ".join(map(str, words))}: {done.stderr}'
        return done.stdout

    def json(self, *words, identity='desk'):
        return json.loads(self.run('--json', *words, identity=identity))


def play(practice):
    """Member B, whose sheets are empty, gives every requirement a 3; the committee agrees."""
    practice.run('round', 'practice', practice.folder / 'members')
    for application in APPLICATIONS:
        practice.run('interest', 'declare', application, 'none', identity='b')
        for requirement in practice.json('round', 'show')['requirements']:
            practice.run('score', 'set', application, requirement['code'], '3', identity='b')
        practice.run('overall', 'set', application, '3', identity='b')
        practice.run('review', 'submit', application, identity='b')
    before, after = sorted((practice.folder / 'members').iterdir())
    practice.run('packet', 'read', *sorted(before.iterdir()))
    practice.run('phase', 'close', 'paper')
    practice.run('packet', 'read', *sorted(after.iterdir()))
    for member in ('chair', 'deputy', 'a', 'b', 'c', 'd', 'e'):
        practice.run('attendance', 'set', member, 'in_room')
    for application, outcome in OUTCOMES.items():
        practice.run('decision', 'propose', application, outcome, '--instructed-by', 'chair')
    practice.run('decision', 'confirm', *APPLICATIONS, '--method', 'unanimous', identity='chair')


def export(practice):
    """Everything that can be written, into a folder."""
    folder = practice.folder / 'written'
    folder.mkdir()
    for profile in verify_record.PROFILES:
        more = ('--application', 'tokai') if profile == 'applicant' else ()
        practice.run('record', 'export', '--profile', profile, *more,
                     '-o', folder / f'{profile}.json')
    practice.run('round', 'export', '-o', folder / 'round.json')
    practice.run('packet', 'issue', 'news', '-o', folder)
    practice.run('packet', 'write', '-o', folder / 'b.shinsa', identity='b')
    return folder


def accept(schema, value, part=None):
    error = schemas.first_error(schema, value, part)
    assert error is None, f'{error.json_path}: {error.message}'


def packets_go_with_the_schema(folder):
    found = sorted(folder.rglob('*.shinsa'))
    assert len(found) >= 8, found
    for path in found:
        values = packets.values(path.read_bytes())
        for value in values:
            accept('packet-lines', value)
        for header, body in packets.entries(values):
            if body is not None:
                accept('packet-lines', body, header['kind'])


def definition_goes_with_the_schema(written):
    accept('round-definition', json.loads((written / 'round.json').read_text(encoding='utf-8')))


def records_stand(practice, written):
    root = practice.json('round', 'show')['root']
    for profile in verify_record.PROFILES:
        data = (written / f'{profile}.json').read_bytes()
        accept('decision-record', json.loads(data))
        assert verify_record.check(data, root) == 'consistent', profile


def outcomes_are_those_published(written):
    whole = json.loads((written / 'secretariat.json').read_text(encoding='utf-8'))
    found = {item['id']: item['outcome'] and item['outcome']['outcome']
             for item in whole['applications']}
    assert found == OUTCOMES, found


def both_verifiers_agree_on_vectors(practice):
    for path in sorted(VECTORS.rglob('record-*.json')):
        practice.run('record', 'verify', path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        practice = Practice(folder)
        play(practice)
        written = export(practice)
        tap.run([
            ('packets go with the schema', lambda: packets_go_with_the_schema(practice.folder)),
            ('the definition goes with the schema',
             lambda: definition_goes_with_the_schema(written)),
            ('records stand', lambda: records_stand(practice, written)),
            ('outcomes are those published', lambda: outcomes_are_those_published(written)),
            ('both verifiers agree on the vectors',
             lambda: both_verifiers_agree_on_vectors(practice)),
        ])


main()
