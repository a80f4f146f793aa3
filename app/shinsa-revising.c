/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-revising.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"
#include "shinsa-preparing.h"

typedef struct {
  ShinsaSession    *session;
  ShinsaRoundFile  *file;
  ShinsaRound      *round;
} Revision;

static void
revision_clear (Revision *self)
{
  g_clear_pointer (&self->file, shinsa_round_file_free);
  g_clear_pointer (&self->round, shinsa_round_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Revision, revision_clear)

/* The rules of a round and its requirements stay as they are, so a file that has others is a
 * mistake. */
static gboolean
check_definition (Revision  *self,
                  GFile     *definition,
                  GError   **error)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (self->file->definition_node);
  g_autofree char *hash = shinsa_sha256_hex (NULL, bytes);
  g_autofree char *name = g_file_get_basename (definition);

  if (g_str_equal (hash, self->round->definition_hash))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
               _("“%s” does not define this round as it was made. Nothing was changed. Change "
                 "the definition that this round exports, and leave its rules as they are."),
               name);

  return FALSE;
}

static gboolean
begin (Revision       *self,
       ShinsaSession  *session,
       GFile          *definition,
       GError        **error)
{
  self->session = session;

  return (self->round = shinsa_session_load (session, error)) != NULL &&
         (self->file = shinsa_session_read_definition (definition, error)) != NULL &&
         check_definition (self, definition, error);
}

static gboolean
write_part (Revision    *self,
            const char  *kind,
            const char  *member,
            JsonNode    *value,
            const char  *remark,
            const char  *text,
            GError     **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_node_take_object (node, body);
  json_object_set_member (body, member, json_node_copy (value));
  if (text != NULL)
    json_object_set_string_member (body, remark, text);
  else
    json_object_set_null_member (body, remark);

  return shinsa_session_write (self->session, kind, node, NULL, error);
}

/* --- The committee --- */

/* What members stated stays theirs, so nobody vanishes from the committee. */
static gboolean
check_nobody_vanishes (Revision  *self,
                       GError   **error)
{
  g_autoptr (GPtrArray) members = shinsa_members_read (json_node_get_array (self->file->members),
                                                       "/committee", error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (ids, ((ShinsaMember *) g_ptr_array_index (members, i))->id);
  for (guint i = 0; i < self->round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (self->round->members, i);

      if (g_hash_table_contains (ids, member->id))
        continue;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("The member “%s” is missing in the committee. Nothing was changed. Who leaves "
                     "stays in it, with the day as “until”."), member->id);
      return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_session_set_roster:
 * @self: a session that can write, with the desk of a round selected
 * @definition: a definition file of the round
 * @reason: why, or ""
 * @error: return location for an error
 *
 * Returns: whether the committee is as in the file; if not, nothing was changed
 */
gboolean
shinsa_session_set_roster (ShinsaSession  *self,
                           GFile          *definition,
                           const char     *reason,
                           GError        **error)
{
  g_auto (Revision) revision = { NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (definition) && reason != NULL, FALSE);

  return begin (&revision, self, definition, error) &&
         check_nobody_vanishes (&revision, error) &&
         write_part (&revision, SHINSA_KIND_ROSTER_SET, "members", revision.file->members, "reason",
                     reason, error);
}

/* --- The timetable --- */

/**
 * shinsa_session_set_schedule:
 * @self: a session that can write, with the desk of a round selected
 * @definition: a definition file of the round
 * @postponed: (nullable): why the round is postponed; %NULL where it is not
 * @error: return location for an error
 *
 * Returns: whether the timetable is as in the file; if not, nothing was changed
 */
gboolean
shinsa_session_set_schedule (ShinsaSession  *self,
                             GFile          *definition,
                             const char     *postponed,
                             GError        **error)
{
  g_auto (Revision) revision = { NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (definition), FALSE);

  return begin (&revision, self, definition, error) &&
         write_part (&revision, SHINSA_KIND_SCHEDULE_SET, "timetable", revision.file->timetable,
                     "postponed", postponed, error);
}

/* --- An application --- */

typedef struct {
  Revision                         *revision;
  const ShinsaRoundFileApplication *application;
  gboolean                          withdrawn;
} Entering;

static const ShinsaRoundFileApplication *
find_application (Revision    *self,
                  const char  *id,
                  GFile       *definition,
                  GError     **error)
{
  g_autofree char *name = g_file_get_basename (definition);

  for (guint i = 0; i < self->file->applications->len; i++)
    {
      const ShinsaRoundFileApplication *application = g_ptr_array_index (self->file->applications,
                                                                         i);

      if (g_str_equal (application->id, id))
        return application;
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no application “%s” in “%s”. Nothing was changed."), id, name);

  return NULL;
}

/* Of what is withdrawn only that is said: it is kept as it was read. */
static gboolean
enter_application (ShinsaStore  *store,
                   gpointer      data,
                   GError      **error)
{
  const Entering *entering = data;
  ShinsaSession *session = entering->revision->session;

  return shinsa_session_write (session, SHINSA_KIND_DOSSIER_SET, entering->application->dossier,
                               NULL, error) &&
         (entering->withdrawn ||
          shinsa_session_write (session, SHINSA_KIND_DOSSIER_CONTENT,
                                entering->application->content, NULL, error));
}

/**
 * shinsa_session_set_dossier:
 * @self: a session that can write, with the desk of a round selected
 * @definition: a definition file of the round
 * @application: the id of one of the applications in it
 * @withdrawn: whether it is withdrawn
 * @reason: why, or ""
 * @error: return location for an error
 *
 * Its documents are entered by themselves, with shinsa_session_add_document().
 *
 * Returns: whether the application is as in the file; if not, nothing was changed
 */
gboolean
shinsa_session_set_dossier (ShinsaSession  *self,
                            GFile          *definition,
                            const char     *application,
                            gboolean        withdrawn,
                            const char     *reason,
                            GError        **error)
{
  g_auto (Revision) revision = { NULL };
  Entering entering = { &revision, NULL, withdrawn };
  JsonObject *body = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (definition), FALSE);
  g_return_val_if_fail (application != NULL && reason != NULL, FALSE);

  if (withdrawn && *reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Withdrawing an application needs a reason. Nothing was changed. "
                             "Write it and try again."));
      return FALSE;
    }
  if (!begin (&revision, self, definition, error) ||
      !(entering.application = find_application (&revision, application, definition, error)))
    return FALSE;
  body = json_node_get_object (entering.application->dossier);
  json_object_set_string_member (body, "state", withdrawn ? "withdrawn" : "active");
  json_object_set_string_member (body, "reason", reason);

  return shinsa_store_write (shinsa_session_get_store (self), enter_application, &entering,
                             error);
}
