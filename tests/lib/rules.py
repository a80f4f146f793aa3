# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules, version 1, written once more from their description: numbers, gates and suggestion.

A cell is what one member says on one requirement: a level (a number), '?' for cannot judge, None
where nothing was received, 'R' where the member is recused, 'V' where that made a review void.
Reviews and interests are those of one application, in the form that a decision record gives them.
"""

SLACK = 1e-9


def median(levels):
    ordered = sorted(levels)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def mean(levels):
    return sum(levels) / len(levels)


def trimmed_mean(levels):
    """The mean without one highest and one lowest, where at least one is left."""
    return mean(sorted(levels)[1:-1] if len(levels) >= 3 else levels)


def statistic_of(kind, levels, threshold):
    """What is compared, and whether it passes."""
    if kind == 'majority':
        share = sum(level >= threshold for level in levels) / len(levels)
        return share, share > 0.5
    value = {'median': median, 'mean': mean, 'trimmed_mean': trimmed_mean}[kind](levels)
    return value, value >= threshold - SLACK


def is_divided(levels, threshold):
    return min(levels) < threshold <= max(levels)


def is_split(rules, levels, threshold):
    """Whether the committee is apart, and not just on two sides of a line."""
    scale = [level['value'] for level in rules['scale']['levels']]
    lowest, highest, middle = min(levels), max(levels), median(levels)
    far = highest - lowest >= rules['split_range']
    deviation = mean([abs(level - middle) for level in levels])
    two_camps = any(lowest < value < highest and value not in levels for value in scale)
    return (far and deviation >= len(scale) / 6 - SLACK
            or two_camps
            or far and is_divided(levels, threshold))


def aggregate(definition, requirement, cells):
    """The numbers of one requirement from its cells, one for each scorer in roster order."""
    rules, threshold = definition['rules'], requirement['threshold']
    levels = [cell for cell in cells if isinstance(cell, (int, float))]
    recused = sum(cell in ('R', 'V') for cell in cells)
    reference_only = len(levels) < rules['minimum_evaluators']
    found = {
        'at_or_above': sum(level >= threshold for level in levels),
        'cannot_judge': cells.count('?'),
        'counted': len(levels),
        'eligible': len(cells) - recused,
        'levels': levels,
        'maximum': None, 'mean': None, 'median': None, 'minimum': None,
        'missing': cells.count(None),
        'passes': None,
        'recused': recused,
        'reference_only': reference_only,
        'requirement': requirement['code'],
        'split': False,
        'statistic': None,
        'threshold': threshold,
        'void': cells.count('V'),
    }
    if levels:
        value, passes = statistic_of(rules['statistic'], levels, threshold)
        found.update(maximum=max(levels), mean=mean(levels), median=median(levels),
                     minimum=min(levels), statistic=value,
                     passes=None if reference_only else passes,
                     split=is_split(rules, levels, threshold))
    return found


def must_answer_growth(definition, cells):
    """Whether one member, whose cells these are, has to say if growth is expected."""
    when = definition['rules']['overall']['growth_when']
    if definition['requirement_set'].get('growth') is None or when == 'never':
        return False
    if when == 'always':
        return any(cell not in ('R', 'V') for cell in cells)
    thresholds = [item['threshold'] for item in definition['requirement_set']['items']]
    return any(isinstance(cell, (int, float)) and cell < threshold
               for cell, threshold in zip(cells, thresholds))


def growth_counts(answers):
    """Counts the answers (True, False or None) of those who had to give one."""
    return {'eligible': len(answers), 'no': answers.count(False), 'yes': answers.count(True)}


def flips(definition, requirement, found):
    """Whether one member's step to a neighbouring level would make this pass or fail."""
    if found['passes'] is None:
        return False
    rules, levels = definition['rules'], found['levels']
    scale = sorted(level['value'] for level in rules['scale']['levels'])
    for index, level in enumerate(levels):
        place = scale.index(level)
        for neighbour in scale[max(0, place - 1):place] + scale[place + 1:place + 2]:
            changed = levels[:index] + [neighbour] + levels[index + 1:]
            if statistic_of(rules['statistic'], changed,
                            requirement['threshold'])[1] != found['passes']:
                return True
    return False


def flags_of(definition, aggregates):
    """What to look at beside the suggestion, in the order in which it is listed."""
    items = definition['requirement_set']['items']
    pairs = list(zip(items, aggregates))
    lowest = min(level['value'] for level in definition['rules']['scale']['levels'])
    below = [item['code'] for item, found in pairs if found['passes'] is False]
    groups = [
        ('split', [item['code'] for item, found in pairs if found['split']]),
        ('divided', [item['code'] for item, found in pairs
                     if found['levels'] and is_divided(found['levels'], item['threshold'])]),
        ('lowest_given', [item['code'] for item, found in pairs if lowest in found['levels']]),
        ('one_below', below if len(below) == 1 else []),
        ('one_level_from_line', [item['code'] for item, found in pairs
                                 if flips(definition, item, found)]),
    ]
    return [{'flag': flag, 'requirement': code} for flag, codes in groups for code in codes]


def weighted_total(definition, aggregates):
    """S over the requirements that anybody judged; None where there is none."""
    pairs = [(item['weight'], found['mean'])
             for item, found in zip(definition['requirement_set']['items'], aggregates)
             if found['counted']]
    weights = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / weights if weights else None


def step_of(definition, outcome, aggregates, growth):
    """One outcome's gate with its arithmetic, and why it cannot be told, if so."""
    gate = outcome['gate']
    step = {'failing': [], 'gate': gate, 'holds': True, 'lacking': [], 'line': None, 'no': None,
            'outcome': outcome['code'], 'total': None, 'yes': None}
    why = ''
    if gate == 'all_requirements':
        step['failing'] = [found['requirement'] for found in aggregates
                           if found['passes'] is False]
        step['holds'] = not step['failing']
    elif gate == 'growth':
        step.update(yes=growth['yes'], no=growth['no'], holds=growth['yes'] > growth['no'])
        if growth['yes'] + growth['no'] < definition['rules']['minimum_evaluators']:
            why = 'growth_too_few'
        elif growth['yes'] == growth['no']:
            why = 'growth_tied'
    elif gate == 'weighted_total':
        step.update(total=weighted_total(definition, aggregates), line=outcome['line'])
        step['holds'] = step['total'] is not None and step['total'] >= step['line'] - SLACK
    lacking = [found['requirement'] for found in aggregates if found['reference_only']]
    if lacking:
        step['lacking'], why = lacking, 'too_few_evaluators'
    if why:
        step['holds'] = None
    return step, why


def suggestion(definition, aggregates, growth):
    """The first outcome in listed order whose gate holds, and how far the list was gone down."""
    found = {'flags': flags_of(definition, aggregates), 'outcome': None, 'steps': [],
             'why': 'no_outcome'}
    for outcome in definition['outcomes']:
        step, why = step_of(definition, outcome, aggregates, growth)
        found['steps'].append(step)
        if why:
            found['why'] = why
            break
        if step['holds']:
            found.update(outcome=outcome['code'], why='')
            break
    return found


def judge(definition, cells, answers):
    """Aggregates, growth and suggestion of one application.

    `cells` has one row for each scorer, `answers` what each said about growth; what somebody
    said who was not asked is not counted.
    """
    items = definition['requirement_set']['items']
    aggregates = [aggregate(definition, item, [row[column] for row in cells])
                  for column, item in enumerate(items)]
    growth = growth_counts([answer for row, answer in zip(cells, answers)
                            if must_answer_growth(definition, row)])
    return aggregates, growth, suggestion(definition, aggregates, growth)


def is_barred(interest, code=None):
    """Whether somebody is recused from a requirement, or without one from the application."""
    return interest['state'] == 'recused' and (
        not interest['requirements'] or code in interest['requirements'])


def effective(reviews, member, basis):
    """What of somebody counts: for the decision the interview's review before the paper's."""
    counting = {review['phase']: review for review in reviews
                if review['member'] == member and review['status'] == 'counts'}
    interview = counting.get('interview')
    if basis == 'decision' and interview and not interview['abstained']:
        return interview
    return counting.get('paper')


def had_judged(reviews, member, code, basis):
    """Whether what somebody said last, before being recused, was about a requirement."""
    for phase in ('paper', 'interview') if basis == 'decision' else ('paper',):
        own = [review for review in reviews
               if (review['member'], review['phase']) == (member, phase)]
        counting = [review for review in own if review['status'] == 'counts']
        if any(score['requirement'] == code
               for review in (counting or own)[-1:] for score in review['scores']):
            return True
    return False


def cell_of(interest, reviews, member, code, basis):
    """What one member says on one requirement; reviews are in the order of the register."""
    if is_barred(interest, code):
        return 'V' if had_judged(reviews, member, code, basis) else 'R'
    review = effective(reviews, member, basis)
    for score in review['scores'] if review else []:
        if score['requirement'] == code:
            return '?' if score['cannot_judge'] else score['level']
    return None


def judge_reviews(definition, scorers, interests, reviews, basis):
    """Aggregates, growth and suggestion from the reviews of those who score."""
    codes = [item['code'] for item in definition['requirement_set']['items']]
    cells = [[cell_of(interests[member], reviews, member, code, basis) for code in codes]
             for member in scorers]
    counting = [effective(reviews, member, basis) for member in scorers]
    return judge(definition, cells, [review and review['growth'] for review in counting])


# The interview.

def levels(review):
    return {score['requirement']: score['level'] for score in review['scores']}


def is_revised_unheard(review, paper, heard):
    """Whether a level was changed after an interview that was not heard as a whole."""
    if review['phase'] != 'interview' or paper is None or heard not in ('part', 'none'):
        return False
    before = levels(paper)
    return any(code not in before or before[code] != level
               for code, level in levels(review).items())


PRESENT = ('in_room', 'web', 'late')
# Where somebody was before the first that was written down, which was during the interview.
BEFORE = {'late': 'absent', 'out': 'in_room', 'left': 'in_room'}


def heard(facts):
    """How much was heard, from a member's whereabouts and starts and stops in their order."""
    place, running, found = None, False, set()
    for _, fact in facts:
        if fact == 'start':
            running = True
        elif fact in ('stop', 'close'):
            running = False
        else:
            if running and place is None:
                found.add(BEFORE.get(fact, fact) in PRESENT)
            place = fact
        if running and place is not None:
            found.add(place in PRESENT)
    return {(): 'unknown', (True,): 'whole', (False,): 'none'}.get(tuple(found), 'part')


def required_for_quorum(fraction, members):
    if fraction == 'majority':
        return members // 2 + 1
    # A share such as 2/3 must not ask for one more than it means.
    whole = int(fraction * members + SLACK)
    return whole if fraction * members - whole <= SLACK else whole + 1
