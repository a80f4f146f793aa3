/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "entries/shinsa-picture-body.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"
#include "shinsa-round-tables.h"

#include <glib/gi18n-lib.h>

/* A member of a body that has to be held, as the body has it. */
static gboolean
read_member (ShinsaStore  *store,
             const char   *hash,
             const char   *name,
             JsonNode    **node,
             GError      **error)
{
  g_autoptr (JsonNode) body = NULL;

  if (!shinsa_picture_read_body (store, hash, &body, error))
    return FALSE;
  if (body == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                           _("Something that the register names is not held here, so the record "
                             "would not be complete. Nothing was written. Run “shinsactl "
                             "store "
                             "check”."));
      return FALSE;
    }
  *node = name != NULL ? json_node_copy (json_object_get_member (json_node_get_object (body), name))
                       : g_steal_pointer (&body);
  return TRUE;
}

static gboolean
read_definition (ShinsaRecordSource  *self,
                 GError             **error)
{
  g_autoptr (GPtrArray) rows = shinsa_round_list (self->store, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaRoundRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->round, self->round->root))
        return read_member (self->store, row->body, "definition", &self->definition, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_members (ShinsaRecordSource  *self,
              GError             **error)
{
  g_autoptr (GPtrArray) rows = shinsa_roster_list (self->store, self->round->root,
                                                   self->round->seq, error);
  const ShinsaRosterRow *row;

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    {
      self->members = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (self->members, json_array_new ());
      return TRUE;
    }
  row = g_ptr_array_index (rows, rows->len - 1);
  return read_member (self->store, row->body, "members", &self->members, error);
}

static gboolean
read_dossiers (ShinsaRecordSource  *self,
               GError             **error)
{
  g_autoptr (GPtrArray) rows = shinsa_dossier_list (self->store, self->round->root,
                                                    self->round->seq, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDossierRow *row = g_ptr_array_index (rows, i);
      JsonNode *body = NULL;

      if (!read_member (self->store, row->body, NULL, &body, error))
        return FALSE;
      g_hash_table_insert (self->dossiers, g_strdup (row->application), body);
    }
  return TRUE;
}

/* Takes a source that has its round, store and profile, and reads what else is needed. */
gboolean
shinsa_record_source_init (ShinsaRecordSource  *self,
                           GError             **error)
{
  self->dossiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) json_node_unref);
  return read_definition (self, error) &&
         read_members (self, error) &&
         read_dossiers (self, error);
}

void
shinsa_record_source_clear (ShinsaRecordSource *self)
{
  g_clear_pointer (&self->definition, json_node_unref);
  g_clear_pointer (&self->members, json_node_unref);
  g_clear_pointer (&self->dossiers, g_hash_table_unref);
  g_clear_pointer (&self->seen, shinsa_round_unref);
}

/* What a member is called in this record: by the letter, where that is what readers see. Who
 * has none, not being asked to score, is called by the role. */
const char *
shinsa_record_call (ShinsaRecordSource *source,
                    const char         *member)
{
  const ShinsaMember *who;

  if (source->profile == SHINSA_RECORD_SECRETARIAT || *member == '\0')
    return member;
  who = shinsa_round_member (source->round, member);
  if (who == NULL)
    return "member";
  return *who->letter != '\0' ? who->letter : who->role;
}

/* An entry that took effect in this round; its body was held then and cannot be gone. */
gboolean
shinsa_record_read_entry (ShinsaRecordSource  *source,
                          const char          *hash,
                          char               **at,
                          JsonNode           **body,
                          GError             **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;

  if (!shinsa_journal_lookup (source->store, hash, &entry, error))
    return FALSE;
  g_return_val_if_fail (entry != NULL, FALSE);
  if (at != NULL)
    *at = g_strdup (entry->at);
  return body == NULL || read_member (source->store, entry->body, NULL, body, error);
}
