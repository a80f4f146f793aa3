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
  shinsa_clock_replace (tell_time, NULL, &now);
  g_assert_cmpint (shinsa_clock_now (), ==, 12345);
  shinsa_clock_replace (NULL, NULL, NULL);
  g_assert_cmpint (ABS (shinsa_clock_now () - real), <=, 1);
}

typedef struct {
  gint64 wall;
  gint64 steady;
} Clocks;

static gint64
tell_wall (gpointer data)
{
  return ((Clocks *) data)->wall;
}

static gint64
tell_steady (gpointer data)
{
  return ((Clocks *) data)->steady;
}

/* So many seconds go by, and the clock is set by so many. */
static void
pass (Clocks *clocks,
      gint64  seconds,
      gint64  set_by)
{
  clocks->steady += seconds;
  clocks->wall += seconds + set_by;
}

/* Whoever sets the clock while something is timed changes nothing of it. */
static void
test_since (void)
{
  Clocks clocks = { 100000, 500 };

  shinsa_clock_replace (tell_wall, tell_steady, &clocks);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 100000);
  pass (&clocks, 30, 3600);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 100030);
  pass (&clocks, 30, -7200);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 100060);

  /* What begins now begins by the clock as it is set now. */
  g_assert_cmpint (shinsa_clock_now_since (clocks.wall), ==, clocks.wall);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 100060);

  /* An hour of sleep. */
  pass (&clocks, 3600, 0);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 103660);

  /* What seems to begin later is counted from now on. */
  g_assert_cmpint (shinsa_clock_now_since (clocks.wall + 900), ==, clocks.wall + 900);
  pass (&clocks, 60, 0);
  g_assert_cmpint (shinsa_clock_now_since (clocks.wall - 60 + 900), ==, clocks.wall + 900);

  /* A program that is started again goes by the clock, which is right by then. */
  clocks.wall = 100400;
  shinsa_clock_replace (tell_wall, tell_steady, &clocks);
  g_assert_cmpint (shinsa_clock_now_since (99940), ==, 100400);
  shinsa_clock_replace (NULL, NULL, NULL);
  g_assert_cmpint (ABS (shinsa_clock_now_since (shinsa_clock_now () - 60) - shinsa_clock_now ()),
                   <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/ticker/running", test_running);
  g_test_add_func ("/ticker/clock", test_clock);
  g_test_add_func ("/ticker/since", test_since);
  return g_test_run ();
}
