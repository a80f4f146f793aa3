/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

#define SALT_BYTES 16

static gboolean
read_text (JsonObject         *object,
           const char         *path,
           const ShinsaField  *field,
           GError            **error)
{
  const char **value = field->value;
  const char *text = shinsa_json_get_string (object, path, field->name, error);

  if (text == NULL)
    return FALSE;
  if (g_utf8_strlen (text, -1) > SHINSA_TEXT_MAX)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("%s/%s: this text is longer than %d characters."), path, field->name,
                   SHINSA_TEXT_MAX);
      return FALSE;
    }
  if (field->type == SHINSA_FIELD_WORD && !g_strv_contains (field->words, text))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s/%s: “%s” is not a word that is known here."), path, field->name, text);
      return FALSE;
    }
  if (field->type == SHINSA_FIELD_HASH && !shinsa_hex_is (text, SHINSA_DIGEST_BYTES))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s/%s: 64 lowercase hexadecimal digits are needed here."), path,
                   field->name);
      return FALSE;
    }
  *value = text;

  return TRUE;
}

static gboolean
read_boolean (JsonObject         *object,
              const char         *path,
              const ShinsaField  *field,
              GError            **error)
{
  gboolean truth = FALSE;

  if (!shinsa_json_get_boolean (object, path, field->name, &truth, error))
    return FALSE;
  if (field->type == SHINSA_FIELD_BOOLEAN)
    *(gboolean *) field->value = truth;
  else
    *(int *) field->value = truth;

  return TRUE;
}

/* Gives the value that stands for null where the member is null and may be. */
static gboolean
take_null (const ShinsaField *field)
{
  switch (field->type)
    {
    case SHINSA_FIELD_TEXT_OR_NULL:
      *(const char **) field->value = NULL;
      return TRUE;

    case SHINSA_FIELD_TRUTH_OR_NULL:
      *(int *) field->value = -1;
      return TRUE;

    case SHINSA_FIELD_NUMBER_OR_NULL:
      *(double *) field->value = NAN;
      return TRUE;

    case SHINSA_FIELD_OBJECT_OR_NULL:
      *(JsonObject **) field->value = NULL;
      return TRUE;

    case SHINSA_FIELD_TEXT:
    case SHINSA_FIELD_WORD:
    case SHINSA_FIELD_HASH:
    case SHINSA_FIELD_BOOLEAN:
    case SHINSA_FIELD_INTEGER:
    case SHINSA_FIELD_ARRAY:
    case SHINSA_FIELD_OBJECT:
    default:
      return FALSE;
    }
}

static gboolean
read_field (JsonObject         *object,
            const char         *path,
            const ShinsaField  *field,
            GError            **error)
{
  if (json_object_has_member (object, field->name) &&
      json_object_get_null_member (object, field->name) && take_null (field))
    return TRUE;

  switch (field->type)
    {
    case SHINSA_FIELD_TEXT:
    case SHINSA_FIELD_TEXT_OR_NULL:
    case SHINSA_FIELD_WORD:
    case SHINSA_FIELD_HASH:
      return read_text (object, path, field, error);

    case SHINSA_FIELD_BOOLEAN:
    case SHINSA_FIELD_TRUTH_OR_NULL:
      return read_boolean (object, path, field, error);

    case SHINSA_FIELD_INTEGER:
      return shinsa_json_get_int (object, path, field->name, 0, SHINSA_JSON_MAX_INTEGER,
                                  field->value, error);

    case SHINSA_FIELD_NUMBER_OR_NULL:
      return shinsa_json_get_double (object, path, field->name, field->value, error);

    case SHINSA_FIELD_ARRAY:
      return (*(JsonArray **) field->value =
                shinsa_json_get_array (object, path, field->name, error)) != NULL;

    case SHINSA_FIELD_OBJECT:
    case SHINSA_FIELD_OBJECT_OR_NULL:
      return (*(JsonObject **) field->value =
                shinsa_json_get_object (object, path, field->name, error)) != NULL;

    default:
      g_assert_not_reached ();
    }
}

/**
 * shinsa_fields_read:
 * @object: an object of a body
 * @path: where it stands, a JSON pointer
 * @fields: (array length=n_fields): its members, every one of which has to be there
 * @n_fields: how many
 * @error: return location for %SHINSA_ERROR_INVALID or %SHINSA_ERROR_TOO_LARGE
 *
 * What is read belongs to the object.
 *
 * Returns: whether the object has these members and no other
 */
gboolean
shinsa_fields_read (JsonObject         *object,
                    const char         *path,
                    const ShinsaField  *fields,
                    guint               n_fields,
                    GError            **error)
{
  g_autoptr (GList) members = NULL;

  g_return_val_if_fail (object != NULL && path != NULL && fields != NULL, FALSE);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!read_field (object, path, &fields[i], error))
        return FALSE;
    }
  if (json_object_get_size (object) == n_fields)
    return TRUE;

  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < n_fields && !known; i++)
        known = g_str_equal (l->data, fields[i].name);
      if (!known)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("%s/%s: this member is not known here."), path,
                       (const char *) l->data);
          return FALSE;
        }
    }
  g_assert_not_reached ();
}

/**
 * shinsa_body_read:
 * @body: the body of an entry
 * @fields: (array length=n_fields): its members without the salt
 * @n_fields: how many
 * @error: return location for %SHINSA_ERROR_INVALID or %SHINSA_ERROR_TOO_LARGE
 *
 * Returns: whether the body has a salt, these members and no other
 */
gboolean
shinsa_body_read (JsonObject         *body,
                  const ShinsaField  *fields,
                  guint               n_fields,
                  GError            **error)
{
  g_autofree ShinsaField *all = g_new0 (ShinsaField, n_fields + 1);
  const char *salt = NULL;

  for (guint i = 0; i < n_fields; i++)
    all[i] = fields[i];
  all[n_fields].name = "salt";
  all[n_fields].type = SHINSA_FIELD_TEXT;
  all[n_fields].value = &salt;

  if (!shinsa_fields_read (body, "", all, n_fields + 1, error))
    return FALSE;
  if (!shinsa_hex_is (salt, SALT_BYTES))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("/salt: 32 lowercase hexadecimal digits are needed here."));
      return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_array_words:
 * @array: a list of words
 * @path: where it stands, a JSON pointer
 * @error: return location for %SHINSA_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the words
 */
GStrv
shinsa_array_words (JsonArray   *array,
                    const char  *path,
                    GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *word = shinsa_json_element_string (array, path, i, error);

      if (word == NULL)
        return NULL;
      g_strv_builder_add (builder, word);
    }

  return g_strv_builder_end (builder);
}
