#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader may rely on in every file."""

import ast
import re

import sources
import tap

LONGEST_LINE = 100
LONGEST_FILE = 1000
LONGEST_FUNCTION = 80
LONGEST_HEADER = 60

WRITTEN = ('.c', '.h', '.py', '.ui', '.css', '.sql', '.sh', 'meson.build', 'dev', '.ci/run')
TEXT = WRITTEN + ('.md', '.in', '.xml', '.svg', '.json', '.po', 'POTFILES', 'LINGUAS')

MARK = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X)\b')
OTHER_PLACE = re.compile(r'(?<![\w.~/-])/(?:work|root|home|tmp)(?![\w-])')
SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'


def written():
    """Files that somebody wrote by hand; test data may look as they like."""
    return [path for path in sources.FILES
            if str(path).endswith(WRITTEN) and path.parts[:2] != ('tests', 'data')]


def texts():
    return [path for path in sources.FILES
            if str(path).endswith(TEXT) and path.parts[:2] != ('tests', 'data')]


def each_line(paths, complain):
    """Fails if `complain` gives a reason for any line of these files."""
    complaints = []
    for path in paths:
        for number, line in enumerate(sources.read(path).split('\n'), 1):
            reason = complain(line)
            if reason:
                complaints.append(f'{path}:{number}: {reason}')
    sources.refuse(complaints)


def lines_are_not_too_long():
    def complain(line):
        columns = sources.width(line)
        # A sentence of the interface cannot be broken in XML.
        if columns > LONGEST_LINE and 'translatable="yes"' not in line:
            return f'{columns} columns'
        return None
    each_line(written(), complain)


def lines_end_cleanly():
    each_line(texts(), lambda line: 'ends in white space' if line != line.rstrip() else None)


def files_end_with_a_newline():
    sources.refuse(f'{path}' for path in texts()
                   if sources.read(path) and not sources.read(path).endswith('\n'))


def no_tabs():
    each_line(texts(), lambda line: 'has a tab' if '\t' in line else None)


def no_unfinished_work():
    each_line(written(), lambda line: 'is marked as unfinished' if MARK.search(line) else None)


def no_path_of_one_computer():
    each_line([path for path in texts() if path.name != 'LICENSE'],
              lambda line: 'names a place outside' if OTHER_PLACE.search(line) else None)


def licence_is_named_first():
    complaints = []
    for path in sources.FILES:
        if not str(path).endswith(('.c', '.h', '.py', 'dev', '.ci/run', '.sh')):
            continue
        lines = sources.read(path).splitlines()
        first = lines[1] if lines[0].startswith('#!') else lines[0]
        if SPDX not in first:
            complaints.append(f'{path}')
    sources.refuse(complaints)


def files_are_not_too_long():
    sources.refuse(f'{path}: {lines} lines' for path in written()
                   if (lines := sources.read(path).count('\n')) > LONGEST_FILE)


def c_functions_are_not_too_long():
    sources.refuse(f'{path}:{line}: {len(body)} lines' for path in sources.files('.c')
                   for line, _, body in sources.functions(sources.read(path))
                   if len(body) > LONGEST_FUNCTION)


def python_functions_are_not_too_long():
    complaints = []
    for path in sources.files('.py'):
        for node in ast.walk(ast.parse(sources.read(path), str(path))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = node.end_lineno - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    complaints.append(f'{path}:{node.lineno}: {node.name} has {lines} lines')
    sources.refuse(complaints)


def headers_are_short():
    """A declaration counts once, however many lines its parameters take; plain data do not."""
    complaints = []
    for path in sources.files('.h'):
        code = sources.without_comments(sources.read(path))
        code = re.sub(r'^\s*(typedef )?(struct|enum)\b[^;{]*\{.*?^\}[^\n]*', '', code,
                      flags=re.MULTILINE | re.DOTALL)
        code = re.sub(r'\([^()]*\)', '()', code)
        code = re.sub(r'^G_DEFINE_AUTOPTR_CLEANUP_FUNC \(\)$', '', code, flags=re.MULTILINE)
        lines = sum(1 for line in code.splitlines() if line.strip())
        if lines > LONGEST_HEADER:
            complaints.append(f'{path}: {lines} lines of code')
    sources.refuse(complaints)


def headers_are_included_once():
    sources.refuse(f'{path}' for path in sources.files('.h')
                   if '\n#pragma once\n' not in sources.read(path))


def own_header_comes_first():
    complaints = []
    for path in sources.files('.c'):
        header = path.with_suffix('.h')
        names = re.findall(r'^#include ["<]([^">]+)[">]', sources.read(path), re.MULTILINE)
        if names[:1] == ['config.h']:
            del names[0]
        if header in sources.FILES and not (names and str(header).endswith(names[0])):
            complaints.append(f'{path}')
    sources.refuse(complaints)


def a_refusal_says_why():
    """Where a function takes a GError, FALSE and NULL are returned only after it was set.

    That it was set cannot be proved here; that nothing near the return speaks of an error can.
    """
    complaints = []
    for path in sources.files('.c'):
        for first, signature, body in sources.functions(sources.read(path)):
            if not re.search(r'GError\s*\*\*\s*error\s*\)', signature):
                continue
            if not re.search(r'\bgboolean\b', signature.split('(')[0]):
                continue
            for number, line in enumerate(body):
                near = '\n'.join(body[max(0, number - 12):number + 1])
                if re.search(r'\breturn FALSE;', line) and 'err' not in near:
                    complaints.append(f'{path}:{first + number}: no error is set before this')
    sources.refuse(complaints)


def a_warning_is_no_way_out():
    """Who cannot go on returns an error; a warning is for who can."""
    complaints = []
    for path in sources.files('.c'):
        code = sources.code_only(sources.read(path))
        for match in re.finditer(r'\bg_(warning|critical) \([^;]*;\s*return\b', code):
            line = code.count('\n', 0, match.start()) + 1
            complaints.append(f'{path}:{line}: warns and returns')
    sources.refuse(complaints)


# What such a function does, its name says.
PLAIN = re.compile(r'_(new|ref|unref|free|clear|init|close|quark|get_type)$|_get_\w+$')
DECLARATION = re.compile(r'^(?!typedef\b|return\b|G_)\w[\w *]*?\b(shinsa_\w+)\s*'
                         r'\(([^;{]*)\)[^;{]*;', re.MULTILINE)
DESCRIBED = re.compile(r'\*/\n\w[^\n;{}=]*\n(shinsa_\w+) \(')


def public_functions_are_described():
    """Where it is defined, or over the declarations that it stands among.

    What takes one thing and only makes, gives or frees it needs no words.
    """
    described = {name for path in sources.files('.c', under=('app', 'db', 'ui'))
                 for name in DESCRIBED.findall(sources.read(path))}
    complaints = []
    for path in sources.files('.h', under=('app', 'db', 'ui')):
        if path.name.endswith('-private.h'):
            continue
        for paragraph in sources.read(path).split('\n\n'):
            if paragraph.lstrip().startswith('/*'):
                continue
            for name, parameters in DECLARATION.findall(sources.without_comments(paragraph)):
                plain = ',' not in parameters and PLAIN.search(name)
                if name not in described and not plain:
                    complaints.append(f'{path}: {name}')
    sources.refuse(complaints)


tap.run([
    lines_are_not_too_long,
    lines_end_cleanly,
    files_end_with_a_newline,
    no_tabs,
    no_unfinished_work,
    no_path_of_one_computer,
    licence_is_named_first,
    files_are_not_too_long,
    c_functions_are_not_too_long,
    python_functions_are_not_too_long,
    headers_are_short,
    headers_are_included_once,
    own_header_comes_first,
    a_refusal_says_why,
    a_warning_is_no_way_out,
    public_functions_are_described,
])
