/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as one searches it: width, case, ligatures and broken lines make no difference. Each of its
 * characters knows which of the original it stands for. */

typedef struct {
  gunichar character;
  guint    first;        /* characters of the original, from here ... */
  guint    end;          /* ... to before this */
} ShinsaPdfFolded;

GArray   *shinsa_pdf_fold (const char *text);
gboolean  shinsa_pdf_find (GArray     *text,
                           GArray     *words,
                           guint      *from,
                           guint      *first,
                           guint      *end);

G_END_DECLS
