#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many calls write into one store at the same moment, and none of them loses anything."""

import concurrent.futures
import functools
import pathlib
import tempfile

import shinsactl
import tap

REQUIREMENTS = ('strength', 'network_organisation', 'members_and_key_persons', 'vision_and_plan',
                'indicators', 'data_sharing')
AT_ONCE = 12
TIMES = 5


def all_at_once(member, calls):
    """Starts all calls before it waits for the first one."""
    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(lambda words: member.call(*words), calls))


def fill(member, application):
    for requirement in REQUIREMENTS:
        member.say('score', 'set', application, requirement, '3')
    member.say('overall', 'set', application, '3')


def questions_take_places_of_their_own(member):
    asked = {f'Question {number}' for number in range(AT_ONCE)}
    for result in all_at_once(member, [('question', 'add', 'tokai', text) for text in asked]):
        result.expect(0)
    kept = member.json('score', 'show', 'tokai')['draft']['questions']
    assert sorted(kept) == sorted(asked), kept


def what_is_written_while_submitting_stays(member):
    """It went with the review, or it is still in the draft."""
    for number in range(TIMES):
        fill(member, 'nagaoka')
        words = [f'Words {number}/{place}' for place in range(4)]
        sheet = [('overall', 'set', 'nagaoka', '3', '--' + part, text)
                 for part, text in zip(('strong', 'weak', 'remarks'), words)]
        results = all_at_once(member, [*sheet[:2], ('review', 'submit', 'nagaoka'), *sheet[2:],
                                       ('question', 'add', 'nagaoka', words[3])])
        for result in results:
            result.expect(0)
        shown = member.json('score', 'show', 'nagaoka')
        held = repr(shown['draft']) + repr(shown['submitted'])
        assert [text for text in words if text not in held] == [], held


def store_is_sound(member):
    member.json('store', 'check', identity='desk')


def main():
    with tempfile.TemporaryDirectory() as folder:
        member = shinsactl.Store(pathlib.Path(folder) / 'store', 'b')
        member.say('round', 'practice', pathlib.Path(folder) / 'members', identity='desk')
        for application in ('tokai', 'nagaoka'):
            member.say('interest', 'declare', application, 'none')
        tap.run([(case.__name__, functools.partial(case, member)) for case in (
            questions_take_places_of_their_own, what_is_written_while_submitting_stays,
            store_is_sound)])


if __name__ == '__main__':
    main()
