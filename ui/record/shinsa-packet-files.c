/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-packet-files.h"

#include <glib/gi18n-lib.h>

#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"
#include "shinsa-packets.h"

typedef struct {
  char  *purpose;
  GFile *folder;
  char  *said;   /* made on the writer's thread */
} Out;

static void
out_free (gpointer data)
{
  Out *out = data;

  g_free (out->purpose);
  g_object_unref (out->folder);
  g_free (out->said);
  g_free (out);
}

static Out *
out_new (const char *purpose,
         GFile      *folder)
{
  Out *out = g_new0 (Out, 1);

  out->purpose = g_strdup (purpose);
  out->folder = folder;

  return out;
}

static gboolean
issue (ShinsaSession  *session,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  Out *out = data;
  g_autoptr (GPtrArray) files = NULL;

  if (!shinsa_session_issue (session, out->purpose, NULL, out->folder, &files, cancellable, error))
    return FALSE;
  out->said = g_strdup_printf (ngettext ("%u packet was issued.", "%u packets were issued.",
                                         files->len), files->len);

  return TRUE;
}

static gboolean
submit (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  Out *out = data;
  g_autofree char *name = shinsa_session_packet_name (session, SHINSA_PURPOSE_SUBMISSION, NULL,
                                                      error);
  g_autoptr (GFile) file = NULL;

  if (name == NULL)
    return FALSE;
  file = g_file_get_child (out->folder, name);
  if (!shinsa_session_write_submission (session, file, cancellable, error))
    return FALSE;
  /* Translators: name of a file. */
  out->said = g_strdup_printf (_("Written and checked: %s"), name);

  return TRUE;
}

static void
said_cb (GtkWidget *from,
         gpointer   data)
{
  Out *out = data;

  shinsa_toast (from, out->said);
}

/**
 * shinsa_packet_files_issue:
 * @from: the widget that asks
 * @service: the service, as the desk
 * @purpose: what the packets are for
 * @folder: (transfer full): where they go
 */
void
shinsa_packet_files_issue (GtkWidget     *from,
                           ShinsaService *service,
                           const char    *purpose,
                           GFile         *folder)
{
  shinsa_work (from, service, _("Issuing packets"), issue, out_new (purpose, folder), out_free,
               said_cb);
}

/**
 * shinsa_packet_files_submit:
 * @from: the widget that asks
 * @service: the service, as a member
 * @folder: (transfer full): where the packet goes
 */
void
shinsa_packet_files_submit (GtkWidget     *from,
                            ShinsaService *service,
                            GFile         *folder)
{
  shinsa_work (from, service, _("Writing my packet"), submit, out_new (NULL, folder), out_free,
               said_cb);
}
