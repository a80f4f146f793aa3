# SPDX-License-Identifier: GPL-3.0-or-later
"""Levels of small committees and what the rules make of them, worked out by hand.

Each case says its outcome and its flags as a person would; the numbers beside them are computed
and must agree. Levels: one row for each member, one column for each requirement; None is missing,
'?' cannot judge, 'R' recused, 'V' recused after having judged. Growth: one answer for each member.
"""

import copy

import rules

FOUR = [4, 3, 2, 1]
HALVES = [5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5, 0]


def text(words):
    return {'en': words}


def requirement(code, threshold=3, weight=1):
    return {'code': code, 'kind': 'element', 'name': text(code.capitalize()),
            'guidance': text('What to look at.'), 'threshold': threshold, 'weight': weight}


def outcome(code, gate, line=None):
    found = {'code': code, 'name': text(code.capitalize()), 'category': None,
             'public': code != 'declined', 'gate': gate}
    return found if line is None else {**found, 'line': line}


CERTIFIED = outcome('certified', 'all_requirements')
REGISTERED = outcome('registered', 'growth')
DECLINED = outcome('declined', None)


def definition(statistic='median', scale=tuple(FOUR), requirements=None, outcomes=None,
               growth_when='own_level_below_threshold'):
    """A whole definition, as round.define holds it."""
    return {
        'format': 'shinsa.round',
        'version': 1,
        'round': {'id': 'suggestions', 'track': 'regional', 'title': text('Suggestions'),
                  'call_from': None, 'call_to': None, 'announce_on': None,
                  'time_zone': 'Asia/Tokyo', 'practice': True, 'note': text('For tests.')},
        'rules': {
            'scale': {
                'id': 'scale',
                'levels': [{'value': value, 'key': str(value), 'label': text(f'Level {value}'),
                            'descriptor': text(f'What level {value} means.')} for value in scale],
                'cannot_judge': {'key': '?', 'label': text('Cannot judge'),
                                 'reason_required': True},
            },
            'reason_required_at_or_below': None,
            'statistic': statistic,
            'minimum_evaluators': 3,
            'split_range': 2,
            'quorum': {'base': 'members', 'fraction': 'majority', 'acting_chair_required': True,
                       'recused_count': 'present'},
            'absent_from_interview': 'paper_score_flagged',
            'vote': {'ballot': 'open', 'tie': 'chair', 'chair_votes': True},
            'interview': {'segments': [{'code': 'questions', 'name': text('Questions'),
                                        'minutes': 20}], 'carry_over': False},
            'overall': {'judgement': True, 'comment': ['strong', 'weak', 'remarks'],
                        'growth_when': growth_when},
            'reveal': {'after': 'phase_closed', 'names': 'letters'},
            'private_notes': 'destroyed',
        },
        'requirement_set': {
            'id': 'small', 'version': 1,
            'items': requirements or [requirement('strength'), requirement('plan')],
            'growth': {'name': text('Growth expected'), 'guidance': text('Is it likely?')},
        },
        'market_areas': {'id': 'areas', 'items': [
            {'code': '1', 'symbol': '①', 'name': text('Materials'), 'lead': text('Office')}]},
        'outcomes': list(outcomes or (CERTIFIED, REGISTERED, DECLINED)),
    }


DEFINITIONS = {
    'median': definition(),
    'mean': definition('mean'),
    'trimmed': definition('trimmed_mean'),
    'majority': definition('majority'),
    'weighted': definition(
        'mean', requirements=[requirement('strength', weight=2), requirement('plan')],
        outcomes=(outcome('certified', 'weighted_total', 3.2),
                  outcome('registered', 'weighted_total', 2.5), DECLINED)),
    'halves': definition(scale=tuple(HALVES), requirements=[requirement('strength', 3.5),
                                                            requirement('plan', 2.5)]),
    'always': definition(growth_when='always'),
    'two outcomes': definition(outcomes=(CERTIFIED, REGISTERED)),
}

# Definition, levels, growth, outcome or why there is none, flags: each flag with its requirements.
CASES = {
    # Every median is 3 or 4.
    'all pass': ('median', [[4, 3], [3, 3], [4, 4]], [None, None, None], 'certified', {}),
    # strength 2 3 3 -> 3 passes; one of them one lower gives 2 2 3 -> 2.
    'passes by one level': (
        'median', [[2, 3], [3, 3], [3, 4]], [True, None, None], 'certified',
        {'divided': ['strength'], 'one_level_from_line': ['strength']}),
    # plan 2 2 3 -> 2 fails, one step up gives 2 3 3 -> 3. Growth 2 yes of 2: fewer than 3.
    'one below, growth by too few': (
        'median', [[3, 2], [3, 2], [4, 3]], [True, True, None], 'growth_too_few',
        {'divided': ['plan'], 'one_below': ['plan'], 'one_level_from_line': ['plan']}),
    # plan 2 2 2 fails far from the line; growth 2 : 1.
    'one below, growth expected': (
        'median', [[3, 2], [3, 2], [4, 2]], [True, True, False], 'registered',
        {'one_below': ['plan']}),
    # The same levels, growth 1 : 2.
    'one below, growth not expected': (
        'median', [[3, 2], [3, 2], [4, 2]], [True, False, False], 'declined',
        {'one_below': ['plan']}),
    # Growth 2 : 2 among four.
    'growth is tied': (
        'median', [[3, 2], [3, 2], [3, 2], [3, 2]], [True, True, False, False], 'growth_tied',
        {'one_below': ['plan']}),
    # Both fail; nothing is "exactly one".
    'all fail': (
        'median', [[2, 2], [2, 1], [2, 2]], [False, False, True], 'declined',
        {'lowest_given': ['plan']}),
    # strength 4 4 2 2: median 3, deviation 1 from it, nobody at 3.
    'two camps pass': (
        'median', [[4, 3], [4, 3], [2, 3], [2, 3]], [None, None, True, True], 'certified',
        {'split': ['strength'], 'divided': ['strength'], 'one_level_from_line': ['strength']}),
    # strength 3 3 3 1: nobody at 2 between; deviation 2/4 is below 4/6. 1 2 3 3 would give 2.5.
    'one far below': (
        'median', [[3, 3], [3, 3], [3, 3], [1, 3]], [None, None, None, False], 'certified',
        {'split': ['strength'], 'divided': ['strength'], 'lowest_given': ['strength'],
         'one_level_from_line': ['strength']}),
    # strength 4 3 3 2: deviation 2/4 and nobody missing between, but 2 to 4 is the split range and
    # lies across the line. 2 2 3 4 would give 2.5.
    'two levels apart across the line': (
        'median', [[4, 3], [3, 3], [3, 3], [2, 3]], [None, None, None, True], 'certified',
        {'split': ['strength'], 'divided': ['strength'], 'one_level_from_line': ['strength']}),
    # strength 3 3 2: on two sides of the line, but only one level apart.
    'divided but not split': (
        'median', [[3, 4], [3, 4], [2, 4]], [None, None, True], 'certified',
        {'divided': ['strength'], 'one_level_from_line': ['strength']}),
    # plan has two levels where three are asked for; 4 4 would have passed.
    'below minimum by a missing review': (
        'median', [[3, 4], [3, 4], [3, None]], [None, None, None], 'too_few_evaluators', {}),
    # plan 3 3 and one that cannot judge.
    'below minimum by cannot judge': (
        'median', [[3, 3], [3, 3], [3, '?']], [None, None, None], 'too_few_evaluators', {}),
    # strength fails, plan lacks evaluators: nothing is suggested, not even the failing outcome.
    'below minimum beside a failure': (
        'median', [[2, 3], [2, 3], [2, '?']], [True, True, True], 'too_few_evaluators',
        {'one_below': ['strength']}),
    # Nobody can judge plan: no evaluators at all.
    'no evaluators': (
        'median', [[3, '?'], [3, 'R'], [4, '?']], [None, None, None], 'too_few_evaluators', {}),
    # Nothing was received from anybody.
    'nothing received': (
        'median', [[None, None], [None, None], [None, None]], [None, None, None],
        'too_few_evaluators', {}),
    # One of four is recused from all, three are left and pass.
    'one recused': (
        'median', [[3, 3], ['R', 'R'], [3, 4], [4, 3]], [None, None, None, None], 'certified', {}),
    # One of five is recused from plan only: n is 5 and 4. plan 2 3 4 4 -> 3.5.
    'recused from one requirement': (
        'median', [[3, 2], [3, 'R'], [3, 3], [4, 4], [4, 4]], [True, None, None, None, None],
        'certified', {'split': ['plan'], 'divided': ['plan']}),
    # A review became void: its low levels are gone from the numbers.
    'void after a ruling': (
        'median', [[3, 3], ['V', 'V'], [3, 3], [3, 3]], [None, None, None, None], 'certified', {}),
    # Nobody asked the second member, whose levels pass; that answer is not counted: 2 : 1.
    'growth from somebody not asked': (
        'median', [[2, 3], [4, 4], [2, 3], [2, 3]], [True, False, True, False], 'registered',
        {'split': ['strength'], 'divided': ['strength'], 'one_below': ['strength']}),
    # Everybody is asked: 2 : 1 although only two levels are below.
    'growth asked of everybody': (
        'always', [[2, 3], [2, 3], [3, 3]], [True, False, True], 'registered',
        {'divided': ['strength'], 'one_below': ['strength'],
         'one_level_from_line': ['strength']}),
    # Neither gate holds and no outcome stands for the rest.
    'no outcome': (
        'two outcomes', [[2, 3], [2, 3], [2, 3]], [False, False, False], 'no_outcome',
        {'one_below': ['strength']}),
    # strength 2 3 3: mean 8/3 fails where the median would pass; 3 3 3 is one step away.
    'mean fails where the median passes': (
        'mean', [[2, 3], [3, 3], [3, 3]], [True, None, None], 'growth_too_few',
        {'divided': ['strength'], 'one_below': ['strength'],
         'one_level_from_line': ['strength', 'plan']}),
    # strength 1 3 3 4: without 1 and 4 the mean is 3, the plain one 2.75. A 4 down to 3 leaves
    # 1 3 3 3 -> 3; a 3 down to 2 leaves 1 2 3 4 -> 2.5. plan all 3: one 2 is trimmed away.
    'trimmed mean': (
        'trimmed', [[1, 3], [3, 3], [3, 3], [4, 3]], [False, None, None, None], 'certified',
        {'split': ['strength'], 'divided': ['strength'], 'lowest_given': ['strength'],
         'one_level_from_line': ['strength']}),
    # strength: 2 of 4 at or above is not more than half; plan: 3 of 4 is, by one member.
    'half is no majority': (
        'majority', [[3, 3], [3, 3], [2, 3], [2, 2]], [None, None, True, True],
        'growth_too_few',
        {'divided': ['strength', 'plan'], 'one_below': ['strength'],
         'one_level_from_line': ['strength', 'plan']}),
    # S = (2 * 10/3 + 8/3) / 3 = 28/9 = 3.11: below 3.2, above 2.5.
    'weighted total registers': (
        'weighted', [[4, 3], [3, 3], [3, 2]], [None, None, None], 'registered',
        {'divided': ['plan'], 'one_below': ['plan'], 'one_level_from_line': ['plan']}),
    # S = (2 * 4 + 2 * 1) / 3 = 10/3 = 3.33: the total forgives what a gate would not.
    'weighted total certifies': (
        'weighted', [[4, 2], [4, 2], [4, 2]], [None, None, None], 'certified',
        {'one_below': ['plan']}),
    # 3.5 4 3 4.5: median 3.75 against 3.5; 4 down to 3.5 gives 3.5 and still passes, 3.5 down to 3
    # gives 3.5. plan 2.5 2.5 2 3: median 2.5; a 2.5 down to 2 gives 2.25.
    'levels in halves': (
        'halves', [[3.5, 2.5], [4, 2.5], [3, 2], [4.5, 3]], [None, None, True, None], 'certified',
        {'divided': ['strength', 'plan'], 'one_level_from_line': ['plan']}),
    # 5 5 2 2: range 3, and nobody at 2.5 to 4.5.
    'split in halves': (
        'halves', [[5, 3], [5, 3], [2, 3], [2, 3]], [None, None, True, True], 'certified',
        {'split': ['strength'], 'divided': ['strength'], 'one_level_from_line': ['strength']}),
}

WHY = ('too_few_evaluators', 'growth_tied', 'growth_too_few', 'no_outcome')


def expected(name):
    """Computes a case and refuses it where it is not what was worked out by hand."""
    used, levels, growth, result, flags = CASES[name]
    aggregates, counts, found = rules.judge(DEFINITIONS[used], levels, growth)
    seen = {}
    for flag in found['flags']:
        seen.setdefault(flag['flag'], []).append(flag['requirement'])
    assert (found['outcome'] or found['why']) == result, (name, found)
    assert (found['why'] == '') == (result not in WHY), (name, found)
    assert seen == flags, (name, seen)
    return {'aggregates': aggregates, 'growth': counts, 'suggestion': found}


def table():
    cases = []
    for name, (used, levels, growth, _, _) in CASES.items():
        cases.append({'name': name, 'definition': used, 'levels': levels, 'growth': growth,
                      'expected': expected(name)})
    return {
        'note': 'Made by make_vectors.py; the arithmetic is in suggestion_cases.py. A level is a '
                'number, null (missing), "?" (cannot judge), "R" (recused) or "V" (recused after '
                'having judged); one row for each member, one column for each requirement.',
        'definitions': copy.deepcopy(DEFINITIONS),
        'cases': cases,
    }
