/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-statements.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-review-body.h"
#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-words.h"

static JsonNode *
take_body (JsonObject *body)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, body);

  return node;
}

static void
set_text (JsonObject *body,
          const char *member,
          const char *text)
{
  json_object_set_string_member (body, member, text != NULL ? text : "");
}

static void
set_text_or_null (JsonObject *body,
                  const char *member,
                  const char *text)
{
  if (text != NULL)
    json_object_set_string_member (body, member, text);
  else
    json_object_set_null_member (body, member);
}

static void
set_words (JsonObject         *body,
           const char         *member,
           const char * const *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  json_object_set_array_member (body, member, array);
}

/**
 * shinsa_state_feed_open:
 * @member: id of the member whose computer this is
 * @device: (nullable): a name for the computer
 *
 * Returns: (transfer full): the body of feed.open, which also confirms confidentiality
 */
JsonNode *
shinsa_state_feed_open (const char *member,
                        const char *device)
{
  JsonObject *body = json_object_new ();

  json_object_set_boolean_member (body, "confidentiality", TRUE);
  json_object_set_null_member (body, "continues");
  set_text (body, "device", device);
  set_text (body, "member", member);

  return take_body (body);
}

/**
 * shinsa_state_interest:
 * @application: id of the application
 * @kind: "none", "possible" or a kind of interest
 * @requirements: (nullable): codes that the interest is limited to; %NULL or empty for all
 * @reason: (nullable): explanation
 *
 * Returns: (transfer full): the body of interest.declare
 */
JsonNode *
shinsa_state_interest (const char         *application,
                       const char         *kind,
                       const char * const *requirements,
                       const char         *reason)
{
  JsonObject *body = json_object_new ();

  set_text (body, "application", application);
  set_text (body, "interest", kind);
  set_text (body, "reason", reason);
  set_words (body, "requirements", requirements);

  return take_body (body);
}

/**
 * shinsa_state_ruling:
 * @application: id of the application
 * @member: whom it is about
 * @recuse: whether the member takes no part, or may with a reason
 * @requirements: (nullable): codes that the recusal is limited to; %NULL or empty for all
 * @instructed_by: id of the acting chair who rules
 * @reason: why
 *
 * Returns: (transfer full): the body of interest.rule
 */
JsonNode *
shinsa_state_ruling (const char         *application,
                     const char         *member,
                     gboolean            recuse,
                     const char * const *requirements,
                     const char         *instructed_by,
                     const char         *reason)
{
  JsonObject *body = json_object_new ();

  set_text (body, "application", application);
  set_text (body, "instructed_by", instructed_by);
  set_text (body, "member", member);
  set_text (body, "reason", reason);
  set_words (body, "requirements", requirements);
  set_text (body, "ruling", recuse ? "recuse" : "admit");

  return take_body (body);
}

/**
 * shinsa_state_phase:
 * @phase: which phase
 * @application: (nullable): id of one application; %NULL for all
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the body of phase.open and phase.close
 */
JsonNode *
shinsa_state_phase (ShinsaPhase  phase,
                    const char  *application,
                    const char  *reason)
{
  JsonObject *body = json_object_new ();

  set_text_or_null (body, "application", application);
  set_text (body, "phase", shinsa_phase_to_string (phase));
  set_text (body, "reason", reason);

  return take_body (body);
}

/**
 * shinsa_state_feed:
 * @feed: public key of a feed, hex
 * @member: whose feed it is
 * @state: accepted, lost or held
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the body of feed.set
 */
JsonNode *
shinsa_state_feed (const char      *feed,
                   const char      *member,
                   ShinsaFeedState  state,
                   const char      *reason)
{
  JsonObject *body = json_object_new ();

  set_text (body, "feed", feed);
  set_text (body, "member", member);
  set_text (body, "reason", reason);
  set_text (body, "state", shinsa_feed_state_to_string (state));

  return take_body (body);
}

/**
 * shinsa_state_admission:
 * @application: id of the application
 * @submission: hash of the late submission, hex
 * @instructed_by: (nullable): on whose instruction
 * @reason: why
 *
 * Returns: (transfer full): the body of submission.admit
 */
JsonNode *
shinsa_state_admission (const char *application,
                        const char *submission,
                        const char *instructed_by,
                        const char *reason)
{
  JsonObject *body = json_object_new ();

  set_text (body, "application", application);
  set_text (body, "instructed_by", instructed_by);
  set_text (body, "reason", reason);
  set_text (body, "submission", submission);

  return take_body (body);
}

/**
 * shinsa_state_entered:
 * @review: what the desk was given, with its member and application
 * @definition: the definition of the round
 * @source: "paper", "voice" or "telephone"
 * @instructed_by: (nullable): on whose instruction
 * @reason: (nullable): why, where the round asks for one
 *
 * Whoever writes this has read it back to the member.
 *
 * Returns: (transfer full): the body of submission.enter
 */
JsonNode *
shinsa_state_entered (const ShinsaReview     *review,
                      const ShinsaDefinition *definition,
                      const char             *source,
                      const char             *instructed_by,
                      const char             *reason)
{
  JsonObject *body = json_object_new ();

  set_text (body, "application", review->application);
  set_text (body, "instructed_by", instructed_by);
  set_text (body, "member", review->member);
  json_object_set_boolean_member (body, "read_back", TRUE);
  set_text (body, "reason", reason);
  json_object_set_member (body, "review", shinsa_review_write (review, definition));
  set_text (body, "source", source);

  return take_body (body);
}

/**
 * shinsa_state_question:
 * @question: a question with its number, member, state and words
 *
 * Returns: (transfer full): the body of question.set
 */
JsonNode *
shinsa_state_question (const ShinsaQuestion *question)
{
  JsonObject *body = json_object_new ();

  set_text (body, "answer", question->answer);
  set_text (body, "application", question->application);
  set_text (body, "member", question->member);
  set_text (body, "question", question->question);
  set_text (body, "state", question->state);
  set_text (body, "text", question->text);

  return take_body (body);
}

/**
 * shinsa_state_attendance:
 * @application: (nullable): id of one application; %NULL for the meeting
 * @member: id of the member
 * @state: where they are
 *
 * Returns: (transfer full): the body of attendance.set
 */
JsonNode *
shinsa_state_attendance (const char            *application,
                         const char            *member,
                         ShinsaAttendanceState  state)
{
  JsonObject *body = json_object_new ();

  set_text_or_null (body, "application", application);
  set_text (body, "member", member);
  set_text (body, "state", shinsa_attendance_to_string (state));

  return take_body (body);
}

/* The body of interview.record: what an event does not speak of is "" or 0. */
static JsonNode *
state_interview (const ShinsaInterviewEvent *event)
{
  JsonObject *body = json_object_new ();
  const char *heard = NULL;

  if (event->heard != SHINSA_HEARD_UNKNOWN)
    heard = shinsa_heard_to_string (event->heard);
  set_text (body, "application", event->application);
  set_text (body, "event", shinsa_interview_event_to_string (event->event));
  set_text (body, "heard", heard);
  set_text (body, "instructed_by", event->instructed_by);
  set_text (body, "member", event->member);
  json_object_set_int_member (body, "minutes", event->minutes);
  set_text (body, "segment", event->segment);
  set_text (body, "text", event->text);

  return take_body (body);
}

/**
 * shinsa_state_interview_start:
 * @application: id of the application
 * @segment: (nullable): code of the segment that begins, the first unless the interview is
 *   resumed; %NULL where the round has none
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_start (const char *application,
                              const char *segment)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_START,
    .segment = (char *) segment,
  });
}

/**
 * shinsa_state_interview_next:
 * @application: id of the application
 * @segment: code of the segment that begins, as the timer names it; said twice, it is refused
 *   the second time
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_next (const char *application,
                             const char *segment)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_NEXT,
    .segment = (char *) segment,
  });
}

/**
 * shinsa_state_interview_extend:
 * @application: id of the application
 * @minutes: by how many minutes the running segment gets longer
 * @instructed_by: id of the acting chair
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_extend (const char *application,
                               int         minutes,
                               const char *instructed_by)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_EXTEND,
    .minutes = minutes,
    .instructed_by = (char *) instructed_by,
  });
}

/**
 * shinsa_state_interview_stop:
 * @application: id of the application
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_stop (const char *application)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_STOP,
  });
}

/**
 * shinsa_state_interview_heard:
 * @application: id of the application
 * @member: id of a member
 * @heard: how much the member heard, whatever the attendance says
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_heard (const char  *application,
                              const char  *member,
                              ShinsaHeard  heard)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_HEARD,
    .member = (char *) member,
    .heard = heard,
  });
}

/**
 * shinsa_state_interview_close:
 * @application: id of the application
 * @text: what became clear
 *
 * Returns: (transfer full): the body of interview.record
 */
JsonNode *
shinsa_state_interview_close (const char *application,
                              const char *text)
{
  return state_interview (&(ShinsaInterviewEvent) {
    .application = (char *) application,
    .event = SHINSA_INTERVIEW_CLOSE,
    .text = (char *) text,
  });
}

static JsonNode *
suggest (const ShinsaRound *round,
         const char        *application)
{
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, application);

  return shinsa_suggestion_to_json (suggestion);
}

/**
 * shinsa_state_proposal:
 * @round: the picture that is decided on; its suggestion is recorded beside
 * @application: id of the application
 * @outcome: code of the outcome
 * @waivers: (nullable) (element-type ShinsaWaiver): requirements that may stay unresolved
 * @instructed_by: (nullable): on whose instruction
 * @reason: (nullable): why it departs from the suggestion
 *
 * Returns: (transfer full): the body of outcome.propose
 */
JsonNode *
shinsa_state_proposal (const ShinsaRound *round,
                       const char        *application,
                       const char        *outcome,
                       GPtrArray         *waivers,
                       const char        *instructed_by,
                       const char        *reason)
{
  JsonObject *body = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; waivers != NULL && i < waivers->len; i++)
    {
      const ShinsaWaiver *waiver = g_ptr_array_index (waivers, i);
      JsonObject *object = json_object_new ();

      set_text (object, "reason", waiver->reason);
      set_text (object, "requirement", waiver->requirement);
      json_array_add_object_element (array, object);
    }
  set_text (body, "application", application);
  set_text (body, "instructed_by", instructed_by);
  set_text (body, "outcome", outcome);
  set_text (body, "reason", reason);
  json_object_set_member (body, "suggestion", suggest (round, application));
  json_object_set_array_member (body, "waivers", array);

  return take_body (body);
}

/**
 * shinsa_decision_sentence:
 * @round: the round
 * @application: id of the application
 * @outcome: code of an outcome
 * @method: "unanimous", "vote" or "chair"
 *
 * Returns: (transfer full): the very sentence that a confirmation records
 */
char *
shinsa_decision_sentence (const ShinsaRound *round,
                          const char        *application,
                          const char        *outcome,
                          const char        *method)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  const ShinsaOutcome *result = shinsa_definition_outcome (round->definition, outcome);
  const char *name = NULL;
  const char *what = NULL;

  g_return_val_if_fail (dossier != NULL && result != NULL, NULL);

  name = shinsa_text_get (&dossier->name);
  what = shinsa_text_get (&result->name);
  if (g_str_equal (method, "vote"))
    /* Translators: application and outcome. */
    return g_strdup_printf (_("The committee concluded on %s: %s (by vote)."), name, what);
  if (g_str_equal (method, "chair"))
    /* Translators: application and outcome. */
    return g_strdup_printf (_("The committee concluded on %s: %s (ruling of the chair)."), name,
                            what);

  /* Translators: application and outcome. */
  return g_strdup_printf (_("The committee concluded on %s: %s (without objection)."), name, what);
}

/**
 * shinsa_state_confirmation:
 * @round: the picture that is confirmed
 * @application: id of an application with a proposal
 * @method: "unanimous", "vote" or "chair"
 *
 * Returns: (transfer full) (nullable): the body of decision.confirm, or %NULL without a proposal
 */
JsonNode *
shinsa_state_confirmation (const ShinsaRound *round,
                           const char        *application,
                           const char        *method)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  g_autofree char *sentence = NULL;
  JsonObject *body = NULL;

  if (proposal == NULL)
    return NULL;
  sentence = shinsa_decision_sentence (round, application, proposal->outcome, method);
  body = json_object_new ();
  set_text (body, "application", application);
  set_text (body, "method", method);
  set_text (body, "outcome", proposal->outcome);
  set_text (body, "proposal", proposal->entry);
  set_text (body, "sentence", sentence);
  json_object_set_member (body, "suggestion", suggest (round, application));

  return take_body (body);
}

/**
 * shinsa_state_reopening:
 * @round: the round
 * @application: id of an application whose outcome is confirmed
 * @reason: why
 * @reference: (nullable): document number of the office, after publication
 *
 * Returns: (transfer full) (nullable): the body of decision.reopen, or %NULL where nothing is
 *   confirmed
 */
JsonNode *
shinsa_state_reopening (const ShinsaRound *round,
                        const char        *application,
                        const char        *reason,
                        const char        *reference)
{
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (round, application);
  JsonObject *body = NULL;

  if (confirmation == NULL)
    return NULL;
  body = json_object_new ();
  set_text (body, "application", application);
  set_text (body, "confirmation", confirmation->entry);
  set_text (body, "reason", reason);
  set_text (body, "reference", reference);

  return take_body (body);
}
