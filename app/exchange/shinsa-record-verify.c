/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify.h"

#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record-private.h"
#include "exchange/shinsa-record-verify-private.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>

/* The rules of this program. */
#define RULES_VERSION 1

/* --- Report --- */

void
shinsa_record_report_free (ShinsaRecordReport *report)
{
  g_return_if_fail (report != NULL);

  g_free (report->file);
  g_free (report->sha256);
  g_free (report->profile);
  g_free (report->application);
  g_free (report->root);
  g_free (report->round);
  shinsa_text_clear (&report->title);
  g_free (report->head);
  g_free (report);
}

/**
 * shinsa_record_report_sentence:
 * @report: what a record that stands is
 *
 * Returns: (transfer full): the same for people
 */
char *
shinsa_record_report_sentence (const ShinsaRecordReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  if (report->origin_established)
    return g_strdup_printf (_("“%s” is consistent, and it is a record of this round."),
                            report->file);
  return g_strdup_printf (_("“%s” is consistent, origin not established. Compare its root key with "
                            "one that you know from elsewhere."), report->file);
}

static ShinsaRecordReport *
make_report (const ShinsaRecordReading *self,
             const char                *bytes,
             gsize                      length,
             gboolean                   origin_established)
{
  ShinsaRecordReport *report = g_new0 (ShinsaRecordReport, 1);
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, length);
  JsonObject *place = json_object_get_object_member (self->record, "register");

  report->file = g_strdup (self->file);
  report->sha256 = shinsa_sha256_hex (NULL, data);
  report->profile = g_strdup (self->profile);
  report->application = g_strdup (self->application);
  report->root = g_strdup (self->root);
  report->round = g_strdup (self->definition->id);
  report->title = shinsa_text_copy (&self->definition->title);
  report->head = g_strdup (json_object_get_string_member (place, "head"));
  report->seq = json_object_get_int_member (place, "seq");
  report->applications = json_array_get_length (json_object_get_array_member (self->record,
                                                                              "applications"));
  report->origin_established = origin_established;
  return report;
}

/* --- Form --- */

static gboolean
read_bytes (ShinsaRecordReading  *self,
            const char           *bytes,
            gsize                 length,
            GError              **error)
{
  const char *format = NULL;

  if (!(self->node = shinsa_json_read (bytes, length, error)) ||
      !(self->record = shinsa_json_root (self->node, error)) ||
      !shinsa_json_opt_string (self->record, "", "format", &format, error))
    return FALSE;
  if (g_strcmp0 (format, SHINSA_RECORD_FORMAT) != 0)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("This is not a decision record."));
      return FALSE;
    }
  if (shinsa_json_is_canonical (bytes, length, self->node))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("Its bytes are not in the canonical form in which records are written."));
  return FALSE;
}

static gboolean
read_frame (ShinsaRecordReading  *self,
            GError              **error)
{
  JsonObject *round;
  gint64 version = 0;
  gint64 rules_version = 0;
  gboolean is_for_applicant;

  if (!shinsa_json_get_int (self->record, "", "version", 1, G_MAXINT32, &version, error) ||
      !(round = shinsa_json_get_object (self->record, "", "round", error)) ||
      !shinsa_json_get_int (round, "/round", "rules_version", 1, G_MAXINT32, &rules_version,
                            error))
    return FALSE;
  if (version > SHINSA_RECORD_VERSION || rules_version > RULES_VERSION)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NEWER,
                   _("“%s” was made by a newer version of Shinsa. Verify it with that one."),
                   self->file);
      return FALSE;
    }
  if (!(self->root = shinsa_json_get_string (round, "/round", "root", error)) ||
      !(self->profile = shinsa_json_get_string (self->record, "", "profile", error)) ||
      !shinsa_json_opt_string (self->record, "", "application", &self->application, error))
    return FALSE;
  if (!g_strv_contains (shinsa_record_profiles (), self->profile))
    return shinsa_record_refuse (error, "/profile", _("there is no such profile."));
  is_for_applicant = g_str_equal (self->profile, SHINSA_PROFILE_APPLICANT);
  if (is_for_applicant != (self->application != NULL))
    return shinsa_record_refuse (error, "/application",
                                 _("an application is named for an applicant, and for nobody "
                                   "else."));
  return TRUE;
}

/* --- Signature and definition --- */

static gboolean
check_signature (ShinsaRecordReading  *self,
                 GError              **error)
{
  JsonObject *signature = shinsa_json_get_object (self->record, "", "signature", error);
  g_autoptr (GBytes) bytes = shinsa_record_signed_bytes (self->node);
  const char *feed;
  const char *value;

  if (signature == NULL ||
      !shinsa_json_only_members (signature, "/signature", error, "feed", "value", NULL) ||
      !(feed = shinsa_json_get_string (signature, "/signature", "feed", error)) ||
      !(value = shinsa_json_get_string (signature, "/signature", "value", error)))
    return FALSE;
  if (!g_str_equal (feed, self->root))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
                           _("/signature/feed: it was not signed by the desk of its round."));
      return FALSE;
    }
  if (shinsa_signature_verify (feed, SHINSA_RECORD_CONTEXT, bytes, value, NULL))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
                       _("/signature/value: the record was changed after the desk signed it."));
  return FALSE;
}

static gboolean
compare_hash (JsonObject  *object,
              const char  *path,
              const char  *member,
              JsonNode    *hashed,
              GError     **error)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (hashed);
  g_autofree char *hash = shinsa_sha256_hex (NULL, bytes);
  g_autoptr (JsonNode) found = json_node_init_string (json_node_alloc (), hash);

  return shinsa_record_compare_member (object, path, member, found, error);
}

/* Reads the definition and compares what is repeated from it. */
static gboolean
read_definition (ShinsaRecordReading  *self,
                 GError              **error)
{
  static const char * const repeated[] = {
    "announce_on", "call_from", "call_to", "id", "practice", "title", "track"
  };
  JsonObject *definition = shinsa_json_get_object (self->record, "", "definition", error);
  JsonObject *round = json_object_get_object_member (self->record, "round");
  JsonObject *defined;

  if (definition == NULL ||
      !(self->definition = shinsa_definition_read (definition, "/definition", error)) ||
      !compare_hash (round, "/round", "definition_hash",
                     json_object_get_member (self->record, "definition"), error) ||
      !compare_hash (self->record, "", "requirement_set_hash",
                     json_object_get_member (definition, "requirement_set"), error))
    return FALSE;
  defined = json_object_get_object_member (definition, "round");
  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    if (!shinsa_record_compare_member (round, "/round", repeated[i],
                                       json_object_get_member (defined, repeated[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_root (ShinsaRecordReading  *self,
            const char           *root,
            GError              **error)
{
  if (root == NULL || g_str_equal (root, self->root))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_OTHER_ROUND,
               _("“%s” is of another round than the one whose root key you named."), self->file);
  return FALSE;
}

static gboolean
verify (ShinsaRecordReading  *self,
        const char           *bytes,
        gsize                 length,
        const char           *root,
        GError              **error)
{
  return read_bytes (self, bytes, length, error) &&
         read_frame (self, error) &&
         check_root (self, root, error) &&
         check_signature (self, error) &&
         read_definition (self, error) &&
         (g_str_equal (self->profile, SHINSA_PROFILE_SECRETARIAT)
            ? shinsa_record_replay (self, error)
            : shinsa_record_check_profile (self, error));
}

/* What is wrong in a file begins with which file it is; anything else speaks for itself. */
static gboolean
name_file (const char  *file_name,
           GError      *cause,
           GError     **error)
{
  if (g_error_matches (cause, SHINSA_ERROR, SHINSA_ERROR_INVALID) ||
      g_error_matches (cause, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE))
    g_set_error (error, cause->domain, cause->code,
                 /* Translators: a file, then a sentence that says what is wrong in it. */
                 _("“%s” cannot be relied on. %s"), file_name, cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
  return FALSE;
}

/**
 * shinsa_record_verify:
 * @bytes: (array length=length): the bytes of a file
 * @length: how many they are
 * @file_name: what sentences call it
 * @root: (nullable): root key of the round, known from elsewhere
 * @report: (out) (optional) (transfer full): what it is
 * @error: return location for %SHINSA_ERROR_INVALID, %SHINSA_ERROR_SIGNATURE,
 *   %SHINSA_ERROR_NEWER or %SHINSA_ERROR_OTHER_ROUND with the first thing that is wrong
 *
 * Verifies form, signature and definition of a record. The secretariat's is then made again from
 * the register that it embeds and compared; of the others the numbers are computed again as far as
 * they tell what these rest on.
 *
 * Returns: whether it stands
 */
gboolean
shinsa_record_verify (const char          *bytes,
                      gsize                length,
                      const char          *file_name,
                      const char          *root,
                      ShinsaRecordReport **report,
                      GError             **error)
{
  ShinsaRecordReading self = { file_name };
  g_autoptr (GError) cause = NULL;
  gboolean stands;

  g_return_val_if_fail (bytes != NULL && file_name != NULL, FALSE);

  stands = verify (&self, bytes, length, root, &cause);
  if (stands && report != NULL)
    *report = make_report (&self, bytes, length, root != NULL);
  g_clear_pointer (&self.node, json_node_unref);
  g_clear_pointer (&self.definition, shinsa_definition_unref);
  return stands || name_file (file_name, cause, error);
}
