/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "entries/shinsa-field.h"
#include "entries/shinsa-picture-facts.h"
#include "entries/shinsa-review-body.h"
#include "entries/shinsa-review-rows.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"
#include "shinsa-review-tables.h"
#include "shinsa-round-tables.h"

/* Reviews: submitted by a member, entered by the desk, and late ones that are admitted. */

static const char * const sources[] = { "paper", "telephone", "voice", NULL };

/* Against the set it names a review can only be checked where that is the set of the round. */
static gboolean
check_scores (const ShinsaReview      *review,
              const ShinsaDefinition  *definition,
              GError                 **error)
{
  if (!g_str_equal (review->requirement_set, definition->requirement_set_hash))
    return TRUE;
  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (shinsa_definition_requirement (definition, score->requirement) == NULL)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("There is no requirement “%s” in this round."), score->requirement);
          return FALSE;
        }
      if (!isnan (score->level) && shinsa_definition_level (definition, score->level) == NULL)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("Level %g of “%s” is not on the scale of this round."), score->level,
                       score->requirement);
          return FALSE;
        }
    }
  if (!isnan (review->overall) && shinsa_definition_level (definition, review->overall) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("The overall judgement %g is not on the scale of this round."),
                   review->overall);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_late (const ShinsaEffect  *effect,
         const ShinsaReview  *review,
         gboolean            *late,
         GError             **error)
{
  g_autoptr (ShinsaRound) round = shinsa_round_new ();
  g_autoptr (GPtrArray) rows = shinsa_phase_change_list (effect->store, effect->root, effect->seq,
                                                         error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaPhaseChangeRow *row = g_ptr_array_index (rows, i);
      ShinsaPhaseChange *change = shinsa_phase_change_new ();

      change->seq = row->seq;
      shinsa_phase_from_string (row->phase, &change->phase);
      change->application = g_strdup (row->application);
      change->open = g_str_equal (row->state, "open");
      g_ptr_array_add (round->phase_changes, change);
    }
  *late = shinsa_round_is_late (round, review->phase, review->application);

  return TRUE;
}

/* What arrives after the outcome was confirmed waits as what is late does: a confirmed outcome is
 * reopened, and never recomputed in silence. */
static gboolean
is_frozen (const ShinsaEffect  *effect,
           const ShinsaReview  *review,
           gboolean            *frozen,
           GError             **error)
{
  g_autoptr (ShinsaRound) round = shinsa_round_new ();

  shinsa_set_string (&round->root, effect->root);
  if (!shinsa_picture_load_confirmations (round, effect->store, effect->seq, error))
    return FALSE;
  shinsa_round_settle_confirmations (round);
  *frozen = shinsa_round_confirmation (round, review->application) != NULL;

  return TRUE;
}

/* Asked before a review is written, and not where it takes effect: whatever it points at, the
 * levels were given. */
static gboolean
check_evidence (const ShinsaRound   *round,
                const ShinsaReview  *review,
                GError             **error)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, review->application);
  g_autofree char *problem = shinsa_evidence_problem (round->definition, review, dossier);

  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID, problem);

  return FALSE;
}

static gboolean
store_review (const ShinsaEffect  *effect,
              ShinsaReview        *review,
              const char          *member,
              GError             **error)
{
  if (!check_scores (review, effect->definition, error))
    return FALSE;
  review->seq = effect->seq;
  review->feed_seq = effect->entry->seq;
  shinsa_set_string (&review->entry, effect->entry->hash);
  shinsa_set_string (&review->feed, effect->entry->feed);
  shinsa_set_string (&review->at, effect->entry->at);
  shinsa_set_string (&review->member, member);

  return shinsa_review_store (review, effect->store, effect->root, error);
}

gboolean
shinsa_apply_review_submit (const ShinsaEffect  *effect,
                            JsonObject          *body,
                            GError             **error)
{
  g_autoptr (ShinsaReview) review = shinsa_review_read (body, "", error);
  gboolean late = FALSE;
  gboolean frozen = FALSE;

  if (review == NULL || !is_late (effect, review, &late, error) ||
      !is_frozen (effect, review, &frozen, error))
    return FALSE;
  review->late = late || frozen;

  return store_review (effect, review, effect->author, error);
}

static gboolean
check_not_confirmed (const ShinsaRound  *round,
                     const char         *application,
                     GError            **error)
{
  if (shinsa_round_decision (round, application) != SHINSA_DECISION_CONFIRMED)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("The outcome of this application is confirmed, so its reviews are frozen. "
                         "The acting chair can reopen it."));

  return FALSE;
}

static gboolean
check_interest (const ShinsaRound      *round,
                const char             *application,
                const char             *member,
                const ShinsaInterest  **interest,
                GError                **error)
{
  *interest = shinsa_round_interest (round, application, member);
  if (*interest == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no member “%s” or no application “%s” in this round."), member,
                   application);
      return FALSE;
    }

  switch ((*interest)->state)
    {
    case SHINSA_INTEREST_NONE:
    case SHINSA_INTEREST_ADMITTED:
      return TRUE;

    case SHINSA_INTEREST_RECUSED:
      if ((*interest)->requirements[0] != NULL)
        return TRUE;
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("The member is recused from this application. "
                             "Nothing can be scored in it."));
      return FALSE;

    case SHINSA_INTEREST_WAITING:
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("A declared interest in this application waits for the acting "
                             "chair's ruling. Until then nothing can be scored in it."));
      return FALSE;

    case SHINSA_INTEREST_UNDECLARED:
    default:
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Interests in this application are not declared yet. "
                             "Declare them first."));
      return FALSE;
    }
}

static gboolean
check_complete (const ShinsaRound     *round,
                const ShinsaReview    *review,
                const ShinsaInterest  *interest,
                GError               **error)
{
  const char * const *recused = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (interest->state == SHINSA_INTEREST_RECUSED)
    recused = (const char * const *) interest->requirements;
  problems = shinsa_review_problems (round->definition, review, recused);
  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       ((ShinsaReviewProblem *) g_ptr_array_index (problems, 0))->sentence);

  return FALSE;
}

/* After the interview a level that differs from the own paper level needs a reason. */
static gboolean
check_revision (const ShinsaRound   *round,
                const ShinsaReview  *review,
                const char          *member,
                GError             **error)
{
  const ShinsaReview *paper = NULL;

  if (review->phase != SHINSA_PHASE_INTERVIEW || *review->revision != '\0')
    return TRUE;
  paper = shinsa_round_review (round, review->application, member, SHINSA_PHASE_PAPER);
  if (paper == NULL || !shinsa_levels_were_revised (paper, review))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("Levels differ from the paper review. "
                         "Say why they were revised and the review can be submitted."));

  return FALSE;
}

gboolean
shinsa_authorise_review_submit (const ShinsaRound  *round,
                                const char         *author,
                                JsonObject         *body,
                                GError            **error)
{
  g_autoptr (ShinsaReview) review = shinsa_review_read (body, "", error);
  const ShinsaInterest *interest = NULL;
  const ShinsaMember *member = shinsa_round_member (round, author);

  if (review == NULL || !check_scores (review, round->definition, error) ||
      !check_interest (round, review->application, author, &interest, error) ||
      !check_evidence (round, review, error) ||
      !check_not_confirmed (round, review->application, error))
    return FALSE;
  if (member == NULL || !member->scores)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("This person does not score in this round."));
      return FALSE;
    }
  if (shinsa_round_dossier (round, review->application)->withdrawn)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("This application is withdrawn. It is kept to be read, "
                             "and nothing can be scored in it."));
      return FALSE;
    }

  return review->abstained || (check_complete (round, review, interest, error) &&
                               check_revision (round, review, author, error));
}

typedef struct {
  const char *application;
  const char *instructed_by;
  const char *reason;
  const char *submission;
} AdmissionBody;

static gboolean
read_admission (JsonObject     *body,
                AdmissionBody  *admission,
                GError        **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &admission->application },
    { "instructed_by", SHINSA_FIELD_TEXT, &admission->instructed_by },
    { "reason", SHINSA_FIELD_TEXT, &admission->reason },
    { "submission", SHINSA_FIELD_HASH, &admission->submission },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

gboolean
shinsa_apply_submission_admit (const ShinsaEffect  *effect,
                               JsonObject          *body,
                               GError             **error)
{
  AdmissionBody admission = { 0 };
  ShinsaAdmissionRow row = { 0 };

  if (!read_admission (body, &admission, error))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) admission.application;
  row.entry = (char *) admission.submission;
  row.reason = (char *) admission.reason;
  row.instructed_by = (char *) admission.instructed_by;

  return shinsa_admission_insert (effect->store, effect->root, &row, error);
}

static const ShinsaReview *
find_awaiting (const ShinsaRound    *round,
               const AdmissionBody  *admission,
               GError              **error)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->entry, admission->submission) &&
          g_str_equal (review->application, admission->application) &&
          shinsa_review_awaits_admission (review))
        return review;
    }
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                       _("There is no review here that waits to be admitted. "
                         "Nothing was changed."));

  return NULL;
}

/* What was revised without hearing the whole interview is for the acting chair to admit. */
static gboolean
check_chair_admits (const ShinsaRound    *round,
                    const ShinsaReview   *review,
                    const AdmissionBody  *admission,
                    GError              **error)
{
  const ShinsaMember *chair = shinsa_meeting_admits (round, review->application,
                                                     review->member);

  if (chair != NULL && g_str_equal (chair->id, admission->instructed_by))
    return TRUE;
  if (g_str_equal (review->member, admission->instructed_by))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Nobody admits a revision of their own. "
                             "The next person in the acting order has to decide."));
      return FALSE;
    }
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       _("Only the acting chair of an application admits a revision by a member "
                         "who did not hear the whole interview. Nothing was changed."));

  return FALSE;
}

gboolean
shinsa_authorise_submission_admit (const ShinsaRound  *round,
                                   const char         *author,
                                   JsonObject         *body,
                                   GError            **error)
{
  AdmissionBody admission = { 0 };
  const ShinsaReview *review = NULL;

  if (!read_admission (body, &admission, error) ||
      !check_not_confirmed (round, admission.application, error) ||
      !(review = find_awaiting (round, &admission, error)))
    return FALSE;
  if (*admission.reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Admitting a review needs a reason. Write it and try again."));
      return FALSE;
    }

  return !shinsa_review_was_revised_unheard (round, review) ||
         check_chair_admits (round, review, &admission, error);
}

typedef struct {
  const char *application;
  const char *instructed_by;
  const char *member;
  gboolean    read_back;
  const char *reason;
  JsonObject *review;
  const char *source;
} EnteredBody;

static ShinsaReview *
read_entered (JsonObject   *body,
              EnteredBody  *entered,
              GError      **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &entered->application },
    { "instructed_by", SHINSA_FIELD_TEXT, &entered->instructed_by },
    { "member", SHINSA_FIELD_TEXT, &entered->member },
    { "read_back", SHINSA_FIELD_BOOLEAN, &entered->read_back },
    { "reason", SHINSA_FIELD_TEXT, &entered->reason },
    { "review", SHINSA_FIELD_OBJECT, &entered->review },
    { "source", SHINSA_FIELD_WORD, &entered->source, sources },
  };
  g_autoptr (ShinsaReview) review = NULL;

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error) ||
      !(review = shinsa_review_read (entered->review, "/review", error)))
    return NULL;
  if (!g_str_equal (review->application, entered->application))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("/review/application: this is another application than the "
                             "entry's."));
      return NULL;
    }
  shinsa_set_string (&review->source, entered->source);

  return g_steal_pointer (&review);
}

/* What the desk enters is never late: the desk knew the phase when it wrote the act. */
gboolean
shinsa_apply_submission_enter (const ShinsaEffect  *effect,
                               JsonObject          *body,
                               GError             **error)
{
  EnteredBody entered = { 0 };
  g_autoptr (ShinsaReview) review = read_entered (body, &entered, error);

  return review != NULL && store_review (effect, review, entered.member, error);
}

gboolean
shinsa_authorise_submission_enter (const ShinsaRound  *round,
                                   const char         *author,
                                   JsonObject         *body,
                                   GError            **error)
{
  EnteredBody entered = { 0 };
  g_autoptr (ShinsaReview) review = read_entered (body, &entered, error);
  const ShinsaInterest *interest = NULL;
  const ShinsaReview *standing = NULL;
  gboolean over_own = FALSE;

  if (review == NULL || !check_scores (review, round->definition, error) ||
      !check_interest (round, entered.application, entered.member, &interest, error) ||
      !check_evidence (round, review, error) ||
      !check_not_confirmed (round, entered.application, error))
    return FALSE;
  standing = shinsa_round_review (round, entered.application, entered.member, review->phase);
  over_own = standing != NULL && g_str_equal (standing->source, "own");
  if (*entered.reason == '\0' &&
      (over_own || !shinsa_round_phase_is_open (round, review->phase, entered.application)))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Entering a review over the member's own, or while the phase is not "
                             "open, needs a reason. Write it and try again."));
      return FALSE;
    }

  /* A part of a review would take the place of the one that counts, and levels be lost. */
  return standing == NULL || review->abstained ||
         check_complete (round, review, interest, error);
}
