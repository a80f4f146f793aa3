#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completion know everything that the program knows."""

import functools
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import shinsactl
import tap

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / 'resources'
PAGES = ('shinsa.1', 'shinsactl.1')
COMPLETION = RESOURCES / 'completion' / 'shinsactl'

# Completes the words that follow, the last of which is being typed.
COMPLETE = '''
compopt () { :; }
source "$1"
shift
COMP_WORDS=(shinsactl "$@")
COMP_CWORD=$#
_shinsactl
printf '%s\\n' "${COMPREPLY[@]}"
'''


def groff(page, *options):
    if not shutil.which('groff'):
        raise tap.Skip('groff is not installed')
    done = subprocess.run(['groff', '-man', '-Kutf8', '-Tutf8', '-P-cbou', '-rLL=400n', *options,
                           RESOURCES / page], capture_output=True, check=True)
    return done.stdout.decode(), done.stderr.decode()


@functools.cache
def manual():
    text, _ = groff('shinsactl.1')
    return text.replace('\u2010', '-').replace('\u2212', '-')


def pages_are_without_warnings():
    for page in PAGES:
        _, warnings = groff(page, '-ww', '-z')
        assert warnings == '', warnings


def manual_has_every_verb():
    missing = [f'{noun} {verb}' for noun, verb, _ in shinsactl.verbs()
               if not re.search(rf'^ +(.*, )?{noun} (\w+\|)*{verb}\b', manual(), re.MULTILINE)]
    assert not missing, missing


def options_of(noun, verb):
    text = shinsactl.call(noun, verb, '--help').expect(0).text
    return set(re.findall(r'--[a-z-]+', text)) - {'--help'}


def manual_has_every_option():
    # An option that has a letter stands there by it.
    known = manual().replace('-o FILE', '--output').replace('-o FOLDER', '--output')
    missing = {f'{noun} {verb} {option}' for noun, verb, _ in shinsactl.verbs()
               for option in options_of(noun, verb) if option not in known}
    assert not missing, sorted(missing)


def manual_has_no_other_option():
    known = {'--help', '--version'}.union(*(options_of(noun, verb)
                                            for noun, verb, _ in shinsactl.verbs()))
    named = set(re.findall(r'(?<![\w-])--[a-z-]+', manual()))
    assert named <= known, sorted(named - known)


def complete(store, *words):
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(shinsactl.PROGRAM, pathlib.Path(folder) / 'shinsactl')
        environment = dict(os.environ, PATH=f'{folder}:{os.environ["PATH"]}', LC_ALL='C.UTF-8')
        done = subprocess.run(['bash', '-c', COMPLETE, 'bash', COMPLETION, '--store', store.path,
                               *words], capture_output=True, env=environment, check=True)
    assert done.stderr == b'', done.stderr
    return done.stdout.decode().split()


def nouns_verbs_and_options_are_completed(store):
    known = shinsactl.verbs()
    assert complete(store, '') == list(dict.fromkeys(noun for noun, _, _ in known))
    for noun in {noun for noun, _, _ in known}:
        assert complete(store, noun, '') == [verb for other, verb, _ in known if other == noun]
    assert complete(store, 'ro') == ['round', 'roster']
    assert complete(store, '--json', 'round', 'list', '--st') == ['--store']
    assert complete(store, 'score', 'set', '--ev') == ['--evidence']


def arguments_are_completed(store):
    applications = ['hokkaido-prime', 'tsuruoka', 'nagaoka', 'tokai', 'fukuoka']
    for words, wanted in (
            (('interest', 'declare', ''), applications),
            (('interest', 'declare', 't'), ['tsuruoka', 'tokai']),
            (('interest', 'rule', 'tokai', 'a', ''), ['recuse', 'admit']),
            (('score', 'set', 'tokai', 's'), ['strength']),
            (('score', 'set', 'tokai', 'strength', ''),
             ['4', '3', '2', '1', 'cannot-judge', 'unset']),
            (('phase', 'close', ''), ['paper', 'interview']),
            (('interview', 'heard', 'tokai', 'a', ''), ['whole', 'part', 'none']),
            (('decision', 'propose', 'tokai', ''), ['certified', 'registered', 'declined']),
            (('decision', 'confirm', 'tokai', 'fukuoka', 'n'), ['nagaoka']),
            (('roster', 'show', 'c'), ['chair', 'c'])):
        assert complete(store, *words) == wanted, (words, complete(store, *words))


def values_of_options_are_completed(store):
    for words, wanted in (
            (('--as', 'd'), ['desk', 'deputy', 'd']),
            (('--round', ''), ['regional-2021-1']),
            (('interview', 'start', 'tokai', '--segment', ''),
             ['presentation', 'questions', 'summary']),
            (('decision', 'confirm', '--method', ''), ['unanimous', 'vote', 'chair']),
            (('record', 'export', '--profile', 'p'), ['public']),
            (('record', 'export', '-o', str(COMPLETION)[:-2]), [str(COMPLETION)])):
        assert complete(store, *words) == wanted, (words, complete(store, *words))


def nothing_is_completed_where_nothing_is_known(store):
    empty = shinsactl.Store(store.folder / 'none')
    assert complete(empty, 'interest', 'declare', '') == []
    assert complete(store, 'nonsense', '') == []
    assert complete(store, 'round', 'list', '') == []


with tempfile.TemporaryDirectory() as root:
    practice = shinsactl.Store(pathlib.Path(root) / 'practice', 'desk')
    practice.say('round', 'practice', pathlib.Path(root) / 'packets')
    tap.run([
        pages_are_without_warnings,
        manual_has_every_verb,
        manual_has_every_option,
        manual_has_no_other_option,
        *((case.__name__, lambda case=case: case(practice)) for case in (
            nouns_verbs_and_options_are_completed, arguments_are_completed,
            values_of_options_are_completed, nothing_is_completed_where_nothing_is_known)),
    ])
