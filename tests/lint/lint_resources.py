#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are data to the programs: well formed, valid, and none forgotten.

The build folder is the argument: desktop entry and metainfo are tested as they are installed.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import jsonschema

import sources
import tap

BUILD = pathlib.Path(sys.argv[1])
NAME = 'jp.shinsa.Shinsa'
XML = ('.ui', '.xml', '.xml.in', '.svg')
SHELL = re.compile(rb'#!.*\b(ba)?sh\b')


def command(*arguments):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout


def json_files():
    return sources.files('.json', under=('resources',))


def bundled(bundle):
    """The files that a resource bundle takes in, as it names them."""
    tree = ElementTree.fromstring(sources.read(pathlib.Path(bundle)))
    return {node.text for node in tree.iter('file')}


def shell_scripts():
    """By the first line, and completion scripts, which have none."""
    for path in sources.FILES:
        with open(sources.ROOT / path, 'rb') as file:
            if SHELL.match(file.readline()) or 'completion' in path.parts:
                yield str(sources.ROOT / path)


def json_is_well_formed():
    complaints = []
    for path in json_files():
        try:
            json.loads(sources.read(path))
        except ValueError as error:
            complaints.append(f'{path}: {error}')
    sources.refuse(complaints)


def schemas_are_valid():
    complaints = []
    for path in sources.files('.schema.json', under=('resources',)):
        schema = json.loads(sources.read(path))
        if schema.get('$schema') != 'https://json-schema.org/draft/2020-12/schema':
            complaints.append(f'{path}: is not of draft 2020-12')
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            complaints.append(f'{path}: {error.message}')
    sources.refuse(complaints)


def xml_is_well_formed():
    complaints = []
    for path in sources.files(*XML):
        if path.parts[:2] == ('tests', 'data'):
            continue
        try:
            ElementTree.fromstring(sources.read(path).encode())
        except ElementTree.ParseError as error:
            complaints.append(f'{path}: {error}')
    sources.refuse(complaints)


def bundles_are_complete():
    complaints = []
    for bundle, folder, wanted in (
            ('db/shinsa-db.gresource.xml', 'db', sources.files('.sql', under=('db',))),
            ('app/shinsa-app.gresource.xml', 'resources',
             [path for path in json_files() if path.parts[1] == 'samples']),
            ('ui/shinsa-ui.gresource.xml', 'ui', sources.files('.ui', under=('ui',)))):
        names = {str(path.relative_to(folder)) for path in wanted}
        complaints += [f'{bundle}: lacks {name}' for name in sorted(names - bundled(bundle))]
    sources.refuse(complaints)


def interface_is_stripped():
    tree = ElementTree.fromstring(sources.read(pathlib.Path('ui/shinsa-ui.gresource.xml')))
    sources.refuse(f'{node.text}: preprocess="xml-stripblanks" is missing'
                   for node in tree.iter('file')
                   if node.text.endswith('.ui') and node.get('preprocess') != 'xml-stripblanks')


def shell_is_well_formed():
    for script in shell_scripts():
        command('bash', '-n', script)


def shellcheck_finds_nothing():
    if not shutil.which('shellcheck'):
        raise tap.Skip('shellcheck is not installed')
    command('shellcheck', '--shell=bash', *shell_scripts())


def desktop_entry_is_valid():
    command('desktop-file-validate', str(BUILD / 'resources' / f'{NAME}.desktop'))


def metainfo_is_valid():
    """Newer versions warn that there is no home page, of which there is none."""
    done = subprocess.run(['appstreamcli', 'validate', '--no-net',
                           str(BUILD / 'resources' / f'{NAME}.metainfo.xml')],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    problems = re.findall(r'^[EW]: .*', done.stdout, re.MULTILINE)
    home_page = [line for line in problems if line.endswith(': url-homepage-missing')]
    assert problems == home_page and (done.returncode == 0 or home_page), done.stdout


def settings_are_valid():
    command('glib-compile-schemas', '--strict', '--dry-run', str(sources.ROOT / 'resources'))


tap.run([
    json_is_well_formed,
    schemas_are_valid,
    xml_is_well_formed,
    bundles_are_complete,
    interface_is_stripped,
    shell_is_well_formed,
    shellcheck_finds_nothing,
    desktop_entry_is_valid,
    metainfo_is_valid,
    settings_are_valid,
])
