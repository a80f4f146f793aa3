/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-test-session.h"

#include "entries/shinsa-statements.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"

static const char * const scorers[] = { "chair", "deputy", "a", "b" };
static const char * const applications[] = { "north", "south" };

void
shinsa_test_session_set_up (ShinsaTestSession *self,
                            gconstpointer      data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rounds",
                                                 "small.round.json", NULL);

  self->dir = shinsa_test_dir_new ();
  shinsa_test_session_create (self, path);
}

/* From the definition at `path`, with documents from the test's folder. */
void
shinsa_test_session_create (ShinsaTestSession *self,
                            const char        *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *store = shinsa_test_dir_file (self->dir, "store.db");
  g_autofree char *root = NULL;
  g_autoptr (GFile) definition = g_file_new_for_path (path);
  g_autoptr (GFile) documents = g_file_new_for_path (shinsa_test_dir_path (self->dir));

  self->session = shinsa_session_open (store, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  shinsa_session_create_round (self->session, definition, documents, &root, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (scorers); i++)
    {
      shinsa_session_use_member (self->session, scorers[i], NULL, &error);
      g_assert_no_error (error);
    }
}

void
shinsa_test_session_tear_down (ShinsaTestSession *self,
                               gconstpointer      data)
{
  g_autoptr (GError) error = NULL;

  /* Whatever a test did, the store is what its journal says. */
  shinsa_session_check (self->session, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->session);
  shinsa_test_dir_free (self->dir);
}

void
shinsa_test_session_be (ShinsaTestSession *self,
                        const char        *identity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_strdup (shinsa_session_get_root (self->session));

  shinsa_session_select (self->session, root, identity, &error);
  g_assert_no_error (error);
}

/* Takes the body. */
void
shinsa_test_session_state (ShinsaTestSession *self,
                           const char        *identity,
                           const char        *kind,
                           JsonNode          *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) owned = body;

  shinsa_test_session_be (self, identity);
  shinsa_session_write (self->session, kind, owned, NULL, &error);
  g_assert_no_error (error);
}

/* Takes the body. */
void
shinsa_test_session_refuse (ShinsaTestSession *self,
                            const char        *identity,
                            const char        *kind,
                            JsonNode          *body,
                            int                code,
                            const char        *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) owned = body;

  shinsa_test_session_be (self, identity);
  g_assert_false (shinsa_session_write (self->session, kind, owned, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

ShinsaRound *
shinsa_test_session_load (ShinsaTestSession *self,
                          const char        *identity)
{
  g_autoptr (GError) error = NULL;
  ShinsaRound *round = NULL;

  shinsa_test_session_be (self, identity);
  round = shinsa_session_load (self->session, &error);
  g_assert_no_error (error);

  return round;
}

/* Nobody has an interest in anything. */
void
shinsa_test_session_declare (ShinsaTestSession *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (scorers); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (applications); j++)
        shinsa_test_session_state (self, scorers[i], SHINSA_KIND_INTEREST_DECLARE,
                                   shinsa_state_interest (applications[j], "none", NULL, NULL));
    }
}

void
shinsa_test_session_open (ShinsaTestSession *self)
{
  shinsa_test_session_state (self, "desk", SHINSA_KIND_PHASE_OPEN,
                             shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL));
}

void
shinsa_test_session_close (ShinsaTestSession *self)
{
  shinsa_test_session_state (self, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL));
}

/* The application has a document of which only the hash is here. */
void
shinsa_test_session_document (ShinsaTestSession *self,
                              const char        *application,
                              const char        *hash)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "application", application);
  json_object_set_string_member (body, "document", hash);
  json_object_set_string_member (body, "media_type", "application/pdf");
  json_object_set_string_member (body, "name", "plan.pdf");
  json_object_set_string_member (body, "reason", "");
  json_object_set_int_member (body, "size", 0);
  json_object_set_boolean_member (body, "used", TRUE);
  json_node_take_object (node, body);
  shinsa_test_session_state (self, "desk", SHINSA_KIND_DOCUMENT_SET, node);
}

static void
set_draft (ShinsaTestSession *self,
           const char        *application,
           ShinsaPhase        phase,
           ShinsaDraftPart    part,
           const char        *key,
           const char        *value)
{
  g_autoptr (GError) error = NULL;

  shinsa_session_set_draft (self->session, application, phase, part, key, value, &error);
  g_assert_no_error (error);
}

/* A digit for each requirement in order, ? for cannot judge. */
static void
submit (ShinsaTestSession *self,
        const char        *application,
        ShinsaPhase        phase,
        const char        *levels)
{
  static const char * const codes[] = { "strength", "network_organisation" };
  g_autoptr (GError) error = NULL;
  gboolean below = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      char value[] = { levels[i], '\0' };

      below = below || levels[i] == '1' || levels[i] == '2';
      set_draft (self, application, phase, SHINSA_DRAFT_LEVEL, codes[i],
                 levels[i] == '?' ? "cannot_judge" : value);
      set_draft (self, application, phase, SHINSA_DRAFT_REASON, codes[i], "A reason.");
    }
  set_draft (self, application, phase, SHINSA_DRAFT_OVERALL, NULL, "3");
  if (below)
    set_draft (self, application, phase, SHINSA_DRAFT_GROWTH, NULL, "yes");
  shinsa_session_submit_review (self->session, application, phase, &error);
  g_assert_no_error (error);
}

/* Submits a paper review. */
void
shinsa_test_session_review (ShinsaTestSession *self,
                            const char        *member,
                            const char        *application,
                            const char        *levels)
{
  shinsa_test_session_be (self, member);
  submit (self, application, SHINSA_PHASE_PAPER, levels);
}

/* Submits a review after the interview. */
void
shinsa_test_session_revise (ShinsaTestSession *self,
                            const char        *member,
                            const char        *application,
                            const char        *levels)
{
  shinsa_test_session_be (self, member);
  set_draft (self, application, SHINSA_PHASE_INTERVIEW, SHINSA_DRAFT_REVISION, NULL,
             "What was answered.");
  submit (self, application, SHINSA_PHASE_INTERVIEW, levels);
}

/* Everybody is in the room. */
void
shinsa_test_session_meet (ShinsaTestSession *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (scorers); i++)
    shinsa_test_session_state (self, "desk", SHINSA_KIND_ATTENDANCE_SET,
                               shinsa_state_attendance (NULL, scorers[i],
                                                        SHINSA_ATTENDANCE_IN_ROOM));
}

void
shinsa_test_session_propose (ShinsaTestSession *self,
                             const char        *application,
                             const char        *outcome)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (self, "desk");

  shinsa_test_session_state (self, "desk", SHINSA_KIND_OUTCOME_PROPOSE,
                             shinsa_state_proposal (round, application, outcome, NULL, "chair",
                                                    "A reason to depart."));
}
