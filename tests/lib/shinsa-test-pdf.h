/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* PDFs for tests: drawn with cairo, or written object by object where they are to be odd. */

typedef struct _ShinsaTestPdf ShinsaTestPdf;

ShinsaTestPdf *shinsa_test_pdf_new         (double             width,
                                            double             height);
cairo_t       *shinsa_test_pdf_cairo       (ShinsaTestPdf     *self);
void           shinsa_test_pdf_text        (ShinsaTestPdf     *self,
                                            double             x,
                                            double             y,
                                            double             width,
                                            const char        *text);
int            shinsa_test_pdf_heading     (ShinsaTestPdf     *self,
                                            int                parent,
                                            const char        *title,
                                            int                page);
GBytes        *shinsa_test_pdf_finish      (ShinsaTestPdf     *self);

GBytes        *shinsa_test_pdf_of_pages    (int                n_pages);
GBytes        *shinsa_test_pdf_raw         (const char        *trailer,
                                            const char * const objects[]);
char          *shinsa_test_pdf_stream      (const char        *members,
                                            const char        *content);

G_END_DECLS
