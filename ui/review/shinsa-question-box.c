/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-question-box.h"

#include "parts/shinsa-text-field.h"

#include <glib/gi18n-lib.h>

struct _ShinsaQuestionBox
{
  AdwBin     parent_instance;

  GtkLabel  *title;
  GtkWidget *add;
  GtkBox    *fields;

  gboolean   editable;
};

G_DEFINE_FINAL_TYPE (ShinsaQuestionBox, shinsa_question_box, ADW_TYPE_BIN)

enum {
  DRAFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ShinsaTextField *
nth_field (ShinsaQuestionBox *self,
           guint              number)
{
  GtkWidget *field = gtk_widget_get_first_child (GTK_WIDGET (self->fields));

  while (field != NULL && number-- > 0)
    field = gtk_widget_get_next_sibling (field);
  return field != NULL ? SHINSA_TEXT_FIELD (field) : NULL;
}

static guint
count_fields (ShinsaQuestionBox *self)
{
  guint count = 0;

  while (nth_field (self, count) != NULL)
    count++;
  return count;
}

static void
update_title (ShinsaQuestionBox *self)
{
  guint count = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; nth_field (self, i) != NULL; i++)
    {
      g_autofree char *text = shinsa_text_field_dup_text (nth_field (self, i));

      count += *text != '\0' ? 1 : 0;
    }
  /* Translators: the heading of the questions to the applicant, with how many there are. */
  title = g_strdup_printf (_("Questions (%u)"), count);
  gtk_label_set_label (self->title, count > 0 ? title : _("Questions"));
}

static void
entered_cb (ShinsaQuestionBox *self,
            const char        *text,
            ShinsaTextField   *field)
{
  guint number = 0;

  while (nth_field (self, number) != field)
    number++;
  update_title (self);
  g_signal_emit (self, signals[DRAFTED], 0, number, text);
}

static ShinsaTextField *
add_field (ShinsaQuestionBox *self)
{
  GtkWidget *field = shinsa_text_field_new ();
  /* Translators: the placeholder is the number of the question. */
  g_autofree char *label = g_strdup_printf (_("Question %u"), count_fields (self) + 1);

  shinsa_text_field_set_label (SHINSA_TEXT_FIELD (field), label);
  shinsa_text_field_set_placeholder (SHINSA_TEXT_FIELD (field), _("A question to the applicant"));
  shinsa_text_field_set_editable (SHINSA_TEXT_FIELD (field), self->editable);
  g_signal_connect_object (field, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->fields, field);
  return SHINSA_TEXT_FIELD (field);
}

static void
add_clicked_cb (ShinsaQuestionBox *self)
{
  guint count = count_fields (self);
  ShinsaTextField *last = count > 0 ? nth_field (self, count - 1) : NULL;
  g_autofree char *text = last != NULL ? shinsa_text_field_dup_text (last) : NULL;

  /* An empty field at the end waits to be filled. */
  if (last == NULL || *text != '\0')
    last = add_field (self);
  gtk_widget_grab_focus (GTK_WIDGET (last));
}

static void
shinsa_question_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_QUESTION_BOX);

  G_OBJECT_CLASS (shinsa_question_box_parent_class)->dispose (object);
}

static void
shinsa_question_box_class_init (ShinsaQuestionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_question_box_dispose;

  signals[DRAFTED] = g_signal_new ("drafted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-question-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionBox, title);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionBox, add);
  gtk_widget_class_bind_template_child (widget_class, ShinsaQuestionBox, fields);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
shinsa_question_box_init (ShinsaQuestionBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_title (self);
}

/**
 * shinsa_question_box_show:
 * @self: a box
 * @review: (nullable): what was entered or submitted
 *
 * Shows the questions of a review. Fields are added where they lack and never taken away from under
 * somebody who writes; see shinsa_question_box_clear().
 */
void
shinsa_question_box_show (ShinsaQuestionBox  *self,
                          const ShinsaReview *review)
{
  guint number = 0;

  g_return_if_fail (SHINSA_IS_QUESTION_BOX (self));

  for (guint i = 0; review != NULL && i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      ShinsaTextField *field;

      if (remark->is_note)
        continue;
      field = nth_field (self, number++);
      if (field == NULL)
        field = add_field (self);
      shinsa_text_field_show (field, remark->text);
    }
  for (; nth_field (self, number) != NULL; number++)
    shinsa_text_field_show (nth_field (self, number), "");
  update_title (self);
}

/**
 * shinsa_question_box_clear:
 * @self: a box
 *
 * Takes all fields away, for another application.
 */
void
shinsa_question_box_clear (ShinsaQuestionBox *self)
{
  GtkWidget *field;

  g_return_if_fail (SHINSA_IS_QUESTION_BOX (self));

  while ((field = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, field);
}

/**
 * shinsa_question_box_set_editable:
 * @self: a box
 * @editable: whether questions may be changed and added
 */
void
shinsa_question_box_set_editable (ShinsaQuestionBox *self,
                                  gboolean           editable)
{
  g_return_if_fail (SHINSA_IS_QUESTION_BOX (self));

  self->editable = editable;
  gtk_widget_set_visible (self->add, editable);
  for (guint i = 0; nth_field (self, i) != NULL; i++)
    shinsa_text_field_set_editable (nth_field (self, i), editable);
}

/**
 * shinsa_question_box_flush:
 * @self: a box
 *
 * Tells what was written and not told yet.
 */
void
shinsa_question_box_flush (ShinsaQuestionBox *self)
{
  g_return_if_fail (SHINSA_IS_QUESTION_BOX (self));

  for (guint i = 0; nth_field (self, i) != NULL; i++)
    shinsa_text_field_flush (nth_field (self, i));
}

/**
 * shinsa_question_box_go_to:
 * @self: a box
 * @number: a question, from 0
 *
 * Puts the cursor into a question.
 */
void
shinsa_question_box_go_to (ShinsaQuestionBox *self,
                           guint              number)
{
  ShinsaTextField *field;

  g_return_if_fail (SHINSA_IS_QUESTION_BOX (self));

  field = nth_field (self, number);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}
