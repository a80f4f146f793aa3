/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* What a record that stands is. */
typedef struct {
  char      *file;                /* its name, for people */
  char      *sha256;              /* of its bytes, hex */
  char      *profile;
  char      *application;         /* NULL unless it is for an applicant */
  char      *root;                /* root key of the round, hex */
  char      *round;
  ShinsaText title;
  char      *head;                /* of the register that it tells, hex */
  gint64     seq;
  guint      applications;
  gboolean   origin_established;  /* the root key was known from elsewhere */
} ShinsaRecordReport;

void      shinsa_record_report_free     (ShinsaRecordReport        *report);
char     *shinsa_record_report_sentence (const ShinsaRecordReport  *report);
gboolean  shinsa_record_verify          (const char                *bytes,
                                         gsize                      length,
                                         const char                *file_name,
                                         const char                *root,
                                         ShinsaRecordReport       **report,
                                         GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRecordReport, shinsa_record_report_free)

G_END_DECLS
