# SPDX-License-Identifier: GPL-3.0-or-later
"""What a register amounts to at one of its places: the replay, written once more in Python.

A Journal is what a decision record embeds: headers, bodies and signed heads. A Picture is the
round after the first so many entries of the register.
"""

import functools

import canonical
import decisions
import rules

Malformed = canonical.Malformed


def need(holds, sentence):
    if not holds:
        raise Malformed(sentence)


class Journal:
    """Headers, bodies and heads whose hashes, chains and signatures were found right."""

    def __init__(self, root, journal):
        self.root = root
        self.bodies = {}
        for line in journal['bodies']:
            need(canonical.body_hash(line['body']) == line['hash'],
                 f'body {line["hash"]}: the hash is that of other bytes')
            self.bodies[line['hash']] = line['body']
        self.entries, self.feeds = {}, {}
        for header in journal['entries']:
            self.chain(header)
        need(root in self.feeds, 'the register is not in the journal')
        for head in journal['heads']:
            self.check_head(head)
        for feed in self.feeds:
            need(any(head['feed'] == feed and head['seq'] >= len(self.feeds[feed])
                     for head in journal['heads']), f'feed {feed}: its last entry is not signed')

    def chain(self, header):
        """Takes one entry in, behind the one before it."""
        feed = self.feeds.setdefault(header['feed'], [])
        place = f'feed {header["feed"]}, entry {len(feed) + 1}'
        need(header['round'] == self.root, f'{place}: it belongs to another round')
        need(header['seq'] == len(feed) + 1, f'{place}: entry {header["seq"]} stands here')
        need(header['prev'] == (feed[-1] if feed else None),
             f'{place}: the chain is broken, the entry before has another hash')
        digest = canonical.entry_hash(header)
        feed.append(digest)
        self.entries[digest] = header

    def check_head(self, head):
        feed = self.feeds.get(head['feed'])
        need(feed is not None, f'head of feed {head["feed"]}: there is no such feed')
        signed = {name: head[name] for name in ('feed', 'hash', 'round', 'seq')}
        need(head['round'] == self.root and
             canonical.is_signed(head['feed'], 'head', signed, head['signature']),
             f'head of feed {head["feed"]}: the signature does not belong to it')
        if head['seq'] <= len(feed):
            need(feed[head['seq'] - 1] == head['hash'],
                 f'head of feed {head["feed"]}: it signs another entry {head["seq"]}')

    def register(self):
        return self.feeds[self.root]

    def body(self, header):
        need(header['body'] in self.bodies,
             f'feed {header["feed"]}, entry {header["seq"]}: its body is not in the record')
        return self.bodies[header['body']]

    def place(self, digest):
        """Where an entry stands in the register; None where it is not of the register."""
        header = self.entries.get(digest)
        return header['seq'] if header and header['feed'] == self.root else None

    @functools.cache
    def picture(self, until):
        return Picture(self, until)


class Picture:
    """The round after the first `until` entries of its register."""

    def __init__(self, journal, until):
        self.journal = journal
        self.roster, self.timetable = [], []
        self.dossiers, self.contents, self.authors = {}, {}, {}
        self.interest_facts, self.phases, self.reviews = [], [], []
        self.questions, self.attendance, self.issues, self.exports = {}, [], [], []
        self.interviews = []
        self.proposals, self.confirmations, self.reopenings = {}, [], []
        self.received = set()
        for digest in journal.register()[:until]:
            self.apply(digest)
        self.settle_interests()
        self.settle_reviews()

    def apply(self, digest):
        header = self.journal.entries[digest]
        body = self.journal.body(header)
        handler = getattr(self, 'on_' + header['kind'].replace('.', '_'), None)
        if handler and header['v'] == 1:
            handler(header['seq'], digest, header, body)

    # Acts that frame the round.

    def on_round_define(self, seq, digest, header, body):
        # A round is defined once, by the first entry of its register.
        if seq == 1:
            self.definition, self.rules_version = body['definition'], body['rules_version']

    def on_roster_set(self, seq, digest, header, body):
        self.roster = body['members']

    def on_schedule_set(self, seq, digest, header, body):
        self.timetable = body['timetable']

    def on_dossier_set(self, seq, digest, header, body):
        self.dossiers[body['application']] = body

    def on_dossier_content(self, seq, digest, header, body):
        self.contents[body['application']] = body['content']

    def on_feed_set(self, seq, digest, header, body):
        self.authors[body['feed']] = body['member']

    def on_packet_issue(self, seq, digest, header, body):
        self.issues.append({**body, 'at': header['at']})

    def on_record_export(self, seq, digest, header, body):
        self.exports.append(body)

    def on_question_set(self, seq, digest, header, body):
        self.questions[body['application'], body['question']] = body

    def on_attendance_set(self, seq, digest, header, body):
        self.attendance.append({'seq': seq, 'at': header['at'],
                                **{name: body[name] for name in ('application', 'member',
                                                                 'state')}})

    def on_interview_record(self, seq, digest, header, body):
        segments = {item['code'] for item in self.definition['rules']['interview']['segments']}
        if body['event'] not in ('start', 'next') or body['segment'] in (segments or {''}):
            self.interviews.append({**body, 'at': header['at'], 'seq': seq})

    def on_phase_open(self, seq, digest, header, body):
        self.phases.append((body['phase'], body['application'], True))

    def on_phase_close(self, seq, digest, header, body):
        self.phases.append((body['phase'], body['application'], False))

    # What members hand in, where it is received.

    def on_receive(self, seq, digest, header, body):
        entry = self.journal.entries.get(body['hash'])
        need(entry is not None, f'entry {seq} of the register receives {body["hash"]}, '
                                'which is not in the record')
        member = self.authors.get(body['feed'])
        if (body['feed'], body['seq']) in self.received or member is None \
                or (entry['feed'], entry['seq']) != (body['feed'], body['seq']):
            return
        self.received.add((body['feed'], body['seq']))
        handler = getattr(self, 'take_' + entry['kind'].replace('.', '_'), None)
        if handler and entry['v'] == 1:
            handler(seq, body['hash'], entry, self.journal.body(entry), member)

    def take_interest_declare(self, seq, digest, entry, body, member):
        self.interest_facts.append((seq, member, body))

    def on_interest_rule(self, seq, digest, header, body):
        self.interest_facts.append((seq, body['member'], body))

    def take_review_submit(self, seq, digest, entry, body, member):
        late = self.is_late(body['phase'], body['application'])
        self.add_review(seq, digest, entry, body, member, 'own',
                        late or self.is_frozen(body['application']))

    def on_submission_enter(self, seq, digest, header, body):
        # The desk knew the phase when it wrote the act, so this is never late.
        self.add_review(seq, digest, header, body['review'], body['member'], body['source'], False)

    def is_on_scale(self, body):
        """Whether a review speaks of this round's levels and requirements."""
        requirement_set = self.definition['requirement_set']
        if body['requirement_set']['hash'] != canonical.digest(canonical.encode(requirement_set)):
            return True
        levels = {level['value'] for level in self.definition['rules']['scale']['levels']}
        codes = {item['code'] for item in requirement_set['items']}
        given = {score['level'] for score in body['scores']} | {body['overall']}
        return given <= levels | {None} \
            and {score['requirement'] for score in body['scores']} <= codes

    def add_review(self, seq, digest, header, body, member, source, late):
        if not self.is_on_scale(body):
            return
        self.reviews.append({**body, 'seq': seq, 'entry': digest, 'feed': header['feed'],
                             'at': header['at'], 'member': member, 'source': source, 'late': late,
                             'rank': seq, 'admitted_reason': ''})

    def on_submission_admit(self, seq, digest, header, body):
        for review in self.reviews:
            if review['entry'] == body['submission'] and 'admitted' not in review:
                review.update(rank=seq, admitted=seq, admitted_reason=body['reason'])

    def on_outcome_propose(self, seq, digest, header, body):
        self.proposals.setdefault(body['application'], []).append(
            {**body, 'seq': seq, 'entry': digest})

    def take_decision_confirm(self, seq, digest, entry, body, member):
        self.decide(self.confirmations, seq, digest, entry, body, member)

    def take_decision_reopen(self, seq, digest, entry, body, member):
        self.decide(self.reopenings, seq, digest, entry, body, member)

    def decide(self, decisions, seq, digest, entry, body, member):
        """What was made against another register is refused."""
        seen = self.journal.place(entry['seen'])
        if seen is not None:
            decisions.append({**body, 'at': entry['at'], 'by': member, 'entry': digest,
                              'seen': seen, 'seq': seq})

    # Phases and lateness.

    def standing(self, phase, application):
        """Whether a phase was ever opened for an application, and whether it is open."""
        changes = [opened for name, about, opened in self.phases
                   if name == phase and about in (None, application)]
        return any(changes), bool(changes) and changes[-1]

    def is_late(self, phase, application):
        opened, is_open = self.standing(phase, application)
        return opened and not is_open

    def is_frozen(self, application):
        """Whether the outcome is confirmed: what arrives then waits to be admitted."""
        return any(row['state'] == 'holds' for row in decisions.history(self, application))

    # Interests.

    def settle_interests(self):
        self.interests = {}
        for application in self.dossiers:
            for member in self.roster:
                self.interests[application, member['id']] = {
                    'declared': 'undeclared', 'member': member['id'], 'reason': '',
                    'requirements': [], 'ruled_by': '', 'ruling_reason': '', 'seq': 0,
                    'state': 'undeclared'}
        for seq, member, fact in self.interest_facts:
            interest = self.interests.get((fact['application'], member))
            if interest is None:
                continue
            if 'ruling' in fact:
                interest.update(requirements=fact['requirements'], seq=seq,
                                ruled_by=fact['instructed_by'], ruling_reason=fact['reason'],
                                state={'recuse': 'recused', 'admit': 'admitted'}[fact['ruling']])
            else:
                self.declare(seq, interest, fact)

    @staticmethod
    def declare(seq, interest, fact):
        """A declaration suspends at once; only a ruling lifts that, or a recusal."""
        none = fact['interest'] == 'none'
        if none and interest['state'] in ('waiting', 'recused'):
            return
        interest.update(declared=fact['interest'], reason=fact['reason'], seq=seq)
        if interest['state'] == 'recused' and not interest['requirements']:
            return
        interest.update(requirements=fact['requirements'], ruled_by='', ruling_reason='',
                        state='none' if none else 'waiting')

    # Reviews.

    def settle_reviews(self):
        requirement_set = canonical.digest(canonical.encode(self.definition['requirement_set']))
        last = {}
        # What a review of the interview is worth rests on the paper review that counts.
        for review in sorted(self.reviews, key=lambda review: (review['phase'] == 'interview',
                                                               review['rank'])):
            paper = last.get((review['application'], review['member'], 'paper'))
            review['status'] = self.status(review, requirement_set, paper)
            if review['status'] == 'counts':
                key = review['application'], review['member'], review['phase']
                if key in last:
                    last[key]['status'] = 'replaced'
                last[key] = review

    def status(self, review, requirement_set, paper):
        if rules.is_barred(self.interests[review['application'], review['member']]):
            return 'void'
        if review['requirement_set']['hash'] != requirement_set:
            return 'other_version'
        if review['late'] and 'admitted' not in review:
            return 'late'
        heard = self.heard(review['application'], review['member'])
        if 'admitted' not in review and rules.is_revised_unheard(review, paper, heard):
            return 'partly_heard'
        opened, _ = self.standing(review['phase'], review['application'])
        return 'counts' if opened else 'waiting'

    def in_office(self, member):
        days = [day['date'] for day in self.timetable if day['slots']]
        return not days or ((member['from'] or '') <= max(days)
                            and (member['until'] or '9999') >= max(days))

    def scorers(self):
        return [member['id'] for member in self.roster
                if member['scores'] and self.in_office(member)]

    def judge(self, application, basis='decision'):
        """Aggregates, growth and suggestion as they are here."""
        interests = {member: interest for (about, member), interest in self.interests.items()
                     if about == application}
        reviews = [review for review in self.reviews if review['application'] == application]
        return rules.judge_reviews(self.definition, self.scorers(), interests, reviews, basis)

    # The interview.

    def events(self, application):
        return [event for event in self.interviews if event['application'] == application]

    def heard(self, application, member):
        """How much of an interview somebody heard: as the desk put it, else by attendance."""
        events = self.events(application)
        corrections = [event['heard'] for event in events
                       if (event['event'], event['member']) == ('heard', member)]
        if corrections:
            return corrections[-1]
        moves = [(row['seq'], row['state']) for row in self.attendance
                 if row['member'] == member and row['application'] in (None, application)]
        times = [(event['seq'], event['event']) for event in events
                 if event['event'] in ('start', 'stop', 'close')]
        return rules.heard(sorted(moves + times))

    # The meeting.

    def place_of(self, application, member):
        """Where somebody is, as it was last recorded for the application or the meeting."""
        for row in reversed(self.attendance):
            if row['member'] == member and row['application'] in (None, application):
                return row['state']
        return None

    def takes_part(self, application, member):
        interest = self.interests[application, member]
        return interest['state'] != 'waiting' and not rules.is_barred(interest)

    def acting_chair(self, application):
        away = ('absent', 'left', 'out', 'out_for_interest')
        able = [member for member in self.roster
                if member['acting_order'] and self.in_office(member)
                and self.takes_part(application, member['id'])
                and self.place_of(application, member['id']) not in away]
        return min(able, key=lambda member: member['acting_order'])['id'] if able else None

    def quorum(self, application):
        rule = self.definition['rules']['quorum']
        base = [member['id'] for member in self.roster
                if member['role'] in ('chair', 'deputy', 'member') and self.in_office(member)]
        eligible = recused = 0
        for member in base:
            place = self.place_of(application, member)
            here = place in ('in_room', 'web', 'late')
            if here and self.takes_part(application, member):
                eligible += 1
            elif (here or place == 'out_for_interest') and rule['recused_count'] == 'present':
                recused += 1
        required = rules.required_for_quorum(rule['fraction'], len(base))
        return {'eligible': eligible, 'members': len(base), 'present': eligible + recused,
                'recused_present': recused, 'required': required,
                'holds': bool(self.attendance) and eligible + recused >= required}
