# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Python test cases and prints TAP, as the tests in C do.

A case is a function; it passes by returning, fails by raising and is left out by raising Skip.
"""

import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot run here; its text is the reason."""


def comment(text):
    for line in str(text).rstrip().splitlines():
        print(f'# {line}')


def run_case(number, name, case):
    """Runs one case; returns whether it may stand."""
    try:
        case()
    except Skip as reason:
        print(f'ok {number} {name} # SKIP {reason}', flush=True)
        return True
    except AssertionError as failure:
        print(f'not ok {number} {name}')
        comment(failure if str(failure) else traceback.format_exc())
    except Exception:
        print(f'not ok {number} {name}')
        comment(traceback.format_exc())
    else:
        print(f'ok {number} {name}', flush=True)
        return True
    sys.stdout.flush()
    return False


def run(cases):
    """Runs `cases`, a list of functions or of (name, function) pairs, and ends the program."""
    print(f'1..{len(cases)}')
    fine = True
    for number, case in enumerate(cases, 1):
        name, function = case if isinstance(case, tuple) else (case.__name__, case)
        fine = run_case(number, name, function) and fine
    sys.exit(0 if fine else 1)
