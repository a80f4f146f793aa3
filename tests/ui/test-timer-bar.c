/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entries/shinsa-statements.h"
#include "interview/shinsa-interview-page.h"
#include "interview/shinsa-prompt-row.h"
#include "parts/shinsa-text-field.h"
#include "parts/shinsa-ticker.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-ui-fixture.h"

/* The small round: 20 minutes of presentation, 20 of questions, 10 of summary. */

typedef struct {
  ShinsaUiFixture  ui;
  GtkWidget       *page;
  gint64           now;
  gint64           steady;
} Fixture;

static guint rings;

/* In the place of GTK's: nobody hears a test. */
void
gdk_display_beep (GdkDisplay *display)
{
  rings++;
}

static gint64
tell_time (gpointer data)
{
  return ((Fixture *) data)->now;
}

static gint64
tell_steady (gpointer data)
{
  return ((Fixture *) data)->steady;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  fixture->now = g_get_real_time () / G_USEC_PER_SEC;
  shinsa_clock_replace (tell_time, NULL, fixture);
  shinsa_ui_fixture_set_up (&fixture->ui, identity);
  fixture->page = shinsa_interview_page_new ();
  g_object_set (fixture->page, "service", fixture->ui.service, "application", "north", NULL);
  shinsa_ui_fixture_show (&fixture->ui, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_clock_replace (NULL, NULL, NULL);
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static const ShinsaRound *
get_round (Fixture *fixture)
{
  return shinsa_service_get_round (fixture->ui.service);
}

static guint
count_events (Fixture *fixture)
{
  return get_round (fixture)->interview_events->len;
}

static const ShinsaInterviewEvent *
last_event (Fixture *fixture)
{
  return g_ptr_array_index (get_round (fixture)->interview_events, count_events (fixture) - 1);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *id)
{
  GtkWidget *widget = shinsa_ui_find (shinsa_ui_find (fixture->page, "timer"), id);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
is_shown (Fixture    *fixture,
          const char *id)
{
  return gtk_widget_get_visible (find (fixture, id));
}

static const char *
label_of (Fixture    *fixture,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (find (fixture, id)));
}

static void
press (Fixture    *fixture,
       const char *action)
{
  gtk_widget_activate_action (fixture->page, "interview.timer", "s", action);
}

/* Presses a key, and waits until what it does is in the register. */
static void
press_once (Fixture    *fixture,
            const char *action)
{
  guint before = count_events (fixture);

  fixture->now += 10;
  press (fixture, action);
  SHINSA_UI_WAIT (count_events (fixture) == before + 1);
}

/* So many seconds after the running segment began. */
static void
pass_to (Fixture *fixture,
         gint64   seconds)
{
  fixture->now = shinsa_interview_timer (get_round (fixture), "north").started + seconds;
  g_signal_emit_by_name (fixture->ui.service, "changed");
}

static void
assert_segment (Fixture    *fixture,
                const char *segment,
                const char *time,
                const char *note)
{
  g_assert_cmpstr (label_of (fixture, "segment"), ==, segment);
  g_assert_cmpstr (label_of (fixture, "time"), ==, time);
  g_assert_cmpstr (label_of (fixture, "note"), ==, note);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  identity)
{
  assert_segment (fixture, "Presentation", "0:00 / 20:00", "");
  g_assert_cmpstr (label_of (fixture, "next_label"), ==, "Start");
  g_assert_false (is_shown (fixture, "mark"));
  g_assert_false (is_shown (fixture, "stop"));

  press_once (fixture, "timer.next");
  g_assert_cmpint (last_event (fixture)->event, ==, SHINSA_INTERVIEW_START);
  g_assert_true (is_shown (fixture, "mark"));
  g_assert_cmpstr (label_of (fixture, "next_label"), ==, "Next");
  pass_to (fixture, 761);
  assert_segment (fixture, "Presentation", "12:41 / 20:00", "");

  /* What was left of the time is not carried on. */
  press_once (fixture, "timer.next");
  g_assert_cmpstr (last_event (fixture)->segment, ==, "questions");
  pass_to (fixture, 0);
  assert_segment (fixture, "Questions", "0:00 / 20:00", "");

  press_once (fixture, "timer.next");
  g_assert_cmpstr (last_event (fixture)->segment, ==, "summary");
  g_assert_cmpstr (label_of (fixture, "next_label"), ==, "End");
  g_assert_false (is_shown (fixture, "stop"));
  press_once (fixture, "timer.next");
  g_assert_cmpint (last_event (fixture)->event, ==, SHINSA_INTERVIEW_STOP);
  g_assert_cmpstr (label_of (fixture, "note"), ==, "The interview is over");
  g_assert_false (is_shown (fixture, "next"));

  /* Once it is over the key does nothing. */
  fixture->now += 10;
  press (fixture, "timer.next");
  press_once (fixture, "timer.resume");
  g_assert_cmpint (last_event (fixture)->event, ==, SHINSA_INTERVIEW_START);
  g_assert_cmpstr (last_event (fixture)->segment, ==, "summary");
  g_assert_cmpuint (count_events (fixture), ==, 5);
}

static void
test_warning (Fixture       *fixture,
              gconstpointer  identity)
{
  GtkWidget *bar = shinsa_ui_find (fixture->page, "timer");

  press_once (fixture, "timer.next");
  pass_to (fixture, 18 * 60 - 1);
  assert_segment (fixture, "Presentation", "17:59 / 20:00", "");
  g_assert_false (gtk_widget_has_css_class (bar, "ending"));
  pass_to (fixture, 18 * 60);
  assert_segment (fixture, "Presentation", "18:00 / 20:00", "2:00 left");
  g_assert_true (gtk_widget_has_css_class (bar, "ending"));
  pass_to (fixture, 19 * 60);
  g_assert_cmpstr (label_of (fixture, "note"), ==, "1:00 left");
  pass_to (fixture, 20 * 60 + 32);
  assert_segment (fixture, "Presentation", "+0:32", "Time is up");
  g_assert_true (gtk_widget_has_css_class (bar, "overtime"));
  g_assert_false (gtk_widget_has_css_class (bar, "ending"));

  /* A clock that was set back counts from nothing. */
  pass_to (fixture, -600);
  assert_segment (fixture, "Presentation", "0:00 / 20:00", "");
}

/* The clock of the computer is set twice while a segment runs. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  identity)
{
  press_once (fixture, "timer.next");
  shinsa_clock_replace (tell_time, tell_steady, fixture);
  pass_to (fixture, 0);
  fixture->steady += 761;
  pass_to (fixture, 761 + 3600);
  assert_segment (fixture, "Presentation", "12:41 / 20:00", "");
  fixture->steady += 9;
  pass_to (fixture, 770 - 86400);
  assert_segment (fixture, "Presentation", "12:50 / 20:00", "");

  /* Asleep for an hour and a quarter. */
  fixture->steady += 4500;
  pass_to (fixture, 770 + 4500);
  assert_segment (fixture, "Presentation", "+67:50", "Time is up");
}

static void
ring_through (Fixture *fixture)
{
  press_once (fixture, "timer.next");
  pass_to (fixture, 18 * 60 - 1);
  g_assert_cmpuint (rings, ==, 0);
  pass_to (fixture, 18 * 60);
  pass_to (fixture, 18 * 60 + 1);
}

/* Once two minutes before the end and once at the end, where one asked for it. */
static void
test_bell (Fixture       *fixture,
           gconstpointer  identity)
{
  g_autoptr (GSettings) settings = g_settings_new ("jp.shinsa.Shinsa");

  rings = 0;
  ring_through (fixture);
  g_assert_cmpuint (rings, ==, 0);

  gtk_widget_activate_action (shinsa_ui_find (fixture->page, "timer"), "settings.interview-bell",
                              NULL);
  g_assert_true (g_settings_get_boolean (settings, "interview-bell"));
  ring_through (fixture);
  g_assert_cmpuint (rings, ==, 1);
  pass_to (fixture, 20 * 60 + 1);
  pass_to (fixture, 20 * 60 + 2);
  g_assert_cmpuint (rings, ==, 2);

  /* It is no news that the time was up before. */
  shinsa_ui_fixture_select (&fixture->ui, "a");
  shinsa_ui_fixture_select (&fixture->ui, "desk");
  g_assert_cmpuint (rings, ==, 2);
  g_settings_reset (settings, "interview-bell");
}

static void
test_extend (Fixture       *fixture,
             gconstpointer  identity)
{
  g_assert_false (is_shown (fixture, "extend"));
  press_once (fixture, "timer.next");
  pass_to (fixture, 19 * 60);
  press_once (fixture, "timer.extend");
  g_assert_cmpint (last_event (fixture)->event, ==, SHINSA_INTERVIEW_EXTEND);
  g_assert_cmpint (last_event (fixture)->minutes, ==, 1);
  g_assert_cmpstr (last_event (fixture)->instructed_by, ==, "chair");
  pass_to (fixture, 19 * 60);
  assert_segment (fixture, "Presentation", "19:00 / 21:00", "2:00 left");
}

/* A key that bounces skips no segment. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  identity)
{
  press_once (fixture, "timer.next");
  fixture->now += 10;
  press (fixture, "timer.next");
  press (fixture, "timer.next");
  SHINSA_UI_WAIT (count_events (fixture) == 2);
  press (fixture, "timer.next");
  fixture->now += 1;
  press (fixture, "timer.next");
  fixture->now += 1;
  press (fixture, "timer.next");
  SHINSA_UI_WAIT (count_events (fixture) == 3);
  g_assert_cmpstr (last_event (fixture)->segment, ==, "summary");
}

/* Space and Return act on what has the focus. */
static void
test_no_focus (Fixture       *fixture,
               gconstpointer  identity)
{
  const char * const ids[] = { "next", "extend", "stop" };

  press_once (fixture, "timer.next");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (is_shown (fixture, ids[i]));
      g_assert_false (gtk_widget_grab_focus (find (fixture, ids[i])));
    }
}

static void
test_read (Fixture       *fixture,
           gconstpointer  identity)
{
  g_assert_cmpstr (label_of (fixture, "note"), ==, "The timer is run by the secretariat");
  g_assert_false (is_shown (fixture, "time"));
  g_assert_false (is_shown (fixture, "next"));
  g_assert_false (is_shown (fixture, "menu"));
  press (fixture, "timer.next");

  shinsa_test_session_state (&fixture->ui.other, "desk", SHINSA_KIND_INTERVIEW_RECORD,
                             shinsa_state_interview_start ("north", "presentation"));
  SHINSA_UI_WAIT (count_events (fixture) == 1);
  pass_to (fixture, 60);
  assert_segment (fixture, "Presentation", "1:00 / 20:00", "");
  g_assert_false (is_shown (fixture, "next"));
}

/* --- What is to be done in the room --- */

static GtkWidget *
nth_prompt (Fixture *fixture,
            guint    number)
{
  return shinsa_ui_find_type (fixture->page, SHINSA_TYPE_PROMPT_ROW, number);
}

static const char *
prompt_of (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (nth_prompt (fixture, 0), "text")));
}

static ShinsaAttendanceState
last_attendance (Fixture *fixture)
{
  GPtrArray *attendance = get_round (fixture)->attendance;

  return ((ShinsaAttendance *) g_ptr_array_index (attendance, attendance->len - 1))->state;
}

static void
test_leaving (Fixture       *fixture,
              gconstpointer  identity)
{
  ShinsaTestSession *other = &fixture->ui.other;

  g_assert_null (nth_prompt (fixture, 0));
  shinsa_test_session_state (other, "b", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "family", NULL, "A cousin."));
  shinsa_test_session_state (other, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance (NULL, "b", SHINSA_ATTENDANCE_WEB));
  SHINSA_UI_WAIT (nth_prompt (fixture, 0) != NULL);
  press_once (fixture, "timer.next");
  g_assert_cmpstr (prompt_of (fixture), ==,
                   "Member B takes no part in the application of North Community and has to leave "
                   "for its interview.");

  /* The member is asked to, and others are told nothing. */
  shinsa_ui_fixture_select (&fixture->ui, "b");
  g_assert_cmpstr (prompt_of (fixture), ==,
                   "You take no part in the application of North Community. Please leave until its "
                   "interview is over.");
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (nth_prompt (fixture, 0), "button")));
  shinsa_ui_fixture_select (&fixture->ui, "a");
  g_assert_null (nth_prompt (fixture, 0));

  shinsa_ui_fixture_select (&fixture->ui, "desk");
  shinsa_ui_click (shinsa_ui_find (nth_prompt (fixture, 0), "button"));
  SHINSA_UI_WAIT (nth_prompt (fixture, 0) == NULL);
  g_assert_cmpint (last_attendance (fixture), ==, SHINSA_ATTENDANCE_OUT_FOR_INTEREST);

  press_once (fixture, "timer.stop");
  g_assert_cmpstr (prompt_of (fixture), ==,
                   "Member B left for an interest. The interview of North Community is over, so "
                   "this member may come back.");
  shinsa_ui_click (shinsa_ui_find (nth_prompt (fixture, 0), "button"));
  SHINSA_UI_WAIT (nth_prompt (fixture, 0) == NULL);
  g_assert_cmpint (last_attendance (fixture), ==, SHINSA_ATTENDANCE_WEB);
}

/* The page may be about another application than the room. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  identity)
{
  press_once (fixture, "timer.next");
  g_object_set (fixture->page, "application", "south", NULL);
  g_assert_cmpstr (label_of (fixture, "name"), ==, "North Community");
  g_assert_cmpstr (prompt_of (fixture), ==,
                   "The interview of North Community is running. What is written here is about "
                   "South Community.");
  press_once (fixture, "timer.stop");
  g_assert_cmpstr (last_event (fixture)->application, ==, "north");
  g_assert_cmpstr (label_of (fixture, "name"), ==, "South Community");
  g_assert_null (nth_prompt (fixture, 0));
}

/* --- What became clear --- */

static const char *
clear_of (Fixture *fixture)
{
  return shinsa_interview_what_became_clear (get_round (fixture), "north");
}

static void
test_closing (Fixture       *fixture,
              gconstpointer  identity)
{
  GtkWidget *box = shinsa_ui_find (fixture->page, "closing");

  g_assert_false (gtk_widget_get_visible (box));
  press_once (fixture, "timer.next");
  g_assert_false (gtk_widget_get_visible (box));
  press_once (fixture, "timer.stop");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_false (gtk_widget_get_sensitive (shinsa_ui_find (box, "close")));

  /* What is written and not recorded stays with its application. */
  shinsa_ui_write (shinsa_ui_find (box, "field"), "The people are there.");
  g_object_set (fixture->page, "application", "south", NULL);
  g_assert_false (gtk_widget_get_visible (box));
  g_object_set (fixture->page, "application", "north", NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (box, "status"))), ==,
                   "Not recorded yet");

  shinsa_ui_click (shinsa_ui_find (box, "close"));
  SHINSA_UI_WAIT (clear_of (fixture) != NULL);
  g_assert_cmpstr (clear_of (fixture), ==, "The people are there.");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (box, "status"))), ==,
                   "Recorded");

  /* Everybody reads it. */
  shinsa_ui_fixture_select (&fixture->ui, "a");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (box, "close")));
}

static char *
dup_written (Fixture *fixture)
{
  GtkWidget *field = shinsa_ui_find (shinsa_ui_find (fixture->page, "closing"), "field");

  return shinsa_text_field_dup_text (SHINSA_TEXT_FIELD (field));
}

/* What is written is on the disk before it is recorded, for the desk alone. */
static void
test_closing_kept (Fixture       *fixture,
                   gconstpointer  identity)
{
  GtkWidget *box = shinsa_ui_find (fixture->page, "closing");
  g_autoptr (ShinsaReview) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  press_once (fixture, "timer.next");
  press_once (fixture, "timer.stop");
  shinsa_ui_write (shinsa_ui_find (box, "field"), "The people are");
  SHINSA_UI_WAIT (shinsa_service_get_draft (fixture->ui.service, "north",
                                            SHINSA_PHASE_INTERVIEW) != NULL);
  shinsa_service_flush (fixture->ui.service);
  shinsa_test_session_be (&fixture->ui.other, "desk");
  draft = shinsa_session_load_draft (fixture->ui.other.session, "north", SHINSA_PHASE_INTERVIEW,
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->remarks, ==, "The people are");
  g_assert_null (clear_of (fixture));

  shinsa_ui_fixture_select (&fixture->ui, "a");
  g_assert_false (gtk_widget_get_visible (box));
  shinsa_ui_fixture_select (&fixture->ui, "desk");
  written = dup_written (fixture);
  g_assert_cmpstr (written, ==, "The people are");

  shinsa_ui_click (shinsa_ui_find (box, "close"));
  SHINSA_UI_WAIT (clear_of (fixture) != NULL);
  shinsa_ui_fixture_select (&fixture->ui, "a");
  shinsa_ui_fixture_select (&fixture->ui, "desk");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (box, "status"))), ==,
                   "Recorded");
  g_assert_null (shinsa_service_get_draft (fixture->ui.service, "north", SHINSA_PHASE_INTERVIEW));
}

/* Who is somebody else now does not take over what was being written. */
static void
test_closing_others (Fixture       *fixture,
                     gconstpointer  identity)
{
  GtkWidget *box = shinsa_ui_find (fixture->page, "closing");
  g_autofree char *written = NULL;

  press_once (fixture, "timer.next");
  press_once (fixture, "timer.stop");
  shinsa_ui_write (shinsa_ui_find (box, "field"), "The people are");
  g_object_set (fixture->page, "application", "south", NULL);
  press_once (fixture, "timer.next");
  press_once (fixture, "timer.stop");
  written = dup_written (fixture);
  g_assert_cmpstr (written, ==, "");
}

#define ADD(path, identity, function) \
  g_test_add ("/timer-bar/" path, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("whole", "desk", test_whole);
  ADD ("warning", "desk", test_warning);
  ADD ("clock", "desk", test_clock);
  ADD ("bell", "desk", test_bell);
  ADD ("extend", "desk", test_extend);
  ADD ("twice", "desk", test_twice);
  ADD ("no-focus", "desk", test_no_focus);
  ADD ("read", "a", test_read);
  ADD ("leaving", "desk", test_leaving);
  ADD ("elsewhere", "desk", test_elsewhere);
  ADD ("closing", "desk", test_closing);
  ADD ("closing/kept", "desk", test_closing_kept);
  ADD ("closing/others", "desk", test_closing_others);
  return g_test_run ();
}
