/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-pins.h"

#include <glib/gi18n-lib.h>

GPtrArray *
shinsa_pins_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * shinsa_pins_have:
 * @pins: (element-type utf8): the applications that are pinned
 * @application: the id of an application
 *
 * Returns: whether it is one of them
 */
gboolean
shinsa_pins_have (GPtrArray  *pins,
                  const char *application)
{
  return g_ptr_array_find_with_equal_func (pins, application, g_str_equal, NULL);
}

/**
 * shinsa_pins_refusal:
 *
 * Returns: (transfer full) (nullable): why the application is not laid beside others; NULL where
 *   it can be
 */
char *
shinsa_pins_refusal (const ShinsaRound *round,
                     const char        *application)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, application, round->member);

  if (round->is_desk)
    return NULL;
  if (shinsa_interest_bars (interest))
    return g_strdup (_("You are recused from this application, so it cannot be pinned."));
  if (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED)
    return g_strdup (_("This application can be pinned after you have declared whether you have "
                       "an interest."));
  if (interest->state == SHINSA_INTEREST_WAITING)
    return g_strdup (_("This application can be pinned after your interest in it has been ruled "
                       "on."));
  return NULL;
}

/**
 * shinsa_pins_toggle:
 *
 * Pins the application, or takes it away if it was pinned.
 *
 * Returns: (transfer full) (nullable): why nothing was done; NULL where it was
 */
char *
shinsa_pins_toggle (GPtrArray         *pins,
                    const ShinsaRound *round,
                    const char        *application)
{
  guint place;
  char *why;

  if (g_ptr_array_find_with_equal_func (pins, application, g_str_equal, &place))
    {
      g_ptr_array_remove_index (pins, place);
      return NULL;
    }
  why = shinsa_pins_refusal (round, application);
  if (why == NULL && pins->len >= SHINSA_PINS_MOST)
    return g_strdup (_("Four applications are pinned already. Take one of them away first."));
  if (why == NULL)
    g_ptr_array_add (pins, g_strdup (application));
  return why;
}

/**
 * shinsa_pins_prune:
 *
 * Takes away what the round does not have, or what may not be seen any more.
 */
void
shinsa_pins_prune (GPtrArray         *pins,
                   const ShinsaRound *round)
{
  for (guint i = pins->len; i > 0; i--)
    {
      const char *application = g_ptr_array_index (pins, i - 1);
      g_autofree char *why = NULL;

      if (shinsa_round_dossier (round, application) != NULL)
        why = shinsa_pins_refusal (round, application);
      if (why != NULL || shinsa_round_dossier (round, application) == NULL)
        g_ptr_array_remove_index (pins, i - 1);
    }
}

/**
 * shinsa_pins_cell:
 * @pins: (nullable): what is pinned
 *
 * Returns: (transfer full): a star to be pressed, filled where the application is pinned
 */
ShinsaCell *
shinsa_pins_cell (GPtrArray         *pins,
                  const ShinsaRound *round,
                  const char        *application)
{
  g_autofree char *why = shinsa_pins_refusal (round, application);
  gboolean pinned = pins != NULL && shinsa_pins_have (pins, application);
  ShinsaCell *cell;

  if (why != NULL)
    cell = shinsa_cell_new (SHINSA_CELL_MARK, "", g_steal_pointer (&why));
  else
    cell = shinsa_cell_new (SHINSA_CELL_MARK, pinned ? "★" : "☆",
                            g_strdup (pinned ? _("pinned") : _("not pinned")));
  cell->flags |= SHINSA_CELL_BUTTON | (pinned ? 0 : SHINSA_CELL_FAINT);
  cell->order = pinned ? 0 : 1;
  return cell;
}
