/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* What a person writes before it is official: the draft of a review, and notes. */

typedef enum {
  SHINSA_DRAFT_LEVEL,      /* key: requirement; value: the level, "cannot_judge" or NULL */
  SHINSA_DRAFT_REASON,     /* key: requirement */
  SHINSA_DRAFT_EVIDENCE,   /* key: requirement + "/" + number; value: document:page:quote */
  SHINSA_DRAFT_GROWTH,     /* value: "yes" or "no" */
  SHINSA_DRAFT_OVERALL,    /* value: the level */
  SHINSA_DRAFT_STRONG,
  SHINSA_DRAFT_WEAK,
  SHINSA_DRAFT_REMARKS,
  SHINSA_DRAFT_QUESTION,   /* key: a running number */
  SHINSA_DRAFT_REVISION,   /* why levels were changed or kept after the interview */
} ShinsaDraftPart;

/* The most characters that a note has: it is one line. */
#define SHINSA_NOTE_MAX 2000

typedef struct {
  gint64   id;
  char    *application;
  char    *at;
  char    *mark;           /* "", question, answer or important */
  gboolean is_private;
  char    *text;
} ShinsaNote;

gboolean      shinsa_session_set_draft      (ShinsaSession    *self,
                                             const char       *application,
                                             ShinsaPhase       phase,
                                             ShinsaDraftPart   part,
                                             const char       *key,
                                             const char       *value,
                                             GError          **error);
ShinsaReview *shinsa_session_load_draft     (ShinsaSession    *self,
                                             const char       *application,
                                             ShinsaPhase       phase,
                                             GError          **error);
gboolean      shinsa_session_add_question   (ShinsaSession    *self,
                                             const char       *application,
                                             ShinsaPhase       phase,
                                             const char       *text,
                                             GError          **error);
GPtrArray    *shinsa_session_load_drafts    (ShinsaSession    *self,
                                             GError          **error);
gboolean      shinsa_session_submit_review  (ShinsaSession    *self,
                                             const char       *application,
                                             ShinsaPhase       phase,
                                             GError          **error);
gboolean      shinsa_session_abstain        (ShinsaSession    *self,
                                             const char       *application,
                                             ShinsaPhase       phase,
                                             GError          **error);

GPtrArray    *shinsa_session_list_notes     (ShinsaSession    *self,
                                             const char       *application,
                                             GError          **error);
gboolean      shinsa_session_add_note       (ShinsaSession    *self,
                                             const ShinsaNote *note,
                                             gint64           *id,
                                             GError          **error);
gboolean      shinsa_session_set_note       (ShinsaSession    *self,
                                             const ShinsaNote *note,
                                             GError          **error);
gboolean      shinsa_session_delete_note    (ShinsaSession    *self,
                                             gint64            id,
                                             GError          **error);
ShinsaNote   *shinsa_note_new               (void);
void          shinsa_note_free              (ShinsaNote       *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaNote, shinsa_note_free)

G_END_DECLS
