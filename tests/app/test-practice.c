/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-practice.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-suggestion.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"
#include "shinsa-packets.h"
#include "shinsa-test-dir.h"

/* The whole way of a round on one computer, as a person tries it. */

typedef struct {
  ShinsaTestDir *dir;
  ShinsaSession *session;
  GFile         *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *store = NULL;
  g_autofree char *folder = NULL;
  gboolean done = FALSE;

  fixture->dir = shinsa_test_dir_new ();
  store = shinsa_test_dir_file (fixture->dir, "store.db");
  folder = shinsa_test_dir_file (fixture->dir, "packets");
  fixture->folder = g_file_new_for_path (folder);
  fixture->session = shinsa_session_open (store, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  done = shinsa_practice_create (fixture->session, fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->folder);
  shinsa_test_dir_free (fixture->dir);
}

static void
be (Fixture    *fixture,
    const char *identity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_strdup (shinsa_session_get_root (fixture->session));

  shinsa_session_select (fixture->session, root, identity, &error);
  g_assert_no_error (error);
}

static void
state (Fixture    *fixture,
       const char *kind,
       JsonNode   *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) owned = body;

  shinsa_session_write (fixture->session, kind, owned, NULL, &error);
  g_assert_no_error (error);
}

static void
refuse (Fixture    *fixture,
        const char *kind,
        JsonNode   *body,
        const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) owned = body;

  g_assert_false (shinsa_session_write (fixture->session, kind, owned, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
}

static ShinsaRound *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ShinsaRound *round = shinsa_session_load (fixture->session, &error);

  g_assert_no_error (error);

  return round;
}

static void
take_in (Fixture    *fixture,
         const char *folder_name,
         guint       expected,
         guint       late)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, folder_name);
  g_autoptr (GPtrArray) files = shinsa_packets_in_folder (folder, NULL, &error);
  g_autoptr (GPtrArray) results = NULL;
  guint late_count = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, expected);
  results = shinsa_session_read_packets (fixture->session, files, NULL);
  for (guint i = 0; i < results->len; i++)
    {
      const ShinsaPacketResult *result = g_ptr_array_index (results, i);

      g_assert_no_error (result->error);
      late_count += result->report->late;
    }
  g_assert_cmpuint (late_count, ==, late);
}

static void
score_as_user (Fixture    *fixture,
               const char *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = load (fixture);

  state (fixture, SHINSA_KIND_INTEREST_DECLARE,
         shinsa_state_interest (application, "none", NULL, NULL));
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements, i);

      shinsa_session_set_draft (fixture->session, application, SHINSA_PHASE_PAPER,
                                SHINSA_DRAFT_LEVEL, requirement->code, "3", &error);
      g_assert_no_error (error);
    }
  shinsa_session_set_draft (fixture->session, application, SHINSA_PHASE_PAPER,
                            SHINSA_DRAFT_OVERALL, NULL, "3", &error);
  g_assert_no_error (error);
  shinsa_session_submit_review (fixture->session, application, SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
}

static void
test_is_whole (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = load (fixture);

  g_assert_cmpstr (round->identity, ==, "b");
  g_assert_cmpuint (round->dossiers->len, ==, 5);
  g_assert_cmpuint (round->members->len, ==, 8);
  g_assert_cmpuint (round->reviews->len, ==, 0);
  g_assert_true (shinsa_round_phase_is_open (round, SHINSA_PHASE_PAPER, "tokai"));
  g_assert_cmpint (shinsa_round_interest (round, "tokai", "c")->state, ==,
                   SHINSA_INTEREST_RECUSED);
  g_assert_cmpint (shinsa_round_interest (round, "tokai", "b")->state, ==,
                   SHINSA_INTEREST_UNDECLARED);
  g_assert_false (shinsa_round_dossier (round, "tokai")->has_content);
}

static void
attend (Fixture *fixture)
{
  g_autoptr (ShinsaRound) round = load (fixture);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (member->scores)
        state (fixture, SHINSA_KIND_ATTENDANCE_SET,
               shinsa_state_attendance (NULL, member->id, SHINSA_ATTENDANCE_IN_ROOM));
    }
}

static const char *
published_outcome (const char *application)
{
  return g_str_equal (application, "tokai") ? "registered" : "certified";
}

static void
propose_all (Fixture *fixture)
{
  g_autoptr (ShinsaRound) round = load (fixture);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, dossier->id);

      g_assert_cmpstr (suggestion->outcome, ==, published_outcome (dossier->id));
      state (fixture, SHINSA_KIND_OUTCOME_PROPOSE,
             shinsa_state_proposal (round, dossier->id, suggestion->outcome, NULL, "chair", NULL));
    }
}

static void
confirm_all (Fixture *fixture)
{
  g_autoptr (ShinsaRound) round = load (fixture);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      state (fixture, SHINSA_KIND_DECISION_CONFIRM,
             shinsa_state_confirmation (round, dossier->id, "unanimous"));
    }
}

static void
assert_confirmed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = load (fixture);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      g_assert_cmpint (shinsa_round_decision (round, dossier->id), ==, SHINSA_DECISION_CONFIRMED);
      g_assert_cmpstr (shinsa_round_confirmation (round, dossier->id)->outcome, ==,
                       published_outcome (dossier->id));
    }
  shinsa_session_check (fixture->session, &error);
  g_assert_no_error (error);
}

static void
test_whole_way (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const applications[] = {
    "hokkaido-prime", "tsuruoka", "nagaoka", "tokai", "fukuoka"
  };
  g_autoptr (ShinsaRound) blind = NULL;
  g_autoptr (ShinsaRound) before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (applications); i++)
    score_as_user (fixture, applications[i]);

  be (fixture, "desk");
  take_in (fixture, "1 Before closing", 5, 0);
  blind = load (fixture);
  g_assert_true (blind->desk_is_blind);
  g_assert_cmpuint (((ShinsaReview *) g_ptr_array_index (blind->reviews, 0))->scores->len, ==, 0);
  state (fixture, SHINSA_KIND_PHASE_CLOSE, shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL));
  take_in (fixture, "2 After closing", 1, 5);
  before = load (fixture);
  g_assert_null (shinsa_round_confirmation (before, "tokai"));
  propose_all (fixture);
  attend (fixture);

  be (fixture, "deputy");
  {
    g_autoptr (ShinsaRound) round = load (fixture);

    refuse (fixture, SHINSA_KIND_DECISION_CONFIRM,
            shinsa_state_confirmation (round, "tokai", "unanimous"),
            "Only the acting chair of this application can do this. Nothing was changed.");
  }
  be (fixture, "chair");
  confirm_all (fixture);
  assert_confirmed (fixture);
}

static void
test_user_first (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = NULL;

  g_assert_false (shinsa_session_submit_review (fixture->session, "tokai", SHINSA_PHASE_PAPER,
                                                &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  score_as_user (fixture, "tokai");
  round = load (fixture);
  g_assert_cmpuint (round->reviews->len, ==, 1);
  g_assert_cmpint (shinsa_round_review (round, "tokai", "b", SHINSA_PHASE_PAPER)->status, ==,
                   SHINSA_REVIEW_COUNTS);
  g_assert_true (shinsa_round_dossier (round, "tokai")->has_content);
  refuse (fixture, SHINSA_KIND_PHASE_CLOSE, shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL),
          "Only the desk of this round can do this.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/practice/is-whole", Fixture, NULL, set_up, test_is_whole, tear_down);
  g_test_add ("/practice/user-first", Fixture, NULL, set_up, test_user_first, tear_down);
  g_test_add ("/practice/whole-way", Fixture, NULL, set_up, test_whole_way, tear_down);

  return g_test_run ();
}
