/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-attendance-bar.h"

#include "entries/shinsa-statements.h"
#include "interview/shinsa-acts.h"
#include "interview/shinsa-attendance-row.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-meeting.h"

#include <glib/gi18n-lib.h>

struct _ShinsaAttendanceBar
{
  AdwBin           parent_instance;

  GtkLabel        *quorum;
  GtkMenuButton   *button;
  GtkToggleButton *meeting;
  GtkListBox      *list;
  GtkWidget       *everybody;
  GtkWidget       *read_only;

  ShinsaService   *service;
  char            *application;
  ShinsaRowKeeper *rows;
};

G_DEFINE_FINAL_TYPE (ShinsaAttendanceBar, shinsa_attendance_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ShinsaRound *
get_round (ShinsaAttendanceBar *self)
{
  return self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
}

/* What the list is of: NULL for the whole meeting. */
static const char *
get_scope (ShinsaAttendanceBar *self)
{
  return gtk_toggle_button_get_active (self->meeting) ? NULL : self->application;
}

/* For one application counts what was recorded last, for it or for the meeting. */
static const ShinsaAttendance *
find_attendance (const ShinsaRound *round,
                 const char        *scope,
                 const char        *member)
{
  for (guint i = round->attendance->len; i > 0; i--)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i - 1);

      if (g_str_equal (attendance->member, member) &&
          (attendance->application == NULL || g_strcmp0 (attendance->application, scope) == 0))
        return attendance;
    }
  return NULL;
}

/* --- What the desk does --- */

static void
chosen_cb (ShinsaAttendanceBar   *self,
           ShinsaAttendanceState  state,
           ShinsaAttendanceRow   *row)
{
  shinsa_work_write (GTK_WIDGET (self), self->service, _("The attendance was not recorded"),
                     SHINSA_KIND_ATTENDANCE_SET,
                     shinsa_state_attendance (get_scope (self),
                                              shinsa_attendance_row_get_member (row), state),
                     NULL);
}

static void
everybody_clicked_cb (ShinsaAttendanceBar *self)
{
  const ShinsaRound *round = get_round (self);
  const char *scope = get_scope (self);
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      const ShinsaAttendance *attendance = find_attendance (round, scope, member->id);

      if (shinsa_meeting_counts_member (round, member) &&
          (attendance == NULL || attendance->state != SHINSA_ATTENDANCE_IN_ROOM))
        g_ptr_array_add (bodies, shinsa_state_attendance (scope, member->id,
                                                          SHINSA_ATTENDANCE_IN_ROOM));
    }
  shinsa_acts_write (GTK_WIDGET (self), self->service, _("The attendance was not recorded"),
                     SHINSA_KIND_ATTENDANCE_SET, bodies);
}

/* --- Showing --- */

static char *
summarise (const ShinsaRound *round,
           const char        *application)
{
  int counts[SHINSA_ATTENDANCE_OUT_FOR_INTEREST + 1] = { 0 };
  int members = 0;
  int room;
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
  room = counts[SHINSA_ATTENDANCE_IN_ROOM] + counts[SHINSA_ATTENDANCE_LATE];
  away = counts[SHINSA_ATTENDANCE_OUT] + counts[SHINSA_ATTENDANCE_LEFT] +
         counts[SHINSA_ATTENDANCE_OUT_FOR_INTEREST];
  if (counts[SHINSA_ATTENDANCE_UNKNOWN] > 0)
    /* Translators: how many members are where; the last is how many nothing is recorded of. */
    return g_strdup_printf (_("In the room %d · web %d · out %d · absent %d · not recorded %d"),
                            room, counts[SHINSA_ATTENDANCE_WEB], away,
                            counts[SHINSA_ATTENDANCE_ABSENT], counts[SHINSA_ATTENDANCE_UNKNOWN]);
  /* Translators: how many members are where. */
  return g_strdup_printf (_("In the room %d · web %d · out %d · absent %d"), room,
                          counts[SHINSA_ATTENDANCE_WEB], away, counts[SHINSA_ATTENDANCE_ABSENT]);
}

static void
show_summary (ShinsaAttendanceBar *self,
              const ShinsaRound   *round)
{
  g_autoptr (ShinsaQuorum) quorum = shinsa_meeting_quorum (round, self->application);
  g_autofree char *summary = summarise (round, self->application);

  gtk_label_set_label (self->quorum, quorum->sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quorum), quorum->sentence);
  if (quorum->holds)
    gtk_widget_add_css_class (GTK_WIDGET (self->quorum), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->quorum), "dim-label");
  gtk_menu_button_set_label (self->button, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
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
      const ShinsaAttendance *attendance = find_attendance (round, scope, member->id);

      if (shinsa_meeting_counts_member (round, member))
        shinsa_attendance_row_show (ensure_row (self, member->id), round,
                                    attendance != NULL ? attendance->state
                                                       : SHINSA_ATTENDANCE_UNKNOWN,
                                    attendance != NULL ? attendance->at : NULL);
    }
  shinsa_row_keeper_end (self->rows);
}

static void
refresh (ShinsaAttendanceBar *self)
{
  const ShinsaRound *round = get_round (self);
  gboolean shown = round != NULL && self->application != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
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
set_service (ShinsaAttendanceBar *self,
             ShinsaService       *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
set_application (ShinsaAttendanceBar *self,
                 const char          *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  refresh (self);
}

static void
shinsa_attendance_bar_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ShinsaAttendanceBar *self = SHINSA_ATTENDANCE_BAR (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_attendance_bar_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ShinsaAttendanceBar *self = SHINSA_ATTENDANCE_BAR (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_attendance_bar_dispose (GObject *object)
{
  ShinsaAttendanceBar *self = SHINSA_ATTENDANCE_BAR (object);

  g_clear_object (&self->service);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_ATTENDANCE_BAR);

  G_OBJECT_CLASS (shinsa_attendance_bar_parent_class)->dispose (object);
}

static void
shinsa_attendance_bar_finalize (GObject *object)
{
  g_free (SHINSA_ATTENDANCE_BAR (object)->application);

  G_OBJECT_CLASS (shinsa_attendance_bar_parent_class)->finalize (object);
}

static void
shinsa_attendance_bar_class_init (ShinsaAttendanceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_attendance_bar_get_property;
  object_class->set_property = shinsa_attendance_bar_set_property;
  object_class->dispose = shinsa_attendance_bar_dispose;
  object_class->finalize = shinsa_attendance_bar_finalize;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-attendance-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, quorum);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAttendanceBar, button);
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
