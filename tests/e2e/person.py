# SPDX-License-Identifier: GPL-3.0-or-later
"""A person in front of the window: finds things by the words on them, in the language of the
session, and takes a picture of what is there."""

import gettext
import os
import pathlib
import re

from gui import Session, Timeout

PROGRAM = os.environ.get('SHINSA', 'shinsa')
LANGUAGES = {'en': 'C.UTF-8', 'ja': 'ja_JP.UTF-8'}

# How things may look: environment, and files of settings.
LOOKS = {
    '': ({}, {}),
    'dark': ({'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, {}),
    'contrast': ({'ADW_DEBUG_HIGH_CONTRAST': '1'}, {}),
    # Twice the usual 96 dots an inch.
    'large': ({}, {'home/.Xdefaults': 'Xft.dpi: 192\n'}),
}
MAXIMISED = ({'GSETTINGS_BACKEND': 'keyfile'},
             {'config/glib-2.0/settings/keyfile': '[jp/shinsa/Shinsa]\nwindow-maximized=true\n'})


class Person:
    """Uses the program in one language. `say` gives the words of that language."""

    def __init__(self, language, size=(1366, 768), look='', maximised=False,
                 input_method=False):
        self.language = language
        self.mark = '-'.join(filter(None, (language, look, str(size[0]))))
        environment, configuration = LOOKS[look]
        if maximised:
            environment = {**environment, **MAXIMISED[0]}
            configuration = {**configuration, **MAXIMISED[1]}
        self.session = Session(size=size, language=LANGUAGES[language], environment=environment,
                               configuration=configuration, input_method=input_method)
        catalogue = gettext.translation('shinsa', os.environ.get('SHINSA_LOCALEDIR'),
                                        [language], fallback=True)
        self.say = catalogue.gettext
        self.say_of = catalogue.pgettext
        self.app = None

    def __enter__(self):
        self.session.__enter__()
        return self

    def __exit__(self, *problem):
        if self.app is not None and problem[0] is not None:
            self.picture('failed')
        self.session.__exit__(*problem)

    def start(self, *arguments):
        """Starts the program and waits until a round is shown."""
        self.app = self.session.launch([PROGRAM, *arguments], timeout=60)
        return self.app

    def picture(self, name):
        """Keeps a picture of the screen as an artifact."""
        folder = pathlib.Path(os.environ.get('SHINSA_SCREENSHOTS', self.session.folder))
        folder.mkdir(parents=True, exist_ok=True)
        self.app.screenshot(str(folder / f'{self.mark}-{name}.png'))

    def words(self, text, context=None):
        """The words on a control, without the mark of its mnemonic."""
        said = self.say_of(context, text) if context else self.say(text)
        return said.replace('_', '') if '_' in text else said

    def button(self, text, timeout=20):
        """A button by its words; a row may add its own to the name."""
        said = self.words(text)
        pattern = re.compile(rf'^{re.escape(said)}( |$)')
        return self.app.find('push button', pattern, timeout)

    def press(self, text):
        """Presses a button once it can be pressed: as a screen reader would, else by mouse."""
        def look():
            button = self.button(text)
            return button if button.sensitive else None

        self.app.wait(look, 10, f'{text!r} stays closed').click()
        self.app.pump(0.3)

    def see(self, text, timeout=20):
        """Waits for a label that says this, or starts with it."""
        said = self.words(text)
        return self.app.find('label', lambda name: name.startswith(said), timeout)

    def read(self, pattern, timeout=20):
        """Waits for a label that matches a pattern."""
        return self.app.find('label', pattern, timeout)

    def choose_in(self, button, item):
        """Opens the menu of a button and chooses in it; a menu may close before it is used."""
        for last in (False, True):
            self.app.find('push button', button, 10).click()
            try:
                self.app.menu_item(item, 5).click()
                return
            except Timeout:
                if last:
                    raise

    def be(self, name):
        """Chooses in the practice round who one is."""
        start = self.words('You are: %s').split('%s')[0]
        self.choose_in(lambda text: text.startswith(start), name)
        self.app.find('push button', lambda text: text.startswith(start) and name in text)
        self.app.pump(0.5)

    def page(self, number):
        """Goes to a page by its number."""
        self.app.key(f'alt+{number}')
        self.app.pump(0.5)

    def answer(self, text, context=None):
        """Presses a button of the dialog in front; a window has buttons of its own."""
        self.answer_like(re.compile(f'^{re.escape(self.words(text, context))}$'))

    def answer_like(self, pattern):
        """Presses the button of the dialog in front whose words match."""
        def look():
            return [button for window in self.app.children[1:]
                    for button in window.find_all('push button', pattern)]

        self.app.wait(look, 10, f'no answer like {pattern.pattern!r}')[-1].click()
        self.app.pump(0.5)

    def choose_file(self, path):
        """In the file chooser: types the path of a file."""
        self.app.pump(0.8)
        self.app.key('ctrl+l')
        self.app.paste(str(path))
        self.app.pump(0.5)
        self.app.key('Return')
        self.app.pump(0.8)

    def choose_place(self, path):
        """In the file chooser for saving: types where the file is to go."""
        self.app.pump(0.8)
        self.app.key('ctrl+a')
        self.app.paste(str(path))
        self.app.pump(0.5)
        self.app.key('Return')
        self.app.pump(0.8)

    def open_files(self, paths):
        """As from the file manager: hands files to the program that runs already."""
        self.session.run(PROGRAM, *map(str, paths))
        self.app.pump(0.5)
