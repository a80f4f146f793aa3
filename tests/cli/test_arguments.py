#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be typed, and what is said to what cannot."""

import json
import pathlib
import tempfile

import shinsactl
import tap

DATA = pathlib.Path(__file__).resolve().parents[1] / 'data' / 'bad'
CODES = {'failed', 'invalid', 'too_large', 'newer', 'other_round', 'signature', 'refused',
         'not_authorised', 'not_found', 'busy', 'disk_full', 'read_only', 'usage'}


def help_is_there_for_every_noun_and_verb():
    verbs = shinsactl.verbs()
    assert len(verbs) > 50, verbs
    for noun, verb, arguments in verbs:
        text = shinsactl.call(noun, verb, '--help').expect(0).text
        usage = f'shinsactl [OPTION…] {" ".join([noun, verb, *arguments])}\n'
        assert usage in text, f'{usage} is not in\n{text}'
        assert '--json' in text


def version_is_said():
    assert shinsactl.call('--version').expect(0).text == 'shinsactl 0.1.0\n'


def verbs_want_their_arguments():
    for noun, verb, arguments in shinsactl.verbs():
        needed = [word for word in arguments if not word.startswith('[')]
        if not needed:
            continue
        result = shinsactl.call(noun, verb, *['x'] * (len(needed) - 1)).expect(2)
        assert result.error == \
            f'Something is missing. Write: shinsactl {" ".join([noun, verb, *arguments])}\n'
        if '…' not in arguments[-1]:
            shinsactl.call(noun, verb, *['x'] * (len(arguments) + 1)).expect(2)


def options_stand_anywhere(store):
    def listed(*words):
        return shinsactl.call(*words).expect(0).json['rounds']
    path = store.path
    wanted = listed('--store', path, '--json', 'round', 'list')
    assert listed('--json', 'round', '--store', path, 'list') == wanted
    assert listed('round', 'list', f'--store={path}', '--json') == wanted


def a_missing_store_is_not_made():
    with tempfile.TemporaryDirectory() as folder:
        store = shinsactl.Store(folder)
        sentence = store.refused('round', 'list')
        assert str(store.path) in sentence, sentence
        assert not list(pathlib.Path(folder).iterdir())


def bad_arguments(store):
    """(name, case) of each row of the table; none of them changes anything."""
    def case(row):
        def check():
            before = store.dump()
            result = store.call('--json', *row['arguments'], given=b'').expect(row['status'])
            assert result.json == {'error': {'code': row['code'], 'sentence': row['sentence']}}, \
                f'{result.error}is not\n{row["sentence"]}'
            assert result.error == row['sentence'] + '\n'
            assert store.dump() == before, 'the store was changed'
            assert not pathlib.Path('x.json').exists()
        return check
    rows = json.loads((DATA / 'arguments.json').read_text(encoding='utf-8'))
    assert {row['code'] for row in rows} <= CODES
    assert len({row['name'] for row in rows}) == len(rows) >= 30
    return [(row['name'], case(row)) for row in rows]


def text_says_the_same(store):
    """Without --json the sentence is all there is."""
    result = store.call('dossier', 'show', 'nowhere').expect(1)
    assert result.bytes == b''
    assert result.error == ('There is no application “nowhere” in this round. '
                            '“shinsactl dossier list” shows all of them.\n')


def json_is_the_same_in_every_locale(store):
    wanted = store.call('--json', 'roster', 'list').bytes
    assert '委員' in wanted.decode()
    for locale in ('C', 'ja_JP.UTF-8'):
        assert store.call('--json', 'roster', 'list', locale=locale).bytes == wanted


def columns_stand_under_one_another(store):
    """Kanji take two columns; names of both languages are in one table of the roster."""
    lines = store.say('schedule', 'list').splitlines()
    place = lines[0].index('Application')
    assert all(line[place - 2:place] == '  ' for line in lines[1:]), '\n'.join(lines)
    assert all(line == line.rstrip() for line in lines)


with tempfile.TemporaryDirectory() as root:
    practice = shinsactl.Store(pathlib.Path(root) / 'practice', 'desk')
    practice.say('round', 'practice', pathlib.Path(root) / 'packets')
    tap.run([
        help_is_there_for_every_noun_and_verb,
        version_is_said,
        verbs_want_their_arguments,
        ('options_stand_anywhere', lambda: options_stand_anywhere(practice)),
        a_missing_store_is_not_made,
        *bad_arguments(practice),
        ('text_says_the_same', lambda: text_says_the_same(practice)),
        ('json_is_the_same_in_every_locale', lambda: json_is_the_same_in_every_locale(practice)),
        ('columns_stand_under_one_another', lambda: columns_stand_under_one_another(practice)),
    ])
