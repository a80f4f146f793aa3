/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Power that is lost while a packet is taken in. */

/* In a process of its own: takes a packet in until it is done or killed. */
static void
read_in_child (const char *store,
               GFile      *file)
{
  g_autoptr (ShinsaSession) session = shinsa_session_open (store, SHINSA_SESSION_WRITE, NULL);

  if (session != NULL && shinsa_session_read_packet (session, file, NULL, NULL, NULL))
    _exit (0);
  _exit (1);
}

static gboolean
read_and_kill (const char *store,
               GFile      *file,
               gulong      microseconds)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    read_in_child (store, file);
  g_usleep (microseconds);
  kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
check_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "store.db"));
}

/* There is nothing or all of it, and taking it in again leaves all of it and no other file. */
static void
check_after_kill (PacketFixture *fixture,
                  const char    *computer,
                  GFile         *file,
                  gboolean       done)
{
  g_autoptr (ShinsaSession) session = packet_fixture_open (fixture, computer);
  g_autofree char *folder = shinsa_test_dir_file (fixture->dir, computer);
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = packet_fixture_read (session, file);
  g_assert_true (report->new_round != report->nothing_new);
  if (done)
    g_assert_true (report->nothing_new);
  g_assert_true (shinsa_session_check (session, &error));
  g_assert_no_error (error);
  check_folder (folder);
}

static void
test_killed (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (ShinsaSession) member = packet_fixture_declared (fixture, "c", "none");

  file = packet_fixture_issue (fixture, SHINSA_PURPOSE_DOCUMENTS, "c");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *computer = g_strdup_printf ("killed-%u", i);
      g_autofree char *folder = shinsa_test_dir_file (fixture->dir, computer);
      g_autofree char *store = g_build_filename (folder, "store.db", NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      check_after_kill (fixture, computer, file, read_and_kill (store, file, 20000 * i));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packets-killed/anywhere", test_killed);
  return g_test_run ();
}
