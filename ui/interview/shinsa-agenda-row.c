/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-agenda-row.h"

#include <glib/gi18n-lib.h>

struct _ShinsaAgendaRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *time;
  GtkLabel      *name;
  GtkLabel      *status;

  char          *date;         /* NULL where no time is set */
  char          *application;  /* NULL for a break */
};

G_DEFINE_FINAL_TYPE (ShinsaAgendaRow, shinsa_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
shinsa_agenda_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (shinsa_agenda_row_parent_class)->dispose (object);
}

static void
shinsa_agenda_row_finalize (GObject *object)
{
  ShinsaAgendaRow *self = SHINSA_AGENDA_ROW (object);

  g_free (self->date);
  g_free (self->application);

  G_OBJECT_CLASS (shinsa_agenda_row_parent_class)->finalize (object);
}

static void
shinsa_agenda_row_class_init (ShinsaAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_agenda_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_agenda_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, status);
}

static void
shinsa_agenda_row_init (ShinsaAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_agenda_row_new:
 * @date: (nullable): the day; NULL where no time is set
 * @starts: (nullable): HH:MM
 * @application: (nullable): the id of an application; NULL for a break
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
shinsa_agenda_row_new (const char *date,
                       const char *starts,
                       const char *application)
{
  ShinsaAgendaRow *self = g_object_new (SHINSA_TYPE_AGENDA_ROW,
                                        "activatable", application != NULL,
                                        "focusable", application != NULL,
                                        "selectable", application != NULL,
                                        NULL);

  self->date = g_strdup (date);
  self->application = g_strdup (application);
  gtk_label_set_label (self->time, starts != NULL ? starts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->time), starts != NULL);
  if (application == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  return GTK_WIDGET (self);
}

/**
 * shinsa_agenda_row_show:
 * @self: a row
 * @name: (not nullable): the application, or that it is a break
 * @status: (not nullable): how far it is; "" for nothing to say
 */
void
shinsa_agenda_row_show (ShinsaAgendaRow *self,
                        const char      *name,
                        const char      *status)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_AGENDA_ROW (self));
  g_return_if_fail (name != NULL && status != NULL);

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->status, status);
  /* Translators: read out for a line of the agenda: the time, the application, how far it is. */
  label = g_strdup_printf (_("%s %s %s"), gtk_label_get_label (self->time), name, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strstrip (label), -1);
}

/**
 * shinsa_agenda_row_get_date:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the day, YYYY-MM-DD
 */
const char *
shinsa_agenda_row_get_date (ShinsaAgendaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_AGENDA_ROW (self), NULL);

  return self->date;
}

/**
 * shinsa_agenda_row_get_application:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of the application; NULL for a break
 */
const char *
shinsa_agenda_row_get_application (ShinsaAgendaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_AGENDA_ROW (self), NULL);

  return self->application;
}
