/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-history.h"
#include "shinsa-service-private.h"

G_DEFINE_FINAL_TYPE (ShinsaService, shinsa_service, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ROUND,
  PROP_SAVE_STATE,
  PROP_SAVED_AT,
  N_PROPS
};

enum {
  CHANGED,
  DRAFT_CHANGED,
  SAVE_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- The saved state --- */

static void
set_save_state (ShinsaService   *self,
                ShinsaSaveState  state)
{
  if (state == SHINSA_SAVE_SAVED)
    {
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_date_time_new_now_local ();
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
    }
  if (self->save_state != state)
    {
      self->save_state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
    }
}

/* The same trouble is told once, however often the writing is tried again. */
static void
report_unsaved (ShinsaService *self,
                const GError  *error)
{
  gboolean known = g_strcmp0 (self->save_message, error->message) == 0;

  set_save_state (self, SHINSA_SAVE_FAILED);
  if (known)
    return;
  g_free (self->save_message);
  self->save_message = g_strdup (error->message);
  g_signal_emit (self, signals[SAVE_FAILED], 0, self->save_message);
}

/* After the writer was at work: @unsaved is why a draft is not written, @wrote whether something
 * official is. */
void
shinsa_service_settle_drafts (ShinsaService *self,
                              const GError  *unsaved,
                              gboolean       wrote)
{
  gboolean waited = self->save_state == SHINSA_SAVE_SAVING ||
                    self->save_state == SHINSA_SAVE_FAILED;

  if (unsaved != NULL)
    {
      report_unsaved (self, unsaved);
      return;
    }
  g_clear_pointer (&self->save_message, g_free);
  if (!shinsa_draft_queue_is_written (self->queue))
    set_save_state (self, SHINSA_SAVE_SAVING);
  else if (waited || wrote)
    set_save_state (self, SHINSA_SAVE_SAVED);
}

/* A part of a draft was entered and waits to be written. */
void
shinsa_service_tell_draft (ShinsaService *self,
                           const char    *application)
{
  if (self->save_state != SHINSA_SAVE_FAILED)
    set_save_state (self, SHINSA_SAVE_SAVING);
  g_signal_emit (self, signals[DRAFT_CHANGED], 0, application);
}

/* There is a new picture. */
void
shinsa_service_tell_round (ShinsaService *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUND]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- The object --- */

static void
shinsa_service_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ShinsaService *self = SHINSA_SERVICE (object);

  switch (prop_id)
    {
    case PROP_ROUND:
      g_value_set_pointer (value, self->round);
      break;
    case PROP_SAVE_STATE:
      g_value_set_uint (value, self->save_state);
      break;
    case PROP_SAVED_AT:
      g_value_set_boxed (value, self->saved_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_service_dispose (GObject *object)
{
  ShinsaService *self = SHINSA_SERVICE (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->writer, shinsa_worker_free);
  g_clear_pointer (&self->reader, shinsa_worker_free);

  G_OBJECT_CLASS (shinsa_service_parent_class)->dispose (object);
}

static void
shinsa_service_finalize (GObject *object)
{
  ShinsaService *self = SHINSA_SERVICE (object);

  g_free (self->path);
  g_free (self->root);
  g_free (self->identity);
  g_free (self->next_root);
  g_free (self->next_identity);
  g_free (self->save_message);
  g_clear_pointer (&self->round, shinsa_round_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->histories);
  shinsa_draft_queue_free (self->queue);

  G_OBJECT_CLASS (shinsa_service_parent_class)->finalize (object);
}

static void
shinsa_service_class_init (ShinsaServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shinsa_service_get_property;
  object_class->dispose = shinsa_service_dispose;
  object_class->finalize = shinsa_service_finalize;

  properties[PROP_ROUND] =
    g_param_spec_pointer ("round", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVE_STATE] =
    g_param_spec_uint ("save-state", NULL, NULL, SHINSA_SAVE_IDLE, SHINSA_SAVE_FAILED,
                       SHINSA_SAVE_IDLE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVED_AT] =
    g_param_spec_boxed ("saved-at", NULL, NULL, G_TYPE_DATE_TIME,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFT_CHANGED] = g_signal_new ("draft-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
shinsa_service_init (ShinsaService *self)
{
  self->queue = shinsa_draft_queue_new ();
  self->rounds = g_ptr_array_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) shinsa_review_free);
  self->histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) shinsa_draft_history_free);
  self->writer = shinsa_worker_new ("shinsa-writer");
  self->reader = shinsa_worker_new ("shinsa-reader");
}

/**
 * shinsa_service_new:
 * @path: (not nullable): the file name of a store
 *
 * Returns: (transfer full): a service whose store is not open yet
 */
ShinsaService *
shinsa_service_new (const char *path)
{
  ShinsaService *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_SERVICE, NULL);
  self->path = g_strdup (path);
  return self;
}

/* --- What is shown --- */

/**
 * shinsa_service_get_round:
 * @self: a service
 *
 * Returns: (transfer none) (nullable): the newest picture; keep a reference to go on with it after
 *   the next "changed"
 */
ShinsaRound *
shinsa_service_get_round (ShinsaService *self)
{
  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);

  return self->round;
}

/**
 * shinsa_service_get_rounds:
 * @self: a service
 *
 * Returns: (transfer none) (element-type ShinsaRoundInfo): the rounds of the store
 */
GPtrArray *
shinsa_service_get_rounds (ShinsaService *self)
{
  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);

  return self->rounds;
}

/**
 * shinsa_service_get_identity:
 * @self: a service
 *
 * Returns: (transfer none) (nullable): as whom the round is shown
 */
const char *
shinsa_service_get_identity (ShinsaService *self)
{
  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);

  return self->identity;
}

ShinsaSaveState
shinsa_service_get_save_state (ShinsaService *self)
{
  g_return_val_if_fail (SHINSA_IS_SERVICE (self), SHINSA_SAVE_IDLE);

  return self->save_state;
}

/**
 * shinsa_service_get_saved_at:
 * @self: a service
 *
 * Returns: (transfer none) (nullable): when something was last written
 */
GDateTime *
shinsa_service_get_saved_at (ShinsaService *self)
{
  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);

  return self->saved_at;
}

/**
 * shinsa_service_flush:
 * @self: a service
 *
 * Blocks until the writer has tried everything entered so far; for the moment before the program
 * ends. The save state then says whether all of it is written.
 */
void
shinsa_service_flush (ShinsaService *self)
{
  g_return_if_fail (SHINSA_IS_SERVICE (self));

  if (self->writer != NULL)
    shinsa_worker_wait (self->writer);
  if (shinsa_draft_queue_is_written (self->queue))
    shinsa_service_settle_drafts (self, NULL, FALSE);
  else
    set_save_state (self, SHINSA_SAVE_FAILED);
}
