# SPDX-License-Identifier: GPL-3.0-or-later
"""Japanese by a real input method: what is composed is text, never a command; digits score only
in the sheet; what arrives meanwhile does not disturb the word."""

import datetime
import json
import os
import pathlib
import subprocess
import time

import tap
from gui import Timeout
from person import Person

SHINSACTL = os.environ.get('SHINSACTL', 'shinsactl')
APPLICATION = 'tsuruoka'
REQUIREMENT = 'strength'


def ctl(person, *words):
    """What shinsactl says of the same store, as JSON."""
    folder = person.session.folder / 'data' / 'shinsa'
    folder.mkdir(mode=0o700, exist_ok=True)
    result = subprocess.run([SHINSACTL, '--store', str(folder / 'store.db'), '--json', *words],
                            env=person.session.environment, stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout or b'null')


def draft(person):
    """The levels given so far, and the reasons, by requirement."""
    scores = ctl(person, 'score', 'show', APPLICATION)['draft']['scores']
    return {score['requirement']: (score['level'], score['reason']) for score in scores
            if score['level'] is not None or score['reason']}


def prepare(person):
    """A practice round whose member may score the one application that is shown."""
    practice = pathlib.Path(person.session.folder) / 'data' / 'shinsa' / 'practice'
    ctl(person, 'round', 'practice', str(practice))
    ctl(person, 'interest', 'declare', APPLICATION, 'none')
    person.start()
    person.app.key('alt+Down')
    person.button('_Submit review', timeout=20)
    person.app.pump(1)


def settle(person, expected):
    """Waits until the draft on disk is as expected."""
    try:
        person.app.wait(lambda: draft(person) == expected, 10)
    except Timeout:
        raise AssertionError(f'the draft is {draft(person)}, not {expected}') from None


def reason_is_text(person):
    """In the reason every key of a composition is text, and the first Return only ends it."""
    person.app.key('2', 'Up', 'Return')
    person.app.pump(0.4)
    person.app.key(*'kanji')
    person.app.key('1', '4')
    person.app.pump(0.4)
    person.picture('composing')
    person.app.key('Escape')
    person.app.pump(0.3)
    settle(person, {REQUIREMENT: (2, '')})
    person.app.key(*'kanji', 'space')
    person.app.pump(0.4)
    person.app.key('Return')
    settle(person, {REQUIREMENT: (2, '感じ')})


def news_do_not_disturb(person):
    """Something arrives for the round while a word is half composed."""
    person.app.key(*'kanj')
    person.app.pump(0.3)
    ctl(person, '--as', 'desk', 'attendance', 'set', APPLICATION, 'chair', 'web')
    person.app.pump(1.5)
    person.app.key('i', 'space')
    person.app.pump(0.4)
    person.app.key('Return')
    settle(person, {REQUIREMENT: (2, '感じ感じ')})


def digits_score_in_the_sheet(person):
    """With the input method on, a digit in the sheet still scores."""
    person.app.key('Escape', 'Down', '3')
    person.app.wait(lambda: len(draft(person)) == 2, 10, 'the second level')
    assert sorted(level for level, _ in draft(person).values()) == [2, 3]


def note_takes_two_returns(person):
    """The first Return ends the composition, the second keeps the note with its first time."""
    person.page(3)
    person.app.find('text', person.words('Note')).mouse_click()
    person.app.pump(0.3)
    before = datetime.datetime.now(datetime.timezone.utc)
    person.app.key(*'kanji')
    time.sleep(2.5)
    person.app.key('space')
    person.app.pump(0.4)
    person.picture('note')
    person.app.key('Return')
    person.app.pump(0.5)
    assert not ctl(person, 'note', 'list', APPLICATION)['notes'], 'kept while it was composed'
    person.app.key('Return')
    note, = person.app.wait(lambda: ctl(person, 'note', 'list', APPLICATION)['notes'], 10, 'a note')
    late = datetime.datetime.fromisoformat(note['at']) - before
    assert note['text'] == '感じ', note
    assert abs(late.total_seconds()) < 2, f'the time is not that of the first key: {late}'


def test_japanese():
    with Person('ja', input_method=True) as person:
        prepare(person)
        reason_is_text(person)
        news_do_not_disturb(person)
        digits_score_in_the_sheet(person)
        note_takes_two_returns(person)
        assert person.app.output() == '', person.app.output()


if __name__ == '__main__':
    tap.run([('japanese', test_japanese)])
