/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json-number.h"

#include <math.h>
#include <string.h>

/* Seventeen significant digits tell any two doubles apart. */
#define MAX_DIGITS 17

/* A positive number as 0.DIGITS × 10^point. */
typedef struct
{
  char digits[MAX_DIGITS + 1];
  int  n_digits;
  int  point;
} Decimal;

static void
round_to_digits (double   value,
                 int      n_digits,
                 Decimal *decimal)
{
  char format[8];
  char text[MAX_DIGITS + 16];
  const char *exponent;

  g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
  g_ascii_formatd (text, sizeof text, format, value);

  /* The text reads “d.ddde±dd”, without the point when there is one digit only. */
  decimal->digits[0] = text[0];
  memcpy (decimal->digits + 1, text + 2, n_digits - 1);
  decimal->digits[n_digits] = '\0';
  decimal->n_digits = n_digits;

  exponent = strchr (text, 'e');
  decimal->point = (int) g_ascii_strtoll (exponent + 1, NULL, 10) + 1;
}

static gboolean
reads_back_as (const Decimal *decimal,
               double         value)
{
  char text[MAX_DIGITS + 16];

  g_snprintf (text, sizeof text, "%se%d", decimal->digits, decimal->point - decimal->n_digits);
  return g_ascii_strtod (text, NULL) == value;
}

static gboolean
increment (Decimal *decimal)
{
  int last = decimal->n_digits - 1;

  if (decimal->digits[last] == '9')
    return FALSE;
  decimal->digits[last]++;
  return TRUE;
}

/*
 * Finds the fewest digits that read back as the value.  Rounding to that many
 * digits gives them, but for one case: below a power of two the doubles stand
 * twice as close as above, so the nearest decimal below may belong to the
 * neighbour while the next one above still reads back (2^-44 is such a number).
 * A last digit 9 needs no care: with one more it would end in 0 and so be shorter.
 */
static void
shortest_decimal (double   value,
                  Decimal *decimal)
{
  int binary_exponent;
  gboolean is_power_of_two = frexp (value, &binary_exponent) == 0.5;

  for (int n_digits = 1; n_digits <= MAX_DIGITS; n_digits++)
    {
      round_to_digits (value, n_digits, decimal);
      if (reads_back_as (decimal, value))
        return;
      if (is_power_of_two && increment (decimal) && reads_back_as (decimal, value))
        return;
    }
  g_assert_not_reached ();
}

static void
append_zeros (GString *text,
              int      count)
{
  for (int i = 0; i < count; i++)
    g_string_append_c (text, '0');
}

static void
append_scientific (GString       *text,
                   const Decimal *decimal)
{
  int exponent = decimal->point - 1;

  g_string_append_c (text, decimal->digits[0]);
  if (decimal->n_digits > 1)
    g_string_append_printf (text, ".%s", decimal->digits + 1);
  g_string_append_printf (text, "e%c%d", exponent < 0 ? '-' : '+', ABS (exponent));
}

/**
 * shinsa_json_append_double:
 * @text: where to append
 * @value: a finite number
 *
 * Appends the number as ECMAScript's Number::toString writes it, which RFC 8785
 * prescribes: the shortest digits that read back as the same double.
 */
void
shinsa_json_append_double (GString *text,
                           double   value)
{
  Decimal decimal;

  g_return_if_fail (text != NULL);
  g_return_if_fail (isfinite (value));

  /* This is also how minus zero loses its sign. */
  if (value == 0)
    {
      g_string_append_c (text, '0');
      return;
    }

  if (value < 0)
    g_string_append_c (text, '-');
  shortest_decimal (fabs (value), &decimal);

  if (decimal.point > 21 || decimal.point <= -6)
    {
      append_scientific (text, &decimal);
    }
  else if (decimal.point <= 0)
    {
      g_string_append (text, "0.");
      append_zeros (text, -decimal.point);
      g_string_append (text, decimal.digits);
    }
  else if (decimal.point >= decimal.n_digits)
    {
      g_string_append (text, decimal.digits);
      append_zeros (text, decimal.point - decimal.n_digits);
    }
  else
    {
      g_string_append_len (text, decimal.digits, decimal.point);
      g_string_append_printf (text, ".%s", decimal.digits + decimal.point);
    }
}
