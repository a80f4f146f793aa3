/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-attendance-row.h"

#include "rules/shinsa-interview.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

/* What can be chosen; that nothing is recorded, which is 0, only while it is so. */
typedef struct {
  GtkStringList *labels;
  int            first;    /* what the first label is of */
} Choice;

struct _ShinsaAttendanceRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *name;
  GtkLabel      *history;
  GtkLabel      *heard;
  GtkDropDown   *amounts;
  GtkLabel      *state;
  GtkDropDown   *states;

  char          *member;
  Choice         state_choice;
  Choice         amount_choice;
  gboolean       showing;   /* what changes is not somebody's choice */
};

G_DEFINE_FINAL_TYPE (ShinsaAttendanceRow, shinsa_attendance_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  CHOSEN,
  HEARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (ShinsaAttendanceRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, self->state_choice.first + (int) selected);
}

static void
amount_selected_cb (ShinsaAttendanceRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->amounts);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[HEARD], 0, self->amount_choice.first + (int) selected);
}

static void
shinsa_attendance_row_dispose (GObject *object)
{
  ShinsaAttendanceRow *self = SHINSA_ATTENDANCE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_ATTENDANCE_ROW);
  g_clear_object (&self->state_choice.labels);
  g_clear_object (&self->amount_choice.labels);

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
  signals[HEARD] = g_signal_new ("heard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, history);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, heard);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, amounts);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, state);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceRow, states);
  gtk_widget_class_bind_template_callback (widget_class, amount_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
choice_init (Choice *choice)
{
  choice->labels = gtk_string_list_new (NULL);
  choice->first = 1;
}

static void
shinsa_attendance_row_init (ShinsaAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  choice_init (&self->state_choice);
  for (int state = SHINSA_ATTENDANCE_IN_ROOM; state <= SHINSA_ATTENDANCE_OUT_FOR_INTEREST; state++)
    gtk_string_list_append (self->state_choice.labels, shinsa_attendance_label (state));
  choice_init (&self->amount_choice);
  for (int amount = SHINSA_HEARD_WHOLE; amount <= SHINSA_HEARD_NONE; amount++)
    gtk_string_list_append (self->amount_choice.labels, shinsa_heard_label (amount));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (self->state_choice.labels));
  gtk_drop_down_set_model (self->amounts, G_LIST_MODEL (self->amount_choice.labels));
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

static void
show_choice (ShinsaAttendanceRow *self,
             GtkDropDown         *drop_down,
             Choice              *choice,
             int                  value,
             const char          *unknown)
{
  const char *unknowns[] = { unknown, NULL };

  self->showing = TRUE;
  if (value == 0 && choice->first != 0)
    {
      gtk_string_list_splice (choice->labels, 0, 0, unknowns);
      choice->first = 0;
    }
  else if (value != 0 && choice->first == 0)
    {
      gtk_string_list_remove (choice->labels, 0);
      choice->first = 1;
    }
  gtk_drop_down_set_selected (drop_down, value - choice->first);
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

static gboolean
concerns (const ShinsaAttendance *attendance,
          const char             *scope,
          const char             *member)
{
  return g_str_equal (attendance->member, member) &&
         (attendance->application == NULL || g_strcmp0 (attendance->application, scope) == 0);
}

/**
 * shinsa_attendance_row_find_state:
 * @round: (not nullable): a round
 * @scope: (nullable): the id of an application; NULL for the whole meeting
 * @member: (not nullable): the id of a member
 *
 * For one application counts what was recorded last, for it or for the meeting.
 *
 * Returns: where the member is
 */
ShinsaAttendanceState
shinsa_attendance_row_find_state (const ShinsaRound *round,
                                  const char        *scope,
                                  const char        *member)
{
  ShinsaAttendanceState state = SHINSA_ATTENDANCE_UNKNOWN;

  g_return_val_if_fail (round != NULL && member != NULL, state);

  for (guint i = 0; i < round->attendance->len; i++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i);

      if (concerns (attendance, scope, member))
        state = attendance->state;
    }
  return state;
}

static char *
time_of (const ShinsaAttendance *attendance)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (attendance->at, NULL);

  return when != NULL ? g_date_time_format (when, "%H:%M") : g_strdup ("");
}

/* Since when the member is where, or all the ways that were recorded. */
static char *
tell_history (const ShinsaRound *round,
              const char        *scope,
              const char        *member)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *first = NULL;
  int changes = 0;

  for (guint i = 0; i < round->attendance->len; i++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i);
      g_autofree char *time = NULL;

      if (!concerns (attendance, scope, member))
        continue;
      time = time_of (attendance);
      g_string_append_printf (text, "%s%s %s", changes > 0 ? " → " : "", time,
                              shinsa_attendance_label (attendance->state));
      if (changes++ == 0)
        first = g_steal_pointer (&time);
    }
  return changes == 1 ? g_steal_pointer (&first) : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_heard (ShinsaAttendanceRow *self,
            const ShinsaRound   *round,
            const char          *application,
            const char          *name)
{
  ShinsaHeard amount = SHINSA_HEARD_UNKNOWN;
  gboolean began = FALSE;
  g_autofree char *label = NULL;

  if (application != NULL)
    {
      ShinsaTimer timer = shinsa_interview_timer (round, application);

      began = timer.running || timer.over;
      amount = shinsa_interview_heard (round, application, self->member);
    }
  show_choice (self, self->amounts, &self->amount_choice, amount,
               shinsa_heard_label (SHINSA_HEARD_UNKNOWN));
  gtk_label_set_label (self->heard, shinsa_heard_label (amount));
  gtk_widget_set_visible (GTK_WIDGET (self->heard), began && !round->is_desk);
  gtk_widget_set_visible (GTK_WIDGET (self->amounts), began && round->is_desk);
  /* Translators: read out for the choice of how much a member heard. */
  label = g_strdup_printf (_("What %s heard of the interview"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amounts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * shinsa_attendance_row_show:
 * @self: a row
 * @round: (not nullable): the round
 * @scope: (nullable): the id of the application that it is shown for; NULL for the whole meeting
 */
void
shinsa_attendance_row_show (ShinsaAttendanceRow *self,
                            const ShinsaRound   *round,
                            const char          *scope)
{
  ShinsaAttendanceState state;
  g_autofree char *history = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SHINSA_IS_ATTENDANCE_ROW (self));
  g_return_if_fail (round != NULL);

  name = name_member (round, self->member);
  state = shinsa_attendance_row_find_state (round, scope, self->member);
  history = tell_history (round, scope, self->member);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->history, history);
  gtk_widget_set_visible (GTK_WIDGET (self->history), *history != '\0');
  gtk_label_set_label (self->state, shinsa_attendance_label (state));
  show_choice (self, self->states, &self->state_choice, state,
               shinsa_attendance_label (SHINSA_ATTENDANCE_UNKNOWN));
  show_heard (self, round, scope, name);
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
