/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-page.h"
#include "shinsa-ui-fixture.h"

#include <math.h>

typedef struct {
  ShinsaUiFixture    ui;
  ShinsaComparePage *page;
  ShinsaGrid        *grid;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  shinsa_ui_fixture_set_up (&fixture->ui, identity);
  fixture->page = SHINSA_COMPARE_PAGE (g_object_new (SHINSA_TYPE_COMPARE_PAGE,
                                                     "service", fixture->ui.service,
                                                     "application", "north", NULL));
  fixture->grid = SHINSA_GRID (shinsa_ui_find (GTK_WIDGET (fixture->page), "grid"));
  shinsa_ui_fixture_show (&fixture->ui, GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static void
press (Fixture *fixture,
       guint    key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static double
level_of (Fixture    *fixture,
          const char *application,
          const char *requirement)
{
  const ShinsaReview *draft = shinsa_service_get_draft (fixture->ui.service, application,
                                                        SHINSA_PHASE_PAPER);
  const ShinsaScore *score = draft != NULL ? shinsa_review_score (draft, requirement) : NULL;

  return score != NULL ? score->level : SHINSA_LEVEL_UNSET;
}

static void
assert_cursor (Fixture    *fixture,
               const char *row,
               const char *column,
               const char *text)
{
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)), ==, row);
  g_assert_cmpstr (shinsa_grid_get_cursor_column (fixture->grid)->key, ==, column);
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (fixture->grid)->text, ==, text);
}

static void
test_score_members (Fixture       *fixture,
                    gconstpointer  identity)
{
  assert_cursor (fixture, "strength", "a", "–");
  press (fixture, GDK_KEY_3);
  g_assert_cmpfloat (level_of (fixture, "north", "strength"), ==, 3);
  assert_cursor (fixture, "network_organisation", "a", "–");
  press (fixture, GDK_KEY_question);
  g_assert_true (isnan (level_of (fixture, "north", "network_organisation")));
  assert_cursor (fixture, "network_organisation", "a", "?");
  press (fixture, GDK_KEY_Delete);
  g_assert_true (level_of (fixture, "north", "network_organisation") == SHINSA_LEVEL_UNSET);

  /* Full width and the number pad are the same keys. */
  press (fixture, gdk_unicode_to_keyval (0xff12));
  g_assert_cmpfloat (level_of (fixture, "north", "network_organisation"), ==, 2);
  press (fixture, GDK_KEY_KP_4);
  g_assert_cmpfloat (level_of (fixture, "north", "network_organisation"), ==, 4);
}

static void
test_score_own (Fixture       *fixture,
                gconstpointer  identity)
{
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  shinsa_grid_set_cursor (fixture->grid, "south", "strength");
  press (fixture, GDK_KEY_4);
  assert_cursor (fixture, "south", "network_organisation", "–");
  press (fixture, GDK_KEY_2);
  g_assert_cmpfloat (level_of (fixture, "south", "strength"), ==, 4);
  g_assert_cmpfloat (level_of (fixture, "south", "network_organisation"), ==, 2);
  assert_cursor (fixture, "south", "network_organisation", "2");
}

static void
test_score_others (Fixture       *fixture,
                   gconstpointer  identity)
{
  shinsa_grid_set_cursor (fixture->grid, "strength", "b");
  press (fixture, GDK_KEY_3);
  g_assert_true (level_of (fixture, "north", "strength") == SHINSA_LEVEL_UNSET);
  assert_cursor (fixture, "strength", "b", "·");
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_COMMITTEE);
  press (fixture, GDK_KEY_3);
  g_assert_true (level_of (fixture, "north", "strength") == SHINSA_LEVEL_UNSET);
}

/* What is received while somebody looks changes cells and takes nothing away. */
static void
test_arrives (Fixture       *fixture,
              gconstpointer  identity)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  ShinsaRow *row;
  GtkWidget *focus;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (&fixture->ui.other, members[i], "north", "12");
      shinsa_test_session_review (&fixture->ui.other, members[i], "south", "34");
    }
  shinsa_grid_set_cursor (fixture->grid, "strength", "b");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->ui.window));
  row = shinsa_grid_get_cursor_row (fixture->grid);
  assert_cursor (fixture, "strength", "b", "·");

  shinsa_test_session_close (&fixture->ui.other);
  SHINSA_UI_WAIT (g_str_equal (shinsa_grid_get_cursor_cell (fixture->grid)->text, "1"));
  g_assert_true (shinsa_grid_get_cursor_row (fixture->grid) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->ui.window)) == focus);
}

#define ADD(name, identity, function) \
  g_test_add ("/compare-page/" name, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("score-members", "a", test_score_members);
  ADD ("score-own", "a", test_score_own);
  ADD ("score-others", "a", test_score_others);
  ADD ("arrives", "a", test_arrives);
  return g_test_run ();
}
