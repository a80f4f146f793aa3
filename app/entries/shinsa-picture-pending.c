/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-picture.h"

#include "entries/shinsa-kind.h"
#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-review-body.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-journal.h"

/* What lies over the picture: written on this computer, not received by the desk yet. These
 * bodies were checked when they were written here. */

static gboolean
add_review (ShinsaRound           *round,
            const ShinsaEntryRow  *entry,
            JsonObject            *body,
            const char            *member,
            GError               **error)
{
  ShinsaReview *review = shinsa_review_read (body, "", error);

  if (review == NULL)
    return FALSE;
  review->feed_seq = entry->seq;
  review->status = SHINSA_REVIEW_PENDING;
  shinsa_set_string (&review->entry, entry->hash);
  shinsa_set_string (&review->feed, entry->feed);
  shinsa_set_string (&review->at, entry->at);
  shinsa_set_string (&review->member, member);
  g_ptr_array_add (round->reviews, review);

  return TRUE;
}

static gboolean
add_declaration (ShinsaRound  *round,
                 JsonObject   *body,
                 const char   *member)
{
  JsonArray *requirements = json_object_get_array_member (body, "requirements");
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < json_array_get_length (requirements); i++)
    g_strv_builder_add (codes, json_array_get_string_element (requirements, i));
  list = g_strv_builder_end (codes);
  shinsa_round_add_declaration (round, json_object_get_string_member (body, "application"), member,
                                json_object_get_string_member (body, "interest"),
                                (const char * const *) list,
                                json_object_get_string_member (body, "reason"), 0);

  return TRUE;
}

static gboolean
add_confirmation (ShinsaRound           *round,
                  const ShinsaEntryRow  *entry,
                  JsonObject            *body,
                  const char            *member)
{
  ShinsaConfirmation *confirmation = shinsa_confirmation_new ();

  confirmation->state = SHINSA_CONFIRMATION_PENDING;
  shinsa_set_string (&confirmation->entry, entry->hash);
  shinsa_set_string (&confirmation->at, entry->at);
  shinsa_set_string (&confirmation->application,
                     json_object_get_string_member (body, "application"));
  shinsa_set_string (&confirmation->member, member);
  shinsa_set_string (&confirmation->proposal, json_object_get_string_member (body, "proposal"));
  shinsa_set_string (&confirmation->outcome, json_object_get_string_member (body, "outcome"));
  shinsa_set_string (&confirmation->method, json_object_get_string_member (body, "method"));
  shinsa_set_string (&confirmation->sentence, json_object_get_string_member (body, "sentence"));
  g_ptr_array_add (round->confirmations, confirmation);

  return TRUE;
}

/* A reopening changes nothing before the desk has it, and opening a feed is not part of a
 * picture. */
static gboolean
add_pending (ShinsaRound           *round,
             const ShinsaEntryRow  *entry,
             JsonObject            *body,
             const char            *member,
             GError               **error)
{
  if (g_str_equal (entry->kind, SHINSA_KIND_REVIEW_SUBMIT))
    return add_review (round, entry, body, member, error);
  if (g_str_equal (entry->kind, SHINSA_KIND_INTEREST_DECLARE))
    return add_declaration (round, body, member);
  if (g_str_equal (entry->kind, SHINSA_KIND_DECISION_CONFIRM))
    return add_confirmation (round, entry, body, member);

  return TRUE;
}

static gboolean
overlay_entry (ShinsaStore           *store,
               const ShinsaEntryRow  *entry,
               ShinsaRound           *round,
               const char            *member,
               GError               **error)
{
  g_autoptr (JsonNode) body = NULL;

  if (!shinsa_picture_read_body (store, entry->body, &body, error))
    return FALSE;
  return body == NULL ||
         add_pending (round, entry, json_node_get_object (body), member, error);
}

/**
 * shinsa_picture_overlay:
 * @store: where the picture is from
 * @round: a picture that is not settled yet
 * @member: (nullable): whose writing is laid over it; "desk" has none
 * @error: return location for an error
 *
 * Returns: whether everything that the member wrote here and the desk did not receive was added
 */
gboolean
shinsa_picture_overlay (ShinsaStore  *store,
                        ShinsaRound  *round,
                        const char   *member,
                        GError      **error)
{
  g_return_val_if_fail (SHINSA_IS_STORE (store), FALSE);
  g_return_val_if_fail (round != NULL, FALSE);

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);
      g_autoptr (GPtrArray) entries = NULL;

      if (!feed->here || g_strcmp0 (feed->member, member) != 0 ||
          feed->held_seq <= feed->received_seq)
        continue;
      entries = shinsa_journal_list (store, round->root, feed->feed, feed->received_seq + 1, error);
      if (entries == NULL)
        return FALSE;
      for (guint j = 0; j < entries->len; j++)
        {
          if (!overlay_entry (store, g_ptr_array_index (entries, j), round, member, error))
            return FALSE;
        }
    }
  return TRUE;
}
