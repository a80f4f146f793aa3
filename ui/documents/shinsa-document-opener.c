/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-opener.h"

#include "exchange/shinsa-safe-file.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* A document on its way to another program. */
typedef struct {
  char  *hash;
  char  *name;
  GFile *file;      /* where the program finds it */
} Opening;

/* What other programs were given, until this one ends. */
static GPtrArray *given = NULL;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->hash);
  g_free (opening->name);
  g_clear_object (&opening->file);
  g_free (opening);
}

/* A program needs a file; nobody else on the computer may read it, and it goes with the session. */
static GFile *
make_file (const char  *name,
           GError     **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "shinsa-XXXXXX", NULL);
  g_autofree char *base = g_path_get_basename (name);

  if (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700) != 0 || g_mkdtemp (folder) == NULL)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }
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
  g_autoptr (GFile) named = g_file_new_for_path (opening->name);
  g_autoptr (GError) cause = NULL;

  if (bytes == NULL)
    return FALSE;
  opening->file = make_file (opening->name, &cause);
  if (opening->file != NULL &&
      g_file_replace_contents (opening->file, g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                               NULL, cancellable, &cause))
    return TRUE;
  return shinsa_safe_file_refuse (named, cause, error);
}

static void
unpacked_cb (GtkWidget *from,
             gpointer   data)
{
  Opening *opening = data;
  g_autofree char *uri = g_file_get_uri (opening->file);
  g_autoptr (GError) error = NULL;

  if (given == NULL)
    given = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (given, g_object_ref (opening->file));
  if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    shinsa_show_error (from, _("The document cannot be opened"), error);
}

/**
 * shinsa_open_document_elsewhere:
 * @from: a widget in the window
 * @service: where the document is
 * @document: what to open
 *
 * Hands a document to the program that the desktop has for its kind.
 */
void
shinsa_open_document_elsewhere (GtkWidget                *from,
                                ShinsaService            *service,
                                const ShinsaDocumentInfo *document)
{
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (document != NULL && document->held);

  opening = g_new0 (Opening, 1);
  opening->hash = g_strdup (document->hash);
  opening->name = g_strdup (document->name);
  shinsa_work (from, service, _("Opening the document"), unpack, opening, opening_free,
               unpacked_cb);
}

/**
 * shinsa_take_back_documents:
 *
 * Deletes the files that shinsa_open_document_elsewhere() made. Called when the program ends.
 */
void
shinsa_take_back_documents (void)
{
  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      GFile *file = g_ptr_array_index (given, i);
      g_autoptr (GFile) folder = g_file_get_parent (file);

      /* Another program may have put something beside it; then the folder stays. */
      if (g_file_delete (file, NULL, NULL))
        g_file_delete (folder, NULL, NULL);
    }
  g_clear_pointer (&given, g_ptr_array_unref);
}
