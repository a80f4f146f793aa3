/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-drafting.h"

#include <string.h>

#include "entries/shinsa-field.h"
#include "entries/shinsa-review-body.h"
#include "entries/shinsa-statements.h"
#include "packet-fixture.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"
#include "shinsa-local.h"
#include "shinsa-session-private.h"
#include "shinsa-test-session.h"

/* What a draft and a note may hold. */

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OTHER "0000000000000000000000000000000000000000000000000000000000000000"

#define STRENGTH "Strengths that can compete worldwide"
#define FOREIGN \
  "The evidence for “" STRENGTH "” is in a document that does not belong to this application. " \
  "Nothing was changed. Name a page of one of its own documents."

typedef ShinsaTestSession S;

static void
refuse_draft (S               *s,
              ShinsaDraftPart  part,
              const char      *key,
              const char      *value,
              int              code,
              const char      *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, part, key,
                                            value, &error));
  g_assert_error (error, SHINSA_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static guint
count_drafts (S *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = shinsa_session_load_drafts (s->session, &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* --- Evidence --- */

static void
test_evidence (S             *s,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_document (s, "north", HASH);
  shinsa_test_session_document (s, "south", OTHER);
  shinsa_test_session_be (s, "a");
  refuse_draft (s, SHINSA_DRAFT_EVIDENCE, "strength/0", OTHER ":3:", SHINSA_ERROR_INVALID,
                FOREIGN);
  refuse_draft (s, SHINSA_DRAFT_EVIDENCE, "strength/0", "nonsense", SHINSA_ERROR_INVALID, FOREIGN);
  refuse_draft (s, SHINSA_DRAFT_EVIDENCE, "strength/0", HASH ":0:", SHINSA_ERROR_INVALID,
                "The evidence for “" STRENGTH "” names no page: pages are counted from 1. Nothing "
                "was changed. Name the page.");
  g_assert_cmpuint (count_drafts (s), ==, 0);
  shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_EVIDENCE,
                            "strength/0", HASH ":3:", &error);
  g_assert_no_error (error);
  shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_EVIDENCE,
                            "strength/0", NULL, &error);
  g_assert_no_error (error);
}

/* A draft that another program wrote is not submitted with it. */
static void
test_submitted_evidence (S             *s,
                         gconstpointer  data)
{
  const struct {
    const char *part;
    const char *key;
    const char *value;
  } parts[] = {
    { "level", "strength", "3" },
    { "level", "network_organisation", "3" },
    { "overall", "", "3" },
    { "evidence", "strength/0", OTHER ":3:" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_be (s, "a");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const ShinsaDraftRow row = {
        (char *) "a", (char *) "north", (char *) "paper", (char *) parts[i].part,
        (char *) parts[i].key, (char *) parts[i].value
      };

      shinsa_draft_set (shinsa_session_get_store (s->session),
                        shinsa_session_get_root (s->session), &row, &error);
      g_assert_no_error (error);
    }
  g_assert_false (shinsa_session_submit_review (s->session, "north", SHINSA_PHASE_PAPER,
                                                &refused));
  g_assert_error (refused, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (refused->message, ==, FOREIGN);
  g_assert_cmpuint (count_drafts (s), ==, 1);
}

static JsonNode *
forge_review (ShinsaSession *member,
              const char    *document,
              int            page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_session_load (member, &error);
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  ShinsaScore *score = shinsa_score_new ();
  ShinsaEvidence *evidence = shinsa_evidence_new ();

  g_assert_no_error (error);
  shinsa_set_string (&review->application, "hokkaido-prime");
  review->phase = SHINSA_PHASE_PAPER;
  shinsa_set_string (&score->requirement, "strength");
  score->level = 3;
  shinsa_set_string (&evidence->document, document);
  evidence->page = page;
  g_ptr_array_add (score->evidence, evidence);
  g_ptr_array_add (review->scores, score);

  return shinsa_review_write (review, round->definition);
}

/* A member's program that asks nobody. Its levels count, and evidence is shown where it is one. */
static void
deliver_forged (PacketFixture *fixture,
                ShinsaSession *member,
                const char    *document,
                int            page,
                guint          shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = forge_review (member, document, page);
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaReview *review = NULL;
  ShinsaIdentity *key = packet_fixture_key (member, shinsa_session_get_feed (member));

  shinsa_session_append (member, key, SHINSA_KIND_REVIEW_SUBMIT, body, NULL, &error);
  g_assert_no_error (error);
  report = packet_fixture_deliver (fixture, member);
  g_assert_cmpuint (report->received, ==, 1);
  round = shinsa_session_load_whole (fixture->desk, -1, &error);
  g_assert_no_error (error);
  review = shinsa_round_review (round, "hokkaido-prime", "c", SHINSA_PHASE_PAPER);
  g_assert_nonnull (review);
  g_assert_cmpint (review->seq, ==, round->seq);
  g_assert_cmpuint (shinsa_review_score (review, "strength")->evidence->len, ==, shown);
  g_assert_true (shinsa_session_check (fixture->desk, &error));
  g_assert_no_error (error);
}

static void
test_received_evidence (void)
{
  g_autoptr (PacketFixture) fixture = packet_fixture_new ();
  g_autoptr (ShinsaSession) member = packet_fixture_declared (fixture, "c", "none");
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_session_load_whole (fixture->desk, -1, &error);
  const ShinsaDossier *dossier = shinsa_round_dossier (round, "hokkaido-prime");
  const char *own = ((ShinsaDocumentInfo *) g_ptr_array_index (dossier->documents, 0))->hash;

  packet_fixture_phase (fixture, TRUE);
  deliver_forged (fixture, member, OTHER, 1, 0);
  deliver_forged (fixture, member, own, 0, 0);
  deliver_forged (fixture, member, own, 1, 1);
}

/* --- After the outcome --- */

static JsonNode *
write_abstention (S *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "a");
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  shinsa_set_string (&review->application, "north");
  review->phase = SHINSA_PHASE_PAPER;
  review->abstained = TRUE;

  return shinsa_review_write (review, round->definition);
}

/* A laptop that has not heard of the confirmation goes on; its levels change nothing that is
 * confirmed (edge cases 3 and 14). */
static void
test_frozen (S             *s,
             gconstpointer  data)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) before = NULL;
  g_autoptr (ShinsaRound) after = NULL;
  g_autoptr (JsonNode) body = NULL;
  const ShinsaReview *newest = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (s, members[i], "north", "33");
      shinsa_test_session_review (s, members[i], "south", "33");
    }
  shinsa_test_session_close (s);
  shinsa_test_session_meet (s);
  shinsa_test_session_propose (s, "north", "certified");
  before = shinsa_test_session_load (s, "chair");
  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_CONFIRM,
                             shinsa_state_confirmation (before, "north", "unanimous"));
  /* The phase is open again: that alone would let the review count. */
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_OPEN,
                             shinsa_state_phase (SHINSA_PHASE_PAPER, "north", "Again."));
  body = write_abstention (s);
  shinsa_test_session_be (s, "a");
  shinsa_session_append (s->session, packet_fixture_key (s->session,
                                                         shinsa_session_get_feed (s->session)),
                         SHINSA_KIND_REVIEW_SUBMIT, body, NULL, &error);
  g_assert_no_error (error);
  shinsa_session_receive (s->session, NULL, &error);
  g_assert_no_error (error);
  after = shinsa_test_session_load (s, "desk");
  newest = shinsa_round_newest_review (after, "north", "a", SHINSA_PHASE_PAPER);
  g_assert_true (newest->abstained);
  g_assert_cmpint (newest->status, ==, SHINSA_REVIEW_LATE);
  g_assert_false (shinsa_round_review (after, "north", "a", SHINSA_PHASE_PAPER)->abstained);
}

/* --- Length --- */

static void
test_length (S             *s,
             gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (SHINSA_TEXT_MAX * 3, '\0');
  g_autofree char *longer = NULL;
  g_autoptr (GError) error = NULL;

  /* Characters count, not bytes. */
  for (gsize i = 0; i < SHINSA_TEXT_MAX; i++)
    memcpy (longest + i * 3, "字", 3);
  longer = g_strconcat (longest, "字", NULL);
  shinsa_test_session_declare (s);
  shinsa_test_session_be (s, "a");
  refuse_draft (s, SHINSA_DRAFT_REMARKS, NULL, longer, SHINSA_ERROR_TOO_LARGE,
                "This text is longer than 20000 characters. Nothing was saved. Shorten it and try "
                "again.");
  g_assert_cmpuint (count_drafts (s), ==, 0);
  shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_REMARKS, NULL,
                            longest, &error);
  g_assert_no_error (error);
}

/* --- Notes --- */

static gint64
take_note (S          *s,
           const char *text,
           GError    **error)
{
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  gint64 id = 0;

  shinsa_set_string (&note->application, "north");
  shinsa_set_string (&note->at, "2021-06-25T10:00:00+09:00");
  shinsa_set_string (&note->text, text);
  shinsa_session_add_note (s->session, note, &id, error);

  return id;
}

static void
test_note_length (S             *s,
                  gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (SHINSA_NOTE_MAX, 'n');
  g_autofree char *longer = g_strnfill (SHINSA_NOTE_MAX + 1, 'n');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;

  shinsa_test_session_be (s, "a");
  take_note (s, longest, &error);
  g_assert_no_error (error);
  take_note (s, longer, &refused);
  g_assert_error (refused, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE);
  g_assert_cmpstr (refused->message, ==,
                   "A note is one line of at most 2000 characters. Nothing was saved. Make two "
                   "notes of it.");
}

static void
assert_not_own (GError *error)
{
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "This note is not one of yours, or no longer there. Nothing was changed.");
}

/* On one computer, each identity has its own. */
static void
test_own_notes (S             *s,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) changed = NULL;
  g_autoptr (GError) deleted = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (ShinsaNote) other = shinsa_note_new ();
  gint64 id = 0;

  shinsa_test_session_be (s, "a");
  id = take_note (s, "Mine.", &error);
  g_assert_no_error (error);

  shinsa_test_session_be (s, "b");
  other->id = id;
  shinsa_set_string (&other->text, "Not mine.");
  g_assert_false (shinsa_session_set_note (s->session, other, &changed));
  assert_not_own (changed);
  g_assert_false (shinsa_session_delete_note (s->session, id, &deleted));
  assert_not_own (deleted);

  shinsa_test_session_be (s, "a");
  notes = shinsa_session_list_notes (s->session, "north", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (((ShinsaNote *) g_ptr_array_index (notes, 0))->text, ==, "Mine.");
  shinsa_session_delete_note (s->session, id, &error);
  g_assert_no_error (error);
  none = shinsa_session_list_notes (s->session, "north", &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (shinsa_session_delete_note (s->session, id, &gone));
  assert_not_own (gone);
}

#define ADD(path, func) \
  g_test_add ("/drafting/" path, S, NULL, shinsa_test_session_set_up, func, \
              shinsa_test_session_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("evidence", test_evidence);
  ADD ("submitted-evidence", test_submitted_evidence);
  g_test_add_func ("/drafting/received-evidence", test_received_evidence);
  ADD ("frozen", test_frozen);
  ADD ("length", test_length);
  ADD ("note-length", test_note_length);
  ADD ("own-notes", test_own_notes);
  return g_test_run ();
}
