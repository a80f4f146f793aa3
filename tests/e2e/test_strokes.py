# SPDX-License-Identifier: GPL-3.0-or-later
"""A full paper review of five applications by keyboard only, and how many strokes it takes; then
evidence and undo, by keyboard too."""

import sys

import tap
from person import Person
from test_whole_path import APPLICATIONS, REASONS, ask, ready_to_score, scored, submitted

# Declare, six levels, the overall judgement, submit, the next application.
STROKES = 1 + 6 + 1 + 1 + 1

# A low level asks for its reason and whether growth is expected: Return, Escape and y.
MORE_FOR_A_LOW_LEVEL = 3


class Hands:
    """Presses keys and counts them; the words of a text are not counted."""

    def __init__(self, person):
        self.person = person
        self.strokes = 0

    def press(self, *keys):
        self.strokes += len(keys)
        self.person.app.key(*keys)


def focused(person):
    """What has the focus, by its name."""
    return [node.name for role in ('push button', 'panel', 'text', 'toggle button')
            for node in person.app.find_all(role) if node.focused]


def declare(person, hands):
    """The declaration waits with its button under the hand."""
    declare_none = person.words('_Declare no interest')
    person.app.wait(lambda: any(name.startswith(declare_none) for name in focused(person)), 20,
                    'the declaration with the focus')
    hands.press('Return')
    person.app.wait(lambda: ready_to_score(person), 10, 'the sheet with the focus')


def score_low(person, hands):
    """The third level is low: its reason is one key away, and the next requirement one more."""
    hands.press('3', '4', '2', 'Return')
    person.app.pump(0.3)
    person.app.type(REASONS[person.language])
    person.app.pump(0.3)
    hands.press('Escape', '3', '3', '3', 'y')


def review(person, hands, application, low):
    declare(person, hands)
    if low:
        score_low(person, hands)
    else:
        hands.press(*'343433')
    hands.press('3')
    person.app.wait(lambda: scored(person, application) == 6, 10, 'six levels')
    hands.press('ctrl+Return')
    person.app.wait(lambda: submitted(person, application), 10, f'{application} submitted')
    hands.press('alt+Down')


def review_all(language):
    with Person(language) as person:
        person.start('--practice')
        person.button('_Declare no interest', timeout=40)
        hands = Hands(person)
        for number, application in enumerate(APPLICATIONS):
            review(person, hands, application, low=number == 1)
        person.picture('strokes')
        assert hands.strokes == len(APPLICATIONS) * STROKES + MORE_FOR_A_LOW_LEVEL, hands.strokes
        reviews = ask(person, 'score', 'show', APPLICATIONS[1])['submitted']['scores']
        low = next(score for score in reviews if score['level'] == 2)
        assert low['reason'] == REASONS[language], low
        assert person.app.output() == '', person.app.output()


def draft_of(person, requirement):
    """What the draft of the first application says of a requirement."""
    scores = ask(person, 'score', 'show', APPLICATIONS[0])['draft']['scores']
    blank = {'level': None, 'reason': '', 'evidence': []}
    return next((score for score in scores if score['requirement'] == requirement), blank)


def wait_for(person, requirement, member, value):
    person.app.wait(lambda: draft_of(person, requirement)[member] == value, 10,
                    f'{member} of {requirement} is {value}')


def wait_for_evidence(person, count):
    person.app.wait(lambda: len(draft_of(person, 'strength')['evidence']) == count, 10,
                    f'{count} places as evidence')


def undo_and_redo(language):
    with Person(language) as person:
        person.start('--practice')
        person.button('_Declare no interest', timeout=40)
        declare(person, Hands(person))
        person.app.key('3', '2', 'Return')
        person.app.type('Too vague.')
        person.app.pump(0.6)
        wait_for(person, 'network_organisation', 'reason', 'Too vague.')
        # First the field takes back for itself, then the sheet step by step.
        person.app.key('ctrl+z')
        person.app.pump(0.6)
        assert draft_of(person, 'network_organisation')['level'] == 2
        person.app.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
        wait_for(person, 'network_organisation', 'level', None)
        person.app.key('ctrl+y')
        wait_for(person, 'strength', 'level', 3)
        assert person.app.output() == '', person.app.output()


def evidence(language):
    with Person(language) as person:
        person.start('--practice')
        person.button('_Declare no interest', timeout=40)
        declare(person, Hands(person))
        # From the pages: the menu of requirements, and the first of them.
        person.app.key('ctrl+shift+Tab', 'ctrl+e')
        person.app.pump(0.5)
        person.app.key('1')
        wait_for_evidence(person, 1)
        person.picture('evidence')
        # From the sheet: past the reason to the chip, which is deleted and comes back.
        person.app.key('ctrl+Tab', 'Tab', 'Tab', 'Delete')
        wait_for_evidence(person, 0)
        person.app.key('ctrl+z')
        wait_for_evidence(person, 1)
        assert person.app.output() == '', person.app.output()


if __name__ == '__main__':
    languages = sys.argv[1:] or ['en', 'ja']
    tap.run([(f'{name}_{language}', lambda case=case, language=language: case(language))
             for language in languages
             for name, case in (('review_all', review_all), ('undo_and_redo', undo_and_redo),
                                ('evidence', evidence))])
