/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-closing-box.h"

#include "entries/shinsa-statements.h"
#include "parts/shinsa-subject.h"
#include "parts/shinsa-text-field.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-interview.h"

#include <glib/gi18n-lib.h>

struct _ShinsaClosingBox
{
  AdwBin           parent_instance;

  GtkLabel        *status;
  GtkButton       *close;
  ShinsaTextField *field;

  ShinsaSubject    subject;
  char            *owner;    /* the round and the identity whose text is in the field */
  char            *about;    /* the application that it is about */
};

G_DEFINE_FINAL_TYPE (ShinsaClosingBox, shinsa_closing_box, ADW_TYPE_BIN)

static const char *
get_recorded (const ShinsaRound *round,
              const char        *application)
{
  const char *recorded = shinsa_interview_what_became_clear (round, application);

  return recorded != NULL ? recorded : "";
}

static const char *
tell_status (const ShinsaRound *round,
             const char        *application,
             const char        *written)
{
  if (!round->is_desk)
    return "";
  if (written != NULL)
    return _("Not recorded yet");
  return shinsa_interview_what_became_clear (round, application) != NULL ? _("Recorded") : "";
}

/* --- What is written and not recorded --- */

/* The desk reviews nothing itself: the remarks of its draft are what it will close with. */
static const char *
get_written (ShinsaClosingBox *self)
{
  const ShinsaReview *draft = shinsa_service_get_draft (self->subject.service,
                                                        self->subject.application,
                                                        SHINSA_PHASE_INTERVIEW);

  return draft != NULL && *draft->remarks != '\0' ? draft->remarks : NULL;
}

static void
set_written (ShinsaClosingBox *self,
             const char       *text)
{
  shinsa_service_set_draft (self->subject.service, self->about, SHINSA_PHASE_INTERVIEW,
                            SHINSA_DRAFT_REMARKS, NULL, text);
}

/* --- Showing --- */

static void
show (ShinsaClosingBox  *self,
      const ShinsaRound *round)
{
  const char *application = self->subject.application;
  const char *recorded = get_recorded (round, application);
  const char *written = round->is_desk ? get_written (self) : NULL;
  gboolean closed = shinsa_interview_what_became_clear (round, application) != NULL;
  gboolean editable = round->is_desk &&
                      shinsa_round_decision (round, application) != SHINSA_DECISION_CONFIRMED;

  if (g_strcmp0 (written, recorded) == 0)
    {
      set_written (self, NULL);
      written = NULL;
    }
  shinsa_text_field_show (self->field, written != NULL ? written : recorded);
  shinsa_text_field_set_editable (self->field, editable);
  gtk_label_set_label (self->status, tell_status (round, application, written));
  gtk_button_set_label (self->close, closed ? _("_Record Again") : _("_Close the Interview"));
  gtk_widget_set_visible (GTK_WIDGET (self->close), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->close), written != NULL);
}

/* What is in the field belongs to the application before, even where it still has the focus; and
 * nobody writes in the name of somebody else. */
static void
turn_to (ShinsaClosingBox  *self,
         const ShinsaRound *round,
         const char        *application)
{
  g_autofree char *owner = round != NULL ? g_strjoin ("/", round->root, round->identity, NULL)
                                         : NULL;
  gboolean same_owner = g_strcmp0 (self->owner, owner) == 0;

  if (same_owner && g_strcmp0 (self->about, application) == 0)
    return;
  if (!same_owner)
    g_clear_pointer (&self->about, g_free);
  shinsa_text_field_flush (self->field);
  if (shinsa_text_field_has_focus (self->field))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  shinsa_set_string (&self->owner, owner);
  shinsa_set_string (&self->about, application);
}

static void
refresh (gpointer widget)
{
  ShinsaClosingBox *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *application = self->subject.application;
  gboolean shown;

  turn_to (self, round, application);
  shown = round != NULL &&
          (round->is_desk ? shinsa_interview_timer (round, application).over
                          : shinsa_interview_what_became_clear (round, application) != NULL);
  gtk_widget_set_visible (widget, shown);
  if (shown)
    show (self, round);
}

static void
entered_cb (ShinsaClosingBox *self,
            const char       *text)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);

  if (self->about == NULL || round == NULL)
    return;
  set_written (self, *text != '\0' ? text : NULL);
  if (g_str_equal (self->about, self->subject.application))
    show (self, round);
}

static void
close_clicked_cb (ShinsaClosingBox *self)
{
  const char *written;

  shinsa_text_field_flush (self->field);
  written = get_written (self);
  if (written != NULL)
    shinsa_work_write (GTK_WIDGET (self), self->subject.service,
                       _("What became clear was not recorded"), SHINSA_KIND_INTERVIEW_RECORD,
                       shinsa_state_interview_close (self->subject.application, written),
                       _("What became clear is recorded"));
}

/* --- The object --- */

static void
shinsa_closing_box_dispose (GObject *object)
{
  shinsa_subject_dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_CLOSING_BOX);

  G_OBJECT_CLASS (shinsa_closing_box_parent_class)->dispose (object);
}

static void
shinsa_closing_box_finalize (GObject *object)
{
  ShinsaClosingBox *self = SHINSA_CLOSING_BOX (object);

  g_free (self->owner);
  g_free (self->about);

  G_OBJECT_CLASS (shinsa_closing_box_parent_class)->finalize (object);
}

static void
shinsa_closing_box_class_init (ShinsaClosingBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_closing_box_dispose;
  object_class->finalize = shinsa_closing_box_finalize;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaClosingBox, subject), refresh);

  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-closing-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaClosingBox, status);
  gtk_widget_class_bind_template_child (widget_class, ShinsaClosingBox, close);
  gtk_widget_class_bind_template_child (widget_class, ShinsaClosingBox, field);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
shinsa_closing_box_init (ShinsaClosingBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
