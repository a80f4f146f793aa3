/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-fixture.h"

#include "entries/shinsa-statements.h"
#include "shinsa-bodies.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"
#include "shinsa-session-private.h"

/* The application with documents. */
#define FIRST "hokkaido-prime"

static void
abstain (ShinsaSession *session,
         const char    *application)
{
  g_autoptr (GError) error = NULL;

  shinsa_session_abstain (session, application, SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
}

static void
assert_sentence (const ShinsaPacketReport *report,
                 const char               *expected)
{
  g_autofree char *sentence = shinsa_packet_report_sentence (report);

  g_assert_cmpstr (sentence, ==, expected);
}

/* --- There and back --- */

static void
test_first_packet (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_open (fixture, "c");
  g_autoptr (GFile) file = packet_fixture_issue (fixture, SHINSA_PURPOSE_INTERESTS, "c");
  g_autoptr (ShinsaPacketReport) report = packet_fixture_read (member, file);
  g_autofree char *fingerprint = shinsa_fingerprint (fixture->root);
  g_autofree char *sentence =
    g_strdup_printf ("The round “Regional Biocommunities, first round (FY2020 call; practice "
                     "copy)” was added to this computer. Compare the fingerprint of its desk "
                     "with the secretariat: %s.", fingerprint);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaDossier *dossier;

  g_assert_true (report->new_round);
  g_assert_cmpstr (report->round, ==, fixture->root);
  g_assert_cmpstr (report->purpose, ==, "interests");
  g_assert_cmpstr (report->sender_member, ==, "");
  assert_sentence (report, sentence);

  g_assert_true (shinsa_session_select (member, fixture->root, NULL, &error));
  g_assert_no_error (error);
  round = packet_fixture_load (member);
  g_assert_cmpuint (round->members->len, ==, 8);
  g_assert_cmpuint (round->dossiers->len, ==, 5);
  dossier = shinsa_round_dossier (round, FIRST);
  g_assert_cmpstr (dossier->name.en, ==, "Hokkaido Prime Biocommunity");
  g_assert_false (dossier->has_content);
  g_assert_true (shinsa_session_check (member, &error));
  g_assert_no_error (error);
}

static void
test_submission (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  const char *feed = shinsa_session_get_feed (member);
  g_autofree char *fingerprint = shinsa_fingerprint (feed);
  g_autofree char *nothing_new =
    g_strdup_printf ("“Regional-Biocommunities-first-round_Member-C_interests_submission6-%.4s"
                     ".shinsa” holds nothing new. Nothing was changed.", feed);
  g_autofree char *sentence =
    g_strdup_printf ("What Member C sent was taken in and waits until their computer is accepted. "
                     "Compare its fingerprint with them, then accept it: %s.", fingerprint);
  g_autoptr (ShinsaPacketReport) waiting = NULL;
  g_autoptr (ShinsaPacketReport) again = NULL;
  g_autoptr (ShinsaPacketReport) received = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GError) error = NULL;

  packet_fixture_declare (member, "none");
  waiting = packet_fixture_deliver (fixture, member);
  g_assert_cmpint (waiting->new_entries, ==, 6);
  g_assert_cmpint (waiting->sender_state, ==, SHINSA_FEED_PENDING);
  g_assert_cmpuint (waiting->received, ==, 0);
  assert_sentence (waiting, sentence);

  packet_fixture_accept (fixture, member);
  received = packet_fixture_deliver (fixture, member);
  g_assert_cmpint (received->new_entries, ==, 0);
  round = packet_fixture_load (fixture->desk);
  g_assert_cmpint (shinsa_round_interest (round, FIRST, "c")->state, ==, SHINSA_INTEREST_NONE);

  again = packet_fixture_deliver (fixture, member);
  g_assert_true (again->nothing_new);
  assert_sentence (again, nothing_new);
  g_assert_true (shinsa_session_check (fixture->desk, &error));
  g_assert_no_error (error);
}

static void
test_received_sentence (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaPacketReport) report = NULL;

  packet_fixture_accept (fixture, member);
  packet_fixture_declare (member, "none");
  report = packet_fixture_deliver (fixture, member);
  assert_sentence (report, "6 submissions of Member C were received.");
}

/* --- Who holds what --- */

static void
test_documents (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (ShinsaPacketReport) report = packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS,
                                                                member);
  g_autoptr (ShinsaRound) round = packet_fixture_load (member);
  const ShinsaDossier *dossier = shinsa_round_dossier (round, FIRST);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (report->new_documents, ==, 2);
  g_assert_true (dossier->has_content);
  g_assert_cmpuint (dossier->documents->len, ==, 2);
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);
      g_autoptr (GBytes) bytes = shinsa_session_load_document (member, document->hash, &error);

      g_assert_no_error (error);
      g_assert_true (document->held);
      g_assert_cmpint (g_bytes_get_size (bytes), ==, document->size);
    }
  g_assert_true (shinsa_session_check (member, &error));
  g_assert_no_error (error);
}

/* Whoever has declared an interest, or nothing at all, gets no content, whatever is issued. */
static void
check_nothing_to_read (PacketFixture *fixture,
                       ShinsaSession *member)
{
  static const char * const purposes[] = {
    SHINSA_PURPOSE_INTERESTS, SHINSA_PURPOSE_DOCUMENTS, SHINSA_PURPOSE_NEWS
  };

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (ShinsaPacketReport) report = packet_fixture_bring (fixture, purposes[i], member);
      g_autoptr (ShinsaRound) round = packet_fixture_load (member);

      g_assert_cmpint (report->new_documents, ==, 0);
      for (guint j = 0; j < round->dossiers->len; j++)
        {
          const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, j);

          g_assert_false (dossier->has_content);
          g_assert_cmpuint (dossier->documents->len, ==, 0);
        }
    }
}

static void
test_nothing_to_read (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) undeclared = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaSession) waiting = packet_fixture_declared (fixture, "d", "institution");

  check_nothing_to_read (fixture, undeclared);
  check_nothing_to_read (fixture, waiting);
}

/* Bodies of reviews that a computer holds. */
static guint
count_reviews (ShinsaSession *session)
{
  ShinsaStore *store = shinsa_session_get_store (session);
  const char *round = shinsa_session_get_root (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = shinsa_journal_feeds (store, round, &error);
  guint count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < feeds->len; i++)
    {
      const ShinsaFeedRow *feed = g_ptr_array_index (feeds, i);
      g_autoptr (GPtrArray) entries = shinsa_journal_list (store, round, feed->feed, 1, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < entries->len; j++)
        {
          const ShinsaEntryRow *entry = g_ptr_array_index (entries, j);
          g_autoptr (GBytes) bytes = NULL;

          shinsa_body_lookup (store, entry->body, &bytes, NULL, &error);
          g_assert_no_error (error);
          count += bytes != NULL && g_str_equal (entry->kind, SHINSA_KIND_REVIEW_SUBMIT);
        }
    }
  return count;
}

static void
test_others_reviews (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (ShinsaSession) d = packet_fixture_declared (fixture, "d", "none");
  g_autoptr (GError) error = NULL;

  packet_fixture_phase (fixture, TRUE);
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, c));
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, d));
  abstain (c, FIRST);
  abstain (c, "tsuruoka");
  abstain (d, FIRST);
  shinsa_packet_report_free (packet_fixture_deliver (fixture, c));
  shinsa_packet_report_free (packet_fixture_deliver (fixture, d));

  /* The phase is open: nobody gets anything of the others. */
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_NEWS, d));
  g_assert_cmpuint (count_reviews (d), ==, 1);

  /* It is closed: D gets what C wrote on the application that D wrote on, and no more. */
  packet_fixture_phase (fixture, FALSE);
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, d));
  g_assert_cmpuint (count_reviews (d), ==, 1);
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_NEWS, d));
  g_assert_cmpuint (count_reviews (d), ==, 2);
  g_assert_true (shinsa_session_check (d, &error));
  g_assert_no_error (error);
}

static void
ask (ShinsaSession *desk,
     const char    *application)
{
  ShinsaQuestion question = { .application = (char *) application };

  question.question = (char *) "q1";
  question.member = (char *) "c";
  question.state = (char *) "open";
  question.text = (char *) "Who keeps the data?";
  question.answer = (char *) "";
  packet_fixture_state (desk, SHINSA_KIND_QUESTION_SET, shinsa_state_question (&question));
}

static void
propose (ShinsaSession *desk,
         const char    *application)
{
  g_autoptr (ShinsaRound) round = packet_fixture_load (desk);

  packet_fixture_state (desk, SHINSA_KIND_OUTCOME_PROPOSE,
                        shinsa_state_proposal (round, application, "declined", NULL, "chair",
                                               "Too early."));
}

/* Questions come with the documents, what the committee thinks with the news; neither to whoever
 * may not see the application. */
static void
test_questions_and_proposals (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (ShinsaSession) d = packet_fixture_declared (fixture, "d", "institution");
  g_autoptr (ShinsaRound) with_documents = NULL;
  g_autoptr (ShinsaRound) with_news = NULL;
  g_autoptr (ShinsaRound) waiting = NULL;

  packet_fixture_phase (fixture, TRUE);
  packet_fixture_phase (fixture, FALSE);
  ask (fixture->desk, FIRST);
  propose (fixture->desk, FIRST);

  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, c));
  with_documents = packet_fixture_load (c);
  g_assert_cmpuint (with_documents->questions->len, ==, 1);
  g_assert_cmpuint (with_documents->proposals->len, ==, 0);
  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_NEWS, c));
  with_news = packet_fixture_load (c);
  g_assert_cmpuint (with_news->questions->len, ==, 1);
  g_assert_cmpuint (with_news->proposals->len, ==, 1);

  shinsa_packet_report_free (packet_fixture_bring (fixture, SHINSA_PURPOSE_NEWS, d));
  waiting = packet_fixture_load (d);
  g_assert_cmpuint (waiting->questions->len, ==, 0);
  g_assert_cmpuint (waiting->proposals->len, ==, 0);
}

/* What a ruling lets somebody read later takes effect at its old place in the register. */
static void
test_admitted_later (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_declared (fixture, "c", "institution");
  g_autoptr (ShinsaPacketReport) before = packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS,
                                                                member);
  g_autoptr (ShinsaPacketReport) after = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (before->new_documents, ==, 0);
  packet_fixture_state (fixture->desk, SHINSA_KIND_INTEREST_RULE,
                        shinsa_state_ruling (FIRST, "c", FALSE, NULL, "chair", "Long ago."));
  after = packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, member);
  g_assert_cmpint (after->new_documents, ==, 2);
  round = packet_fixture_load (member);
  g_assert_true (shinsa_round_dossier (round, FIRST)->has_content);
  g_assert_false (shinsa_round_dossier (round, "tsuruoka")->has_content);
  g_assert_true (shinsa_session_check (member, &error));
  g_assert_no_error (error);
}

/* --- Late --- */

static void
test_late (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (ShinsaPacketReport) documents = NULL;
  g_autoptr (ShinsaPacketReport) report = NULL;

  packet_fixture_phase (fixture, TRUE);
  documents = packet_fixture_bring (fixture, SHINSA_PURPOSE_DOCUMENTS, member);
  abstain (member, FIRST);
  packet_fixture_phase (fixture, FALSE);
  report = packet_fixture_deliver (fixture, member);
  g_assert_cmpuint (report->received, ==, 1);
  g_assert_cmpuint (report->late, ==, 1);
  assert_sentence (report, "1 submission of Member C was received. 1 review came after its phase "
                           "was closed: it does not count unless it is admitted.");
}

static void
test_held (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaPacketReport) report = NULL;

  packet_fixture_state (fixture->desk, SHINSA_KIND_FEED_SET,
                        shinsa_state_feed (shinsa_session_get_feed (member), "c", SHINSA_FEED_LOST,
                                           "On a train."));
  packet_fixture_declare (member, "none");
  report = packet_fixture_deliver (fixture, member);
  g_assert_cmpint (report->sender_state, ==, SHINSA_FEED_LOST);
  g_assert_cmpuint (report->received, ==, 0);
  assert_sentence (report, "What Member C sent was taken in and is held back: their computer is "
                           "set to lost or held.");
}

/* --- Again, older, in two ways --- */

static void
test_older (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (GFile) older = packet_fixture_issue (fixture, SHINSA_PURPOSE_INTERESTS, "c");
  g_autoptr (GFile) newer = NULL;
  g_autoptr (ShinsaPacketReport) first = NULL;
  g_autoptr (ShinsaPacketReport) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  packet_fixture_phase (fixture, TRUE);
  newer = packet_fixture_issue (fixture, SHINSA_PURPOSE_NEWS, "c");
  first = packet_fixture_read (member, newer);
  assert_sentence (first, "“Regional-Biocommunities-first-round_Member-C_news1.shinsa” was taken "
                          "in: 3 new entries of the register.");
  before = packet_fixture_dump (member, fixture->root);
  second = packet_fixture_read (member, older);
  after = packet_fixture_dump (member, fixture->root);
  g_assert_true (second->nothing_new);
  g_assert_cmpstr (after, ==, before);
}

/* The member's store was copied, and both copies went on. */
static void
copy_computer (PacketFixture *fixture,
               const char    *from,
               const char    *to)
{
  g_autofree char *source = shinsa_test_dir_file (fixture->dir, from);
  g_autofree char *target = shinsa_test_dir_file (fixture->dir, to);
  g_autofree char *command = g_strdup_printf ("cp -r '%s' '%s'", source, target);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_fork (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaSession) copy = NULL;
  g_autoptr (ShinsaPacketReport) first = NULL;
  g_autoptr (ShinsaPacketReport) forked = NULL;
  g_autoptr (ShinsaPacketReport) again = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GError) error = NULL;

  packet_fixture_accept (fixture, member);
  copy_computer (fixture, "c", "copy");
  copy = packet_fixture_open (fixture, "copy");
  shinsa_session_select (copy, fixture->root, "c", &error);
  g_assert_no_error (error);

  packet_fixture_declare (member, "none");
  packet_fixture_declare (copy, "possible");
  first = packet_fixture_deliver (fixture, member);
  g_assert_cmpuint (first->received, ==, 6);
  forked = packet_fixture_deliver (fixture, copy);
  g_assert_cmpint (forked->new_entries, ==, 0);
  g_assert_cmpuint (forked->received, ==, 0);
  g_assert_cmpuint (forked->forks->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (forked->forks, 0), ==, shinsa_session_get_feed (member));
  assert_sentence (forked, "A feed in it says something else than the same feed said before. Both "
                           "are kept as proof, and nothing that was received was changed. Hold "
                           "that feed until this is cleared up.");

  /* The proof is there, and what was received has not changed. */
  round = packet_fixture_load (fixture->desk);
  g_assert_true (((ShinsaFeedInfo *) g_ptr_array_index (round->feeds, 0))->forked);
  g_assert_cmpint (shinsa_round_interest (round, FIRST, "c")->state, ==, SHINSA_INTEREST_NONE);
  again = packet_fixture_deliver (fixture, member);
  g_assert_true (again->nothing_new);
  g_assert_true (shinsa_session_check (fixture->desk, &error));
  g_assert_no_error (error);
}

/* --- What is refused here and would be taken in elsewhere --- */

static void
assert_refused (ShinsaSession *session,
                GFile         *file,
                const char    *round,
                ShinsaError    code,
                const char    *expected)
{
  g_autofree char *before = packet_fixture_dump (session, round);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *sentence = g_strconcat ("“", name, "”", expected, NULL);
  g_autofree char *after = NULL;
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_read_packet (session, file, &report, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_null (report);
  after = packet_fixture_dump (session, round);
  g_assert_cmpstr (after, ==, before);
}

static void
test_other_round (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (PacketFixture) other = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (other, "c");
  g_autoptr (GFile) file = packet_fixture_submit (other, member);

  assert_refused (fixture->desk, file, fixture->root, SHINSA_ERROR_OTHER_ROUND,
                  " belongs to another round. Nothing was taken in. "
                  "Please check the file name.");
}

static void
test_not_the_desk (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaSession) d = packet_fixture_member (fixture, "d");
  g_autoptr (GFile) file = packet_fixture_submit (fixture, d);

  assert_refused (c, file, fixture->root, SHINSA_ERROR_NOT_AUTHORISED,
                  " is for the desk of the round, and this is not its computer. "
                  "Nothing was taken in. Hand the file to the secretariat.");
}

static void
test_other_member (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_member (fixture, "c");
  g_autoptr (GFile) file = packet_fixture_issue (fixture, SHINSA_PURPOSE_DOCUMENTS, "d");

  assert_refused (c, file, fixture->root, SHINSA_ERROR_NOT_AUTHORISED,
                  " is for another member. Nothing was taken in. "
                  "Ask the secretariat for your own file.");
}

/* Somebody else may call for next year's round, and the member sits in both. */
static void
test_second_round (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (PacketFixture) other = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_member (fixture, "c");
  g_autoptr (GFile) file = packet_fixture_issue (other, SHINSA_PURPOSE_INTERESTS, "c");
  g_autoptr (ShinsaPacketReport) report = packet_fixture_read (member, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rounds = shinsa_session_list_rounds (member, &error);

  g_assert_no_error (error);
  g_assert_true (report->new_round);
  g_assert_cmpuint (rounds->len, ==, 2);
  g_assert_cmpstr (shinsa_session_get_root (member), ==, fixture->root);
}

/* --- Many --- */

/* Both go onto one stick, and neither takes the other's place. */
static void
test_two_computers (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (GFile) invitation = packet_fixture_issue (fixture, SHINSA_PURPOSE_INTERESTS, "c");
  const char *computers[] = { "desktop", "laptop" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) results = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (computers); i++)
    {
      g_autoptr (ShinsaSession) member = packet_fixture_open (fixture, computers[i]);
      g_autoptr (ShinsaPacketReport) report = packet_fixture_read (member, invitation);
      g_autoptr (GError) error = NULL;

      shinsa_session_select (member, fixture->root, NULL, &error);
      g_assert_no_error (error);
      shinsa_session_use_member (member, "c", computers[i], &error);
      g_assert_no_error (error);
      packet_fixture_declare (member, "none");
      g_ptr_array_add (files, packet_fixture_submit (fixture, member));
    }
  g_assert_false (g_file_equal (g_ptr_array_index (files, 0), g_ptr_array_index (files, 1)));

  results = shinsa_session_read_packets (fixture->desk, files, NULL);
  for (guint i = 0; i < results->len; i++)
    {
      const ShinsaPacketResult *result = g_ptr_array_index (results, i);

      g_assert_no_error (result->error);
      g_assert_cmpint (result->report->new_entries, ==, 6);
    }
}

static void
test_folder (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) c = packet_fixture_member (fixture, "c");
  g_autoptr (ShinsaSession) d = packet_fixture_member (fixture, "d");
  g_autoptr (GFile) first = packet_fixture_submit (fixture, c);
  g_autoptr (GFile) second = packet_fixture_submit (fixture, d);
  g_autoptr (GFile) bad = g_file_get_child (fixture->folder, "A.shinsa");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (bad, "nothing", 7, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (files, bad);
  g_ptr_array_add (files, first);
  g_ptr_array_add (files, second);

  results = shinsa_session_read_packets (fixture->desk, files, NULL);
  g_assert_cmpuint (results->len, ==, 3);
  for (guint i = 0; i < results->len; i++)
    {
      const ShinsaPacketResult *result = g_ptr_array_index (results, i);

      g_assert_true (result->file == g_ptr_array_index (files, i));
      g_assert_true ((result->report == NULL) == (i == 0));
      g_assert_true ((result->error == NULL) == (i > 0));
    }
}

static void
test_folder_missing (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  files = shinsa_packets_in_folder (folder, NULL, &error);
  g_assert_null (files);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
}

/* --- Interrupted --- */

static void
test_cancelled (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_open (fixture, "c");
  g_autoptr (GFile) file = packet_fixture_issue (fixture, SHINSA_PURPOSE_INTERESTS, "c");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (shinsa_session_read_packet (member, file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packets/first", test_first_packet);
  g_test_add_func ("/packets/submission", test_submission);
  g_test_add_func ("/packets/received", test_received_sentence);
  g_test_add_func ("/packets/documents", test_documents);
  g_test_add_func ("/packets/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/packets/others-reviews", test_others_reviews);
  g_test_add_func ("/packets/questions-and-proposals", test_questions_and_proposals);
  g_test_add_func ("/packets/admitted-later", test_admitted_later);
  g_test_add_func ("/packets/late", test_late);
  g_test_add_func ("/packets/held", test_held);
  g_test_add_func ("/packets/older", test_older);
  g_test_add_func ("/packets/fork", test_fork);
  g_test_add_func ("/packets/other-round", test_other_round);
  g_test_add_func ("/packets/not-the-desk", test_not_the_desk);
  g_test_add_func ("/packets/other-member", test_other_member);
  g_test_add_func ("/packets/second-round", test_second_round);
  g_test_add_func ("/packets/two-computers", test_two_computers);
  g_test_add_func ("/packets/folder", test_folder);
  g_test_add_func ("/packets/folder-missing", test_folder_missing);
  g_test_add_func ("/packets/cancelled", test_cancelled);
  return g_test_run ();
}
