/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "entries/shinsa-entry.h"
#include "entries/shinsa-review-body.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-official.h"
#include "shinsa-packets.h"
#include "shinsa-replay.h"
#include "shinsa-session-private.h"
#include "shinsa-test-dir.h"

/* The fixed bytes that any other program has to meet too. */

static char *
load_vector (const char *name,
             gsize      *size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors", name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);

  return text;
}

static JsonNode *
load_json (const char *name)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  g_autofree char *text = load_vector (name, &size);
  JsonNode *node = shinsa_json_read (text, size, &error);

  g_assert_no_error (error);

  return node;
}

static GBytes *
bytes_of (JsonObject *object,
          const char *member)
{
  const char *text = json_object_get_string_member (object, member);

  return g_bytes_new (text, strlen (text));
}

static void
test_entry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = load_json ("entry.json");
  JsonObject *vector = json_node_get_object (node);
  g_autoptr (GBytes) header = bytes_of (vector, "header");
  g_autoptr (GBytes) body = bytes_of (vector, "body");
  g_autoptr (JsonNode) parsed = shinsa_json_read (g_bytes_get_data (header, NULL),
                                                  g_bytes_get_size (header), &error);
  g_autoptr (ShinsaEntryRow) read = NULL;
  g_autoptr (ShinsaEntryRow) made = NULL;
  g_autofree char *body_hash = shinsa_sha256_hex (NULL, body);

  g_assert_no_error (error);
  read = shinsa_entry_read (json_node_get_object (parsed), "", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read->header, header));
  g_assert_cmpstr (read->hash, ==, json_object_get_string_member (vector, "hash"));
  g_assert_cmpstr (body_hash, ==, json_object_get_string_member (vector, "body_hash"));

  made = shinsa_entry_new (read->round, read->feed, read->seq, read->prev, read->kind, read->v,
                           read->at, read->seen, body_hash);
  g_assert_true (g_bytes_equal (made->header, header));
  g_assert_cmpstr (made->hash, ==, read->hash);
}

static void
test_head (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = load_json ("entry.json");
  JsonObject *vector = json_node_get_object (node);
  guint8 seed[SHINSA_SEED_BYTES];
  g_autoptr (ShinsaIdentity) identity = NULL;
  g_autoptr (ShinsaEntryRow) entry = NULL;
  g_autoptr (JsonNode) header = shinsa_json_read (json_object_get_string_member (vector, "header"),
                                                  strlen (json_object_get_string_member (vector,
                                                                                         "header")),
                                                  &error);
  g_autoptr (ShinsaHeadRow) head = NULL;

  g_assert_no_error (error);
  g_assert_true (shinsa_hex_decode (json_object_get_string_member (vector, "seed"), seed,
                                    sizeof seed));
  identity = shinsa_identity_new_from_seed (seed);
  g_assert_cmpstr (shinsa_identity_get_feed (identity), ==,
                   json_object_get_string_member (vector, "public"));
  entry = shinsa_entry_read (json_node_get_object (header), "", &error);
  g_assert_no_error (error);
  head = shinsa_head_sign (identity, entry->round, entry->seq, entry->hash);
  g_assert_cmpstr (head->signature, ==, json_object_get_string_member (vector, "signature"));
  g_assert_true (shinsa_head_verify (head, entry->round, &error));
  g_assert_no_error (error);
}

static void
test_body (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = load_json ("entry.json");
  const char *text = json_object_get_string_member (json_node_get_object (node), "body");
  g_autoptr (JsonNode) body = shinsa_json_read (text, strlen (text), &error);
  g_autoptr (ShinsaReview) review = NULL;

  g_assert_no_error (error);
  g_assert_true (shinsa_json_is_canonical (text, strlen (text), body));
  review = shinsa_review_read (json_node_get_object (body), "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->scores->len, ==, 2);
}

/* A whole round made elsewhere: read, replayed, and compared table by table. */
static void
compare_round (const char *packet,
               const char *expected_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autofree char *store = shinsa_test_dir_file (dir, "store.db");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors", packet, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (ShinsaSession) session = NULL;
  g_autofree char *expected = load_vector (expected_name, NULL);
  g_autofree char *official = NULL;

  session = shinsa_session_open (store, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  shinsa_session_read_packet (session, file, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->new_round);
  official = shinsa_official_dump (shinsa_session_get_store (session), report->round, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (official, ==, expected);

  shinsa_replay_advance (shinsa_session_get_store (session), report->round, TRUE, &error);
  g_assert_no_error (error);
  shinsa_session_check (session, &error);
  g_assert_no_error (error);
}

static void
test_two_laptops (void)
{
  compare_round ("two-laptops/round.shinsa", "two-laptops/official.txt");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vectors/entry", test_entry);
  g_test_add_func ("/vectors/head", test_head);
  g_test_add_func ("/vectors/body", test_body);
  g_test_add_func ("/vectors/two-laptops", test_two_laptops);

  return g_test_run ();
}
