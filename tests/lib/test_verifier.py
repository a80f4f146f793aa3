#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The independent verifier takes records that stand and names what is wrong in others.

Records named on the command line, such as the program wrote, have to stand.
"""

import json
import pathlib
import sys

import nacl.signing

import canonical
import mutate
import tap
import verify_record
from mutate import GONE

VECTORS = pathlib.Path(__file__).resolve().parents[1] / 'data' / 'vectors'


def keys(folder):
    return json.loads((VECTORS / folder / 'keys.json').read_text(encoding='utf-8'))['desk']


def desk(folder):
    return nacl.signing.SigningKey(bytes.fromhex(keys(folder)['seed']))


DESK = desk('four-members')
ROOT = keys('four-members')['public']


def load(profile, folder='four-members'):
    return (VECTORS / folder / f'record-{profile}.json').read_bytes()


def verdict(data, root=None):
    try:
        return verify_record.check(data, root)
    except canonical.Malformed as reason:
        return str(reason)


def signed(value, key=DESK):
    """What a desk would write that signs a changed record."""
    unsigned = {name: item for name, item in value.items() if name != 'signature'}
    return canonical.encode({**unsigned, 'signature': {
        'feed': key.verify_key.encode().hex(),
        'value': canonical.sign(key, 'record', unsigned)}})


def records_stand():
    for profile in verify_record.PROFILES:
        assert verdict(load(profile)) == 'consistent, origin not established', profile
        assert verdict(load(profile), ROOT) == 'consistent', profile
        assert verdict(load(profile, 'interviews'), keys('interviews')['public']) == 'consistent', \
            profile


def another_root_is_refused():
    found = verdict(load('public'), '0' * 64)
    assert found == f'/round/root: the record is of the round {ROOT}', found


def changes_break_the_signature():
    for profile in verify_record.PROFILES:
        value = mutate.change(json.loads(load(profile)), 'round.practice', False)
        found = verdict(canonical.encode(value))
        assert found == '/signature/value: the signature does not belong to the record', found


def another_key_is_refused():
    other = nacl.signing.SigningKey(bytes(32))
    found = verdict(signed(json.loads(load('public')), other))
    assert found == '/signature/feed: the record is not signed by the desk of its round', found


def other_bytes_are_refused():
    data = load('applicant')
    for changed, expected in (
            (data + b'\n', 'the bytes are not in canonical form'),
            (json.dumps(json.loads(data)).encode(), 'the bytes are not in canonical form'),
            (data[:-1], 'not JSON'),
            (b'\xff' + data, 'not JSON'),
            (data.replace(b'{"aggregates"', b'{"aggregates":{},"aggregates"', 1),
             'an object has two members of one name'),
            (b'[]', 'this is not a decision record')):
        found = verdict(changed)
        assert found.startswith(expected), found


# Profile, place, what is put there (the desk signs it again), and what the verifier says first.
MUTATIONS = [
    ('secretariat', 'version', 2, 'this record was made by a newer version'),
    ('secretariat', 'profile', 'press', '/profile: press is not known'),
    ('secretariat', 'round.title.en', 'Another', '/round/title/en'),
    ('secretariat', 'round.rules_version', 2, 'this record was made by a newer version'),
    ('secretariat', 'round.definition_hash', '0' * 64, '/round/definition_hash'),
    ('secretariat', 'requirement_set_hash', '0' * 64, '/requirement_set_hash'),
    ('secretariat', 'definition.rules.minimum_evaluators', 1, '/round/definition_hash'),
    ('secretariat', 'register.seq', 1, '/register/seq'),
    ('secretariat', 'register.head', '0' * 64, '/register/head'),
    ('secretariat', 'committee.0.name.en', 'Somebody', '/committee/0/name/en'),
    ('secretariat', 'committee.3', GONE, '/committee'),
    ('secretariat', 'attendance.2.state', 'absent', '/attendance/2/state'),
    ('secretariat', 'applications.2', GONE, '/applications'),
    ('secretariat', 'applications.0.state', 'withdrawn', '/applications/0/state'),
    ('secretariat', 'applications.1.interests.0.state', 'none', '/applications/1/interests/0'),
    ('secretariat', 'applications.0.reviews.0.scores.0.level', 3,
     '/applications/0/reviews/0/scores/0/level: the record says 3, 4 was found'),
    ('secretariat', 'applications.0.reviews.0.scores.1.reason', 'x',
     '/applications/0/reviews/0/scores/1/reason'),
    ('secretariat', 'applications.0.reviews.1', GONE, '/applications/0/reviews/1'),
    ('secretariat', 'applications.0.reviews.4', GONE, '/applications/0/reviews: there are 4'),
    ('secretariat', 'applications.0.reviews.3.late', False, '/applications/0/reviews/3/late'),
    ('secretariat', 'applications.1.reviews.1.status', 'counts',
     '/applications/1/reviews/1/status'),
    ('secretariat', 'applications.0.aggregates.decision.0.counted', 3,
     '/applications/0/aggregates/decision/0/counted: the record says 3, 4 was found'),
    ('secretariat', 'applications.0.aggregates.decision.0.levels.3', 3,
     '/applications/0/aggregates/decision/0/levels/3'),
    ('secretariat', 'applications.0.aggregates.paper.0.mean', 3.3,
     '/applications/0/aggregates/paper/0/mean'),
    ('secretariat', 'applications.0.aggregates.decision.0.passes', 1,
     '/applications/0/aggregates/decision/0/passes'),
    ('secretariat', 'applications.1.growth.yes', 1, '/applications/1/growth/yes'),
    ('secretariat', 'applications.1.suggestion.outcome', 'declined',
     '/applications/1/suggestion/outcome'),
    ('secretariat', 'applications.0.suggestion.flags', [], '/applications/0/suggestion/flags'),
    ('secretariat', 'applications.0.questions.0.state', 'open',
     '/applications/0/questions/0/state'),
    ('secretariat', 'applications.0.outcome', None, '/applications/0/outcome'),
    ('secretariat', 'applications.0.outcome.by', 'deputy', '/applications/0/outcome/by'),
    ('secretariat', 'applications.0.outcome.outcome', 'registered',
     '/applications/0/outcome/outcome'),
    ('secretariat', 'applications.0.outcome.proposal', '0' * 64,
     '/applications/0/outcome/proposal'),
    ('secretariat', 'applications.0.outcome.quorum.present', 4,
     '/applications/0/outcome/quorum/present'),
    ('secretariat', 'applications.0.outcome.version', 1, '/applications/0/outcome/version'),
    ('secretariat', 'applications.1.outcome.departs', False, '/applications/1/outcome/departs'),
    ('secretariat', 'applications.1.outcome.reason', '', '/applications/1/outcome/reason'),
    ('secretariat', 'applications.0.history.0.state', 'holds', '/applications/0/history/0/state'),
    ('secretariat', 'applications.0.history.0', GONE, '/applications/0/history/0'),
    ('secretariat', 'applications.0.issued.0.member', 'b', '/applications/0/issued/0/member'),
    ('secretariat', 'counts.outcomes.certified', 2, '/counts/outcomes/certified'),
    ('secretariat', 'counts.reviews', 8, '/counts/reviews'),
    ('secretariat', 'supersedes', '0' * 64, '/supersedes'),
    ('secretariat', 'extra', 1, '/extra: nothing in the record gives this'),
    ('secretariat', 'applications', GONE, '/applications: this is missing'),
    ('applicant', 'applications', GONE, 'the record does not have the form of one'),
    ('secretariat', 'journal.entries.3.at', 'later', f'feed {ROOT}, entry 5: the chain is broken'),
    ('secretariat', 'journal.entries.3', GONE, f'feed {ROOT}, entry 4: entry 5 stands here'),
    ('secretariat', 'journal.entries.3.round', '0' * 64,
     f'feed {ROOT}, entry 4: it belongs to another round'),
    ('secretariat', 'journal.bodies.0.body.rules_version', 2, 'body '),
    ('secretariat', 'journal.bodies.0', GONE, f'feed {ROOT}, entry 1: its body is not in'),
    ('secretariat', 'journal.heads.0.signature', '0' * 128, f'head of feed {ROOT}: the signature'),
    ('secretariat', 'journal.heads.0', GONE, f'feed {ROOT}: its last entry is not signed'),
    ('committee', 'applications.0.reviews.0.scores.0.level', 2, '/applications/0/aggregates'),
    ('committee', 'applications.0.reviews.0', GONE, '/applications/0/aggregates'),
    ('committee', 'applications.0.reviews.1.status', 'void', '/applications/0/reviews/1/status'),
    ('committee', 'applications.1.reviews.1.status', 'counts', '/applications/1/reviews/1/status'),
    ('committee', 'applications.0.reviews.3.admitted_reason', '',
     '/applications/0/reviews/3/status'),
    ('committee', 'applications.0.reviews.1.member', 'A', '/applications/0/reviews/1/status'),
    ('committee', 'applications.1.interests.0.state', 'none', '/applications/1/aggregates'),
    ('committee', 'applications.0.aggregates.decision.1.split', False,
     '/applications/0/aggregates/decision/1/split'),
    ('committee', 'applications.1.growth.no', 1, '/applications/1/growth/no'),
    ('committee', 'applications.1.suggestion.why', 'growth_tied',
     '/applications/1/suggestion/why'),
    ('committee', 'applications.0.outcome.by', 'B', '/applications/0/outcome/by'),
    ('committee', 'applications.0.outcome', None, '/applications/0/outcome'),
    ('committee', 'applications.1.outcome.departs', False, '/applications/1/outcome/departs'),
    ('committee', 'applications.1.outcome.reason', '', '/applications/1/outcome/reason'),
    ('committee', 'applications.1.outcome.quorum.present', 2, '/applications/1/outcome/quorum'),
    ('committee', 'counts.withdrawn', 0, '/counts/withdrawn'),
    ('applicant', 'application', 'south', '/applications: this is not the applicant'),
    ('applicant', 'applications.0.aggregates.paper.0.counted', 3,
     '/applications/0/aggregates/paper/0/eligible'),
    ('applicant', 'applications.0.aggregates.paper.0.passes', False,
     '/applications/0/aggregates/paper/0/passes'),
    ('applicant', 'applications.0.aggregates.paper.0.statistic', 4,
     '/applications/0/aggregates/paper/0/statistic'),
    ('applicant', 'applications.0.aggregates.paper.0.threshold', 2,
     '/applications/0/aggregates/paper/0/threshold'),
    ('applicant', 'counts.applications', 3, '/counts/applications'),
    ('public', 'applications.0.outcome.outcome', 'declined', '/applications/0/outcome'),
    ('public', 'applications.0', GONE, '/counts/applications'),
]


# The same of the round with interviews.
INTERVIEWS = [
    ('secretariat', 'applications.0.interview', GONE, '/applications/0/interview: this is missing'),
    ('secretariat', 'applications.0.interview.stopped', None, '/applications/0/interview/stopped'),
    ('secretariat', 'applications.0.interview.segments.0.minutes', 20,
     '/applications/0/interview/segments/0/minutes: the record says 20, 22 was found'),
    ('secretariat', 'applications.0.interview.heard.2.heard', 'whole',
     '/applications/0/interview/heard/2/heard'),
    ('secretariat', 'applications.1.interview.what_became_clear', '',
     '/applications/1/interview/what_became_clear'),
    ('secretariat', 'applications.1.reviews.3.status', 'counts',
     '/applications/1/reviews/3/status'),
    ('committee', 'applications.1.reviews.3.status', 'counts', '/applications/1/reviews/3/status'),
    ('committee', 'applications.1.interview.heard.3.heard', 'whole',
     '/applications/1/reviews/3/status'),
    ('committee', 'applications.0.reviews.6.admitted_reason', '',
     '/applications/0/reviews/6/status'),
    ('secretariat', 'applications.0.reviews.8.status', 'counts',
     '/applications/0/reviews/8/status: the record says "counts", "late" was found'),
    ('secretariat', 'applications.0.reviews.8.late', False, '/applications/0/reviews/8/late'),
    ('committee', 'applications.0.reviews.8.status', 'counts', '/applications/0/reviews/8/status'),
]


def mutations_of_interviews_are_refused():
    for profile, path, replacement, expected in INTERVIEWS:
        value = json.loads(load(profile, 'interviews'))
        found = verdict(signed(mutate.change(value, path, replacement), desk('interviews')))
        assert found.startswith(expected), f'{profile} {path}: {found}'


def mutations_are_refused():
    values = {profile: json.loads(load(profile)) for profile in verify_record.PROFILES}
    for profile, path, replacement, expected in MUTATIONS:
        try:
            found = verdict(signed(mutate.change(values[profile], path, replacement)))
        except (KeyError, TypeError):
            found = 'the record does not have the form of one'
        assert found.startswith(expected), f'{profile} {path}: {found}'


def output(path):
    """A case for a record that the program wrote."""
    def case():
        found = verdict(path.read_bytes())
        assert found == 'consistent, origin not established', found
    return f'{path.name} stands', case


tap.run([
    records_stand,
    another_root_is_refused,
    changes_break_the_signature,
    another_key_is_refused,
    other_bytes_are_refused,
    mutations_are_refused,
    mutations_of_interviews_are_refused,
    *(output(pathlib.Path(name)) for name in sys.argv[1:]),
])
