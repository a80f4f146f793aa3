/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A SHA-256 and an Ed25519 public key have the same size. */
#define SHINSA_DIGEST_BYTES 32

void      shinsa_crypto_init   (void);
char     *shinsa_sha256_hex    (const char   *prefix,
                                GBytes       *bytes);
char     *shinsa_hex_encode    (const guint8 *bytes,
                                gsize         n_bytes);
gboolean  shinsa_hex_decode    (const char   *text,
                                guint8       *bytes,
                                gsize         n_bytes);
gboolean  shinsa_hex_is        (const char   *text,
                                gsize         n_bytes);
GBytes   *shinsa_base64_decode (const char   *text);
char     *shinsa_salt_new      (void);

G_END_DECLS
