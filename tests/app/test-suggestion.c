/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-suggestion.h"

#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-sample-round.h"

#include <math.h>
#include <string.h>

#define APP "tsuruoka"
#define PAPER SHINSA_PHASE_PAPER

typedef struct {
  ShinsaRound *round;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->round = shinsa_sample_round_new ();
  shinsa_sample_open (fixture->round, PAPER, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  shinsa_round_unref (fixture->round);
}

/* --- The table of vectors --- */

static void
add_score (ShinsaReview *review,
           const char   *requirement,
           double        level)
{
  ShinsaScore *score = shinsa_score_new ();

  shinsa_set_string (&score->requirement, requirement);
  score->level = level;
  g_ptr_array_add (review->scores, score);
}

/* A level, null for nothing received, "?", "R" for recused, "V" for recused after judging. */
static void
add_cell (ShinsaReview *review,
          GPtrArray    *recused,
          const char   *requirement,
          JsonNode     *cell)
{
  const char *word;

  if (JSON_NODE_HOLDS_NULL (cell))
    return;
  if (json_node_get_value_type (cell) != G_TYPE_STRING)
    {
      add_score (review, requirement, json_node_get_double (cell));
      return;
    }
  word = json_node_get_string (cell);
  if (strcmp (word, "?") == 0)
    add_score (review, requirement, NAN);
  else
    g_ptr_array_add (recused, (gpointer) requirement);
  if (strcmp (word, "V") == 0)
    add_score (review, requirement, 1);
}

static void
add_row (ShinsaRound *round,
         const char  *member,
         JsonArray   *cells,
         JsonNode    *growth)
{
  g_autoptr (GPtrArray) recused = g_ptr_array_new ();
  GPtrArray *requirements = round->definition->requirements;
  ShinsaReview *review = shinsa_sample_review (round, "app", member, PAPER, NULL);

  review->abstained = FALSE;
  for (guint i = 0; i < requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (requirements, i);

      add_cell (review, recused, requirement->code, json_array_get_element (cells, i));
    }
  if (!JSON_NODE_HOLDS_NULL (growth))
    review->growth = json_node_get_boolean (growth);
  if (recused->len == 0)
    return;
  /* A recusal from every requirement is one from the application. */
  if (recused->len == requirements->len)
    g_ptr_array_set_size (recused, 0);
  g_ptr_array_add (recused, NULL);
  shinsa_round_add_ruling (round, "app", member, TRUE, (const char * const *) recused->pdata, "",
                           "chair", ++round->seq);
}

static ShinsaRound *
make_round (JsonObject *definition,
            JsonArray  *levels,
            JsonArray  *growth)
{
  ShinsaRound *round = shinsa_round_new ();
  ShinsaDossier *dossier = shinsa_dossier_new ();
  g_autoptr (GError) error = NULL;

  round->definition = shinsa_definition_read (definition, "", &error);
  g_assert_no_error (error);
  shinsa_set_string (&dossier->id, "app");
  g_ptr_array_add (round->dossiers, dossier);
  shinsa_sample_open (round, PAPER, NULL);
  for (guint i = 0; i < json_array_get_length (levels); i++)
    {
      ShinsaMember *member = shinsa_member_new ();

      g_free (member->id);
      member->id = g_strdup_printf ("m%u", i);
      member->scores = TRUE;
      g_ptr_array_add (round->members, member);
      add_row (round, member->id, json_array_get_array_element (levels, i),
               json_array_get_element (growth, i));
    }
  shinsa_round_settle (round);
  return round;
}

/* Takes the node that was found. */
static void
assert_same (JsonNode   *found,
             JsonObject *expected,
             const char *member)
{
  g_autoptr (GBytes) left = shinsa_json_write (found);
  g_autoptr (GBytes) right = shinsa_json_write (json_object_get_member (expected, member));
  g_autofree char *found_text = g_strndup (g_bytes_get_data (left, NULL), g_bytes_get_size (left));
  g_autofree char *expected_text = g_strndup (g_bytes_get_data (right, NULL),
                                              g_bytes_get_size (right));

  g_assert_cmpstr (found_text, ==, expected_text);
  json_node_unref (found);
}

static void
check_case (JsonObject *definitions,
            JsonObject *vector)
{
  const char *definition = json_object_get_string_member (vector, "definition");
  JsonObject *expected = json_object_get_object_member (vector, "expected");
  g_autoptr (ShinsaRound) round =
    make_round (json_object_get_object_member (definitions, definition),
                json_object_get_array_member (vector, "levels"),
                json_object_get_array_member (vector, "growth"));
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, "app");

  g_test_message ("%s", json_object_get_string_member (vector, "name"));
  assert_same (shinsa_aggregates_to_json (suggestion->aggregates), expected, "aggregates");
  assert_same (shinsa_growth_to_json (shinsa_growth_count (round, "app", SHINSA_BASIS_DECISION)),
               expected, "growth");
  assert_same (shinsa_suggestion_to_json (suggestion), expected, "suggestion");
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors", "suggestion.json",
                                                 NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *cases;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  root = shinsa_json_read (bytes, length, &error);
  g_assert_no_error (error);
  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  g_assert_cmpuint (json_array_get_length (cases), >=, 20);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    check_case (json_object_get_object_member (json_node_get_object (root), "definitions"),
                json_array_get_object_element (cases, i));
}

/* --- Sentences --- */

static void
assert_explained (ShinsaRound        *round,
                  const char         *outcome,
                  const char * const *sentences)
{
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  g_auto (GStrv) found = NULL;

  shinsa_round_settle (round);
  suggestion = shinsa_suggest (round, APP);
  found = shinsa_suggestion_explain (suggestion, round->definition);
  g_assert_cmpstr (suggestion->outcome, ==, outcome);
  for (gsize i = 0; sentences[i] != NULL; i++)
    g_assert_cmpstr (found[i], ==, sentences[i]);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length ((char **) sentences));
}

static void
test_explain_certified (Fixture       *fixture,
                        gconstpointer  user_data)
{
  const char *sentences[] = { "Certified: all 6 requirements reach their thresholds.", NULL };

  shinsa_sample_review_all (fixture->round, APP, "4 3 3 3 3 3");
  assert_explained (fixture->round, "certified", sentences);
}

/* One requirement fails, the others are high (edge case 16). */
static void
test_explain_one_below (Fixture       *fixture,
                        gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 5 of 6 requirements reach their thresholds; “Arrangements to promote data sharing "
    "and use” (median 2, needed 3) does not.",
    "Registered: growth is expected (4 yes, 3 no).",
    NULL,
  };
  ShinsaRound *round = fixture->round;

  shinsa_sample_review_all (round, APP, "4 4 4 4 4 2");
  for (guint i = 0; i < round->reviews->len; i++)
    ((ShinsaReview *) g_ptr_array_index (round->reviews, i))->growth = i < 4;
  assert_explained (round, "registered", sentences);
}

static void
test_explain_declined (Fixture       *fixture,
                       gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 4 of 6 requirements reach their thresholds; “Strengths that can compete worldwide” "
    "(median 1, needed 3), “Arrangements to promote data sharing and use” (median 2, needed 3) do "
    "not.",
    "Registered: growth is not expected (0 yes, 7 no).",
    "Not selected: this remains where no other outcome is suggested.",
    NULL,
  };
  ShinsaRound *round = fixture->round;

  shinsa_sample_review_all (round, APP, "1 4 4 4 4 2");
  for (guint i = 0; i < round->reviews->len; i++)
    ((ShinsaReview *) g_ptr_array_index (round->reviews, i))->growth = 0;
  assert_explained (round, "declined", sentences);
}

/* Equal numbers suggest nothing: the committee discusses again (edge case 15). */
static void
test_explain_tie (Fixture       *fixture,
                  gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete worldwide” "
    "(median 2, needed 3) does not.",
    "Registered: as many expect growth as do not (3 and 3), so nothing is suggested.",
    NULL,
  };
  ShinsaRound *round = fixture->round;

  shinsa_sample_review_all (round, APP, "2 4 4 4 4 4");
  for (guint i = 0; i < 6; i++)
    ((ShinsaReview *) g_ptr_array_index (round->reviews, i))->growth = i % 2;
  assert_explained (round, NULL, sentences);
}

static void
test_explain_few_answers (Fixture       *fixture,
                          gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete worldwide” "
    "(median 2, needed 3) does not.",
    "Registered: too few said whether growth is expected (1 of at least 3), so nothing is "
    "suggested.",
    NULL,
  };

  shinsa_sample_review_all (fixture->round, APP, "2 4 4 4 4 4");
  ((ShinsaReview *) g_ptr_array_index (fixture->round->reviews, 0))->growth = 1;
  assert_explained (fixture->round, NULL, sentences);
}

/* Below the minimum nothing is suggested (edge cases 1 and 21). */
static void
test_explain_too_few (Fixture       *fixture,
                      gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: too few members judged “Strengths that can compete worldwide” (no evaluators), "
    "“Data and indicators submitted to measure potential and maturity” (2 of at least 3), so "
    "nothing is suggested.",
    NULL,
  };
  ShinsaRound *round = fixture->round;

  shinsa_sample_review (round, APP, "a", PAPER, "? 4 4 4 4 4");
  shinsa_sample_review (round, APP, "b", PAPER, "? 4 4 4 4 4");
  shinsa_sample_review (round, APP, "c", PAPER, "? 4 4 4 ? 4");
  assert_explained (round, NULL, sentences);
}

/* What misses its threshold by little is not rounded up to it. */
static void
test_explain_other_statistics (Fixture       *fixture,
                               gconstpointer  user_data)
{
  static const struct {
    ShinsaStatistic  statistic;
    const char      *sentence;
  } rows[] = {
    { SHINSA_STATISTIC_MEAN,
      "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete "
      "worldwide” (mean 2.8, needed 3) does not." },
    { SHINSA_STATISTIC_TRIMMED_MEAN,
      "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete "
      "worldwide” (trimmed mean 2.8, needed 3) does not." },
    { SHINSA_STATISTIC_MAJORITY, "Certified: all 6 requirements reach their thresholds." },
  };
  ShinsaRound *round = fixture->round;

  for (int i = 0; i < 7; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      shinsa_sample_review (round, APP, member->id, PAPER,
                            i == 0 ? "2 4 4 4 4 4" : "3 4 4 4 4 4");
    }
  /* 20 / 7 and, without one 4 and one 2, 14 / 5. */
  shinsa_sample_review (round, APP, "deputy", PAPER, "2 4 4 4 4 4");
  shinsa_sample_review (round, APP, "a", PAPER, "4 4 4 4 4 4");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShinsaSuggestion) suggestion = NULL;
      g_auto (GStrv) found = NULL;

      round->definition->statistic = rows[i].statistic;
      shinsa_round_settle (round);
      suggestion = shinsa_suggest (round, APP);
      found = shinsa_suggestion_explain (suggestion, round->definition);
      g_assert_cmpstr (found[0], ==, rows[i].sentence);
    }
}

static void
test_explain_majority (Fixture       *fixture,
                       gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete worldwide” "
    "(2 of 4 at or above 3, more than half needed) does not.",
    "Registered: too few said whether growth is expected (0 of at least 3), so nothing is "
    "suggested.",
    NULL,
  };
  ShinsaRound *round = fixture->round;

  round->definition->statistic = SHINSA_STATISTIC_MAJORITY;
  shinsa_sample_review (round, APP, "a", PAPER, "4 4 4 4 4 4");
  shinsa_sample_review (round, APP, "b", PAPER, "3 4 4 4 4 4");
  shinsa_sample_review (round, APP, "c", PAPER, "2 4 4 4 4 4");
  shinsa_sample_review (round, APP, "d", PAPER, "1 4 4 4 4 4");
  assert_explained (round, NULL, sentences);
}

static void
test_explain_total (Fixture       *fixture,
                    gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: the weighted total does not reach its line (3.1, needed 3.2).",
    "Registered: the weighted total reaches its line (3.1, needed 2.5).",
    NULL,
  };
  ShinsaRound *round = fixture->round;
  ShinsaOutcome *certified = g_ptr_array_index (round->definition->outcomes, 0);
  ShinsaOutcome *registered = g_ptr_array_index (round->definition->outcomes, 1);

  certified->gate = registered->gate = SHINSA_GATE_WEIGHTED_TOTAL;
  certified->line = 3.2;
  registered->line = 2.5;
  shinsa_sample_review_all (round, APP, "4 3 3 3 3 3");
  assert_explained (round, "registered", sentences);
}

static void
test_explain_no_outcome (Fixture       *fixture,
                         gconstpointer  user_data)
{
  const char *sentences[] = {
    "Certified: 5 of 6 requirements reach their thresholds; “Strengths that can compete worldwide” "
    "(median 2, needed 3) does not.",
    "No outcome of the round applies, so nothing is suggested.",
    NULL,
  };

  g_ptr_array_set_size (fixture->round->definition->outcomes, 1);
  shinsa_sample_review_all (fixture->round, APP, "2 4 4 4 4 4");
  assert_explained (fixture->round, NULL, sentences);
}

static void
test_departs (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (ShinsaSuggestion) nothing = NULL;
  g_autoptr (ShinsaSuggestion) certified = NULL;

  shinsa_round_settle (fixture->round);
  nothing = shinsa_suggest (fixture->round, APP);
  g_assert_false (shinsa_suggestion_departs (nothing, "declined"));
  shinsa_sample_review_all (fixture->round, APP, "4 4 4 4 4 4");
  shinsa_round_settle (fixture->round);
  certified = shinsa_suggest (fixture->round, APP);
  g_assert_false (shinsa_suggestion_departs (certified, "certified"));
  g_assert_true (shinsa_suggestion_departs (certified, "registered"));
}

#define ADD(path, function) \
  g_test_add ("/suggestion/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggestion/vectors", test_vectors);
  ADD ("explain/certified", test_explain_certified);
  ADD ("explain/one-below", test_explain_one_below);
  ADD ("explain/declined", test_explain_declined);
  ADD ("explain/tie", test_explain_tie);
  ADD ("explain/few-answers", test_explain_few_answers);
  ADD ("explain/too-few", test_explain_too_few);
  ADD ("explain/other-statistics", test_explain_other_statistics);
  ADD ("explain/majority", test_explain_majority);
  ADD ("explain/total", test_explain_total);
  ADD ("explain/no-outcome", test_explain_no_outcome);
  ADD ("departs", test_departs);
  return g_test_run ();
}
