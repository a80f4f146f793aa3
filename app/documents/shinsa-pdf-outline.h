/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

GPtrArray *shinsa_pdf_outline_read (PopplerDocument *document,
                                    int              n_pages);

G_END_DECLS
