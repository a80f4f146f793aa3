/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-acts.h"

#include "parts/shinsa-work.h"

typedef struct {
  char      *kind;
  GPtrArray *bodies;
} Acts;

static void
acts_free (gpointer data)
{
  Acts *acts = data;

  g_free (acts->kind);
  g_ptr_array_unref (acts->bodies);
  g_free (acts);
}

static gboolean
write_acts (ShinsaSession  *session,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  const Acts *acts = data;

  for (guint i = 0; i < acts->bodies->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !shinsa_session_write (session, acts->kind, g_ptr_array_index (acts->bodies, i), NULL,
                               error))
      return FALSE;
  return TRUE;
}

/**
 * shinsa_acts_write:
 * @from: the widget that asks
 * @service: the service
 * @heading: what is not done where it goes wrong, for the dialog
 * @kind: what is stated
 * @bodies: (transfer full) (element-type JsonNode): a body for each act
 *
 * Each of them holds on its own: what was written before one that is refused stays.
 */
void
shinsa_acts_write (GtkWidget     *from,
                   ShinsaService *service,
                   const char    *heading,
                   const char    *kind,
                   GPtrArray     *bodies)
{
  Acts *acts;

  g_return_if_fail (kind != NULL && bodies != NULL);

  acts = g_new0 (Acts, 1);
  acts->kind = g_strdup (kind);
  acts->bodies = bodies;
  shinsa_work (from, service, heading, write_acts, acts, acts_free, NULL);
}
