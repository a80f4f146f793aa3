/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-indicator-table.h"

#include "model/shinsa-keyed-list.h"
#include "model/shinsa-row.h"
#include "review/shinsa-dossier-words.h"
#include "review/shinsa-indicator-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Which cell of a row a column shows; the label is the row's title. */
enum {
  CELL_BASELINE,
  CELL_TARGET,
  CELL_RAW,
  N_CELLS
};

#define CELL_LABEL N_CELLS

struct _ShinsaIndicatorTable
{
  AdwBin               parent_instance;

  GtkNoSelection      *selection;
  GtkColumnViewColumn *label_column;
  GtkColumnViewColumn *baseline_column;
  GtkColumnViewColumn *target_column;
  GtkColumnViewColumn *raw_column;

  ShinsaKeyedList     *rows;  /* (element-type ShinsaRow), keys say all */
};

G_DEFINE_FINAL_TYPE (ShinsaIndicatorTable, shinsa_indicator_table, ADW_TYPE_BIN)

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

/* The target has the bar below it. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label ());
  if (GPOINTER_TO_UINT (data) == CELL_TARGET)
    {
      GtkWidget *bar = shinsa_indicator_bar_new ();

      gtk_widget_set_halign (bar, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), bar);
    }
  gtk_list_item_set_child (item, box);
}

static void
show_bar (GtkWidget        *bar,
          const ShinsaCell *cell)
{
  gboolean drawn = !isnan (cell->shade);

  gtk_widget_set_visible (bar, drawn);
  if (drawn)
    shinsa_indicator_bar_show (SHINSA_INDICATOR_BAR (bar), cell->shade, cell->order, cell->label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  ShinsaRow *row = gtk_list_item_get_item (item);
  guint number = GPOINTER_TO_UINT (data);
  const ShinsaCell *cell = number != CELL_LABEL ? shinsa_row_get_cell (row, number) : NULL;
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label), cell != NULL ? cell->text : shinsa_row_get_title (row));
  if (number == CELL_TARGET)
    show_bar (gtk_widget_get_next_sibling (label), cell);
}

static void
set_factory (GtkColumnViewColumn *column,
             guint                cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (cell));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (cell));
  gtk_column_view_column_set_factory (column, factory);
  g_object_unref (factory);
}

static void
shinsa_indicator_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_INDICATOR_TABLE);
  g_clear_object (&SHINSA_INDICATOR_TABLE (object)->rows);

  G_OBJECT_CLASS (shinsa_indicator_table_parent_class)->dispose (object);
}

static void
shinsa_indicator_table_class_init (ShinsaIndicatorTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_indicator_table_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/review/shinsa-indicator-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaIndicatorTable, selection);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIndicatorTable, label_column);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIndicatorTable, baseline_column);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIndicatorTable, target_column);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIndicatorTable, raw_column);
}

static void
shinsa_indicator_table_init (ShinsaIndicatorTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  set_factory (self->label_column, CELL_LABEL);
  set_factory (self->baseline_column, CELL_BASELINE);
  set_factory (self->target_column, CELL_TARGET);
  set_factory (self->raw_column, CELL_RAW);
}

/* What the target says, and where the bar goes from and to. */
static ShinsaCell *
make_target (const ShinsaIndicator *indicator,
             const char            *baseline,
             const char            *target)
{
  ShinsaCell *cell;
  double from;
  double to;

  if (!shinsa_indicator_goes (indicator, &from, &to))
    return shinsa_cell_new (SHINSA_CELL_WORDS, target, NULL);
  cell = shinsa_cell_new (SHINSA_CELL_WORDS, target,
                          /* Translators: where an indicator starts, and its target. */
                          g_strdup_printf (_("from %s to %s"), baseline, target));
  cell->shade = from;
  cell->order = to;
  return cell;
}

/* The key says all of the row, since its cells do not follow a row that changes. */
static ShinsaRow *
make_row (const ShinsaIndicator *indicator,
          guint                  number)
{
  g_autofree char *baseline = shinsa_indicator_point_text (indicator, indicator->baseline);
  g_autofree char *target = shinsa_indicator_point_text (indicator, indicator->target);
  g_autofree char *key = g_strdup_printf ("%u\n%s\n%s\n%s\n%s", number,
                                          shinsa_text_get (&indicator->label), baseline, target,
                                          indicator->raw);
  ShinsaRow *row = shinsa_row_new (key, shinsa_text_get (&indicator->label), NULL);

  shinsa_row_take_cell (row, shinsa_cell_new (SHINSA_CELL_WORDS, baseline, NULL));
  shinsa_row_take_cell (row, make_target (indicator, baseline, target));
  shinsa_row_take_cell (row, shinsa_cell_new (SHINSA_CELL_WORDS, indicator->raw, NULL));
  return row;
}

/**
 * shinsa_indicator_table_show:
 * @self: a table
 * @dossier: (not nullable): whose indicators to show
 */
void
shinsa_indicator_table_show (ShinsaIndicatorTable *self,
                             const ShinsaDossier  *dossier)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SHINSA_IS_INDICATOR_TABLE (self));
  g_return_if_fail (dossier != NULL);

  for (guint i = 0; i < dossier->indicators->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (dossier->indicators, i), i));
  shinsa_keyed_list_update (self->rows, rows);
}
