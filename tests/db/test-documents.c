/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-documents.h"

#include "shinsa-db-fixture.h"

#include <string.h>

/* A document as it arrives: in parts, under a name and size that may be wrong. */
typedef struct
{
  const char *parts[4];
  char *hash;
  gint64 size;
  gboolean forgotten;
} Arrival;

static gboolean
append_parts (ShinsaDocumentWriter  *writer,
              const Arrival         *arrival,
              GError               **error)
{
  for (gsize i = 0; arrival->parts[i] != NULL; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new (arrival->parts[i], strlen (arrival->parts[i]));

      if (!shinsa_document_append (writer, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep (ShinsaStore  *store,
      gpointer      data,
      GError      **error)
{
  const Arrival *arrival = data;
  g_autoptr (ShinsaDocumentWriter) writer = NULL;

  writer = shinsa_document_begin (store, arrival->hash, arrival->size, error);
  if (writer == NULL || !append_parts (writer, arrival, error))
    return FALSE;
  return arrival->forgotten || shinsa_document_finish (writer, error);
}

static void
assert_held (ShinsaStore *store,
             const char  *hash,
             gboolean     expected)
{
  g_autoptr (GError) error = NULL;
  gboolean held;

  g_assert_true (shinsa_document_has (store, hash, &held, &error));
  g_assert_no_error (error);
  g_assert_cmpint (held, ==, expected);
}

static void
assert_chunk (ShinsaStore *store,
              const char  *hash,
              gint64       position,
              const char  *expected)
{
  g_autoptr (GBytes) chunk = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_document_read (store, hash, position, &chunk, &error));
  g_assert_no_error (error);
  if (expected == NULL)
    g_assert_null (chunk);
  else
    g_assert_cmpmem (g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk),
                     expected, strlen (expected));
}

static void
assert_not_found (ShinsaStore *store,
                  const char  *hash)
{
  g_autofree char *expected = g_strdup_printf ("The document %s is not held here, so it cannot be "
                                               "read. Ask for it again.", hash);
  g_autoptr (GBytes) chunk = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_document_read (store, hash, 0, &chunk, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, expected);
  g_clear_error (&error);
  g_assert_null (shinsa_document_dup_bytes (store, hash, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.4", -1);
  Arrival arrival = { { "%PDF", "-1.4", NULL }, hash, 8, FALSE };
  Arrival other_parts = { { "%PDF-1", ".4", NULL }, hash, 8, FALSE };
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;

  assert_held (fixture->store, hash, FALSE);
  assert_not_found (fixture->store, hash);
  g_assert_true (shinsa_store_write (fixture->store, keep, &arrival, &error));
  g_assert_true (shinsa_store_write (fixture->store, keep, &other_parts, &error));
  g_assert_no_error (error);
  assert_held (fixture->store, hash, TRUE);
  assert_chunk (fixture->store, hash, 0, "%PDF");
  assert_chunk (fixture->store, hash, 1, "-1.4");
  assert_chunk (fixture->store, hash, 2, NULL);
  whole = shinsa_document_dup_bytes (fixture->store, hash, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), "%PDF-1.4", 8);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", -1);
  Arrival arrival = { { NULL }, hash, 0, FALSE };
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_store_write (fixture->store, keep, &arrival, &error));
  g_assert_no_error (error);
  whole = shinsa_document_dup_bytes (fixture->store, hash, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, 0);
}

static void
assert_refused (Fixture     *fixture,
                Arrival     *arrival,
                ShinsaError  code,
                const char  *format)
{
  g_auto (GStrv) parts = g_strsplit (format, "HASH", 2);
  g_autofree char *expected = g_strjoinv (arrival->hash, parts);
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_write (fixture->store, keep, arrival, &error));
  g_assert_error (error, SHINSA_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, expected);
  assert_held (fixture->store, arrival->hash, FALSE);
  rows = shinsa_db_query (fixture->store, "SELECT count (*) FROM document_chunk");
  g_assert_cmpstr (rows, ==, "0\n");
}

static void
test_altered (Fixture       *fixture,
              gconstpointer  data)
{
  static const char altered[] = "The document HASH was altered on its way, so nothing was changed. "
                                "Ask for it again.";
  static const char too_large[] = "A part of the document HASH is empty or over 1 MiB, "
                                  "so nothing was changed. Ask for it again.";
  g_autofree char *large = g_strnfill (SHINSA_DOCUMENT_CHUNK_MAX + 1, 'x');
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.4", -1);
  Arrival other_bytes = { { "%PDF", "-1.5", NULL }, hash, 8, FALSE };
  Arrival too_short = { { "%PDF", NULL }, hash, 8, FALSE };
  Arrival too_long = { { "%PDF", "-1.4", "!", NULL }, hash, 8, FALSE };
  Arrival empty_part = { { "%PDF", "", "-1.4", NULL }, hash, 8, FALSE };
  Arrival large_part = { { large, NULL }, hash, G_MAXINT, FALSE };
  Arrival forgotten = { { "%PDF", "-1.4", NULL }, hash, 8, TRUE };

  assert_refused (fixture, &other_bytes, SHINSA_ERROR_SIGNATURE, altered);
  assert_refused (fixture, &too_short, SHINSA_ERROR_SIGNATURE, altered);
  assert_refused (fixture, &too_long, SHINSA_ERROR_SIGNATURE, altered);
  assert_refused (fixture, &empty_part, SHINSA_ERROR_TOO_LARGE, too_large);
  assert_refused (fixture, &large_part, SHINSA_ERROR_TOO_LARGE, too_large);
  assert_refused (fixture, &forgotten, SHINSA_ERROR_SIGNATURE, altered);
}

/* Bytes that claim to be a document that is held already are looked at all the same. */
static void
test_altered_again (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.4", -1);
  Arrival first = { { "%PDF", "-1.4", NULL }, hash, 8, FALSE };
  Arrival altered = { { "%PDF", "-1.5", NULL }, hash, 8, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_store_write (fixture->store, keep, &first, &error));
  g_assert_false (shinsa_store_write (fixture->store, keep, &altered, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE);
  assert_chunk (fixture->store, hash, 1, "-1.4");
}

static void
test_purge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.4", -1);
  Arrival arrival = { { "%PDF", "-1.4", NULL }, hash, 8, FALSE };
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_store_write (fixture->store, keep, &arrival, &error));
  g_assert_true (shinsa_document_purge (fixture->store, hash, "Recused.", &error));
  g_assert_true (shinsa_document_purge (fixture->store, hash, "Again.", &error));
  g_assert_true (shinsa_document_purge (fixture->store, DESK, "Not held.", &error));
  g_assert_true (shinsa_store_write (fixture->store, keep, &arrival, &error));
  g_assert_no_error (error);
  assert_held (fixture->store, hash, FALSE);
  assert_not_found (fixture->store, hash);
  rows = shinsa_db_query (fixture->store,
                          "SELECT size, purged, (SELECT count (*) FROM document_chunk)"
                          " FROM document");
  g_assert_cmpstr (rows, ==, "8|Recused.|0\n");

  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  g_assert_false (shinsa_document_purge (fixture->store, hash, "Read only.", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/documents/keep", test_keep);
  add_test ("/documents/empty", test_empty);
  add_test ("/documents/altered", test_altered);
  add_test ("/documents/altered-again", test_altered_again);
  add_test ("/documents/purge", test_purge);

  return g_test_run ();
}
