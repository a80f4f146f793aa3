#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One round from its definition to its record, on the computers of a desk and four members.

The cases are steps of one way and stand in its order.
"""

import json
import pathlib
import tempfile

import schemas
import shinsactl
import tap

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / 'resources' / 'samples' \
    / 'regional-2021-1.round.json'
APPLICATIONS = ('hokkaido-prime', 'tsuruoka', 'nagaoka', 'tokai', 'fukuoka')
REQUIREMENTS = ('strength', 'network_organisation', 'members_and_key_persons', 'vision_and_plan',
                'indicators', 'data_sharing')
MEMBERS = ('chair', 'a', 'b', 'c')
# What these three had to say of their interests they said on paper.
ON_PAPER = ('deputy', 'd', 'e')


class World:
    """The computers, and a folder that goes between them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.desk = shinsactl.Store(self.folder / 'desk')
        self.stick = self.folder / 'stick'
        self.stick.mkdir()
        self.members = {name: shinsactl.Store(self.folder / name) for name in MEMBERS}
        self.root = None
        self.stumbled = None

    def issue(self, purpose):
        """Hands every member with a computer their packet."""
        files = self.desk.json('packet', 'issue', purpose, '-o', self.stick)['files']
        assert len(files) == 7
        for name, member in self.members.items():
            label = {'chair': '_Chair_'}.get(name, f'_Member-{name.upper()}_')
            file, = [file for file in files if label in file]
            info = member.json('packet', 'show', file)
            assert (info['purpose'], info['recipients']) == (purpose, [name])
            report, = member.json('packet', 'read', file)['packets']
            assert report['sender_member'] == '' and not report['nothing_new'], report

    def collect(self, name):
        """Takes a member's submissions in, by way of a pipe."""
        packet = self.members[name].call('packet', 'write', '-o', '-').expect(0).bytes
        result = self.desk.call('--json', 'packet', 'read', '-', given=packet).expect(0)
        return result.json['packets'][0]


def desk_prepares(world):
    made = world.desk.json('round', 'create', SAMPLE)['round']
    world.root = made['root']
    assert made['seq'] == 13 and made['practice'] is True
    listed, = world.desk.json('round', 'list')['rounds']
    assert (listed['root'], listed['identities']) == (world.root, ['desk'])
    assert world.desk.json('round', 'show') == made
    assert schemas.first_error('round-definition', world.desk.json('round', 'export')) is None
    assert [member['letter'] for member in world.desk.json('roster', 'list')['members']] \
        == [*'ABCDEFG', '']
    assert world.desk.json('roster', 'show', 'a')['affiliations'][0]['ja'] == '北海道大学'
    assert len(world.desk.json('schedule', 'list')['slots']) == 6
    assert not any(member['here'] for member in world.desk.json('member', 'list')['members'])
    assert world.desk.json('document', 'list') == {'documents': []}


def desk_looks_at_applications(world):
    listed = world.desk.json('dossier', 'list')['applications']
    assert [one['id'] for one in listed] == list(APPLICATIONS)
    shown = world.desk.json('dossier', 'show', 'tsuruoka')
    assert shown['organisations'][5]['name']['ja'] == 'Spiber株式会社'
    hits = world.desk.json('dossier', 'list', '--search', 'spiber')['hits']
    assert [hit['application'] for hit in hits] == ['tsuruoka'] and 'Spiber' in hits[0]['text']
    assert world.desk.json('dossier', 'list', '--search', 'ない言葉') == {'hits': []}


def members_join(world):
    world.issue('interests')
    for name, member in world.members.items():
        used = member.json('member', 'use', name, '--device', 'laptop')
        assert used['identity'] == name and used['new'] is True
        assert member.json('member', 'use', name)['new'] is False
        assert member.refused('member', 'use', 'nobody') == \
            'There is no member “nobody” in this round.'
    member = world.members['a']
    assert member.refused('dossier', 'show', 'nowhere') == \
        'There is no application “nowhere” in this round. “shinsactl dossier list” shows all of ' \
        'them.'
    # Nothing but names is here before the documents come.
    assert member.json('dossier', 'show', 'tsuruoka')['summary'] is None
    assert member.json('dossier', 'list', '--search', 'インキュベーション') == {'hits': []}


def members_declare(world):
    proposal = world.members['a'].json('interest', 'propose', 'hokkaido-prime')
    assert proposal['matches'][0]['kind'] == 'institution'
    assert (proposal['named'], proposal['total']) == (3, 37)
    assert world.members['a'].json('interest', 'propose', 'tsuruoka')['matches'] == []
    for name, member in world.members.items():
        for application in APPLICATIONS:
            if (name, application) == ('a', 'hokkaido-prime'):
                kind = ('institution', '--reason', 'Employed there')
            elif (name, application) == ('b', 'tsuruoka'):
                kind = ('project', '--requirement', 'data_sharing')
            else:
                kind = ('none',)
            written = member.json('interest', 'declare', application, *kind)
            assert written['kind'] == 'interest.declare' and len(written['entry']) == 64
    listed = world.members['a'].json('interest', 'list', 'hokkaido-prime')['interests']
    own, = [interest for interest in listed if interest['member'] == 'a']
    assert (own['state'], own['declared'], own['pending']) == ('waiting', 'institution', True)


def desk_accepts_computers(world):
    for name in MEMBERS:
        report = world.collect(name)
        assert (report['sender_state'], report['received']) == ('pending', 0)
    feeds = world.desk.json('feed', 'list')['feeds']
    assert sorted(feed['member'] for feed in feeds) == sorted(MEMBERS)
    for feed in feeds:
        world.desk.json('feed', 'accept', feed['feed'][:12])
    feeds = world.desk.json('feed', 'list')['feeds']
    assert all(feed['received'] == feed['held'] == 6 for feed in feeds)
    key = feeds[0]['feed']
    world.desk.json('feed', 'hold', key, '--reason', 'Being looked at')
    world.desk.json('feed', 'lost', key, '--reason', 'Left on a train')
    assert world.desk.json('feed', 'list')['feeds'][0]['state'] == 'lost'
    world.desk.json('feed', 'accept', key, '--reason', 'Found again')


def chair_rules(world):
    rule = ('interest', 'rule')
    world.desk.json(*rule, 'hokkaido-prime', 'a', 'recuse', '--reason', 'Employed there')
    world.desk.json(*rule, 'tsuruoka', 'b', 'recuse', '--requirement', 'data_sharing',
                    '--reason', 'Only the shared data are concerned')
    for name in ON_PAPER:
        for application in APPLICATIONS:
            world.desk.json(*rule, application, name, 'admit', '--reason', 'Declared on paper')
    states = {(interest['application'], interest['member']): interest['state']
              for interest in world.desk.json('interest', 'list')['interests']}
    assert states['hokkaido-prime', 'a'] == 'recused'
    assert states['tsuruoka', 'b'] == 'recused'
    assert states['tokai', 'e'] == 'admitted'


def paper_review_opens(world):
    world.desk.json('phase', 'open', 'paper')
    assert {one['paper'] for one in world.desk.json('phase', 'show')['phases']} == {'open'}
    world.issue('documents')
    member = world.members['a']
    assert member.json('dossier', 'show', 'tsuruoka')['summary'] is not None
    assert member.json('dossier', 'show', 'hokkaido-prime')['summary'] is None
    hit, = member.json('dossier', 'list', '--search', 'バイオファウンドリ構想')['hits']
    assert hit['application'] == 'tsuruoka'


def fill(member, application, levels, overall='3'):
    for requirement, level in zip(REQUIREMENTS, levels):
        if level:
            low = ('--reason', 'Because') if level in '12' else ()
            member.json('score', 'set', application, requirement, level, *low)
    return member.json('overall', 'set', application, overall, '--strong', 'Much',
                       '--weak', 'Little', '--remarks', 'None')


def member_scores(world):
    member = world.members['a']
    sheet = member.json('score', 'set', 'tsuruoka', 'strength', '2')
    assert sheet['draft']['scores'][0]['level'] == 2
    assert member.refused('review', 'submit', 'tsuruoka') == \
        'Level 2 needs a reason. Write one for “Strengths that can compete worldwide” and the ' \
        'review can be submitted.'
    fill(member, 'tsuruoka', '244434')
    sheet = member.json('score', 'set', 'tsuruoka', 'indicators', 'cannot-judge')
    assert sheet['draft']['scores'][4]['cannot_judge'] is True
    assert {problem['field'] for problem in sheet['problems']} == {'reason', 'growth'}
    member.json('score', 'set', 'tsuruoka', 'indicators', 'unset')
    member.json('score', 'set', 'tsuruoka', 'indicators', '3')
    member.json('question', 'add', 'tsuruoka', 'Who pays?')
    member.json('question', 'add', 'tsuruoka', 'Why?')
    member.json('question', 'set', 'tsuruoka', '2', '--text', '')
    assert member.refused('overall', 'set', 'tsuruoka', '3', '--remarks', '字' * 20001) == \
        'This text is longer than 20000 characters. Nothing was saved. Shorten it and try again.'
    assert member.refused('score', 'set', 'tsuruoka', 'strength', '2', '--evidence', 'plan:1') == \
        '“tsuruoka” has no document “plan”. Nothing was saved. “shinsactl document list” shows ' \
        'all of them.'
    sheet = member.json('growth', 'set', 'tsuruoka', 'yes')
    assert sheet['problems'] == [] and sheet['draft']['questions'] == ['Who pays?']
    assert member.json('score', 'show', 'tsuruoka') == sheet
    assert 'Strong points      Much' in member.say('score', 'show', 'tsuruoka')


def member_takes_notes(world):
    member = world.members['a']
    private = member.json('note', 'add', 'tsuruoka', 'For myself')
    marked = member.json('note', 'add', 'tsuruoka', 'For all', '--mark', 'important')
    assert private['private'] and not marked['private']
    changed = member.json('note', 'set', private['id'], '--text', 'For me alone')
    assert changed['text'] == 'For me alone'
    assert member.refused('note', 'add', 'tsuruoka', 'n' * 2001) == \
        'A note is one line of at most 2000 characters. Nothing was saved. Make two notes of it.'
    member.json('note', 'add', 'tokai', 'Not needed')
    member.json('note', 'set', '3', '--delete')
    assert [note['id'] for note in member.json('note', 'list')['notes']] == [1, 2]
    assert member.json('note', 'list', 'tokai') == {'notes': []}


def members_submit(world):
    submitted = world.members['a'].json('review', 'submit', 'tsuruoka')
    assert (submitted['status'], submitted['own'], submitted['growth']) == ('pending', True, True)
    assert [note['text'] for note in submitted['notes']] == ['For all']
    for application in APPLICATIONS[1:]:
        fill(world.members['chair'], application, '333333')
        world.members['chair'].json('review', 'submit', application)
        # One who is recused from a requirement leaves it out.
        levels = '44444' if application == 'tsuruoka' else '444444'
        fill(world.members['b'], application, levels)
        world.members['b'].json('review', 'submit', application)
    for application in ('nagaoka', 'fukuoka'):
        fill(world.members['a'], application, '333333')
    world.members['a'].json('review', 'submit', 'nagaoka')
    abstained = world.members['a'].json('review', 'abstain', 'tokai')
    assert abstained['abstained'] and abstained['scores'] == []
    # Until the phase closes a review can be replaced.
    fill(world.members['b'], 'tokai', '342333')
    world.members['b'].json('growth', 'set', 'tokai', 'yes')
    world.members['b'].json('review', 'submit', 'tokai')
    assert world.members['b'].refused('score', 'set', 'tsuruoka', 'data_sharing', '3') == \
        'You are recused from the requirement “data_sharing” of “tsuruoka”. Nothing was saved.'


def desk_takes_in(world):
    assert world.collect('a')['received'] == 3
    assert world.collect('b')['received'] == 5
    file = world.stick / 'chair.shinsa'
    assert world.members['chair'].json('packet', 'write', '-o', file) == {'file': str(file)}
    (world.stick / 'half.shinsa').write_bytes(file.read_bytes()[:-100])
    watched = world.desk.call('--json', 'packet', 'watch', world.stick, '--once').expect(1).json
    reports = {report['file']: report for report in watched['packets']}
    assert reports['chair.shinsa']['received'] == 4
    assert reports['half.shinsa']['error']['code'] == 'invalid'
    (world.stick / 'half.shinsa').unlink()
    again = world.collect('a')
    assert again['nothing_new'] and again['received'] == 0
    ledger = {line['member']: line for line in world.desk.json('ledger', 'show')['ledger']}
    assert (ledger['a']['received'], ledger['a']['expected']) == (3, 4)
    assert ledger['c']['received'] == 0 and ledger['c']['declared'] == 5
    assert world.desk.json('packet', 'watch', world.folder / 'chair', '--once') == {'packets': []}


def desk_enters_what_was_on_paper(world):
    scores = [{'requirement': code, 'level': 3} for code in REQUIREMENTS]
    sheet = json.dumps({'scores': scores, 'overall': 3}).encode()
    enter = ('--json', 'review', 'enter', 'tokai', 'd', '-', '--source', 'paper')
    assert world.desk.call(*enter, given=sheet).expect(0).json['kind'] == 'submission.enter'
    shinsactl.Store.used.add(('review', 'enter'))
    for given, sentence in (
            (b'{"scores": 1}', 'standard-input: /scores: a list is needed here.'),
            (b'{"marks": []}', 'standard-input: /marks: this member is not known here.'),
            (b'{"application": "nagaoka"}',
             'standard-input: this is a review of “nagaoka” in phase “paper”, not the one that was '
             'named. Nothing was changed.'),
            (b'{"scores": [{"requirement": "luck", "level": 3}]}',
             'standard-input: There is no requirement “luck” in this round. It has: strength, '),
            (b'{"scores": [{"requirement": "strength", "level": 9}]}',
             'standard-input: 9 is not a level of the scale. Choose one of the scale for '
             '“Strengths that can compete worldwide” and the review can be submitted.'),
            (b'{}', 'standard-input: “Strengths that can compete worldwide” has no level. ')):
        error = world.desk.call(*enter, given=given).expect(1).json['error']
        assert error['sentence'].startswith(sentence), error['sentence']


def members_see_nothing_before_the_reveal(world):
    shown = world.members['a'].json('review', 'show', 'tsuruoka')
    assert shown['revealed'] is False and shown['aggregates'] is None
    assert all(review['own'] for review in shown['reviews'])
    sentence = world.members['a'].refused('decision', 'suggest', 'tsuruoka')
    assert sentence.startswith('The reviews of “tsuruoka” are not shown to you yet')
    seen = world.desk.json('review', 'show', 'tsuruoka')
    assert seen['revealed'] is True


def phase_closes_and_one_is_late(world):
    world.desk.json('phase', 'close', 'paper', '--reason', 'The day has come')
    world.members['a'].json('review', 'submit', 'fukuoka')
    report = world.collect('a')
    assert (report['received'], report['late']) == (1, 1)
    late, = [review for review in world.desk.json('review', 'show', 'fukuoka')['reviews']
             if review['member'] == 'a']
    assert (late['status'], late['late']) == ('late', True)
    world.desk.json('review', 'admit', 'fukuoka', 'a', '--reason', 'The stick was lost')
    assert world.desk.refused('review', 'admit', 'fukuoka', 'a', '--reason', 'Again') == \
        'There is no review of “fukuoka” by “a” that waits to be admitted. Nothing was changed.'


def desk_compares(world):
    shown = world.desk.json('review', 'show', 'tokai')
    counts = {aggregate['requirement']: aggregate for aggregate in shown['aggregates']}
    second = counts['network_organisation']
    assert [second[name] for name in ('counted', 'eligible', 'recused', 'missing')] == [3, 7, 0, 4]
    assert (second['levels'], second['median']) == ([3, 4, 3], 3)
    assert counts['members_and_key_persons']['levels'] == [3, 2, 3]
    replaced = [review['status'] for review in shown['reviews'] if review['member'] == 'b']
    assert sorted(replaced) == ['counts', 'replaced']
    text = world.desk.say('review', 'show', 'tsuruoka')
    table = [line.split('  ') for line in text.splitlines()]
    row, = [line for line in text.splitlines() if line.startswith('Arrangements to promote')
            and '/' not in line]
    assert row.split()[-7:] == ['3', '–', '4', 'R', '–', '–', '–'], table
    assert '3 / 7 / 0 / 4' in text and '2 / 6 / 1 / 4' in text
    assert 'reference only' in text
    named = world.desk.say('review', 'show', 'tsuruoka', '--names')
    assert 'Deputy Chair' in named.splitlines()[2]


def desk_looks_for_what_to_discuss(world):
    listed = world.desk.json('statistics', 'show')['applications']
    assert sorted(one['application'] for one in listed) == sorted(APPLICATIONS)
    weights = [one['split'] + one['spread'] + one['closeness'] for one in listed]
    assert weights == sorted(weights, reverse=True)
    # Nobody judged it: there is nothing to say, not even 0.
    nobody, = [one for one in listed if one['application'] == 'hokkaido-prime']
    assert nobody['margin'] is None
    shown = world.desk.json('statistics', 'show', 'tokai')
    assert shown['aggregates'] == world.desk.json('review', 'show', 'tokai')['aggregates']
    margin = shown['margin']
    assert margin['outcome'] == 'certified' and margin['reached'] is True
    assert margin['low'] <= margin['value'] <= margin['high'] and margin['changes'] > 0
    text = world.desk.say('statistics', 'show', 'tokai')
    assert 'Above the line by' in text and 'Certified' in text
    assert 'One level from the line' in world.desk.say('statistics', 'show')
    # A member is told nothing before their own review is there.
    assert world.members['c'].json('statistics', 'show') == {'applications': []}
    assert world.members['c'].refused('statistics', 'show', 'tokai').startswith(
        'The reviews of “tokai” are not shown to you yet')


def desk_asks_what_the_rules_give(world):
    answer = world.desk.json('decision', 'suggest', 'tokai')
    step = answer['suggestion']['steps'][0]
    assert (answer['suggestion']['outcome'], step['gate'], step['holds']) == \
        ('certified', 'all_requirements', True)
    text = world.desk.say('decision', 'suggest', 'tokai')
    assert 'Certified: all 6 requirements reach their thresholds.\n' in text
    assert text.endswith('By the rules of the round: Certified. The committee decides.\n')
    few = world.desk.json('decision', 'suggest', 'hokkaido-prime')['suggestion']
    assert (few['outcome'], few['why']) == (None, 'too_few_evaluators')
    assert world.desk.say('decision', 'suggest', 'hokkaido-prime').endswith(
        'The rules of the round suggest nothing. The committee decides.\n')


def members_get_the_news(world):
    world.issue('news')
    shown = world.members['a'].json('review', 'show', 'tsuruoka')
    assert shown['revealed'] is True
    others = [review for review in shown['reviews'] if not review['own']]
    assert {review['letter'] for review in others} == {'A', 'D'}
    assert all(review['member'] is None for review in others)
    # Who is recused sees nothing, and neither does who has not submitted.
    assert world.members['a'].json('review', 'show', 'hokkaido-prime')['reviews'] == []
    assert world.members['c'].json('review', 'show', 'tsuruoka')['reviews'] == []
    text = world.members['a'].say('review', 'show', 'tsuruoka', '--names')
    assert text.splitlines()[2].split()[1:] == ['A', 'B', 'me', 'D', 'E', 'F', 'G']


def interview_confirms_what_was_scored(world):
    world.desk.json('phase', 'open', 'interview', 'tsuruoka')
    question = world.desk.json('question', 'add', 'tsuruoka', 'Who pays?', '--member', 'a')
    assert question['kind'] == 'question.set'
    world.desk.json('question', 'set', 'tsuruoka', 'q1', '--state', 'confirmed',
                    '--answer', 'The city')
    listed = world.desk.json('question', 'list', 'tsuruoka')
    assert listed['questions'][0]['answer'] == 'The city'
    assert [question['text'] for question in listed['in_reviews']] == ['Who pays?']
    world.issue('news')
    confirmed = world.members['b'].json('review', 'submit', 'tsuruoka', '--unchanged')
    assert (confirmed['phase'], len(confirmed['scores'])) == ('interview', 5)
    fill(world.members['chair'], 'tsuruoka', '443333')
    assert world.members['chair'].refused('review', 'submit', 'tsuruoka') == \
        'Levels differ from the paper review. Say why they were revised and the review can be ' \
        'submitted.'
    world.members['chair'].json('overall', 'set', 'tsuruoka', '--revision', 'It became clear')
    world.members['chair'].json('review', 'submit', 'tsuruoka')
    for name in ('b', 'chair'):
        assert world.collect(name)['received'] == 1
    world.desk.json('phase', 'close', 'interview', 'tsuruoka')
    shown = world.desk.json('review', 'show', 'tsuruoka')
    assert shown['phase'] == 'interview'
    assert shown['aggregates'][1]['levels'] == [4, 4, 4]
    assert world.desk.json('review', 'show', 'tsuruoka', '--phase', 'paper')['aggregates'][1][
        'levels'] == [3, 4, 4]


def interview_is_held(world):
    """B is out for a while, and revises all the same; the acting chair admits it."""
    def shown():
        return world.desk.json('interview', 'show', 'tokai')['interviews'][0]
    assert [one['state'] for one in world.desk.json('interview', 'show')['interviews']] == \
        ['not_begun'] * 5
    # Where nobody's place was written down, nobody is held to have missed anything.
    world.desk.json('phase', 'open', 'interview', 'tokai')
    assert world.desk.json('interview', 'start', 'tokai')['kind'] == 'interview.record'
    world.desk.json('interview', 'extend', 'tokai', '--minutes', '3')
    held = shown()
    assert (held['state'], held['segment'], held['next'], held['allotted']) == \
        ('running', 'presentation', 'questions', 23 * 60)
    assert 0 <= held['elapsed'] < 60
    assert world.desk.refused('interview', 'start', 'fukuoka') == \
        'The interview of “Tokai Biocommunity” is still running. Stop it, then start this one.'
    assert world.desk.say('interview', 'next', 'tokai') == \
        'Tokai Biocommunity: “Questions” begins, 20 minutes.\n'
    world.desk.json('interview', 'next', 'tokai')
    assert world.desk.refused('interview', 'next', 'tokai') == \
        'The last segment is running. Stop the interview when it is over.'
    world.desk.json('interview', 'stop', 'tokai')
    world.desk.json('interview', 'heard', 'tokai', 'b', 'part')
    world.desk.json('interview', 'close', 'tokai', '--text', 'The budget is settled')
    held = shown()
    assert (held['state'], held['elapsed'], held['what_became_clear']) == \
        ('over', None, 'The budget is settled')
    assert {row['member']: row['heard'] for row in held['heard']}['b'] == 'part'
    text = world.desk.say('interview', 'show', 'tokai')
    assert 'Heard part of it' in text and 'The budget is settled' in text
    assert 'Tokai' not in world.desk.say('interview', 'show')


def revision_partly_heard_is_admitted(world):
    world.issue('news')
    assert world.members['b'].json('interview', 'show', 'tokai')['interviews'][0][
        'what_became_clear'] == 'The budget is settled'
    fill(world.members['b'], 'tokai', '443333')
    world.members['b'].json('overall', 'set', 'tokai', '--revision', 'It became clear')
    world.members['b'].json('review', 'submit', 'tokai')
    world.collect('b')

    def status():
        return [review['status'] for review in world.desk.json(
            'review', 'show', 'tokai', '--phase', 'interview')['reviews']
            if review['member'] == 'b' and review['phase'] == 'interview']
    assert status() == ['partly_heard']

    def stands_on_paper():
        words = ('review', 'show', 'tokai', '--phase', 'interview')
        marked = 'Did not hear the whole interview, so the levels on paper stand: D' in \
            world.desk.say(*words)
        assert world.desk.json(*words)['unheard'] == (['b'] if marked else [])
        return marked
    assert stands_on_paper()
    assert world.desk.refused('review', 'admit', 'tokai', 'b', '--reason', 'The part that matters'
                              ) == 'Only the acting chair of an application admits a revision by ' \
        'a member who did not hear the whole interview. Nothing was changed.'
    world.desk.json('review', 'admit', 'tokai', 'b', '--reason', 'The part that matters',
                    '--instructed-by', 'chair')
    assert status() == ['counts'] and not stands_on_paper()
    # Others' levels after the interview are shown once it is closed.
    def levels():
        world.issue('news')
        return [review['letter'] for review in world.members['a'].json(
            'review', 'show', 'tokai')['reviews'] if review['phase'] == 'interview']
    assert levels() == []
    world.desk.json('phase', 'close', 'interview', 'tokai')
    assert levels() == ['D']


def desk_proposes(world):
    propose = ('decision', 'propose')
    assert world.desk.refused(*propose, 'tokai', 'declined') == \
        'This outcome departs from what the rules give. Write the reason and it can be proposed.'
    world.desk.json(*propose, 'tokai', 'registered', '--reason', 'Agreed after discussion',
                    '--instructed-by', 'chair')
    world.desk.json(*propose, 'fukuoka', 'certified')
    waive = [word for code in REQUIREMENTS for word in ('--waive', f'{code}:Judged in the room')]
    world.desk.json(*propose, 'tsuruoka', 'certified', '--reason', 'Few judged', *waive)
    decisions = {one['application']: one
                 for one in world.desk.json('decision', 'show')['decisions']}
    assert decisions['tokai']['state'] == 'provisional'
    assert decisions['tokai']['proposal']['suggested'] == 'certified'
    assert len(decisions['tsuruoka']['proposal']['waivers']) == 6
    assert decisions['nagaoka']['proposal'] is None


def chair_confirms(world):
    confirm = ('decision', 'confirm', '--method', 'unanimous')
    chair = world.members['chair']
    world.issue('news')
    refused = chair.call('--json', *confirm, 'tokai').expect(1)
    assert refused.error == \
        'Attendance has not been recorded, so there is no quorum. Record who is present.\n', \
        refused.error
    assert refused.json['confirmed'][0]['error']['code'] == 'refused'
    for name in ('chair', 'deputy', 'a', 'b', 'd'):
        world.desk.json('attendance', 'set', name, 'in_room')
    world.desk.json('attendance', 'set', 'tokai', 'd', 'web')
    assert len(world.desk.json('attendance', 'list')['attendance']) == 6
    world.issue('news')
    assert world.members['a'].call(*confirm, 'tokai').expect(1).error == \
        'Only the acting chair of this application can do this. Nothing was changed.\n'
    confirmed = chair.json(*confirm)['confirmed']
    assert [one['application'] for one in confirmed] == ['tsuruoka', 'tokai', 'fukuoka']
    assert confirmed[1]['sentence'] == \
        'The committee concluded on Tokai Biocommunity: Registered (without objection).'
    shown, = chair.json('decision', 'show', 'tokai')['decisions']
    assert shown['confirmations'][0]['state'] == 'pending'
    assert world.collect('chair')['received'] == 3
    shown, = world.desk.json('decision', 'show', 'tokai')['decisions']
    assert shown['state'] == 'confirmed' and shown['confirmations'][0]['version'] == 1
    assert all(check['holds'] for check in shown['checklist'])
    assert (shown['quorum']['present'], shown['quorum']['required']) == (5, 4)


def chair_reopens(world):
    chair = world.members['chair']
    world.issue('news')
    reopened = chair.json('decision', 'reopen', 'tokai', '--reason', 'A letter came')
    assert reopened['kind'] == 'decision.reopen'
    world.collect('chair')
    world.desk.json('decision', 'propose', 'tokai', 'certified')
    world.issue('news')
    chair.json('decision', 'confirm', 'tokai', '--method', 'chair')
    world.collect('chair')
    shown, = world.desk.json('decision', 'show', 'tokai')['decisions']
    assert [(one['state'], one['version']) for one in shown['confirmations']] == \
        [('reopened', 1), ('holds', 2)]
    assert 'Confirmed' in world.desk.say('decision', 'show', 'tokai')


def desk_hands_over(world):
    for profile in ('secretariat', 'committee', 'public', 'applicant'):
        file = world.folder / f'{profile}.json'
        more = ('--application', 'tokai') if profile == 'applicant' else ()
        written = world.desk.json('record', 'export', '--profile', profile, *more, '-o', file)
        report = world.desk.json('record', 'verify', file, '--root', world.root)
        assert report['origin_established'] and report['sha256'] == written['sha256']
        assert schemas.first_error('decision-record', json.loads(file.read_text())) is None
    file = world.folder / 'secretariat.json'
    assert world.desk.json('record', 'verify', file)['sentence'].startswith(
        '“secretariat.json” is consistent, origin not established.')
    other = world.members['a'].json('member', 'use', 'a')['feed']
    assert 'secretariat.json' in world.desk.refused('record', 'verify', file, '--root', other)
    stream = world.desk.call('record', 'export', '--profile', 'public', '-o', '-').expect(0)
    assert world.desk.call('--json', 'record', 'verify', '-', given=stream.bytes).expect(0).json[
        'profile'] == 'public'


def a_ruling_empties_a_laptop(world):
    member = world.members['a']
    assert member.json('store', 'check')['removed'] == 0
    member.json('overall', 'set', 'tsuruoka', '3', '--remarks', 'Once more')
    member.json('interest', 'declare', 'tsuruoka', 'teaching', '--reason', 'Found late')
    world.collect('a')
    world.desk.json('interest', 'rule', 'tsuruoka', 'a', 'recuse', '--reason', 'A pupil leads it')
    world.issue('news')
    assert member.json('dossier', 'show', 'tsuruoka')['summary'] is None
    assert member.json('dossier', 'show', 'tokai')['summary'] is not None
    assert member.json('note', 'list', 'tsuruoka') == {'notes': []}
    assert member.json('dossier', 'list', '--search', 'バイオファウンドリ構想') == {'hits': []}
    assert member.refused('note', 'add', 'tsuruoka', 'Still') == \
        'You are recused from this application. The note was not saved.'
    removed = member.json('store', 'check')['removed']
    assert removed > 0
    assert member.say('store', 'check').endswith(
        f'{removed} entries lost their words when a ruling recused you from their application; '
        'the journal keeps their hashes.\n')
    assert world.desk.json('store', 'check')['removed'] == 0


def everything_is_sound(world):
    for store in (world.desk, *world.members.values()):
        assert store.json('store', 'check')['sound'] is True
    backup = world.folder / 'backup' / 'store.db'
    backup.parent.mkdir()
    world.desk.json('store', 'backup', backup)
    copy = shinsactl.Store(backup.parent)
    assert copy.json('round', 'show')['head'] == world.desk.json('round', 'show')['head']
    register = world.desk.json('ledger', 'register')['register']
    assert [row['seq'] for row in register] == list(range(1, len(register) + 1))
    desk = world.desk.json('desk', 'show')
    assert (desk['confirmed'], desk['undecided'], len(desk['exports'])) == (3, 2, 5)
    assert desk['here'] is True and desk['blind'] is False
    assert world.members['a'].json('desk', 'show')['here'] is False


def practice_is_set_up(world):
    store = shinsactl.Store(world.folder / 'practice')
    made = store.json('round', 'practice', world.folder / 'packets')
    assert made['round']['identity'] == 'b'
    before, after = sorted(pathlib.Path(made['packets']).iterdir())
    assert (len(list(before.iterdir())), len(list(after.iterdir()))) == (5, 1)
    assert store.json('desk', 'show')['blind'] is False
    assert store.json('desk', 'show', identity='desk')['blind'] is True


def every_verb_was_asked_for_json():
    known = {(noun, verb) for noun, verb, _ in shinsactl.verbs()}
    # What changes a definition is in the tests of definitions.
    elsewhere = {('document', 'export'), ('document', 'set'), ('dossier', 'set'),
                 ('roster', 'set'), ('schedule', 'set')}
    left = known - shinsactl.Store.used - elsewhere
    assert not left, sorted(left)


STEPS = (
    desk_prepares, desk_looks_at_applications, members_join, members_declare,
    desk_accepts_computers, chair_rules, paper_review_opens, member_scores, member_takes_notes,
    members_submit, desk_takes_in, desk_enters_what_was_on_paper,
    members_see_nothing_before_the_reveal, phase_closes_and_one_is_late, desk_compares,
    desk_looks_for_what_to_discuss, desk_asks_what_the_rules_give, members_get_the_news,
    interview_confirms_what_was_scored, interview_is_held, revision_partly_heard_is_admitted,
    desk_proposes, chair_confirms, chair_reopens, desk_hands_over,
    a_ruling_empties_a_laptop, everything_is_sound,
    practice_is_set_up,
)

def take(step, world):
    """Who stumbled once does not go on."""
    assert not world.stumbled, f'{world.stumbled} did not go well'
    world.stumbled = step.__name__
    step(world)
    world.stumbled = None


with tempfile.TemporaryDirectory() as place:
    round_of_all = World(place)
    tap.run([*((step.__name__, lambda step=step: take(step, round_of_all)) for step in STEPS),
             every_verb_was_asked_for_json])
