/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-cli.h"
#include "shinsa-locale.h"

int
main (int   argc,
      char *argv[])
{
  shinsa_locale_init ();

  return shinsa_cli_main (argc, argv);
}
