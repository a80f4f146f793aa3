/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-history.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"

/* A draft and its history, and a clock that goes on by a minute with each step. */
typedef struct {
  ShinsaDraftHistory *history;
  ShinsaReview       *draft;
  gint64              now;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->history = shinsa_draft_history_new ();
  f->draft = shinsa_review_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  shinsa_draft_history_free (f->history);
  shinsa_review_free (f->draft);
}

static void
enter_after (Fixture         *f,
             gint64           pause,
             ShinsaDraftPart  part,
             const char      *key,
             const char      *value)
{
  g_autofree char *before = shinsa_review_dup_part (f->draft, part, key);

  f->now += pause;
  shinsa_review_set_part (f->draft, part, key, value);
  shinsa_draft_history_record (f->history, part, key, before, value, f->now);
}

static void
enter (Fixture         *f,
       ShinsaDraftPart  part,
       const char      *key,
       const char      *value)
{
  enter_after (f, 60 * G_USEC_PER_SEC, part, key, value);
}

static void
assert_part (Fixture         *f,
             ShinsaDraftPart  part,
             const char      *key,
             const char      *expected)
{
  g_autofree char *value = shinsa_review_dup_part (f->draft, part, key);

  g_assert_cmpstr (value, ==, expected);
}

static gboolean
take_step (Fixture        *f,
           ShinsaDraftWay  way)
{
  const ShinsaDraftStep *next = shinsa_draft_history_peek (f->history, f->draft, way);
  const ShinsaDraftStep *step = shinsa_draft_history_step (f->history, f->draft, way);

  g_assert_true (next == step);
  if (step == NULL)
    return FALSE;
  shinsa_review_set_part (f->draft, step->part, step->key,
                          way == SHINSA_STEP_BACK ? step->before : step->after);
  return TRUE;
}

static gboolean
undo (Fixture *f)
{
  return take_step (f, SHINSA_STEP_BACK);
}

static gboolean
redo (Fixture *f)
{
  return take_step (f, SHINSA_STEP_AGAIN);
}

static void
test_levels (Fixture       *f,
             gconstpointer  data)
{
  g_assert_false (undo (f));
  enter (f, SHINSA_DRAFT_LEVEL, "plan", "3");
  enter (f, SHINSA_DRAFT_LEVEL, "plan", "2");
  enter (f, SHINSA_DRAFT_LEVEL, "team", "cannot_judge");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "team", NULL);
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", "3");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", NULL);
  g_assert_false (undo (f));

  g_assert_true (redo (f) && redo (f) && redo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", "2");
  assert_part (f, SHINSA_DRAFT_LEVEL, "team", "cannot_judge");
  g_assert_false (redo (f));
}

static void
test_something_new (Fixture       *f,
                    gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_GROWTH, NULL, "yes");
  g_assert_true (undo (f));
  enter (f, SHINSA_DRAFT_OVERALL, NULL, "4");
  g_assert_false (redo (f));
  /* What changes nothing is no step, and leaves what can be done again alone. */
  g_assert_true (undo (f));
  enter (f, SHINSA_DRAFT_OVERALL, NULL, NULL);
  g_assert_true (redo (f));
  assert_part (f, SHINSA_DRAFT_OVERALL, NULL, "4");
}

static void
test_burst (Fixture       *f,
            gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_REASON, "plan", "Too");
  enter_after (f, G_USEC_PER_SEC, SHINSA_DRAFT_REASON, "plan", "Too vague");
  enter_after (f, G_USEC_PER_SEC, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  enter (f, SHINSA_DRAFT_REASON, "plan", "Too vague. Dates are missing.");
  enter_after (f, G_USEC_PER_SEC, SHINSA_DRAFT_REASON, "team", "Small.");
  g_assert_true (undo (f) && undo (f));
  assert_part (f, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_REASON, "plan", NULL);
  g_assert_false (undo (f));
}

static void
test_levels_are_no_burst (Fixture       *f,
                          gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_LEVEL, "plan", "3");
  enter_after (f, 1, SHINSA_DRAFT_LEVEL, "plan", "2");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", "3");
}

/* The field of a text takes back for itself; the history does not bring that back in turn. */
static void
test_text_taken_back_by_hand (Fixture       *f,
                              gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_LEVEL, "plan", "3");
  enter (f, SHINSA_DRAFT_STRONG, NULL, "Clear");
  enter (f, SHINSA_DRAFT_STRONG, NULL, "");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", NULL);
  g_assert_true (redo (f) && redo (f));
  assert_part (f, SHINSA_DRAFT_STRONG, NULL, "Clear");
}

static void
test_evidence_and_questions (Fixture       *f,
                             gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_EVIDENCE, "plan/0", "abc:7:");
  enter (f, SHINSA_DRAFT_EVIDENCE, "plan/1", "abc:12:as it says: here");
  enter (f, SHINSA_DRAFT_EVIDENCE, "plan/0", NULL);
  enter (f, SHINSA_DRAFT_QUESTION, "0", "Who pays?");
  g_assert_true (undo (f) && undo (f));
  assert_part (f, SHINSA_DRAFT_QUESTION, "0", NULL);
  assert_part (f, SHINSA_DRAFT_EVIDENCE, "plan/0", "abc:7:");
  g_assert_true (undo (f));
  assert_part (f, SHINSA_DRAFT_EVIDENCE, "plan/1", NULL);
  g_assert_true (redo (f));
  assert_part (f, SHINSA_DRAFT_EVIDENCE, "plan/1", "abc:12:as it says: here");
}

static void
test_changed_elsewhere (Fixture       *f,
                        gconstpointer  data)
{
  enter (f, SHINSA_DRAFT_LEVEL, "plan", "3");
  shinsa_review_set_part (f->draft, SHINSA_DRAFT_LEVEL, "plan", "1");
  g_assert_false (undo (f));
  shinsa_review_set_part (f->draft, SHINSA_DRAFT_LEVEL, "plan", "3");
  g_assert_true (undo (f));
  shinsa_review_set_part (f->draft, SHINSA_DRAFT_LEVEL, "plan", "1");
  g_assert_false (redo (f));
}

static void
test_take_back (Fixture       *f,
                gconstpointer  data)
{
  const ShinsaDraftStep *step;

  enter (f, SHINSA_DRAFT_LEVEL, "plan", "2");
  enter (f, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  step = shinsa_draft_history_take_back (f->history, f->draft, SHINSA_DRAFT_LEVEL, "plan");
  g_assert_nonnull (step);
  g_assert_null (step->before);
  shinsa_review_set_part (f->draft, step->part, step->key, step->before);
  assert_part (f, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  g_assert_null (shinsa_draft_history_take_back (f->history, f->draft, SHINSA_DRAFT_LEVEL, "plan"));
  g_assert_true (redo (f));
  assert_part (f, SHINSA_DRAFT_LEVEL, "plan", "2");
}

static void
test_many_steps (Fixture       *f,
                 gconstpointer  data)
{
  guint steps = 0;

  for (guint i = 0; i < 1100; i++)
    enter (f, SHINSA_DRAFT_LEVEL, "plan", i % 2 == 0 ? "3" : "2");
  while (undo (f))
    steps++;
  g_assert_cmpuint (steps, ==, 1000);
}

#define ADD(path, func) \
  g_test_add ("/draft-history/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("levels", test_levels);
  ADD ("something-new", test_something_new);
  ADD ("burst", test_burst);
  ADD ("levels-are-no-burst", test_levels_are_no_burst);
  ADD ("text-taken-back-by-hand", test_text_taken_back_by_hand);
  ADD ("evidence-and-questions", test_evidence_and_questions);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("take-back", test_take_back);
  ADD ("many-steps", test_many_steps);
  return g_test_run ();
}
