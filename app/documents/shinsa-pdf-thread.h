/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-reader.h"

G_BEGIN_DECLS

/* The thread of one document: does what is asked for, the most urgent first. */

typedef struct _ShinsaPdfThread ShinsaPdfThread;

typedef enum {
  SHINSA_PDF_MORE,        /* to be called again, after what is more urgent */
  SHINSA_PDF_DONE,        /* there is a result or an error */
} ShinsaPdfStep;

/* Does a part of what is asked for, on the thread. */
typedef ShinsaPdfStep (*ShinsaPdfWork) (ShinsaPdfReader  *reader,
                                        gpointer          data,
                                        gpointer         *result,
                                        GError          **error);

/* What is asked for, and how to release it and what comes of it. */
typedef struct {
  ShinsaPdfWork  work;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} ShinsaPdfOrder;

ShinsaPdfThread *shinsa_pdf_thread_new   (GBytes               *bytes);
void             shinsa_pdf_thread_close (ShinsaPdfThread      *self);
void             shinsa_pdf_thread_push  (ShinsaPdfThread      *self,
                                          const ShinsaPdfOrder *order,
                                          gpointer              data,
                                          int                   priority,
                                          GTask                *task);

G_END_DECLS
