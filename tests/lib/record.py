# SPDX-License-Identifier: GPL-3.0-or-later
"""What a complete decision record has to hold, computed from the journal it embeds."""

import canonical

REVIEW = ('abstained', 'admitted_reason', 'at', 'entry', 'feed', 'growth', 'late', 'member',
          'overall', 'phase', 'questions', 'remarks', 'requirement_set', 'revision', 'scores',
          'seq', 'source', 'status', 'strong', 'weak')
INTEREST = ('declared', 'member', 'reason', 'requirements', 'ruled_by', 'ruling_reason', 'state')
PERSON = ('acting_order', 'affiliations', 'id', 'name', 'role', 'scores')
ROUND = ('announce_on', 'call_from', 'call_to', 'id', 'practice', 'title', 'track')
QUESTION = ('answer', 'member', 'question', 'state', 'text')


def pick(value, names):
    return {name: value[name] for name in names}


def without(value, *names):
    return {name: item for name, item in value.items() if name not in names}


def digest(value):
    return canonical.digest(canonical.encode(value))


# Decisions.

def newest_proposal(picture, application):
    return picture.proposals.get(application, [None])[-1]


def departs(suggestion, outcome):
    return suggestion['outcome'] not in (None, outcome)


def is_overtaken(picture, application, seen):
    """Whether reviews, interests or the proposal changed after a place in the register."""
    proposal = newest_proposal(picture, application)
    return (proposal is not None and proposal['seq'] > seen
            or any(review['application'] == application
                   and (review['rank'] > seen and review['status'] != 'late')
                   for review in picture.reviews)
            or any(about == application and interest['seq'] > seen
                   for (about, _), interest in picture.interests.items()))


def is_complete(picture, application):
    """The checklist that a confirmation stands behind."""
    proposal = newest_proposal(picture, application)
    if proposal is None:
        return False
    waived = {waiver['requirement'] for waiver in proposal['waivers']}
    aggregates, _, suggestion = picture.judge(application)
    return (picture.is_late('paper', application)
            and all(picture.interests[application, member]['state']
                    not in ('undeclared', 'waiting') for member in picture.scorers())
            and all(not numbers['reference_only'] or numbers['requirement'] in waived
                    for numbers in aggregates)
            and (not departs(suggestion, proposal['outcome']) or proposal['reason'] != '')
            and picture.quorum(application)['holds'])


def state_of(picture, confirmation):
    """What a confirmation is worth where it was received, before anything reopened it."""
    journal, application = picture.journal, confirmation['application']
    if confirmation['seen'] is None:
        return 'not_authorised'
    seen = journal.picture(confirmation['seen'])
    now = journal.picture(confirmation['seq'] - 1)
    if seen.acting_chair(application) != confirmation['by']:
        return 'not_authorised'
    proposal = newest_proposal(now, application)
    if (decision(now, application) is not None or proposal is None
            or proposal['entry'] != confirmation['proposal']
            or proposal['outcome'] != confirmation['outcome']
            or is_overtaken(now, application, confirmation['seen'])):
        return 'overtaken'
    return 'holds' if is_complete(seen, application) else 'incomplete'


def history(picture, application):
    """Every confirmation of an application, with what it is worth now."""
    found, version = [], 0
    for confirmation in picture.confirmations:
        if confirmation['application'] != application:
            continue
        state = state_of(picture, confirmation)
        version += state == 'holds'
        reopening = picture.reopenings.get(confirmation['entry'])
        row = {**pick(confirmation, ('at', 'by', 'entry', 'outcome', 'seq')), 'reason': '',
               'reference': '', 'state': state, 'version': version if state == 'holds' else 0}
        if state == 'holds' and reopening and reopening['seq'] > confirmation['seq']:
            row.update(state='reopened', reason=reopening['reason'],
                       reference=reopening['reference'])
        found.append(row)
    return found


def decision(picture, application):
    """The confirmation that holds and its row of the history; None while there is none."""
    if picture.dossiers[application]['state'] == 'withdrawn':
        return None
    for row in history(picture, application):
        if row['state'] == 'holds':
            return next((confirmation, row) for confirmation in picture.confirmations
                        if confirmation['entry'] == row['entry'])
    return None


def outcome_of(picture, application):
    found = decision(picture, application)
    if found is None:
        return None
    confirmation, row = found
    proposal = next(proposal for proposal in picture.proposals[application]
                    if proposal['entry'] == confirmation['proposal'])
    suggested = proposal['suggestion']
    return {**pick(confirmation, ('by', 'entry', 'method', 'outcome', 'proposal', 'sentence')),
            'confirmed_at': confirmation['at'],
            'departs': departs(suggested, confirmation['outcome']),
            'quorum': picture.journal.picture(confirmation['seen']).quorum(application),
            'reason': proposal['reason'], 'suggested': suggested['outcome'],
            'version': row['version'], 'waivers': proposal['waivers']}


# Parts of the record.

def interests_of(picture, application):
    """How everybody stands to it who scores, or about whom something was said."""
    rows = ((member, picture.interests[application, member['id']]) for member in picture.roster)
    return [pick(interest, INTEREST) for member, interest in rows
            if member['scores'] or interest['state'] != 'undeclared']


def application_of(picture, application):
    """Everything about one application."""
    dossier = picture.dossiers[application]
    content = picture.contents.get(application)
    network = dossier['network_organisation']
    paper, _, _ = picture.judge(application, 'paper')
    decided, growth, suggestion = picture.judge(application)
    return {
        'id': application, **pick(dossier, ('name', 'position', 'reason', 'state')),
        'network_organisation': network and network['name'],
        'market_areas': content['market_areas'] if content else [],
        'interests': interests_of(picture, application),
        'reviews': [pick(review, REVIEW) for review in picture.reviews
                    if review['application'] == application],
        'aggregates': {'paper': paper, 'decision': decided},
        'growth': growth, 'suggestion': suggestion,
        'questions': [pick(question, QUESTION)
                      for (about, _), question in picture.questions.items()
                      if about == application],
        'outcome': outcome_of(picture, application),
        'history': history(picture, application),
        'issued': [{'at': issue['at'], 'member': issue['to'], 'purpose': issue['purpose']}
                   for issue in picture.issues if application in issue['applications']],
    }


def counts_of(definition, applications):
    """Numbers that let nothing get lost."""
    active = [item for item in applications if item.get('state') != 'withdrawn']
    outcomes = [item['outcome']['outcome'] for item in active if item['outcome']]
    return {'applications': len(applications),
            'outcomes': {outcome['code']: outcomes.count(outcome['code'])
                         for outcome in definition['outcomes']},
            'reviews': sum(len(item.get('reviews', [])) for item in applications),
            'undecided': len(active) - len(outcomes),
            'withdrawn': len(applications) - len(active)}


def head_of(picture, root):
    """What stands above the applications."""
    definition = picture.definition
    told = definition['round']
    return {
        'round': {**pick(told, ROUND),
                  'definition_hash': digest(definition), 'root': root,
                  'rules_version': picture.rules_version},
        'definition': definition,
        'requirement_set_hash': digest(definition['requirement_set']),
        'committee': [pick(member, PERSON) for member in picture.roster],
        'attendance': picture.attendance,
    }


def supersedes(picture, profile, application):
    """The file that this record takes the place of, as far as its register knows."""
    before = [export['sha256'] for export in picture.exports
              if (export['profile'], export['application']) == (profile, application)]
    return before[-1] if before else None


def complete(journal):
    """The secretariat's record without its journal and signature."""
    register = journal.register()
    picture = journal.picture(len(register))
    order = sorted(picture.dossiers, key=lambda name: (picture.dossiers[name]['position'], name))
    applications = [application_of(picture, application) for application in order]
    return {
        'format': 'shinsa.decision-record', 'version': 1, 'profile': 'secretariat',
        'application': None, **head_of(picture, journal.root),
        'register': {'head': register[-1], 'seq': len(register)},
        'applications': applications,
        'counts': counts_of(picture.definition, applications),
        'supersedes': supersedes(picture, 'secretariat', None),
    }
