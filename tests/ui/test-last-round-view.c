/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-last-round-view.h"
#include "review/shinsa-line-list.h"
#include "shinsa-ui-fixture.h"

static GtkWidget *
show_view (ShinsaUiFixture *fixture,
           const char      *application)
{
  ShinsaRound *round = shinsa_service_get_round (fixture->service);
  GtkWidget *view = g_object_new (SHINSA_TYPE_LAST_ROUND_VIEW, NULL);

  shinsa_last_round_view_show (SHINSA_LAST_ROUND_VIEW (view), fixture->service, round,
                               shinsa_round_dossier (round, application));
  shinsa_ui_fixture_show (fixture, view);
  return view;
}

/* What stands in sight, a line for each row. */
static char *
read_view (GtkWidget *view)
{
  GtkWidget *box = shinsa_ui_find_type (view, SHINSA_TYPE_LINE_LIST, 0);
  GString *text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; (label = shinsa_ui_find_type (box, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      gboolean first = gtk_widget_get_prev_sibling (label) == NULL ||
                       !GTK_IS_LABEL (gtk_widget_get_prev_sibling (label));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : first ? "\n" : " | ",
                              gtk_label_get_label (GTK_LABEL (label)));
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (GtkWidget  *view,
              const char *line)
{
  g_autofree char *text = read_view (view);

  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in:\n%s", line, text);
}

static void
test_found (ShinsaUiFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *view = show_view (fixture, "south");

  assert_reads (view, "Small round, the one before (for tests): Registered, announced on ");
  assert_reads (view, "Give the network organisation a legal form.");
  assert_reads (view, "Close to certification once the organisation is in place.");
  assert_reads (view, "Requirement | Median then (levels) | My level now");
  assert_reads (view, "Strengths that can compete worldwide | 3 | –");
  assert_reads (view, " | 2.5 (3 3 2 2) | –");
  assert_reads (view, "Say when it will be founded.");
  assert_reads (view, "Outreach to the region | not given | not asked now");
  assert_reads (view, "Indicator | Then | Now");
  assert_reads (view, "New jobs in the community | 12 people (FY2019) → 40 people (FY2025) | "
                      "50 people (FY2025)");
  assert_reads (view, " | not listed then | 20 rooms (FY2022)");
}

/* The own level follows the draft while it is being written. */
static void
test_own_level (ShinsaUiFixture *fixture,
                gconstpointer    data)
{
  GtkWidget *view = show_view (fixture, "south");

  shinsa_service_set_draft (fixture->service, "south", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "4");
  assert_reads (view, "Strengths that can compete worldwide | 3 | 4");
  shinsa_service_set_draft (fixture->service, "south", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "network_organisation", "cannot_judge");
  assert_reads (view, " | 2.5 (3 3 2 2) | ?");
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "1");
  assert_reads (view, "Strengths that can compete worldwide | 3 | 4");
}

static void
test_nothing (ShinsaUiFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *view = show_view (fixture, "north");
  GtkStack *stack = GTK_STACK (shinsa_ui_find_type (view, GTK_TYPE_STACK, 0));
  GtkWidget *status = gtk_stack_get_visible_child (stack);

  g_assert_true (ADW_IS_STATUS_PAGE (status));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "No Earlier Round");
}

/* What stays the same is the same widget: the place one reads stays in sight. */
static void
test_place_is_kept (ShinsaUiFixture *fixture,
                    gconstpointer    data)
{
  GtkWidget *view = show_view (fixture, "south");
  GtkWidget *box = shinsa_ui_find_type (view, SHINSA_TYPE_LINE_LIST, 0);
  GtkWidget *last = gtk_widget_get_parent (shinsa_ui_find_type (box, GTK_TYPE_LABEL, 12));
  GtkWidget *sentence = shinsa_ui_find_type (box, GTK_TYPE_LABEL, 0);

  shinsa_service_set_draft (fixture->service, "south", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "4");
  g_assert_true (shinsa_ui_find_type (box, GTK_TYPE_LABEL, 0) == sentence);
  g_assert_true (gtk_widget_is_ancestor (last, box));
}

#define ADD(path, func) \
  g_test_add ("/last-round-view/" path, ShinsaUiFixture, "a", shinsa_ui_fixture_set_up, func, \
              shinsa_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("found", test_found);
  ADD ("own-level", test_own_level);
  ADD ("nothing", test_nothing);
  ADD ("place-is-kept", test_place_is_kept);
  return g_test_run ();
}
