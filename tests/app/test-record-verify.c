/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify.h"

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record.h"
#include "shinsa-error.h"

#include <string.h>

/* Records that another program wrote stand here, too, and each change in them is found. */

#define ROOT "b7d1e76eafe6006344aaaba15b09f97ab5e29674d8bce3f6c2bea64c2051e607"
#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"

#define INTERVIEWS "interviews/"

/* The round with interviews, where its records are asked for; else the one without. */
static const char *
folder_of (const char *profile)
{
  return g_str_has_prefix (profile, INTERVIEWS) ? "interviews" : "four-members";
}

static char *
load (const char *folder,
      const char *name,
      gsize      *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors", folder, name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
load_bytes (const char *profile,
            gsize      *length)
{
  const char *bare = profile;
  g_autofree char *name = NULL;

  if (g_str_has_prefix (profile, INTERVIEWS))
    bare = profile + strlen (INTERVIEWS);
  name = g_strdup_printf ("record-%s.json", bare);
  return load (folder_of (profile), name, length);
}

static JsonNode *
load_record (const char *profile)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *bytes = load_bytes (profile, &length);
  JsonNode *node = shinsa_json_read (bytes, length, &error);

  g_assert_no_error (error);
  return node;
}

static ShinsaIdentity *
load_desk (const char *folder)
{
  gsize length = 0;
  g_autofree char *bytes = load (folder, "keys.json", &length);
  g_autoptr (JsonNode) keys = shinsa_json_read (bytes, length, NULL);
  JsonObject *desk = json_object_get_object_member (json_node_get_object (keys), "desk");
  guint8 seed[SHINSA_SEED_BYTES];

  g_assert_true (shinsa_hex_decode (json_object_get_string_member (desk, "seed"), seed,
                                    sizeof seed));
  return shinsa_identity_new_from_seed (seed);
}

/* --- Records that stand --- */

static void
test_stands (gconstpointer data)
{
  const char *profile = data;
  g_autofree char *bytes = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *without_root = NULL;
  g_autoptr (ShinsaRecordReport) report = NULL;
  g_autoptr (ShinsaRecordReport) unsure = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  bytes = load_bytes (profile, &length);
  shinsa_record_verify (bytes, length, "record.json", ROOT, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->profile, ==, profile);
  g_assert_cmpstr (report->round, ==, "four-members");
  g_assert_cmpstr (report->title.en, ==, "Four members (practice)");
  g_assert_cmpstr (report->root, ==, ROOT);
  g_assert_true (report->origin_established);
  sentence = shinsa_record_report_sentence (report);
  g_assert_cmpstr (sentence, ==,
                   "“record.json” is consistent, and it is a record of this round.");

  shinsa_record_verify (bytes, length, "record.json", NULL, &unsure, &error);
  g_assert_no_error (error);
  g_assert_false (unsure->origin_established);
  without_root = shinsa_record_report_sentence (unsure);
  g_assert_cmpstr (without_root, ==,
                   "“record.json” is consistent, origin not established. Compare its root key "
                   "with one that you know from elsewhere.");
}

/* Interviews are told to every reader, and records without them stand as they did. */
static void
test_interviews_stand (gconstpointer data)
{
  g_autofree char *profile = g_strconcat (INTERVIEWS, data, NULL);
  g_autoptr (ShinsaRecordReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *bytes = load_bytes (profile, &length);

  g_assert_nonnull (strstr (bytes, "\"interview\":{"));
  shinsa_record_verify (bytes, length, "record.json", NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->round, ==, "interviews");
}

/* --- Records that do not --- */

static void
assert_refused (const char  *bytes,
                gsize        length,
                const char  *root,
                ShinsaError  code,
                const char  *sentence)
{
  g_autoptr (ShinsaRecordReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_record_verify (bytes, length, "record.json", root, &report, &error));
  g_assert_null (report);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_error (error, SHINSA_ERROR, (int) code);
}

static void
test_other_root (void)
{
  gsize length = 0;
  g_autofree char *bytes = load_bytes ("public", &length);

  assert_refused (bytes, length, ZEROS, SHINSA_ERROR_OTHER_ROUND,
                  "“record.json” is of another round than the one whose root key you named.");
}

static void
test_bytes (void)
{
  gsize length = 0;
  g_autofree char *bytes = load_bytes ("public", &length);
  g_autofree char *longer = g_strconcat (bytes, "\n", NULL);
  char *at;

  assert_refused (longer, length + 1, NULL, SHINSA_ERROR_INVALID,
                  "“record.json” cannot be relied on. "
                  "Its bytes are not in the canonical form in which records are written.");
  assert_refused ("[]", 2, NULL, SHINSA_ERROR_INVALID,
                  "“record.json” cannot be relied on. "
                  "The document is not an object: it must begin with “{”.");
  assert_refused ("{}", 2, NULL, SHINSA_ERROR_INVALID,
                  "“record.json” cannot be relied on. This is not a decision record.");

  at = strstr (bytes, "\"practice\":true");
  g_assert_nonnull (at);
  memcpy (at, "\"practice\":null", strlen ("\"practice\":null"));
  assert_refused (bytes, length, NULL, SHINSA_ERROR_SIGNATURE,
                  "“record.json” cannot be relied on. "
                  "/signature/value: the record was changed after the desk signed it.");
}

static void
test_other_key (void)
{
  g_autoptr (ShinsaIdentity) other = shinsa_identity_new_generate ();
  g_autoptr (JsonNode) record = load_record ("committee");
  g_autoptr (GBytes) bytes = NULL;

  shinsa_record_sign (record, other);
  bytes = shinsa_json_write (record);
  assert_refused (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                  SHINSA_ERROR_SIGNATURE,
                  "“record.json” cannot be relied on. "
                  "/signature/feed: it was not signed by the desk of its round.");
}

static void
test_newer (void)
{
  g_autoptr (ShinsaIdentity) desk = load_desk ("four-members");
  g_autoptr (JsonNode) record = load_record ("public");
  g_autoptr (GBytes) bytes = NULL;

  json_object_set_int_member (json_node_get_object (record), "version", 2);
  shinsa_record_sign (record, desk);
  bytes = shinsa_json_write (record);
  assert_refused (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                  SHINSA_ERROR_NEWER,
                  "“record.json” was made by a newer version of Shinsa. Verify it with that one.");
}

/* --- Changes that the desk itself signed --- */

typedef struct {
  const char *profile;
  const char *place;     /* members and indexes */
  const char *value;     /* JSON; NULL takes the place away */
  const char *sentence;
} Change;

static const Change changes[] = {
  { "secretariat", "profile", "\"press\"",
    "/profile: there is no such profile." },
  { "secretariat", "application", "\"north\"",
    "/application: an application is named for an applicant, and for nobody else." },
  { "secretariat", "round.title.en", "\"Another\"",
    "/round/title/en: the record says \"Another\", and what it was made from gives "
    "\"Four members (practice)\"." },
  { "secretariat", "round.definition_hash", "\"" ZEROS "\"",
    "/round/definition_hash: the record says "
    "\"0000000000000000000000000000000000000000000000000000000000000000\", and what "
    "it was made from gives "
    "\"4f0afaddde7c1bcdeb83f6dcd3725a2abb24b2168c0b8aca2df766f004dcc0c0\"." },
  { "secretariat", "requirement_set_hash", "\"" ZEROS "\"",
    "/requirement_set_hash: the record says "
    "\"0000000000000000000000000000000000000000000000000000000000000000\", and what "
    "it was made from gives "
    "\"a399dd7ad950ac8789293d7628fd6d8a748f23775fb893f1c8e1221303efbc4b\"." },
  { "secretariat", "definition.rules.minimum_evaluators", "1",
    "/round/definition_hash: the record says "
    "\"4f0afaddde7c1bcdeb83f6dcd3725a2abb24b2168c0b8aca2df766f004dcc0c0\", and what "
    "it was made from gives "
    "\"eb226d10057203a8014359b036a7d7a4ff4c106bdc67e7bfe4f560b99ddc28dd\"." },
  { "secretariat", "register.seq", "1",
    "/register/seq: the record says 1, and what it was made from gives 71." },
  { "secretariat", "register.head", "\"" ZEROS "\"",
    "/register/head: the record says "
    "\"0000000000000000000000000000000000000000000000000000000000000000\", and what "
    "it was made from gives "
    "\"0a3a66edcb7a8c6c164f1f5af0f4ebdeceb3467350bfe67cf7c017b8e0b5b1e7\"." },
  { "secretariat", "committee.0.name.en", "\"Somebody\"",
    "/committee/0/name/en: the record says \"Somebody\", and what it was made from "
    "gives \"Chair\"." },
  { "secretariat", "committee.3", NULL,
    "/committee/3/id: the record says \"secretariat\", and what it was made from "
    "gives \"b\"." },
  { "secretariat", "attendance.2.state", "\"absent\"",
    "/attendance/2/state: the record says \"absent\", and what it was made from gives"
    " \"in_room\"." },
  { "secretariat", "applications.2", NULL,
    "/applications: the record has 2 of these, and what it was made from gives 3." },
  { "secretariat", "applications.0.state", "\"withdrawn\"",
    "/applications/0/state: the record says \"withdrawn\", and what it was made from "
    "gives \"active\"." },
  { "secretariat", "applications.1.interests.0.state", "\"none\"",
    "/applications/1/interests/0/state: the record says \"none\", and what it was "
    "made from gives \"recused\"." },
  { "secretariat", "applications.0.reviews.0.scores.0.level", "3",
    "/applications/0/reviews/0/scores/0/level: the record says 3, and what it was "
    "made from gives 4." },
  { "secretariat", "applications.0.reviews.0.scores.1.reason", "\"x\"",
    "/applications/0/reviews/0/scores/1/reason: the record says \"x\", and what it "
    "was made from gives \"\"." },
  { "secretariat", "applications.0.reviews.4", NULL,
    "/applications/0/reviews: the record has 4 of these, and what it was made from "
    "gives 5." },
  { "secretariat", "applications.0.reviews.3.late", "false",
    "/applications/0/reviews/3/late: the record says false, and what it was made "
    "from gives true." },
  { "secretariat", "applications.1.reviews.1.status", "\"counts\"",
    "/applications/1/reviews/1/status: the record says \"counts\", and what it was "
    "made from gives \"void\"." },
  { "secretariat", "applications.0.aggregates.decision.0.counted", "3",
    "/applications/0/aggregates/decision/0/counted: the record says 3, and what it "
    "was made from gives 4." },
  { "secretariat", "applications.0.aggregates.decision.0.levels.3", "3",
    "/applications/0/aggregates/decision/0/levels/3: the record says 3, and what it"
    " was made from gives 2." },
  { "secretariat", "applications.0.aggregates.paper.0.mean", "3.3",
    "/applications/0/aggregates/paper/0/mean: the record says 3.3, and what it was "
    "made from gives 3.25." },
  { "secretariat", "applications.0.aggregates.decision.0.passes", "null",
    "/applications/0/aggregates/decision/0/passes: the record says null, and what "
    "it was made from gives true." },
  { "secretariat", "applications.1.growth.yes", "1",
    "/applications/1/growth/yes: the record says 1, and what it was made from gives"
    " 2." },
  { "secretariat", "applications.1.suggestion.outcome", "\"declined\"",
    "/applications/1/suggestion/outcome: the record says \"declined\", and what it "
    "was made from gives \"registered\"." },
  { "secretariat", "applications.0.suggestion.flags", "[]",
    "/applications/0/suggestion/flags: the record has 0 of these, and what it was "
    "made from gives 5." },
  { "secretariat", "applications.0.questions.0.state", "\"open\"",
    "/applications/0/questions/0/state: the record says \"open\", and what it was "
    "made from gives \"confirmed\"." },
  { "secretariat", "applications.0.outcome", "null",
    "/applications/0/outcome: the record says null, and what it was made from gives"
    " {\"by\":\"chair\",\"confirmed_at\":\"2021-04-12T10:36:00+09:00\",\"departs\"…." },
  { "secretariat", "applications.0.outcome.by", "\"deputy\"",
    "/applications/0/outcome/by: the record says \"deputy\", and what it was made "
    "from gives \"chair\"." },
  { "secretariat", "applications.0.outcome.quorum.present", "4",
    "/applications/0/outcome/quorum/present: the record says 4, and what it was "
    "made from gives 3." },
  { "secretariat", "applications.1.outcome.reason", "\"\"",
    "/applications/1/outcome/reason: the record says \"\", and what it was made from "
    "gives \"計画の担当が定まっていない。\"." },
  { "secretariat", "applications.0.history.0.state", "\"holds\"",
    "/applications/0/history/0/state: the record says \"holds\", and what it was made"
    " from gives \"overtaken\"." },
  { "secretariat", "applications.0.issued.0.member", "\"b\"",
    "/applications/0/issued/0/member: the record says \"b\", and what it was made "
    "from gives \"chair\"." },
  { "secretariat", "counts.outcomes.certified", "2",
    "/counts/outcomes/certified: the record says 2, and what it was made from gives"
    " 1." },
  { "secretariat", "not_applied", "[\"Nothing.\"]",
    "/not_applied: the record has 1 of these, and what it was made from gives 0." },
  { "secretariat", "supersedes", "\"" ZEROS "\"",
    "/supersedes: the record says "
    "\"0000000000000000000000000000000000000000000000000000000000000000\", and what "
    "it was made from gives null." },
  { "secretariat", "extra", "1",
    "/extra: nothing that the record was made from gives this." },
  { "secretariat", "applications", NULL,
    "/applications: this is missing." },
  { "secretariat", "journal", NULL,
    "/journal: this member is missing." },
  { "secretariat", "journal.entries.3.at", "\"2021-04-12T10:52:03+09:00\"",
    "/journal/entries/4: this entry does not follow the one before it in its feed." },
  { "secretariat", "journal.entries.3", NULL,
    "/journal/entries/3: this entry does not follow the one before it in its feed." },
  { "secretariat", "journal.entries.3.round", "\"" ZEROS "\"",
    "/journal/entries/3/seen: submissions name the register that was seen, and acts"
    " do not." },
  { "secretariat", "journal.bodies.0.body.rules_version", "2",
    "/journal/bodies/0: the hash is not that of the body beside it." },
  { "secretariat", "journal.bodies.0", NULL,
    "/journal/bodies: the body of entry 1 of the register is missing." },
  { "secretariat", "journal.bodies.99", NULL,
    "/journal: what entry 49 of the register received is missing." },
  { "secretariat", "journal.heads.0.signature", "\"" ZEROS ZEROS "\"",
    "/journal/heads/0: the signature does not belong to this head." },
  { "secretariat", "journal.heads.0", NULL,
    "/journal/heads: the end of the feed b7d1e76e… is not signed." },
  { "committee", "journal", "{}",
    "/journal: who reads this record is not told this." },
  { "committee", "committee.0.name", "{\"en\":\"Chair\"}",
    "/committee/0/name: who reads this record is not told this." },
  { "committee", "applications.0.issued", "[]",
    "/applications/0/issued: who reads this record is not told this." },
  { "committee", "applications.0.reviews.0.feed", "\"" ROOT "\"",
    "/applications/0/reviews/0/feed: who reads this record is not told this." },
  { "committee", "applications.0.interests.0.reason", "\"Friends.\"",
    "/applications/0/interests/0/reason: who reads this record is not told this." },
  { "committee", "applications.0.reviews.0.scores.0.level", "2",
    "/applications/0/aggregates/paper/0/at_or_above: the record says 3, and what it"
    " was made from gives 2." },
  { "committee", "applications.0.reviews.0", NULL,
    "/applications/0/aggregates/paper/0/at_or_above: the record says 3, and what it"
    " was made from gives 2." },
  { "committee", "applications.0.reviews.1.status", "\"void\"",
    "/applications/0/reviews/1/status: this is not what the review is worth by what"
    " else is told." },
  { "committee", "applications.1.reviews.1.status", "\"counts\"",
    "/applications/1/reviews/1/status: this is not what the review is worth by what"
    " else is told." },
  { "committee", "applications.0.reviews.3.admitted_reason", "\"\"",
    "/applications/0/reviews/3/status: this is not what the review is worth by what"
    " else is told." },
  { "committee", "applications.0.reviews.1.member", "\"A\"",
    "/applications/0/reviews/1/status: another review of this member counts, too." },
  { "committee", "applications.1.interests.0.state", "\"none\"",
    "/applications/1/interests/0/state: this does not go with what was declared." },
  { "committee", "applications.0.aggregates.decision.1.split", "false",
    "/applications/0/aggregates/decision/1/split: the record says false, and what "
    "it was made from gives true." },
  { "committee", "applications.1.growth.no", "1",
    "/applications/1/growth/no: the record says 1, and what it was made from gives "
    "0." },
  { "committee", "applications.1.suggestion.why", "\"growth_tied\"",
    "/applications/1/suggestion/why: the record says \"growth_tied\", and what it was"
    " made from gives \"\"." },
  { "committee", "applications.0.outcome.by", "\"B\"",
    "/applications/0/outcome/by: the record says \"B\", and what it was made from "
    "gives \"A\"." },
  { "committee", "applications.0.outcome", "null",
    "/applications/0/outcome: this does not go with the confirmations that are "
    "told." },
  { "committee", "applications.0.history.0.state", "\"holds\"",
    "/applications/0/history/2: another confirmation holds already." },
  { "committee", "applications.1.outcome.departs", "false",
    "/applications/1/outcome: whether it departs does not go with what was "
    "suggested." },
  { "committee", "applications.1.outcome.reason", "\"\"",
    "/applications/1/outcome: there is no reason for departing from what was "
    "suggested." },
  { "committee", "applications.1.outcome.quorum.present", "2",
    "/applications/1/outcome/quorum: these numbers are not those of a quorum." },
  { "committee", "attendance.0.state", "\"asleep\"",
    "/attendance/0/state: this is not of the kind that stands here." },
  { "committee", "attendance.0.seq", "\"1\"",
    "/attendance/0/seq: this is not of the kind that stands here." },
  { "committee", "applications.0.reviews.0.source", NULL,
    "/applications/0/reviews/0/source: this is missing." },
  { "committee", "applications.0.reviews.0.scores.0.evidence", NULL,
    "/applications/0/reviews/0/scores/0/evidence: this member is missing." },
  { "committee", "counts.withdrawn", "0",
    "/counts/withdrawn: the record says 0, and what it was made from gives 1." },
  { "applicant", "application", "\"south\"",
    "/applications/0: this is not the applicant's application." },
  { "applicant", "committee",
    "[{\"acting_order\":null,\"id\":\"A\",\"role\":\"member\",\"scores\":true}]",
    "/committee: who reads this record is not told of members." },
  { "applicant", "applications.0.reviews", "[]",
    "/applications/0/reviews: who reads this record is not told this." },
  { "applicant", "applications.0.aggregates.paper.0.levels", "[]",
    "/applications/0/aggregates/paper/0/levels: who reads this record is not told "
    "this." },
  { "applicant", "applications.0.aggregates.paper.0.counted", "3",
    "/applications/0/aggregates/paper/0: those who could judge are not those who "
    "did, cannot, or are missing." },
  { "applicant", "applications.0.aggregates.paper.0.passes", "false",
    "/applications/0/aggregates/paper/0/passes: the record says false, and what it "
    "was made from gives true." },
  { "applicant", "applications.0.aggregates.paper.0.mean", "1",
    "/applications/0/aggregates/paper/0: these numbers are not those of one list of"
    " levels." },
  { "applicant", "applications.0.aggregates.paper.0.statistic", "null",
    "/applications/0/aggregates/paper/0: these numbers are not those of one list of"
    " levels." },
  { "applicant", "applications.0.aggregates.paper.0.split", "0",
    "/applications/0/aggregates/paper/0/split: this is not of the kind that stands "
    "here." },
  { "applicant", "applications.0.state", "5",
    "/applications/0/state: this is not of the kind that stands here." },
  { "applicant", "applications.0.aggregates.paper.0.threshold", "2",
    "/applications/0/aggregates/paper/0/threshold: the record says 2, and what it "
    "was made from gives 3." },
  { "applicant", "applications.0.aggregates.paper.1", NULL,
    "/applications/0/aggregates/paper: these are not the requirements of the round." },
  { "applicant", "applications.0.outcome.by", "\"chair\"",
    "/applications/0/outcome/by: who reads this record is not told this." },
  { "applicant", "applications.0.outcome.outcome", "\"praised\"",
    "/applications/0/outcome: the round has no such outcome." },
  { "applicant", "applications", "[]",
    "/applications: an applicant is told of one application alone." },
  { "applicant", "counts.applications", "3",
    "/counts/applications: the record says 3, and what it was made from gives 1." },
  { "public", "applications.0.outcome.outcome", "\"declined\"",
    "/applications/0/outcome: this outcome is not published." },
  { "public", "applications.0.outcome", "null",
    "/applications/0/outcome: this is not of the kind that stands here." },
  { "public", "applications.0.growth", "{}",
    "/applications/0/growth: who reads this record is not told this." },
  { "public", "applications.0.name", "{\"fr\":\"Nord\"}",
    "/applications/0/name: this is not of the kind that stands here." },
  { "public", "supersedes", "[]",
    "/supersedes: this is not of the kind that stands here." },
  { "public", "not_applied", "[1]",
    "/not_applied: this is not of the kind that stands here." },
  { "public", "applications.0", NULL,
    "/counts/applications: the record says 1, and what it was made from gives 0." },
  { INTERVIEWS "secretariat", "applications.0.interview.heard.2.heard", "\"whole\"",
    "/applications/0/interview/heard/2/heard: the record says \"whole\", and what it was made "
    "from gives \"part\"." },
  { INTERVIEWS "secretariat", "applications.0.interview.segments.0.minutes", "20",
    "/applications/0/interview/segments/0/minutes: the record says 20, and what it was made from "
    "gives 22." },
  { INTERVIEWS "secretariat", "applications.1.interview.what_became_clear", "\"\"",
    "/applications/1/interview/what_became_clear: the record says \"\", and what it was made from "
    "gives \"費用の内訳と時期が示された。\"." },
  { INTERVIEWS "secretariat", "applications.0.interview", NULL,
    "/applications/0/interview: this is missing." },
  { INTERVIEWS "committee", "applications.1.interview.heard.3.heard", "\"whole\"",
    "/applications/1/reviews/3/status: this is not what the review is worth by what else is "
    "told." },
  { INTERVIEWS "committee", "applications.1.reviews.3.status", "\"counts\"",
    "/applications/1/reviews/3/status: this is not what the review is worth by what else is "
    "told." },
  { INTERVIEWS "committee", "applications.0.reviews.6.admitted_reason", "\"\"",
    "/applications/0/reviews/6/status: this is not what the review is worth by what else is "
    "told." },
  { INTERVIEWS "committee", "applications.0.reviews.8.status", "\"counts\"",
    "/applications/0/reviews/8/status: this is not what the review is worth by what else is "
    "told." },
  { INTERVIEWS "secretariat", "applications.0.reviews.8.late", "false",
    "/applications/0/reviews/8/late: the record says false, and what it was made from gives "
    "true." },
  { INTERVIEWS "secretariat", "not_applied", "[]",
    "/not_applied: the record has 0 of these, and what it was made from gives 1." },
  { INTERVIEWS "committee", "applications.0.interview.heard.0.heard", "\"some\"",
    "/applications/0/interview/heard/0/heard: this is not of the kind that stands here." },
  { INTERVIEWS "applicant", "applications.0.interview.heard", "[]",
    "/applications/0/interview/heard: who reads this record is not told this." },
  { INTERVIEWS "applicant", "applications.0.interview.what_became_clear", "\"\"",
    "/applications/0/interview/what_became_clear: who reads this record is not told this." },
  { INTERVIEWS "public", "applications.0.interview.what_became_clear", "\"\"",
    "/applications/0/interview/what_became_clear: who reads this record is not told this." },
};

/* Puts a value where another one is, or takes that away. */
static void
put (JsonNode   *parent,
     const char *name,
     JsonNode   *value)
{
  if (JSON_NODE_HOLDS_OBJECT (parent))
    {
      if (value != NULL)
        json_object_set_member (json_node_get_object (parent), name, value);
      else
        json_object_remove_member (json_node_get_object (parent), name);
    }
  else
    {
      JsonArray *array = json_node_get_array (parent);
      guint index = strtoul (name, NULL, 10);

      g_assert_cmpuint (index, <, json_array_get_length (array));
      json_array_remove_element (array, index);
      /* Arrays of json-glib cannot take an element at a place. */
      g_assert_null (value);
    }
}

static JsonNode *
step_into (JsonNode   *node,
           const char *name)
{
  JsonNode *child = JSON_NODE_HOLDS_OBJECT (node)
                      ? json_object_get_member (json_node_get_object (node), name)
                      : json_array_get_element (json_node_get_array (node),
                                                strtoul (name, NULL, 10));

  g_assert_nonnull (child);
  return child;
}

static void
change_record (JsonNode     *record,
               const Change *change)
{
  g_auto (GStrv) steps = g_strsplit (change->place, ".", -1);
  guint n_steps = g_strv_length (steps);
  JsonNode *node = record;
  JsonNode *value = NULL;

  for (guint i = 0; i + 1 < n_steps; i++)
    node = step_into (node, steps[i]);
  if (change->value != NULL)
    {
      g_autofree char *list = g_strdup_printf ("[%s]", change->value);
      g_autoptr (JsonNode) read = shinsa_json_read (list, strlen (list), NULL);

      value = json_array_dup_element (json_node_get_array (read), 0);
    }
  if (value != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      /* A number among numbers. */
      JsonNode *old = step_into (node, steps[n_steps - 1]);

      json_node_set_double (old, json_node_get_double (value));
      json_node_unref (value);
      return;
    }
  put (node, steps[n_steps - 1], value);
}

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (ShinsaIdentity) desk = load_desk (folder_of (change->profile));
  g_autoptr (JsonNode) record = load_record (change->profile);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = g_strconcat ("“record.json” cannot be relied on. ",
                                           change->sentence, NULL);

  change_record (record, change);
  shinsa_record_sign (record, desk);
  bytes = shinsa_json_write (record);
  assert_refused (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                  SHINSA_ERROR_INVALID, sentence);
}

int
main (int    argc,
      char **argv)
{
  const char * const *profiles = shinsa_record_profiles ();

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; profiles[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/record-verify/stands/", profiles[i], NULL);

      g_autofree char *held = g_strconcat ("/record-verify/stands/interviews/", profiles[i], NULL);

      g_test_add_data_func (path, profiles[i], test_stands);
      g_test_add_data_func (held, profiles[i], test_interviews_stand);
    }
  g_test_add_func ("/record-verify/other-root", test_other_root);
  g_test_add_func ("/record-verify/bytes", test_bytes);
  g_test_add_func ("/record-verify/other-key", test_other_key);
  g_test_add_func ("/record-verify/newer", test_newer);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/record-verify/change/%s/%s", changes[i].profile,
                                               changes[i].place);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  return g_test_run ();
}
