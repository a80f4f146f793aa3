/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-document-list.h"

#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define HASH_DATA "shinsa-hash"
#define NAME_DATA "shinsa-name"

struct _ShinsaDocumentList
{
  AdwBin         parent_instance;

  GtkWidget     *empty;
  GtkListBox    *list;

  ShinsaService *service;
  char          *shown;  /* tells documents that look the same */
};

G_DEFINE_FINAL_TYPE (ShinsaDocumentList, shinsa_document_list, ADW_TYPE_BIN)

/* A document on its way to the system's viewer. */
typedef struct {
  ShinsaDocumentList *list;
  char               *hash;
  char               *name;
  GFile              *file;  /* where the viewer finds it */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->list);
  g_free (opening->hash);
  g_free (opening->name);
  g_clear_object (&opening->file);
  g_free (opening);
}

/* A viewer needs a file; nobody else on the computer may read it. */
static GFile *
make_file (const char  *name,
           GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("shinsa-XXXXXX", error);
  g_autofree char *base = NULL;

  if (folder == NULL)
    return NULL;
  base = g_path_get_basename (name);
  return g_file_new_build_filename (folder, base, NULL);
}

static gboolean
unpack (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  Opening *opening = data;
  g_autoptr (GBytes) bytes = shinsa_session_load_document (session, opening->hash, error);

  if (bytes == NULL)
    return FALSE;
  opening->file = make_file (opening->name, error);
  return opening->file != NULL &&
         g_file_replace_contents (opening->file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                  NULL, cancellable, error);
}

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (shinsa_service_run_finish (SHINSA_SERVICE (source), result, &error))
    {
      uri = g_file_get_uri (opening->file);
      g_app_info_launch_default_for_uri (uri, NULL, &error);
    }
  if (error != NULL)
    shinsa_show_error (GTK_WIDGET (opening->list), _("The document cannot be opened"), error);
}

static void
row_activated_cb (ShinsaDocumentList *self,
                  GtkListBoxRow      *row)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->list = g_object_ref (self);
  opening->hash = g_strdup (g_object_get_data (G_OBJECT (row), HASH_DATA));
  opening->name = g_strdup (g_object_get_data (G_OBJECT (row), NAME_DATA));
  shinsa_service_run_async (self->service, unpack, opening, opening_free, NULL, unpacked_cb,
                            opening);
}

static GtkWidget *
make_row (const ShinsaDocumentInfo *document)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-open-symbolic");
  g_autofree char *size = g_format_size (document->size);
  g_autofree char *title = g_markup_escape_text (document->name, -1);
  g_autofree char *subtitle = NULL;

  if (!document->held)
    subtitle = g_strdup (_("Not on this computer"));
  else if (!document->used)
    /* Translators: a size, and the reason why a document is not used. */
    subtitle = g_strdup_printf (_("%s, not used: %s"), size, document->reason);
  else
    subtitle = g_strdup (size);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_visible (icon, document->held);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), document->held);
  g_object_set_data_full (G_OBJECT (row), HASH_DATA, g_strdup (document->hash), g_free);
  g_object_set_data_full (G_OBJECT (row), NAME_DATA, g_strdup (document->name), g_free);
  return row;
}

static void
shinsa_document_list_dispose (GObject *object)
{
  ShinsaDocumentList *self = SHINSA_DOCUMENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DOCUMENT_LIST);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_document_list_parent_class)->dispose (object);
}

static void
shinsa_document_list_finalize (GObject *object)
{
  g_free (SHINSA_DOCUMENT_LIST (object)->shown);

  G_OBJECT_CLASS (shinsa_document_list_parent_class)->finalize (object);
}

static void
shinsa_document_list_class_init (ShinsaDocumentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_document_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_document_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-document-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentList, empty);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
shinsa_document_list_init (ShinsaDocumentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
fingerprint (const ShinsaDossier *dossier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);

      g_string_append_printf (text, "%s %d %d %s %s\n", document->hash, document->held,
                              document->used, document->name, document->reason);
    }
  return g_string_free (text, FALSE);
}

/**
 * shinsa_document_list_show:
 * @self: a list
 * @service: where the documents are
 * @dossier: (not nullable): whose documents to show
 */
void
shinsa_document_list_show (ShinsaDocumentList  *self,
                           ShinsaService       *service,
                           const ShinsaDossier *dossier)
{
  g_autofree char *shown = NULL;
  GtkWidget *row;

  g_return_if_fail (SHINSA_IS_DOCUMENT_LIST (self));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (dossier != NULL);

  g_set_object (&self->service, service);
  shown = fingerprint (dossier);
  if (g_strcmp0 (self->shown, shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < dossier->documents->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (dossier->documents, i)));
  gtk_widget_set_visible (self->empty, dossier->documents->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), dossier->documents->len > 0);
}
