/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-identity.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- list --- */

static JsonArray *
feeds_json (const ShinsaRound *round)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);
      g_autofree char *fingerprint = shinsa_fingerprint (feed->feed);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "feed", feed->feed);
      json_object_set_string_member (object, "fingerprint", fingerprint);
      json_object_set_string_member (object, "member", feed->member);
      json_object_set_string_member (object, "state", shinsa_feed_state_to_string (feed->state));
      json_object_set_string_member (object, "reason", feed->reason);
      json_object_set_boolean_member (object, "here", feed->here);
      json_object_set_boolean_member (object, "forked", feed->forked);
      json_object_set_int_member (object, "held", feed->held_seq);
      json_object_set_int_member (object, "received", feed->received_seq);
      json_array_add_object_element (array, object);
    }

  return array;
}

static const char *
remark_of (const ShinsaFeedInfo *feed)
{
  if (feed->forked)
    return _("says two things at one place");

  return feed->here ? _("this computer") : feed->reason;
}

static void
print_feeds (const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Feed"), _("Member"), _("State"), _("Received"), _("Held"),
                          _("Fingerprint"), _("Remark"), NULL);

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);
      g_autofree char *key = g_strndup (feed->feed, 12);
      g_autofree char *fingerprint = shinsa_fingerprint (feed->feed);
      g_autofree char *received = g_strdup_printf ("%" G_GINT64_FORMAT, feed->received_seq);
      g_autofree char *held = g_strdup_printf ("%" G_GINT64_FORMAT, feed->held_seq);

      shinsa_cli_table_row (table, key, feed->member, shinsa_feed_state_label (feed->state),
                            received, held, fingerprint, remark_of (feed), NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "feeds", feeds_json (round));
  print_feeds (round);

  return TRUE;
}

/* --- accept, lost, hold --- */

/* The beginning of the key is enough, as it stands in the list, where only one feed has it. */
static const ShinsaFeedInfo *
find_feed (const ShinsaRound  *round,
           const char         *word,
           GError            **error)
{
  const ShinsaFeedInfo *found = NULL;
  guint matches = 0;

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (*word == '\0' || !g_str_has_prefix (feed->feed, word))
        continue;
      found = feed;
      matches++;
    }
  if (matches == 1)
    return found;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               matches > 1 ? _("More than one feed begins with “%s”. Write more of it.")
                           : _("There is no feed “%s” in this round. “shinsactl feed list” shows "
                               "all of them."), word);

  return NULL;
}

static gboolean
set_state (ShinsaCli        *cli,
           ShinsaFeedState   state,
           GError          **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaFeedInfo *feed = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(feed = find_feed (round, shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_write (cli, SHINSA_KIND_FEED_SET,
                         shinsa_state_feed (feed->feed, feed->member, state, reason), error))
    return FALSE;
  /* Translators: a member, and the state of their computer. */
  shinsa_cli_say (cli, _("The feed of %s: %s."), feed->member, shinsa_feed_state_label (state));

  return TRUE;
}

static gboolean
accept_feed (ShinsaCli  *cli,
             GError    **error)
{
  return set_state (cli, SHINSA_FEED_ACCEPTED, error);
}

static gboolean
lose_feed (ShinsaCli  *cli,
           GError    **error)
{
  return set_state (cli, SHINSA_FEED_LOST, error);
}

static gboolean
hold_feed (ShinsaCli  *cli,
           GError    **error)
{
  return set_state (cli, SHINSA_FEED_HELD, error);
}

static const ShinsaCliVerb verbs[] = {
  { "list", "", N_("List the members' computers and how far each was received"), list },
  { "accept", "FEED", N_("Receive from this computer, its fingerprint being compared"),
    accept_feed },
  { "lost", "FEED", N_("Receive nothing more: the computer is lost"), lose_feed },
  { "hold", "FEED", N_("Receive nothing more for now"), hold_feed },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_feed = { "feed", N_("Members' computers"), verbs };
