/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-app.h"

#include "config.h"
#include "documents/shinsa-document-opener.h"
#include "shinsa-compat.h"
#include "shinsa-service.h"
#include "shinsa-window.h"

#include <glib/gi18n-lib.h>

#define APPLICATION_ID "jp.shinsa.Shinsa"
#define OPTION_PRACTICE "practice"
#define OPTION_VERSION "version"

struct _ShinsaApp
{
  AdwApplication  parent_instance;

  ShinsaService  *service;
};

G_DEFINE_FINAL_TYPE (ShinsaApp, shinsa_app, ADW_TYPE_APPLICATION)

/* There are dialogs, too, and whatever a page opens beside the window. */
static ShinsaWindow *
find_window (ShinsaApp *self)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = window->next)
    if (SHINSA_IS_WINDOW (window->data))
      return window->data;
  return NULL;
}

static ShinsaWindow *
ensure_window (ShinsaApp *self)
{
  ShinsaWindow *window = find_window (self);

  if (window == NULL)
    {
      window = SHINSA_WINDOW (shinsa_window_new (GTK_APPLICATION (self), self->service));
      shinsa_window_open_store (window);
    }
  return window;
}

static void
shinsa_app_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (SHINSA_APP (application))));
}

static int
shinsa_app_command_line (GApplication            *application,
                         GApplicationCommandLine *command_line)
{
  ShinsaWindow *window = ensure_window (SHINSA_APP (application));
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) arguments = NULL;
  int count;

  arguments = g_application_command_line_get_arguments (command_line, &count);
  for (int i = 1; i < count; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line,
                                                                            arguments[i]));
  gtk_window_present (GTK_WINDOW (window));
  if (g_variant_dict_contains (options, OPTION_PRACTICE))
    shinsa_window_open_practice (window);
  if (files->len > 0)
    shinsa_window_open_files (window, files);
  return 0;
}

static int
shinsa_app_handle_local_options (GApplication *application,
                                 GVariantDict *options)
{
  if (!g_variant_dict_contains (options, OPTION_VERSION))
    return -1;
  g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
  return 0;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ShinsaWindow *window = find_window (data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_show_about_window (GTK_WINDOW (find_window (data)),
                         "application-icon", APPLICATION_ID,
                         "application-name", _("Shinsa"),
                         "comments", _("Examine applications against published requirements and "
                                       "decide together"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "version", PACKAGE_VERSION,
                         NULL);
}

static void
set_accels (ShinsaApp *self)
{
  const struct {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "win.take-in", { "<Control>o" } },
    { "win.next-application", { "<Alt>Down", "<Control>Page_Down" } },
    { "win.previous-application", { "<Alt>Up", "<Control>Page_Up" } },
    { "win.page::review", { "<Alt>1" } },
    { "win.page::compare", { "<Alt>2" } },
    { "win.page::interview", { "<Alt>3" } },
    { "win.page::decide", { "<Alt>4" } },
    { "win.page::record", { "<Alt>5" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), table[i].action,
                                           table[i].accels);
}

static void
shinsa_app_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { "quit", quit_cb },
    { "about", about_cb },
  };
  ShinsaApp *self = SHINSA_APP (application);
  g_autofree char *store = shinsa_session_default_path ();

  G_APPLICATION_CLASS (shinsa_app_parent_class)->startup (application);
  shinsa_compat_init ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_accels (self);
  self->service = shinsa_service_new (store);
}

/* The threads end here, after what they were asked to do; what they would still tell the main loop
 * nobody hears. */
static void
shinsa_app_shutdown (GApplication *application)
{
  ShinsaApp *self = SHINSA_APP (application);

  if (self->service != NULL)
    g_object_run_dispose (G_OBJECT (self->service));
  g_clear_object (&self->service);
  shinsa_take_back_documents ();

  G_APPLICATION_CLASS (shinsa_app_parent_class)->shutdown (application);
}

static void
shinsa_app_class_init (ShinsaAppClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = shinsa_app_activate;
  application_class->command_line = shinsa_app_command_line;
  application_class->handle_local_options = shinsa_app_handle_local_options;
  application_class->shutdown = shinsa_app_shutdown;
  application_class->startup = shinsa_app_startup;
}

static void
shinsa_app_init (ShinsaApp *self)
{
  const GOptionEntry options[] = {
    { OPTION_PRACTICE, 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the practice round"), NULL },
    { OPTION_VERSION, 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[PACKET…]"));
}

/**
 * shinsa_app_new:
 *
 * Returns: (transfer full): the program
 */
ShinsaApp *
shinsa_app_new (void)
{
  return g_object_new (SHINSA_TYPE_APP, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/jp/shinsa/Shinsa", NULL);
}
