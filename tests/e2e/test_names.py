# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessibility tree of every page, for a member, the desk and the chair: everything that
can be acted on says what it is."""

import re
import sys

import tap
from person import Person
from test_whole_path import identity

ACTED_ON = ('push button', 'toggle button', 'check box', 'radio button', 'combo box', 'text',
            'entry', 'password text', 'spin button', 'slider')
# GTK 4.8 calls a widget without a name after its type.
TYPE_NAME = re.compile(r'^((Gtk|Adw|Shinsa)[A-Z]\w*)?$')
# Parts of a widget that has a name: the text within an entry, the toggle within a menu button.
# libadwaita 1.2 gives the button that closes a toast no name; Escape and time close it, too.
NOT_OURS = ('AdwToastWidget',)
TWICE = re.compile(r'^(.+) \1$|_[A-Z]')
INNER = ('entry', 'combo box', 'push button', 'spin button', 'text')


def is_outside(node, app):
    """Whether a nameless node is part of something with a name that can be acted on."""
    for ancestor in node.ancestors[:4]:
        if ancestor.name in NOT_OURS:
            return False
        if ancestor.role in INNER and not TYPE_NAME.match(ancestor.name):
            return False
    return True


def unnamed(app):
    """What can be acted on and has no name, as (role, name of the nearest named ancestor)."""
    found = []
    for node in app.find_all(ACTED_ON, TYPE_NAME):
        if node.onscreen and is_outside(node, app):
            named = next((ancestor for ancestor in node.ancestors
                          if not TYPE_NAME.match(ancestor.name)), None)
            found.append((node.role, named and named.name))
    return found


def misnamed(app):
    """What is called twice the same, or with the mark of its mnemonic."""
    return [(node.role, node.name) for node in app.find_all(ACTED_ON, TWICE, onscreen=True)]


def look_around(language):
    with Person(language) as person:
        person.start('--practice')
        person.button('_Declare no interest', timeout=40)
        complaints = []
        for who in (None, 'desk', 'chair'):
            if who:
                person.be(identity(person, who))
            for page in range(1, 6):
                person.page(page)
                complaints += [(who or 'member', page, *entry)
                               for entry in unnamed(person.app) + misnamed(person.app)]
                if page == 1 and who is None:
                    person.press('_Declare no interest')
                    person.app.pump(1)
                    complaints += [('declared', page, *entry) for entry in unnamed(person.app)]
        assert not complaints, '\n'.join(map(str, sorted(set(map(str, complaints)))))


if __name__ == '__main__':
    tap.run([(f'names_{language}', lambda language=language: look_around(language))
             for language in sys.argv[1:] or ['en', 'ja']])
