/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-queue.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"
#include "shinsa-test-session.h"

static void
put (ShinsaTestSession *s,
     ShinsaDraftQueue  *queue,
     const char        *identity,
     const char        *application,
     const char        *level)
{
  shinsa_draft_queue_put (queue, shinsa_session_get_root (s->session), identity, application,
                          SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL, "strength", level);
}

static void
collect (const char      *application,
         ShinsaPhase      phase,
         ShinsaDraftPart  part,
         const char      *key,
         const char      *value,
         gpointer         data)
{
  g_string_append_printf (data, "%s %s=%s;", application, key, value);
}

static char *
list (ShinsaTestSession *s,
      ShinsaDraftQueue  *queue,
      const char        *identity)
{
  GString *text = g_string_new (NULL);

  shinsa_draft_queue_foreach (queue, shinsa_session_get_root (s->session), identity, collect, text);
  return g_string_free (text, FALSE);
}

static void
assert_stored (ShinsaTestSession *s,
               const char        *identity,
               const char        *application,
               double             level)
{
  g_autoptr (ShinsaReview) draft = NULL;

  shinsa_test_session_be (s, identity);
  draft = shinsa_session_load_draft (s->session, application, SHINSA_PHASE_PAPER, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpfloat (shinsa_review_score (draft, "strength")->level, ==, level);
}

static void
test_coalesce (ShinsaTestSession *s,
               gconstpointer      data)
{
  ShinsaDraftQueue *queue = shinsa_draft_queue_new ();
  g_autofree char *listed = NULL;

  g_assert_true (shinsa_draft_queue_is_written (queue));
  put (s, queue, "a", "north", "1");
  put (s, queue, "a", "south", "2");
  put (s, queue, "a", "north", "4");
  put (s, queue, "b", "north", "3");
  listed = list (s, queue, "a");
  g_assert_cmpstr (listed, ==, "north strength=4;south strength=2;");
  g_assert_false (shinsa_draft_queue_is_written (queue));
  shinsa_draft_queue_free (queue);
}

static void
test_write (ShinsaTestSession *s,
            gconstpointer      data)
{
  ShinsaDraftQueue *queue = shinsa_draft_queue_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint loaded = shinsa_draft_queue_count_written (queue);

  put (s, queue, "a", "north", "4");
  put (s, queue, "b", "north", "3");
  g_assert_true (shinsa_draft_queue_write (queue, s->session, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_draft_queue_is_written (queue));
  assert_stored (s, "a", "north", 4);
  assert_stored (s, "b", "north", 3);

  /* What is written is still here for whoever loaded the drafts before. */
  shinsa_draft_queue_forget_written (queue, loaded);
  before = list (s, queue, "a");
  g_assert_cmpstr (before, ==, "north strength=4;");
  shinsa_draft_queue_forget_written (queue, shinsa_draft_queue_count_written (queue));
  after = list (s, queue, "a");
  g_assert_cmpstr (after, ==, "");
  shinsa_draft_queue_free (queue);
}

static void
test_one_is_refused (ShinsaTestSession *s,
                     gconstpointer      data)
{
  ShinsaDraftQueue *queue = shinsa_draft_queue_new ();
  g_autoptr (GError) error = NULL;

  put (s, queue, "nobody", "north", "4");
  put (s, queue, "a", "north", "3");
  g_assert_false (shinsa_draft_queue_write (queue, s->session, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  assert_stored (s, "a", "north", 3);
  shinsa_draft_queue_forget_written (queue, shinsa_draft_queue_count_written (queue));
  g_assert_false (shinsa_draft_queue_is_written (queue));

  shinsa_draft_queue_drop (queue, shinsa_session_get_root (s->session), "nobody", "south");
  g_assert_false (shinsa_draft_queue_is_written (queue));
  shinsa_draft_queue_drop (queue, shinsa_session_get_root (s->session), "nobody", "north");
  g_assert_true (shinsa_draft_queue_is_written (queue));
  shinsa_draft_queue_free (queue);
}

#define ADD(path, func) \
  g_test_add ("/draft-queue/" path, ShinsaTestSession, NULL, shinsa_test_session_set_up, func, \
              shinsa_test_session_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("coalesce", test_coalesce);
  ADD ("write", test_write);
  ADD ("one-is-refused", test_one_is_refused);
  return g_test_run ();
}
