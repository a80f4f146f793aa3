/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include <string.h>

#include "entries/shinsa-entry.h"
#include "entries/shinsa-statements.h"
#include "exchange/shinsa-packet-reader.h"
#include "exchange/shinsa-packet-writer.h"
#include "packet-forge.h"
#include "shinsa-error.h"

/* A packet as a file: written by hand-made entries, read without a store. */

#define AT "2021-04-12T10:52:03+09:00"

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

/* A feed of one entry, with its body and head. */
typedef struct {
  ShinsaIdentity *key;
  ShinsaEntryRow *entry;
  GBytes         *body;
  ShinsaHeadRow  *head;
} Feed;

static Feed *
feed_new (ShinsaIdentity *key,
          const char     *round,
          const char     *kind,
          const char     *json)
{
  Feed *self = g_new0 (Feed, 1);
  g_autoptr (JsonNode) node = parse (json);
  g_autofree char *hash = NULL;
  const char *feed = shinsa_identity_get_feed (key);

  self->key = g_object_ref (key);
  self->body = shinsa_entry_seal_body (node, &hash);
  self->entry = shinsa_entry_new (round, feed, 1, NULL, kind, 1, AT,
                                  g_str_equal (feed, round) ? NULL : round, hash);
  self->head = shinsa_head_sign (key, round, 1, self->entry->hash);
  return self;
}

static void
feed_free (Feed *self)
{
  g_object_unref (self->key);
  shinsa_entry_row_free (self->entry);
  g_bytes_unref (self->body);
  shinsa_head_row_free (self->head);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Feed, feed_free)

static Feed *
register_new (ShinsaIdentity *key)
{
  return feed_new (key, shinsa_identity_get_feed (key), SHINSA_KIND_ROUND_DEFINE,
                   "{\"definition\":{\"round\":{\"id\":\"small\",\"title\":"
                   "{\"en\":\"Small\",\"ja\":\"小さな公募\"}}},\"rules_version\":1}");
}

static Feed *
member_new (const char *round)
{
  g_autoptr (ShinsaIdentity) key = shinsa_identity_new_generate ();

  return feed_new (key, round, SHINSA_KIND_FEED_OPEN,
                   "{\"confidentiality\":true,\"continues\":null,\"device\":\"\","
                   "\"member\":\"c\"}");
}

static void
write_feed (ShinsaPacketWriter *writer,
            const Feed         *feed)
{
  const ShinsaEntryRow *entry = feed->entry;
  const char *member = g_str_equal (entry->feed, entry->round) ? "" : "c";
  g_autoptr (GError) error = NULL;

  shinsa_packet_writer_feed (writer, entry->feed, member, &error);
  g_assert_no_error (error);
  shinsa_packet_writer_entry (writer, entry->header, &error);
  g_assert_no_error (error);
  shinsa_packet_writer_body (writer, entry->body, feed->body, &error);
  g_assert_no_error (error);
  shinsa_packet_writer_head (writer, feed->head, &error);
  g_assert_no_error (error);
}

static GFile *
file_in (ShinsaTestDir *dir,
         const char    *name)
{
  g_autofree char *path = shinsa_test_dir_file (dir, name);

  return g_file_new_for_path (path);
}

static ShinsaPacketWriter *
begin (GFile      *file,
       const char *round)
{
  g_autoptr (GError) error = NULL;
  ShinsaPacketWriter *writer = shinsa_packet_writer_new (file, round, NULL, &error);

  g_assert_no_error (error);
  return writer;
}

/* --- Writing and reading --- */

static void
test_written (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "small.shinsa");
  g_autoptr (GFile) part = file_in (dir, "small.shinsa.part");
  g_autoptr (ShinsaIdentity) desk = shinsa_identity_new_generate ();
  g_autoptr (Feed) feed = register_new (desk);
  g_autoptr (ShinsaPacketWriter) writer = begin (file, feed->entry->round);
  g_autoptr (ShinsaPacketInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  write_feed (writer, feed);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_true (g_file_query_exists (part, NULL));
  g_assert_true (shinsa_packet_writer_finish (writer, SHINSA_PURPOSE_INTERESTS, "c", desk,
                                              &error));
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_false (g_file_query_exists (part, NULL));

  info = shinsa_packet_show (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (info->purpose, ==, "interests");
  g_assert_cmpstr (info->round, ==, shinsa_identity_get_feed (desk));
  g_assert_cmpstr (info->sender, ==, shinsa_identity_get_feed (desk));
  g_assert_cmpstr (info->sender_member, ==, "");
  g_assert_cmpstr (info->round_id, ==, "small");
  g_assert_cmpstr (info->round_title.ja, ==, "小さな公募");
  g_assert_cmpuint (g_strv_length (info->recipients), ==, 1);
  g_assert_cmpstr (info->recipients[0], ==, "c");
  g_assert_cmpint (info->feeds, ==, 1);
  g_assert_cmpint (info->entries, ==, 1);
  g_assert_cmpint (info->bodies, ==, 1);
  g_assert_cmpint (info->documents, ==, 0);
}

/* What is not finished leaves nothing, and what was there before stays. */
static void
test_unfinished (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "small.shinsa");
  g_autoptr (GFile) part = file_in (dir, "small.shinsa.part");
  g_autoptr (ShinsaIdentity) desk = shinsa_identity_new_generate ();
  g_autoptr (Feed) feed = register_new (desk);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaPacketWriter *writer;

  g_file_set_contents (path, "before", -1, &error);
  g_assert_no_error (error);
  writer = begin (file, feed->entry->round);
  write_feed (writer, feed);
  shinsa_packet_writer_free (writer);
  g_assert_false (g_file_query_exists (part, NULL));
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "before");
}

/* A packet that its own reader would refuse is not handed out. */
static void
test_read_back (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "small.shinsa");
  g_autoptr (ShinsaIdentity) desk = shinsa_identity_new_generate ();
  g_autoptr (ShinsaIdentity) other = shinsa_identity_new_generate ();
  g_autoptr (Feed) feed = register_new (desk);
  g_autoptr (ShinsaPacketWriter) writer = begin (file, feed->entry->round);
  g_autoptr (GError) error = NULL;

  write_feed (writer, feed);
  g_assert_false (shinsa_packet_writer_finish (writer, SHINSA_PURPOSE_INTERESTS, "c", other,
                                               &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==,
                   "“small.shinsa” could be written, but not read again, and was removed. "
                   "Nothing here was lost. Check the medium and write it again.");
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_document_sizes (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "small.shinsa");
  g_autoptr (ShinsaIdentity) desk = shinsa_identity_new_generate ();
  g_autoptr (ShinsaPacketWriter) writer = begin (file, shinsa_identity_get_feed (desk));
  g_autoptr (GBytes) bytes = g_bytes_new_static ("12345", 5);
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_packet_writer_document (writer, "d0", 4, &error));
  g_assert_no_error (error);
  g_assert_false (shinsa_packet_writer_append (writer, bytes, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (shinsa_packet_writer_finish (writer, SHINSA_PURPOSE_NEWS, "c", desk, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "The document d0 is not as large as its application says. Nothing was written. "
                   "Run “shinsactl store check”.");
}

/* The bytes that another program made by the same description. */
static void
test_vector (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors",
                                                 "packet-submission.shinsa", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPacketInfo) info = shinsa_packet_show (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (info->purpose, ==, "submission");
  g_assert_cmpstr (info->sender_member, ==, "a");
  g_assert_cmpstr (info->digest, ==,
                   "8a60c9142ffef36a47c1355412bf150c996e1012ddf19f17f74dec8d842b9ec0");
  g_assert_cmpint (info->entries, ==, 6);
  g_assert_cmpint (info->bodies, ==, 6);
  g_assert_null (info->round_id);
}

/* --- Ceilings --- */

static void
assert_too_large (GFile                    *file,
                  const ShinsaPacketLimits *limits,
                  const char               *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPacketInfo) info = shinsa_packet_check (file, limits, NULL, NULL, &error);

  g_assert_null (info);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_limits (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors",
                                                 "packet-submission.shinsa", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ShinsaPacketLimits limits = shinsa_packet_limits;

  limits.line = 100;
  assert_too_large (file, &limits,
                    "“packet-submission.shinsa”, line 2: the line is longer than 100 bytes. "
                    "Nothing was taken in. Ask its sender for the file again.");
  limits = shinsa_packet_limits;
  limits.inflated = 1000;
  assert_too_large (file, &limits,
                    "“packet-submission.shinsa” unpacks to more than 1000 bytes. "
                    "Nothing was taken in. Ask its sender for smaller files.");
  limits = shinsa_packet_limits;
  limits.entries = 3;
  assert_too_large (file, &limits,
                    "“packet-submission.shinsa”, line 6: There are more than 3 entries in one "
                    "feed. Nothing was taken in. Ask its sender for the file again.");
}

/* Lines that are short enough, and so many that they would fill the disk. */
static void
test_bomb (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "bomb.shinsa");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GString) whole = g_string_new (SHINSA_PACKET_FIRST_LINE);
  g_autofree char *text = g_malloc (16 * 1024 * 1024);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaPacketLimits limits = shinsa_packet_limits;

  memset (text, ' ', 16 * 1024 * 1024);
  packed = packet_forge_gzip (text, 16 * 1024 * 1024);
  g_assert_cmpuint (g_bytes_get_size (packed), <, 20000);
  g_string_append_len (whole, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_file_set_contents (path, whole->str, whole->len, &error);
  g_assert_no_error (error);

  limits.inflated = 1024 * 1024;
  assert_too_large (file, &limits, "“bomb.shinsa” unpacks to more than 1048576 bytes. "
                                   "Nothing was taken in. Ask its sender for smaller files.");
}

static void
test_no_room (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  ShinsaPacketLimits limits = shinsa_packet_limits;
  g_autoptr (ShinsaPacketStaging) staging = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence =
    g_strdup_printf ("There is not enough room left in “%s”. Nothing was taken in. "
                     "Make room and try again.", shinsa_test_dir_path (dir));

  limits.spare = G_MAXINT64;
  staging = shinsa_packet_staging_new (shinsa_test_dir_path (dir), &limits, &error);
  g_assert_null (staging);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_DISK_FULL);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_no_folder (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autofree char *folder = shinsa_test_dir_file (dir, "gone");
  g_autoptr (ShinsaPacketStaging) staging = NULL;
  g_autoptr (GError) error = NULL;

  staging = shinsa_packet_staging_new (folder, &shinsa_packet_limits, &error);
  g_assert_null (staging);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_suffix (error->message, ". Nothing was taken in. Change its permissions "
                                                   "or make room, and try again."));
}

/* --- Feeds that nobody knows --- */

static PacketForge *
write_and_take_apart (ShinsaTestDir *dir,
                      Feed          *feed,
                      const char    *round,
                      const char    *purpose,
                      const char    *recipient)
{
  g_autoptr (GFile) file = file_in (dir, "parts.shinsa");
  g_autoptr (ShinsaPacketWriter) writer = begin (file, round);
  g_autoptr (GError) error = NULL;

  write_feed (writer, feed);
  shinsa_packet_writer_finish (writer, purpose, recipient, feed->key, &error);
  g_assert_no_error (error);
  return packet_forge_new (file);
}

/* Adds a feed of one entry of which the register says nothing. */
static void
add_stranger (PacketForge   *forge,
              ShinsaTestDir *dir,
              const char    *round)
{
  static const char * const kinds[][2] = {
    { "feed", "body" }, { "entry", "body" }, { "body", "head" }, { "head", "end" },
  };
  g_autoptr (Feed) feed = member_new (round);
  g_autoptr (PacketForge) lines = write_and_take_apart (dir, feed, round,
                                                        SHINSA_PURPOSE_SUBMISSION,
                                                        SHINSA_RECIPIENT_DESK);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint from = packet_forge_find (lines, kinds[i][0], 0);

      packet_forge_insert (forge, packet_forge_find (forge, kinds[i][1], 0),
                           packet_forge_line (lines, from));
    }
}

/* A register as it is taken in, but for feeds that are not accepted. */
static GFile *
write_with_strangers (ShinsaTestDir *dir,
                      guint          n_strangers)
{
  g_autoptr (GFile) file = file_in (dir, "strangers.shinsa");
  g_autoptr (ShinsaIdentity) desk = shinsa_identity_new_generate ();
  g_autoptr (Feed) feed = register_new (desk);
  const char *round = feed->entry->round;
  g_autoptr (PacketForge) forge = write_and_take_apart (dir, feed, round, SHINSA_PURPOSE_NEWS,
                                                        "c");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_strangers; i++)
    add_stranger (forge, dir, round);
  packet_forge_seal (forge, desk);
  bytes = packet_forge_pack (forge);
  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                           FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static void
test_one_stranger (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = write_with_strangers (dir, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPacketInfo) info = shinsa_packet_show (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (info->feeds, ==, 2);
}

static void
test_two_strangers (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = write_with_strangers (dir, 2);

  assert_too_large (file, &shinsa_packet_limits,
                    "“strangers.shinsa”, line 14: More than one feed is there that the desk has "
                    "not accepted. Nothing was taken in. Ask its sender for the file again.");
}

/* --- Half a file --- */

static void
test_truncated (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "vectors",
                                                 "packet-submission.shinsa", NULL);
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autoptr (GFile) file = file_in (dir, "half.shinsa");
  g_autofree char *half = g_file_get_path (file);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < 50; i++)
    {
      g_autoptr (ShinsaPacketInfo) info = NULL;

      g_file_set_contents (half, bytes, length * i / 50, &error);
      g_assert_no_error (error);
      info = shinsa_packet_show (file, NULL, &error);
      g_assert_null (info);
      g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message,
                                       "“half.shinsa” ends in the middle (after line "));
      g_assert_true (g_str_has_suffix (error->message,
                                       "). Nothing was taken in. Copy it again from its source."));
      g_clear_error (&error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packet/written", test_written);
  g_test_add_func ("/packet/unfinished", test_unfinished);
  g_test_add_func ("/packet/read-back", test_read_back);
  g_test_add_func ("/packet/document-sizes", test_document_sizes);
  g_test_add_func ("/packet/vector", test_vector);
  g_test_add_func ("/packet/limits", test_limits);
  g_test_add_func ("/packet/bomb", test_bomb);
  g_test_add_func ("/packet/no-room", test_no_room);
  g_test_add_func ("/packet/no-folder", test_no_folder);
  g_test_add_func ("/packet/one-stranger", test_one_stranger);
  g_test_add_func ("/packet/two-strangers", test_two_strangers);
  g_test_add_func ("/packet/truncated", test_truncated);
  return g_test_run ();
}
