/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-replay.h"

#include "entries/shinsa-entry.h"
#include "entries/shinsa-review-body.h"
#include "entries/shinsa-statements.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-bodies.h"
#include "shinsa-session-private.h"
#include "shinsa-test-session.h"

/* What a laptop's clock says is told, and nothing is ordered or judged by it (edge case 11). */

#define LONG_AGO "1999-12-31T23:59:59+09:00"
#define FAR_OFF "2099-01-01T00:00:00+09:00"

typedef ShinsaTestSession S;

typedef struct {
  S          *s;
  JsonNode   *body;
  const char *at;
} Submission;

static gboolean
append_cb (ShinsaStore  *store,
           gpointer      data,
           GError      **error)
{
  const Submission *submission = data;
  ShinsaSession *session = submission->s->session;
  const char *root = shinsa_session_get_root (session);
  const char *feed = shinsa_session_get_feed (session);
  ShinsaIdentity *key = shinsa_session_get_key (session, feed, error);
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = shinsa_entry_seal_body (submission->body, &hash);
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (ShinsaEntryRow) seen = NULL;
  g_autoptr (ShinsaEntryRow) entry = NULL;
  g_autoptr (ShinsaHeadRow) head = NULL;

  if (key == NULL || !shinsa_journal_last (store, root, feed, &last, error) ||
      !shinsa_journal_last (store, root, root, &seen, error))
    return FALSE;
  entry = shinsa_entry_new (root, feed, last->seq + 1, last->hash, SHINSA_KIND_REVIEW_SUBMIT, 1,
                            submission->at, seen->hash, hash);
  head = shinsa_head_sign (key, root, entry->seq, entry->hash);

  return shinsa_body_insert (store, hash, bytes, error) &&
         shinsa_journal_append (store, entry, error) &&
         shinsa_head_set (store, root, head, error);
}

/* A level of a member whose laptop showed that time; the desk receives it now. */
static void
submit_at (S          *s,
           const char *member,
           double      level,
           const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, member);
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  g_autoptr (JsonNode) body = NULL;
  ShinsaScore *score = shinsa_score_new ();
  Submission submission = { s, NULL, at };

  shinsa_set_string (&review->application, "north");
  review->phase = SHINSA_PHASE_PAPER;
  shinsa_set_string (&score->requirement, "strength");
  score->level = level;
  g_ptr_array_add (review->scores, score);
  submission.body = body = shinsa_review_write (review, round->definition);
  shinsa_store_write (shinsa_session_get_store (s->session), append_cb, &submission, &error);
  g_assert_no_error (error);
  shinsa_session_receive (s->session, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_newest (S                  *s,
               const char         *member,
               double              level,
               const char         *at,
               ShinsaReviewStatus  status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_session_load_whole (s->session, -1, &error);
  const ShinsaReview *review = NULL;

  g_assert_no_error (error);
  review = shinsa_round_newest_review (round, "north", member, SHINSA_PHASE_PAPER);
  g_assert_cmpfloat (shinsa_review_score (review, "strength")->level, ==, level);
  g_assert_cmpstr (review->at, ==, at);
  g_assert_cmpint (review->status, ==, status);
}

static void
test_wrong_clocks (S             *s,
                   gconstpointer  data)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  g_autoptr (GError) error = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (s, members[i], "north", "33");
      shinsa_test_session_review (s, members[i], "south", "33");
    }
  submit_at (s, "a", 4, FAR_OFF);
  assert_newest (s, "a", 4, FAR_OFF, SHINSA_REVIEW_COUNTS);
  /* What is received later replaces it, though its time is earlier, and earlier than the phase. */
  submit_at (s, "a", 3, LONG_AGO);
  assert_newest (s, "a", 3, LONG_AGO, SHINSA_REVIEW_COUNTS);
  submit_at (s, "b", 4, FAR_OFF);
  shinsa_test_session_close (s);
  assert_newest (s, "b", 4, FAR_OFF, SHINSA_REVIEW_COUNTS);
  /* A clock that is set back makes nobody punctual. */
  submit_at (s, "deputy", 4, LONG_AGO);
  assert_newest (s, "deputy", 4, LONG_AGO, SHINSA_REVIEW_LATE);
  shinsa_replay_check (shinsa_session_get_store (s->session), shinsa_session_get_root (s->session),
                       &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/replay/wrong-clocks", S, NULL, shinsa_test_session_set_up, test_wrong_clocks,
              shinsa_test_session_tear_down);
  return g_test_run ();
}
