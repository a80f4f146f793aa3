/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "rules/shinsa-words.h"

/* What a review says itself stands as its author signed it. */
static const char * const told[] = {
  "abstained", "growth", "overall", "phase", "questions", "remarks", "requirement_set", "revision",
  "scores", "strong", "weak"
};

static void
copy_body (JsonNode   *body,
           JsonObject *object)
{
  JsonObject *said = json_node_get_object (body);

  /* One that the desk entered stands within the act. */
  if (json_object_has_member (said, "review"))
    said = json_object_get_object_member (said, "review");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    json_object_set_member (object, told[i],
                            json_node_copy (json_object_get_member (said, told[i])));
}

static JsonNode *
write_review (ShinsaRecordSource  *source,
              const ShinsaReview  *review,
              GError             **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) body = NULL;
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  if (!shinsa_record_read_entry (source, review->entry, NULL, &body, error))
    return NULL;
  copy_body (body, object);
  json_object_set_string_member (object, "member", shinsa_record_call (source, review->member));
  json_object_set_string_member (object, "at", review->at);
  json_object_set_string_member (object, "entry", review->entry);
  json_object_set_int_member (object, "seq", review->seq);
  json_object_set_string_member (object, "source", review->source);
  json_object_set_boolean_member (object, "late", review->late);
  json_object_set_string_member (object, "admitted_reason", review->admitted_reason);
  json_object_set_string_member (object, "status", shinsa_review_status_to_string (review->status));
  /* A feed would say whose letter it is. */
  if (source->profile == SHINSA_RECORD_SECRETARIAT)
    json_object_set_string_member (object, "feed", review->feed);
  return g_steal_pointer (&node);
}

/* Sets the reviews of an application, whatever they are worth, in the order of the register. */
gboolean
shinsa_record_set_reviews (ShinsaRecordSource  *source,
                           const char          *application,
                           JsonObject          *object,
                           GError             **error)
{
  g_autoptr (JsonArray) reviews = json_array_new ();

  for (guint i = 0; i < source->round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (source->round->reviews, i);
      JsonNode *node;

      if (!g_str_equal (review->application, application))
        continue;
      node = write_review (source, review, error);
      if (node == NULL)
        return FALSE;
      json_array_add_element (reviews, node);
    }
  json_object_set_array_member (object, "reviews", g_steal_pointer (&reviews));
  return TRUE;
}
