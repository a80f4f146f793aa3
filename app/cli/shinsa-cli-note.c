/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A member's notes are private unless they have a mark, the desk's are not unless it says so. */

static JsonObject *
note_json (const ShinsaNote *note)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", note->id);
  json_object_set_string_member (object, "application", note->application);
  json_object_set_string_member (object, "at", note->at);
  json_object_set_string_member (object, "mark", note->mark);
  json_object_set_boolean_member (object, "private", note->is_private);
  json_object_set_string_member (object, "text", note->text);

  return object;
}

static gboolean
put_note (ShinsaCli        *cli,
          const ShinsaNote *note)
{
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, note_json (note));
  shinsa_cli_say (cli, note->is_private
                       ? _("Note %lld is saved. It is private: it stays on this "
                           "computer.")
                       : _("Note %lld is saved. It is for the record."), (long long) note->id);

  return TRUE;
}

static gboolean
check_mark (const char  *mark,
            GError     **error)
{
  return mark == NULL || *mark == '\0' ||
         shinsa_cli_read_word (mark, shinsa_remark_marks (), error);
}

static gboolean
add (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *mark = NULL;
  gboolean is_private = FALSE;
  const GOptionEntry options[] = {
    { "mark", 0, 0, G_OPTION_ARG_STRING, &mark,
      N_("“question”, “answer” or “important”: for the record"), "MARK" },
    { "private", 0, 0, G_OPTION_ARG_NONE, &is_private, N_("Keep it on this computer"), NULL },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (ShinsaNote) note = NULL;

  if (!shinsa_cli_parse (cli, options, error) || !check_mark (mark, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  note = shinsa_note_new ();
  now = g_date_time_new_now_local ();
  g_free (note->at);
  note->at = g_date_time_format (now, "%FT%T%:z");
  shinsa_set_string (&note->application, dossier->id);
  shinsa_set_string (&note->text, shinsa_cli_argument (cli, 1));
  shinsa_set_string (&note->mark, mark != NULL ? mark : "");
  note->is_private = is_private || (!round->is_desk && *note->mark == '\0');

  return shinsa_session_add_note (shinsa_cli_get_session (cli), note, &note->id, error) &&
         put_note (cli, note);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const char *application = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if ((application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL) ||
      !(notes = shinsa_session_list_notes (shinsa_cli_get_session (cli), application, error)))
    return FALSE;

  array = json_array_new ();
  table = shinsa_cli_table_new (_("Note"), _("Application"), _("Time"), _("Mark"), _("Private"),
                                _("Words"), NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      const ShinsaNote *note = g_ptr_array_index (notes, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, note->id);

      json_array_add_object_element (array, note_json (note));
      shinsa_cli_table_row (table, id, note->application, note->at, note->mark,
                            note->is_private ? _("yes") : _("no"), note->text, NULL);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "notes", array);
  json_array_unref (array);
  shinsa_cli_table_print (table);

  return TRUE;
}

/* --- set --- */

static ShinsaNote *
find_note (GPtrArray   *notes,
           const char  *word,
           GError     **error)
{
  gint64 id = g_ascii_strtoll (word, NULL, 10);

  for (guint i = 0; i < notes->len; i++)
    {
      ShinsaNote *note = g_ptr_array_index (notes, i);

      if (note->id == id)
        return note;
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("You have no note “%s”. “shinsactl note list” shows all of them."), word);

  return NULL;
}

static gboolean
delete_note (ShinsaCli         *cli,
             const ShinsaNote  *note,
             GError           **error)
{
  JsonObject *object = NULL;

  if (!shinsa_session_delete_note (shinsa_cli_get_session (cli), note->id, error))
    return FALSE;
  shinsa_cli_say (cli, _("Note %lld is deleted."), (long long) note->id);
  if (!shinsa_cli_wants_json (cli))
    return TRUE;
  object = json_object_new ();
  json_object_set_int_member (object, "deleted", note->id);

  return shinsa_cli_put_object (cli, object);
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *mark = NULL;
  g_autofree char *text = NULL;
  gboolean is_private = FALSE;
  gboolean is_record = FALSE;
  gboolean gone = FALSE;
  const GOptionEntry options[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("Its words"), "TEXT" },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &mark, N_("Its mark; “” takes it away"), "MARK" },
    { "private", 0, 0, G_OPTION_ARG_NONE, &is_private, N_("Keep it on this computer"), NULL },
    { "record", 0, 0, G_OPTION_ARG_NONE, &is_record, N_("It is for the record"), NULL },
    { "delete", 0, 0, G_OPTION_ARG_NONE, &gone, N_("Delete it"), NULL },
    { NULL }
  };
  g_autoptr (GPtrArray) notes = NULL;
  ShinsaNote *note = NULL;

  if (!shinsa_cli_parse (cli, options, error) || !check_mark (mark, error) ||
      shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error) == NULL ||
      !(notes = shinsa_session_list_notes (shinsa_cli_get_session (cli), NULL, error)) ||
      !(note = find_note (notes, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  if (gone)
    return delete_note (cli, note, error);
  if (text != NULL)
    shinsa_set_string (&note->text, text);
  if (mark != NULL)
    shinsa_set_string (&note->mark, mark);
  if (is_private || is_record)
    note->is_private = is_private;

  return shinsa_session_set_note (shinsa_cli_get_session (cli), note, error) &&
         put_note (cli, note);
}

static const ShinsaCliVerb verbs[] = {
  { "add", "APPLICATION TEXT", N_("Take a note"), add },
  { "list", "[APPLICATION]", N_("List the own notes"), list },
  { "set", "NOTE", N_("Change a note, or delete it"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_note = { "note", N_("Own notes"), verbs };
