/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shinsa-locale.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define EXIT_USAGE 2

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = NULL;
  gboolean show_version = FALSE;
  GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_("Show the version"), NULL },
    { NULL }
  };

  shinsa_locale_init ();

  context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_USAGE;
    }

  if (show_version)
    g_print ("shinsactl %s\n", PACKAGE_VERSION);

  return EXIT_SUCCESS;
}
