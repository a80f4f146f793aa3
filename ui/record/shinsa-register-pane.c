/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-register-pane.h"

#include <glib/gi18n-lib.h>

#include "parts/shinsa-work.h"
#include "record/shinsa-register-item.h"
#include "shinsa-register.h"

struct _ShinsaRegisterPane
{
  AdwBin parent_instance;

  ShinsaService *service;
  char *shown;        /* round and identity that the items are of */
  gint64 seq;         /* place of the register that they go to */
  gboolean loading;

  GListStore *items;
  GtkRevealer *result_revealer;
  GtkLabel *result;
};

G_DEFINE_FINAL_TYPE (ShinsaRegisterPane, shinsa_register_pane, ADW_TYPE_BIN)

/* --- The list --- */

typedef struct {
  char      *shown;
  GPtrArray *rows;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->shown);
  g_clear_pointer (&listing->rows, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
list (ShinsaSession  *session,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Listing *listing = data;

  return (listing->rows = shinsa_session_list_register (session, error)) != NULL;
}

/* The register only grows: what is shown stays, with its place in the list and the focus. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = shinsa_service_read_finish (SHINSA_SERVICE (source), result, &error);
  g_autoptr (ShinsaRegisterPane) self = user_data;
  const Listing *listing = g_task_get_task_data (G_TASK (result));
  const ShinsaRound *round = shinsa_service_get_round (SHINSA_SERVICE (source));
  guint held = 0;

  self->loading = FALSE;
  if (round == NULL || self->service == NULL)
    return;
  if (!done)
    {
      gtk_label_set_label (self->result, error->message);
      gtk_revealer_set_reveal_child (self->result_revealer, TRUE);
      return;
    }
  /* Somebody else is selected since. */
  if (g_strcmp0 (listing->shown, self->shown) != 0)
    {
      shinsa_register_pane_refresh (self, self->service);
      return;
    }
  held = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = held; i < listing->rows->len; i++)
    {
      g_autoptr (ShinsaRegisterItem) item =
        shinsa_register_item_new (g_ptr_array_index (listing->rows, i), round);

      g_list_store_append (self->items, item);
    }
  self->seq = listing->rows->len;
  if (self->seq < round->seq)
    shinsa_register_pane_refresh (self, self->service);
}

/**
 * shinsa_register_pane_refresh:
 * @self: a pane
 * @service: where the picture comes from
 *
 * Adds what came to the register since.
 */
void
shinsa_register_pane_refresh (ShinsaRegisterPane *self,
                              ShinsaService      *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);
  g_autofree char *shown = g_strdup_printf ("%s %s", round->root, round->identity);
  Listing *listing = NULL;

  g_return_if_fail (SHINSA_IS_REGISTER_PANE (self));

  g_set_object (&self->service, service);
  if (g_strcmp0 (self->shown, shown) != 0)
    {
      g_list_store_remove_all (self->items);
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
      self->seq = 0;
      gtk_revealer_set_reveal_child (self->result_revealer, FALSE);
    }
  if (self->loading || self->seq == round->seq)
    return;
  self->loading = TRUE;
  listing = g_new0 (Listing, 1);
  listing->shown = g_strdup (self->shown);
  shinsa_service_read_async (service, list, listing, listing_free, NULL, listed_cb,
                             g_object_ref (self));
}

/* --- Verifying --- */

static gboolean
verify (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  return shinsa_session_check (session, error);
}

static void
verified_cb (GtkWidget *from,
             gpointer   data)
{
  ShinsaRegisterPane *self = SHINSA_REGISTER_PANE (from);

  gtk_label_set_label (self->result,
                       _("Verified: every hash and signature fits, and a replay gives the same "
                         "tables."));
  gtk_revealer_set_reveal_child (self->result_revealer, TRUE);
}

static void
verify_cb (ShinsaRegisterPane *self)
{
  gtk_revealer_set_reveal_child (self->result_revealer, FALSE);
  if (self->service != NULL)
    shinsa_work (GTK_WIDGET (self), self->service, _("Verifying the register"), verify, NULL, NULL,
                 verified_cb);
}

static void
shinsa_register_pane_dispose (GObject *object)
{
  ShinsaRegisterPane *self = SHINSA_REGISTER_PANE (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_REGISTER_PANE);

  G_OBJECT_CLASS (shinsa_register_pane_parent_class)->dispose (object);
}

static void
shinsa_register_pane_finalize (GObject *object)
{
  ShinsaRegisterPane *self = SHINSA_REGISTER_PANE (object);

  g_free (self->shown);

  G_OBJECT_CLASS (shinsa_register_pane_parent_class)->finalize (object);
}

static void
shinsa_register_pane_class_init (ShinsaRegisterPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_register_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_register_pane_finalize;

  g_type_ensure (SHINSA_TYPE_REGISTER_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/record/shinsa-register-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaRegisterPane, items);
  gtk_widget_class_bind_template_child (widget_class, ShinsaRegisterPane, result_revealer);
  gtk_widget_class_bind_template_child (widget_class, ShinsaRegisterPane, result);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
}

static void
shinsa_register_pane_init (ShinsaRegisterPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
