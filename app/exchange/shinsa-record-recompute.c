/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "entries/shinsa-review-body.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-suggestion.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* The committee's record has no register. What its reviews are worth is looked at as far as that
 * shows; from there on everything is computed again. */

/* Places in a register that nobody has: first all declare, then all are ruled on. */
#define SEQ_OPENED   1
#define SEQ_DECLARED 2
#define SEQ_RULED    3

typedef struct {
  const ShinsaRecordReading *reading;
  JsonObject                *application;
  const char                *path;
  const char                *id;
  JsonArray                 *interests;
  JsonArray                 *reviews;
  ShinsaRound               *round;
} Recompute;

static void
add_members (Recompute *self)
{
  JsonArray *committee = json_object_get_array_member (self->reading->record, "committee");

  for (guint i = 0; i < json_array_get_length (committee); i++)
    {
      JsonObject *object = json_array_get_object_element (committee, i);
      ShinsaMember *member = shinsa_member_new ();

      member->scores = json_object_get_boolean_member (object, "scores");
      shinsa_set_string (&member->id, json_object_get_string_member (object, "id"));
      shinsa_set_string (&member->role, json_object_get_string_member (object, "role"));
      g_ptr_array_add (self->round->members, member);
    }
}

static void
add_dossier (Recompute *self)
{
  ShinsaDossier *dossier = shinsa_dossier_new ();

  shinsa_set_string (&dossier->id, self->id);
  g_ptr_array_add (self->round->dossiers, dossier);
}

static void
add_phase (Recompute   *self,
           ShinsaPhase  phase)
{
  ShinsaPhaseChange *change = shinsa_phase_change_new ();

  change->seq = SEQ_OPENED;
  change->phase = phase;
  change->open = TRUE;
  g_ptr_array_add (self->round->phase_changes, change);
}

/* --- Interests --- */

static GStrv
read_codes (JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
add_interests (Recompute *self)
{
  for (guint i = 0; i < json_array_get_length (self->interests); i++)
    {
      JsonObject *object = json_array_get_object_element (self->interests, i);
      const char *declared = json_object_get_string_member (object, "declared");
      const char *member = json_object_get_string_member (object, "member");
      const char *state = json_object_get_string_member (object, "state");
      gboolean recused = g_str_equal (state, "recused");
      g_auto (GStrv) codes = NULL;

      codes = read_codes (json_object_get_array_member (object, "requirements"));
      if (!g_str_equal (declared, "undeclared"))
        shinsa_round_add_declaration (self->round, self->id, member, declared,
                                      (const char * const *) codes, "", SEQ_DECLARED);
      if (recused || g_str_equal (state, "admitted"))
        shinsa_round_add_ruling (self->round, self->id, member, recused,
                                 (const char * const *) codes, "", "", SEQ_RULED);
    }
}

static gboolean
check_interests (Recompute  *self,
                 GError    **error)
{
  for (guint i = 0; i < json_array_get_length (self->interests); i++)
    {
      JsonObject *object = json_array_get_object_element (self->interests, i);
      g_autofree char *path = g_strdup_printf ("%s/interests/%u/state", self->path, i);
      const char *state = json_object_get_string_member (object, "state");
      const ShinsaInterest *interest;

      interest = shinsa_round_interest (self->round, self->id,
                                        json_object_get_string_member (object, "member"));
      /* Who does not take part any more is not in the committee. */
      if (interest != NULL &&
          !g_str_equal (shinsa_interest_state_to_string (interest->state), state))
        return shinsa_record_refuse (error, path, _("this does not go with what was declared."));
    }
  return TRUE;
}

/* --- Reviews --- */

/* The review as its author wrote it; what the desk added to it is not in a body. */
static ShinsaReview *
read_said (Recompute   *self,
           JsonObject  *object,
           const char  *path,
           GError     **error)
{
  static const char * const said[] = {
    "abstained", "growth", "overall", "phase", "questions", "remarks", "requirement_set",
    "revision", "scores", "strong", "weak"
  };
  g_autoptr (JsonObject) body = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    json_object_set_member (body, said[i],
                            json_node_copy (json_object_get_member (object, said[i])));
  json_object_set_string_member (body, "application", self->id);
  json_object_set_array_member (body, "notes", json_array_new ());
  return shinsa_review_read (body, path, error);
}

static gboolean
add_reviews (Recompute  *self,
             GError    **error)
{
  for (guint i = 0; i < json_array_get_length (self->reviews); i++)
    {
      JsonObject *object = json_array_get_object_element (self->reviews, i);
      const char *admitted = json_object_get_string_member (object, "admitted_reason");
      g_autofree char *path = g_strdup_printf ("%s/reviews/%u", self->path, i);
      ShinsaReview *review = read_said (self, object, path, error);

      if (review == NULL)
        return FALSE;
      shinsa_set_string (&review->member, json_object_get_string_member (object, "member"));
      review->seq = json_object_get_int_member (object, "seq");
      review->late = json_object_get_boolean_member (object, "late");
      if (*admitted != '\0')
        review->admitted_seq = review->seq;
      g_ptr_array_add (self->round->reviews, review);
    }
  return TRUE;
}

/* How much each member heard, as the record tells it. */
static void
add_interview (Recompute *self)
{
  JsonObject *interview;
  JsonArray *rows;

  if (!json_object_has_member (self->application, "interview"))
    return;
  interview = json_object_get_object_member (self->application, "interview");
  rows = json_object_get_array_member (interview, "heard");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autoptr (ShinsaInterviewEvent) event = shinsa_interview_event_new ();

      event->event = SHINSA_INTERVIEW_HEARD;
      shinsa_set_string (&event->application, self->id);
      shinsa_set_string (&event->member, json_object_get_string_member (row, "member"));
      if (shinsa_heard_from_string (json_object_get_string_member (row, "heard"), &event->heard))
        g_ptr_array_add (self->round->interview_events, g_steal_pointer (&event));
    }
}

/* Whether only the register could tell one from the other. */
static gboolean
is_alike (ShinsaReviewStatus status)
{
  return status == SHINSA_REVIEW_COUNTS || status == SHINSA_REVIEW_REPLACED ||
         status == SHINSA_REVIEW_WAITING;
}

static gboolean
is_first_counting (const ShinsaRound *round,
                   guint              index)
{
  const ShinsaReview *review = g_ptr_array_index (round->reviews, index);

  for (guint i = 0; i < index; i++)
    {
      const ShinsaReview *other = g_ptr_array_index (round->reviews, i);

      if (other->status == SHINSA_REVIEW_COUNTS && other->phase == review->phase &&
          g_str_equal (other->member, review->member))
        return FALSE;
    }
  return TRUE;
}

/* Takes the status that the record tells, where the rest of the record does not speak against it.
 * Which of two reviews counts may rest on when one was admitted, which is not told here. */
static gboolean
take_status (Recompute  *self,
             guint       index,
             GError    **error)
{
  g_autofree char *path = g_strdup_printf ("%s/reviews/%u/status", self->path, index);
  JsonObject *object = json_array_get_object_element (self->reviews, index);
  ShinsaReview *review = g_ptr_array_index (self->round->reviews, index);
  ShinsaReviewStatus status = SHINSA_REVIEW_PENDING;

  shinsa_review_status_from_string (json_object_get_string_member (object, "status"), &status);
  if (status != review->status && !(is_alike (status) && is_alike (review->status)))
    return shinsa_record_refuse (error, path,
                                 _("this is not what the review is worth by what else is told."));
  review->status = status;
  if (status == SHINSA_REVIEW_COUNTS && !is_first_counting (self->round, index))
    return shinsa_record_refuse (error, path, _("another review of this member counts, too."));
  return TRUE;
}

/* What a review of the interview is worth depends on which paper review counts. */
static gboolean
take_statuses (Recompute    *self,
               ShinsaPhase   phase,
               GError      **error)
{
  shinsa_round_settle_phase (self->round, phase);
  for (guint i = 0; i < self->round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (self->round->reviews, i);

      if (review->phase == phase && !take_status (self, i, error))
        return FALSE;
    }
  shinsa_round_index_reviews (self->round);
  return TRUE;
}

/* --- Numbers --- */

static gboolean
compare_numbers (Recompute  *self,
                 GError    **error)
{
  g_autofree char *path = shinsa_json_path (self->path, "aggregates", -1);
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) decision = NULL;
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (self->round, self->id);
  g_autoptr (JsonNode) paper_node = NULL;
  g_autoptr (JsonNode) decision_node = NULL;
  g_autoptr (JsonNode) growth_node = NULL;
  g_autoptr (JsonNode) suggestion_node = NULL;
  JsonObject *aggregates = json_object_get_object_member (self->application, "aggregates");

  paper = shinsa_aggregate_application (self->round, self->id, SHINSA_BASIS_PAPER);
  decision = shinsa_aggregate_application (self->round, self->id, SHINSA_BASIS_DECISION);
  paper_node = shinsa_aggregates_to_json (paper);
  decision_node = shinsa_aggregates_to_json (decision);
  growth_node = shinsa_growth_to_json (shinsa_growth_count (self->round, self->id,
                                                            SHINSA_BASIS_DECISION));
  suggestion_node = shinsa_suggestion_to_json (suggestion);
  return shinsa_record_compare_member (aggregates, path, "paper", paper_node, error) &&
         shinsa_record_compare_member (aggregates, path, "decision", decision_node, error) &&
         shinsa_record_compare_member (self->application, self->path, "growth", growth_node,
                                       error) &&
         shinsa_record_compare_member (self->application, self->path, "suggestion",
                                       suggestion_node, error);
}

static gboolean
recompute (Recompute  *self,
           GError    **error)
{
  self->round->definition = shinsa_definition_ref (self->reading->definition);
  add_members (self);
  add_dossier (self);
  add_phase (self, SHINSA_PHASE_PAPER);
  add_phase (self, SHINSA_PHASE_INTERVIEW);
  add_interests (self);
  add_interview (self);
  if (!add_reviews (self, error))
    return FALSE;
  shinsa_round_settle (self->round);
  return check_interests (self, error) &&
         take_statuses (self, SHINSA_PHASE_PAPER, error) &&
         take_statuses (self, SHINSA_PHASE_INTERVIEW, error) &&
         compare_numbers (self, error);
}

/* Refuses the first number of an application in the committee's record, whose form is right, that
 * its reviews do not give. */
gboolean
shinsa_record_recompute (const ShinsaRecordReading  *reading,
                         JsonObject                 *application,
                         const char                 *path,
                         GError                    **error)
{
  Recompute self = { reading, application, path };
  gboolean done;

  self.id = json_object_get_string_member (application, "id");
  self.interests = json_object_get_array_member (application, "interests");
  self.reviews = json_object_get_array_member (application, "reviews");
  self.round = shinsa_round_new ();
  done = recompute (&self, error);
  shinsa_round_unref (self.round);
  return done;
}
