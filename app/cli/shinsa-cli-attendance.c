/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

static gboolean
read_state (const char             *word,
            ShinsaAttendanceState  *state,
            GError                **error)
{
  if (shinsa_attendance_from_string (word, state))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("“%s” is no state of attendance. Write one of: in_room, web, late, out, left, "
                 "absent, out_for_interest."), word);

  return FALSE;
}

/* Without an application it is said of the meeting. */
static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaMember *member = NULL;
  const char *application = NULL;
  ShinsaAttendanceState state = SHINSA_ATTENDANCE_UNKNOWN;
  guint first = 0;

  if (!shinsa_cli_parse (cli, NULL, error))
    return FALSE;
  if (shinsa_cli_n_arguments (cli) == 3)
    {
      application = shinsa_cli_argument (cli, 0);
      first = 1;
    }
  if (!read_state (shinsa_cli_argument (cli, first + 1), &state, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      (application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL) ||
      !(member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, first), error)) ||
      !shinsa_cli_write (cli, SHINSA_KIND_ATTENDANCE_SET,
                         shinsa_state_attendance (application, member->id, state), error))
    return FALSE;
  /* Translators: a member, and where they are. */
  shinsa_cli_say (cli, _("%s: %s."), shinsa_text_get (&member->name),
                  shinsa_attendance_label (state));

  return TRUE;
}

static JsonArray *
attendance_json (const ShinsaRound *round)
{
  JsonArray *array = json_array_sized_new (round->attendance->len);

  for (guint i = 0; i < round->attendance->len; i++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "seq", attendance->seq);
      json_object_set_string_member (object, "at", attendance->at);
      json_object_set_string_member (object, "application", attendance->application);
      json_object_set_string_member (object, "member", attendance->member);
      json_object_set_string_member (object, "state",
                                     shinsa_attendance_to_string (attendance->state));
      json_array_add_object_element (array, object);
    }

  return array;
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  g_autoptr (ShinsaCliTable) table = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "attendance", attendance_json (round));
  table = shinsa_cli_table_new (_("Time"), _("Application"), _("Member"), _("Attendance"), NULL);
  for (guint i = 0; i < round->attendance->len; i++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i);

      shinsa_cli_table_row (table, attendance->at,
                            attendance->application != NULL ? attendance->application
                                                            : _("the meeting"),
                            attendance->member, shinsa_attendance_label (attendance->state), NULL);
    }
  shinsa_cli_table_print (table);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "set", "[APPLICATION] MEMBER STATE",
    N_("Record where a member is: in_room, web, late, out, left, absent or out_for_interest"),
    set },
  { "list", "", N_("List what was recorded"), list },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_attendance = { "attendance", N_("Who is at the meeting"), verbs };
