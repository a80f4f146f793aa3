/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-journal.h"

#include "shinsa-db-fixture.h"

#define MEMBER shinsa_db_hex ('c')

static ShinsaEntryRow *
must_lookup_seq (ShinsaStore *store,
                 const char  *feed,
                 gint64       seq)
{
  g_autoptr (GError) error = NULL;
  ShinsaEntryRow *entry = NULL;

  g_assert_true (shinsa_journal_lookup_seq (store, ROUND, feed, seq, &entry, &error));
  g_assert_no_error (error);
  return entry;
}

static void
test_append (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *second = shinsa_db_entry_hash (DESK, 2);
  g_autoptr (ShinsaEntryRow) by_seq = NULL;
  g_autoptr (ShinsaEntryRow) by_hash = NULL;
  g_autoptr (ShinsaEntryRow) absent = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_db_append (fixture->store, DESK, 1);
  shinsa_db_append (fixture->store, DESK, 2);
  shinsa_db_append (fixture->store, DESK, 1);

  by_seq = must_lookup_seq (fixture->store, DESK, 1);
  g_assert_null (by_seq->prev);
  g_assert_null (by_seq->seen);
  g_assert_cmpint (by_seq->v, ==, 1);
  g_assert_cmpstr (by_seq->round, ==, ROUND);
  g_assert_cmpstr (by_seq->at, ==, "2022-04-01T10:00:00+09:00");
  g_assert_cmpmem (g_bytes_get_data (by_seq->header, NULL), g_bytes_get_size (by_seq->header),
                   "{}", 2);

  g_assert_true (shinsa_journal_lookup (fixture->store, second, &by_hash, &error));
  g_assert_no_error (error);
  g_assert_cmpint (by_hash->seq, ==, 2);
  g_assert_cmpstr (by_hash->prev, ==, by_seq->hash);
  g_assert_true (shinsa_journal_lookup (fixture->store, MEMBER, &absent, &error));
  g_assert_no_error (error);
  g_assert_null (absent);
  g_assert_null (must_lookup_seq (fixture->store, DESK, 3));
}

static void
assert_refused (ShinsaStore          *store,
                const ShinsaEntryRow *row,
                const char           *format)
{
  g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT " of feed %s", row->seq, row->feed);
  g_auto (GStrv) parts = g_strsplit (format, "PLACE", 2);
  g_autofree char *expected = g_strjoinv (place, parts);
  g_autofree char *before = shinsa_db_query (store, "SELECT hash FROM entry");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_journal_append (store, row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, expected);
  after = shinsa_db_query (store, "SELECT hash FROM entry");
  g_assert_cmpstr (before, ==, after);
}

static void
test_append_out_of_place (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char fork[] = "Another entry PLACE is held already, so nothing was changed. "
                             "Ask its author which one is right.";
  static const char gap[] = "Entry PLACE does not follow what is held of that feed, "
                            "so nothing was changed. Ask for the entries before it.";
  g_autoptr (ShinsaEntryRow) held = NULL;
  ShinsaEntryRow row;

  shinsa_db_append (fixture->store, DESK, 1);
  shinsa_db_append (fixture->store, DESK, 2);
  held = must_lookup_seq (fixture->store, DESK, 2);

  row = *held;
  row.hash = (char *) shinsa_db_hex ('e');
  assert_refused (fixture->store, &row, fork);
  row.seq = 4;
  assert_refused (fixture->store, &row, gap);
  row.seq = 3;
  assert_refused (fixture->store, &row, gap);
  row.prev = NULL;
  assert_refused (fixture->store, &row, gap);
  row.feed = (char *) MEMBER;
  row.seq = 2;
  assert_refused (fixture->store, &row, gap);
  row.seq = 1;
  row.prev = held->hash;
  assert_refused (fixture->store, &row, gap);
}

static void
test_append_malformed (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (ShinsaEntryRow) held = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaEntryRow row;

  shinsa_db_append (fixture->store, DESK, 1);
  held = must_lookup_seq (fixture->store, DESK, 1);
  row = *held;
  row.feed = (char *) MEMBER;
  row.hash = (char *) "short";
  g_assert_false (shinsa_journal_append (fixture->store, &row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);

  row.hash = (char *) shinsa_db_hex ('e');
  row.seq = 0;
  g_assert_false (shinsa_journal_append (fixture->store, &row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

static void
test_last (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ShinsaEntryRow) none = NULL;
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_journal_last (fixture->store, ROUND, DESK, &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);
  for (int seq = 1; seq <= 12; seq++)
    shinsa_db_append (fixture->store, DESK, seq);
  g_assert_true (shinsa_journal_last (fixture->store, ROUND, DESK, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last->seq, ==, 12);
}

static gboolean
note_seq (const ShinsaEntryRow  *entry,
          gpointer               data,
          GError               **error)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT " ", entry->seq);
  return TRUE;
}

static gboolean
stop_at_three (const ShinsaEntryRow  *entry,
               gpointer               data,
               GError               **error)
{
  if (entry->seq < 3)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NEWER, "Stop.");
  return FALSE;
}

static gboolean
walk_within (const ShinsaEntryRow  *entry,
             gpointer               store,
             GError               **error)
{
  g_autoptr (GString) seqs = g_string_new (NULL);

  g_assert_true (shinsa_journal_walk (store, ROUND, DESK, entry->seq, entry->seq, note_seq, seqs,
                                      error));
  g_assert_cmpint (g_ascii_strtoll (seqs->str, NULL, 10), ==, entry->seq);
  return TRUE;
}

static void
assert_walk (ShinsaStore *store,
             gint64       from,
             gint64       to,
             const char  *expected)
{
  g_autoptr (GString) seqs = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_journal_walk (store, ROUND, DESK, from, to, note_seq, seqs, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seqs->str, ==, expected);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  for (int seq = 1; seq <= 5; seq++)
    {
      shinsa_db_append (fixture->store, DESK, seq);
      shinsa_db_append (fixture->store, MEMBER, seq);
    }
  assert_walk (fixture->store, 1, -1, "1 2 3 4 5 ");
  assert_walk (fixture->store, 2, 4, "2 3 4 ");
  assert_walk (fixture->store, 5, 9, "5 ");
  assert_walk (fixture->store, 6, -1, "");
  assert_walk (fixture->store, 1, 0, "");

  g_assert_true (shinsa_journal_walk (fixture->store, ROUND, DESK, 1, -1, walk_within,
                                      fixture->store, &error));
  g_assert_no_error (error);
  g_assert_false (shinsa_journal_walk (fixture->store, ROUND, DESK, 1, -1, stop_at_three, NULL,
                                       &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NEWER);
}

static void
test_feeds (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GError) error = NULL;
  const ShinsaFeedRow *feed;

  shinsa_db_append (fixture->store, DESK, 1);
  shinsa_db_append (fixture->store, DESK, 2);
  shinsa_db_append (fixture->store, MEMBER, 1);
  feeds = shinsa_journal_feeds (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feeds->len, ==, 2);
  feed = g_ptr_array_index (feeds, 0);
  g_assert_cmpstr (feed->feed, ==, MEMBER);
  g_assert_cmpint (feed->seq, ==, 1);
  feed = g_ptr_array_index (feeds, 1);
  g_assert_cmpstr (feed->feed, ==, DESK);
  g_assert_cmpint (feed->seq, ==, 2);

  g_clear_pointer (&feeds, g_ptr_array_unref);
  feeds = shinsa_journal_feeds (fixture->store, MEMBER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feeds->len, ==, 0);
}

static void
assert_list (ShinsaStore *store,
             gint64       from,
             const char  *expected)
{
  g_autoptr (GString) seqs = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = shinsa_journal_list (store, ROUND, DESK, from, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    note_seq (g_ptr_array_index (rows, i), seqs, NULL);
  g_assert_cmpstr (seqs->str, ==, expected);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  for (int seq = 1; seq <= 3; seq++)
    {
      shinsa_db_append (fixture->store, DESK, seq);
      shinsa_db_append (fixture->store, MEMBER, seq);
    }
  assert_list (fixture->store, 1, "1 2 3 ");
  assert_list (fixture->store, 3, "3 ");
  assert_list (fixture->store, 4, "");
}

/* A round is known by its register, whatever else is held of it. */
static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GError) error = NULL;
  const ShinsaFeedRow *round;

  shinsa_db_append (fixture->store, MEMBER, 1);
  none = shinsa_journal_rounds (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  shinsa_db_append (fixture->store, ROUND, 1);
  shinsa_db_append (fixture->store, ROUND, 2);
  rounds = shinsa_journal_rounds (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rounds->len, ==, 1);
  round = g_ptr_array_index (rounds, 0);
  g_assert_cmpstr (round->feed, ==, ROUND);
  g_assert_cmpint (round->seq, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/journal/append", test_append);
  add_test ("/journal/append-out-of-place", test_append_out_of_place);
  add_test ("/journal/append-malformed", test_append_malformed);
  add_test ("/journal/last", test_last);
  add_test ("/journal/walk", test_walk);
  add_test ("/journal/feeds", test_feeds);
  add_test ("/journal/list", test_list);
  add_test ("/journal/rounds", test_rounds);

  return g_test_run ();
}
