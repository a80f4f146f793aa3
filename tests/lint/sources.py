# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint checks share: the project's files, and C read without its comments and strings."""

import pathlib
import re
import subprocess
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]

COMMENT_OR_STRING = re.compile(
    r'/\*.*?\*/'                          # a comment
    r'|//[^\n]*'
    r'|"(?:[^"\\\n]|\\.)*"'               # a string
    r"|'(?:[^'\\\n]|\\.)+'",              # a character
    re.DOTALL)


def project_files():
    """Every file of the project, relative to its top; also where there is no git."""
    if (ROOT / '.git').exists():
        command = ['git', '-c', f'safe.directory={ROOT}', '-C', str(ROOT), 'ls-files', '-z',
                   '--cached', '--others', '--exclude-standard']
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = (pathlib.PurePath(name) for name in names.split('\0') if name)
    else:
        found = (path.relative_to(ROOT) for path in ROOT.rglob('*') if path.is_file())
    return sorted(path for path in set(found)
                  if not path.parts[0].startswith('_build') and '__pycache__' not in path.parts
                  and (ROOT / path).is_file())


FILES = project_files()


def files(*suffixes, under=()):
    """The project's files with one of these endings, in one of these folders if any are given."""
    return [path for path in FILES
            if path.name.endswith(suffixes) and (not under or path.parts[0] in under)]


def read(path):
    return (ROOT / path).read_text(encoding='utf-8')


def blank(match, keep):
    """As many lines as before, with nothing in them."""
    text = match.group()
    if text[0] in keep:
        return text
    quote = text[0] if text[0] != '/' else ''
    return quote + '\n' * text.count('\n') + quote


def without_comments(text):
    return COMMENT_OR_STRING.sub(lambda match: blank(match, keep='"\''), text)


def code_only(text):
    """C without the insides of comments, strings and characters."""
    return COMMENT_OR_STRING.sub(lambda match: blank(match, keep=''), text)


def strings(text):
    """(line number, text) of the string literals of C; neighbours are put together."""
    found = []
    end = None
    for match in COMMENT_OR_STRING.finditer(text):
        if match.group()[0] != '"':
            continue
        if end is not None and not text[end:match.start()].strip():
            found[-1] = (found[-1][0], found[-1][1] + match.group()[1:-1])
        else:
            found.append((text.count('\n', 0, match.start()) + 1, match.group()[1:-1]))
        end = match.end()
    return found


def functions(text):
    """(first line number, signature, body lines) of the functions of a C file in GNU style.

    The brace that opens a function stands in the first column, as does the one that closes it;
    what opens a struct, an enum or a table is told by the line before.
    """
    lines = code_only(text).splitlines()
    number = 0
    while number < len(lines):
        if lines[number].startswith('{'):
            start = number
            while start > 0 and lines[start - 1].strip() and lines[start - 1][0] not in '#}':
                start -= 1
            signature = ' '.join(lines[start:number])
            end = number
            while end < len(lines) - 1 and not lines[end].startswith('}'):
                end += 1
            if '(' in signature and '=' not in signature:
                yield number + 1, signature, lines[number:end + 1]
            number = end
        number += 1


def width(line):
    """Columns on a screen: a character of East Asian width takes two."""
    return sum(0 if unicodedata.combining(character) else
               2 if unicodedata.east_asian_width(character) in 'WF' else 1
               for character in line)


def refuse(complaints):
    """Fails the case that found anything, naming all of it."""
    complaints = list(complaints)
    assert not complaints, '\n'.join(complaints)
