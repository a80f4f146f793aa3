/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-ticker.h"
#include "shinsa-ui-fixture.h"

static guint ticks;

static void
count_tick (gpointer widget)
{
  ticks++;
}

static gint64
tell_time (gpointer data)
{
  return *(gint64 *) data;
}

/* Nobody wakes the machine up for what nobody sees. */
static void
test_running (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("");
  ShinsaTicker *ticker;

  gtk_window_set_child (GTK_WINDOW (window), label);
  ticker = shinsa_ticker_new (label, count_tick);
  shinsa_ticker_set_running (ticker, TRUE);
  g_assert_false (shinsa_ticker_is_ticking (ticker));

  /* What came into sight is brought up to date at once, then each second. */
  ticks = 0;
  gtk_window_present (GTK_WINDOW (window));
  SHINSA_UI_WAIT (gtk_widget_get_mapped (label));
  g_assert_true (shinsa_ticker_is_ticking (ticker));
  g_assert_cmpuint (ticks, ==, 1);
  SHINSA_UI_WAIT (ticks > 1);

  gtk_widget_set_visible (label, FALSE);
  g_assert_false (shinsa_ticker_is_ticking (ticker));
  gtk_widget_set_visible (label, TRUE);
  g_assert_true (shinsa_ticker_is_ticking (ticker));
  shinsa_ticker_set_running (ticker, FALSE);
  g_assert_false (shinsa_ticker_is_ticking (ticker));

  shinsa_ticker_free (ticker);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_clock (void)
{
  gint64 now = 12345;
  gint64 real = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (ABS (shinsa_clock_now () - real), <=, 1);
  shinsa_clock_replace (tell_time, &now);
  g_assert_cmpint (shinsa_clock_now (), ==, 12345);
  shinsa_clock_replace (NULL, NULL);
  g_assert_cmpint (ABS (shinsa_clock_now () - real), <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/ticker/running", test_running);
  g_test_add_func ("/ticker/clock", test_clock);
  return g_test_run ();
}
