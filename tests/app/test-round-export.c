/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-round-export.h"

#include "exchange/shinsa-json.h"
#include "shinsa-error.h"
#include "shinsa-test-session.h"

typedef ShinsaTestSession S;

/* Another round can be prepared from what was exported, and it is the same definition again. */
static void
test_round_trip (S             *s,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shinsa_test_dir_file (s->dir, "exported.round.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (ShinsaRound) before = shinsa_test_session_load (s, "desk");
  g_autoptr (ShinsaRound) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  first = shinsa_session_export_definition (s->session, NULL, &error);
  g_assert_no_error (error);
  text = shinsa_json_write_pretty (first);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);

  shinsa_session_create_round (s->session, file, NULL, NULL, &error);
  g_assert_no_error (error);
  second = shinsa_session_export_definition (s->session, NULL, &error);
  g_assert_no_error (error);
  again = shinsa_json_write_pretty (second);
  g_assert_cmpstr (again, ==, text);

  after = shinsa_session_load (s->session, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->definition_hash, ==, before->definition_hash);
  g_assert_cmpstr (after->root, !=, before->root);
  g_assert_cmpuint (after->dossiers->len, ==, before->dossiers->len);
}

/* A member holds only what they may see, which is no definition. */
static void
test_only_the_desk (S             *s,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  shinsa_test_session_be (s, "a");
  g_assert_null (shinsa_session_export_definition (s->session, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==, "Only the desk of this round can do this.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/round-export/round-trip", S, NULL, shinsa_test_session_set_up, test_round_trip,
              shinsa_test_session_tear_down);
  g_test_add ("/round-export/only-the-desk", S, NULL, shinsa_test_session_set_up,
              test_only_the_desk, shinsa_test_session_tear_down);

  return g_test_run ();
}
