/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-review-rules.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-sample-round.h"

#include <math.h>

#define NETWORK "Network organisation responsible for coordination and collaboration"

typedef struct {
  ShinsaRound  *round;
  ShinsaReview *review;
} Fixture;

/* A review that can be submitted. */
static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->round = shinsa_sample_round_new ();
  fixture->review = shinsa_sample_review (fixture->round, "tsuruoka", "a", SHINSA_PHASE_PAPER,
                                          "4 3 3 3 3 3");
  fixture->review->overall = 3;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  shinsa_round_unref (fixture->round);
}

static ShinsaScore *
score_at (Fixture *fixture,
          guint    index)
{
  return g_ptr_array_index (fixture->review->scores, index);
}

/* That this is the only problem, or with NULL that there is none. */
static void
assert_problem (Fixture            *fixture,
                const char * const *recused,
                const char         *requirement,
                const char         *field,
                const char         *sentence)
{
  g_autoptr (GPtrArray) problems = shinsa_review_problems (fixture->round->definition,
                                                           fixture->review, recused);
  const ShinsaReviewProblem *problem;

  g_assert_cmpuint (problems->len, ==, sentence != NULL ? 1 : 0);
  if (sentence == NULL)
    return;
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->requirement, ==, requirement);
  g_assert_cmpstr (problem->field, ==, field);
  g_assert_cmpstr (problem->sentence, ==, sentence);
}

static void
assert_fine (Fixture *fixture)
{
  assert_problem (fixture, NULL, NULL, NULL, NULL);
}

static void
test_reason (Fixture       *fixture,
             gconstpointer  user_data)
{
  const ShinsaDefinition *definition = fixture->round->definition;

  assert_fine (fixture);
  fixture->review->growth = 1;
  score_at (fixture, 1)->level = 2;
  assert_problem (fixture, NULL, "network_organisation", "reason",
                  "Level 2 needs a reason. Write one for “" NETWORK "” and the review can be "
                  "submitted.");
  shinsa_set_string (&score_at (fixture, 1)->reason, " 　\n");
  assert_problem (fixture, NULL, "network_organisation", "reason",
                  "Level 2 needs a reason. Write one for “" NETWORK "” and the review can be "
                  "submitted.");
  shinsa_set_string (&score_at (fixture, 1)->reason, "Nobody leads it.");
  assert_fine (fixture);
  g_assert_true (shinsa_reason_is_asked (definition, 1));
  g_assert_false (shinsa_reason_is_asked (definition, 3));
  fixture->round->definition->reason_at_or_below = NAN;
  g_assert_false (shinsa_reason_is_asked (definition, 1));
}

static void
test_cannot_judge (Fixture       *fixture,
                   gconstpointer  user_data)
{
  score_at (fixture, 1)->level = NAN;
  assert_problem (fixture, NULL, "network_organisation", "reason",
                  "“Cannot judge” needs a reason. Write one for “" NETWORK "” and the review can "
                  "be submitted.");
  shinsa_set_string (&score_at (fixture, 1)->reason, "Outside my field.");
  assert_fine (fixture);
  shinsa_set_string (&score_at (fixture, 1)->reason, "");
  fixture->round->definition->cannot_judge_needs_reason = FALSE;
  assert_fine (fixture);
  shinsa_set_string (&fixture->round->definition->cannot_judge_key, NULL);
  assert_problem (fixture, NULL, "network_organisation", "level",
                  "“" NETWORK "” has no level. Give one and the review can be submitted.");
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char sentence[] = "“" NETWORK "” has no level. Give one, or say that you cannot "
                                 "judge it, and the review can be submitted.";

  score_at (fixture, 1)->level = SHINSA_LEVEL_UNSET;
  assert_problem (fixture, NULL, "network_organisation", "level", sentence);
  g_ptr_array_remove_index (fixture->review->scores, 1);
  assert_problem (fixture, NULL, "network_organisation", "level", sentence);
}

static void
test_level_outside_scale (Fixture       *fixture,
                          gconstpointer  user_data)
{
  score_at (fixture, 1)->level = 3.5;
  assert_problem (fixture, NULL, "network_organisation", "level",
                  "3.5 is not a level of the scale. Choose one of the scale for “" NETWORK "” and "
                  "the review can be submitted.");
}

/* Recused from some requirements: these are left out, the others not (edge case 2). */
static void
test_recused (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *recused[] = { "network_organisation", NULL };

  assert_problem (fixture, recused, "network_organisation", "level",
                  "You are recused from “" NETWORK "”. Leave it without a level and the review can "
                  "be submitted.");
  g_ptr_array_remove_index (fixture->review->scores, 1);
  assert_problem (fixture, recused, NULL, NULL, NULL);
}

static void
test_overall (Fixture       *fixture,
              gconstpointer  user_data)
{
  fixture->review->overall = NAN;
  assert_problem (fixture, NULL, "", "overall",
                  "The overall judgement is missing. Give one and the review can be submitted.");
  fixture->review->overall = 5;
  assert_problem (fixture, NULL, "", "overall",
                  "5 is not a level of the scale. Choose one of the scale as overall judgement and "
                  "the review can be submitted.");
  fixture->review->overall = NAN;
  fixture->round->definition->overall_judgement = FALSE;
  assert_fine (fixture);
}

static void
test_growth (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaDefinition *definition = fixture->round->definition;

  g_assert_false (shinsa_growth_is_asked (definition, fixture->review));
  g_assert_false (shinsa_score_is_below (definition, score_at (fixture, 1)));
  score_at (fixture, 1)->level = 2;
  shinsa_set_string (&score_at (fixture, 1)->reason, "Nobody leads it.");
  g_assert_true (shinsa_score_is_below (definition, score_at (fixture, 1)));
  g_assert_true (shinsa_growth_is_asked (definition, fixture->review));
  assert_problem (fixture, NULL, "", "growth",
                  "“Growth expected” is not answered. Say yes or no and the review can be "
                  "submitted.");
  fixture->review->growth = 0;
  assert_fine (fixture);
  fixture->review->growth = -1;
  definition->growth_when = SHINSA_GROWTH_NEVER;
  assert_fine (fixture);
  score_at (fixture, 1)->level = 3;
  definition->growth_when = SHINSA_GROWTH_ALWAYS;
  g_assert_true (shinsa_growth_is_asked (definition, fixture->review));
  score_at (fixture, 1)->level = NAN;
  g_assert_false (shinsa_score_is_below (definition, score_at (fixture, 1)));
}

/* A recorded abstention needs nothing else. */
static void
test_abstained (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_ptr_array_set_size (fixture->review->scores, 0);
  fixture->review->overall = NAN;
  fixture->review->abstained = TRUE;
  assert_fine (fixture);
  fixture->round->definition->growth_when = SHINSA_GROWTH_ALWAYS;
  g_assert_false (shinsa_growth_is_asked (fixture->round->definition, fixture->review));
}

/* All of them at once, in the order of the sheet. */
static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const expected[] = {
    "network_organisation reason", "data_sharing level", " overall", " growth",
  };
  g_autoptr (GPtrArray) problems = NULL;

  score_at (fixture, 1)->level = 1;
  g_ptr_array_remove_index (fixture->review->scores, 5);
  fixture->review->overall = NAN;
  problems = shinsa_review_problems (fixture->round->definition, fixture->review, NULL);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const ShinsaReviewProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = g_strdup_printf ("%s %s", problem->requirement, problem->field);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* Only levels are looked at: reasons may be written better at any time. */
static void
test_revised (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (ShinsaReview) after = shinsa_review_new ();
  ShinsaScore *score = shinsa_score_new ();

  g_ptr_array_add (after->scores, score);
  shinsa_set_string (&score->requirement, score_at (fixture, 0)->requirement);
  shinsa_set_string (&score->reason, "Said better.");
  score->level = score_at (fixture, 0)->level;
  g_assert_false (shinsa_levels_were_revised (fixture->review, after));

  score->level = NAN;
  g_assert_true (shinsa_levels_were_revised (fixture->review, after));
  score_at (fixture, 0)->level = NAN;
  g_assert_false (shinsa_levels_were_revised (fixture->review, after));
  shinsa_set_string (&score->requirement, "unheard_of");
  g_assert_true (shinsa_levels_were_revised (fixture->review, after));
}

/* Evidence is a page of a document of the application. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (ShinsaDossier) dossier = shinsa_dossier_new ();
  ShinsaDocumentInfo *document = shinsa_document_info_new ();
  ShinsaEvidence *evidence = shinsa_evidence_new ();
  g_autofree char *foreign = NULL;
  g_autofree char *no_page = NULL;

  shinsa_set_string (&document->hash, "plan");
  g_ptr_array_add (dossier->documents, document);
  shinsa_set_string (&evidence->document, "budget");
  evidence->page = 1;
  g_ptr_array_add (score_at (fixture, 1)->evidence, evidence);
  foreign = shinsa_evidence_problem (fixture->round->definition, fixture->review, dossier);
  g_assert_cmpstr (foreign, ==,
                   "The evidence for “" NETWORK "” is in a document that does not belong to this "
                   "application. Nothing was changed. Name a page of one of its own documents.");
  /* Where the application is not known here, its documents are not either. */
  g_assert_null (shinsa_evidence_problem (fixture->round->definition, fixture->review, NULL));

  shinsa_set_string (&evidence->document, "plan");
  g_assert_null (shinsa_evidence_problem (fixture->round->definition, fixture->review, dossier));
  evidence->page = 0;
  no_page = shinsa_evidence_problem (fixture->round->definition, fixture->review, dossier);
  g_assert_cmpstr (no_page, ==,
                   "The evidence for “" NETWORK "” names no page: pages are counted from 1. "
                   "Nothing was changed. Name the page.");

  /* A place that a draft keeps for evidence that was taken away. */
  shinsa_set_string (&evidence->document, "");
  g_assert_null (shinsa_evidence_problem (fixture->round->definition, fixture->review, dossier));
}

static void
add_evidence (Fixture    *fixture,
              const char *hash,
              int         page)
{
  ShinsaEvidence *evidence = shinsa_evidence_new ();

  shinsa_set_string (&evidence->document, hash);
  evidence->page = page;
  g_ptr_array_add (score_at (fixture, 1)->evidence, evidence);
}

/* What leads nowhere is taken away; the rest stays in its order, and so do the levels. */
static void
test_drop_evidence (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (ShinsaDossier) dossier = shinsa_dossier_new ();
  ShinsaDocumentInfo *document = shinsa_document_info_new ();
  const GPtrArray *evidence = score_at (fixture, 1)->evidence;
  double level = score_at (fixture, 1)->level;

  shinsa_set_string (&document->hash, "plan");
  g_ptr_array_add (dossier->documents, document);
  add_evidence (fixture, "plan", 7);
  add_evidence (fixture, "budget", 1);
  add_evidence (fixture, "plan", 0);
  add_evidence (fixture, "plan", 2);
  shinsa_review_drop_evidence (fixture->review, dossier);
  g_assert_cmpuint (evidence->len, ==, 2);
  g_assert_cmpint (((ShinsaEvidence *) g_ptr_array_index (evidence, 0))->page, ==, 7);
  g_assert_cmpint (((ShinsaEvidence *) g_ptr_array_index (evidence, 1))->page, ==, 2);
  g_assert_cmpfloat (score_at (fixture, 1)->level, ==, level);
}

#define ADD(path, function) \
  g_test_add ("/review-rules/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("reason", test_reason);
  ADD ("cannot-judge", test_cannot_judge);
  ADD ("missing", test_missing);
  ADD ("level-outside-scale", test_level_outside_scale);
  ADD ("recused", test_recused);
  ADD ("overall", test_overall);
  ADD ("growth", test_growth);
  ADD ("abstained", test_abstained);
  ADD ("order", test_order);
  ADD ("revised", test_revised);
  ADD ("evidence", test_evidence);
  ADD ("drop-evidence", test_drop_evidence);
  return g_test_run ();
}
