/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The bytes that shinsa_json_read() reads, where it is in them, and the sentences
 * that say what is wrong at a place.  Functions give FALSE with the error set.
 */
typedef struct
{
  const char *start;
  const char *end;
  const char *at;
  /* A stack of NUL-terminated texts: a key waits below while its value is read. */
  GString    *texts;
  /* How many objects and lists are open. */
  guint       depth;
  GError    **error;
} ShinsaScanner;

/* NUL is refused before reading begins, so it can stand for the end. */
static inline char
shinsa_scanner_peek (const ShinsaScanner *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static inline gboolean
shinsa_scanner_skip (ShinsaScanner *self,
                     char           byte)
{
  if (shinsa_scanner_peek (self) != byte)
    return FALSE;
  self->at++;
  return TRUE;
}

/* What is to be read stands at "at", which is left behind it; checking does not move it. */
gboolean shinsa_scanner_check            (ShinsaScanner       *self);
void     shinsa_scanner_skip_space       (ShinsaScanner       *self);
gboolean shinsa_scanner_read_text        (ShinsaScanner       *self);

/* Sentences for what is wrong, each with its place; lines and columns count from 1. */
gboolean shinsa_scanner_refuse           (ShinsaScanner       *self,
                                          const char          *format,
                                          ...) G_GNUC_PRINTF (2, 3);
gboolean shinsa_scanner_refuse_end       (ShinsaScanner       *self);
gboolean shinsa_scanner_refuse_character (ShinsaScanner       *self);
guint    shinsa_scanner_line             (const ShinsaScanner *self,
                                          const char          *place);
guint    shinsa_scanner_column           (const ShinsaScanner *self,
                                          const char          *place);
char    *shinsa_scanner_shorten          (const char          *text,
                                          gsize                length);

/* Whatever was wanted at the end of the bytes, what is wrong there is that they end. */
#define SCANNER_REFUSE(self, place, format, ...) \
  ((place) == (self)->end \
   ? shinsa_scanner_refuse_end (self) \
   : shinsa_scanner_refuse (self, format, \
                            shinsa_scanner_line (self, place), \
                            shinsa_scanner_column (self, place), \
                            ##__VA_ARGS__))

G_END_DECLS
