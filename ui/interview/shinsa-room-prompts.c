/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-room-prompts.h"

#include "entries/shinsa-statements.h"
#include "interview/shinsa-attendance-row.h"
#include "interview/shinsa-prompt-row.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-subject.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

struct _ShinsaRoomPrompts
{
  AdwBin           parent_instance;

  GtkListBox      *list;

  ShinsaSubject    subject;
  ShinsaRowKeeper *rows;
};

G_DEFINE_FINAL_TYPE (ShinsaRoomPrompts, shinsa_room_prompts, ADW_TYPE_BIN)

/* --- What the desk does --- */

static void
write_attendance (ShinsaRoomPrompts     *self,
                  ShinsaPromptRow       *row,
                  ShinsaAttendanceState  state)
{
  shinsa_work_write (GTK_WIDGET (self), self->subject.service,
                     _("The attendance was not recorded"), SHINSA_KIND_ATTENDANCE_SET,
                     shinsa_state_attendance (shinsa_prompt_row_get_application (row),
                                              shinsa_prompt_row_get_member (row), state), NULL);
}

static void
left_cb (ShinsaRoomPrompts *self,
         ShinsaPromptRow   *row)
{
  write_attendance (self, row, SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
}

/* Where the member is for the rest of the meeting. */
static void
returned_cb (ShinsaRoomPrompts *self,
             ShinsaPromptRow   *row)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  ShinsaAttendanceState state = shinsa_attendance_row_find_state (
    round, NULL, shinsa_prompt_row_get_member (row));

  write_attendance (self, row, shinsa_attendance_is_present (state) ? state
                                                                    : SHINSA_ATTENDANCE_IN_ROOM);
}

static void
go_cb (ShinsaRoomPrompts *self,
       ShinsaPromptRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.application", "s",
                              shinsa_prompt_row_get_application (row));
}

/* --- Rows --- */

static ShinsaPromptRow *
ensure_row (ShinsaRoomPrompts *self,
            const char        *what,
            const char        *application,
            const char        *member,
            const char        *button,
            GCallback          pressed)
{
  g_autofree char *key = g_strjoin ("\n", what, application, member, NULL);
  GtkWidget *row = shinsa_row_keeper_find (self->rows, key);

  if (row == NULL)
    {
      row = shinsa_prompt_row_new (application, member, button);
      g_signal_connect_object (row, "pressed", pressed, self, G_CONNECT_SWAPPED);
      shinsa_row_keeper_add (self->rows, key, row);
    }
  return SHINSA_PROMPT_ROW (row);
}

static const char *
name_application (const ShinsaRound *round,
                  const char        *application)
{
  return shinsa_text_get (&shinsa_round_dossier (round, application)->name);
}

static void
show_elsewhere (ShinsaRoomPrompts *self,
                const ShinsaRound *round,
                const char        *running)
{
  /* Translators: the names of two applicants. */
  g_autofree char *text = g_strdup_printf (_("The interview of %s is running. What is written here "
                                             "is about %s."),
                                           name_application (round, running),
                                           name_application (round, self->subject.application));

  shinsa_prompt_row_show (ensure_row (self, "elsewhere", running, "", _("_Turn to It"),
                                      G_CALLBACK (go_cb)), text);
}

static char *
tell_leaving (const ShinsaRound *round,
              const char        *application,
              const char        *member)
{
  const char *applicant = name_application (round, application);
  g_autofree char *name = NULL;

  if (!round->is_desk)
    /* Translators: the name of an applicant. */
    return g_strdup_printf (_("You take no part in the application of %s. Please leave until its "
                              "interview is over."), applicant);
  name = shinsa_member_label (round, member, TRUE);
  /* Translators: the names of a member and of an applicant. */
  return g_strdup_printf (_("%s takes no part in the application of %s and has to leave for its "
                            "interview."), name, applicant);
}

/* The desk sees to all of them, anybody else to themselves. */
static void
show_leaving (ShinsaRoomPrompts *self,
              const ShinsaRound *round,
              const char        *application)
{
  g_autoptr (GPtrArray) members = shinsa_interview_must_leave (round, application);

  for (guint i = 0; i < members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (members, i);
      g_autofree char *text = NULL;

      if (!round->is_desk && !g_str_equal (member->id, round->member))
        continue;
      text = tell_leaving (round, application, member->id);
      shinsa_prompt_row_show (ensure_row (self, round->is_desk ? "leave" : "leave yourself",
                                          application, member->id,
                                          round->is_desk ? _("Has _Left") : NULL,
                                          G_CALLBACK (left_cb)), text);
    }
}

static void
show_returning (ShinsaRoomPrompts *self,
                const ShinsaRound *round,
                const char        *application)
{
  g_autoptr (GPtrArray) members = shinsa_interview_may_return (round, application);

  for (guint i = 0; i < members->len && round->is_desk; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (members, i);
      g_autofree char *name = shinsa_member_label (round, member->id, TRUE);
      /* Translators: the names of a member and of an applicant. */
      g_autofree char *text = g_strdup_printf (_("%s left for an interest. The interview of %s is "
                                                 "over, so this member may come back."),
                                               name, name_application (round, application));

      shinsa_prompt_row_show (ensure_row (self, "return", application, member->id, _("Is _Back"),
                                          G_CALLBACK (returned_cb)), text);
    }
}

static void
refresh (gpointer widget)
{
  ShinsaRoomPrompts *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *application = self->subject.application;
  const char *running = round != NULL ? shinsa_interview_running (round) : NULL;

  shinsa_row_keeper_begin (self->rows);
  if (running != NULL && !g_str_equal (running, application))
    show_elsewhere (self, round, running);
  if (running != NULL)
    show_leaving (self, round, running);
  else if (round != NULL && !shinsa_interview_timer (round, application).over)
    show_leaving (self, round, application);
  else if (round != NULL)
    show_returning (self, round, application);
  shinsa_row_keeper_end (self->rows);
  gtk_widget_set_visible (widget,
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

/* --- The object --- */

static void
shinsa_room_prompts_dispose (GObject *object)
{
  ShinsaRoomPrompts *self = SHINSA_ROOM_PROMPTS (object);

  shinsa_subject_dispose (self);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);

  G_OBJECT_CLASS (shinsa_room_prompts_parent_class)->dispose (object);
}

static void
shinsa_room_prompts_class_init (ShinsaRoomPromptsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shinsa_room_prompts_dispose;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaRoomPrompts, subject), refresh);
}

static void
shinsa_room_prompts_init (ShinsaRoomPrompts *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "room-prompts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To be done in the room"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  self->rows = shinsa_row_keeper_new (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
