/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-attendance-bar.h"

#include "entries/shinsa-statements.h"
#include "interview/shinsa-acts.h"
#include "interview/shinsa-attendance-row.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-subject.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-meeting.h"

#include <glib/gi18n-lib.h>

struct _ShinsaAttendanceBar
{
  AdwBin           parent_instance;

  GtkLabel        *quorum;
  GtkMenuButton   *button;
  GtkLabel        *summary;
  GtkToggleButton *meeting;
  GtkListBox      *list;
  GtkWidget       *everybody;
  GtkWidget       *read_only;

  ShinsaSubject    subject;
  ShinsaRowKeeper *rows;
};

G_DEFINE_FINAL_TYPE (ShinsaAttendanceBar, shinsa_attendance_bar, ADW_TYPE_BIN)

/* What the list is of: NULL for the whole meeting. */
static const char *
get_scope (ShinsaAttendanceBar *self)
{
  return gtk_toggle_button_get_active (self->meeting) ? NULL : self->subject.application;
}

/* --- What the desk does --- */

static void
chosen_cb (ShinsaAttendanceBar   *self,
           ShinsaAttendanceState  state,
           ShinsaAttendanceRow   *row)
{
  shinsa_work_write (GTK_WIDGET (self), self->subject.service, _("The attendance was not recorded"),
                     SHINSA_KIND_ATTENDANCE_SET,
                     shinsa_state_attendance (get_scope (self),
                                              shinsa_attendance_row_get_member (row), state),
                     NULL);
}

static void
heard_cb (ShinsaAttendanceBar *self,
          ShinsaHeard          heard,
          ShinsaAttendanceRow *row)
{
  shinsa_work_write (GTK_WIDGET (self), self->subject.service,
                     _("What the member heard was not recorded"), SHINSA_KIND_INTERVIEW_RECORD,
                     shinsa_state_interview_heard (self->subject.application,
                                                   shinsa_attendance_row_get_member (row), heard),
                     NULL);
}

static void
everybody_clicked_cb (ShinsaAttendanceBar *self)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *scope = get_scope (self);
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_meeting_counts_member (round, member) &&
          shinsa_attendance_row_find_state (round, scope, member->id) != SHINSA_ATTENDANCE_IN_ROOM)
        g_ptr_array_add (bodies, shinsa_state_attendance (scope, member->id,
                                                          SHINSA_ATTENDANCE_IN_ROOM));
    }
  shinsa_acts_write (GTK_WIDGET (self), self->subject.service, _("The attendance was not recorded"),
                     SHINSA_KIND_ATTENDANCE_SET, bodies);
}

/* --- Showing --- */

G_GNUC_PRINTF (2, 3)
static void
add_count (GString    *text,
           const char *format,
           ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append (text, "  ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/* Those who are out for a while, and of whom nothing is known, are rare and left out then. */
static char *
summarise (const ShinsaRound *round,
           const char        *application)
{
  int counts[SHINSA_ATTENDANCE_OUT_FOR_INTEREST + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  int members = 0;
  int away;

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (!shinsa_meeting_counts_member (round, member))
        continue;
      counts[shinsa_meeting_attendance (round, application, member->id)]++;
      members++;
    }
  if (counts[SHINSA_ATTENDANCE_UNKNOWN] == members)
    return g_strdup (_("Attendance"));
  away = counts[SHINSA_ATTENDANCE_OUT] + counts[SHINSA_ATTENDANCE_LEFT] +
         counts[SHINSA_ATTENDANCE_OUT_FOR_INTEREST];
  /* Translators: how many members are where; short, for they stand side by side. */
  add_count (text, C_("attendance", "Room %d"),
             counts[SHINSA_ATTENDANCE_IN_ROOM] + counts[SHINSA_ATTENDANCE_LATE]);
  add_count (text, C_("attendance", "Web %d"), counts[SHINSA_ATTENDANCE_WEB]);
  if (away > 0)
    add_count (text, C_("attendance", "Out %d"), away);
  add_count (text, C_("attendance", "Absent %d"), counts[SHINSA_ATTENDANCE_ABSENT]);
  if (counts[SHINSA_ATTENDANCE_UNKNOWN] > 0)
    add_count (text, C_("attendance", "Unknown %d"), counts[SHINSA_ATTENDANCE_UNKNOWN]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_summary (ShinsaAttendanceBar *self,
              const ShinsaRound   *round)
{
  g_autoptr (ShinsaQuorum) quorum = shinsa_meeting_quorum (round, self->subject.application);
  g_autofree char *summary = summarise (round, self->subject.application);

  gtk_label_set_label (self->quorum, quorum->sentence);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), quorum->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quorum->sentence,
                                  -1);
  if (!quorum->holds && round->attendance->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "no-quorum");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "no-quorum");
}

static ShinsaAttendanceRow *
ensure_row (ShinsaAttendanceBar *self,
            const char          *member)
{
  GtkWidget *row = shinsa_row_keeper_find (self->rows, member);

  if (row == NULL)
    {
      row = shinsa_attendance_row_new (member);
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "heard", G_CALLBACK (heard_cb), self, G_CONNECT_SWAPPED);
      shinsa_row_keeper_add (self->rows, member, row);
    }
  return SHINSA_ATTENDANCE_ROW (row);
}

static void
show_rows (ShinsaAttendanceBar *self,
           const ShinsaRound   *round)
{
  const char *scope = get_scope (self);

  shinsa_row_keeper_begin (self->rows);
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_meeting_counts_member (round, member))
        shinsa_attendance_row_show (ensure_row (self, member->id), round, scope);
    }
  shinsa_row_keeper_end (self->rows);
}

static void
refresh (gpointer widget)
{
  ShinsaAttendanceBar *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);

  gtk_widget_set_visible (GTK_WIDGET (self), round != NULL);
  if (round == NULL)
    return;
  show_summary (self, round);
  show_rows (self, round);
  gtk_widget_set_visible (self->everybody, round->is_desk);
  gtk_widget_set_visible (self->read_only, !round->is_desk);
}

static void
scope_toggled_cb (ShinsaAttendanceBar *self)
{
  refresh (self);
}

/* --- The object --- */

static void
shinsa_attendance_bar_dispose (GObject *object)
{
  ShinsaAttendanceBar *self = SHINSA_ATTENDANCE_BAR (object);

  shinsa_subject_dispose (self);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_ATTENDANCE_BAR);

  G_OBJECT_CLASS (shinsa_attendance_bar_parent_class)->dispose (object);
}

static void
shinsa_attendance_bar_class_init (ShinsaAttendanceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_attendance_bar_dispose;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaAttendanceBar, subject), refresh);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-attendance-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, quorum);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, summary);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, meeting);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, everybody);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, read_only);
  gtk_widget_class_bind_template_callback (widget_class, everybody_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
}

static void
shinsa_attendance_bar_init (ShinsaAttendanceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->list);
}
