/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-drafting.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "entries/shinsa-review-body.h"
#include "entries/shinsa-statements.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-draft-parts.h"
#include "shinsa-error.h"
#include "shinsa-local.h"
#include "shinsa-session-private.h"

static const char * const part_words[] = {
  [SHINSA_DRAFT_LEVEL] = "level",
  [SHINSA_DRAFT_REASON] = "reason",
  [SHINSA_DRAFT_EVIDENCE] = "evidence",
  [SHINSA_DRAFT_GROWTH] = "growth",
  [SHINSA_DRAFT_OVERALL] = "overall",
  [SHINSA_DRAFT_STRONG] = "strong",
  [SHINSA_DRAFT_WEAK] = "weak",
  [SHINSA_DRAFT_REMARKS] = "remarks",
  [SHINSA_DRAFT_QUESTION] = "question",
  [SHINSA_DRAFT_REVISION] = "revision",
};

/* --- Drafts --- */

static gboolean
check_length (const char  *value,
              GError     **error)
{
  if (value == NULL || g_utf8_strlen (value, -1) <= SHINSA_TEXT_MAX)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
               _("This text is longer than %d characters. Nothing was saved. Shorten it and try "
                 "again."), SHINSA_TEXT_MAX);

  return FALSE;
}

/* A chip that leads nowhere is not worth a reason; it is refused before anybody relies on it. */
static gboolean
check_evidence (ShinsaSession  *self,
                const char     *application,
                const char     *key,
                const char     *value,
                GError        **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (self, error);
  g_autoptr (ShinsaReview) draft = shinsa_review_new ();
  g_autofree char *problem = NULL;

  if (round == NULL)
    return FALSE;
  shinsa_review_set_part (draft, SHINSA_DRAFT_EVIDENCE, key, value);
  problem = shinsa_evidence_problem (round->definition, draft,
                                     shinsa_round_dossier (round, application));
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID, problem);

  return FALSE;
}

/**
 * shinsa_session_set_draft:
 * @self: a session with a member selected
 * @application: id of the application
 * @phase: which review
 * @part: which part of it
 * @key: (nullable): which of several, as @part says
 * @value: (nullable): what was entered; %NULL takes it back
 * @error: return location for %SHINSA_ERROR_TOO_LARGE, for %SHINSA_ERROR_INVALID where evidence is
 *   in no document of the application, or for an error of the store
 *
 * Returns: whether it is safe on disk
 */
gboolean
shinsa_session_set_draft (ShinsaSession    *self,
                          const char       *application,
                          ShinsaPhase       phase,
                          ShinsaDraftPart   part,
                          const char       *key,
                          const char       *value,
                          GError          **error)
{
  ShinsaDraftRow row = { 0 };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  if (!shinsa_session_check_selected (self, error) || !check_length (value, error) ||
      (part == SHINSA_DRAFT_EVIDENCE && value != NULL &&
       !check_evidence (self, application, key, value, error)))
    return FALSE;
  row.member = (char *) shinsa_session_get_identity (self);
  row.application = (char *) application;
  row.phase = (char *) shinsa_phase_to_string (phase);
  row.part = (char *) part_words[part];
  row.key = (char *) (key != NULL ? key : "");
  row.value = (char *) value;

  return shinsa_draft_set (shinsa_session_get_store (self), shinsa_session_get_root (self), &row,
                           error);
}

static void
add_part (ShinsaReview         *draft,
          const ShinsaDraftRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_words); i++)
    {
      if (g_str_equal (part_words[i], row->part))
        shinsa_review_set_part (draft, i, row->key, row->value);
    }
}

static ShinsaReview *
new_draft (ShinsaSession *self,
           const char    *application,
           ShinsaPhase    phase)
{
  ShinsaReview *draft = shinsa_review_new ();

  shinsa_set_string (&draft->application, application);
  shinsa_set_string (&draft->member, shinsa_session_get_identity (self));
  shinsa_set_string (&draft->source, "own");
  draft->phase = phase;

  return draft;
}

/**
 * shinsa_session_load_draft:
 * @self: a session with a member selected
 * @application: id of the application
 * @phase: which review
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the draft as a review, empty where nothing was entered
 */
ShinsaReview *
shinsa_session_load_draft (ShinsaSession  *self,
                           const char     *application,
                           ShinsaPhase     phase,
                           GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  ShinsaReview *draft = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  if (!shinsa_session_check_selected (self, error) ||
      !(rows = shinsa_draft_list (shinsa_session_get_store (self),
                                  shinsa_session_get_root (self),
                                  shinsa_session_get_identity (self), application,
                                  shinsa_phase_to_string (phase), error)))
    return NULL;
  draft = new_draft (self, application, phase);
  for (guint i = 0; i < rows->len; i++)
    add_part (draft, g_ptr_array_index (rows, i));

  return draft;
}

/* Of an application that somebody is recused from nothing is handed out, whatever is still there.
 * Only who wrote something has to be asked about. */
static gboolean
load_for_rows (ShinsaSession  *self,
               GPtrArray      *rows,
               ShinsaRound   **round,
               GError        **error)
{
  *round = NULL;
  if (rows->len == 0 || shinsa_session_is_desk (self))
    return TRUE;
  *round = shinsa_session_load (self, error);

  return *round != NULL;
}

static gboolean
is_kept_back (const ShinsaRound *round,
              const char        *application)
{
  return round != NULL &&
         shinsa_interest_bars (shinsa_round_interest (round, application, round->member));
}

/**
 * shinsa_session_load_drafts:
 * @self: a session with a member selected
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ShinsaReview) (nullable): every draft of the member that
 *   something was entered in, but for applications that they are recused from
 */
GPtrArray *
shinsa_session_load_drafts (ShinsaSession  *self,
                            GError        **error)
{
  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_review_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  ShinsaReview *draft = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  if (!shinsa_session_check_selected (self, error) ||
      !(rows = shinsa_draft_list (shinsa_session_get_store (self),
                                  shinsa_session_get_root (self),
                                  shinsa_session_get_identity (self), NULL, NULL, error)) ||
      !load_for_rows (self, rows, &round, error))
    return NULL;
  /* Rows are in the order of their key, so those of one draft stand together. */
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDraftRow *row = g_ptr_array_index (rows, i);
      ShinsaPhase phase = SHINSA_PHASE_PAPER;

      if (is_kept_back (round, row->application))
        continue;
      shinsa_phase_from_string (row->phase, &phase);
      if (draft == NULL || draft->phase != phase ||
          !g_str_equal (draft->application, row->application))
        {
          draft = new_draft (self, row->application, phase);
          g_ptr_array_add (drafts, draft);
        }
      add_part (draft, row);
    }

  return g_steal_pointer (&drafts);
}

typedef struct {
  ShinsaSession *session;
  const char    *application;
  ShinsaPhase    phase;
  const char    *text;
} Question;

static gboolean
add_question (ShinsaStore  *store,
              gpointer      data,
              GError      **error)
{
  const Question *question = data;
  g_autoptr (ShinsaReview) draft = shinsa_session_load_draft (question->session,
                                                              question->application,
                                                              question->phase, error);
  g_autofree char *key = NULL;

  if (draft == NULL)
    return FALSE;
  key = g_strdup_printf ("%u", draft->questions->len);

  return shinsa_session_set_draft (question->session, question->application, question->phase,
                                   SHINSA_DRAFT_QUESTION, key, question->text, error);
}

/**
 * shinsa_session_add_question:
 * @self: a session with a member selected
 * @application: id of the application
 * @phase: which review
 * @text: what is asked
 * @error: return location for an error
 *
 * Adds a question after those in the draft. The place is looked for and taken in one unit of work,
 * so that two who add at the same moment do not take the same one.
 *
 * Returns: whether it is safe on disk
 */
gboolean
shinsa_session_add_question (ShinsaSession  *self,
                             const char     *application,
                             ShinsaPhase     phase,
                             const char     *text,
                             GError        **error)
{
  Question question = { self, application, phase, text };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (application != NULL && text != NULL, FALSE);

  return shinsa_store_write (shinsa_session_get_store (self), add_question, &question, error);
}

/* --- Submitting --- */

typedef struct {
  ShinsaSession *session;
  ShinsaReview  *review;
} Submit;

typedef struct {
  ShinsaSession *session;
  const char    *application;
  ShinsaPhase    phase;
} SubmitDraft;

/* The record notes of the member go with the review; private ones stay. */
static gboolean
add_record_notes (Submit   *submit,
                  GError  **error)
{
  g_autoptr (GPtrArray) notes = shinsa_session_list_notes (submit->session,
                                                           submit->review->application, error);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const ShinsaNote *note = g_ptr_array_index (notes, i);
      ShinsaRemark *remark = NULL;

      if (note->is_private || *note->mark == '\0')
        continue;
      remark = shinsa_remark_new ();
      remark->is_note = TRUE;
      shinsa_set_string (&remark->mark, note->mark);
      shinsa_set_string (&remark->at, note->at);
      shinsa_set_string (&remark->text, note->text);
      g_ptr_array_add (submit->review->questions, remark);
    }

  return TRUE;
}

static gboolean
submit_review (ShinsaStore  *store,
               gpointer      data,
               GError      **error)
{
  Submit *submit = data;
  ShinsaSession *self = submit->session;
  g_autoptr (ShinsaRound) round = shinsa_session_load (self, error);
  g_autoptr (JsonNode) body = NULL;

  if (round == NULL || !add_record_notes (submit, error))
    return FALSE;
  /* An answer that is not asked for any more, since levels were changed, is not an answer. */
  if (!shinsa_growth_is_asked (round->definition, submit->review))
    submit->review->growth = -1;
  body = shinsa_review_write (submit->review, round->definition);

  return shinsa_session_write (self, SHINSA_KIND_REVIEW_SUBMIT, body, NULL, error) &&
         shinsa_draft_clear (store, round->root, shinsa_session_get_identity (self),
                             submit->review->application,
                             shinsa_phase_to_string (submit->review->phase), error);
}

static gboolean
check_levels_entered (const ShinsaReview  *draft,
                      ShinsaSession       *self,
                      GError             **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (self, error);
  const ShinsaInterest *interest = NULL;
  const char * const *recused = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (round == NULL)
    return FALSE;
  /* An interest in some requirements that the member was admitted in spite of bars from none. */
  interest = shinsa_round_interest (round, draft->application, draft->member);
  if (interest != NULL && interest->state == SHINSA_INTEREST_RECUSED)
    recused = (const char * const *) interest->requirements;
  problems = shinsa_review_problems (round->definition, draft, recused);
  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       ((ShinsaReviewProblem *) g_ptr_array_index (problems, 0))->sentence);

  return FALSE;
}

/* What is cleared is what was submitted: nobody writes into the draft between the two. */
static gboolean
submit_draft (ShinsaStore  *store,
              gpointer      data,
              GError      **error)
{
  const SubmitDraft *which = data;
  g_autoptr (ShinsaReview) draft = shinsa_session_load_draft (which->session, which->application,
                                                              which->phase, error);
  Submit submit = { which->session, draft };

  return draft != NULL && check_levels_entered (draft, which->session, error) &&
         submit_review (store, &submit, error);
}

/**
 * shinsa_session_submit_review:
 * @self: a session with a member selected
 * @application: id of the application
 * @phase: which review
 * @error: return location for what the review still needs, or an error
 *
 * Submits the draft as one review and clears it, in one unit of work.
 *
 * Returns: whether the review is submitted; if not, the draft is as it was
 */
gboolean
shinsa_session_submit_review (ShinsaSession  *self,
                              const char     *application,
                              ShinsaPhase     phase,
                              GError        **error)
{
  SubmitDraft which = { self, application, phase };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  return shinsa_store_write (shinsa_session_get_store (self), submit_draft, &which, error);
}

/**
 * shinsa_session_abstain:
 * @self: a session with a member selected
 * @application: id of the application
 * @phase: which review
 * @error: return location for an error
 *
 * Submits a review without levels: a recorded abstention. A draft is cleared with it.
 *
 * Returns: whether it is submitted
 */
gboolean
shinsa_session_abstain (ShinsaSession  *self,
                        const char     *application,
                        ShinsaPhase     phase,
                        GError        **error)
{
  g_autoptr (ShinsaReview) review = NULL;
  Submit submit = { self, NULL };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);

  if (!shinsa_session_check_selected (self, error))
    return FALSE;
  review = new_draft (self, application, phase);
  review->abstained = TRUE;
  submit.review = review;

  return shinsa_store_write (shinsa_session_get_store (self), submit_review, &submit, error);
}

/* --- Notes --- */

ShinsaNote *
shinsa_note_new (void)
{
  ShinsaNote *note = g_new0 (ShinsaNote, 1);

  note->application = g_strdup ("");
  note->at = g_strdup ("");
  note->mark = g_strdup ("");
  note->text = g_strdup ("");
  note->is_private = TRUE;

  return note;
}

void
shinsa_note_free (ShinsaNote *note)
{
  if (note == NULL)
    return;
  g_free (note->application);
  g_free (note->at);
  g_free (note->mark);
  g_free (note->text);
  g_free (note);
}

static ShinsaNoteRow
note_row (ShinsaSession    *self,
          const ShinsaNote *note)
{
  const ShinsaNoteRow row = {
    note->id, (char *) shinsa_session_get_identity (self), note->application, note->at, note->mark,
    note->is_private, note->text
  };

  return row;
}

/**
 * shinsa_session_list_notes:
 * @self: a session with an identity selected
 * @application: (nullable): id of an application; %NULL for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ShinsaNote) (nullable): the identity's notes, oldest
 *   first, but for applications that it is recused from
 */
GPtrArray *
shinsa_session_list_notes (ShinsaSession  *self,
                           const char     *application,
                           GError        **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_note_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (ShinsaRound) round = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  if (!shinsa_session_check_selected (self, error) ||
      !(rows = shinsa_note_list (shinsa_session_get_store (self), shinsa_session_get_root (self),
                                 shinsa_session_get_identity (self), application, error)) ||
      !load_for_rows (self, rows, &round, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaNoteRow *row = g_ptr_array_index (rows, i);
      ShinsaNote *note = NULL;

      if (is_kept_back (round, row->application))
        continue;
      note = shinsa_note_new ();
      note->id = row->id;
      shinsa_set_string (&note->application, row->application);
      shinsa_set_string (&note->at, row->at);
      shinsa_set_string (&note->mark, row->mark);
      note->is_private = row->private != 0;
      shinsa_set_string (&note->text, row->text);
      g_ptr_array_add (notes, note);
    }

  return g_steal_pointer (&notes);
}

static gboolean
check_note (const ShinsaNote  *note,
            GError           **error)
{
  if (*note->text == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("A note needs words. Nothing was saved."));
      return FALSE;
    }
  if (g_utf8_strlen (note->text, -1) <= SHINSA_NOTE_MAX)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
               _("A note is one line of at most %d characters. Nothing was saved. Make two notes "
                 "of it."), SHINSA_NOTE_MAX);

  return FALSE;
}

/* Another identity on this computer has notes of its own. */
static gboolean
check_own_note (ShinsaSession  *self,
                gint64          id,
                GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!shinsa_session_check_selected (self, error) ||
      !(rows = shinsa_note_list (shinsa_session_get_store (self), shinsa_session_get_root (self),
                                 shinsa_session_get_identity (self), NULL, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      if (((ShinsaNoteRow *) g_ptr_array_index (rows, i))->id == id)
        return TRUE;
    }
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                       _("This note is not one of yours, or no longer there. Nothing was "
                         "changed."));

  return FALSE;
}

/* What a ruling removed does not begin anew. */
static gboolean
check_may_note (ShinsaSession  *self,
                const char     *application,
                GError        **error)
{
  g_autoptr (ShinsaRound) round = NULL;

  if (shinsa_session_is_desk (self))
    return TRUE;
  if (!(round = shinsa_session_load (self, error)))
    return FALSE;
  if (!is_kept_back (round, application))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                       _("You are recused from this application. The note was not saved."));

  return FALSE;
}

/**
 * shinsa_session_add_note:
 * @self: a session with an identity selected
 * @note: the note; its id is not looked at
 * @id: (out) (optional): its number
 * @error: return location for an error
 *
 * Returns: whether it is safe on disk
 */
gboolean
shinsa_session_add_note (ShinsaSession     *self,
                         const ShinsaNote  *note,
                         gint64            *id,
                         GError           **error)
{
  ShinsaNoteRow row = { 0 };
  gint64 number = 0;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  if (!shinsa_session_check_selected (self, error) || !check_note (note, error) ||
      !check_may_note (self, note->application, error))
    return FALSE;
  row = note_row (self, note);
  if (!shinsa_note_insert (shinsa_session_get_store (self), shinsa_session_get_root (self), &row,
                           &number, error))
    return FALSE;
  if (id != NULL)
    *id = number;

  return TRUE;
}

/**
 * shinsa_session_set_note:
 * @self: a session with an identity selected
 * @note: one of its notes, with its id
 * @error: return location for %SHINSA_ERROR_NOT_FOUND, or an error
 *
 * Returns: whether its words, mark and privacy are safe on disk
 */
gboolean
shinsa_session_set_note (ShinsaSession     *self,
                         const ShinsaNote  *note,
                         GError           **error)
{
  ShinsaNoteRow row = { 0 };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (note != NULL && note->id > 0, FALSE);

  if (!check_own_note (self, note->id, error) || !check_note (note, error))
    return FALSE;
  row = note_row (self, note);

  return shinsa_note_update (shinsa_session_get_store (self), &row, error);
}

/**
 * shinsa_session_delete_note:
 * @self: a session with an identity selected
 * @id: number of one of its notes
 * @error: return location for %SHINSA_ERROR_NOT_FOUND, or an error of the store
 *
 * Returns: whether it is gone
 */
gboolean
shinsa_session_delete_note (ShinsaSession  *self,
                            gint64          id,
                            GError        **error)
{
  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);

  return check_own_note (self, id, error) &&
         shinsa_note_delete (shinsa_session_get_store (self), id, error);
}
