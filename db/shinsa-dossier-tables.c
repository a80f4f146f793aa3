/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-dossier-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn dossier_columns[] = {
  SHINSA_COLUMN (Dossier, seq),
  SHINSA_COLUMN (Dossier, application),
  SHINSA_COLUMN (Dossier, state),
  SHINSA_COLUMN (Dossier, body),
};

const ShinsaTable shinsa_dossier_table = {
  .name = "dossier",
  .row = SHINSA_ROW_TYPE (Dossier, dossier),
  .insert = "INSERT INTO dossier (round, seq, application, state, body)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT seq, application, state, body"
          " FROM dossier WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM dossier WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Dossier, dossier)

static const ShinsaColumn dossier_content_columns[] = {
  SHINSA_COLUMN (DossierContent, seq),
  SHINSA_COLUMN (DossierContent, application),
  SHINSA_COLUMN (DossierContent, body),
};

const ShinsaTable shinsa_dossier_content_table = {
  .name = "dossier_content",
  .row = SHINSA_ROW_TYPE (DossierContent, dossier_content),
  .insert = "INSERT INTO dossier_content (round, seq, application, body)"
            " VALUES (?1, ?2, ?3, ?4)",
  .list = "SELECT seq, application, body"
          " FROM dossier_content WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM dossier_content WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (DossierContent, dossier_content)

static const ShinsaColumn dossier_document_columns[] = {
  SHINSA_COLUMN (DossierDocument, seq),
  SHINSA_COLUMN (DossierDocument, application),
  SHINSA_COLUMN (DossierDocument, document),
  SHINSA_COLUMN (DossierDocument, name),
  SHINSA_COLUMN (DossierDocument, media_type),
  SHINSA_COLUMN (DossierDocument, size),
  SHINSA_COLUMN (DossierDocument, used),
  SHINSA_COLUMN (DossierDocument, reason),
};

const ShinsaTable shinsa_dossier_document_table = {
  .name = "dossier_document",
  .row = SHINSA_ROW_TYPE (DossierDocument, dossier_document),
  .insert = "INSERT INTO dossier_document (round, seq, application, document, name, media_type,"
            " size, used, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  .list = "SELECT seq, application, document, name, media_type, size, used, reason"
          " FROM dossier_document WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM dossier_document WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (DossierDocument, dossier_document)

static const ShinsaColumn question_columns[] = {
  SHINSA_COLUMN (Question, seq),
  SHINSA_COLUMN (Question, application),
  SHINSA_COLUMN (Question, question),
  SHINSA_COLUMN (Question, member),
  SHINSA_COLUMN (Question, state),
  SHINSA_COLUMN (Question, text),
  SHINSA_COLUMN (Question, answer),
};

const ShinsaTable shinsa_question_table = {
  .name = "question",
  .row = SHINSA_ROW_TYPE (Question, question),
  .insert = "INSERT INTO question (round, seq, application, question, member, state, text, answer)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .list = "SELECT seq, application, question, member, state, text, answer"
          " FROM question WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM question WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Question, question)

static const ShinsaColumn attendance_columns[] = {
  SHINSA_COLUMN (Attendance, seq),
  SHINSA_COLUMN (Attendance, application),
  SHINSA_COLUMN (Attendance, member),
  SHINSA_COLUMN (Attendance, state),
};

const ShinsaTable shinsa_attendance_table = {
  .name = "attendance",
  .row = SHINSA_ROW_TYPE (Attendance, attendance),
  .insert = "INSERT INTO attendance (round, seq, application, member, state)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT seq, application, member, state"
          " FROM attendance WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM attendance WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Attendance, attendance)
