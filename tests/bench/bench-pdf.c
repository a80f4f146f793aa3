/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-pdf.h"
#include "shinsa-test-pdf.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How long it takes to open, to draw and to search three hundred pages. A page as drawn stands
 * beside the painting of a picture of its size, searching beside looking through the same text. */

#define N_PAGES 300
#define N_DRAWN 60

static double
elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* What the process holds of the memory, in MiB. */
static double
memory (void)
{
  g_autofree char *text = NULL;
  gulong size = 0;
  gulong resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

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
open_pdf (GBytes *bytes)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_pdf_open_async (bytes, NULL, store_cb, &result);
  return shinsa_pdf_open_finish (wait_for (&result), NULL);
}

static ShinsaPdfImage *
render (ShinsaPdf *pdf,
        int        page,
        double     scale)
{
  ShinsaPdfView view = {
    .page = page,
    .scale = scale,
    .width = (int) (595 * scale),
    .height = (int) (842 * scale),
  };
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_pdf_render_async (pdf, &view, G_PRIORITY_DEFAULT, NULL, store_cb, &result);
  return shinsa_pdf_render_finish (pdf, wait_for (&result), NULL);
}

static guint
search (ShinsaPdf  *pdf,
        const char *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  shinsa_pdf_search_async (pdf, words, NULL, store_cb, &result);
  matches = shinsa_pdf_search_finish (pdf, wait_for (&result), NULL);
  return matches->len;
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
median (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len / 2);
}

/* Paints a picture as large on another. */
static double
paint (const ShinsaPdfImage *image)
{
  cairo_surface_t *source =
    cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (image->pixels, NULL),
                                         CAIRO_FORMAT_ARGB32, image->view.width,
                                         image->view.height, image->stride);
  cairo_surface_t *target = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, image->view.width,
                                                        image->view.height);
  cairo_t *cairo = cairo_create (target);
  gint64 begun = g_get_monotonic_time ();
  double time;

  cairo_set_source_surface (cairo, source, 0, 0);
  cairo_paint (cairo);
  cairo_surface_flush (target);
  time = elapsed (begun);
  cairo_destroy (cairo);
  cairo_surface_destroy (target);
  cairo_surface_destroy (source);
  return time;
}

static void
measure_drawing (ShinsaPdf *pdf,
                 double     scale)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) painted = g_array_new (FALSE, FALSE, sizeof (double));
  double page_time, floor_time;

  for (int page = 1; page <= N_DRAWN; page++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (ShinsaPdfImage) image = render (pdf, page, scale);
      double time = elapsed (begun);

      g_array_append_val (drawn, time);
      time = paint (image);
      g_array_append_val (painted, time);
    }
  page_time = median (drawn);
  floor_time = median (painted);
  g_print ("drawing a page at scale %.0f         p50 %8.2f ms  max %8.2f ms\n", scale, page_time,
           g_array_index (drawn, double, drawn->len - 1));
  g_print ("painting a picture as large       p50 %8.2f ms  ratio %6.1f\n", floor_time,
           page_time / floor_time);
}

/* The floor of searching: the text is there, and looked through byte by byte. */
static double
look_through (ShinsaPdf *pdf)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ShinsaPdfText) text = NULL;
  gint64 begun;
  guint n_found = 0;

  shinsa_pdf_text_async (pdf, 1, NULL, store_cb, &result);
  text = shinsa_pdf_text_finish (pdf, wait_for (&result), NULL);
  begun = g_get_monotonic_time ();
  for (int page = 0; page < N_PAGES; page++)
    for (const char *p = text->text; (p = strstr (p, "市場")) != NULL; p++)
      n_found++;
  g_assert_cmpuint (n_found, >, 0);
  return elapsed (begun);
}

static void
measure_searching (ShinsaPdf *pdf)
{
  gint64 begun = g_get_monotonic_time ();
  double first, again;
  guint n_matches;

  search (pdf, "第300頁");
  first = elapsed (begun);
  begun = g_get_monotonic_time ();
  n_matches = search (pdf, "市場を創");
  again = elapsed (begun);
  g_print ("searching %d pages, first        %12.2f ms\n", N_PAGES, first);
  g_print ("searching again, %4u matches     %12.2f ms  ratio %6.1f\n", n_matches, again,
           again / look_through (pdf));
}

int
main (void)
{
  g_autoptr (GBytes) file = shinsa_test_pdf_of_pages (N_PAGES);
  g_autoptr (ShinsaPdf) pdf = NULL;
  double before = memory ();
  gint64 begun = g_get_monotonic_time ();

  pdf = open_pdf (file);
  g_print ("%d pages, %.1f MiB\n", shinsa_pdf_get_n_pages (pdf),
           (double) g_bytes_get_size (file) / (1 << 20));
  g_print ("opening                          %12.2f ms  %6.1f MiB more\n", elapsed (begun),
           memory () - before);
  measure_drawing (pdf, 1);
  measure_drawing (pdf, 2);
  g_print ("after drawing %41.1f MiB more\n", memory () - before);
  measure_searching (pdf);
  g_print ("after searching %39.1f MiB more\n", memory () - before);
  return 0;
}
