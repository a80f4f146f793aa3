/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json.h"

#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *end;
  const char *at;
  guint       depth;
  /* A stack of NUL-terminated texts: a key waits below while its value is read. */
  GString    *texts;
  GError    **error;
} Reader;

static JsonNode *read_value (Reader *reader);

/* --- Saying what is wrong, and where --- */

static guint
line_at (Reader     *reader,
         const char *at)
{
  guint line = 1;

  for (const char *byte = reader->start; byte < at; byte++)
    line += *byte == '\n';
  return line;
}

static guint
column_at (Reader     *reader,
           const char *at)
{
  const char *line = at;

  while (line > reader->start && line[-1] != '\n')
    line--;
  return g_utf8_strlen (line, at - line) + 1;
}

static gboolean refuse (Reader     *reader,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

/* All of these give FALSE, so that a caller can refuse and return at once. */
static gboolean
refuse (Reader     *reader,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (reader->error,
                     g_error_new_valist (SHINSA_ERROR, SHINSA_ERROR_INVALID, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
refuse_end (Reader *reader)
{
  return refuse (reader, _("Line %u, column %u: the text ends here, before it is complete."),
                 line_at (reader, reader->end), column_at (reader, reader->end));
}

/* Whatever was wanted at the end of the bytes, what is wrong there is that they end. */
#define REFUSE(reader, place, format, ...) \
  ((place) == (reader)->end \
   ? refuse_end (reader) \
   : refuse (reader, format, line_at (reader, place), column_at (reader, place), ##__VA_ARGS__))

/* A sentence stays one that can be read, however long the text is that it quotes. */
static char *
shorten (const char *text,
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

static gboolean
refuse_word (Reader *reader)
{
  const char *end = reader->at;
  g_autofree char *word = NULL;

  while (end < reader->end && g_ascii_isalnum (*end))
    end++;
  word = shorten (reader->at, end - reader->at);
  return REFUSE (reader, reader->at, _("Line %u, column %u: the word “%s” has no meaning here."),
                 word);
}

static gboolean
refuse_character (Reader *reader)
{
  gunichar character;
  char utf8[7] = { 0 };

  if (reader->at == reader->end)
    return refuse_end (reader);

  character = g_utf8_get_char (reader->at);
  if (!g_unichar_isgraph (character))
    return REFUSE (reader, reader->at, _("Line %u, column %u: U+%04X may not stand here."),
                   character);
  g_unichar_to_utf8 (character, utf8);
  return REFUSE (reader, reader->at, _("Line %u, column %u: “%s” may not stand here."), utf8);
}

/* --- Bytes --- */

/* NUL is refused before reading begins, so it can stand for the end. */
static char
peek (Reader *reader)
{
  return reader->at < reader->end ? *reader->at : '\0';
}

static gboolean
skip (Reader *reader,
      char    byte)
{
  if (peek (reader) != byte)
    return FALSE;
  reader->at++;
  return TRUE;
}

static void
skip_space (Reader *reader)
{
  while (reader->at < reader->end &&
         (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\t'))
    reader->at++;
}

/* --- Texts --- */

static gboolean
read_code_unit (Reader   *reader,
                gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (reader));

      if (digit < 0)
        return REFUSE (reader, reader->at,
                       _("Line %u, column %u: four hexadecimal digits must follow “\\u”."));
      *unit = *unit << 4 | digit;
      reader->at++;
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
read_unicode_escape (Reader     *reader,
                     const char *escape)
{
  gunichar unit;
  gunichar low;

  if (!read_code_unit (reader, &unit))
    return FALSE;

  /* Strings in memory end at the first NUL, so one inside would cut them. */
  if (unit == 0)
    return REFUSE (reader, escape, _("Line %u, column %u: a text may not contain U+0000."));

  if (is_high_surrogate (unit) && skip (reader, '\\'))
    {
      if (!skip (reader, 'u'))
        return REFUSE (reader, escape,
                       _("Line %u, column %u: half of a surrogate pair stands alone."));
      if (!read_code_unit (reader, &low))
        return FALSE;
      if (is_low_surrogate (low))
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  if (is_high_surrogate (unit) || is_low_surrogate (unit))
    return REFUSE (reader, escape,
                   _("Line %u, column %u: half of a surrogate pair stands alone."));

  g_string_append_unichar (reader->texts, unit);
  return TRUE;
}

static gboolean
read_escape (Reader *reader)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = reader->at;
  const char *letter;

  reader->at++;
  if (reader->at == reader->end)
    return refuse_end (reader);
  if (skip (reader, 'u'))
    return read_unicode_escape (reader, escape);

  letter = strchr (letters, *reader->at);
  if (letter == NULL)
    return REFUSE (reader, escape, _("Line %u, column %u: this escape does not exist."));
  g_string_append_c (reader->texts, meanings[letter - letters]);
  reader->at++;
  return TRUE;
}

/* Puts the text on top of the stack. */
static gboolean
read_text (Reader *reader)
{
  reader->at++;
  for (;;)
    {
      const char *run = reader->at;

      while (reader->at < reader->end && (guchar) *reader->at >= 0x20 &&
             *reader->at != '"' && *reader->at != '\\')
        reader->at++;
      g_string_append_len (reader->texts, run, reader->at - run);

      if (skip (reader, '"'))
        break;
      if (peek (reader) != '\\')
        return REFUSE (reader, reader->at,
                       _("Line %u, column %u: the control character U+%04X must be an escape."),
                       (guint) *reader->at);
      if (!read_escape (reader))
        return FALSE;
    }

  g_string_append_c (reader->texts, '\0');
  return TRUE;
}

static JsonNode *
read_string (Reader *reader)
{
  gsize text = reader->texts->len;
  JsonNode *node;

  if (!read_text (reader))
    return NULL;
  node = json_node_init_string (json_node_alloc (), reader->texts->str + text);
  g_string_truncate (reader->texts, text);
  return node;
}

/* --- Numbers --- */

static gboolean
skip_digits (Reader *reader)
{
  if (!g_ascii_isdigit (peek (reader)))
    return REFUSE (reader, reader->at, _("Line %u, column %u: a digit is needed here."));
  while (g_ascii_isdigit (peek (reader)))
    reader->at++;
  return TRUE;
}

static gboolean
skip_number (Reader   *reader,
             gboolean *has_digits_only)
{
  const char *digits;

  skip (reader, '-');
  digits = reader->at;
  if (!skip_digits (reader))
    return FALSE;
  if (*digits == '0' && reader->at - digits > 1)
    return REFUSE (reader, digits, _("Line %u, column %u: a number may not begin with 0."));

  *has_digits_only = TRUE;
  if (skip (reader, '.'))
    {
      *has_digits_only = FALSE;
      if (!skip_digits (reader))
        return FALSE;
    }
  if (skip (reader, 'e') || skip (reader, 'E'))
    {
      *has_digits_only = FALSE;
      if (!skip (reader, '-'))
        skip (reader, '+');
      if (!skip_digits (reader))
        return FALSE;
    }
  return TRUE;
}

static gint64
small_integer (const char *number,
               const char *end)
{
  gboolean is_negative = *number == '-';
  gint64 value = 0;

  for (const char *digit = number + is_negative; digit < end; digit++)
    value = value * 10 + (*digit - '0');
  return is_negative ? -value : value;
}

static gboolean
is_zero (const char *number)
{
  char first = number[strspn (number, "-0.")];

  return first == '\0' || first == 'e' || first == 'E';
}

/*
 * One number makes one node, however it is spelled: an integer if it is whole,
 * else a double.  Whole numbers that other readers may see rounded are refused,
 * also when they are spelled otherwise and only our writer would give all digits.
 */
static JsonNode *
read_number (Reader *reader)
{
  const char *number = reader->at;
  gboolean has_digits_only = FALSE;
  g_autofree char *text = NULL;
  double value;

  if (!skip_number (reader, &has_digits_only))
    return NULL;

  /* Fifteen digits are always exact; nearly every number in our files is such a one. */
  if (has_digits_only && reader->at - number <= 15)
    return json_node_init_int (json_node_alloc (), small_integer (number, reader->at));

  text = g_strndup (number, reader->at - number);
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value) || (value == 0 && !is_zero (text)))
    {
      REFUSE (reader, number, _("Line %u, column %u: this number is outside the range of numbers."));
      return NULL;
    }
  if (fabs (value) > SHINSA_JSON_MAX_INTEGER && (has_digits_only || fabs (value) < 1e21))
    {
      REFUSE (reader, number, _("Line %u, column %u: a whole number may not be beyond "
                                "±9007199254740991."));
      return NULL;
    }
  if (fabs (value) <= SHINSA_JSON_MAX_INTEGER && value == floor (value))
    return json_node_init_int (json_node_alloc (), (gint64) value);
  return json_node_init_double (json_node_alloc (), value);
}

/* --- Objects, lists and the rest --- */

static gboolean
enter (Reader *reader)
{
  if (reader->depth == SHINSA_JSON_MAX_DEPTH)
    return REFUSE (reader, reader->at,
                   _("Line %u, column %u: more than %u objects and lists stand within one another."),
                   (guint) SHINSA_JSON_MAX_DEPTH);
  reader->depth++;
  reader->at++;
  skip_space (reader);
  return TRUE;
}

/* Steps over a comma, after which something must come, or over the closing bracket. */
static gboolean
read_separator (Reader   *reader,
                char      closing,
                gboolean *is_closed)
{
  const char *comma;

  skip_space (reader);
  comma = reader->at;
  *is_closed = skip (reader, closing);
  if (*is_closed)
    return TRUE;
  if (!skip (reader, ','))
    return REFUSE (reader, reader->at, _("Line %u, column %u: a comma or “%c” is needed here."),
                   closing);

  skip_space (reader);
  if (peek (reader) == closing)
    return REFUSE (reader, comma, _("Line %u, column %u: no comma may stand before “%c”."),
                   closing);
  return TRUE;
}

static gboolean
read_member (Reader     *reader,
             JsonObject *object)
{
  const char *place = reader->at;
  gsize key = reader->texts->len;
  JsonNode *value;

  if (peek (reader) != '"')
    return REFUSE (reader, place, _("Line %u, column %u: a key in double quotes is needed here."));
  if (!read_text (reader))
    return FALSE;
  if (json_object_has_member (object, reader->texts->str + key))
    {
      g_autofree char *name = shorten (reader->texts->str + key, reader->texts->len - key);

      return REFUSE (reader, place, _("Line %u, column %u: the key “%s” is given twice."), name);
    }

  skip_space (reader);
  if (!skip (reader, ':'))
    return REFUSE (reader, reader->at, _("Line %u, column %u: a colon is needed here."));
  skip_space (reader);
  value = read_value (reader);
  if (value == NULL)
    return FALSE;

  json_object_set_member (object, reader->texts->str + key, value);
  g_string_truncate (reader->texts, key);
  return TRUE;
}

static JsonNode *
read_object (Reader *reader)
{
  g_autoptr (JsonObject) object = json_object_new ();
  gboolean is_closed;

  if (!enter (reader))
    return NULL;

  is_closed = skip (reader, '}');
  while (!is_closed)
    if (!read_member (reader, object) || !read_separator (reader, '}', &is_closed))
      return NULL;

  reader->depth--;
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_array (Reader *reader)
{
  g_autoptr (JsonArray) array = json_array_new ();
  gboolean is_closed;

  if (!enter (reader))
    return NULL;

  is_closed = skip (reader, ']');
  while (!is_closed)
    {
      JsonNode *element = read_value (reader);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
      if (!read_separator (reader, ']', &is_closed))
        return NULL;
    }

  reader->depth--;
  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
skip_word (Reader     *reader,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (reader->end - reader->at) < length || memcmp (reader->at, word, length) != 0 ||
      (reader->at + length < reader->end && g_ascii_isalnum (reader->at[length])))
    return FALSE;
  reader->at += length;
  return TRUE;
}

static JsonNode *
read_word (Reader *reader)
{
  if (skip_word (reader, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (skip_word (reader, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (skip_word (reader, "null"))
    return json_node_init_null (json_node_alloc ());

  refuse_word (reader);
  return NULL;
}

static JsonNode *
read_value (Reader *reader)
{
  char first = peek (reader);

  if (first == '{')
    return read_object (reader);
  if (first == '[')
    return read_array (reader);
  if (first == '"')
    return read_string (reader);
  if (first == '-' || g_ascii_isdigit (first))
    return read_number (reader);
  if (g_ascii_isalpha (first))
    return read_word (reader);

  refuse_character (reader);
  return NULL;
}

static gboolean
check_bytes (Reader *reader)
{
  const char *bad;

  if (reader->start == reader->end)
    return refuse (reader, _("There is nothing to read: the text is empty."));
  if (!g_utf8_validate_len (reader->start, reader->end - reader->start, &bad))
    return *bad == '\0'
      ? REFUSE (reader, bad, _("Line %u, column %u: U+%04X may not stand here."), 0u)
      : REFUSE (reader, bad, _("Line %u, column %u: the bytes from here on are not UTF-8."));
  if (g_utf8_get_char (reader->start) == 0xFEFF)
    return REFUSE (reader, reader->start,
                   _("Line %u, column %u: the text may not begin with a byte order mark."));
  return TRUE;
}

/**
 * shinsa_json_read:
 * @bytes: (array length=length) (nullable): the text; it need not end with NUL
 * @length: how many bytes there are
 * @error: where to put the reason
 *
 * Reads one JSON document by RFC 8259, as strictly as I-JSON (RFC 7493) asks, so
 * that no two readers can see different things in the same bytes.  Refused with
 * SHINSA_ERROR_INVALID, with line and column (in characters): keys given twice,
 * half surrogate pairs, U+0000, numbers outside the range of doubles, whole numbers
 * beyond ±(2^53 − 1), nesting deeper than SHINSA_JSON_MAX_DEPTH, bytes that are not
 * UTF-8, a byte order mark, and whatever is not in the grammar.
 *
 * Numbers that are whole become integer nodes, others double nodes.  What is
 * accepted can be written by shinsa_json_write() and read again to an equal tree.
 * Code points that are no characters, like U+FFFF, are let through though I-JSON
 * has none: RFC 8785 lets them through, and what was typed must not be lost.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with @error set
 */
JsonNode *
shinsa_json_read (const char  *bytes,
                  gsize        length,
                  GError     **error)
{
  g_autoptr (GString) texts = g_string_sized_new (256);
  g_autoptr (JsonNode) root = NULL;
  Reader reader = { bytes, bytes + length, bytes, 0, texts, error };

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_bytes (&reader))
    return NULL;

  skip_space (&reader);
  root = read_value (&reader);
  if (root == NULL)
    return NULL;

  skip_space (&reader);
  if (reader.at < reader.end)
    {
      REFUSE (&reader, reader.at,
              _("Line %u, column %u: nothing may follow the end of the document."));
      return NULL;
    }
  return g_steal_pointer (&root);
}
