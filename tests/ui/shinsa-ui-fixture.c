/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-ui-fixture.h"

#include "shinsa-compat.h"
#include "shinsa-ui-resources.h"

/**
 * shinsa_ui_init:
 * @argc: of main()
 * @argv: of main()
 *
 * What every test of widgets begins with.
 */
void
shinsa_ui_init (int    *argc,
                char ***argv)
{
  gtk_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  shinsa_compat_init ();
  shinsa_ui_register_resource ();
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GAsyncResult **done = data;

  *done = g_object_ref (result);
}

/**
 * shinsa_ui_fixture_open:
 * @self: a fixture that is empty, or has a session already
 *
 * Makes the small round, unless a session holds another, and opens its store.
 */
void
shinsa_ui_fixture_open (ShinsaUiFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (self->other.session == NULL)
    shinsa_test_session_set_up (&self->other, NULL);
  self->root = g_strdup (shinsa_session_get_root (self->other.session));
  self->service = shinsa_service_new (shinsa_session_get_path (self->other.session));
  shinsa_service_open_async (self->service, NULL, done_cb, &result);
  SHINSA_UI_WAIT (result != NULL);
  shinsa_service_open_finish (self->service, result, &error);
  g_assert_no_error (error);
}

/**
 * shinsa_ui_fixture_set_up:
 * @self: a fixture that is empty
 * @identity: as whom the round is shown
 *
 * Interests are declared, none by anybody, and the paper review is open.
 */
void
shinsa_ui_fixture_set_up (ShinsaUiFixture *self,
                          gconstpointer    identity)
{
  shinsa_ui_fixture_open (self);
  shinsa_test_session_declare (&self->other);
  shinsa_test_session_open (&self->other);
  shinsa_ui_fixture_select (self, identity);
}

void
shinsa_ui_fixture_tear_down (ShinsaUiFixture *self,
                             gconstpointer    identity)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_run_dispose (G_OBJECT (self->service));
  /* What is still being written holds it for a moment; a leak would hold it for good. */
  g_object_add_weak_pointer (G_OBJECT (self->service), (gpointer *) &self->service);
  g_object_unref (self->service);
  SHINSA_UI_WAIT (self->service == NULL);
  shinsa_test_session_tear_down (&self->other, NULL);
  g_free (self->root);
}

/**
 * shinsa_ui_fixture_select:
 * @self: a fixture
 * @identity: as whom to go on
 */
void
shinsa_ui_fixture_select (ShinsaUiFixture *self,
                          const char      *identity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_service_select_async (self->service, self->root, identity, NULL, done_cb, &result);
  SHINSA_UI_WAIT (result != NULL);
  shinsa_service_select_finish (self->service, result, &error);
  g_assert_no_error (error);
}

/**
 * shinsa_ui_fixture_show:
 * @self: a fixture
 * @widget: (transfer floating): what to show
 *
 * Puts a widget into a window that can show toasts, and waits until it is on the screen.
 */
void
shinsa_ui_fixture_show (ShinsaUiFixture *self,
                        GtkWidget       *widget)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), widget);
  gtk_window_set_child (GTK_WINDOW (self->window), overlay);
  gtk_window_present (GTK_WINDOW (self->window));
  SHINSA_UI_WAIT (gtk_widget_get_mapped (widget));
}

/**
 * shinsa_ui_find:
 * @root: where to look
 * @id: the id of a template's child
 *
 * Returns: (transfer none) (nullable): the first of that id
 */
GtkWidget *
shinsa_ui_find (GtkWidget  *root,
                const char *id)
{
  const char *name = gtk_buildable_get_buildable_id (GTK_BUILDABLE (root));

  if (g_strcmp0 (name, id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = shinsa_ui_find (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type,
           guint     *number)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*number)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * shinsa_ui_find_type:
 * @root: where to look
 * @type: the type of a widget
 * @number: which of them, from 0
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
shinsa_ui_find_type (GtkWidget *root,
                     GType      type,
                     guint      number)
{
  return find_type (root, type, &number);
}

void
shinsa_ui_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/**
 * shinsa_ui_write:
 * @field: a ShinsaTextField
 * @text: what to write
 *
 * Writes as a person does: the field does not know that it comes from a program.
 */
void
shinsa_ui_write (GtkWidget  *field,
                 const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (shinsa_ui_find (field, "view"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}
