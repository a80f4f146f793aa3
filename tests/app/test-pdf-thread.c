/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A page that draws a form which draws another ten times, and so on: it would take years. */
static GBytes *
endless_new (void)
{
  enum { DEPTH = 14 };
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (objects, g_strdup ("<< /Type /Catalog /Pages 2 0 R >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]"
                                      " /Contents 5 0 R /Resources"
                                      " << /XObject << /X 6 0 R >> >> >>"));
  for (int i = 0; i < DEPTH; i++)
    {
      g_autofree char *members =
        g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
                         " /Resources << /XObject << /X %d 0 R >> >>", i + 6);

      g_ptr_array_add (objects, shinsa_test_pdf_stream (members, "/X Do /X Do /X Do /X Do /X Do "
                                                        "/X Do /X Do /X Do /X Do /X Do"));
    }
  g_ptr_array_add (objects, shinsa_test_pdf_stream ("/Type /XObject /Subtype /Form"
                                                    " /BBox [0 0 9 9]", "0 0 9 9 re f"));
  g_ptr_array_add (objects, NULL);
  return shinsa_test_pdf_raw ("", (const char * const *) objects->pdata);
}

/* Until the thread is deep in the page: nothing else here takes time of the processor. */
static void
wait_until_busy (void)
{
  clock_t start = clock ();

  while (clock () - start < CLOCKS_PER_SEC / 20)
    g_usleep (1000);
}

/* --- Whether a thread has let go of its document --- */

typedef struct {
  GBytes *bytes;
  int    *n_alive;     /* atomic */
} Watched;

static void
watched_free (gpointer data)
{
  Watched *watched = data;

  g_bytes_unref (watched->bytes);
  g_atomic_int_add (watched->n_alive, -1);
  g_main_context_wakeup (NULL);
  g_free (watched);
}

/* The same bytes, counted for as long as anybody holds them; takes @bytes. */
static GBytes *
watch (GBytes *bytes,
       int    *n_alive)
{
  Watched *watched = g_new0 (Watched, 1);

  watched->bytes = bytes;
  watched->n_alive = n_alive;
  g_atomic_int_inc (n_alive);
  return g_bytes_new_with_free_func (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     watched_free, watched);
}

static void
wait_until_released (int *n_alive)
{
  while (g_atomic_int_get (n_alive) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* --- Cancelling --- */

static void
assert_cancelled (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GBytes) bytes = shinsa_test_pdf_of_pages (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) searched = NULL;
  g_autoptr (ShinsaPdf) pdf = NULL;
  g_autoptr (ShinsaPdfText) text = NULL;

  g_cancellable_cancel (cancellable);
  shinsa_pdf_open_async (bytes, cancellable, pdf_store, &opened);
  assert_cancelled (pdf_wait (&opened));

  pdf = pdf_open (bytes, NULL);
  shinsa_pdf_search_async (pdf, "a", cancellable, pdf_store, &searched);
  assert_cancelled (pdf_wait (&searched));

  text = pdf_text (pdf, 1, NULL);
  g_assert_true (g_str_has_prefix (text->text, "第1頁"));
}

/* Both are answered at once, although the thread is busy; then it stops being so. */
static void
test_cancelled_at_work (void)
{
  int n_alive = 0;
  GBytes *bytes = watch (endless_new (), &n_alive);
  ShinsaPdf *pdf = pdf_take (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ShinsaPdfView view = { .page = 2, .scale = 1, .width = 9, .height = 9 };
  GAsyncResult *drawn = NULL;
  GAsyncResult *searched = NULL;

  shinsa_pdf_search_async (pdf, "a", cancellable, pdf_store, &searched);
  shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT, cancellable, pdf_store, &drawn);
  wait_until_busy ();
  g_cancellable_cancel (cancellable);
  assert_cancelled (pdf_wait (&drawn));
  assert_cancelled (pdf_wait (&searched));
  g_clear_object (&drawn);
  g_clear_object (&searched);

  g_assert_finalize_object (pdf);
  wait_until_released (&n_alive);
}

/* A request that waits keeps its document. */
static void
test_dropped (void)
{
  int n_alive = 0;
  ShinsaPdf *pdf = pdf_take (watch (shinsa_test_pdf_of_pages (2), &n_alive));
  GAsyncResult *result = NULL;
  ShinsaPdf *source;
  GPtrArray *matches;

  shinsa_pdf_search_async (pdf, "第2頁", NULL, pdf_store, &result);
  g_object_unref (pdf);
  pdf_wait (&result);
  source = SHINSA_PDF (g_async_result_get_source_object (result));
  matches = shinsa_pdf_search_finish (source, result, NULL);
  g_assert_cmpuint (matches->len, ==, 1);
  g_ptr_array_unref (matches);
  g_object_unref (result);
  g_assert_finalize_object (source);
  wait_until_released (&n_alive);
}

/* The program ends although a page is being drawn, and does not wait for it for long. */
static void
test_exit (void)
{
  if (g_test_subprocess ())
    {
      ShinsaPdf *pdf = pdf_take (endless_new ());
      ShinsaPdfView view = { .page = 2, .scale = 1, .width = 9, .height = 9 };
      GAsyncResult *drawn = NULL;

      shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT, NULL, pdf_store, &drawn);
      wait_until_busy ();
      exit (EXIT_SUCCESS);
    }
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

/* --- Who is first --- */

typedef struct {
  GString *order;
  guint    n_waiting;
} Race;

typedef struct {
  Race *race;
  char  name;
} Runner;

static void
arrive_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Runner *runner = data;

  g_string_append_c (runner->race->order, runner->name);
  runner->race->n_waiting--;
  g_free (runner);
}

static Runner *
runner_new (Race *race,
            char  name)
{
  Runner *runner = g_new0 (Runner, 1);

  runner->race = race;
  runner->name = name;
  race->n_waiting++;
  return runner;
}

/* What is in sight comes before what may be wanted next, and both before searching. */
static void
test_priority (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_of_pages (24));
  Race race = { g_string_new (NULL), 0 };
  ShinsaPdfView view = { .page = 1, .scale = 1, .width = 595, .height = 842 };
  const char *urgent;

  shinsa_pdf_search_async (pdf, "x", NULL, arrive_cb, runner_new (&race, 's'));
  for (view.page = 1; view.page <= 20; view.page++)
    shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT + 1, NULL, arrive_cb,
                             runner_new (&race, 'n'));
  shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT, NULL, arrive_cb,
                           runner_new (&race, 'u'));
  while (race.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  urgent = strchr (race.order->str, 'u');
  g_assert_nonnull (urgent);
  g_assert_cmpint (urgent - race.order->str, <, 10);
  g_assert_true (g_str_has_suffix (race.order->str, "s"));
  g_string_free (race.order, TRUE);
}

/* --- Many at a time --- */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShinsaPdf) pdf = shinsa_pdf_open_finish (result, NULL);
  ShinsaPdfView view = { .page = 1, .scale = 2, .width = 1190, .height = 1684 };
  Race *race = data;

  g_assert_nonnull (pdf);
  shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT, NULL, arrive_cb,
                           runner_new (race, 'd'));
  shinsa_pdf_search_async (pdf, "市場", NULL, arrive_cb, runner_new (race, 'd'));
  race->n_waiting--;
}

static void
test_many (void)
{
  enum { N_DOCUMENTS = 20 };
  g_autoptr (GBytes) file = shinsa_test_pdf_of_pages (2);
  int n_alive = 0;
  Race race = { g_string_new (NULL), N_DOCUMENTS };

  for (int i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr (GBytes) bytes = watch (g_bytes_ref (file), &n_alive);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      GAsyncResult *dropped = NULL;

      shinsa_pdf_open_async (bytes, NULL, opened_cb, &race);
      shinsa_pdf_open_async (bytes, cancellable, pdf_store, &dropped);
      g_cancellable_cancel (cancellable);
      assert_cancelled (pdf_wait (&dropped));
      g_object_unref (dropped);
    }
  while (race.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  wait_until_released (&n_alive);
  g_string_free (race.order, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-thread/cancelled-before", test_cancelled_before);
  g_test_add_func ("/pdf-thread/cancelled-at-work", test_cancelled_at_work);
  g_test_add_func ("/pdf-thread/dropped", test_dropped);
  g_test_add_func ("/pdf-thread/exit", test_exit);
  g_test_add_func ("/pdf-thread/priority", test_priority);
  g_test_add_func ("/pdf-thread/many", test_many);

  return g_test_run ();
}
