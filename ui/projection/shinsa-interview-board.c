/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-interview-board.h"

#include <glib/gi18n-lib.h>

struct _ShinsaInterviewBoard
{
  AdwBin          parent_instance;

  GtkLabel       *applicant;
  GtkLabel       *segment;
  GtkLabel       *caption;
  GtkLabel       *time;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (ShinsaInterviewBoard, shinsa_interview_board, ADW_TYPE_BIN)

static void
shinsa_interview_board_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_INTERVIEW_BOARD);

  G_OBJECT_CLASS (shinsa_interview_board_parent_class)->dispose (object);
}

static void
shinsa_interview_board_class_init (ShinsaInterviewBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_interview_board_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/projection/shinsa-interview-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewBoard, applicant);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewBoard, segment);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewBoard, caption);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewBoard, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewBoard, bar);
}

static void
shinsa_interview_board_init (ShinsaInterviewBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is long is set smaller rather than cut off. */
static void
show_applicant (ShinsaInterviewBoard *self,
                const char           *applicant)
{
  gtk_label_set_label (self->applicant, applicant);
  if (g_utf8_strlen (applicant, -1) > 24)
    gtk_widget_add_css_class (GTK_WIDGET (self->applicant), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->applicant), "long");
}

static const char *
tell_caption (const ShinsaTimerWords *words)
{
  switch (words->state)
    {
    case SHINSA_TIMER_OVERTIME:
      return words->note;
    case SHINSA_TIMER_ENDING:
      return _("Ending soon");
    case SHINSA_TIMER_RUNNING:
      /* Translators: above the minutes and seconds that are left. */
      return *words->allotted != '\0' ? _("Time left") : _("Time elapsed");
    case SHINSA_TIMER_WAITING:
    case SHINSA_TIMER_OVER:
    default:
      return "";
    }
}

/**
 * shinsa_interview_board_show:
 * @self: a board
 * @applicant: (not nullable): the name of the applicant
 * @words: (not nullable): the timer
 */
void
shinsa_interview_board_show (ShinsaInterviewBoard   *self,
                             const char             *applicant,
                             const ShinsaTimerWords *words)
{
  gboolean over;

  g_return_if_fail (SHINSA_IS_INTERVIEW_BOARD (self));
  g_return_if_fail (applicant != NULL && words != NULL);

  over = words->state == SHINSA_TIMER_OVER;
  show_applicant (self, applicant);
  gtk_label_set_label (self->segment, over ? words->note : words->segment);
  gtk_label_set_label (self->caption, tell_caption (words));
  gtk_label_set_label (self->time, words->left);
  gtk_widget_set_visible (GTK_WIDGET (self->time), !over);
  gtk_progress_bar_set_fraction (self->bar, words->fraction);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !over && *words->allotted != '\0');
  if (words->state == SHINSA_TIMER_ENDING || words->state == SHINSA_TIMER_OVERTIME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ending");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ending");
}
