# SPDX-License-Identifier: GPL-3.0-or-later
"""What confirmations of outcomes are worth, each judged in the round as its author saw it."""

import rules


def pick(value, names):
    return {name: value[name] for name in names}


def newest_proposal(picture, application):
    return picture.proposals.get(application, [None])[-1]


def is_overtaken(picture, application, seen):
    """Whether reviews, interests or the proposal changed after a place in the register."""
    proposal = newest_proposal(picture, application)
    return (proposal is not None and proposal['seq'] > seen
            or any(review['application'] == application and review['rank'] > seen
                   and ('admitted' in review or not review['late'])
                   for review in picture.reviews)
            or any(about == application and interest['seq'] > seen
                   for (about, _), interest in picture.interests.items()))


def was_reopened_since(picture, application, proposal):
    """Whether the newest decision was opened again and nothing was proposed after that."""
    last = next((row for row in reversed(history(picture, application)) if row['version']), None)
    return last is not None and last['state'] == 'reopened' and any(
        reopening['confirmation'] == last['entry'] and reopening['seq'] > proposal['seq']
        for reopening in picture.reopenings)


def failing_checks(picture, application):
    """What of the checklist does not hold that a confirmation stands behind."""
    proposal = newest_proposal(picture, application)
    if proposal and was_reopened_since(picture, application, proposal):
        proposal = None
    aggregates, _, suggestion = picture.judge(application)
    waived = {waiver['requirement'] for waiver in proposal['waivers']} if proposal else set()
    interests = {member['id']: picture.interests[application, member['id']]['state']
                 for member in picture.roster}
    chair = picture.acting_chair(application)
    chair_needed = picture.definition['rules']['quorum']['acting_chair_required']
    holds = {
        'paper_closed': picture.is_late('paper', application),
        'interests': 'waiting' not in interests.values()
                     and all(interests[name] != 'undeclared' for name in picture.scorers()),
        'requirements': all(not numbers['reference_only'] or numbers['requirement'] in waived
                            for numbers in aggregates),
        'proposal': proposal is not None
                    and picture.dossiers[application]['state'] == 'active',
        'reason': proposal is not None and (suggestion['outcome'] == proposal['outcome']
                                            or proposal['reason'] != ''),
        'quorum': picture.quorum(application)['holds'],
        'chair': chair is not None and (not chair_needed or picture.place_of(application, chair)),
    }
    return [name for name, fine in holds.items() if not fine]


def counting(picture, application):
    """Which review of each member the decision rests on."""
    reviews = [review for review in picture.reviews if review['application'] == application]
    found = [rules.effective(reviews, member['id'], 'decision') for member in picture.roster]
    return [review and review['entry'] for review in found]


def state_of(picture, confirmation):
    """What a confirmation is worth where it was received, before anything reopened it, and why."""
    application = confirmation['application']
    seen = picture.journal.picture(confirmation['seen'])
    now = picture.journal.picture(confirmation['seq'] - 1)
    proposal = newest_proposal(now, application)
    if seen.acting_chair(application) != confirmation['by']:
        return 'not_authorised', 'acting_chair'
    if decision(now, application) is not None:
        return 'overtaken', 'confirmed'
    if (proposal is None or proposal['entry'] != confirmation['proposal']
            or proposal['outcome'] != confirmation['outcome']
            or is_overtaken(now, application, confirmation['seen'])
            or counting(now, application) != counting(seen, application)):
        return 'overtaken', 'changed'
    failing = failing_checks(seen, application)
    return ('incomplete' if failing else 'holds'), ' '.join(failing)


def reopening_of(picture, confirmation):
    """The acting chair's act that opened a decision again; None where there is none."""
    for reopening in picture.reopenings:
        if reopening['confirmation'] != confirmation['entry'] \
                or reopening['application'] != confirmation['application']:
            continue
        seen = picture.journal.picture(reopening['seen'])
        held = decision(picture.journal.picture(reopening['seq'] - 1), reopening['application'])
        if (seen.acting_chair(reopening['application']) == reopening['by']
                and held is not None and held[0]['entry'] == confirmation['entry']):
            return reopening
    return None


def history(picture, application):
    """Every confirmation of an application, with what it is worth now."""
    found, version = [], 0
    for confirmation in picture.confirmations:
        if confirmation['application'] != application:
            continue
        state, reason = state_of(picture, confirmation)
        row = {**pick(confirmation, ('at', 'by', 'entry', 'outcome', 'seq')), 'reason': reason,
               'reference': '', 'state': state, 'version': 0}
        if state == 'holds':
            version += 1
            reopening = reopening_of(picture, confirmation)
            row.update(version=version, **({'state': 'reopened', **pick(
                reopening, ('reason', 'reference'))} if reopening else {}))
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
