/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/shinsa-names.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"

#include <glib/gi18n-lib.h>

/**
 * shinsa_member_label:
 * @round: (not nullable): the round
 * @member: (not nullable): who is meant
 * @names: whether the switch for names is on
 *
 * How a member is called beside levels. Who may not see names is given a letter even so.
 *
 * Returns: (transfer full): "me", a letter or a name
 */
char *
shinsa_member_label (const ShinsaRound *round,
                     const char        *member,
                     gboolean           names)
{
  const ShinsaMember *known;

  g_return_val_if_fail (round != NULL && member != NULL, NULL);

  if (!round->is_desk && g_str_equal (member, round->member))
    /* Translators: the heading of one's own column, among A, B and C for the others. */
    return g_strdup (C_("member", "me"));

  known = shinsa_round_member (round, member);
  if (known == NULL)
    return g_strdup (member);
  if ((names && shinsa_names_allowed (round, NULL)) || *known->letter == '\0')
    return g_strdup (shinsa_text_get (&known->name));
  return g_strdup (known->letter);
}

/**
 * shinsa_member_full_label:
 * @round: (not nullable): the round
 * @member: (not nullable): who is meant, or "desk"
 *
 * How somebody is called in a sentence or in a list of people, without the name.
 *
 * Returns: (transfer full): such as "Member C", "Member A (Chair)" or "Secretariat"
 */
char *
shinsa_member_full_label (const ShinsaRound *round,
                          const char        *member)
{
  const ShinsaMember *known;

  g_return_val_if_fail (round != NULL && member != NULL, NULL);

  if (g_str_equal (member, "desk"))
    return g_strdup (_("Desk of the secretariat"));
  known = shinsa_round_member (round, member);
  if (known == NULL)
    return g_strdup (member);
  if (*known->letter == '\0')
    return g_strdup (shinsa_role_label (known->role));
  if (g_str_equal (known->role, "member"))
    /* Translators: the placeholder is the letter of a member. */
    return g_strdup_printf (_("Member %s"), known->letter);
  /* Translators: the letter of a member, and the role: "Member A (Chair)". */
  return g_strdup_printf (_("Member %s (%s)"), known->letter, shinsa_role_label (known->role));
}

/* Whoever presides over some application leads the meeting. */
static gboolean
presides (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_names_allowed (round, dossier->id))
        return TRUE;
    }
  return FALSE;
}

/**
 * shinsa_names_allowed:
 * @round: (not nullable): the round
 * @application: (nullable): whose levels are seen; NULL for those of all
 *
 * Returns: whether names may be switched on: for the desk and for the acting chair
 */
gboolean
shinsa_names_allowed (const ShinsaRound *round,
                      const char        *application)
{
  const ShinsaMember *chair;

  g_return_val_if_fail (round != NULL, FALSE);

  if (round->is_desk)
    return TRUE;
  if (application == NULL)
    return presides (round);
  chair = shinsa_meeting_acting_chair (round, application);
  return chair != NULL && g_str_equal (chair->id, round->member);
}
