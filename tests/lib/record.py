# SPDX-License-Identifier: GPL-3.0-or-later
"""What a complete decision record has to hold, computed from the journal it embeds."""

import canonical
from decisions import decision, history, pick

REVIEW = ('abstained', 'admitted_reason', 'at', 'entry', 'feed', 'growth', 'late', 'member',
          'overall', 'phase', 'questions', 'remarks', 'requirement_set', 'revision', 'scores',
          'seq', 'source', 'status', 'strong', 'weak')
INTEREST = ('declared', 'member', 'reason', 'requirements', 'ruled_by', 'ruling_reason', 'state')
PERSON = ('acting_order', 'affiliations', 'id', 'name', 'role', 'scores')
ROUND = ('announce_on', 'call_from', 'call_to', 'id', 'practice', 'title', 'track')
QUESTION = ('answer', 'member', 'question', 'state', 'text')


def without(value, *names):
    return {name: item for name, item in value.items() if name not in names}


def digest(value):
    return canonical.digest(canonical.encode(value))


# Parts of the record.

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
            'departs': suggested['outcome'] not in (None, confirmation['outcome']),
            'quorum': picture.journal.picture(confirmation['seen']).quorum(application),
            'reason': proposal['reason'], 'suggested': suggested['outcome'],
            'version': row['version'], 'waivers': proposal['waivers']}


def interests_of(picture, application):
    """How everybody stands to it who scores, or about whom something was said."""
    rows = ((member, picture.interests[application, member['id']]) for member in picture.roster)
    return [pick(interest, INTEREST) for member, interest in rows
            if member['scores'] or interest['state'] != 'undeclared']


def segments_of(picture, events):
    """The segments as they were held; a stop ends one, and so does the next."""
    minutes = {item['code']: item['minutes']
               for item in picture.definition['rules']['interview']['segments']}
    found, running = [], False
    for event in events:
        ends = event['event'] in ('start', 'stop', 'close') or running and event['event'] == 'next'
        if ends and found and found[-1]['ended'] is None:
            found[-1]['ended'] = event['at']
        if event['event'] == 'start' or running and event['event'] == 'next':
            running = True
            found += [{'code': event['segment'], 'ended': None, 'started': event['at'],
                       'minutes': minutes[event['segment']]}] if event['segment'] else []
        elif event['event'] == 'extend' and found and found[-1]['ended'] is None:
            found[-1]['minutes'] += event['minutes']
        elif ends:
            running = False
    return found


def interview_of(picture, application):
    """What was recorded of the interview."""
    events = picture.events(application)
    started = stopped = clear = None
    running = False
    for event in events:
        if event['event'] == 'start':
            started, stopped, running = started or event['at'], None, True
        elif event['event'] in ('stop', 'close') and running:
            stopped, running = event['at'], False
        if event['event'] == 'close':
            clear = event['text']
    return {'started': started, 'stopped': stopped, 'what_became_clear': clear,
            'segments': segments_of(picture, events),
            'heard': [{'heard': picture.heard(application, member['id']), 'member': member['id']}
                      for member in picture.roster if member['scores']]}


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
        **({'interview': interview_of(picture, application)} if picture.events(application)
           else {}),
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
