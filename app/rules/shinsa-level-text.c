/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/shinsa-level-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/**
 * shinsa_number_text:
 * @number: a level or a statistic of levels
 *
 * Returns: (transfer full): @number to two places, without zeros that say nothing; "" for NAN
 */
char *
shinsa_number_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  if (isnan (number))
    return g_strdup ("");

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  return g_strdup (g_str_equal (text, "-0") ? "0" : text);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one < other) - (one > other);
}

/**
 * shinsa_numbers_text:
 * @numbers: (array length=n_numbers): levels
 * @n_numbers: how many
 *
 * Returns: (transfer full): all of them, highest first
 */
char *
shinsa_numbers_text (const double *numbers,
                     guint         n_numbers)
{
  g_autofree double *sorted = g_memdup2 (numbers, n_numbers * sizeof *numbers);
  GString *text = g_string_new (NULL);

  if (n_numbers > 0)
    qsort (sorted, n_numbers, sizeof *sorted, compare_numbers);
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *number = shinsa_number_text (sorted[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", number);
    }
  return g_string_free (text, FALSE);
}

/**
 * shinsa_level_text:
 * @definition: (not nullable): the round's definition
 * @level: a level, or a number between levels
 *
 * What is typed for a level is what is shown for it; between levels stands the number.
 *
 * Returns: (transfer full): the text; "" for NAN
 */
char *
shinsa_level_text (const ShinsaDefinition *definition,
                   double                  level)
{
  const ShinsaLevel *known;

  g_return_val_if_fail (definition != NULL, NULL);

  known = isnan (level) ? NULL : shinsa_definition_level (definition, level);
  if (known != NULL && known->key != NULL && *known->key != '\0')
    return g_strdup (known->key);
  return shinsa_number_text (level);
}

/**
 * shinsa_mark_text:
 * @mark: a mark
 *
 * Returns: (transfer none): what stands in place of a level
 */
const char *
shinsa_mark_text (ShinsaMark mark)
{
  switch (mark)
    {
    case SHINSA_MARK_RECUSED:
      /* Translators: stands in place of a level where a member is recused; one character. */
      return C_("mark", "R");
    case SHINSA_MARK_MISSING:
      /* Translators: stands in place of a level that is not given yet; one character. */
      return C_("mark", "–");
    case SHINSA_MARK_CANNOT_JUDGE:
      /* Translators: stands in place of a level where a member cannot judge; one character. */
      return C_("mark", "?");
    case SHINSA_MARK_VOID:
      /* Translators: stands in place of a level that became void; one character. */
      return C_("mark", "V");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * shinsa_mark_name:
 * @mark: a mark
 *
 * Returns: (transfer none): what the mark means, for a legend or a screen reader
 */
const char *
shinsa_mark_name (ShinsaMark mark)
{
  switch (mark)
    {
    case SHINSA_MARK_RECUSED:
      return _("Recused");
    case SHINSA_MARK_MISSING:
      return _("Missing");
    case SHINSA_MARK_CANNOT_JUDGE:
      return _("Cannot judge");
    case SHINSA_MARK_VOID:
      return _("Void");
    default:
      g_return_val_if_reached ("");
    }
}
