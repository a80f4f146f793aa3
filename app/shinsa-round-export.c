/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-round-export.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-picture-body.h"
#include "exchange/shinsa-safe-file.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-error.h"
#include "shinsa-round-tables.h"
#include "shinsa-session-private.h"

/* The way back from a register to a round definition file, so that another round can start from
 * it. What is taken are the bodies of the newest acts, just as they were written. */

typedef struct {
  ShinsaSession *session;
  ShinsaRound   *round;
  GFile         *documents;  /* folder, or NULL */
  JsonObject    *file;
} Export;

static JsonNode *
read_body (Export       *export,
           ShinsaStore  *store,
           const char   *hash,
           GError      **error)
{
  g_autoptr (JsonNode) body = NULL;

  if (!shinsa_picture_read_body (store, hash, &body, error))
    return NULL;
  if (body == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                 _("Not all of the round “%s” is held on this computer, so its definition cannot "
                   "be written. The desk holds all of it."), export->round->definition->id);

  return g_steal_pointer (&body);
}

static void
copy_members (JsonObject         *to,
              JsonObject         *from,
              const char * const *names)
{
  for (; *names != NULL; names++)
    json_object_set_member (to, *names, json_object_dup_member (from, *names));
}

static gboolean
add_definition (Export       *export,
                ShinsaStore  *store,
                GError      **error)
{
  static const char * const names[] = {
    "format", "version", "round", "rules", "requirement_set", "market_areas", "outcomes", NULL
  };
  g_autoptr (GPtrArray) rounds = shinsa_round_list (store, error);
  g_autoptr (JsonNode) body = NULL;

  if (rounds == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len && body == NULL; i++)
    {
      const ShinsaRoundRow *row = g_ptr_array_index (rounds, i);

      if (g_str_equal (row->round, export->round->root) &&
          !(body = read_body (export, store, row->body, error)))
        return FALSE;
    }
  g_return_val_if_fail (body != NULL, FALSE);
  copy_members (export->file,
                json_object_get_object_member (json_node_get_object (body), "definition"), names);

  return TRUE;
}

/* Takes one member of the newest body of its kind. */
static gboolean
add_newest (Export       *export,
            ShinsaStore  *store,
            const char   *hash,
            const char   *member,
            const char   *name,
            GError      **error)
{
  g_autoptr (JsonNode) body = NULL;

  if (hash == NULL)
    {
      json_object_set_array_member (export->file, name, json_array_new ());
      return TRUE;
    }
  if (!(body = read_body (export, store, hash, error)))
    return FALSE;
  json_object_set_member (export->file, name,
                          json_object_dup_member (json_node_get_object (body), member));

  return TRUE;
}

static gboolean
add_committee (Export       *export,
               ShinsaStore  *store,
               GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_roster_list (store, export->round->root, -1, error);
  const ShinsaRosterRow *newest = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    newest = g_ptr_array_index (rows, rows->len - 1);

  return add_newest (export, store, newest != NULL ? newest->body : NULL, "members", "committee",
                     error);
}

static gboolean
add_timetable (Export       *export,
               ShinsaStore  *store,
               GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_schedule_list (store, export->round->root, -1, error);
  const ShinsaScheduleRow *newest = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    newest = g_ptr_array_index (rows, rows->len - 1);

  return add_newest (export, store, newest != NULL ? newest->body : NULL, "timetable",
                     "timetable", error);
}

/* --- Applications --- */

/* Documents of two applications may have the same name, and lie in one folder. */
static char *
document_file_name (const ShinsaDossier      *dossier,
                    const ShinsaDocumentInfo *document)
{
  g_autofree char *base = g_path_get_basename (document->name);
  g_autofree char *name = g_strdup_printf ("%s_%s", dossier->id, base);

  return g_strdelimit (g_steal_pointer (&name), "/\\", '_');
}

static gboolean
write_document (Export                    *export,
                const ShinsaDocumentInfo  *document,
                const char                *name,
                GError                   **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (export->documents == NULL)
    return TRUE;
  file = g_file_get_child (export->documents, name);
  bytes = shinsa_session_load_document (export->session, document->hash, error);

  return bytes != NULL && shinsa_safe_file_write (file, bytes, NULL, error);
}

static gboolean
add_documents (Export               *export,
               const ShinsaDossier  *dossier,
               JsonObject           *application,
               GError              **error)
{
  JsonArray *array = json_array_new ();

  json_object_set_array_member (application, "documents", array);
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);
      g_autofree char *name = document_file_name (dossier, document);
      JsonObject *object = NULL;

      if (!document->used)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "file", name);
      json_object_set_string_member (object, "name", document->name);
      json_object_set_string_member (object, "media_type", document->media_type);
      json_array_add_object_element (array, object);
      if (!write_document (export, document, name, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
newest_dossier (GPtrArray  *rows,
                const char *application)
{
  const char *body = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDossierRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->application, application))
        body = row->body;
    }

  return body;
}

static const char *
newest_content (GPtrArray  *rows,
                const char *application)
{
  const char *body = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDossierContentRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->application, application))
        body = row->body;
    }

  return body;
}

static gboolean
add_application (Export               *export,
                 ShinsaStore          *store,
                 const ShinsaDossier  *dossier,
                 const char           *dossier_hash,
                 const char           *content_hash,
                 GError              **error)
{
  static const char * const dossier_names[] = {
    "and_others", "name", "network_organisation", "organisation_counts", "organisations",
    "persons", NULL
  };
  static const char * const content_names[] = {
    "indicators", "market_areas", "previous", "received_on", "sections", "summary", NULL
  };
  g_autoptr (JsonNode) body = read_body (export, store, dossier_hash, error);
  g_autoptr (JsonNode) content = NULL;
  JsonObject *object = NULL;

  if (body == NULL || !(content = read_body (export, store, content_hash, error)))
    return FALSE;
  object = json_object_new ();
  json_array_add_object_element (json_object_get_array_member (export->file, "applications"),
                                 object);
  json_object_set_string_member (object, "id", dossier->id);
  copy_members (object, json_node_get_object (body), dossier_names);
  copy_members (object, json_object_get_object_member (json_node_get_object (content), "content"),
                content_names);

  return add_documents (export, dossier, object, error);
}

/* What was withdrawn is no part of a round that starts anew. */
static gboolean
add_applications (Export       *export,
                  ShinsaStore  *store,
                  GError      **error)
{
  const char *root = export->round->root;
  g_autoptr (GPtrArray) dossiers = shinsa_dossier_list (store, root, -1, error);
  g_autoptr (GPtrArray) contents = NULL;

  if (dossiers == NULL || !(contents = shinsa_dossier_content_list (store, root, -1, error)))
    return FALSE;
  json_object_set_array_member (export->file, "applications", json_array_new ());
  for (guint i = 0; i < export->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (export->round->dossiers, i);
      const char *body = newest_dossier (dossiers, dossier->id);
      const char *content = newest_content (contents, dossier->id);

      if (!dossier->withdrawn &&
          !add_application (export, store, dossier, body, content, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
export_definition (ShinsaStore  *store,
                   gpointer      data,
                   GError      **error)
{
  Export *export = data;

  return (export->round = shinsa_session_load_whole (export->session, -1, error)) != NULL &&
         add_definition (export, store, error) && add_committee (export, store, error) &&
         add_applications (export, store, error) && add_timetable (export, store, error);
}

/**
 * shinsa_session_export_definition:
 * @self: a session that acts as the desk
 * @documents: (nullable): a folder that the documents are written into
 * @error: return location for %SHINSA_ERROR_NOT_AUTHORISED or an error
 *
 * Returns: (transfer full) (nullable): the round as a definition file, with the roster, the
 *   applications and the timetable as they are now
 */
JsonNode *
shinsa_session_export_definition (ShinsaSession  *self,
                                  GFile          *documents,
                                  GError        **error)
{
  Export export = { self, NULL, documents, NULL };
  JsonNode *node = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);
  g_return_val_if_fail (documents == NULL || G_IS_FILE (documents), NULL);

  if (!shinsa_session_is_desk (self))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Only the desk of this round can do this."));
      return NULL;
    }
  node = json_node_new (JSON_NODE_OBJECT);
  export.file = json_object_new ();
  json_node_take_object (node, export.file);
  if (!shinsa_store_read (shinsa_session_get_store (self), export_definition, &export, error))
    g_clear_pointer (&node, json_node_unref);
  g_clear_pointer (&export.round, shinsa_round_unref);

  return node;
}
