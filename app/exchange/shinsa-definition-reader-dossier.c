/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ORGANISATIONS 2000
#define MAX_PERSONS 500
#define MAX_REASON 20000

static const char * const organisation_kinds[] = {
  "university", "research_institute", "government", "company", "venture", "incubator",
  "financial", "cooperative", "hospital", "other", NULL,
};

/* --- Organisations --- */

static gboolean
read_organisation (JsonObject  *object,
                   const char  *path,
                   gpointer     into,
                   GError     **error)
{
  ShinsaOrganisation *organisation = shinsa_organisation_new ();
  const char *kind;

  g_ptr_array_add (into, organisation);
  if (!shinsa_read_members (object, path, error, "name", "kind", NULL) ||
      !shinsa_read_text (object, path, "name", &organisation->name, error) ||
      (kind = shinsa_read_word (object, path, "kind", organisation_kinds, error)) == NULL)
    return FALSE;
  shinsa_set_string (&organisation->kind, kind);
  return TRUE;
}

static gboolean
read_organisation_count (JsonObject  *object,
                         const char  *path,
                         gpointer     into,
                         GError     **error)
{
  ShinsaDossier *dossier = into;
  ShinsaOrganisationCount *counted;
  const char *kind;
  int count = 0;

  if (!shinsa_read_members (object, path, error, "kind", "count", NULL) ||
      (kind = shinsa_read_word (object, path, "kind", organisation_kinds, error)) == NULL ||
      !shinsa_read_count_of (object, path, "count", 0, &count, error))
    return FALSE;
  counted = g_new0 (ShinsaOrganisationCount, 1);
  counted->kind = g_strdup (kind);
  counted->count = count;
  g_ptr_array_add (dossier->organisation_counts, counted);
  dossier->organisations_total += count;
  return TRUE;
}

static gboolean
is_named (GPtrArray        *organisations,
          const ShinsaText *name)
{
  for (guint i = 0; i < organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (organisations, i);

      if ((name->ja != NULL && g_strcmp0 (name->ja, organisation->name.ja) == 0) ||
          (name->en != NULL && g_strcmp0 (name->en, organisation->name.en) == 0))
        return TRUE;
    }
  return FALSE;
}

/* What the network organisation is made of and who runs it are looked at, too, when interests are
 * compared; most of them are listed already. */
static void
add_organisation (GPtrArray        *organisations,
                  const ShinsaText *name)
{
  ShinsaOrganisation *organisation;

  if (is_named (organisations, name))
    return;
  organisation = shinsa_organisation_new ();
  organisation->name = shinsa_text_copy (name);
  shinsa_set_string (&organisation->kind, "other");
  g_ptr_array_add (organisations, organisation);
}

static gboolean
read_network_members (ShinsaDossier  *dossier,
                      JsonObject     *network,
                      const char     *path,
                      GPtrArray      *names,
                      GError        **error)
{
  ShinsaText *secretariat = g_new0 (ShinsaText, 1);
  gboolean established;

  if (!shinsa_read_members (network, path, error, "name", "components", "established",
                            "secretariat", NULL) ||
      !shinsa_read_text (network, path, "name", &dossier->network_organisation, error) ||
      !shinsa_read_texts (network, path, "components", names, error) ||
      !shinsa_json_get_boolean (network, path, "established", &established, error))
    {
      g_free (secretariat);
      return FALSE;
    }
  g_ptr_array_add (names, secretariat);
  return shinsa_read_text_or_null (network, path, "secretariat", secretariat, error);
}

static void
text_free (ShinsaText *text)
{
  shinsa_text_clear (text);
  g_free (text);
}

static gboolean
read_network (ShinsaDossier  *dossier,
              JsonObject     *body,
              const char     *path,
              GError        **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  g_autofree char *place = shinsa_json_path (path, "network_organisation", -1);
  JsonObject *network = NULL;

  if (!shinsa_json_opt_object (body, path, "network_organisation", &network, error))
    return FALSE;
  if (network == NULL)
    return TRUE;
  if (!read_network_members (dossier, network, place, names, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const ShinsaText *name = g_ptr_array_index (names, i);

      if (!shinsa_text_is_empty (name))
        add_organisation (dossier->organisations, name);
    }
  return TRUE;
}

static gboolean
read_person (JsonObject  *object,
             const char  *path,
             gpointer     into,
             GError     **error)
{
  ShinsaPerson *person = shinsa_person_new ();

  g_ptr_array_add (into, person);
  return shinsa_read_members (object, path, error, "name", "organisation", NULL) &&
         shinsa_read_text (object, path, "name", &person->name, error) &&
         shinsa_read_text (object, path, "organisation", &person->organisation, error);
}

/* --- dossier.set --- */

static gboolean
read_state (ShinsaDossier  *dossier,
            JsonObject     *body,
            const char     *path,
            GError        **error)
{
  static const char * const states[] = { "active", "withdrawn", NULL };
  const char *state = shinsa_read_word (body, path, "state", states, error);
  const char *reason;
  int position;

  if (state == NULL ||
      !shinsa_read_count_of (body, path, "position", 0, &position, error) ||
      (reason = shinsa_json_get_string (body, path, "reason", error)) == NULL)
    return FALSE;
  if (g_utf8_strlen (reason, -1) > MAX_REASON)
    return shinsa_read_refuse (error, SHINSA_ERROR_TOO_LARGE, path, "reason", -1,
                               _("the text is too long. Shorten it to %u characters."),
                               MAX_REASON);
  dossier->withdrawn = strcmp (state, "withdrawn") == 0;
  shinsa_set_string (&dossier->state_reason, reason);
  return TRUE;
}

/**
 * shinsa_dossier_read:
 * @body: the body of dossier.set, with or without salt
 * @path: its path, which sentences begin with
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the application without its content
 */
ShinsaDossier *
shinsa_dossier_read (JsonObject  *body,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (ShinsaDossier) self = NULL;
  const char *id;
  gboolean has_salt;

  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = shinsa_dossier_new ();
  has_salt = json_object_has_member (body, "salt");
  if (!shinsa_read_members (body, path, error, "and_others", "application", "name",
                            "network_organisation", "organisation_counts", "organisations",
                            "persons", "position", "reason", "state", has_salt ? "salt" : NULL,
                            NULL) ||
      (id = shinsa_read_id (body, path, "application", error)) == NULL ||
      !shinsa_read_text (body, path, "name", &self->name, error) ||
      !read_state (self, body, path, error) ||
      !shinsa_read_list (body, path, "organisations", 0, MAX_ORGANISATIONS, read_organisation,
                         self->organisations, error) ||
      !shinsa_read_list (body, path, "organisation_counts", 0, MAX_ORGANISATIONS,
                         read_organisation_count, self, error) ||
      !shinsa_json_get_boolean (body, path, "and_others", &self->and_others, error) ||
      !read_network (self, body, path, error) ||
      !shinsa_read_list (body, path, "persons", 0, MAX_PERSONS, read_person, self->persons,
                         error))
    return NULL;
  shinsa_set_string (&self->id, id);
  return g_steal_pointer (&self);
}
