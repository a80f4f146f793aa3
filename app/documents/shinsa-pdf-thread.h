/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-reader.h"

G_BEGIN_DECLS

/* The thread of one document: does what is asked for, the most urgent first. */

typedef struct _ShinsaPdfThread ShinsaPdfThread;

/* Does a part of what is asked for, on the thread. Returns whether it is done: then there is a
 * result or an error. Before it is called again, what is more urgent has its turn. */
typedef gboolean (*ShinsaPdfWork) (ShinsaPdfReader  *reader,
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
