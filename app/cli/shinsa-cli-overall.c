/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-sheet.h"
#include "shinsa-cli-words.h"
#include "shinsa-draft-parts.h"

#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>

static gboolean
set_level (ShinsaCli             *cli,
           const ShinsaCliSheet  *sheet,
           const char            *word,
           GError               **error)
{
  const ShinsaLevel *level = NULL;
  g_autofree char *value = NULL;

  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "unset"))
    {
      if (!(level = shinsa_cli_find_level (sheet->round, word, error)))
        return FALSE;
      value = shinsa_draft_level_value (level->value);
    }

  return shinsa_cli_sheet_set (cli, sheet, SHINSA_DRAFT_OVERALL, NULL, value, error);
}

static gboolean
set_text (ShinsaCli             *cli,
          const ShinsaCliSheet  *sheet,
          ShinsaDraftPart        part,
          const char            *text,
          GError               **error)
{
  return text == NULL || shinsa_cli_sheet_set (cli, sheet, part, NULL, text, error);
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *phase = NULL;
  g_autofree char *strong = NULL;
  g_autofree char *weak = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *revision = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { "strong", 0, 0, G_OPTION_ARG_STRING, &strong, N_("Strong points"), "TEXT" },
    { "weak", 0, 0, G_OPTION_ARG_STRING, &weak, N_("Weak points"), "TEXT" },
    { "remarks", 0, 0, G_OPTION_ARG_STRING, &remarks, N_("Remarks"), "TEXT" },
    { "revision", 0, 0, G_OPTION_ARG_STRING, &revision,
      N_("Why levels were revised after the interview"), "TEXT" },
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };

  return shinsa_cli_parse (cli, options, error) &&
         shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, phase, &sheet, error) &&
         shinsa_cli_sheet_check (&sheet, NULL, error) &&
         set_level (cli, &sheet, shinsa_cli_argument (cli, 1), error) &&
         set_text (cli, &sheet, SHINSA_DRAFT_STRONG, strong, error) &&
         set_text (cli, &sheet, SHINSA_DRAFT_WEAK, weak, error) &&
         set_text (cli, &sheet, SHINSA_DRAFT_REMARKS, remarks, error) &&
         set_text (cli, &sheet, SHINSA_DRAFT_REVISION, revision, error) &&
         shinsa_cli_sheet_put_saved (cli, &sheet, error);
}

static const ShinsaCliVerb verbs[] = {
  { "set", "APPLICATION [LEVEL|unset]", N_("Set the overall judgement and comment"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_overall = {
  "overall", N_("The own score sheet: overall judgement"), verbs
};
