/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-opener.h"
#include "documents/shinsa-document-pane.h"
#include "documents/shinsa-document-shelf.h"
#include "documents/shinsa-page-view.h"
#include "entries/shinsa-statements.h"
#include "shinsa-test-pdf.h"
#include "shinsa-ui-fixture.h"

#include <json-glib/json-glib.h>

/* “north” has these documents: of five pages, of twelve, one that is broken, an empty file, and one
 * whose page is five metres wide; “south” has none. */
#define FIVE 0
#define TWELVE 1
#define BROKEN 2
#define EMPTY 3
#define WIDE 4

typedef struct {
  ShinsaUiFixture     ui;
  ShinsaDocumentPane *pane;
  ShinsaPageView     *view;
  GString            *said;      /* what was to be evidence */
} Fixture;

/* --- A round with documents --- */

static void
write_bytes (Fixture    *fixture,
             const char *name,
             GBytes     *bytes)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->ui.other.dir, name);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static GBytes *
five_pages (void)
{
  ShinsaTestPdf *pdf = shinsa_test_pdf_new (595, 842);

  for (int page = 1; page <= 5; page++)
    {
      g_autofree char *title = g_strdup_printf ("Chapter %d", page);

      shinsa_test_pdf_text (pdf, 60, 80, 400, title);
      shinsa_test_pdf_text (pdf, 60, 700, 400, page == 4 ? "この地域の強みは発酵です。" : "…");
      shinsa_test_pdf_heading (pdf, 0, title, page);
      cairo_show_page (shinsa_test_pdf_cairo (pdf));
    }
  return shinsa_test_pdf_finish (pdf);
}

static GBytes *
five_metres (void)
{
  ShinsaTestPdf *pdf = shinsa_test_pdf_new (14400, 842);

  cairo_show_page (shinsa_test_pdf_cairo (pdf));
  return shinsa_test_pdf_finish (pdf);
}

static void
add_document (JsonArray  *documents,
              const char *name)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "file", name);
  json_object_set_string_member (document, "name", name);
  json_object_set_string_member (document, "media_type", "application/pdf");
  json_array_add_object_element (documents, document);
}

static char *
write_definition (Fixture *fixture)
{
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "data", "rounds",
                                                  "small.round.json", NULL);
  char *path = shinsa_test_dir_file (fixture->ui.other.dir, "round.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *applications;
  JsonArray *documents;

  json_parser_load_from_file (parser, small, &error);
  g_assert_no_error (error);
  applications = json_object_get_array_member (json_node_get_object
                                                 (json_parser_get_root (parser)), "applications");
  documents = json_object_get_array_member (json_array_get_object_element (applications, 0),
                                            "documents");
  add_document (documents, "five.pdf");
  add_document (documents, "twelve.pdf");
  add_document (documents, "broken.pdf");
  add_document (documents, "empty.pdf");
  add_document (documents, "wide.pdf");
  json_generator_set_root (generator, json_parser_get_root (parser));
  json_generator_to_file (generator, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
evidence_cb (Fixture    *fixture,
             const char *requirement,
             const char *document,
             int         page,
             const char *quote)
{
  g_string_append_printf (fixture->said, "%s %d [%s]", requirement, page, quote);
}

static const ShinsaDossier *
dossier_of (Fixture    *fixture,
            const char *application)
{
  return shinsa_round_dossier (shinsa_service_get_round (fixture->ui.service), application);
}

static const char *
hash_of (Fixture *fixture,
         guint    number)
{
  const ShinsaDocumentInfo *document = g_ptr_array_index (dossier_of (fixture, "north")->documents,
                                                          number);

  return document->hash;
}

static void
show (Fixture    *fixture,
      const char *application)
{
  shinsa_document_pane_show (fixture->pane, fixture->ui.service,
                             shinsa_service_get_round (fixture->ui.service),
                             dossier_of (fixture, application));
}

static char *
position_of (Fixture *fixture)
{
  char *position;

  g_object_get (fixture->pane, "position", &position, NULL);
  return position;
}

static gboolean
is_at (Fixture    *fixture,
       const char *expected)
{
  g_autofree char *position = position_of (fixture);

  return g_str_equal (position, expected);
}

static gboolean
has_text (Fixture *fixture,
          int      page)
{
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (fixture->view);

  return selection != NULL && shinsa_page_selection_get_text (selection, page) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  g_autoptr (GBytes) five = five_pages ();
  g_autoptr (GBytes) twelve = shinsa_test_pdf_of_pages (12);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.4 and nothing", 20);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) wide = five_metres ();
  g_autofree char *definition = NULL;

  fixture->ui.other.dir = shinsa_test_dir_new ();
  write_bytes (fixture, "five.pdf", five);
  write_bytes (fixture, "twelve.pdf", twelve);
  write_bytes (fixture, "broken.pdf", broken);
  write_bytes (fixture, "empty.pdf", empty);
  write_bytes (fixture, "wide.pdf", wide);
  definition = write_definition (fixture);
  shinsa_test_session_create (&fixture->ui.other, definition);
  shinsa_ui_fixture_set_up (&fixture->ui, identity);

  fixture->said = g_string_new (NULL);
  fixture->pane = g_object_new (SHINSA_TYPE_DOCUMENT_PANE, "can-add-evidence", TRUE, NULL);
  fixture->view = SHINSA_PAGE_VIEW (shinsa_ui_find (GTK_WIDGET (fixture->pane), "view"));
  g_signal_connect_swapped (fixture->pane, "evidence", G_CALLBACK (evidence_cb), fixture);
  shinsa_ui_fixture_show (&fixture->ui, GTK_WIDGET (fixture->pane));
  show (fixture, "north");
  /* What is in sight is known once there is room for it. */
  SHINSA_UI_WAIT (is_at (fixture, "page 1/5") && has_text (fixture, 1));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
  g_string_free (fixture->said, TRUE);
}

/* --- Keys --- */

static gboolean
is_pressed (GtkShortcutTrigger *trigger,
            GtkShortcutTrigger *pressed)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_pressed (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)),
                       pressed) ||
           is_pressed (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)),
                       pressed);
  return gtk_shortcut_trigger_equal (trigger, pressed);
}

static gboolean
try_shortcuts (GListModel      *shortcuts,
               GtkWidget       *widget,
               guint            key,
               GdkModifierType  modifiers)
{
  g_autoptr (GtkShortcutTrigger) pressed = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_pressed (gtk_shortcut_get_trigger (shortcut), pressed))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }
  return FALSE;
}

/* What a key does in a widget, by its shortcuts and those of its class. */
static void
press (GtkWidget       *widget,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = try_shortcuts (G_LIST_MODEL (controller), widget, key, modifiers);
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  g_assert_true (handled);
}

static const char *
label_of (Fixture    *fixture,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (GTK_WIDGET (fixture->pane), id)));
}

static const char *
state_of (Fixture *fixture)
{
  GtkWidget *states = shinsa_ui_find (GTK_WIDGET (fixture->pane), "states");

  return gtk_stack_get_visible_child_name (GTK_STACK (states));
}

/* --- Tests --- */

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkWidget *entry = shinsa_ui_find (pane, "page_entry");

  gtk_widget_activate_action (pane, "document.next-page", NULL);
  g_assert_true (is_at (fixture, "page 2/5"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2");
  gtk_widget_activate_action (pane, "document.previous-page", NULL);
  g_assert_true (is_at (fixture, "page 1/5"));

  /* As Japanese input gives them. */
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "４");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (is_at (fixture, "page 4/5"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "99");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (is_at (fixture, "page 5/5"));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  double zoom = shinsa_page_view_get_zoom (fixture->view);

  gtk_widget_grab_focus (view);
  press (view, GDK_KEY_Right, 0);
  g_assert_true (is_at (fixture, "page 2/5"));
  press (view, GDK_KEY_End, 0);
  g_assert_true (is_at (fixture, "page 5/5"));
  press (view, GDK_KEY_Home, 0);
  g_assert_true (is_at (fixture, "page 1/5"));
  for (int i = 0; i < 4; i++)
    press (view, GDK_KEY_space, 0);
  g_assert_false (is_at (fixture, "page 1/5"));
  for (int i = 0; i < 4; i++)
    press (view, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_true (is_at (fixture, "page 1/5"));

  gtk_widget_activate_action (view, "document.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (shinsa_page_view_get_zoom (fixture->view), zoom * 1.2, 0.001);
  gtk_widget_activate_action (view, "document.fit", "s", "width");
  g_assert_cmpfloat_with_epsilon (shinsa_page_view_get_zoom (fixture->view), zoom, 0.001);
  gtk_widget_activate_action (view, "document.fit", "s", "page");
  g_assert_cmpfloat (shinsa_page_view_get_zoom (fixture->view), <, zoom);
  press (view, GDK_KEY_Page_Down, 0);
  g_assert_true (is_at (fixture, "page 2/5"));
}

/* Nothing moves when the picture is loaded again, nor is a place forgotten meanwhile. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  double zoom;

  gtk_widget_activate_action (pane, "document.zoom", "d", 0.5);
  shinsa_page_view_go_to (fixture->view, 3);
  zoom = shinsa_page_view_get_zoom (fixture->view);
  show (fixture, "north");
  g_assert_true (is_at (fixture, "page 3/5"));

  show (fixture, "south");
  g_assert_true (is_at (fixture, ""));
  show (fixture, "north");
  SHINSA_UI_WAIT (is_at (fixture, "page 3/5"));
  g_assert_cmpfloat_with_epsilon (shinsa_page_view_get_zoom (fixture->view), zoom, 0.001);
}

static gboolean
is_on_shelf (Fixture    *fixture,
             const char *hash)
{
  ShinsaDocumentShelf *shelf = shinsa_document_shelf_get (fixture->ui.service);
  g_autoptr (ShinsaPageCache) cache = shinsa_document_shelf_take (shelf, hash);

  if (cache != NULL)
    shinsa_document_shelf_put (shelf, hash, cache);
  return cache != NULL;
}

/* What stays open is for who opened it. */
static void
test_other_reader (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *hash = g_strdup (hash_of (fixture, FIVE));

  show (fixture, "south");
  g_assert_true (is_on_shelf (fixture, hash));
  shinsa_ui_fixture_select (&fixture->ui, "b");
  g_assert_false (is_on_shelf (fixture, hash));
  shinsa_ui_fixture_select (&fixture->ui, data);
  g_assert_false (is_on_shelf (fixture, hash));
}

/* Nor does it stay open when a ruling takes it away. */
static void
test_recused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *hash = g_strdup (hash_of (fixture, FIVE));

  show (fixture, "south");
  g_assert_true (is_on_shelf (fixture, hash));
  shinsa_test_session_state (&fixture->ui.other, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", TRUE, NULL, "chair", "Why."));
  SHINSA_UI_WAIT (!dossier_of (fixture, "north")->has_content);
  g_assert_false (is_on_shelf (fixture, hash));
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chooser = shinsa_ui_find (GTK_WIDGET (fixture->pane), "chooser");
  GtkWidget *names = shinsa_ui_find (chooser, "names");

  g_assert_true (gtk_widget_get_visible (chooser));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), TWELVE);
  SHINSA_UI_WAIT (is_at (fixture, "page 1/12"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), FIVE);
  SHINSA_UI_WAIT (is_at (fixture, "page 1/5"));
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkWidget *names = shinsa_ui_find (pane, "names");
  AdwStatusPage *problem = ADW_STATUS_PAGE (shinsa_ui_find (pane, "problem"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), BROKEN);
  SHINSA_UI_WAIT (g_str_equal (state_of (fixture), "problem"));
  g_assert_cmpstr (adw_status_page_get_title (problem), ==, "The document cannot be shown here");
  g_assert_cmpstr (adw_status_page_get_description (problem), ==,
                   "This file is damaged or is not a PDF, so its pages cannot be shown; it was "
                   "kept as it came, and another program may be able to open it.");
  g_assert_true (gtk_widget_get_sensitive (shinsa_ui_find (pane, "elsewhere")));
  g_assert_false (gtk_widget_get_sensitive (shinsa_ui_find (pane, "evidence")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), EMPTY);
  SHINSA_UI_WAIT (g_str_equal (state_of (fixture), "pages"));
  SHINSA_UI_WAIT (g_str_equal (state_of (fixture), "problem"));
  /* The way back to the others stays. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), FIVE);
  SHINSA_UI_WAIT (g_str_equal (state_of (fixture), "pages") && is_at (fixture, "page 1/5"));
}

/* All of it is in sight, and to zoom out makes nothing larger. */
static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  double zoom;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (shinsa_ui_find (pane, "names")), WIDE);
  SHINSA_UI_WAIT (is_at (fixture, "page 1/1"));
  zoom = shinsa_page_view_get_zoom (fixture->view);
  g_assert_cmpfloat (zoom, <, 0.1);
  g_assert_true (shinsa_page_view_fits (fixture->view, GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_activate_action (pane, "document.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (shinsa_page_view_get_zoom (fixture->view), zoom, 0.0001);
  gtk_widget_activate_action (pane, "document.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (shinsa_page_view_get_zoom (fixture->view), zoom * 1.2, 0.0001);
}

/* Words stay marked and a place is found again however the pages are turned. */
static void
test_turned (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (fixture->view);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (GTK_WIDGET (fixture->view), GDK_KEY_a, GDK_CONTROL_MASK);
  before = shinsa_page_selection_dup (selection);
  g_assert_cmpstr (before, !=, "");
  gtk_widget_activate_action (pane, "document.rotate", NULL);
  gtk_widget_activate_action (pane, "document.zoom", "d", 2.0);
  after = shinsa_page_selection_dup (selection);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (shinsa_document_pane_go_to (fixture->pane, hash_of (fixture, FIVE), 4,
                                             "強みは発酵"));
  g_assert_true (is_at (fixture, "page 4/5"));
  gtk_widget_activate_action (pane, "document.rotate", NULL);
  g_assert_true (is_at (fixture, "page 4/5"));
  g_assert_true (shinsa_document_pane_go_to (fixture->pane, hash_of (fixture, FIVE), 2, ""));
  g_assert_true (is_at (fixture, "page 2/5"));
}

static guint
count_given (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name = NULL;
  guint count = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    count += g_str_has_prefix (name, "shinsa-");
  return count;
}

/* What another program was given does not outlive this one. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *names = shinsa_ui_find (GTK_WIDGET (fixture->pane), "names");
  GtkWidget *button = shinsa_ui_find (GTK_WIDGET (fixture->pane), "elsewhere");
  g_autoptr (GAppInfo) viewer = NULL;

  viewer = g_app_info_create_from_commandline ("true %u", "Viewer", G_APP_INFO_CREATE_NONE, NULL);
  g_assert_true (g_app_info_set_as_default_for_type (viewer, "application/pdf", NULL));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), BROKEN);
  SHINSA_UI_WAIT (g_str_equal (state_of (fixture), "problem"));
  g_assert_cmpuint (count_given (), ==, 0);
  g_signal_emit_by_name (button, "clicked");
  SHINSA_UI_WAIT (count_given () == 1);
  SHINSA_UI_WAIT ((shinsa_take_back_documents (), count_given () == 0));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  show (fixture, "south");
  g_assert_cmpstr (state_of (fixture), ==, "problem");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (shinsa_ui_find (pane, "problem"))),
                   ==, "No documents came with this application.");
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (pane, "elsewhere")));
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (pane, "bar")));
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkWidget *bar = shinsa_ui_find (pane, "find_bar");
  GtkWidget *entry = shinsa_ui_find (bar, "entry");

  gtk_widget_activate_action (pane, "document.find", NULL);
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Chapter");
  SHINSA_UI_WAIT (g_str_equal (label_of (fixture, "count"), "1 / 5"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (label_of (fixture, "count"), ==, "2 / 5");
  g_assert_true (is_at (fixture, "page 2/5"));
  press (entry, GDK_KEY_Return, GDK_SHIFT_MASK);
  press (entry, GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (label_of (fixture, "count"), ==, "5 / 5");

  gtk_editable_set_text (GTK_EDITABLE (entry), "地域の強み");
  SHINSA_UI_WAIT (g_str_equal (label_of (fixture, "count"), "1 / 1"));
  g_assert_true (is_at (fixture, "page 4/5"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1234");
  SHINSA_UI_WAIT (g_str_equal (label_of (fixture, "count"), "Not found"));
  g_assert_false (gtk_widget_get_sensitive (shinsa_ui_find (bar, "next")));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkWidget *menu = shinsa_ui_find (pane, "requirements");

  shinsa_page_view_go_to (fixture->view, 2);
  SHINSA_UI_WAIT (has_text (fixture, 2));
  gtk_widget_activate_action (pane, "document.evidence", NULL);
  g_assert_cmpstr (label_of (fixture, "heading"), ==, "Use page 2 as evidence for");
  press (menu, GDK_KEY_2, 0);
  g_assert_cmpstr (fixture->said->str, ==, "network_organisation 2 []");

  g_string_truncate (fixture->said, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (GTK_WIDGET (fixture->view), GDK_KEY_a, GDK_CONTROL_MASK);
  gtk_widget_activate_action (pane, "document.evidence", NULL);
  g_assert_cmpstr (label_of (fixture, "heading"), ==,
                   "Use this passage of page 2 as evidence for");
  press (menu, gdk_unicode_to_keyval (0xff11), 0);
  g_assert_cmpstr (fixture->said->str, ==, "strength 2 [Chapter 2 …]");

  g_object_set (pane, "can-add-evidence", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (pane, "evidence")));
}

static void
test_go_to (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *scrolled = gtk_widget_get_parent (GTK_WIDGET (fixture->view));
  GtkAdjustment *adjustment;
  double top;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_true (shinsa_document_pane_go_to (fixture->pane, hash_of (fixture, FIVE), 4, ""));
  g_assert_true (is_at (fixture, "page 4/5"));
  top = gtk_adjustment_get_value (adjustment);

  /* The words stand at the foot of the page, which has to be scrolled for them. */
  g_assert_true (shinsa_document_pane_go_to (fixture->pane, hash_of (fixture, FIVE), 4,
                                             "強みは発酵"));
  SHINSA_UI_WAIT (gtk_adjustment_get_value (adjustment) > top);
  g_assert_true (is_at (fixture, "page 4/5"));

  g_assert_true (shinsa_document_pane_go_to (fixture->pane, hash_of (fixture, TWELVE), 11, ""));
  SHINSA_UI_WAIT (is_at (fixture, "page 11/12"));
  g_assert_false (shinsa_document_pane_go_to (fixture->pane, "0123", 1, ""));
  g_assert_true (is_at (fixture, "page 11/12"));
}

static void
test_contents (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkWidget *menu = shinsa_ui_find (pane, "headings");
  GtkListBox *list = GTK_LIST_BOX (shinsa_ui_find (menu, "list"));

  gtk_widget_activate_action (pane, "document.contents", NULL);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 4));
  g_assert_null (gtk_list_box_get_row_at_index (list, 5));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 3));
  g_assert_true (is_at (fixture, "page 4/5"));
}

#define ADD(path, func) \
  g_test_add ("/document-pane/" path, Fixture, "a", set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("pages", test_pages);
  ADD ("keys", test_keys);
  ADD ("place", test_place);
  ADD ("other-reader", test_other_reader);
  ADD ("recused", test_recused);
  ADD ("choose", test_choose);
  ADD ("broken", test_broken);
  ADD ("wide", test_wide);
  ADD ("turned", test_turned);
  ADD ("elsewhere", test_elsewhere);
  ADD ("nothing", test_nothing);
  ADD ("find", test_find);
  ADD ("evidence", test_evidence);
  ADD ("go-to", test_go_to);
  ADD ("contents", test_contents);
  return g_test_run ();
}
