/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-json.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REGIONAL "regional-2021-1.round.json"
#define GLOBAL "global-2022-1.round.json"

static char *
load_sample (const char *name,
             gsize      *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static ShinsaRoundFile *
read_sample (const char *name)
{
  gsize length = 0;
  g_autofree char *bytes = load_sample (name, &length);
  g_autoptr (GError) error = NULL;
  ShinsaRoundFile *file = NULL;

  g_assert_true (shinsa_round_file_read (bytes, length, name, &file, &error));
  g_assert_no_error (error);
  return file;
}

/* --- What is accepted --- */

static void
test_regional (void)
{
  g_autoptr (ShinsaRoundFile) file = read_sample (REGIONAL);
  const ShinsaDefinition *definition = file->definition;
  const ShinsaRequirement *network;
  const ShinsaOutcome *registered;

  g_assert_cmpstr (definition->id, ==, "regional-2021-1");
  g_assert_cmpstr (definition->title.en, ==,
                   "Regional Biocommunities, first round (FY2020 call; practice copy)");
  g_assert_cmpstr (definition->call_to, ==, "2021-04-30");
  g_assert_true (definition->practice);
  g_assert_cmpuint (definition->levels->len, ==, 4);
  g_assert_cmpstr (shinsa_definition_level_by_key (definition, "2")->label.ja, ==,
                   "不十分な点がある");
  g_assert_cmpstr (shinsa_definition_level (definition, 4)->key, ==, "4");
  g_assert_null (shinsa_definition_level (definition, 2.5));
  g_assert_cmpfloat (shinsa_definition_lowest (definition), ==, 1);
  g_assert_cmpstr (definition->cannot_judge_key, ==, "?");
  g_assert_cmpfloat (definition->reason_at_or_below, ==, 2);
  g_assert_cmpint (definition->minimum_evaluators, ==, 3);
  g_assert_true (isnan (definition->quorum_fraction));
  g_assert_true (definition->quorum_recused_are_present);
  g_assert_cmpint (definition->growth_when, ==, SHINSA_GROWTH_WHEN_BELOW);
  g_assert_cmpuint (definition->segments->len, ==, 3);
  g_assert_cmpuint (definition->requirements->len, ==, 6);
  network = shinsa_definition_requirement (definition, "network_organisation");
  g_assert_cmpfloat (network->threshold, ==, 3);
  g_assert_cmpstr (shinsa_definition_market_area (definition, "9")->symbol, ==, "⑨");
  registered = shinsa_definition_outcome (definition, "registered");
  g_assert_cmpint (registered->gate, ==, SHINSA_GATE_GROWTH);
  g_assert_true (isnan (registered->line));
  g_assert_null (shinsa_definition_outcome (definition, "moved"));
}

/* The hash is that of the canonical JSON, which other programs write, too. */
static void
test_requirement_set_hash (void)
{
  g_autoptr (ShinsaRoundFile) regional = read_sample (REGIONAL);
  g_autoptr (ShinsaRoundFile) global = read_sample (GLOBAL);

  g_assert_cmpstr (regional->definition->requirement_set_hash, ==,
                   "550b3c7d011ea00c2284dd146bb944f239cb4e3f6937846c14e474af69bfaa48");
  g_assert_cmpstr (global->definition->requirement_set_hash, ==,
                   "c60e942e14593e6720bead3b824f708661667028686634ca0e787e5a20abe8f7");
}

static void
test_global (void)
{
  g_autoptr (ShinsaRoundFile) file = read_sample (GLOBAL);

  /* The rules say when to ask, the requirement set has no question. */
  g_assert_cmpint (file->definition->growth_when, ==, SHINSA_GROWTH_NEVER);
  g_assert_null (file->definition->call_from);
  g_assert_cmpuint (file->definition->requirements->len, ==, 7);
  g_assert_cmpuint (file->applications->len, ==, 2);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (file->timetable)), ==, 0);
}

static void
test_split (void)
{
  g_autoptr (ShinsaRoundFile) file = read_sample (REGIONAL);
  JsonObject *definition = json_node_get_object (file->definition_node);
  ShinsaRoundFileApplication *tsuruoka = g_ptr_array_index (file->applications, 1);
  JsonObject *dossier = json_node_get_object (tsuruoka->dossier);
  JsonObject *content = json_node_get_object (tsuruoka->content);

  g_assert_cmpuint (json_object_get_size (definition), ==, 7);
  g_assert_false (json_object_has_member (definition, "committee"));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (file->members)), ==, 8);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (file->timetable)), ==, 1);
  g_assert_cmpuint (file->applications->len, ==, 5);
  g_assert_cmpstr (tsuruoka->id, ==, "tsuruoka");
  g_assert_cmpuint (json_object_get_size (dossier), ==, 10);
  g_assert_cmpstr (json_object_get_string_member (dossier, "application"), ==, "tsuruoka");
  g_assert_cmpint (json_object_get_int_member (dossier, "position"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (dossier, "state"), ==, "active");
  g_assert_cmpstr (json_object_get_string_member (dossier, "reason"), ==, "");
  g_assert_cmpuint (json_object_get_size (content), ==, 2);
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (content, "content")), ==,
                    6);
  g_assert_cmpuint (tsuruoka->documents->len, ==, 0);
}

/* What was split off is read again as it stands in the bodies of acts. */
static void
test_bodies (void)
{
  g_autoptr (ShinsaRoundFile) file = read_sample (REGIONAL);
  ShinsaRoundFileApplication *hokkaido = g_ptr_array_index (file->applications, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaDefinition) definition = NULL;
  g_autoptr (ShinsaDossier) dossier = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  const ShinsaSlot *slot;
  const ShinsaIndicator *indicator;
  const ShinsaOrganisationCount *count;

  definition = shinsa_definition_read (json_node_get_object (file->definition_node), "/definition",
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpstr (definition->requirement_set_hash, ==, file->definition->requirement_set_hash);

  json_object_set_string_member (json_node_get_object (hokkaido->dossier), "salt", "00");
  dossier = shinsa_dossier_read (json_node_get_object (hokkaido->dossier), "", &error);
  g_assert_no_error (error);
  g_assert_false (dossier->has_content);
  g_assert_cmpuint (dossier->organisations->len, ==, 3);
  g_assert_cmpint (dossier->organisations_total, ==, 37);
  g_assert_cmpuint (dossier->organisation_counts->len, ==, 6);
  count = g_ptr_array_index (dossier->organisation_counts, 0);
  g_assert_cmpstr (count->kind, ==, "university");
  g_assert_cmpint (count->count, ==, 8);
  g_assert_true (dossier->and_others);

  g_assert_true (shinsa_dossier_content_read (
    dossier, json_object_get_object_member (json_node_get_object (hokkaido->content), "content"),
    definition, "/content", &error));
  g_assert_no_error (error);
  g_assert_true (dossier->has_content);
  g_assert_cmpuint (dossier->market_areas->len, ==, 2);
  indicator = g_ptr_array_index (dossier->indicators, 0);
  g_assert_nonnull (indicator->target);
  g_assert_cmpstr (indicator->raw, !=, "");

  members = shinsa_members_read (json_node_get_array (file->members), "/members", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 8);
  slots = shinsa_timetable_read (json_node_get_array (file->timetable), "/timetable", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slots->len, ==, 6);
  slot = g_ptr_array_index (slots, 3);
  g_assert_cmpstr (slot->kind, ==, "break");
  g_assert_cmpstr (slot->date, ==, "2021-05-28");
  g_assert_null (slot->application);
}

/* Who runs the network organisation is looked at for interests, too. */
static void
test_network_organisation (void)
{
  g_autoptr (ShinsaRoundFile) file = read_sample (GLOBAL);
  ShinsaRoundFileApplication *tokyo = g_ptr_array_index (file->applications, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaDossier) dossier =
    shinsa_dossier_read (json_node_get_object (tokyo->dossier), "", &error);
  const ShinsaOrganisation *last;

  g_assert_no_error (error);
  g_assert_cmpuint (dossier->organisations->len, ==, 21);
  last = g_ptr_array_index (dossier->organisations, 20);
  g_assert_cmpstr (last->name.en, ==, "Japan Bioindustry Association (JBA)");
  g_assert_cmpstr (dossier->network_organisation.en, ==, "Greater Tokyo Biocommunity Council");
  g_assert_cmpint (dossier->organisations_total, ==, 0);
}

static void
test_text_languages (void)
{
  ShinsaText both = { (char *) "審査", (char *) "review" };
  ShinsaText one = { (char *) "審査", NULL };
  ShinsaText none = { NULL, NULL };

  g_assert_cmpstr (shinsa_text_get (&both), ==, "review");
  g_assert_cmpstr (shinsa_text_get (&one), ==, "審査");
  g_assert_cmpstr (shinsa_text_get (&none), ==, "");
  g_setenv ("LANGUAGE", "ja", TRUE);
  g_assert_cmpstr (shinsa_text_get (&both), ==, "審査");
  g_unsetenv ("LANGUAGE");
}

/* Requirements of two rounds are the same by their codes, whatever their order and number. */
static void
test_previous (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rounds",
                                                 "small.round.json", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRoundFile) file = NULL;
  ShinsaRoundFileApplication *south;
  g_autoptr (ShinsaDossier) dossier = shinsa_dossier_new ();
  const ShinsaPreviousScore *score;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_round_file_read (bytes, length, path, &file, &error));
  g_assert_no_error (error);
  south = g_ptr_array_index (file->applications, 1);
  g_assert_true (shinsa_dossier_content_read (dossier,
                                              json_object_get_object_member (
                                                json_node_get_object (south->content),
                                                "content"),
                                              file->definition, "", &error));
  g_assert_no_error (error);

  g_assert_cmpstr (dossier->previous->title.en, ==, "Small round, the one before (for tests)");
  g_assert_cmpstr (dossier->previous->announced_on, ==, "2020-06-26");
  g_assert_cmpstr (dossier->previous->outcome.ja, ==, "登録");
  g_assert_cmpstr (dossier->previous->requirement_set_id, ==, "small-requirements");
  g_assert_cmpint (dossier->previous->requirement_set_version, ==, 1);
  g_assert_cmpuint (dossier->previous->requirements->len, ==, 3);
  g_assert_cmpuint (dossier->previous->conditions->len, ==, 1);
  g_assert_cmpstr (dossier->previous->remarks.en, ==,
                   "Close to certification once the organisation is in place.");
  g_assert_cmpuint (dossier->previous->indicators->len, ==, 1);

  score = shinsa_previous_score (dossier->previous, "network_organisation");
  g_assert_cmpfloat (score->median, ==, 2.5);
  g_assert_cmpint (score->counted, ==, 4);
  g_assert_cmpuint (score->levels->len, ==, 4);
  g_assert_cmpfloat (g_array_index (score->levels, double, 3), ==, 3);
  g_assert_cmpstr (score->comment.en, ==, "Say when it will be founded.");
  score = shinsa_previous_score (dossier->previous, "outreach");
  g_assert_true (isnan (score->median));
  g_assert_true (shinsa_text_is_empty (&score->comment));
  g_assert_null (shinsa_previous_score (dossier->previous, "plan"));
  g_assert_null (shinsa_previous_score (NULL, "strength"));
}

/* --- What is refused --- */

typedef struct {
  const char *name;
  const char *path;      /* of the member or element that is changed */
  const char *value;     /* JSON that it becomes; NULL removes it */
  const char *sentence;  /* after the name of the file */
  int         code;
} Mutation;

#define BAD SHINSA_ERROR_INVALID
#define LARGE SHINSA_ERROR_TOO_LARGE

static const Mutation mutations[] = {
  { "format-missing", "/format", NULL,
    "/format: this member is missing.", BAD },
  { "format-other", "/format", "\"shinsa.outcome\"",
    "/format: this is no round definition. Choose a file whose format is “shinsa.round”.", BAD },
  { "version-newer", "/version", "2",
    "/version: it was written for a newer version of Shinsa. Install that version to read "
    "it.", SHINSA_ERROR_NEWER },
  { "version-text", "/version", "\"1\"",
    "/version: a whole number is needed here.", BAD },
  { "version-zero", "/version", "0",
    "/version: a whole number from 1 to 2147483647 is needed here.", BAD },
  { "unknown-member", "/comittee", "[]",
    "/comittee: a member of this name is not known here. Correct its name or remove it.", BAD },
  { "missing-member", "/outcomes", NULL,
    "/outcomes: this member is missing. Add it.", BAD },
  { "round-list", "/round", "[]",
    "/round: an object is needed here.", BAD },
  { "round-id", "/round/id", "\"Regional 1\"",
    "/round/id: “Regional 1” cannot be used as a code. Use up to 64 small letters, digits, "
    "hyphens and underscores, beginning with a letter or a digit.", BAD },
  { "round-unknown", "/round/name", "\"x\"",
    "/round/name: a member of this name is not known here. Correct its name or remove it.", BAD },
  { "title-empty", "/round/title", "{}",
    "/round/title: the text is missing in both languages. Add “ja” or “en”.", BAD },
  { "title-null", "/round/title", "{\"ja\":null,\"en\":null}",
    "/round/title: the text is missing in both languages. Add “ja” or “en”.", BAD },
  { "title-french", "/round/title", "{\"fr\":\"Examen\"}",
    "/round/title/fr: a member of this name is not known here.", BAD },
  { "title-text", "/round/title", "\"Round\"",
    "/round/title: an object is needed here.", BAD },
  { "call-date", "/round/call_from", "\"2021-02-30\"",
    "/round/call_from: “2021-02-30” is not a date. Write it as 2021-06-25.", BAD },
  { "call-date-short", "/round/call_from", "\"2021-3-31\"",
    "/round/call_from: “2021-3-31” is not a date. Write it as 2021-06-25.", BAD },
  { "call-backwards", "/round/call_to", "\"2021-03-30\"",
    "/round/call_to: the call ends on 2021-03-30, before it begins on 2021-03-31. Correct "
    "the two dates.", BAD },
  { "announce-number", "/round/announce_on", "20210625",
    "/round/announce_on: a text is needed here.", BAD },
  { "practice-text", "/round/practice", "\"yes\"",
    "/round/practice: true or false is needed here.", BAD },
  { "scale-empty", "/rules/scale/levels", "[]",
    "/rules/scale/levels: the list has too few elements (0). Add some, to have at least 2.", BAD },
  { "scale-one-level", "/rules/scale/levels", "[{}]",
    "/rules/scale/levels: the list has too few elements (1). Add some, to have at least 2.", BAD },
  { "level-value-twice", "/rules/scale/levels/3/value", "2",
    "/rules/scale/levels/3/value: 2 is the value of a level already. Give each its own.", BAD },
  { "level-key-twice", "/rules/scale/levels/3/key", "\"2\"",
    "/rules/scale/levels/3/key: “2” is the key of a level already. Give each its own.", BAD },
  { "level-key-empty", "/rules/scale/levels/3/key", "\"\"",
    "/rules/scale/levels/3/key: the key is empty. Give the key to type for it.", BAD },
  { "level-key-long", "/rules/scale/levels/3/key", "\"123456789\"",
    "/rules/scale/levels/3/key: the text is too long. Shorten it to 8 characters.", LARGE },
  { "level-value-text", "/rules/scale/levels/0/value", "\"4\"",
    "/rules/scale/levels/0/value: a number is needed here.", BAD },
  { "cannot-judge-key", "/rules/scale/cannot_judge/key", "\"1\"",
    "/rules/scale/cannot_judge/key: “1” is the key of a level already. Give each its own.", BAD },
  { "cannot-judge-label", "/rules/scale/cannot_judge/label", NULL,
    "/rules/scale/cannot_judge/label: this member is missing. Add it.", BAD },
  { "reason-limit-high", "/rules/reason_required_at_or_below", "5",
    "/rules/reason_required_at_or_below: 5 is outside the scale. Give a number from 1 to 4.", BAD },
  { "reason-limit-low", "/rules/reason_required_at_or_below", "0.5",
    "/rules/reason_required_at_or_below: 0.5 is outside the scale. Give a number from 1 to "
    "4.", BAD },
  { "statistic", "/rules/statistic", "\"mode\"",
    "/rules/statistic: “mode” is not known here. Use one of these: median, mean, "
    "trimmed_mean, majority.", BAD },
  { "evaluators-none", "/rules/minimum_evaluators", "0",
    "/rules/minimum_evaluators: a whole number from 1 to 1000000 is needed here.", BAD },
  { "evaluators-many", "/rules/minimum_evaluators", "8",
    "/rules/minimum_evaluators: 8 evaluators are needed, but only 7 of the committee "
    "score. Lower the number, or let more score.", BAD },
  { "split-range", "/rules/split_range", "0",
    "/rules/split_range: 0 is no distance between levels. Give a number above 0.", BAD },
  { "quorum-word", "/rules/quorum/fraction", "\"all\"",
    "/rules/quorum/fraction: “all” is not known here. Use one of these: majority.", BAD },
  { "quorum-share", "/rules/quorum/fraction", "1.5",
    "/rules/quorum/fraction: 1.5 is no share. Give “majority” or a number above 0 and up "
    "to 1.", BAD },
  { "quorum-null", "/rules/quorum/fraction", "null",
    "/rules/quorum/fraction: a number is needed here.", BAD },
  { "quorum-base", "/rules/quorum/base", "\"all\"",
    "/rules/quorum/base: “all” is not known here. Use one of these: members.", BAD },
  { "recused-count", "/rules/quorum/recused_count", "\"half\"",
    "/rules/quorum/recused_count: “half” is not known here. Use one of these: present, "
    "absent.", BAD },
  { "absence", "/rules/absent_from_interview", "\"zero\"",
    "/rules/absent_from_interview: “zero” is not known here. Use one of these: "
    "paper_score_flagged, paper_score, not_counted.", BAD },
  { "ballot", "/rules/vote/ballot", "\"paper\"",
    "/rules/vote/ballot: “paper” is not known here. Use one of these: open, secret.", BAD },
  { "segment-code-twice", "/rules/interview/segments/1/code", "\"presentation\"",
    "/rules/interview/segments/1/code: “presentation” is used twice in this list. Give "
    "each its own.", BAD },
  { "segment-minutes", "/rules/interview/segments/0/minutes", "0",
    "/rules/interview/segments/0/minutes: a whole number from 1 to 1000000 is needed here.", BAD },
  { "comment-unknown", "/rules/overall/comment/0", "\"best\"",
    "/rules/overall/comment/0: “best” is not known here or is used twice. List strong, "
    "weak and remarks at most once each.", BAD },
  { "comment-twice", "/rules/overall/comment/2", "\"weak\"",
    "/rules/overall/comment/2: “weak” is not known here or is used twice. List strong, "
    "weak and remarks at most once each.", BAD },
  { "growth-when", "/rules/overall/growth_when", "\"sometimes\"",
    "/rules/overall/growth_when: “sometimes” is not known here. Use one of these: never, "
    "own_level_below_threshold, always.", BAD },
  { "reveal", "/rules/reveal/after", "\"never\"",
    "/rules/reveal/after: “never” is not known here. Use one of these: phase_closed.", BAD },
  { "notes", "/rules/private_notes", "\"kept\"",
    "/rules/private_notes: “kept” is not known here. Use one of these: destroyed, returned.", BAD },
  { "set-version", "/requirement_set/version", "1.5",
    "/requirement_set/version: a whole number is needed here.", BAD },
  { "set-empty", "/requirement_set/items", "[]",
    "/requirement_set/items: the list has too few elements (0). Add some, to have at least "
    "1.", BAD },
  { "requirement-twice", "/requirement_set/items/1/code", "\"strength\"",
    "/requirement_set/items/1/code: “strength” is used twice in this list. Give each its "
    "own.", BAD },
  { "requirement-kind", "/requirement_set/items/1/kind", "\"wish\"",
    "/requirement_set/items/1/kind: “wish” is not known here. Use one of these: element, "
    "data_condition.", BAD },
  { "threshold-high", "/requirement_set/items/5/threshold", "4.5",
    "/requirement_set/items/5/threshold: 4.5 is outside the scale. Give a number from 1 to "
    "4.", BAD },
  { "threshold-low", "/requirement_set/items/5/threshold", "0",
    "/requirement_set/items/5/threshold: 0 is outside the scale. Give a number from 1 to 4.", BAD },
  { "weight", "/requirement_set/items/5/weight", "-1",
    "/requirement_set/items/5/weight: -1 is no weight. Give 0 or more.", BAD },
  { "area-twice", "/market_areas/items/8/code", "\"1\"",
    "/market_areas/items/8/code: “1” is used twice in this list. Give each its own.", BAD },
  { "outcomes-empty", "/outcomes", "[]",
    "/outcomes: the list has too few elements (0). Add some, to have at least 1.", BAD },
  { "outcome-twice", "/outcomes/2/code", "\"certified\"",
    "/outcomes/2/code: “certified” is used twice in this list. Give each its own.", BAD },
  { "gate-unknown", "/outcomes/0/gate", "\"luck\"",
    "/outcomes/0/gate: “luck” is not known here. Use one of these: all_requirements, "
    "growth, weighted_total.", BAD },
  { "gate-without-growth", "/requirement_set/growth", "null",
    "/outcomes/1/gate: nobody is asked whether growth is expected. Add the question to the "
    "requirement set, or choose another gate.", BAD },
  { "gate-growth-never", "/rules/overall/growth_when", "\"never\"",
    "/outcomes/1/gate: nobody is asked whether growth is expected. Add the question to the "
    "requirement set, or choose another gate.", BAD },
  { "gate-without-line", "/outcomes/0/gate", "\"weighted_total\"",
    "/outcomes/0/line: this member is missing.", BAD },
  { "line-without-gate", "/outcomes/0/line", "3",
    "/outcomes/0/line: only the gate “weighted_total” has a line. Remove the line or "
    "change the gate.", BAD },
  { "committee-empty", "/committee", "[]",
    "/committee: the list has too few elements (0). Add some, to have at least 1.", BAD },
  { "two-chairs", "/committee/1/role", "\"chair\"",
    "/committee/1/role: “chair” is the chair already. Make only one person the chair.", BAD },
  { "role", "/committee/7/role", "\"guest\"",
    "/committee/7/role: “guest” is not known here. Use one of these: chair, deputy, "
    "member, secretariat, observer.", BAD },
  { "member-twice", "/committee/3/id", "\"a\"",
    "/committee/3/id: “a” is used twice in this list. Give each its own.", BAD },
  { "acting-order-twice", "/committee/1/acting_order", "1",
    "/committee/1/acting_order: “chair” has the same place in the acting order. Give each "
    "its own.", BAD },
  { "acting-order-zero", "/committee/1/acting_order", "0",
    "/committee/1/acting_order: a whole number from 1 to 1000000 is needed here.", BAD },
  { "membership", "/committee/4/until", "\"2021-13-01\"",
    "/committee/4/until: “2021-13-01” is not a date. Write it as 2021-06-25.", BAD },
  { "application-twice", "/applications/1/id", "\"hokkaido-prime\"",
    "/applications/1/id: “hokkaido-prime” is used twice in this list. Give each its own.", BAD },
  { "application-name", "/applications/1/name", "null",
    "/applications/1/name: an object is needed here.", BAD },
  { "organisation-kind", "/applications/0/organisations/0/kind", "\"school\"",
    "/applications/0/organisations/0/kind: “school” is not known here. Use one of these: "
    "university, research_institute, government, company, venture, incubator, financial, "
    "cooperative, hospital, other.", BAD },
  { "organisation-count", "/applications/0/organisation_counts/0/count", "-1",
    "/applications/0/organisation_counts/0/count: a whole number from 0 to 1000000 is "
    "needed here.", BAD },
  { "area-unknown", "/applications/0/market_areas/1", "\"10\"",
    "/applications/0/market_areas/1: there is no market area “10”. Use a code of the "
    "round’s market areas.", BAD },
  { "area-listed-twice", "/applications/0/market_areas/1", "\"3\"",
    "/applications/0/market_areas/1: the market area “3” is listed twice. List it once.", BAD },
  { "received-on", "/applications/0/received_on", "\"yesterday\"",
    "/applications/0/received_on: “yesterday” is not a date. Write it as 2021-06-25.", BAD },
  { "year-kind", "/applications/0/indicators/0/target/year_kind", "\"lunar\"",
    "/applications/0/indicators/0/target/year_kind: “lunar” is not known here. Use one of "
    "these: calendar, fiscal.", BAD },
  { "person", "/applications/0/persons/0", "{\"name\":{\"en\":\"Leader\"}}",
    "/applications/0/persons/0/organisation: this member is missing. Add it.", BAD },
  { "document-folder", "/applications/0/documents/0",
    "{\"file\":\"../a.pdf\",\"name\":\"A\",\"media_type\":\"application/pdf\"}",
    "/applications/0/documents/0/file: “../a.pdf” is not the name of a file in the folder "
    "of documents. Give the name without a folder.", BAD },
  { "slot-application", "/timetable/0/slots/0/application", "\"kyoto\"",
    "/timetable/0/slots/0/application: there is no application “kyoto”. Use the id of one "
    "that is listed.", BAD },
  { "slot-time", "/timetable/0/slots/0/starts", "\"24:00\"",
    "/timetable/0/slots/0/starts: “24:00” is not a time of the day. Write it as 09:30.", BAD },
  { "slot-minutes", "/timetable/0/slots/0/minutes", "2000",
    "/timetable/0/slots/0/minutes: 2000 minutes are more than a day. Correct the number.", BAD },
  { "slot-kind", "/timetable/0/slots/0/kind", "\"lunch\"",
    "/timetable/0/slots/0/kind: “lunch” is not known here. Use one of these: interview, "
    "break, changeover.", BAD },
  { "interview-without-application", "/timetable/0/slots/0/application", "null",
    "/timetable/0/slots/0/application: an interview needs an application. Name it, or make "
    "this a break.", BAD },
  { "break-with-application", "/timetable/0/slots/3/application", "\"tokai\"",
    "/timetable/0/slots/3/application: only an interview has an application. Make this "
    "null or an interview.", BAD },
  { "day", "/timetable/0/date", "null",
    "/timetable/0/date: a text is needed here.", BAD },
};

/* Follows a JSON pointer up to its last step, which is left in @step. */
static JsonNode *
find_container (JsonNode    *root,
                const char  *path,
                char       **step)
{
  g_auto (GStrv) steps = g_strsplit (path + 1, "/", -1);
  guint n_steps = g_strv_length (steps);
  JsonNode *node = root;

  for (guint i = 0; i + 1 < n_steps; i++)
    node = JSON_NODE_HOLDS_ARRAY (node)
           ? json_array_get_element (json_node_get_array (node), atoi (steps[i]))
           : json_object_get_member (json_node_get_object (node), steps[i]);
  *step = g_strdup (steps[n_steps - 1]);
  return node;
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = shinsa_json_read (json, strlen (json), &error);

  g_assert_no_error (error);
  return node;
}

/* A list is changed by an element, or grows by one behind its end. */
static void
mutate (JsonNode   *root,
        const char *path,
        const char *value)
{
  g_autofree char *step = NULL;
  JsonNode *container = find_container (root, path, &step);
  JsonArray *array;
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (container))
    {
      if (value == NULL)
        json_object_remove_member (json_node_get_object (container), step);
      else
        json_object_set_member (json_node_get_object (container), step, parse (value));
      return;
    }
  array = json_node_get_array (container);
  index = atoi (step);
  if (index == json_array_get_length (array))
    {
      json_array_add_element (array, parse (value));
      return;
    }
  /* The list is made anew: an element cannot be replaced in its place. */
  for (guint i = 0, length = json_array_get_length (array); i < length; i++)
    {
      JsonNode *element = i == index ? parse (value)
                                     : json_node_copy (json_array_get_element (array, 0));

      json_array_remove_element (array, 0);
      json_array_add_element (array, element);
    }
}

static char *
mutate_sample (const char *path,
               const char *value,
               gsize      *length)
{
  gsize size = 0;
  g_autofree char *bytes = load_sample (REGIONAL, &size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = shinsa_json_read (bytes, size, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  mutate (root, path, value);
  written = shinsa_json_write (root);
  return g_bytes_unref_to_data (g_steal_pointer (&written), length);
}

static void
assert_refused (const char *bytes,
                gsize       length,
                int         code,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strconcat ("round.json: ", sentence, NULL);
  ShinsaRoundFile *file = NULL;

  g_assert_false (shinsa_round_file_read (bytes, length, "round.json", &file, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, SHINSA_ERROR, code);
  g_assert_null (file);
}

static void
test_mutation (gconstpointer data)
{
  const Mutation *mutation = data;
  gsize length = 0;
  g_autofree char *bytes = mutate_sample (mutation->path, mutation->value, &length);

  assert_refused (bytes, length, mutation->code, mutation->sentence);
}

static void
test_not_json (void)
{
  gsize length = 0;
  g_autofree char *sample = load_sample (REGIONAL, &length);

  assert_refused ("", 0, BAD, "There is nothing to read: the text is empty.");
  assert_refused ("[]", 2, BAD, "The document is not an object: it must begin with “{”.");
  assert_refused ("{\"format\":\"shinsa.round\",}", 26, BAD,
                  "Line 1, column 25: no comma may stand before “}”.");
  assert_refused (sample, 40, BAD,
                  "Line 3, column 11: the text ends here, before it is complete.");
}

/* A list of n copies of one JSON text. */
static char *
repeat (const char *json,
        guint       n)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "", json);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

static void
test_limits (void)
{
  static const struct {
    const char *path;
    guint       n;
    const char *sentence;
  } limits[] = {
    { "/applications", 2001,
      "/applications: the list has too many elements (2001). Leave at most 2000." },
    { "/committee", 201,
      "/committee: the list has too many elements (201). Leave at most 200." },
    { "/requirement_set/items", 101,
      "/requirement_set/items: the list has too many elements (101). Leave at most 100." },
    { "/rules/scale/levels", 21,
      "/rules/scale/levels: the list has too many elements (21). Leave at most 20." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *list = repeat ("{}", limits[i].n);
      gsize length = 0;
      g_autofree char *bytes = mutate_sample (limits[i].path, list, &length);

      assert_refused (bytes, length, LARGE, limits[i].sentence);
    }
}

static void
test_documents (void)
{
  const char *good = "[{\"file\":\"tsuruoka.pdf\",\"name\":\"申請書\","
                     "\"media_type\":\"application/pdf\"}]";
  gsize length = 0;
  g_autofree char *bytes = mutate_sample ("/applications/1/documents", good, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRoundFile) file = NULL;
  ShinsaRoundFileApplication *application;
  ShinsaRoundFileDocument *document;

  g_assert_true (shinsa_round_file_read (bytes, length, "round.json", &file, &error));
  g_assert_no_error (error);
  application = g_ptr_array_index (file->applications, 1);
  document = g_ptr_array_index (application->documents, 0);
  g_assert_cmpstr (document->file, ==, "tsuruoka.pdf");
  g_assert_cmpstr (document->name, ==, "申請書");
  g_assert_cmpstr (document->media_type, ==, "application/pdf");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/regional", test_regional);
  g_test_add_func ("/definition/requirement-set-hash", test_requirement_set_hash);
  g_test_add_func ("/definition/global", test_global);
  g_test_add_func ("/definition/split", test_split);
  g_test_add_func ("/definition/bodies", test_bodies);
  g_test_add_func ("/definition/network-organisation", test_network_organisation);
  g_test_add_func ("/definition/text-languages", test_text_languages);
  g_test_add_func ("/definition/previous", test_previous);
  g_test_add_func ("/definition/documents", test_documents);
  g_test_add_func ("/definition/refused/not-json", test_not_json);
  g_test_add_func ("/definition/refused/limits", test_limits);
  for (gsize i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *path = g_strconcat ("/definition/refused/", mutations[i].name, NULL);

      g_test_add_data_func (path, &mutations[i], test_mutation);
    }
  return g_test_run ();
}
