# SPDX-License-Identifier: GPL-3.0-or-later
"""Canonical JSON (RFC 8785), hashes and signatures, written once more from their descriptions.

Nothing here is shared with the program: what both agree on is right by two ways.
"""

import hashlib
import json

import nacl.exceptions
import nacl.signing


class Malformed(ValueError):
    """The bytes are not what they should be; the text says what is wrong."""


def number(value):
    """A number as ECMAScript writes it: the shortest digits that give the same double."""
    if isinstance(value, int):
        if abs(value) >= 2 ** 53:
            raise Malformed(f'{value} is outside what every reader understands')
        return str(value)
    if value != value or value in (float('inf'), float('-inf')):
        raise Malformed('a number has to be finite')
    if value == 0:
        return '0'
    sign = '-' if value < 0 else ''
    mantissa, _, exponent = f'{abs(value)!r}'.partition('e')
    whole, _, fraction = mantissa.partition('.')
    digits = (whole + fraction).lstrip('0')
    leading = len(whole + fraction) - len(digits)
    # The decimal point stands after this many of the digits.
    point = len(whole) - leading + int(exponent or 0)
    digits = digits.rstrip('0')
    if 0 < point <= 21:
        if len(digits) <= point:
            return sign + digits.ljust(point, '0')
        return f'{sign}{digits[:point]}.{digits[point:]}'
    if -6 < point <= 0:
        return f'{sign}0.{"0" * -point}{digits}'
    mantissa = digits if len(digits) == 1 else f'{digits[0]}.{digits[1:]}'
    return f'{sign}{mantissa}e{point - 1:+d}'


def string(text):
    text.encode('utf-8')  # Refuses a lone surrogate.
    # With ensure_ascii off, Python escapes exactly what RFC 8785 wants escaped.
    return json.dumps(text, ensure_ascii=False)


def write(value):
    """The one text that RFC 8785 knows for this value."""
    if value is None or isinstance(value, bool):
        return {None: 'null', True: 'true', False: 'false'}[value]
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        return '[' + ','.join(map(write, value)) + ']'
    # Members are in the order of their UTF-16 code units.
    names = sorted(value, key=lambda name: name.encode('utf-16-be'))
    return '{' + ','.join(f'{string(name)}:{write(value[name])}' for name in names) + '}'


def encode(value):
    return write(value).encode('utf-8')


def without_doubles(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Malformed('an object has two members of one name')
    return members


def refuse_constant(name):
    raise Malformed(f'{name} is no JSON')


def read(data):
    """The value of strict JSON."""
    try:
        return json.loads(data.decode('utf-8'), object_pairs_hook=without_doubles,
                          parse_constant=refuse_constant)
    except (UnicodeDecodeError, json.JSONDecodeError) as reason:
        raise Malformed(f'not JSON: {reason}') from reason


def read_canonical(data):
    """The value of JSON that has to be in its canonical form already."""
    value = read(data)
    if encode(value) != data:
        raise Malformed('the bytes are not in canonical form')
    return value


def digest(data, prefix=b''):
    return hashlib.sha256(prefix + data).hexdigest()


def entry_hash(header):
    return digest(encode(header), b'shinsa/entry/1\n')


def body_hash(body):
    return digest(encode(body))


def signed_bytes(context, value):
    return f'shinsa/{context}/1\n'.encode('ascii') + encode(value)


def sign(key, context, value):
    """Signs a value for one context: head, packet or record."""
    return key.sign(signed_bytes(context, value)).signature.hex()


def is_signed(feed, context, value, signature):
    try:
        key = nacl.signing.VerifyKey(bytes.fromhex(feed))
        key.verify(signed_bytes(context, value), bytes.fromhex(signature))
    except (nacl.exceptions.BadSignatureError, nacl.exceptions.ValueError, ValueError):
        return False
    return True
