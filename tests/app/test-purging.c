/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "packet-fixture.h"

#include <string.h>

#include "entries/shinsa-statements.h"
#include "shinsa-bodies.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-purging.h"
#include "shinsa-search.h"
#include "shinsa-session-private.h"
#include "shinsa-test-session.h"

/* The application with documents, and another. */
#define FIRST "hokkaido-prime"
#define OTHER "tsuruoka"

#define DRAFT "Written down before the ruling"
#define NOTE "Heard before the ruling"

static void
rule (PacketFixture *fixture,
      const char    *member,
      gboolean       recuse)
{
  packet_fixture_state (fixture->desk, SHINSA_KIND_INTEREST_RULE,
                        shinsa_state_ruling (FIRST, member, recuse, NULL, "chair", "A reason."));
}

static void
bring (PacketFixture *fixture,
       const char    *purpose,
       ShinsaSession *session)
{
  shinsa_packet_report_free (packet_fixture_bring (fixture, purpose, session));
}

static void
write_down (ShinsaSession *session,
            const char    *application)
{
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  g_autoptr (GError) error = NULL;

  shinsa_session_set_draft (session, application, SHINSA_PHASE_PAPER, SHINSA_DRAFT_REMARKS, NULL,
                            DRAFT, &error);
  g_assert_no_error (error);
  g_free (note->application);
  note->application = g_strdup (application);
  g_free (note->at);
  note->at = g_strdup ("2021-06-25T10:00:00+09:00");
  g_free (note->text);
  note->text = g_strdup (NOTE);
  shinsa_session_add_note (session, note, NULL, &error);
  g_assert_no_error (error);
}

static void
abstain (ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;

  shinsa_session_abstain (session, FIRST, SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
}

static void
check (ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;

  shinsa_session_check (session, &error);
  g_assert_no_error (error);
}

static guint
count_removed (ShinsaSession *session)
{
  g_autoptr (GError) error = NULL;
  guint removed = G_MAXUINT;

  shinsa_session_count_removed (session, &removed, &error);
  g_assert_no_error (error);
  return removed;
}

/* What is in the tables, whoever asks. */
static void
assert_own (ShinsaSession *session,
            const char    *member,
            const char    *application,
            guint          expected)
{
  ShinsaStore *store = shinsa_session_get_store (session);
  const char *root = shinsa_session_get_root (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = shinsa_draft_list (store, root, member, application, NULL,
                                                    &error);
  g_autoptr (GPtrArray) notes = shinsa_note_list (store, root, member, application, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, expected);
  g_assert_cmpuint (notes->len, ==, expected);
}

static guint
count_found (ShinsaSession *session,
             const char    *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = shinsa_search_find (shinsa_session_get_store (session),
                                                   shinsa_session_get_root (session), words,
                                                   &error);

  g_assert_no_error (error);
  return rows->len;
}

/* A member who read, wrote, and took in what others wrote. */
static ShinsaSession *
set_up_reader (PacketFixture *fixture)
{
  g_autoptr (ShinsaSession) d = packet_fixture_declared (fixture, "d", "none");
  ShinsaSession *c = packet_fixture_declared (fixture, "c", "none");

  packet_fixture_phase (fixture, TRUE);
  bring (fixture, SHINSA_PURPOSE_DOCUMENTS, c);
  bring (fixture, SHINSA_PURPOSE_DOCUMENTS, d);
  abstain (c);
  abstain (d);
  shinsa_packet_report_free (packet_fixture_deliver (fixture, c));
  shinsa_packet_report_free (packet_fixture_deliver (fixture, d));
  packet_fixture_phase (fixture, FALSE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  write_down (c, FIRST);
  write_down (c, OTHER);

  return c;
}

static char *
read_store (ShinsaSession *session,
            gsize         *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (shinsa_session_get_path (session), &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static gboolean
is_in_file (ShinsaSession *session,
            const char    *words)
{
  gsize length = 0;
  g_autofree char *bytes = read_store (session, &length);
  gboolean found = FALSE;

  for (gsize i = 0; i + strlen (words) <= length && !found; i++)
    found = strncmp (bytes + i, words, strlen (words)) == 0;
  return found;
}

static void
test_ruling (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = set_up_reader (fixture);
  g_autoptr (ShinsaRound) before = packet_fixture_load (c);
  const ShinsaDossier *dossier = shinsa_round_dossier (before, FIRST);
  const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, 0);
  g_autofree char *summary = g_strdup (shinsa_text_get (&dossier->summary));
  g_autofree char *hash = g_strdup (document->hash);
  g_autofree char *name = g_strdup (shinsa_text_get (&dossier->name));
  g_autoptr (ShinsaRound) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint removed = 0;

  g_assert_cmpuint (count_found (c, summary), ==, 1);
  g_assert_cmpuint (shinsa_round_dossier (before, FIRST)->documents->len, ==, 2);

  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  after = packet_fixture_load (c);
  g_assert_false (shinsa_round_dossier (after, FIRST)->has_content);
  g_assert_true (shinsa_round_dossier (after, OTHER)->has_content);
  g_assert_cmpuint (count_found (c, summary), ==, 0);
  g_assert_cmpuint (count_found (c, name), >=, 1);
  bytes = shinsa_session_load_document (c, hash, &error);
  g_assert_null (bytes);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  assert_own (c, "c", FIRST, 0);
  assert_own (c, "c", OTHER, 1);
  /* Content, two documents, and what D wrote. */
  removed = count_removed (c);
  g_assert_cmpuint (removed, ==, 4);
  check (c);

  /* Neither the news nor an older packet brings it back. */
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  g_assert_cmpuint (count_removed (c), ==, removed);
  check (c);
}

/* What stays readable in the file stays on a laptop that is lost. */
static void
test_leaves_no_trace (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = set_up_reader (fixture);
  g_autoptr (ShinsaRound) before = packet_fixture_load (c);
  g_autofree char *summary = g_strdup (shinsa_round_dossier (before, FIRST)->summary.ja);
  g_autofree char *kept = g_strdup (shinsa_round_dossier (before, OTHER)->summary.ja);
  g_autoptr (ShinsaSession) again = NULL;

  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  g_assert_cmpstr (summary, !=, "");
  /* Whatever was still beside the store goes into it when it is closed. */
  g_clear_object (&c);
  again = packet_fixture_open (fixture, "c");
  g_assert_true (is_in_file (again, kept));
  g_assert_false (is_in_file (again, summary));
  g_assert_false (is_in_file (again, "%PDF-1.4 small"));
}

/* The own submission is hidden and stays, so that the feed can be handed over whole. */
static void
test_own_feed_stays_whole (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaReview *review = NULL;

  packet_fixture_phase (fixture, TRUE);
  bring (fixture, SHINSA_PURPOSE_DOCUMENTS, c);
  abstain (c);
  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  report = packet_fixture_deliver (fixture, c);
  g_assert_cmpuint (report->received, ==, 1);
  round = packet_fixture_load (fixture->desk);
  review = shinsa_round_newest_review (round, FIRST, "c", SHINSA_PHASE_PAPER);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_VOID);
  check (c);
}

/* A ruling that is taken back leaves what is gone gone; nothing is counted wrong for it. */
static void
test_redone (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = set_up_reader (fixture);
  g_autoptr (ShinsaRound) admitted = NULL;

  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  rule (fixture, "c", FALSE);
  bring (fixture, SHINSA_PURPOSE_DOCUMENTS, c);
  admitted = packet_fixture_load (c);
  g_assert_cmpint (shinsa_round_interest (admitted, FIRST, "c")->state, ==,
                   SHINSA_INTEREST_ADMITTED);
  g_assert_false (shinsa_round_dossier (admitted, FIRST)->has_content);
  check (c);
  write_down (c, FIRST);
  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  assert_own (c, "c", FIRST, 0);
  check (c);
}

/* Both at once: what holds in the end is what counts. */
static void
test_redone_in_one_packet (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = set_up_reader (fixture);

  rule (fixture, "c", TRUE);
  rule (fixture, "c", FALSE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  assert_own (c, "c", FIRST, 1);
  g_assert_cmpuint (count_removed (c), ==, 0);
}

/* A packet from before the ruling that is only read after it. */
static void
test_old_packet (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (GFile) old = packet_fixture_issue (fixture, SHINSA_PURPOSE_DOCUMENTS, "c");
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (ShinsaRound) round = NULL;

  rule (fixture, "c", TRUE);
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  g_assert_cmpuint (count_removed (c), ==, 0);
  report = packet_fixture_read (c, old);
  round = packet_fixture_load (c);
  g_assert_false (shinsa_round_dossier (round, FIRST)->has_content);
  g_assert_true (shinsa_round_dossier (round, OTHER)->has_content);
  g_assert_cmpuint (count_removed (c), ==, 3);
  check (c);
}

/* Recused from a requirement only, a member goes on reading. */
static void
test_limited (void)
{
  static const char * const requirements[] = { "network_organisation", NULL };
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = set_up_reader (fixture);
  g_autoptr (ShinsaRound) round = NULL;

  round = packet_fixture_load (fixture->desk);
  g_assert_nonnull (shinsa_definition_requirement (round->definition, requirements[0]));
  packet_fixture_state (fixture->desk, SHINSA_KIND_INTEREST_RULE,
                        shinsa_state_ruling (FIRST, "c", TRUE, requirements, "chair", "A reason."));
  bring (fixture, SHINSA_PURPOSE_NEWS, c);
  assert_own (c, "c", FIRST, 1);
  g_assert_cmpuint (count_removed (c), ==, 0);
}

/* Where the desk is on the same computer, it keeps what it has to keep. */
static void
test_beside_the_desk (void)
{
  ShinsaTestSession s = { NULL };
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  g_autoptr (GError) error = NULL;

  shinsa_test_session_set_up (&s, NULL);
  shinsa_test_session_declare (&s);
  shinsa_test_session_open (&s);
  shinsa_test_session_be (&s, "a");
  write_down (s.session, "north");
  write_down (s.session, "south");
  shinsa_test_session_be (&s, "b");
  write_down (s.session, "north");
  shinsa_test_session_state (&s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", TRUE, NULL, "chair", "Why."));
  assert_own (s.session, "a", "north", 0);
  assert_own (s.session, "a", "south", 1);
  assert_own (s.session, "b", "north", 1);
  round = shinsa_test_session_load (&s, "desk");
  g_assert_true (shinsa_round_dossier (round, "north")->has_content);
  g_assert_cmpuint (count_removed (s.session), ==, 0);

  shinsa_test_session_be (&s, "a");
  g_free (note->application);
  note->application = g_strdup ("north");
  g_free (note->text);
  note->text = g_strdup (NOTE);
  g_assert_false (shinsa_session_add_note (s.session, note, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==,
                   "You are recused from this application. The note was not saved.");
  shinsa_test_session_tear_down (&s, NULL);
}

/* What a store of an earlier version still has is not handed out either. */
static void
test_handed_out (void)
{
  ShinsaTestSession s = { NULL };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  ShinsaDraftRow draft = { (char *) "a", (char *) "north", (char *) "paper", (char *) "remarks",
                           (char *) "", (char *) DRAFT };
  ShinsaNoteRow note = { 0, (char *) "a", (char *) "north", (char *) "10:00", (char *) "", 1,
                         (char *) NOTE };

  shinsa_test_session_set_up (&s, NULL);
  shinsa_test_session_declare (&s);
  shinsa_test_session_state (&s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", TRUE, NULL, "chair", "Why."));
  shinsa_test_session_be (&s, "a");
  shinsa_draft_set (shinsa_session_get_store (s.session), shinsa_session_get_root (s.session),
                    &draft, &error);
  g_assert_no_error (error);
  shinsa_note_insert (shinsa_session_get_store (s.session), shinsa_session_get_root (s.session),
                      &note, NULL, &error);
  g_assert_no_error (error);
  drafts = shinsa_session_load_drafts (s.session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 0);
  notes = shinsa_session_list_notes (s.session, "north", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 0);
  shinsa_test_session_tear_down (&s, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/purging/ruling", test_ruling);
  g_test_add_func ("/purging/leaves-no-trace", test_leaves_no_trace);
  g_test_add_func ("/purging/own-feed-stays-whole", test_own_feed_stays_whole);
  g_test_add_func ("/purging/redone", test_redone);
  g_test_add_func ("/purging/redone-in-one-packet", test_redone_in_one_packet);
  g_test_add_func ("/purging/old-packet", test_old_packet);
  g_test_add_func ("/purging/limited", test_limited);
  g_test_add_func ("/purging/beside-the-desk", test_beside_the_desk);
  g_test_add_func ("/purging/handed-out", test_handed_out);
  return g_test_run ();
}
