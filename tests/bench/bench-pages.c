/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-view.h"
#include "shinsa-test-pdf.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>
#include <math.h>
#include <time.h>

/* How long a frame takes while a document of 300 pages is scrolled and zoomed, beside the same for
 * a bare picture of one page. The processor's time is told beside the clock's: where other programs
 * run, too, and while the next pictures are drawn, it says what a frame costs by itself. */

#define N_PAGES 300
#define N_FRAMES 300
#define STEP 37               /* pixels a frame */
#define LEAST_SCALE 0.5
#define MOST_SCALE 3.0

typedef struct _Run Run;

struct _Run
{
  void         (*step) (Run *run,
                        int  frame);
  GtkWidget     *child;
  GtkAdjustment *adjustment;
  GArray        *times;        /* (element-type double), in milliseconds */
  GArray        *efforts;      /* the same of the processor */
  gint64         begun;
  double         effort_begun;
  int            frame;
  GMainLoop     *loop;
};

/* --- Steps --- */

static void
scroll (Run *run,
        int  frame)
{
  double end = gtk_adjustment_get_upper (run->adjustment) -
               gtk_adjustment_get_page_size (run->adjustment);
  double next = gtk_adjustment_get_value (run->adjustment) + STEP;

  gtk_adjustment_set_value (run->adjustment, next > end ? 0 : next);
}

/* In and out again, as with Ctrl and the wheel. */
static double
scale_of (int frame)
{
  double part = 0.5 - 0.5 * cos (2 * G_PI * frame / 100);

  return LEAST_SCALE + (MOST_SCALE - LEAST_SCALE) * part;
}

static void
zoom_pages (Run *run,
            int  frame)
{
  shinsa_page_view_zoom_to (SHINSA_PAGE_VIEW (run->child), scale_of (frame), 400, 300);
}

static void
zoom_picture (Run *run,
              int  frame)
{
  double scale = scale_of (frame);

  gtk_widget_set_size_request (run->child, (int) (794 * scale), (int) (1123 * scale));
}

/* --- Measuring --- */

/* In milliseconds, of this thread. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;

  run->begun = g_get_monotonic_time ();
  run->effort_begun = processor_time ();
  run->step (run, run->frame++);
  gtk_widget_queue_draw (run->child);
  return G_SOURCE_CONTINUE;
}

static void
after_cb (GdkFrameClock *clock,
          Run           *run)
{
  double time = (double) (g_get_monotonic_time () - run->begun) / 1000;
  double effort = processor_time () - run->effort_begun;

  if (run->begun > 0)
    {
      g_array_append_val (run->times, time);
      g_array_append_val (run->efforts, effort);
    }
  run->begun = 0;
  if (run->times->len >= N_FRAMES)
    g_main_loop_quit (run->loop);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile (GArray *times,
          double  share)
{
  return g_array_index (times, double, MIN ((guint) (times->len * share), times->len - 1));
}

/* Returns the middle of the processor's times. */
static double
tell (const char *what,
      Run        *run)
{
  double middle;

  g_array_sort (run->times, compare_times);
  g_array_sort (run->efforts, compare_times);
  middle = quantile (run->efforts, 0.5);
  g_print ("%-20s ms: p50 %6.2f p99 %6.2f max %6.2f; processor p50 %6.2f p99 %6.2f max %6.2f\n",
           what, quantile (run->times, 0.5), quantile (run->times, 0.99), quantile (run->times, 1),
           middle, quantile (run->efforts, 0.99), quantile (run->efforts, 1));
  return middle;
}

static double
measure (const char *what,
         GtkWidget  *child,
         void      (*step) (Run *run, int frame))
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Run run = { step, child, };
  GdkFrameClock *clock;
  double middle;

  run.times = g_array_new (FALSE, FALSE, sizeof (double));
  run.efforts = g_array_new (FALSE, FALSE, sizeof (double));
  run.loop = g_main_loop_new (NULL, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  gtk_window_present (GTK_WINDOW (window));
  run.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  clock = gtk_widget_get_frame_clock (window);
  gtk_widget_add_tick_callback (window, tick_cb, &run, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &run);
  g_main_loop_run (run.loop);
  g_signal_handlers_disconnect_by_data (clock, &run);

  middle = tell (what, &run);
  g_array_unref (run.times);
  g_array_unref (run.efforts);
  g_main_loop_unref (run.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return middle;
}

/* --- What is measured --- */

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static ShinsaPdf *
open_pdf (void)
{
  g_autoptr (GBytes) bytes = shinsa_test_pdf_of_pages (N_PAGES);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaPdf *pdf;

  shinsa_pdf_open_async (bytes, NULL, store_cb, &result);
  pdf = shinsa_pdf_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return pdf;
}

static GtkWidget *
pages_new (ShinsaPdf *pdf)
{
  g_autoptr (ShinsaPageCache) cache = shinsa_page_cache_new (pdf);
  GtkWidget *view = g_object_new (SHINSA_TYPE_PAGE_VIEW, NULL);

  shinsa_page_view_show (SHINSA_PAGE_VIEW (view), cache, NULL);
  return view;
}

static GtkWidget *
picture_new (ShinsaPdf *pdf,
             int        height)
{
  const ShinsaPdfView view = { 1, 96.0 / 72.0, 0, 0, 0, 793, 1122 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPdfImage) image = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *picture;

  shinsa_pdf_render_async (pdf, &view, 0, NULL, store_cb, &result);
  image = shinsa_pdf_render_finish (pdf, wait_for (&result), &error);
  g_assert_no_error (error);
  texture = gdk_memory_texture_new (view.width, view.height, GDK_MEMORY_DEFAULT, image->pixels,
                                    image->stride);
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_widget_set_size_request (picture, -1, height);
  return picture;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ShinsaPdf) pdf = NULL;
  double pages;
  double picture;

  gtk_init ();
  adw_init ();
  shinsa_ui_register_resource ();
  pdf = open_pdf ();
  g_print ("%d pages\n", shinsa_pdf_get_n_pages (pdf));

  pages = measure ("scrolling the pages", pages_new (pdf), scroll);
  picture = measure ("scrolling a picture", picture_new (pdf, 1122), scroll);
  g_print ("%-20s %6.2f\n", "ratio", pages / picture);
  pages = measure ("zooming the pages", pages_new (pdf), zoom_pages);
  picture = measure ("zooming a picture", picture_new (pdf, 1122), zoom_picture);
  g_print ("%-20s %6.2f\n", "ratio", pages / picture);
  return 0;
}
