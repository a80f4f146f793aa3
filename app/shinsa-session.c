/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-picture.h"
#include "rules/shinsa-settle.h"
#include "shinsa-documents.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-replay.h"
#include "shinsa-round-tables.h"
#include "shinsa-session-private.h"
#include "shinsa-visibility.h"

#define DESK "desk"
#define SETTING_ROUND "round"
#define SETTING_IDENTITY "identity."

struct _ShinsaSession
{
  GObject parent_instance;

  ShinsaStore *store;
  GFile *keys;           /* folder of the key files */
  GHashTable *loaded;    /* feed to ShinsaIdentity */
  char *root;            /* of the selected round, or NULL */
  char *identity;        /* 'desk' or a member's id, or NULL where none is held */
  char *feed;            /* of that identity */
};

G_DEFINE_FINAL_TYPE (ShinsaSession, shinsa_session, G_TYPE_OBJECT)

static void
shinsa_session_dispose (GObject *object)
{
  ShinsaSession *self = SHINSA_SESSION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->loaded, g_hash_table_unref);

  G_OBJECT_CLASS (shinsa_session_parent_class)->dispose (object);
}

static void
shinsa_session_finalize (GObject *object)
{
  ShinsaSession *self = SHINSA_SESSION (object);

  g_free (self->root);
  g_free (self->identity);
  g_free (self->feed);

  G_OBJECT_CLASS (shinsa_session_parent_class)->finalize (object);
}

static void
shinsa_session_class_init (ShinsaSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shinsa_session_dispose;
  object_class->finalize = shinsa_session_finalize;
}

static void
shinsa_session_init (ShinsaSession *self)
{
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* --- Opening --- */

/* Tables that another version of them made are empty now; nobody may look at them before they
 * are made again. */
static gboolean
replay_behind (ShinsaSession  *self,
               GError        **error)
{
  g_autoptr (GPtrArray) rounds = shinsa_journal_rounds (self->store, error);

  if (rounds == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaFeedRow *row = g_ptr_array_index (rounds, i);

      if (!shinsa_replay_advance (self->store, row->feed, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_session_open:
 * @path: the store, or ":memory:"
 * @mode: whether to write and to make it
 * @error: return location for an error
 *
 * Keys are in the folder "keys" beside the store, one file each.
 *
 * Returns: (transfer full) (nullable): a session with no round selected
 */
ShinsaSession *
shinsa_session_open (const char         *path,
                     ShinsaSessionMode   mode,
                     GError            **error)
{
  static const ShinsaStoreMode modes[] = {
    [SHINSA_SESSION_WRITE] = SHINSA_STORE_CREATE,
    [SHINSA_SESSION_EXISTING] = SHINSA_STORE_WRITE,
    [SHINSA_SESSION_READ] = SHINSA_STORE_READ,
  };
  g_autoptr (ShinsaSession) self = g_object_new (SHINSA_TYPE_SESSION, NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!(self->store = shinsa_store_open (path, modes[mode], error)))
    return NULL;
  file = g_file_new_for_path (path);
  folder = g_file_get_parent (file);
  self->keys = g_file_get_child (folder, "keys");
  if (mode != SHINSA_SESSION_READ && !replay_behind (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * shinsa_session_default_path:
 *
 * Returns: (transfer full): the store that is opened unless another is named
 */
char *
shinsa_session_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "shinsa", "store.db", NULL);
}

const char *
shinsa_session_get_path (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return shinsa_store_get_path (self->store);
}

/**
 * shinsa_session_data_version:
 * @self: a session
 *
 * Returns: a number that is another one once another connection has written to the store, -1 where
 *   it cannot be read
 */
gint64
shinsa_session_data_version (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), 0);

  return shinsa_store_data_version (self->store);
}

ShinsaStore *
shinsa_session_get_store (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return self->store;
}

const char *
shinsa_session_get_root (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return self->root;
}

const char *
shinsa_session_get_identity (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return self->identity;
}

const char *
shinsa_session_get_feed (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return self->feed;
}

gboolean
shinsa_session_is_desk (ShinsaSession *self)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);

  return self->feed != NULL && g_str_equal (self->feed, self->root);
}

/* --- Keys --- */

static GFile *
key_file (ShinsaSession *self,
          const char    *feed)
{
  g_autofree char *name = g_strconcat (feed, ".key", NULL);

  return g_file_get_child (self->keys, name);
}

/**
 * shinsa_session_get_key:
 * @self: a session
 * @feed: public key of a feed that this computer can write
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the key pair
 */
ShinsaIdentity *
shinsa_session_get_key (ShinsaSession  *self,
                        const char     *feed,
                        GError        **error)
{
  ShinsaIdentity *identity = g_hash_table_lookup (self->loaded, feed);
  g_autoptr (GFile) file = NULL;

  if (identity != NULL)
    return identity;
  file = key_file (self, feed);
  identity = shinsa_identity_load (file, error);
  if (identity == NULL)
    return NULL;
  g_hash_table_insert (self->loaded, g_strdup (feed), identity);

  return identity;
}

gboolean
shinsa_session_save_key (ShinsaSession   *self,
                         ShinsaIdentity  *identity,
                         GError         **error)
{
  const char *feed = shinsa_identity_get_feed (identity);
  g_autoptr (GFile) file = key_file (self, feed);

  if (!shinsa_identity_save (identity, file, error))
    return FALSE;
  g_hash_table_insert (self->loaded, g_strdup (feed), g_object_ref (identity));

  return TRUE;
}

/* --- Rounds and identities --- */

void
shinsa_round_info_free (ShinsaRoundInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->root);
  g_free (info->id);
  shinsa_text_clear (&info->title);
  g_strfreev (info->identities);
  g_free (info->home);
  g_free (info);
}

static ShinsaRoundInfo *
make_info (ShinsaSession        *self,
           const ShinsaRoundRow *row,
           GPtrArray            *identities,
           GError              **error)
{
  g_autoptr (ShinsaDefinition) definition =
    shinsa_picture_load_definition (self->store, row->round, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  ShinsaRoundInfo *info = NULL;

  if (definition == NULL)
    return NULL;
  info = g_new0 (ShinsaRoundInfo, 1);
  info->root = g_strdup (row->round);
  info->id = g_strdup (row->id);
  info->title = shinsa_text_copy (&definition->title);
  info->practice = definition->practice;
  for (guint i = 0; i < identities->len; i++)
    {
      const ShinsaIdentityRow *identity = g_ptr_array_index (identities, i);

      if (!g_str_equal (identity->round, row->round))
        continue;
      g_strv_builder_add (names, identity->name);
      if (identity->home && info->home == NULL)
        info->home = g_strdup (identity->name);
    }
  info->identities = g_strv_builder_end (names);

  return info;
}

/**
 * shinsa_session_list_rounds:
 * @self: a session
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ShinsaRoundInfo) (nullable): the rounds in the store
 */
GPtrArray *
shinsa_session_list_rounds (ShinsaSession  *self,
                            GError        **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_round_info_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) identities = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  if (!(rows = shinsa_round_list (self->store, error)) ||
      !(identities = shinsa_identity_list (self->store, error)))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      ShinsaRoundInfo *info = make_info (self, g_ptr_array_index (rows, i), identities, error);

      if (info == NULL)
        return NULL;
      g_ptr_array_add (list, info);
    }

  return g_steal_pointer (&list);
}

static const ShinsaRoundInfo *
pick_round (ShinsaSession  *self,
            GPtrArray      *rounds,
            const char     *root,
            GError        **error)
{
  g_autofree char *last = NULL;

  if (root == NULL && !shinsa_setting_get (self->store, SETTING_ROUND, &last, error))
    return NULL;
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);

      if (root != NULL ? g_str_equal (info->root, root) || g_str_equal (info->id, root)
                       : rounds->len == 1 || g_strcmp0 (info->root, last) == 0)
        return info;
    }
  if (root == NULL && rounds->len > 0)
    return g_ptr_array_index (rounds, rounds->len - 1);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                       rounds->len > 0
                         ? _("This round is not on this computer. Open its packet first.")
                         : _("There is no round on this computer yet. Open a packet, or prepare "
                             "a round."));

  return NULL;
}

static char *
pick_identity (ShinsaSession          *self,
               const ShinsaRoundInfo  *info,
               const char             *identity,
               GError                **error)
{
  g_autofree char *key = g_strconcat (SETTING_IDENTITY, info->root, NULL);
  g_autofree char *last = NULL;
  const char * const *names = (const char * const *) info->identities;

  if (identity != NULL && g_strv_contains (names, identity))
    return g_strdup (identity);
  if (identity != NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                   _("This computer cannot write as “%s” in this round."), identity);
      return NULL;
    }
  if (!shinsa_setting_get (self->store, key, &last, error))
    return NULL;
  if (last != NULL && g_strv_contains (names, last))
    return g_steal_pointer (&last);
  if (info->home != NULL)
    return g_strdup (info->home);

  return g_strdup (names[0] != NULL ? names[0] : "");
}

/**
 * shinsa_session_select:
 * @self: a session
 * @root: (nullable): root key or id of a round; %NULL for the one opened last
 * @identity: (nullable): "desk" or a member's id; %NULL for the one used last
 * @error: return location for %SHINSA_ERROR_NOT_FOUND, %SHINSA_ERROR_NOT_AUTHORISED or an error of
 *   the store
 *
 * A round can be selected before this computer can write anything in it; the identity is then "".
 *
 * Returns: whether the round is selected
 */
gboolean
shinsa_session_select (ShinsaSession  *self,
                       const char     *root,
                       const char     *identity,
                       GError        **error)
{
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (ShinsaIdentityRow) row = NULL;
  g_autofree char *name = NULL;
  const ShinsaRoundInfo *info = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);

  if (!(rounds = shinsa_session_list_rounds (self, error)) ||
      !(info = pick_round (self, rounds, root, error)) ||
      !(name = pick_identity (self, info, identity, error)) ||
      !shinsa_identity_lookup (self->store, info->root, name, &row, error))
    return FALSE;

  g_free (self->root);
  self->root = g_strdup (info->root);
  g_free (self->identity);
  self->identity = g_steal_pointer (&name);
  g_free (self->feed);
  self->feed = g_strdup (row != NULL ? row->feed : NULL);

  return TRUE;
}

/**
 * shinsa_session_remember:
 * @self: a session with a round selected
 * @error: return location for an error of the store
 *
 * Makes the selected round and identity the ones that are selected when none is named.
 *
 * Returns: whether it was written
 */
gboolean
shinsa_session_remember (ShinsaSession  *self,
                         GError        **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->root != NULL, FALSE);

  key = g_strconcat (SETTING_IDENTITY, self->root, NULL);

  return shinsa_setting_set (self->store, SETTING_ROUND, self->root, error) &&
         shinsa_setting_set (self->store, key, self->identity, error);
}

/* Selects without asking the store: a round that is not in it yet, so that its register can be
 * written, or again what was selected before. */
void
shinsa_session_set_selected (ShinsaSession *self,
                             const char    *root,
                             const char    *identity,
                             const char    *feed)
{
  g_return_if_fail (SHINSA_IS_SESSION (self));

  g_free (self->root);
  self->root = g_strdup (root);
  g_free (self->identity);
  self->identity = g_strdup (identity);
  g_free (self->feed);
  self->feed = g_strdup (feed);
}

/* Whether a round, and somebody to write as, is selected. */
gboolean
shinsa_session_check_selected (ShinsaSession  *self,
                               GError        **error)
{
  if (self->feed != NULL)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       self->root != NULL
                         ? _("It is not known yet whose computer this is. Say who you are first.")
                         : _("No round is open."));

  return FALSE;
}

gboolean
shinsa_session_has_desk (ShinsaSession  *self,
                         gboolean       *has_desk,
                         GError        **error)
{
  g_autoptr (ShinsaIdentityRow) row = NULL;

  if (!shinsa_identity_lookup (self->store, self->root, DESK, &row, error))
    return FALSE;
  *has_desk = row != NULL;

  return TRUE;
}

/* --- The picture --- */

typedef struct {
  ShinsaSession *session;
  gint64         until;
  ShinsaRound   *round;
} Load;

static gboolean
load_whole (ShinsaStore  *store,
            gpointer      data,
            GError      **error)
{
  Load *load = data;

  load->round = shinsa_picture_load (store, load->session->root, load->until, error);

  return load->round != NULL;
}

/**
 * shinsa_session_load_whole:
 * @self: a session with a round selected
 * @until: last place of the register that counts, -1 for all
 * @error: return location for an error
 *
 * Everything that the register says, whoever asks: for rules and for the record, never for pages.
 *
 * Returns: (transfer full) (nullable): the picture
 */
ShinsaRound *
shinsa_session_load_whole (ShinsaSession  *self,
                           gint64          until,
                           GError        **error)
{
  Load load = { self, until, NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->root != NULL, NULL);

  return shinsa_store_read (self->store, load_whole, &load, error) ? load.round : NULL;
}

/* Whether the desk is on the computer of somebody who scores in this round. */
static gboolean
desk_has_scorer (ShinsaSession  *self,
                 ShinsaRound    *round,
                 gboolean       *scorer,
                 GError        **error)
{
  g_autoptr (GPtrArray) identities = shinsa_identity_list (self->store, error);

  *scorer = FALSE;
  if (identities == NULL)
    return FALSE;
  for (guint i = 0; i < identities->len && !*scorer; i++)
    {
      const ShinsaIdentityRow *row = g_ptr_array_index (identities, i);
      const ShinsaMember *member = NULL;

      if (g_str_equal (row->round, round->root))
        member = shinsa_round_member (round, row->name);
      *scorer = member != NULL && member->scores;
    }

  return TRUE;
}

static gboolean
load_view (ShinsaStore  *store,
           gpointer      data,
           GError      **error)
{
  Load *load = data;
  ShinsaSession *self = load->session;
  g_autoptr (ShinsaRound) round = shinsa_picture_load_unsettled (store, self->root, -1, error);
  gboolean scorer = FALSE;

  if (round == NULL || !shinsa_picture_overlay (self->store, round, self->identity, error) ||
      !desk_has_scorer (self, round, &scorer, error))
    return FALSE;
  shinsa_round_settle (round);
  shinsa_round_restrict (round, self->identity, scorer);
  load->round = g_steal_pointer (&round);

  return TRUE;
}

/**
 * shinsa_session_load:
 * @self: a session with a round selected
 * @error: return location for an error
 *
 * The round as the selected identity may see it, with what was written here and is not received
 * yet laid over it.
 *
 * Returns: (transfer full) (nullable): the picture
 */
ShinsaRound *
shinsa_session_load (ShinsaSession  *self,
                     GError        **error)
{
  Load load = { self, -1, NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->root != NULL, NULL);

  return shinsa_store_read (self->store, load_view, &load, error) ? load.round : NULL;
}

/**
 * shinsa_session_load_document:
 * @self: a session
 * @hash: SHA-256 of the file, hex
 * @error: return location for %SHINSA_ERROR_NOT_FOUND or an error of the store
 *
 * Returns: (transfer full) (nullable): the bytes of a document
 */
GBytes *
shinsa_session_load_document (ShinsaSession  *self,
                              const char     *hash,
                              GError        **error)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  return shinsa_document_dup_bytes (self->store, hash, error);
}

/* --- Care of the store --- */

/**
 * shinsa_session_check:
 * @self: a session
 * @error: return location for what is wrong first
 *
 * Returns: whether the file is sound and every round in it is what its journal says
 */
gboolean
shinsa_session_check (ShinsaSession  *self,
                      GError        **error)
{
  g_autoptr (GPtrArray) rounds = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);

  if (!shinsa_store_check (self->store, error) ||
      !(rounds = shinsa_journal_rounds (self->store, error)))
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaFeedRow *row = g_ptr_array_index (rounds, i);

      if (!shinsa_replay_check (self->store, row->feed, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_session_backup:
 * @self: a session
 * @file: where to put the copy
 * @error: return location for an error
 *
 * Returns: whether a whole copy of the store, without keys, is there
 */
gboolean
shinsa_session_backup (ShinsaSession  *self,
                       GFile          *file,
                       GError        **error)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return shinsa_store_backup (self->store, g_file_peek_path (file), error);
}
