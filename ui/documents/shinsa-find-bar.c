/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-find-bar.h"

#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>

struct _ShinsaFindBar
{
  AdwBin          parent_instance;

  GtkWidget      *entry;
  GtkLabel       *count;
  GtkWidget      *previous;
  GtkWidget      *next;

  ShinsaPageView *view;
  ShinsaPdf      *pdf;            /* NULL: none is shown */
  GCancellable   *cancellable;    /* of the search that is under way */
  GPtrArray      *matches;        /* (element-type ShinsaPdfMatch) (nullable) */
  int             current;
};

G_DEFINE_FINAL_TYPE (ShinsaFindBar, shinsa_find_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tell (ShinsaFindBar *self,
      const char    *text)
{
  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_current (ShinsaFindBar *self)
{
  guint n_matches = self->matches != NULL ? self->matches->len : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->previous, n_matches > 0);
  gtk_widget_set_sensitive (self->next, n_matches > 0);
  if (self->matches != NULL && n_matches == 0)
    tell (self, _("Not found"));
  else if (n_matches > 0)
    {
      text = g_strdup_printf ("%d / %u", self->current + 1, n_matches);
      tell (self, text);
    }
  else
    tell (self, "");
  shinsa_page_view_set_matches (self->view, self->matches, n_matches > 0 ? self->current : -1);
}

/* The first on the page that is looked at, or after it. */
static int
find_nearest (ShinsaFindBar *self)
{
  int page = shinsa_page_view_get_page (self->view);

  for (guint i = 0; i < self->matches->len; i++)
    {
      const ShinsaPdfMatch *match = g_ptr_array_index (self->matches, i);

      if (match->page >= page)
        return (int) i;
    }
  return 0;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  ShinsaFindBar *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = shinsa_pdf_search_finish (SHINSA_PDF (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (matches == NULL)
    {
      shinsa_show_error (GTK_WIDGET (self), _("The words cannot be looked for"), error);
      return;
    }
  self->matches = g_steal_pointer (&matches);
  self->current = find_nearest (self);
  show_current (self);
}

static void
stop (ShinsaFindBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
}

static void
find (ShinsaFindBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  stop (self);
  show_current (self);
  if (self->pdf == NULL || *words == '\0' || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  tell (self, _("Looking…"));
  self->cancellable = g_cancellable_new ();
  shinsa_pdf_search_async (self->pdf, words, self->cancellable, found_cb, self);
}

static void
search_changed_cb (ShinsaFindBar *self)
{
  find (self);
}

static void
next_cb (ShinsaFindBar *self)
{
  shinsa_find_bar_step (self, 1);
}

static void
previous_cb (ShinsaFindBar *self)
{
  shinsa_find_bar_step (self, -1);
}

static gboolean
shinsa_find_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SHINSA_FIND_BAR (widget)->entry);
}

static void
shinsa_find_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, SHINSA_FIND_BAR (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_find_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_VIEW)
    SHINSA_FIND_BAR (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_find_bar_dispose (GObject *object)
{
  ShinsaFindBar *self = SHINSA_FIND_BAR (object);

  stop (self);
  g_clear_object (&self->pdf);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_FIND_BAR);

  G_OBJECT_CLASS (shinsa_find_bar_parent_class)->dispose (object);
}

static void
shinsa_find_bar_class_init (ShinsaFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_find_bar_get_property;
  object_class->set_property = shinsa_find_bar_set_property;
  object_class->dispose = shinsa_find_bar_dispose;
  widget_class->grab_focus = shinsa_find_bar_grab_focus;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, SHINSA_TYPE_PAGE_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/documents/shinsa-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ShinsaFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, ShinsaFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, ShinsaFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_find_bar_close);
}

static void
shinsa_find_bar_init (ShinsaFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_find_bar_set_pdf:
 * @self: a bar
 * @pdf: (transfer none) (nullable): what the view shows
 *
 * Looks for the same words in another document, as long as the bar is open.
 */
void
shinsa_find_bar_set_pdf (ShinsaFindBar *self,
                         ShinsaPdf     *pdf)
{
  g_return_if_fail (SHINSA_IS_FIND_BAR (self));

  if (g_set_object (&self->pdf, pdf))
    find (self);
}

/**
 * shinsa_find_bar_open:
 * @self: a bar
 *
 * Shows the bar, ready for other words to be typed over those that are in it.
 */
void
shinsa_find_bar_open (ShinsaFindBar *self)
{
  g_return_if_fail (SHINSA_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (self->matches == NULL)
    find (self);
}

/**
 * shinsa_find_bar_close:
 * @self: a bar
 *
 * The words stay for the next time; what was found is not marked any more.
 */
void
shinsa_find_bar_close (ShinsaFindBar *self)
{
  g_return_if_fail (SHINSA_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  stop (self);
  show_current (self);
}

/**
 * shinsa_find_bar_step:
 * @self: a bar
 * @step: how many places on, or back where it is negative; round and round
 */
void
shinsa_find_bar_step (ShinsaFindBar *self,
                      int            step)
{
  int n_matches;

  g_return_if_fail (SHINSA_IS_FIND_BAR (self));

  n_matches = self->matches != NULL ? (int) self->matches->len : 0;
  if (n_matches == 0)
    return;
  self->current = ((self->current + step) % n_matches + n_matches) % n_matches;
  show_current (self);
}
