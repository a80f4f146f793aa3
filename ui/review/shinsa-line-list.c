/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-line-list.h"

/* How many narrow columns the wide one takes the room of. */
#define WIDE 2

struct _ShinsaLineList
{
  AdwBin     parent_instance;

  GtkBox    *box;
  GPtrArray *lines;  /* (element-type ShinsaLine), as they are in the box */
  int        wide;   /* the wide column of cells, from 0 */
};

G_DEFINE_FINAL_TYPE (ShinsaLineList, shinsa_line_list, ADW_TYPE_BIN)

static void
line_free (ShinsaLine *line)
{
  g_strfreev (line->cells);
  g_free (line);
}

static gboolean
lines_are_same (const ShinsaLine *a,
                const ShinsaLine *b)
{
  return a->kind == b->kind &&
         g_strv_equal ((const char * const *) a->cells, (const char * const *) b->cells);
}

/* --- Widgets --- */

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = make_label (text, "outline-text");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
make_item (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_text (text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), make_label ("•", "outline-text"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Each row is a grid of its own, and columns are parts of its width: so they are in line with each
 * other, whatever the cells say. */
static GtkWidget *
make_cells (ShinsaLineList   *self,
            const ShinsaLine *line)
{
  gboolean above = line->kind == SHINSA_LINE_COLUMNS;
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *whole = g_strjoinv (" ", line->cells);
  int column = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int i = 0; line->cells[i] != NULL; i++)
    {
      GtkWidget *label = make_label (line->cells[i], above ? "outline-above" : "outline-text");
      int width = i == self->wide ? WIDE : 1;

      gtk_widget_set_hexpand (label, TRUE);
      if (i != 0 && !above)
        gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, column, 0, width, 1);
      column += width;
    }
  gtk_widget_add_css_class (grid, above ? "outline-columns" : "outline-cells");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return grid;
}

static GtkWidget *
make_widget (ShinsaLineList   *self,
             const ShinsaLine *line)
{
  switch (line->kind)
    {
    case SHINSA_LINE_HEADING:
      return make_label (line->cells[0], "outline-heading");
    case SHINSA_LINE_ITEM:
      return make_item (line->cells[0]);
    case SHINSA_LINE_COLUMNS:
    case SHINSA_LINE_CELLS:
      return make_cells (self, line);
    case SHINSA_LINE_TEXT:
    default:
      return make_text (line->cells[0]);
    }
}

/* --- The object --- */

/* What can be selected with the pointer would be a stop of its own, line by line, on the way to
 * what there is to do; whoever reads with keys scrolls. */
static gboolean
shinsa_line_list_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return FALSE;
}

static void
shinsa_line_list_finalize (GObject *object)
{
  g_ptr_array_unref (SHINSA_LINE_LIST (object)->lines);

  G_OBJECT_CLASS (shinsa_line_list_parent_class)->finalize (object);
}

static void
shinsa_line_list_class_init (ShinsaLineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shinsa_line_list_finalize;
  GTK_WIDGET_CLASS (klass)->focus = shinsa_line_list_focus;
}

static void
shinsa_line_list_init (ShinsaLineList *self)
{
  self->lines = shinsa_lines_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "outline");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * shinsa_line_list_new:
 * @wide: the column of cells that is wider than the others, from 0
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
shinsa_line_list_new (int wide)
{
  ShinsaLineList *self = g_object_new (SHINSA_TYPE_LINE_LIST, NULL);

  self->wide = wide;
  return GTK_WIDGET (self);
}

/**
 * shinsa_lines_new:
 *
 * Returns: (transfer full) (element-type ShinsaLine): no lines
 */
GPtrArray *
shinsa_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

/**
 * shinsa_lines_add:
 * @lines: (element-type ShinsaLine): lines
 * @kind: what kind of line to add
 * @first: its text, or that of its first cell
 * @...: the texts of its other cells, and NULL
 */
void
shinsa_lines_add (GPtrArray      *lines,
                  ShinsaLineKind  kind,
                  const char     *first,
                  ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  ShinsaLine *line = g_new0 (ShinsaLine, 1);
  va_list others;

  g_return_if_fail (lines != NULL && first != NULL);

  va_start (others, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (others, const char *))
    g_strv_builder_add (cells, cell);
  va_end (others);
  line->kind = kind;
  line->cells = g_strv_builder_end (cells);
  g_ptr_array_add (lines, line);
}

/**
 * shinsa_line_list_show:
 * @self: a list
 * @lines: (transfer full) (element-type ShinsaLine): what there is to read
 */
void
shinsa_line_list_show (ShinsaLineList *self,
                       GPtrArray      *lines)
{
  GtkWidget *child;

  g_return_if_fail (SHINSA_IS_LINE_LIST (self));
  g_return_if_fail (lines != NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  for (guint i = 0; i < lines->len; i++)
    {
      const ShinsaLine *line = g_ptr_array_index (lines, i);
      GtkWidget *next = child != NULL ? gtk_widget_get_next_sibling (child) : NULL;

      if (child == NULL)
        gtk_box_append (self->box, make_widget (self, line));
      else if (!lines_are_same (line, g_ptr_array_index (self->lines, i)))
        {
          gtk_box_insert_child_after (self->box, make_widget (self, line), child);
          gtk_box_remove (self->box, child);
        }
      child = next;
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (self->box, child);
      child = next;
    }
  g_ptr_array_unref (self->lines);
  self->lines = lines;
}
