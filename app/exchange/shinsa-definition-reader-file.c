/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_APPLICATIONS 2000
#define MAX_DOCUMENTS 100
#define MAX_NAME 500
#define MAX_MEDIA_TYPE 127

static void
document_free (ShinsaRoundFileDocument *document)
{
  g_free (document->file);
  g_free (document->name);
  g_free (document->media_type);
  g_free (document);
}

static void
application_free (ShinsaRoundFileApplication *application)
{
  g_free (application->id);
  g_clear_pointer (&application->dossier, json_node_unref);
  g_clear_pointer (&application->content, json_node_unref);
  g_ptr_array_unref (application->documents);
  g_free (application);
}

void
shinsa_round_file_free (ShinsaRoundFile *file)
{
  g_return_if_fail (file != NULL);

  g_clear_pointer (&file->definition, shinsa_definition_unref);
  g_clear_pointer (&file->definition_node, json_node_unref);
  g_clear_pointer (&file->members, json_node_unref);
  g_clear_pointer (&file->timetable, json_node_unref);
  g_ptr_array_unref (file->applications);
  g_free (file);
}

/* --- Parts of the tree --- */

static const char * const definition_members[] = {
  "format", "version", "round", "rules", "requirement_set", "market_areas", "outcomes",
};

static const char * const dossier_members[] = {
  "and_others", "name", "network_organisation", "organisation_counts", "organisations", "persons",
};

static const char * const content_members[] = {
  "indicators", "market_areas", "previous", "received_on", "sections", "summary",
};

/* The members of an object that have these names, as an object of their own. */
static JsonObject *
pick (JsonObject         *object,
      const char * const *names,
      gsize               n_names)
{
  JsonObject *picked = json_object_new ();

  for (gsize i = 0; i < n_names; i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);

      if (node != NULL)
        json_object_set_member (picked, names[i], json_node_copy (node));
    }
  return picked;
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/* --- Applications --- */

typedef struct {
  ShinsaRoundFile *file;
  GHashTable      *ids;
} Applications;

/* The name of a file in a folder must not lead out of it. */
static gboolean
read_file_name (ShinsaRoundFileDocument  *document,
                JsonObject               *object,
                const char               *path,
                GError                  **error)
{
  const char *name = shinsa_read_line (object, path, "file", MAX_NAME, error);

  if (name == NULL)
    return FALSE;
  if (*name == '\0' || strpbrk (name, "/\\") != NULL || strcmp (name, ".") == 0 ||
      strcmp (name, "..") == 0)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "file", -1,
                               _("“%s” is not the name of a file in the folder of documents. Give "
                                 "the name without a folder."), name);
  document->file = g_strdup (name);
  return TRUE;
}

static gboolean
read_document (JsonObject  *object,
               const char  *path,
               gpointer     into,
               GError     **error)
{
  ShinsaRoundFileDocument *document = g_new0 (ShinsaRoundFileDocument, 1);
  const char *name;
  const char *media_type;

  g_ptr_array_add (into, document);
  if (!shinsa_read_members (object, path, error, "file", "name", "media_type", NULL) ||
      !read_file_name (document, object, path, error) ||
      (name = shinsa_read_line (object, path, "name", MAX_NAME, error)) == NULL ||
      (media_type = shinsa_read_line (object, path, "media_type", MAX_MEDIA_TYPE,
                                      error)) == NULL)
    return FALSE;
  document->name = g_strdup (name);
  document->media_type = g_strdup (media_type);
  return TRUE;
}

/* Makes the bodies of its acts and reads them as their acts will be read. The members stay what
 * they are in the file, so paths are those of the file. */
static gboolean
split_application (ShinsaRoundFileApplication  *application,
                   JsonObject                  *object,
                   const ShinsaDefinition      *definition,
                   int                          position,
                   const char                  *path,
                   GError                     **error)
{
  JsonObject *body = pick (object, dossier_members, G_N_ELEMENTS (dossier_members));
  JsonObject *content = pick (object, content_members, G_N_ELEMENTS (content_members));
  JsonObject *content_body = json_object_new ();
  g_autoptr (ShinsaDossier) dossier = NULL;

  json_object_set_string_member (body, "application", application->id);
  json_object_set_int_member (body, "position", position);
  json_object_set_string_member (body, "reason", "");
  json_object_set_string_member (body, "state", "active");
  json_object_set_string_member (content_body, "application", application->id);
  json_object_set_object_member (content_body, "content", content);
  application->dossier = take_object (body);
  application->content = take_object (content_body);

  dossier = shinsa_dossier_read (body, path, error);
  return dossier != NULL &&
         shinsa_dossier_content_read (dossier, content, definition, path, error);
}

static gboolean
read_application (JsonObject  *object,
                  const char  *path,
                  gpointer     into,
                  GError     **error)
{
  Applications *applications = into;
  ShinsaRoundFile *file = applications->file;
  ShinsaRoundFileApplication *application = g_new0 (ShinsaRoundFileApplication, 1);
  int position = file->applications->len;

  application->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  g_ptr_array_add (file->applications, application);
  return shinsa_read_members (object, path, error, "id", "name", "network_organisation",
                              "organisations", "organisation_counts", "and_others", "persons",
                              "received_on", "summary", "market_areas", "sections", "indicators",
                              "previous", "documents", NULL) &&
         shinsa_read_new_id (object, path, "id", applications->ids, &application->id, error) &&
         split_application (application, object, file->definition, position, path, error) &&
         shinsa_read_list (object, path, "documents", 0, MAX_DOCUMENTS, read_document,
                           application->documents, error);
}

/* --- What parts say of one another --- */

static gboolean
check_committee (const ShinsaDefinition  *definition,
                 GPtrArray               *members,
                 GError                 **error)
{
  int scorers = 0;
  gboolean can_preside = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (members, i);

      scorers += member->scores;
      can_preside |= member->acting_order > 0;
    }
  if (!can_preside)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, "", "committee", -1,
                               _("nobody has a place in the acting order, so nobody could "
                                 "confirm an outcome. Give the chair an acting order of 1."));
  if (definition->minimum_evaluators > scorers)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, "/rules", "minimum_evaluators", -1,
                               _("%d evaluators are needed, but only %d of the committee score. "
                                 "Lower the number, or let more score."),
                               definition->minimum_evaluators, scorers);
  return TRUE;
}

/* Each slot is found again in the tree to say where it is. */
static gboolean
check_slots (JsonArray   *timetable,
             GHashTable  *ids,
             GError     **error)
{
  for (guint i = 0; i < json_array_get_length (timetable); i++)
    {
      JsonArray *slots = json_object_get_array_member (json_array_get_object_element (timetable,
                                                                                      i),
                                                       "slots");

      for (guint j = 0; j < json_array_get_length (slots); j++)
        {
          JsonObject *slot = json_array_get_object_element (slots, j);
          const char *application = json_object_get_string_member_with_default (slot,
                                                                                "application",
                                                                                NULL);
          g_autofree char *path = NULL;

          if (application == NULL || g_hash_table_contains (ids, application))
            continue;
          path = g_strdup_printf ("/timetable/%u/slots/%u", i, j);
          return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "application", -1,
                                     _("there is no application “%s”. Use the id of one that is "
                                       "listed."), application);
        }
    }
  return TRUE;
}

/* --- The file --- */

static gboolean
read_committee (ShinsaRoundFile  *file,
                JsonObject       *root,
                GError          **error)
{
  g_autoptr (GPtrArray) members = NULL;
  JsonArray *committee = shinsa_json_get_array (root, "", "committee", error);

  if (committee == NULL || !shinsa_read_count (committee, "", "committee", 1, G_MAXUINT, error))
    return FALSE;
  members = shinsa_members_read (committee, "/committee", error);
  return members != NULL && check_committee (file->definition, members, error);
}

static gboolean
read_timetable (JsonObject  *root,
                GHashTable  *ids,
                GError     **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  JsonArray *timetable = shinsa_json_get_array (root, "", "timetable", error);

  if (timetable == NULL)
    return FALSE;
  slots = shinsa_timetable_read (timetable, "/timetable", error);
  return slots != NULL && check_slots (timetable, ids, error);
}

static gboolean
read_root (ShinsaRoundFile  *file,
           JsonObject       *root,
           GError          **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Applications applications = { file, ids };

  if (!shinsa_read_format (root, "", error) ||
      !shinsa_read_members (root, "", error, "format", "version", "round", "rules",
                            "requirement_set", "market_areas", "outcomes", "committee",
                            "applications", "timetable", NULL) ||
      !shinsa_read_definition_members (file->definition, root, "", error) ||
      !read_committee (file, root, error) ||
      !shinsa_read_list (root, "", "applications", 0, MAX_APPLICATIONS, read_application,
                         &applications, error) ||
      !read_timetable (root, ids, error))
    return FALSE;

  file->definition_node = take_object (pick (root, definition_members,
                                             G_N_ELEMENTS (definition_members)));
  file->members = json_node_copy (json_object_get_member (root, "committee"));
  file->timetable = json_node_copy (json_object_get_member (root, "timetable"));
  return TRUE;
}

/**
 * shinsa_round_file_read:
 * @bytes: (array length=length): a round definition file
 * @length: how many bytes it has
 * @file_name: what sentences call it
 * @file: (out) (transfer full): what is in it
 * @error: where to put the reason, a sentence that names the file, the place in it and what to do
 *
 * Reads a whole round definition and checks all of it, so that what it is split into can become
 * the first acts of a round as it stands.
 *
 * Returns: whether it can be used
 */
gboolean
shinsa_round_file_read (const char       *bytes,
                        gsize             length,
                        const char       *file_name,
                        ShinsaRoundFile **file,
                        GError          **error)
{
  g_autoptr (ShinsaRoundFile) self = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (file_name != NULL, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  self = g_new0 (ShinsaRoundFile, 1);
  self->definition = shinsa_definition_new ();
  self->applications = g_ptr_array_new_with_free_func ((GDestroyNotify) application_free);
  if ((node = shinsa_json_read (bytes, length, error)) == NULL ||
      (root = shinsa_json_root (node, error)) == NULL ||
      !read_root (self, root, error))
    {
      g_prefix_error (error, "%s: ", file_name);
      return FALSE;
    }
  *file = g_steal_pointer (&self);
  return TRUE;
}
