/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "entries/shinsa-statements.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"
#include "shinsa-journal.h"
#include "shinsa-round-tables.h"

#include <glib/gi18n-lib.h>

static gboolean
count_act (const ShinsaEntryRow  *entry,
           gpointer               data,
           GError               **error)
{
  guint *entered = data;

  *entered += g_str_equal (entry->kind, SHINSA_KIND_SUBMISSION_ENTER);
  return TRUE;
}

/* How many reviews took effect, and how much is not held here. */
static gboolean
count_received (ShinsaRecordSource  *source,
                guint               *reviews,
                guint               *absent,
                GError             **error)
{
  const ShinsaRound *round = source->round;
  g_autoptr (GPtrArray) receptions = NULL;
  g_autoptr (GPtrArray) left_out = NULL;

  if (!(receptions = shinsa_reception_list (source->store, round->root, round->seq, error)) ||
      !(left_out = shinsa_not_applied_list (source->store, round->root, round->seq, error)) ||
      !shinsa_journal_walk (source->store, round->root, round->root, 1, round->seq, count_act,
                            reviews, error))
    return FALSE;
  for (guint i = 0; i < receptions->len; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (receptions, i);

      *absent += g_str_equal (row->applied, "not held");
      *reviews += g_str_equal (row->applied, "applied") &&
                  g_str_equal (row->kind, SHINSA_KIND_REVIEW_SUBMIT);
    }
  for (guint i = 0; i < left_out->len; i++)
    {
      const ShinsaNotAppliedRow *row = g_ptr_array_index (left_out, i);

      *absent += g_str_equal (row->why, "not held");
      *reviews -= g_str_equal (row->kind, SHINSA_KIND_SUBMISSION_ENTER);
    }
  return TRUE;
}

/* Count in equals count out: refuses where something that was received would not be told. */
gboolean
shinsa_record_check_whole (ShinsaRecordSource  *source,
                           GError             **error)
{
  guint reviews = 0;
  guint absent = 0;

  if (!count_received (source, &reviews, &absent, error))
    return FALSE;
  if (absent > 0)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u entry that the register names is not held here, so the record "
                                "would not be complete. Nothing was written. Take in the packet "
                                "that has it.",
                                "%u entries that the register names are not held here, so the "
                                "record would not be complete. Nothing was written. Take in the "
                                "packets that have them.", absent), absent);
      return FALSE;
    }
  if (reviews != source->round->reviews->len)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("The register received %u reviews and the record would hold %u. "
                     "Nothing was written. Run “shinsactl store check”."),
                   reviews, source->round->reviews->len);
      return FALSE;
    }
  return TRUE;
}

/* Numbers by which a reader sees that nothing got lost: every application has an outcome, is
 * withdrawn, or is not decided yet. */
JsonObject *
shinsa_record_counts (const ShinsaDefinition *definition,
                      JsonArray              *applications)
{
  JsonObject *counts = json_object_new ();
  JsonObject *outcomes = json_object_new ();
  guint length = json_array_get_length (applications);
  gint64 reviews = 0;
  gint64 undecided = 0;
  gint64 withdrawn = 0;

  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);

      json_object_set_int_member (outcomes, outcome->code, 0);
    }
  for (guint i = 0; i < length; i++)
    {
      JsonObject *application = json_array_get_object_element (applications, i);
      JsonNode *outcome = json_object_get_member (application, "outcome");
      const char *state = json_object_get_string_member_with_default (application, "state",
                                                                      "active");

      if (json_object_has_member (application, "reviews"))
        reviews += json_array_get_length (json_object_get_array_member (application, "reviews"));
      if (g_strcmp0 (state, "withdrawn") == 0)
        withdrawn++;
      else if (JSON_NODE_HOLDS_NULL (outcome))
        undecided++;
      else
        {
          const char *code = json_object_get_string_member (json_node_get_object (outcome),
                                                            "outcome");

          json_object_set_int_member (outcomes, code,
                                      json_object_get_int_member_with_default (outcomes, code,
                                                                               0) + 1);
        }
    }
  json_object_set_int_member (counts, "applications", length);
  json_object_set_int_member (counts, "reviews", reviews);
  json_object_set_int_member (counts, "undecided", undecided);
  json_object_set_int_member (counts, "withdrawn", withdrawn);
  json_object_set_object_member (counts, "outcomes", outcomes);
  return counts;
}
