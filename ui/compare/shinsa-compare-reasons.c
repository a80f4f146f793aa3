/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-reasons.h"

#include "rules/shinsa-level-text.h"
#include "rules/shinsa-roster.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
append_evidence (GString             *markup,
                 const ShinsaDossier *dossier,
                 GPtrArray           *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const ShinsaEvidence *place = g_ptr_array_index (evidence, i);
      const ShinsaDocumentInfo *document = shinsa_dossier_document (dossier, place->document);
      g_autofree char *line = NULL;

      if (document != NULL)
        /* Translators: where a member saw it: name of the document, and page. */
        line = g_markup_printf_escaped (_("Evidence: %s, p. %d"), document->name, place->page);
      else
        line = g_markup_printf_escaped (_("Evidence: p. %d"), place->page);
      g_string_append_printf (markup, "\n<small>%s</small>", line);
    }
}

static char *
level_words (const ShinsaDefinition *definition,
             const ShinsaScore      *score)
{
  const ShinsaLevel *level;
  g_autofree char *text = NULL;

  if (isnan (score->level))
    return g_strdup (shinsa_text_get (&definition->cannot_judge_label));
  level = shinsa_definition_level (definition, score->level);
  text = shinsa_level_text (definition, score->level);
  if (level == NULL)
    return g_steal_pointer (&text);
  /* Translators: a level and what it means: "2 Partly met". */
  return g_strdup_printf (C_("level", "%s %s"), text, shinsa_text_get (&level->label));
}

/**
 * shinsa_compare_member_reasons:
 *
 * Returns: (transfer full): the level of one member with reason and evidence
 */
char *
shinsa_compare_member_reasons (const ShinsaCompareSource *source,
                               const char                *application,
                               const char                *member,
                               const char                *requirement)
{
  const ShinsaRound *round = source->round;
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  const ShinsaInterest *interest = shinsa_round_interest (round, application, member);
  gboolean recused = shinsa_interest_bars_from (interest, requirement);
  gboolean is_draft = FALSE;
  const ShinsaScore *score = recused ? NULL
                             : shinsa_compare_score (source, application, member, requirement,
                                                     &is_draft);
  g_autofree char *name = shinsa_compare_member_name (source, member);
  g_autofree char *words = recused ? g_strdup (shinsa_mark_name (SHINSA_MARK_RECUSED))
                           : score != NULL ? level_words (round->definition, score)
                           : shinsa_compare_missing_words (source, application, member);
  g_autofree char *head = g_markup_printf_escaped ("<b>%s</b>  %s", name, words);
  GString *markup = g_string_new (head);

  if (is_draft)
    {
      g_autofree char *draft = g_markup_printf_escaped ("  <i>%s</i>", _("draft, not submitted"));

      g_string_append (markup, draft);
    }
  if (score != NULL && *score->reason != '\0')
    {
      g_autofree char *reason = g_markup_escape_text (score->reason, -1);

      g_string_append_printf (markup, "\n%s", reason);
    }
  if (score != NULL && dossier != NULL)
    append_evidence (markup, dossier, score->evidence);
  return g_string_free (markup, FALSE);
}

typedef char *(* ReasonsFunc) (const ShinsaCompareSource *source,
                               const char                *application,
                               const char                *member,
                               const char                *requirement);

static char *
reasons_of_all (const ShinsaCompareSource *source,
                const char                *application,
                const char                *requirement,
                ReasonsFunc                of_member)
{
  const ShinsaRound *round = source->round;
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      g_autofree char *one = NULL;

      if (!shinsa_round_is_scorer (round, member))
        continue;
      one = of_member (source, application, member->id, requirement);
      g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", one);
    }
  return g_string_free (markup, FALSE);
}

/**
 * shinsa_compare_all_reasons:
 *
 * Returns: (transfer full): the same of all members, in the order of the roster
 */
char *
shinsa_compare_all_reasons (const ShinsaCompareSource *source,
                            const char                *application,
                            const char                *requirement)
{
  return reasons_of_all (source, application, requirement, shinsa_compare_member_reasons);
}

/* Takes the line over. */
static void
append_line (GString *markup,
             char    *line)
{
  g_string_append_printf (markup, "\n%s", line);
  g_free (line);
}

/**
 * shinsa_compare_change_reasons:
 *
 * Returns: (transfer full): what one member said on paper and after the interview, and why the
 *   level was changed
 */
char *
shinsa_compare_change_reasons (const ShinsaCompareSource *source,
                               const char                *application,
                               const char                *member,
                               const char                *requirement)
{
  const ShinsaDefinition *definition = source->round->definition;
  const ShinsaReview *review = shinsa_compare_phase_review (source, application, member,
                                                            SHINSA_PHASE_INTERVIEW);
  const ShinsaScore *paper = shinsa_compare_phase_score (source, application, member, requirement,
                                                         SHINSA_PHASE_PAPER);
  const ShinsaScore *interview = shinsa_compare_phase_score (source, application, member,
                                                             requirement, SHINSA_PHASE_INTERVIEW);
  g_autofree char *name = shinsa_compare_member_name (source, member);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *head = NULL;
  GString *markup;

  if (paper == NULL || interview == NULL)
    return shinsa_compare_member_reasons (source, application, member, requirement);
  before = level_words (definition, paper);
  after = level_words (definition, interview);
  head = g_str_equal (before, after)
         ? g_markup_printf_escaped (_("<b>%s</b>  %s, unchanged"), name, after)
         : g_markup_printf_escaped ("<b>%s</b>  %s → <b>%s</b>", name, before, after);
  markup = g_string_new (head);
  if (*paper->reason != '\0')
    append_line (markup, g_markup_printf_escaped (_("On paper: %s"), paper->reason));
  if (*interview->reason != '\0')
    append_line (markup, g_markup_printf_escaped (_("After the interview: %s"),
                                                  interview->reason));
  if (*review->revision != '\0' && !g_str_equal (before, after))
    append_line (markup, g_markup_printf_escaped (_("Why it was changed: %s"),
                                                  review->revision));
  return g_string_free (markup, FALSE);
}

/**
 * shinsa_compare_all_change_reasons:
 *
 * Returns: (transfer full): the same of all members, in the order of the roster
 */
char *
shinsa_compare_all_change_reasons (const ShinsaCompareSource *source,
                                   const char                *application,
                                   const char                *requirement)
{
  return reasons_of_all (source, application, requirement, shinsa_compare_change_reasons);
}

/**
 * shinsa_compare_earlier_words:
 * @requirement: (nullable): the code of a requirement then or now
 *
 * Returns: (transfer full): what the earlier round said of the requirement and of the application,
 *   "" where there was none
 */
char *
shinsa_compare_earlier_words (const ShinsaDossier *dossier,
                              const char          *requirement)
{
  const ShinsaPrevious *previous = dossier->previous;
  GString *markup = g_string_new (NULL);

  for (guint i = 0; previous != NULL && i < previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *score = g_ptr_array_index (previous->requirements, i);

      if (g_strcmp0 (score->code, requirement) == 0 && !shinsa_text_is_empty (&score->comment))
        append_line (markup, g_markup_printf_escaped (_("Comment of the earlier round: %s"),
                                                      shinsa_text_get (&score->comment)));
    }
  for (guint i = 0; previous != NULL && i < previous->conditions->len; i++)
    append_line (markup,
                 g_markup_printf_escaped (_("Condition of the earlier round: %s"),
                                          shinsa_text_get (g_ptr_array_index (previous->conditions,
                                                                              i))));
  if (previous != NULL && !shinsa_text_is_empty (&previous->remarks))
    append_line (markup, g_markup_printf_escaped (_("Remarks of the earlier round: %s"),
                                                  shinsa_text_get (&previous->remarks)));
  if (markup->len > 0)
    g_string_erase (markup, 0, 1);
  return g_string_free (markup, FALSE);
}

/**
 * shinsa_compare_requirement_markup:
 *
 * Returns: (transfer full): the requirement with what to look for, "" for what is none
 */
char *
shinsa_compare_requirement_markup (const ShinsaDefinition *definition,
                                   const char             *code)
{
  const ShinsaRequirement *requirement = shinsa_definition_requirement (definition, code);
  g_autofree char *threshold = NULL;
  g_autofree char *line = NULL;

  if (requirement == NULL)
    return g_strdup ("");
  threshold = shinsa_level_text (definition, requirement->threshold);
  line = g_strdup_printf (_("Threshold %s"), threshold);
  return g_markup_printf_escaped ("<b>%s</b>  <small>%s  %s</small>",
                                  shinsa_text_get (&requirement->name), line,
                                  shinsa_text_get (&requirement->guidance));
}
