/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-question-list.h"

#include "entries/shinsa-statements.h"
#include "interview/shinsa-acts.h"
#include "interview/shinsa-question-row.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-subject.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>

struct _ShinsaQuestionList
{
  AdwBin           parent_instance;

  GtkLabel        *note;
  GtkWidget       *merge_all;
  GtkListBox      *list;
  GtkWidget       *placeholder;

  ShinsaSubject    subject;
  ShinsaRowKeeper *rows;
  GHashTable      *begun;    /* answers that are not recorded yet, by question */
};

#define KEY_DATA "shinsa-key"

G_DEFINE_FINAL_TYPE (ShinsaQuestionList, shinsa_question_list, ADW_TYPE_BIN)

static const ShinsaQuestion *
find_question (ShinsaQuestionList *self,
               const char         *id)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);

  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);

      if (g_str_equal (question->application, self->subject.application) &&
          g_str_equal (question->question, id))
        return question;
    }
  return NULL;
}

/* --- What the desk does --- */

static void
write_question (ShinsaQuestionList   *self,
                const ShinsaQuestion *question,
                const char           *state,
                const char           *answer)
{
  ShinsaQuestion changed = *question;

  changed.state = (char *) state;
  changed.answer = (char *) answer;
  shinsa_work_write (GTK_WIDGET (self), self->subject.service, _("The question was not changed"),
                     SHINSA_KIND_QUESTION_SET, shinsa_state_question (&changed), NULL);
}

static void
chosen_cb (ShinsaQuestionList *self,
           const char         *state,
           ShinsaQuestionRow  *row)
{
  const ShinsaQuestion *question = find_question (self, shinsa_question_row_get_id (row));

  if (question != NULL && !g_str_equal (question->state, state))
    write_question (self, question, state, question->answer);
}

/* --- Answers --- */

/* The name of a question in every round and application. */
static char *
answer_key (const ShinsaRound    *round,
            const ShinsaQuestion *question)
{
  return g_strjoin ("\n", round->root, question->application, question->question, NULL);
}

static const ShinsaQuestion *
find_asked (ShinsaQuestionList *self,
            const char         *wanted)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);

  for (guint i = 0; round != NULL && i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      g_autofree char *key = answer_key (round, question);

      if (g_str_equal (key, wanted))
        return question;
    }
  return NULL;
}

/* What is answered before it was asked in the room is answered; else it stays asked. */
static void
write_answer (ShinsaQuestionList   *self,
              const ShinsaQuestion *question,
              const char           *answer)
{
  gboolean early = g_str_equal (question->state, "open") || g_str_equal (question->state, "sent");

  write_question (self, question, early ? "answered" : question->state, answer);
}

/* Until an answer is recorded its words are kept, however the dialog was closed. */
static void
answered_cb (ShinsaQuestionList *self,
             const char         *response,
             AdwMessageDialog   *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *key = g_object_get_data (G_OBJECT (dialog), KEY_DATA);
  const ShinsaQuestion *question = find_asked (self, key);
  g_autofree char *answer = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  g_hash_table_remove (self->begun, key);
  if (question == NULL || *answer == '\0' || g_str_equal (answer, question->answer))
    return;
  g_hash_table_insert (self->begun, g_strdup (key), g_strdup (answer));
  if (g_str_equal (response, "save"))
    write_answer (self, question, answer);
  else
    shinsa_toast (GTK_WIDGET (self), _("The answer is not saved. What you typed is kept while the "
                                       "program runs, and stands there when you answer again."));
}

static void
answer_changed_cb (AdwMessageDialog *dialog,
                   GtkEditable      *entry)
{
  g_autofree char *answer = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", *answer != '\0');
}

static GtkWidget *
make_answer_entry (AdwMessageDialog *dialog,
                   const char       *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_("question", "Answer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("question", "Answer"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (answer_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (dialog, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  return entry;
}

static void
answering_cb (ShinsaQuestionList *self,
              ShinsaQuestionRow  *row)
{
  const ShinsaQuestion *question = find_question (self, shinsa_question_row_get_id (row));
  AdwMessageDialog *dialog;
  GtkWidget *entry;
  const char *begun;
  char *key;

  if (question == NULL)
    return;
  key = answer_key (shinsa_subject_get_round (&self->subject), question);
  begun = g_hash_table_lookup (self->begun, key);
  dialog = shinsa_dialog_new (GTK_WIDGET (self), _("What is the answer?"), question->text);
  g_object_set_data_full (G_OBJECT (dialog), KEY_DATA, key, g_free);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "save", FALSE);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  entry = make_answer_entry (dialog, begun != NULL ? begun : question->answer);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
}

/* --- Merging --- */

static JsonNode *
state_merged (ShinsaQuestionList *self,
              ShinsaQuestionRow  *row,
              guint              *number)
{
  g_autoptr (ShinsaQuestion) question = shinsa_question_new ();

  do
    {
      g_free (question->question);
      question->question = g_strdup_printf ("q%u", ++*number);
    }
  while (find_question (self, question->question) != NULL);
  shinsa_set_string (&question->application, self->subject.application);
  shinsa_set_string (&question->member, shinsa_question_row_get_member (row));
  shinsa_set_string (&question->text, shinsa_question_row_get_text (row));
  shinsa_set_string (&question->state, "open");
  return shinsa_state_question (question);
}

static void
merging_cb (ShinsaQuestionList *self,
            ShinsaQuestionRow  *row)
{
  guint number = 0;

  shinsa_work_write (GTK_WIDGET (self), self->subject.service, _("The question was not merged"),
                     SHINSA_KIND_QUESTION_SET, state_merged (self, row, &number), NULL);
}

static void
merge_all_clicked_cb (ShinsaQuestionList *self)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  guint number = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (SHINSA_IS_QUESTION_ROW (row) &&
        *shinsa_question_row_get_id (SHINSA_QUESTION_ROW (row)) == '\0')
      g_ptr_array_add (bodies, state_merged (self, SHINSA_QUESTION_ROW (row), &number));
  shinsa_acts_write (GTK_WIDGET (self), self->subject.service, _("The questions were not merged"),
                     SHINSA_KIND_QUESTION_SET, bodies);
}

/* --- Rows --- */

static ShinsaQuestionRow *
ensure_row (ShinsaQuestionList *self,
            const char         *key)
{
  GtkWidget *row = shinsa_row_keeper_find (self->rows, key);

  if (row != NULL)
    return SHINSA_QUESTION_ROW (row);
  row = shinsa_question_row_new ();
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "answering", G_CALLBACK (answering_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "merging", G_CALLBACK (merging_cb), self, G_CONNECT_SWAPPED);
  shinsa_row_keeper_add (self->rows, key, row);
  return SHINSA_QUESTION_ROW (row);
}

/* The name under which a question that a member put is known, however often it is put. */
static char *
put_key (const char *application,
         const char *member,
         const char *text)
{
  return g_strjoin ("\n", "put", application, member, text, NULL);
}

/* An answer that is recorded is not begun any more. */
static void
forget_recorded (ShinsaQuestionList   *self,
                 const ShinsaRound    *round,
                 const ShinsaQuestion *question)
{
  g_autofree char *key = answer_key (round, question);

  if (g_strcmp0 (g_hash_table_lookup (self->begun, key), question->answer) == 0)
    g_hash_table_remove (self->begun, key);
}

/* Returns what is in the list, by the name it had before. */
static GHashTable *
show_list (ShinsaQuestionList *self,
           const ShinsaRound  *round)
{
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint number = 0;

  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      g_autofree char *key = NULL;

      if (!g_str_equal (question->application, self->subject.application))
        continue;
      key = g_strjoin ("\n", "listed", question->application, question->question, NULL);
      forget_recorded (self, round, question);
      shinsa_question_row_show (ensure_row (self, key), round, question, ++number);
      g_hash_table_add (listed, put_key (question->application, question->member,
                                         question->text));
    }
  return listed;
}

static guint
show_put (ShinsaQuestionList *self,
          const ShinsaRound  *round,
          const ShinsaReview *review,
          GHashTable         *known)
{
  guint count = 0;

  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      g_autofree char *key = put_key (review->application, review->member, remark->text);

      if (remark->is_note || g_hash_table_contains (known, key))
        continue;
      shinsa_question_row_show_put (ensure_row (self, key), round, review->member, remark->text);
      g_hash_table_add (known, g_steal_pointer (&key));
      count++;
    }
  return count;
}

static void
show_rows (ShinsaQuestionList *self,
           const ShinsaRound  *round)
{
  g_autoptr (GHashTable) known = NULL;
  guint put = 0;

  shinsa_row_keeper_begin (self->rows);
  known = show_list (self, round);
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->application, self->subject.application) &&
          review->status != SHINSA_REVIEW_REPLACED && review->status != SHINSA_REVIEW_VOID)
        put += show_put (self, round, review, known);
    }
  shinsa_row_keeper_end (self->rows);
  gtk_widget_set_visible (self->merge_all, round->is_desk && put > 1);
}

static gboolean
has_focus (ShinsaQuestionList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
refresh (gpointer widget)
{
  ShinsaQuestionList *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  gboolean focused;
  gboolean barred;

  gtk_widget_set_sensitive (GTK_WIDGET (self), round != NULL);
  if (round == NULL)
    return;
  focused = has_focus (self);
  barred = shinsa_interest_bars (shinsa_round_interest (round, self->subject.application,
                                                        round->member));
  gtk_label_set_label (self->note,
                       round->is_desk ? "" : _("The desk of the secretariat keeps this list."));
  gtk_widget_set_visible (self->placeholder, !barred);
  show_rows (self, round);
  /* What was merged by keyboard took the button along. */
  if (focused && !has_focus (self))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* --- The object --- */

static void
shinsa_question_list_dispose (GObject *object)
{
  ShinsaQuestionList *self = SHINSA_QUESTION_LIST (object);

  shinsa_subject_dispose (self);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  g_clear_pointer (&self->begun, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_QUESTION_LIST);

  G_OBJECT_CLASS (shinsa_question_list_parent_class)->dispose (object);
}

static void
shinsa_question_list_class_init (ShinsaQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_question_list_dispose;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaQuestionList, subject), refresh);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionList, note);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionList, merge_all);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionList, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionList, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, merge_all_clicked_cb);
}

static void
shinsa_question_list_init (ShinsaQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->list);
  self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
