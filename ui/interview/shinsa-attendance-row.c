/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-attendance-row.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

struct _ShinsaAttendanceRow
{
  GtkListBoxRow          parent_instance;

  GtkLabel              *name;
  GtkLabel              *time;
  GtkLabel              *state;
  GtkDropDown           *states;

  char                  *member;
  GtkStringList         *labels;   /* of the states; "not recorded" only while it is so */
  ShinsaAttendanceState  first;    /* the state that the first label is of */
  gboolean               showing;  /* the choice of a state is not somebody's */
};

G_DEFINE_FINAL_TYPE (ShinsaAttendanceRow, shinsa_attendance_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (ShinsaAttendanceRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, self->first + selected);
}

static void
shinsa_attendance_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_ATTENDANCE_ROW);
  g_clear_object (&SHINSA_ATTENDANCE_ROW (object)->labels);

  G_OBJECT_CLASS (shinsa_attendance_row_parent_class)->dispose (object);
}

static void
shinsa_attendance_row_finalize (GObject *object)
{
  g_free (SHINSA_ATTENDANCE_ROW (object)->member);

  G_OBJECT_CLASS (shinsa_attendance_row_parent_class)->finalize (object);
}

static void
shinsa_attendance_row_class_init (ShinsaAttendanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_attendance_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_attendance_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, state);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, states);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
shinsa_attendance_row_init (ShinsaAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->first = SHINSA_ATTENDANCE_IN_ROOM;
  self->labels = gtk_string_list_new (NULL);
  for (int state = SHINSA_ATTENDANCE_IN_ROOM; state <= SHINSA_ATTENDANCE_OUT_FOR_INTEREST; state++)
    gtk_string_list_append (self->labels, shinsa_attendance_label (state));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (self->labels));
  self->showing = FALSE;
}

/**
 * shinsa_attendance_row_new:
 * @member: (not nullable): id of a member
 *
 * Returns: (transfer floating): a row for the member
 */
GtkWidget *
shinsa_attendance_row_new (const char *member)
{
  ShinsaAttendanceRow *self;

  g_return_val_if_fail (member != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_ATTENDANCE_ROW, NULL);
  self->member = g_strdup (member);
  return GTK_WIDGET (self);
}

/* That nothing is recorded cannot be chosen once something is. */
static void
show_choice (ShinsaAttendanceRow   *self,
             ShinsaAttendanceState  state)
{
  const char *unknown[] = { shinsa_attendance_label (SHINSA_ATTENDANCE_UNKNOWN), NULL };

  self->showing = TRUE;
  if (state == SHINSA_ATTENDANCE_UNKNOWN && self->first != SHINSA_ATTENDANCE_UNKNOWN)
    {
      gtk_string_list_splice (self->labels, 0, 0, unknown);
      self->first = SHINSA_ATTENDANCE_UNKNOWN;
    }
  else if (state != SHINSA_ATTENDANCE_UNKNOWN && self->first == SHINSA_ATTENDANCE_UNKNOWN)
    {
      gtk_string_list_remove (self->labels, 0);
      self->first = SHINSA_ATTENDANCE_IN_ROOM;
    }
  gtk_drop_down_set_selected (self->states, state - self->first);
  self->showing = FALSE;
}

/* The desk knows people by name, the others by letter. */
static char *
name_member (const ShinsaRound *round,
             const char        *member)
{
  g_autofree char *letter = shinsa_member_full_label (round, member);
  g_autofree char *name = shinsa_member_label (round, member, TRUE);

  if (!round->is_desk || g_str_equal (name, letter))
    return g_steal_pointer (&letter);
  /* Translators: a person's name, and how the person is called where levels are seen. */
  return g_strdup_printf (_("%s – %s"), name, letter);
}

/**
 * shinsa_attendance_row_show:
 * @self: a row
 * @round: (not nullable): the round
 * @state: where the member is
 * @at: (nullable): when that was recorded
 */
void
shinsa_attendance_row_show (ShinsaAttendanceRow   *self,
                            const ShinsaRound     *round,
                            ShinsaAttendanceState  state,
                            const char            *at)
{
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SHINSA_IS_ATTENDANCE_ROW (self));
  g_return_if_fail (round != NULL);

  name = name_member (round, self->member);
  when = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  time = when != NULL ? g_date_time_format (when, "%H:%M") : NULL;
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->time, time != NULL ? time : "");
  gtk_label_set_label (self->state, shinsa_attendance_label (state));
  show_choice (self, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !round->is_desk);
  gtk_widget_set_visible (GTK_WIDGET (self->states), round->is_desk);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

const char *
shinsa_attendance_row_get_member (ShinsaAttendanceRow *self)
{
  g_return_val_if_fail (SHINSA_IS_ATTENDANCE_ROW (self), NULL);

  return self->member;
}
