/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-json.h"
#include "shinsa-documents.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-official.h"
#include "shinsa-session-private.h"

/* Somewhat more than one chunk. */
#define LARGE (SHINSA_PACKET_CHUNK_MAX + 1000)

static void
write_file (PacketFixture *self,
            const char    *name,
            const char    *bytes,
            gssize         length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shinsa_test_dir_file (self->dir, name);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
write_documents (PacketFixture *self)
{
  g_autofree char *large = g_malloc (LARGE);

  for (gsize i = 0; i < LARGE; i++)
    large[i] = (char) (i * i / 7);
  write_file (self, "large.pdf", large, LARGE);
  write_file (self, "small.pdf", "%PDF-1.4 small", -1);
}

static void
add_document (JsonArray  *documents,
              const char *file)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "file", file);
  json_object_set_string_member (document, "name", file);
  json_object_set_string_member (document, "media_type", "application/pdf");
  json_array_add_object_element (documents, document);
}

/* The sample round, with documents for its first application. */
static GFile *
write_definition (PacketFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples",
                                                   "regional-2021-1.round.json", NULL);
  g_autofree char *path = shinsa_test_dir_file (self->dir, "round.json");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonArray *applications;
  JsonArray *documents;
  gsize length;

  g_file_get_contents (sample, &text, &length, &error);
  g_assert_no_error (error);
  node = shinsa_json_read (text, length, &error);
  g_assert_no_error (error);

  applications = json_object_get_array_member (json_node_get_object (node), "applications");
  documents = json_object_get_array_member (json_array_get_object_element (applications, 0),
                                            "documents");
  add_document (documents, "large.pdf");
  add_document (documents, "small.pdf");
  bytes = shinsa_json_write (node);
  write_file (self, "round.json", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_file_new_for_path (path);
}

PacketFixture *
packet_fixture_new (void)
{
  PacketFixture *self = g_new0 (PacketFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) definition = NULL;
  g_autoptr (GFile) documents = NULL;

  self->dir = shinsa_test_dir_new ();
  documents = g_file_new_for_path (shinsa_test_dir_path (self->dir));
  self->folder = g_file_get_child (documents, "packets");
  g_file_make_directory (self->folder, NULL, &error);
  g_assert_no_error (error);
  write_documents (self);
  definition = write_definition (self);

  self->desk = packet_fixture_open (self, "desk");
  shinsa_session_create_round (self->desk, definition, documents, NULL, &error);
  g_assert_no_error (error);
  self->root = shinsa_session_get_root (self->desk);
  return self;
}

void
packet_fixture_free (PacketFixture *self)
{
  g_assert_finalize_object (self->desk);
  g_clear_object (&self->folder);
  shinsa_test_dir_free (self->dir);
  g_free (self);
}

/* A computer with a store of its own. */
ShinsaSession *
packet_fixture_open (PacketFixture *self,
                     const char    *computer)
{
  g_autofree char *folder = shinsa_test_dir_file (self->dir, computer);
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  ShinsaSession *session;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  session = shinsa_session_open (path, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  return session;
}

ShinsaIdentity *
packet_fixture_key (ShinsaSession *session,
                    const char    *feed)
{
  g_autoptr (GError) error = NULL;
  ShinsaIdentity *key = shinsa_session_get_key (session, feed, &error);

  g_assert_no_error (error);
  return key;
}

/* The computer of a member who took the first packet in and said who they are. */
ShinsaSession *
packet_fixture_member (PacketFixture *self,
                       const char    *member)
{
  g_autoptr (GFile) packet = packet_fixture_issue (self, SHINSA_PURPOSE_INTERESTS, member);
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaSession *session = packet_fixture_open (self, member);

  report = packet_fixture_read (session, packet);
  g_assert_true (report->new_round);
  shinsa_session_select (session, self->root, NULL, &error);
  g_assert_no_error (error);
  shinsa_session_use_member (session, member, "laptop", &error);
  g_assert_no_error (error);
  return session;
}

GFile *
packet_fixture_issue (PacketFixture *self,
                      const char    *purpose,
                      const char    *member)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_session_issue (self->desk, purpose, member, self->folder, &files, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  return g_object_ref (g_ptr_array_index (files, 0));
}

GFile *
packet_fixture_submit (PacketFixture *self,
                       ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = shinsa_session_packet_name (session, SHINSA_PURPOSE_SUBMISSION, NULL,
                                                      &error);
  GFile *file;

  g_assert_no_error (error);
  file = g_file_get_child (self->folder, name);
  shinsa_session_write_submission (session, file, NULL, &error);
  g_assert_no_error (error);
  return file;
}

ShinsaPacketReport *
packet_fixture_read (ShinsaSession *session,
                     GFile         *file)
{
  g_autoptr (GError) error = NULL;
  ShinsaPacketReport *report = NULL;

  shinsa_session_read_packet (session, file, &report, NULL, &error);
  g_assert_no_error (error);
  return report;
}

/* Takes the body. */
void
packet_fixture_state (ShinsaSession *session,
                      const char    *kind,
                      JsonNode      *body)
{
  g_autoptr (JsonNode) owned = body;
  g_autoptr (GError) error = NULL;

  shinsa_session_write (session, kind, owned, NULL, &error);
  g_assert_no_error (error);
}

ShinsaRound *
packet_fixture_load (ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;
  ShinsaRound *round = shinsa_session_load (session, &error);

  g_assert_no_error (error);
  return round;
}

/* The desk accepts the computer of a member. */
void
packet_fixture_accept (PacketFixture *self,
                       ShinsaSession *session)
{
  packet_fixture_state (self->desk, SHINSA_KIND_FEED_SET,
                        shinsa_state_feed (shinsa_session_get_feed (session),
                                           shinsa_session_get_identity (session),
                                           SHINSA_FEED_ACCEPTED, NULL));
}

/* The same for every application. */
void
packet_fixture_declare (ShinsaSession *session,
                        const char    *interest)
{
  g_autoptr (ShinsaRound) round = packet_fixture_load (session);
  const char *reason = g_str_equal (interest, "none") ? "" : "Because.";

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      packet_fixture_state (session, SHINSA_KIND_INTEREST_DECLARE,
                            shinsa_state_interest (dossier->id, interest, NULL, reason));
    }
}

void
packet_fixture_phase (PacketFixture *self,
                      gboolean       open)
{
  packet_fixture_state (self->desk, open ? SHINSA_KIND_PHASE_OPEN : SHINSA_KIND_PHASE_CLOSE,
                        shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, ""));
}

/* Hands over what the member stated, and takes it in at the desk. */
ShinsaPacketReport *
packet_fixture_deliver (PacketFixture *self,
                        ShinsaSession *session)
{
  g_autoptr (GFile) file = packet_fixture_submit (self, session);

  return packet_fixture_read (self->desk, file);
}

/* Issues to a member and takes that in. */
ShinsaPacketReport *
packet_fixture_bring (PacketFixture *self,
                      const char    *purpose,
                      ShinsaSession *session)
{
  g_autoptr (GFile) file = packet_fixture_issue (self, purpose,
                                                 shinsa_session_get_identity (session));

  return packet_fixture_read (session, file);
}

/* A member whose computer is accepted and who declared the same for every application. */
ShinsaSession *
packet_fixture_declared (PacketFixture *self,
                         const char    *member,
                         const char    *interest)
{
  ShinsaSession *session = packet_fixture_member (self, member);
  g_autoptr (ShinsaPacketReport) report = NULL;

  packet_fixture_accept (self, session);
  packet_fixture_declare (session, interest);
  report = packet_fixture_deliver (self, session);
  g_assert_cmpuint (report->received, ==, 6);
  return session;
}

static gboolean
dump_entry (const ShinsaEntryRow  *entry,
            gpointer               data,
            GError               **error)
{
  g_string_append_printf (data, "entry %s\n", entry->hash);
  return TRUE;
}

static void
dump_feed (GString     *dump,
           ShinsaStore *store,
           const char  *round,
           const char  *feed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaHeadRow) head = NULL;

  shinsa_journal_walk (store, round, feed, 1, -1, dump_entry, dump, &error);
  g_assert_no_error (error);
  shinsa_head_lookup (store, round, feed, &head, &error);
  g_assert_no_error (error);
  g_string_append_printf (dump, "head %s\n", head != NULL ? head->hash : "none");
}

/* Everything that a store holds of a round, as text to compare. */
char *
packet_fixture_dump (ShinsaSession *session,
                     const char    *round)
{
  ShinsaStore *store = shinsa_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *official = shinsa_official_dump (store, round, &error);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GPtrArray) forks = NULL;
  GString *dump = g_string_new (official);

  g_assert_no_error (error);
  feeds = shinsa_journal_feeds (store, round, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < feeds->len; i++)
    dump_feed (dump, store, round, ((ShinsaFeedRow *) g_ptr_array_index (feeds, i))->feed);

  forks = shinsa_fork_list (store, round, &error);
  g_assert_no_error (error);
  g_string_append_printf (dump, "forks %u\n", forks->len);
  return g_string_free (dump, FALSE);
}
