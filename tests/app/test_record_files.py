#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records that the program wrote stand before the schema and the independent verifier.

The argument is the test that writes them.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import schemas
import tap
import verify_record


def write_records(folder):
    subprocess.run([sys.argv[1], '-p', '/record/profiles'], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, 'SHINSA_TEST_RECORDS': folder})


def case_for(folder, profile):
    def case():
        data = (pathlib.Path(folder) / f'record-{profile}.json').read_bytes()
        error = schemas.first_error('decision-record', json.loads(data))
        assert error is None, f'{error.json_path}: {error.message}'
        found = verify_record.check(data)
        assert found == 'consistent, origin not established', found
    return profile, case


with tempfile.TemporaryDirectory() as place:
    write_records(place)
    tap.run([case_for(place, profile) for profile in verify_record.PROFILES])
