/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-locale.h"
#include "shinsa-ui-resources.h"

#include <adwaita.h>

static void
activate_cb (GtkApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (app);

  if (window == NULL)
    window = GTK_WINDOW (adw_application_window_new (app));
  gtk_window_present (window);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  shinsa_locale_init ();
  shinsa_ui_register_resource ();

  app = adw_application_new ("jp.shinsa.Shinsa", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
