/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* The applications of a round: what was handed in, and the questions and persons around them. */

typedef struct
{
  gint64 seq;
  char *application;
  char *state;
  char *body;
} ShinsaDossierRow;

SHINSA_DECLARE_ROWS (Dossier, dossier)

typedef struct
{
  gint64 seq;
  char *application;
  char *body;
} ShinsaDossierContentRow;

SHINSA_DECLARE_ROWS (DossierContent, dossier_content)

typedef struct
{
  gint64 seq;
  char *application;
  char *document;
  char *name;
  char *media_type;
  gint64 size;
  gint64 used;
  char *reason;
} ShinsaDossierDocumentRow;

SHINSA_DECLARE_ROWS (DossierDocument, dossier_document)

typedef struct
{
  gint64 seq;
  char *application;
  char *question;
  char *member;
  char *state;
  char *text;
  char *answer;
} ShinsaQuestionRow;

SHINSA_DECLARE_ROWS (Question, question)

typedef struct
{
  gint64 seq;
  char *application;  /* NULL for the meeting */
  char *member;
  char *state;
} ShinsaAttendanceRow;

SHINSA_DECLARE_ROWS (Attendance, attendance)

G_END_DECLS
