/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store.h"

#include "shinsa-db-fixture.h"
#include "shinsa-local.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long the first of two writers keeps the second waiting, in microseconds. */
#define HOLD (G_USEC_PER_SEC / 5)

/* Tells the other program of a test where the store is. */
#define STORE_VARIABLE "SHINSA_TEST_STORE"

/* How many commits the writer that is killed acknowledges before. */
#define ACKNOWLEDGED 50

static void
assert_setting (ShinsaStore *store,
                const char  *key,
                const char  *expected)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_setting_get (store, key, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
must_set (ShinsaStore *store,
          const char  *key,
          const char  *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_setting_set (store, key, value, &error));
  g_assert_no_error (error);
}

static gboolean
set_two (ShinsaStore  *store,
         gpointer      data,
         GError      **error)
{
  return shinsa_setting_set (store, "one", data, error)
         && shinsa_setting_set (store, "two", data, error);
}

static gboolean
set_and_fail (ShinsaStore  *store,
              gpointer      data,
              GError      **error)
{
  must_set (store, "one", data);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED, "No.");
  return FALSE;
}

/* A caller that overlooks an error. */
static gboolean
set_despite_failure (ShinsaStore  *store,
                     gpointer      data,
                     GError      **error)
{
  shinsa_store_write (store, set_and_fail, data, NULL);
  shinsa_setting_set (store, "two", data, NULL);
  return TRUE;
}

static gboolean
note_despite_failure (ShinsaStore  *store,
                      gpointer      data,
                      GError      **error)
{
  ShinsaNoteRow nonsense = { .text = NULL };

  must_set (store, "one", data);
  g_assert_false (shinsa_note_insert (store, ROUND, &nonsense, NULL, NULL));
  g_assert_false (shinsa_setting_set (store, "two", data, NULL));
  return TRUE;
}

static gboolean
set_nested (ShinsaStore  *store,
            gpointer      data,
            GError      **error)
{
  return shinsa_store_write (store, set_two, data, error)
         && shinsa_store_read (store, set_two, (gpointer) "read", error);
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_store_write (fixture->store, set_two, (gpointer) "first", &error));
  g_assert_no_error (error);
  assert_setting (fixture->store, "two", "first");

  g_assert_true (shinsa_store_write (fixture->store, set_nested, (gpointer) "nested", &error));
  g_assert_no_error (error);
  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  assert_setting (fixture->store, "one", "read");
  assert_setting (fixture->store, "two", "read");
}

static void
assert_rolled_back (Fixture         *fixture,
                    ShinsaStoreFunc  func,
                    ShinsaError      code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_write (fixture->store, func, (gpointer) "bad", &error));
  g_assert_error (error, SHINSA_ERROR, (int) code);
  assert_setting (fixture->store, "one", NULL);
  assert_setting (fixture->store, "two", NULL);
}

static void
test_rollback (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_rolled_back (fixture, set_and_fail, SHINSA_ERROR_REFUSED);
  assert_rolled_back (fixture, set_despite_failure, SHINSA_ERROR_REFUSED);
  assert_rolled_back (fixture, note_despite_failure, SHINSA_ERROR_INVALID);

  g_assert_true (shinsa_store_write (fixture->store, set_two, (gpointer) "good", &error));
  g_assert_no_error (error);
  assert_setting (fixture->store, "two", "good");
}

static gboolean
read_while_written (ShinsaStore  *store,
                    gpointer      other,
                    GError      **error)
{
  assert_setting (store, "one", NULL);
  must_set (other, "one", "written meanwhile");
  assert_setting (store, "one", NULL);
  return TRUE;
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) reader = NULL;

  reader = shinsa_store_open (fixture->path, SHINSA_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_store_read (reader, read_while_written, fixture->store, &error));
  g_assert_no_error (error);
  assert_setting (reader, "one", "written meanwhile");

  g_assert_false (shinsa_store_read (fixture->store, set_and_fail, (gpointer) "bad", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  assert_setting (reader, "one", "written meanwhile");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  g_assert_false (shinsa_setting_set (fixture->store, "one", "1", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
  expected = g_strdup_printf ("“%s” or its folder may not be written to, so nothing was changed. "
                              "Change the permissions or use another folder.", fixture->path);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_data_version (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) other = shinsa_store_open (fixture->path, SHINSA_STORE_WRITE, &error);
  gint64 before;

  g_assert_no_error (error);
  before = shinsa_store_data_version (fixture->store);
  must_set (fixture->store, "one", "own");
  g_assert_cmpint (shinsa_store_data_version (fixture->store), ==, before);
  must_set (other, "one", "other");
  g_assert_cmpint (shinsa_store_data_version (fixture->store), !=, before);
}

typedef struct
{
  const char *path;
  GAsyncQueue *started;
} Holder;

static gboolean
hold (ShinsaStore  *store,
      gpointer      data,
      GError      **error)
{
  Holder *holder = data;

  must_set (store, "one", "first");
  g_async_queue_push (holder->started, holder);
  g_usleep (HOLD);
  return TRUE;
}

static gpointer
hold_thread (gpointer data)
{
  Holder *holder = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) store = shinsa_store_open (holder->path, SHINSA_STORE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (shinsa_store_write (store, hold, holder, &error));
  return NULL;
}

/* The second writer waits for the first one, and finds what that one wrote. */
static void
test_two_writers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GAsyncQueue) started = g_async_queue_new ();
  Holder holder = { fixture->path, started };
  GThread *thread = g_thread_new ("first-writer", hold_thread, &holder);

  g_async_queue_pop (started);
  assert_setting (fixture->store, "one", NULL);
  must_set (fixture->store, "two", "second");
  assert_setting (fixture->store, "one", "first");
  g_thread_join (thread);
}

/* Acknowledges each commit with a byte, until it is killed. */
static void
write_for_ever (const char *path,
                int         acknowledge)
{
  g_autoptr (ShinsaStore) store = shinsa_store_open (path, SHINSA_STORE_WRITE, NULL);

  for (int seq = 1;; seq++)
    {
      shinsa_db_append (store, DESK, seq);
      if (write (acknowledge, "+", 1) != 1)
        _exit (1);
    }
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (GError) error = NULL;
  char acknowledgement;
  int ends[2];
  int count = 0;
  pid_t writer;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_no_errno (pipe (ends));
  writer = fork ();
  g_assert_no_errno (writer);
  if (writer == 0)
    write_for_ever (fixture->path, ends[1]);
  close (ends[1]);

  while (count < ACKNOWLEDGED && read (ends[0], &acknowledgement, 1) == 1)
    count++;
  g_assert_no_errno (kill (writer, SIGKILL));
  g_assert_no_errno (waitpid (writer, NULL, 0));
  while (read (ends[0], &acknowledgement, 1) == 1)
    count++;
  close (ends[0]);

  g_assert_cmpint (count, >=, ACKNOWLEDGED);
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  g_assert_true (shinsa_store_check (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_journal_last (fixture->store, ROUND, DESK, &last, &error));
  g_assert_cmpint (last->seq, >=, count);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_store_check (fixture->store, &error));
  g_assert_no_error (error);

  shinsa_db_run_sql (fixture->path,
                     "PRAGMA foreign_keys = OFF;"
                     "INSERT INTO document_chunk VALUES ('of nothing', 0, x'00')");
  g_assert_false (shinsa_store_check (fixture->store, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  expected = g_strdup_printf ("“%s” is damaged (document_chunk). Restore a backup.", fixture->path);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_check_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  shinsa_db_run_sql (fixture->path,
                     "PRAGMA writable_schema = ON;"
                     "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'note_of_member'");
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  g_assert_false (shinsa_store_check (fixture->store, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

/* Another program opens the store and closes it again, while this one has it open twice. */
static void
test_others_come_and_go (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ShinsaStore) reader = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  if (g_test_subprocess ())
    {
      g_autoptr (ShinsaStore) store = shinsa_store_open (g_getenv (STORE_VARIABLE),
                                                         SHINSA_STORE_WRITE, NULL);

      must_set (store, "other", "1");
      return;
    }

  must_set (fixture->store, "one", "1");
  reader = shinsa_store_open (fixture->path, SHINSA_STORE_READ, NULL);
  g_assert_nonnull (reader);

  g_setenv (STORE_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv (STORE_VARIABLE);

  assert_setting (fixture->store, "other", "1");
  must_set (fixture->store, "one", "2");
  assert_setting (reader, "one", "2");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static gpointer
use_in_thread (gpointer store)
{
  shinsa_setting_set (store, "one", "1", NULL);
  return NULL;
}

static void
test_other_thread (void)
{
  if (g_test_subprocess ())
    {
      ShinsaStore *store = shinsa_store_open (SHINSA_STORE_MEMORY, SHINSA_STORE_CREATE, NULL);

      g_thread_join (g_thread_new ("other", use_in_thread, store));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*self->owner == g_thread_self ()*");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/write", test_write);
  add_test ("/store/rollback", test_rollback);
  add_test ("/store/read", test_read);
  add_test ("/store/read-only", test_read_only);
  add_test ("/store/data-version", test_data_version);
  add_test ("/store/two-writers", test_two_writers);
  add_test ("/store/killed", test_killed);
  add_test ("/store/others-come-and-go", test_others_come_and_go);
  add_test ("/store/check", test_check);
  add_test ("/store/check-pages", test_check_pages);
  g_test_add_func ("/store/other-thread", test_other_thread);

  return g_test_run ();
}
