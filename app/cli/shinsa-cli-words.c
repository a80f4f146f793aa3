/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-words.h"

#include "shinsa-error.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/**
 * shinsa_cli_find_dossier:
 * @round: a round
 * @id: what was typed
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the application
 */
const ShinsaDossier *
shinsa_cli_find_dossier (const ShinsaRound  *round,
                         const char         *id,
                         GError            **error)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, id);

  if (dossier == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                 _("There is no application “%s” in this round. “shinsactl dossier list” shows "
                   "all of them."), id);

  return dossier;
}

/**
 * shinsa_cli_find_member:
 * @round: a round
 * @id: what was typed
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the member of the committee
 */
const ShinsaMember *
shinsa_cli_find_member (const ShinsaRound  *round,
                        const char         *id,
                        GError            **error)
{
  const ShinsaMember *member = shinsa_round_member (round, id);

  if (member == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                 _("There is no member “%s” in this round. “shinsactl roster list” shows all of "
                   "them."), id);

  return member;
}

/**
 * shinsa_cli_find_requirement:
 * @round: a round
 * @code: what was typed
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the requirement
 */
const ShinsaRequirement *
shinsa_cli_find_requirement (const ShinsaRound  *round,
                             const char         *code,
                             GError            **error)
{
  const ShinsaRequirement *found = shinsa_definition_requirement (round->definition, code);
  g_autoptr (GPtrArray) codes = NULL;
  g_autofree char *list = NULL;

  if (found != NULL)
    return found;
  codes = g_ptr_array_new ();
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements, i);

      g_ptr_array_add (codes, requirement->code);
    }
  list = shinsa_list_text (codes);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no requirement “%s” in this round. It has: %s."), code, list);

  return NULL;
}

/**
 * shinsa_cli_find_requirements:
 * @round: a round
 * @codes: (nullable): what was typed
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: whether the round has all of them
 */
gboolean
shinsa_cli_find_requirements (const ShinsaRound   *round,
                              const char * const  *codes,
                              GError             **error)
{
  for (; codes != NULL && *codes != NULL; codes++)
    {
      if (shinsa_cli_find_requirement (round, *codes, error) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_cli_recused_from:
 * @round: a round
 * @application: one of its applications
 * @member: one of its members
 *
 * Returns: (transfer none) (nullable): the requirements that the member does not judge there
 */
const char * const *
shinsa_cli_recused_from (const ShinsaRound *round,
                         const char        *application,
                         const char        *member)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, application, member);

  if (interest == NULL || interest->state != SHINSA_INTEREST_RECUSED)
    return NULL;

  return (const char * const *) interest->requirements;
}

/**
 * shinsa_cli_find_level:
 * @round: a round
 * @word: what was typed: the key of a level, or its value
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the level
 */
const ShinsaLevel *
shinsa_cli_find_level (const ShinsaRound  *round,
                       const char         *word,
                       GError            **error)
{
  const ShinsaLevel *found = shinsa_definition_level_by_key (round->definition, word);
  g_autoptr (GPtrArray) levels = NULL;
  g_autofree char *list = NULL;
  char *end = NULL;
  double value = g_ascii_strtod (word, &end);

  if (found == NULL && *word != '\0' && *end == '\0')
    found = shinsa_definition_level (round->definition, value);
  if (found != NULL)
    return found;
  levels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < round->definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (round->definition->levels, i);

      g_ptr_array_add (levels, shinsa_level_text (round->definition, level->value));
    }
  list = shinsa_list_text (levels);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no level “%s” on the scale of this round. It has: %s."), word, list);

  return NULL;
}

/**
 * shinsa_cli_find_outcome:
 * @round: a round
 * @code: what was typed
 * @error: return location for %SHINSA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const ShinsaOutcome *
shinsa_cli_find_outcome (const ShinsaRound  *round,
                         const char         *code,
                         GError            **error)
{
  const ShinsaOutcome *found = shinsa_definition_outcome (round->definition, code);
  g_autoptr (GPtrArray) codes = NULL;
  g_autofree char *list = NULL;

  if (found != NULL)
    return found;
  codes = g_ptr_array_new ();
  for (guint i = 0; i < round->definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (round->definition->outcomes, i);

      g_ptr_array_add (codes, outcome->code);
    }
  list = shinsa_list_text (codes);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no outcome “%s” in this round. It has: %s."), code, list);

  return NULL;
}

/**
 * shinsa_cli_read_phase:
 * @round: (nullable): a round, where the phase may be left out
 * @application: (nullable): the application that it is about
 * @word: (nullable): what was typed; %NULL for the phase that this application is in
 * @phase: (out): the phase
 * @error: return location for %SHINSA_ERROR_USAGE
 *
 * Returns: whether it is a phase
 */
gboolean
shinsa_cli_read_phase (const ShinsaRound  *round,
                       const char         *application,
                       const char         *word,
                       ShinsaPhase        *phase,
                       GError            **error)
{
  if (word == NULL)
    {
      *phase = shinsa_round_phase_was_opened (round, SHINSA_PHASE_INTERVIEW, application)
               ? SHINSA_PHASE_INTERVIEW : SHINSA_PHASE_PAPER;
      return TRUE;
    }
  if (shinsa_phase_from_string (word, phase))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("“%s” is not a phase. Write “paper” or “interview”."), word);

  return FALSE;
}

/**
 * shinsa_cli_read_word:
 * @word: what was typed
 * @words: what may be typed, then %NULL
 * @error: return location for %SHINSA_ERROR_USAGE
 *
 * Returns: whether it is one of them
 */
gboolean
shinsa_cli_read_word (const char          *word,
                      const char * const  *words,
                      GError             **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;

  if (g_strv_contains (words, word))
    return TRUE;
  names = g_ptr_array_new ();
  for (; *words != NULL; words++)
    g_ptr_array_add (names, (gpointer) *words);
  list = shinsa_list_text (names);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("“%s” cannot stand here. Write one of: %s."), word, list);

  return FALSE;
}
