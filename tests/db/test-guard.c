/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-guard.h"

#include "shinsa-bodies.h"
#include "shinsa-db-fixture.h"
#include "shinsa-documents.h"

#include <sqlite3.h>

/* What no mistake in this layer may do to what is append-only. */
static const char *const forbidden[] = {
  "UPDATE entry SET at = ''",
  "DELETE FROM entry",
  "INSERT OR REPLACE INTO entry SELECT * FROM entry",
  "UPDATE OR REPLACE entry SET seq = seq",
  "UPDATE body SET bytes = x'00', purged = NULL",
  "DELETE FROM body",
  "INSERT OR REPLACE INTO body SELECT hash, x'00', NULL FROM body",
  "UPDATE head SET seq = seq - 1",
  "DELETE FROM head",
  "INSERT OR REPLACE INTO head SELECT * FROM head",
  "UPDATE fork SET seq = 0",
  "DELETE FROM fork",
  "INSERT OR REPLACE INTO fork SELECT * FROM fork",
  "UPDATE document SET size = size + 1",
  "UPDATE document SET purged = NULL",
  "DELETE FROM document",
  "INSERT OR REPLACE INTO document SELECT * FROM document",
  "UPDATE document_chunk SET bytes = x'00'",
  "DELETE FROM document_chunk",
  "INSERT OR REPLACE INTO document_chunk SELECT document, position, x'00' FROM document_chunk",
};

static const char *const forbidden_to_us[] = {
  "UPDATE body SET hash = hash, bytes = NULL, purged = ''",
  "UPDATE head SET feed = feed",
  "DROP TABLE entry",
  "DROP TABLE Document_Chunk",
  "DROP TRIGGER entry_is_not_changed",
  "DROP TRIGGER document_chunk_is_deleted_by_purge",
  "ALTER TABLE body RENAME TO corpse",
  "ALTER TABLE head ADD COLUMN extra TEXT",
  "ATTACH ':memory:' AS other",
};

static gboolean
keep_document (ShinsaStore  *store,
               gpointer      bytes,
               GError      **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (ShinsaDocumentWriter) writer = NULL;

  writer = shinsa_document_begin (store, hash, (gint64) g_bytes_get_size (bytes), error);
  return writer != NULL
         && shinsa_document_append (writer, bytes, error)
         && shinsa_document_finish (writer, error);
}

/* A row in every table that is append-only. */
static void
fill (ShinsaStore *store)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("bytes", 5);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *signature = g_strnfill (128, 'f');
  const ShinsaHeadRow head = {
    .feed = (char *) DESK, .seq = 2, .hash = hash, .signature = signature,
  };
  const ShinsaForkRow fork = {
    .feed = (char *) DESK, .seq = 2, .hash = hash, .header = bytes, .head = bytes,
  };
  g_autoptr (GError) error = NULL;

  shinsa_db_append (store, DESK, 1);
  g_assert_true (shinsa_body_insert (store, hash, bytes, &error));
  g_assert_true (shinsa_head_set (store, ROUND, &head, &error));
  g_assert_true (shinsa_fork_insert (store, ROUND, &fork, &error));
  g_assert_true (shinsa_store_write (store, keep_document, bytes, &error));
  g_assert_no_error (error);
}

static void
assert_forbidden (ShinsaStore       *store,
                  const char *const *statements,
                  gsize              n_statements)
{
  for (gsize i = 0; i < n_statements; i++)
    if (shinsa_db_try_sql (store, statements[i]))
      g_error ("This was let through: %s", statements[i]);
}

static char *
dump_journal (ShinsaStore *store)
{
  return shinsa_db_query (store,
                          "SELECT hash, at, hex (header) FROM entry UNION ALL"
                          " SELECT hash, hex (bytes), purged FROM body UNION ALL"
                          " SELECT hash, feed, seq FROM head UNION ALL"
                          " SELECT hash, feed, seq FROM fork UNION ALL"
                          " SELECT hash, size, purged FROM document UNION ALL"
                          " SELECT document, position, hex (bytes) FROM document_chunk");
}

static void
test_append_only (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture->store);
  before = dump_journal (fixture->store);
  assert_forbidden (fixture->store, forbidden, G_N_ELEMENTS (forbidden));
  assert_forbidden (fixture->store, forbidden_to_us, G_N_ELEMENTS (forbidden_to_us));

  /* The triggers alone hold too: they are what another program meets. */
  sqlite3_set_authorizer (fixture->store->db, NULL, NULL);
  assert_forbidden (fixture->store, forbidden, G_N_ELEMENTS (forbidden));
  after = dump_journal (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_allowed (Fixture       *fixture,
              gconstpointer  data)
{
  fill (fixture->store);
  g_assert_true (shinsa_db_try_sql (fixture->store, "UPDATE head SET seq = seq + 1"));
  g_assert_true (shinsa_db_try_sql (fixture->store, "UPDATE body SET bytes = NULL, purged = 'x'"));
  g_assert_true (shinsa_db_try_sql (fixture->store, "UPDATE document SET purged = 'x'"));
  g_assert_true (shinsa_db_try_sql (fixture->store, "DELETE FROM document_chunk"));
  g_assert_true (shinsa_db_try_sql (fixture->store, "DROP TABLE review"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/guard/append-only", test_append_only);
  add_test ("/guard/allowed", test_allowed);

  return g_test_run ();
}
