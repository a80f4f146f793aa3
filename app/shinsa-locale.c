/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-locale.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/**
 * shinsa_locale_init:
 *
 * Follows the user's locale and finds the translations, so that messages appear in the user's
 * language. `SHINSA_LOCALEDIR` names their folder when the program runs from its build folder.
 * Every program calls this first.
 */
void
shinsa_locale_init (void)
{
  const char *folder = g_getenv ("SHINSA_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
