/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-chooser.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDocumentChooser
{
  GtkWidget    parent_instance;

  GtkDropDown *names;

  GPtrArray   *hashes;        /* (element-type utf8) of the documents that are listed */
  char        *listed;        /* tells lists that look the same */
  gboolean     listing;
};

G_DEFINE_FINAL_TYPE (ShinsaDocumentChooser, shinsa_document_chooser, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
describe (const ShinsaDocumentInfo *document)
{
  if (document->used)
    return g_strdup (document->name);
  /* Translators: the name of a document, and the reason why it is not used. */
  return g_strdup_printf (_("%s, not used: %s"), document->name, document->reason);
}

static char *
fingerprint (const ShinsaDossier *dossier)
{
  GString *text = g_string_new (dossier->id);

  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);
      g_autofree char *name = describe (document);

      g_string_append_printf (text, "\n%s %d %s", document->hash, document->held, name);
    }
  return g_string_free (text, FALSE);
}

static void
selected_cb (ShinsaDocumentChooser *self)
{
  guint position = gtk_drop_down_get_selected (self->names);
  g_autofree char *hash = NULL;

  if (self->listing || position >= self->hashes->len)
    return;
  /* Who hears of it may list other documents. */
  hash = g_strdup (g_ptr_array_index (self->hashes, position));
  g_signal_emit (self, signals[CHOSEN], 0, hash);
}

static void
shinsa_document_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_DOCUMENT_CHOOSER);

  G_OBJECT_CLASS (shinsa_document_chooser_parent_class)->dispose (object);
}

static void
shinsa_document_chooser_finalize (GObject *object)
{
  ShinsaDocumentChooser *self = SHINSA_DOCUMENT_CHOOSER (object);

  g_ptr_array_unref (self->hashes);
  g_free (self->listed);

  G_OBJECT_CLASS (shinsa_document_chooser_parent_class)->finalize (object);
}

static void
shinsa_document_chooser_class_init (ShinsaDocumentChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_document_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_document_chooser_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource
    (widget_class, "/jp/shinsa/Shinsa/documents/shinsa-document-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentChooser, names);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
shinsa_document_chooser_init (ShinsaDocumentChooser *self)
{
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_document_chooser_list:
 * @self: a chooser
 * @dossier: (not nullable): whose documents to offer
 *
 * Nothing moves when they are the same as before.
 *
 * Returns: whether they are others, or look otherwise
 */
gboolean
shinsa_document_chooser_list (ShinsaDocumentChooser *self,
                              const ShinsaDossier   *dossier)
{
  g_autofree char *listed = NULL;
  g_autoptr (GtkStringList) names = NULL;

  g_return_val_if_fail (SHINSA_IS_DOCUMENT_CHOOSER (self), FALSE);
  g_return_val_if_fail (dossier != NULL, FALSE);

  listed = fingerprint (dossier);
  if (g_strcmp0 (self->listed, listed) == 0)
    return FALSE;
  g_free (self->listed);
  self->listed = g_steal_pointer (&listed);
  names = gtk_string_list_new (NULL);
  g_ptr_array_set_size (self->hashes, 0);
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);

      gtk_string_list_take (names, describe (document));
      g_ptr_array_add (self->hashes, g_strdup (document->hash));
    }
  self->listing = TRUE;
  gtk_drop_down_set_model (self->names, G_LIST_MODEL (names));
  self->listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->hashes->len > 1);
  return TRUE;
}

/**
 * shinsa_document_chooser_select:
 * @self: a chooser
 * @hash: (nullable): the document that is shown, or %NULL for none
 *
 * Marks it as the one that is chosen; nobody is told.
 */
void
shinsa_document_chooser_select (ShinsaDocumentChooser *self,
                                const char            *hash)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (SHINSA_IS_DOCUMENT_CHOOSER (self));

  if (hash != NULL)
    g_ptr_array_find_with_equal_func (self->hashes, hash, g_str_equal, &position);
  self->listing = TRUE;
  gtk_drop_down_set_selected (self->names, position);
  self->listing = FALSE;
}
