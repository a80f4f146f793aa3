# SPDX-License-Identifier: GPL-3.0-or-later
"""One round on two laptops, the desk's and a member's, and the official tables it has to give.

The story: two requirements, two applications. Member A is accepted, declares an interest in
neither, submits a review of one application, replaces it, and hands in the review of the other
only after the phase was closed. The row that each step leaves is written beside the step.
"""

import canonical
import practice
import suggestion_cases


def text(en, ja):
    return {'en': en, 'ja': ja}


def definition():
    found = suggestion_cases.definition()
    found['round'] = {
        'id': 'two-laptops', 'track': 'regional',
        'title': text('Two laptops (practice)', '二台の端末（練習用）'),
        'call_from': '2021-04-01', 'call_to': '2021-04-09', 'announce_on': None,
        'time_zone': 'Asia/Tokyo', 'practice': True,
        'note': text('For tests.', '試験用です。'),
    }
    found['rules']['reason_required_at_or_below'] = 2
    found['rules']['minimum_evaluators'] = 1
    return found


def member(name, role, acting_order, scores):
    return {'id': name.lower(), 'role': role, 'name': text(name.capitalize(), name),
            'affiliations': [], 'reading': name.lower(), 'scores': scores,
            'acting_order': acting_order, 'from': None, 'until': None}


MEMBERS = [member('chair', 'chair', 1, True), member('a', 'member', None, True),
           member('secretariat', 'secretariat', None, False)]


def dossier(application, position, name):
    return {'and_others': False, 'application': application, 'name': name,
            'network_organisation': None, 'organisation_counts': [],
            'organisations': [{'kind': 'university', 'name': text('Example University', '例示大学')}],
            'persons': [], 'position': position, 'reason': '', 'state': 'active'}


def content(application, summary):
    return {'application': application,
            'content': {'indicators': [], 'market_areas': ['1'], 'previous': None,
                        'received_on': '2021-04-09', 'sections': [], 'summary': summary}}


def review(application, strength, plan, overall, questions=(), notes=()):
    """A review of the paper phase; a score is a level with its reason."""
    requirement_set = definition()['requirement_set']
    scores = [{'cannot_judge': level is None, 'evidence': [], 'level': level, 'reason': reason,
               'requirement': item['code']}
              for item, (level, reason) in zip(requirement_set['items'], (strength, plan))]
    below = any(level is not None and level < 3 for level, _ in (strength, plan))
    return {'abstained': False, 'application': application, 'growth': True if below else None,
            'notes': list(notes), 'overall': overall, 'phase': 'paper',
            'questions': list(questions), 'remarks': '',
            'requirement_set': {'hash': canonical.digest(canonical.encode(requirement_set)),
                                'id': requirement_set['id'],
                                'version': requirement_set['version']},
            'revision': '', 'scores': scores, 'strong': '資源が豊かである。', 'weak': ''}


class Story:
    """The round while it is told: both feeds, and the rows of the official tables."""

    def __init__(self):
        self.desk = practice.Feed('two laptops, desk')
        self.member = practice.Feed('two laptops, member a', 'a', self.desk)
        self.rows = {}

    def row(self, table, **columns):
        self.rows.setdefault(table, []).append({'seq': len(self.desk.headers), **columns})

    def act(self, kind, at, body, table=None, **columns):
        """The desk writes; `columns` are what its row holds beside its place."""
        self.desk.write(kind, at, body)
        if table:
            self.row(table, **columns)

    def body(self):
        """The hash of the newest act's body."""
        return self.desk.headers[-1]['body']

    def receive(self, seq, at):
        header = self.member.headers[seq - 1]
        self.desk.receive(self.member, seq, at)
        self.row('reception', feed=self.member.id, feed_seq=seq,
                 entry=self.member.hashes[seq - 1], kind=header['kind'], applied='applied',
                 reason='')

    def receive_review(self, seq, at, late):
        """Receives a review: its row and those of its scores and questions."""
        self.receive(seq, at)
        header, body = self.member.headers[seq - 1], self.member.bodies[seq - 1]
        growth = body['growth'] if body['growth'] is None else int(body['growth'])
        self.row('review', entry=self.member.hashes[seq - 1], feed=self.member.id, feed_seq=seq,
                 at=header['at'], application=body['application'], member='a', phase='paper',
                 source='own', late=late, abstained=0,
                 requirement_set=body['requirement_set']['hash'], overall=body['overall'],
                 growth=growth, strong=body['strong'], weak=body['weak'],
                 remarks=body['remarks'], revision='')
        for score in sorted(body['scores'], key=lambda score: score['requirement']):
            self.row('review_score', requirement=score['requirement'], level=score['level'],
                     reason=score['reason'])
        remarks = [('question', 0, '', words) for words in body['questions']]
        remarks += [(note['mark'], 1, note['at'], note['text']) for note in body['notes']]
        for position, (mark, note, noted_at, words) in enumerate(remarks):
            self.row('review_remark', position=position, mark=mark, note=note, at=noted_at,
                     text=words)


def prepare(story):
    """The desk defines the round and hands out the names."""
    body = {'definition': definition(), 'rules_version': 1}
    story.act('round.define', '12T09:00:00', body)
    story.rows['round'] = [{'round': story.desk.id, 'seq': 1, 'id': 'two-laptops',
                            'rules_version': 1, 'body': story.body()}]
    story.act('roster.set', '12T09:00:01', {'members': MEMBERS, 'reason': ''})
    story.row('roster', body=story.body())
    for position, (application, name, summary) in enumerate((
            ('north', text('North', '北'), text('Forest and field.', '森と畑。')),
            ('south', text('South', '南'), text('Sea and coast.', '海と浜。')))):
        story.act('dossier.set', '12T09:00:02', dossier(application, position, name))
        story.row('dossier', application=application, state='active', body=story.body())
        story.act('dossier.content', '12T09:00:03', content(application, summary))
        story.row('dossier_content', application=application, body=story.body())
    story.act('schedule.set', '12T09:00:04', {'postponed': None, 'timetable': []})
    story.row('schedule', body=story.body())
    issue(story, '12T09:30:00', 'interests', [])


def issue(story, at, purpose, applications):
    head = story.desk.hashes[-1]
    story.act('packet.issue', at, {'applications': applications, 'head': head,
                                   'purpose': purpose, 'to': 'a'},
              'issue', member='a', purpose=purpose, head=head)
    for application in applications:
        story.row('issue_application', application=application)


def declare(story):
    """The member opens a feed and declares; the desk accepts the feed and receives."""
    story.member.write('feed.open', '12T20:00:00', {
        'confidentiality': True, 'continues': None, 'device': 'laptop', 'member': 'a'})
    for application in ('north', 'south'):
        story.member.write('interest.declare', '12T20:05:00', {
            'application': application, 'interest': 'none', 'reason': '', 'requirements': []})
    story.act('feed.set', '13T09:00:00', {'feed': story.member.id, 'member': 'a',
                                          'reason': '', 'state': 'accepted'},
              'feed_state', feed=story.member.id, member='a', state='accepted', reason='')
    story.receive(1, '13T09:00:01')
    for seq, application in ((2, 'north'), (3, 'south')):
        story.receive(seq, '13T09:00:02')
        story.row('declaration', entry=story.member.hashes[seq - 1], application=application,
                  member='a', interest='none', requirements='', reason='')
    issue(story, '13T09:10:00', 'documents', ['north', 'south'])


def review_paper(story):
    """Three reviews: one, the one that replaces it, and one that comes too late."""
    story.act('phase.open', '13T09:20:00',
              {'application': None, 'phase': 'paper', 'reason': ''},
              'phase_change', phase='paper', application=None, state='open', reason='')
    story.member.write('review.submit', '13T21:00:00', review(
        'north', (4, '森林の面積と加工の実績が示されている。'), (2, '担当と時期が示されていない。'), 3,
        questions=['担当はどこですか。']))
    story.member.write('review.submit', '13T21:30:00', review(
        'north', (4, ''), (3, '別紙に工程がある。'), 3, notes=[
            {'at': '2021-04-13T21:25:00+09:00', 'mark': 'important', 'text': '別紙2に工程表'}]))
    story.member.write('review.submit', '13T22:00:00', review(
        'south', (3, ''), (None, '計画の頁が欠けている。'), 2))
    story.receive_review(4, '14T09:00:00', late=0)
    story.receive_review(5, '14T09:00:01', late=0)
    story.act('phase.close', '14T17:00:00',
              {'application': None, 'phase': 'paper', 'reason': ''},
              'phase_change', phase='paper', application=None, state='closed', reason='')
    story.receive_review(6, '14T17:30:00', late=1)


def tell():
    story = Story()
    prepare(story)
    declare(story)
    review_paper(story)
    return story


# All tables in the order of their definition.
TABLES = ('round', 'roster', 'schedule', 'dossier', 'dossier_content', 'dossier_document',
          'feed_state', 'reception', 'issue', 'issue_application', 'declaration', 'ruling',
          'phase_change', 'review', 'review_score', 'review_evidence', 'review_remark', 'admission',
          'question', 'attendance', 'interview_event', 'proposal', 'proposal_waiver',
          'confirmation', 'reopening', 'record_export', 'not_applied')


def cell(value):
    """A text is quoted; nothing in this round would have to be escaped within."""
    if value is None:
        return 'NULL'
    return f'"{value}"' if isinstance(value, str) else canonical.number(value)


def official(story):
    """The expected tables in the form of a dump, rows in the order of their keys.

    The column `round`, which is the same everywhere, is only in the table of that name.
    """
    assert set(story.rows) <= set(TABLES)
    lines = []
    for table in TABLES:
        lines.append(table)
        for row in story.rows.get(table, []):
            lines.append('  ' + ' '.join(f'{name}={cell(value)}' for name, value in row.items()))
    return '\n'.join(lines) + '\n'
