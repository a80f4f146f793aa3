#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test vectors are those that their script makes, and the script is right where it counts."""

import pathlib
import struct
import sys

import canonical
import tap

VECTORS = pathlib.Path(__file__).resolve().parents[1] / 'data' / 'vectors'
# Test data are not written to, not even by Python itself.
sys.dont_write_bytecode = True
sys.path.insert(0, str(VECTORS))

import make_vectors  # noqa: E402

# IEEE 754 bits and text, from appendix B of RFC 8785.
NUMBERS = {
    '0000000000000000': '0', '8000000000000000': '0', '0000000000000001': '5e-324',
    '8000000000000001': '-5e-324', '7fefffffffffffff': '1.7976931348623157e+308',
    '4340000000000000': '9007199254740992', 'c340000000000000': '-9007199254740992',
    '4430000000000000': '295147905179352830000', '44b52d02c7e14af5': '9.999999999999997e+22',
    '44b52d02c7e14af6': '1e+23', '44b52d02c7e14af7': '1.0000000000000001e+23',
    '444b1ae4d6e2ef4e': '999999999999999700000', '444b1ae4d6e2ef4f': '999999999999999900000',
    '444b1ae4d6e2ef50': '1e+21', '3eb0c6f7a0b5ed8c': '9.999999999999997e-7',
    '3eb0c6f7a0b5ed8d': '0.000001', '41b3de4355555553': '333333333.3333332',
    '41b3de4355555554': '333333333.33333325', '41b3de4355555555': '333333333.3333333',
    'becbf647612f3696': '-0.0000033333333333333333', '43143ff3c1cb0959': '1424953923781206.2',
}


def numbers_are_those_of_the_standard():
    for bits, text in NUMBERS.items():
        value, = struct.unpack('>d', bytes.fromhex(bits))
        assert canonical.number(value) == text, (bits, canonical.number(value))


def members_are_in_the_order_of_the_standard():
    names = ['\u20ac', '\r', '\ufb33', '1', '\U0001f600', '\x80', '\xf6']
    found = list(canonical.read(canonical.encode(dict.fromkeys(names))))
    assert found == ['\r', '1', '\x80', '\xf6', '\u20ac', '\U0001f600', '\ufb33'], found


def files_are_what_the_script_makes():
    for name, data in make_vectors.vectors().items():
        assert (VECTORS / name).read_bytes() == data, \
            f'{name} differs: run make_vectors.py and look at what changed'


tap.run([
    numbers_are_those_of_the_standard,
    members_are_in_the_order_of_the_standard,
    files_are_what_the_script_makes,
])
