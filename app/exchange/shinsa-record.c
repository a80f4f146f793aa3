/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record.h"

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record-private.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-words.h"
#include "shinsa-journal.h"

/**
 * shinsa_record_profiles:
 *
 * Returns: (transfer none) (array zero-terminated=1): for whom there are records
 */
const char * const *
shinsa_record_profiles (void)
{
  static const char * const profiles[] = {
    [SHINSA_RECORD_SECRETARIAT] = SHINSA_PROFILE_SECRETARIAT,
    [SHINSA_RECORD_COMMITTEE] = SHINSA_PROFILE_COMMITTEE,
    [SHINSA_RECORD_APPLICANT] = SHINSA_PROFILE_APPLICANT,
    [SHINSA_RECORD_PUBLIC] = SHINSA_PROFILE_PUBLIC,
    NULL
  };

  return profiles;
}

static ShinsaRecordProfile
find_profile (const char *word)
{
  const char * const *profiles = shinsa_record_profiles ();
  guint profile = 0;

  while (!g_str_equal (profiles[profile], word))
    profile++;
  return profile;
}

/**
 * shinsa_record_find_place:
 * @store: a store
 * @root: root key of the round, hex
 * @seq: (out): the place
 * @error: return location for an error of the store
 *
 * Finds the last place of the register where something other than an export stands. Records are
 * told from there, so that writing one does not change the next.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_record_find_place (ShinsaStore  *store,
                          const char   *root,
                          gint64       *seq,
                          GError      **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;

  g_return_val_if_fail (store != NULL && root != NULL && seq != NULL, FALSE);

  if (!shinsa_journal_last (store, root, root, &entry, error))
    return FALSE;
  while (entry != NULL && g_str_equal (entry->kind, SHINSA_KIND_RECORD_EXPORT))
    {
      gint64 before = entry->seq - 1;

      g_clear_pointer (&entry, shinsa_entry_row_free);
      if (!shinsa_journal_lookup_seq (store, root, root, before, &entry, error))
        return FALSE;
    }
  *seq = entry != NULL ? entry->seq : 0;
  return TRUE;
}

/* --- What stands above the applications --- */

static JsonObject *
write_round (ShinsaRecordSource *source)
{
  static const char * const told[] = {
    "announce_on", "call_from", "call_to", "id", "practice", "title", "track"
  };
  JsonObject *definition = json_node_get_object (source->definition);
  JsonObject *round = json_object_get_object_member (definition, "round");
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    json_object_set_member (object, told[i],
                            json_node_copy (json_object_get_member (round, told[i])));
  json_object_set_string_member (object, "root", source->round->root);
  json_object_set_string_member (object, "definition_hash", source->round->definition_hash);
  json_object_set_int_member (object, "rules_version", source->round->rules_version);
  return object;
}

static JsonObject *
write_register (const ShinsaRound *round)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "head", round->head);
  json_object_set_int_member (object, "seq", round->seq);
  return object;
}

static JsonObject *
write_member (ShinsaRecordSource *source,
              const ShinsaMember *member,
              JsonObject         *body)
{
  static const char * const told[] = { "acting_order", "role", "scores", "name", "affiliations" };
  gboolean named = source->profile == SHINSA_RECORD_SECRETARIAT;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", shinsa_record_call (source, member->id));
  for (guint i = 0; i < (named ? 5 : 3); i++)
    json_object_set_member (object, told[i],
                            json_node_copy (json_object_get_member (body, told[i])));
  return object;
}

static JsonArray *
write_committee (ShinsaRecordSource *source)
{
  JsonArray *committee = json_array_new ();
  JsonArray *members = json_node_get_array (source->members);

  for (guint i = 0; i < source->round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (source->round->members, i);

      if (source->profile == SHINSA_RECORD_SECRETARIAT ||
          shinsa_round_is_scorer (source->round, member))
        json_array_add_object_element (committee,
                                       write_member (source, member,
                                                     json_array_get_object_element (members, i)));
    }
  return committee;
}

static JsonArray *
write_attendance (ShinsaRecordSource *source)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < source->round->attendance->len; i++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (source->round->attendance, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "application", attendance->application);
      json_object_set_string_member (object, "at", attendance->at);
      json_object_set_string_member (object, "member",
                                     shinsa_record_call (source, attendance->member));
      json_object_set_int_member (object, "seq", attendance->seq);
      json_object_set_string_member (object, "state",
                                     shinsa_attendance_to_string (attendance->state));
      json_array_add_object_element (array, object);
    }
  return array;
}

/* The last one of the same kind that this register knows to have been handed out. */
static const char *
find_superseded (const ShinsaRound *round,
                 const char        *profile,
                 const char        *application)
{
  for (guint i = round->exports->len; i > 0; i--)
    {
      const ShinsaExport *export = g_ptr_array_index (round->exports, i - 1);

      if (g_str_equal (export->profile, profile) &&
          g_strcmp0 (export->application, application) == 0)
        return export->sha256;
    }
  return NULL;
}

static JsonArray *
write_words (GPtrArray *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < words->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (words, i));
  return array;
}

/* --- The whole --- */

static gboolean
is_in (ShinsaRecordSource  *source,
       const ShinsaDossier *dossier,
       const char          *application)
{
  const ShinsaConfirmation *confirmation;
  const ShinsaOutcome *outcome;

  if (source->profile == SHINSA_RECORD_APPLICANT)
    return g_str_equal (dossier->id, application);
  if (source->profile != SHINSA_RECORD_PUBLIC)
    return TRUE;
  confirmation = shinsa_round_confirmation (source->round, dossier->id);
  if (confirmation == NULL)
    return FALSE;
  outcome = shinsa_definition_outcome (source->round->definition, confirmation->outcome);
  return outcome != NULL && outcome->is_public;
}

static gboolean
set_applications (JsonObject          *object,
                  ShinsaRecordSource  *source,
                  const char          *application,
                  GError             **error)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < source->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (source->round->dossiers, i);
      JsonNode *node;

      if (!is_in (source, dossier, application))
        continue;
      node = shinsa_record_application (source, dossier, error);
      if (node == NULL)
        return FALSE;
      json_array_add_element (array, node);
    }
  json_object_set_object_member (object, "counts",
                                 shinsa_record_counts (source->round->definition, array));
  json_object_set_array_member (object, "applications", g_steal_pointer (&array));
  return TRUE;
}

static gboolean
set_all (JsonObject          *object,
         ShinsaRecordSource  *source,
         const char          *application,
         const char          *signature,
         GError             **error)
{
  const ShinsaRound *round = source->round;
  const char *profile = shinsa_record_profiles ()[source->profile];
  gboolean has_members = source->profile == SHINSA_RECORD_SECRETARIAT ||
                         source->profile == SHINSA_RECORD_COMMITTEE;

  if (!shinsa_record_source_init (source, error) || !shinsa_record_check_whole (source, error) ||
      !set_applications (object, source, application, error))
    return FALSE;
  json_object_set_string_member (object, "format", SHINSA_RECORD_FORMAT);
  json_object_set_int_member (object, "version", SHINSA_RECORD_VERSION);
  json_object_set_string_member (object, "profile", profile);
  json_object_set_string_member (object, "application", application);
  json_object_set_object_member (object, "round", write_round (source));
  json_object_set_object_member (object, "register", write_register (round));
  json_object_set_member (object, "definition", json_node_copy (source->definition));
  json_object_set_string_member (object, "requirement_set_hash",
                                 round->definition->requirement_set_hash);
  json_object_set_array_member (object, "committee",
                                has_members ? write_committee (source) : json_array_new ());
  json_object_set_array_member (object, "attendance",
                                has_members ? write_attendance (source) : json_array_new ());
  json_object_set_array_member (object, "not_applied",
                                has_members ? write_words (round->not_applied)
                                            : json_array_new ());
  json_object_set_string_member (object, "supersedes",
                                 find_superseded (round, profile, application));
  if (source->profile == SHINSA_RECORD_SECRETARIAT)
    {
      JsonNode *journal = shinsa_record_journal (source, signature, error);

      if (journal == NULL)
        return FALSE;
      json_object_set_member (object, "journal", journal);
    }
  return TRUE;
}

/**
 * shinsa_record_build:
 * @whole: a whole picture
 * @store: the store that it was loaded from
 * @profile: for whom, one of shinsa_record_profiles()
 * @application: (nullable): for an applicant, which application of the round
 * @signature: (nullable): of the register's head at the place of @whole; for the secretariat
 * @error: return location for %SHINSA_ERROR_REFUSED where something is missing, or an error of
 *   the store
 *
 * Returns: (transfer full) (nullable): the record, not signed yet
 */
JsonNode *
shinsa_record_build (const ShinsaRound  *whole,
                     ShinsaStore        *store,
                     const char         *profile,
                     const char         *application,
                     const char         *signature,
                     GError            **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  ShinsaRecordSource source = { whole, store };
  gboolean done;

  g_return_val_if_fail (whole != NULL && store != NULL, NULL);
  g_return_val_if_fail (g_strv_contains (shinsa_record_profiles (), profile), NULL);
  source.profile = find_profile (profile);
  g_return_val_if_fail ((source.profile == SHINSA_RECORD_APPLICANT) == (application != NULL), NULL);
  g_return_val_if_fail (source.profile != SHINSA_RECORD_SECRETARIAT || signature != NULL, NULL);

  json_node_take_object (node, json_object_new ());
  done = set_all (json_node_get_object (node), &source, application, signature, error);
  shinsa_record_source_clear (&source);
  return done ? g_steal_pointer (&node) : NULL;
}

/* --- Signature --- */

/* Everything but the signature itself. */
GBytes *
shinsa_record_signed_bytes (JsonNode *record)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (record));
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (!g_str_equal (name, "signature"))
        json_object_set_member (object, name, json_node_copy (value));
    }
  json_node_take_object (node, object);
  return shinsa_json_write (node);
}

/**
 * shinsa_record_sign:
 * @record: a record
 * @identity: the key of the desk
 *
 * Adds the signature. The same record gets the same one each time.
 */
void
shinsa_record_sign (JsonNode       *record,
                    ShinsaIdentity *identity)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *value = NULL;
  JsonObject *signature;

  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (record));
  g_return_if_fail (SHINSA_IS_IDENTITY (identity));

  bytes = shinsa_record_signed_bytes (record);
  value = shinsa_identity_sign (identity, SHINSA_RECORD_CONTEXT, bytes);
  signature = json_object_new ();
  json_object_set_string_member (signature, "feed", shinsa_identity_get_feed (identity));
  json_object_set_string_member (signature, "value", value);
  json_object_set_object_member (json_node_get_object (record), "signature", signature);
}
