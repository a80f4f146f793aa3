/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-cell.h"
#include "entries/shinsa-statements.h"
#include "parts/shinsa-ticker.h"
#include "projection/shinsa-projection-button.h"
#include "projection/shinsa-projector.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-fixture.h"

#include <string.h>

/* --- What is in a window --- */

/* Words that must not be in front of an applicant, or of the room, put wherever a round has words
 * of members. */
#define MARKER "Zzyzx"

static gint64
tell_time (gpointer data)
{
  return *(gint64 *) data;
}

/* Other levels, names, reasons and notes than before, everywhere. */
static void
disturb (ShinsaRound *round)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (round->members, i);

      shinsa_set_string (&member->name.ja, MARKER);
      shinsa_set_string (&member->name.en, MARKER);
    }
  for (guint i = 0; i < round->reviews->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      shinsa_set_string (&review->strong, MARKER);
      shinsa_set_string (&review->weak, MARKER);
      shinsa_set_string (&review->remarks, MARKER);
      for (guint j = 0; j < review->scores->len; j++)
        {
          ShinsaScore *score = g_ptr_array_index (review->scores, j);

          score->level = 1;
          shinsa_set_string (&score->reason, MARKER);
        }
    }
}

static ShinsaRound *
make_round (gboolean disturbed)
{
  ShinsaRound *round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);

  shinsa_test_round_propose (round, "alpha", "certified", disturbed ? MARKER : "A reason.");
  if (disturbed)
    disturb (round);
  return round;
}

static GtkWidget *
show_window (ShinsaRound          *round,
             ShinsaProjectionKind  kind)
{
  GtkWidget *window = shinsa_projection_new ();

  shinsa_projection_show (SHINSA_PROJECTION (window), kind, round, "alpha");
  gtk_window_present (GTK_WINDOW (window));
  SHINSA_UI_WAIT (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 1);
  return window;
}

static GskRenderNode *
draw (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, 800, 450);
  return gtk_snapshot_free_to_node (snapshot);
}

/* As the room sees it, without what the window manager adds; there is nothing to see before the
 * first frame. */
static GBytes *
take_picture (GtkWidget *window)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (child);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  gsize stride;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  SHINSA_UI_WAIT (node != NULL || (node = draw (paintable)) != NULL);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, 800, 450));
  stride = gdk_texture_get_width (texture) * 4;
  pixels = g_malloc (stride * gdk_texture_get_height (texture));
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new (pixels, stride * gdk_texture_get_height (texture));
}

static void
collect_text (GtkWidget *widget,
              GString   *text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (SHINSA_IS_GRID_CELL (widget))
    {
      const ShinsaCell *cell = shinsa_grid_cell_get_content (SHINSA_GRID_CELL (widget));

      g_string_append_printf (text, "%s\n%s\n", cell->text, cell->label);
    }
  if (tooltip != NULL)
    g_string_append_printf (text, "%s\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

/* All that can be read in a window, however small. */
static char *
read_window (GtkWidget *window)
{
  GString *text = g_string_new (gtk_window_get_title (GTK_WINDOW (window)));

  g_string_append_c (text, '\n');
  collect_text (gtk_window_get_child (GTK_WINDOW (window)), text);
  return g_string_free (text, FALSE);
}

/* How often a screen reader would come across a word. */
static guint
count_spoken (GtkWidget  *widget,
              const char *word)
{
  const GtkAccessibleProperty said[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
  };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      /* Answers what is there instead; NULL would be that it is just this word. */
      g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                   said[i], word);

      count += found == NULL || strstr (found, word) != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_spoken (child, word);
  return count;
}

/* --- During an interview --- */

static void
start_interview (ShinsaRound *round,
                 gint64       now)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (now);
  ShinsaInterviewEvent *event = shinsa_interview_event_new ();
  const ShinsaSegment *segment = g_ptr_array_index (round->definition->segments, 0);

  event->event = SHINSA_INTERVIEW_START;
  shinsa_set_string (&event->application, "alpha");
  shinsa_set_string (&event->segment, segment->code);
  g_free (event->at);
  event->at = g_date_time_format_iso8601 (at);
  g_ptr_array_add (round->interview_events, event);
}

static void
add_segment (ShinsaRound *round)
{
  ShinsaSegment *segment = g_new0 (ShinsaSegment, 1);

  segment->code = g_strdup ("presentation");
  segment->name.ja = g_strdup ("説明");
  segment->name.en = g_strdup ("Presentation");
  segment->minutes = 20;
  g_ptr_array_add (round->definition->segments, segment);
}

static GtkWidget *
show_interview (gboolean disturbed,
                gint64   now)
{
  g_autoptr (ShinsaRound) round = make_round (disturbed);

  add_segment (round);
  start_interview (round, now - 65);
  return show_window (round, SHINSA_PROJECTION_INTERVIEW);
}

/* The same picture to the last dot, whatever members said, and whoever they are. */
static void
test_interview_pictures (void)
{
  gint64 now = 1622163600;
  GtkWidget *first;
  GtkWidget *second;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) later = NULL;

  shinsa_clock_replace (tell_time, NULL, &now);
  first = show_interview (FALSE, now);
  second = show_interview (TRUE, now);
  before = take_picture (first);
  after = take_picture (second);
  g_assert_true (g_bytes_equal (before, after));

  /* And a picture of it all: another second looks different. */
  gtk_window_destroy (GTK_WINDOW (second));
  second = show_interview (TRUE, now - 1);
  later = take_picture (second);
  g_assert_false (g_bytes_equal (before, later));
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
  shinsa_clock_replace (NULL, NULL, NULL);
}

static void
test_interview_words (void)
{
  gint64 now = 1622163600;
  GtkWidget *window;
  g_autofree char *text = NULL;

  shinsa_clock_replace (tell_time, NULL, &now);
  window = show_interview (TRUE, now);
  text = read_window (window);
  g_assert_cmpstr (text, ==, "Projection\nAlpha Valley\nPresentation\n18:55\nTime left\n");
  g_assert_cmpuint (count_spoken (window, MARKER), ==, 0);
  g_assert_cmpuint (count_spoken (window, "level"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  shinsa_clock_replace (NULL, NULL, NULL);
}

/* --- While the committee deliberates --- */

static void
test_deliberation_words (void)
{
  g_autoptr (ShinsaRound) round = make_round (TRUE);
  GtkWidget *window = show_window (round, SHINSA_PROJECTION_DELIBERATION);
  g_autofree char *text = read_window (window);

  g_assert_null (strstr (text, MARKER));
  g_assert_nonnull (strstr (text, "\nA\nB\nC\n"));
  g_assert_nonnull (strstr (text, "Member C, "));
  g_assert_nonnull (strstr (text, "level 1 of 4"));
  g_assert_nonnull (strstr (text, "\nProvisional: "));
  g_assert_cmpuint (count_spoken (window, MARKER), ==, 0);
  g_assert_cmpuint (count_spoken (window, "level 1 of 4"), ==, 9);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Levels are drawn; names, reasons and notes are not. */
static void
test_deliberation_pictures (void)
{
  g_autoptr (ShinsaRound) round = make_round (FALSE);
  g_autoptr (ShinsaRound) other = make_round (FALSE);
  ShinsaReview *review = g_ptr_array_index (other->reviews, 0);
  GtkWidget *first;
  GtkWidget *second;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) changed = NULL;

  for (guint i = 0; i < other->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (other->members, i);

      shinsa_set_string (&member->name.ja, MARKER);
      shinsa_set_string (&member->name.en, MARKER);
    }
  for (guint i = 0; i < review->scores->len; i++)
    shinsa_set_string (&((ShinsaScore *) g_ptr_array_index (review->scores, i))->reason, MARKER);
  shinsa_set_string (&review->remarks, MARKER);
  first = show_window (round, SHINSA_PROJECTION_DELIBERATION);
  second = show_window (other, SHINSA_PROJECTION_DELIBERATION);
  before = take_picture (first);
  after = take_picture (second);
  g_assert_true (g_bytes_equal (before, after));

  ((ShinsaScore *) g_ptr_array_index (review->scores, 0))->level = 1;
  shinsa_projection_show (SHINSA_PROJECTION (second), SHINSA_PROJECTION_DELIBERATION, other,
                          "alpha");
  changed = take_picture (second);
  g_assert_false (g_bytes_equal (before, changed));
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
}

/* Levels that were given are not in the window before all may see them. */
static void
test_deliberation_early (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  GtkWidget *window = show_window (round, SHINSA_PROJECTION_DELIBERATION);
  g_autofree char *text = read_window (window);

  g_assert_null (strstr (text, "level "));
  g_assert_nonnull (strstr (text, "The levels of this application cannot be shown yet."));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is blanked is not only covered. */
static void
test_blank (void)
{
  g_autoptr (ShinsaRound) round = make_round (TRUE);
  GtkWidget *window = show_window (round, SHINSA_PROJECTION_DELIBERATION);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  shinsa_projection_set_blank (SHINSA_PROJECTION (window), TRUE);
  text = read_window (window);
  g_assert_cmpstr (text, ==, "Projection\n");
  shinsa_projection_set_blank (SHINSA_PROJECTION (window), FALSE);
  again = read_window (window);
  g_assert_nonnull (strstr (again, "level 1 of 4"));

  /* Nor do the levels stay where another kind is shown. */
  shinsa_projection_show (SHINSA_PROJECTION (window), SHINSA_PROJECTION_INTERVIEW, round, "alpha");
  g_free (g_steal_pointer (&again));
  again = read_window (window);
  g_assert_null (strstr (again, "level "));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Who decides what is shown --- */

typedef struct {
  ShinsaUiFixture  ui;
  GtkWindow       *window;
  GtkWidget       *button;
  ShinsaProjector *projector;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  shinsa_ui_fixture_set_up (&fixture->ui, identity);
  fixture->window = GTK_WINDOW (adw_application_window_new (NULL));
  fixture->projector = shinsa_projector_new (fixture->window);
  fixture->button = g_object_new (SHINSA_TYPE_PROJECTION_BUTTON, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), fixture->button);
  g_object_set (fixture->projector, "service", fixture->ui.service, "application", "north", NULL);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  g_assert_finalize_object (fixture->projector);
  gtk_window_destroy (fixture->window);
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static void
choose (Fixture    *fixture,
        const char *kind)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "projection",
                                      g_variant_new_string (kind));
}

static const char *
button_of (Fixture *fixture)
{
  return gtk_menu_button_get_label (
    GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (fixture->button))));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static const char *
told (void)
{
  return gtk_label_get_label (GTK_LABEL (adw_message_dialog_get_extra_child (find_dialog ())));
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
act (Fixture  *fixture,
     const char *kind,
     JsonNode *body)
{
  gint64 before = shinsa_service_get_round (fixture->ui.service)->seq;

  shinsa_test_session_state (&fixture->ui.other, "desk", kind, body);
  SHINSA_UI_WAIT (shinsa_service_get_round (fixture->ui.service)->seq > before);
}

static void
test_interview (Fixture       *fixture,
                gconstpointer  identity)
{
  g_assert_cmpstr (button_of (fixture), ==, "Not projecting");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "project", NULL);
  g_assert_nonnull (shinsa_projector_get_projection (fixture->projector));
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "blank-projection",
                                      g_variant_new_boolean (TRUE));
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: blank");

  /* Whoever closes the window ends it, and nothing is blanked the next time. */
  gtk_window_close (GTK_WINDOW (shinsa_projector_get_projection (fixture->projector)));
  SHINSA_UI_WAIT (shinsa_projector_get_projection (fixture->projector) == NULL);
  g_assert_cmpstr (button_of (fixture), ==, "Not projecting");
  choose (fixture, "interview");
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "project", NULL);
  g_assert_null (shinsa_projector_get_projection (fixture->projector));
}

static void
close_paper (Fixture *fixture)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  static const char * const applications[] = { "north", "south" };
  ShinsaTestSession *other = &fixture->ui.other;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members) * G_N_ELEMENTS (applications); i++)
    {
      shinsa_test_session_be (other, members[i / G_N_ELEMENTS (applications)]);
      shinsa_session_abstain (other->session, applications[i % G_N_ELEMENTS (applications)],
                              SHINSA_PHASE_PAPER, &error);
      g_assert_no_error (error);
    }
  act (fixture, SHINSA_KIND_PHASE_CLOSE, shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL));
}

static void
test_levels (Fixture       *fixture,
             gconstpointer  identity)
{
  /* The paper review is open. */
  choose (fixture, "deliberation");
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==,
                   "Levels are not projected");
  answer ("accept");
  g_assert_null (shinsa_projector_get_projection (fixture->projector));

  close_paper (fixture);
  choose (fixture, "deliberation");
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "Has the applicant left?");
  g_assert_cmpstr (button_of (fixture), ==, "Not projecting");
  answer ("cancel");
  g_assert_cmpstr (button_of (fixture), ==, "Not projecting");
  choose (fixture, "deliberation");
  answer ("accept");
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: levels");

  /* An applicant comes in. */
  act (fixture, SHINSA_KIND_INTERVIEW_RECORD,
       shinsa_state_interview_start ("south", "presentation"));
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
  choose (fixture, "deliberation");
  g_assert_cmpstr (told (), ==,
                   "The interview of South Community is running, so its applicant is in the room. "
                   "Stop the interview first; nothing is projected until then.");
  answer ("accept");
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
  act (fixture, SHINSA_KIND_INTERVIEW_RECORD, shinsa_state_interview_stop ("south"));
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
}

/* The levels that one person shows do not stay for another. */
static void
test_identity (Fixture       *fixture,
               gconstpointer  identity)
{
  close_paper (fixture);
  choose (fixture, "deliberation");
  answer ("accept");
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: levels");
  shinsa_ui_fixture_select (&fixture->ui, "a");
  g_assert_null (shinsa_projector_get_projection (fixture->projector));
  g_assert_cmpstr (button_of (fixture), ==, "Not projecting");

  /* The timer is no secret. */
  choose (fixture, "interview");
  shinsa_ui_fixture_select (&fixture->ui, "desk");
  g_assert_cmpstr (button_of (fixture), ==, "Projecting: interview");
  choose (fixture, "");
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  GtkWidget *window = GTK_WIDGET (shinsa_projector_get_projection (fixture->projector));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}

/* On the only screen it is a window, which one may let fill the screen. A bare display has nobody
 * who would: what is asked of it is what counts. */
static void
test_one_screen (Fixture       *fixture,
                 gconstpointer  identity)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  GtkWindow *window;

  choose (fixture, "interview");
  window = GTK_WINDOW (shinsa_projector_get_projection (fixture->projector));
  g_assert_false (gtk_window_is_fullscreen (window));
  g_signal_emit_by_name (monitors, "items-changed", 0, 0, 0);
  press (fixture, GDK_KEY_F11);
  press (fixture, GDK_KEY_F11);
  g_assert_false (gtk_window_is_fullscreen (window));
  press (fixture, GDK_KEY_Escape);
  SHINSA_UI_WAIT (shinsa_projector_get_projection (fixture->projector) == NULL);

  /* A screen that comes or goes while nothing is projected. */
  g_signal_emit_by_name (monitors, "items-changed", 0, 0, 0);
  g_assert_null (shinsa_projector_get_projection (fixture->projector));
}

static GdkMonitor *
plug_in (GListStore *monitors)
{
  g_autoptr (GdkMonitor) monitor = g_object_new (GDK_TYPE_MONITOR, "display",
                                                 gdk_display_get_default (), NULL);

  g_list_store_append (monitors, monitor);
  return monitor;
}

/* Never the screen that is worked at, in whatever order they come. */
static void
test_choose_monitor (void)
{
  g_autoptr (GListStore) monitors = g_list_store_new (GDK_TYPE_MONITOR);
  GListModel *list = G_LIST_MODEL (monitors);
  GdkMonitor *desk = plug_in (monitors);
  GdkMonitor *projector;

  g_assert_null (shinsa_projector_choose_monitor (list, desk));
  projector = plug_in (monitors);
  g_assert_true (shinsa_projector_choose_monitor (list, desk) == projector);
  g_assert_true (shinsa_projector_choose_monitor (list, projector) == desk);
  plug_in (monitors);
  g_assert_true (shinsa_projector_choose_monitor (list, desk) == projector);
  g_assert_null (shinsa_projector_choose_monitor (list, NULL));
  g_list_store_remove (monitors, 2);
  g_list_store_remove (monitors, 1);
  g_assert_null (shinsa_projector_choose_monitor (list, desk));
}

#define ADD(path, identity, function) \
  g_test_add ("/projection/" path, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/projection/interview/pictures", test_interview_pictures);
  g_test_add_func ("/projection/interview/words", test_interview_words);
  g_test_add_func ("/projection/deliberation/words", test_deliberation_words);
  g_test_add_func ("/projection/deliberation/pictures", test_deliberation_pictures);
  g_test_add_func ("/projection/deliberation/early", test_deliberation_early);
  g_test_add_func ("/projection/blank", test_blank);
  g_test_add_func ("/projection/choose-monitor", test_choose_monitor);
  ADD ("projector/interview", "desk", test_interview);
  ADD ("projector/levels", "desk", test_levels);
  ADD ("projector/identity", "desk", test_identity);
  ADD ("projector/one-screen", "desk", test_one_screen);
  return g_test_run ();
}
