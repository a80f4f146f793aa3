/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-records.h"

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"
#include "shinsa-replay.h"
#include "shinsa-session-private.h"
#include "shinsa-test-session.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Records of a round in which much happened: north is confirmed, opened again and confirmed, with
 * a review that was replaced and one that came late; the chair is recused from south, Member A is
 * recused after having judged it, and it is confirmed against the suggestion. */

typedef ShinsaTestSession S;

static const char * const applications[] = { "north", "south" };

/* --- The story --- */

/* A is out for a while; the desk knows that what matters was heard. */
static void
interview (S *s)
{
  JsonNode *events[] = {
    shinsa_state_interview_extend ("north", 1, "chair"),
    shinsa_state_interview_next ("north", "questions"),
    shinsa_state_interview_stop ("north"),
    shinsa_state_interview_heard ("north", "a", SHINSA_HEARD_WHOLE),
    shinsa_state_interview_close ("north", "The plan has an owner."),
  };

  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_OPEN,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, "north", NULL));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTERVIEW_RECORD,
                             shinsa_state_interview_start ("north", "presentation"));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance ("north", "a", SHINSA_ATTENDANCE_OUT));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    shinsa_test_session_state (s, "desk", SHINSA_KIND_INTERVIEW_RECORD, events[i]);
  shinsa_test_session_revise (s, "a", "north", "44");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, "north", NULL));
}

static void
declare_all (S *s)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < G_N_ELEMENTS (applications); j++)
      {
        gboolean interested = i == 0 && j == 1;

        shinsa_test_session_state (s, members[i], SHINSA_KIND_INTEREST_DECLARE,
                                   shinsa_state_interest (applications[j],
                                                          interested ? "company" : "none", NULL,
                                                          interested ? "The same firm." : NULL));
      }
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("south", "chair", TRUE, NULL, "deputy",
                                                  "A private matter."));
}

static void
enter_review (S *s)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "desk");
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  shinsa_set_string (&review->application, "south");
  shinsa_set_string (&review->member, "b");
  review->phase = SHINSA_PHASE_PAPER;
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                                i);
      ShinsaScore *score = shinsa_score_new ();

      shinsa_set_string (&score->requirement, requirement->code);
      score->level = 3;
      g_ptr_array_add (review->scores, score);
    }
  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ENTER,
                             shinsa_state_entered (review, round->definition, "telephone",
                                                   "deputy", "By telephone."));
}

static void
review_paper (S *s)
{
  shinsa_test_session_open (s);
  shinsa_test_session_review (s, "chair", "north", "43");
  shinsa_test_session_review (s, "deputy", "north", "33");
  shinsa_test_session_review (s, "a", "north", "22");
  shinsa_test_session_review (s, "a", "north", "3?");
  shinsa_test_session_review (s, "b", "north", "44");
  shinsa_test_session_review (s, "deputy", "south", "33");
  shinsa_test_session_review (s, "a", "south", "11");
  enter_review (s);
  shinsa_test_session_close (s);
  shinsa_test_session_review (s, "b", "north", "21");
}

static void
ask (S          *s,
     const char *state,
     const char *answer)
{
  g_autoptr (ShinsaQuestion) question = shinsa_question_new ();

  shinsa_set_string (&question->application, "north");
  shinsa_set_string (&question->question, "q1");
  shinsa_set_string (&question->member, "a");
  shinsa_set_string (&question->state, state);
  shinsa_set_string (&question->text, "Who is in charge?");
  shinsa_set_string (&question->answer, answer);
  shinsa_test_session_state (s, "desk", SHINSA_KIND_QUESTION_SET,
                             shinsa_state_question (question));
}

static void
confirm (S          *s,
         const char *member,
         const char *application,
         const char *method)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, member);

  shinsa_test_session_state (s, member, SHINSA_KIND_DECISION_CONFIRM,
                             shinsa_state_confirmation (round, application, method));
}

static void
reopen (S *s)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "chair");

  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_REOPEN,
                             shinsa_state_reopening (round, "north", "A new fact.", "R3-12"));
}

static void
admit_late (S *s)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "desk");
  const ShinsaReview *late = shinsa_round_newest_review (round, "north", "b", SHINSA_PHASE_PAPER);

  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                             shinsa_state_admission ("north", late->entry, "chair",
                                                     "The post was late."));
}

static void
decide_south (S *s)
{
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance ("south", "chair",
                                                      SHINSA_ATTENDANCE_OUT_FOR_INTEREST));
  shinsa_test_session_state (s, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("south", "project", NULL, "Found later."));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("south", "a", TRUE, NULL, "deputy", "So ruled."));
}

static void
waive_south (S *s)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "desk");
  g_autoptr (GPtrArray) waivers = NULL;

  waivers = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_waiver_free);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                                i);
      ShinsaWaiver *waiver = shinsa_waiver_new ();

      shinsa_set_string (&waiver->requirement, requirement->code);
      shinsa_set_string (&waiver->reason, "Two are enough here.");
      g_ptr_array_add (waivers, waiver);
    }
  shinsa_test_session_state (s, "desk", SHINSA_KIND_OUTCOME_PROPOSE,
                             shinsa_state_proposal (round, "south", "declined", waivers, "deputy",
                                                    "The plan has no owner."));
}

static void
decide_north (S *s)
{
  shinsa_test_session_meet (s);
  shinsa_test_session_propose (s, "north", "certified");
  confirm (s, "chair", "north", "unanimous");
  reopen (s);
  admit_late (s);
  interview (s);
  shinsa_test_session_propose (s, "north", "certified");
  confirm (s, "chair", "north", "vote");
}

static void
tell_story (S *s)
{
  declare_all (s);
  review_paper (s);
  ask (s, "sent", "");
  ask (s, "confirmed", "The prefecture is.");
  decide_north (s);
  decide_south (s);
  waive_south (s);
  confirm (s, "deputy", "south", "chair");
  shinsa_test_session_be (s, "desk");
}

/* --- Writing records --- */

static GFile *
file_of (S          *s,
         const char *name)
{
  /* Another program may be waiting to look at what is written here. */
  const char *folder = g_getenv ("SHINSA_TEST_RECORDS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : shinsa_test_dir_file (s->dir, name);

  return g_file_new_for_path (path);
}

static char *
export (S          *s,
        const char *profile,
        const char *application,
        GFile      *file)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = NULL;

  shinsa_session_export_record (s->session, profile, application, file, &sha256, NULL, &error);
  g_assert_no_error (error);
  return sha256;
}

static char *
read_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_load_contents (file, NULL, &bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static JsonNode *
read_record (GFile *file)
{
  g_autofree char *bytes = read_file (file);
  g_autoptr (GError) error = NULL;
  JsonNode *node = shinsa_json_read (bytes, strlen (bytes), &error);

  g_assert_no_error (error);
  return node;
}

static void
assert_stands (S          *s,
               GFile      *file,
               const char *profile,
               const char *sha256)
{
  g_autoptr (ShinsaRecordReport) report = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_record_verify_file (file, shinsa_session_get_root (s->session), &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->profile, ==, profile);
  g_assert_cmpstr (report->sha256, ==, sha256);
  g_assert_true (report->origin_established);
}

static void
test_profiles (S             *s,
               gconstpointer  data)
{
  const char * const *profiles = shinsa_record_profiles ();

  tell_story (s);
  for (guint i = 0; profiles[i] != NULL; i++)
    {
      gboolean is_applicant = g_str_equal (profiles[i], SHINSA_PROFILE_APPLICANT);
      g_autofree char *name = g_strdup_printf ("record-%s.json", profiles[i]);
      g_autoptr (GFile) file = file_of (s, name);
      g_autofree char *sha256 = export (s, profiles[i], is_applicant ? "south" : NULL, file);

      assert_stands (s, file, profiles[i], sha256);
    }
}

static JsonObject *
application_of (JsonNode *record,
                guint     index)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (record), "applications");

  return json_array_get_object_element (array, index);
}

static void
assert_json (JsonObject *object,
             const char *member,
             const char *expected)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (json_object_get_member (object, member));
  g_autofree char *found = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_content (S             *s,
              gconstpointer  data)
{
  g_autoptr (GFile) file = file_of (s, "content.json");
  g_autoptr (JsonNode) record = NULL;
  g_autofree char *sha256 = NULL;
  JsonObject *north;
  JsonObject *south;
  JsonArray *history;
  JsonArray *reviews;

  tell_story (s);
  sha256 = export (s, SHINSA_PROFILE_SECRETARIAT, NULL, file);
  record = read_record (file);
  assert_json (json_node_get_object (record), "counts",
               "{\"applications\":2,\"outcomes\":{\"certified\":1,\"declined\":1,\"registered\":0},"
               "\"reviews\":10,\"undecided\":0,\"withdrawn\":0}");
  north = application_of (record, 0);
  south = application_of (record, 1);
  history = json_object_get_array_member (north, "history");
  g_assert_cmpuint (json_array_get_length (history), ==, 2);
  assert_json (json_array_get_object_element (history, 0), "state", "\"reopened\"");
  assert_json (json_array_get_object_element (history, 0), "reference", "\"R3-12\"");
  assert_json (json_object_get_object_member (north, "outcome"), "version", "2");
  assert_json (json_object_get_object_member (north, "outcome"), "departs", "false");
  assert_json (json_object_get_object_member (south, "outcome"), "departs", "false");
  assert_json (json_object_get_object_member (south, "outcome"), "suggested", "null");
  assert_json (json_object_get_object_member (south, "outcome"), "quorum",
               "{\"eligible\":2,\"holds\":true,\"members\":4,\"present\":4,\"recused_present\":2,"
               "\"required\":3}");
  reviews = json_object_get_array_member (north, "reviews");
  assert_json (json_array_get_object_element (reviews, 2), "status", "\"replaced\"");
  assert_json (json_array_get_object_element (reviews, 5), "admitted_reason",
               "\"The post was late.\"");
  reviews = json_object_get_array_member (south, "reviews");
  assert_json (json_array_get_object_element (reviews, 1), "status", "\"void\"");
  assert_json (json_array_get_object_element (reviews, 2), "source", "\"telephone\"");
}

/* What nobody but the secretariat is to know stands in no other file, wherever it might. */
static void
test_letters (S             *s,
              gconstpointer  data)
{
  static const char * const secrets[] = {
    "The same firm.", "A private matter.", "Found later.", "Hokkaido University", "Member A",
    "\"by\":\"chair\"", "\"by\":\"deputy\"", "\"member\":\"a\"",
  };
  g_autoptr (GFile) committee = file_of (s, "letters.json");
  g_autoptr (GFile) applicant = file_of (s, "applicant.json");
  g_autoptr (ShinsaRound) round = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *letters = NULL;
  g_autofree char *single = NULL;

  tell_story (s);
  round = shinsa_test_session_load (s, "desk");
  first = export (s, SHINSA_PROFILE_COMMITTEE, NULL, committee);
  second = export (s, SHINSA_PROFILE_APPLICANT, "north", applicant);
  letters = read_file (committee);
  single = read_file (applicant);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_null (strstr (letters, secrets[i]));
      g_assert_null (strstr (single, secrets[i]));
    }
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      g_assert_null (strstr (letters, feed->feed));
      g_assert_null (strstr (single, feed->feed));
    }
  g_assert_nonnull (strstr (letters, "\"member\":\"C\""));
  g_assert_null (strstr (single, "\"member\""));
  g_assert_null (strstr (single, "\"levels\":[]"));
  g_assert_null (strstr (single, "Who is in charge?"));
}

/* --- The same place, and a later one --- */

static void
test_same_bytes (S             *s,
                 gconstpointer  data)
{
  g_autoptr (GFile) file = file_of (s, "one.json");
  g_autoptr (GFile) other = file_of (s, "other.json");
  g_autofree char *first = NULL;
  g_autofree char *between = NULL;
  g_autofree char *second = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *again = NULL;

  tell_story (s);
  first = export (s, SHINSA_PROFILE_SECRETARIAT, NULL, file);
  between = export (s, SHINSA_PROFILE_PUBLIC, NULL, other);
  second = export (s, SHINSA_PROFILE_SECRETARIAT, NULL, other);
  bytes = read_file (file);
  again = read_file (other);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, between);
  g_assert_cmpstr (bytes, ==, again);
}

static void
test_superseded (S             *s,
                 gconstpointer  data)
{
  g_autoptr (GFile) file = file_of (s, "superseded.json");
  g_autoptr (JsonNode) first_record = NULL;
  g_autoptr (JsonNode) second_record = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *second = NULL;
  const ShinsaExport *noted;

  tell_story (s);
  first = export (s, SHINSA_PROFILE_PUBLIC, NULL, file);
  first_record = read_record (file);
  assert_json (json_node_get_object (first_record), "supersedes", "null");
  other = export (s, SHINSA_PROFILE_APPLICANT, "north", file);
  reopen (s);
  round = shinsa_test_session_load (s, "desk");
  noted = g_ptr_array_index (round->exports, 0);
  g_assert_true (noted->superseded);
  g_assert_cmpstr (noted->sha256, ==, first);

  second = export (s, SHINSA_PROFILE_PUBLIC, NULL, file);
  second_record = read_record (file);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (second_record),
                                                  "supersedes"), ==, first);
  /* North is open again, and south is not for the public. */
  assert_json (json_node_get_object (second_record), "applications", "[]");
  assert_stands (s, file, SHINSA_PROFILE_PUBLIC, second);
}

static void
test_withdrawn (S             *s,
                gconstpointer  data)
{
  g_autoptr (GFile) file = file_of (s, "withdrawn.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) record = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *sha256 = NULL;
  static const char withdrawal[] =
    "{\"and_others\":false,\"application\":\"north\",\"name\":{\"en\":\"North Community\"},"
    "\"network_organisation\":null,\"organisation_counts\":[],\"organisations\":[],"
    "\"persons\":[],\"position\":0,\"reason\":\"As asked by the applicant.\","
    "\"state\":\"withdrawn\"}";

  tell_story (s);
  body = shinsa_json_read (withdrawal, strlen (withdrawal), &error);
  g_assert_no_error (error);
  shinsa_test_session_state (s, "desk", SHINSA_KIND_DOSSIER_SET, g_steal_pointer (&body));
  sha256 = export (s, SHINSA_PROFILE_SECRETARIAT, NULL, file);
  record = read_record (file);
  assert_json (application_of (record, 0), "outcome", "null");
  assert_json (application_of (record, 0), "reason", "\"As asked by the applicant.\"");
  assert_stands (s, file, SHINSA_PROFILE_SECRETARIAT, sha256);
  g_assert_false (shinsa_session_export_record (s->session, SHINSA_PROFILE_APPLICANT, "north",
                                                file, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "This application was withdrawn, so there is no outcome to hand over.");
}

/* --- What is refused --- */

static void
refuse_export (S           *s,
               const char  *profile,
               const char  *application,
               ShinsaError  code,
               const char  *sentence)
{
  g_autoptr (GFile) file = file_of (s, "refused.json");
  g_autoptr (GError) error = NULL;
  char *sha256 = NULL;

  g_assert_false (shinsa_session_export_record (s->session, profile, application, file, &sha256,
                                                NULL, &error));
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_error (error, SHINSA_ERROR, (int) code);
  g_assert_null (sha256);
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_refused (S             *s,
              gconstpointer  data)
{
  shinsa_test_session_be (s, "desk");
  refuse_export (s, "press", NULL, SHINSA_ERROR_USAGE,
                 "There is no record with the profile “press”. "
                 "It is secretariat, committee, applicant or public.");
  refuse_export (s, SHINSA_PROFILE_PUBLIC, "north", SHINSA_ERROR_USAGE,
                 "Only a record for an applicant is of one application.");
  refuse_export (s, SHINSA_PROFILE_APPLICANT, NULL, SHINSA_ERROR_USAGE,
                 "A record for an applicant is of one application. Name it.");
  refuse_export (s, SHINSA_PROFILE_COMMITTEE, NULL, SHINSA_ERROR_REFUSED,
                 "The desk is on the computer of a member who scores, and the paper review is not "
                 "closed. Close it, and the record can be written.");

  declare_all (s);
  review_paper (s);
  shinsa_test_session_be (s, "a");
  refuse_export (s, SHINSA_PROFILE_COMMITTEE, NULL, SHINSA_ERROR_NOT_AUTHORISED,
                 "Only the desk of this round can write a decision record.");
  shinsa_test_session_be (s, "desk");
  refuse_export (s, SHINSA_PROFILE_SECRETARIAT, NULL, SHINSA_ERROR_REFUSED,
                 "No outcome of this round is confirmed yet, so there is nothing to hand over.");
  refuse_export (s, SHINSA_PROFILE_APPLICANT, "north", SHINSA_ERROR_REFUSED,
                 "The outcome of this application is not confirmed yet, so there is nothing to "
                 "hand over.");
  refuse_export (s, SHINSA_PROFILE_APPLICANT, "west", SHINSA_ERROR_NOT_FOUND,
                 "There is no application “west” in this round.");
}

/* A file that could not be written was not handed out. */
static void
test_no_folder (S             *s,
                gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (s->dir, "missing/record.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GError) error = NULL;

  tell_story (s);
  g_assert_false (shinsa_session_export_record (s->session, SHINSA_PROFILE_PUBLIC, NULL, file,
                                                NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  round = shinsa_test_session_load (s, "desk");
  g_assert_cmpuint (round->exports->len, ==, 0);
}

static void
test_bad_files (S             *s,
                gconstpointer  data)
{
  g_autoptr (GFile) missing = file_of (s, "missing.json");
  g_autoptr (GFile) empty = file_of (s, "empty.json");
  g_autoptr (GError) error = NULL;
  int descriptor;

  g_assert_false (shinsa_record_verify_file (missing, NULL, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  descriptor = g_open (g_file_peek_path (empty), O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_false (shinsa_record_verify_file (empty, NULL, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_cmpint (ftruncate (descriptor, 300 * 1024 * 1024), ==, 0);
  g_assert_false (shinsa_record_verify_file (empty, NULL, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "“empty.json” is larger than a decision record can be. It was not read.");
  g_close (descriptor, NULL);
}

/* --- What was said of the rules --- */

/* A desk that writes what the rules do not give is found out, though it signs the record. */
static void
test_false_suggestion (S             *s,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = file_of (s, "false.json");
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  const char *root;

  tell_story (s);
  reopen (s);
  round = shinsa_test_session_load (s, "desk");
  root = shinsa_session_get_root (s->session);
  body = shinsa_state_proposal (round, "north", "certified", NULL, "chair", NULL);
  json_object_set_string_member (json_object_get_object_member (json_node_get_object (body),
                                                                "suggestion"),
                                 "outcome", "registered");
  shinsa_session_append (s->session, shinsa_session_get_key (s->session, root, NULL),
                         SHINSA_KIND_OUTCOME_PROPOSE, body, NULL, &error);
  g_assert_no_error (error);
  shinsa_replay_advance (shinsa_session_get_store (s->session), root, FALSE, &error);
  g_assert_no_error (error);

  sha256 = export (s, SHINSA_PROFILE_SECRETARIAT, NULL, file);
  g_assert_false (shinsa_record_verify_file (file, NULL, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message,
                                   "“false.json” cannot be relied on. /journal/bodies/"));
  g_assert_true (g_str_has_suffix (error->message,
                                   "/body/suggestion/outcome: the record says \"registered\", and "
                                   "what it was made from gives \"certified\"."));
}

#define add(path, function) \
  g_test_add (path, S, NULL, shinsa_test_session_set_up, function, shinsa_test_session_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/record/profiles", test_profiles);
  add ("/record/content", test_content);
  add ("/record/letters", test_letters);
  add ("/record/same-bytes", test_same_bytes);
  add ("/record/superseded", test_superseded);
  add ("/record/withdrawn", test_withdrawn);
  add ("/record/refused", test_refused);
  add ("/record/no-folder", test_no_folder);
  add ("/record/bad-files", test_bad_files);
  add ("/record/false-suggestion", test_false_suggestion);
  return g_test_run ();
}
