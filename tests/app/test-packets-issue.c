/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include "shinsa-error.h"

/* What the desk hands out, and what nobody else can. */

static void
test_issue_to_all (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_true (shinsa_session_issue (fixture->desk, SHINSA_PURPOSE_INTERESTS, NULL,
                                       fixture->folder, &files, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 7);
  name = g_file_get_basename (g_ptr_array_index (files, 4));
  g_assert_cmpstr (name, ==,
                   "Regional-Biocommunities-first-round_Member-C_interests1.shinsa");

  round = shinsa_session_load (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (round->issues->len, ==, 7);
  found = shinsa_packets_in_folder (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 7);
}

static void
test_issue_refused (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (GFile) submission = g_file_get_child (fixture->folder, "x.shinsa");
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_issue (member, SHINSA_PURPOSE_NEWS, "c", fixture->folder, NULL,
                                        NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==,
                   "Only the desk of this round issues packets. Nothing was written.");
  g_clear_error (&error);

  g_assert_false (shinsa_session_issue (fixture->desk, "gossip", "c", fixture->folder, NULL, NULL,
                                        &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE);
  g_assert_cmpstr (error->message, ==, "“gossip” is nothing that can be issued. Nothing was "
                                       "written. Choose interests, documents or news.");
  g_clear_error (&error);

  g_assert_false (shinsa_session_issue (fixture->desk, SHINSA_PURPOSE_NEWS, "z", fixture->folder,
                                        NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no member “z” in this round. Nothing was written.");
  g_clear_error (&error);

  g_assert_false (shinsa_session_write_submission (fixture->desk, submission, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==, "The desk has nothing to submit. Nothing was written. "
                                       "Choose the member who you are.");
}

/* Where nothing can be written, the register does not say that something was. */
static void
test_unwritable_folder (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, "round.json");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *before = packet_fixture_dump (fixture->desk, fixture->root);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_issue (fixture->desk, SHINSA_PURPOSE_INTERESTS, "c", folder,
                                        &files, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message,
                                   "“Regional-Biocommunities-first-round_Member-C_interests1"
                                   ".shinsa” cannot be written: "));
  g_assert_true (g_str_has_suffix (error->message,
                                   ". Nothing was changed. Choose another folder."));
  g_assert_cmpuint (files->len, ==, 0);
  after = packet_fixture_dump (fixture->desk, fixture->root);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packets-issue/to-all", test_issue_to_all);
  g_test_add_func ("/packets-issue/refused", test_issue_refused);
  g_test_add_func ("/packets-issue/unwritable-folder", test_unwritable_folder);
  return g_test_run ();
}
