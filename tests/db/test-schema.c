/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-schema.h"

#include "shinsa-bodies.h"
#include "shinsa-db-fixture.h"
#include "shinsa-documents.h"
#include "shinsa-local.h"
#include "shinsa-official.h"
#include "shinsa-search.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define STEPS "/jp/shinsa/test/steps/"

/* What SQLite makes for the search table is its own affair. */
#define MASTER "SELECT type || ' ' || name || char (10) || sql || char (10) FROM sqlite_master" \
               " WHERE sql IS NOT NULL AND name NOT GLOB 'search_*' ORDER BY type, name"

static int
append_row_cb (void  *data,
               int    n_columns,
               char **values,
               char **names)
{
  g_string_append_printf (data, "%s\n", values[0]);
  return 0;
}

/* The schema that a plain SQLite makes of the scripts. */
static char *
schema_of (const char *const *scripts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  for (gsize i = 0; scripts[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", SHINSA_SCHEMA_FOLDER, scripts[i], NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert_cmpint (sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL),
                       ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3_exec (db, MASTER, append_row_cb, text, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Names the first line that differs, since the whole is long. */
static void
assert_same_lines (const char *actual,
                   const char *expected)
{
  g_auto (GStrv) actual_lines = g_strsplit (actual, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (gsize i = 0; actual_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (actual_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (actual_lines), ==, g_strv_length (expected_lines));
}

/* A step that was released is never edited; neither is a version of the official tables. */
static void
test_golden (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const first[] = { "001-journal.sql", NULL };
  static const char *const official[] = { "official.sql", NULL };
  g_autofree char *first_now = schema_of (first);
  g_autofree char *first_golden = shinsa_db_read_data ("schema-1.txt");
  g_autofree char *official_now = schema_of (official);
  g_autofree char *official_golden = shinsa_db_read_data ("official-4.txt");

  g_assert_cmpint (shinsa_schema_version (SHINSA_SCHEMA_FOLDER), ==, 1);
  assert_same_lines (first_now, first_golden);
  g_assert_cmpint (SHINSA_PROJECTION_VERSION, ==, 4);
  assert_same_lines (official_now, official_golden);
}

static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const both[] = { "001-journal.sql", "official.sql", NULL };
  g_autofree char *expected = schema_of (both);
  g_autofree char *fresh = shinsa_db_query (fixture->store, MASTER);

  assert_same_lines (fresh, expected);
}

static void
load_release (Fixture    *fixture,
              const char *name)
{
  g_autofree char *sql = shinsa_db_read_data (name);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_no_errno (g_remove (fixture->path));
  shinsa_db_run_sql (fixture->path, sql);
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
}

/* The official tables of a former version are empty until the round is replayed. */
static void
test_former_release (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *fresh = shinsa_db_query (fixture->store, MASTER);
  g_autofree char *empty = shinsa_official_dump (fixture->store, ROUND, NULL);
  g_autofree char *schema = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version, seq;

  load_release (fixture, data);
  schema = shinsa_db_query (fixture->store, MASTER);
  assert_same_lines (schema, fresh);
  dump = shinsa_official_dump (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  assert_same_lines (dump, empty);
  g_assert_true (shinsa_projection_get (fixture->store, ROUND, &version, &seq, NULL));
  g_assert_cmpint (version, ==, SHINSA_PROJECTION_VERSION);
  g_assert_cmpint (seq, ==, 0);
  g_assert_true (shinsa_store_check (fixture->store, &error));
  g_assert_no_error (error);
}

static void
test_this_release (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *fresh = shinsa_db_query (fixture->store, MASTER);
  g_autofree char *golden = shinsa_db_read_data ("store-4.txt");
  g_autofree char *schema = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  load_release (fixture, "store-4.sql");
  schema = shinsa_db_query (fixture->store, MASTER);
  assert_same_lines (schema, fresh);
  dump = shinsa_official_dump (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  assert_same_lines (dump, golden);
  g_assert_true (shinsa_store_check (fixture->store, &error));
  g_assert_no_error (error);
}

/* What is in no official table must be as it was, whatever version opens it. */
static void
test_release_rest (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *purged = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (ShinsaHeadRow) head = NULL;
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GPtrArray) forks = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  load_release (fixture, data);
  feeds = shinsa_journal_feeds (fixture->store, ROUND, NULL);
  g_assert_cmpuint (feeds->len, ==, 2);
  g_assert_true (shinsa_journal_last (fixture->store, ROUND, ROUND, &last, NULL));
  g_assert_cmpstr (last->kind, ==, "roster.set");
  g_assert_true (shinsa_head_lookup (fixture->store, ROUND, ROUND, &head, NULL));
  g_assert_cmpstr (head->hash, ==, last->hash);
  forks = shinsa_fork_list (fixture->store, ROUND, NULL);
  g_assert_cmpuint (forks->len, ==, 1);
  g_assert_true (shinsa_body_lookup (fixture->store, shinsa_db_hex ('3'), &body, &purged, NULL));
  g_assert_null (body);
  g_assert_cmpstr (purged, ==, "The round is over.");
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.4 example", -1);
  document = shinsa_document_dup_bytes (fixture->store, hash, NULL);
  g_assert_cmpmem (g_bytes_get_data (document, NULL), g_bytes_get_size (document),
                   "%PDF-1.4 example", 16);
  found = shinsa_search_find (fixture->store, ROUND, "東京都", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  drafts = shinsa_draft_list (fixture->store, ROUND, "c", NULL, NULL, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  notes = shinsa_note_list (fixture->store, ROUND, "c", NULL, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
}

static char *
version_of (ShinsaStore *store)
{
  return shinsa_db_query (store, "PRAGMA user_version");
}

static void
test_migrate (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-1", NULL);
  g_autofree char *version = NULL;
  g_autofree char *setting = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_schema_migrate (fixture->store, STEPS "more", &error));
  g_assert_no_error (error);
  version = version_of (fixture->store);
  g_assert_cmpstr (version, ==, "3\n");
  setting = shinsa_db_query (fixture->store, "SELECT * FROM setting WHERE key = 'taken'");
  g_assert_cmpstr (setting, ==, "taken|twice|version 2\n");

  /* Once is enough, and the copy is the store as it was. */
  g_assert_true (shinsa_schema_migrate (fixture->store, STEPS "more", &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  g_assert_no_errno (g_rename (copy, fixture->path));
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
}

static void
assert_not_migrated (Fixture    *fixture,
                     const char *folder)
{
  g_autofree char *before = shinsa_db_query (fixture->store, MASTER);
  g_autofree char *after = NULL;
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_schema_migrate (fixture->store, folder, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  after = shinsa_db_query (fixture->store, MASTER);
  g_assert_cmpstr (before, ==, after);
  version = version_of (fixture->store);
  g_assert_cmpstr (version, ==, "1\n");
}

static void
test_migrate_wrong (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_not_migrated (fixture, STEPS "wrong");
}

/* What is damaged already is not built upon. */
static void
test_migrate_damaged (Fixture       *fixture,
                      gconstpointer  data)
{
  shinsa_db_run_sql (fixture->path,
                     "PRAGMA foreign_keys = OFF;"
                     "INSERT INTO document_chunk VALUES ('of nothing', 0, x'00')");
  assert_not_migrated (fixture, STEPS "more");
}

/* Without a copy nothing is migrated. */
static void
test_migrate_without_copy (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-1", NULL);
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (copy, 0700));
  g_assert_false (shinsa_schema_migrate (fixture->store, STEPS "more", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  version = version_of (fixture->store);
  g_assert_cmpstr (version, ==, "1\n");
}

static void
test_remake_official (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version, seq;

  empty = shinsa_official_dump (fixture->store, ROUND, NULL);
  load_release (fixture, "store-4.sql");
  g_assert_true (shinsa_setting_set (fixture->store, "projection.version", "0", NULL));
  g_clear_object (&fixture->store);
  fixture->store = shinsa_store_open (fixture->path, SHINSA_STORE_READ, &error);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  expected = g_strdup_printf ("“%s” was written by another version of Shinsa and cannot be read "
                              "yet. Open it for writing once, which brings it up to date.",
                              fixture->path);
  g_assert_cmpstr (error->message, ==, expected);

  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  dump = shinsa_official_dump (fixture->store, ROUND, NULL);
  g_assert_cmpstr (dump, ==, empty);
  g_assert_true (shinsa_projection_get (fixture->store, ROUND, &version, &seq, NULL));
  g_assert_cmpint (version, ==, SHINSA_PROJECTION_VERSION);
  g_assert_cmpint (seq, ==, 0);
  g_assert_true (shinsa_journal_last (fixture->store, ROUND, ROUND, &last, NULL));
  g_assert_cmpint (last->seq, ==, 2);
  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/schema/golden", test_golden);
  add_test ("/schema/fresh", test_fresh);
  g_test_add ("/schema/first-release", Fixture, "store-1.sql", shinsa_db_set_up,
              test_former_release, shinsa_db_tear_down);
  g_test_add ("/schema/second-release", Fixture, "store-2.sql", shinsa_db_set_up,
              test_former_release, shinsa_db_tear_down);
  g_test_add ("/schema/third-release", Fixture, "store-3.sql", shinsa_db_set_up,
              test_former_release, shinsa_db_tear_down);
  add_test ("/schema/this-release", test_this_release);
  g_test_add ("/schema/first-release-rest", Fixture, "store-1.sql", shinsa_db_set_up,
              test_release_rest, shinsa_db_tear_down);
  g_test_add ("/schema/second-release-rest", Fixture, "store-2.sql", shinsa_db_set_up,
              test_release_rest, shinsa_db_tear_down);
  g_test_add ("/schema/third-release-rest", Fixture, "store-3.sql", shinsa_db_set_up,
              test_release_rest, shinsa_db_tear_down);
  g_test_add ("/schema/this-release-rest", Fixture, "store-4.sql", shinsa_db_set_up,
              test_release_rest, shinsa_db_tear_down);
  add_test ("/schema/migrate", test_migrate);
  add_test ("/schema/migrate-wrong", test_migrate_wrong);
  add_test ("/schema/migrate-damaged", test_migrate_damaged);
  add_test ("/schema/migrate-without-copy", test_migrate_without_copy);
  add_test ("/schema/remake-official", test_remake_official);

  return g_test_run ();
}
