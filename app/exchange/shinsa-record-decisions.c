/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "entries/shinsa-picture.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-words.h"

/* --- The decision that holds --- */

static const ShinsaProposal *
find_proposal (const ShinsaRound *round,
               const char        *entry)
{
  for (guint i = 0; i < round->proposals->len; i++)
    {
      const ShinsaProposal *proposal = g_ptr_array_index (round->proposals, i);

      if (g_str_equal (proposal->entry, entry))
        return proposal;
    }
  /* A confirmation holds only for a proposal that the register has. */
  g_return_val_if_reached (NULL);
}

static JsonObject *
write_quorum (const ShinsaQuorum *quorum)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "members", quorum->members);
  json_object_set_int_member (object, "required", quorum->required);
  json_object_set_int_member (object, "present", quorum->present);
  json_object_set_int_member (object, "recused_present", quorum->recused_present);
  json_object_set_int_member (object, "eligible", quorum->eligible);
  json_object_set_boolean_member (object, "holds", quorum->holds);
  return object;
}

/* The committee may have gone home since: its quorum is that of the moment that the chair saw. */
static gboolean
set_quorum (JsonObject                *object,
            ShinsaRecordSource        *source,
            const ShinsaConfirmation  *confirmation,
            GError                   **error)
{
  g_autoptr (ShinsaQuorum) quorum = NULL;

  if (source->seen == NULL || source->seen->seq != confirmation->seen)
    {
      g_clear_pointer (&source->seen, shinsa_round_unref);
      source->seen = shinsa_picture_load (source->store, source->round->root, confirmation->seen,
                                          error);
      if (source->seen == NULL)
        return FALSE;
    }
  quorum = shinsa_meeting_quorum (source->seen, confirmation->application);
  json_object_set_object_member (object, "quorum", write_quorum (quorum));
  return TRUE;
}

static gboolean
set_grounds (JsonObject                *object,
             ShinsaRecordSource        *source,
             const ShinsaConfirmation  *confirmation,
             GError                   **error)
{
  const ShinsaProposal *proposal = find_proposal (source->round, confirmation->proposal);
  const char *suggested = *proposal->suggested != '\0' ? proposal->suggested : NULL;
  g_autoptr (JsonNode) body = NULL;

  if (!shinsa_record_read_entry (source, proposal->entry, NULL, &body, error))
    return FALSE;
  json_object_set_string_member (object, "by", shinsa_record_call (source, confirmation->member));
  json_object_set_string_member (object, "entry", confirmation->entry);
  json_object_set_string_member (object, "proposal", confirmation->proposal);
  json_object_set_string_member (object, "suggested", suggested);
  json_object_set_boolean_member (object, "departs",
                                  suggested != NULL &&
                                  !g_str_equal (suggested, confirmation->outcome));
  json_object_set_string_member (object, "reason", proposal->reason);
  json_object_set_member (object, "waivers",
                          json_node_copy (json_object_get_member (json_node_get_object (body),
                                                                  "waivers")));
  return set_quorum (object, source, confirmation, error);
}

static JsonNode *
write_outcome (ShinsaRecordSource        *source,
               const ShinsaConfirmation  *confirmation,
               GError                   **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *at = NULL;
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_string_member (object, "outcome", confirmation->outcome);
  json_object_set_string_member (object, "sentence", confirmation->sentence);
  if (source->profile == SHINSA_RECORD_PUBLIC)
    return g_steal_pointer (&node);

  if (!shinsa_record_read_entry (source, confirmation->entry, &at, NULL, error))
    return NULL;
  json_object_set_string_member (object, "confirmed_at", at);
  json_object_set_string_member (object, "method", confirmation->method);
  json_object_set_int_member (object, "version", confirmation->version);
  if (source->profile != SHINSA_RECORD_APPLICANT &&
      !set_grounds (object, source, confirmation, error))
    return NULL;
  return g_steal_pointer (&node);
}

/* --- All that were given --- */

static JsonNode *
write_confirmation (ShinsaRecordSource        *source,
                    const ShinsaConfirmation  *confirmation,
                    GError                   **error)
{
  g_autofree char *at = NULL;
  JsonObject *object;
  JsonNode *node;

  if (!shinsa_record_read_entry (source, confirmation->entry, &at, NULL, error))
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "by", shinsa_record_call (source, confirmation->member));
  json_object_set_string_member (object, "entry", confirmation->entry);
  json_object_set_int_member (object, "seq", confirmation->seq);
  json_object_set_string_member (object, "outcome", confirmation->outcome);
  json_object_set_string_member (object, "state",
                                 shinsa_confirmation_state_to_string (confirmation->state));
  json_object_set_string_member (object, "reason", confirmation->reason);
  json_object_set_string_member (object, "reference", confirmation->reference);
  json_object_set_int_member (object, "version", confirmation->version);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static gboolean
set_history (JsonObject          *object,
             ShinsaRecordSource  *source,
             const char          *application,
             GError             **error)
{
  g_autoptr (JsonArray) history = json_array_new ();

  for (guint i = 0; i < source->round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (source->round->confirmations, i);
      JsonNode *node;

      if (!g_str_equal (confirmation->application, application))
        continue;
      node = write_confirmation (source, confirmation, error);
      if (node == NULL)
        return FALSE;
      json_array_add_element (history, node);
    }
  json_object_set_array_member (object, "history", g_steal_pointer (&history));
  return TRUE;
}

/* Sets the outcome of an application and, where it is told, how it came about. */
gboolean
shinsa_record_set_decisions (ShinsaRecordSource  *source,
                             const char          *application,
                             JsonObject          *object,
                             GError             **error)
{
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (source->round, application);

  if (confirmation != NULL)
    {
      JsonNode *outcome = write_outcome (source, confirmation, error);

      if (outcome == NULL)
        return FALSE;
      json_object_set_member (object, "outcome", outcome);
    }
  else
    {
      json_object_set_null_member (object, "outcome");
    }
  return source->profile == SHINSA_RECORD_APPLICANT || source->profile == SHINSA_RECORD_PUBLIC ||
         set_history (object, source, application, error);
}
