#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schemas take what is right and refuse what is not.

Files named on the command line are looked at, too: round definitions, decision records and packets,
such as the program wrote.
"""

import json
import pathlib
import sys

import jsonschema

import mutate
import packets
import schemas
import tap
from mutate import GONE

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / 'resources' / 'samples'
VECTORS = ROOT / 'tests' / 'data' / 'vectors'
RECORDS = VECTORS / 'four-members'


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))


def accept(schema, value, part=None, what=''):
    error = schemas.first_error(schema, value, part)
    assert error is None, f'{what}{error.json_path}: {error.message}'


def schemas_are_schemas():
    for schema in schemas.SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def find(reference):
    """What a $ref points to."""
    name, _, place = reference.partition('#/$defs/')
    schema = next(schema for schema in schemas.SCHEMAS.values() if schema['$id'] == name)
    return schema['$defs'][place]


def undescribed(schema, path):
    """Places of fields that nothing is said about, neither there nor where they point to."""
    if isinstance(schema, list):
        for index, item in enumerate(schema):
            yield from undescribed(item, f'{path}/{index}')
    if not isinstance(schema, dict):
        return
    for name, item in schema.get('properties', {}).items():
        where = f'{path}/properties/{name}'
        if 'description' not in item and 'description' not in find(item.get('$ref', '')):
            yield where
    for name, item in schema.items():
        # What only narrows a field that is described already.
        if name not in ('if', 'then', 'else', 'anyOf', 'allOf'):
            yield from undescribed(item, f'{path}/{name}')


def every_field_is_described():
    missing = [place for name, schema in schemas.SCHEMAS.items()
               for place in undescribed(schema, name)]
    assert not missing, '\n'.join(missing)


def sample_rounds_are_taken():
    for path in sorted(SAMPLES.glob('*.round.json')):
        accept('round-definition', read(path), what=f'{path.name}: ')


def practice_opinions_are_taken():
    accept('practice-opinions', read(SAMPLES / 'regional-2021-1.opinions.json'))


def accept_packet(path):
    values = packets.values(path.read_bytes())
    for number, value in enumerate(values, 1):
        accept('packet-lines', value, what=f'{path.name}:{number}: ')
    for header, body in packets.entries(values):
        if body is not None:
            accept('packet-lines', body, header['kind'], f'{path.name}, {header["kind"]}: ')


def vector_packets_are_taken():
    found = sorted(VECTORS.rglob('*.shinsa'))
    assert found
    for path in found:
        accept_packet(path)


def vector_suggestions_are_taken():
    table = read(VECTORS / 'suggestion.json')
    for name, definition in table['definitions'].items():
        accept('round-definition', definition, 'definition', f'{name}: ')
    for case in table['cases']:
        accept('packet-lines', case['expected']['suggestion'], 'suggestion', f'{case["name"]}: ')
        for numbers in case['expected']['aggregates']:
            accept('decision-record', numbers, 'aggregate', f'{case["name"]}: ')


def vector_records_are_taken():
    found = sorted(VECTORS.rglob('record-*.json'))
    assert found
    for path in found:
        accept('decision-record', read(path), what=f'{path.name}: ')


# Schema, what to start from, where to change it, and what to put there.
MUTATIONS = [
    ('round-definition', 'definition', 'format', 'shinsa.outcome'),
    ('round-definition', 'definition', 'version', 2),
    ('round-definition', 'definition', 'rules', GONE),
    ('round-definition', 'definition', 'extra', 1),
    ('round-definition', 'definition', 'round.id', 'Regional 2021'),
    ('round-definition', 'definition', 'round.title', {}),
    ('round-definition', 'definition', 'round.title', {'en': None, 'ja': None}),
    ('round-definition', 'definition', 'round.call_from', '31 March 2021'),
    ('round-definition', 'definition', 'round.practice', 'yes'),
    ('round-definition', 'definition', 'rules.scale.levels', []),
    ('round-definition', 'definition', 'rules.scale.levels.0.value', '4'),
    ('round-definition', 'definition', 'rules.statistic', 'mode'),
    ('round-definition', 'definition', 'rules.minimum_evaluators', 0),
    ('round-definition', 'definition', 'rules.quorum.fraction', 1.5),
    ('round-definition', 'definition', 'requirement_set.items', []),
    ('round-definition', 'definition', 'requirement_set.items.0.threshold', None),
    ('round-definition', 'definition', 'requirement_set.items.0.weight', -1),
    ('round-definition', 'definition', 'outcomes.0.gate', 'most_requirements'),
    ('round-definition', 'definition', 'outcomes.0.gate', 'weighted_total'),
    ('round-definition', 'definition', 'outcomes.0.line', 3),
    ('round-definition', 'definition', 'committee', []),
    ('round-definition', 'definition', 'committee.0.acting_order', 0),
    ('round-definition', 'definition', 'committee.0.role', 'guest'),
    ('round-definition', 'definition', 'applications.0.id', ''),
    ('round-definition', 'definition', 'applications.0.name.fr', 'Nord'),
    ('round-definition', 'definition', 'timetable.0.slots.0.starts', '25:00'),
    ('round-definition', 'definition', 'timetable.0.slots.0.application', None),
    ('round-definition', 'definition', 'timetable.0.slots.0.kind', 'break'),
    ('packet-lines', 'first', 'format', 2),
    ('packet-lines', 'first', 'keys', ['k']),
    ('packet-lines', 'feed', 'feed', 'AB' * 32),
    ('packet-lines', 'feed', 'member', None),
    ('packet-lines', 'entry', 'header.seq', 0),
    ('packet-lines', 'entry', 'header.prev', '0' * 64),
    ('packet-lines', 'entry', 'header.kind', 'review.submit'),
    ('packet-lines', 'entry', 'header.at', 'yesterday'),
    ('packet-lines', 'entry', 'header.seen', '0' * 64),
    ('packet-lines', 'entry', 'header.extra', ''),
    ('packet-lines', 'body', 'hash', '0' * 63),
    ('packet-lines', 'body', 'body.salt', GONE),
    ('packet-lines', 'body', 'body.salt', '0' * 31),
    ('packet-lines', 'body', 'body.extra', 1),
    ('packet-lines', 'head', 'signature', '0' * 64),
    ('packet-lines', 'head', 'line', 'tail'),
    ('packet-lines', 'end', 'purpose', 'gift'),
    ('packet-lines', 'end', 'recipients', []),
    ('packet-lines', 'end', 'counts.entries', -1),
    ('packet-lines', 'end', 'counts.pages', 1),
    ('packet-lines', 'end', 'digest', GONE),
    ('interview', 'interview', 'event', 'pause'),
    ('interview', 'interview', 'heard', None),
    ('interview', 'interview', 'minutes', 61),
    ('interview', 'interview', 'segment', None),
    ('interview', 'interview', 'text', GONE),
    ('review', 'review', 'scores.0.level', None),
    ('review', 'review', 'scores.0.cannot_judge', True),
    ('review', 'review', 'abstained', True),
    ('review', 'review', 'phase', 'oral'),
    ('review', 'review', 'growth', 'yes'),
    ('review', 'review', 'strong', 'x' * 20001),
    ('review', 'review', 'requirement_set.hash', ''),
    ('decision-record', 'record', 'format', 'shinsa.round'),
    ('decision-record', 'record', 'profile', 'press'),
    ('decision-record', 'record', 'profile', 'committee'),
    ('decision-record', 'record', 'journal', GONE),
    ('decision-record', 'record', 'application', 'north'),
    ('decision-record', 'record', 'applications.0.aggregates.paper.0.counted', -1),
    ('decision-record', 'record', 'applications.0.aggregates.paper.0.levels', GONE),
    ('decision-record', 'record', 'applications.0.reviews.0.status', 'lost'),
    ('decision-record', 'record', 'applications.0.suggestion.why', 'no_outcome'),
    ('decision-record', 'record', 'applications.0.outcome.method', 'lot'),
    ('decision-record', 'record', 'applications.0.outcome.quorum.holds', 1),
    ('decision-record', 'record', 'counts.outcomes.certified', 'one'),
    ('decision-record', 'record', 'signature.value', ''),
    ('decision-record', 'interviews', 'applications.0.interview', None),
    ('decision-record', 'interviews', 'applications.0.interview.heard', GONE),
    ('decision-record', 'interviews', 'applications.0.interview.heard.0.heard', 'some'),
    ('decision-record', 'interviews', 'applications.0.interview.segments.0.minutes', -1),
    ('decision-record', 'interviews', 'applications.0.interview.started', 1),
    ('decision-record', 'committee', 'committee.0.name', {'en': 'Member A'}),
    ('decision-record', 'committee', 'applications.0.issued', []),
    ('decision-record', 'applicant', 'applications.0.reviews', []),
    ('decision-record', 'applicant', 'application', None),
    ('decision-record', 'public', 'applications.0.aggregates', {'paper': [], 'decision': []}),
    ('decision-record', 'public', 'committee.0', {'id': 'A'}),
    ('practice-opinions', 'opinions', 'practice', False),
    ('practice-opinions', 'opinions', 'members.0.folder', 'never'),
    ('practice-opinions', 'opinions', 'rulings.0.ruling', 'perhaps'),
    ('practice-opinions', 'opinions', 'documents.0.media_type', 'text/html'),
    ('practice-opinions', 'opinions', 'members.0.reviews.0.scores.0.evidence',
     [{'document': 'Plan.pdf', 'page': 0, 'quote': ''}]),
    ('practice-opinions', 'opinions', 'members.0.reviews.0.scores.0.level', None),
]


# What is named by its kind is the body of an entry.
BODIES = {'review': ('packet-lines', 'review.submit'),
          'interview': ('packet-lines', 'interview.record')}


def sources():
    """What the mutations start from."""
    found = {
        'definition': read(SAMPLES / 'regional-2021-1.round.json'),
        'opinions': read(SAMPLES / 'regional-2021-1.opinions.json'),
        'record': read(RECORDS / 'record-secretariat.json'),
        'interviews': read(VECTORS / 'interviews' / 'record-secretariat.json'),
    }
    for profile in ('committee', 'applicant', 'public'):
        found[profile] = read(RECORDS / f'record-{profile}.json')
    values = packets.values((VECTORS / 'two-laptops' / 'round.shinsa').read_bytes())
    found['first'] = values[0]
    for value in values[1:]:
        found.setdefault(value['line'], value)
    found['review'] = next(body for header, body in packets.entries(values)
                           if header['kind'] == 'review.submit')
    values = packets.values((VECTORS / 'interviews' / 'round.shinsa').read_bytes())
    found['interview'] = next(body for header, body in packets.entries(values)
                              if header['kind'] == 'interview.record')
    return found


def mutations_are_refused():
    found = sources()
    for schema, source, path, replacement in MUTATIONS:
        name, part = BODIES.get(schema, (schema, None))
        accept(name, found[source], part, f'{source}: ')
        changed = mutate.change(found[source], path, replacement)
        assert schemas.first_error(name, changed, part) is not None, \
            f'{source}: {path} = {replacement!r} was taken'


def output(path):
    """A case for a file that the program wrote."""
    def case():
        if path.suffix == '.shinsa':
            accept_packet(path)
            return
        value = read(path)
        kind = {'shinsa.round': 'round-definition'}.get(value['format'], 'decision-record')
        accept(kind, value)
    return f'{path.name} is taken', case


tap.run([
    schemas_are_schemas,
    every_field_is_described,
    sample_rounds_are_taken,
    practice_opinions_are_taken,
    vector_packets_are_taken,
    vector_suggestions_are_taken,
    vector_records_are_taken,
    mutations_are_refused,
    *(output(pathlib.Path(name)) for name in sys.argv[1:]),
])
