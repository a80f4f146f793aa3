#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the interface exists in Japanese, and nothing is left over."""

import functools
import gettext
import io
import pathlib
import re
import subprocess

import sources
import tap

# As meson's preset for GLib has them, so that what the build extracts is what is tested.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--add-comments', '--output=-',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
    '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
    '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format',
    '--flag=g_set_error:4:c-format', '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format',
]

PO = sources.ROOT / 'po'
MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|Q_|g?d?n?gettext|g_dp?n?gettext2?) ?\(')
MARKED_XML = re.compile(r'translatable="(yes|true)"')

# Words that accuse; a message says what happened and what to do.
HARSH = re.compile('不正|偽造|失敗')


def command(*arguments, text=None):
    done = subprocess.run(arguments, input=text, capture_output=True, text=True, cwd=sources.ROOT)
    assert done.returncode == 0, f'{arguments[0]}: {done.stderr}'
    return done.stdout


def listed():
    lines = (PO / 'POTFILES').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def languages():
    return (PO / 'LINGUAS').read_text(encoding='utf-8').split()


@functools.cache
def template():
    """What a fresh look through the sources finds to translate."""
    return command(*XGETTEXT, '--files-from=po/POTFILES')


def catalogue(text):
    """Message by message what a .po file says; what is fuzzy or empty is not in it."""
    done = subprocess.run(['msgfmt', '--output-file=-', '-'], input=text.encode(),
                          capture_output=True, check=True)
    messages = gettext.GNUTranslations(io.BytesIO(done.stdout))._catalog
    return {key[0] if isinstance(key, tuple) else key: value
            for key, value in messages.items() if key}


def potfiles_are_complete():
    marked = set()
    for path in sources.files('.c', '.h', '.ui', under=('db', 'app', 'ui')):
        text = sources.read(path)
        if path.suffix == '.ui':
            found = MARKED_XML.search(text)
        else:
            found = MARKED.search(sources.code_only(text))
        if found:
            marked.add(str(path))
    marked |= {str(path) for path in sources.files('.desktop.in', '.metainfo.xml.in')}
    sources.refuse([f'not in POTFILES: {path}' for path in sorted(marked - set(listed()))] +
                   [f'nothing to translate in {path}' for path in sorted(set(listed()) - marked)])


def potfiles_are_sorted():
    assert listed() == sorted(set(listed())), 'POTFILES is not sorted, or names a file twice'


def translations_are_well_formed():
    for language in languages():
        merged = command('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=-',
                         str(PO / f'{language}.po'), '-', text=template())
        command('msgfmt', '--check', '--output-file=/dev/null', '-', text=merged)


def translations_are_complete():
    # msgen gives every message itself as its translation, so that none of them is left out.
    wanted = catalogue(command('msgen', '--output-file=-', '-', text=template().replace(
        'charset=CHARSET', 'charset=UTF-8').replace(
        'nplurals=INTEGER; plural=EXPRESSION', 'nplurals=2; plural=n != 1')))
    complaints = []
    for language in languages():
        present = catalogue((PO / f'{language}.po').read_text(encoding='utf-8'))
        complaints += [f'{language}: not translated: {message!r}'
                       for message in sorted(wanted.keys() - present.keys())]
        complaints += [f'{language}: no longer used: {message!r}'
                       for message in sorted(present.keys() - wanted.keys())]
    sources.refuse(complaints)


def nothing_is_fuzzy_or_obsolete():
    complaints = []
    for language in languages():
        for number, line in enumerate(sources.read(pathlib.Path('po', f'{language}.po'))
                                      .splitlines(), 1):
            if line.startswith('#~') or (line.startswith('#,') and 'fuzzy' in line):
                complaints.append(f'{language}.po:{number}: {line}')
    sources.refuse(complaints)


def messages_do_not_accuse():
    for language in languages():
        present = catalogue((PO / f'{language}.po').read_text(encoding='utf-8'))
        sources.refuse(f'{language}: {text}' for text in present.values() if HARSH.search(text))


tap.run([
    potfiles_are_complete,
    potfiles_are_sorted,
    translations_are_well_formed,
    translations_are_complete,
    nothing_is_fuzzy_or_obsolete,
    messages_do_not_accuse,
])
