/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-records.h"

#include "entries/shinsa-entry.h"
#include "entries/shinsa-picture.h"
#include "entries/shinsa-statements.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-packet.h"
#include "exchange/shinsa-record.h"
#include "exchange/shinsa-safe-file.h"
#include "rules/shinsa-decision.h"
#include "shinsa-error.h"
#include "shinsa-session-private.h"

#include <glib/gi18n-lib.h>

/* Far more than any round gives; it is read into memory. */
#define RECORD_MAX (256 * 1024 * 1024)

/* A record while it is made; all of it is of one moment of the store. */
typedef struct {
  ShinsaSession  *session;
  const char     *profile;
  const char     *application;
  ShinsaIdentity *desk;
  ShinsaRound    *round;   /* at the place of the register that is told */
  JsonNode       *record;
} Export;

static gboolean
load_round (ShinsaStore  *store,
            gpointer      data,
            GError      **error)
{
  Export *export = data;
  const char *root = shinsa_session_get_root (export->session);
  gint64 seq = 0;

  if (!shinsa_record_find_place (store, root, &seq, error))
    return FALSE;
  export->round = shinsa_picture_load (store, root, seq, error);
  return export->round != NULL;
}

/* --- What may be handed over --- */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED, sentence);
  return FALSE;
}

/* On a scorer's computer others' reviews stay closed to the desk, too, until that person has
 * submitted the own ones; a file would open them. */
static gboolean
check_desk (ShinsaSession  *self,
            GError        **error)
{
  g_autoptr (ShinsaRound) view = NULL;

  if (!shinsa_session_check_selected (self, error))
    return FALSE;
  if (!shinsa_session_is_desk (self))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Only the desk of this round can write a decision record."));
      return FALSE;
    }
  if (!(view = shinsa_session_load (self, error)))
    return FALSE;
  if (view->desk_is_blind)
    return refuse (error, _("The desk is on the computer of a member who scores, and the paper "
                            "review is not closed. Close it, and the record can be written."));
  return TRUE;
}

static gboolean
is_anything_confirmed (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_round_confirmation (round, dossier->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_decided (const ShinsaRound  *round,
               const char         *profile,
               const char         *application,
               GError            **error)
{
  const ShinsaDossier *dossier;

  if (g_str_equal (profile, SHINSA_PROFILE_COMMITTEE))
    return TRUE;
  if (application == NULL)
    return is_anything_confirmed (round) ||
           refuse (error, _("No outcome of this round is confirmed yet, so there is nothing to "
                            "hand over."));
  dossier = shinsa_round_dossier (round, application);
  if (dossier == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), application);
      return FALSE;
    }
  if (dossier->withdrawn)
    return refuse (error,
                   _("This application was withdrawn, so there is no outcome to hand over."));
  return shinsa_round_confirmation (round, application) != NULL ||
         refuse (error, _("The outcome of this application is not confirmed yet, so there is "
                          "nothing to hand over."));
}

static gboolean
check_profile (const char  *profile,
               const char  *application,
               GError     **error)
{
  if (!g_strv_contains (shinsa_record_profiles (), profile))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("There is no record with the profile “%s”. "
                     "It is secretariat, committee, applicant or public."), profile);
      return FALSE;
    }
  if (g_str_equal (profile, SHINSA_PROFILE_APPLICANT) == (application != NULL))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                       application != NULL
                         ? _("Only a record for an applicant is of one application.")
                         : _("A record for an applicant is of one application. Name it."));
  return FALSE;
}

/* --- Making it --- */

static gboolean
make_record (ShinsaStore  *store,
             gpointer      data,
             GError      **error)
{
  Export *export = data;
  const char *root = shinsa_session_get_root (export->session);
  g_autoptr (ShinsaHeadRow) head = NULL;

  if (!load_round (store, export, error) ||
      !check_decided (export->round, export->profile, export->application, error))
    return FALSE;
  head = shinsa_head_sign (export->desk, root, export->round->seq, export->round->head);
  export->record = shinsa_record_build (export->round, store, export->profile,
                                        export->application, head->signature, error);
  if (export->record == NULL)
    return FALSE;
  shinsa_record_sign (export->record, export->desk);
  return TRUE;
}

static JsonNode *
state_export (const Export *export,
              const char   *sha256)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "application", export->application);
  json_object_set_string_member (body, "head", export->round->head);
  json_object_set_string_member (body, "profile", export->profile);
  json_object_set_string_member (body, "sha256", sha256);
  json_node_take_object (node, body);
  return node;
}

/**
 * shinsa_session_export_record:
 * @self: a session with a round and its desk selected
 * @profile: secretariat, committee, applicant or public
 * @application: (nullable): for an applicant, which application
 * @file: where to
 * @sha256: (out) (optional) (transfer full): hash of the file, hex
 * @cancellable: (nullable): stops the writing
 * @error: return location for %SHINSA_ERROR_NOT_AUTHORISED, %SHINSA_ERROR_REFUSED where nothing is
 *   decided or something is missing, or an error of the file or the store
 *
 * Writes the record, reads it back, and notes in the register that it was handed out.
 *
 * Returns: whether the file is there and noted
 */
gboolean
shinsa_session_export_record (ShinsaSession  *self,
                              const char     *profile,
                              const char     *application,
                              GFile          *file,
                              char          **sha256,
                              GCancellable   *cancellable,
                              GError        **error)
{
  Export export = { self, profile, application };
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (JsonNode) record = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  gboolean made;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (profile != NULL && G_IS_FILE (file), FALSE);

  if (!check_profile (profile, application, error) || !check_desk (self, error) ||
      !(export.desk = shinsa_session_get_key (self, shinsa_session_get_root (self), error)))
    return FALSE;
  made = shinsa_store_read (shinsa_session_get_store (self), make_record, &export, error);
  round = export.round;
  record = export.record;
  if (!made)
    return FALSE;

  bytes = shinsa_json_write (record);
  hash = shinsa_sha256_hex (NULL, bytes);
  body = state_export (&export, hash);
  if (!shinsa_safe_file_write (file, bytes, cancellable, error) ||
      !shinsa_session_write (self, SHINSA_KIND_RECORD_EXPORT, body, NULL, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  return TRUE;
}

/**
 * shinsa_session_record_warnings:
 * @self: a session with a round and its desk selected
 * @profile: for whom a record is about to be written
 * @application: (nullable): for an applicant, which application
 * @error: return location for %SHINSA_ERROR_NOT_AUTHORISED or an error of the store
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what to look at before it is written, a
 *   sentence each
 */
GPtrArray *
shinsa_session_record_warnings (ShinsaSession  *self,
                                const char     *profile,
                                const char     *application,
                                GError        **error)
{
  Export export = { self, profile, application };
  g_autoptr (ShinsaRound) round = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  if (!check_profile (profile, application, error) || !check_desk (self, error) ||
      !shinsa_store_read (shinsa_session_get_store (self), load_round, &export, error))
    return NULL;
  round = export.round;
  return shinsa_record_warnings (round, profile, application);
}

static gboolean
load_file (GFile         *file,
           const char    *name,
           char         **bytes,
           gsize         *length,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) cause = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &cause);
  if (info != NULL && g_file_info_get_size (info) > RECORD_MAX)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("“%s” is larger than a decision record can be. It was not read."), name);
      return FALSE;
    }
  if (info != NULL && shinsa_safe_file_check (file, cancellable, &cause) &&
      g_file_load_contents (file, cancellable, bytes, length, NULL, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
                 _("“%s” cannot be read: %s. Nothing was changed."), name, cause->message);
  return FALSE;
}

/**
 * shinsa_record_verify_file:
 * @file: a record
 * @root: (nullable): root key of the round, known from elsewhere
 * @report: (out) (optional) (transfer full): what it is
 * @cancellable: (nullable): stops the reading
 * @error: return location for the first thing that is wrong, or an error of the file
 *
 * Returns: whether it stands; see shinsa_record_verify()
 */
gboolean
shinsa_record_verify_file (GFile               *file,
                           const char          *root,
                           ShinsaRecordReport **report,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = shinsa_packet_file_name (file);
  return load_file (file, name, &bytes, &length, cancellable, error) &&
         shinsa_record_verify (bytes, length, name, root, report, error);
}
