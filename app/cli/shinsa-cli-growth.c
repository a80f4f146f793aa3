/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-sheet.h"
#include "shinsa-cli-words.h"

#include <glib/gi18n-lib.h>

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  static const char * const answers[] = { "yes", "no", "unset", NULL };
  g_autofree char *phase = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };
  const char *answer = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  answer = shinsa_cli_argument (cli, 1);

  return shinsa_cli_read_word (answer, answers, error) &&
         shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, phase, &sheet, error) &&
         shinsa_cli_sheet_check (&sheet, NULL, error) &&
         shinsa_cli_sheet_set (cli, &sheet, SHINSA_DRAFT_GROWTH, NULL,
                               g_str_equal (answer, "unset") ? NULL : answer, error) &&
         shinsa_cli_sheet_put_saved (cli, &sheet, error);
}

static const ShinsaCliVerb verbs[] = {
  { "set", "APPLICATION yes|no|unset", N_("Say whether growth is expected"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_growth = { "growth", N_("The own score sheet: growth"), verbs };
