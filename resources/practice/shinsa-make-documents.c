/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out a document of the practice round:
 *   shinsa-make-documents ROUND.json sheet|report APPLICATION OUTPUT.pdf */

#include "shinsa-facts.h"
#include "shinsa-paper.h"
#include "shinsa-report.h"
#include "shinsa-sheet.h"

#include <glib/gstdio.h>
#include <locale.h>

static gboolean
make_document (char   **arguments,
               GError **error)
{
  const char *kind = arguments[2];
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (ShinsaPaper) paper = NULL;
  ShinsaFacts facts;
  gboolean is_report = g_str_equal (kind, "report");

  if (!json_parser_load_from_file (parser, arguments[1], error) ||
      !shinsa_facts_find (json_parser_get_root (parser), arguments[3], &facts, error) ||
      !(paper = shinsa_paper_new (arguments[4], shinsa_facts_words (facts.application, "name"),
                                  error)))
    return FALSE;

  return (is_report ? shinsa_report_lay_out (paper, &facts, error)
                    : shinsa_sheet_lay_out (paper, &facts, error)) &&
         shinsa_paper_finish (paper, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 5 || (!g_str_equal (argv[2], "sheet") && !g_str_equal (argv[2], "report")))
    {
      g_printerr ("Usage: shinsa-make-documents ROUND.json sheet|report APPLICATION OUTPUT.pdf\n");
      return 2;
    }
  if (make_document (argv, &error))
    return 0;

  /* Half a document is none. */
  g_unlink (argv[4]);
  g_printerr ("%s\n", error->message);

  return 1;
}
