#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ui shows, app decides, db remembers: who may see whom."""

import pathlib
import re

import sources
import tap

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

# What a layer may include of the project, besides the files beside the one that includes.
VISIBLE = {
    'db': ('db', 'db/public'),
    'app': ('app', 'db', 'db/public'),
    'app/cli': ('app/cli', 'app', 'db/public'),
    'ui': ('ui', 'app', 'db/public'),
}

# System headers that belong to one layer, with the layers that may have them.
OWNERS = (
    (re.compile(r'^sqlite3'), ('db',)),
    (re.compile(r'^json-glib/'), ('app', 'app/cli', 'ui')),
    (re.compile(r'^sodium'), ('app',)),
    (re.compile(r'^poppler'), ('app',)),
    (re.compile(r'^(gtk|gdk|gsk|adwaita|pango|cairo)'), ('ui',)),
)

GENERATED = re.compile(r'(^|/)(config|shinsa-\w+-resources|shinsa-enums)\.h$')

SQL = re.compile(
    r'\b(SELECT\s.*\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\w+\s+SET\b'
    r'|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+|TEMP\s+)?(TABLE|INDEX|VIEW|TRIGGER)\b'
    r'|PRAGMA\s+\w+|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|ROLLBACK|SAVEPOINT\s)')


def layer_of(path):
    return 'app/cli' if path.parts[:2] == ('app', 'cli') else path.parts[0]


def c_files():
    return sources.files('.c', '.h', under=('db', 'app', 'ui'))


def includes(path):
    """(line number, whether in quotes, name) of what a file includes."""
    text = sources.read(path)
    for match in INCLUDE.finditer(sources.without_comments(text)):
        line = text.count('\n', 0, match.start(2)) + 1
        yield line, match.group(1) == '"', match.group(2)


def includes_only_downwards():
    known = set(sources.FILES)
    complaints = []
    for path in c_files():
        folders = [path.parent] + [pathlib.PurePath(name) for name in VISIBLE[layer_of(path)]]
        for line, quoted, name in includes(path):
            if quoted and not GENERATED.search(name) \
                    and not any(folder / name in known for folder in folders):
                complaints.append(f'{path}:{line}: {name} is not a file of this layer or the next')
    sources.refuse(complaints)


def no_include_goes_up():
    sources.refuse(f'{path}:{line}: {name}'
                   for path in sources.files('.c', '.h') for line, _, name in includes(path)
                   if '..' in pathlib.PurePath(name).parts)


def libraries_stay_in_their_layer():
    sources.refuse(f'{path}:{line}: {name} does not belong into {layer_of(path)}/'
                   for path in c_files() for line, _, name in includes(path)
                   for pattern, layers in OWNERS
                   if pattern.search(name) and layer_of(path) not in layers)


def rules_know_no_store():
    """app/rules holds pure functions: what they need is handed to them."""
    known = set(sources.FILES)
    sources.refuse(f'{path}:{line}: {name}'
                   for path in c_files() if path.parts[:2] == ('app', 'rules')
                   for line, quoted, name in includes(path)
                   if quoted and pathlib.PurePath('db', name) in known)


def sql_only_in_db():
    complaints = []
    for path in c_files():
        if layer_of(path) == 'db':
            continue
        text = sources.read(path)
        complaints += [f'{path}:{line}: {literal}' for line, literal in sources.strings(text)
                       if SQL.search(literal)]
        complaints += [f'{path}: calls {name}'
                       for name in re.findall(r'\bsqlite3_\w+', sources.code_only(text))]
    sources.refuse(complaints)


def log_domain_comes_from_the_build():
    sources.refuse(f'{path}: sets G_LOG_DOMAIN' for path in c_files()
                   if re.search(r'#\s*(define|undef)\s+G_LOG_DOMAIN', sources.read(path)))


def every_c_file_is_built():
    """A source that no meson.build names is dead, and a test that is not named never runs."""
    complaints = []
    for path in sources.files('.c'):
        folders = [folder for folder in path.parents
                   if (sources.ROOT / folder / 'meson.build').exists()]
        build = '\n'.join(sources.read(folder / 'meson.build') for folder in folders[:2])
        unit = path.stem.removeprefix('test-')
        tested = path.parts[0] == 'tests' and path.stem != unit and f"'{unit}'" in build
        if not tested and not re.search(rf"['/]{re.escape(path.name)}'", build):
            complaints.append(f'{path}: no meson.build names it')
    sources.refuse(complaints)


tap.run([
    includes_only_downwards,
    no_include_goes_up,
    libraries_stay_in_their_layer,
    rules_know_no_store,
    sql_only_in_db,
    log_domain_comes_from_the_build,
    every_c_file_is_built,
])
