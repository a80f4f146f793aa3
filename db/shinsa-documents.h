/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

/* The most that one part of a document may hold, in bytes. */
#define SHINSA_DOCUMENT_CHUNK_MAX (1024 * 1024)

typedef struct _ShinsaDocumentWriter ShinsaDocumentWriter;

ShinsaDocumentWriter *shinsa_document_begin       (ShinsaStore           *store,
                                                   const char            *hash,
                                                   gint64                 size,
                                                   GError               **error);
gboolean              shinsa_document_append      (ShinsaDocumentWriter  *writer,
                                                   GBytes                *chunk,
                                                   GError               **error);
gboolean              shinsa_document_finish      (ShinsaDocumentWriter  *writer,
                                                   GError               **error);
void                  shinsa_document_writer_free (ShinsaDocumentWriter  *writer);

gboolean              shinsa_document_has         (ShinsaStore           *store,
                                                   const char            *hash,
                                                   gboolean              *held,
                                                   GError               **error);
gboolean              shinsa_document_read        (ShinsaStore           *store,
                                                   const char            *hash,
                                                   gint64                 position,
                                                   GBytes               **chunk,
                                                   GError               **error);
GBytes               *shinsa_document_dup_bytes   (ShinsaStore           *store,
                                                   const char            *hash,
                                                   GError               **error);
gboolean              shinsa_document_purge       (ShinsaStore           *store,
                                                   const char            *hash,
                                                   const char            *reason,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaDocumentWriter, shinsa_document_writer_free)

G_END_DECLS
