/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "exchange/shinsa-definition-reader.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-error.h"
#include "shinsa-search.h"

/* Kinds about an application itself, and about what is asked and who is there. */

static const char * const states[] = { "active", "withdrawn", NULL };
static const char * const question_states[] = {
  "open", "sent", "answered", "asked", "confirmed", NULL
};
static const char * const attendance_states[] = {
  "in_room", "web", "late", "out", "left", "absent", "out_for_interest", NULL
};

/* Every word of a tree, for the search. */
static void
collect_words (JsonNode *node,
               GString  *words)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *l = values; l != NULL; l = l->next)
        collect_words (l->data, words);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect_words (json_array_get_element (array, i), words);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append_printf (words, "%s\n", json_node_get_string (node));
}

static void
collect_member (JsonObject *object,
                const char *member,
                GString    *words)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL)
    collect_words (node, words);
}

gboolean
shinsa_apply_dossier_set (const ShinsaEffect  *effect,
                          JsonObject          *body,
                          GError             **error)
{
  g_autoptr (ShinsaDossier) dossier = shinsa_dossier_read (body, "", error);
  g_autoptr (GString) words = g_string_new (NULL);
  ShinsaDossierRow row = { 0 };

  if (dossier == NULL)
    return FALSE;
  collect_member (body, "name", words);
  collect_member (body, "network_organisation", words);
  collect_member (body, "organisations", words);
  collect_member (body, "persons", words);

  row.seq = effect->seq;
  row.application = dossier->id;
  row.state = (char *) states[dossier->withdrawn ? 1 : 0];
  row.body = effect->entry->body;

  return shinsa_dossier_insert (effect->store, effect->root, &row, error) &&
         shinsa_search_replace (effect->store, effect->root, dossier->id, "dossier", words->str,
                                error);
}

gboolean
shinsa_apply_dossier_content (const ShinsaEffect  *effect,
                              JsonObject          *body,
                              GError             **error)
{
  const char *application = NULL;
  JsonObject *content = NULL;
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &application },
    { "content", SHINSA_FIELD_OBJECT, &content },
  };
  g_autoptr (ShinsaDossier) dossier = shinsa_dossier_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  ShinsaDossierContentRow row = { 0 };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error) ||
      !shinsa_dossier_content_read (dossier, content, effect->definition, "/content", error))
    return FALSE;
  collect_member (content, "summary", words);
  collect_member (content, "sections", words);
  collect_member (content, "indicators", words);

  row.seq = effect->seq;
  row.application = (char *) application;
  row.body = effect->entry->body;

  return shinsa_dossier_content_insert (effect->store, effect->root, &row, error) &&
         shinsa_search_replace (effect->store, effect->root, application, "content", words->str,
                                error);
}

gboolean
shinsa_apply_document_set (const ShinsaEffect  *effect,
                           JsonObject          *body,
                           GError             **error)
{
  const char *application = NULL;
  const char *document = NULL;
  const char *media_type = NULL;
  const char *name = NULL;
  const char *reason = NULL;
  gint64 size = 0;
  gboolean used = FALSE;
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &application },
    { "document", SHINSA_FIELD_HASH, &document },
    { "media_type", SHINSA_FIELD_TEXT, &media_type },
    { "name", SHINSA_FIELD_TEXT, &name },
    { "reason", SHINSA_FIELD_TEXT, &reason },
    { "size", SHINSA_FIELD_INTEGER, &size },
    { "used", SHINSA_FIELD_BOOLEAN, &used },
  };
  ShinsaDossierDocumentRow row = { 0 };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) application;
  row.document = (char *) document;
  row.name = (char *) name;
  row.media_type = (char *) media_type;
  row.size = size;
  row.used = used;
  row.reason = (char *) reason;

  return shinsa_dossier_document_insert (effect->store, effect->root, &row, error);
}

typedef struct {
  const char *answer;
  const char *application;
  const char *member;
  const char *question;
  const char *state;
  const char *text;
} QuestionBody;

static gboolean
read_question (JsonObject    *body,
               QuestionBody  *question,
               GError       **error)
{
  const ShinsaField fields[] = {
    { "answer", SHINSA_FIELD_TEXT, &question->answer },
    { "application", SHINSA_FIELD_TEXT, &question->application },
    { "member", SHINSA_FIELD_TEXT, &question->member },
    { "question", SHINSA_FIELD_TEXT, &question->question },
    { "state", SHINSA_FIELD_WORD, &question->state, question_states },
    { "text", SHINSA_FIELD_TEXT, &question->text },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

gboolean
shinsa_apply_question_set (const ShinsaEffect  *effect,
                           JsonObject          *body,
                           GError             **error)
{
  QuestionBody question = { 0 };
  ShinsaQuestionRow row = { 0 };

  if (!read_question (body, &question, error))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) question.application;
  row.question = (char *) question.question;
  row.member = (char *) question.member;
  row.state = (char *) question.state;
  row.text = (char *) question.text;
  row.answer = (char *) question.answer;

  return shinsa_question_insert (effect->store, effect->root, &row, error);
}

static gboolean
check_names (const ShinsaRound  *round,
             const char         *application,
             const char         *member,
             GError            **error)
{
  if (application != NULL && shinsa_round_dossier (round, application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), application);
      return FALSE;
    }
  if (shinsa_round_member (round, member) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no member “%s” in this round."), member);
      return FALSE;
    }

  return TRUE;
}

gboolean
shinsa_authorise_question_set (const ShinsaRound  *round,
                               const char         *author,
                               JsonObject         *body,
                               GError            **error)
{
  QuestionBody question = { 0 };

  if (!read_question (body, &question, error) ||
      !check_names (round, question.application, question.member, error))
    return FALSE;
  if (*question.text != '\0')
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("A question needs words. Write it and try again."));

  return FALSE;
}

typedef struct {
  const char *application;
  const char *member;
  const char *state;
} AttendanceBody;

static gboolean
read_attendance (JsonObject      *body,
                 AttendanceBody  *attendance,
                 GError         **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT_OR_NULL, &attendance->application },
    { "member", SHINSA_FIELD_TEXT, &attendance->member },
    { "state", SHINSA_FIELD_WORD, &attendance->state, attendance_states },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

gboolean
shinsa_apply_attendance_set (const ShinsaEffect  *effect,
                             JsonObject          *body,
                             GError             **error)
{
  AttendanceBody attendance = { 0 };
  ShinsaAttendanceRow row = { 0 };

  if (!read_attendance (body, &attendance, error))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) attendance.application;
  row.member = (char *) attendance.member;
  row.state = (char *) attendance.state;

  return shinsa_attendance_insert (effect->store, effect->root, &row, error);
}

gboolean
shinsa_authorise_attendance_set (const ShinsaRound  *round,
                                 const char         *author,
                                 JsonObject         *body,
                                 GError            **error)
{
  AttendanceBody attendance = { 0 };

  return read_attendance (body, &attendance, error) &&
         check_names (round, attendance.application, attendance.member, error);
}
