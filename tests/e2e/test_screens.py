# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page, in both languages, light and dark, on small and large screens, in
large text and high contrast. Each page appears, nothing is larger than the screen, and the program
complains about nothing."""

import multiprocessing
import pathlib
import re
import shutil
import sys
import tempfile

import tap
from person import LOOKS, Person
from prepared import Prepared
from test_whole_path import identity

SMALL, USUAL, LARGE = (1024, 600), (1366, 768), (1920, 1080)
# What the committee's laptops and the room's screen show; then the smallest screen, large text and
# high contrast. The other screens are run by their names.
SEEN = [(language, size, look) for language in ('ja', 'en') for size in (USUAL, LARGE)
        for look in ('', 'dark')]
SEEN += [('en', SMALL, 'dark'), ('ja', USUAL, 'large'), ('en', LARGE, 'contrast')]
SCREENS = [(language, size, look) for language in ('en', 'ja') for size in (SMALL, USUAL, LARGE)
           for look in LOOKS]


class Photographer(Person):
    """Goes through the program with a store that was made before."""

    def open(self, data=None):
        """Starts the program anew, with a copy of a store or without any."""
        if self.app:
            self.app.stop()
            self.stay_quiet()
        own = self.session.folder / 'data'
        shutil.rmtree(own)
        shutil.copytree(data, own) if data else own.mkdir(mode=0o700)
        self.start()

    def stay_quiet(self):
        assert self.app.output() == '', self.app.output()

    def take(self, name, role, words, context=None):
        """Waits for what the page is known by, and takes its picture."""
        said = words if hasattr(words, 'search') else self.words(words, context)
        pattern = said if hasattr(said, 'search') else re.compile(f'^{re.escape(said)}')
        self.app.find(role, pattern, 20)
        # Away from what would show a hint.
        self.app.xdotool('mousemove', self.session.size[0] - 1, self.session.size[1] - 1)
        self.app.pump(0.25)
        self.fit(name)
        self.picture(name)

    def fit(self, name):
        """No window is larger than the screen, or would have to be."""
        width, height = self.session.size
        for window in self.app.windows():
            inside = (window.width - window.left - window.right <= width
                      and window.height - window.top - window.bottom <= height)
            assert inside, f'{name}: {window}'
        for frame in self.app.children:
            needed = frame.extents[2:]
            assert needed[0] <= width and needed[1] <= height, f'{name}: it needs {needed}'

    def tab(self, text, context=None):
        """Chooses a part of a page."""
        self.app.find('page tab', self.words(text, context)).mouse_click()

    def choose(self, text):
        """Presses one of the buttons that choose a view."""
        self.button(text).click()

    def project(self, kind):
        """Chooses what is projected, in the menu of the button that says what is."""
        self.choose_in(self.words('Not projecting', 'projection'), self.words(kind))


def welcome(person):
    person.open()
    person.take('00-first-launch', 'push button', '_Try the Practice Round')


def review(person, data):
    """An application before its declaration, then one that is half scored."""
    person.open(data)
    person.app.key(*['alt+Down'] * 4)
    person.take('10-declaration', 'push button', '_Declare no interest')
    person.app.key(*['alt+Up'] * 3)
    person.take('11-review', 'push button', '_Submit review')
    person.app.pump(0.5)
    person.picture('11-review')
    for number, (tab, context) in enumerate([('Outline', None), ('Indicators', None),
                                             ('Last', 'view')], 12):
        person.tab(tab, context)
        person.take(f'{number}-{tab.lower()}', 'page tab', tab, context)


def compare(person):
    person.page(2)
    person.take('20-members', 'push button', 'By Member')
    person.choose('By Application')
    person.take('21-applications', 'push button', 'By Application')
    person.app.key('p', 'Down', 'p')
    person.choose('Paper and Interview')
    person.take('22-phases', 'push button', 'Paper and Interview')
    person.choose('Last Round')
    person.take('23-last-round', 'push button', 'Last Round')
    pinned = person.words('Pinned (%u)', 'compare') % 2
    person.app.find('push button', pinned).click()
    person.take('24-pinned', 'push button', re.compile(re.escape(pinned)))


def decide(person):
    """As the chair."""
    person.page(4)
    person.be(identity(person, 'chair'))
    person.take('40-board', 'push button', 'Confirm all outcomes')
    person.choose('Heat Map')
    person.take('41-heat-map', 'push button', 'Heat Map')
    person.choose('Range')
    person.take('42-range', 'push button', 'Range')
    person.choose('Overview')
    person.press('Confirm all outcomes')
    person.take('43-confirm', 'push button', 'Cancel')
    person.app.key('Escape')
    person.press('Open the application under the cursor')
    person.take('44-application', 'push button', 'Back to all applications')


def record(person):
    """As the desk."""
    person.be(identity(person, 'desk'))
    person.page(5)
    person.take('50-ledger', 'push button', 'Take In…')
    for number, row in enumerate(['Interests', 'Register', 'Hand over'], 51):
        person.see(row).mouse_click()
        person.take(f'{number}-{row.lower().replace(" ", "-")}', 'label', row)


def interview(person):
    """The desk projects levels, then starts an interview; last what the member sees of it."""
    person.page(3)
    person.project('_Deliberation: Levels under Letters')
    person.answer('_Project Levels')
    person.take('30-projected-levels', 'frame', 'Projection')
    person.app.key('F5')
    person.app.key('alt+n')
    person.take('31-desk', 'push button', 'Stop the interview')
    person.project('_Interview: Applicant, Segment and Time')
    person.take('32-projected-time', 'frame', 'Projection')
    person.app.key('F5')
    person.be('Member B' if person.language == 'en' else '委員B')
    person.take('33-member', 'page tab', 'My paper review')


def photograph(stores, language, size, look):
    with Photographer(language, size, look, maximised=True) as person:
        welcome(person)
        review(person, stores / language / 'paper')
        person.open(stores / language / 'meeting')
        compare(person)
        decide(person)
        record(person)
        interview(person)
        person.app.stop()
        person.stay_quiet()


def prepare(stores, language):
    folder = stores / language
    folder.mkdir()
    prepared = Prepared(folder, language)
    shutil.copytree(prepared.in_paper_review().data, folder / 'paper')
    prepared.at_the_meeting().data.rename(folder / 'meeting')


def name_of(language, size, look):
    return '_'.join(filter(None, ('screens', language, look, str(size[0]))))


def main(wanted):
    """Two sessions at a time; each case waits for its own. Names that are given are run instead of
    the usual ones."""
    screens = {name_of(*screen): screen for screen in SCREENS}
    wanted = wanted or [name_of(*screen) for screen in SEEN]
    with tempfile.TemporaryDirectory(prefix='shinsa-stores-') as folder:
        stores = pathlib.Path(folder)
        with multiprocessing.Pool(2, maxtasksperchild=1) as pool:
            pool.starmap(prepare, [(stores, language) for language in ('en', 'ja')])
            pending = [(name, pool.apply_async(photograph, (stores, *screens[name])))
                       for name in wanted]
            tap.run([(name, result.get) for name, result in pending])


if __name__ == '__main__':
    main(sys.argv[1:])
