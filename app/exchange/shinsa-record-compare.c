/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>

/* As much of a value as a sentence can hold: a whole hash. */
#define SHOWN_CHARACTERS 66

/* Refuses what stands at a place, a JSON pointer. */
gboolean
shinsa_record_refuse (GError     **error,
                      const char  *path,
                      const char  *sentence)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID, "%s: %s", path, sentence);
  return FALSE;
}

static char *
show (JsonNode *node)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (node);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_CHARACTERS)
    return g_steal_pointer (&text);
  beginning = g_utf8_substring (text, 0, SHOWN_CHARACTERS);
  return g_strconcat (beginning, "…", NULL);
}

/* Values are compared as they are written: 4 and 4.0 are the same bytes. */
static gboolean
compare_values (JsonNode    *told,
                JsonNode    *found,
                const char  *path,
                GError     **error)
{
  g_autoptr (GBytes) told_bytes = shinsa_json_write (told);
  g_autoptr (GBytes) found_bytes = shinsa_json_write (found);
  g_autofree char *told_text = NULL;
  g_autofree char *found_text = NULL;

  if (g_bytes_equal (told_bytes, found_bytes))
    return TRUE;
  told_text = show (told);
  found_text = show (found);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               /* Translators: a place, then two values. */
               _("%s: the record says %s, and what it was made from gives %s."),
               path, told_text, found_text);
  return FALSE;
}

static gboolean
compare_arrays (JsonArray   *told,
                JsonArray   *found,
                const char  *path,
                GError     **error)
{
  guint told_length = json_array_get_length (told);
  guint found_length = json_array_get_length (found);

  for (guint i = 0; i < MIN (told_length, found_length); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", path, i);

      if (!shinsa_record_compare (json_array_get_element (told, i),
                                  json_array_get_element (found, i), place, error))
        return FALSE;
    }
  if (told_length == found_length)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("%s: the record has %u of these, and what it was made from gives %u."),
               path, told_length, found_length);
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static gboolean
compare_objects (JsonObject  *told,
                 JsonObject  *found,
                 const char  *path,
                 GError     **error)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (found), compare_names);
  g_autoptr (GList) all = g_list_sort (json_object_get_members (told), compare_names);

  for (GList *item = names; item != NULL; item = item->next)
    if (!shinsa_record_compare_member (told, path, item->data,
                                       json_object_get_member (found, item->data), error))
      return FALSE;
  for (GList *item = all; item != NULL; item = item->next)
    {
      g_autofree char *place = shinsa_json_path (path, item->data, -1);

      if (!json_object_has_member (found, item->data))
        return shinsa_record_refuse (error, place,
                                     _("nothing that the record was made from gives this."));
    }
  return TRUE;
}

/* Refuses the first place where what is told differs from what was found. */
gboolean
shinsa_record_compare (JsonNode    *told,
                       JsonNode    *found,
                       const char  *path,
                       GError     **error)
{
  if (JSON_NODE_HOLDS_OBJECT (told) && JSON_NODE_HOLDS_OBJECT (found))
    return compare_objects (json_node_get_object (told), json_node_get_object (found), path,
                            error);
  if (JSON_NODE_HOLDS_ARRAY (told) && JSON_NODE_HOLDS_ARRAY (found))
    return compare_arrays (json_node_get_array (told), json_node_get_array (found), path, error);
  return compare_values (told, found, path, error);
}

/* The same for a member, which has to be there. */
gboolean
shinsa_record_compare_member (JsonObject  *object,
                              const char  *path,
                              const char  *member,
                              JsonNode    *found,
                              GError     **error)
{
  g_autofree char *place = shinsa_json_path (path, member, -1);
  JsonNode *told = json_object_get_member (object, member);

  if (told == NULL)
    return shinsa_record_refuse (error, place, _("this is missing."));
  return shinsa_record_compare (told, found, place, error);
}
