/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"

#include "exchange/shinsa-identity.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-ledger.h"
#include "rules/shinsa-phase.h"

#include <glib/gi18n-lib.h>

/* How a round stands, and what waits for somebody. */
typedef struct {
  int feeds_pending;
  int interests_waiting;
  int expected;
  int received;
  int late;
  int undecided;
  int provisional;
  int confirmed;
} Standing;

static void
count_reviews (const ShinsaRound *round,
               Standing          *standing)
{
  g_autoptr (GPtrArray) lines = shinsa_ledger (round, SHINSA_PHASE_PAPER);

  for (guint i = 0; i < lines->len; i++)
    {
      const ShinsaLedgerRow *line = g_ptr_array_index (lines, i);

      standing->expected += line->expected;
      standing->received += line->received;
      standing->late += line->late;
    }
}

static void
count_decisions (const ShinsaRound *round,
                 Standing          *standing)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      switch (shinsa_round_decision (round, dossier->id))
        {
        case SHINSA_DECISION_CONFIRMED:
          standing->confirmed++;
          break;
        case SHINSA_DECISION_PROVISIONAL:
          standing->provisional++;
          break;
        case SHINSA_DECISION_NONE:
        case SHINSA_DECISION_REOPENED:
        default:
          standing->undecided += dossier->withdrawn ? 0 : 1;
        }
    }
}

static Standing
find_standing (const ShinsaRound *round)
{
  Standing standing = { 0 };

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      standing.feeds_pending += feed->state == SHINSA_FEED_PENDING ? 1 : 0;
    }
  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      standing.interests_waiting += interest->state == SHINSA_INTEREST_WAITING ? 1 : 0;
    }
  count_reviews (round, &standing);
  count_decisions (round, &standing);

  return standing;
}

static gboolean
is_here (GPtrArray         *rounds,
         const ShinsaRound *round)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);

      if (g_str_equal (info->root, round->root))
        return g_strv_contains ((const char * const *) info->identities, "desk");
    }

  return FALSE;
}

static JsonArray *
exports_json (const ShinsaRound *round)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->exports->len; i++)
    {
      const ShinsaExport *record = g_ptr_array_index (round->exports, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "seq", record->seq);
      json_object_set_string_member (object, "at", record->at);
      json_object_set_string_member (object, "profile", record->profile);
      json_object_set_string_member (object, "application", record->application);
      json_object_set_string_member (object, "head", record->head);
      json_object_set_string_member (object, "sha256", record->sha256);
      json_object_set_boolean_member (object, "superseded", record->superseded);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
desk_json (const ShinsaRound *round,
           const Standing    *standing,
           gboolean           here)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = shinsa_fingerprint (round->root);

  json_object_set_string_member (object, "round", round->definition->id);
  json_object_set_string_member (object, "root", round->root);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_string_member (object, "head", round->head);
  json_object_set_int_member (object, "seq", round->seq);
  json_object_set_boolean_member (object, "here", here);
  json_object_set_string_member (object, "identity", round->identity);
  json_object_set_boolean_member (object, "blind", round->desk_is_blind);
  json_object_set_int_member (object, "feeds_pending", standing->feeds_pending);
  json_object_set_int_member (object, "interests_waiting", standing->interests_waiting);
  json_object_set_int_member (object, "reviews_expected", standing->expected);
  json_object_set_int_member (object, "reviews_received", standing->received);
  json_object_set_int_member (object, "reviews_late", standing->late);
  json_object_set_int_member (object, "undecided", standing->undecided);
  json_object_set_int_member (object, "provisional", standing->provisional);
  json_object_set_int_member (object, "confirmed", standing->confirmed);
  json_object_set_array_member (object, "exports", exports_json (round));

  return object;
}

static void
add_count (ShinsaCliTable *facts,
           const char     *name,
           int             count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  shinsa_cli_table_fact (facts, name, text);
}

static void
print_desk (const ShinsaRound *round,
            const Standing    *standing,
            gboolean           here)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autofree char *fingerprint = shinsa_fingerprint (round->root);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, round->seq);
  g_autofree char *reviews = g_strdup_printf ("%d / %d", standing->received, standing->expected);

  shinsa_cli_table_fact (facts, _("Round"), shinsa_text_get (&round->definition->title));
  shinsa_cli_table_fact (facts, _("Desk"), here ? _("on this computer") : _("elsewhere"));
  shinsa_cli_table_fact (facts, _("Fingerprint"), fingerprint);
  shinsa_cli_table_fact (facts, _("Register"), seq);
  shinsa_cli_table_fact (facts, _("Acting as"), round->identity);
  add_count (facts, _("Computers to accept"), standing->feeds_pending);
  add_count (facts, _("Interests to rule on"), standing->interests_waiting);
  shinsa_cli_table_fact (facts, _("Paper reviews received"), reviews);
  add_count (facts, _("Late, not admitted"), standing->late);
  add_count (facts, _("Not decided"), standing->undecided);
  add_count (facts, _("Provisional"), standing->provisional);
  add_count (facts, _("Confirmed"), standing->confirmed);
  shinsa_cli_table_print (facts);
  if (round->desk_is_blind)
    g_print ("\n%s\n", _("A scorer writes on this computer too, so reviews are hidden from the "
                         "desk until the paper review is closed."));
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  Standing standing = { 0 };

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(rounds = shinsa_session_list_rounds (shinsa_cli_get_session (cli), error)))
    return FALSE;
  standing = find_standing (round);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, desk_json (round, &standing, is_here (rounds, round)));
  print_desk (round, &standing, is_here (rounds, round));

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "show", "", N_("Show how the round stands and what waits"), show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_desk = { "desk", N_("The desk of a round"), verbs };
