/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-packets.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-picture.h"
#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-packet-merge.h"
#include "exchange/shinsa-packet-reader.h"
#include "shinsa-bodies.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-purging.h"
#include "shinsa-replay.h"
#include "shinsa-review-tables.h"
#include "shinsa-round-tables.h"
#include "shinsa-session-private.h"

/* Taking packets in. */

typedef struct {
  ShinsaSession          *session;
  ShinsaPacketStaging    *staging;
  const ShinsaPacketInfo *info;
  ShinsaPacketReport     *report;
} Intake;

static gboolean
is_submission (const ShinsaPacketInfo *info)
{
  return g_str_equal (info->purpose, SHINSA_PURPOSE_SUBMISSION);
}

/* --- Whether this computer may take it in --- */

static gboolean
check_submission (Intake  *self,
                  GError **error)
{
  gboolean has_desk = FALSE;

  if (g_strcmp0 (self->info->round, shinsa_session_get_root (self->session)) != 0)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_OTHER_ROUND,
                   _("“%s” belongs to another round. Nothing was taken in. "
                     "Please check the file name."), self->report->file);
      return FALSE;
    }
  if (!shinsa_session_has_desk (self->session, &has_desk, error))
    return FALSE;
  if (has_desk)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
               _("“%s” is for the desk of the round, and this is not its computer. "
                 "Nothing was taken in. Hand the file to the secretariat."), self->report->file);
  return FALSE;
}

/* A member's packet leaves out what that member may not see, which is not what others may not. */
static gboolean
check_issue (Intake       *self,
             ShinsaStore  *store,
             GError      **error)
{
  g_autoptr (GPtrArray) identities = shinsa_identity_list (store, error);
  const char * const *recipients = (const char * const *) self->info->recipients;
  gboolean others = FALSE;

  if (identities == NULL)
    return FALSE;
  for (guint i = 0; i < identities->len; i++)
    {
      const ShinsaIdentityRow *row = g_ptr_array_index (identities, i);

      if (!g_str_equal (row->round, self->info->round))
        continue;
      if (g_str_equal (row->feed, row->round) || g_strv_contains (recipients, row->name))
        return TRUE;
      others = TRUE;
    }

  if (!others)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
               _("“%s” is for another member. Nothing was taken in. "
                 "Ask the secretariat for your own file."), self->report->file);
  return FALSE;
}

/* --- What it changes --- */

static gboolean
body_is_held (ShinsaStore           *store,
              const ShinsaEntryRow  *entry,
              gboolean              *held,
              GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (entry == NULL)
    return TRUE;
  if (!shinsa_body_lookup (store, entry->body, &bytes, NULL, error))
    return FALSE;
  *held |= bytes != NULL;
  return TRUE;
}

/* Whether something is held now that was not when its place in the register was passed. */
static gboolean
find_latecomers (ShinsaStore  *store,
                 const char   *round,
                 gboolean     *found,
                 GError      **error)
{
  g_autoptr (GPtrArray) receptions = shinsa_reception_list (store, round, -1, error);
  g_autoptr (GPtrArray) acts = NULL;

  if (receptions == NULL || (acts = shinsa_not_applied_list (store, round, -1, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < receptions->len && !*found; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (receptions, i);
      g_autoptr (ShinsaEntryRow) entry = NULL;

      if (!g_str_equal (row->applied, "not held"))
        continue;
      if (!shinsa_journal_lookup (store, row->entry, &entry, error) ||
          !body_is_held (store, entry, found, error))
        return FALSE;
      *found |= entry != NULL && *row->kind == '\0';
    }
  for (guint i = 0; i < acts->len && !*found; i++)
    {
      const ShinsaNotAppliedRow *row = g_ptr_array_index (acts, i);
      g_autoptr (ShinsaEntryRow) entry = NULL;

      if (g_str_equal (row->why, "not held") &&
          (!shinsa_journal_lookup_seq (store, round, round, row->seq, &entry, error) ||
           !body_is_held (store, entry, found, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replay (Intake       *self,
        ShinsaStore  *store,
        GError      **error)
{
  const char *round = self->info->round;
  gboolean from_start = FALSE;

  if (self->report->new_entries == 0 && self->report->new_bodies == 0)
    return TRUE;
  return find_latecomers (store, round, &from_start, error) &&
         shinsa_replay_advance (store, round, from_start, error);
}

/* A round is believed because it is the first, but it has to be one. */
static gboolean
check_new_round (Intake       *self,
                 ShinsaStore  *store,
                 GError      **error)
{
  g_autoptr (ShinsaDefinition) definition = NULL;
  g_autoptr (GError) cause = NULL;

  if (!self->report->new_round)
    return TRUE;
  definition = shinsa_picture_load_definition (store, self->info->round, &cause);
  if (definition != NULL)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” brings a round that this version of Shinsa cannot use: %s "
                 "Nothing was taken in. Ask the secretariat which version they have."),
               self->report->file, cause->message);
  return FALSE;
}

/* What arrived may hold a ruling, or come from before one. */
static gboolean
purge (Intake  *self,
       GError **error)
{
  const ShinsaPacketReport *report = self->report;

  if (report->new_entries == 0 && report->new_bodies == 0 && report->new_documents == 0)
    return TRUE;
  return shinsa_session_purge (self->session, self->info->round, error);
}

static gboolean
count_late (Intake       *self,
            ShinsaStore  *store,
            gint64        before,
            GError      **error)
{
  g_autoptr (GPtrArray) reviews = shinsa_review_list (store, self->info->round, -1, error);

  if (reviews == NULL)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    {
      const ShinsaReviewRow *row = g_ptr_array_index (reviews, i);

      if (row->seq > before && row->late)
        self->report->late++;
    }
  return TRUE;
}

static gboolean
receive (Intake       *self,
         ShinsaStore  *store,
         GError      **error)
{
  const char *round = self->info->round;
  g_autoptr (ShinsaEntryRow) last = NULL;

  return shinsa_journal_last (store, round, round, &last, error) &&
         shinsa_session_receive (self->session, &self->report->received, error) &&
         count_late (self, store, last->seq, error);
}

/* --- The report --- */

static gboolean
name_sender (Intake       *self,
             ShinsaStore  *store,
             GError      **error)
{
  g_autoptr (ShinsaRound) round = shinsa_picture_load (store, self->info->round, -1, error);
  ShinsaPacketReport *report = self->report;
  const ShinsaMember *member = NULL;

  if (round == NULL)
    return FALSE;
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (g_str_equal (feed->feed, report->sender))
        report->sender_state = feed->state;
    }
  member = shinsa_round_member (round, report->sender_member);
  if (member != NULL)
    report->sender_name = shinsa_text_copy (&member->name);
  return TRUE;
}

static gboolean
take_in (ShinsaStore  *store,
         gpointer      data,
         GError      **error)
{
  Intake *self = data;
  ShinsaPacketReport *report = self->report;
  gboolean submission = is_submission (self->info);
  g_autoptr (ShinsaEntryRow) first = NULL;

  if (submission ? !check_submission (self, error) : !check_issue (self, store, error))
    return FALSE;
  if (!shinsa_journal_lookup_seq (store, self->info->round, self->info->round, 1, &first, error))
    return FALSE;

  report->new_round = first == NULL;
  if (!shinsa_packet_merge (store, self->staging, self->info, report, error) ||
      !replay (self, store, error) ||
      !check_new_round (self, store, error) || !purge (self, error) ||
      (submission && (!receive (self, store, error) || !name_sender (self, store, error))))
    return FALSE;
  report->nothing_new = report->new_entries == 0 && report->new_bodies == 0 &&
                        report->new_documents == 0 && report->received == 0 &&
                        report->forks->len == 0;
  return TRUE;
}

static char *
staging_folder (ShinsaStore *store)
{
  const char *path = shinsa_store_get_path (store);

  return g_str_equal (path, SHINSA_STORE_MEMORY) ? g_strdup (g_get_tmp_dir ())
                                                 : g_path_get_dirname (path);
}

/**
 * shinsa_session_read_packet:
 * @self: a session that can write; for a submission, with its round selected
 * @file: a packet
 * @report: (out) (optional) (transfer full): what it did
 * @error: return location for the one sentence why nothing was taken in
 *
 * Takes in all of a packet or nothing of it. Taking it in again, or an older one, changes
 * nothing. A round that is not known yet is believed: the report has the fingerprint to compare.
 * At the desk, what came is received at once if its feed is accepted.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_session_read_packet (ShinsaSession       *self,
                            GFile               *file,
                            ShinsaPacketReport **report,
                            GCancellable        *cancellable,
                            GError             **error)
{
  ShinsaStore *store = shinsa_session_get_store (self);
  g_autofree char *folder = staging_folder (store);
  g_autoptr (ShinsaPacketStaging) staging = NULL;
  g_autoptr (ShinsaPacketInfo) info = NULL;
  g_autoptr (ShinsaPacketReport) result = NULL;
  Intake intake = { self };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if ((staging = shinsa_packet_staging_new (folder, &shinsa_packet_limits, error)) == NULL ||
      (info = shinsa_packet_check (file, &shinsa_packet_limits, staging, cancellable,
                                   error)) == NULL ||
      !shinsa_packet_staging_rewind (staging, error))
    return FALSE;

  result = shinsa_packet_report_new (info);
  result->file = shinsa_packet_file_name (file);
  result->fingerprint = shinsa_fingerprint (info->sender);
  intake.staging = staging;
  intake.info = info;
  intake.report = result;
  if (!shinsa_store_write (store, take_in, &intake, error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&result);
  return TRUE;
}

/* --- Many of them --- */

void
shinsa_packet_result_free (ShinsaPacketResult *result)
{
  g_clear_object (&result->file);
  g_clear_pointer (&result->report, shinsa_packet_report_free);
  g_clear_error (&result->error);
  g_free (result);
}

/**
 * shinsa_session_read_packets:
 * @self: a session that can write
 * @files: (element-type GFile): packets
 *
 * Takes in one after the other; one that is refused does not keep the others away. After
 * @cancellable was cancelled the rest is left, and has no result.
 *
 * Returns: (transfer full) (element-type ShinsaPacketResult): what became of each
 */
GPtrArray *
shinsa_session_read_packets (ShinsaSession *self,
                             GPtrArray     *files,
                             GCancellable  *cancellable)
{
  g_autoptr (GPtrArray) results =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_packet_result_free);

  g_return_val_if_fail (SHINSA_IS_SESSION (self) && files != NULL, NULL);

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      ShinsaPacketResult *result = g_new0 (ShinsaPacketResult, 1);

      result->file = g_object_ref (g_ptr_array_index (files, i));
      shinsa_session_read_packet (self, result->file, &result->report, cancellable,
                                  &result->error);
      g_ptr_array_add (results, result);
    }
  return g_steal_pointer (&results);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = g_file_get_basename (*(GFile **) a);
  g_autofree char *right = g_file_get_basename (*(GFile **) b);

  return g_strcmp0 (left, right);
}

/**
 * shinsa_packets_in_folder:
 * @folder: a folder
 *
 * Returns: (transfer full) (element-type GFile) (nullable): its packets by name, or %NULL with
 *   @error set
 */
GPtrArray *
shinsa_packets_in_folder (GFile         *folder,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_file_get_parse_name (folder);
  GFileInfo *info = NULL;
  GFile *child = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  while (children != NULL &&
         g_file_enumerator_iterate (children, &info, &child, cancellable, &cause) && info != NULL)
    {
      if (g_str_has_suffix (g_file_info_get_name (info), SHINSA_PACKET_SUFFIX))
        g_ptr_array_add (files, g_object_ref (child));
    }

  if (cause != NULL)
    {
      g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
                   _("The folder “%s” cannot be read: %s. Nothing was taken in."), name,
                   cause->message);
      return NULL;
    }
  g_ptr_array_sort (files, compare_names);
  return g_steal_pointer (&files);
}
