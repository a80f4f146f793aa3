/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entries/shinsa-statements.h"
#include "review/shinsa-review-page.h"
#include "shinsa-ui-fixture.h"

static GtkWidget *
show_page (ShinsaUiFixture *fixture,
           const char      *application)
{
  GtkWidget *page = shinsa_review_page_new ();

  g_object_set (page, "service", fixture->service, "application", application, NULL);
  shinsa_ui_fixture_show (fixture, page);
  return page;
}

static const char *
shown_pane (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (shinsa_ui_find (page, "stack")));
}

static const char *
application_of (GtkWidget *page)
{
  static char *application = NULL;

  g_clear_pointer (&application, g_free);
  g_object_get (page, "application", &application, NULL);
  return application;
}

static GListModel *
listed (GtkWidget *page)
{
  GtkWidget *view = shinsa_ui_find (page, "view");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static char *
property_of (GListModel *model,
             guint       position,
             const char *name)
{
  g_autoptr (GObject) row = g_list_model_get_item (model, position);
  char *value = NULL;

  g_object_get (row, name, &value, NULL);
  return value;
}

static void
test_list (ShinsaUiFixture *fixture,
           gconstpointer    data)
{
  GtkWidget *page = show_page (fixture, "north");
  g_autofree char *title = property_of (listed (page), 0, "title");
  g_autofree char *before = property_of (listed (page), 0, "note");
  g_autofree char *after = NULL;
  g_autofree char *done = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (listed (page)), ==, 2);
  g_assert_cmpstr (title, ==, "North Community");
  g_assert_cmpstr (before, ==, "–/2");
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "3");
  after = property_of (listed (page), 0, "note");
  g_assert_cmpstr (after, ==, "1/2");

  shinsa_test_session_review (&fixture->other, "a", "south", "44");
  SHINSA_UI_WAIT (g_str_equal (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (page, "progress"))),
                               "1/2"));
  done = property_of (listed (page), 1, "note");
  g_assert_cmpstr (done, ==, "done");
}

static void
test_filter (ShinsaUiFixture *fixture,
             gconstpointer    data)
{
  GtkWidget *page = show_page (fixture, "north");
  GtkWidget *search = shinsa_ui_find (page, "search");

  gtk_editable_set_text (GTK_EDITABLE (search), "SOUTH");
  SHINSA_UI_WAIT (g_list_model_get_n_items (listed (page)) == 1);
  /* What is hidden from the list is still what is being read. */
  g_assert_cmpstr (application_of (page), ==, "north");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (listed (page)), 0);
  g_assert_cmpstr (application_of (page), ==, "south");
}

static void
test_declare (ShinsaUiFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *page;
  GtkWidget *declare;

  shinsa_ui_fixture_open (fixture);
  shinsa_ui_fixture_select (fixture, "a");
  page = show_page (fixture, "south");
  g_assert_cmpstr (shown_pane (page), ==, "declaration");
  declare = shinsa_ui_find (page, "declare");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (declare)), ==, "_Declare no interest");
  shinsa_ui_click (declare);
  SHINSA_UI_WAIT (g_str_equal (shown_pane (page), "content"));
  g_assert_cmpstr (application_of (page), ==, "south");
}

static void
test_propose (ShinsaUiFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *page;
  GtkWidget *declare;

  shinsa_ui_fixture_open (fixture);
  shinsa_ui_fixture_select (fixture, "a");
  page = show_page (fixture, "north");
  /* Another person, other affiliations. */
  shinsa_ui_fixture_select (fixture, "b");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (page, "found"))), ==,
                   "None of your affiliations was found among the names.");
  shinsa_ui_fixture_select (fixture, "a");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (page, "found"))), ==,
                   "Your affiliation “Hokkaido University” matches “Hokkaido University”, which "
                   "takes part.");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (page, "reach"))), ==,
                   "3 of 37 organisations are named.");
  declare = shinsa_ui_find (page, "declare");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (declare)), ==, "_Declare this interest");
  shinsa_ui_click (declare);
  SHINSA_UI_WAIT (g_str_equal (shown_pane (page), "nothing") ||
                  g_str_equal (application_of (page), "south"));
}

static void
test_an_interest (ShinsaUiFixture *fixture,
                  gconstpointer    data)
{
  GtkWidget *page;
  GtkWidget *nothing;

  shinsa_ui_fixture_open (fixture);
  shinsa_test_session_declare (&fixture->other);
  shinsa_ui_fixture_select (fixture, "a");
  page = show_page (fixture, "north");
  g_assert_cmpstr (shown_pane (page), ==, "content");

  shinsa_test_session_state (&fixture->other, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "family", NULL, NULL));
  SHINSA_UI_WAIT (g_str_equal (shown_pane (page), "nothing"));
  nothing = shinsa_ui_find (page, "nothing");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (nothing)), ==,
                   "You declared an interest (Family). Until the acting chair has ruled, nothing "
                   "of this application is shown to you.");
}

static void
test_switch (ShinsaUiFixture *fixture,
             gconstpointer    data)
{
  GtkWidget *page = show_page (fixture, "north");
  double elapsed;

  g_object_set (page, "application", "south", "application", "north", NULL);
  g_test_timer_start ();
  for (int i = 0; i < 10; i++)
    g_object_set (page, "application", i % 2 == 0 ? "south" : "north", NULL);
  elapsed = g_test_timer_elapsed () / 10;
  g_test_minimized_result (elapsed, "switching the application: %.1f ms", elapsed * 1000);
  g_assert_cmpfloat (elapsed, <, 0.1);
}

static void
test_panes (ShinsaUiFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *page = show_page (fixture, "north");
  GtkWidget *list = shinsa_ui_find (page, "list");

  gtk_widget_activate_action (page, "review.toggle-list", NULL);
  g_assert_false (gtk_widget_get_visible (list));
  gtk_widget_activate_action (page, "review.toggle-list", NULL);
  g_assert_true (gtk_widget_get_visible (list));

  gtk_widget_grab_focus (shinsa_ui_find (page, "sheet"));
  gtk_widget_activate_action (page, "review.next-pane", NULL);
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  gtk_widget_activate_action (page, "review.previous-pane", NULL);
  g_assert_nonnull (gtk_widget_get_focus_child (shinsa_ui_find (page, "sheet")));

  gtk_widget_activate_action (page, "review.toggle-reading", NULL);
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (page, "sheet")));
  gtk_widget_activate_action (page, "review.toggle-reading", NULL);
  g_assert_true (gtk_widget_get_visible (shinsa_ui_find (page, "sheet")));
}

#define ADD(path, func) \
  g_test_add ("/review-page/" path, ShinsaUiFixture, "a", shinsa_ui_fixture_set_up, func, \
              shinsa_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("list", test_list);
  ADD ("filter", test_filter);
  g_test_add ("/review-page/declare", ShinsaUiFixture, NULL, NULL, test_declare,
              shinsa_ui_fixture_tear_down);
  g_test_add ("/review-page/propose", ShinsaUiFixture, NULL, NULL, test_propose,
              shinsa_ui_fixture_tear_down);
  g_test_add ("/review-page/an-interest", ShinsaUiFixture, NULL, NULL, test_an_interest,
              shinsa_ui_fixture_tear_down);
  ADD ("switch", test_switch);
  ADD ("panes", test_panes);
  return g_test_run ();
}
