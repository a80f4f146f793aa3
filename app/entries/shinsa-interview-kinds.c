/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"
#include "shinsa-interview-tables.h"

/* What happens in an interview, as the desk records it. */

#define EXTENSION_MAX 60

static const char * const events[] = { "start", "next", "extend", "stop", "heard", "close", NULL };
static const char * const amounts[] = { "", "whole", "part", "none", NULL };

typedef struct {
  const char *application;
  const char *event;
  const char *segment;
  gint64      minutes;
  const char *member;
  const char *heard;
  const char *instructed_by;
  const char *text;

  ShinsaInterviewEventType type;   /* which event that is */
} InterviewBody;

/* --- Reading --- */

static gboolean
set_not_meant (const char  *member,
               const char  *event,
               GError     **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               /* Translators: a member of a JSON object, and a word such as start. */
               _("/%s: “%s” says nothing of this, so it has to be left empty."), member, event);

  return FALSE;
}

/* One shape serves all events; what an event does not speak of stays empty. */
static gboolean
check_meant (const InterviewBody  *interview,
             GError              **error)
{
  ShinsaInterviewEventType type = interview->type;
  const struct {
    const char *name;
    gboolean    given;
    gboolean    meant;
  } members[] = {
    { "segment", *interview->segment != '\0',
      type == SHINSA_INTERVIEW_START || type == SHINSA_INTERVIEW_NEXT },
    { "minutes", interview->minutes != 0, type == SHINSA_INTERVIEW_EXTEND },
    { "instructed_by", *interview->instructed_by != '\0', type == SHINSA_INTERVIEW_EXTEND },
    { "member", *interview->member != '\0', type == SHINSA_INTERVIEW_HEARD },
    { "heard", *interview->heard != '\0', type == SHINSA_INTERVIEW_HEARD },
    { "text", *interview->text != '\0', type == SHINSA_INTERVIEW_CLOSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].given && !members[i].meant)
      return set_not_meant (members[i].name, interview->event, error);

  return TRUE;
}

/* A round without segments has interviews all the same: they begin with none. */
static gboolean
check_segment (const ShinsaDefinition  *definition,
               const char              *code,
               GError                 **error)
{
  if ((*code == '\0' && definition->segments->len == 0) ||
      shinsa_definition_segment (definition, code) != NULL)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("There is no segment “%s” in the interviews of this round."), code);

  return FALSE;
}

static gboolean
check_values (const InterviewBody     *interview,
              const ShinsaDefinition  *definition,
              GError                 **error)
{
  switch (interview->type)
    {
    case SHINSA_INTERVIEW_START:
    case SHINSA_INTERVIEW_NEXT:
      return check_segment (definition, interview->segment, error);

    case SHINSA_INTERVIEW_EXTEND:
      if (interview->minutes >= 1 && interview->minutes <= EXTENSION_MAX)
        return TRUE;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("A segment can be extended by 1 to %d minutes at a time."), EXTENSION_MAX);
      return FALSE;

    case SHINSA_INTERVIEW_HEARD:
      if (*interview->heard != '\0')
        return TRUE;
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("/heard: whole, part or none is needed here."));
      return FALSE;

    case SHINSA_INTERVIEW_STOP:
    case SHINSA_INTERVIEW_CLOSE:
    default:
      return TRUE;
    }
}

static gboolean
read_interview (JsonObject              *body,
                const ShinsaDefinition  *definition,
                InterviewBody           *interview,
                GError                 **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &interview->application },
    { "event", SHINSA_FIELD_WORD, &interview->event, events },
    { "heard", SHINSA_FIELD_WORD, &interview->heard, amounts },
    { "instructed_by", SHINSA_FIELD_TEXT, &interview->instructed_by },
    { "member", SHINSA_FIELD_TEXT, &interview->member },
    { "minutes", SHINSA_FIELD_INTEGER, &interview->minutes },
    { "segment", SHINSA_FIELD_TEXT, &interview->segment },
    { "text", SHINSA_FIELD_TEXT, &interview->text },
  };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error))
    return FALSE;
  shinsa_interview_event_from_string (interview->event, &interview->type);

  return check_meant (interview, error) && check_values (interview, definition, error);
}

gboolean
shinsa_apply_interview_record (const ShinsaEffect  *effect,
                               JsonObject          *body,
                               GError             **error)
{
  InterviewBody interview = { 0 };
  ShinsaInterviewEventRow row = { 0 };

  if (!read_interview (body, effect->definition, &interview, error))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) interview.application;
  row.event = (char *) interview.event;
  row.segment = (char *) interview.segment;
  row.minutes = interview.minutes;
  row.member = (char *) interview.member;
  row.heard = (char *) interview.heard;
  row.instructed_by = (char *) interview.instructed_by;
  row.text = (char *) interview.text;

  return shinsa_interview_event_insert (effect->store, effect->root, &row, error);
}

/* --- Authorising --- */

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED, sentence);

  return FALSE;
}

/* An interview that still runs can always be stopped: until then no other one begins. */
static gboolean
check_application (const ShinsaRound    *round,
                   const InterviewBody  *interview,
                   GError              **error)
{
  if (shinsa_round_dossier (round, interview->application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), interview->application);
      return FALSE;
    }
  if (interview->type != SHINSA_INTERVIEW_STOP &&
      shinsa_round_decision (round, interview->application) == SHINSA_DECISION_CONFIRMED)
    return refuse (_("The outcome of this application is confirmed, so nothing more is recorded of "
                     "its interview. The acting chair can reopen it."), error);

  return TRUE;
}

static gboolean
check_start (const ShinsaRound    *round,
             const InterviewBody  *interview,
             GError              **error)
{
  const char *running = shinsa_interview_running (round);

  if (running != NULL && g_str_equal (running, interview->application))
    return refuse (_("This interview is running already. Nothing was changed."), error);
  if (running != NULL)
    {
      const ShinsaDossier *other = shinsa_round_dossier (round, running);

      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   /* Translators: the name of an applicant. */
                   _("The interview of “%s” is still running. Stop it, then start this one."),
                   other != NULL ? shinsa_text_get (&other->name) : running);
      return FALSE;
    }
  if (shinsa_round_dossier (round, interview->application)->withdrawn)
    return refuse (_("This application is withdrawn. It is kept to be read, and no interview is "
                     "held for it."), error);

  return TRUE;
}

/* The body names the segment, so that what is said twice by mistake skips none. */
static gboolean
check_next (const ShinsaTimer    *timer,
            const InterviewBody  *interview,
            GError              **error)
{
  if (!timer->running)
    return refuse (_("This interview is not running. Start it first."), error);
  if (timer->segment != NULL && g_str_equal (timer->segment->code, interview->segment))
    return refuse (_("This segment is running already. Nothing was changed."), error);
  if (timer->next == NULL)
    return refuse (_("The last segment is running. Stop the interview when it is over."), error);
  if (!g_str_equal (timer->next->code, interview->segment))
    return refuse (_("Another segment comes next. Nothing was changed."), error);

  return TRUE;
}

static gboolean
check_extension (const ShinsaRound    *round,
                 const ShinsaTimer    *timer,
                 const InterviewBody  *interview,
                 GError              **error)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, interview->application);

  if (!timer->running || timer->segment == NULL)
    return refuse (_("No segment of this interview is running, so none can be extended."), error);
  if (chair != NULL && g_str_equal (chair->id, interview->instructed_by))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       _("Only the acting chair of an application extends its interview. "
                         "Nothing was changed."));

  return FALSE;
}

static gboolean
check_member (const ShinsaRound  *round,
              const char         *member,
              GError            **error)
{
  if (shinsa_round_member (round, member) != NULL)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no member “%s” in this round."), member);

  return FALSE;
}

static gboolean
check_text (const char  *text,
            GError     **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words != '\0' ||
         refuse (_("Write what became clear, and the interview can be closed."), error);
}

gboolean
shinsa_authorise_interview_record (const ShinsaRound  *round,
                                   const char         *author,
                                   JsonObject         *body,
                                   GError            **error)
{
  InterviewBody interview = { 0 };
  ShinsaTimer timer;

  if (!read_interview (body, round->definition, &interview, error) ||
      !check_application (round, &interview, error))
    return FALSE;
  timer = shinsa_interview_timer (round, interview.application);

  switch (interview.type)
    {
    case SHINSA_INTERVIEW_START:
      return check_start (round, &interview, error);
    case SHINSA_INTERVIEW_NEXT:
      return check_next (&timer, &interview, error);
    case SHINSA_INTERVIEW_EXTEND:
      return check_extension (round, &timer, &interview, error);
    case SHINSA_INTERVIEW_STOP:
      return timer.running ||
             refuse (_("This interview is not running. Nothing was changed."), error);
    case SHINSA_INTERVIEW_HEARD:
      return check_member (round, interview.member, error);
    case SHINSA_INTERVIEW_CLOSE:
    default:
      return check_text (interview.text, error);
    }
}
