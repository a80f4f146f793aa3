/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json.h"

#include "exchange/shinsa-json-number.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GString *text;
  gboolean pretty;
  guint    depth;
} Writer;

typedef struct
{
  const char *name;
  JsonNode   *node;
} Member;

static void write_node (Writer   *writer,
                        JsonNode *node);

/*
 * RFC 8785 sorts by UTF-16 code units.  Bytes of UTF-8 sort alike but for one
 * thing: characters beyond U+FFFF are surrogates in UTF-16 and so come before
 * U+E000..U+FFFF, whose UTF-8 begins with 0xEE or 0xEF.
 */
static int
utf16_rank (guchar byte)
{
  return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const guchar *left = (const guchar *) ((const Member *) a)->name;
  const guchar *right = (const guchar *) ((const Member *) b)->name;

  while (*left == *right && *left != '\0')
    {
      left++;
      right++;
    }
  return utf16_rank (*left) - utf16_rank (*right);
}

static void
write_escape (GString *text,
              guchar   byte)
{
  switch (byte)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\b':
      g_string_append (text, "\\b");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\f':
      g_string_append (text, "\\f");
      break;
    case '\r':
      g_string_append (text, "\\r");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", byte);
    }
}

static void
write_string (GString    *text,
              const char *string)
{
  const char *run = string;
  const char *at;

  g_assert (g_utf8_validate (string, -1, NULL));

  g_string_append_c (text, '"');
  for (at = string; *at != '\0'; at++)
    {
      guchar byte = *at;

      if (byte >= 0x20 && byte != '"' && byte != '\\')
        continue;
      g_string_append_len (text, run, at - run);
      write_escape (text, byte);
      run = at + 1;
    }
  g_string_append_len (text, run, at - run);
  g_string_append_c (text, '"');
}

static void
write_integer (GString *text,
               gint64   value)
{
  g_assert (value >= -SHINSA_JSON_MAX_INTEGER && value <= SHINSA_JSON_MAX_INTEGER);
  g_string_append_printf (text, "%" G_GINT64_FORMAT, value);
}

static void
begin_line (Writer *writer)
{
  if (!writer->pretty)
    return;

  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

static void
write_member (Writer       *writer,
              const Member *member)
{
  begin_line (writer);
  write_string (writer->text, member->name);
  g_string_append (writer->text, writer->pretty ? ": " : ":");
  write_node (writer, member->node);
}

static void
write_object (Writer     *writer,
              JsonObject *object)
{
  guint n_members = json_object_get_size (object);
  g_autofree Member *members = g_new (Member, n_members);
  JsonObjectIter iter;

  json_object_iter_init_ordered (&iter, object);
  for (guint i = 0; i < n_members; i++)
    json_object_iter_next_ordered (&iter, &members[i].name, &members[i].node);

  /* People see the members in the order in which their author wrote them. */
  if (!writer->pretty && n_members > 1)
    g_qsort_with_data (members, n_members, sizeof (Member), compare_members, NULL);

  g_string_append_c (writer->text, '{');
  writer->depth++;
  for (guint i = 0; i < n_members; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      write_member (writer, &members[i]);
    }
  writer->depth--;
  if (n_members > 0)
    begin_line (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_array (Writer    *writer,
             JsonArray *array)
{
  guint length = json_array_get_length (array);

  g_string_append_c (writer->text, '[');
  writer->depth++;
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      begin_line (writer);
      write_node (writer, json_array_get_element (array, i));
    }
  writer->depth--;
  if (length > 0)
    begin_line (writer);
  g_string_append_c (writer->text, ']');
}

static void
write_value (GString  *text,
             JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      write_string (text, json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_INT64:
      write_integer (text, json_node_get_int (node));
      break;
    case G_TYPE_DOUBLE:
      g_assert (isfinite (json_node_get_double (node)));
      shinsa_json_append_double (text, json_node_get_double (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_node (Writer   *writer,
            JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (writer, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (writer, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (writer->text, node);
      break;
    case JSON_NODE_NULL:
      g_string_append (writer->text, "null");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * shinsa_json_write:
 * @node: a tree
 *
 * Writes the canonical form of RFC 8785: the bytes that are hashed and signed.
 * NaN, infinities, whole numbers over SHINSA_JSON_MAX_INTEGER in an integer node
 * and texts that are not UTF-8 have no such form; to pass them is a bug.
 *
 * Returns: (transfer full): the bytes, without a NUL at the end
 */
GBytes *
shinsa_json_write (JsonNode *node)
{
  Writer writer = { NULL, FALSE, 0 };

  g_return_val_if_fail (node != NULL, NULL);

  writer.text = g_string_sized_new (256);
  write_node (&writer, node);
  return g_string_free_to_bytes (writer.text);
}

/**
 * shinsa_json_write_pretty:
 * @node: a tree
 *
 * Writes for people to read: indented by two spaces, members in their order.
 *
 * Returns: (transfer full): the text, which ends with a newline
 */
char *
shinsa_json_write_pretty (JsonNode *node)
{
  Writer writer = { NULL, TRUE, 0 };

  g_return_val_if_fail (node != NULL, NULL);

  writer.text = g_string_sized_new (256);
  write_node (&writer, node);
  g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}

/**
 * shinsa_json_is_canonical:
 * @bytes: (array length=length): what was read
 * @length: how many bytes there are
 * @node: what shinsa_json_read() made of them
 *
 * Returns: whether the bytes are those that shinsa_json_write() gives for @node
 */
gboolean
shinsa_json_is_canonical (const char *bytes,
                          gsize       length,
                          JsonNode   *node)
{
  g_autoptr (GBytes) canonical = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  canonical = shinsa_json_write (node);
  return g_bytes_get_size (canonical) == length &&
         memcmp (g_bytes_get_data (canonical, NULL), bytes, length) == 0;
}
