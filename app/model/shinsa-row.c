/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shinsa-row.h"

#include "rules/shinsa-labels.h"

#include <math.h>

struct _ShinsaRow
{
  GObject    parent_instance;

  char      *key;
  char      *title;
  char      *note;
  GPtrArray *tags;           /* (element-type utf8), what rows are filtered by */
  char      *folded;         /* title and note for the search, made when first needed */
  GPtrArray *cells;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_NOTE,
  PROP_CELLS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
shinsa_row_keyed_get_key (ShinsaKeyed *keyed)
{
  return SHINSA_ROW (keyed)->key;
}

static gboolean
same_cells (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!shinsa_cell_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
adopt_text (char       **text,
            const char  *newer)
{
  if (g_strcmp0 (*text, newer) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (newer);
  return TRUE;
}

static void
shinsa_row_keyed_adopt (ShinsaKeyed *keyed,
                        ShinsaKeyed *other)
{
  ShinsaRow *self = SHINSA_ROW (keyed);
  ShinsaRow *newer = SHINSA_ROW (other);

  if (self == newer)
    return;
  g_ptr_array_unref (self->tags);
  self->tags = g_ptr_array_ref (newer->tags);
  if (adopt_text (&self->title, newer->title))
    {
      g_clear_pointer (&self->folded, g_free);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (adopt_text (&self->note, newer->note))
    {
      g_clear_pointer (&self->folded, g_free);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
    }
  if (!same_cells (self->cells, newer->cells))
    {
      g_ptr_array_unref (self->cells);
      self->cells = g_ptr_array_ref (newer->cells);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CELLS]);
    }
}

static void
keyed_init (ShinsaKeyedInterface *iface)
{
  iface->get_key = shinsa_row_keyed_get_key;
  iface->adopt = shinsa_row_keyed_adopt;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ShinsaRow, shinsa_row, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SHINSA_TYPE_KEYED, keyed_init))

static void
shinsa_row_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ShinsaRow *self = SHINSA_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_CELLS:
      g_value_set_boxed (value, self->cells);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_row_finalize (GObject *object)
{
  ShinsaRow *self = SHINSA_ROW (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->note);
  g_free (self->folded);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (shinsa_row_parent_class)->finalize (object);
}

static void
shinsa_row_class_init (ShinsaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shinsa_row_get_property;
  object_class->finalize = shinsa_row_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_CELLS] = g_param_spec_boxed ("cells", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
shinsa_row_init (ShinsaRow *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_cell_unref);
}

/**
 * shinsa_row_new:
 * @note: (nullable): a smaller second line
 *
 * Returns: (transfer full): a row without cells
 */
ShinsaRow *
shinsa_row_new (const char *key,
                const char *title,
                const char *note)
{
  ShinsaRow *self = g_object_new (SHINSA_TYPE_ROW, NULL);

  g_assert (key != NULL && title != NULL);
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->note = g_strdup (note);
  return self;
}

/**
 * shinsa_row_take_cell:
 * @cell: (transfer full): the cell of the next column
 *
 * Only for whoever makes the row, before anybody sees it.
 */
void
shinsa_row_take_cell (ShinsaRow  *self,
                      ShinsaCell *cell)
{
  g_return_if_fail (SHINSA_IS_ROW (self));

  g_ptr_array_add (self->cells, cell);
}

/**
 * shinsa_row_take_titled_cell:
 * @cell: (transfer full): the cell of the next column, shared by nobody yet
 *
 * Has the title read out before what the cell says.
 */
void
shinsa_row_take_titled_cell (ShinsaRow  *self,
                             ShinsaCell *cell)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (SHINSA_IS_ROW (self));

  g_ptr_array_add (phrases, g_strdup (self->title));
  g_ptr_array_add (phrases, g_steal_pointer (&cell->label));
  cell->label = shinsa_list_text (phrases);
  shinsa_row_take_cell (self, cell);
}

/**
 * shinsa_row_set_note:
 * @note: (nullable): a smaller second line
 *
 * Only for whoever makes the row, before anybody sees it.
 */
void
shinsa_row_set_note (ShinsaRow  *self,
                     const char *note)
{
  g_return_if_fail (SHINSA_IS_ROW (self));

  adopt_text (&self->note, note);
}

/**
 * shinsa_row_add_tag:
 * @tag: a word that rows are filtered by
 *
 * Only for whoever makes the row, before anybody sees it.
 */
void
shinsa_row_add_tag (ShinsaRow  *self,
                    const char *tag)
{
  g_return_if_fail (SHINSA_IS_ROW (self));

  g_ptr_array_add (self->tags, g_strdup (tag));
}

const char *
shinsa_row_get_key (ShinsaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), NULL);

  return self->key;
}

const char *
shinsa_row_get_title (ShinsaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), NULL);

  return self->title;
}

const char *
shinsa_row_get_note (ShinsaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), NULL);

  return self->note;
}

/**
 * shinsa_row_has_tag:
 * @self: a row
 * @tag: a word that rows are filtered by
 *
 * Returns: whether the row is of that kind
 */
gboolean
shinsa_row_has_tag (ShinsaRow  *self,
                    const char *tag)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL);
}

/**
 * shinsa_row_n_cells:
 * @self: a row
 *
 * Returns: how many cells it has
 */
guint
shinsa_row_n_cells (ShinsaRow *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), 0);

  return self->cells->len;
}

/**
 * shinsa_row_get_cell:
 *
 * Returns: (transfer none) (nullable): NULL where the row is shorter than the table
 */
ShinsaCell *
shinsa_row_get_cell (ShinsaRow *self,
                     guint      column)
{
  g_return_val_if_fail (SHINSA_IS_ROW (self), NULL);

  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : NULL;
}

/* Full and half width, upper and lower case are the same to somebody who searches. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/**
 * shinsa_row_matches:
 * @words: words that must all occur in title or note, in any order
 */
gboolean
shinsa_row_matches (ShinsaRow  *self,
                    const char *words)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (SHINSA_IS_ROW (self), FALSE);

  if (words[0] == '\0')
    return TRUE;
  if (self->folded == NULL)
    {
      g_autofree char *all = g_strjoin ("\n", self->title, self->note, NULL);

      self->folded = fold (all);
    }
  folded = fold (words);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (self->folded, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * shinsa_row_compare:
 * @column: the column to sort by, or -1 for the title
 * @descending: whether the greater comes first
 *
 * Returns: below, at or above 0; what has no order comes last either way
 */
int
shinsa_row_compare (ShinsaRow *a,
                    ShinsaRow *b,
                    int        column,
                    gboolean   descending)
{
  const ShinsaCell *one, *other;
  double x, y;
  int order;

  g_return_val_if_fail (SHINSA_IS_ROW (a) && SHINSA_IS_ROW (b), 0);

  if (column < 0)
    order = g_utf8_collate (a->title, b->title);
  else
    {
      one = shinsa_row_get_cell (a, column);
      other = shinsa_row_get_cell (b, column);
      x = one != NULL ? one->order : NAN;
      y = other != NULL ? other->order : NAN;
      if (isnan (x) || isnan (y))
        return (isnan (x) ? 1 : 0) - (isnan (y) ? 1 : 0);
      order = (x > y) - (x < y);
    }
  return descending ? -order : order;
}
