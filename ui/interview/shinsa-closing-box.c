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
  char            *about;    /* the application whose text is in the field */
  GHashTable      *written;  /* what the desk wrote and did not record, by application */
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

static void
show (ShinsaClosingBox  *self,
      const ShinsaRound *round)
{
  const char *application = self->subject.application;
  const char *recorded = get_recorded (round, application);
  const char *written = g_hash_table_lookup (self->written, application);
  gboolean closed = shinsa_interview_what_became_clear (round, application) != NULL;
  gboolean editable = round->is_desk &&
                      shinsa_round_decision (round, application) != SHINSA_DECISION_CONFIRMED;

  if (g_strcmp0 (written, recorded) == 0)
    {
      g_hash_table_remove (self->written, application);
      written = NULL;
    }
  shinsa_text_field_show (self->field, written != NULL ? written : recorded);
  shinsa_text_field_set_editable (self->field, editable);
  gtk_label_set_label (self->status, tell_status (round, application, written));
  gtk_button_set_label (self->close, closed ? _("_Record Again") : _("_Close the Interview"));
  gtk_widget_set_visible (GTK_WIDGET (self->close), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->close), written != NULL && *written != '\0');
}

/* What is in the field belongs to the application before, even where it still has the focus. */
static void
turn_to (ShinsaClosingBox *self,
         const char       *application)
{
  if (g_strcmp0 (self->about, application) == 0)
    return;
  shinsa_text_field_flush (self->field);
  if (shinsa_text_field_has_focus (self->field))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  g_free (self->about);
  self->about = g_strdup (application);
}

static void
refresh (gpointer widget)
{
  ShinsaClosingBox *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *application = self->subject.application;
  gboolean shown;

  turn_to (self, application);
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
  if (self->about == NULL)
    return;
  g_hash_table_insert (self->written, g_strdup (self->about), g_strdup (text));
  if (shinsa_subject_get_round (&self->subject) != NULL &&
      g_str_equal (self->about, self->subject.application))
    show (self, shinsa_subject_get_round (&self->subject));
}

static void
close_clicked_cb (ShinsaClosingBox *self)
{
  const char *written;

  shinsa_text_field_flush (self->field);
  written = g_hash_table_lookup (self->written, self->subject.application);
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

  g_free (self->about);
  g_hash_table_unref (self->written);

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
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
