/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "charts/shinsa-heat-map.h"
#include "charts/shinsa-picture.h"
#include "compare/shinsa-compare-cache.h"
#include "compare/shinsa-compare-page.h"
#include "model/shinsa-keyed-list.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>
#include <time.h>

/* How long a frame takes while a thousand applications are scrolled, sorted, filtered and looked at
 * in other views. The floor is a column view of as many rows and columns that is scrolled, with
 * nothing in it. The processor's time is told beside the clock's: where other programs run, too, it
 * says what a frame costs by itself. */

#define N_APPLICATIONS 1000
#define N_MEMBERS 8
#define N_REQUIREMENTS 11
#define N_FRAMES 300
#define N_GESTURES 200
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

/* What is done in a frame; the number counts the frames. */
typedef void (* StepFunc) (gpointer data,
                           guint    number);

typedef struct {
  StepFunc   step;
  gpointer   data;
  guint      wanted;
  guint      number;
  GArray    *times;          /* (element-type double), in milliseconds */
  GArray    *efforts;        /* the same of the processor */
  gint64     begun;
  double     effort_begun;
  GMainLoop *loop;
} Run;

/* In milliseconds, of this thread. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* As an animation would: in the phase of the frame that is for it. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;

  run->begun = g_get_monotonic_time ();
  run->effort_begun = processor_time ();
  run->step (run->data, run->number++);
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
  if (run->times->len >= run->wanted)
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

/* What frames took, and how often the median effort holds that of the floor; returns the latter. */
static double
tell (const char *what,
      Run        *run,
      double      floor)
{
  double median;

  g_array_sort (run->times, compare_times);
  g_array_sort (run->efforts, compare_times);
  median = quantile (run->efforts, 0.5);
  g_print ("%-30s ms: p50 %6.2f p99 %6.2f max %6.2f; processor p50 %6.2f p99 %6.2f max %6.2f",
           what, quantile (run->times, 0.5), quantile (run->times, 0.99), quantile (run->times, 1),
           median, quantile (run->efforts, 0.99), quantile (run->efforts, 1));
  if (floor > 0)
    g_print (", %5.2f of the floor", median / floor);
  g_print ("\n");
  return median;
}

/* Does something in every frame and takes the time from its start until it is painted. */
static double
measure (const char *what,
         GtkWidget  *child,
         StepFunc    step,
         gpointer    data,
         guint       n_frames,
         double      floor)
{
  GtkWidget *window = gtk_window_new ();
  Run run = {
    .step = step,
    .data = data,
    .wanted = n_frames,
    .times = g_array_new (FALSE, FALSE, sizeof (double)),
    .efforts = g_array_new (FALSE, FALSE, sizeof (double)),
    .loop = g_main_loop_new (NULL, FALSE),
  };
  GdkFrameClock *clock;
  double median;

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  /* What is made while nobody does anything is there before somebody does. */
  while (!gtk_widget_get_mapped (child))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  clock = gtk_widget_get_frame_clock (window);
  gtk_widget_add_tick_callback (child, tick_cb, &run, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &run);
  g_main_loop_run (run.loop);
  g_signal_handlers_disconnect_by_data (clock, &run);

  median = tell (what, &run, floor);
  g_array_unref (run.times);
  g_array_unref (run.efforts);
  g_main_loop_unref (run.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return median;
}

static void
scroll_cb (gpointer data,
           guint    number)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (data);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double next = gtk_adjustment_get_value (adjustment) + STEP;

  gtk_adjustment_set_value (adjustment, next > end ? 0 : next);
}

static double
measure_scroll (const char *what,
                GtkWidget  *child,
                double      floor)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return measure (what, scrolled, scroll_cb, scrolled, N_FRAMES, floor);
}

static GtkWidget *
grid_new (ShinsaTable     *table,
          ShinsaKeyedList *rows)
{
  ShinsaGrid *grid = SHINSA_GRID (shinsa_grid_new ());

  shinsa_grid_set_columns (grid, table->title, table->columns);
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

/* The page, with what is pressed in it. */
typedef struct {
  ShinsaComparePage *page;
  ShinsaRound       *round;
  ShinsaGrid        *grid;
  GtkDropDown       *states;
} Page;

static GtkWidget *
find (GtkWidget  *widget,
      const char *id)
{
  const char *own = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  GtkWidget *found = g_strcmp0 (own, id) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, id);
  return found;
}

static GtkWidget *
page_new (Page        *page,
          ShinsaRound *round)
{
  GtkWidget *widget = shinsa_compare_page_new ();

  page->page = SHINSA_COMPARE_PAGE (widget);
  page->round = round;
  page->grid = SHINSA_GRID (find (widget, "grid"));
  page->states = GTK_DROP_DOWN (find (widget, "states"));
  shinsa_compare_page_set_view (page->page, SHINSA_COMPARE_COMMITTEE);
  shinsa_compare_page_set_round (page->page, round);
  return widget;
}

static void
sort_cb (gpointer data,
         guint    number)
{
  Page *page = data;
  g_autofree char *column = g_strdup_printf ("r%u", number % N_REQUIREMENTS);

  shinsa_grid_sort_by (page->grid, column, number % 2 == 0);
}

static void
filter_cb (gpointer data,
           guint    number)
{
  Page *page = data;

  gtk_drop_down_set_selected (page->states, number % 2 == 0 ? 3 : 0);
}

static void
view_cb (gpointer data,
         guint    number)
{
  static const ShinsaCompareView views[] = {
    SHINSA_COMPARE_ALL_PHASES, SHINSA_COMPARE_MEMBERS, SHINSA_COMPARE_COMMITTEE,
    SHINSA_COMPARE_PHASES,
  };
  Page *page = data;

  shinsa_compare_page_set_view (page->page, views[number % G_N_ELEMENTS (views)]);
}

/* As when a packet has arrived: nothing that was made for the picture before holds any more. */
static void
round_cb (gpointer data,
          guint    number)
{
  Page *page = data;

  shinsa_compare_page_set_round (page->page, page->round);
}

static void
application_cb (gpointer data,
                guint    number)
{
  Page *page = data;
  g_autofree char *application = g_strdup_printf ("a%u", number % N_APPLICATIONS);

  shinsa_compare_page_set_view (page->page, SHINSA_COMPARE_MEMBERS);
  g_object_set (page->page, "application", application, NULL);
}

/* Measures all gestures, or the one that is asked for, to look at it with a profiler. */
static void
measure_page (ShinsaRound *round,
              const char  *wanted,
              double       floor)
{
  static const struct {
    const char *what;
    StepFunc    step;
  } gestures[] = {
    { "sorting", sort_cb },
    { "filtering", filter_cb },
    { "another view", view_cb },
    { "another application", application_cb },
    { "another picture of the round", round_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      Page page;
      GtkWidget *widget;

      if (wanted != NULL && strcmp (gestures[i].what, wanted) != 0)
        continue;
      widget = page_new (&page, round);
      measure (gestures[i].what, widget, gestures[i].step, &page, N_GESTURES, floor);
    }
}

static double
elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* A picture beside one of the same size with nothing in it. */
static void
measure_heat_map (ShinsaRound *round)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (ShinsaFigure) figure = shinsa_heat_map_new (round);
  GtkWidget *bare = gtk_drawing_area_new ();
  GtkWidget *picture = g_object_ref_sink (shinsa_picture_new ());
  double floor;

  g_print ("%-32s %10.2f ms\n", "making the heat map", elapsed (begun));
  gtk_widget_set_size_request (bare, -1, figure->kind->get_height (figure, 1366));
  floor = measure_scroll ("scrolling a bare picture", bare, 0);
  shinsa_picture_set_figure (SHINSA_PICTURE (picture), figure);
  measure_scroll ("scrolling the heat map", picture, floor);
  shinsa_picture_set_figure (SHINSA_PICTURE (picture), NULL);
  g_object_unref (picture);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaCompareCache) cache = shinsa_compare_cache_new ();
  g_autoptr (ShinsaTable) table = NULL;
  g_autoptr (ShinsaKeyedList) rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  ShinsaCompareSource source = { NULL, };
  gint64 begun;
  double floor;

  gtk_init ();
  adw_init ();
  shinsa_ui_register_resource ();
  round = large_round_new ();
  source.round = round;
  if (argc > 1)
    {
      measure_page (round, argv[1], 0);
      return 0;
    }

  begun = g_get_monotonic_time ();
  table = shinsa_compare_cache_table (cache, SHINSA_COMPARE_COMMITTEE, &source);
  g_print ("%d applications, %d members, %d requirements\n", N_APPLICATIONS, N_MEMBERS,
           N_REQUIREMENTS);
  g_print ("%-32s %10.2f ms\n", "making the table", elapsed (begun));
  shinsa_keyed_list_update (rows, table->rows);
  floor = measure_scroll ("scrolling an empty column view", column_view_new (rows), 0);
  measure_scroll ("scrolling the table", grid_new (table, rows), floor);
  measure_page (round, NULL, floor);
  measure_heat_map (round);

  begun = g_get_monotonic_time ();
  shinsa_keyed_list_update (rows, table->rows);
  g_print ("%-32s %10.2f ms\n", "nothing new", elapsed (begun));
  return 0;
}
