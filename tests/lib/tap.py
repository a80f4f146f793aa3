# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Python test cases and prints TAP, as the tests in C do.

A case is a function; it passes by returning, fails by raising and is left out by raising Skip.
"""

import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot run here; its text is the reason."""


def fail(number, name, reason):
    """The reason goes to standard error, which meson shows; it keeps what TAP says to itself."""
    print(f'not ok {number} {name}', flush=True)
    print(f'{name}:\n{str(reason).rstrip()}', file=sys.stderr, flush=True)


def run_case(number, name, case):
    """Runs one case; returns whether it may stand."""
    try:
        case()
    except Skip as reason:
        print(f'ok {number} {name} # SKIP {reason}', flush=True)
        return True
    except AssertionError as failure:
        fail(number, name, str(failure) or traceback.format_exc())
    except Exception:
        fail(number, name, traceback.format_exc())
    else:
        print(f'ok {number} {name}', flush=True)
        return True
    return False


def run(cases):
    """Runs `cases`, a list of functions or of (name, function) pairs, and ends the program."""
    print(f'1..{len(cases)}')
    fine = True
    for number, case in enumerate(cases, 1):
        name, function = case if isinstance(case, tuple) else (case.__name__, case)
        fine = run_case(number, name, function) and fine
    sys.exit(0 if fine else 1)
