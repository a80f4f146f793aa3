/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-input.h"

#include "documents/shinsa-page-text.h"

#include <math.h>

#define ZOOM_STEP 1.1        /* for one click of the wheel */
#define LINE 48              /* pixels that an arrow scrolls */
#define MOST_SPEED 60        /* pixels a frame, while a selection is drawn out of the window */
#define STATE_KEY "shinsa-page-input"

typedef struct {
  ShinsaPageView *view;
  double          x;           /* where the pointer is */
  double          y;
  guint           ticks;       /* scrolls on while a selection is drawn out of the window */
  double          zoom;        /* at the start of a pinch */
  double          panned_x;    /* how far has been gone with the middle button */
  double          panned_y;
} Input;

/* --- Selecting --- */

static void
select_run (ShinsaPageView *view,
            int             page,
            int             at,
            int             n_press)
{
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (view);
  const ShinsaPdfText *text = shinsa_page_selection_get_text (selection, page);
  int first = at;
  int length = 0;

  if (text != NULL && n_press == 2)
    shinsa_page_text_word (text, at, &first, &length);
  else if (text != NULL && n_press > 2)
    shinsa_page_text_line (text, at, &first, &length);
  shinsa_page_selection_select (selection, page, first, length);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            Input           *input)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (input->view);
  int page;
  int at;

  gtk_widget_grab_focus (GTK_WIDGET (input->view));
  if (selection == NULL)
    return;
  shinsa_page_view_hit (input->view, x, y, &page, &at);
  if ((state & GDK_SHIFT_MASK) != 0)
    shinsa_page_selection_extend (selection, page, at);
  else
    select_run (input->view, page, at, n_press);
}

static void
extend (Input *input)
{
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (input->view);
  int page;
  int at;

  if (selection == NULL)
    return;
  shinsa_page_view_hit (input->view, input->x, input->y, &page, &at);
  shinsa_page_selection_extend (selection, page, at);
}

static double
beyond (double value,
        double length)
{
  double distance = value < 0 ? value : MAX (value - length, 0);

  return CLAMP (distance, -MOST_SPEED, MOST_SPEED);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Input *input = data;
  double dx = beyond (input->x, gtk_widget_get_width (widget));
  double dy = beyond (input->y, gtk_widget_get_height (widget));

  if (dx != 0 || dy != 0)
    {
      shinsa_page_view_scroll (input->view, dx, dy);
      extend (input);
    }
  return G_SOURCE_CONTINUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                Input          *input)
{
  GtkWidget *widget = GTK_WIDGET (input->view);
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!gtk_drag_check_threshold (widget, 0, 0, (int) offset_x, (int) offset_y) &&
      input->ticks == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  input->x = x + offset_x;
  input->y = y + offset_y;
  extend (input);
  if (input->ticks == 0)
    input->ticks = gtk_widget_add_tick_callback (widget, tick_cb, input, NULL);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             Input          *input)
{
  if (input->ticks != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (input->view), input->ticks);
  input->ticks = 0;
}

/* --- Going about --- */

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           Input                    *input)
{
  int page;
  int at;

  input->x = x;
  input->y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (input->view),
                                   shinsa_page_view_hit (input->view, x, y, &page, &at)
                                   ? "text" : NULL);
}

static void
pan_begin_cb (GtkGestureDrag *gesture,
              double          x,
              double          y,
              Input          *input)
{
  input->panned_x = 0;
  input->panned_y = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (input->view), "grabbing");
}

static void
pan_update_cb (GtkGestureDrag *gesture,
               double          offset_x,
               double          offset_y,
               Input          *input)
{
  shinsa_page_view_scroll (input->view, input->panned_x - offset_x, input->panned_y - offset_y);
  input->panned_x = offset_x;
  input->panned_y = offset_y;
}

static void
pan_end_cb (GtkGestureDrag *gesture,
            double          offset_x,
            double          offset_y,
            Input          *input)
{
  gtk_widget_set_cursor (GTK_WIDGET (input->view), NULL);
}

/* Without Ctrl the wheel is for the scrolled window. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           Input                    *input)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  shinsa_page_view_zoom_to (input->view,
                            shinsa_page_view_get_zoom (input->view) * pow (ZOOM_STEP, -dy),
                            input->x, input->y);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                Input            *input)
{
  input->zoom = shinsa_page_view_get_zoom (input->view);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          Input          *input)
{
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  shinsa_page_view_zoom_to (input->view, input->zoom * scale, x, y);
}

static void
add_selecting (GtkWidget *widget,
               Input     *input)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), input);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), input);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), input);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
}

static void
add_panning (GtkWidget *widget,
             Input     *input)
{
  GtkGesture *pan = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), input);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), input);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end_cb), input);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));
}

static void
add_zooming (GtkWidget *widget,
             Input     *input)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), input);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), input);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), input);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), input);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/**
 * shinsa_page_input_attach:
 * @view: a new view
 *
 * Lets the view be used by mouse and touchpad.
 */
void
shinsa_page_input_attach (ShinsaPageView *view)
{
  Input *input = g_new0 (Input, 1);

  g_return_if_fail (SHINSA_IS_PAGE_VIEW (view));

  input->view = view;
  g_object_set_data_full (G_OBJECT (view), STATE_KEY, input, g_free);
  add_selecting (GTK_WIDGET (view), input);
  add_panning (GTK_WIDGET (view), input);
  add_zooming (GTK_WIDGET (view), input);
}

/* --- Keys --- */

/* A window's height less a strip that joins both; where whole pages fit, page by page. */
static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  ShinsaPageView *view = SHINSA_PAGE_VIEW (widget);
  int step = g_variant_get_int32 (arguments);

  if (shinsa_page_view_fits (view, GTK_ORIENTATION_VERTICAL))
    shinsa_page_view_step (view, step);
  else
    shinsa_page_view_scroll (view, 0, step * 0.9 * gtk_widget_get_height (widget));
  return TRUE;
}

static gboolean
line_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  shinsa_page_view_scroll (SHINSA_PAGE_VIEW (widget), 0,
                           LINE * g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
side_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  ShinsaPageView *view = SHINSA_PAGE_VIEW (widget);
  int step = g_variant_get_int32 (arguments);

  if (shinsa_page_view_fits (view, GTK_ORIENTATION_HORIZONTAL))
    shinsa_page_view_step (view, step);
  else
    shinsa_page_view_scroll (view, LINE * step, 0);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  shinsa_page_view_go_to (SHINSA_PAGE_VIEW (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
select_page_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  ShinsaPageView *view = SHINSA_PAGE_VIEW (widget);
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (view);
  int page = shinsa_page_view_get_page (view);

  if (selection == NULL)
    return FALSE;
  shinsa_page_selection_select (selection, page, 0,
                                shinsa_page_text_length
                                  (shinsa_page_selection_get_text (selection, page)));
  return TRUE;
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (SHINSA_PAGE_VIEW (widget));
  g_autofree char *words = selection != NULL ? shinsa_page_selection_dup (selection) : NULL;

  if (words == NULL || *words == '\0')
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  return TRUE;
}

/**
 * shinsa_page_input_install_keys:
 * @widget_class: the class of page views
 */
void
shinsa_page_input_install_keys (GtkWidgetClass *widget_class)
{
  const struct {
    guint           keys[2];
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    int             argument;
  } keys[] = {
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, turn_cb, 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, turn_cb, -1 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, 0, turn_cb, 1 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, GDK_SHIFT_MASK, turn_cb, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, line_cb, 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, line_cb, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, side_cb, 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, side_cb, -1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, end_cb, 1 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, 0, end_cb, G_MAXINT },
    { { GDK_KEY_a, GDK_KEY_A }, GDK_CONTROL_MASK, select_page_cb, 0 },
    { { GDK_KEY_c, GDK_KEY_Insert }, GDK_CONTROL_MASK, copy_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, keys[i].keys[j], keys[i].modifiers,
                                    keys[i].func, "i", keys[i].argument);
}
