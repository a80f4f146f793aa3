/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The document itself, on the thread that owns it. It is read through a stream, so that whoever
 * wants it no more can cancel: it then looks as if the file ended there, and even a page that would
 * take hours comes to an end. */

typedef struct _ShinsaPdfReader ShinsaPdfReader;

/* What is known as soon as a document is open. */
typedef struct {
  GArray    *sizes;       /* (element-type ShinsaPdfRect): of each page */
  GPtrArray *outline;     /* (element-type ShinsaPdfHeading) */
} ShinsaPdfFacts;

ShinsaPdfReader *shinsa_pdf_reader_new    (GBytes               *bytes,
                                           GCancellable         *cancellable);
void             shinsa_pdf_reader_free   (ShinsaPdfReader      *self);
ShinsaPdfFacts  *shinsa_pdf_reader_open   (ShinsaPdfReader      *self,
                                           GError              **error);
ShinsaPdfImage  *shinsa_pdf_reader_render (ShinsaPdfReader      *self,
                                           const ShinsaPdfView  *view,
                                           GError              **error);
ShinsaPdfText   *shinsa_pdf_reader_text   (ShinsaPdfReader      *self,
                                           int                   page,
                                           GError              **error);
gboolean         shinsa_pdf_reader_search (ShinsaPdfReader      *self,
                                           int                   page,
                                           GArray               *words,
                                           GPtrArray            *matches);
void             shinsa_pdf_facts_free    (ShinsaPdfFacts       *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfReader, shinsa_pdf_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfFacts, shinsa_pdf_facts_free)

G_END_DECLS
