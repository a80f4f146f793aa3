#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Round definitions, good and bad: what cannot be used is refused with its place in the file."""

import copy
import json
import pathlib
import re
import tempfile

import mutate
import schemas
import shinsactl
import tap

TESTS = pathlib.Path(__file__).resolve().parents[1]
SAMPLES = TESTS.parent / 'resources' / 'samples'
SMALL = TESTS / 'data' / 'rounds' / 'small.round.json'
TEXT = (SAMPLES / 'regional-2021-1.round.json').read_text(encoding='utf-8')
TOO_LARGE = 65 * 1024 * 1024


def broken(row):
    """The sample, or the small round, with what the row does to it."""
    if 'path' in row:
        value = mutate.GONE if row.get('gone') else row['value']
        text = SMALL.read_text(encoding='utf-8') if row.get('of') == 'small' else TEXT
        return json.dumps(mutate.change(json.loads(text), row['path'], value), ensure_ascii=False)
    if 'text' in row:
        return row['text'] * row.get('times', 1)
    if 'find' in row:
        assert TEXT.count(row['find']) >= 1
        return TEXT.replace(row['find'], row['put'], 1)
    return row.get('prepend', '') + TEXT[:row.get('keep')] + row.get('append', '')


def bad_definitions(store, folder):
    def case(row):
        def check():
            file = folder / 'bad.round.json'
            file.write_text(broken(row), encoding='utf-8')
            before = store.dump()
            result = store.call('--json', 'round', 'create', file).expect(1)
            assert result.json == {'error': {'code': row['code'], 'sentence': row['sentence']}}, \
                f'{result.error}is not\n{row["sentence"]}'
            assert store.dump() == before, 'something was changed'
        return check
    rows = json.loads((TESTS / 'data' / 'bad' / 'definitions.json').read_text(encoding='utf-8'))
    assert len({row['name'] for row in rows}) == len(rows) >= 30
    return [(row['name'], case(row)) for row in rows]


def refuse_file(store, name, beginning, code):
    before = store.dump()
    error = store.call('--json', 'round', 'create', name).expect(1).json['error']
    assert error['code'] == code and error['sentence'].startswith(beginning), error
    assert store.dump() == before


def what_is_no_file(store, folder):
    refuse_file(store, folder / 'missing.json', '“missing.json” could not be read (', 'not_found')
    (folder / 'a.round.json').mkdir()
    refuse_file(store, folder / 'a.round.json', '“a.round.json” could not be read (', 'not_found')


def what_is_too_large(store, folder):
    file = folder / 'large.round.json'
    with open(file, 'wb') as large:
        large.truncate(TOO_LARGE)
    refuse_file(store, file, '“large.round.json” is larger than 64 MB. Nothing was taken in.',
                'too_large')


def bytes_that_are_not_text(store, folder):
    file = folder / 'bad.round.json'
    file.write_bytes(TEXT.encode().replace(b'regional', b'region\xff', 1))
    refuse_file(store, file, 'bad.round.json: Line 5, column 18: the bytes from here on are not '
                             'UTF-8.', 'invalid')


def definitions_go_round(folder):
    """What is exported is a definition, and the round that is made from it is the same again."""
    for file in (*sorted(SAMPLES.glob('*.round.json')), SMALL):
        name = file.name.removesuffix('.round.json')
        first = shinsactl.Store(folder / f'{name}-first')
        made = first.json('round', 'create', file)['round']
        assert made['id'] == name and made['identity'] == 'desk'
        exported = first.json('round', 'export')
        assert schemas.first_error('round-definition', exported) is None
        sample = json.loads(file.read_text(encoding='utf-8'))
        assert exported == sample
        second = shinsactl.Store(folder / f'{name}-second')
        again = second.call('--json', 'round', 'create', '-',
                            given=json.dumps(exported).encode()).expect(0).json['round']
        assert again['definition_hash'] == made['definition_hash']
        assert again['root'] != made['root']


def an_earlier_round_is_shown(folder):
    store = shinsactl.Store(folder / 'earlier')
    store.say('round', 'create', SMALL)
    written, = [application['previous'] for application in
                json.loads(SMALL.read_text(encoding='utf-8'))['applications']
                if application['id'] == 'south']
    for indicator in written['indicators']:
        for member in ('baseline', 'target', 'unit', 'qualifier'):
            del indicator[member]
    assert store.json('dossier', 'show', 'south')['previous'] == written
    assert store.json('dossier', 'show', 'north')['previous'] is None
    shown = store.say('dossier', 'show', 'south')
    assert 'Small round, the one before (for tests)' in shown
    assert re.search(r'^network_organisation +2\.5 +3, 2, 2, 3 +Network organisation *$', shown,
                     re.MULTILINE)
    assert re.search(r'^outreach .*not asked now', shown, re.MULTILINE)
    assert 'Last round' not in store.say('dossier', 'show', 'north')


def documents_go_along(folder):
    """A document is taken in with its round, listed, exported and written with the definition."""
    (folder / 'documents').mkdir()
    (folder / 'documents' / 'plan.pdf').write_bytes(b'%PDF-1.4 plan')
    document = {'file': 'plan.pdf', 'name': 'Plan.pdf', 'media_type': 'application/pdf'}
    file = folder / 'with.round.json'
    file.write_text(json.dumps(mutate.change(json.loads(TEXT), 'applications.1.documents',
                                             [document])), encoding='utf-8')
    store = shinsactl.Store(folder / 'with')
    store.json('round', 'create', file, '--documents', folder / 'documents')
    listed, = store.json('document', 'list')['documents']
    assert (listed['application'], listed['size'], listed['held']) == ('tsuruoka', 13, True)
    assert store.json('document', 'list', 'tokai')['documents'] == []
    for name in ('Plan.pdf', listed['document'][:12]):
        result = store.call('document', 'export', name, '-o', '-').expect(0)
        assert result.bytes == b'%PDF-1.4 plan'
    out = folder / 'out'
    out.mkdir()
    written = store.json('round', 'export', '-o', out / 'again.round.json', '--documents', out)
    assert written['file'].endswith('again.round.json')
    again = shinsactl.Store(folder / 'again')
    again.json('round', 'create', out / 'again.round.json', '--documents', out)
    assert again.json('document', 'list')['documents'][0]['document'] == listed['document']


def documents_come_later(folder):
    """What an applicant sends in later goes to the readers, or is kept and not used."""
    store = shinsactl.Store(folder / 'later')
    store.json('round', 'create', SMALL)
    plan, late = folder / 'plan.pdf', folder / 'late.txt'
    plan.write_bytes(b'%PDF-1.4 plan')
    late.write_bytes(b'late')
    made = store.json('document', 'set', 'north', plan, '--name', 'Plan.pdf')
    told = store.say('document', 'set', 'north', late, '--not-used', '--reason', 'Late.')
    assert told == 'The document belongs to “north” now. Issue the documents again, and its ' \
        'readers get it.\n', told
    first, second = store.json('document', 'list')['documents']
    assert (first['document'], first['name'], first['media_type'], first['used']) == \
        (made['document'], 'Plan.pdf', 'application/pdf', True), first
    assert (second['name'], second['media_type'], second['size'], second['used'],
            second['reason']) == ('late.txt', 'text/plain', 4, False, 'Late.'), second
    # The same file again: one document, with what was said of it last.
    store.say('document', 'set', 'north', '-', given=b'late')
    again, = (row for row in store.json('document', 'list')['documents']
              if row['document'] == second['document'])
    assert (again['used'], again['reason'], again['size']) == (True, '', 4), again
    for words, sentence in (
            (('east', plan), 'There is no application “east” in this round.'),
            (('north', plan, '--not-used'), 'A document that is not used needs a reason. Nothing '
             'was changed. Write it and try again.'),
            (('north', folder / 'none.pdf'), '“none.pdf” could not be read (Error when getting '
             f'information for file “{folder}/none.pdf”: No such file or directory). Nothing was '
             'taken in.')):
        found = store.refused('document', 'set', *words)
        assert found == sentence, found
    store.json('member', 'use', 'a')
    found = store.refused('document', 'set', 'north', plan, identity='a')
    assert found == 'Only the desk of this round can do this.', found
    assert len(store.json('document', 'list', identity='desk')['documents']) == 2
    store.say('store', 'check')


def changed(folder, store, *changes):
    """The definition that the round exports, with some places changed."""
    value = store.json('round', 'export', '-o', '-', identity='desk')
    for path, replacement in changes:
        value = mutate.change(value, path, replacement)
    file = folder / 'changed.round.json'
    file.write_text(json.dumps(value), encoding='utf-8')
    return file


def parts_are_entered_again(folder):
    """A round that is there takes its committee, timetable and applications from a definition."""
    store = shinsactl.Store(folder / 'parts')
    store.json('round', 'create', SMALL)
    value = store.json('round', 'export', '-o', '-')
    north = value['applications'][0]
    east = {**copy.deepcopy(north), 'id': 'east'}
    file = changed(folder, store, ('committee.0.until', '2021-07-01'),
                   ('applications', [*value['applications'], east]),
                   ('applications.0.name.en', 'Far North'), ('timetable', []))
    told = store.say('roster', 'set', file, '--reason', 'Moved.')
    assert told == \
        'The committee is as in the file now. Issue news, and the members know.\n', told
    told = store.say('schedule', 'set', file, '--postponed', 'Snow.')
    assert told == \
        'The timetable is as in the file now. Issue news, and the members know.\n', told
    for application in ('north', 'east'):
        told = store.say('dossier', 'set', application, file)
        assert told == f'“{application}” is as in the file now. Issue the documents again, and ' \
            'its readers get it.\n', told
    told = store.say('dossier', 'set', 'south', file, '--withdrawn', '--reason', 'Asked to.')
    assert told == '“south” is withdrawn. Issue news, and the members know.\n', told
    member = store.json('roster', 'show', value['committee'][0]['id'])
    assert member['until'] == '2021-07-01', member
    assert store.json('schedule', 'list')['slots'] == []
    found = {item['id']: (item['name']['en'], item['state'])
             for item in store.json('dossier', 'list')['applications']}
    assert found['north'] == ('Far North', 'active'), found
    assert found['east'] == (north['name']['en'], 'active'), found
    assert found['south'][1] == 'withdrawn', found
    assert store.json('dossier', 'show', 'south')['reason'] == 'Asked to.'
    store.say('store', 'check')


def parts_that_do_not_fit(folder):
    store = shinsactl.Store(folder / 'unfit')
    store.json('round', 'create', SMALL)
    store.json('member', 'use', 'a')
    whole = changed(folder, store)
    before = store.dump()

    def refused(*words, who='desk'):
        found = store.refused(*words, identity=who)
        assert store.dump() == before, words
        return found
    assert refused('dossier', 'set', 'west', whole) == \
        'There is no application “west” in “changed.round.json”. Nothing was changed.'
    assert refused('dossier', 'set', 'north', whole, '--withdrawn') == \
        'Withdrawing an application needs a reason. Nothing was changed. Write it and try again.'
    for noun in ('roster', 'schedule'):
        assert refused(noun, 'set', whole, who='a') == 'Only the desk of this round can do this.'
    committee = json.loads(whole.read_text(encoding='utf-8'))['committee']
    fewer = changed(folder, store, ('committee', [member for member in committee
                                                  if member['id'] != 'a']))
    assert refused('roster', 'set', fewer) == \
        'The member “a” is missing in the committee. Nothing was changed. Who leaves stays in ' \
        'it, with the day as “until”.'
    other = changed(folder, store, ('rules.minimum_evaluators', 1))
    assert refused('schedule', 'set', other) == \
        '“changed.round.json” does not define this round as it was made. Nothing was changed. ' \
        'Change the definition that this round exports, and leave its rules as they are.'


with tempfile.TemporaryDirectory() as root:
    place = pathlib.Path(root)
    desk = shinsactl.Store(place / 'desk')
    desk.say('round', 'create', SAMPLES / 'regional-2021-1.round.json')
    tap.run([
        *bad_definitions(desk, place),
        ('what_is_no_file', lambda: what_is_no_file(desk, place)),
        ('what_is_too_large', lambda: what_is_too_large(desk, place)),
        ('bytes_that_are_not_text', lambda: bytes_that_are_not_text(desk, place)),
        ('definitions_go_round', lambda: definitions_go_round(place)),
        ('an_earlier_round_is_shown', lambda: an_earlier_round_is_shown(place)),
        ('documents_go_along', lambda: documents_go_along(place)),
        ('documents_come_later', lambda: documents_come_later(place)),
        ('parts_are_entered_again', lambda: parts_are_entered_again(place)),
        ('parts_that_do_not_fit', lambda: parts_that_do_not_fit(place)),
    ])
