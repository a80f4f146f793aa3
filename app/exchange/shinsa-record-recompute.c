/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "entries/shinsa-review-body.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-numbers-json.h"
#include "exchange/shinsa-record.h"
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
  ShinsaRound               *round;
} Recompute;

/* --- The committee --- */

static gboolean
add_member (Recompute   *self,
            JsonObject  *object,
            const char  *path,
            GError     **error)
{
  g_autoptr (ShinsaMember) member = shinsa_member_new ();
  const char *id = shinsa_json_get_string (object, path, "id", error);
  const char *role = id != NULL ? shinsa_json_get_string (object, path, "role", error) : NULL;

  if (role == NULL ||
      !shinsa_json_get_boolean (object, path, "scores", &member->scores, error) ||
      !shinsa_json_only_members (object, path, error, "acting_order", "id", "role", "scores", NULL))
    return FALSE;
  shinsa_set_string (&member->id, id);
  shinsa_set_string (&member->role, role);
  g_ptr_array_add (self->round->members, g_steal_pointer (&member));
  return TRUE;
}

typedef gboolean (*WithElement) (Recompute   *self,
                                 JsonObject  *object,
                                 const char  *path,
                                 GError     **error);

static gboolean
with_elements (Recompute    *self,
               JsonObject   *object,
               const char   *path,
               const char   *member,
               WithElement   with,
               GError      **error)
{
  JsonArray *array = shinsa_json_get_array (object, path, member, error);
  g_autofree char *list = shinsa_json_path (path, member, -1);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", list, i);
      JsonObject *element = shinsa_json_element_object (array, list, i, error);

      if (element == NULL || !with (self, element, place, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Interests --- */

static gboolean
read_codes (JsonObject   *object,
            const char   *path,
            GStrv        *codes,
            GError      **error)
{
  JsonArray *array = shinsa_json_get_array (object, path, "requirements", error);
  g_autofree char *list = shinsa_json_path (path, "requirements", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *code = shinsa_json_element_string (array, list, i, error);

      if (code == NULL)
        return FALSE;
      g_strv_builder_add (builder, code);
    }
  *codes = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
add_interest (Recompute   *self,
              JsonObject  *object,
              const char  *path,
              GError     **error)
{
  const char *declared;
  const char *member;
  const char *word;
  ShinsaInterestState state;
  g_auto (GStrv) codes = NULL;

  if (!(declared = shinsa_json_get_string (object, path, "declared", error)) ||
      !(member = shinsa_json_get_string (object, path, "member", error)) ||
      !(word = shinsa_json_get_string (object, path, "state", error)) ||
      !read_codes (object, path, &codes, error) ||
      !shinsa_json_only_members (object, path, error, "declared", "member", "requirements",
                                 "ruled_by", "state", NULL))
    return FALSE;
  if (!shinsa_interest_state_from_string (word, &state))
    return shinsa_record_refuse (error, path, _("there is no such state of an interest."));

  if (!g_str_equal (declared, "undeclared"))
    shinsa_round_add_declaration (self->round, self->id, member, declared,
                                  (const char * const *) codes, "", SEQ_DECLARED);
  if (state == SHINSA_INTEREST_RECUSED || state == SHINSA_INTEREST_ADMITTED)
    shinsa_round_add_ruling (self->round, self->id, member, state == SHINSA_INTEREST_RECUSED,
                             (const char * const *) codes, "", "", SEQ_RULED);
  return TRUE;
}

static gboolean
check_interest (Recompute   *self,
                JsonObject  *object,
                const char  *path,
                GError     **error)
{
  const char *member = json_object_get_string_member (object, "member");
  const char *state = json_object_get_string_member (object, "state");
  const ShinsaInterest *interest = shinsa_round_interest (self->round, self->id, member);

  /* Who does not take part any more is not in the committee. */
  if (interest == NULL || g_str_equal (shinsa_interest_state_to_string (interest->state), state))
    return TRUE;
  return shinsa_record_refuse (error, path, _("the state does not go with what was declared."));
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
    if (json_object_has_member (object, said[i]))
      json_object_set_member (body, said[i],
                              json_node_copy (json_object_get_member (object, said[i])));
  json_object_set_string_member (body, "application", self->id);
  json_object_set_array_member (body, "notes", json_array_new ());
  return shinsa_review_read (body, path, error);
}

static gboolean
add_review (Recompute   *self,
            JsonObject  *object,
            const char  *path,
            GError     **error)
{
  g_autoptr (ShinsaReview) review = read_said (self, object, path, error);
  const char *admitted;
  const char *member;

  if (review == NULL ||
      !(admitted = shinsa_json_get_string (object, path, "admitted_reason", error)) ||
      !(member = shinsa_json_get_string (object, path, "member", error)) ||
      !shinsa_json_get_boolean (object, path, "late", &review->late, error) ||
      !shinsa_json_get_int (object, path, "seq", 1, G_MAXINT32, &review->seq, error) ||
      !shinsa_json_only_members (object, path, error, "abstained", "admitted_reason", "at",
                                 "entry", "growth", "late", "member", "overall", "phase",
                                 "questions", "remarks", "requirement_set", "revision", "scores",
                                 "seq", "source", "status", "strong", "weak", NULL))
    return FALSE;
  shinsa_set_string (&review->member, member);
  if (review->late && *admitted != '\0')
    review->admitted_seq = review->seq;
  g_ptr_array_add (self->round->reviews, g_steal_pointer (&review));
  return TRUE;
}

static void
open_phase (ShinsaRound *round,
            ShinsaPhase  phase)
{
  ShinsaPhaseChange *change = shinsa_phase_change_new ();

  change->seq = SEQ_OPENED;
  change->phase = phase;
  change->open = TRUE;
  g_ptr_array_add (round->phase_changes, change);
}

/* Whether the register alone could tell one from the other. */
static gboolean
is_alike (ShinsaReviewStatus status)
{
  return status == SHINSA_REVIEW_COUNTS || status == SHINSA_REVIEW_REPLACED ||
         status == SHINSA_REVIEW_WAITING;
}

static gboolean
check_counting (const ShinsaRound  *round,
                const ShinsaReview *review)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *other = g_ptr_array_index (round->reviews, i);

      if (other == review)
        return TRUE;
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
  g_autofree char *path = g_strdup_printf ("%s/reviews/%u", self->path, index);
  JsonArray *array = json_object_get_array_member (self->application, "reviews");
  ShinsaReview *review = g_ptr_array_index (self->round->reviews, index);
  const char *word = shinsa_json_get_string (json_array_get_object_element (array, index), path,
                                             "status", error);
  g_autofree char *place = shinsa_json_path (path, "status", -1);
  ShinsaReviewStatus status;

  if (word == NULL)
    return FALSE;
  if (!shinsa_review_status_from_string (word, &status) ||
      (status != review->status && !(is_alike (status) && is_alike (review->status))))
    return shinsa_record_refuse (error, place,
                                 _("this is not what the review is worth by what else is told."));
  review->status = status;
  if (status == SHINSA_REVIEW_COUNTS && !check_counting (self->round, review))
    return shinsa_record_refuse (error, place, _("another review of this member counts, too."));
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
  JsonObject *aggregates;

  paper = shinsa_aggregate_application (self->round, self->id, SHINSA_BASIS_PAPER);
  decision = shinsa_aggregate_application (self->round, self->id, SHINSA_BASIS_DECISION);
  paper_node = shinsa_aggregates_to_json (paper);
  decision_node = shinsa_aggregates_to_json (decision);
  growth_node = shinsa_growth_to_json (shinsa_growth_count (self->round, self->id,
                                                            SHINSA_BASIS_DECISION));
  suggestion_node = shinsa_suggestion_to_json (suggestion);
  aggregates = shinsa_json_get_object (self->application, self->path, "aggregates", error);
  return aggregates != NULL &&
         shinsa_record_compare_member (aggregates, path, "paper", paper_node, error) &&
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
  ShinsaDossier *dossier = shinsa_dossier_new ();

  shinsa_set_string (&dossier->id, self->id);
  g_ptr_array_add (self->round->dossiers, dossier);
  self->round->definition = shinsa_definition_ref (self->reading->definition);
  open_phase (self->round, SHINSA_PHASE_PAPER);
  open_phase (self->round, SHINSA_PHASE_INTERVIEW);
  if (!with_elements (self, self->reading->record, "", "committee", add_member, error) ||
      !with_elements (self, self->application, self->path, "interests", add_interest, error) ||
      !with_elements (self, self->application, self->path, "reviews", add_review, error))
    return FALSE;
  shinsa_round_settle (self->round);
  if (!with_elements (self, self->application, self->path, "interests", check_interest, error))
    return FALSE;
  for (guint i = 0; i < self->round->reviews->len; i++)
    if (!take_status (self, i, error))
      return FALSE;
  shinsa_round_index_reviews (self->round);
  return compare_numbers (self, error);
}

/* Refuses the first number of an application in the committee's record that its reviews do not
 * give. */
gboolean
shinsa_record_recompute (const ShinsaRecordReading  *reading,
                         JsonObject                 *application,
                         const char                 *path,
                         GError                    **error)
{
  Recompute self = { reading, application, path };
  gboolean done;

  self.id = shinsa_json_get_string (application, path, "id", error);
  if (self.id == NULL)
    return FALSE;
  self.round = shinsa_round_new ();
  done = recompute (&self, error);
  shinsa_round_unref (self.round);
  return done;
}
