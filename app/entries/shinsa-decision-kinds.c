/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-suggestion.h"
#include "rules/shinsa-words.h"
#include "shinsa-decision-tables.h"
#include "shinsa-error.h"

/* Outcomes: proposed by the desk for the chair, confirmed and reopened by the acting chair. */

typedef struct {
  const char *application;
  const char *instructed_by;
  const char *outcome;
  const char *reason;
  JsonObject *suggestion;
  JsonArray  *waivers;
} ProposalBody;

typedef struct {
  const char *application;
  const char *method;
  const char *outcome;
  const char *proposal;
  const char *sentence;
  JsonObject *suggestion;
} ConfirmationBody;

typedef struct {
  const char *application;
  const char *confirmation;
  const char *reason;
  const char *reference;
} ReopeningBody;

static gboolean
read_proposal (JsonObject    *body,
               ProposalBody  *proposal,
               GError       **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &proposal->application },
    { "instructed_by", SHINSA_FIELD_TEXT, &proposal->instructed_by },
    { "outcome", SHINSA_FIELD_TEXT, &proposal->outcome },
    { "reason", SHINSA_FIELD_TEXT, &proposal->reason },
    { "suggestion", SHINSA_FIELD_OBJECT, &proposal->suggestion },
    { "waivers", SHINSA_FIELD_ARRAY, &proposal->waivers },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
read_confirmation (JsonObject        *body,
                   ConfirmationBody  *confirmation,
                   GError           **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &confirmation->application },
    { "method", SHINSA_FIELD_WORD, &confirmation->method, shinsa_methods () },
    { "outcome", SHINSA_FIELD_TEXT, &confirmation->outcome },
    { "proposal", SHINSA_FIELD_HASH, &confirmation->proposal },
    { "sentence", SHINSA_FIELD_TEXT, &confirmation->sentence },
    { "suggestion", SHINSA_FIELD_OBJECT, &confirmation->suggestion },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
read_reopening (JsonObject     *body,
                ReopeningBody  *reopening,
                GError        **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &reopening->application },
    { "confirmation", SHINSA_FIELD_HASH, &reopening->confirmation },
    { "reason", SHINSA_FIELD_TEXT, &reopening->reason },
    { "reference", SHINSA_FIELD_TEXT, &reopening->reference },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

/* Whether the arithmetic that is stated is what the rules give on a picture: only then can a third
 * party recompute it. */
static gboolean
is_suggestion_of (JsonObject        *stated,
                  const ShinsaRound *round,
                  const char        *application)
{
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, application);
  g_autoptr (JsonNode) given = shinsa_suggestion_to_json (suggestion);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  json_node_set_object (node, stated);
  first = shinsa_json_write (node);
  second = shinsa_json_write (given);

  return g_bytes_equal (first, second);
}

/* --- Proposals --- */

/* (element-type ShinsaWaiver) */
static GPtrArray *
read_waivers (JsonArray  *array,
              GError    **error)
{
  g_autoptr (GPtrArray) waivers = g_ptr_array_new_with_free_func (
    (GDestroyNotify) shinsa_waiver_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = shinsa_json_path ("", "waivers", i);
      JsonObject *object = shinsa_json_element_object (array, path, i, error);
      ShinsaWaiver *waiver = NULL;
      const char *reason = NULL;
      const char *requirement = NULL;
      const ShinsaField fields[] = {
        { "reason", SHINSA_FIELD_TEXT, &reason },
        { "requirement", SHINSA_FIELD_TEXT, &requirement },
      };

      if (object == NULL ||
          !shinsa_fields_read (object, path, fields, G_N_ELEMENTS (fields), error))
        return NULL;
      if (*reason == '\0')
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("Waiving the requirement “%s” needs a reason."), requirement);
          return NULL;
        }
      if (!g_hash_table_add (seen, (char *) requirement))
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("%s: “%s” is waived twice."), path, requirement);
          return NULL;
        }
      waiver = shinsa_waiver_new ();
      shinsa_set_string (&waiver->reason, reason);
      shinsa_set_string (&waiver->requirement, requirement);
      g_ptr_array_add (waivers, waiver);
    }

  return g_steal_pointer (&waivers);
}

static gboolean
insert_waivers (GPtrArray           *waivers,
                const ShinsaEffect  *effect,
                GError             **error)
{
  for (guint i = 0; i < waivers->len; i++)
    {
      const ShinsaWaiver *waiver = g_ptr_array_index (waivers, i);
      const ShinsaProposalWaiverRow row = { effect->seq, waiver->requirement, waiver->reason };

      if (!shinsa_proposal_waiver_insert (effect->store, effect->root, &row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
shinsa_apply_outcome_propose (const ShinsaEffect  *effect,
                              JsonObject          *body,
                              GError             **error)
{
  ProposalBody proposal = { 0 };
  ShinsaProposalRow row = { 0 };
  const char *suggested = NULL;
  g_autoptr (GPtrArray) waivers = NULL;

  if (!read_proposal (body, &proposal, error) ||
      !shinsa_json_opt_string (proposal.suggestion, "/suggestion", "outcome", &suggested, error) ||
      !(waivers = read_waivers (proposal.waivers, error)))
    return FALSE;
  row.seq = effect->seq;
  row.entry = effect->entry->hash;
  row.application = (char *) proposal.application;
  row.outcome = (char *) proposal.outcome;
  row.suggested = (char *) (suggested != NULL ? suggested : "");
  row.reason = (char *) proposal.reason;
  row.instructed_by = (char *) proposal.instructed_by;

  if (!shinsa_proposal_insert (effect->store, effect->root, &row, error) ||
      !insert_waivers (waivers, effect, error))
    return FALSE;
  shinsa_pictures_add_proposal (effect->pictures, &row, g_steal_pointer (&waivers));

  return TRUE;
}

gboolean
shinsa_authorise_outcome_propose (const ShinsaRound  *round,
                                  const char         *author,
                                  JsonObject         *body,
                                  GError            **error)
{
  ProposalBody proposal = { 0 };
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  g_autoptr (GPtrArray) waivers = NULL;

  if (!read_proposal (body, &proposal, error) ||
      !(waivers = read_waivers (proposal.waivers, error)))
    return FALSE;
  if (shinsa_round_dossier (round, proposal.application) == NULL ||
      shinsa_definition_outcome (round->definition, proposal.outcome) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” or no outcome “%s” in this round."),
                   proposal.application, proposal.outcome);
      return FALSE;
    }
  if (!shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, proposal.application))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("The paper review of this application is not closed yet. "
                             "Close it, then propose an outcome."));
      return FALSE;
    }
  if (shinsa_round_decision (round, proposal.application) == SHINSA_DECISION_CONFIRMED)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("The outcome of this application is confirmed. "
                             "The acting chair has to reopen it before another is proposed."));
      return FALSE;
    }
  if (!is_suggestion_of (proposal.suggestion, round, proposal.application))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("The reviews changed in the meantime. "
                             "Look at what the rules give now, and propose again."));
      return FALSE;
    }
  suggestion = shinsa_suggest (round, proposal.application);
  if (shinsa_suggestion_departs (suggestion, proposal.outcome) && *proposal.reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("This outcome departs from what the rules give. "
                             "Write the reason and it can be proposed."));
      return FALSE;
    }

  return TRUE;
}

/* --- Confirmations --- */

/* Whether something was said about the application's reviews, interests or proposal after the
 * place that the confirmation had seen. */
static gboolean
is_overtaken (const ShinsaRound *round,
              const char        *application,
              gint64             seen)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);

  if (proposal != NULL && proposal->seq > seen)
    return TRUE;
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->application, application) &&
          (review->admitted_seq > seen || (review->seq > seen && !review->late)))
        return TRUE;
    }
  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      if (g_str_equal (interest->application, application) &&
          (interest->declared_seq > seen || interest->ruled_seq > seen))
        return TRUE;
    }

  return FALSE;
}

/* Whether another review of somebody counts now: who heard the interview may have been put right
 * since. */
static gboolean
counts_otherwise (const ShinsaRound *now,
                  const ShinsaRound *seen,
                  const char        *application)
{
  for (guint i = 0; i < now->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (now->members, i);
      const ShinsaReview *one = shinsa_round_effective_review (now, application, member->id);
      const ShinsaReview *other = shinsa_round_effective_review (seen, application, member->id);

      if (g_strcmp0 (one != NULL ? one->entry : NULL, other != NULL ? other->entry : NULL) != 0)
        return TRUE;
    }

  return FALSE;
}

static char *
list_failing_checks (const ShinsaRound *round,
                     const char        *application)
{
  g_autoptr (GPtrArray) checklist = shinsa_checklist (round, application);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      if (!check->holds)
        g_ptr_array_add (words, (char *) shinsa_check_to_string (check->code));
    }
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

/* What a confirmation or a reopening is judged by. */
typedef struct {
  gint64             seq;    /* the place in the register that the author had seen */
  const ShinsaRound *seen;   /* the round as it was there */
  const ShinsaRound *now;    /* the round just before this takes effect */
} Sight;

/* Judges authority, quorum and checklist as the author saw them, and what came in between. */
static void
judge_confirmation (const Sight             *sight,
                    const char              *author,
                    const ConfirmationBody  *body,
                    const char             **state,
                    char                   **reason)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (sight->seen, body->application);
  const ShinsaProposal *proposal = shinsa_round_proposal (sight->now, body->application);

  *reason = NULL;
  if (chair == NULL || !g_str_equal (chair->id, author))
    {
      *state = "not authorised";
      *reason = g_strdup ("acting_chair");
      return;
    }
  if (shinsa_round_decision (sight->now, body->application) == SHINSA_DECISION_CONFIRMED)
    {
      *state = "overtaken";
      *reason = g_strdup ("confirmed");
      return;
    }
  if (proposal == NULL || !g_str_equal (proposal->entry, body->proposal) ||
      !g_str_equal (proposal->outcome, body->outcome) ||
      !is_suggestion_of (body->suggestion, sight->seen, body->application) ||
      is_overtaken (sight->now, body->application, sight->seq) ||
      counts_otherwise (sight->now, sight->seen, body->application))
    {
      *state = "overtaken";
      *reason = g_strdup ("changed");
      return;
    }
  *reason = list_failing_checks (sight->seen, body->application);
  *state = **reason == '\0' ? "holds" : "incomplete";
}

/* The place in the register that a submission had seen; 0 where this register has no such
 * entry. */
static gboolean
find_seen (const ShinsaEffect  *effect,
           gint64              *seq,
           GError             **error)
{
  g_autoptr (ShinsaEntryRow) seen = NULL;

  *seq = 0;
  if (effect->entry->seen == NULL)
    return TRUE;
  if (!shinsa_journal_lookup (effect->store, effect->entry->seen, &seen, error))
    return FALSE;
  if (seen != NULL && g_str_equal (seen->feed, effect->root))
    *seq = seen->seq;

  return TRUE;
}

static gboolean
load_sight (const ShinsaEffect  *effect,
            Sight               *sight,
            GError             **error)
{
  if (!find_seen (effect, &sight->seq, error))
    return FALSE;
  if (sight->seq == 0)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("This was written against a register that is not the desk's."));
      return FALSE;
    }

  return (sight->now = shinsa_pictures_now (effect->pictures, effect->seq, error)) != NULL &&
         (sight->seen = shinsa_pictures_seen (effect->pictures, sight->seq, error)) != NULL;
}

gboolean
shinsa_apply_decision_confirm (const ShinsaEffect  *effect,
                               JsonObject          *body,
                               GError             **error)
{
  ConfirmationBody confirmation = { 0 };
  Sight sight = { 0 };
  g_autofree char *reason = NULL;
  const char *state = NULL;
  ShinsaConfirmationRow row = { 0 };

  if (!read_confirmation (body, &confirmation, error) ||
      !load_sight (effect, &sight, error))
    return FALSE;
  judge_confirmation (&sight, effect->author, &confirmation, &state, &reason);
  row.seq = effect->seq;
  row.entry = effect->entry->hash;
  row.application = (char *) confirmation.application;
  row.member = (char *) effect->author;
  row.proposal = (char *) confirmation.proposal;
  row.outcome = (char *) confirmation.outcome;
  row.method = (char *) confirmation.method;
  row.sentence = (char *) confirmation.sentence;
  row.seen = sight.seq;
  row.state = (char *) state;
  row.reason = reason;

  if (!shinsa_confirmation_insert (effect->store, effect->root, &row, error))
    return FALSE;
  shinsa_pictures_add_confirmation (effect->pictures, &row);

  return TRUE;
}

static gboolean
check_chair (const ShinsaRound  *round,
             const char         *application,
             const char         *author,
             GError            **error)
{
  const ShinsaMember *chair = NULL;

  if (shinsa_round_dossier (round, application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), application);
      return FALSE;
    }
  chair = shinsa_meeting_acting_chair (round, application);
  if (chair != NULL && g_str_equal (chair->id, author))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       _("Only the acting chair of this application can do this. "
                         "Nothing was changed."));

  return FALSE;
}

gboolean
shinsa_authorise_decision_confirm (const ShinsaRound  *round,
                                   const char         *author,
                                   JsonObject         *body,
                                   GError            **error)
{
  ConfirmationBody confirmation = { 0 };
  const ShinsaProposal *proposal = NULL;
  g_autoptr (GPtrArray) checklist = NULL;

  if (!read_confirmation (body, &confirmation, error) ||
      !check_chair (round, confirmation.application, author, error))
    return FALSE;
  if (shinsa_round_decision (round, confirmation.application) == SHINSA_DECISION_CONFIRMED)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("The outcome of this application is confirmed already."));
      return FALSE;
    }
  checklist = shinsa_checklist (round, confirmation.application);
  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      if (!check->holds)
        {
          g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED, check->sentence);
          return FALSE;
        }
    }
  proposal = shinsa_round_proposal (round, confirmation.application);
  if (proposal != NULL && g_str_equal (proposal->entry, confirmation.proposal) &&
      is_suggestion_of (confirmation.suggestion, round, confirmation.application))
    return TRUE;
  if (shinsa_round_phase_is_open (round, SHINSA_PHASE_INTERVIEW, confirmation.application))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Reviews of the interview are not shown to the chair before it is "
                             "closed. The desk has to close it, then the outcome can be "
                             "confirmed."));
      return FALSE;
    }
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("Another outcome was proposed, or reviews changed, in the meantime. "
                         "Look at it and confirm again."));

  return FALSE;
}

/* --- Reopenings --- */

gboolean
shinsa_apply_decision_reopen (const ShinsaEffect  *effect,
                              JsonObject          *body,
                              GError             **error)
{
  ReopeningBody reopening = { 0 };
  Sight sight = { 0 };
  const ShinsaConfirmation *confirmation = NULL;
  const ShinsaMember *chair = NULL;
  gboolean holds = FALSE;
  ShinsaReopeningRow row = { 0 };

  if (!read_reopening (body, &reopening, error) || !load_sight (effect, &sight, error))
    return FALSE;
  chair = shinsa_meeting_acting_chair (sight.seen, reopening.application);
  confirmation = shinsa_round_confirmation (sight.now, reopening.application);
  holds = chair != NULL && g_str_equal (chair->id, effect->author) && confirmation != NULL &&
          g_str_equal (confirmation->entry, reopening.confirmation);
  row.seq = effect->seq;
  row.entry = effect->entry->hash;
  row.application = (char *) reopening.application;
  row.member = (char *) effect->author;
  row.confirmation = (char *) reopening.confirmation;
  row.reason = (char *) reopening.reason;
  row.reference = (char *) reopening.reference;
  row.state = (char *) (holds ? "holds" : "not authorised");

  return shinsa_reopening_insert (effect->store, effect->root, &row, error);
}

gboolean
shinsa_authorise_decision_reopen (const ShinsaRound  *round,
                                  const char         *author,
                                  JsonObject         *body,
                                  GError            **error)
{
  ReopeningBody reopening = { 0 };
  const ShinsaConfirmation *confirmation = NULL;

  if (!read_reopening (body, &reopening, error) ||
      !check_chair (round, reopening.application, author, error))
    return FALSE;
  confirmation = shinsa_round_confirmation (round, reopening.application);
  if (confirmation == NULL || !g_str_equal (confirmation->entry, reopening.confirmation))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("There is no confirmed outcome here to reopen."));
      return FALSE;
    }
  if (*reopening.reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Reopening an outcome needs a reason. Write it and try again."));
      return FALSE;
    }

  return TRUE;
}
