# SPDX-License-Identifier: GPL-3.0-or-later
"""A round up to its decision record, in four profiles.

Three applications and four people who score. North: a review that comes late and is admitted, so
that a confirmation is overtaken; confirmed again, opened again after a revision, certified in
version 2. South: the chair declares an interest and is recused, Member A is recused after having
judged, the deputy confirms against the suggestion. East is withdrawn.
"""

import copy

import practice
import two_laptops

import canonical  # after practice, which knows where it is
import record
import replay

MEMBERS = [two_laptops.member('chair', 'chair', 1, True),
           two_laptops.member('deputy', 'deputy', 2, True),
           two_laptops.member('a', 'member', None, True),
           two_laptops.member('b', 'member', None, True),
           two_laptops.member('secretariat', 'secretariat', None, False)]
APPLICATIONS = ('north', 'south', 'east')


def definition():
    found = copy.deepcopy(two_laptops.definition())
    found['round'].update(id='four-members', title=two_laptops.text('Four members (practice)',
                                                                    '四人の委員（練習用）'))
    found['rules']['minimum_evaluators'] = 2
    return found


class Story:
    """The feeds of the round while it is told; time goes on by a minute with every entry."""

    def __init__(self, name='four members'):
        self.desk = practice.Feed(f'{name}, desk')
        self.feeds = {member: practice.Feed(f'{name}, {member}', member, self.desk)
                      for member in ('chair', 'deputy', 'a', 'b')}
        self.minutes = 0
        self.not_applied = []

    def now(self):
        self.minutes += 1
        return f'{12 + self.minutes // 480}T{9 + self.minutes // 60 % 8:02}:{self.minutes % 60:02}:00'

    def act(self, kind, /, **body):
        return self.desk.write(kind, self.now(), body)

    def submit(self, member, kind, /, **body):
        return self.feeds[member].write(kind, self.now(), body)

    def receive(self, member):
        """Receives the newest submission of a member."""
        feed = self.feeds[member]
        self.desk.receive(feed, len(feed.headers), self.now())

    def journal(self):
        """What the record embeds: everything, signed."""
        feeds = [self.desk, *self.feeds.values()]
        return {
            'bodies': [{'body': body, 'hash': canonical.body_hash(body)}
                       for feed in feeds for body in feed.bodies],
            'entries': [header for feed in feeds for header in feed.headers],
            'heads': [feed.signed_head() for feed in feeds],
        }

    def suggestion(self, application):
        """What the rules give now."""
        journal = replay.Journal(self.desk.id, self.journal())
        return journal.picture(len(self.desk.headers)).judge(application)[2]

    def propose(self, application, outcome, by, reason=''):
        return self.act('outcome.propose', application=application, instructed_by=by,
                        outcome=outcome, reason=reason, suggestion=self.suggestion(application),
                        waivers=[])

    def confirm(self, member, application, outcome, proposal, method='unanimous'):
        return self.submit(member, 'decision.confirm', application=application, method=method,
                           outcome=outcome, proposal=proposal,
                           sentence=f'委員会は、{application}を{outcome}とすることが適当と判断した。',
                           suggestion=self.suggestion(application))


def prepare(story, defined):
    story.act('round.define', definition=defined, rules_version=1)
    story.act('roster.set', members=MEMBERS, reason='')
    for position, application in enumerate(APPLICATIONS):
        name = two_laptops.text(application.capitalize(), application)
        story.act('dossier.set', **two_laptops.dossier(application, position, name))
        story.act('dossier.content', **two_laptops.content(application, name))
    story.act('schedule.set', postponed=None, timetable=[{
        'date': '2021-04-20', 'venue': None,
        'slots': [{'application': 'north', 'kind': 'interview', 'starts': '10:00',
                   'minutes': 20}]}])
    for member, feed in story.feeds.items():
        story.act('packet.issue', applications=[], head=story.desk.hashes[-1],
                  purpose='interests', to=member)
        story.submit(member, 'feed.open', confidentiality=True, continues=None, device='laptop',
                     member=member)
        story.act('feed.set', feed=feed.id, member=member, reason='', state='accepted')
        story.receive(member)


def declare(story):
    for member in story.feeds:
        for application in APPLICATIONS:
            interested = (member, application) == ('chair', 'south')
            story.submit(member, 'interest.declare', application=application,
                         interest='company' if interested else 'none',
                         reason='同じ会社の者が加わっている。' if interested else '',
                         requirements=[])
            story.receive(member)
    rule(story, 'south', 'chair')
    for member in story.feeds:
        open_to = [name for name in APPLICATIONS if (member, name) != ('chair', 'south')]
        story.act('packet.issue', applications=open_to, head=story.desk.hashes[-1],
                  purpose='documents', to=member)


def rule(story, application, member):
    story.act('interest.rule', application=application, instructed_by='deputy', member=member,
              reason='利害関係があるため、審査に加わらないこととする。', requirements=[],
              ruling='recuse')


def review(story, member, application, strength, plan, phase='paper', revision='', evidence=(),
           **more):
    """Submits a review; a level of 2 or lower gets a reason, the first one the evidence."""
    scores = [(level, '' if level and level > 2 else '根拠が示されていない。')
              for level in (strength, plan)]
    body = two_laptops.review(application, *scores, 3, **more)
    body['scores'][0]['evidence'] = list(evidence)
    return story.submit(member, 'review.submit', **{**body, 'phase': phase, 'revision': revision})


def review_paper(story):
    """Everybody reviews; B comes late with north and has south entered by the desk."""
    story.act('phase.open', application=None, phase='paper', reason='')
    for member, levels in (('chair', (4, 3)), ('deputy', (3, 2)), ('a', (4, 4))):
        review(story, member, 'north', *levels, questions=['担当はどこですか。'])
        story.receive(member)
    for member, levels in (('deputy', (3, 2)), ('a', (1, 1))):
        review(story, member, 'south', *levels)
        story.receive(member)
    review(story, 'a', 'east', 3, None)
    story.receive('a')
    body = two_laptops.review('south', (3, ''), (2, '担当が示されていない。'), 3)
    story.act('submission.enter', application='south', instructed_by='', member='b',
              read_back=True, reason='', review=body, source='telephone')
    story.act('question.set', answer='', application='north', member='a', question='q1',
              state='sent', text='担当はどこですか。')
    story.act('phase.close', application=None, phase='paper', reason='')
    late = review(story, 'b', 'north', 2, 2)
    story.receive('b')
    return late


def interview(story):
    """The deputy revises north; A finds an interest in south; east is withdrawn."""
    story.act('phase.open', application='north', phase='interview', reason='')
    review(story, 'deputy', 'north', 3, 3, phase='interview', revision='説明により補われた。')
    story.receive('deputy')
    story.act('phase.close', application='north', phase='interview', reason='')
    story.act('question.set', answer='県が担当する。', application='north', member='a',
              question='q1', state='confirmed', text='担当はどこですか。')
    rule(story, 'south', 'a')
    body = two_laptops.dossier('east', 2, two_laptops.text('East', 'east'))
    story.act('dossier.set', **{**body, 'state': 'withdrawn', 'reason': '申請者の申出による。'})
    for member, state in (('chair', 'in_room'), ('deputy', 'web'), ('a', 'in_room'),
                          ('b', 'absent')):
        story.act('attendance.set', application=None, member=member, state=state)
    story.act('attendance.set', application='south', member='chair', state='out_for_interest')
    story.act('attendance.set', application='south', member='a', state='out_for_interest')


def decide(story, late):
    """North is confirmed three times, of which one is overtaken and one opened again."""
    proposal = story.propose('north', 'certified', 'chair')
    story.confirm('chair', 'north', 'certified', proposal)
    story.act('submission.admit', application='north', instructed_by='chair',
              reason='郵送が遅れたことを確認した。', submission=late)
    story.receive('chair')
    proposal = story.propose('north', 'certified', 'chair')
    confirmation = story.confirm('chair', 'north', 'certified', proposal)
    story.receive('chair')
    story.submit('chair', 'decision.reopen', application='north', confirmation=confirmation,
                 reason='文言を改める。', reference='')
    story.receive('chair')
    proposal = story.propose('north', 'certified', 'chair')
    story.confirm('chair', 'north', 'certified', proposal, 'vote')
    story.receive('chair')
    # Growth is expected by both who judge south; the committee decides otherwise.
    proposal = story.propose('south', 'declined', 'deputy', '計画の担当が定まっていない。')
    story.confirm('deputy', 'south', 'declined', proposal, 'chair')
    story.receive('deputy')


def tell():
    story = Story()
    prepare(story, definition())
    declare(story)
    late = review_paper(story)
    interview(story)
    decide(story, late)
    return story


# The record, signed by the desk.

def sign(story, value):
    value.pop('signature', None)
    value['signature'] = {'feed': story.desk.id,
                          'value': canonical.sign(story.desk.key, 'record', value)}
    return value


def secretariat(story):
    journal = story.journal()
    value = record.complete(replay.Journal(story.desk.id, journal))
    return sign(story, {**value, 'journal': journal, 'not_applied': story.not_applied})


def committee(story, whole):
    """The same with members as letters; the secretariat has none and is left out."""
    letters = dict(zip((member['id'] for member in MEMBERS if member['scores']), 'ABCD'))
    letters[''] = ''
    found = copy.deepcopy(record.without(whole, 'journal', 'signature'))
    found.update(profile='committee', supersedes=None, committee=[
        {**record.without(member, 'affiliations', 'name'), 'id': letters[member['id']]}
        for member in found['committee'] if member['scores']])
    for row in found['attendance']:
        row['member'] = letters[row['member']]
    for item in found['applications']:
        del item['issued']
        item['interests'] = [{**record.without(row, 'reason', 'ruling_reason'),
                              'member': letters[row['member']],
                              'ruled_by': letters[row['ruled_by']]} for row in item['interests']]
        item['reviews'] = [{**record.without(row, 'feed'), 'member': letters[row['member']]}
                           for row in item['reviews']]
        for row in item['questions'] + item.get('interview', {}).get('heard', []):
            row['member'] = letters[row['member']]
        for row in item['history'] + ([item['outcome']] if item['outcome'] else []):
            row['by'] = letters[row['by']]
    return sign(story, found)


def less(story, whole, profile, application, applications):
    """A record without members; its counts are those of what is left in it."""
    found = copy.deepcopy(record.without(whole, 'journal', 'signature'))
    found.update(profile=profile, application=application, committee=[], attendance=[],
                 applications=applications, not_applied=[], supersedes=None,
                 counts=record.counts_of(found['definition'], applications))
    return sign(story, found)


def interview_for(item, names):
    """What readers of a profile are told of the interview, if there was one."""
    return {'interview': record.pick(item['interview'], names)} if 'interview' in item else {}


def applicant(story, whole, application):
    item = next(item for item in whole['applications'] if item['id'] == application)
    found = record.pick(item, ('id', 'name', 'position', 'state', 'reason',
                               'network_organisation', 'market_areas'))
    found['aggregates'] = {basis: [record.without(numbers, 'levels') for numbers in rows]
                           for basis, rows in item['aggregates'].items()}
    found['outcome'] = record.pick(item['outcome'], ('confirmed_at', 'method', 'outcome',
                                                     'sentence', 'version'))
    found.update(interview_for(item, ('segments', 'started', 'stopped')))
    return less(story, whole, 'applicant', application, [found])


def public(story, whole):
    shown = {outcome['code'] for outcome in whole['definition']['outcomes'] if outcome['public']}
    found = [{**record.pick(item, ('id', 'market_areas', 'name')),
              'outcome': record.pick(item['outcome'], ('outcome', 'sentence')),
              **interview_for(item, ('started', 'stopped'))}
             for item in whole['applications']
             if item['outcome'] and item['outcome']['outcome'] in shown]
    return less(story, whole, 'public', None, found)


def records(story):
    """Name and canonical bytes of the record in each profile."""
    whole = secretariat(story)
    found = {'secretariat': whole, 'committee': committee(story, whole),
             'applicant': applicant(story, whole, 'north'), 'public': public(story, whole)}
    return {f'record-{profile}.json': canonical.encode(value)
                   for profile, value in found.items()}
