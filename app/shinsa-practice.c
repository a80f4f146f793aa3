/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-practice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-json.h"
#include "shinsa-app-resources.h"
#include "shinsa-error.h"
#include "shinsa-packets.h"
#include "shinsa-practice-reviews.h"
#include "shinsa-preparing.h"
#include "shinsa-scratch.h"
#include "shinsa-writing.h"

/* The practice round goes the way of a real one: the desk issues packets, each of the six members
 * has a computer of their own for a moment, declares, scores and sends submissions back. What is
 * left to do is what a person is to try: one member's review, taking the others in, deciding. */

#define ROUND_RESOURCE    "/jp/shinsa/app/samples/regional-2021-1.round.json"
#define OPINIONS_RESOURCE "/jp/shinsa/app/samples/regional-2021-1.opinions.json"
#define DOCUMENTS_FOLDER  "resource:///jp/shinsa/app/documents"

typedef struct {
  ShinsaSession *desk;
  ShinsaRound   *round;        /* as it was prepared */
  JsonObject    *opinions;
  GFile         *folder;       /* for the packets that are left to take in */
  GFile         *scratch;      /* where the computers of the six are */
  GHashTable    *computers;    /* member to ShinsaSession */
  GCancellable  *cancellable;
} Practice;

static JsonArray *
list_of (JsonObject *object,
         const char *member)
{
  return json_object_get_array_member (object, member);
}

static const char *
text_of (JsonObject *object,
         const char *member)
{
  return json_object_get_string_member (object, member);
}

/* --- The computers of the six --- */

static gboolean
take_in (ShinsaSession  *session,
         GPtrArray      *files,
         GCancellable   *cancellable,
         GError        **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (ShinsaPacketReport) report = NULL;

      if (!shinsa_session_read_packet (session, g_ptr_array_index (files, i), &report,
                                       cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* Hands a member what the desk issues for them. */
static gboolean
hand_out (Practice       *practice,
          const char     *purpose,
          const char     *member,
          GError        **error)
{
  ShinsaSession *computer = g_hash_table_lookup (practice->computers, member);
  g_autoptr (GPtrArray) files = NULL;

  return shinsa_session_issue (practice->desk, purpose, member, practice->scratch, &files,
                               practice->cancellable, error) &&
         take_in (computer, files, practice->cancellable, error);
}

static gboolean
open_computer (Practice    *practice,
               const char  *member,
               GError     **error)
{
  g_autofree char *name = g_strconcat (member, ".db", NULL);
  g_autoptr (GFile) file = g_file_get_child (practice->scratch, name);
  g_autoptr (ShinsaSession) computer =
    shinsa_session_open (g_file_peek_path (file), SHINSA_SESSION_WRITE, error);

  if (computer == NULL)
    return FALSE;
  g_hash_table_insert (practice->computers, g_strdup (member), g_object_ref (computer));

  return hand_out (practice, SHINSA_PURPOSE_INTERESTS, member, error) &&
         shinsa_session_select (computer, shinsa_session_get_root (practice->desk), NULL, error) &&
         shinsa_session_use_member (computer, member, NULL, error);
}

static gboolean
declare_interests (ShinsaSession  *computer,
                   JsonArray      *interests,
                   GError        **error)
{
  for (guint i = 0; i < json_array_get_length (interests); i++)
    {
      JsonObject *interest = json_array_get_object_element (interests, i);
      g_autoptr (JsonNode) body =
        shinsa_state_interest (text_of (interest, "application"), text_of (interest, "interest"),
                               NULL, text_of (interest, "reason"));

      if (!shinsa_session_write (computer, SHINSA_KIND_INTEREST_DECLARE, body, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The desk compares fingerprints with the member, says yes, and what waited is received. */
static gboolean
accept_computer (Practice       *practice,
                 ShinsaSession  *computer,
                 const char     *member,
                 GError        **error)
{
  g_autoptr (JsonNode) body = shinsa_state_feed (shinsa_session_get_feed (computer), member,
                                                 SHINSA_FEED_ACCEPTED, NULL);

  return shinsa_session_write (practice->desk, SHINSA_KIND_FEED_SET, body, NULL, error) &&
         shinsa_session_receive (practice->desk, NULL, error);
}

static gboolean
join_member (Practice    *practice,
             JsonObject  *opinions,
             GError     **error)
{
  const char *member = text_of (opinions, "member");
  ShinsaSession *computer = NULL;
  g_autoptr (GFile) file = g_file_get_child (practice->scratch, "declarations.shinsa");
  g_autoptr (ShinsaPacketReport) report = NULL;

  if (!open_computer (practice, member, error))
    return FALSE;
  computer = g_hash_table_lookup (practice->computers, member);

  return declare_interests (computer, list_of (opinions, "interests"), error) &&
         shinsa_session_write_submission (computer, file, practice->cancellable, error) &&
         shinsa_session_read_packet (practice->desk, file, &report, practice->cancellable,
                                     error) &&
         accept_computer (practice, computer, member, error);
}

/* --- The desk's part in between --- */

static gboolean
rule_interests (Practice  *practice,
                GError   **error)
{
  JsonArray *rulings = list_of (practice->opinions, "rulings");

  for (guint i = 0; i < json_array_get_length (rulings); i++)
    {
      JsonObject *ruling = json_array_get_object_element (rulings, i);
      gboolean recuse = g_str_equal (text_of (ruling, "ruling"), "recuse");
      g_autoptr (JsonNode) body =
        shinsa_state_ruling (text_of (ruling, "application"), text_of (ruling, "member"), recuse,
                             NULL, text_of (ruling, "instructed_by"), text_of (ruling, "reason"));

      if (!shinsa_session_write (practice->desk, SHINSA_KIND_INTEREST_RULE, body, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
open_paper_review (Practice  *practice,
                   GError   **error)
{
  g_autoptr (JsonNode) body = shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL);

  return shinsa_session_write (practice->desk, SHINSA_KIND_PHASE_OPEN, body, NULL, error);
}

/* --- Reviews --- */

static GFile *
packet_folder (Practice    *practice,
               const char  *which,
               GError     **error)
{
  gboolean before = g_str_equal (which, "before");
  g_autoptr (GFile) folder = g_file_get_child (practice->folder,
                                               /* Translators: names of folders. */
                                               before ? _("1 Before closing")
                                                      : _("2 After closing"));
  g_autoptr (GError) local = NULL;

  if (!g_file_make_directory_with_parents (folder, practice->cancellable, &local) &&
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY,
                   _("The folder “%s” could not be made (%s). Choose another place for the "
                     "practice round."), g_file_peek_path (folder), local->message);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

/* Nothing else is made where there is no place for packets. */
static gboolean
make_folders (Practice  *practice,
              GError   **error)
{
  g_autoptr (GFile) before = packet_folder (practice, "before", error);
  g_autoptr (GFile) after = NULL;

  return before != NULL && (after = packet_folder (practice, "after", error)) != NULL;
}

static gboolean
review_member (Practice    *practice,
               JsonObject  *opinions,
               GError     **error)
{
  const char *member = text_of (opinions, "member");
  ShinsaSession *computer = g_hash_table_lookup (practice->computers, member);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (!hand_out (practice, SHINSA_PURPOSE_DOCUMENTS, member, error) ||
      !shinsa_practice_review (computer, practice->round, list_of (opinions, "reviews"), error))
    return FALSE;
  if (!(folder = packet_folder (practice, text_of (opinions, "folder"), error)) ||
      !(name = shinsa_session_packet_name (computer, SHINSA_PURPOSE_SUBMISSION, NULL, error)))
    return FALSE;
  file = g_file_get_child (folder, name);

  return shinsa_session_write_submission (computer, file, practice->cancellable, error);
}

/* --- All of it --- */

static gboolean
for_each_member (Practice  *practice,
                 gboolean (*step) (Practice *, JsonObject *, GError **),
                 GError   **error)
{
  JsonArray *members = list_of (practice->opinions, "members");

  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      if (g_cancellable_set_error_if_cancelled (practice->cancellable, error) ||
          !step (practice, json_array_get_object_element (members, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Everybody on this computer too, so that one person can try every part. */
static gboolean
add_identities (Practice  *practice,
                GError   **error)
{
  const char *user = text_of (practice->opinions, "user");
  GPtrArray *members = practice->round->members;

  for (guint i = 0; i < members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (members, i);
      g_autoptr (ShinsaIdentity) key = NULL;

      if (!member->scores)
        continue;
      key = shinsa_identity_new_generate ();
      if (!shinsa_session_add_identity (practice->desk, member->id, key, NULL,
                                        g_str_equal (member->id, user), error))
        return FALSE;
    }

  return TRUE;
}

static JsonNode *
load_json (const char  *path,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size = 0;
  const char *data = NULL;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);

  return shinsa_json_read (data, size, error);
}

/* The definition that others start from names no documents, since they have none. */
static void
add_documents (ShinsaRoundFile *file,
               JsonArray       *documents)
{
  for (guint i = 0; i < file->applications->len; i++)
    {
      ShinsaRoundFileApplication *application = g_ptr_array_index (file->applications, i);

      for (guint j = 0; j < json_array_get_length (documents); j++)
        {
          JsonObject *object = json_array_get_object_element (documents, j);
          ShinsaRoundFileDocument *document;

          if (!g_str_equal (text_of (object, "application"), application->id))
            continue;
          document = g_new0 (ShinsaRoundFileDocument, 1);
          document->file = g_strdup (text_of (object, "file"));
          document->name = g_strdup (text_of (object, "name"));
          document->media_type = g_strdup (text_of (object, "media_type"));
          g_ptr_array_add (application->documents, document);
        }
    }
}

static gboolean
prepare_round (Practice  *practice,
               GError   **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (ROUND_RESOURCE,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (ShinsaRoundFile) file = NULL;
  g_autoptr (ShinsaIdentity) key = shinsa_identity_new_generate ();
  g_autoptr (GFile) folder = g_file_new_for_uri (DOCUMENTS_FOLDER);
  gsize size = 0;
  const char *data = NULL;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (!shinsa_round_file_read (data, size, ROUND_RESOURCE, &file, error))
    return FALSE;
  add_documents (file, list_of (practice->opinions, "documents"));

  return shinsa_session_prepare (practice->desk, file, key, folder, error) &&
         (practice->round = shinsa_session_load_whole (practice->desk, -1, error)) != NULL;
}

/* In one unit of work: half a practice round would be of no use to anybody. */
static gboolean
play (ShinsaStore  *store,
      gpointer      data,
      GError      **error)
{
  Practice *practice = data;
  const char *user = text_of (practice->opinions, "user");
  g_autofree char *root = NULL;

  if (!prepare_round (practice, error) || !add_identities (practice, error) ||
      !for_each_member (practice, join_member, error) || !rule_interests (practice, error) ||
      !open_paper_review (practice, error) || !for_each_member (practice, review_member, error))
    return FALSE;
  root = g_strdup (shinsa_session_get_root (practice->desk));

  return shinsa_session_select (practice->desk, root, user, error) &&
         shinsa_session_remember (practice->desk, error);
}

/**
 * shinsa_practice_create:
 * @self: a session that can write
 * @folder: where the members' packets go: one folder to take in before the paper review is closed,
 *   one for after
 * @cancellable: (nullable): stops it between two members
 * @error: return location for an error
 *
 * Sets up the practice round whole: keys, everybody's identity, documents, declarations and
 * rulings, and six members' submissions as packets. The one member without a submission is whoever
 * tries it, and is selected at the end.
 *
 * Returns: whether the round is there
 */
gboolean
shinsa_practice_create (ShinsaSession  *self,
                        GFile          *folder,
                        GCancellable   *cancellable,
                        GError        **error)
{
  static gsize registered = 0;
  g_autoptr (JsonNode) opinions = NULL;
  g_autofree char *scratch = NULL;
  Practice practice = { self, NULL, NULL, folder, NULL, NULL, cancellable };
  gboolean done = FALSE;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  if (g_once_init_enter (&registered))
    {
      shinsa_app_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  if (!(opinions = load_json (OPINIONS_RESOURCE, error)) ||
      !(scratch = g_dir_make_tmp ("shinsa-XXXXXX", error)))
    return FALSE;

  practice.opinions = json_node_get_object (opinions);
  practice.scratch = g_file_new_for_path (scratch);
  practice.computers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  done = make_folders (&practice, error) &&
         shinsa_store_write (shinsa_session_get_store (self), play, &practice, error);
  g_hash_table_unref (practice.computers);
  g_clear_pointer (&practice.round, shinsa_round_unref);
  shinsa_scratch_delete (practice.scratch);
  g_object_unref (practice.scratch);

  return done;
}
