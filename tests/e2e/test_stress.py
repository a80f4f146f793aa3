# SPDX-License-Identifier: GPL-3.0-or-later
"""Rough treatment: impatient clicks, a store that is taken away, other programs at the same store,
full and read-only disks, a clock that is set back, and the program killed at any moment. Nothing is
entered twice, nothing is lost, and what happened is said in a sentence."""

import contextlib
import json
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tap
from person import PROGRAM, Person
from prepared import APPLICATIONS, REQUIREMENTS, SHINSACTL, Prepared
from test_whole_path import (ask, decision, identity, packets, received, scored, submitted)

FIRST, SECOND = APPLICATIONS[:2]
ROUNDS = 10
FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'


class Rough(Person):
    """A person in front of a store that was made before."""

    def open(self, data, wait_for='_Submit review', **environment):
        self.own = self.session.folder / 'data'
        self.store = self.own / 'shinsa' / 'store.db'
        if not self.own.is_mount():
            shutil.rmtree(self.own, ignore_errors=True)
        shutil.copytree(data, self.own, dirs_exist_ok=True)
        self.app = self.session.launch([PROGRAM], timeout=60, **environment)
        if wait_for:
            self.button(wait_for, 20)

    def ctl(self, *words):
        return subprocess.run([SHINSACTL, *map(str, words)], env=self.session.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def do(self, *words):
        result = self.ctl(*words)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def be_sound(self):
        """The store holds, and the program complained about nothing."""
        assert 'is sound' in self.do('store', 'check')
        assert self.app.output() == '', self.app.output()

    def entries(self, member):
        """How many entries a member has written."""
        return next(feed['held'] for feed in ask(self, 'feed', 'list')['feeds']
                    if feed['member'] == member)

    def dialogs(self):
        return self.app.children[1:]

    def told(self, *sentences):
        """Waits for the one dialog, which says these sentences, and closes it."""
        def look():
            texts = [label.text for window in self.dialogs() for label in window.find_all('label')]
            return all(any(re.match(sentence, text) for text in texts) for sentence in sentences)

        self.app.wait(look, 10, f'{sentences} in a dialog')
        assert len(self.dialogs()) == 1, self.dialogs()
        self.picture('told')
        self.answer('_Close')
        self.app.wait(lambda: not self.dialogs(), 5, 'the dialog closed')

    def sentence(self, text, *values):
        """A sentence as it is said here; None stands for anything."""
        parts = re.split(r'%[su]', self.say(text))
        between = [re.escape(str(value)) if value is not None else '.*' for value in values]
        return ''.join(re.escape(part) + (between[i] if i < len(between) else '')
                       for i, part in enumerate(parts))

    def reason(self):
        """The field for the reason of the first requirement, with the focus."""
        def look():
            return next((node for node in self.app.find_all('text') if node.focused), None)

        self.app.key('Return')
        return self.app.wait(look, 5, 'a field with the focus')

    def saved_reason(self):
        scores = ask(self, 'score', 'show', FIRST)['draft']['scores']
        return next(score['reason'] for score in scores if score['requirement'] == 'strength')

    def wait_saved(self, text):
        self.app.wait(lambda: self.saved_reason() == text, 10, f'{text!r} in the store')


MOVED = ('“%s” was moved, deleted or replaced while it was open, so nothing was changed. '
         'Put it back, or write a backup before you close the program.')
FULL = ('There is no room left where “%s” is, so nothing was changed. '
        'Make room and try again.')
READ_ONLY = ('“%s” or its folder may not be written to, so nothing was changed. '
             'Change the permissions or use another folder.')
UNSAVED = 'What you entered is not saved yet. It is kept and tried again.'
NOT_DONE = 'This was not done, because what was entered before could not be saved yet. %s'


# --- Impatience ---

def twice(person, button):
    """A double click, where one click is meant."""
    button.mouse_click(count=2)
    person.app.pump(0.5)


def submit_twice(stores):
    """One entry for each gesture, however often it is made."""
    with Rough('en') as person:
        person.open(stores / 'paper')
        before = person.entries('b')
        twice(person, person.button('_Submit review'))
        person.app.wait(lambda: submitted(person, FIRST), 10, 'the first review')
        person.app.key('alt+Down', *'333333', '3')
        person.app.wait(lambda: scored(person, SECOND) == 6, 10, 'six levels')
        person.app.key('ctrl+Return', 'ctrl+Return', 'ctrl+Return')
        person.app.wait(lambda: submitted(person, SECOND), 10, 'the second review')
        person.app.key(*['alt+Down'] * (len(APPLICATIONS) - 2))
        person.button('_Declare no interest')
        person.app.pump(0.5)
        person.app.key('Return', 'Return')
        person.app.pump(1)
        assert person.entries('b') == before + 3, person.entries('b') - before
        assert not person.dialogs(), person.dialogs()
        person.be_sound()


def confirm_twice(stores):
    """One dialog, and one confirmation of each application."""
    with Rough('en') as person:
        person.open(stores / 'meeting', None)
        person.app.find('push button', lambda text: text.startswith('You are'), 20)
        person.be(identity(person, 'chair'))
        person.page(4)
        twice(person, person.button('Confirm all outcomes'))
        assert len(person.dialogs()) == 1, person.dialogs()
        pattern = re.compile(str(len(APPLICATIONS)))
        twice(person, person.app.wait(lambda: next(
            (button for button in person.dialogs()[0].find_all('push button', pattern)
             if button.sensitive), None), 10, 'the button that confirms'))
        for application in APPLICATIONS:
            person.app.wait(lambda: decision(person, application)['state'] == 'confirmed', 15,
                            f'{application} confirmed')
            assert len(decision(person, application)['confirmations']) == 1
        person.app.wait(lambda: not person.dialogs(), 5, 'the dialog closed')
        person.be_sound()


def take_in_twice(stores):
    """One chooser, one dialog about what arrived."""
    with Rough('en') as person:
        person.open(stores / 'paper')
        person.be(identity(person, 'desk'))
        person.page(5)
        twice(person, person.button('Take In…'))
        assert len(person.dialogs()) == 1, person.dialogs()
        person.app.pump(0.5)
        person.app.key('ctrl+l')
        person.app.paste(str(packets(person, 1)[0]))
        person.app.pump(0.5)
        before = received(person)[0]
        person.app.key('Return', 'Return')
        person.app.wait(lambda: received(person)[0] > before, 15, 'reviews in the ledger')
        person.app.wait(lambda: len(person.dialogs()) < 2, 5, 'one dialog at most')
        count = received(person)[0]
        person.open_files(packets(person, 1)[:1])
        person.app.pump(1)
        assert received(person)[0] == count, received(person)
        person.be_sound()


# --- Others at the same store ---

def start_twice(stores):
    """A second start shows the window that is there."""
    with Rough('en') as person:
        person.open(stores / 'paper')
        person.app.xdotool('getactivewindow', 'windowminimize', '--sync')
        assert not person.app.windows()
        person.session.run(PROGRAM)
        person.app.wait(lambda: len(person.app.windows()) == 1, 10, 'the window in sight again')
        assert len(person.app.children) == 1, person.app.children
        field = person.reason()
        person.app.type('half a ')
        # While somebody types, a level of the same draft and a packet arrive from elsewhere.
        person.do('score', 'set', FIRST, REQUIREMENTS[1], 4)
        person.do('--as', 'desk', 'packet', 'read', packets(person, 1)[0])
        person.app.find('panel', re.compile(r', level 4, '), 10)
        person.app.type('sentence')
        person.wait_saved('half a sentence')
        assert field.focused and field.text == 'half a sentence', field.text
        person.be_sound()


def lose_the_store(stores):
    """The store is moved away and another one put in its place, then it comes back."""
    with Rough('en') as person:
        person.open(stores / 'paper')
        backup = person.session.folder / 'backup.db'
        field = person.reason()
        person.app.type('kept ')
        person.wait_saved('kept ')
        aside = person.store.with_name('aside.db')
        person.store.rename(aside)
        shutil.copy(stores / 'paper' / 'shinsa' / 'store.db', person.store)
        person.app.type('here')
        moved = person.sentence(MOVED, person.store)
        person.told(moved, re.escape(person.say(UNSAVED)))
        assert field.text == 'kept here', field.text
        person.app.key('ctrl+Return')
        person.told(person.sentence(NOT_DONE, None), re.escape(person.say('The review was not '
                                                                         'submitted')))
        back_up(person, backup)
        copy = person.do('--store', backup, '--json', 'score', 'show', FIRST)
        assert json.loads(copy)['draft']['scores'][0]['reason'] == 'kept '
        aside.rename(person.store)
        person.wait_saved('kept here')
        person.page(1)
        assert not person.dialogs() and field.text == 'kept here', field.text
        person.be_sound()


def back_up(person, path):
    """Writes a backup by the button of the page."""
    person.page(5)
    person.see('Hand over').mouse_click()
    person.app.pump(0.3)
    person.press('Back Up…')
    person.choose_place(path)
    person.app.wait(path.exists, 10, 'the backup')


# --- Disks ---

@contextlib.contextmanager
def mounted(folder, *options):
    """A file system of its own; only the administrator may mount one."""
    folder.mkdir(exist_ok=True)
    if subprocess.call(['mount', *options, str(folder)], stderr=subprocess.DEVNULL) != 0:
        raise tap.Skip('a disk of its own can be mounted by the administrator alone')
    try:
        yield folder
    finally:
        subprocess.call(['umount', '--lazy', str(folder)])


def fill(disk):
    """Leaves no room."""
    with open(disk / 'filler', 'wb', buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(bytes(4096))
    return disk / 'filler'


def fill_the_disk(stores):
    """What is entered on a full disk is kept, and saved when there is room again."""
    with Rough('en') as person, mounted(person.session.folder / 'data', '-t', 'tmpfs', '-o',
                                        'size=8m', 'tmpfs') as disk:
        person.open(stores / 'paper')
        field = person.reason()
        person.app.type('before ')
        person.wait_saved('before ')
        filler = fill(disk)
        person.app.type('and after')
        person.told(person.sentence(FULL, person.store), re.escape(person.say(UNSAVED)))
        person.app.key('Escape', 'Down', '4', 'ctrl+Return')
        person.told(person.sentence(NOT_DONE, None))
        person.app.find('panel', re.compile(r', level 4, '), 10)
        assert field.text == 'before and after', field.text
        filler.unlink()
        person.wait_saved('before and after')
        person.app.key('ctrl+Return')
        person.app.wait(lambda: submitted(person, FIRST), 10, 'the review')
        told = ask(person, 'score', 'show', FIRST)['submitted']['scores']
        assert [score['level'] for score in told[:2]] == [3, 4], told
        person.be_sound()


def open_read_only(stores):
    """A store that cannot be written to is not opened; a backup does not go to such a place."""
    with Rough('en') as person, mounted(person.session.folder / 'medium', '-t', 'tmpfs', '-o', 'ro',
                                        'tmpfs') as medium:
        person.open(stores / 'paper')
        path = medium / 'backup.db'
        person.page(5)
        person.see('Hand over').mouse_click()
        person.app.pump(0.3)
        person.press('Back Up…')
        person.choose_place(path)
        person.told(re.escape('“') + '.*backup.db.*”')
        person.app.stop()
        person.be_sound()
        with mounted(person.own, '--bind', str(person.own)):
            subprocess.run(['mount', '-o', 'remount,ro,bind', str(person.own)], check=True)
            person.app = person.session.launch([PROGRAM])
            person.read(re.compile(person.sentence(READ_ONLY, person.store)))
            person.picture('read-only')
            person.app.stop()
        assert person.app.output() == '', person.app.output()


# --- Time ---

def set_the_clock_back(stores):
    """The clock says a day before what the store holds; the order of entries is what counts."""
    if not os.path.exists(FAKETIME):
        raise tap.Skip('libfaketime is not installed')
    with Rough('en') as person:
        person.open(stores / 'paper', LD_PRELOAD=FAKETIME, FAKETIME='-3d',
                    FAKETIME_DONT_FAKE_MONOTONIC='1')
        person.reason()
        person.app.type('yesterday')
        person.wait_saved('yesterday')
        person.app.key('ctrl+Return')
        person.app.wait(lambda: submitted(person, FIRST), 10, 'the review')
        person.app.stop()
        person.be_sound()
        person.start()
        person.be_sound()


# --- Killed at any moment ---

def kill_while_submitting(stores):
    """A review is submitted whole, or the draft is there whole."""
    moments = random.Random(1)
    with Rough('en') as person:
        for _ in range(ROUNDS):
            moment = moments.uniform(0, 0.1)
            person.open(stores / 'paper')
            person.button('_Submit review').act('click')
            time.sleep(moment)
            person.app.kill()
            person.be_sound()
            shown = ask(person, 'score', 'show', FIRST)
            whole = shown['submitted'] if submitted(person, FIRST) else shown['draft']
            levels = [score['level'] for score in whole['scores']]
            assert levels == [3] * len(REQUIREMENTS) and whole['overall'] == 3, (moment, shown)


def kill_while_exporting(stores):
    """The file is the old one or the new one, and what was begun goes with the next export."""
    moments = random.Random(2)
    with tempfile.TemporaryDirectory(prefix='shinsa-export-') as folder:
        data, out = pathlib.Path(folder) / 'data', pathlib.Path(folder) / 'out'
        shutil.copytree(stores / 'meeting', data)
        out.mkdir()
        record = out / 'record.json'
        environment = {**os.environ, 'XDG_DATA_HOME': str(data)}
        command = [SHINSACTL, '--as', 'desk', 'record', 'export', '--profile', 'secretariat', '-o',
                   str(record)]

        def run(*words):
            subprocess.run([SHINSACTL, *words], env=environment, stdout=subprocess.DEVNULL,
                           check=True)

        run('--as', 'chair', 'decision', 'confirm', '--method', 'unanimous')
        begun = time.monotonic()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        duration = time.monotonic() - begun
        for _ in range(ROUNDS):
            moment = moments.uniform(0, duration)
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
            run('record', 'verify', str(record))
            run('store', 'check')
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        assert os.listdir(out) == [record.name], os.listdir(out)


# --- All of them ---

CASES = [kill_while_submitting, submit_twice, confirm_twice, take_in_twice, start_twice,
         lose_the_store, fill_the_disk, open_read_only, set_the_clock_back, kill_while_exporting]


def prepare_paper(stores):
    """All interests but the last declared, the first review complete and not submitted."""
    (stores / 'a').mkdir()
    made = Prepared(stores / 'a', 'en')
    for application in APPLICATIONS[:-1]:
        made.ctl('interest', 'declare', application, 'none')
    for requirement in REQUIREMENTS:
        made.ctl('score', 'set', FIRST, requirement, '3')
    made.ctl('overall', 'set', FIRST, '3')
    made.data.rename(stores / 'paper')


def prepare_meeting(stores):
    """Every outcome is provisional."""
    (stores / 'b').mkdir()
    made = Prepared(stores / 'b', 'en').in_paper_review().at_the_meeting()
    for application, outcome in (('nagaoka', 'certified'), ('tokai', 'registered'),
                                 ('fukuoka', 'certified')):
        made.desk('decision', 'propose', application, outcome)
    made.data.rename(stores / 'meeting')


def run_case(name, stores):
    globals()[name](stores)


def main(wanted):
    """Two sessions at a time; each case waits for its own."""
    names = wanted or [case.__name__ for case in CASES]
    with tempfile.TemporaryDirectory(prefix='shinsa-stores-') as folder:
        stores = pathlib.Path(folder)
        with multiprocessing.Pool(2, maxtasksperchild=1) as pool:
            ready = [pool.apply_async(prepare, (stores,))
                     for prepare in (prepare_paper, prepare_meeting)]
            for result in ready:
                result.get()
            pending = [(name, pool.apply_async(run_case, (name, stores))) for name in names]
            tap.run([(name, result.get) for name, result in pending])


if __name__ == '__main__':
    main(sys.argv[1:])
