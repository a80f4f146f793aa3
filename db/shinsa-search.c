/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-search.h"

#include "shinsa-row-type.h"

/* What the index can look up; shorter words are looked for in every text. */
#define INDEXED_CHARACTERS 3

/* Some words before the place and after it. */
#define EXCERPT_SQL "substr (text, max (1, instr (lower (text), lower (?2)) - 20), 80)"

typedef struct
{
  const char *round;
  const char *application;
  const char *source;
  const char *text;
} Replacement;

static const ShinsaColumn search_columns[] = {
  SHINSA_COLUMN (Search, application),
  SHINSA_COLUMN (Search, source),
  SHINSA_COLUMN (Search, text),
};

static const ShinsaRowType search_type = SHINSA_ROW_TYPE (Search, search);

SHINSA_DEFINE_ROW (Search, search)

/* Full-width Ａ and half-width ｱ are found by A and ア. */
static char *
normalize (const char *text)
{
  return g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
}

static gboolean
delete_source (ShinsaStore        *store,
               const Replacement  *replacement,
               GError            **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "DELETE FROM search"
                                    " WHERE round = ?1 AND application = ?2 AND source = ?3",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, replacement->round);
  shinsa_statement_bind_text (statement, 2, replacement->application);
  shinsa_statement_bind_text (statement, 3, replacement->source);
  return shinsa_statement_run (statement, error);
}

static gboolean
insert_source (ShinsaStore        *store,
               const Replacement  *replacement,
               GError            **error)
{
  g_autofree char *text = normalize (replacement->text);
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO search (round, application, source, text)"
                                    " VALUES (?1, ?2, ?3, ?4)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, replacement->round);
  shinsa_statement_bind_text (statement, 2, replacement->application);
  shinsa_statement_bind_text (statement, 3, replacement->source);
  shinsa_statement_bind_text (statement, 4, text);
  return shinsa_statement_run (statement, error);
}

static gboolean
replace (ShinsaStore  *store,
         gpointer      data,
         GError      **error)
{
  const Replacement *replacement = data;

  if (!delete_source (store, replacement, error))
    return FALSE;
  return replacement->text == NULL || insert_source (store, replacement, error);
}

/**
 * shinsa_search_replace:
 * @source: where the text comes from
 * @text: (nullable): what is to be found, or %NULL for nothing
 *
 * Makes a text findable in place of what that source said before.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_search_replace (ShinsaStore  *store,
                       const char   *round,
                       const char   *application,
                       const char   *source,
                       const char   *text,
                       GError      **error)
{
  Replacement replacement = { round, application, source, text };

  return shinsa_store_write (store, replace, &replacement, error);
}

static gboolean
delete_application (ShinsaStore        *store,
                    const Replacement  *replacement,
                    GError            **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "DELETE FROM search WHERE round = ?1 AND application = ?2",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, replacement->round);
  shinsa_statement_bind_text (statement, 2, replacement->application);
  return shinsa_statement_run (statement, error);
}

/* The index keeps words of what was deleted until it is merged. */
static gboolean
merge_index (ShinsaStore  *store,
             GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO search (search) VALUES ('optimize')",
                                    error);
  return statement != NULL && shinsa_statement_run (statement, error);
}

static gboolean
remove_application (ShinsaStore  *store,
                    gpointer      data,
                    GError      **error)
{
  return delete_application (store, data, error) && merge_index (store, error);
}

/**
 * shinsa_search_remove:
 *
 * Makes everything about an application unfindable and leaves no trace of its words.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_search_remove (ShinsaStore  *store,
                      const char   *round,
                      const char   *application,
                      GError      **error)
{
  Replacement removal = { round, application, NULL, NULL };

  return shinsa_store_write (store, remove_application, &removal, error);
}

/* In quotes every character of a query is itself, but for the quote, which is doubled. */
static char *
quote_phrase (const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static GPtrArray *
find_phrase (ShinsaStore  *store,
             const char   *round,
             const char   *query,
             GError      **error)
{
  g_autofree char *phrase = quote_phrase (query);
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT application, source, " EXCERPT_SQL " FROM search"
                                    " WHERE search MATCH ?3 AND round = ?1"
                                    " ORDER BY application, source",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, query);
  shinsa_statement_bind_text (statement, 3, phrase);
  return shinsa_row_read_all (&search_type, statement, error);
}

static GPtrArray *
find_short (ShinsaStore  *store,
            const char   *round,
            const char   *query,
            GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT application, source, " EXCERPT_SQL " FROM search"
                                    " WHERE round = ?1 AND instr (lower (text), lower (?2)) > 0"
                                    " ORDER BY application, source",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, query);
  return shinsa_row_read_all (&search_type, statement, error);
}

/**
 * shinsa_search_find:
 * @query: words to look for, as they were typed
 *
 * Looks for a text.  Width and, in Latin letters, case make no difference.
 *
 * Returns: (transfer full) (element-type ShinsaSearchRow): where it was found, by application and
 *   source, with the words around the first place; or %NULL with @error set
 */
GPtrArray *
shinsa_search_find (ShinsaStore  *store,
                    const char   *round,
                    const char   *query,
                    GError      **error)
{
  g_autofree char *words = normalize (query);

  g_strstrip (words);
  if (*words == '\0')
    return g_ptr_array_new_with_free_func (search_type.free_row);
  if (g_utf8_strlen (words, -1) < INDEXED_CHARACTERS)
    return find_short (store, round, words, error);
  return find_phrase (store, round, words, error);
}
