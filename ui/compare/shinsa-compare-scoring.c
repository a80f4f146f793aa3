/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-scoring.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-scoring.h"
#include "review/shinsa-sheet-state.h"

#include <glib/gi18n-lib.h>

/**
 * shinsa_compare_key_level:
 * @level: (out): what the key gives; SHINSA_LEVEL_UNSET to take a level away
 *
 * Returns: whether the key gives or takes a level
 */
gboolean
shinsa_compare_key_level (const ShinsaDefinition *definition,
                          guint                   key,
                          GdkModifierType         state,
                          double                 *level)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    {
      *level = SHINSA_LEVEL_UNSET;
      return TRUE;
    }
  return shinsa_level_for_character (definition, gdk_keyval_to_unicode (key),
                                     definition->cannot_judge_key != NULL, level);
}

/* Why no level can be given there; NULL where it can. */
static char *
why_not_here (const ShinsaCompareSource *source,
              const char                *application,
              const char                *requirement,
              const char                *member)
{
  char *why = NULL;

  if (member == NULL || source->round->is_desk ||
      !g_str_equal (member, source->round->member))
    return g_strdup (_("Only one’s own levels can be given here."));
  shinsa_compare_may_score (source, application, requirement, &why);
  return why;
}

/**
 * shinsa_compare_may_change_draft:
 *
 * Returns: whether the own draft of the application can be changed now
 */
gboolean
shinsa_compare_may_change_draft (const ShinsaRound *round,
                                 const char        *application)
{
  g_autoptr (ShinsaSheetState) state =
    shinsa_sheet_state_new (round, application, shinsa_compare_phase (round, application));

  return state->editable;
}

/**
 * shinsa_compare_give_level:
 * @service: (nullable): holds the own draft
 * @member: (nullable): whose level it would be
 * @level: the level, NAN for cannot judge, SHINSA_LEVEL_UNSET to take it away
 *
 * Enters the level into the own draft, or says why not. The strings need not outlive the call.
 *
 * Returns: whether it was entered
 */
gboolean
shinsa_compare_give_level (GtkWidget                 *from,
                           ShinsaService             *service,
                           const ShinsaCompareSource *source,
                           const char                *application,
                           const char                *requirement,
                           const char                *member,
                           double                     level)
{
  g_autofree char *why = why_not_here (source, application, requirement, member);
  g_autofree char *kept_application = g_strdup (application);
  g_autofree char *kept_requirement = g_strdup (requirement);

  if (why != NULL)
    shinsa_toast (from, why);
  if (why != NULL || service == NULL)
    return FALSE;
  /* What is shown is made anew as soon as the draft has changed, and the keys in it go. */
  shinsa_give_level (from, service, kept_application,
                     shinsa_compare_phase (source->round, kept_application), kept_requirement,
                     level);
  return TRUE;
}

/**
 * shinsa_compare_next_requirement:
 *
 * Returns: (nullable): the code of the one that follows, as on paper; NULL after the last one
 */
const char *
shinsa_compare_next_requirement (const ShinsaDefinition *definition,
                                 const char             *requirement)
{
  GPtrArray *requirements = definition->requirements;

  for (guint i = 0; i + 1 < requirements->len; i++)
    {
      const ShinsaRequirement *this = g_ptr_array_index (requirements, i);
      const ShinsaRequirement *next = g_ptr_array_index (requirements, i + 1);

      if (g_str_equal (this->code, requirement))
        return next->code;
    }
  return NULL;
}
