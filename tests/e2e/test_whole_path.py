# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole path in a real window, in English and in Japanese: declare, score, submit, take in,
close, compare, propose, confirm, export, verify; with the program killed on the way."""

import json
import os
import pathlib
import re
import subprocess
import sys

import tap
from person import Person

LIB = pathlib.Path(__file__).resolve().parent.parent / 'lib'
SHINSACTL = os.environ.get('SHINSACTL', 'shinsactl')
APPLICATIONS = ['hokkaido-prime', 'tsuruoka', 'nagaoka', 'tokai', 'fukuoka']
NAMES = {'en': {'chair': 'Chair'}, 'ja': {'chair': '主査'}}
REASONS = {'en': 'Not compared yet.', 'ja': '世界との比較がまだ足りない。'}
PUBLISHED = {'hokkaido-prime': 'certified', 'tsuruoka': 'certified', 'nagaoka': 'certified',
             'tokai': 'registered', 'fukuoka': 'certified'}


def ask(person, *words):
    """What shinsactl says of the same store, as JSON."""
    store = person.session.folder / 'data' / 'shinsa' / 'store.db'
    result = subprocess.run([SHINSACTL, '--store', str(store), '--json', *words],
                            env=person.session.environment, stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout)


def identity(person, who):
    """What the menu calls an identity."""
    return person.words('Secretariat (desk)') if who == 'desk' else NAMES[person.language][who]


def declare_and_score(person):
    """As the member: interests, then six requirements of each application with six digits."""
    person.button('_Declare no interest', timeout=40)
    person.picture('1-interests')
    for number, application in enumerate(APPLICATIONS):
        person.press('_Declare no interest')
        person.app.wait(lambda: ready_to_score(person), 10, 'the sheet with the focus')
        if number == 0:
            score_with_reason(person)
        else:
            for _ in range(6):
                person.app.key('3')
        person.app.wait(lambda: scored(person, application) == 6, 10, 'six levels')
        if number == 0:
            person.picture('2-sheet')
            survive(person)
        give_overall(person)
        person.press('_Submit review')
        person.app.wait(lambda: submitted(person, application), 10, f'{application} submitted')
        person.app.key('alt+Down')
        person.app.pump(0.6)


def ready_to_score(person):
    """Whether the first requirement has the focus and no level yet."""
    end = f', {person.say_of("level", "Missing")}'
    return any(node.focused for node in person.app.find_all('panel')
               if node.name.endswith((end, f', {person.say("Missing")}')))


def scored(person, application):
    """How many requirements have a level in the draft."""
    scores = ask(person, 'score', 'show', application)['draft']['scores']
    return sum(score['level'] is not None for score in scores)


def score_with_reason(person):
    """A low level, its reason, and the others."""
    person.app.key('2')
    person.app.key('Up', 'Return')
    person.app.pump(0.3)
    person.app.type(REASONS[person.language])
    person.app.pump(0.6)
    person.app.key('Escape', 'Down')
    for _ in range(5):
        person.app.key('3')


def give_overall(person):
    """The overall judgement, by its button."""
    start = person.say('%s: %s, %s') % (person.say('Overall judgement'), '3', '')
    person.app.find('push button', lambda name: name.startswith(start)).click()
    person.app.pump(0.3)


def submitted(person, application):
    """Whether the member's review of an application is in the register."""
    shown = ask(person, 'review', 'show', application)
    return any(review.get('member') == 'b' for review in shown['reviews'])


def survive(person):
    """Kills the program in the middle: every level and word is there again."""
    before = ask(person, 'score', 'show', APPLICATIONS[0])
    person.app.kill()
    person.start('--practice')
    person.button('_Submit review', timeout=40)
    person.app.pump(1)
    assert ask(person, 'score', 'show', APPLICATIONS[0]) == before, 'something was lost'
    # Growth is asked where a level is below its threshold.
    yes = person.say_of('growth', 'Yes')
    person.app.find('push button', lambda name: name.endswith(f': {yes}')).click()


def packets(person, number):
    """What is in one of the two folders of the practice round."""
    practice = person.session.folder / 'data' / 'shinsa' / 'practice'
    return sorted(next(practice.glob(f'{number}*')).iterdir())


def received(person):
    """How many reviews the ledger says are here, and how many of them late."""
    rows = ask(person, '--as', 'desk', 'ledger', 'show')['ledger']
    return sum(row['received'] for row in rows), sum(row['late'] for row in rows)


def gather(person):
    """The desk takes in, closes, and takes in what is late."""
    person.be(identity(person, 'desk'))
    person.page(5)
    person.open_files(packets(person, 1))
    person.app.wait(lambda: received(person) == (28, 0), 20, '23 reviews and the five own ones')
    person.app.pump(0.5)
    person.picture('3-ledger')
    person.answer('_Close')
    person.press('Close the Paper Review…')
    person.answer('_Close', 'phase')
    person.button('Open the Paper Review…')
    person.press('Take In…')
    person.choose_file(packets(person, 2)[0])
    person.app.wait(lambda: received(person) == (28, 5), 20, 'five late reviews')
    person.app.pump(0.5)
    person.picture('4-late')
    person.answer('_Close')


def compare(person):
    """Everybody's levels side by side."""
    person.page(2)
    person.picture('5-compare-members')
    person.press('By Application')
    person.app.pump(0.5)
    person.picture('6-compare-applications')
    person.press('Last Round')
    person.app.pump(0.5)
    person.picture('6-compare-last-round')


def meet(person):
    """Everybody is in the room."""
    person.page(3)
    person.app.pump(0.5)
    person.press('Attendance')
    person.app.pump(0.5)
    person.button('_Everybody is in the room').click()
    person.app.wait(lambda: attending(person) == 7, 15, 'seven in the room')
    person.app.key('Escape')
    person.app.gone('push button', person.words('_Everybody is in the room'))
    person.picture('7-interview')


def attending(person):
    """How many are in the room."""
    shown = ask(person, '--as', 'desk', 'attendance', 'list')['attendance']
    return sum(row['state'] == 'in_room' for row in shown)


def decision(person, application):
    """What is decided on an application, and how firmly."""
    shown = ask(person, '--as', 'desk', 'decision', 'show', application)['decisions']
    return next(row for row in shown if row['application'] == application)


def propose(person):
    """The desk records what the rules suggest, for each application."""
    person.page(4)
    person.app.key(*['alt+Up'] * len(APPLICATIONS))
    person.app.pump(0.5)
    person.picture('8-board')
    for number, application in enumerate(APPLICATIONS):
        if number == 0:
            person.press('Open the application under the cursor')
        person.app.wait(lambda: proposed(person, application), 10, f'{application} proposed')
        person.app.key('alt+Down')
        person.app.pump(0.6)
    person.picture('9-application')


def proposed(person, application):
    """Records the outcome that the form offers, once."""
    if decision(person, application)['state'] == 'provisional':
        return True
    person.button('Record the provisional outcome').click()
    person.app.pump(0.5)
    return False


def confirm(person):
    """The chair confirms all of them, with the sentences in sight."""
    person.be(identity(person, 'chair'))
    person.page(4)
    person.app.pump(0.5)
    person.picture('10-chair')
    person.press('Back to all applications')
    person.app.pump(1)
    person.press('Confirm all outcomes')
    person.app.pump(1)
    person.picture('11-confirm')
    person.answer_like(re.compile(r'5'))
    for application, outcome in PUBLISHED.items():
        person.app.wait(lambda: decision(person, application)['state'] == 'confirmed', 15,
                        f'{application} confirmed')
        confirmed = decision(person, application)['confirmations'][-1]
        assert confirmed['outcome'] == outcome, (application, confirmed)
    person.app.pump(0.5)
    person.picture('12-confirmed')


def hand_over(person):
    """The desk exports the record; two programs that share no code verify it."""
    record = person.session.folder / 'record.json'
    person.be(identity(person, 'desk'))
    person.page(5)
    person.see('Hand over').mouse_click()
    person.app.pump(0.5)
    person.press('Export…')
    person.choose_place(record)
    person.app.wait(record.exists, 15, 'the record')
    person.app.pump(1)
    person.picture('13-handed-over')
    root = ask(person, '--as', 'desk', 'desk', 'show')['root']
    subprocess.run([SHINSACTL, 'record', 'verify', str(record), '--root', root],
                   env=person.session.environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, str(LIB / 'verify_record.py'), str(record), '--root', root],
                   check=True, stdout=subprocess.DEVNULL)
    told = json.loads(record.read_text())
    assert {row['id']: row['outcome']['outcome'] for row in told['applications']} == PUBLISHED


def stay_quiet(person):
    """The program complained about nothing on the way."""
    assert person.app.output() == '', person.app.output()


def play(language):
    with Person(language) as person:
        person.start('--practice')
        declare_and_score(person)
        gather(person)
        compare(person)
        meet(person)
        propose(person)
        confirm(person)
        hand_over(person)
        stay_quiet(person)


if __name__ == '__main__':
    languages = sys.argv[1:] or ['en', 'ja']
    tap.run([(f'whole_path_{language}', lambda language=language: play(language))
             for language in languages])
