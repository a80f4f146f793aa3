/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ID 64
#define MAX_TEXT 20000
#define MAX_NUMBER 1000000

/* --- Refusing --- */

/**
 * shinsa_read_refuse:
 * @error: where to put the sentence
 * @code: of %SHINSA_ERROR
 * @path: the path of an object
 * @member: the member of it that is refused
 * @index: the element of the member, or -1
 * @format: a whole sentence
 *
 * Returns: %FALSE
 */
gboolean
shinsa_read_refuse (GError     **error,
                    int          code,
                    const char  *path,
                    const char  *member,
                    int          index,
                    const char  *format,
                    ...)
{
  g_autofree char *place = shinsa_json_path (path, member, index);
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, SHINSA_ERROR, code, "%s: %s", place, sentence);
  return FALSE;
}

/* --- Objects and lists --- */

static gboolean
has_members (JsonObject          *object,
             const char          *path,
             const char * const  *names,
             GError             **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, name, -1,
                                 _("a member of this name is not known here. Correct its name or "
                                   "remove it."));
  for (; *names != NULL; names++)
    if (!json_object_has_member (object, *names))
      return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, *names, -1,
                                 _("this member is missing. Add it."));
  return TRUE;
}

/**
 * shinsa_read_members:
 * @object: an object
 * @path: its path
 * @error: where to put the reason
 * @...: names, then %NULL
 *
 * Returns: whether the object has these members, and no others
 */
gboolean
shinsa_read_members (JsonObject  *object,
                     const char  *path,
                     GError     **error,
                     ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  va_list arguments;
  const char *name;

  va_start (arguments, error);
  do
    {
      name = va_arg (arguments, const char *);
      g_ptr_array_add (names, (gpointer) name);
    }
  while (name != NULL);
  va_end (arguments);
  return has_members (object, path, (const char * const *) names->pdata, error);
}

gboolean
shinsa_read_count (JsonArray   *array,
                   const char  *path,
                   const char  *member,
                   guint        minimum,
                   guint        maximum,
                   GError     **error)
{
  guint length = json_array_get_length (array);

  if (length < minimum)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                               _("the list has too few elements (%u). Add some, to have at least "
                                 "%u."), length, minimum);
  if (length > maximum)
    return shinsa_read_refuse (error, SHINSA_ERROR_TOO_LARGE, path, member, -1,
                               _("the list has too many elements (%u). Leave at most %u."),
                               length, maximum);
  return TRUE;
}

gboolean
shinsa_read_elements (JsonArray          *array,
                      const char         *path,
                      ShinsaReadElement   read,
                      gpointer            into,
                      GError            **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = shinsa_json_element_object (array, path, i, error);
      g_autofree char *place = g_strdup_printf ("%s/%u", path, i);

      if (element == NULL || !read (element, place, into, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * shinsa_read_list:
 * @object: an object
 * @path: its path
 * @member: a list of objects in it
 * @minimum: how many it needs
 * @maximum: how many it may have
 * @read: reads one of them
 * @into: passed to @read
 * @error: where to put the reason
 *
 * Returns: whether all of it was read
 */
gboolean
shinsa_read_list (JsonObject         *object,
                  const char         *path,
                  const char         *member,
                  guint               minimum,
                  guint               maximum,
                  ShinsaReadElement   read,
                  gpointer            into,
                  GError            **error)
{
  JsonArray *array = shinsa_json_get_array (object, path, member, error);
  g_autofree char *place = shinsa_json_path (path, member, -1);

  return array != NULL &&
         shinsa_read_count (array, path, member, minimum, maximum, error) &&
         shinsa_read_elements (array, place, read, into, error);
}

/* --- Words --- */

static gboolean
is_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > MAX_ID || id[0] == '-' || id[0] == '_')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (id[i]) && !g_ascii_isdigit (id[i]) && id[i] != '_' && id[i] != '-')
      return FALSE;
  return TRUE;
}

const char *
shinsa_read_id (JsonObject  *object,
                const char  *path,
                const char  *member,
                GError     **error)
{
  const char *id = shinsa_json_get_string (object, path, member, error);

  if (id == NULL || is_id (id))
    return id;
  shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                      _("“%s” cannot be used as a code. Use up to %d small letters, digits, "
                        "hyphens and underscores, beginning with a letter or a digit."),
                      id, MAX_ID);
  return NULL;
}

/**
 * shinsa_read_new_id:
 * @object: an object
 * @path: its path
 * @member: the member that holds its code
 * @seen: a set of the codes so far, to which it is added
 * @id: (out): where to put a copy of the code
 * @error: where to put the reason
 *
 * Returns: whether it is a code that nothing before it has
 */
gboolean
shinsa_read_new_id (JsonObject  *object,
                    const char  *path,
                    const char  *member,
                    GHashTable  *seen,
                    char       **id,
                    GError     **error)
{
  const char *found = shinsa_read_id (object, path, member, error);

  if (found == NULL)
    return FALSE;
  if (!g_hash_table_add (seen, g_strdup (found)))
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                               _("“%s” is used twice in this list. Give each its own."), found);
  shinsa_set_string (id, found);
  return TRUE;
}

/**
 * shinsa_read_line:
 * @object: an object
 * @path: its path
 * @member: a text of one line in it
 * @maximum: how many characters it may have
 * @error: where to put the reason
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
shinsa_read_line (JsonObject  *object,
                  const char  *path,
                  const char  *member,
                  gsize        maximum,
                  GError     **error)
{
  const char *line = shinsa_json_get_string (object, path, member, error);

  if (line == NULL)
    return NULL;
  if (strpbrk (line, "\n\r") != NULL)
    {
      shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                          _("the text has several lines. Write it in one."));
      return NULL;
    }
  if (g_utf8_strlen (line, -1) > (glong) maximum)
    {
      shinsa_read_refuse (error, SHINSA_ERROR_TOO_LARGE, path, member, -1,
                          _("the text is too long. Shorten it to %u characters."),
                          (guint) maximum);
      return NULL;
    }
  return line;
}

const char *
shinsa_read_word (JsonObject          *object,
                  const char          *path,
                  const char          *member,
                  const char * const  *words,
                  GError             **error)
{
  const char *word = shinsa_json_get_string (object, path, member, error);
  g_autofree char *known = NULL;

  if (word == NULL || g_strv_contains (words, word))
    return word;
  known = g_strjoinv (", ", (char **) words);
  shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                      _("“%s” is not known here. Use one of these: %s."), word, known);
  return NULL;
}

/* --- Numbers and dates --- */

gboolean
shinsa_read_count_of (JsonObject  *object,
                      const char  *path,
                      const char  *member,
                      int          minimum,
                      int         *value,
                      GError     **error)
{
  gint64 number = 0;

  if (!shinsa_json_get_int (object, path, member, minimum, MAX_NUMBER, &number, error))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
is_date (const char *date)
{
  int year = 0;
  int month = 0;
  int day = 0;

  if (strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;
  year = atoi (date);
  month = atoi (date + 5);
  day = atoi (date + 8);
  return g_date_valid_dmy (day, month, year);
}

/**
 * shinsa_read_date:
 * @object: an object
 * @path: its path
 * @member: a date in it, or null
 * @date: (inout): where to put a copy of it
 * @error: where to put the reason
 *
 * Returns: whether it is a day that the calendar has, or null
 */
gboolean
shinsa_read_date (JsonObject  *object,
                  const char  *path,
                  const char  *member,
                  char       **date,
                  GError     **error)
{
  const char *found = NULL;

  if (!shinsa_json_opt_string (object, path, member, &found, error))
    return FALSE;
  if (found != NULL && !is_date (found))
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                               _("“%s” is not a date. Write it as 2021-06-25."), found);
  shinsa_set_string (date, found);
  return TRUE;
}

/* --- Texts in two languages --- */

static gboolean
read_language (JsonObject  *object,
               const char  *path,
               const char  *language,
               char       **text,
               GError     **error)
{
  const char *found = NULL;

  if (!shinsa_json_opt_string (object, path, language, &found, error))
    return FALSE;
  if (found != NULL && g_utf8_strlen (found, -1) > MAX_TEXT)
    return shinsa_read_refuse (error, SHINSA_ERROR_TOO_LARGE, path, language, -1,
                               _("the text is too long. Shorten it to %u characters."), MAX_TEXT);
  shinsa_set_string (text, found);
  return TRUE;
}

static gboolean
read_languages (JsonObject  *object,
                const char  *path,
                ShinsaText  *text,
                GError     **error)
{
  if (!shinsa_json_only_members (object, path, error, "ja", "en", NULL) ||
      !read_language (object, path, "ja", &text->ja, error) ||
      !read_language (object, path, "en", &text->en, error))
    return FALSE;
  if (!shinsa_text_is_empty (text))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("%s: the text is missing in both languages. Add “ja” or “en”."), path);
  return FALSE;
}

gboolean
shinsa_read_text (JsonObject  *object,
                  const char  *path,
                  const char  *member,
                  ShinsaText  *text,
                  GError     **error)
{
  JsonObject *languages = shinsa_json_get_object (object, path, member, error);
  g_autofree char *place = shinsa_json_path (path, member, -1);

  return languages != NULL && read_languages (languages, place, text, error);
}

/* Leaves the text empty where the member is null. */
gboolean
shinsa_read_text_or_null (JsonObject  *object,
                          const char  *path,
                          const char  *member,
                          ShinsaText  *text,
                          GError     **error)
{
  return json_object_get_null_member (object, member) ||
         shinsa_read_text (object, path, member, text, error);
}

static gboolean
read_text_element (JsonObject  *element,
                   const char  *path,
                   gpointer     into,
                   GError     **error)
{
  ShinsaText *text = g_new0 (ShinsaText, 1);

  g_ptr_array_add (into, text);
  return read_languages (element, path, text, error);
}

gboolean
shinsa_read_texts (JsonObject  *object,
                   const char  *path,
                   const char  *member,
                   GPtrArray   *texts,
                   GError     **error)
{
  return shinsa_read_list (object, path, member, 0, 1000, read_text_element, texts, error);
}
