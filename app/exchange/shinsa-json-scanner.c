/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json-scanner.h"

#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Saying what is wrong, and where --- */

guint
shinsa_scanner_line (const ShinsaScanner *self,
                     const char          *place)
{
  guint line = 1;

  for (const char *byte = self->start; byte < place; byte++)
    line += *byte == '\n';
  return line;
}

guint
shinsa_scanner_column (const ShinsaScanner *self,
                       const char          *place)
{
  const char *line = place;

  while (line > self->start && line[-1] != '\n')
    line--;
  return g_utf8_strlen (line, place - line) + 1;
}

/* Always FALSE, so that a caller can refuse and return at once. */
gboolean
shinsa_scanner_refuse (ShinsaScanner *self,
                       const char    *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (self->error,
                     g_error_new_valist (SHINSA_ERROR, SHINSA_ERROR_INVALID, format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
shinsa_scanner_refuse_end (ShinsaScanner *self)
{
  return shinsa_scanner_refuse (self,
                                _("Line %u, column %u: the text ends here, before it is complete."),
                                shinsa_scanner_line (self, self->end),
                                shinsa_scanner_column (self, self->end));
}

gboolean
shinsa_scanner_refuse_character (ShinsaScanner *self)
{
  gunichar character;
  char utf8[7] = { 0 };

  if (self->at == self->end)
    return shinsa_scanner_refuse_end (self);

  character = g_utf8_get_char (self->at);
  if (!g_unichar_isgraph (character))
    return SCANNER_REFUSE (self, self->at, _("Line %u, column %u: U+%04X may not stand here."),
                           character);
  g_unichar_to_utf8 (character, utf8);
  return SCANNER_REFUSE (self, self->at, _("Line %u, column %u: “%s” may not stand here."), utf8);
}

/* A sentence stays one that can be read, however long the text is that it quotes. */
char *
shinsa_scanner_shorten (const char *text,
                        gsize       length)
{
  const glong most = 40;
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (whole, -1) <= most)
    return g_steal_pointer (&whole);
  beginning = g_utf8_substring (whole, 0, most);
  return g_strconcat (beginning, "…", NULL);
}

/* --- Bytes --- */

gboolean
shinsa_scanner_check (ShinsaScanner *self)
{
  const char *bad;

  if (self->start == self->end)
    return shinsa_scanner_refuse (self, _("There is nothing to read: the text is empty."));
  if (!g_utf8_validate_len (self->start, self->end - self->start, &bad))
    return *bad == '\0'
      ? SCANNER_REFUSE (self, bad, _("Line %u, column %u: U+%04X may not stand here."), 0u)
      : SCANNER_REFUSE (self, bad, _("Line %u, column %u: the bytes from here on are not UTF-8."));
  if (g_utf8_get_char (self->start) == 0xFEFF)
    return SCANNER_REFUSE (self, self->start,
                           _("Line %u, column %u: the text may not begin with a byte order mark."));
  return TRUE;
}

void
shinsa_scanner_skip_space (ShinsaScanner *self)
{
  while (self->at < self->end &&
         (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

/* --- Texts --- */

static gboolean
read_code_unit (ShinsaScanner *self,
                gunichar      *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (shinsa_scanner_peek (self));

      if (digit < 0)
        return SCANNER_REFUSE (self, self->at,
                               _("Line %u, column %u: four hexadecimal digits must follow “\\u”."));
      *unit = *unit << 4 | digit;
      self->at++;
    }
  return TRUE;
}

static gboolean
is_high_surrogate (gunichar unit)
{
  return unit >= 0xD800 && unit <= 0xDBFF;
}

static gboolean
is_low_surrogate (gunichar unit)
{
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

static gboolean
read_unicode_escape (ShinsaScanner *self,
                     const char    *escape)
{
  gunichar unit;
  gunichar low;

  if (!read_code_unit (self, &unit))
    return FALSE;

  /* Strings in memory end at the first NUL, so one inside would cut them. */
  if (unit == 0)
    return SCANNER_REFUSE (self, escape, _("Line %u, column %u: a text may not contain U+0000."));

  if (is_high_surrogate (unit) && shinsa_scanner_skip (self, '\\'))
    {
      if (!shinsa_scanner_skip (self, 'u'))
        return SCANNER_REFUSE (self, escape,
                               _("Line %u, column %u: half of a surrogate pair stands alone."));
      if (!read_code_unit (self, &low))
        return FALSE;
      if (is_low_surrogate (low))
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  if (is_high_surrogate (unit) || is_low_surrogate (unit))
    return SCANNER_REFUSE (self, escape,
                           _("Line %u, column %u: half of a surrogate pair stands alone."));

  g_string_append_unichar (self->texts, unit);
  return TRUE;
}

static gboolean
read_escape (ShinsaScanner *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = self->at;
  const char *letter;

  self->at++;
  if (self->at == self->end)
    return shinsa_scanner_refuse_end (self);
  if (shinsa_scanner_skip (self, 'u'))
    return read_unicode_escape (self, escape);

  letter = strchr (letters, *self->at);
  if (letter == NULL)
    return SCANNER_REFUSE (self, escape, _("Line %u, column %u: this escape does not exist."));
  g_string_append_c (self->texts, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/* From the opening quote to behind the closing one; puts the text on top of the stack. */
gboolean
shinsa_scanner_read_text (ShinsaScanner *self)
{
  self->at++;
  for (;;)
    {
      const char *run = self->at;

      while (self->at < self->end && (guchar) *self->at >= 0x20 &&
             *self->at != '"' && *self->at != '\\')
        self->at++;
      g_string_append_len (self->texts, run, self->at - run);

      if (shinsa_scanner_skip (self, '"'))
        break;
      if (shinsa_scanner_peek (self) != '\\')
        return SCANNER_REFUSE (self, self->at,
                               _("Line %u, column %u: the control character U+%04X must be an "
                                 "escape."), (guint) *self->at);
      if (!read_escape (self))
        return FALSE;
    }

  g_string_append_c (self->texts, '\0');
  return TRUE;
}
