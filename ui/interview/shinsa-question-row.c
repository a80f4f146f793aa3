/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-question-row.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

struct _ShinsaQuestionRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *heading;
  GtkLabel      *text;
  GtkLabel      *answer;
  GtkLabel      *state;
  GtkDropDown   *states;
  GtkWidget     *answer_button;
  GtkWidget     *merge_button;

  char          *id;        /* "" while it is not in the list */
  char          *member;
  gboolean       showing;   /* the choice of a state is not somebody's */
};

G_DEFINE_FINAL_TYPE (ShinsaQuestionRow, shinsa_question_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  CHOSEN,
  ANSWERING,
  MERGING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (ShinsaQuestionRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, shinsa_question_states ()[selected]);
}

static void
answer_clicked_cb (ShinsaQuestionRow *self)
{
  g_signal_emit (self, signals[ANSWERING], 0);
}

static void
merge_clicked_cb (ShinsaQuestionRow *self)
{
  g_signal_emit (self, signals[MERGING], 0);
}

static void
fill_states (ShinsaQuestionRow *self)
{
  const char * const *states = shinsa_question_states ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; states[i] != NULL; i++)
    gtk_string_list_append (labels, shinsa_question_state_label (states[i]));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (labels));
  self->showing = FALSE;
}

static void
shinsa_question_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_QUESTION_ROW);

  G_OBJECT_CLASS (shinsa_question_row_parent_class)->dispose (object);
}

static void
shinsa_question_row_finalize (GObject *object)
{
  ShinsaQuestionRow *self = SHINSA_QUESTION_ROW (object);

  g_free (self->id);
  g_free (self->member);

  G_OBJECT_CLASS (shinsa_question_row_parent_class)->finalize (object);
}

static void
shinsa_question_row_class_init (ShinsaQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_question_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ANSWERING] = g_signal_new ("answering", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MERGING] = g_signal_new ("merging", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, heading);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, text);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, answer);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, state);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, states);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, answer_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionRow, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, answer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
shinsa_question_row_init (ShinsaQuestionRow *self)
{
  self->id = g_strdup ("");
  self->member = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
}

/**
 * shinsa_question_row_new:
 *
 * Returns: (transfer floating): a row without a question
 */
GtkWidget *
shinsa_question_row_new (void)
{
  return g_object_new (SHINSA_TYPE_QUESTION_ROW, NULL);
}

static char *
asker_label (const ShinsaRound *round,
             const char        *member)
{
  return !round->is_desk && g_str_equal (member, round->member)
         ? shinsa_member_label (round, member, FALSE) : shinsa_member_full_label (round, member);
}

static void
show_state (ShinsaQuestionRow *self,
            const char        *state)
{
  const char * const *states = shinsa_question_states ();

  gtk_label_set_label (self->state, shinsa_question_state_label (state));
  self->showing = TRUE;
  for (guint i = 0; states[i] != NULL; i++)
    if (g_str_equal (states[i], state))
      gtk_drop_down_set_selected (self->states, i);
  self->showing = FALSE;
}

static void
show_words (ShinsaQuestionRow *self,
            const char        *heading,
            const char        *text,
            const char        *answer)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", heading, text);
  /* Translators: stands before the answer to a question. */
  g_autofree char *answered = g_strdup_printf (_("Answer: %s"), answer);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->answer, answered);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), *answer != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * shinsa_question_row_show:
 * @self: a row
 * @round: (not nullable): the round
 * @question: (not nullable): a question of its list
 * @number: its number, from 1
 */
void
shinsa_question_row_show (ShinsaQuestionRow    *self,
                          const ShinsaRound    *round,
                          const ShinsaQuestion *question,
                          guint                 number)
{
  g_autofree char *asker = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_QUESTION_ROW (self));
  g_return_if_fail (round != NULL && question != NULL);

  asker = asker_label (round, question->member);
  /* Translators: the number of a question, and who asks it: "Q1  Member C". */
  heading = g_strdup_printf (_("Q%u  %s"), number, asker);
  /* Translators: read out for the choice of a state; the number of a question. */
  label = g_strdup_printf (_("State of question %u"), number);
  shinsa_set_string (&self->id, question->question);
  shinsa_set_string (&self->member, question->member);
  show_words (self, heading, question->text, question->answer);
  show_state (self, question->state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !round->is_desk);
  gtk_widget_set_visible (GTK_WIDGET (self->states), round->is_desk);
  gtk_widget_set_visible (self->answer_button, round->is_desk);
  gtk_widget_set_visible (self->merge_button, FALSE);
}

/**
 * shinsa_question_row_show_put:
 * @self: a row
 * @round: (not nullable): the round
 * @member: (not nullable): who put the question in a review
 * @text: (not nullable): its words
 */
void
shinsa_question_row_show_put (ShinsaQuestionRow *self,
                              const ShinsaRound *round,
                              const char        *member,
                              const char        *text)
{
  g_autofree char *asker = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (SHINSA_IS_QUESTION_ROW (self));
  g_return_if_fail (round != NULL && member != NULL && text != NULL);

  asker = asker_label (round, member);
  /* Translators: the placeholder is who put a question in a review. */
  heading = g_strdup_printf (_("%s, not in the list yet"), asker);
  shinsa_set_string (&self->id, "");
  shinsa_set_string (&self->member, member);
  show_words (self, heading, text, "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->states), FALSE);
  gtk_widget_set_visible (self->answer_button, FALSE);
  gtk_widget_set_visible (self->merge_button, round->is_desk);
}

const char *
shinsa_question_row_get_member (ShinsaQuestionRow *self)
{
  g_return_val_if_fail (SHINSA_IS_QUESTION_ROW (self), NULL);

  return self->member;
}

const char *
shinsa_question_row_get_text (ShinsaQuestionRow *self)
{
  g_return_val_if_fail (SHINSA_IS_QUESTION_ROW (self), NULL);

  return gtk_label_get_label (self->text);
}

/**
 * shinsa_question_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the id of the question; "" where it is not in the list
 */
const char *
shinsa_question_row_get_id (ShinsaQuestionRow *self)
{
  g_return_val_if_fail (SHINSA_IS_QUESTION_ROW (self), NULL);

  return self->id;
}
