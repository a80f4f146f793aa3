/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-statements.h"
#include "record/shinsa-record-page.h"
#include "shinsa-service.h"
#include "shinsa-test-session.h"
#include "shinsa-ui-resources.h"

/* The Record page over a real store: ledger, interests, register, hand-over. */

typedef struct {
  ShinsaTestSession base;
  ShinsaService    *service;
  GtkWindow        *window;
  GtkWidget        *page;
} Fixture;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  shinsa_service_open_finish (SHINSA_SERVICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
selected_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  shinsa_service_select_finish (SHINSA_SERVICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
select_identity (Fixture    *fixture,
                 const char *identity)
{
  gboolean done = FALSE;
  const char *root = shinsa_session_get_root (fixture->base.session);

  shinsa_service_select_async (fixture->service, root, identity, NULL, selected_cb, &done);
  wait_for (&done);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean done = FALSE;

  shinsa_test_session_set_up (&fixture->base, data);
  shinsa_test_session_declare (&fixture->base);
  shinsa_test_session_state (&fixture->base, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "company", NULL, "Found later."));
  shinsa_test_session_open (&fixture->base);
  fixture->service = shinsa_service_new (shinsa_session_get_path (fixture->base.session));
  shinsa_service_open_async (fixture->service, NULL, opened_cb, &done);
  wait_for (&done);
  fixture->page = shinsa_record_page_new ();
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 1024, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  g_object_set (fixture->page, "service", fixture->service, NULL);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->service), (gpointer *) &fixture->service);
  g_object_unref (fixture->service);
  /* What is under way keeps them until it is done; a leak makes the test run out of time. */
  while (fixture->page != NULL || fixture->service != NULL)
    g_main_context_iteration (NULL, TRUE);
  shinsa_test_session_tear_down (&fixture->base, data);
}

/* The first widget of a type below another, in the order of the tree. */
static GtkWidget *
find_type (GtkWidget *from,
           GType      type,
           guint     *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type) && (*skip)-- == 0)
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *from,
             const char *label)
{
  if (GTK_IS_BUTTON (from) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (from)), label) == 0)
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_label (GtkWidget  *from,
            const char *text)
{
  if (GTK_IS_LABEL (from) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (from)), text) == 0)
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_rows (GtkWidget *from,
            GType      type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (from), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child, type);

  return count;
}

static gboolean
is_shown (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      if (!gtk_widget_get_visible (w))
        return FALSE;
    }

  return TRUE;
}

static void
test_desk (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *close = NULL;

  select_identity (fixture, "desk");
  g_assert_cmpuint (count_rows (fixture->page, ADW_TYPE_EXPANDER_ROW), ==, 4);
  close = find_button (fixture->page, "Close the Paper Review…");
  g_assert_nonnull (close);
  g_assert_true (is_shown (close));
  g_assert_true (is_shown (find_button (fixture->page, "_Recuse…")));
  g_assert_true (is_shown (find_button (fixture->page, "Take In…")));
  g_assert_false (is_shown (find_button (fixture->page, "Write…")));
}

static void
test_member (Fixture       *fixture,
             gconstpointer  data)
{
  select_identity (fixture, "b");
  g_assert_false (is_shown (find_button (fixture->page, "Close the Paper Review…")));
  g_assert_false (is_shown (find_button (fixture->page, "Take In…")));
  g_assert_false (is_shown (find_button (fixture->page, "Export…")));
  g_assert_true (is_shown (find_button (fixture->page, "Write…")));
  g_assert_null (find_button (fixture->page, "_Recuse…"));
}

/* The rows that were there are the rows that are there. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  guint skip = 0;
  GtkWidget *before = NULL;
  GtkWidget *after = NULL;

  select_identity (fixture, "desk");
  before = find_type (fixture->page, ADW_TYPE_EXPANDER_ROW, &skip);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (before), TRUE);
  shinsa_test_session_review (&fixture->base, "chair", "south", "33");
  select_identity (fixture, "desk");
  skip = 0;
  after = find_type (fixture->page, ADW_TYPE_EXPANDER_ROW, &skip);
  g_assert_true (before == after);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (after)));
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static ShinsaFeedState
feed_state_of (Fixture    *fixture,
               const char *member)
{
  const ShinsaRound *round = shinsa_service_get_round (fixture->service);

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (g_str_equal (feed->member, member))
        return feed->state;
    }
  g_assert_not_reached ();
}

/* A row that is made anew while its question is asked takes nothing from the question. */
static void
test_answer_later (Fixture       *fixture,
                   gconstpointer  data)
{
  guint skip = 0;
  GtkWindow *dialog = NULL;
  GtkWidget *hold = NULL;
  GtkWidget *entry = NULL;

  select_identity (fixture, "desk");
  hold = find_button (fixture->page, "_Hold…");
  g_assert_nonnull (hold);
  g_object_add_weak_pointer (G_OBJECT (hold), (gpointer *) &hold);
  g_signal_emit_by_name (hold, "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  shinsa_test_session_review (&fixture->base, "chair", "south", "33");
  select_identity (fixture, "desk");
  while (hold != NULL)
    g_main_context_iteration (NULL, TRUE);

  entry = find_type (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, &skip);
  gtk_editable_set_text (GTK_EDITABLE (entry), "It was left on a train.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  while (feed_state_of (fixture, "chair") != SHINSA_FEED_HELD)
    g_main_context_iteration (NULL, TRUE);
}

/* The committee without one of its members. */
static JsonNode *
make_roster (const char *without)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rounds",
                                                 "small.round.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *committee;
  JsonArray *members = json_array_new ();
  JsonObject *body = json_object_new ();
  JsonNode *node;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  committee = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                            "committee");
  for (guint i = 0; i < json_array_get_length (committee); i++)
    {
      JsonObject *member = json_array_get_object_element (committee, i);

      if (!g_str_equal (json_object_get_string_member (member, "id"), without))
        json_array_add_object_element (members, json_object_ref (member));
    }
  json_object_set_array_member (body, "members", members);
  json_object_set_string_member (body, "reason", "A member left.");
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, body);
  return node;
}

static GtkWidget *
find_error (void)
{
  GtkWindow *dialog = find_dialog ();

  return dialog != NULL ? find_label (GTK_WIDGET (dialog), "There is no member “a” or no "
                                      "application “north” in this round.") : NULL;
}

/* Whoever is ruled on may leave the committee while the reason is written. */
static void
test_rule_on_nobody (Fixture       *fixture,
                     gconstpointer  data)
{
  guint skip = 0;
  GtkWindow *dialog = NULL;
  GtkWidget *entry = NULL;

  select_identity (fixture, "desk");
  g_signal_emit_by_name (find_button (fixture->page, "_Recuse…"), "clicked");
  dialog = find_dialog ();
  shinsa_test_session_state (&fixture->base, "desk", SHINSA_KIND_ROSTER_SET, make_roster ("a"));
  select_identity (fixture, "desk");
  entry = find_type (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, &skip);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Works there.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  while (find_error () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (find_dialog ());
}

static void
count_cb (ShinsaService *service,
          guint         *count)
{
  (*count)++;
}

/* Looking the register up is no change that everything else would have to follow. */
static void
test_register (Fixture       *fixture,
               gconstpointer  data)
{
  guint changes = 0;
  GtkSelectionModel *model = NULL;

  g_signal_connect (fixture->service, "changed", G_CALLBACK (count_cb), &changes);
  select_identity (fixture, "desk");
  /* The lists of drop-downs have a selection; the register has none. */
  for (guint i = 0; !GTK_IS_NO_SELECTION (model); i++)
    {
      guint skip = i;
      GtkWidget *list = find_type (fixture->page, GTK_TYPE_LIST_VIEW, &skip);

      model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
    }
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) <
         shinsa_service_get_round (fixture->service)->seq)
    g_main_context_iteration (NULL, TRUE);
  shinsa_service_flush (fixture->service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (changes, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->service, &changes);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  shinsa_ui_register_resource ();

  g_test_add ("/record/desk", Fixture, NULL, set_up, test_desk, tear_down);
  g_test_add ("/record/member", Fixture, NULL, set_up, test_member, tear_down);
  g_test_add ("/record/rows-stay", Fixture, NULL, set_up, test_rows_stay, tear_down);
  g_test_add ("/record/answer-later", Fixture, NULL, set_up, test_answer_later, tear_down);
  g_test_add ("/record/rule-on-nobody", Fixture, NULL, set_up, test_rule_on_nobody, tear_down);
  g_test_add ("/record/register", Fixture, NULL, set_up, test_register, tear_down);

  return g_test_run ();
}
