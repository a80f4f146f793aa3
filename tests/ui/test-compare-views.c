/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-cache.h"
#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-compare-views.h"
#include "compare/shinsa-pinned-content.h"
#include "compare/shinsa-pins.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>
#include <math.h>

static ShinsaRow *
find_row (ShinsaTable *table,
          const char  *key)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      ShinsaRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_equal (shinsa_row_get_key (row), key))
        return row;
    }
  g_assert_not_reached ();
}

static const ShinsaCell *
find_cell (ShinsaTable *table,
           const char  *row,
           const char  *column_key)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (table->columns, i);

      if (g_str_equal (column->key, column_key))
        return shinsa_row_get_cell (find_row (table, row), i);
    }
  g_assert_not_reached ();
}

static void
assert_cell (ShinsaTable *table,
             const char  *row,
             const char  *column,
             const char  *before,
             const char  *text,
             const char  *label)
{
  const ShinsaCell *cell = find_cell (table, row, column);

  g_assert_cmpstr (cell->before, ==, before);
  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpstr (cell->label, ==, label);
}

static void
assert_complete (ShinsaTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      ShinsaRow *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpuint (shinsa_row_n_cells (row), ==, table->columns->len);
      for (guint j = 0; j < table->columns->len; j++)
        g_assert_nonnull (shinsa_row_get_cell (row, j)->label);
    }
}

static ShinsaTable *
all_table_new (ShinsaCompareView          view,
               const ShinsaCompareSource *source)
{
  g_autoptr (ShinsaCompareCache) cache = shinsa_compare_cache_new ();

  g_assert_true (shinsa_compare_view_exists (view, source->round));
  return shinsa_compare_cache_table (cache, view, source);
}

/* --- Paper and interview --- */

static ShinsaRound *
heard_round_new (const char *identity)
{
  ShinsaRound *round = shinsa_test_round_new (identity, SHINSA_TEST_ROUND_CLOSED);
  ShinsaReview *review;

  shinsa_test_round_review (round, "beta", "deputy", SHINSA_PHASE_INTERVIEW, "332", 1);
  review = g_ptr_array_index (round->reviews, round->reviews->len - 1);
  shinsa_set_string (&review->revision, "The plan was <explained>.");
  return round;
}

static void
test_phases (void)
{
  g_autoptr (ShinsaRound) round = heard_round_new ("desk");
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) beta = shinsa_compare_view_table (SHINSA_COMPARE_PHASES, &source, "beta");
  g_autoptr (ShinsaTable) gamma = shinsa_compare_view_table (SHINSA_COMPARE_PHASES, &source,
                                                             "gamma");

  assert_complete (beta);
  assert_cell (beta, "strength", "deputy", "1", "3",
               "Member B (Deputy), Strength, level 3 of 4, Met, changed from 1 on paper");
  assert_cell (beta, "plan", "deputy", NULL, "3",
               "Member B (Deputy), Vision and plan, level 3 of 4, Met, unchanged after the "
               "interview");
  assert_cell (beta, "strength", "chair", NULL, "4",
               "Member A (Chair), Strength, level 4 of 4, Fully met, paper review only");
  g_assert_true (find_cell (beta, "strength", "chair")->flags & SHINSA_CELL_HOLLOW);
  g_assert_false (find_cell (beta, "plan", "deputy")->flags & SHINSA_CELL_HOLLOW);
  assert_cell (beta, "strength", "#changed", NULL, "B",
               "Strength, Member B (Deputy) changed from 1 to 3");
  assert_cell (beta, "plan", "#changed", NULL, "", "Vision and plan, nobody changed the level");
  assert_cell (beta, "strength", "#median", NULL, "4", "All members, Strength, Median 4");
  assert_cell (beta, "strength", "#at", "2 of 3", "3 of 3",
               "Strength, 3 of 3 at or above the threshold, 2 of 3 on paper");
  assert_cell (beta, "strength", "#split", NULL, "no longer",
               "Strength, The members are no longer split.");
  assert_cell (gamma, "plan", "deputy", NULL, "R",
               "Member B (Deputy), Vision and plan, Recused");
  assert_cell (gamma, "strength", "c", NULL, "V", "Member C, Strength, Void");
}

static void
add_heard (ShinsaRound *round,
           const char  *member,
           ShinsaHeard  heard)
{
  ShinsaInterviewEvent *event = shinsa_interview_event_new ();

  event->seq = ++round->seq;
  event->event = SHINSA_INTERVIEW_HEARD;
  event->heard = heard;
  shinsa_set_string (&event->application, "beta");
  shinsa_set_string (&event->member, member);
  g_ptr_array_add (round->interview_events, event);
  shinsa_round_settle (round);
}

/* Levels on paper that stand because their member was not there are marked, in every view. */
static void
test_unheard (void)
{
  g_autoptr (ShinsaRound) round = heard_round_new ("deputy");
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) phases = NULL;
  g_autoptr (ShinsaTable) members = NULL;

  add_heard (round, "chair", SHINSA_HEARD_NONE);
  add_heard (round, "deputy", SHINSA_HEARD_PART);
  add_heard (round, "c", SHINSA_HEARD_WHOLE);
  phases = shinsa_compare_view_table (SHINSA_COMPARE_PHASES, &source, "beta");
  members = shinsa_compare_view_table (SHINSA_COMPARE_MEMBERS, &source, "beta");
  assert_cell (phases, "strength", "chair", NULL, "4",
               "Member A (Chair), Strength, level 4 of 4, Fully met, did not hear the whole "
               "interview, so the level on paper stands, paper review only");
  g_assert_cmpstr (find_cell (phases, "strength", "chair")->note, ==, "†");
  g_assert_cmpstr (find_cell (members, "strength", "chair")->note, ==, "†");
  g_assert_null (find_cell (phases, "strength", "c")->note);
  /* What was changed unheard is not said to be changed. */
  assert_cell (phases, "strength", "deputy", NULL, "1",
               "Own level, Strength, level 1 of 4, Not met, below the threshold, reason given, "
               "did not hear the whole interview, so the level on paper stands, paper review only");
  assert_cell (phases, "strength", "#changed", NULL, "", "Strength, nobody changed the level");
}

static void
test_all_phases (void)
{
  g_autoptr (ShinsaRound) round = heard_round_new ("c");
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = NULL;

  shinsa_test_round_review (round, "beta", "chair", SHINSA_PHASE_INTERVIEW, "333", -1);
  shinsa_test_round_review (round, "beta", "deputy", SHINSA_PHASE_INTERVIEW, "333", -1);
  table = all_table_new (SHINSA_COMPARE_ALL_PHASES, &source);
  assert_complete (table);
  assert_cell (table, "beta", "strength", "4", "3",
               "Beta Bay, Strength, Median 3, 4 on paper");
  assert_cell (table, "beta", "#changed", NULL, "4 of 6", "Beta Bay, Levels changed: 4 of 6");
  assert_cell (table, "beta", "#split", "1", "0",
               "Beta Bay, split on 0 requirements, 1 on paper");
  assert_cell (table, "alpha", "strength", NULL, "4",
               "Alpha Valley, Strength, Median 4, paper review only");
  assert_cell (table, "alpha", "#changed", NULL, "", "Alpha Valley, Levels changed: ");
  assert_cell (table, "gamma", "strength", NULL, "R", "Gamma Hills, Recused");
  g_assert_true (shinsa_row_has_tag (find_row (table, "beta"), SHINSA_TAG_CHANGED));
  g_assert_false (shinsa_row_has_tag (find_row (table, "alpha"), SHINSA_TAG_CHANGED));
}

static void
test_phases_hidden (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("deputy", SHINSA_TEST_ROUND_OPEN);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = shinsa_compare_view_table (SHINSA_COMPARE_PHASES, &source,
                                                             "alpha");

  assert_complete (table);
  assert_cell (table, "strength", "chair", NULL, "·",
               "Member A (Chair), Strength, not shown yet");
  assert_cell (table, "strength", "#median", NULL, "·", "Strength, not shown yet");
}

static void
test_change_reasons (void)
{
  g_autoptr (ShinsaRound) round = heard_round_new ("desk");
  ShinsaCompareSource source = { .round = round };
  g_autofree char *changed = shinsa_compare_view_reasons (SHINSA_COMPARE_PHASES, &source, "beta",
                                                          "strength", "deputy");
  g_autofree char *kept = shinsa_compare_view_reasons (SHINSA_COMPARE_PHASES, &source, "beta",
                                                       "plan", "deputy");
  g_autofree char *all = shinsa_compare_view_reasons (SHINSA_COMPARE_ALL_PHASES, &source, "beta",
                                                      "plan", NULL);

  g_assert_cmpstr (changed, ==,
                   "<b>Member B (Deputy)</b>  1 Not met → <b>3 Met</b>\n"
                   "On paper: Because of strength in beta.\n"
                   "Why it was changed: The plan was &lt;explained&gt;.");
  g_assert_cmpstr (kept, ==, "<b>Member B (Deputy)</b>  3 Met, unchanged");
  g_assert_cmpstr (all, ==, "<b>Member A (Chair)</b>  3 Met\n"
                            "<b>Member B (Deputy)</b>  3 Met, unchanged\n"
                            "<b>Member C</b>  Cannot judge\nBecause of plan in beta.");
}

/* --- Last round --- */

static void
add_earlier (ShinsaPrevious *previous,
             const char     *code,
             const char     *name,
             double          median,
             const double   *levels,
             guint           n_levels)
{
  ShinsaPreviousScore *score = shinsa_previous_score_new ();

  shinsa_set_string (&score->code, code);
  score->name.en = g_strdup (name);
  score->median = median;
  score->counted = (int) n_levels;
  if (n_levels > 0)
    g_array_append_vals (score->levels, levels, n_levels);
  g_ptr_array_add (previous->requirements, score);
}

static ShinsaRound *
second_round_new (const char *identity)
{
  static const double levels[] = { 2, 4, 3 };
  ShinsaRound *round = shinsa_test_round_new (identity, SHINSA_TEST_ROUND_CLOSED);
  ShinsaPrevious *previous = shinsa_previous_new ();
  ShinsaText *condition = g_new0 (ShinsaText, 1);

  shinsa_text_clear (&previous->title);
  shinsa_text_clear (&previous->outcome);
  previous->title.en = g_strdup ("First round");
  previous->outcome.en = g_strdup ("Registered");
  condition->en = g_strdup ("Name the <office>.");
  g_ptr_array_add (previous->conditions, condition);
  add_earlier (previous, "data", "Sharing of data", 2.5, levels, 3);
  add_earlier (previous, "strength", "Strength", 3, levels, 3);
  add_earlier (previous, "people", "Key persons", NAN, NULL, 0);
  ((ShinsaDossier *) g_ptr_array_index (round->dossiers, 0))->previous = previous;
  return round;
}

static void
test_last_round (void)
{
  g_autoptr (ShinsaRound) round = second_round_new ("desk");
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = shinsa_compare_view_table (SHINSA_COMPARE_LAST_ROUND, &source,
                                                             "alpha");

  assert_complete (table);
  g_assert_cmpuint (table->rows->len, ==, 3 + 1);
  assert_cell (table, "strength", "#then", NULL, "3", "Strength, Median of the earlier round 3");
  assert_cell (table, "strength", "#then-levels", NULL, "4 3 2",
               "Strength, Levels of the earlier round: 4 3 2");
  assert_cell (table, "strength", "#now", NULL, "4", "All members, Strength, Median 4");
  assert_cell (table, "strength", "#now-levels", NULL, "4 4 3",
               "Strength, Levels of this round: 4 4 3");
  assert_cell (table, "strength", "#difference", NULL, "▲ 1",
               "Strength, higher by 1 than in the earlier round");
  assert_cell (table, "data", "#difference", NULL, "▲ 0.5",
               "Data sharing, higher by 0.5 than in the earlier round");
  g_assert_cmpstr (shinsa_row_get_note (find_row (table, "data")), ==, "then: Sharing of data");
  assert_cell (table, "plan", "#then", NULL, "not asked then",
               "Vision and plan, not asked in the earlier round");
  assert_cell (table, "plan", "#difference", NULL, "", "Vision and plan, nothing to compare with");
  assert_cell (table, SHINSA_COMPARE_EARLIER "people", "#then", NULL, "not given",
               "Key persons, no median of the earlier round is given");
  g_assert_cmpstr (shinsa_row_get_note (find_row (table, SHINSA_COMPARE_EARLIER "people")), ==,
                   "not asked now");
  g_assert_null (shinsa_compare_view_table (SHINSA_COMPARE_LAST_ROUND, &source, "beta"));
}

static void
test_all_last_round (void)
{
  g_autoptr (ShinsaRound) round = second_round_new ("c");
  g_autoptr (ShinsaRound) first = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = NULL;

  shinsa_test_round_propose (round, "alpha", "certified", "");
  table = all_table_new (SHINSA_COMPARE_ALL_LAST_ROUND, &source);
  assert_complete (table);
  assert_cell (table, "alpha", "#then", NULL, "Registered",
               "Alpha Valley, Outcome then: Registered");
  assert_cell (table, "alpha", "#now", NULL, "Certified",
               "Alpha Valley, Provisional outcome: Certified");
  assert_cell (table, "beta", "#then", NULL, "no earlier round",
               "Beta Bay, Outcome then: no earlier round");
  assert_cell (table, "alpha", "#higher", NULL, "2", "Alpha Valley, Higher than then: 2");
  assert_cell (table, "alpha", "#lower", NULL, "0", "Alpha Valley, Lower than then: 0");
  assert_cell (table, "alpha", "strength", "3", "4",
               "Alpha Valley, Strength, Median 4, 3 in the earlier round");
  assert_cell (table, "alpha", "plan", NULL, "3",
               "Alpha Valley, Vision and plan, Median 3, not asked in the earlier round");
  g_assert_true (shinsa_row_has_tag (find_row (table, "alpha"), SHINSA_TAG_EARLIER));
  g_assert_false (shinsa_row_has_tag (find_row (table, "beta"), SHINSA_TAG_EARLIER));
  g_assert_false (shinsa_compare_view_exists (SHINSA_COMPARE_ALL_LAST_ROUND, first));
}

static void
test_earlier_words (void)
{
  g_autoptr (ShinsaRound) round = second_round_new ("desk");
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  ShinsaCompareSource source = { .round = round };
  g_autofree char *words = shinsa_compare_view_reasons (SHINSA_COMPARE_LAST_ROUND, &source,
                                                        "alpha", "strength", NULL);
  g_autofree char *none = shinsa_compare_view_reasons (SHINSA_COMPARE_LAST_ROUND, &source, "beta",
                                                       "strength", NULL);
  g_autofree char *undated = shinsa_compare_last_round_sentence (dossier->previous);
  g_autofree char *dated = NULL;

  g_assert_cmpstr (words, ==, "Condition of the earlier round: Name the &lt;office&gt;.");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (undated, ==, "First round: Registered");
  dossier->previous->announced_on = g_strdup ("2021-06-25");
  dated = shinsa_compare_last_round_sentence (dossier->previous);
  g_assert_cmpstr (dated, ==, "First round: Registered, announced on 06/25/21");
}

/* --- Words where there is no table --- */

static void
assert_words (char       *words,
              const char *wanted)
{
  g_assert_cmpstr (words, ==, wanted);
  g_free (words);
}

static void
test_words (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaRound) heard = heard_round_new ("desk");
  ShinsaDossier *alpha = g_ptr_array_index (round->dossiers, 0);

  assert_words (shinsa_compare_view_note (SHINSA_COMPARE_MEMBERS, round, "delta"),
                "1 counted of 3 eligible, 0 recused, 2 missing");
  assert_words (shinsa_compare_view_note (SHINSA_COMPARE_PHASES, round, "alpha"),
                "The interview has not been opened yet: only levels on paper are shown.");
  assert_words (shinsa_compare_view_note (SHINSA_COMPARE_PHASES, heard, "alpha"),
                "No level of the interview has been received yet: only levels on paper are shown.");
  assert_words (shinsa_compare_view_note (SHINSA_COMPARE_PHASES, heard, "beta"), NULL);
  assert_words (shinsa_compare_view_note (SHINSA_COMPARE_LAST_ROUND, round, "alpha"), NULL);
  assert_words (shinsa_compare_view_nothing (SHINSA_COMPARE_MEMBERS, NULL, NULL),
                "This round has no application to compare yet.");
  assert_words (shinsa_compare_view_nothing (SHINSA_COMPARE_LAST_ROUND, round, "alpha"),
                "This application brings along nothing that an earlier round found.");
  alpha->has_content = FALSE;
  assert_words (shinsa_compare_view_nothing (SHINSA_COMPARE_LAST_ROUND, round, "alpha"),
                "The content of this application is not shown here, and with it what an earlier "
                "round found.");
  assert_words (shinsa_compare_view_nothing (SHINSA_COMPARE_ALL_LAST_ROUND, round, "alpha"),
                "No application of this round brings along what an earlier round found.");
  assert_words (shinsa_compare_view_nothing (SHINSA_COMPARE_PINNED, round, "alpha"),
                "Pin two to four applications to see them side by side: under “By Application”, "
                "press the star beside each of them, or the P key.");
}

/* --- Tags --- */

static void
test_tags (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaDossier *alpha = g_ptr_array_index (round->dossiers, 0);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = NULL;

  g_ptr_array_add (alpha->market_areas, g_strdup ("5"));
  ((ShinsaInterest *) shinsa_round_interest (round, "delta", "c"))->state =
    SHINSA_INTEREST_WAITING;
  table = all_table_new (SHINSA_COMPARE_COMMITTEE, &source);
  g_assert_true (shinsa_row_has_tag (find_row (table, "alpha"), "area/5"));
  g_assert_false (shinsa_row_has_tag (find_row (table, "beta"), "area/5"));
  g_assert_true (shinsa_row_has_tag (find_row (table, "beta"), SHINSA_TAG_SPLIT));
  g_assert_true (shinsa_row_has_tag (find_row (table, "beta"), SHINSA_TAG_BELOW));
  g_assert_false (shinsa_row_has_tag (find_row (table, "alpha"), SHINSA_TAG_BELOW));
  g_assert_true (shinsa_row_has_tag (find_row (table, "alpha"), SHINSA_TAG_SCORED));
  g_assert_true (shinsa_row_has_tag (find_row (table, "delta"), SHINSA_TAG_INTERESTS));
  g_assert_false (shinsa_row_has_tag (find_row (table, "alpha"), SHINSA_TAG_INTERESTS));
}

/* --- Pins --- */

static void
assert_refused (GPtrArray         *pins,
                const ShinsaRound *round,
                const char        *application,
                const char        *why)
{
  guint n = pins->len;

  assert_words (shinsa_pins_toggle (pins, round, application), why);
  g_assert_cmpuint (pins->len, ==, n);
}

static void
test_pins (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (GPtrArray) pins = shinsa_pins_new ();
  ShinsaInterest *interest = (ShinsaInterest *) shinsa_round_interest (round, "beta", "c");
  g_autoptr (ShinsaCell) cell = NULL;

  assert_refused (pins, round, "gamma",
                  "You are recused from this application, so it cannot be pinned.");
  interest->state = SHINSA_INTEREST_UNDECLARED;
  assert_refused (pins, round, "beta",
                  "This application can be pinned after you have declared whether you have an "
                  "interest.");
  interest->state = SHINSA_INTEREST_WAITING;
  assert_refused (pins, round, "beta",
                  "This application can be pinned after your interest in it has been ruled on.");
  interest->state = SHINSA_INTEREST_NONE;
  assert_words (shinsa_pins_toggle (pins, round, "beta"), NULL);
  assert_words (shinsa_pins_toggle (pins, round, "alpha"), NULL);
  g_assert_true (shinsa_pins_have (pins, "beta"));
  cell = shinsa_pins_cell (pins, round, "beta");
  g_assert_cmpstr (cell->text, ==, "★");
  g_assert_cmpstr (cell->label, ==, "pinned");

  /* What may not be seen any more goes, and what the round does not have. */
  interest->state = SHINSA_INTEREST_RECUSED;
  g_ptr_array_add (pins, g_strdup ("omega"));
  shinsa_pins_prune (pins, round);
  g_assert_cmpuint (pins->len, ==, 1);
  g_assert_true (shinsa_pins_have (pins, "alpha"));
  assert_words (shinsa_pins_toggle (pins, round, "alpha"), NULL);
  g_assert_cmpuint (pins->len, ==, 0);
}

static void
test_pins_full (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (GPtrArray) pins = shinsa_pins_new ();
  ShinsaDossier *fifth = shinsa_dossier_new ();

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      assert_words (shinsa_pins_toggle (pins, round, dossier->id), NULL);
    }
  shinsa_set_string (&fifth->id, "epsilon");
  g_ptr_array_add (round->dossiers, fifth);
  assert_refused (pins, round, "epsilon",
                  "Four applications are pinned already. Take one of them away first.");
}

static void
test_pinned_content (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaReview *review = (ShinsaReview *) shinsa_round_review (round, "beta", "deputy",
                                                               SHINSA_PHASE_PAPER);
  ShinsaScore *score = g_ptr_array_index (review->scores, 0);
  ShinsaEvidence *evidence = shinsa_evidence_new ();
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaPinnedContent) content = NULL;
  g_autofree char *text = NULL;

  shinsa_set_string (&evidence->document, "hash");
  evidence->page = 7;
  g_ptr_array_add (score->evidence, evidence);
  content = shinsa_pinned_content_new (&source, "beta", "strength");
  text = shinsa_pinned_content_text (content);

  g_assert_cmpuint (content->levels->len, ==, 3);
  g_assert_cmpstr (((ShinsaCell *) g_ptr_array_index (content->headings, 1))->text, ==, "B");
  g_assert_cmpstr (((ShinsaCell *) g_ptr_array_index (content->levels, 1))->text, ==, "1");
  g_assert_cmpstr (content->figures, ==, "2 of 3 at or above, median 4, ◆ split");
  g_assert_cmpstr (content->markup, ==, "<b>B</b>  Because of strength in beta.");
  g_assert_cmpuint (content->places->len, ==, 1);
  g_assert_cmpstr (((ShinsaPinnedPlace *) g_ptr_array_index (content->places, 0))->text, ==,
                   "p. 7");
  g_assert_cmpstr (content->label, ==,
                   "Beta Bay, Strength, 2 of 3 at or above, median 4, ◆ split");
  g_assert_true (g_str_has_prefix (text, "A 4, B 1, C 4, "));
}

static void
test_text (void)
{
  g_autoptr (ShinsaRound) round = heard_round_new ("desk");
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = shinsa_compare_view_table (SHINSA_COMPARE_PHASES, &source,
                                                             "beta");
  g_autofree char *text = shinsa_table_text (table);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3 + 2);
  g_assert_cmpstr (lines[0], ==,
                   "Requirement\tA\tB\tC\tChanged by\tMedian\tAt or above\tSplit");
  g_assert_cmpstr (lines[1], ==, "Strength\t4\t1 → 3\t4\tB\t4\t2 of 3 → 3 of 3\tno longer");
}

/* --- Rows that are made once --- */

static void
test_cache (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (GPtrArray) pins = shinsa_pins_new ();
  ShinsaCompareSource source = { .round = round, .pins = pins };
  g_autoptr (ShinsaCompareCache) cache = shinsa_compare_cache_new ();
  g_autoptr (ShinsaTable) first = NULL;
  g_autoptr (ShinsaTable) second = NULL;
  g_autoptr (ShinsaTable) third = NULL;
  guint steps = 1;

  /* One row in each step, of the three views that have something to show. */
  while (shinsa_compare_cache_prepare (cache, &source, 0))
    steps++;
  g_assert_cmpuint (steps, ==, 3 * 4 + 1);

  first = shinsa_compare_cache_table (cache, SHINSA_COMPARE_COMMITTEE, &source);
  g_ptr_array_add (pins, g_strdup ("alpha"));
  g_ptr_array_add (pins, g_strdup ("beta"));
  shinsa_compare_cache_forget (cache, "alpha");
  second = shinsa_compare_cache_table (cache, SHINSA_COMPARE_COMMITTEE, &source);
  g_assert_true (find_row (first, "beta") == find_row (second, "beta"));
  assert_cell (second, "alpha", SHINSA_COMPARE_PIN, NULL, "★", "Alpha Valley, pinned");
  assert_cell (second, "beta", SHINSA_COMPARE_PIN, NULL, "☆", "Beta Bay, not pinned");
  shinsa_compare_cache_clear (cache);
  third = shinsa_compare_cache_table (cache, SHINSA_COMPARE_COMMITTEE, &source);
  assert_cell (third, "beta", SHINSA_COMPARE_PIN, NULL, "★", "Beta Bay, pinned");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  shinsa_ui_register_resource ();

  g_test_add_func ("/compare-views/phases", test_phases);
  g_test_add_func ("/compare-views/unheard", test_unheard);
  g_test_add_func ("/compare-views/all-phases", test_all_phases);
  g_test_add_func ("/compare-views/phases-hidden", test_phases_hidden);
  g_test_add_func ("/compare-views/change-reasons", test_change_reasons);
  g_test_add_func ("/compare-views/last-round", test_last_round);
  g_test_add_func ("/compare-views/all-last-round", test_all_last_round);
  g_test_add_func ("/compare-views/earlier-words", test_earlier_words);
  g_test_add_func ("/compare-views/words", test_words);
  g_test_add_func ("/compare-views/tags", test_tags);
  g_test_add_func ("/compare-views/pins", test_pins);
  g_test_add_func ("/compare-views/pins-full", test_pins_full);
  g_test_add_func ("/compare-views/pinned-content", test_pinned_content);
  g_test_add_func ("/compare-views/text", test_text);
  g_test_add_func ("/compare-views/cache", test_cache);
  return g_test_run ();
}
