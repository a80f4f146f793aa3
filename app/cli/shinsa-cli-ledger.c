/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-register.h"

#include "rules/shinsa-ledger.h"

#include <glib/gi18n-lib.h>

/* --- show --- */

static void
set_issue (JsonObject        *object,
           const char        *name,
           const ShinsaIssue *issue)
{
  json_object_set_string_member (object, name, issue != NULL ? issue->at : NULL);
}

static JsonObject *
line_json (const ShinsaLedgerRow *line)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "member", line->member->id);
  json_object_set_string_member (object, "state", shinsa_ledger_state_to_string (line->state));
  set_issue (object, "interests_issued", line->interests);
  set_issue (object, "documents_issued", line->documents);
  set_issue (object, "news_issued", line->news);
  json_object_set_int_member (object, "declared", line->declared);
  json_object_set_int_member (object, "expected", line->expected);
  json_object_set_int_member (object, "received", line->received);
  json_object_set_int_member (object, "late", line->late);
  json_object_set_int_member (object, "feeds", line->feeds->len);

  return object;
}

static const char *
issued_label (const ShinsaLedgerRow *line)
{
  if (line->documents != NULL)
    return _("documents");

  return line->interests != NULL ? _("names") : _("nothing");
}

static void
print_ledger (const ShinsaRound *round,
              GPtrArray         *lines)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Member"), _("State"), _("Issued"), _("Declared"), _("Reviews"),
                          _("Late"), NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ShinsaLedgerRow *line = g_ptr_array_index (lines, i);
      g_autofree char *declared = g_strdup_printf ("%d / %u", line->declared,
                                                   round->dossiers->len);
      g_autofree char *reviews = g_strdup_printf ("%d / %d", line->received, line->expected);
      g_autofree char *late = g_strdup_printf ("%d", line->late);

      shinsa_cli_table_row (table, line->member->id, shinsa_ledger_state_label (line->state),
                            issued_label (line), declared, reviews, late, NULL);
    }
  shinsa_cli_table_print (table);
}

static ShinsaPhase
newest_phase (const ShinsaRound *round)
{
  for (guint i = 0; i < round->phase_changes->len; i++)
    {
      const ShinsaPhaseChange *change = g_ptr_array_index (round->phase_changes, i);

      if (change->phase == SHINSA_PHASE_INTERVIEW)
        return SHINSA_PHASE_INTERVIEW;
    }

  return SHINSA_PHASE_PAPER;
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  g_autofree char *word = NULL;
  const GOptionEntry options[] = {
    { "phase", 0, 0, G_OPTION_ARG_STRING, &word,
      N_("“paper” or “interview” instead of the newest phase"), "PHASE" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  ShinsaPhase phase = SHINSA_PHASE_PAPER;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  phase = newest_phase (round);
  if (word != NULL && !shinsa_cli_read_phase (round, NULL, word, &phase, error))
    return FALSE;
  lines = shinsa_ledger (round, phase);
  if (!shinsa_cli_wants_json (cli))
    {
      print_ledger (round, lines);
      return TRUE;
    }
  array = json_array_sized_new (lines->len);
  for (guint i = 0; i < lines->len; i++)
    json_array_add_object_element (array, line_json (g_ptr_array_index (lines, i)));

  return shinsa_cli_put_list (cli, "ledger", array);
}

/* --- register --- */

static JsonArray *
register_json (GPtrArray *rows)
{
  JsonArray *array = json_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaRegisterRow *row = g_ptr_array_index (rows, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "seq", row->seq);
      json_object_set_string_member (object, "at", row->at);
      json_object_set_string_member (object, "kind", row->kind);
      json_object_set_string_member (object, "hash", row->hash);
      json_object_set_string_member (object, "application", row->application);
      json_object_set_string_member (object, "member", row->member);
      json_object_set_string_member (object, "reason", row->reason);
      json_object_set_boolean_member (object, "received", row->received);
      json_object_set_boolean_member (object, "held", row->held);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_register (GPtrArray *rows)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("No."), _("Time"), _("What"), _("Application"), _("Member"),
                          _("Reason"), NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaRegisterRow *row = g_ptr_array_index (rows, i);
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, row->seq);

      shinsa_cli_table_row (table, seq, row->at, shinsa_kind_label (row->kind), row->application,
                            row->member, row->reason, NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
show_register (ShinsaCli  *cli,
               GError    **error)
{
  ShinsaSession *session = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(session = shinsa_cli_select (cli, SHINSA_SESSION_READ, error)) ||
      !(rows = shinsa_session_list_register (session, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "register", register_json (rows));
  print_register (rows);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "show", "", N_("Show what was issued to whom and what came back"), show },
  { "register", "", N_("Show the register, an act a line"), show_register },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_ledger = { "ledger", N_("What was issued and received"), verbs };
