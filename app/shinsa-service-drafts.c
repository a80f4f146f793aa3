/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service-private.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"

#include <string.h>

static char *
draft_name (const char  *application,
            ShinsaPhase  phase)
{
  return g_strdup_printf ("%s %d", application, phase);
}

void
shinsa_service_apply_draft_part (ShinsaService   *self,
                                 const char      *application,
                                 ShinsaPhase      phase,
                                 ShinsaDraftPart  part,
                                 const char      *key,
                                 const char      *value)
{
  g_autofree char *name = draft_name (application, phase);
  ShinsaReview *draft = g_hash_table_lookup (self->drafts, name);

  if (draft == NULL)
    {
      draft = shinsa_review_new ();
      shinsa_set_string (&draft->application, application);
      draft->phase = phase;
      g_hash_table_insert (self->drafts, g_steal_pointer (&name), draft);
    }
  shinsa_review_set_part (draft, part, key, value);
}

static void
apply_waiting (const char      *application,
               ShinsaPhase      phase,
               ShinsaDraftPart  part,
               const char      *key,
               const char      *value,
               gpointer         data)
{
  shinsa_service_apply_draft_part (data, application, phase, part, key, value);
}

/* What was entered while the drafts were being loaded lies over them. */
void
shinsa_service_adopt_drafts (ShinsaService *self,
                             GPtrArray     *drafts)
{
  g_hash_table_remove_all (self->drafts);
  while (drafts->len > 0)
    {
      ShinsaReview *draft = g_ptr_array_steal_index (drafts, drafts->len - 1);

      g_hash_table_replace (self->drafts, draft_name (draft->application, draft->phase), draft);
    }
  if (self->root != NULL)
    shinsa_draft_queue_foreach (self->queue, self->root, self->identity, apply_waiting, self);
}

static gboolean
is_of_application (gpointer name,
                   gpointer value,
                   gpointer application)
{
  gsize length = strlen (application);

  return strncmp (name, application, length) == 0 && ((const char *) name)[length] == ' ';
}

/* Who is recused loses the draft with everything else of the application; nothing of it may come
 * back from the queue, or by taking a step back. */
void
shinsa_service_drop_recused_drafts (ShinsaService *self)
{
  const ShinsaRound *round = self->round;

  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      if (interest->state == SHINSA_INTEREST_RECUSED && *interest->requirements == NULL &&
          g_str_equal (interest->member, round->member))
        {
          shinsa_draft_queue_drop (self->queue, self->root, self->identity, interest->application);
          g_hash_table_foreach_remove (self->histories, is_of_application, interest->application);
        }
    }
}

/**
 * shinsa_service_get_draft:
 * @self: a service
 * @application: what is reviewed
 * @phase: the phase of the review
 *
 * Returns: (transfer none) (nullable): the own draft, valid until the main loop goes on; NULL
 *   where nothing was drafted
 */
const ShinsaReview *
shinsa_service_get_draft (ShinsaService *self,
                          const char    *application,
                          ShinsaPhase    phase)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  name = draft_name (application, phase);
  return g_hash_table_lookup (self->drafts, name);
}
