# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one place of a JSON value."""

import copy

GONE = object()


def change(value, path, replacement):
    """A copy with `replacement` at a place such as a.0.b, or without that place for GONE."""
    changed = copy.deepcopy(value)
    *way, last = [int(step) if step.isdigit() else step for step in path.split('.')]
    place = changed
    for step in way:
        place = place[step]
    if replacement is GONE:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(replacement)
    else:
        place[last] = replacement
    return changed
