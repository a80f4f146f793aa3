/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-fit-bin.h"

/* The slide that the child is made for; what is higher is made smaller. */
#define SLIDE_WIDTH 960
#define SLIDE_HEIGHT 540

struct _ShinsaFitBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (ShinsaFitBin, shinsa_fit_bin, ADW_TYPE_BIN)

static void
shinsa_fit_bin_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SLIDE_WIDTH : SLIDE_HEIGHT;
}

static void
shinsa_fit_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int slide_width = SLIDE_WIDTH;
  int slide_height = SLIDE_HEIGHT;
  double scale;
  int minimum;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  slide_width = MAX (slide_width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, slide_width, &minimum, NULL, NULL, NULL);
  slide_height = MAX (slide_height, minimum);
  scale = MIN ((double) width / slide_width, (double) height / slide_height);
  if (scale > 0)
    gtk_widget_allocate (child, MAX ((int) (width / scale), slide_width),
                         MAX ((int) (height / scale), slide_height), -1,
                         gsk_transform_scale (NULL, scale, scale));
}

static void
shinsa_fit_bin_class_init (ShinsaFitBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = shinsa_fit_bin_measure;
  widget_class->size_allocate = shinsa_fit_bin_size_allocate;
}

static void
shinsa_fit_bin_init (ShinsaFitBin *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
