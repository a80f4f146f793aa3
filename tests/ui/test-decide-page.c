/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-confirm-dialog.h"
#include "decide/shinsa-decide-page.h"
#include "entries/shinsa-statements.h"
#include "rules/shinsa-decision.h"
#include "shinsa-ui-fixture.h"

typedef struct {
  ShinsaUiFixture   ui;
  ShinsaDecidePage *page;
} Fixture;

/* Both applications are reviewed, the phase is closed, and everybody is present. */
static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };

  shinsa_ui_fixture_open (&fixture->ui);
  shinsa_test_session_declare (&fixture->ui.other);
  shinsa_test_session_open (&fixture->ui.other);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (&fixture->ui.other, members[i], "north", "33");
      shinsa_test_session_review (&fixture->ui.other, members[i], "south", "44");
    }
  shinsa_test_session_close (&fixture->ui.other);
  shinsa_test_session_meet (&fixture->ui.other);
  shinsa_ui_fixture_select (&fixture->ui, identity);
  fixture->page = SHINSA_DECIDE_PAGE (g_object_new (SHINSA_TYPE_DECIDE_PAGE,
                                                    "service", fixture->ui.service, NULL));
  shinsa_ui_fixture_show (&fixture->ui, GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *id)
{
  GtkWidget *widget = shinsa_ui_find (GTK_WIDGET (fixture->page), id);

  g_assert_nonnull (widget);
  return widget;
}

static ShinsaDecisionState
state_of (Fixture    *fixture,
          const char *application)
{
  return shinsa_round_decision (shinsa_service_get_round (fixture->ui.service), application);
}

static void
test_propose (Fixture       *fixture,
              gconstpointer  identity)
{
  const ShinsaProposal *proposal;

  shinsa_decide_page_open (fixture->page, "south");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture, "instructed")), TRUE);
  shinsa_ui_click (find (fixture, "record_button"));
  SHINSA_UI_WAIT (state_of (fixture, "south") == SHINSA_DECISION_PROVISIONAL);
  proposal = shinsa_round_proposal (shinsa_service_get_round (fixture->ui.service), "south");
  g_assert_cmpstr (proposal->outcome, ==, proposal->suggested);
  g_assert_cmpstr (proposal->instructed_by, ==, "chair");
  g_assert_cmpint (state_of (fixture, "north"), ==, SHINSA_DECISION_NONE);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  return find_window (SHINSA_TYPE_CONFIRM_DIALOG);
}

static void
test_confirm (Fixture       *fixture,
              gconstpointer  identity)
{
  GtkWidget *button;
  const ShinsaConfirmation *confirmation;

  g_assert_false (gtk_widget_get_sensitive (find (fixture, "confirm_button")));
  shinsa_test_session_propose (&fixture->ui.other, "north", "certified");
  shinsa_test_session_propose (&fixture->ui.other, "south", "certified");
  SHINSA_UI_WAIT (gtk_widget_get_sensitive (find (fixture, "confirm_button")));
  shinsa_ui_click (find (fixture, "confirm_button"));
  SHINSA_UI_WAIT (find_dialog () != NULL);
  g_assert_cmpuint (shinsa_confirm_dialog_get_n_ready (SHINSA_CONFIRM_DIALOG (find_dialog ())), ==,
                    2);
  button = shinsa_ui_find (find_dialog (), "confirm_button");
  SHINSA_UI_WAIT (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (shinsa_ui_find (find_dialog (), "vote")), TRUE);
  shinsa_ui_click (button);
  SHINSA_UI_WAIT (find_dialog () == NULL);
  SHINSA_UI_WAIT (shinsa_service_get_round (fixture->ui.service)->confirmations->len == 2);
  confirmation = g_ptr_array_index (shinsa_service_get_round (fixture->ui.service)->confirmations,
                                    0);
  g_assert_cmpstr (confirmation->method, ==, "vote");
  g_assert_cmpstr (confirmation->member, ==, "chair");
  g_assert_true (g_str_has_suffix (confirmation->sentence, "(by vote)."));
}

static void
test_reopen (Fixture       *fixture,
             gconstpointer  identity)
{
  g_autoptr (ShinsaRound) round = NULL;
  GtkWidget *dialog, *entry;

  shinsa_test_session_propose (&fixture->ui.other, "north", "certified");
  round = shinsa_test_session_load (&fixture->ui.other, "chair");
  shinsa_test_session_state (&fixture->ui.other, "chair", SHINSA_KIND_DECISION_CONFIRM,
                             shinsa_state_confirmation (round, "north", "unanimous"));
  SHINSA_UI_WAIT (state_of (fixture, "north") == SHINSA_DECISION_CONFIRMED);
  shinsa_decide_page_open (fixture->page, "north");
  shinsa_ui_click (find (fixture, "reopen_button"));
  SHINSA_UI_WAIT (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  entry = shinsa_ui_find_type (dialog, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "A document came to light.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  SHINSA_UI_WAIT (state_of (fixture, "north") == SHINSA_DECISION_REOPENED);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (find (fixture, "history"))),
                            "A document came to light."));
}

static void
test_member (Fixture       *fixture,
             gconstpointer  identity)
{
  shinsa_decide_page_open (fixture->page, "north");
  g_assert_false (gtk_widget_get_visible (find (fixture, "form")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (fixture, "why_not_propose"))), ==,
                   "The desk of the secretariat records the provisional outcome.");
  g_assert_false (gtk_widget_get_visible (find (fixture, "reopen_button")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "confirm_button")));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (find (fixture,
                                                                         "why_not_confirm"))),
                                   "Only the acting chair can do this: "));
}

#define ADD(name, identity, function) \
  g_test_add ("/decide-page/" name, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("propose", "desk", test_propose);
  ADD ("confirm", "chair", test_confirm);
  ADD ("reopen", "chair", test_reopen);
  ADD ("member", "a", test_member);
  return g_test_run ();
}
