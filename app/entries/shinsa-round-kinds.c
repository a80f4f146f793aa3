/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "exchange/shinsa-definition-reader.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"
#include "shinsa-round-tables.h"

/* Kinds that frame a round: its definition, members, timetable, phases and exports. */

static const char * const phases[] = { "paper", "interview", NULL };
static const char * const profiles[] = {
  "secretariat", "committee", "applicant", "public", NULL
};

gboolean
shinsa_apply_round_define (const ShinsaEffect  *effect,
                           JsonObject          *body,
                           GError             **error)
{
  JsonObject *object = NULL;
  gint64 rules_version = 0;
  const ShinsaField fields[] = {
    { "definition", SHINSA_FIELD_OBJECT, &object },
    { "rules_version", SHINSA_FIELD_INTEGER, &rules_version },
  };
  g_autoptr (ShinsaDefinition) definition = NULL;
  ShinsaRoundRow row = { 0 };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error) ||
      !(definition = shinsa_definition_read (object, "/definition", error)))
    return FALSE;
  if (effect->seq != 1)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("A round is defined once, by the first entry of its register."));
      return FALSE;
    }

  row.round = (char *) effect->root;
  row.seq = effect->seq;
  row.id = definition->id;
  row.rules_version = rules_version;
  row.body = effect->entry->body;

  return shinsa_round_insert (effect->store, &row, error);
}

gboolean
shinsa_apply_roster_set (const ShinsaEffect  *effect,
                         JsonObject          *body,
                         GError             **error)
{
  JsonArray *members = NULL;
  const char *reason = NULL;
  const ShinsaField fields[] = {
    { "members", SHINSA_FIELD_ARRAY, &members },
    { "reason", SHINSA_FIELD_TEXT, &reason },
  };
  ShinsaRosterRow row = { effect->seq, effect->entry->body };
  g_autoptr (GPtrArray) list = NULL;

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error) ||
      !(list = shinsa_members_read (members, "/members", error)))
    return FALSE;

  return shinsa_roster_insert (effect->store, effect->root, &row, error);
}

gboolean
shinsa_apply_schedule_set (const ShinsaEffect  *effect,
                           JsonObject          *body,
                           GError             **error)
{
  const char *postponed = NULL;
  JsonArray *timetable = NULL;
  const ShinsaField fields[] = {
    { "postponed", SHINSA_FIELD_TEXT_OR_NULL, &postponed },
    { "timetable", SHINSA_FIELD_ARRAY, &timetable },
  };
  ShinsaScheduleRow row = { effect->seq, effect->entry->body };
  g_autoptr (GPtrArray) slots = NULL;

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error) ||
      !(slots = shinsa_timetable_read (timetable, "/timetable", error)))
    return FALSE;

  return shinsa_schedule_insert (effect->store, effect->root, &row, error);
}

typedef struct {
  const char *application;
  const char *phase;
  const char *reason;
} PhaseBody;

static gboolean
read_phase (JsonObject  *body,
            PhaseBody   *phase,
            GError     **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT_OR_NULL, &phase->application },
    { "phase", SHINSA_FIELD_WORD, &phase->phase, phases },
    { "reason", SHINSA_FIELD_TEXT, &phase->reason },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
apply_phase (const ShinsaEffect  *effect,
             JsonObject          *body,
             const char          *state,
             GError             **error)
{
  PhaseBody phase = { 0 };
  ShinsaPhaseChangeRow row = { 0 };

  if (!read_phase (body, &phase, error))
    return FALSE;
  row.seq = effect->seq;
  row.phase = (char *) phase.phase;
  row.application = (char *) phase.application;
  row.state = (char *) state;
  row.reason = (char *) phase.reason;

  return shinsa_phase_change_insert (effect->store, effect->root, &row, error);
}

gboolean
shinsa_apply_phase_open (const ShinsaEffect  *effect,
                         JsonObject          *body,
                         GError             **error)
{
  return apply_phase (effect, body, "open", error);
}

gboolean
shinsa_apply_phase_close (const ShinsaEffect  *effect,
                          JsonObject          *body,
                          GError             **error)
{
  return apply_phase (effect, body, "closed", error);
}

/* A phase of all applications is open when it is open for each of them. */
static gboolean
phase_is (const ShinsaRound *round,
          const PhaseBody   *phase,
          gboolean           open)
{
  ShinsaPhase value = SHINSA_PHASE_PAPER;
  gboolean known = shinsa_phase_from_string (phase->phase, &value);

  g_assert (known);
  if (phase->application != NULL)
    return shinsa_round_phase_is_open (round, value, phase->application) == open;
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_round_phase_is_open (round, value, dossier->id) != open)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_phase (const ShinsaRound  *round,
             JsonObject         *body,
             gboolean            open,
             GError            **error)
{
  PhaseBody phase = { 0 };

  if (!read_phase (body, &phase, error))
    return FALSE;
  if (phase.application != NULL && shinsa_round_dossier (round, phase.application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), phase.application);
      return FALSE;
    }
  if (!phase_is (round, &phase, open))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       open ? _("This phase is open already. Nothing was changed.")
                            : _("This phase is not open. Nothing was changed."));

  return FALSE;
}

gboolean
shinsa_authorise_phase_open (const ShinsaRound  *round,
                             const char         *author,
                             JsonObject         *body,
                             GError            **error)
{
  return check_phase (round, body, TRUE, error);
}

/* Whoever scores on the desk's own computer would see the others' reviews with the closing, so
 * theirs have to be there first. The practice round is there to be tried. */
static gboolean
check_own_reviews (const ShinsaRound  *round,
                   const char         *member,
                   const PhaseBody    *phase,
                   GError            **error)
{
  ShinsaPhase value = SHINSA_PHASE_PAPER;

  shinsa_phase_from_string (phase->phase, &value);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, member);

      if (dossier->withdrawn || interest == NULL || shinsa_interest_bars (interest) ||
          (phase->application != NULL && !g_str_equal (dossier->id, phase->application)) ||
          shinsa_round_newest_review (round, dossier->id, member, value) != NULL)
        continue;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("The desk is on the computer of %s, whose review of “%s” is missing. "
                     "It has to be submitted, or an abstention recorded, before closing."),
                   shinsa_text_get (&shinsa_round_member (round, member)->name),
                   shinsa_text_get (&dossier->name));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_here (const ShinsaRound *round,
         const char        *member)
{
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->here && g_str_equal (feed->member, member))
        return TRUE;
    }

  return FALSE;
}

gboolean
shinsa_authorise_phase_close (const ShinsaRound  *round,
                              const char         *author,
                              JsonObject         *body,
                              GError            **error)
{
  PhaseBody phase = { 0 };

  if (!check_phase (round, body, FALSE, error) || !read_phase (body, &phase, error))
    return FALSE;
  if (round->definition->practice || !g_str_equal (phase.phase, "paper"))
    return TRUE;
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (member->scores && is_here (round, member->id) &&
          !check_own_reviews (round, member->id, &phase, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
shinsa_apply_record_export (const ShinsaEffect  *effect,
                            JsonObject          *body,
                            GError             **error)
{
  const char *application = NULL;
  const char *head = NULL;
  const char *profile = NULL;
  const char *sha256 = NULL;
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT_OR_NULL, &application },
    { "head", SHINSA_FIELD_HASH, &head },
    { "profile", SHINSA_FIELD_WORD, &profile, profiles },
    { "sha256", SHINSA_FIELD_HASH, &sha256 },
  };
  ShinsaRecordExportRow row = { 0 };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error))
    return FALSE;
  row.seq = effect->seq;
  row.profile = (char *) profile;
  row.application = (char *) application;
  row.head = (char *) head;
  row.sha256 = (char *) sha256;

  return shinsa_record_export_insert (effect->store, effect->root, &row, error);
}
