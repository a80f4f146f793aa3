/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

static gboolean
change (ShinsaCli   *cli,
        const char  *kind,
        GError     **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const char *application = NULL;
  gboolean open = g_str_equal (kind, SHINSA_KIND_PHASE_OPEN);
  ShinsaPhase phase = SHINSA_PHASE_PAPER;

  if (!shinsa_cli_parse (cli, options, error) ||
      !shinsa_cli_read_phase (NULL, NULL, shinsa_cli_argument (cli, 0), &phase, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)))
    return FALSE;
  application = shinsa_cli_argument (cli, 1);
  if ((application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL) ||
      !shinsa_cli_write (cli, kind, shinsa_state_phase (phase, application, reason), error))
    return FALSE;
  /* Translators: a phase, such as "Paper review". */
  shinsa_cli_say (cli, open ? _("%s is open now.") : _("%s is closed now."),
                  shinsa_phase_label (phase));

  return TRUE;
}

static gboolean
open_phase (ShinsaCli  *cli,
            GError    **error)
{
  return change (cli, SHINSA_KIND_PHASE_OPEN, error);
}

static gboolean
close_phase (ShinsaCli  *cli,
             GError    **error)
{
  return change (cli, SHINSA_KIND_PHASE_CLOSE, error);
}

/* --- show --- */

static const char *
state_word (const ShinsaRound *round,
            const char        *application,
            ShinsaPhase        phase)
{
  if (shinsa_round_phase_is_open (round, phase, application))
    return "open";
  if (shinsa_round_phase_was_closed (round, phase, application))
    return "closed";

  return "not_opened";
}

static const char *
state_label (const ShinsaRound *round,
             const char        *application,
             ShinsaPhase        phase)
{
  if (shinsa_round_phase_is_open (round, phase, application))
    return C_("phase", "Open");
  if (shinsa_round_phase_was_closed (round, phase, application))
    return C_("phase", "Closed");

  return C_("phase", "Not opened yet");
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  static const ShinsaPhase phases[] = { SHINSA_PHASE_PAPER, SHINSA_PHASE_INTERVIEW };
  const ShinsaRound *round = NULL;
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  array = json_array_new ();
  table = shinsa_cli_table_new (_("Application"), shinsa_phase_label (SHINSA_PHASE_PAPER),
                                shinsa_phase_label (SHINSA_PHASE_INTERVIEW), NULL);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "application", dossier->id);
      shinsa_cli_table_cell (table, dossier->id);
      for (guint j = 0; j < G_N_ELEMENTS (phases); j++)
        {
          json_object_set_string_member (object, shinsa_phase_to_string (phases[j]),
                                         state_word (round, dossier->id, phases[j]));
          shinsa_cli_table_cell (table, state_label (round, dossier->id, phases[j]));
        }
      json_array_add_object_element (array, object);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "phases", array);
  json_array_unref (array);
  shinsa_cli_table_print (table);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "open", "paper|interview [APPLICATION]", N_("Open a phase, for one application or all"),
    open_phase },
  { "close", "paper|interview [APPLICATION]", N_("Close a phase, for one application or all"),
    close_phase },
  { "show", "", N_("Show which phases are open"), show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_phase = { "phase", N_("Paper review and interview"), verbs };
