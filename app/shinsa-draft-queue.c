/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-queue.h"

#include "shinsa-error.h"
#include "shinsa-worker.h"

/* One part of one draft; a newer value of the same part takes the place of an older one. */
typedef struct {
  guint           id;        /* grows in the order of the queue */
  char           *root;
  char           *identity;
  char           *application;
  ShinsaPhase     phase;
  ShinsaDraftPart part;
  char           *key;
  char           *value;     /* NULL takes the part away */
  guint           revision;  /* of the value, from 1 */
  guint           written;   /* the revision that the store holds */
  guint           writing;   /* which writing of the queue that was */
} Item;

struct _ShinsaDraftQueue {
  GMutex     mutex;
  GPtrArray *items;          /* (element-type Item), oldest first */
  guint      last_id;
  guint      writings;       /* how many values were written */
};

static void
item_free (Item *item)
{
  g_free (item->root);
  g_free (item->identity);
  g_free (item->application);
  g_free (item->key);
  g_free (item->value);
  g_free (item);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Item, item_free)

static Item *
item_copy (const Item *item)
{
  Item *copy = g_memdup2 (item, sizeof *item);

  copy->root = g_strdup (item->root);
  copy->identity = g_strdup (item->identity);
  copy->application = g_strdup (item->application);
  copy->key = g_strdup (item->key);
  copy->value = g_strdup (item->value);
  return copy;
}

static gboolean
item_is_of (const Item *item,
            const char *root,
            const char *identity)
{
  return g_str_equal (item->root, root) && g_str_equal (item->identity, identity);
}

static Item *
find_part (ShinsaDraftQueue *self,
           const Item       *like)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item_is_of (item, like->root, like->identity) && item->phase == like->phase &&
          item->part == like->part && g_str_equal (item->application, like->application) &&
          g_str_equal (item->key, like->key))
        return item;
    }
  return NULL;
}

/**
 * shinsa_draft_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
ShinsaDraftQueue *
shinsa_draft_queue_new (void)
{
  ShinsaDraftQueue *self = g_new0 (ShinsaDraftQueue, 1);

  g_mutex_init (&self->mutex);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return self;
}

/**
 * shinsa_draft_queue_free:
 * @self: (transfer full): a queue
 */
void
shinsa_draft_queue_free (ShinsaDraftQueue *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * shinsa_draft_queue_put:
 * @self: a queue
 * @root: the round
 * @identity: whose draft it is
 * @application: what is reviewed
 * @phase: the phase of the review
 * @part: which part of it
 * @key: (nullable): the requirement or number of the part
 * @value: (nullable): what was entered
 *
 * Adds a value to be written. A value of the same part that is still here is not written any more.
 */
void
shinsa_draft_queue_put (ShinsaDraftQueue *self,
                        const char       *root,
                        const char       *identity,
                        const char       *application,
                        ShinsaPhase       phase,
                        ShinsaDraftPart   part,
                        const char       *key,
                        const char       *value)
{
  g_autoptr (Item) item = g_new0 (Item, 1);
  Item *before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (root != NULL && identity != NULL && application != NULL);

  item->root = g_strdup (root);
  item->identity = g_strdup (identity);
  item->application = g_strdup (application);
  item->phase = phase;
  item->part = part;
  item->key = g_strdup (key != NULL ? key : "");
  item->value = g_strdup (value);

  g_mutex_lock (&self->mutex);
  before = find_part (self, item);
  if (before == NULL)
    {
      item->id = ++self->last_id;
      before = g_steal_pointer (&item);
      g_ptr_array_add (self->items, before);
    }
  else
    {
      g_free (before->value);
      before->value = g_steal_pointer (&item->value);
    }
  before->revision++;
  g_mutex_unlock (&self->mutex);
}

/* A copy, since the main loop may change or drop the item while it is being written. */
static Item *
next_unwritten (ShinsaDraftQueue *self,
                guint             after)
{
  Item *found = NULL;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->items->len && found == NULL; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item->id > after && item->written != item->revision)
        found = item_copy (item);
    }
  g_mutex_unlock (&self->mutex);
  return found;
}

static void
mark_written (ShinsaDraftQueue *self,
              const Item       *copy)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->id == copy->id)
        {
          item->written = copy->revision;
          item->writing = ++self->writings;
        }
    }
  g_mutex_unlock (&self->mutex);
}

static gboolean
write_item (const Item     *item,
            ShinsaSession  *session,
            GError        **error)
{
  return shinsa_session_become (session, item->root, item->identity, error) &&
         shinsa_session_set_draft (session, item->application, item->phase, item->part, item->key,
                                   item->value, error);
}

/* What a rule refuses concerns one value; anything else would meet the next value, too. */
static gboolean
concerns_one_value (const GError *error)
{
  return g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_INVALID) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE);
}

/**
 * shinsa_draft_queue_write:
 * @self: a queue
 * @session: a session that may write
 * @error: return location
 *
 * Writes in the order of the queue. What could not be written stays for another time.
 *
 * Returns: whether everything is written that was here at the beginning
 */
gboolean
shinsa_draft_queue_write (ShinsaDraftQueue  *self,
                          ShinsaSession     *session,
                          GError           **error)
{
  g_autoptr (GError) first = NULL;
  guint last = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (SHINSA_IS_SESSION (session), FALSE);

  while (first == NULL || concerns_one_value (first))
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (Item) item = next_unwritten (self, last);

      if (item == NULL)
        break;
      last = item->id;
      if (write_item (item, session, &local_error))
        mark_written (self, item);
      else if (first == NULL || !concerns_one_value (local_error))
        {
          g_clear_error (&first);
          first = g_steal_pointer (&local_error);
        }
    }

  if (first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

/**
 * shinsa_draft_queue_count_written:
 * @self: a queue
 *
 * Returns: how many values were written until now, for shinsa_draft_queue_forget_written()
 */
guint
shinsa_draft_queue_count_written (ShinsaDraftQueue *self)
{
  guint writings;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  writings = self->writings;
  g_mutex_unlock (&self->mutex);
  return writings;
}

/**
 * shinsa_draft_queue_forget_written:
 * @self: a queue
 * @count: what shinsa_draft_queue_count_written() was before drafts were loaded
 *
 * Lets go of what those drafts hold. What was written since stays for whoever puts the queue over
 * them.
 */
void
shinsa_draft_queue_forget_written (ShinsaDraftQueue *self,
                                   guint             count)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = self->items->len; i > 0; i--)
    {
      const Item *item = g_ptr_array_index (self->items, i - 1);

      if (item->written == item->revision && item->writing <= count)
        g_ptr_array_remove_index (self->items, i - 1);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * shinsa_draft_queue_drop:
 * @self: a queue
 * @root: the round
 * @identity: whose draft it is
 * @application: what may not be reviewed any more
 *
 * Lets go of what may not be written any more because its author is recused.
 */
void
shinsa_draft_queue_drop (ShinsaDraftQueue *self,
                         const char       *root,
                         const char       *identity,
                         const char       *application)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = self->items->len; i > 0; i--)
    {
      const Item *item = g_ptr_array_index (self->items, i - 1);

      if (item_is_of (item, root, identity) && g_str_equal (item->application, application))
        g_ptr_array_remove_index (self->items, i - 1);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * shinsa_draft_queue_is_written:
 * @self: a queue
 *
 * Returns: whether the store holds everything
 */
gboolean
shinsa_draft_queue_is_written (ShinsaDraftQueue *self)
{
  gboolean written = TRUE;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->items->len && written; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      written = item->written == item->revision;
    }
  g_mutex_unlock (&self->mutex);
  return written;
}

/**
 * shinsa_draft_queue_foreach:
 * @self: a queue
 * @root: the round
 * @identity: whose drafts
 * @func: called for each value, oldest first; may not touch the queue
 * @data: for @func
 */
void
shinsa_draft_queue_foreach (ShinsaDraftQueue *self,
                            const char       *root,
                            const char       *identity,
                            ShinsaDraftFunc   func,
                            gpointer          data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item_is_of (item, root, identity))
        func (item->application, item->phase, item->part, item->key, item->value, data);
    }
  g_mutex_unlock (&self->mutex);
}
