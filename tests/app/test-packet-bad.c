/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include <string.h>

#include "packet-forge.h"
#include "shinsa-error.h"
#include "shinsa-session-private.h"

/* One thing wrong at a time: each packet is refused with its sentence, and nothing is changed. */

#define KEY "\"1111111111111111111111111111111111111111111111111111111111111111\""
#define SIGNATURE "\"0000000000000000000000000000000000000000000000000000000000000000" \
                  "0000000000000000000000000000000000000000000000000000000000000000\""
#define NOT_CANONICAL "This is not JSON in its canonical form."
#define MISPLACED "This line does not stand where it belongs."
#define MISPLACED_PART "This part of a document does not stand where it belongs."
#define UNCHAINED "This entry does not follow the one before it."
#define WRONG_SIGNATURE \
  "The signature is wrong: what was signed has been changed, or somebody else signed it."

typedef enum {
  SUBMISSION,  /* of member C, for the desk */
  ISSUE,       /* of documents, for member C */
} Base;

typedef enum {
  SET,     /* a member of the line, to a value in JSON; without one it is taken out */
  TEXT,    /* the line is another one */
  BEFORE,  /* another line stands before it */
  DROP,
  COPY,    /* the line is there twice; the second has a member set, if one is named */
  SWAP,    /* with the line after it */
  SPACE,   /* a space that need not be there */
} Change;

typedef enum {
  SAME,    /* where the change is */
  NEXT,    /* the line after it */
  HEAD,
  BODY,    /* the first one */
  END,
} Place;

/* Whether what is wrong is signed again. */
typedef enum {
  UNSIGNED,
  SIGNED,
  SIGNED_BY_OTHER,
} Seal;

typedef struct {
  const char *name;
  Base        base;
  Change      change;
  const char *kind;
  guint       nth;
  const char *member;
  const char *value;
  Seal        seal;
  Place       place;
  ShinsaError code;
  const char *sentence;
} Bad;

static const Bad bad[] = {
  /* Form */
  { "no-json", SUBMISSION, TEXT, "entry", 0, NULL, "{", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, NOT_CANONICAL },
  { "space", SUBMISSION, SPACE, "entry", 0, NULL, NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, NOT_CANONICAL },
  { "order-of-members", SUBMISSION, TEXT, "head", 0, NULL, "{\"line\":\"head\",\"feed\":1}",
    UNSIGNED, SAME, SHINSA_ERROR_INVALID, NOT_CANONICAL },
  { "member-twice", SUBMISSION, TEXT, "head", 0, NULL, "{\"line\":\"head\",\"line\":\"head\"}",
    UNSIGNED, SAME, SHINSA_ERROR_INVALID, NOT_CANONICAL },
  { "empty-line", SUBMISSION, BEFORE, "head", 0, NULL, "", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, NOT_CANONICAL },
  { "no-object", SUBMISSION, TEXT, "feed", 0, NULL, "[]", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "The document is not an object: it must begin with “{”." },
  { "unknown-kind", SUBMISSION, BEFORE, "head", 0, NULL, "{\"line\":\"poem\"}", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/line: there is no such kind of line." },
  { "no-kind", SUBMISSION, BEFORE, "head", 0, NULL, "{\"poem\":1}", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/line: this member is missing." },
  { "unknown-member", SUBMISSION, SET, "feed", 0, "colour", "1", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/colour: a member of this name is not known here." },
  { "missing-member", SUBMISSION, SET, "feed", 0, "member", NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/member: this member is missing." },

  /* Feeds */
  { "feed-no-key", SUBMISSION, SET, "feed", 0, "feed", "\"ABC\"", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/feed: 64 lowercase hexadecimal digits are needed here." },
  { "feed-of-nobody", SUBMISSION, SET, "feed", 0, "member", "\"\"", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/member: this is not whose feed it can be." },
  { "register-of-member", ISSUE, SET, "feed", 0, "member", "\"c\"", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/member: this is not whose feed it can be." },
  { "feed-twice", SUBMISSION, COPY, "feed", 0, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, "This feed is there a second time." },
  { "second-feed", SUBMISSION, COPY, "feed", 0, "feed", KEY, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, "The register comes first; a submission has one feed only." },
  { "feed-of-other-round", SUBMISSION, COPY, "feed", 0, "round", KEY, UNSIGNED, NEXT,
    SHINSA_ERROR_OTHER_ROUND, "This line belongs to another round." },

  /* Entries */
  { "entry-before-feed", SUBMISSION, SWAP, "feed", 0, NULL, NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "This entry stands before the feed it belongs to." },
  { "entries-swapped", SUBMISSION, SWAP, "entry", 0, NULL, NULL, UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, UNCHAINED },
  { "entry-missing", SUBMISSION, DROP, "entry", 1, NULL, NULL, UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, UNCHAINED },
  { "entry-twice", SUBMISSION, COPY, "entry", 1, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_SIGNATURE, UNCHAINED },
  { "entry-chained-elsewhere", SUBMISSION, SET, "entry", 1, "header/prev", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, UNCHAINED },
  { "entry-changed", SUBMISSION, SET, "entry", 1, "header/at", "\"then\"", UNSIGNED, NEXT,
    SHINSA_ERROR_SIGNATURE, UNCHAINED },
  { "last-entry-changed", SUBMISSION, SET, "entry", 5, "header/at", "\"then\"", UNSIGNED, HEAD,
    SHINSA_ERROR_SIGNATURE, "The signed head is not that of the entries in the file." },
  { "entry-of-other-round", SUBMISSION, SET, "entry", 0, "header/round", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_OTHER_ROUND, "This entry belongs to another round." },
  { "entry-of-other-feed", SUBMISSION, SET, "entry", 0, "header/feed", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "This entry belongs to another feed." },
  { "newer-round", ISSUE, SET, "entry", 0, "header/v", "2", UNSIGNED, SAME,
    SHINSA_ERROR_NEWER, "The round was prepared with a newer version of Shinsa." },
  { "entry-unknown-member", SUBMISSION, SET, "entry", 0, "header/mood", "1", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/header/mood: a member of this name is not known here." },
  { "entry-number-zero", SUBMISSION, SET, "entry", 0, "header/seq", "0", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID,
    "/header/seq: a whole number from 1 to 9007199254740991 is needed here." },
  { "entry-saw-nothing", SUBMISSION, SET, "entry", 0, "header/seen", NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID,
    "/header/seen: submissions name the register that was seen, and acts do not." },

  /* Bodies */
  { "body-changed", SUBMISSION, SET, "body", 0, "body/device", "\"other\"", UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, "The hash is not that of the body beside it." },
  { "body-twice", SUBMISSION, COPY, "body", 0, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, "No entry names this body, or it is here twice." },
  { "body-without-salt", SUBMISSION, SET, "body", 0, "body/salt", NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/body/salt: this member is missing." },
  { "body-no-object", SUBMISSION, SET, "body", 0, "body", "[]", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/body: an object is needed here." },
  { "feed-of-other-member", SUBMISSION, SET, "feed", 0, "member", "\"d\"", UNSIGNED, BODY,
    SHINSA_ERROR_INVALID, "/body/member: the feed was announced as another member's." },
  { "body-after-head", SUBMISSION, SWAP, "body", 5, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, MISPLACED },
  { "no-definition", ISSUE, DROP, "body", 0, NULL, NULL, SIGNED, END,
    SHINSA_ERROR_INVALID, "The definition of the round is missing." },

  /* Heads */
  { "head-missing", SUBMISSION, DROP, "head", 0, NULL, NULL, SIGNED, END,
    SHINSA_ERROR_SIGNATURE, "The signed head of a feed is missing." },
  { "head-twice", SUBMISSION, COPY, "head", 0, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, "The feed of this head is not there, or has a head already." },
  { "head-of-other-feed", SUBMISSION, SET, "head", 0, "feed", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "The feed of this head is not there, or has a head already." },
  { "entries-beyond-head", SUBMISSION, SET, "head", 0, "seq", "5", UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE,
    "The signed head ends at entry 5, but the feed goes on to entry 6." },
  { "head-beyond-entries", SUBMISSION, SET, "head", 0, "seq", "7", UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, "The signed head is not that of the entries in the file." },
  { "head-forged", SUBMISSION, SET, "head", 0, "signature", SIGNATURE, SIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, WRONG_SIGNATURE },
  { "head-unsigned", SUBMISSION, SET, "head", 0, "signature", "\"00\"", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/signature: 128 lowercase hexadecimal digits are needed here." },

  /* Documents */
  { "document-of-nobody", ISSUE, SET, "document", 0, "hash", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "No application has this document, or it is here twice." },
  { "document-without-end", ISSUE, SET, "document", 0, "size", "5000000000", UNSIGNED, SAME,
    SHINSA_ERROR_TOO_LARGE, "/size: a document may have 4294967296 bytes at most." },
  { "chunk-before-document", ISSUE, SWAP, "document", 0, NULL, NULL, UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, MISPLACED_PART },
  { "chunk-missing", ISSUE, DROP, "chunk", 0, NULL, NULL, SIGNED, SAME,
    SHINSA_ERROR_INVALID, MISPLACED_PART },
  { "chunks-swapped", ISSUE, SWAP, "chunk", 0, NULL, NULL, SIGNED, SAME,
    SHINSA_ERROR_INVALID, MISPLACED_PART },
  { "last-chunk-missing", ISSUE, DROP, "chunk", 1, NULL, NULL, SIGNED, SAME,
    SHINSA_ERROR_INVALID, "Parts of the document before this line are missing." },
  { "chunk-too-many", ISSUE, COPY, "chunk", 1, "position", "2", SIGNED, NEXT,
    SHINSA_ERROR_INVALID, MISPLACED_PART },
  { "chunk-no-base64", ISSUE, SET, "chunk", 2, "data", "\"%%\"", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/data: this is not the part that was announced." },
  { "chunk-changed", ISSUE, SET, "chunk", 2, "data", "\"JVBERi0xLjQgc21hbEw=\"", SIGNED, END,
    SHINSA_ERROR_SIGNATURE, "The hash is not that of the document before this line." },

  /* The last line */
  { "counts", SUBMISSION, SET, "end", 0, "counts/bodies", "5", UNSIGNED, SAME,
    SHINSA_ERROR_INVALID, "/counts/bodies: 5 were announced and 6 are there." },
  { "digest", SUBMISSION, SET, "end", 0, "digest", KEY, UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, "/digest: the lines before are not those that were signed." },
  { "end-of-other-round", SUBMISSION, SET, "end", 0, "round", KEY, SIGNED, SAME,
    SHINSA_ERROR_OTHER_ROUND, "This line belongs to another round." },
  { "purpose", SUBMISSION, SET, "end", 0, "purpose", "\"news\"", SIGNED, SAME,
    SHINSA_ERROR_INVALID, "/purpose: this is not what such a packet can be for." },
  { "recipient", SUBMISSION, SET, "end", 0, "recipients", "[\"c\"]", SIGNED, SAME,
    SHINSA_ERROR_INVALID, "/recipients: this is not who can get the packet." },
  { "no-recipient", SUBMISSION, SET, "end", 0, "recipients", "[]", SIGNED, SAME,
    SHINSA_ERROR_INVALID, "/recipients: nobody is named." },
  { "sender", SUBMISSION, SET, "end", 0, "sender", KEY, SIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, "/sender: this is not who can have sent the packet." },
  { "forged", SUBMISSION, SET, "end", 0, "signature", SIGNATURE, UNSIGNED, SAME,
    SHINSA_ERROR_SIGNATURE, WRONG_SIGNATURE },
  { "signed-by-other", ISSUE, SET, "end", 0, "purpose", "\"news\"", SIGNED_BY_OTHER, SAME,
    SHINSA_ERROR_SIGNATURE, WRONG_SIGNATURE },
  { "end-twice", SUBMISSION, COPY, "end", 0, NULL, NULL, UNSIGNED, NEXT,
    SHINSA_ERROR_INVALID, MISPLACED },
};

/* --- What all of them share --- */

static PacketFixture *fixture;
static ShinsaSession *member;
static GFile *packets[2];

static void
set_up (void)
{
  fixture = packet_fixture_new ();
  member = packet_fixture_member (fixture, "c");
  packet_fixture_declare (member, "none");
  packet_fixture_accept (fixture, member);
  packets[SUBMISSION] = packet_fixture_submit (fixture, member);
  shinsa_packet_report_free (packet_fixture_read (fixture->desk, packets[SUBMISSION]));
  packets[ISSUE] = packet_fixture_issue (fixture, SHINSA_PURPOSE_DOCUMENTS, "c");
}

static void
tear_down (void)
{
  g_assert_finalize_object (packets[SUBMISSION]);
  g_assert_finalize_object (packets[ISSUE]);
  g_assert_finalize_object (member);
  packet_fixture_free (fixture);
}

static ShinsaSession *
reader_of (Base base)
{
  return base == SUBMISSION ? fixture->desk : member;
}

static ShinsaIdentity *
sender_of (Base base)
{
  return base == SUBMISSION ? packet_fixture_key (member, shinsa_session_get_feed (member))
                            : packet_fixture_key (fixture->desk, fixture->root);
}

static void
assert_refused (Base        base,
                GBytes     *bytes,
                ShinsaError code,
                const char *sentence)
{
  ShinsaSession *session = reader_of (base);
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "bad.shinsa");
  g_autofree char *before = packet_fixture_dump (session, fixture->root);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                           FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (shinsa_session_read_packet (session, file, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_error (error, SHINSA_ERROR, (int) code);
  after = packet_fixture_dump (session, fixture->root);
  g_assert_cmpstr (after, ==, before);
}

/* --- Lines --- */

static void
spoil (PacketForge *forge,
       const Bad   *spec,
       guint        line)
{
  g_autofree char *text = g_strdup (packet_forge_line (forge, line));
  g_autofree char *spaced = g_strconcat ("{ ", text + 1, NULL);

  switch (spec->change)
    {
    case SET:
      packet_forge_member (forge, line, spec->member, spec->value);
      break;
    case TEXT:
      packet_forge_text (forge, line, spec->value);
      break;
    case BEFORE:
      packet_forge_insert (forge, line, spec->value);
      break;
    case DROP:
      packet_forge_remove (forge, line);
      break;
    case COPY:
      packet_forge_insert (forge, line + 1, text);
      if (spec->member != NULL)
        packet_forge_member (forge, line + 1, spec->member, spec->value);
      break;
    case SWAP:
      packet_forge_remove (forge, line);
      packet_forge_insert (forge, line + 1, text);
      break;
    case SPACE:
      packet_forge_text (forge, line, spaced);
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
place_of (PacketForge *forge,
          Place        place,
          guint        line)
{
  switch (place)
    {
    case NEXT:
      return line + 1;
    case HEAD:
      return packet_forge_find (forge, "head", 0);
    case BODY:
      return packet_forge_find (forge, "body", 0);
    case END:
      return packet_forge_find (forge, "end", 0);
    case SAME:
    default:
      return line;
    }
}

static void
test_line (gconstpointer data)
{
  const Bad *spec = data;
  g_autoptr (PacketForge) forge = packet_forge_new (packets[spec->base]);
  g_autoptr (ShinsaIdentity) other = shinsa_identity_new_generate ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = NULL;
  guint line = packet_forge_find (forge, spec->kind, spec->nth);

  spoil (forge, spec, line);
  if (spec->seal != UNSIGNED)
    packet_forge_seal (forge, spec->seal == SIGNED ? sender_of (spec->base) : other);
  sentence = g_strdup_printf ("“bad.shinsa”, line %u: %s Nothing was taken in. "
                              "Ask its sender for the file again.",
                              place_of (forge, spec->place, line) + 1, spec->sentence);
  bytes = packet_forge_pack (forge);
  assert_refused (spec->base, bytes, spec->code, sentence);
}

/* The one thing that only the store can know. */
static void
test_body_missing (void)
{
  g_autoptr (PacketForge) forge = NULL;
  g_autoptr (ShinsaSession) newcomer = packet_fixture_member (fixture, "d");
  g_autoptr (GFile) file = packet_fixture_submit (fixture, newcomer);
  g_autoptr (GBytes) bytes = NULL;

  forge = packet_forge_new (file);
  packet_forge_remove (forge, packet_forge_find (forge, "body", 0));
  packet_forge_seal (forge, packet_fixture_key (newcomer, shinsa_session_get_feed (newcomer)));
  bytes = packet_forge_pack (forge);
  assert_refused (SUBMISSION, bytes, SHINSA_ERROR_INVALID,
                  "“bad.shinsa” is not complete: the body of an entry is missing. "
                  "Nothing was taken in. Ask its sender for the file again.");
}

static void
test_end_missing (void)
{
  g_autoptr (PacketForge) forge = packet_forge_new (packets[SUBMISSION]);
  g_autoptr (GBytes) bytes = NULL;
  guint end = packet_forge_find (forge, "end", 0);
  g_autofree char *sentence =
    g_strdup_printf ("“bad.shinsa” has no last line (after line %u). Nothing was taken in. "
                     "Ask its sender for the file again.", end);

  packet_forge_remove (forge, end);
  bytes = packet_forge_pack (forge);
  assert_refused (SUBMISSION, bytes, SHINSA_ERROR_INVALID, sentence);
}

/* --- Bytes --- */

#define STRANGER "“bad.shinsa” is not a packet of Shinsa. Nothing was taken in. " \
                 "Please check which file was chosen."
#define CHANGED "“bad.shinsa”, line 1: the packet is encrypted or was changed on its way. " \
                "Nothing was taken in. Ask its sender for a plain one."

static const struct {
  const char *name;
  const char *bytes;
  ShinsaError code;
  const char *sentence;
} beginnings[] = {
  { "empty", "", SHINSA_ERROR_INVALID,
    "“bad.shinsa” is empty. Nothing was taken in. Copy it again from its source." },
  { "picture", "\x89PNG\r\n\x1a\n", SHINSA_ERROR_INVALID, STRANGER },
  { "text", "Dear secretariat,\n", SHINSA_ERROR_INVALID, STRANGER },
  { "other-json", "{\"format\":1,\"magic\":\"other\"}\n", SHINSA_ERROR_INVALID, STRANGER },
  { "newer", "{\"format\":2,\"keys\":[],\"magic\":\"shinsa-packet\"}\n", SHINSA_ERROR_NEWER,
    "“bad.shinsa” was made by a newer version of Shinsa. Nothing was taken in. "
    "Install that version and take the file in again." },
  { "encrypted", "{\"format\":1,\"keys\":[\"k\"],\"magic\":\"shinsa-packet\"}\n",
    SHINSA_ERROR_INVALID, CHANGED },
  { "spaced", "{ \"format\":1,\"keys\":[],\"magic\":\"shinsa-packet\"}\n",
    SHINSA_ERROR_INVALID, CHANGED },
  { "beginning", "{\"format\":1,\"keys\":[],\"ma", SHINSA_ERROR_INVALID,
    "“bad.shinsa” ends in the middle (after line 0). Nothing was taken in. "
    "Copy it again from its source." },
  { "first-line", SHINSA_PACKET_FIRST_LINE, SHINSA_ERROR_INVALID,
    "“bad.shinsa” ends in the middle (after line 1). Nothing was taken in. "
    "Copy it again from its source." },
  { "not-packed", SHINSA_PACKET_FIRST_LINE "{\"line\":\"feed\"}\n", SHINSA_ERROR_INVALID,
    "“bad.shinsa” is damaged after line 1. Nothing was taken in. Copy it again from its source." },
};

static void
test_beginnings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (beginnings[i].bytes,
                                                     strlen (beginnings[i].bytes));

      g_test_message ("%s", beginnings[i].name);
      assert_refused (SUBMISSION, bytes, beginnings[i].code, beginnings[i].sentence);
    }
}

/* The packed lines, changed as bytes: more of them, or one that is another. */
static GBytes *
join (GBytes     *bytes,
      const void *more,
      gsize       length)
{
  GByteArray *joined = g_byte_array_new ();

  g_byte_array_append (joined, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_byte_array_append (joined, more, length);
  return g_byte_array_free_to_bytes (joined);
}

static void
assert_tail_refused (const void *tail,
                     gsize       length)
{
  g_autoptr (PacketForge) forge = packet_forge_new (packets[SUBMISSION]);
  g_autoptr (GBytes) bytes = packet_forge_pack (forge);
  g_autoptr (GBytes) joined = join (bytes, tail, length);
  g_autofree char *sentence =
    g_strdup_printf ("“bad.shinsa” goes on after its end (line %u). Nothing was taken in. "
                     "Copy it again from its source.", packet_forge_find (forge, "end", 0) + 1);

  assert_refused (SUBMISSION, joined, SHINSA_ERROR_INVALID, sentence);
}

static void
test_tails (void)
{
  g_autoptr (GBytes) member_of_gzip = packet_forge_gzip ("{}\n", 3);
  g_autoptr (GBytes) empty = packet_forge_gzip ("", 0);

  assert_tail_refused ("\n", 1);
  assert_tail_refused ("\0", 1);
  assert_tail_refused (g_bytes_get_data (member_of_gzip, NULL),
                       g_bytes_get_size (member_of_gzip));
  assert_tail_refused (g_bytes_get_data (empty, NULL), g_bytes_get_size (empty));
}

/* A checksum at the end of the packed lines that is not theirs. */
static void
test_checksum (void)
{
  g_autoptr (PacketForge) forge = packet_forge_new (packets[SUBMISSION]);
  g_autoptr (GBytes) bytes = packet_forge_pack (forge);
  gsize length = 0;
  guint8 *copy = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  g_autofree char *start = g_strdup ("“bad.shinsa” is damaged after line ");
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "bad.shinsa");
  g_autoptr (GError) error = NULL;

  copy[length - 8] ^= 1;
  bytes = g_bytes_new_take (copy, length);
  g_file_replace_contents (file, (const char *) copy, length, NULL, FALSE, G_FILE_CREATE_NONE,
                           NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (shinsa_session_read_packet (fixture->desk, file, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_last_line_open (void)
{
  g_autoptr (GBytes) packed = packet_forge_gzip ("{}", 2);
  g_autoptr (GBytes) first = g_bytes_new_static (SHINSA_PACKET_FIRST_LINE,
                                                 strlen (SHINSA_PACKET_FIRST_LINE));
  g_autoptr (GBytes) bytes = join (first, g_bytes_get_data (packed, NULL),
                                   g_bytes_get_size (packed));

  assert_refused (SUBMISSION, bytes, SHINSA_ERROR_INVALID,
                  "“bad.shinsa” is damaged after line 1. Nothing was taken in. "
                  "Copy it again from its source.");
}

/* A line that goes on for ever is refused before it is kept. */
static void
test_long_line (void)
{
  const gsize length = 64 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) first = g_bytes_new_static (SHINSA_PACKET_FIRST_LINE,
                                                 strlen (SHINSA_PACKET_FIRST_LINE));
  g_autoptr (GBytes) bytes = NULL;

  memset (text, 'a', length);
  packed = packet_forge_gzip (text, length);
  bytes = join (first, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  assert_refused (SUBMISSION, bytes, SHINSA_ERROR_TOO_LARGE,
                  "“bad.shinsa”, line 2: the line is longer than 2097152 bytes. "
                  "Nothing was taken in. Ask its sender for the file again.");
}

/* --- Files --- */

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "gone.shinsa");
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_read_packet (fixture->desk, file, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“gone.shinsa” is not there. Nothing was taken in. "
                                       "Please check the file name.");
}

static void
test_unreadable_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_read_packet (fixture->desk, fixture->folder, NULL, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "“packets” cannot be read: "));
  g_assert_true (g_str_has_suffix (error->message, ". Nothing was taken in. Copy it to this "
                                                   "computer and try again."));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/packet-bad/line/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_line);
    }
  g_test_add_func ("/packet-bad/body-missing", test_body_missing);
  g_test_add_func ("/packet-bad/end-missing", test_end_missing);
  g_test_add_func ("/packet-bad/beginnings", test_beginnings);
  g_test_add_func ("/packet-bad/tails", test_tails);
  g_test_add_func ("/packet-bad/checksum", test_checksum);
  g_test_add_func ("/packet-bad/last-line-open", test_last_line_open);
  g_test_add_func ("/packet-bad/long-line", test_long_line);
  g_test_add_func ("/packet-bad/missing-file", test_missing_file);
  g_test_add_func ("/packet-bad/unreadable-file", test_unreadable_file);
  status = g_test_run ();
  tear_down ();
  return status;
}
