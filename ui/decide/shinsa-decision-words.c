/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-decision-words.h"

#include "decide/shinsa-board-table.h"
#include "decide/shinsa-decide-rights.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
take_line (GString *text,
           char    *line)
{
  append_line (text, line);
  g_free (line);
}

static const char *
requirement_name (const ShinsaRound *round,
                  const char        *code)
{
  const ShinsaRequirement *requirement = shinsa_definition_requirement (round->definition, code);

  return requirement != NULL ? shinsa_text_get (&requirement->name) : code;
}

/* The requirements that one flag was raised for, in a line. */
static void
append_flag (GString                *text,
             const ShinsaRound      *round,
             const ShinsaSuggestion *suggestion,
             ShinsaFlagKind          kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < suggestion->flags->len; i++)
    {
      const ShinsaFlag *flag = g_ptr_array_index (suggestion->flags, i);

      if (flag->kind == kind)
        g_ptr_array_add (names, (gpointer) requirement_name (round, flag->requirement));
    }
  if (names->len == 0)
    return;
  list = shinsa_list_text (names);
  /* Translators: what to look at, and the requirements it concerns: "Split: Strength, Plan". */
  take_line (text, g_strdup_printf (_("◆ %s: %s"), shinsa_flag_label (kind), list));
}

char *
shinsa_decision_flags_text (const ShinsaRound      *round,
                            const ShinsaSuggestion *suggestion)
{
  GString *text = g_string_new (NULL);

  append_flag (text, round, suggestion, SHINSA_FLAG_SPLIT);
  append_flag (text, round, suggestion, SHINSA_FLAG_DIVIDED);
  append_flag (text, round, suggestion, SHINSA_FLAG_LOWEST_GIVEN);
  append_flag (text, round, suggestion, SHINSA_FLAG_ONE_BELOW);
  append_flag (text, round, suggestion, SHINSA_FLAG_ONE_LEVEL_FROM_LINE);
  return g_string_free (text, FALSE);
}

char *
shinsa_decision_arithmetic_text (const ShinsaRound      *round,
                                 const ShinsaSuggestion *suggestion)
{
  g_auto (GStrv) sentences = shinsa_suggestion_explain (suggestion, round->definition);

  return g_strjoinv ("\n", sentences);
}

static void
append_waivers (GString              *text,
                const ShinsaRound    *round,
                const ShinsaProposal *proposal)
{
  for (guint i = 0; i < proposal->waivers->len; i++)
    {
      const ShinsaWaiver *waiver = g_ptr_array_index (proposal->waivers, i);

      /* Translators: a requirement that may stay unresolved, and why. */
      take_line (text, g_strdup_printf (_("“%s” is waived: %s"),
                                        requirement_name (round, waiver->requirement),
                                        waiver->reason));
    }
}

char *
shinsa_decision_proposal_text (const ShinsaRound *round,
                               const char        *application)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  g_autofree char *outcome = NULL;
  GString *text;

  if (proposal == NULL || shinsa_round_decision (round, application) == SHINSA_DECISION_REOPENED)
    return g_strdup (_("None is recorded."));
  outcome = shinsa_board_outcome_name (round, proposal->outcome);
  text = g_string_new (outcome);
  if (g_strcmp0 (proposal->outcome, proposal->suggested) != 0)
    append_line (text, _("It departs from the suggestion."));
  if (*proposal->reason != '\0')
    take_line (text, g_strdup_printf (_("Reason: %s"), proposal->reason));
  append_waivers (text, round, proposal);
  if (*proposal->instructed_by != '\0')
    {
      g_autofree char *who = shinsa_member_full_label (round, proposal->instructed_by);

      take_line (text, g_strdup_printf (_("Recorded on the instruction of %s."), who));
    }
  return g_string_free (text, FALSE);
}

/* As the computer that wrote it showed the time. */
static char *
time_text (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  /* Translators: date and time of a confirmation. */
  return time != NULL ? g_date_time_format (time, _("%Y-%m-%d %H:%M")) : g_strdup (at);
}

char *
shinsa_decision_confirmation_text (const ShinsaRound *round,
                                   const char        *application)
{
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (round, application);
  const ShinsaConfirmation *pending = shinsa_decide_pending (round, application);
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;

  if (confirmation == NULL && pending != NULL)
    return g_strdup_printf (_("%s\nThe desk has not received this confirmation yet."),
                            pending->sentence);
  if (confirmation == NULL)
    return g_strdup (_("Not confirmed. The acting chair confirms all applications together, on "
                       "the board."));
  who = shinsa_member_full_label (round, confirmation->member);
  when = time_text (confirmation->at);
  /* Translators: the recorded sentence, who confirmed it and when. */
  return g_strdup_printf (_("%s\nConfirmed by %s, %s."), confirmation->sentence, who, when);
}

char *
shinsa_decision_history_text (const ShinsaRound *round,
                              const char        *application)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);
      g_autofree char *outcome = NULL;
      g_autofree char *when = NULL;

      if (!g_str_equal (confirmation->application, application))
        continue;
      outcome = shinsa_board_outcome_name (round, confirmation->outcome);
      when = time_text (confirmation->at);
      if (confirmation->version > 0)
        /* Translators: version of a decision, its outcome, when, and how it stands now. */
        take_line (text, g_strdup_printf (_("Version %d: %s, %s. %s"), confirmation->version,
                                          outcome, when,
                                          shinsa_confirmation_state_label (confirmation->state)));
      else
        /* Translators: a confirmation that does not hold: outcome, when, and why not. */
        take_line (text, g_strdup_printf (_("%s, %s. %s"), outcome, when,
                                          shinsa_confirmation_state_label (confirmation->state)));
      if (confirmation->state == SHINSA_CONFIRMATION_REOPENED)
        take_line (text, g_strdup_printf (_("Reason: %s"), confirmation->reason));
    }
  return g_string_free (text, FALSE);
}
