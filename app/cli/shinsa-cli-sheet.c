/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-sheet.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-draft-parts.h"
#include "shinsa-error.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * shinsa_cli_sheet_open:
 * @cli: this call, with the application as its first argument
 * @mode: whether to write
 * @phase: (nullable): the word for the phase, where one was typed
 * @sheet: (out): the sheet
 * @error: return location for an error
 *
 * Returns: whether there is such a sheet
 */
gboolean
shinsa_cli_sheet_open (ShinsaCli          *cli,
                       ShinsaSessionMode   mode,
                       const char         *phase,
                       ShinsaCliSheet     *sheet,
                       GError            **error)
{
  g_return_val_if_fail (sheet != NULL, FALSE);

  if (!(sheet->round = shinsa_cli_load (cli, mode, error)) ||
      !(sheet->dossier = shinsa_cli_find_dossier (sheet->round, shinsa_cli_argument (cli, 0),
                                                  error)) ||
      !shinsa_cli_read_phase (sheet->round, sheet->dossier->id, phase, &sheet->phase, error))
    return FALSE;
  if (*sheet->round->member != '\0')
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       _("The desk has no score sheet. Name a member with --as, or enter a "
                         "review that was given on paper with “shinsactl review enter”."));

  return FALSE;
}

/* Own declared interests shut the sheet at once; what is not shown cannot be judged. */
static gboolean
is_open (const ShinsaCliSheet *sheet)
{
  const ShinsaMember *member = shinsa_round_member (sheet->round, sheet->round->member);

  return member != NULL && member->scores && sheet->dossier->has_content &&
         !sheet->dossier->withdrawn;
}

/**
 * shinsa_cli_sheet_check:
 * @sheet: a sheet
 * @requirement: (nullable): code of the requirement that is written on
 * @error: return location for %SHINSA_ERROR_NOT_AUTHORISED
 *
 * Returns: whether it may be written on
 */
gboolean
shinsa_cli_sheet_check (const ShinsaCliSheet  *sheet,
                        const char            *requirement,
                        GError               **error)
{
  const ShinsaInterest *interest = shinsa_round_interest (sheet->round, sheet->dossier->id,
                                                          sheet->round->member);

  if (!is_open (sheet))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                   _("“%s” is not open for you to score. Nothing was saved. “shinsactl interest "
                     "list” shows whether a declaration or a ruling is missing."),
                   sheet->dossier->id);
      return FALSE;
    }
  if (requirement == NULL || !shinsa_interest_bars_from (interest, requirement))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
               _("You are recused from the requirement “%s” of “%s”. Nothing was saved."),
               requirement, sheet->dossier->id);

  return FALSE;
}

/**
 * shinsa_cli_sheet_set:
 * @cli: this call
 * @sheet: a sheet
 * @part: which part of it
 * @key: (nullable): which of several
 * @value: (nullable): what was typed; nothing takes it back
 * @error: return location for an error
 *
 * Returns: whether it is safe on disk
 */
gboolean
shinsa_cli_sheet_set (ShinsaCli             *cli,
                      const ShinsaCliSheet  *sheet,
                      ShinsaDraftPart        part,
                      const char            *key,
                      const char            *value,
                      GError               **error)
{
  return shinsa_session_set_draft (shinsa_cli_get_session (cli), sheet->dossier->id, sheet->phase,
                                   part, key, value != NULL && *value != '\0' ? value : NULL,
                                   error);
}

/* --- Showing it --- */

static GPtrArray *
find_problems (const ShinsaCliSheet *sheet,
               const ShinsaReview   *draft)
{
  return shinsa_review_problems (sheet->round->definition, draft,
                                 shinsa_cli_recused_from (sheet->round, sheet->dossier->id,
                                                          sheet->round->member));
}

static JsonObject *
sheet_json (const ShinsaCliSheet *sheet,
            const ShinsaReview   *draft,
            GPtrArray            *problems)
{
  const ShinsaReview *submitted = shinsa_round_newest_review (sheet->round, sheet->dossier->id,
                                                              sheet->round->member, sheet->phase);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_sized_new (problems->len);

  for (guint i = 0; i < problems->len; i++)
    {
      const ShinsaReviewProblem *problem = g_ptr_array_index (problems, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "requirement", problem->requirement);
      json_object_set_string_member (item, "field", problem->field);
      json_object_set_string_member (item, "sentence", problem->sentence);
      json_array_add_object_element (array, item);
    }
  json_object_set_string_member (object, "application", sheet->dossier->id);
  json_object_set_string_member (object, "phase", shinsa_phase_to_string (sheet->phase));
  json_object_set_object_member (object, "draft", shinsa_cli_draft_json (sheet->round, draft));
  json_object_set_array_member (object, "problems", array);
  if (submitted != NULL)
    json_object_set_object_member (object, "submitted",
                                   shinsa_cli_review_json (sheet->round, submitted));
  else
    json_object_set_null_member (object, "submitted");

  return object;
}

static char *
level_mark (const ShinsaCliSheet    *sheet,
            const ShinsaRequirement *requirement,
            const ShinsaScore       *score)
{
  const ShinsaInterest *interest = shinsa_round_interest (sheet->round, sheet->dossier->id,
                                                          sheet->round->member);

  if (shinsa_interest_bars_from (interest, requirement->code))
    return g_strdup (shinsa_mark_text (SHINSA_MARK_RECUSED));
  if (score == NULL || score->level == SHINSA_LEVEL_UNSET)
    return g_strdup (shinsa_mark_text (SHINSA_MARK_MISSING));
  if (isnan (score->level))
    return g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE));

  return shinsa_level_text (sheet->round->definition, score->level);
}

static char *
pages_text (const ShinsaScore *score)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; score != NULL && i < score->evidence->len; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);

      /* Translators: a page of a document. */
      g_ptr_array_add (pages, g_strdup_printf (_("p. %d"), evidence->page));
    }

  return shinsa_list_text (pages);
}

static void
print_scores (const ShinsaCliSheet *sheet,
              const ShinsaReview   *draft)
{
  const ShinsaDefinition *definition = sheet->round->definition;
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Requirement"), _("Name"), _("Level"), _("Evidence"), _("Reason"),
                          NULL);

  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      const ShinsaScore *score = shinsa_review_score (draft, requirement->code);
      g_autofree char *mark = level_mark (sheet, requirement, score);
      g_autofree char *pages = pages_text (score);
      g_autofree char *name = shinsa_cli_text_short (shinsa_text_get (&requirement->name));

      shinsa_cli_table_row (table, requirement->code, name, mark,
                            pages, score != NULL ? score->reason : "", NULL);
    }
  shinsa_cli_table_print (table);
}

static void
print_judgements (const ShinsaCliSheet *sheet,
                  const ShinsaReview   *draft)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autofree char *overall = shinsa_level_text (sheet->round->definition, draft->overall);

  shinsa_cli_table_fact (facts, _("Overall judgement"), overall);
  if (draft->growth >= 0)
    shinsa_cli_table_fact (facts, shinsa_text_get (&sheet->round->definition->growth_name),
                           draft->growth == 1 ? _("yes") : _("no"));
  shinsa_cli_table_fact (facts, _("Strong points"), draft->strong);
  shinsa_cli_table_fact (facts, _("Weak points"), draft->weak);
  shinsa_cli_table_fact (facts, _("Remarks"), draft->remarks);
  shinsa_cli_table_fact (facts, _("Revision"), draft->revision);
  for (guint i = 0; i < draft->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (draft->questions, i);

      shinsa_cli_table_fact (facts, _("Question"), remark->text);
    }
  g_print ("\n");
  shinsa_cli_table_print (facts);
}

/* What was submitted is shown while nothing newer is being written. */
static void
print_sheet (ShinsaCli            *cli,
             const ShinsaCliSheet *sheet,
             const ShinsaReview   *draft,
             GPtrArray            *problems)
{
  const ShinsaReview *submitted = shinsa_round_newest_review (sheet->round, sheet->dossier->id,
                                                              sheet->round->member, sheet->phase);
  gboolean writing = submitted == NULL || !shinsa_review_is_blank (draft);
  const ShinsaReview *shown = writing ? draft : submitted;

  g_print ("%s  %s\n\n", shinsa_text_get (&sheet->dossier->name),
           shinsa_phase_label (sheet->phase));
  print_scores (sheet, shown);
  print_judgements (sheet, shown);
  for (guint i = 0; writing && i < problems->len; i++)
    {
      const ShinsaReviewProblem *problem = g_ptr_array_index (problems, i);

      g_print ("%s\n", problem->sentence);
    }
  if (submitted != NULL)
    /* Translators: date and time, then what became of it. */
    shinsa_cli_say (cli, _("Submitted %s: %s."), submitted->at,
                    shinsa_review_status_label (submitted->status));
}

static gboolean
put_sheet (ShinsaCli             *cli,
           const ShinsaCliSheet  *sheet,
           gboolean               whole,
           GError               **error)
{
  g_autoptr (ShinsaReview) draft = shinsa_session_load_draft (shinsa_cli_get_session (cli),
                                                              sheet->dossier->id, sheet->phase,
                                                              error);
  g_autoptr (GPtrArray) problems = NULL;

  if (draft == NULL)
    return FALSE;
  problems = find_problems (sheet, draft);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, sheet_json (sheet, draft, problems));
  if (whole)
    print_sheet (cli, sheet, draft, problems);
  else if (problems->len == 0)
    shinsa_cli_say (cli, _("Saved. The review can be submitted."));
  else
    shinsa_cli_say (cli, ngettext ("Saved. %u thing is missing before the review can be "
                                   "submitted.",
                                   "Saved. %u things are missing before the review can be "
                                   "submitted.", problems->len), problems->len);

  return TRUE;
}

/**
 * shinsa_cli_sheet_put:
 * @cli: this call
 * @sheet: a sheet
 * @error: return location for an error
 *
 * Shows the draft as it is on the disk now, and what it still needs.
 *
 * Returns: whether it could be read
 */
gboolean
shinsa_cli_sheet_put (ShinsaCli             *cli,
                      const ShinsaCliSheet  *sheet,
                      GError               **error)
{
  return put_sheet (cli, sheet, TRUE, error);
}

/**
 * shinsa_cli_sheet_put_saved:
 * @cli: this call
 * @sheet: a sheet that something was written on
 * @error: return location for an error
 *
 * Says that it is saved and how much is missing; with --json it shows the whole draft.
 *
 * Returns: whether it could be read
 */
gboolean
shinsa_cli_sheet_put_saved (ShinsaCli             *cli,
                            const ShinsaCliSheet  *sheet,
                            GError               **error)
{
  return put_sheet (cli, sheet, FALSE, error);
}
