/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-pictures.h"

#include "entries/shinsa-picture-facts.h"
#include "entries/shinsa-picture.h"
#include "rules/shinsa-round-private.h"

struct _ShinsaPictures {
  ShinsaStore *store;
  const char  *root;
  ShinsaRound *seen;   /* as an author saw it last; what a place of the register says stays so */
  ShinsaRound *now;    /* before the entry that takes effect; NULL once something changed it */
  gint64       changed;  /* the last place of the register that can have changed it */
};

/**
 * shinsa_pictures_new:
 * @store: a store, in the write of a replay
 * @root: root key of the round, hex
 *
 * Both have to outlive it.
 *
 * Returns: (transfer full): no picture yet
 */
ShinsaPictures *
shinsa_pictures_new (ShinsaStore *store,
                     const char  *root)
{
  ShinsaPictures *self = NULL;

  g_return_val_if_fail (store != NULL && root != NULL, NULL);

  self = g_new0 (ShinsaPictures, 1);
  self->store = store;
  self->root = root;

  return self;
}

void
shinsa_pictures_free (ShinsaPictures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->seen, shinsa_round_unref);
  g_clear_pointer (&self->now, shinsa_round_unref);
  g_free (self);
}

/**
 * shinsa_pictures_seen:
 * @self: pictures
 * @seq: a place in the register
 * @error: return location for an error of the store
 *
 * Where nothing has changed since, that is the round as it is now.
 *
 * Returns: (transfer none) (nullable): the round up to that place, until another one is asked for
 *   or something takes effect
 */
const ShinsaRound *
shinsa_pictures_seen (ShinsaPictures  *self,
                      gint64           seq,
                      GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->now != NULL && seq >= self->changed)
    return self->now;
  if (self->seen != NULL && self->seen->seq == seq)
    return self->seen;
  g_clear_pointer (&self->seen, shinsa_round_unref);
  self->seen = shinsa_picture_load (self->store, self->root, seq, error);

  return self->seen;
}

/**
 * shinsa_pictures_now:
 * @self: pictures
 * @seq: the place in the register where an entry is about to take effect
 * @error: return location for an error of the store
 *
 * Returns: (transfer none) (nullable): the round just before, until it changes
 */
const ShinsaRound *
shinsa_pictures_now (ShinsaPictures  *self,
                     gint64           seq,
                     GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->now == NULL)
    {
      self->now = shinsa_picture_load (self->store, self->root, seq, error);
      self->changed = seq - 1;
    }

  return self->now;
}

/**
 * shinsa_pictures_forget_now:
 * @self: pictures
 *
 * To be called when anything has taken effect that is not added below.
 */
void
shinsa_pictures_forget_now (ShinsaPictures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->now, shinsa_round_unref);
}

/**
 * shinsa_pictures_add_proposal:
 * @self: pictures
 * @row: a proposal that has just taken effect
 * @waivers: (transfer full) (element-type ShinsaWaiver): its waivers
 */
void
shinsa_pictures_add_proposal (ShinsaPictures          *self,
                              const ShinsaProposalRow *row,
                              GPtrArray               *waivers)
{
  g_autoptr (GPtrArray) owned = waivers;
  ShinsaProposal *proposal = NULL;

  g_return_if_fail (self != NULL && row != NULL && waivers != NULL);

  if (self->now == NULL)
    return;
  proposal = shinsa_picture_proposal (row);
  g_ptr_array_unref (proposal->waivers);
  proposal->waivers = g_steal_pointer (&owned);
  g_ptr_array_add (self->now->proposals, proposal);
  self->changed = row->seq;
}

/**
 * shinsa_pictures_add_confirmation:
 * @self: pictures
 * @row: a confirmation that has just taken effect
 */
void
shinsa_pictures_add_confirmation (ShinsaPictures              *self,
                                  const ShinsaConfirmationRow *row)
{
  g_return_if_fail (self != NULL && row != NULL);

  if (self->now == NULL)
    return;
  g_ptr_array_add (self->now->confirmations, shinsa_picture_confirmation (row));
  shinsa_round_settle_confirmations (self->now);
  self->changed = row->seq;
}
