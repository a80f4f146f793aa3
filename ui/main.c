/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-app.h"
#include "shinsa-locale.h"
#include "shinsa-ui-resources.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ShinsaApp) app = NULL;

  shinsa_locale_init ();
  shinsa_ui_register_resource ();
  app = shinsa_app_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
