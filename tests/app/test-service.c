/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"
#include "shinsa-service-entering.h"
#include "shinsa-error.h"
#include "shinsa-test-session.h"

#include <math.h>
#include <signal.h>
#include <sys/resource.h>

/* The session of the fixture stands for another process with the same store. */

typedef struct {
  ShinsaTestSession  other;
  ShinsaService     *service;
  char              *root;
  int                changes;
  char              *failure;   /* what "save-failed" said */
  GAsyncResult      *result;
} Fixture;

static void
wait_until (Fixture  *fixture,
            gboolean (*holds) (Fixture *fixture))
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!holds (fixture) && g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  g_assert_true (holds (fixture));
}

static gboolean
has_result (Fixture *fixture)
{
  return fixture->result != NULL;
}

static gboolean
is_saved (Fixture *fixture)
{
  return shinsa_service_get_save_state (fixture->service) == SHINSA_SAVE_SAVED;
}

static gboolean
is_not_saved (Fixture *fixture)
{
  return shinsa_service_get_save_state (fixture->service) == SHINSA_SAVE_FAILED;
}

static gboolean
has_draft (Fixture *fixture)
{
  return shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER) != NULL;
}

static gboolean
has_review (Fixture *fixture)
{
  return shinsa_service_get_round (fixture->service)->reviews->len > 0;
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Fixture *fixture = data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static GAsyncResult *
take_result (Fixture *fixture)
{
  wait_until (fixture, has_result);
  return g_steal_pointer (&fixture->result);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
save_failed_cb (Fixture    *fixture,
                const char *message)
{
  g_free (fixture->failure);
  fixture->failure = g_strdup (message);
}

static void
select_identity (Fixture    *fixture,
                 const char *identity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_select_async (fixture->service, fixture->root, identity, NULL, result_cb, fixture);
  result = take_result (fixture);
  shinsa_service_select_finish (fixture->service, result, &error);
  g_assert_no_error (error);
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_open_async (fixture->service, NULL, result_cb, fixture);
  result = take_result (fixture);
  shinsa_service_open_finish (fixture->service, result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  shinsa_test_session_set_up (&fixture->other, NULL);
  fixture->root = g_strdup (shinsa_session_get_root (fixture->other.session));
  fixture->service = shinsa_service_new (shinsa_session_get_path (fixture->other.session));
  g_signal_connect_swapped (fixture->service, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->service, "save-failed", G_CALLBACK (save_failed_cb), fixture);
  open_store (fixture);
}

/* As member a, who may review. */
static void
set_up_review (Fixture       *fixture,
               gconstpointer  data)
{
  set_up (fixture, data);
  shinsa_test_session_declare (&fixture->other);
  shinsa_test_session_open (&fixture->other);
  select_identity (fixture, "a");
  fixture->changes = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_run_dispose (G_OBJECT (fixture->service));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->service);
  shinsa_test_session_tear_down (&fixture->other, NULL);
  g_free (fixture->root);
  g_free (fixture->failure);
  g_assert_null (fixture->result);
}

static void
set_level (Fixture    *fixture,
           const char *requirement,
           const char *level)
{
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            requirement, level);
}

/* The draft of member a, as another process reads it. */
static ShinsaReview *
load_draft (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ShinsaReview *draft;

  shinsa_test_session_be (&fixture->other, "a");
  draft = shinsa_session_load_draft (fixture->other.session, "north", SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
  return draft;
}

static void
assert_level (const ShinsaReview *review,
              const char         *requirement,
              double              level)
{
  const ShinsaScore *score = shinsa_review_score (review, requirement);

  g_assert_nonnull (score);
  g_assert_cmpfloat (score->level, ==, level);
}

/* --- Opening and selecting --- */

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GPtrArray *rounds = shinsa_service_get_rounds (fixture->service);

  g_assert_cmpuint (rounds->len, ==, 1);
  g_assert_cmpstr (((ShinsaRoundInfo *) g_ptr_array_index (rounds, 0))->root, ==, fixture->root);
  g_assert_null (shinsa_service_get_round (fixture->service));
  g_assert_cmpint (shinsa_service_get_save_state (fixture->service), ==, SHINSA_SAVE_IDLE);
}

static void
test_open_nothing (void)
{
  Fixture fixture = { .result = NULL };
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shinsa_test_dir_file (dir, "store.db");

  g_assert_true (g_file_set_contents (path, "This is not a store.", -1, NULL));
  fixture.service = shinsa_service_new (path);
  shinsa_service_open_async (fixture.service, NULL, result_cb, &fixture);
  result = take_result (&fixture);
  g_assert_false (shinsa_service_open_finish (fixture.service, result, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_object (&result);
  g_object_run_dispose (G_OBJECT (fixture.service));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture.service);
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  select_identity (fixture, "b");
  g_assert_cmpstr (shinsa_service_get_identity (fixture->service), ==, "b");
  g_assert_cmpstr (shinsa_service_get_round (fixture->service)->member, ==, "b");

  shinsa_service_select_async (fixture->service, fixture->root, "nobody", NULL, result_cb, fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_select_finish (fixture->service, result, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==,
                   "This computer cannot write as “nobody” in this round.");
  g_assert_cmpstr (shinsa_service_get_identity (fixture->service), ==, "b");
}

static void
test_select_as_last_time (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  select_identity (fixture, "b");
  shinsa_service_select_async (fixture->service, NULL, NULL, NULL, result_cb, fixture);
  result = take_result (fixture);
  g_assert_true (shinsa_service_select_finish (fixture->service, result, NULL));
  g_assert_cmpstr (shinsa_service_get_identity (fixture->service), ==, "b");
}

/* --- Drafts --- */

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ShinsaReview) stored = NULL;

  g_assert_null (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER));
  set_level (fixture, "strength", "3");
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 3);
  g_assert_cmpint (shinsa_service_get_save_state (fixture->service), ==, SHINSA_SAVE_SAVING);
  g_assert_null (shinsa_service_get_draft (fixture->service, "south", SHINSA_PHASE_PAPER));

  wait_until (fixture, is_saved);
  g_assert_nonnull (shinsa_service_get_saved_at (fixture->service));
  stored = load_draft (fixture);
  assert_level (stored, "strength", 3);
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ShinsaReview) stored = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *reason = g_strdup_printf ("Reason %d", i);

      shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_REASON,
                                "strength", reason);
    }
  shinsa_service_flush (fixture->service);
  g_assert_true (is_saved (fixture));
  stored = load_draft (fixture);
  g_assert_cmpstr (shinsa_review_score (stored, "strength")->reason, ==, "Reason 49");
}

static void
test_draft_of_each_identity (Fixture       *fixture,
                             gconstpointer  data)
{
  set_level (fixture, "strength", "3");
  select_identity (fixture, "b");
  g_assert_null (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER));
  set_level (fixture, "strength", "1");
  select_identity (fixture, "a");
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 3);
}

static gboolean
do_nothing (ShinsaSession  *session,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return TRUE;
}

/* Drafts that were loaded before something was entered do not take it away again, though it has
 * reached the store by then: neither those that come with what was done ... */
static void
test_draft_entered_meanwhile (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_service_run_async (fixture->service, do_nothing, NULL, NULL, NULL, result_cb, fixture);
  shinsa_service_flush (fixture->service);
  set_level (fixture, "strength", "3");
  shinsa_service_flush (fixture->service);
  result = take_result (fixture);
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 3);
}

/* ... nor those that come with a selection. */
static void
test_draft_entered_while_selecting (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_service_select_async (fixture->service, fixture->root, "a", NULL, result_cb, fixture);
  shinsa_service_flush (fixture->service);
  set_level (fixture, "strength", "3");
  shinsa_service_flush (fixture->service);
  result = take_result (fixture);
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 3);
}

/* Every file that this process writes is now too large, as on a full disk. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_draft_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ShinsaReview) stored = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (1);
  set_level (fixture, "strength", "2");
  wait_until (fixture, is_not_saved);
  g_assert_nonnull (fixture->failure);
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 2);

  shinsa_service_run_async (fixture->service, do_nothing, NULL, NULL, NULL, result_cb, fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_run_finish (fixture->service, result, &error));
  g_assert_true (g_str_has_prefix (error->message, "This was not done, because what was entered "
                                                   "before could not be saved yet."));

  limit_files (RLIM_INFINITY);
  wait_until (fixture, is_saved);
  stored = load_draft (fixture);
  assert_level (stored, "strength", 2);
}

static void
test_draft_of_another_process (Fixture       *fixture,
                               gconstpointer  data)
{
  shinsa_test_session_be (&fixture->other, "a");
  g_assert_true (shinsa_session_set_draft (fixture->other.session, "north", SHINSA_PHASE_PAPER,
                                           SHINSA_DRAFT_LEVEL, "strength", "4", NULL));
  wait_until (fixture, has_draft);
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 4);
}

/* --- What is official --- */

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (JsonNode) body = shinsa_state_interest ("north", "none", NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const ShinsaInterest *interest;

  select_identity (fixture, "a");
  fixture->changes = 0;
  shinsa_service_write_async (fixture->service, SHINSA_KIND_INTEREST_DECLARE, body, NULL, result_cb,
                              fixture);
  result = take_result (fixture);
  shinsa_service_write_finish (fixture->service, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture->changes, ==, 1);
  g_assert_cmpint (shinsa_service_get_save_state (fixture->service), ==, SHINSA_SAVE_SAVED);
  interest = shinsa_round_interest (shinsa_service_get_round (fixture->service), "north", "a");
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_NONE);
}

static void
test_write_is_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (JsonNode) body = shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_write_async (fixture->service, SHINSA_KIND_PHASE_CLOSE, body, NULL, result_cb,
                              fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_write_finish (fixture->service, result, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
}

static gboolean
submit (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  return shinsa_session_submit_review (session, "north", SHINSA_PHASE_PAPER, error);
}

static void
run (Fixture           *fixture,
     ShinsaSessionFunc  func)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_run_async (fixture->service, func, NULL, NULL, NULL, result_cb, fixture);
  result = take_result (fixture);
  shinsa_service_run_finish (fixture->service, result, &error);
  g_assert_no_error (error);
}

static void
fill_in (Fixture *fixture)
{
  set_level (fixture, "strength", "3");
  set_level (fixture, "network_organisation", "4");
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_OVERALL,
                            NULL, "3");
}

static void
test_submit (Fixture       *fixture,
             gconstpointer  data)
{
  const ShinsaReview *review;

  fill_in (fixture);
  run (fixture, submit);
  review = shinsa_round_newest_review (shinsa_service_get_round (fixture->service), "north", "a",
                                       SHINSA_PHASE_PAPER);
  assert_level (review, "strength", 3);
  assert_level (review, "network_organisation", 4);
  g_assert_null (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER));
}

static void
test_change_what_was_submitted (Fixture       *fixture,
                                gconstpointer  data)
{
  const ShinsaReview *draft;

  fill_in (fixture);
  run (fixture, submit);
  set_level (fixture, "strength", "4");
  draft = shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER);
  assert_level (draft, "strength", 4);
  assert_level (draft, "network_organisation", 4);
  g_assert_cmpfloat (draft->overall, ==, 3);
}

static gboolean
can_step (Fixture        *fixture,
          const char     *application,
          ShinsaPhase     phase,
          ShinsaDraftWay  way)
{
  return shinsa_service_can_step_draft (fixture->service, application, phase, way);
}

static gboolean
take_step (Fixture        *fixture,
           ShinsaDraftWay  way)
{
  gboolean can = can_step (fixture, "north", SHINSA_PHASE_PAPER, way);
  const ShinsaDraftStep *step = shinsa_service_step_draft (fixture->service, "north",
                                                           SHINSA_PHASE_PAPER, way);

  g_assert_cmpint (can, ==, step != NULL);
  return can;
}

static gboolean
undo (Fixture *fixture)
{
  return take_step (fixture, SHINSA_STEP_BACK);
}

static gboolean
redo (Fixture *fixture)
{
  return take_step (fixture, SHINSA_STEP_AGAIN);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ShinsaReview) stored = NULL;

  g_assert_false (undo (fixture));
  set_level (fixture, "strength", "3");
  set_level (fixture, "strength", "2");
  g_assert_true (undo (fixture));
  wait_until (fixture, is_saved);
  stored = load_draft (fixture);
  assert_level (stored, "strength", 3);
  g_assert_false (can_step (fixture, "south", SHINSA_PHASE_PAPER, SHINSA_STEP_BACK));
  g_assert_false (can_step (fixture, "north", SHINSA_PHASE_INTERVIEW, SHINSA_STEP_BACK));
  g_assert_true (redo (fixture));
  assert_level (shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER),
                "strength", 2);
  g_assert_true (undo (fixture) && undo (fixture));
  g_assert_false (undo (fixture));
}

/* The button beside the words takes back what they say, whatever was typed since. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  const ShinsaReview *draft;

  set_level (fixture, "strength", "2");
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_REASON,
                            "strength", "Too vague.");
  g_assert_nonnull (shinsa_service_take_back_draft (fixture->service, "north", SHINSA_PHASE_PAPER,
                                                    SHINSA_DRAFT_LEVEL, "strength"));
  draft = shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER);
  assert_level (draft, "strength", SHINSA_LEVEL_UNSET);
  g_assert_cmpstr (shinsa_review_score (draft, "strength")->reason, ==, "Too vague.");
  g_assert_null (shinsa_service_take_back_draft (fixture->service, "north", SHINSA_PHASE_PAPER,
                                                 SHINSA_DRAFT_LEVEL, "strength"));
}

/* What was submitted stays; a change of it that is taken back leaves no draft behind. */
static void
test_undo_and_submit (Fixture       *fixture,
                      gconstpointer  data)
{
  const ShinsaReview *draft;

  fill_in (fixture);
  run (fixture, submit);
  g_assert_false (undo (fixture));
  set_level (fixture, "strength", "4");
  g_assert_true (undo (fixture));
  draft = shinsa_service_get_draft (fixture->service, "north", SHINSA_PHASE_PAPER);
  g_assert_true (shinsa_review_is_blank (draft));
  g_assert_true (redo (fixture));
  assert_level (draft, "strength", 4);
  assert_level (draft, "network_organisation", 4);
  run (fixture, submit);
  g_assert_false (undo (fixture));
  g_assert_false (redo (fixture));
}

static void
test_undo_of_each_identity (Fixture       *fixture,
                            gconstpointer  data)
{
  set_level (fixture, "strength", "3");
  select_identity (fixture, "b");
  g_assert_false (undo (fixture));
  select_identity (fixture, "a");
  g_assert_false (undo (fixture));
}

static gboolean
is_recused (Fixture *fixture)
{
  return shinsa_interest_bars (shinsa_round_interest (shinsa_service_get_round (fixture->service),
                                                      "north", "a"));
}

/* What was written is gone for good, whether it stood in the draft or was taken out of it. */
static void
test_undo_when_recused (Fixture       *fixture,
                        gconstpointer  data)
{
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_REASON,
                            "strength", "Too vague.");
  g_assert_true (undo (fixture));
  g_assert_true (can_step (fixture, "north", SHINSA_PHASE_PAPER, SHINSA_STEP_AGAIN));
  shinsa_service_set_draft (fixture->service, "south", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "2");
  wait_until (fixture, is_saved);
  shinsa_test_session_state (&fixture->other, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", TRUE, NULL, "chair", "Kin."));
  wait_until (fixture, is_recused);
  g_assert_false (undo (fixture));
  g_assert_false (redo (fixture));
  g_assert_true (can_step (fixture, "south", SHINSA_PHASE_PAPER, SHINSA_STEP_BACK));
}

static gboolean
become_the_desk (ShinsaSession  *session,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autofree char *root = g_strdup (shinsa_session_get_root (session));

  return shinsa_session_select (session, root, "desk", error);
}

static void
test_run_keeps_the_selection (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (ShinsaReview) stored = NULL;

  run (fixture, become_the_desk);
  g_assert_cmpstr (shinsa_service_get_round (fixture->service)->identity, ==, "a");
  set_level (fixture, "strength", "3");
  wait_until (fixture, is_saved);
  stored = load_draft (fixture);
  assert_level (stored, "strength", 3);
}

static void
test_run_is_cancelled (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  shinsa_service_run_async (fixture->service, do_nothing, NULL, NULL, cancellable, result_cb,
                            fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_run_finish (fixture->service, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
count_notes (ShinsaSession  *session,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (GPtrArray) notes = shinsa_session_list_notes (session, "north", error);
  int *count = data;

  if (notes == NULL)
    return FALSE;
  *count = notes->len;
  return TRUE;
}

static gboolean
read_quietly (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int changes = fixture->changes;
  int count = -1;

  shinsa_service_read_async (fixture->service, count_notes, &count, NULL, NULL, result_cb,
                             fixture);
  result = take_result (fixture);
  g_assert_true (shinsa_service_read_finish (fixture->service, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, 0);

  return fixture->changes == changes;
}

/* What is looked up changes nothing, and is not told as a change. What the set-up changed may
 * still be on its way the first time. */
static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean quiet = FALSE;

  for (int i = 0; i < 5 && !quiet; i++)
    quiet = read_quietly (fixture);
  g_assert_true (quiet);
}

static gboolean
write_a_level (ShinsaSession  *session,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  return shinsa_session_set_draft (session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                                   "strength", "3", error);
}

static void
test_read_cannot_write (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_read_async (fixture->service, write_a_level, NULL, NULL, NULL, result_cb,
                             fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_read_finish (fixture->service, result, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
  g_assert_false (has_draft (fixture));
}

static void
test_another_process (Fixture       *fixture,
                      gconstpointer  data)
{
  select_identity (fixture, "desk");
  g_assert_false (has_review (fixture));
  shinsa_test_session_review (&fixture->other, "b", "north", "33");
  wait_until (fixture, has_review);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_object_run_dispose (G_OBJECT (fixture->service));
  shinsa_service_run_async (fixture->service, do_nothing, NULL, NULL, NULL, result_cb, fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_run_finish (fixture->service, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_clear_object (&result);

  shinsa_service_read_async (fixture->service, do_nothing, NULL, NULL, NULL, result_cb, fixture);
  result = take_result (fixture);
  g_assert_false (shinsa_service_read_finish (fixture->service, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

#define ADD(path, func, prepare) \
  g_test_add ("/service/" path, Fixture, NULL, prepare, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("open", test_open, set_up);
  g_test_add_func ("/service/open-nothing", test_open_nothing);
  ADD ("select", test_select, set_up);
  ADD ("select-as-last-time", test_select_as_last_time, set_up);
  ADD ("draft", test_draft, set_up_review);
  ADD ("flush", test_flush, set_up_review);
  ADD ("draft-of-each-identity", test_draft_of_each_identity, set_up_review);
  ADD ("draft-entered-meanwhile", test_draft_entered_meanwhile, set_up_review);
  ADD ("draft-entered-while-selecting", test_draft_entered_while_selecting, set_up_review);
  ADD ("draft-is-kept", test_draft_is_kept, set_up_review);
  ADD ("draft-of-another-process", test_draft_of_another_process, set_up_review);
  ADD ("undo", test_undo, set_up_review);
  ADD ("take-back", test_take_back, set_up_review);
  ADD ("undo-and-submit", test_undo_and_submit, set_up_review);
  ADD ("undo-of-each-identity", test_undo_of_each_identity, set_up_review);
  ADD ("undo-when-recused", test_undo_when_recused, set_up_review);
  ADD ("write", test_write, set_up);
  ADD ("write-is-refused", test_write_is_refused, set_up_review);
  ADD ("submit", test_submit, set_up_review);
  ADD ("change-what-was-submitted", test_change_what_was_submitted, set_up_review);
  ADD ("run-keeps-the-selection", test_run_keeps_the_selection, set_up_review);
  ADD ("run-is-cancelled", test_run_is_cancelled, set_up_review);
  ADD ("read", test_read, set_up_review);
  ADD ("read-cannot-write", test_read_cannot_write, set_up_review);
  ADD ("another-process", test_another_process, set_up_review);
  ADD ("closed", test_closed, set_up_review);
  return g_test_run ();
}
