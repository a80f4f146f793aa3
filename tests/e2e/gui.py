# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program in a real window under Xvfb, as a person would: the accessibility tree to find
and read things, X events to act.

    with Session() as session:             # a screen, a session bus, a window manager, a home
        app = session.launch([program])    # waits until its window is in the tree
        app.find('push button', 'Add').click()
        app.find('text', 'Name').fill('りんご')
        app.key('ctrl+s')
        app.find('label', '5 rows')        # finding waits
        app.screenshot(path)

A GtkColumnView of a long list keeps about 200 rows of widgets, so search inside a node rather
than in the whole program where you can. GTK 4.18 differs from 4.8: menu buttons are toggle
buttons, rows of lists have names, widgets without a name have an empty one.
"""

import dataclasses
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

from node import ATSPI, Node

HOME_FOLDERS = {
    'HOME': 'home',
    'XDG_CACHE_HOME': 'cache',
    'XDG_CONFIG_HOME': 'config',
    'XDG_DATA_HOME': 'data',
    'XDG_RUNTIME_DIR': 'run',
    'XDG_STATE_HOME': 'state',
}

NOT_INHERITED = (
    'AT_SPI_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'GTK_THEME', 'LANGUAGE',
    'NO_AT_BRIDGE', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XMODIFIERS',
)

ENVIRONMENT = {
    'GDK_BACKEND': 'x11',
    'GSETTINGS_BACKEND': 'memory',
    'GSK_RENDERER': 'cairo',
    'GTK_A11Y': 'atspi',
    'GTK_IM_MODULE': 'gtk-im-context-simple',
}

# The one setting that differs from how ibus comes: hiragana from the first key on.
JAPANESE_INPUT = '[org/freedesktop/ibus/engine/anthy/common]\ninput-mode=0\n'


class Timeout(AssertionError):
    """Something that was waited for did not happen."""


def end(process, timeout=5):
    """Asks a process to end, then makes it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def read_line(descriptor, timeout):
    """A line that a server writes when it is ready; as much as came if it does not end."""
    line, limit = b'', time.monotonic() + timeout
    # Xvfb writes its number and the end of the line apart, and dies if the pipe is closed before.
    while not line.endswith(b'\n') and time.monotonic() < limit:
        if select.select([descriptor], [], [], 0.5)[0]:
            chunk = os.read(descriptor, 4096)
            if not chunk:
                break
            line += chunk
    return line.decode().strip()


def connect(address):
    flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
             | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    bus.set_exit_on_close(False)
    return bus


@dataclasses.dataclass
class Window:
    """An X window of the program; left to bottom is the shadow that it draws itself."""

    x: int
    y: int
    width: int
    height: int
    title: str
    popup: bool
    left: int
    right: int
    top: int
    bottom: int

    def differs_from(self, size):
        """How far content of this size is from what the window has room for."""
        return (abs(self.width - self.left - self.right - size[0])
                + abs(self.height - self.top - self.bottom - size[1]))

    def margin(self, size):
        """Where content of this size begins: after the shadow, or in the middle without one."""
        if self.left + self.right + self.top + self.bottom:
            return self.left, self.top
        return (self.width - size[0]) // 2, (self.height - size[1]) // 2


class Session:
    """A screen of its own with a session bus, a window manager and an empty home."""

    def __init__(self, size=(1366, 768), language='ja_JP.UTF-8', environment=None,
                 input_method=False, configuration=None):
        self.size = size
        self.configuration = configuration or {}      # by place, such as home/.Xdefaults
        self.language = language
        self.input_method = input_method
        self.extra = environment or {}
        self.processes = []
        self.apps = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='shinsa-e2e-'))
        self.log = open(self.folder / 'session.log', 'ab')
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def _start(self):
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in NOT_INHERITED}
        for name, folder in HOME_FOLDERS.items():
            (self.folder / folder).mkdir(mode=0o700)
            self.environment[name] = str(self.folder / folder)
        self.environment.update(ENVIRONMENT, LANG=self.language, LC_ALL=self.language)
        self.environment.update(self.extra)
        for name, text in self.configuration.items():
            self._configure(name, text)
        self._start_screen()
        self._start_bus()
        self._start_window_manager()
        if self.input_method:
            self._start_input_method()

    def _configure(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def _spawn(self, command, environment=None, **options):
        process = subprocess.Popen(command, stdout=self.log, stderr=self.log,
                                   env=environment or self.environment, **options)
        self.processes.append(process)
        return process

    def _start_screen(self):
        width, height = self.size
        for _ in range(4):
            reader, writer = os.pipe()
            screen = self._spawn(['Xvfb', '-displayfd', str(writer), '-screen', '0',
                                  f'{width}x{height}x24', '-nolisten', 'tcp', '-noreset'],
                                 pass_fds=[writer])
            os.close(writer)
            number = read_line(reader, 20)
            os.close(reader)
            self.environment['DISPLAY'] = f':{number}'
            if number and subprocess.call(['xdotool', 'getdisplaygeometry'], stdout=self.log,
                                          stderr=self.log, env=self.environment) == 0:
                return
            end(screen)
        raise Timeout('Xvfb did not start')

    def _start_bus(self):
        reader, writer = os.pipe()
        self._spawn(['dbus-daemon', '--session', '--nofork', '--nopidfile',
                     f'--print-address={writer}'], pass_fds=[writer])
        os.close(writer)
        address = read_line(reader, 20)
        os.close(reader)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address
        address = connect(address).call_sync(
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, 20000,
            None).unpack()[0]
        self.bus = connect(address)

    def _start_window_manager(self):
        """A window that appears while the manager starts may never be shown, so wait for it."""
        self._spawn(['openbox'])
        limit = time.monotonic() + 20
        while 'window id' not in self.run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'):
            if time.monotonic() > limit:
                raise Timeout('openbox did not start')
            time.sleep(0.02)

    def _start_input_method(self):
        """ibus with anthy, as it is used in Japan."""
        self._configure('config/glib-2.0/settings/keyfile', JAPANESE_INPUT)
        self.environment['GTK_IM_MODULE'] = 'ibus'
        # The engine is a script for the python3 of the system, whatever comes first elsewhere.
        self._spawn(['ibus-daemon', '--panel=disable'],
                    {**self.environment, 'GSETTINGS_BACKEND': 'keyfile', 'PATH': '/usr/bin:/bin'})
        limit = time.monotonic() + 20
        while True:
            # The answer comes before the engine is there, so it is asked for, too.
            subprocess.call(['ibus', 'engine', 'anthy'], stdout=self.log, stderr=self.log,
                            env=self.environment)
            if subprocess.run(['ibus', 'engine'], stdout=subprocess.PIPE, stderr=self.log,
                              env=self.environment).stdout == b'anthy\n':
                return
            if time.monotonic() > limit:
                raise Timeout('ibus did not start')
            time.sleep(0.2)

    def launch(self, command, timeout=20, **environment):
        app = App(self, command, environment)
        self.apps.append(app)
        app.start(timeout)
        return app

    def run(self, *command):
        """Runs a command on this screen and returns what it prints."""
        return subprocess.run([str(word) for word in command], env=self.environment, check=True,
                              stdout=subprocess.PIPE, stderr=self.log).stdout.decode()

    def screenshot(self, path):
        """What a person sees, popovers included."""
        self.run('import', '-silent', '-window', 'root', path)

    def stop(self):
        for app in self.apps:
            app.stop()
        for process in reversed(self.processes):
            end(process)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class App(Node):
    """A program that runs in a session; as a node, the top of its accessibility tree."""

    def __init__(self, session, command, environment):
        self.session = session
        self.command = [str(word) for word in command]
        self.environment = {**session.environment, **environment}
        self.app = self
        self.path = self.dest = None

    def start(self, timeout):
        self.log_path = self.session.folder / f'app-{len(self.session.apps)}.log'
        with open(self.log_path, 'wb') as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log,
                                            stderr=log)
        self.wait(self._attach, timeout, f'no window from {self.command[0]}')
        self.pump(0.2)

    def _attach(self):
        """Finds the program in the accessibility tree, by the process that owns the name."""
        status = self.process.poll()
        assert status is None, f'{self.command[0]} ended with {status}: {self.output()}'
        registry = Node(self, '/org/a11y/atspi/accessible/root', f'{ATSPI}Registry')
        for node in registry.children:
            try:
                process = self.session.bus.call_sync(
                    'org.freedesktop.DBus', '/', 'org.freedesktop.DBus',
                    'GetConnectionUnixProcessID', GLib.Variant('(s)', (node.dest,)), None, 0,
                    5000, None).unpack()[0]
            except GLib.Error:
                continue
            if self._owns(process):
                self.path, self.dest = node.path, node.dest
                return bool(self.children and self.windows())
        return False

    def _owns(self, process):
        """Whether it is what was started, or a child of it (under valgrind, say)."""
        while process > 1 and process != self.process.pid:
            try:
                status = pathlib.Path(f'/proc/{process}/stat').read_text()
            except OSError:
                return False
            process = int(status.rpartition(')')[2].split()[1])
        return process == self.process.pid

    def output(self):
        """What the program has written to its standard streams."""
        return self.log_path.read_text(errors='replace')

    def pump(self, seconds=0.02):
        limit = time.monotonic() + seconds
        context = GLib.MainContext.default()
        while True:
            while context.iteration(False):
                pass
            if time.monotonic() >= limit:
                return
            time.sleep(0.005)

    def wait(self, condition, timeout=20, what='condition'):
        """Waits until the condition holds and returns what it gave."""
        limit = time.monotonic() + timeout
        while True:
            self.pump(0)
            problem = ''
            try:
                value = condition()
                if value:
                    return value
            except GLib.Error as error:      # What was asked went away meanwhile.
                problem = f'; {error.message}'
            if time.monotonic() > limit:
                if self.process.poll() is not None:
                    problem += f'; the program ended with {self.process.returncode}:\n'
                    problem += self.output()[-2000:]
                raise Timeout(f'{what} (waited {timeout} s){problem}')
            time.sleep(0.03)

    def xdotool(self, *words):
        return self.session.run('xdotool', *words)

    def key(self, *keys):
        self.xdotool('key', '--clearmodifiers', '--delay', '20', *keys)
        self.pump(0.05)
        return self

    def type(self, text):
        """Types ASCII; other text is pasted, since xdotool drops some of such characters."""
        if not text.isascii():
            return self.paste(text)
        self.xdotool('type', '--delay', '12', text)
        self.pump(0.05)
        return self

    def paste(self, text):
        # xclip goes to the background once it owns the selection, and ends with the X server.
        subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text.encode(), check=True,
                       stdout=self.session.log, stderr=self.session.log,
                       env=self.session.environment)
        self.key('ctrl+v')
        self.pump(0.15)
        return self

    def windows(self):
        """The program's X windows that can be seen."""
        try:
            numbers = self.xdotool('search', '--onlyvisible', '--class', '').split()
        except subprocess.CalledProcessError:
            return []
        return [window for number in numbers if (window := self._window(number))]

    def _window(self, number):
        try:
            place = self.session.run('xwininfo', '-id', number, '-stats')
            properties = self.session.run('xprop', '-id', number, '_NET_WM_PID',
                                          '_GTK_FRAME_EXTENTS', '_NET_WM_NAME')
        except subprocess.CalledProcessError:      # It was closed meanwhile.
            return None
        process = re.search(r'_NET_WM_PID.*= (\d+)', properties)
        if not process or not self._owns(int(process[1])):
            return None
        x, y, width, height = (
            int(re.search(rf'{name}:\s+(-?\d+)', place)[1])
            for name in ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))
        shadow = re.search(r'_GTK_FRAME_EXTENTS.*= (\d+), (\d+), (\d+), (\d+)', properties)
        title = re.search(r'_NET_WM_NAME.*= "(.*)"', properties)
        return Window(x, y, width, height, title[1] if title else '',
                      'Override Redirect State: yes' in place,
                      *(int(side) for side in shadow.groups()) if shadow else (0,) * 4)

    def screenshot(self, path):
        self.pump(0.2)
        self.session.screenshot(path)

    def stop(self):
        """Ends the program and returns its exit status."""
        end(self.process)
        return self.process.returncode

    def kill(self):
        """Ends it as a power cut would, as far as the program is concerned."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
