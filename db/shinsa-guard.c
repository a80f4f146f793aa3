/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-guard.h"

#include <sqlite3.h>

/* What the append-only tables allow besides inserting. Their triggers look at the values. */
typedef struct
{
  const char *table;
  gboolean deletable;           /* rows may go once a trigger agrees */
  const char *const *updatable; /* columns that may change once a trigger agrees */
} Protection;

static const char *const nothing[] = { NULL };
static const char *const body_columns[] = { "bytes", "purged", NULL };
static const char *const head_columns[] = { "seq", "hash", "signature", NULL };
static const char *const document_columns[] = { "purged", NULL };

static const Protection protections[] = {
  { "entry", FALSE, nothing },
  { "body", FALSE, body_columns },
  { "head", FALSE, head_columns },
  { "fork", FALSE, nothing },
  { "document", FALSE, document_columns },
  { "document_chunk", TRUE, nothing },
};

static const Protection *
find_protection (const char *table)
{
  for (gsize i = 0; table != NULL && i < G_N_ELEMENTS (protections); i++)
    if (sqlite3_stricmp (protections[i].table, table) == 0)
      return &protections[i];
  return NULL;
}

/* SQLite names what an action is about as its first or second detail, depending on the action. */
static gboolean
is_allowed (int         action,
            const char *first,
            const char *second)
{
  const Protection *protection;

  switch (action)
    {
    case SQLITE_UPDATE:
      protection = find_protection (first);
      return protection == NULL || g_strv_contains (protection->updatable, second);
    case SQLITE_DELETE:
      protection = find_protection (first);
      return protection == NULL || protection->deletable;
    case SQLITE_DROP_TABLE:
      return find_protection (first) == NULL;
    case SQLITE_ALTER_TABLE:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_DROP_INDEX:
      return find_protection (second) == NULL;
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
      return FALSE;
    default:
      return TRUE;
    }
}

static int
authorize_cb (void       *data,
              int         action,
              const char *first,
              const char *second,
              const char *schema,
              const char *trigger)
{
  return is_allowed (action, first, second) ? SQLITE_OK : SQLITE_DENY;
}

/**
 * shinsa_guard_install:
 *
 * Lets the connection compile no statement that changes what is never changed.  It is the second
 * lock beside the triggers of the schema: a trigger can be dropped by a statement, this cannot.
 */
void
shinsa_guard_install (ShinsaStore *store)
{
  sqlite3_set_authorizer (store->db, authorize_cb, NULL);
}
