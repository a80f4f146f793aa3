# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes rounds for practice: feeds with known keys, entries, bodies and packets.

Keys and salts come from names, so that every run gives the same bytes. They are public with this
file: nothing that anybody relies on may ever be signed by them.
"""

import hashlib
import pathlib
import sys
import zlib

import nacl.signing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'lib'))

import canonical  # noqa: E402

FIRST_LINE = canonical.encode({'format': 1, 'keys': [], 'magic': 'shinsa-packet'}) + b'\n'


def seed_of(name):
    return hashlib.sha256(f'shinsa practice key: {name}'.encode()).digest()


class Feed:
    """What one identity says on one computer; the desk's feed is the register."""

    def __init__(self, name, member='', register=None):
        self.name, self.member = name, member
        self.seed = seed_of(name)
        self.key = nacl.signing.SigningKey(self.seed)
        self.id = self.key.verify_key.encode().hex()
        self.register = register
        self.round = register.id if register else self.id
        self.headers, self.bodies, self.hashes = [], [], []

    def write(self, kind, at, body):
        """Appends an entry and returns its hash; a submission has seen the register's newest."""
        seq = len(self.headers) + 1
        salt = hashlib.sha256(f'salt {seq} of {self.id}'.encode()).hexdigest()[:32]
        body = {**body, 'salt': salt}
        header = {'at': f'2021-04-{at}+09:00', 'body': canonical.body_hash(body), 'feed': self.id,
                  'kind': kind, 'prev': self.hashes[-1] if self.hashes else None,
                  'round': self.round, 'seq': seq, 'v': 1}
        if self.register:
            header['seen'] = self.register.hashes[-1]
        self.headers.append(header)
        self.bodies.append(body)
        self.hashes.append(canonical.entry_hash(header))
        return self.hashes[-1]

    def head(self):
        """The newest entry, to be signed."""
        return {'feed': self.id, 'hash': self.hashes[-1], 'round': self.round,
                'seq': len(self.hashes)}

    def signed_head(self):
        return {**self.head(), 'signature': canonical.sign(self.key, 'head', self.head())}

    def receive(self, feed, seq, at):
        """The desk takes one submission in."""
        return self.write('receive', at, {'feed': feed.id, 'hash': feed.hashes[seq - 1],
                                          'seq': seq})


def packet_lines(feeds):
    """The lines of a packet without documents, between its first and its last."""
    for feed in feeds:
        yield {'line': 'feed', 'feed': feed.id, 'member': feed.member, 'round': feed.round}
        for header in feed.headers:
            yield {'line': 'entry', 'header': header}
    for feed in feeds:
        for body in feed.bodies:
            yield {'line': 'body', 'body': body, 'hash': canonical.body_hash(body)}
    for feed in feeds:
        yield {'line': 'head', **feed.signed_head()}


def packet(feeds, sender, purpose, recipients):
    """The bytes of a plain packet, and its lines from the second on."""
    lines = list(packet_lines(feeds))
    text = b''.join(canonical.encode(line) + b'\n' for line in lines)
    entries = sum(len(feed.headers) for feed in feeds)
    end = {'line': 'end',
           'counts': {'bodies': entries, 'chunks': 0, 'documents': 0, 'entries': entries,
                      'feeds': len(feeds)},
           'digest': canonical.digest(FIRST_LINE + text),
           'purpose': purpose, 'recipients': recipients, 'round': sender.round,
           'sender': sender.id}
    end['signature'] = canonical.sign(sender.key, 'packet', end)
    lines.append(end)
    text += canonical.encode(end) + b'\n'
    # As gzip writes it; gzip.compress() has the name of another system in it since Python 3.13.
    return FIRST_LINE + zlib.compress(text, 9, wbits=31), lines
