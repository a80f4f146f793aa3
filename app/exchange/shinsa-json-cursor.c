/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json-cursor.h"

#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  IS_ANYTHING_ELSE,
  IS_STRING,
  IS_INTEGER,
  IS_DOUBLE,
  IS_BOOLEAN,
  IS_OBJECT,
  IS_ARRAY,
} Kind;

static Kind
kind_of (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return IS_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return IS_ARRAY;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return IS_ANYTHING_ELSE;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return IS_STRING;
    case G_TYPE_INT64:
      return IS_INTEGER;
    case G_TYPE_DOUBLE:
      return IS_DOUBLE;
    case G_TYPE_BOOLEAN:
      return IS_BOOLEAN;
    default:
      return IS_ANYTHING_ELSE;
    }
}

/* --- Paths --- */

/* A JSON pointer (RFC 6901) writes ~ as ~0 and / as ~1. */
static void
append_step (GString    *path,
             const char *member)
{
  g_string_append_c (path, '/');
  for (const char *byte = member; *byte != '\0'; byte++)
    {
      if (*byte == '~')
        g_string_append (path, "~0");
      else if (*byte == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, *byte);
    }
}

/**
 * shinsa_json_path:
 * @path: the path of an object, "" for the whole document
 * @member: the name of one of its members
 * @index: the index of an element if the member is an array, else -1
 *
 * Returns: (transfer full): the path of the member or of its element
 */
char *
shinsa_json_path (const char *path,
                  const char *member,
                  int         index)
{
  GString *longer;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  longer = g_string_new (path);
  append_step (longer, member);
  if (index >= 0)
    g_string_append_printf (longer, "/%d", index);
  return g_string_free (longer, FALSE);
}

/* --- Finding and refusing --- */

static gboolean
fits (JsonNode *node,
      Kind      wanted)
{
  Kind kind = kind_of (node);

  /* 3 is as good a number as 3.5. */
  return kind == wanted || (wanted == IS_DOUBLE && kind == IS_INTEGER);
}

static void
refuse_kind (const char *path,
             Kind        wanted,
             GError    **error)
{
  switch (wanted)
    {
    case IS_STRING:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: a text is needed here."), path);
      break;
    case IS_INTEGER:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: a whole number is needed here."), path);
      break;
    case IS_DOUBLE:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: a number is needed here."), path);
      break;
    case IS_BOOLEAN:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: true or false is needed here."), path);
      break;
    case IS_OBJECT:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: an object is needed here."), path);
      break;
    case IS_ARRAY:
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: a list is needed here."), path);
      break;
    case IS_ANYTHING_ELSE:
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
find (JsonObject *object,
      const char *path,
      const char *member,
      Kind        wanted,
      GError    **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *place = NULL;

  if (node != NULL && fits (node, wanted))
    return node;

  place = shinsa_json_path (path, member, -1);
  if (node == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                 _("%s: this member is missing."), place);
  else
    refuse_kind (place, wanted, error);
  return NULL;
}

static JsonNode *
find_element (JsonArray  *array,
              const char *path,
              guint       index,
              Kind        wanted,
              GError    **error)
{
  JsonNode *node = json_array_get_element (array, index);
  g_autofree char *place = NULL;

  if (fits (node, wanted))
    return node;

  place = g_strdup_printf ("%s/%u", path, index);
  refuse_kind (place, wanted, error);
  return NULL;
}

static gboolean
is_given (JsonObject *object,
          const char *member)
{
  JsonNode *node;

  g_assert (object != NULL && member != NULL);

  node = json_object_get_member (object, member);
  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/* --- The whole document and the set of members --- */

/**
 * shinsa_json_root:
 * @node: a whole document
 * @error: where to put the reason
 *
 * Returns: (transfer none) (nullable): the object that the document is
 */
JsonObject *
shinsa_json_root (JsonNode  *node,
                  GError   **error)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("The document is not an object: it must begin with “{”."));
  return NULL;
}

static gboolean
is_among (const char *name,
          va_list     names)
{
  const char *known;

  while ((known = va_arg (names, const char *)) != NULL)
    if (strcmp (name, known) == 0)
      return TRUE;
  return FALSE;
}

/**
 * shinsa_json_only_members:
 * @object: an object
 * @path: its path
 * @error: where to put the reason
 * @...: the names that members may have, then %NULL
 *
 * Refuses members that nobody knows: they may be misspelled, or mean something to
 * a later version that would be lost.
 *
 * Returns: %TRUE if every member has one of the names
 */
gboolean
shinsa_json_only_members (JsonObject  *object,
                          const char  *path,
                          GError     **error,
                          ...)
{
  JsonObjectIter iter;
  const char *name;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      va_list names;
      gboolean is_known;

      va_start (names, error);
      is_known = is_among (name, names);
      va_end (names);
      if (!is_known)
        {
          g_autofree char *place = shinsa_json_path (path, name, -1);

          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("%s: a member of this name is not known here."), place);
          return FALSE;
        }
    }
  return TRUE;
}

/* --- Members that must be there --- */

const char *
shinsa_json_get_string (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = find (object, path, member, IS_STRING, error);
  return node != NULL ? json_node_get_string (node) : NULL;
}

JsonObject *
shinsa_json_get_object (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = find (object, path, member, IS_OBJECT, error);
  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
shinsa_json_get_array (JsonObject  *object,
                       const char  *path,
                       const char  *member,
                       GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = find (object, path, member, IS_ARRAY, error);
  return node != NULL ? json_node_get_array (node) : NULL;
}

gboolean
shinsa_json_get_int (JsonObject  *object,
                     const char  *path,
                     const char  *member,
                     gint64       minimum,
                     gint64       maximum,
                     gint64      *value,
                     GError     **error)
{
  JsonNode *node;
  gint64 number;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = find (object, path, member, IS_INTEGER, error);
  if (node == NULL)
    return FALSE;

  number = json_node_get_int (node);
  if (number < minimum || number > maximum)
    {
      g_autofree char *place = shinsa_json_path (path, member, -1);

      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: a whole number from %lld to %lld is needed here."),
                   place, (long long) minimum, (long long) maximum);
      return FALSE;
    }
  *value = number;
  return TRUE;
}

gboolean
shinsa_json_get_double (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        double      *value,
                        GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = find (object, path, member, IS_DOUBLE, error);
  if (node == NULL)
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
shinsa_json_get_boolean (JsonObject  *object,
                         const char  *path,
                         const char  *member,
                         gboolean    *value,
                         GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = find (object, path, member, IS_BOOLEAN, error);
  if (node == NULL)
    return FALSE;
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* --- Members that may be absent or null --- */

gboolean
shinsa_json_opt_string (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        const char **value,
                        GError     **error)
{
  if (!is_given (object, member))
    return TRUE;
  *value = shinsa_json_get_string (object, path, member, error);
  return *value != NULL;
}

gboolean
shinsa_json_opt_object (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        JsonObject **value,
                        GError     **error)
{
  if (!is_given (object, member))
    return TRUE;
  *value = shinsa_json_get_object (object, path, member, error);
  return *value != NULL;
}

gboolean
shinsa_json_opt_int (JsonObject  *object,
                     const char  *path,
                     const char  *member,
                     gint64       minimum,
                     gint64       maximum,
                     gint64      *value,
                     GError     **error)
{
  return !is_given (object, member) ||
         shinsa_json_get_int (object, path, member, minimum, maximum, value, error);
}

gboolean
shinsa_json_opt_double (JsonObject  *object,
                        const char  *path,
                        const char  *member,
                        double      *value,
                        GError     **error)
{
  return !is_given (object, member) ||
         shinsa_json_get_double (object, path, member, value, error);
}

/* --- Elements of a list --- */

const char *
shinsa_json_element_string (JsonArray   *array,
                            const char  *path,
                            guint        index,
                            GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = find_element (array, path, index, IS_STRING, error);
  return node != NULL ? json_node_get_string (node) : NULL;
}

gboolean
shinsa_json_element_double (JsonArray   *array,
                            const char  *path,
                            guint        index,
                            double      *value,
                            GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (index < json_array_get_length (array), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if ((node = find_element (array, path, index, IS_DOUBLE, error)) == NULL)
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}

JsonObject *
shinsa_json_element_object (JsonArray   *array,
                            const char  *path,
                            guint        index,
                            GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = find_element (array, path, index, IS_OBJECT, error);
  return node != NULL ? json_node_get_object (node) : NULL;
}
