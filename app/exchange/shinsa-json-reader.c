/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json.h"

#include "exchange/shinsa-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static JsonNode *read_value (ShinsaScanner *scanner);

/* --- Texts and numbers --- */

static JsonNode *
read_string (ShinsaScanner *scanner)
{
  gsize text = scanner->texts->len;
  JsonNode *node;

  if (!shinsa_scanner_read_text (scanner))
    return NULL;
  node = json_node_init_string (json_node_alloc (), scanner->texts->str + text);
  g_string_truncate (scanner->texts, text);
  return node;
}

static gboolean
skip_digits (ShinsaScanner *scanner)
{
  if (!g_ascii_isdigit (shinsa_scanner_peek (scanner)))
    return SCANNER_REFUSE (scanner, scanner->at,
                           _("Line %u, column %u: a digit is needed here."));
  while (g_ascii_isdigit (shinsa_scanner_peek (scanner)))
    scanner->at++;
  return TRUE;
}

static gboolean
skip_number (ShinsaScanner *scanner,
             gboolean      *has_digits_only)
{
  const char *digits;

  shinsa_scanner_skip (scanner, '-');
  digits = scanner->at;
  if (!skip_digits (scanner))
    return FALSE;
  if (*digits == '0' && scanner->at - digits > 1)
    return SCANNER_REFUSE (scanner, digits,
                           _("Line %u, column %u: a number may not begin with 0."));

  *has_digits_only = TRUE;
  if (shinsa_scanner_skip (scanner, '.'))
    {
      *has_digits_only = FALSE;
      if (!skip_digits (scanner))
        return FALSE;
    }
  if (shinsa_scanner_skip (scanner, 'e') || shinsa_scanner_skip (scanner, 'E'))
    {
      *has_digits_only = FALSE;
      if (!shinsa_scanner_skip (scanner, '-'))
        shinsa_scanner_skip (scanner, '+');
      if (!skip_digits (scanner))
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
read_number (ShinsaScanner *scanner)
{
  const char *number = scanner->at;
  gboolean has_digits_only = FALSE;
  g_autofree char *text = NULL;
  double value;

  if (!skip_number (scanner, &has_digits_only))
    return NULL;

  /* Fifteen digits are always exact; nearly every number in our files is such a one. */
  if (has_digits_only && scanner->at - number <= 15)
    return json_node_init_int (json_node_alloc (), small_integer (number, scanner->at));

  text = g_strndup (number, scanner->at - number);
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value) || (value == 0 && !is_zero (text)))
    {
      SCANNER_REFUSE (scanner, number,
                      _("Line %u, column %u: this number is outside the range of numbers."));
      return NULL;
    }
  if (fabs (value) > SHINSA_JSON_MAX_INTEGER && (has_digits_only || fabs (value) < 1e21))
    {
      SCANNER_REFUSE (scanner, number,
                      _("Line %u, column %u: a whole number may not be beyond ±9007199254740991."));
      return NULL;
    }
  if (fabs (value) <= SHINSA_JSON_MAX_INTEGER && value == floor (value))
    return json_node_init_int (json_node_alloc (), (gint64) value);
  return json_node_init_double (json_node_alloc (), value);
}

/* --- Objects, lists and the rest --- */

static gboolean
enter (ShinsaScanner *scanner)
{
  if (scanner->depth == SHINSA_JSON_MAX_DEPTH)
    return SCANNER_REFUSE (scanner, scanner->at,
                           _("Line %u, column %u: more than %u objects and lists stand within one "
                             "another."), (guint) SHINSA_JSON_MAX_DEPTH);
  scanner->depth++;
  scanner->at++;
  shinsa_scanner_skip_space (scanner);
  return TRUE;
}

/* Steps over a comma, after which something must come, or over the closing bracket. */
static gboolean
read_separator (ShinsaScanner *scanner,
                char           closing,
                gboolean      *is_closed)
{
  const char *comma;

  shinsa_scanner_skip_space (scanner);
  comma = scanner->at;
  *is_closed = shinsa_scanner_skip (scanner, closing);
  if (*is_closed)
    return TRUE;
  if (!shinsa_scanner_skip (scanner, ','))
    return SCANNER_REFUSE (scanner, scanner->at,
                           _("Line %u, column %u: a comma or “%c” is needed here."), closing);

  shinsa_scanner_skip_space (scanner);
  if (shinsa_scanner_peek (scanner) == closing)
    return SCANNER_REFUSE (scanner, comma,
                           _("Line %u, column %u: no comma may stand before “%c”."), closing);
  return TRUE;
}

static gboolean
read_member (ShinsaScanner *scanner,
             JsonObject    *object)
{
  const char *place = scanner->at;
  gsize key = scanner->texts->len;
  const char *name;
  JsonNode *value;

  if (shinsa_scanner_peek (scanner) != '"')
    return SCANNER_REFUSE (scanner, place,
                           _("Line %u, column %u: a key in double quotes is needed here."));
  if (!shinsa_scanner_read_text (scanner))
    return FALSE;
  name = scanner->texts->str + key;
  if (json_object_has_member (object, name))
    {
      g_autofree char *shown = shinsa_scanner_shorten (name, strlen (name));

      return SCANNER_REFUSE (scanner, place,
                             _("Line %u, column %u: the key “%s” is given twice."), shown);
    }

  shinsa_scanner_skip_space (scanner);
  if (!shinsa_scanner_skip (scanner, ':'))
    return SCANNER_REFUSE (scanner, scanner->at,
                           _("Line %u, column %u: a colon is needed here."));
  shinsa_scanner_skip_space (scanner);
  value = read_value (scanner);
  if (value == NULL)
    return FALSE;

  /* The stack may have moved in memory meanwhile. */
  json_object_set_member (object, scanner->texts->str + key, value);
  g_string_truncate (scanner->texts, key);
  return TRUE;
}

static JsonNode *
read_object (ShinsaScanner *scanner)
{
  g_autoptr (JsonObject) object = json_object_new ();
  gboolean is_closed;

  if (!enter (scanner))
    return NULL;

  is_closed = shinsa_scanner_skip (scanner, '}');
  while (!is_closed)
    if (!read_member (scanner, object) || !read_separator (scanner, '}', &is_closed))
      return NULL;

  scanner->depth--;
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_array (ShinsaScanner *scanner)
{
  g_autoptr (JsonArray) array = json_array_new ();
  gboolean is_closed;

  if (!enter (scanner))
    return NULL;

  is_closed = shinsa_scanner_skip (scanner, ']');
  while (!is_closed)
    {
      JsonNode *element = read_value (scanner);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
      if (!read_separator (scanner, ']', &is_closed))
        return NULL;
    }

  scanner->depth--;
  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
skip_word (ShinsaScanner *scanner,
           const char    *word)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || memcmp (scanner->at, word, length) != 0 ||
      (scanner->at + length < scanner->end && g_ascii_isalnum (scanner->at[length])))
    return FALSE;
  scanner->at += length;
  return TRUE;
}

static gboolean
refuse_word (ShinsaScanner *scanner)
{
  const char *end = scanner->at;
  g_autofree char *word = NULL;

  while (end < scanner->end && g_ascii_isalnum (*end))
    end++;
  word = shinsa_scanner_shorten (scanner->at, end - scanner->at);
  return SCANNER_REFUSE (scanner, scanner->at,
                         _("Line %u, column %u: the word “%s” has no meaning here."), word);
}

static JsonNode *
read_word (ShinsaScanner *scanner)
{
  if (skip_word (scanner, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (skip_word (scanner, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (skip_word (scanner, "null"))
    return json_node_init_null (json_node_alloc ());

  refuse_word (scanner);
  return NULL;
}

static JsonNode *
read_value (ShinsaScanner *scanner)
{
  char first = shinsa_scanner_peek (scanner);

  if (first == '{')
    return read_object (scanner);
  if (first == '[')
    return read_array (scanner);
  if (first == '"')
    return read_string (scanner);
  if (first == '-' || g_ascii_isdigit (first))
    return read_number (scanner);
  if (g_ascii_isalpha (first))
    return read_word (scanner);

  shinsa_scanner_refuse_character (scanner);
  return NULL;
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
  ShinsaScanner scanner = { bytes, bytes + length, bytes, texts, 0, error };

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!shinsa_scanner_check (&scanner))
    return NULL;

  shinsa_scanner_skip_space (&scanner);
  root = read_value (&scanner);
  if (root == NULL)
    return NULL;

  shinsa_scanner_skip_space (&scanner);
  if (scanner.at < scanner.end)
    {
      SCANNER_REFUSE (&scanner, scanner.at,
                      _("Line %u, column %u: nothing may follow the end of the document."));
      return NULL;
    }
  return g_steal_pointer (&root);
}
