# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain packets, read without anything of the program."""

import gzip

import canonical


def lines(data):
    """The bytes of each line of a packet, its first line included, without their ends."""
    first, _, stream = data.partition(b'\n')
    return [first, *gzip.decompress(stream).splitlines()]


def values(data):
    return [canonical.read_canonical(line) for line in lines(data)]


def entries(packet_values):
    """(header, body or None) of each entry."""
    bodies = {line['hash']: line['body'] for line in packet_values if line.get('line') == 'body'}
    return [(line['header'], bodies.get(line['header']['body']))
            for line in packet_values if line.get('line') == 'entry']
