/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-sheet.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* A member's questions are part of their review; the desk merges them into the list that is asked.
 * So the same verbs write on the own sheet for a member, and in the register for the desk. */

typedef struct {
  char *phase;
  char *text;
  char *state;
  char *answer;
  char *member;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->phase);
  g_free (options->text);
  g_free (options->state);
  g_free (options->answer);
  g_free (options->member);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- The desk's list --- */

static const ShinsaQuestion *
find_question (const ShinsaRound  *round,
               const char         *application,
               const char         *id,
               GError            **error)
{
  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);

      if (g_str_equal (question->application, application) && g_str_equal (question->question, id))
        return question;
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no question “%s” for “%s”. “shinsactl question list” shows all of "
                 "them."), id, application);

  return NULL;
}

static char *
next_id (const ShinsaRound *round,
         const char        *application)
{
  guint count = 1;

  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);

      if (g_str_equal (question->application, application))
        count++;
    }

  return g_strdup_printf ("q%u", count);
}

static gboolean
check_options (const ShinsaRound  *round,
               const Options      *options,
               GError            **error)
{
  return (options->state == NULL ||
          shinsa_cli_read_word (options->state, shinsa_question_states (), error)) &&
         (options->member == NULL ||
          shinsa_cli_find_member (round, options->member, error) != NULL);
}

static gboolean
write_question (ShinsaCli             *cli,
                const char            *application,
                const ShinsaQuestion  *before,
                const Options         *options,
                GError               **error)
{
  g_autoptr (ShinsaQuestion) question = shinsa_question_new ();

  shinsa_set_string (&question->application, application);
  shinsa_set_string (&question->question, before->question);
  shinsa_set_string (&question->member,
                     options->member != NULL ? options->member : before->member);
  shinsa_set_string (&question->state, options->state != NULL ? options->state : before->state);
  shinsa_set_string (&question->text, options->text != NULL ? options->text : before->text);
  shinsa_set_string (&question->answer,
                     options->answer != NULL ? options->answer : before->answer);
  if (!shinsa_cli_write (cli, SHINSA_KIND_QUESTION_SET, shinsa_state_question (question), error))
    return FALSE;
  /* Translators: number of a question, and its state. */
  shinsa_cli_say (cli, _("Question %s: %s."), question->question,
                  shinsa_question_state_label (question->state));

  return TRUE;
}

static gboolean
add_to_register (ShinsaCli            *cli,
                 const ShinsaRound    *round,
                 const ShinsaDossier  *dossier,
                 const Options        *options,
                 GError              **error)
{
  g_autoptr (ShinsaQuestion) question = shinsa_question_new ();
  g_autofree char *id = next_id (round, dossier->id);

  if (!check_options (round, options, error))
    return FALSE;
  shinsa_set_string (&question->question, id);
  shinsa_set_string (&question->state, "open");

  return write_question (cli, dossier->id, question, options, error);
}

/* --- The member's sheet --- */

static gboolean
set_on_sheet (ShinsaCli       *cli,
              const Options   *options,
              gint             number,
              GError         **error)
{
  ShinsaCliSheet sheet = { NULL };
  g_autoptr (ShinsaReview) draft = NULL;
  g_autofree char *key = NULL;

  if (!shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, options->phase, &sheet, error) ||
      !shinsa_cli_sheet_check (&sheet, NULL, error))
    return FALSE;
  if (number == 0 && *options->text != '\0')
    return shinsa_session_add_question (shinsa_cli_get_session (cli), sheet.dossier->id,
                                        sheet.phase, options->text, error) &&
           shinsa_cli_sheet_put_saved (cli, &sheet, error);
  if (!(draft = shinsa_session_load_draft (shinsa_cli_get_session (cli), sheet.dossier->id,
                                           sheet.phase, error)))
    return FALSE;
  if (number > (gint) draft->questions->len)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no question %d on your sheet. Nothing was saved."), number);
      return FALSE;
    }
  key = g_strdup_printf ("%u", number > 0 ? (guint) number - 1 : draft->questions->len);

  return shinsa_cli_sheet_set (cli, &sheet, SHINSA_DRAFT_QUESTION, key, options->text, error) &&
         shinsa_cli_sheet_put_saved (cli, &sheet, error);
}

/* --- Verbs --- */

static gboolean
add (ShinsaCli  *cli,
     GError    **error)
{
  g_auto (Options) typed = { NULL };
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&typed.phase),
    { "member", 0, 0, G_OPTION_ARG_STRING, &typed.member, N_("Who asks it (desk)"), "MEMBER" },
    { "state", 0, 0, G_OPTION_ARG_STRING, &typed.state, N_("Its state (desk)"), "STATE" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  typed.text = g_strdup (shinsa_cli_argument (cli, 1));
  if (round->is_desk)
    return add_to_register (cli, round, dossier, &typed, error);

  return set_on_sheet (cli, &typed, 0, error);
}

static gboolean
read_number (const char  *word,
             gint        *number,
             GError     **error)
{
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (word, 10, 1, 1000, &value, NULL))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("“%s” is not the number of a question on your sheet."), word);
      return FALSE;
    }
  *number = (gint) value;

  return TRUE;
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_auto (Options) typed = { NULL };
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&typed.phase),
    { "text", 0, 0, G_OPTION_ARG_STRING, &typed.text, N_("Its words; none take it away"),
      "TEXT" },
    { "state", 0, 0, G_OPTION_ARG_STRING, &typed.state, N_("Its state (desk)"), "STATE" },
    { "answer", 0, 0, G_OPTION_ARG_STRING, &typed.answer, N_("The answer (desk)"), "TEXT" },
    { "member", 0, 0, G_OPTION_ARG_STRING, &typed.member, N_("Who asks it (desk)"), "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaQuestion *question = NULL;
  gint number = 0;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  if (!round->is_desk)
    return read_number (shinsa_cli_argument (cli, 1), &number, error) &&
           set_on_sheet (cli, &typed, number, error);

  return (question = find_question (round, dossier->id, shinsa_cli_argument (cli, 1),
                                    error)) != NULL &&
         check_options (round, &typed, error) &&
         write_question (cli, dossier->id, question, &typed, error);
}

/* --- list --- */

static gboolean
is_listed (const char *application,
           const char *wanted)
{
  return wanted == NULL || g_str_equal (application, wanted);
}

static JsonArray *
registered_json (const ShinsaRound *round,
                 const char        *application)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      JsonObject *object = NULL;

      if (!is_listed (question->application, application))
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "application", question->application);
      json_object_set_string_member (object, "question", question->question);
      json_object_set_string_member (object, "member", question->member);
      json_object_set_string_member (object, "state", question->state);
      json_object_set_string_member (object, "text", question->text);
      json_object_set_string_member (object, "answer", question->answer);
      json_array_add_object_element (array, object);
    }

  return array;
}

typedef void (*PutFunc) (const ShinsaRound  *round,
                         const ShinsaReview *review,
                         const ShinsaRemark *remark,
                         gpointer            data);

/* What members put in their reviews, as far as it may be seen. */
static void
for_each_put (const ShinsaRound *round,
              const char        *application,
              PutFunc            func,
              gpointer           data)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (!is_listed (review->application, application) ||
          review->status == SHINSA_REVIEW_REPLACED || review->status == SHINSA_REVIEW_VOID)
        continue;
      for (guint j = 0; j < review->questions->len; j++)
        {
          const ShinsaRemark *remark = g_ptr_array_index (review->questions, j);

          if (!remark->is_note)
            func (round, review, remark, data);
        }
    }
}

static void
add_put_json (const ShinsaRound  *round,
              const ShinsaReview *review,
              const ShinsaRemark *remark,
              gpointer            data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "application", review->application);
  json_object_set_string_member (object, "phase", shinsa_phase_to_string (review->phase));
  shinsa_cli_set_member (object, round, review->application, review->member);
  json_object_set_string_member (object, "text", remark->text);
  json_array_add_object_element (data, object);
}

static void
add_put_row (const ShinsaRound  *round,
             const ShinsaReview *review,
             const ShinsaRemark *remark,
             gpointer            data)
{
  g_autofree char *member = shinsa_member_label (round, review->member, FALSE);

  shinsa_cli_table_row (data, review->application, "", member, _("in the review"), remark->text,
                        NULL);
}

static void
print_questions (const ShinsaRound *round,
                 const char        *application)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Application"), _("Question"), _("Member"), _("State"), _("Words"),
                          NULL);

  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      g_autofree char *member = NULL;

      if (!is_listed (question->application, application))
        continue;
      member = shinsa_member_label (round, question->member, FALSE);
      shinsa_cli_table_row (table, question->application, question->question, member,
                            shinsa_question_state_label (question->state), question->text, NULL);
      if (*question->answer != '\0')
        shinsa_cli_table_row (table, "", "", "", "", question->answer, NULL);
    }
  for_each_put (round, application, add_put_row, table);
  shinsa_cli_table_print (table);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const char *application = NULL;
  JsonObject *object = NULL;
  JsonArray *put = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if (application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL)
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      print_questions (round, application);
      return TRUE;
    }
  put = json_array_new ();
  for_each_put (round, application, add_put_json, put);
  object = json_object_new ();
  json_object_set_array_member (object, "questions", registered_json (round, application));
  json_object_set_array_member (object, "in_reviews", put);

  return shinsa_cli_put_object (cli, object);
}

static const ShinsaCliVerb verbs[] = {
  { "add", "APPLICATION TEXT", N_("Put a question"), add },
  { "list", "[APPLICATION]", N_("List the questions"), list },
  { "set", "APPLICATION QUESTION", N_("Change a question, its state or its answer"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_question = { "question", N_("Questions to applicants"), verbs };
