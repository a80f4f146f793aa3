/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "packet-fixture.h"

#include <glib/gstdio.h>

#include "shinsa-error.h"

/* A round that cannot be prepared leaves everything as it was. */

static GFile *
definition_file (PacketFixture *fixture)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, "round.json");

  return g_file_new_for_path (path);
}

static guint
count_rounds (ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rounds = shinsa_session_list_rounds (session, &error);

  g_assert_no_error (error);
  return rounds->len;
}

/* The definition names documents that are not in the folder. */
static void
test_keeps_selection (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (GFile) definition = definition_file (fixture);
  g_autofree char *root = g_strdup (fixture->root);
  g_autofree char *made = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = NULL;

  g_assert_false (shinsa_session_create_round (fixture->desk, definition, fixture->folder, &made,
                                               &refused));
  g_assert_error (refused, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_null (made);
  g_assert_cmpstr (shinsa_session_get_root (fixture->desk), ==, root);
  g_assert_cmpstr (shinsa_session_get_identity (fixture->desk), ==, "desk");
  g_assert_cmpuint (count_rounds (fixture->desk), ==, 1);
  round = shinsa_session_load (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (round->root, ==, root);
  packet_fixture_phase (fixture, TRUE);
  fixture->root = shinsa_session_get_root (fixture->desk);
}

/* The very last step: the key cannot be written, since a file is where its folder has to be. */
static void
test_key_cannot_be_written (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) session = packet_fixture_open (fixture, "other");
  g_autoptr (GFile) definition = definition_file (fixture);
  g_autoptr (GFile) documents = g_file_get_parent (definition);
  g_autofree char *folder = g_path_get_dirname (shinsa_session_get_path (session));
  g_autofree char *keys = g_build_filename (folder, "keys", NULL);
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (keys, "", 0, &error);
  g_assert_no_error (error);
  g_assert_false (shinsa_session_create_round (session, definition, documents, NULL, &refused));
  g_assert_nonnull (refused);
  g_assert_null (shinsa_session_get_root (session));
  g_assert_null (shinsa_session_get_identity (session));
  g_assert_cmpuint (count_rounds (session), ==, 0);

  g_assert_cmpint (g_remove (keys), ==, 0);
  shinsa_session_create_round (session, definition, documents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rounds (session), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/preparing/keeps-selection", test_keeps_selection);
  g_test_add_func ("/preparing/key-cannot-be-written", test_key_cannot_be_written);
  return g_test_run ();
}
