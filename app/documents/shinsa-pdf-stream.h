/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file in memory that ends where its reader is cancelled, which one of GIO's does not. */

#define SHINSA_TYPE_PDF_STREAM (shinsa_pdf_stream_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPdfStream, shinsa_pdf_stream, SHINSA, PDF_STREAM, GMemoryInputStream)

GInputStream *shinsa_pdf_stream_new (GBytes *bytes);

G_END_DECLS
