# SPDX-License-Identifier: GPL-3.0-or-later
"""In the interview room by keyboard: keys that move between the panes are heard from within a text,
what is half typed is kept, and a power cut brings one back to the same application and time."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap
from person import PROGRAM, Person
from prepared import SHINSACTL, Prepared
from test_whole_path import ask, identity

APPLICATION = 'tsuruoka'
NAME = 'Tsuruoka Biocommunity'
TIME = re.compile(r'^\d+:\d\d / (\d+):00$')


class Attendee(Person):
    """A person at the page Interview, whose store was made before."""

    def come(self, data, interview=True):
        shutil.copytree(data, self.session.folder / 'data', dirs_exist_ok=True)
        if interview:
            self.desk('interview', 'start', APPLICATION)
        self.open()
        self.turn_to_it()

    def turn_to_it(self):
        self.page(3)
        self.app.wait(lambda: self.line.focused, 10, 'the line for notes with the focus')
        if not self.is_about():
            self.app.key('alt+Down')
        self.app.wait(self.is_about, 10, f'the page is about {NAME}')

    def open(self):
        self.app = self.session.launch([PROGRAM], timeout=60)
        start = self.words('You are: %s').split('%s')[0]
        self.app.find('push button', lambda name: name.startswith(start), 20)

    def be_desk(self):
        self.be(identity(self, 'desk'))
        # A tooltip under the pointer would come between.
        self.app.xdotool('mousemove', '3', '3')
        self.page(3)

    def desk(self, *words):
        subprocess.run([SHINSACTL, '--as', 'desk', *words], env=self.session.environment,
                       stdout=subprocess.DEVNULL, check=True)

    def is_about(self):
        """Whether the application is chosen in the list, and the page is in sight."""
        return self.line.onscreen and any(
            'selected' in row.states for row in self.app.find_all('list item')
            if row.find_all('label', NAME))

    @property
    def line(self):
        return self.app.find('text', 'Note')

    def focus(self, role):
        """Waits until a thing of this role has the focus."""
        return self.app.wait(lambda: next((node for node in self.app.find_all(role)
                                           if node.focused), None), 5, f'{role} with the focus')

    def wait_time(self, minutes):
        """Waits until the timer runs over so many minutes, and returns what it says."""
        return self.app.wait(lambda: next(
            (label.name for label in self.app.find_all(None, TIME)
             if TIME.match(label.name)[1] == str(minutes)), None), 10, f'{minutes} minutes')


def seconds(time):
    minutes, rest = time.split(' ')[0].split(':')
    return 60 * int(minutes) + int(rest)


def move_from_a_text(data):
    """Ctrl+Tab and Ctrl+Return mean the page, not the text that has the focus."""
    with Attendee('en') as person:
        person.come(data)
        person.app.type('half a ')
        person.app.key('ctrl+Tab')
        person.focus('panel')
        person.app.key('Return')
        reason = person.focus('text')
        before = reason.text
        person.app.key('ctrl+Shift+Tab')
        person.app.wait(lambda: person.line.focused, 5, 'the line for notes again')
        assert reason.text == before, reason.text
        person.app.type('note')
        assert person.line.text == 'half a note', person.line.text
        person.app.key('ctrl+Return')
        person.app.wait(lambda: [
            review for review in ask(person, 'review', 'show', APPLICATION)['reviews']
            if review['member'] == 'b' and review['phase'] == 'interview'], 10, 'it is confirmed')
        assert person.line.text == 'half a note', person.line.text
        assert person.app.output() == '', person.app.output()


def come_back(data):
    """After a power cut the timer goes on where it was; a minute from elsewhere shows at once."""
    with Attendee('en') as person:
        person.come(data, interview=False)
        person.be_desk()
        person.app.key('alt+n')
        before = person.wait_time(20)
        person.line.mouse_click()
        person.app.type('who is responsible')
        person.app.wait(lambda: ask(person, '--as', 'desk', 'note', 'list', APPLICATION)['notes'],
                        10, 'what is begun on the disk')
        person.app.kill()
        person.open()
        person.turn_to_it()
        after = person.wait_time(20)
        assert seconds(after) > seconds(before) + 1, (before, after)
        person.desk('interview', 'extend', APPLICATION)
        assert seconds(person.wait_time(21)) >= seconds(after)
        person.picture('come-back')
        assert person.app.output() == '', person.app.output()


CASES = [move_from_a_text, come_back]


def main(wanted):
    with tempfile.TemporaryDirectory(prefix='shinsa-room-') as folder:
        data = Prepared(pathlib.Path(folder), 'en').in_paper_review().at_the_meeting().data
        tap.run([(case.__name__, lambda case=case: case(data))
                 for case in CASES if not wanted or case.__name__ in wanted])


if __name__ == '__main__':
    main(sys.argv[1:])
