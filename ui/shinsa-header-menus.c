/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-header-menus.h"

#include <glib/gi18n-lib.h>

#define DESK "desk"

/* A mnemonic in a title would be somebody's own underscore. */
static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/**
 * shinsa_rounds_menu:
 * @rounds: (element-type ShinsaRoundInfo): the rounds of the store
 *
 * Returns: (transfer full): a menu of win.round
 */
GMenuModel *
shinsa_rounds_menu (GPtrArray *rounds)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);

      append (menu, shinsa_text_get (&info->title), "win.round", info->root);
    }
  return G_MENU_MODEL (menu);
}

/**
 * shinsa_identities_menu:
 * @info: (not nullable): the round in the list of rounds
 * @round: (not nullable): its picture
 *
 * Returns: (transfer full): a menu of win.identity, in the order of the roster, the desk last
 */
GMenuModel *
shinsa_identities_menu (const ShinsaRoundInfo *info,
                        const ShinsaRound     *round)
{
  const char * const *identities = (const char * const *) info->identities;
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (g_strv_contains (identities, member->id))
        append (menu, shinsa_text_get (&member->name), "win.identity", member->id);
    }
  if (g_strv_contains (identities, DESK))
    {
      g_autofree char *name = shinsa_identity_name (round, DESK);

      append (menu, name, "win.identity", DESK);
    }
  return G_MENU_MODEL (menu);
}

/**
 * shinsa_identity_name:
 * @round: (not nullable): the round
 * @identity: (nullable): 'desk' or the id of a member
 *
 * Returns: (transfer full): how people call it; a computer knows its own people by name
 */
char *
shinsa_identity_name (const ShinsaRound *round,
                      const char        *identity)
{
  const ShinsaMember *member;

  if (identity == NULL || *identity == '\0')
    return g_strdup (_("Nobody"));
  if (g_str_equal (identity, DESK))
    return g_strdup (_("Secretariat (desk)"));
  member = shinsa_round_member (round, identity);
  return g_strdup (member != NULL ? shinsa_text_get (&member->name) : identity);
}

/**
 * shinsa_find_round_info:
 * @rounds: (element-type ShinsaRoundInfo): the rounds of the store
 * @root: (nullable): the round to find; NULL for the practice round
 *
 * Returns: (transfer none) (nullable): what the list says of it
 */
const ShinsaRoundInfo *
shinsa_find_round_info (GPtrArray  *rounds,
                        const char *root)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);

      if (root != NULL ? g_str_equal (info->root, root) : info->practice)
        return info;
    }
  return NULL;
}
