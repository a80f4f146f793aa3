/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-agenda-row.h"

#include <glib/gi18n-lib.h>

struct _ShinsaAgendaRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *time;
  GtkBox        *words;
  GtkLabel      *name;
  GtkLabel      *status;
  GtkLabel      *detail;

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
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, words);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, status);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaRow, detail);
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
 * @application: (nullable): the id of an application; NULL for a break or a changeover
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
  gtk_widget_add_css_class (GTK_WIDGET (self), application != NULL ? "interview" : "pause");
  /* How long it is stands beside it; how far an application is leaves the width to the name. */
  if (application == NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words), GTK_ORIENTATION_HORIZONTAL);
  return GTK_WIDGET (self);
}

/* The parts that are there, as one sentence to be read out. */
static char *
tell_all (ShinsaAgendaRow *self,
          const char      *status)
{
  const char *parts[5] = { NULL };
  const char *words[] = {
    gtk_label_get_label (self->time),
    gtk_label_get_label (self->name),
    gtk_label_get_label (self->detail),
    status,
  };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (*words[i] != '\0')
      parts[count++] = words[i];
  return g_strjoinv (" ", (char **) parts);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * shinsa_agenda_row_show:
 * @self: a row
 * @name: (not nullable): the application, or that it is a break
 * @detail: (not nullable): what else to say of it; "" for nothing
 * @status: (not nullable): how far it is; "" for nothing to say
 * @current: whether it is what goes on now
 */
void
shinsa_agenda_row_show (ShinsaAgendaRow *self,
                        const char      *name,
                        const char      *detail,
                        const char      *status,
                        gboolean         current)
{
  g_autofree char *running = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_AGENDA_ROW (self));
  g_return_if_fail (name != NULL && detail != NULL && status != NULL);

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  show_text (self->detail, detail);
  if (current)
    {
      status = _("running now");
      running = g_strconcat ("▶ ", status, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self), "current");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
    }
  show_text (self->status, running != NULL ? running : status);
  label = tell_all (self, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
