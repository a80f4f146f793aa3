/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-picture.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-picture-facts.h"
#include "exchange/shinsa-definition-reader.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-documents.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"
#include "shinsa-official.h"
#include "shinsa-round-tables.h"

/* The object of a body that is held, or NULL without an error where it is not. */
static gboolean
read_object (ShinsaStore  *store,
             const char   *hash,
             JsonNode    **body,
             JsonObject  **object,
             GError      **error)
{
  if (!shinsa_picture_read_body (store, hash, body, error))
    return FALSE;
  *object = *body != NULL ? json_node_get_object (*body) : NULL;

  return TRUE;
}

static gboolean
load_definition (ShinsaStore       *store,
                 const char        *root,
                 ShinsaDefinition **definition,
                 char             **hash,
                 gint64            *rules_version,
                 GError           **error)
{
  g_autoptr (GPtrArray) rounds = shinsa_round_list (store, error);
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *object = NULL;
  const ShinsaRoundRow *row = NULL;

  if (rounds == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len && row == NULL; i++)
    {
      const ShinsaRoundRow *candidate = g_ptr_array_index (rounds, i);

      if (g_str_equal (candidate->round, root))
        row = candidate;
    }
  if (row != NULL && !read_object (store, row->body, &body, &object, error))
    return FALSE;
  if (object == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                           _("The definition of this round is not on this computer."));
      return FALSE;
    }
  *rules_version = row->rules_version;
  bytes = shinsa_json_write (json_object_get_member (object, "definition"));
  g_free (*hash);
  *hash = shinsa_sha256_hex (NULL, bytes);
  *definition = shinsa_definition_read (json_object_get_object_member (object, "definition"),
                                        "/definition", error);

  return *definition != NULL;
}

/**
 * shinsa_picture_load_definition:
 * @store: a store
 * @root: root key of the round, hex
 * @error: return location for %SHINSA_ERROR_NOT_FOUND or an error of the store
 *
 * Returns: (transfer full) (nullable): what was fixed when the round opened
 */
ShinsaDefinition *
shinsa_picture_load_definition (ShinsaStore  *store,
                                const char   *root,
                                GError      **error)
{
  ShinsaDefinition *definition = NULL;
  g_autofree char *hash = NULL;
  gint64 rules_version = 0;

  if (!load_definition (store, root, &definition, &hash, &rules_version, error))
    return NULL;

  return definition;
}

static gboolean
load_roster (ShinsaRound  *round,
             ShinsaStore  *store,
             gint64        until,
             GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_roster_list (store, round->root, until, error);
  const ShinsaRosterRow *row = NULL;
  g_autoptr (JsonNode) body = NULL;
  JsonObject *object = NULL;
  GPtrArray *members = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  row = g_ptr_array_index (rows, rows->len - 1);
  if (!read_object (store, row->body, &body, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  members = shinsa_members_read (json_object_get_array_member (object, "members"), "/members",
                                 error);
  if (members == NULL)
    return FALSE;
  g_ptr_array_unref (round->members);
  round->members = members;

  return TRUE;
}

static gboolean
load_schedule (ShinsaRound  *round,
               ShinsaStore  *store,
               gint64        until,
               GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_schedule_list (store, round->root, until, error);
  const ShinsaScheduleRow *row = NULL;
  g_autoptr (JsonNode) body = NULL;
  JsonObject *object = NULL;
  GPtrArray *slots = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  row = g_ptr_array_index (rows, rows->len - 1);
  if (!read_object (store, row->body, &body, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  slots = shinsa_timetable_read (json_object_get_array_member (object, "timetable"),
                                 "/timetable", error);
  if (slots == NULL)
    return FALSE;
  g_ptr_array_unref (round->slots);
  round->slots = slots;

  return TRUE;
}

/* An application and its position, which is what sorts it. */
typedef struct {
  ShinsaDossier *dossier;
  gint64         position;
} PlacedDossier;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const PlacedDossier *first = *(PlacedDossier * const *) a;
  const PlacedDossier *second = *(PlacedDossier * const *) b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return g_strcmp0 (first->dossier->id, second->dossier->id);
}

static gboolean
load_dossiers (ShinsaRound  *round,
               ShinsaStore  *store,
               gint64        until,
               GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_dossier_list (store, round->root, until, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func (g_free);

  if (rows == NULL)
    return FALSE;
  /* From the newest on: what was said last about an application is what holds. */
  for (guint i = rows->len; i > 0; i--)
    {
      const ShinsaDossierRow *row = g_ptr_array_index (rows, i - 1);
      g_autoptr (JsonNode) body = NULL;
      JsonObject *object = NULL;
      PlacedDossier *place = NULL;
      ShinsaDossier *dossier = NULL;

      if (!g_hash_table_add (seen, row->application))
        continue;
      if (!read_object (store, row->body, &body, &object, error))
        return FALSE;
      if (object == NULL)
        continue;
      if (!(dossier = shinsa_dossier_read (object, "", error)))
        return FALSE;
      place = g_new0 (PlacedDossier, 1);
      place->dossier = dossier;
      place->position = json_object_get_int_member (object, "position");
      g_ptr_array_add (placed, place);
    }
  g_ptr_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (round->dossiers, ((PlacedDossier *) g_ptr_array_index (placed, i))->dossier);

  return TRUE;
}

static GHashTable *
index_dossiers (ShinsaRound *round)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      g_hash_table_insert (index, dossier->id, dossier);
    }

  return index;
}

static gboolean
load_contents (ShinsaRound  *round,
               GHashTable   *dossiers,
               ShinsaStore  *store,
               gint64        until,
               GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_dossier_content_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = rows->len; i > 0; i--)
    {
      const ShinsaDossierContentRow *row = g_ptr_array_index (rows, i - 1);
      ShinsaDossier *dossier = g_hash_table_lookup (dossiers, row->application);
      g_autoptr (JsonNode) body = NULL;
      JsonObject *object = NULL;

      if (dossier == NULL || dossier->has_content)
        continue;
      if (!read_object (store, row->body, &body, &object, error))
        return FALSE;
      if (object == NULL)
        continue;
      if (!shinsa_dossier_content_read (dossier, json_object_get_object_member (object, "content"),
                                        round->definition, "/content", error))
        return FALSE;
      dossier->has_content = TRUE;
    }

  return TRUE;
}

static gboolean
load_documents (ShinsaRound  *round,
                GHashTable   *dossiers,
                ShinsaStore  *store,
                gint64        until,
                GError      **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = shinsa_dossier_document_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = rows->len; i > 0; i--)
    {
      const ShinsaDossierDocumentRow *row = g_ptr_array_index (rows, i - 1);
      ShinsaDossier *dossier = g_hash_table_lookup (dossiers, row->application);
      ShinsaDocumentInfo *info = NULL;

      if (dossier == NULL ||
          !g_hash_table_add (seen, g_strdup_printf ("%s/%s", row->application, row->document)))
        continue;
      info = shinsa_document_info_new ();
      shinsa_set_string (&info->hash, row->document);
      shinsa_set_string (&info->name, row->name);
      shinsa_set_string (&info->media_type, row->media_type);
      info->size = row->size;
      info->used = row->used != 0;
      shinsa_set_string (&info->reason, row->reason);
      g_ptr_array_insert (dossier->documents, 0, info);
      if (!shinsa_document_has (store, row->document, &info->held, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_head (ShinsaRound  *round,
           ShinsaStore  *store,
           gint64        until,
           GError      **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;
  gint64 version = 0;
  gint64 seq = 0;

  if (!shinsa_projection_get (store, round->root, &version, &seq, error))
    return FALSE;
  /* In the middle of a replay the projection is behind the place that is asked for. */
  round->seq = until < 0 ? seq : until;
  if (!shinsa_journal_lookup_seq (store, round->root, round->root, round->seq, &entry, error))
    return FALSE;
  shinsa_set_string (&round->head, entry != NULL ? entry->hash : "");

  return TRUE;
}

/**
 * shinsa_picture_load:
 * @store: a store, in a read or write so that all tables are of one moment
 * @root: root key of the round, hex
 * @until: last place of the register that counts, -1 for all
 * @error: return location for %SHINSA_ERROR_NOT_FOUND or an error of the store
 *
 * Loads everything that the register says up to a place, with nothing left out: what an identity
 * may see of it is for the session to restrict.
 *
 * Returns: (transfer full) (nullable): the settled picture
 */
ShinsaRound *
shinsa_picture_load (ShinsaStore  *store,
                     const char   *root,
                     gint64        until,
                     GError      **error)
{
  g_autoptr (ShinsaRound) round = shinsa_picture_load_unsettled (store, root, until, error);

  if (round == NULL)
    return NULL;
  shinsa_round_settle (round);

  return g_steal_pointer (&round);
}

/**
 * shinsa_picture_load_unsettled:
 * @store: a store, in a read or write so that all tables are of one moment
 * @root: root key of the round, hex
 * @until: last place of the register that counts, -1 for all
 * @error: return location for %SHINSA_ERROR_NOT_FOUND or an error of the store
 *
 * The same, for whoever has more facts to add before it is settled.
 *
 * Returns: (transfer full) (nullable): the picture
 */
ShinsaRound *
shinsa_picture_load_unsettled (ShinsaStore  *store,
                               const char   *root,
                               gint64        until,
                               GError      **error)
{
  g_autoptr (ShinsaRound) round = shinsa_round_new ();
  g_autoptr (GHashTable) dossiers = NULL;
  gint64 rules_version = 0;

  g_return_val_if_fail (store != NULL && root != NULL, NULL);

  shinsa_set_string (&round->root, root);
  if (!load_definition (store, root, &round->definition, &round->definition_hash, &rules_version,
                        error) ||
      !load_head (round, store, until, error) ||
      !load_roster (round, store, until, error) ||
      !load_dossiers (round, store, until, error))
    return NULL;
  round->rules_version = (int) rules_version;
  dossiers = index_dossiers (round);
  if (!load_contents (round, dossiers, store, until, error) ||
      !load_documents (round, dossiers, store, until, error) ||
      !load_schedule (round, store, until, error) ||
      !shinsa_picture_load_facts (round, store, until, error))
    return NULL;

  return g_steal_pointer (&round);
}
