/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-schema.h"

#include "shinsa-local.h"
#include "shinsa-official.h"
#include "shinsa-statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The setting that remembers which version of official.sql the tables were made with. */
#define PROJECTION_VERSION_KEY "projection.version"

typedef struct
{
  const char *folder;
  const char *name;
  gint64 version;
} Step;

static gint64
version_of_step (const char *name)
{
  return g_ascii_strtoll (name, NULL, 10);
}

static char *
load_sql (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_path ("/", folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Official.sql, which lies beside the steps, has no number and is not among them. */
static GPtrArray *
list_steps (const char *folder)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = NULL;

  names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (version_of_step (names[i]) > 0)
      g_ptr_array_add (steps, g_strdup (names[i]));
  g_ptr_array_sort (steps, compare_names);
  return g_steal_pointer (&steps);
}

/* The version that a store has after all the steps in this folder of the resources. */
gint64
shinsa_schema_version (const char *folder)
{
  g_autoptr (GPtrArray) steps = list_steps (folder);

  g_assert (steps->len > 0);
  return version_of_step (g_ptr_array_index (steps, steps->len - 1));
}

static gboolean
read_version (ShinsaStore  *store,
              gint64       *version,
              GError      **error)
{
  return shinsa_statement_read_number (store, "PRAGMA user_version", version, error);
}

/* A number cannot be bound to a PRAGMA. */
static gboolean
write_version (ShinsaStore  *store,
               gint64        version,
               GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);

  return shinsa_store_exec (store, sql, error);
}

static void
set_damaged (ShinsaStore  *store,
             const char   *detail,
             GError      **error)
{
  g_autofree char *name = g_filename_display_name (store->path);

  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” is damaged (%s). Restore a backup."), name, detail);
}

/* Each row of such a check names something wrong, but for a first one that says “ok”. */
static gboolean
check_pages (ShinsaStore  *store,
             const char   *sql,
             GError      **error)
{
  g_autoptr (ShinsaStatement) statement = shinsa_statement_get (store, sql, error);
  g_autofree char *finding = NULL;

  if (statement == NULL || shinsa_statement_step (statement, error) == SHINSA_STEP_ERROR)
    return FALSE;
  finding = shinsa_statement_dup_text (statement, 0);
  if (g_strcmp0 (finding, "ok") == 0)
    return TRUE;
  set_damaged (store, finding, error);
  return FALSE;
}

static gboolean
check_references (ShinsaStore  *store,
                  GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  g_autofree char *table = NULL;

  statement = shinsa_statement_get (store, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;

  switch (shinsa_statement_step (statement, error))
    {
    case SHINSA_STEP_DONE:
      return TRUE;
    case SHINSA_STEP_ROW:
      table = shinsa_statement_dup_text (statement, 0);
      set_damaged (store, table, error);
      return FALSE;
    case SHINSA_STEP_ERROR:
    default:
      return FALSE;
    }
}

/* Leaves out whether indexes agree with their tables, which takes long in a large store. */
gboolean
shinsa_schema_check_quickly (ShinsaStore  *store,
                             GError      **error)
{
  return check_pages (store, "PRAGMA quick_check (1)", error) && check_references (store, error);
}

/**
 * shinsa_schema_check_fully:
 * @store: a store
 * @error: return location for %SHINSA_ERROR_INVALID, with what is wrong first
 *
 * Reads the whole file, indexes included.
 *
 * Returns: whether it is sound
 */
gboolean
shinsa_schema_check_fully (ShinsaStore  *store,
                           GError      **error)
{
  return check_pages (store, "PRAGMA integrity_check (1)", error)
         && check_references (store, error);
}

/* Another process may have taken the step since the version was read. */
static gboolean
take_step (ShinsaStore  *store,
           gpointer      data,
           GError      **error)
{
  const Step *step = data;
  g_autofree char *sql = NULL;
  gint64 version;

  if (!read_version (store, &version, error))
    return FALSE;
  if (version >= step->version)
    return TRUE;

  sql = load_sql (step->folder, step->name);
  return shinsa_store_exec (store, sql, error)
         && write_version (store, step->version, error)
         && shinsa_schema_check_quickly (store, error);
}

static gboolean
copy_beside (ShinsaStore  *store,
             gint64        version,
             GError      **error)
{
  g_autofree char *path = NULL;

  path = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, store->path, version);
  return shinsa_store_backup (store, path, error);
}

/**
 * shinsa_schema_migrate:
 * @folder: the folder of the resources with the numbered steps
 *
 * Takes the steps that the store has not taken yet, each in a unit of work of its own, with a
 * copy of the store made beside it first.
 *
 * Returns: %FALSE if and only if @error is set; the store then stays at the step before
 */
gboolean
shinsa_schema_migrate (ShinsaStore  *store,
                       const char   *folder,
                       GError      **error)
{
  g_autoptr (GPtrArray) steps = list_steps (folder);
  gint64 version;

  if (!read_version (store, &version, error))
    return FALSE;
  if (version > 0 && version < shinsa_schema_version (folder)
      && !copy_beside (store, version, error))
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const char *name = g_ptr_array_index (steps, i);
      Step step = { folder, name, version_of_step (name) };

      if (step.version > version && !shinsa_store_write (store, take_step, &step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
official_is_current (ShinsaStore  *store,
                     gboolean     *current,
                     GError      **error)
{
  g_autofree char *version = NULL;

  if (!shinsa_setting_get (store, PROJECTION_VERSION_KEY, &version, error))
    return FALSE;
  *current = g_strcmp0 (version, G_STRINGIFY (SHINSA_PROJECTION_VERSION)) == 0;
  return TRUE;
}

/* Every round is to be replayed from its first entry. */
static gboolean
restart_rounds (ShinsaStore  *store,
                GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store, "UPDATE projection SET version = ?1, seq = 0", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_integer (statement, 1, SHINSA_PROJECTION_VERSION);
  return shinsa_statement_run (statement, error);
}

static gboolean
remake (ShinsaStore  *store,
        gpointer      data,
        GError      **error)
{
  g_autofree char *sql = NULL;
  gboolean current;

  if (!official_is_current (store, &current, error))
    return FALSE;
  if (current)
    return TRUE;

  sql = load_sql (SHINSA_SCHEMA_FOLDER, "official.sql");
  return shinsa_store_exec (store, sql, error)
         && restart_rounds (store, error)
         && shinsa_setting_set (store, PROJECTION_VERSION_KEY,
                                G_STRINGIFY (SHINSA_PROJECTION_VERSION), error);
}

/* Makes the official tables anew, and empty, where another version of them is found. */
gboolean
shinsa_schema_remake_official (ShinsaStore  *store,
                               GError      **error)
{
  gboolean current;

  if (!official_is_current (store, &current, error))
    return FALSE;
  return current || shinsa_store_write (store, remake, NULL, error);
}

/* What is only read cannot be brought up to date. */
gboolean
shinsa_schema_demand_current (ShinsaStore  *store,
                              GError      **error)
{
  g_autofree char *name = g_filename_display_name (store->path);
  gboolean current = FALSE;
  gint64 version;

  if (!read_version (store, &version, error))
    return FALSE;
  if (version == shinsa_schema_version (SHINSA_SCHEMA_FOLDER)
      && !official_is_current (store, &current, error))
    return FALSE;
  if (!current)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED,
                 _("“%s” was written by another version of Shinsa and cannot be read yet. "
                   "Open it for writing once, which brings it up to date."), name);
  return current;
}
