# SPDX-License-Identifier: GPL-3.0-or-later
"""One object of the accessibility tree, as a screen reader sees it, with the mouse beside it.

It speaks D-Bus itself and asks for many objects at once: that is several times faster than
libatspi, and there is no cache that goes stale. Roles are the AT-SPI names of GTK 4.8; a role may
be a tuple of roles. A name matches exactly, or by a compiled pattern, or by a function.
"""

from gi.repository import GLib

ATSPI = 'org.a11y.atspi.'
PROPERTIES = 'org.freedesktop.DBus.Properties'
CALL_TIMEOUT = 10000
DEEPEST = 80
LABELLED_BY = 2
WINDOW_COORDINATES = 1

ROLES = (
    'invalid,accelerator label,alert,animation,arrow,calendar,canvas,check box,check menu item,'
    'color chooser,column header,combo box,date editor,desktop icon,desktop frame,dial,dialog,'
    'directory pane,drawing area,file chooser,filler,focus traversable,font chooser,frame,'
    'glass pane,html container,icon,image,internal frame,label,layered pane,list,list item,menu,'
    'menu bar,menu item,option pane,page tab,page tab list,panel,password text,popup menu,'
    'progress bar,push button,radio button,radio menu item,root pane,row header,scroll bar,'
    'scroll pane,separator,slider,spin button,split pane,status bar,table,table cell,'
    'table column header,table row header,tearoff menu item,terminal,text,toggle button,tool bar,'
    'tool tip,tree,tree table,unknown,viewport,window,extended,header,footer,paragraph,ruler,'
    'application,autocomplete,editbar,embedded,entry,chart,caption,document frame,heading,page,'
    'section,redundant object,form,link,input method window,table row,tree item,'
    'document spreadsheet,document presentation,document text,document web,document email,comment,'
    'list box,grouping,image map,notification,info bar,level bar,title bar,block quote,audio,video,'
    'definition,article,landmark,log,marquee,math,rating,timer,static,math fraction,math root,'
    'subscript,superscript,description list,description term,description value,footnote,'
    'content deletion,content insertion,mark,suggestion,push button menu'
).split(',')

STATES = (
    'invalid active armed busy checked collapsed defunct editable enabled expandable expanded '
    'focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque '
    'pressed resizable selectable selected sensitive showing single-line stale transient vertical '
    'visible manages-descendants indeterminate required truncated animated invalid-entry '
    'supports-autocompletion selectable-text is-default visited checkable has-popup read-only'
).split()


def role_name(number):
    return ROLES[number] if number < len(ROLES) else str(number)


# What GTK 4.8 calls this may have another role in GTK 4.18.
ALSO = {'panel': 'grouping', 'push button': 'toggle button'}


def one_of(role):
    if not isinstance(role, str):
        return role
    return (role, ALSO[role]) if role in ALSO else (role,)


def matches(entry, role, name):
    """Whether an entry of a snapshot has this role (None: any) and this name (None: any)."""
    if role and entry['role'] not in one_of(role):
        return False
    if name is None:
        return True
    text = entry['name']
    if callable(name):
        return bool(name(text))
    if hasattr(name, 'search'):
        return bool(name.search(text))
    # GTK 4.8 says the label of a labelled button twice.
    return text in (name, f'{name} {name}')


class Snapshot:
    """A subtree read at one go, with all questions under way at the same time."""

    def __init__(self, node, only):
        self.bus = node.app.session.bus
        self.only = {ROLES.index(role) for role in one_of(only)} if only else None
        self.found = {}
        self.pending = 0
        self._visit(node.path, node.dest, 0)
        while self.pending:
            GLib.MainContext.default().iteration(True)
        self.entries = list(self._in_order(node.path))

    def _ask(self, path, dest, interface, method, arguments, key, then=None):
        def answered(bus, result):
            self.pending -= 1
            try:
                value = bus.call_finish(result).unpack()[0]
            except GLib.Error:        # It went away meanwhile.
                return
            self.found[path][key] = value
            if then:
                then(value)
        self.pending += 1
        self.bus.call(dest, path, interface, method, arguments, None, 0, CALL_TIMEOUT, None,
                      answered)

    def _visit(self, path, dest, depth):
        if path in self.found or depth > DEEPEST:
            return
        self.found[path] = {'path': path, 'dest': dest, 'role': None, 'name': '', 'children': []}

        def ask_name(role=None):
            if self.only is None or role in self.only:
                self._ask(path, dest, PROPERTIES, 'Get',
                          GLib.Variant('(ss)', (f'{ATSPI}Accessible', 'Name')), 'name')

        def visit_children(children):
            for child_dest, child_path in children:
                if not child_path.endswith('/null'):
                    self._visit(child_path, child_dest, depth + 1)

        interface = f'{ATSPI}Accessible'
        self._ask(path, dest, interface, 'GetRole', None, 'role', ask_name if self.only else None)
        if not self.only:
            ask_name()
        self._ask(path, dest, interface, 'GetChildren', None, 'children', visit_children)

    def _in_order(self, top):
        stack = [(top, 0)]
        while stack:
            path, depth = stack.pop()
            entry = self.found.get(path)
            if entry is None or entry['role'] is None:
                continue
            yield {**entry, 'role': role_name(entry['role']), 'depth': depth}
            stack += [(child, depth + 1) for _, child in reversed(entry['children'])]


class Node:
    """One accessible object; every property is read from the program when asked for."""

    def __init__(self, app, path, dest=None):
        self.app = app
        self.path = path
        self.dest = dest or app.dest

    def __eq__(self, other):
        return isinstance(other, Node) and (other.path, other.dest) == (self.path, self.dest)

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        try:
            return f'<{self.role} {self.name!r}>'
        except GLib.Error:
            return '<gone>'

    # What it is.

    def call(self, interface, method, signature='()', *arguments):
        if not interface.startswith('org.'):
            interface = ATSPI + interface
        return self.app.session.bus.call_sync(
            self.dest, self.path, interface, method, GLib.Variant(signature, arguments),
            None, 0, CALL_TIMEOUT, None).unpack()

    def get(self, interface, name):
        return self.call(PROPERTIES, 'Get', '(ss)', ATSPI + interface, name)[0]

    @property
    def role(self):
        return role_name(self.call('Accessible', 'GetRole')[0])

    @property
    def name(self):
        return self.get('Accessible', 'Name')

    @property
    def label(self):
        """The name, or the text of what labels it: menu items of GTK 4.18 have no name."""
        if self.name:
            return self.name
        labels = [Node(self.app, path, dest)
                  for relation, targets in self.call('Accessible', 'GetRelationSet')[0]
                  if relation == LABELLED_BY for dest, path in targets]
        return ' '.join(label.text for label in labels)

    @property
    def description(self):
        return self.get('Accessible', 'Description')

    @property
    def states(self):
        low, high = self.call('Accessible', 'GetState')[0]
        bits = low | high << 32
        return {name for number, name in enumerate(STATES) if bits >> number & 1}

    @property
    def focused(self):
        return 'focused' in self.states

    @property
    def checked(self):
        return 'checked' in self.states

    @property
    def sensitive(self):
        return 'sensitive' in self.states

    @property
    def interfaces(self):
        names = self.call('Accessible', 'GetInterfaces')[0]
        return {name.rpartition('.')[2] for name in names}

    @property
    def actions(self):
        """GetActions gives translated names in GTK 4.18; GetName does not."""
        if 'Action' not in self.interfaces:
            return []
        return [self.call('Action', 'GetName', '(i)', number)[0]
                for number in range(self.get('Action', 'NActions'))]

    @property
    def text(self):
        if 'Text' not in self.interfaces:
            return self.name
        # GTK 4.8 gives nothing for GetText(0, -1) on entries and labels.
        return self.call('Text', 'GetText', '(ii)', 0, self.get('Text', 'CharacterCount'))[0]

    @property
    def value(self):
        return self.get('Value', 'CurrentValue')

    @value.setter
    def value(self, number):
        self.call(PROPERTIES, 'Set', '(ssv)', f'{ATSPI}Value', 'CurrentValue',
                  GLib.Variant('d', number))
        self.app.pump()

    # Where it is.

    @property
    def children(self):
        return [Node(self.app, path, dest)
                for dest, path in self.call('Accessible', 'GetChildren')[0]
                if not path.endswith('/null')]

    @property
    def parent(self):
        dest, path = self.get('Accessible', 'Parent')
        return None if path.rpartition('/')[2] in ('null', 'root') else Node(self.app, path, dest)

    @property
    def ancestors(self):
        found, node = [], self.parent
        while node and len(found) < DEEPEST:
            found.append(node)
            node = node.parent
        return found

    @property
    def extents(self):
        """x, y, width, height, counted from the content of the window."""
        return self.call('Component', 'GetExtents', '(u)', WINDOW_COORDINATES)[0]

    @property
    def onscreen(self):
        try:
            _, _, width, height = self.extents
        except GLib.Error:
            return False
        return width > 0 and height > 0

    @property
    def rect(self):
        """x, y, width, height on the screen.

        GTK 4.8 counts from a wrong place inside a popover, and cannot say where a window is, so
        the program's X windows are asked for. A popover is an X window as large as its object.
        """
        x, y, width, height = self.extents
        chain = [self] + self.ancestors
        windows = self.app.windows()
        for node in chain[:-1]:
            try:
                left, top, *size = node.extents
            except GLib.Error:        # A page of a GtkStack has no place.
                continue
            for window in windows:
                if window.popup and [window.width, window.height] == size:
                    return window.x + x - left, window.y + y - top, width, height
        left, top, *size = chain[-1].extents
        window = self._window_of(chain[-1], size, windows)
        # The content of a window starts at 0, 0 in GTK 4.8, and elsewhere in 4.18.
        across, down = window.margin(size)
        return window.x + across + x - left, window.y + down + y - top, width, height

    def _window_of(self, frame, size, windows):
        title = frame.name
        plain = [window for window in windows if not window.popup]
        candidates = [window for window in plain if window.title == title] or plain
        assert candidates, f'no X window for {title!r}'
        return min(candidates, key=lambda window: window.differs_from(size))

    # What is in it.

    def snapshot(self, only=None):
        """The whole subtree in its order: dicts with path, dest, role, name, depth, children.

        With `only` names are read for this role alone, which takes fewer calls.
        """
        return Snapshot(self, only).entries

    def find_all(self, role=None, name=None, onscreen=False):
        entries = self.snapshot(role if role and name is not None else None)
        nodes = [Node(self.app, entry['path'], entry['dest'])
                 for entry in entries if matches(entry, role, name)]
        return [node for node in nodes if node.onscreen] if onscreen else nodes

    def find_now(self, role=None, name=None):
        nodes = self.find_all(role, name)
        if len(nodes) > 1:
            nodes = [node for node in nodes if node.onscreen] or nodes
        return nodes[0] if nodes else None

    def find(self, role=None, name=None, timeout=20):
        """Waits for it. Among several it prefers one on the screen, then the order of the tree."""
        wanted = getattr(name, 'pattern', name)
        return self.app.wait(lambda: self.find_now(role, name), timeout,
                             f'no {role} named {wanted!r}')

    def gone(self, role=None, name=None, timeout=20):
        """Waits until nothing of this kind is on the screen."""
        return self.app.wait(lambda: not self.find_all(role, name, onscreen=True), timeout,
                             f'{role} {name!r} still there')

    def menu_item(self, label, timeout=20):
        """An item of an open menu, by its name in GTK 4.8, by what labels it in 4.18."""
        def look():
            return self.find_now('menu item', label) or next(
                (item for item in self.find_all('menu item') if item.label == label), None)
        return self.app.wait(look, timeout, f'no menu item {label!r}')

    def header(self, title):
        """The header of a column of a GtkColumnView, to be clicked with the mouse."""
        for row in self.find_all('table row'):
            if not any(child.role == 'table cell' for child in row.children):
                return row.find('label', title)
        raise AssertionError(f'no header {title!r}')

    def cells(self):
        """The texts of a GtkColumnView, row by row, as far as the rows have widgets."""
        rows, cell, cell_depth = [], None, 0
        for entry in self.snapshot():
            if entry['role'] == 'table row':
                rows.append([])
                cell = None
            elif entry['role'] == 'table cell' and rows:
                cell, cell_depth = [], entry['depth']
                rows[-1].append(cell)
            elif cell is not None and entry['depth'] > cell_depth:
                if entry['role'] == 'label':
                    cell.append(entry['name'])
                elif entry['role'] in ('text', 'entry'):
                    cell.append(Node(self.app, entry['path'], entry['dest']).text)
        return [[' '.join(filter(None, cell)) for cell in row] for row in rows if row]

    def tree(self):
        """The subtree to be read by people, when a test is written or has failed."""
        return ''.join(f"{'  ' * entry['depth']}{entry['role']} {entry['name']!r}\n"
                       for entry in self.snapshot())

    # What is done to it.

    def act(self, name=None):
        number = self.actions.index(name) if name else 0
        assert self.call('Action', 'DoAction', '(i)', number)[0], f'action refused: {self!r}'
        self.app.pump(0.05)
        return self

    def click(self):
        """By its action, or with the mouse where it has none."""
        actions = self.actions
        for name in ('click', 'activate', 'toggle'):
            if name in actions:
                return self.act(name)
        return self.mouse_click()

    def mouse_click(self, button=1, dx=None, dy=None, count=1):
        x, y, width, height = self.rect
        assert width > 0 and height > 0, f'not on screen: {self!r}'
        x = int(x + (width / 2 if dx is None else dx))
        y = int(y + (height / 2 if dy is None else dy))
        # Two movements: right after an item of a popover was clicked, GTK 4.8 swallows a click
        # that no movement inside the window preceded. With --sync xdotool would wait in vain
        # when the pointer is there already.
        self.app.xdotool('mousemove', x - 2, y - 2, 'sleep', 0.05, 'mousemove', x, y,
                         'sleep', 0.05, 'click', '--repeat', count, '--delay', 60, button)
        self.app.pump(0.1)
        return self

    def set_text(self, text):
        """By the accessibility tree, without any key."""
        assert self.call('EditableText', 'SetTextContents', '(s)', text)[0], f'not set: {self!r}'
        self.app.pump(0.05)
        return self

    def fill(self, text):
        """As a person: click into it, select all, type over it."""
        self.mouse_click()
        self.app.key('ctrl+a', 'BackSpace')
        self.app.type(text)
        return self

    def select_child(self, number):
        return self.call('Selection', 'SelectChild', '(i)', number)[0]
