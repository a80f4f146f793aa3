#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Closes a test run with the plain line `N passed, N failed`, from the logs that meson wrote.

Every case of every TAP program counts for itself. A program that ended badly without naming a
failed case (it crashed, or its time was over) counts as one failure.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

FINE = {'OK', 'SKIP', 'EXPECTEDFAIL'}


def count_cases(junit):
    """The numbers of cases passed, failed and skipped, and the programs with a failed case."""
    passed, failed, skipped, blamed = 0, 0, 0, set()
    for case in ElementTree.parse(junit).iter('testcase'):
        outcome = {child.tag for child in case}
        if outcome & {'failure', 'error'}:
            failed += 1
            # Meson writes project.program as the class of a TAP case, else just the project.
            blamed.add(case.get('classname').partition('.')[2] or case.get('name'))
        elif 'skipped' in outcome:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped, blamed


def programs_that_failed(log):
    with open(log, encoding='utf-8') as lines:
        programs = [json.loads(line) for line in lines]
    return {program['name'] for program in programs if program['result'] not in FINE}


def main(folder):
    junit, log = folder / 'testlog.junit.xml', folder / 'testlog.json'
    if not junit.exists() or not log.exists():
        print('0 passed, 1 failed')
        return 1
    passed, failed, skipped, blamed = count_cases(junit)
    unblamed = programs_that_failed(log) - blamed
    for name in sorted(unblamed):
        print(f'ended badly: {name}')
    failed += len(unblamed)
    ending = f', {skipped} skipped' if skipped else ''
    print(f'{passed} passed, {failed} failed{ending}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1])))
