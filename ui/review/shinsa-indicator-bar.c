/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-indicator-bar.h"

#include "charts/shinsa-pen.h"

#define WIDTH 96
#define HEIGHT 12
#define BAR 6
#define RADIUS 2

struct _ShinsaIndicatorBar
{
  GtkWidget parent_instance;

  double    from;
  double    to;
};

G_DEFINE_FINAL_TYPE (ShinsaIndicatorBar, shinsa_indicator_bar, GTK_TYPE_WIDGET)

static void
shinsa_indicator_bar_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* The greater of the two fills the bar. What stays is full, what changes is framed: in grey, too,
 * the one is told from the other. */
static void
shinsa_indicator_bar_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ShinsaIndicatorBar *self = SHINSA_INDICATOR_BAR (widget);
  double greatest = MAX (self->from, self->to);
  double width = gtk_widget_get_width (widget);
  double top = (gtk_widget_get_height (widget) - BAR) / 2.0;
  double stays = width * MIN (self->from, self->to) / greatest;
  double target = CLAMP (width * self->to / greatest, 1, width - 1);
  ShinsaPen pen;

  shinsa_pen_init (&pen, widget, snapshot);
  shinsa_pen_frame (&pen, self->to >= self->from ? &pen.accent : &pen.faint,
                    &GRAPHENE_RECT_INIT (0, top, width, BAR), RADIUS, 1);
  shinsa_pen_fill (&pen, self->to >= self->from ? &pen.faint : &pen.accent,
                   &GRAPHENE_RECT_INIT (0, top, stays, BAR));
  shinsa_pen_stroke (&pen, &pen.color, &GRAPHENE_POINT_INIT (target, 0),
                     &GRAPHENE_POINT_INIT (target, gtk_widget_get_height (widget)), 2);
}

static void
shinsa_indicator_bar_class_init (ShinsaIndicatorBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = shinsa_indicator_bar_measure;
  widget_class->snapshot = shinsa_indicator_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
shinsa_indicator_bar_init (ShinsaIndicatorBar *self)
{
  self->to = 1;
}

/**
 * shinsa_indicator_bar_new:
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
shinsa_indicator_bar_new (void)
{
  return g_object_new (SHINSA_TYPE_INDICATOR_BAR, NULL);
}

/**
 * shinsa_indicator_bar_show:
 * @self: a bar
 * @from: where the indicator starts, not below 0
 * @to: where it should go, not below 0, nor both of them 0
 * @words: the same in words
 */
void
shinsa_indicator_bar_show (ShinsaIndicatorBar *self,
                           double              from,
                           double              to,
                           const char         *words)
{
  g_return_if_fail (SHINSA_IS_INDICATOR_BAR (self));
  g_return_if_fail (from >= 0 && to >= 0 && from + to > 0);
  g_return_if_fail (words != NULL);

  self->from = from;
  self->to = to;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
