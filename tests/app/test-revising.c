/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-revising.h"

#include "exchange/shinsa-json.h"
#include "shinsa-journal.h"
#include "shinsa-round-export.h"
#include "shinsa-session-private.h"
#include "shinsa-test-session.h"

/* An application that is entered anew after members have scored it (edge case 13). */

#define BEFORE "As it was read first."
#define AFTER "As it was handed in again."

typedef ShinsaTestSession S;

/* The definition that the round exports, with another summary of north. */
static GFile *
write_definition (S          *s,
                  const char *summary)
{
  g_autofree char *path = shinsa_test_dir_file (s->dir, "changed.round.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) definition = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *north;

  shinsa_test_session_be (s, "desk");
  definition = shinsa_session_export_definition (s->session, NULL, &error);
  g_assert_no_error (error);
  north = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (definition), "applications"), 0);
  json_object_set_string_member (json_object_get_object_member (north, "summary"), "en", summary);
  bytes = shinsa_json_write (definition);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
enter_north (S          *s,
             const char *summary)
{
  g_autoptr (GFile) file = write_definition (s, summary);
  g_autoptr (GError) error = NULL;

  shinsa_session_set_dossier (s->session, file, "north", FALSE, "A new version.", &error);
  g_assert_no_error (error);
}

static ShinsaRound *
load_until (S      *s,
            gint64  until)
{
  g_autoptr (GError) error = NULL;
  ShinsaRound *round = shinsa_session_load_whole (s->session, until, &error);

  g_assert_no_error (error);

  return round;
}

/* The round as its author had it before them when they submitted. */
static ShinsaRound *
load_as_seen (S                  *s,
              const ShinsaReview *review)
{
  ShinsaStore *store = shinsa_session_get_store (s->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaEntryRow) entry = NULL;
  g_autoptr (ShinsaEntryRow) seen = NULL;

  shinsa_journal_lookup (store, review->entry, &entry, &error);
  g_assert_no_error (error);
  shinsa_journal_lookup (store, entry->seen, &seen, &error);
  g_assert_no_error (error);

  return load_until (s, seen->seq);
}

static void
assert_summary (const ShinsaRound *round,
                const char        *expected)
{
  g_assert_cmpstr (shinsa_round_dossier (round, "north")->summary.en, ==, expected);
}

static const ShinsaReview *
find_review (const ShinsaRound  *round,
             const char         *member,
             ShinsaReviewStatus  status)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->application, "north") && g_str_equal (review->member, member) &&
          review->status == status)
        return review;
    }
  g_assert_not_reached ();
}

static void
assert_tied (S                  *s,
             const ShinsaReview *review,
             const char         *summary,
             double              level)
{
  g_autoptr (ShinsaRound) seen = load_as_seen (s, review);

  assert_summary (seen, summary);
  g_assert_cmpfloat (shinsa_review_score (review, "strength")->level, ==, level);
}

static void
test_new_content (S             *s,
                  gconstpointer  data)
{
  g_autoptr (ShinsaRound) member = NULL;
  g_autoptr (ShinsaRound) changed = NULL;
  g_autoptr (ShinsaRound) again = NULL;

  shinsa_test_session_declare (s);
  enter_north (s, BEFORE);
  shinsa_test_session_open (s);
  shinsa_test_session_review (s, "a", "north", "33");
  shinsa_test_session_review (s, "b", "north", "44");
  enter_north (s, AFTER);

  /* What was given still counts, and stays tied to the version it was given for. */
  member = shinsa_test_session_load (s, "a");
  assert_summary (member, AFTER);
  changed = load_until (s, -1);
  assert_tied (s, find_review (changed, "a", SHINSA_REVIEW_COUNTS), BEFORE, 3);
  assert_tied (s, find_review (changed, "b", SHINSA_REVIEW_COUNTS), BEFORE, 4);

  /* One scores again, one confirms; what they gave for the first version is there beside it. */
  shinsa_test_session_review (s, "a", "north", "44");
  shinsa_test_session_review (s, "b", "north", "44");
  again = load_until (s, -1);
  assert_tied (s, find_review (again, "a", SHINSA_REVIEW_REPLACED), BEFORE, 3);
  assert_tied (s, find_review (again, "a", SHINSA_REVIEW_COUNTS), AFTER, 4);
  assert_tied (s, find_review (again, "b", SHINSA_REVIEW_REPLACED), BEFORE, 4);
  assert_tied (s, find_review (again, "b", SHINSA_REVIEW_COUNTS), AFTER, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/revising/new-content", S, NULL, shinsa_test_session_set_up, test_new_content,
              shinsa_test_session_tear_down);
  return g_test_run ();
}
