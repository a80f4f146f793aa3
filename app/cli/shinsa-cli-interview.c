/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* --- What happens --- */

/* The round and the application that the first argument names. */
static gboolean
load (ShinsaCli            *cli,
      const ShinsaRound   **round,
      const ShinsaDossier **dossier,
      GError              **error)
{
  return (*round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) != NULL &&
         (*dossier = shinsa_cli_find_dossier (*round, shinsa_cli_argument (cli, 0),
                                              error)) != NULL;
}

static void
say_segment (ShinsaCli           *cli,
             const ShinsaRound   *round,
             const ShinsaDossier *dossier,
             const char          *code)
{
  const ShinsaSegment *segment = NULL;

  if (code != NULL)
    segment = shinsa_definition_segment (round->definition, code);
  if (segment == NULL)
    shinsa_cli_say (cli, _("The interview of “%s” begins."), shinsa_text_get (&dossier->name));
  else
    /* Translators: an application and a segment of its interview. */
    shinsa_cli_say (cli, ngettext ("%s: “%s” begins, %d minute.",
                                   "%s: “%s” begins, %d minutes.", segment->minutes),
                    shinsa_text_get (&dossier->name), shinsa_text_get (&segment->name),
                    segment->minutes);
}

/* Where it was stopped it goes on with the same segment, unless another one is named. */
static gboolean
start (ShinsaCli  *cli,
       GError    **error)
{
  g_autofree char *named = NULL;
  const GOptionEntry options[] = {
    { "segment", 0, 0, G_OPTION_ARG_STRING, &named, N_("Begin with this segment"), "SEGMENT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaSegment *segment = NULL;
  const char *code = NULL;
  ShinsaTimer timer;

  if (!shinsa_cli_parse (cli, options, error) ||
      !load (cli, &round, &dossier, error))
    return FALSE;
  timer = shinsa_interview_timer (round, dossier->id);
  segment = timer.segment != NULL ? timer.segment : timer.next;
  code = named != NULL ? named : segment != NULL ? segment->code : NULL;
  if (!shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_start (dossier->id, code), error))
    return FALSE;
  say_segment (cli, round, dossier, code);

  return TRUE;
}

static gboolean
next (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaSegment *segment = NULL;
  const char *code = NULL;
  ShinsaTimer timer;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !load (cli, &round, &dossier, error))
    return FALSE;
  timer = shinsa_interview_timer (round, dossier->id);
  if (timer.running && timer.next == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("The last segment is running. Stop the interview when it is over."));
      return FALSE;
    }
  segment = timer.next != NULL ? timer.next : timer.segment;
  code = segment != NULL ? segment->code : NULL;
  if (!shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_next (dossier->id, code), error))
    return FALSE;
  say_segment (cli, round, dossier, code);

  return TRUE;
}

static gboolean
extend (ShinsaCli  *cli,
        GError    **error)
{
  int minutes = 1;
  const GOptionEntry options[] = {
    { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes, N_("By how many minutes, one unless named"),
      "MINUTES" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaMember *chair = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !load (cli, &round, &dossier, error))
    return FALSE;
  chair = shinsa_meeting_acting_chair (round, dossier->id);
  if (!shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_extend (dossier->id, minutes,
                                                        chair != NULL ? chair->id : NULL), error))
    return FALSE;
  /* Translators: a number of minutes, and the acting chair. */
  shinsa_cli_say (cli, ngettext ("%d minute more, on the word of %s.",
                                 "%d minutes more, on the word of %s.", minutes),
                  minutes, shinsa_text_get (&chair->name));

  return TRUE;
}

static gboolean
stop (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !load (cli, &round, &dossier, error) ||
      !shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_stop (dossier->id), error))
    return FALSE;
  shinsa_cli_say (cli, _("The interview of “%s” is over."), shinsa_text_get (&dossier->name));

  return TRUE;
}

static gboolean
heard (ShinsaCli  *cli,
       GError    **error)
{
  static const char * const amounts[] = { "whole", "part", "none", NULL };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaMember *member = NULL;
  ShinsaHeard amount = SHINSA_HEARD_UNKNOWN;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !shinsa_cli_read_word (shinsa_cli_argument (cli, 2), amounts, error) ||
      !load (cli, &round, &dossier, error) ||
      !(member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, 1), error)))
    return FALSE;
  shinsa_heard_from_string (shinsa_cli_argument (cli, 2), &amount);
  if (!shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_heard (dossier->id, member->id, amount), error))
    return FALSE;
  /* Translators: a member, and how much of an interview they heard. */
  shinsa_cli_say (cli, _("%s: %s."), shinsa_text_get (&member->name), shinsa_heard_label (amount));

  return TRUE;
}

static gboolean
close_interview (ShinsaCli  *cli,
                 GError    **error)
{
  g_autofree char *text = NULL;
  const GOptionEntry options[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("What became clear"), "TEXT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !load (cli, &round, &dossier, error) ||
      !shinsa_cli_write (cli, SHINSA_KIND_INTERVIEW_RECORD,
                         shinsa_state_interview_close (dossier->id, text), error))
    return FALSE;
  shinsa_cli_say (cli, _("The interview of “%s” is closed."), shinsa_text_get (&dossier->name));

  return TRUE;
}

/* --- What was recorded --- */

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* What became clear; NULL also where the reader may not know it. */
static const char *
get_clear (const ShinsaRound *round,
           const char        *application)
{
  const char *text = shinsa_interview_what_became_clear (round, application);

  return text != NULL && *text != '\0' ? text : NULL;
}

static const char *
state_word (const ShinsaTimer *timer)
{
  if (timer->running)
    return "running";

  return timer->over ? "over" : "not_begun";
}

static const char *
state_label (const ShinsaTimer *timer)
{
  if (timer->running)
    return C_("interview", "Running");

  return timer->over ? C_("interview", "Over") : C_("interview", "Not begun");
}

/* Takes the list. */
static JsonArray *
members_json (GPtrArray *members)
{
  g_autoptr (GPtrArray) owned = members;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < owned->len; i++)
    json_array_add_string_element (array,
                                   ((const ShinsaMember *) g_ptr_array_index (owned, i))->id);

  return array;
}

static JsonArray *
heard_json (const ShinsaRound *round,
            const char        *application)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "member", member->id);
      json_object_set_string_member (object, "heard",
                                     shinsa_heard_to_string (shinsa_interview_heard (round,
                                                                                     application,
                                                                                     member->id)));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
interview_json (const ShinsaRound   *round,
                const ShinsaDossier *dossier)
{
  ShinsaTimer timer = shinsa_interview_timer (round, dossier->id);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "application", dossier->id);
  json_object_set_string_member (object, "state", state_word (&timer));
  json_object_set_string_member (object, "segment",
                                 timer.segment != NULL ? timer.segment->code : NULL);
  json_object_set_string_member (object, "next", timer.next != NULL ? timer.next->code : NULL);
  json_object_set_int_member (object, "allotted", timer.allotted);
  if (timer.running)
    json_object_set_int_member (object, "elapsed", shinsa_timer_elapsed (&timer, now ()));
  else
    json_object_set_null_member (object, "elapsed");
  json_object_set_string_member (object, "what_became_clear", get_clear (round, dossier->id));
  json_object_set_array_member (object, "heard", heard_json (round, dossier->id));
  json_object_set_array_member (object, "must_leave",
                                members_json (shinsa_interview_must_leave (round, dossier->id)));
  json_object_set_array_member (object, "may_return",
                                members_json (shinsa_interview_may_return (round, dossier->id)));

  return object;
}

/* Minutes and seconds, as a clock on the wall shows them. */
static char *
timer_text (const ShinsaTimer *timer)
{
  gint64 elapsed = shinsa_timer_elapsed (timer, now ());

  if (!timer->running)
    return g_strdup ("");

  return g_strdup_printf ("%02d:%02d / %02d:%02d", (int) (elapsed / 60), (int) (elapsed % 60),
                          timer->allotted / 60, timer->allotted % 60);
}

static void
print_all (const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table = NULL;

  table = shinsa_cli_table_new (_("Application"), _("Interview"), _("Segment"), _("Time"), NULL);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      ShinsaTimer timer = shinsa_interview_timer (round, dossier->id);
      g_autofree char *time = timer_text (&timer);

      shinsa_cli_table_row (table, dossier->id, state_label (&timer),
                            timer.segment != NULL ? shinsa_text_get (&timer.segment->name) : "",
                            time, NULL);
    }
  shinsa_cli_table_print (table);
}

/* Takes the list. */
static void
print_members (const char *heading,
               GPtrArray  *members)
{
  g_autoptr (GPtrArray) owned = members;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (owned->len == 0)
    return;
  for (guint i = 0; i < owned->len; i++)
    g_ptr_array_add (names, (char *) shinsa_text_get (&((const ShinsaMember *)
                                                        g_ptr_array_index (owned, i))->name));
  list = shinsa_list_text (names);
  g_print ("%s: %s\n", heading, list);
}

static void
print_one (const ShinsaRound   *round,
           const ShinsaDossier *dossier)
{
  ShinsaTimer timer = shinsa_interview_timer (round, dossier->id);
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autoptr (ShinsaCliTable) table = shinsa_cli_table_new (_("Member"), _("Heard"), NULL);
  g_autofree char *time = timer_text (&timer);

  g_print ("%s\n\n", shinsa_text_get (&dossier->name));
  shinsa_cli_table_fact (facts, _("Interview"), state_label (&timer));
  if (timer.segment != NULL)
    shinsa_cli_table_fact (facts, _("Segment"), shinsa_text_get (&timer.segment->name));
  if (timer.running)
    shinsa_cli_table_fact (facts, _("Time"), time);
  if (get_clear (round, dossier->id) != NULL)
    shinsa_cli_table_fact (facts, _("What became clear"), get_clear (round, dossier->id));
  shinsa_cli_table_print (facts);
  print_members (_("Has to leave"), shinsa_interview_must_leave (round, dossier->id));
  print_members (_("May return"), shinsa_interview_may_return (round, dossier->id));
  g_print ("\n");
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      shinsa_cli_table_row (table, shinsa_text_get (&member->name),
                            shinsa_heard_label (shinsa_interview_heard (round, dossier->id,
                                                                        member->id)), NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      (shinsa_cli_n_arguments (cli) > 0 &&
       !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error))))
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      if (dossier != NULL)
        print_one (round, dossier);
      else
        print_all (round);
      return TRUE;
    }
  array = json_array_new ();
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *one = g_ptr_array_index (round->dossiers, i);

      if (dossier == NULL || dossier == one)
        json_array_add_object_element (array, interview_json (round, one));
    }

  return shinsa_cli_put_list (cli, "interviews", array);
}

static const ShinsaCliVerb verbs[] = {
  { "start", "APPLICATION", N_("Start an interview, or go on with one that was stopped"), start },
  { "next", "APPLICATION", N_("Begin the next segment"), next },
  { "extend", "APPLICATION", N_("Extend the running segment, on the word of the acting chair"),
    extend },
  { "stop", "APPLICATION", N_("Stop the interview"), stop },
  { "heard", "APPLICATION MEMBER whole|part|none",
    N_("Put right how much of the interview a member heard"), heard },
  { "close", "APPLICATION", N_("Write down what became clear"), close_interview },
  { "show", "[APPLICATION]", N_("Show the interviews, and who heard them"), show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_interview = {
  "interview", N_("What happens in the interviews"), verbs
};
