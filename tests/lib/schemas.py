# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's JSON Schemas, with a validator that knows nothing of the program."""

import json
import pathlib
import warnings

import jsonschema

FOLDER = pathlib.Path(__file__).resolve().parents[2] / 'resources' / 'schemas'
NAMES = ('round-definition', 'packet-lines', 'decision-record', 'practice-opinions')


def load(name):
    return json.loads((FOLDER / f'{name}.schema.json').read_text(encoding='utf-8'))


SCHEMAS = {name: load(name) for name in NAMES}

with warnings.catch_warnings():
    # Newer versions have another way to give schemas by name, older ones only this.
    warnings.simplefilter('ignore', DeprecationWarning)
    RESOLVER = jsonschema.RefResolver('', {}, {schema['$id']: schema
                                               for schema in SCHEMAS.values()})


def validator(name, part=None):
    """Validates against a schema, or against one of its $defs."""
    place = f'#/$defs/{part}' if part else '#'
    return jsonschema.Draft202012Validator({'$ref': SCHEMAS[name]['$id'] + place},
                                           resolver=RESOLVER)


def first_error(name, value, part=None):
    """What is wrong with a value, as far in as it can be said; None where nothing is."""
    return jsonschema.exceptions.best_match(validator(name, part).iter_errors(value))
