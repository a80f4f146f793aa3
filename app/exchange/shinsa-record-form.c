/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record.h"

#include <glib/gi18n-lib.h>

/* What stands where in a record without a register: everything that a profile tells, and nothing
 * else. The complete record needs none of this, since it is compared with one made again. */

typedef enum {
  TEXT,
  TEXT_OR_NULL,
  WORD,           /* one of the words named beside */
  WORDS,          /* a list of texts */
  HASH,
  HASH_OR_NULL,
  TRUTH,
  TRUTH_OR_NULL,
  COUNT,          /* a whole number from 0 */
  NUMBER,
  NUMBER_OR_NULL,
  NAME,           /* a text in one language or two */
  NAME_OR_NULL,
  ONE,            /* an object of the form named beside */
  ONE_OR_NULL,
  ONE_OR_ABSENT,
  MANY,           /* a list of them */
  ELSEWHERE,      /* looked at elsewhere */
} Kind;

typedef struct _Member Member;

struct _Member {
  const char   *name;   /* NULL after the last one */
  Kind          kind;
  const Member *form;
  const char   *words;  /* with a space between them */
};

/* --- Decisions --- */

#define METHODS "unanimous vote chair"

static const Member quorum[] = {
  { "eligible", COUNT }, { "holds", TRUTH }, { "members", COUNT }, { "present", COUNT },
  { "recused_present", COUNT }, { "required", COUNT }, { NULL }
};

static const Member waiver[] = {
  { "reason", TEXT }, { "requirement", TEXT }, { NULL }
};

static const Member outcome_for_committee[] = {
  { "by", TEXT }, { "confirmed_at", TEXT }, { "departs", TRUTH }, { "entry", HASH },
  { "method", WORD, NULL, METHODS }, { "outcome", TEXT }, { "proposal", HASH },
  { "quorum", ONE, quorum }, { "reason", TEXT }, { "sentence", TEXT },
  { "suggested", TEXT_OR_NULL }, { "version", COUNT }, { "waivers", MANY, waiver }, { NULL }
};

static const Member outcome_for_applicant[] = {
  { "confirmed_at", TEXT }, { "method", WORD, NULL, METHODS }, { "outcome", TEXT },
  { "sentence", TEXT }, { "version", COUNT }, { NULL }
};

static const Member outcome_for_public[] = {
  { "outcome", TEXT }, { "sentence", TEXT }, { NULL }
};

static const Member confirmation[] = {
  { "at", TEXT }, { "by", TEXT }, { "entry", HASH }, { "outcome", TEXT }, { "reason", TEXT },
  { "reference", TEXT }, { "seq", COUNT },
  { "state", WORD, NULL, "holds not_authorised overtaken incomplete reopened" },
  { "version", COUNT }, { NULL }
};

/* --- What members said --- */

static const Member interest[] = {
  { "declared", WORD, NULL,
    "undeclared none possible family institution company project teaching competitor other" },
  { "member", TEXT }, { "requirements", WORDS }, { "ruled_by", TEXT },
  { "state", WORD, NULL, "undeclared none waiting recused admitted" }, { NULL }
};

static const Member review[] = {
  { "abstained", ELSEWHERE }, { "admitted_reason", TEXT }, { "at", TEXT }, { "entry", HASH },
  { "growth", ELSEWHERE }, { "late", TRUTH }, { "member", TEXT }, { "overall", ELSEWHERE },
  { "phase", ELSEWHERE }, { "questions", ELSEWHERE }, { "remarks", ELSEWHERE },
  { "requirement_set", ELSEWHERE }, { "revision", ELSEWHERE }, { "scores", ELSEWHERE },
  { "seq", COUNT }, { "source", WORD, NULL, "own paper voice telephone" },
  { "status", WORD, NULL,
    "counts waiting replaced late void other_version partly_heard" },
  { "strong", ELSEWHERE }, { "weak", ELSEWHERE }, { NULL }
};

static const Member question[] = {
  { "answer", TEXT }, { "member", TEXT }, { "question", TEXT },
  { "state", WORD, NULL, "open sent answered asked confirmed" }, { "text", TEXT }, { NULL }
};

/* --- The interview --- */

static const Member segment[] = {
  { "code", TEXT }, { "ended", TEXT_OR_NULL }, { "minutes", COUNT }, { "started", TEXT }, { NULL }
};

static const Member hearing[] = {
  { "heard", WORD, NULL, "unknown whole part none" }, { "member", TEXT }, { NULL }
};

#define HELD { "started", TEXT_OR_NULL }, { "stopped", TEXT_OR_NULL }

static const Member interview_for_committee[] = {
  HELD, { "heard", MANY, hearing }, { "segments", MANY, segment },
  { "what_became_clear", TEXT_OR_NULL }, { NULL }
};

static const Member interview_for_applicant[] = {
  HELD, { "segments", MANY, segment }, { NULL }
};

static const Member interview_for_public[] = {
  HELD, { NULL }
};

/* --- Numbers --- */

static const Member aggregate_without_levels[] = {
  { "at_or_above", COUNT }, { "cannot_judge", COUNT }, { "counted", COUNT }, { "eligible", COUNT },
  { "maximum", NUMBER_OR_NULL }, { "mean", NUMBER_OR_NULL }, { "median", NUMBER_OR_NULL },
  { "minimum", NUMBER_OR_NULL }, { "missing", COUNT }, { "passes", TRUTH_OR_NULL },
  { "recused", COUNT }, { "reference_only", TRUTH }, { "requirement", TEXT }, { "split", TRUTH },
  { "statistic", NUMBER_OR_NULL }, { "threshold", NUMBER }, { "void", COUNT }, { NULL }
};

static const Member aggregates_without_levels[] = {
  { "decision", MANY, aggregate_without_levels }, { "paper", MANY, aggregate_without_levels },
  { NULL }
};

static const Member aggregates[] = {
  { "decision", ELSEWHERE }, { "paper", ELSEWHERE }, { NULL }
};

/* --- Applications --- */

#define STATES "active withdrawn"

static const Member application_for_committee[] = {
  { "aggregates", ONE, aggregates }, { "growth", ELSEWHERE }, { "history", MANY, confirmation },
  { "id", TEXT }, { "interests", MANY, interest },
  { "interview", ONE_OR_ABSENT, interview_for_committee }, { "market_areas", WORDS },
  { "name", NAME },
  { "network_organisation", NAME_OR_NULL }, { "outcome", ONE_OR_NULL, outcome_for_committee },
  { "position", COUNT }, { "questions", MANY, question }, { "reason", TEXT },
  { "reviews", MANY, review }, { "state", WORD, NULL, STATES }, { "suggestion", ELSEWHERE },
  { NULL }
};

static const Member application_for_applicant[] = {
  { "aggregates", ONE, aggregates_without_levels }, { "id", TEXT },
  { "interview", ONE_OR_ABSENT, interview_for_applicant }, { "market_areas", WORDS },
  { "name", NAME }, { "network_organisation", NAME_OR_NULL },
  { "outcome", ONE_OR_NULL, outcome_for_applicant }, { "position", COUNT }, { "reason", TEXT },
  { "state", WORD, NULL, STATES }, { NULL }
};

static const Member application_for_public[] = {
  { "id", TEXT }, { "interview", ONE_OR_ABSENT, interview_for_public },
  { "market_areas", WORDS }, { "name", NAME }, { "outcome", ONE, outcome_for_public }, { NULL }
};

/* --- The record --- */

static const Member member[] = {
  { "acting_order", NUMBER_OR_NULL }, { "id", TEXT },
  { "role", WORD, NULL, "chair deputy member secretariat observer" }, { "scores", TRUTH }, { NULL }
};

static const Member attendance[] = {
  { "application", TEXT_OR_NULL }, { "at", TEXT }, { "member", TEXT }, { "seq", COUNT },
  { "state", WORD, NULL, "in_room web late out left absent out_for_interest" }, { NULL }
};

static const Member place[] = {
  { "head", HASH }, { "seq", COUNT }, { NULL }
};

static const Member round_facts[] = {
  { "announce_on", ELSEWHERE }, { "call_from", ELSEWHERE }, { "call_to", ELSEWHERE },
  { "definition_hash", ELSEWHERE }, { "id", ELSEWHERE }, { "practice", ELSEWHERE },
  { "root", HASH }, { "rules_version", COUNT }, { "title", ELSEWHERE }, { "track", ELSEWHERE },
  { NULL }
};

#define RECORD(application_form)                                                                  \
  {                                                                                               \
    { "application", TEXT_OR_NULL }, { "applications", MANY, application_form },                  \
    { "attendance", MANY, attendance }, { "committee", MANY, member }, { "counts", ELSEWHERE },   \
    { "definition", ELSEWHERE }, { "format", TEXT }, { "not_applied", WORDS },                    \
    { "profile", TEXT }, { "register", ONE, place }, { "requirement_set_hash", HASH },            \
    { "round", ONE, round_facts }, { "signature", ELSEWHERE }, { "supersedes", HASH_OR_NULL },    \
    { "version", COUNT }, { NULL }                                                                \
  }

static const Member record_for_committee[] = RECORD (application_for_committee);
static const Member record_for_applicant[] = RECORD (application_for_applicant);
static const Member record_for_public[] = RECORD (application_for_public);

/* --- Looking at it --- */

static gboolean check_object (JsonObject    *object,
                              const Member  *form,
                              const char    *path,
                              GError       **error);

static gboolean
is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_hash (JsonNode *node)
{
  return is_text (node) && shinsa_hex_is (json_node_get_string (node), SHINSA_DIGEST_BYTES);
}

static gboolean
is_number (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64;
}

static gboolean
is_list_of_texts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!is_text (json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static gboolean
is_word (JsonNode   *node,
         const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return is_text (node) &&
         g_strv_contains ((const char * const *) list, json_node_get_string (node));
}

static gboolean
is_name (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  guint texts = 0;
  JsonObjectIter iter;
  const char *language;
  JsonNode *value;

  if (object == NULL)
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &language, &value))
    {
      if ((!g_str_equal (language, "en") && !g_str_equal (language, "ja")) ||
          (!is_text (value) && !JSON_NODE_HOLDS_NULL (value)))
        return FALSE;
      texts += is_text (value);
    }
  return texts > 0;
}

static gboolean
is_kind (JsonNode     *node,
         const Member *expected)
{
  gboolean is_null = JSON_NODE_HOLDS_NULL (node);

  switch (expected->kind)
    {
    case TEXT:
      return is_text (node);
    case TEXT_OR_NULL:
      return is_null || is_text (node);
    case WORD:
      return is_word (node, expected->words);
    case WORDS:
      return is_list_of_texts (node);
    case HASH:
      return is_hash (node);
    case HASH_OR_NULL:
      return is_null || is_hash (node);
    case TRUTH:
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case TRUTH_OR_NULL:
      return is_null || json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case COUNT:
      return json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0;
    case NUMBER:
      return is_number (node);
    case NUMBER_OR_NULL:
      return is_null || is_number (node);
    case NAME:
      return is_name (node);
    case NAME_OR_NULL:
      return is_null || is_name (node);
    case ONE:
    case ONE_OR_ABSENT:
      return JSON_NODE_HOLDS_OBJECT (node);
    case ONE_OR_NULL:
      return is_null || JSON_NODE_HOLDS_OBJECT (node);
    case MANY:
      return JSON_NODE_HOLDS_ARRAY (node);
    case ELSEWHERE:
    default:
      return TRUE;
    }
}

static gboolean
check_many (JsonArray     *array,
            const Member  *form,
            const char    *path,
            GError       **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = shinsa_json_element_object (array, path, i, error);
      g_autofree char *element = g_strdup_printf ("%s/%u", path, i);

      if (object == NULL || !check_object (object, form, element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_member (JsonObject    *object,
              const Member  *expected,
              const char    *path,
              GError       **error)
{
  JsonNode *node = json_object_get_member (object, expected->name);
  g_autofree char *where = shinsa_json_path (path, expected->name, -1);

  if (node == NULL)
    return expected->kind == ONE_OR_ABSENT ||
           shinsa_record_refuse (error, where, _("this is missing."));
  if (!is_kind (node, expected))
    return shinsa_record_refuse (error, where, _("this is not of the kind that stands here."));
  if (expected->kind == MANY)
    return check_many (json_node_get_array (node), expected->form, where, error);
  if (expected->form != NULL && !JSON_NODE_HOLDS_NULL (node))
    return check_object (json_node_get_object (node), expected->form, where, error);
  return TRUE;
}

static gboolean
check_object (JsonObject    *object,
              const Member  *form,
              const char    *path,
              GError       **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (const Member *expected = form; expected->name != NULL; expected++)
    if (!check_member (object, expected, path, error))
      return FALSE;
  for (GList *item = names; item != NULL; item = item->next)
    {
      g_autofree char *where = shinsa_json_path (path, item->data, -1);
      const Member *expected = form;

      while (expected->name != NULL && !g_str_equal (expected->name, item->data))
        expected++;
      if (expected->name == NULL)
        return shinsa_record_refuse (error, where,
                                     _("who reads this record is not told this."));
    }
  return TRUE;
}

/* Refuses the first place where something else stands than the profile tells. */
gboolean
shinsa_record_check_form (const ShinsaRecordReading  *reading,
                          GError                    **error)
{
  const Member *form = record_for_public;

  if (g_str_equal (reading->profile, SHINSA_PROFILE_COMMITTEE))
    form = record_for_committee;
  else if (g_str_equal (reading->profile, SHINSA_PROFILE_APPLICANT))
    form = record_for_applicant;
  return check_object (reading->record, form, "", error);
}
