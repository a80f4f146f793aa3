/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-preparing.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-safe-file.h"
#include "shinsa-documents.h"
#include "shinsa-error.h"
#include "shinsa-local.h"
#include "shinsa-replay.h"

/* A round from its definition file: a desk with its key, and a register that says what is
 * examined by whom. */

#define DESK "desk"
#define RULES_VERSION 1

/* What a definition may weigh: the largest of real calls is a hundredth of it. */
#define DEFINITION_MAX (64 * 1024 * 1024)
#define DOCUMENT_MAX (512 * 1024 * 1024)
#define CHUNK (768 * 1024)

typedef struct {
  ShinsaSession         *session;
  const ShinsaRoundFile *file;
  ShinsaIdentity        *key;
  GFile                 *documents;  /* folder, or NULL */
} Prepare;

static gboolean
state (Prepare     *prepare,
       const char  *kind,
       JsonNode    *body,
       GError     **error)
{
  g_autoptr (JsonNode) owned = body;

  return shinsa_session_append (prepare->session, prepare->key, kind, owned, NULL, error);
}

static JsonNode *
body_with (const char *member,
           JsonNode   *value)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_member (body, member, json_node_copy (value));
  json_node_take_object (node, body);

  return node;
}

static gboolean
state_frame (Prepare  *prepare,
             GError  **error)
{
  JsonNode *definition = body_with ("definition", prepare->file->definition_node);
  JsonNode *roster = body_with ("members", prepare->file->members);

  json_object_set_int_member (json_node_get_object (definition), "rules_version", RULES_VERSION);
  json_object_set_string_member (json_node_get_object (roster), "reason", "");

  /* Both are owned by the first call that gets them, so none may be left out. */
  if (!state (prepare, SHINSA_KIND_ROUND_DEFINE, definition, error))
    {
      json_node_unref (roster);
      return FALSE;
    }

  return state (prepare, SHINSA_KIND_ROSTER_SET, roster, error);
}

static gboolean
store_bytes (ShinsaStore  *store,
             const char   *hash,
             GBytes       *bytes,
             GError      **error)
{
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (ShinsaDocumentWriter) writer = NULL;
  gboolean held = FALSE;

  if (!shinsa_document_has (store, hash, &held, error))
    return FALSE;
  if (held)
    return TRUE;
  if (!(writer = shinsa_document_begin (store, hash, (gint64) size, error)))
    return FALSE;
  for (gsize at = 0; at < size; at += CHUNK)
    {
      g_autoptr (GBytes) chunk = g_bytes_new_from_bytes (bytes, at, MIN (CHUNK, size - at));

      if (!shinsa_document_append (writer, chunk, error))
        return FALSE;
    }

  return shinsa_document_finish (writer, error);
}

static GBytes *
load_file (GFile   *file,
           goffset  most,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &local);
  g_autofree char *name = g_file_get_basename (file);
  GBytes *bytes = NULL;

  if (info != NULL && g_file_info_get_size (info) > most)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("“%s” is larger than %lld MB. Nothing was taken in. "
                     "Please check that it is the right file."),
                   name, (long long) (most / (1024 * 1024)));
      return NULL;
    }
  if (info != NULL && shinsa_safe_file_check (file, NULL, &local))
    bytes = g_file_load_bytes (file, NULL, NULL, &local);
  if (bytes == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                 _("“%s” could not be read (%s). Nothing was taken in."), name, local->message);

  return bytes;
}

static JsonNode *
document_body (const char *application,
               const char *hash,
               const char *media_type,
               const char *name,
               gsize       size,
               gboolean    used,
               const char *reason)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "application", application);
  json_object_set_string_member (body, "document", hash);
  json_object_set_string_member (body, "media_type", media_type);
  json_object_set_string_member (body, "name", name);
  json_object_set_string_member (body, "reason", reason);
  json_object_set_int_member (body, "size", (gint64) size);
  json_object_set_boolean_member (body, "used", used);
  json_node_take_object (node, body);

  return node;
}

static gboolean
state_document (Prepare                       *prepare,
                const char                    *application,
                const ShinsaRoundFileDocument *document,
                GError                       **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  if (prepare->documents == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("The definition names the document “%s”, but not the folder it is in. "
                     "Nothing was taken in. Name the folder of the documents."),
                   document->file);
      return FALSE;
    }
  file = g_file_get_child (prepare->documents, document->file);
  if (!(bytes = load_file (file, DOCUMENT_MAX, error)))
    return FALSE;
  hash = shinsa_sha256_hex (NULL, bytes);
  if (!store_bytes (shinsa_session_get_store (prepare->session), hash, bytes, error))
    return FALSE;

  return state (prepare, SHINSA_KIND_DOCUMENT_SET,
                document_body (application, hash, document->media_type, document->name,
                               g_bytes_get_size (bytes), TRUE, ""), error);
}

static gboolean
state_applications (Prepare  *prepare,
                    GError  **error)
{
  GPtrArray *applications = prepare->file->applications;

  for (guint i = 0; i < applications->len; i++)
    {
      const ShinsaRoundFileApplication *application = g_ptr_array_index (applications, i);

      if (!state (prepare, SHINSA_KIND_DOSSIER_SET, json_node_copy (application->dossier),
                  error) ||
          !state (prepare, SHINSA_KIND_DOSSIER_CONTENT, json_node_copy (application->content),
                  error))
        return FALSE;
      for (guint j = 0; j < application->documents->len; j++)
        {
          if (!state_document (prepare, application->id,
                               g_ptr_array_index (application->documents, j), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
prepare_round (ShinsaStore  *store,
               gpointer      data,
               GError      **error)
{
  Prepare *prepare = data;
  const char *root = shinsa_identity_get_feed (prepare->key);
  ShinsaIdentityRow row = { (char *) root, (char *) DESK, (char *) root, FALSE };
  JsonNode *schedule = NULL;

  if (!shinsa_identity_insert (store, &row, error) || !state_frame (prepare, error) ||
      !state_applications (prepare, error))
    return FALSE;
  schedule = body_with ("timetable", prepare->file->timetable);
  json_object_set_null_member (json_node_get_object (schedule), "postponed");

  /* The key is on the disk before anything that it signed is; nothing is left of it, either, where
   * the definition turns out not to be usable. */
  return state (prepare, SHINSA_KIND_SCHEDULE_SET, schedule, error) &&
         shinsa_replay_advance (store, root, FALSE, error) &&
         shinsa_session_save_key (prepare->session, prepare->key, error);
}

/**
 * shinsa_session_prepare:
 * @self: a session
 * @file: a definition that was read
 * @key: the key of the new desk, whose public half becomes the root of the round
 * @documents: (nullable): the folder of the documents that the definition names
 * @error: return location for an error
 *
 * Returns: whether the round is in the store, with its desk on this computer and selected; if not,
 *   what was selected before is selected
 */
gboolean
shinsa_session_prepare (ShinsaSession          *self,
                        const ShinsaRoundFile  *file,
                        ShinsaIdentity         *key,
                        GFile                  *documents,
                        GError                **error)
{
  Prepare prepare = { self, file, key, documents };
  const char *feed = shinsa_identity_get_feed (key);
  g_autofree char *root_before = g_strdup (shinsa_session_get_root (self));
  g_autofree char *identity_before = g_strdup (shinsa_session_get_identity (self));
  g_autofree char *feed_before = g_strdup (shinsa_session_get_feed (self));

  shinsa_session_set_selected (self, feed, DESK, feed);
  if (!shinsa_store_write (shinsa_session_get_store (self), prepare_round, &prepare, error))
    {
      shinsa_session_set_selected (self, root_before, identity_before, feed_before);
      return FALSE;
    }

  return shinsa_session_select (self, feed, DESK, error) && shinsa_session_remember (self, error);
}

/**
 * shinsa_session_read_definition:
 * @definition: a round definition file
 * @error: return location for what is wrong with it
 *
 * Returns: (transfer full) (nullable): what is in it
 */
ShinsaRoundFile *
shinsa_session_read_definition (GFile   *definition,
                                GError **error)
{
  g_autoptr (GBytes) bytes = load_file (definition, DEFINITION_MAX, error);
  g_autofree char *name = g_file_get_basename (definition);
  ShinsaRoundFile *file = NULL;
  gsize size = 0;
  const char *data = NULL;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);

  return shinsa_round_file_read (data, size, name, &file, error) ? file : NULL;
}

/**
 * shinsa_session_create_round:
 * @self: a session
 * @definition: a round definition file
 * @documents: (nullable): the folder of the documents that it names
 * @root: (out) (optional) (transfer full): root key of the new round
 * @error: return location for what is wrong with the definition, or an error
 *
 * Returns: whether the round is in the store, with its desk on this computer and selected
 */
gboolean
shinsa_session_create_round (ShinsaSession  *self,
                             GFile          *definition,
                             GFile          *documents,
                             char          **root,
                             GError        **error)
{
  g_autoptr (ShinsaRoundFile) file = NULL;
  g_autoptr (ShinsaIdentity) key = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (definition), FALSE);

  if (!(file = shinsa_session_read_definition (definition, error)))
    return FALSE;
  key = shinsa_identity_new_generate ();
  if (!shinsa_session_prepare (self, file, key, documents, error))
    return FALSE;
  if (root != NULL)
    *root = g_strdup (shinsa_session_get_root (self));

  return TRUE;
}

/* --- A document that comes later --- */

typedef struct {
  ShinsaSession *session;
  const char    *hash;
  GBytes        *bytes;
  JsonNode      *body;
} Addition;

static gboolean
add_document (ShinsaStore  *store,
              gpointer      data,
              GError      **error)
{
  Addition *addition = data;

  return store_bytes (store, addition->hash, addition->bytes, error) &&
         shinsa_session_write (addition->session, SHINSA_KIND_DOCUMENT_SET, addition->body, NULL,
                               error);
}

static char *
guess_media_type (const char *name,
                  GBytes     *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (name, data, size, NULL);
  char *media_type = g_content_type_get_mime_type (type);

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

static gboolean
check_addition (ShinsaSession  *self,
                const char     *application,
                gboolean        used,
                const char     *reason,
                GError        **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (self, error);

  if (round == NULL)
    return FALSE;
  if (shinsa_round_dossier (round, application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), application);
      return FALSE;
    }
  if (!used && *reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("A document that is not used needs a reason. Nothing was changed. "
                             "Write it and try again."));
      return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_session_add_document:
 * @self: a session that can write, with the desk of a round selected
 * @application: the id of an application
 * @file: what belongs to it
 * @name: (nullable): its name for people; %NULL for that of the file
 * @used: whether it is part of the examination; what came too late is kept and not used
 * @reason: why, or ""
 * @hash: (out) (optional) (transfer full): what the document is called from here on
 * @error: return location for an error
 *
 * Entering the same file again changes its name, and whether it is used.
 *
 * Returns: whether the document is in the store and in the register; if not, nothing was changed
 */
gboolean
shinsa_session_add_document (ShinsaSession  *self,
                             const char     *application,
                             GFile          *file,
                             const char     *name,
                             gboolean        used,
                             const char     *reason,
                             char          **hash,
                             GError        **error)
{
  g_autofree char *base = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *media_type = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) body = NULL;
  Addition addition = { self, NULL, NULL, NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (application != NULL && reason != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!check_addition (self, application, used, reason, error) ||
      !(bytes = load_file (file, DOCUMENT_MAX, error)))
    return FALSE;
  base = g_file_get_basename (file);
  media_type = guess_media_type (base, bytes);
  addition.bytes = bytes;
  addition.hash = digest = shinsa_sha256_hex (NULL, bytes);
  addition.body = body = document_body (application, digest, media_type,
                                        name != NULL ? name : base, g_bytes_get_size (bytes),
                                        used, reason);
  if (!shinsa_store_write (shinsa_session_get_store (self), add_document, &addition, error))
    return FALSE;
  if (hash != NULL)
    *hash = g_steal_pointer (&digest);

  return TRUE;
}
