#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a decision record with nothing of the program that wrote it.

Usage: verify_record.py RECORD [--root KEY]

From the record of the secretariat everything is computed again: canonical form, hashes, chains and
signatures, then the register is replayed and what it gives is compared with what the record says.
The other profiles are checked as far as they go. Prints the first thing that is wrong and exits
with 1; else "consistent", or "consistent, origin not established" where no root key was named that
the record could be compared with.
"""

import argparse
import pathlib
import sys

import canonical
import record
import replay
import rules
from replay import Malformed, need

PROFILES = ('secretariat', 'committee', 'applicant', 'public')


def shown(value):
    text = canonical.write(value)
    return text if len(text) <= 80 else f'{text[:77]}…'


def compare(told, found, path=''):
    """Refuses the first place where the record tells something else than was found."""
    if isinstance(found, dict) and isinstance(told, dict):
        for name in sorted(set(told) | set(found)):
            place = f'{path}/{name}'
            need(name in told, f'{place}: this is missing')
            need(name in found, f'{place}: nothing in the record gives this')
            compare(told[name], found[name], place)
    elif isinstance(found, list) and isinstance(told, list):
        for index, (one, other) in enumerate(zip(told, found)):
            compare(one, other, f'{path}/{index}')
        need(len(told) == len(found),
             f'{path}: there are {len(told)} here, {len(found)} were found')
    else:
        numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool)
                      for value in (told, found))
        alike = abs(told - found) <= rules.SLACK if numbers else \
            told == found and isinstance(told, bool) == isinstance(found, bool)
        need(alike, f'{path}: the record says {shown(told)}, {shown(found)} was found')


def check_signature(value):
    signature = value['signature']
    unsigned = record.without(value, 'signature')
    need(signature['feed'] == value['round']['root'],
         '/signature/feed: the record is not signed by the desk of its round')
    need(canonical.is_signed(signature['feed'], 'record', unsigned, signature['value']),
         '/signature/value: the signature does not belong to the record')


def check_definition(value):
    """Hashes of the definition, and what is repeated from it."""
    definition, told = value['definition'], value['round']
    compare(told['definition_hash'], record.digest(definition), '/round/definition_hash')
    compare(value['requirement_set_hash'], record.digest(definition['requirement_set']),
            '/requirement_set_hash')
    for name, item in record.pick(definition['round'], record.ROUND).items():
        compare(told[name], item, f'/round/{name}')


def check_suggestions(journal):
    """What proposals and confirmations say the rules gave, when they were made."""
    picture = journal.picture(len(journal.register()))
    for application, proposals in picture.proposals.items():
        for proposal in proposals:
            _, _, found = journal.picture(proposal['seq'] - 1).judge(application)
            compare(proposal['suggestion'], found,
                    f'/journal, suggestion of entry {proposal["seq"]} of the register')
    for application in picture.dossiers:
        decided = record.decision(picture, application)
        if decided:
            confirmation, _ = decided
            _, _, found = journal.picture(confirmation['seen']).judge(application)
            compare(confirmation['suggestion'], found,
                    f'/journal, suggestion of confirmation {confirmation["entry"]}')


def check_secretariat(value):
    journal = replay.Journal(value['round']['root'], value['journal'])
    found = record.complete(journal)
    compare(record.pick(value['register'], ('head', 'seq')), found['register'], '/register')
    check_suggestions(journal)
    # Why something had no effect is said in words, which nobody can compute.
    told = record.without(value, 'journal', 'not_applied', 'signature')
    compare(told, found)


# The other profiles, from what is in the record itself.

def check_status(value, item, interests, path):
    """What reviews are worth, as far as it shows without the register."""
    counting = set()
    heard = {row['member']: row['heard'] for row in item.get('interview', {}).get('heard', [])}
    for index, review in enumerate(item['reviews']):
        place = f'{path}/reviews/{index}/status'
        if review['status'] == 'counts':
            key = review['member'], review['phase']
            need(key not in counting, f'{place}: another one of this member counts')
            counting.add(key)
        # Who has left the committee is not listed, nor are their interests.
        barred = review['member'] in interests and rules.is_barred(interests[review['member']])
        need((review['status'] == 'void') == barred,
             f'{place}: a review is void exactly where its author is recused')
        if barred:
            continue
        other = review['requirement_set']['hash'] != value['requirement_set_hash']
        need((review['status'] == 'other_version') == other,
             f'{place}: this does not go with the requirement set')
        late = not other and review['late'] and not review['admitted_reason']
        need((review['status'] == 'late') == late,
             f'{place}: this does not go with when it came')
        if other or late:
            continue
        paper = next((one for one in item['reviews'] if one['status'] == 'counts' and
                      (one['member'], one['phase']) == (review['member'], 'paper')), None)
        unheard = not review['admitted_reason'] and \
            rules.is_revised_unheard(review, paper, heard.get(review['member']))
        need((review['status'] == 'partly_heard') == unheard,
             f'{place}: this does not go with how much of the interview was heard')


def check_outcome(item, path):
    """The decision against the history of confirmations."""
    held = [row for row in item['history'] if row['state'] == 'holds']
    need(len(held) <= 1, f'{path}/history: two confirmations hold')
    outcome = item['outcome']
    if item['state'] == 'withdrawn':
        need(outcome is None, f'{path}/outcome: a withdrawn application has none')
        return
    need(bool(held) == (outcome is not None), f'{path}/outcome: no confirmation goes with this')
    if outcome is None:
        return
    for name in ('by', 'entry', 'outcome', 'version'):
        compare(outcome[name], held[0][name], f'{path}/outcome/{name}')
    need(outcome['departs'] == (outcome['suggested'] not in (None, outcome['outcome'])),
         f'{path}/outcome/departs: this does not go with what was suggested')
    need(not outcome['departs'] or outcome['reason'] != '',
         f'{path}/outcome/reason: a departure needs a reason')
    quorum = outcome['quorum']
    need(quorum['present'] == quorum['eligible'] + quorum['recused_present']
         and quorum['holds'] and quorum['present'] >= quorum['required'],
         f'{path}/outcome/quorum: the numbers do not give a quorum')


def check_committee(value):
    scorers = [member['id'] for member in value['committee'] if member['scores']]
    for index, item in enumerate(value['applications']):
        path = f'/applications/{index}'
        interests = {row['member']: row for row in item['interests']}
        check_status(value, item, interests, path)
        scored = value['definition'], scorers, interests, item['reviews']
        paper, _, _ = rules.judge_reviews(*scored, 'paper')
        decided, growth, suggestion = rules.judge_reviews(*scored, 'decision')
        compare(item['aggregates'], {'paper': paper, 'decision': decided}, f'{path}/aggregates')
        compare(item['growth'], growth, f'{path}/growth')
        compare(item['suggestion'], suggestion, f'{path}/suggestion')
        check_outcome(item, path)


def check_numbers(definition, numbers, path):
    """One requirement's numbers against one another."""
    kind, fewest = definition['rules']['statistic'], definition['rules']['minimum_evaluators']
    need(numbers['eligible'] == numbers['counted'] + numbers['cannot_judge'] + numbers['missing'],
         f'{path}/eligible: this is not counted + cannot_judge + missing')
    compare(numbers['reference_only'], numbers['counted'] < fewest, f'{path}/reference_only')
    passes = None
    if not numbers['reference_only']:
        line = numbers['threshold'] - rules.SLACK
        passes = numbers['statistic'] > 0.5 if kind == 'majority' else numbers['statistic'] >= line
    compare(numbers['passes'], passes, f'{path}/passes')
    if kind in ('mean', 'median'):
        compare(numbers['statistic'], numbers[kind], f'{path}/statistic')


def check_applicant(value):
    need([item['id'] for item in value['applications']] == [value['application']],
         '/applications: this is not the applicant\'s own application alone')
    items = value['definition']['requirement_set']['items']
    for basis, rows in value['applications'][0]['aggregates'].items():
        path = f'/applications/0/aggregates/{basis}'
        compare([record.pick(row, ('requirement', 'threshold')) for row in rows],
                [{'requirement': item['code'], 'threshold': item['threshold']}
                 for item in items], path)
        for index, numbers in enumerate(rows):
            check_numbers(value['definition'], numbers, f'{path}/{index}')


def check_public(value):
    shown_outcomes = [outcome['code'] for outcome in value['definition']['outcomes']
                      if outcome['public']]
    for index, item in enumerate(value['applications']):
        need(item['outcome']['outcome'] in shown_outcomes,
             f'/applications/{index}/outcome: this outcome is not published')


def check(data, root=None):
    """Raises Malformed for the first thing wrong; returns the sentence for a record that stands."""
    value = canonical.read_canonical(data)
    need(isinstance(value, dict) and value.get('format') == 'shinsa.decision-record',
         'this is not a decision record')
    need(value['version'] == 1 and value['round']['rules_version'] == 1,
         'this record was made by a newer version')
    need(value['profile'] in PROFILES, f'/profile: {value["profile"]} is not known')
    check_signature(value)
    check_definition(value)
    {'secretariat': check_secretariat, 'committee': check_committee,
     'applicant': check_applicant, 'public': check_public}[value['profile']](value)
    compare(value['counts'], record.counts_of(value['definition'], value['applications']),
            '/counts')
    need(root in (None, value['round']['root']),
         f'/round/root: the record is of the round {value["round"]["root"]}')
    return 'consistent' if root else 'consistent, origin not established'


def main():
    parser = argparse.ArgumentParser(description='Verifies a decision record.')
    parser.add_argument('record', type=pathlib.Path)
    parser.add_argument('--root', help='root key of the round, from where you trust')
    arguments = parser.parse_args()
    try:
        print(check(arguments.record.read_bytes(), arguments.root))
    except Malformed as reason:
        print(reason)
        return 1
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as reason:
        print(f'the record does not have the form of one: {type(reason).__name__} {reason}')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
