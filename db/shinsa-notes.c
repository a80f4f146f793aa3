/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-notes.h"

#include "shinsa-row-type.h"

#include <glib/gi18n-lib.h>

static const ShinsaColumn note_columns[] = {
  SHINSA_COLUMN (Note, id),
  SHINSA_COLUMN (Note, member),
  SHINSA_COLUMN (Note, application),
  SHINSA_COLUMN (Note, at),
  SHINSA_COLUMN (Note, mark),
  SHINSA_COLUMN (Note, private),
  SHINSA_COLUMN (Note, text),
};

static const ShinsaRowType note_type = SHINSA_ROW_TYPE (Note, note);

SHINSA_DEFINE_ROW (Note, note)

/**
 * shinsa_note_insert:
 * @row: the note; its id is not looked at
 * @id: (out) (optional): the number it got
 *
 * Keeps a note.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_note_insert (ShinsaStore          *store,
                    const char           *round,
                    const ShinsaNoteRow  *row,
                    gint64               *id,
                    GError              **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO note"
                                    " (round, member, application, at, mark, private, text)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, row->member);
  shinsa_statement_bind_text (statement, 3, row->application);
  shinsa_statement_bind_text (statement, 4, row->at);
  shinsa_statement_bind_text (statement, 5, row->mark);
  shinsa_statement_bind_integer (statement, 6, row->private);
  shinsa_statement_bind_text (statement, 7, row->text);
  return shinsa_statement_run_insert (statement, id, error);
}

/* Whether a note of that number was there to be changed. */
static gboolean
run_on_note (ShinsaStatement  *statement,
             GError          **error)
{
  gint64 changed;

  if (!shinsa_statement_run_counted (statement, &changed, error))
    return FALSE;
  if (changed > 0)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                       _("This note is no longer there, so nothing was changed. Take it again."));
  return FALSE;
}

/**
 * shinsa_note_update:
 * @row: the note by its id, with its new mark, text and whether it is private
 *
 * Changes a note.  One that is not there is %SHINSA_ERROR_NOT_FOUND.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_note_update (ShinsaStore          *store,
                    const ShinsaNoteRow  *row,
                    GError              **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "UPDATE note SET mark = ?2, private = ?3, text = ?4"
                                    " WHERE id = ?1",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_integer (statement, 1, row->id);
  shinsa_statement_bind_text (statement, 2, row->mark);
  shinsa_statement_bind_integer (statement, 3, row->private);
  shinsa_statement_bind_text (statement, 4, row->text);
  return run_on_note (statement, error);
}

/**
 * shinsa_note_delete:
 *
 * Removes a note.  One that is not there is %SHINSA_ERROR_NOT_FOUND.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_note_delete (ShinsaStore  *store,
                    gint64        id,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store, "DELETE FROM note WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_integer (statement, 1, id);
  return run_on_note (statement, error);
}

/**
 * shinsa_note_list:
 * @application: (nullable): an application, or %NULL for all
 *
 * Returns: (transfer full) (element-type ShinsaNoteRow): a member's notes in the order in which
 *   they were taken, or %NULL with @error set
 */
GPtrArray *
shinsa_note_list (ShinsaStore  *store,
                  const char   *round,
                  const char   *member,
                  const char   *application,
                  GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT id, member, application, at, mark, private, text"
                                    " FROM note WHERE round = ?1 AND member = ?2"
                                    " AND (?3 IS NULL OR application = ?3) ORDER BY id",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, member);
  shinsa_statement_bind_text (statement, 3, application);
  return shinsa_row_read_all (&note_type, statement, error);
}
