/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-dot-plot.h"

#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-settle.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LINE_HEIGHT 46
#define AXIS_HEIGHT 24
#define RADIUS 9
#define SPACING 21            /* from dot to dot */
#define GAP 10
#define N_MARKS (SHINSA_MARK_VOID + 1)

typedef struct {
  char    *letter;
  int      place;             /* of the level, lowest first */
  gboolean filled;            /* given after the interview */
  gboolean own;
} Dot;

typedef struct {
  char      *title;
  char      *figure;          /* "5 of 7" */
  char      *marks;           /* who gave no level, and why */
  char      *sentence;        /* the same in words */
  int        line;            /* the first level that reaches the threshold */
  GPtrArray *dots;            /* (element-type Dot) */
} Line;

struct _ShinsaDotPlot
{
  GtkWidget  parent_instance;

  GPtrArray *levels;          /* (element-type utf8), lowest first */
  GPtrArray *lines;           /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (ShinsaDotPlot, shinsa_dot_plot, GTK_TYPE_WIDGET)

static void
dot_free (gpointer data)
{
  Dot *dot = data;

  g_free (dot->letter);
  g_free (dot);
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line->figure);
  g_free (line->marks);
  g_free (line->sentence);
  g_ptr_array_unref (line->dots);
  g_free (line);
}

/* What is to be shown. */

static int
place_of (const ShinsaDefinition *definition,
          double                  value)
{
  int place = 0;

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);

      place += level->value < value - 1e-9;
    }
  return place;
}

/* Adds the member's dot, and what the level is to the words. */
static ShinsaMark
add_member (Line               *line,
            const ShinsaRound  *round,
            const char         *application,
            const char         *requirement,
            const ShinsaMember *member,
            GPtrArray          *words)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, application, member->id);
  const ShinsaReview *review = shinsa_round_effective_review (round, application, member->id);
  const ShinsaScore *score = review != NULL ? shinsa_review_score (review, requirement) : NULL;
  ShinsaMark mark = 0;
  g_autofree char *level = NULL;
  Dot *dot;

  if (shinsa_interest_bars_from (interest, requirement))
    mark = SHINSA_MARK_RECUSED;
  else if (score == NULL)
    mark = SHINSA_MARK_MISSING;
  else if (isnan (score->level))
    mark = SHINSA_MARK_CANNOT_JUDGE;
  if (mark != 0)
    {
      g_ptr_array_add (words, g_strdup_printf ("%s %s", member->letter, shinsa_mark_name (mark)));
      return mark;
    }

  dot = g_new0 (Dot, 1);
  dot->letter = g_strdup (member->letter);
  dot->place = place_of (round->definition, score->level);
  dot->filled = review->phase == SHINSA_PHASE_INTERVIEW;
  dot->own = !round->is_desk && g_str_equal (round->member, member->id);
  g_ptr_array_add (line->dots, dot);
  level = shinsa_level_text (round->definition, score->level);
  g_ptr_array_add (words, g_strdup_printf ("%s %s", member->letter, level));
  return 0;
}

/* Such as "R: B C  –: D". */
static char *
join_marks (GString *letters[])
{
  GString *text = g_string_new (NULL);

  for (ShinsaMark mark = SHINSA_MARK_RECUSED; mark < N_MARKS; mark++)
    if (letters[mark]->len > 0)
      g_string_append_printf (text, "%s%s:%s", text->len > 0 ? "  " : "", shinsa_mark_text (mark),
                              letters[mark]->str);
  return g_string_free (text, FALSE);
}

static Line *
line_new (const ShinsaRound       *round,
          const char              *application,
          const ShinsaRequirement *requirement,
          const ShinsaAggregate   *aggregate)
{
  Line *line = g_new0 (Line, 1);
  GString *letters[N_MARKS];
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *threshold = shinsa_level_text (round->definition, requirement->threshold);

  line->title = g_strdup (shinsa_text_get (&requirement->name));
  line->dots = g_ptr_array_new_with_free_func (dot_free);
  line->line = place_of (round->definition, requirement->threshold);
  for (int i = 0; i < N_MARKS; i++)
    letters[i] = g_string_new (NULL);
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_round_is_scorer (round, member))
        {
          ShinsaMark mark = add_member (line, round, application, requirement->code, member,
                                        words);

          g_string_append_printf (letters[mark], " %s", member->letter);
        }
    }
  line->figure = aggregate->counted > 0
                 ? g_strdup_printf (_("%d of %d"), aggregate->at_or_above, aggregate->counted)
                 : g_strdup (_("no evaluators"));
  line->marks = join_marks (letters);
  for (int i = 0; i < N_MARKS; i++)
    g_string_free (letters[i], TRUE);
  list = shinsa_list_text (words);
  /* Translators: a requirement, its threshold, and each member's letter with the level. */
  line->sentence = g_strdup_printf (_("%s, threshold %s: %s."), line->title, threshold, list);
  return line;
}

/* Drawing. */

typedef struct {
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
  GdkRGBA      color;
  GdkRGBA      soft;
  GdkRGBA      accent;
  GdkRGBA      ground;
  double       left;          /* of the levels */
  double       step;          /* width of one level */
  double       right;
} Pen;

static void
draw_text (const Pen     *pen,
           const char    *text,
           const GdkRGBA *color,
           double         scale,
           double         x,
           double         y,
           double         width,
           PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (pen->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -2);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (round (x), round (y - height / 2.0)));
  gtk_snapshot_append_layout (pen->snapshot, layout, color);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_rectangle (const Pen     *pen,
                const GdkRGBA *color,
                double         x,
                double         y,
                double         width,
                double         height)
{
  gtk_snapshot_append_color (pen->snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_dot (const Pen *pen,
          const Dot *dot,
          double     x,
          double     y)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
  float edge = dot->own ? 3 : 1.5;
  float edges[4] = { edge, edge, edge, edge };
  GdkRGBA edge_colors[4] = { pen->accent, pen->accent, pen->accent, pen->accent };
  GdkRGBA fill = pen->accent;
  GskRoundedRect circle;

  fill.alpha = 0.35;
  gsk_rounded_rect_init_from_rect (&circle, &box, RADIUS);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &circle);
  gtk_snapshot_append_color (pen->snapshot, &pen->ground, &box);
  if (dot->filled)
    gtk_snapshot_append_color (pen->snapshot, &fill, &box);
  gtk_snapshot_pop (pen->snapshot);
  gtk_snapshot_append_border (pen->snapshot, &circle, edges, edge_colors);
  draw_text (pen, dot->letter, &pen->color, 0.75, x - RADIUS - 4, y, 2 * RADIUS + 8,
             PANGO_ALIGN_CENTER);
}

/* Dots of one level stand side by side, in the order of the roster; a second row follows where
 * there is no more room. */
static void
draw_dots (const Pen  *pen,
           const Line *line,
           int         place,
           double      middle)
{
  int room = MAX ((int) ((pen->step - 6) / SPACING), 1);
  int n = 0, drawn = 0, rows;

  for (guint i = 0; i < line->dots->len; i++)
    n += ((Dot *) g_ptr_array_index (line->dots, i))->place == place;
  rows = (n + room - 1) / room;
  for (guint i = 0; i < line->dots->len; i++)
    {
      const Dot *dot = g_ptr_array_index (line->dots, i);
      int row = drawn / room;
      int in_row = MIN (n - row * room, room);

      if (dot->place != place)
        continue;
      draw_dot (pen, dot,
                pen->left + (place + 0.5) * pen->step +
                (drawn % room - (in_row - 1) / 2.0) * SPACING,
                middle + (row - (rows - 1) / 2.0) * SPACING);
      drawn++;
    }
}

static void
draw_line (const Pen  *pen,
           const Line *line,
           int         n_levels,
           double      top)
{
  GdkRGBA passing = pen->accent;
  double middle = top + LINE_HEIGHT / 2.0;
  double threshold = pen->left + line->line * pen->step;

  passing.alpha = 0.07;
  draw_text (pen, line->title, &pen->color, 1, 0, middle, pen->left - GAP, PANGO_ALIGN_LEFT);
  draw_rectangle (pen, &passing, threshold, top + 2, (n_levels - line->line) * pen->step,
                  LINE_HEIGHT - 4);
  draw_rectangle (pen, &pen->soft, pen->left, middle, n_levels * pen->step, 1);
  draw_rectangle (pen, &pen->color, threshold - 1, top + 2, 2, LINE_HEIGHT - 4);
  for (int place = 0; place < n_levels; place++)
    draw_dots (pen, line, place, middle);
  draw_text (pen, line->figure, &pen->color, 1, pen->left + n_levels * pen->step + GAP,
             middle - (line->marks[0] != '\0' ? 8 : 0), pen->right, PANGO_ALIGN_LEFT);
  draw_text (pen, line->marks, &pen->color, 0.8, pen->left + n_levels * pen->step + GAP,
             middle + 10, pen->right, PANGO_ALIGN_LEFT);
}

static Pen
pen_new (ShinsaDotPlot *self,
         GtkSnapshot   *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  Pen pen = { .widget = widget, .snapshot = snapshot, .right = 92 };
  double width = gtk_widget_get_width (widget);

  gtk_style_context_get_color (context, &pen.color);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &pen.accent))
    pen.accent = pen.color;
  if (!gtk_style_context_lookup_color (context, "window_bg_color", &pen.ground))
    pen.ground = (GdkRGBA) { 0, };
  pen.soft = pen.color;
  pen.soft.alpha *= 0.2;
  pen.left = CLAMP (width * 0.34, 110, 260);
  pen.step = floor (MAX (width - pen.left - pen.right - GAP, 0) / MAX (self->levels->len, 1));
  return pen;
}

static void
shinsa_dot_plot_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ShinsaDotPlot *self = SHINSA_DOT_PLOT (widget);
  Pen pen = pen_new (self, snapshot);

  for (guint i = 0; i < self->levels->len; i++)
    draw_text (&pen, g_ptr_array_index (self->levels, i), &pen.color, 0.9,
               pen.left + i * pen.step, AXIS_HEIGHT / 2.0, pen.step, PANGO_ALIGN_CENTER);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (&pen, g_ptr_array_index (self->lines, i), (int) self->levels->len,
               AXIS_HEIGHT + (double) i * LINE_HEIGHT);
}

static void
shinsa_dot_plot_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ShinsaDotPlot *self = SHINSA_DOT_PLOT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 360;
      *natural = 560;
    }
  else
    *minimum = *natural = AXIS_HEIGHT + (int) self->lines->len * LINE_HEIGHT;
}

static void
shinsa_dot_plot_finalize (GObject *object)
{
  ShinsaDotPlot *self = SHINSA_DOT_PLOT (object);

  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (shinsa_dot_plot_parent_class)->finalize (object);
}

static void
shinsa_dot_plot_class_init (ShinsaDotPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = shinsa_dot_plot_finalize;
  widget_class->snapshot = shinsa_dot_plot_snapshot;
  widget_class->measure = shinsa_dot_plot_measure;
  gtk_widget_class_set_css_name (widget_class, "dotplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
shinsa_dot_plot_init (ShinsaDotPlot *self)
{
  self->levels = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Levels by requirement"),
                                  -1);
}

GtkWidget *
shinsa_dot_plot_new (void)
{
  return g_object_new (SHINSA_TYPE_DOT_PLOT, NULL);
}

/**
 * shinsa_dot_plot_set:
 * @round: a picture that may show the levels of the application
 *
 * Shows what counts now.
 */
void
shinsa_dot_plot_set (ShinsaDotPlot     *self,
                     const ShinsaRound *round,
                     const char        *application)
{
  g_autoptr (GPtrArray) aggregates = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (SHINSA_IS_DOT_PLOT (self));

  g_ptr_array_set_size (self->levels, 0);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = round->definition->levels->len; i > 0; i--)
    {
      const ShinsaLevel *level = g_ptr_array_index (round->definition->levels, i - 1);

      g_ptr_array_add (self->levels, shinsa_level_text (round->definition, level->value));
    }
  aggregates = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    g_ptr_array_add (self->lines,
                     line_new (round, application,
                               g_ptr_array_index (round->definition->requirements, i),
                               g_ptr_array_index (aggregates, i)));
  description = shinsa_dot_plot_describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * shinsa_dot_plot_describe:
 *
 * Returns: (transfer full): what the picture shows, in words
 */
char *
shinsa_dot_plot_describe (ShinsaDotPlot *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SHINSA_IS_DOT_PLOT (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((Line *) g_ptr_array_index (self->lines, i))->sentence);
  return g_string_free (text, FALSE);
}
