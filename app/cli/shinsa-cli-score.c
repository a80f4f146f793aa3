/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-sheet.h"
#include "shinsa-cli-words.h"
#include "shinsa-draft-parts.h"
#include "shinsa-error.h"

#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CANNOT_JUDGE "cannot-judge"
#define UNSET "unset"

static gboolean
read_level (const ShinsaRound  *round,
            const char         *word,
            double             *value,
            GError            **error)
{
  const char *key = round->definition->cannot_judge_key;
  const ShinsaLevel *level = NULL;

  if (g_str_equal (word, UNSET))
    {
      *value = SHINSA_LEVEL_UNSET;
      return TRUE;
    }
  if (g_str_equal (word, CANNOT_JUDGE) && key == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("This round wants a level of everybody: “cannot-judge” is not "
                             "offered. Nothing was saved."));
      return FALSE;
    }
  if (g_str_equal (word, CANNOT_JUDGE) || g_strcmp0 (word, key) == 0)
    {
      *value = NAN;
      return TRUE;
    }
  if (!(level = shinsa_cli_find_level (round, word, error)))
    return FALSE;
  *value = level->value;

  return TRUE;
}

/* --- Evidence --- */

static const ShinsaDocumentInfo *
find_document (const ShinsaDossier *dossier,
               const char          *word)
{
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);

      if ((*word != '\0' && g_str_has_prefix (document->hash, word)) ||
          g_str_equal (document->name, word))
        return document;
    }

  return NULL;
}

/* DOCUMENT:PAGE[:QUOTE] as it was typed becomes what a draft holds. */
static char *
read_evidence (const ShinsaDossier  *dossier,
               const char           *word,
               GError              **error)
{
  g_auto (GStrv) fields = g_strsplit (word, ":", 3);
  guint n_fields = g_strv_length (fields);
  const ShinsaDocumentInfo *document = NULL;
  guint64 page = 0;

  if (n_fields < 2 ||
      !g_ascii_string_to_unsigned (fields[1], 10, 1, G_MAXINT, &page, NULL))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("“%s” is not evidence. Write the document and the page, as in "
                     "“proposal.pdf:7”."), word);
      return NULL;
    }
  document = find_document (dossier, fields[0]);
  if (document == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("“%s” has no document “%s”. Nothing was saved. “shinsactl document list” "
                     "shows all of them."), dossier->id, fields[0]);
      return NULL;
    }

  return shinsa_draft_evidence_value (document->hash, page, fields[2]);
}

static GPtrArray *
read_all_evidence (const ShinsaDossier  *dossier,
                   char                **words,
                   GError              **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (; words != NULL && *words != NULL; words++)
    {
      char *value = read_evidence (dossier, *words, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }

  return g_steal_pointer (&values);
}

/* What was named takes the place of what was there. */
static gboolean
set_evidence (ShinsaCli             *cli,
              const ShinsaCliSheet  *sheet,
              const char            *requirement,
              GPtrArray             *values,
              GError               **error)
{
  g_autoptr (ShinsaReview) draft = shinsa_session_load_draft (shinsa_cli_get_session (cli),
                                                              sheet->dossier->id, sheet->phase,
                                                              error);
  const ShinsaScore *score = NULL;
  guint before = 0;

  if (draft == NULL)
    return FALSE;
  score = shinsa_review_score (draft, requirement);
  if (score != NULL)
    before = score->evidence->len;
  for (guint i = 0; i < MAX (before, values->len); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%u", requirement, i);

      if (!shinsa_cli_sheet_set (cli, sheet, SHINSA_DRAFT_EVIDENCE, key,
                                 i < values->len ? g_ptr_array_index (values, i) : NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* --- Verbs --- */

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *phase = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *level = NULL;
  g_auto (GStrv) evidence = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why this level"), "TEXT" },
    { "evidence", 0, 0, G_OPTION_ARG_STRING_ARRAY, &evidence,
      N_("Where it is seen; may be repeated"), "DOCUMENT:PAGE" },
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };
  const ShinsaRequirement *requirement = NULL;
  g_autoptr (GPtrArray) values = NULL;
  double value = 0;

  if (!shinsa_cli_parse (cli, options, error) ||
      !shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, phase, &sheet, error) ||
      !(requirement = shinsa_cli_find_requirement (sheet.round, shinsa_cli_argument (cli, 1),
                                                   error)) ||
      !read_level (sheet.round, shinsa_cli_argument (cli, 2), &value, error) ||
      !shinsa_cli_sheet_check (&sheet, requirement->code, error) ||
      !(values = read_all_evidence (sheet.dossier, evidence, error)))
    return FALSE;
  level = shinsa_draft_level_value (value);

  return shinsa_cli_sheet_set (cli, &sheet, SHINSA_DRAFT_LEVEL, requirement->code, level, error) &&
         (reason == NULL || shinsa_cli_sheet_set (cli, &sheet, SHINSA_DRAFT_REASON,
                                                  requirement->code, reason, error)) &&
         (evidence == NULL || set_evidence (cli, &sheet, requirement->code, values, error)) &&
         shinsa_cli_sheet_put_saved (cli, &sheet, error);
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  g_autofree char *phase = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };

  return shinsa_cli_parse (cli, options, error) &&
         shinsa_cli_sheet_open (cli, SHINSA_SESSION_READ, phase, &sheet, error) &&
         shinsa_cli_sheet_put (cli, &sheet, error);
}

static const ShinsaCliVerb verbs[] = {
  { "set", "APPLICATION CODE LEVEL|cannot-judge|unset", N_("Give a requirement a level"), set },
  { "show", "APPLICATION", N_("Show the own score sheet and what it still needs"), show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_score = { "score", N_("The own score sheet: levels"), verbs };
