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
};

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

/* What is answered before it was asked in the room is answered; else it stays asked. */
static void
answered_cb (const char *answer,
             gpointer    data)
{
  ShinsaQuestionRow *row = data;
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (row), SHINSA_TYPE_QUESTION_LIST);
  const ShinsaQuestion *question = NULL;
  gboolean early;

  if (list != NULL)
    question = find_question (SHINSA_QUESTION_LIST (list), shinsa_question_row_get_id (row));
  if (question == NULL)
    return;
  early = g_str_equal (question->state, "open") || g_str_equal (question->state, "sent");
  write_question (SHINSA_QUESTION_LIST (list), question, early ? "answered" : question->state,
                  answer);
}

static void
answering_cb (ShinsaQuestionList *self,
              ShinsaQuestionRow  *row)
{
  shinsa_ask_reason (GTK_WIDGET (self), _("What is the answer?"),
                     shinsa_question_row_get_text (row), _("_Save"), answered_cb,
                     g_object_ref (row), g_object_unref);
}

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
}
