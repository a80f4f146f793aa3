/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-writing.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-entry.h"
#include "entries/shinsa-kind.h"
#include "entries/shinsa-picture.h"
#include "rules/shinsa-settle.h"
#include "shinsa-bodies.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"
#include "shinsa-local.h"
#include "shinsa-purging.h"
#include "shinsa-replay.h"
#include "shinsa-round-tables.h"

/* How anything official comes to be: an entry is checked, appended to its feed, signed, and takes
 * effect, in one unit of work. */

#define DESK "desk"

/* As this computer shows it; nothing is ordered or judged by it. */
static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%FT%T%:z");
}

/**
 * shinsa_session_append:
 * @self: a session with a round selected, in a unit of work
 * @key: whose feed is continued
 * @kind: what is stated
 * @body: its body, which gets a salt
 * @hash: (out) (optional) (transfer full): hash of the entry
 * @error: return location for an error of the store
 *
 * Appends without asking whether the author may: that is shinsa_session_write().
 *
 * Returns: whether entry, body and signed head are in the journal
 */
gboolean
shinsa_session_append (ShinsaSession   *self,
                       ShinsaIdentity  *key,
                       const char      *kind,
                       JsonNode        *body,
                       char           **hash,
                       GError         **error)
{
  ShinsaStore *store = shinsa_session_get_store (self);
  const char *root = shinsa_session_get_root (self);
  const char *feed = shinsa_identity_get_feed (key);
  gboolean is_act = g_str_equal (feed, root);
  g_autofree char *at = dup_now ();
  g_autofree char *body_hash = NULL;
  g_autoptr (GBytes) bytes = shinsa_entry_seal_body (body, &body_hash);
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (ShinsaEntryRow) register_last = NULL;
  g_autoptr (ShinsaEntryRow) entry = NULL;
  g_autoptr (ShinsaHeadRow) head = NULL;

  if (!shinsa_journal_last (store, root, feed, &last, error) ||
      !shinsa_journal_last (store, root, root, &register_last, error))
    return FALSE;
  entry = shinsa_entry_new (root, feed, last != NULL ? last->seq + 1 : 1,
                            last != NULL ? last->hash : NULL, kind, 1, at,
                            is_act || register_last == NULL ? NULL : register_last->hash,
                            body_hash);
  head = shinsa_head_sign (key, root, entry->seq, entry->hash);
  if (!shinsa_body_insert (store, body_hash, bytes, error) ||
      !shinsa_journal_append (store, entry, error) ||
      !shinsa_head_set (store, root, head, error))
    return FALSE;
  if (hash != NULL)
    *hash = g_strdup (entry->hash);

  return TRUE;
}

/* --- Receiving --- */

typedef struct {
  ShinsaSession  *session;
  ShinsaIdentity *desk;
  guint           count;
} Receive;

static gboolean
receive_entry (const ShinsaEntryRow  *entry,
               gpointer               data,
               GError               **error)
{
  Receive *receive = data;
  g_autoptr (JsonNode) body = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "feed", entry->feed);
  json_object_set_string_member (object, "hash", entry->hash);
  json_object_set_int_member (object, "seq", entry->seq);
  json_node_take_object (body, object);
  receive->count++;

  return shinsa_session_append (receive->session, receive->desk, SHINSA_KIND_RECEIVE, body, NULL,
                                error);
}

/* Lost and held feeds wait, and so does one that said two things at one place. */
static gboolean
receive_feeds (ShinsaStore  *store,
               gpointer      data,
               GError      **error)
{
  Receive *receive = data;
  const char *root = shinsa_session_get_root (receive->session);
  g_autoptr (ShinsaRound) round = shinsa_picture_load (store, root, -1, error);

  if (round == NULL)
    return FALSE;
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);
      g_autoptr (GPtrArray) entries = NULL;

      if (feed->state != SHINSA_FEED_ACCEPTED || feed->forked ||
          feed->held_seq <= feed->received_seq)
        continue;
      entries = shinsa_journal_list (store, root, feed->feed, feed->received_seq + 1, error);
      if (entries == NULL)
        return FALSE;
      for (guint j = 0; j < entries->len; j++)
        {
          if (!receive_entry (g_ptr_array_index (entries, j), receive, error))
            return FALSE;
        }
    }

  return receive->count == 0 || shinsa_replay_advance (store, root, FALSE, error);
}

/**
 * shinsa_session_receive:
 * @self: a session with a round selected whose desk is on this computer
 * @received: (out) (optional): how many submissions were received
 * @error: return location for an error
 *
 * Writes the desk's receive for each submission of an accepted feed that is held and not received
 * yet, in the order of its feed.
 *
 * Returns: whether all of them took effect
 */
gboolean
shinsa_session_receive (ShinsaSession  *self,
                        guint          *received,
                        GError        **error)
{
  Receive receive = { self, NULL, 0 };

  receive.desk = shinsa_session_get_key (self, shinsa_session_get_root (self), error);
  if (receive.desk == NULL ||
      !shinsa_store_write (shinsa_session_get_store (self), receive_feeds, &receive, error))
    return FALSE;
  if (received != NULL)
    *received = receive.count;

  return TRUE;
}

/* --- Writing --- */

typedef struct {
  ShinsaSession    *session;
  const ShinsaKind *kind;
  JsonNode         *body;
  char             *hash;
} Write;

/* What the author knows: the register, and what they wrote that is not received yet. */
static ShinsaRound *
load_for_author (ShinsaSession  *self,
                 GError        **error)
{
  g_autoptr (ShinsaRound) round =
    shinsa_picture_load_unsettled (shinsa_session_get_store (self),
                                   shinsa_session_get_root (self), -1, error);

  if (round == NULL ||
      !shinsa_picture_overlay (shinsa_session_get_store (self), round,
                               shinsa_session_get_identity (self), error))
    return NULL;
  shinsa_round_settle (round);

  return g_steal_pointer (&round);
}

/* An own act that the replay would not apply must not be written at all. */
static gboolean
check_applied (Write    *write,
               GError  **error)
{
  ShinsaStore *store = shinsa_session_get_store (write->session);
  const char *root = shinsa_session_get_root (write->session);
  g_autoptr (GPtrArray) rows = shinsa_not_applied_list (store, root, -1, error);
  g_autoptr (ShinsaEntryRow) last = NULL;

  if (rows == NULL || !shinsa_journal_last (store, root, root, &last, error))
    return FALSE;
  if (rows->len == 0 ||
      ((ShinsaNotAppliedRow *) g_ptr_array_index (rows, rows->len - 1))->seq != last->seq)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("What was to be written (%s) does not fit this round. Nothing was changed."),
               write->kind->name);

  return FALSE;
}

/* What an accepted computer sent before waits no longer. */
static gboolean
receive_what_waited (Write    *write,
                     GError  **error)
{
  return !g_str_equal (write->kind->name, SHINSA_KIND_FEED_SET) ||
         shinsa_session_receive (write->session, NULL, error);
}

/* Members who write on the desk's computer lose what they wrote for themselves, too. */
static gboolean
purge_after_ruling (Write    *write,
                    GError  **error)
{
  return !g_str_equal (write->kind->name, SHINSA_KIND_INTEREST_RULE) ||
         shinsa_session_purge (write->session, shinsa_session_get_root (write->session), error);
}

static gboolean
write_entry (ShinsaStore  *store,
             gpointer      data,
             GError      **error)
{
  Write *write = data;
  ShinsaSession *self = write->session;
  ShinsaIdentity *key = shinsa_session_get_key (self, shinsa_session_get_feed (self), error);
  gboolean has_desk = FALSE;

  if (key == NULL)
    return FALSE;
  if (write->kind->authorise != NULL)
    {
      g_autoptr (ShinsaRound) round = load_for_author (self, error);

      if (round == NULL ||
          !write->kind->authorise (round, shinsa_session_get_identity (self),
                                   json_node_get_object (write->body), error))
        return FALSE;
    }
  if (!shinsa_session_append (self, key, write->kind->name, write->body, &write->hash, error))
    return FALSE;
  if (write->kind->side == SHINSA_SIDE_ACT)
    return shinsa_replay_advance (store, shinsa_session_get_root (self), FALSE, error) &&
           check_applied (write, error) && receive_what_waited (write, error) &&
           purge_after_ruling (write, error);

  /* The desk is on this computer: what is submitted here has arrived there. */
  return shinsa_session_has_desk (self, &has_desk, error) &&
         (!has_desk || shinsa_session_receive (self, NULL, error));
}

static gboolean
check_side (ShinsaSession     *self,
            const ShinsaKind  *kind,
            GError           **error)
{
  gboolean is_desk = shinsa_session_is_desk (self);

  if (is_desk == (kind->side == SHINSA_SIDE_ACT))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       is_desk
                         ? _("The desk cannot do this: it is for a member with their own key.")
                         : _("Only the desk of this round can do this."));

  return FALSE;
}

/**
 * shinsa_session_write:
 * @self: a session with a round and an identity selected
 * @kind: what is stated
 * @body: its body as shinsa_state_…() made it; it gets a salt
 * @hash: (out) (optional) (transfer full): hash of the entry
 * @error: return location for what the rules say against it, or an error of the store
 *
 * Checks the entry against the rules and the author's authority, appends and signs it, and lets
 * it take effect: an act at once, a submission where the desk is on this computer too.
 *
 * Returns: whether all of it is safe on disk; if not, nothing was changed
 */
gboolean
shinsa_session_write (ShinsaSession  *self,
                      const char     *kind,
                      JsonNode       *body,
                      char          **hash,
                      GError        **error)
{
  Write write = { self, NULL, body, NULL };
  g_autofree char *written = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (kind != NULL && JSON_NODE_HOLDS_OBJECT (body), FALSE);

  write.kind = shinsa_kind_lookup (kind);
  g_return_val_if_fail (write.kind != NULL, FALSE);
  if (!shinsa_session_check_selected (self, error) || !check_side (self, write.kind, error))
    return FALSE;
  /* The rules read the body as it will be stored. */
  json_object_set_string_member (json_node_get_object (body), "salt",
                                 "00000000000000000000000000000000");
  done = shinsa_store_write (shinsa_session_get_store (self), write_entry, &write, error);
  written = g_steal_pointer (&write.hash);
  if (done && hash != NULL)
    *hash = g_steal_pointer (&written);

  return done;
}

/* --- Whose computer this is --- */

typedef struct {
  ShinsaSession  *session;
  ShinsaIdentity *key;
  const char     *member;
  const char     *device;
  gboolean        home;
} Use;

static gboolean
accept_feed (Use      *use,
             GError  **error)
{
  ShinsaSession *self = use->session;
  const char *root = shinsa_session_get_root (self);
  ShinsaIdentity *desk = shinsa_session_get_key (self, root, error);
  g_autoptr (JsonNode) body = shinsa_state_feed (shinsa_identity_get_feed (use->key), use->member,
                                                 SHINSA_FEED_ACCEPTED, NULL);

  return desk != NULL &&
         shinsa_session_append (self, desk, SHINSA_KIND_FEED_SET, body, NULL, error) &&
         shinsa_replay_advance (shinsa_session_get_store (self), root, FALSE, error) &&
         shinsa_session_receive (self, NULL, error);
}

static gboolean
open_feed (ShinsaStore  *store,
           gpointer      data,
           GError      **error)
{
  Use *use = data;
  ShinsaSession *self = use->session;
  ShinsaIdentityRow row = {
    (char *) shinsa_session_get_root (self), (char *) use->member,
    (char *) shinsa_identity_get_feed (use->key), use->home
  };
  g_autoptr (JsonNode) body = shinsa_state_feed_open (use->member, use->device);
  gboolean has_desk = FALSE;

  if (!shinsa_identity_insert (store, &row, error) ||
      !shinsa_session_append (self, use->key, SHINSA_KIND_FEED_OPEN, body, NULL, error) ||
      !shinsa_session_has_desk (self, &has_desk, error))
    return FALSE;

  return has_desk ? accept_feed (use, error)
                  : shinsa_session_purge (self, shinsa_session_get_root (self), error);
}

static gboolean
check_use (ShinsaSession  *self,
           const char     *member,
           GError        **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load_whole (self, -1, error);
  g_autoptr (ShinsaIdentityRow) row = NULL;

  if (round == NULL ||
      !shinsa_identity_lookup (shinsa_session_get_store (self), round->root, member, &row, error))
    return FALSE;
  if (shinsa_round_member (round, member) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no member “%s” in this round."), member);
      return FALSE;
    }
  if (row != NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("This computer writes as “%s” already."), member);
      return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_session_add_identity:
 * @self: a session with a round selected
 * @member: id of a member
 * @key: the key of the new feed
 * @device: (nullable): a name for this computer
 * @home: whether it is that member's computer
 * @error: return location for an error
 *
 * Opens a feed of the member on this computer, with the confidentiality confirmed. Where the desk
 * is on this computer it accepts the feed at once.
 *
 * Returns: whether the feed is open
 */
gboolean
shinsa_session_add_identity (ShinsaSession   *self,
                             const char      *member,
                             ShinsaIdentity  *key,
                             const char      *device,
                             gboolean         home,
                             GError         **error)
{
  Use use = { self, key, member, device, home };

  return check_use (self, member, error) && shinsa_session_save_key (self, key, error) &&
         shinsa_store_write (shinsa_session_get_store (self), open_feed, &use, error);
}

/**
 * shinsa_session_use_member:
 * @self: a session with a round selected
 * @member: id of the member this computer belongs to
 * @device: (nullable): a name for this computer
 * @error: return location for an error
 *
 * Makes the member's feed and key, and goes on as that member.
 *
 * Returns: whether this computer can write as the member
 */
gboolean
shinsa_session_use_member (ShinsaSession  *self,
                           const char     *member,
                           const char     *device,
                           GError        **error)
{
  g_autoptr (ShinsaIdentity) key = NULL;
  g_autofree char *root = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (shinsa_session_get_root (self) != NULL && member != NULL, FALSE);

  key = shinsa_identity_new_generate ();
  root = g_strdup (shinsa_session_get_root (self));

  return shinsa_session_add_identity (self, member, key, device, TRUE, error) &&
         shinsa_session_select (self, root, member, error) &&
         shinsa_session_remember (self, error);
}
