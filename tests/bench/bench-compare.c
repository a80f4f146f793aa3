/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-tables.h"
#include "model/shinsa-keyed-list.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>

/* How long a frame takes while a thousand applications are scrolled, beside a column view of as
 * many rows and columns with nothing in them. */

#define N_APPLICATIONS 1000
#define N_MEMBERS 8
#define N_REQUIREMENTS 11
#define N_FRAMES 300
#define STEP 37               /* pixels a frame */

static void
add_requirements (ShinsaDefinition *definition)
{
  g_ptr_array_set_size (definition->requirements, 0);
  for (int i = 0; i < N_REQUIREMENTS; i++)
    {
      ShinsaRequirement *requirement = shinsa_requirement_new ();

      g_free (requirement->code);
      requirement->code = g_strdup_printf ("r%d", i);
      requirement->name.en = g_strdup_printf ("Requirement number %d of the round", i);
      requirement->threshold = 3;
      requirement->weight = 1;
      g_ptr_array_add (definition->requirements, requirement);
    }
}

static void
add_members (ShinsaRound *round)
{
  g_ptr_array_set_size (round->members, 0);
  for (int i = 0; i < N_MEMBERS; i++)
    {
      ShinsaMember *member = shinsa_member_new ();

      g_free (member->id);
      member->id = g_strdup_printf ("m%d", i);
      shinsa_set_string (&member->role, i == 0 ? "chair" : "member");
      member->name.en = g_strdup_printf ("Member %d", i);
      member->scores = TRUE;
      member->acting_order = i == 0 ? 1 : 0;
      g_ptr_array_add (round->members, member);
    }
}

static void
add_review (ShinsaRound *round,
            const char  *application,
            const char  *member,
            GRand       *random)
{
  ShinsaReview *review = shinsa_review_new ();

  review->seq = ++round->seq;
  review->phase = SHINSA_PHASE_PAPER;
  shinsa_set_string (&review->application, application);
  shinsa_set_string (&review->member, member);
  shinsa_set_string (&review->requirement_set, round->definition->requirement_set_hash);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                                i);
      ShinsaScore *score = shinsa_score_new ();

      shinsa_set_string (&score->requirement, requirement->code);
      score->level = g_rand_int_range (random, 1, 5);
      g_ptr_array_add (review->scores, score);
    }
  g_ptr_array_add (round->reviews, review);
}

static ShinsaRound *
large_round_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  ShinsaRound *round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);

  add_requirements (round->definition);
  add_members (round);
  g_ptr_array_set_size (round->reviews, 0);
  g_ptr_array_set_size (round->dossiers, 0);
  for (int i = 0; i < N_APPLICATIONS; i++)
    {
      ShinsaDossier *dossier = shinsa_dossier_new ();

      g_free (dossier->id);
      dossier->id = g_strdup_printf ("a%d", i);
      dossier->name.en = g_strdup_printf ("Community number %d", i);
      g_ptr_array_add (round->dossiers, dossier);
      for (int j = 0; j < N_MEMBERS; j++)
        {
          const ShinsaMember *member = g_ptr_array_index (round->members, j);

          add_review (round, dossier->id, member->id, random);
        }
    }
  shinsa_round_settle (round);
  return round;
}

typedef struct {
  GtkAdjustment *adjustment;
  GArray        *times;        /* (element-type double), in milliseconds */
  gint64         begun;
  GMainLoop     *loop;
} Scroll;

/* As an animation would: in the phase of the frame that is for it. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *scroll = data;
  double end = gtk_adjustment_get_upper (scroll->adjustment) -
               gtk_adjustment_get_page_size (scroll->adjustment);
  double next = gtk_adjustment_get_value (scroll->adjustment) + STEP;

  scroll->begun = g_get_monotonic_time ();
  gtk_adjustment_set_value (scroll->adjustment, next > end ? 0 : next);
  return G_SOURCE_CONTINUE;
}

static void
after_cb (GdkFrameClock *clock,
          Scroll        *scroll)
{
  double time = (double) (g_get_monotonic_time () - scroll->begun) / 1000;

  if (scroll->begun > 0)
    g_array_append_val (scroll->times, time);
  scroll->begun = 0;
  if (scroll->times->len >= N_FRAMES)
    g_main_loop_quit (scroll->loop);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
tell (const char *what,
      GArray     *times)
{
  g_array_sort (times, compare_times);
  g_print ("%-32s p50 %6.2f ms  p99 %6.2f ms  max %6.2f ms\n", what,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 99 / 100),
           g_array_index (times, double, times->len - 1));
}

/* Scrolls what is given and takes the time from the start of each frame until it is painted. */
static void
measure (const char *what,
         GtkWidget  *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Scroll scroll = {
    .times = g_array_new (FALSE, FALSE, sizeof (double)),
    .loop = g_main_loop_new (NULL, FALSE),
  };
  GdkFrameClock *clock;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  scroll.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  clock = gtk_widget_get_frame_clock (window);
  gtk_widget_add_tick_callback (child, tick_cb, &scroll, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &scroll);
  g_main_loop_run (scroll.loop);
  g_signal_handlers_disconnect_by_data (clock, &scroll);

  tell (what, scroll.times);
  g_array_unref (scroll.times);
  g_main_loop_unref (scroll.loop);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
grid_new (ShinsaTable     *table,
          ShinsaKeyedList *rows)
{
  ShinsaGrid *grid = SHINSA_GRID (shinsa_grid_new ());

  shinsa_grid_set_columns (grid, table->title, table->columns);
  shinsa_keyed_list_update (rows, table->rows);
  shinsa_grid_set_model (grid, G_LIST_MODEL (rows));
  return GTK_WIDGET (grid);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("0"));
}

static GtkWidget *
column_view_new (ShinsaKeyedList *rows)
{
  GtkSelectionModel *selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (rows))));
  GtkWidget *view = gtk_column_view_new (selection);

  for (int i = 0; i <= N_REQUIREMENTS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

static double
elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaTable) table = NULL;
  g_autoptr (ShinsaKeyedList) rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  ShinsaCompareSource source = { NULL, };
  gint64 begun;

  gtk_init ();
  adw_init ();
  shinsa_ui_register_resource ();
  round = large_round_new ();
  source.round = round;

  begun = g_get_monotonic_time ();
  table = shinsa_compare_committee_table (&source);
  g_print ("%d applications, %d members, %d requirements\n", N_APPLICATIONS, N_MEMBERS,
           N_REQUIREMENTS);
  g_print ("%-32s %10.2f ms\n", "making the table", elapsed (begun));
  measure ("scrolling the table", grid_new (table, rows));
  measure ("scrolling an empty column view", column_view_new (rows));

  begun = g_get_monotonic_time ();
  shinsa_keyed_list_update (rows, table->rows);
  g_print ("%-32s %10.2f ms\n", "nothing new", elapsed (begun));
  return 0;
}
