/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "charts/shinsa-dot-plot.h"
#include "charts/shinsa-heat-map.h"
#include "charts/shinsa-picture.h"
#include "charts/shinsa-range-strip.h"
#include "charts/shinsa-sight.h"
#include "charts/shinsa-slope-graph.h"
#include "charts/shinsa-twins.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>
#include <math.h>

#define SCALE 2

/* Rows of the small round. */
enum {
  ALPHA,
  BETA,
  GAMMA,
};

static void
assert_cell (const ShinsaFigure *figure,
             int                 row,
             int                 column,
             const char         *words,
             const char         *label)
{
  const ShinsaCell *cell = shinsa_row_get_cell (g_ptr_array_index (figure->table->rows, row),
                                                column);
  g_autofree char *text = shinsa_cell_words (cell);

  g_assert_cmpstr (text, ==, words);
  if (label != NULL)
    g_assert_cmpstr (cell->label, ==, label);
}

static void
test_heat_map (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) figure = shinsa_heat_map_new (round);

  assert_cell (figure, BETA, 0, "4 ◆ (±1)",
               "Beta Bay, Strength, Median 4, split, average deviation 1");
  assert_cell (figure, BETA, 2, "2 (±0)",
               "Beta Bay, Data sharing, Median 2, below the threshold, average deviation 0");
  assert_cell (figure, GAMMA, 1, "4 (±0)",
               "Gamma Hills, Vision and plan, Median 4, reference only, average deviation 0");
}

static void
test_range (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) figure = shinsa_range_strip_new (round);

  assert_cell (figure, BETA, 0, "−1",
               "Beta Bay, margin −1, Data sharing; with one change from −1 to −1; 2 changes cross "
               "the line");
  assert_cell (figure, BETA, 1, "Data sharing", NULL);
  assert_cell (figure, ALPHA, 0, "±0", NULL);
  assert_cell (figure, GAMMA, 0, "too few evaluators", NULL);
  g_assert_true (isnan (g_array_index (figure->values, double, 3 * GAMMA)));
  g_assert_cmpuint (figure->ticks->len, ==, 3);
}

/* What may not be seen yet is not drawn either. */
static void
test_hidden (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) heat_map = shinsa_heat_map_new (round);
  g_autoptr (ShinsaFigure) range = shinsa_range_strip_new (round);

  for (int i = 0; i < heat_map->n_columns; i++)
    g_assert_cmpint (shinsa_figure_cell (heat_map, GAMMA, i)->kind, ==, SHINSA_CELL_MARK);
  assert_cell (range, GAMMA, 0, "not shown yet", NULL);
  g_assert_true (isnan (g_array_index (range->values, double, 3 * GAMMA)));
}

static double
slope_value (const ShinsaFigure *figure,
             int                 row,
             int                 column,
             int                 which)
{
  return g_array_index (figure->values, double, (row * figure->n_columns + column) * 2 + which);
}

static void
test_slope (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) figure = NULL;

  shinsa_test_round_review (round, "beta", "deputy", SHINSA_PHASE_INTERVIEW, "332", 1);
  figure = shinsa_slope_graph_new (round, "beta");
  g_assert_cmpint (figure->n_columns, ==, 3);
  g_assert_cmpfloat (slope_value (figure, 0, 1, 0), ==, 0);
  g_assert_cmpfloat (slope_value (figure, 0, 1, 1), ==, 2);
  g_assert_cmpfloat (slope_value (figure, 0, 0, 0), ==, 3);
  g_assert_true (isnan (slope_value (figure, 0, 0, 1)));
  g_assert_true (isnan (slope_value (figure, 1, 2, 0)));
  assert_cell (figure, 0, 1, "1 → 3", NULL);
}

static double
dot_value (const ShinsaFigure *figure,
           int                 row,
           int                 column,
           int                 which)
{
  return g_array_index (figure->values, double, (row * figure->n_columns + column) * 3 + which);
}

static void
test_dots (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) figure = NULL;

  shinsa_test_round_review (round, "beta", "deputy", SHINSA_PHASE_INTERVIEW, "332", 1);
  figure = shinsa_dot_plot_new (round, "beta");
  g_assert_cmpint (figure->n_rows, ==, 3);
  g_assert_cmpint (figure->n_columns, ==, 3);
  assert_cell (figure, 0, 0, "4", "Own level, Strength, level 4 of 4, Fully met");
  assert_cell (figure, 0, 1, "3", "Member B (Deputy), Strength, level 3 of 4, Met, after the "
                                  "interview");
  assert_cell (figure, 1, 2, "?", NULL);
  /* Where the dots are, which are filled, which is the own one; and the threshold. */
  g_assert_cmpfloat (dot_value (figure, 0, 0, 0), ==, 3);
  g_assert_cmpfloat (dot_value (figure, 0, 0, 1), ==, 0);
  g_assert_cmpfloat (dot_value (figure, 0, 0, 2), ==, 1);
  g_assert_cmpfloat (dot_value (figure, 0, 1, 0), ==, 2);
  g_assert_cmpfloat (dot_value (figure, 0, 1, 1), ==, 1);
  g_assert_cmpfloat (dot_value (figure, 1, 2, 0), ==, 4);
  g_assert_cmpfloat (dot_value (figure, 3, 0, 0), ==, 2);
}

/* However narrow it is, no two members of a line are at the same place. */
static void
test_dots_apart (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaFigure) figure = shinsa_dot_plot_new (round, "beta");
  int heights[2];

  for (int i = 0; i < 2; i++)
    {
      int width = i == 0 ? figure->narrowest : 1400;

      heights[i] = figure->kind->get_height (figure, width);
      for (int row = 0; row < figure->n_rows; row++)
        for (int column = 1; column < figure->n_columns; column++)
          {
            graphene_rect_t one, other;

            figure->kind->place (figure, width, row, column - 1, &one);
            figure->kind->place (figure, width, row, column, &other);
            g_assert_false (graphene_rect_equal (&one, &other));
            g_assert_cmpfloat (other.origin.y + other.size.height, <, heights[i]);
          }
    }
  g_assert_cmpint (heights[0], >, heights[1]);
}

/* A picture of its own in a window. */

typedef struct {
  GtkWidget     *window;
  ShinsaPicture *picture;
  ShinsaFigure  *figure;
  int            activated;
} Fixture;

static void
activated_cb (Fixture *fixture)
{
  fixture->activated++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);

  fixture->figure = shinsa_heat_map_new (round);
  fixture->picture = SHINSA_PICTURE (shinsa_picture_new ());
  fixture->window = gtk_window_new ();
  shinsa_picture_set_figure (fixture->picture, fixture->figure);
  g_signal_connect_swapped (fixture->picture, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->picture));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->picture)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  shinsa_picture_set_figure (fixture->picture, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  shinsa_figure_free (fixture->figure);
}

static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->picture));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
assert_said (Fixture    *fixture,
             const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->picture),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->picture), GTK_ACCESSIBLE_ROLE_IMG);
  press (fixture, GDK_KEY_Down, 0);
  assert_said (fixture, "Medians and disagreement: Beta Bay, Strength, Median 4, split, average "
                        "deviation 1");
  press (fixture, GDK_KEY_End, 0);
  assert_said (fixture, "Medians and disagreement: Beta Bay, Data sharing, Median 2, below the "
                        "threshold, average deviation 0");
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_cmpint (shinsa_picture_get_cursor_column (fixture->picture), ==, 2);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_picture_get_cursor_row (fixture->picture)), ==,
                   "beta");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->activated, ==, 1);

  /* The window has these for itself. */
  g_assert_false (press (fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_false (press (fixture, GDK_KEY_3, 0));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->picture), "picture.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->picture)), NULL,
                                 read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (text, "Application\tStrength\tVision and plan\tData sharing\n"));
  g_assert_nonnull (strstr (text, "\nBeta Bay\t4 ◆ (±1)\t3 (±0)\t2 (±0)\n"));
  g_free (text);
}

/* Pixels at twice the size, on nothing. */

typedef struct {
  guint32 *pixels;
  int      width;
  int      height;
} Image;

static Image
draw (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->picture);
  Image image = { NULL, gtk_widget_get_width (widget) * SCALE,
                  gtk_widget_get_height (widget) * SCALE };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)),
                                         node,
                                         &GRAPHENE_RECT_INIT (0, 0, image.width, image.height));
  gsk_render_node_unref (node);
  image.pixels = g_new (guint32, (gsize) image.width * image.height);
  gdk_texture_download (texture, (guchar *) image.pixels, (gsize) image.width * 4);
  return image;
}

static guint32
pixel_at (const Image *image,
          double       x,
          double       y)
{
  return image->pixels[(int) (y * SCALE) * image->width + (int) (x * SCALE)];
}

/* As a black-and-white printer has it on white paper: 0 for black. */
static int
grey_at (const Image *image,
         double       x,
         double       y)
{
  guint32 pixel = pixel_at (image, x, y);
  double grey = 0.2126 * (pixel >> 16 & 0xff) + 0.7152 * (pixel >> 8 & 0xff) +
                0.0722 * (pixel & 0xff);

  return (int) (grey + 255 - (pixel >> 24));
}

static graphene_rect_t
tile (Fixture *fixture,
      int      row,
      int      column)
{
  graphene_rect_t box;

  fixture->figure->kind->place (fixture->figure,
                                gtk_widget_get_width (GTK_WIDGET (fixture->picture)), row, column,
                                &box);
  return box;
}

/* Edges lie on pixels: between the tiles and the ground there is no third colour. */
static void
test_crisp (Fixture       *fixture,
            gconstpointer  data)
{
  Image image = draw (fixture);
  graphene_rect_t box = tile (fixture, BETA, 0);
  g_autoptr (GHashTable) colors = g_hash_table_new (NULL, NULL);
  int y = (int) (box.origin.y + 3) * SCALE;

  for (int x = (int) box.origin.x * SCALE; x < image.width; x++)
    g_hash_table_add (colors, GUINT_TO_POINTER (image.pixels[y * image.width + x]));
  /* The ground, members who agree, and members who do not. */
  g_assert_cmpuint (g_hash_table_size (colors), ==, 3);
  g_free (image.pixels);
}

static void
test_grey (Fixture       *fixture,
           gconstpointer  data)
{
  Image image = draw (fixture);
  graphene_rect_t split = tile (fixture, BETA, 0);
  graphene_rect_t agreed = tile (fixture, BETA, 1);
  graphene_rect_t below = tile (fixture, BETA, 2);
  double bottom = split.size.height - 2;

  g_assert_cmpint (grey_at (&image, split.origin.x + 3, split.origin.y + 3) + 25, <,
                   grey_at (&image, agreed.origin.x + 3, agreed.origin.y + 3));
  /* Below the threshold there is a line, not another colour. */
  g_assert_cmpint (grey_at (&image, below.origin.x + 3, below.origin.y + bottom), <, 100);
  g_assert_cmpint (grey_at (&image, agreed.origin.x + 3, agreed.origin.y + bottom), >, 200);
  g_assert_cmpuint (pixel_at (&image, below.origin.x + 3, below.origin.y + 3), ==,
                    pixel_at (&image, agreed.origin.x + 3, agreed.origin.y + 3));
  g_free (image.pixels);
}

/* In a window that is smaller than the picture. */
static GtkAdjustment *
put_in_window (Fixture *fixture,
               int      width,
               int      height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_ref (fixture->picture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->picture));
  g_object_unref (fixture->picture);
  gtk_widget_set_size_request (scrolled, width, height);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  while (gtk_widget_get_height (GTK_WIDGET (fixture->picture)) != height)
    g_main_context_iteration (NULL, TRUE);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  GtkAdjustment *adjustment = put_in_window (fixture, 600, 200);
  Image before, after;
  int left, top;
  int head;

  fixture->figure->kind->get_headings (fixture->figure, 600, &left, &top);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==, 200);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==,
                     fixture->figure->kind->get_height (fixture->figure, 600));
  before = draw (fixture);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 50);
  after = draw (fixture);
  /* The headings are where they were, and the points are not. */
  head = before.width * top * SCALE;
  g_assert_cmpmem (before.pixels, (gsize) head * 4, after.pixels, (gsize) head * 4);
  g_assert_cmpint (memcmp (before.pixels + head, after.pixels + head,
                           (gsize) (before.width * before.height - head) * 4), !=, 0);
  /* What is hidden below the headings comes out again. */
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=, 2);
  g_free (before.pixels);
  g_free (after.pixels);
}

/* Where text is twice as large, so is the picture, and no wider than its window. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  ShinsaSight usual, large, narrow;

  shinsa_sight_init (&usual, fixture->figure, 1400, 500, 1);
  shinsa_sight_init (&large, fixture->figure, 1400, 500, 2);
  shinsa_sight_init (&narrow, fixture->figure, fixture->figure->narrowest, 500, 2);
  g_assert_cmpfloat (usual.zoom, ==, 1);
  g_assert_cmpfloat (large.zoom, ==, 2);
  g_assert_cmpint (shinsa_sight_height (&large), ==, 2 * shinsa_sight_height (&usual));
  g_assert_cmpint (shinsa_sight_width (&large), ==, 1400);
  g_assert_cmpfloat (narrow.zoom, ==, 1);
  g_assert_cmpint (shinsa_sight_width (&narrow), ==, fixture->figure->narrowest);
}

/* The cursor stays on its application when the picture turns into a table. */
static void
test_twins (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  ShinsaTwins *twins = g_object_ref_sink (SHINSA_TWINS (shinsa_twins_new ()));

  shinsa_twins_take_figure (twins, shinsa_range_strip_new (round));
  shinsa_twins_set_cursor (twins, "beta");
  shinsa_twins_set_as_table (twins, TRUE);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_twins_get_cursor_row (twins)), ==, "beta");
  shinsa_twins_set_cursor (twins, "gamma");
  shinsa_twins_take_figure (twins, shinsa_heat_map_new (round));
  shinsa_twins_set_as_table (twins, FALSE);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_twins_get_cursor_row (twins)), ==, "gamma");
  g_assert_finalize_object (twins);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  shinsa_ui_register_resource ();

  g_test_add_func ("/charts/heat-map", test_heat_map);
  g_test_add_func ("/charts/range", test_range);
  g_test_add_func ("/charts/hidden", test_hidden);
  g_test_add_func ("/charts/slope", test_slope);
  g_test_add_func ("/charts/dots", test_dots);
  g_test_add_func ("/charts/dots-apart", test_dots_apart);
  g_test_add_func ("/charts/twins", test_twins);
  g_test_add ("/charts/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/charts/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/charts/scroll", Fixture, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/charts/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/charts/crisp", Fixture, NULL, set_up, test_crisp, tear_down);
  g_test_add ("/charts/grey", Fixture, NULL, set_up, test_grey, tear_down);
  return g_test_run ();
}
