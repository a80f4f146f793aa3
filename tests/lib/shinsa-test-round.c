/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-test-round.h"

#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-suggestion.h"

#include <math.h>

#define SET_HASH "5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f5e7f"

static ShinsaText
text (const char *en,
      const char *ja)
{
  return (ShinsaText) { .ja = g_strdup (ja), .en = g_strdup (en) };
}

static void
add_level (ShinsaDefinition *definition,
           double            value,
           const char       *en,
           const char       *ja)
{
  ShinsaLevel *level = shinsa_level_new ();

  level->value = value;
  g_free (level->key);
  level->key = g_strdup_printf ("%g", value);
  level->label = text (en, ja);
  level->descriptor = text (en, ja);
  g_ptr_array_add (definition->levels, level);
}

static void
add_requirement (ShinsaDefinition *definition,
                 const char       *code,
                 const char       *en,
                 const char       *ja)
{
  ShinsaRequirement *requirement = shinsa_requirement_new ();

  shinsa_set_string (&requirement->code, code);
  requirement->name = text (en, ja);
  requirement->guidance = text ("Is it shown with evidence?", "根拠とともに示されているか。");
  requirement->threshold = 3;
  requirement->weight = 1;
  g_ptr_array_add (definition->requirements, requirement);
}

static void
add_outcome (ShinsaDefinition *definition,
             const char       *code,
             const char       *en,
             const char       *ja,
             ShinsaGate        gate)
{
  ShinsaOutcome *outcome = shinsa_outcome_new ();

  shinsa_set_string (&outcome->code, code);
  outcome->name = text (en, ja);
  outcome->gate = gate;
  outcome->is_public = gate != SHINSA_GATE_OTHERWISE;
  g_ptr_array_add (definition->outcomes, outcome);
}

static ShinsaDefinition *
definition_new (void)
{
  ShinsaDefinition *definition = shinsa_definition_new ();

  shinsa_set_string (&definition->id, "test-1");
  definition->title = text ("Test round", "試験用の審査");
  add_level (definition, 4, "Fully met", "十分に満たしている");
  add_level (definition, 3, "Met", "満たしている");
  add_level (definition, 2, "Partly met", "不十分な点がある");
  add_level (definition, 1, "Not met", "満たしていない");
  shinsa_set_string (&definition->cannot_judge_key, "?");
  definition->cannot_judge_label = text ("Cannot judge", "判断できない");
  definition->cannot_judge_needs_reason = TRUE;
  definition->reason_at_or_below = 2;
  definition->statistic = SHINSA_STATISTIC_MEDIAN;
  definition->minimum_evaluators = 2;
  definition->split_range = 2;
  definition->quorum_by_members = TRUE;
  definition->quorum_fraction = NAN;
  definition->quorum_needs_chair = TRUE;
  definition->quorum_recused_are_present = TRUE;
  definition->growth_when = SHINSA_GROWTH_WHEN_BELOW;
  definition->growth_name = text ("Growth expected", "今後の成長期待");
  shinsa_set_string (&definition->requirement_set_id, "test");
  definition->requirement_set_version = 1;
  shinsa_set_string (&definition->requirement_set_hash, SET_HASH);
  add_requirement (definition, "strength", "Strength", "強み");
  add_requirement (definition, "plan", "Vision and plan", "あるべき姿と計画");
  add_requirement (definition, "data", "Data sharing", "データの共有");
  add_outcome (definition, "certified", "Certified", "認定", SHINSA_GATE_ALL_REQUIREMENTS);
  add_outcome (definition, "registered", "Registered", "登録", SHINSA_GATE_GROWTH);
  add_outcome (definition, "declined", "Not selected", "見送り", SHINSA_GATE_OTHERWISE);
  return definition;
}

static void
add_member (ShinsaRound *round,
            const char  *id,
            const char  *role,
            const char  *en,
            const char  *ja,
            int          acting_order)
{
  ShinsaMember *member = shinsa_member_new ();

  shinsa_set_string (&member->id, id);
  shinsa_set_string (&member->role, role);
  member->name = text (en, ja);
  member->scores = g_strcmp0 (role, "secretariat") != 0;
  member->acting_order = acting_order;
  g_ptr_array_add (round->members, member);
}

static void
add_dossier (ShinsaRound *round,
             const char  *id,
             const char  *en,
             const char  *ja)
{
  ShinsaDossier *dossier = shinsa_dossier_new ();

  shinsa_set_string (&dossier->id, id);
  dossier->name = text (en, ja);
  dossier->has_content = TRUE;
  g_ptr_array_add (round->dossiers, dossier);
}

static void
change_phase (ShinsaRound *round,
              ShinsaPhase  phase,
              gboolean     open)
{
  ShinsaPhaseChange *change = shinsa_phase_change_new ();

  change->seq = ++round->seq;
  change->phase = phase;
  change->open = open;
  g_ptr_array_add (round->phase_changes, change);
}

/* Others' reviews are held once the phase is closed, but not of an application that one is recused
 * from or has not reviewed. */
static gboolean
is_held (const ShinsaRound    *round,
         ShinsaTestRoundState  state,
         const char           *application,
         const char           *author)
{
  if (round->is_desk || g_str_equal (round->member, author))
    return TRUE;
  return state == SHINSA_TEST_ROUND_CLOSED &&
         !(g_str_equal (round->member, "c") && g_str_equal (application, "gamma")) &&
         !(g_str_equal (round->member, "deputy") && g_str_equal (application, "delta"));
}

/* Levels as they are typed, one for each requirement. */
static ShinsaReview *
review_new (ShinsaRound *round,
            const char  *application,
            const char  *member,
            ShinsaPhase  phase,
            const char  *levels,
            int          growth)
{
  ShinsaReview *review = shinsa_review_new ();

  review->seq = ++round->seq;
  review->phase = phase;
  review->growth = growth;
  g_free (review->entry);
  review->entry = g_strdup_printf ("%064" G_GINT64_MODIFIER "x", review->seq);
  shinsa_set_string (&review->application, application);
  shinsa_set_string (&review->member, member);
  shinsa_set_string (&review->source, "own");
  shinsa_set_string (&review->requirement_set, SET_HASH);
  for (guint i = 0; levels[i] != '\0'; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                                i);
      ShinsaScore *score = shinsa_score_new ();

      shinsa_set_string (&score->requirement, requirement->code);
      score->level = levels[i] == '?' ? NAN : g_ascii_digit_value (levels[i]);
      if (isnan (score->level) || score->level <= round->definition->reason_at_or_below)
        {
          g_free (score->reason);
          score->reason = g_strdup_printf ("Because of %s in %s.", requirement->code, application);
        }
      g_ptr_array_add (review->scores, score);
    }
  g_ptr_array_add (round->reviews, review);
  return review;
}

static void
add_reviews (ShinsaRound          *round,
             ShinsaTestRoundState  state)
{
  static const struct {
    const char *application;
    const char *member;
    const char *levels;
    int         growth;
  } reviews[] = {
    { "alpha", "chair", "433", -1 },
    { "alpha", "deputy", "443", -1 },
    { "alpha", "c", "334", -1 },
    { "beta", "chair", "432", 1 },
    { "beta", "deputy", "132", 1 },
    { "beta", "c", "4?2", 0 },
    { "gamma", "chair", "343", -1 },
    { "gamma", "deputy", "332", 1 },
    { "gamma", "c", "222", 1 },
    { "delta", "chair", "234", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    if (is_held (round, state, reviews[i].application, reviews[i].member))
      review_new (round, reviews[i].application, reviews[i].member, SHINSA_PHASE_PAPER,
                  reviews[i].levels, reviews[i].growth);
}

static void
add_interests (ShinsaRound *round)
{
  static const char * const plan[] = { "plan", NULL };

  for (guint i = 0; i < round->dossiers->len; i++)
    for (guint j = 0; j < round->members->len; j++)
      {
        const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
        const ShinsaMember *member = g_ptr_array_index (round->members, j);

        if (member->scores)
          shinsa_round_add_declaration (round, dossier->id, member->id, "none", NULL, "",
                                        ++round->seq);
      }
  shinsa_round_add_ruling (round, "gamma", "deputy", TRUE, plan, "A joint project.", "chair",
                           ++round->seq);
  shinsa_round_add_ruling (round, "gamma", "c", TRUE, NULL, "The same institution.", "chair",
                           ++round->seq);
}

static void
add_attendance (ShinsaRound *round)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      ShinsaAttendance *attendance = shinsa_attendance_new ();

      attendance->seq = ++round->seq;
      attendance->state = SHINSA_ATTENDANCE_IN_ROOM;
      shinsa_set_string (&attendance->member, member->id);
      g_ptr_array_add (round->attendance, attendance);
    }
}

static void
add_late_review (ShinsaRound *round)
{
  if (is_held (round, SHINSA_TEST_ROUND_CLOSED, "delta", "c"))
    review_new (round, "delta", "c", SHINSA_PHASE_PAPER, "333", -1)->late = TRUE;
}

/**
 * shinsa_test_round_new:
 * @identity: "desk" or a member's id: whose picture it is
 *
 * Returns: (transfer full): the round as described above, settled
 */
ShinsaRound *
shinsa_test_round_new (const char           *identity,
                       ShinsaTestRoundState  state)
{
  ShinsaRound *round = shinsa_round_new ();

  round->definition = definition_new ();
  round->rules_version = 1;
  shinsa_set_string (&round->root, "r00t");
  shinsa_set_string (&round->identity, identity);
  round->is_desk = g_str_equal (identity, "desk");
  shinsa_set_string (&round->member, round->is_desk ? "" : identity);
  add_member (round, "chair", "chair", "Chair", "主査", 1);
  add_member (round, "deputy", "deputy", "Deputy", "主査代理", 2);
  add_member (round, "c", "member", "Member C", "委員C", 0);
  add_member (round, "secretariat", "secretariat", "Secretariat", "事務局", 0);
  add_dossier (round, "alpha", "Alpha Valley", "アルファ谷バイオコミュニティ");
  add_dossier (round, "beta", "Beta Bay", "ベータ湾バイオコミュニティ");
  add_dossier (round, "gamma", "Gamma Hills", "ガンマ丘陵バイオコミュニティ");
  add_dossier (round, "delta", "Delta Plain", "デルタ平野バイオコミュニティ");

  change_phase (round, SHINSA_PHASE_PAPER, TRUE);
  add_reviews (round, state);
  add_interests (round);
  if (state == SHINSA_TEST_ROUND_CLOSED)
    {
      change_phase (round, SHINSA_PHASE_PAPER, FALSE);
      add_late_review (round);
      add_attendance (round);
    }
  shinsa_round_settle (round);
  return round;
}

/**
 * shinsa_test_round_review:
 * @levels: a digit or "?" for each requirement, as they are typed
 * @growth: 1, 0 or -1
 *
 * One more review, received last.
 */
void
shinsa_test_round_review (ShinsaRound *round,
                          const char  *application,
                          const char  *member,
                          ShinsaPhase  phase,
                          const char  *levels,
                          int          growth)
{
  if (phase == SHINSA_PHASE_INTERVIEW)
    change_phase (round, phase, TRUE);
  review_new (round, application, member, phase, levels, growth);
  shinsa_round_settle (round);
}

/**
 * shinsa_test_round_propose:
 *
 * One more provisional outcome, set by the desk.
 */
void
shinsa_test_round_propose (ShinsaRound *round,
                           const char  *application,
                           const char  *outcome,
                           const char  *reason)
{
  ShinsaProposal *proposal = shinsa_proposal_new ();
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, application);

  proposal->seq = ++round->seq;
  g_free (proposal->entry);
  proposal->entry = g_strdup_printf ("%064" G_GINT64_MODIFIER "x", proposal->seq);
  shinsa_set_string (&proposal->application, application);
  shinsa_set_string (&proposal->outcome, outcome);
  shinsa_set_string (&proposal->suggested,
                     suggestion->outcome != NULL ? suggestion->outcome : "");
  shinsa_set_string (&proposal->reason, reason);
  g_ptr_array_add (round->proposals, proposal);
  shinsa_round_settle (round);
}

/**
 * shinsa_test_round_confirm:
 *
 * Confirms the newest provisional outcome; it holds.
 */
void
shinsa_test_round_confirm (ShinsaRound *round,
                           const char  *application,
                           const char  *member,
                           const char  *outcome)
{
  ShinsaConfirmation *confirmation = shinsa_confirmation_new ();

  confirmation->seq = ++round->seq;
  g_free (confirmation->entry);
  confirmation->entry = g_strdup_printf ("%064" G_GINT64_MODIFIER "x", confirmation->seq);
  shinsa_set_string (&confirmation->application, application);
  shinsa_set_string (&confirmation->member, member);
  shinsa_set_string (&confirmation->outcome, outcome);
  shinsa_set_string (&confirmation->method, "unanimous");
  shinsa_set_string (&confirmation->at, "2021-06-14T16:20:00+09:00");
  shinsa_set_string (&confirmation->sentence, "The committee has concluded.");
  confirmation->state = SHINSA_CONFIRMATION_HOLDS;
  g_ptr_array_add (round->confirmations, confirmation);
  shinsa_round_settle (round);
}
