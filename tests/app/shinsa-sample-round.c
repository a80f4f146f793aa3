/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-sample-round.h"

#include "exchange/shinsa-definition-reader.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-round-parts.h"

#include <math.h>
#include <string.h>

static ShinsaRoundFile *
read_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples",
                                                 "regional-2021-1.round.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  ShinsaRoundFile *file = NULL;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_round_file_read (bytes, length, path, &file, &error));
  g_assert_no_error (error);
  return file;
}

static void
read_dossiers (ShinsaRound     *round,
               ShinsaRoundFile *file)
{
  for (guint i = 0; i < file->applications->len; i++)
    {
      ShinsaRoundFileApplication *application = g_ptr_array_index (file->applications, i);
      JsonObject *content = json_node_get_object (application->content);
      g_autoptr (GError) error = NULL;
      ShinsaDossier *dossier = shinsa_dossier_read (json_node_get_object (application->dossier),
                                                    "", &error);

      g_assert_no_error (error);
      g_ptr_array_add (round->dossiers, dossier);
      shinsa_dossier_content_read (dossier, json_object_get_object_member (content, "content"),
                                   round->definition, "", &error);
      g_assert_no_error (error);
    }
}

ShinsaRound *
shinsa_sample_round_new (void)
{
  g_autoptr (ShinsaRoundFile) file = read_file ();
  g_autoptr (GError) error = NULL;
  ShinsaRound *round = shinsa_round_new ();

  round->definition = shinsa_definition_ref (file->definition);
  g_ptr_array_unref (round->members);
  round->members = shinsa_members_read (json_node_get_array (file->members), "", &error);
  g_assert_no_error (error);
  g_ptr_array_unref (round->slots);
  round->slots = shinsa_timetable_read (json_node_get_array (file->timetable), "", &error);
  g_assert_no_error (error);
  read_dossiers (round, file);
  return round;
}

ShinsaMember *
shinsa_sample_member (ShinsaRound *round,
                      const char  *id)
{
  ShinsaMember *member = (ShinsaMember *) shinsa_round_member (round, id);

  g_assert_nonnull (member);
  return member;
}

/* --- Phases and reviews --- */

static void
change_phase (ShinsaRound *round,
              ShinsaPhase  phase,
              const char  *application,
              gboolean     open)
{
  ShinsaPhaseChange *change = shinsa_phase_change_new ();

  change->seq = ++round->seq;
  change->phase = phase;
  change->open = open;
  shinsa_set_string (&change->application, application);
  g_ptr_array_add (round->phase_changes, change);
}

void
shinsa_sample_open (ShinsaRound *round,
                    ShinsaPhase  phase,
                    const char  *application)
{
  change_phase (round, phase, application, TRUE);
}

void
shinsa_sample_close (ShinsaRound *round,
                     ShinsaPhase  phase,
                     const char  *application)
{
  change_phase (round, phase, application, FALSE);
}

/* One step of "4 3 2 ? - 1" for each requirement: a level, cannot judge, or nothing said. */
static void
add_scores (ShinsaReview           *review,
            const ShinsaDefinition *definition,
            const char             *levels)
{
  g_auto (GStrv) steps = g_strsplit (levels, " ", -1);

  g_assert_cmpuint (g_strv_length (steps), ==, definition->requirements->len);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      ShinsaScore *score;

      if (strcmp (steps[i], "-") == 0)
        continue;
      score = shinsa_score_new ();
      shinsa_set_string (&score->requirement, requirement->code);
      score->level = strcmp (steps[i], "?") == 0 ? NAN : g_ascii_strtod (steps[i], NULL);
      g_ptr_array_add (review->scores, score);
    }
}

/* Receives a review, late where its phase is closed. NULL for levels is an abstention. */
ShinsaReview *
shinsa_sample_review (ShinsaRound *round,
                      const char  *application,
                      const char  *member,
                      ShinsaPhase  phase,
                      const char  *levels)
{
  ShinsaReview *review = shinsa_review_new ();

  review->seq = ++round->seq;
  review->late = shinsa_round_is_late (round, phase, application);
  review->phase = phase;
  shinsa_set_string (&review->application, application);
  shinsa_set_string (&review->member, member);
  shinsa_set_string (&review->requirement_set, round->definition->requirement_set_hash);
  review->abstained = levels == NULL;
  if (levels != NULL)
    add_scores (review, round->definition, levels);
  g_ptr_array_add (round->reviews, review);
  return review;
}

/* The same paper review by everybody who scores. */
void
shinsa_sample_review_all (ShinsaRound *round,
                          const char  *application,
                          const char  *levels)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (member->scores)
        shinsa_sample_review (round, application, member->id, SHINSA_PHASE_PAPER, levels);
    }
}

/* --- Interests --- */

void
shinsa_sample_declare (ShinsaRound *round,
                       const char  *application,
                       const char  *member,
                       const char  *kind)
{
  shinsa_round_add_declaration (round, application, member, kind, NULL, "", ++round->seq);
}

/* By everybody who scores. */
void
shinsa_sample_declare_none (ShinsaRound *round,
                            const char  *application)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (member->scores)
        shinsa_sample_declare (round, application, member->id, "none");
    }
}

/* For one requirement, or with NULL for all. */
void
shinsa_sample_rule (ShinsaRound *round,
                    const char  *application,
                    const char  *member,
                    gboolean     recuse,
                    const char  *requirement)
{
  const char *requirements[] = { requirement, NULL };

  shinsa_round_add_ruling (round, application, member, recuse, requirements, "Ruled so.", "chair",
                           ++round->seq);
}

/* --- Meeting and decision --- */

/* For one application, or with NULL for the meeting. */
void
shinsa_sample_attend (ShinsaRound           *round,
                      const char            *application,
                      const char            *member,
                      ShinsaAttendanceState  state)
{
  ShinsaAttendance *attendance = shinsa_attendance_new ();

  attendance->seq = ++round->seq;
  attendance->state = state;
  shinsa_set_string (&attendance->application, application);
  shinsa_set_string (&attendance->member, member);
  g_ptr_array_add (round->attendance, attendance);
}

/* Everybody comes into the room, the secretariat too. */
void
shinsa_sample_attend_all (ShinsaRound *round)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      shinsa_sample_attend (round, NULL, member->id, SHINSA_ATTENDANCE_IN_ROOM);
    }
}

ShinsaInterviewEvent *
shinsa_sample_interview (ShinsaRound              *round,
                         const char               *application,
                         ShinsaInterviewEventType  event,
                         const char               *segment,
                         const char               *at)
{
  ShinsaInterviewEvent *self = shinsa_interview_event_new ();

  self->seq = ++round->seq;
  self->event = event;
  shinsa_set_string (&self->application, application);
  shinsa_set_string (&self->segment, segment);
  shinsa_set_string (&self->at, at);
  g_ptr_array_add (round->interview_events, self);
  return self;
}

void
shinsa_sample_heard (ShinsaRound *round,
                     const char  *application,
                     const char  *member,
                     ShinsaHeard  heard)
{
  ShinsaInterviewEvent *event = shinsa_sample_interview (round, application,
                                                         SHINSA_INTERVIEW_HEARD, "", "");

  shinsa_set_string (&event->member, member);
  event->heard = heard;
}

ShinsaProposal *
shinsa_sample_propose (ShinsaRound *round,
                       const char  *application,
                       const char  *outcome,
                       const char  *reason)
{
  ShinsaProposal *proposal = shinsa_proposal_new ();

  proposal->seq = ++round->seq;
  g_free (proposal->entry);
  proposal->entry = g_strdup_printf ("proposal-%" G_GINT64_FORMAT, proposal->seq);
  shinsa_set_string (&proposal->application, application);
  shinsa_set_string (&proposal->outcome, outcome);
  shinsa_set_string (&proposal->reason, reason);
  g_ptr_array_add (round->proposals, proposal);
  return proposal;
}

ShinsaConfirmation *
shinsa_sample_confirm (ShinsaRound *round,
                       const char  *application,
                       const char  *member)
{
  ShinsaConfirmation *confirmation = shinsa_confirmation_new ();

  confirmation->seq = ++round->seq;
  g_free (confirmation->entry);
  confirmation->entry = g_strdup_printf ("confirmation-%" G_GINT64_FORMAT, confirmation->seq);
  confirmation->state = SHINSA_CONFIRMATION_HOLDS;
  shinsa_set_string (&confirmation->application, application);
  shinsa_set_string (&confirmation->member, member);
  g_ptr_array_add (round->confirmations, confirmation);
  return confirmation;
}
