/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-timer-bar.h"

#include "entries/shinsa-statements.h"
#include "interview/shinsa-attendance-bar.h"
#include "interview/shinsa-slot-times.h"
#include "interview/shinsa-timer-words.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-subject.h"
#include "parts/shinsa-ticker.h"
#include "projection/shinsa-projection-button.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"

#include <glib/gi18n-lib.h>

/* A key that is pressed twice at once was meant once. In seconds. */
#define PATIENCE 1

struct _ShinsaTimerBar
{
  AdwBin            parent_instance;

  GtkLabel         *mark;
  GtkLabel         *name;
  GtkLabel         *slot;
  GtkLabel         *segment;
  GtkLabel         *time;
  GtkProgressBar   *progress;
  GtkLabel         *note;
  GtkWidget        *attendance;
  GtkWidget        *extend;
  GtkWidget        *stop;
  GtkWidget        *next;
  GtkLabel         *next_label;
  GtkWidget        *menu;

  ShinsaSubject     subject;
  ShinsaTicker     *ticker;
  GSettings        *settings;
  gboolean          busy;      /* an act is on its way */
  gint64            acted;     /* when the last one was asked for */
  ShinsaTimerState  state;     /* that was shown last */
  gint64            started;   /* of the segment that it was shown of */
};

G_DEFINE_FINAL_TYPE (ShinsaTimerBar, shinsa_timer_bar, ADW_TYPE_BIN)

static void refresh (gpointer widget);

/* The interview that goes on, wherever the page is; else that of the page. */
static const char *
get_application (ShinsaTimerBar *self)
{
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *running = round != NULL ? shinsa_interview_running (round) : NULL;

  return running != NULL ? running : self->subject.application;
}

/* --- What the desk does --- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (ShinsaTimerBar) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!shinsa_service_write_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_show_error (GTK_WIDGET (self), _("The interview was not recorded"), error);
}

/* What is asked for again before the first is done, or at once, was a slip. */
static void
write_event (ShinsaTimerBar *self,
             JsonNode       *body)
{
  g_autoptr (JsonNode) owned = body;
  gint64 now = shinsa_clock_now ();

  if (self->busy || ABS (now - self->acted) <= PATIENCE)
    return;
  self->busy = TRUE;
  self->acted = now;
  shinsa_service_write_async (self->subject.service, SHINSA_KIND_INTERVIEW_RECORD, owned, NULL,
                              written_cb, g_object_ref (self));
}

static JsonNode *
state_begin (const ShinsaRound   *round,
             const char          *application,
             const ShinsaSegment *segment)
{
  if (segment == NULL && round->definition->segments->len > 0)
    segment = g_ptr_array_index (round->definition->segments, 0);
  return shinsa_state_interview_start (application, segment != NULL ? segment->code : "");
}

/* The one step that comes next: the start, the segment after this one, or the end. */
static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ShinsaTimerBar *self = SHINSA_TIMER_BAR (widget);
  const char *application = get_application (self);
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  ShinsaTimer timer;

  if (round == NULL || !round->is_desk)
    return;
  timer = shinsa_interview_timer (round, application);
  if (timer.over)
    return;
  if (!timer.running)
    write_event (self, state_begin (round, application, NULL));
  else if (timer.next != NULL)
    write_event (self, shinsa_state_interview_next (application, timer.next->code));
  else
    write_event (self, shinsa_state_interview_stop (application));
}

static void
extend_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ShinsaTimerBar *self = SHINSA_TIMER_BAR (widget);
  const char *application = get_application (self);
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const ShinsaMember *chair = round != NULL ? shinsa_meeting_acting_chair (round, application)
                                            : NULL;

  if (chair != NULL)
    write_event (self, shinsa_state_interview_extend (application, 1, chair->id));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ShinsaTimerBar *self = SHINSA_TIMER_BAR (widget);

  write_event (self, shinsa_state_interview_stop (get_application (self)));
}

/* Where it was broken off, with the whole time of that segment. */
static void
resume_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ShinsaTimerBar *self = SHINSA_TIMER_BAR (widget);
  const char *application = get_application (self);
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  ShinsaTimer timer = shinsa_interview_timer (round, application);

  write_event (self, state_begin (round, application, timer.segment));
}

/* --- Showing --- */

static void
set_style (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_name (ShinsaTimerBar    *self,
           const ShinsaRound *round,
           const char        *application,
           gboolean           running)
{
  const char *name = shinsa_text_get (&shinsa_round_dossier (round, application)->name);
  g_autofree char *slot = shinsa_slot_times_text (round, application);

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), running);
  gtk_label_set_label (self->slot, slot);
  gtk_widget_set_visible (GTK_WIDGET (self->slot), !running && *slot != '\0');
}

static char *
time_text (const ShinsaTimerWords *words)
{
  if (words->state == SHINSA_TIMER_OVERTIME || *words->allotted == '\0')
    return g_strdup (words->left);
  /* Translators: the time that is gone, and the time that there is: "12:41 / 20:00". */
  return g_strdup_printf (_("%s / %s"), words->elapsed, words->allotted);
}

/* Nobody is told the seconds; a screen reader reads them out when it is asked to. */
static void
show_time (ShinsaTimerBar         *self,
           const ShinsaTimerWords *words,
           gboolean                is_desk)
{
  g_autofree char *time = time_text (words);
  gboolean running = words->state != SHINSA_TIMER_OVER && words->state != SHINSA_TIMER_WAITING;
  gboolean shown = running || (is_desk && words->state == SHINSA_TIMER_WAITING);
  gboolean led = is_desk || words->state != SHINSA_TIMER_WAITING;

  gtk_label_set_label (self->segment, words->segment);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->note, led ? words->note
                                       : _("The timer is run by the secretariat"));
  gtk_progress_bar_set_fraction (self->progress, words->fraction);
  gtk_widget_set_visible (GTK_WIDGET (self->segment), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->time), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running && *words->allotted != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          *gtk_label_get_label (self->note) != '\0');
  set_style (GTK_WIDGET (self), "ending", words->state == SHINSA_TIMER_ENDING);
  set_style (GTK_WIDGET (self), "overtime", words->state == SHINSA_TIMER_OVERTIME);
}

static void
ring (ShinsaTimerBar    *self,
      ShinsaTimerState   state,
      const ShinsaTimer *timer)
{
  gboolean comes_now = (state == SHINSA_TIMER_ENDING || state == SHINSA_TIMER_OVERTIME) &&
                       state != self->state && timer->started == self->started;

  self->state = state;
  self->started = timer->started;
  if (comes_now && g_settings_get_boolean (self->settings, "interview-bell"))
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
}

static char *
tell_next (const ShinsaTimer *timer)
{
  if (!timer->running)
    return g_strdup (_("Start the interview (Alt+N)"));
  if (timer->next == NULL)
    return g_strdup (_("End the interview (Alt+N)"));
  /* Translators: the name of a part of the interview. */
  return g_strdup_printf (_("Go on to “%s” (Alt+N)"), shinsa_text_get (&timer->next->name));
}

static void
show_controls (ShinsaTimerBar    *self,
               const ShinsaRound *round,
               const char        *application,
               const ShinsaTimer *timer)
{
  gboolean can_act = round->is_desk && !shinsa_round_dossier (round, application)->withdrawn &&
                     shinsa_round_decision (round, application) != SHINSA_DECISION_CONFIRMED;
  gboolean running = can_act && timer->running;
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *next = tell_next (timer);

  gtk_label_set_label (self->next_label, !timer->running ? C_("interview", "Start")
                                         : timer->next != NULL ? C_("interview", "Next")
                                                               : C_("interview", "End"));
  gtk_widget_set_tooltip_text (self->next, next);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  next, -1);
  gtk_widget_action_set_enabled (widget, "timer.next", can_act && !timer->over);
  gtk_widget_action_set_enabled (widget, "timer.extend",
                                 running && timer->segment != NULL &&
                                 shinsa_meeting_acting_chair (round, application) != NULL);
  gtk_widget_action_set_enabled (widget, "timer.stop", running);
  gtk_widget_action_set_enabled (widget, "timer.resume", can_act && timer->over);
  gtk_widget_set_visible (self->next, can_act && !timer->over);
  gtk_widget_set_visible (self->extend, running && timer->segment != NULL);
  gtk_widget_set_visible (self->stop, running && timer->next != NULL);
  gtk_widget_set_visible (self->menu, round->is_desk);
}

static void
show_timer (ShinsaTimerBar    *self,
            const ShinsaRound *round,
            const char        *application)
{
  g_autoptr (ShinsaTimerWords) words = shinsa_timer_words_new (round, application);
  ShinsaTimer timer = shinsa_interview_timer (round, application);

  show_time (self, words, round->is_desk);
  ring (self, words->state, &timer);
  shinsa_ticker_set_running (self->ticker, timer.running);
}

static void
tick (gpointer widget)
{
  ShinsaTimerBar *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);

  if (round != NULL)
    show_timer (self, round, get_application (self));
}

static void
refresh (gpointer widget)
{
  ShinsaTimerBar *self = widget;
  const ShinsaRound *round = shinsa_subject_get_round (&self->subject);
  const char *application = get_application (self);
  ShinsaTimer timer;

  gtk_widget_set_visible (GTK_WIDGET (self), round != NULL);
  g_object_set (self->attendance, "service", self->subject.service, "application", application,
                NULL);
  if (round == NULL)
    {
      shinsa_ticker_set_running (self->ticker, FALSE);
      return;
    }
  timer = shinsa_interview_timer (round, application);
  show_name (self, round, application, timer.running);
  show_timer (self, round, application);
  show_controls (self, round, application, &timer);
}

/* --- The object --- */

static void
shinsa_timer_bar_dispose (GObject *object)
{
  ShinsaTimerBar *self = SHINSA_TIMER_BAR (object);

  shinsa_subject_dispose (self);
  g_clear_pointer (&self->ticker, shinsa_ticker_free);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_TIMER_BAR);

  G_OBJECT_CLASS (shinsa_timer_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_ATTENDANCE_BAR);
  g_type_ensure (SHINSA_TYPE_PROJECTION_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-timer-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, mark);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, slot);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, segment);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, progress);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, note);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, attendance);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, extend);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, stop);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, next);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, next_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTimerBar, menu);
}

static void
shinsa_timer_bar_class_init (ShinsaTimerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_timer_bar_dispose;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaTimerBar, subject), refresh);

  gtk_widget_class_install_action (widget_class, "timer.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "timer.extend", NULL, extend_cb);
  gtk_widget_class_install_action (widget_class, "timer.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "timer.resume", NULL, resume_cb);
  bind_template (widget_class);
}

static void
shinsa_timer_bar_init (ShinsaTimerBar *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) bell = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->acted = G_MININT64 / 2;
  self->settings = g_settings_new ("jp.shinsa.Shinsa");
  self->ticker = shinsa_ticker_new (GTK_WIDGET (self), tick);
  bell = g_settings_create_action (self->settings, "interview-bell");
  g_action_map_add_action (G_ACTION_MAP (group), bell);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (group));
}
