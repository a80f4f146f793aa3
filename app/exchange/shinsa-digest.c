/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-digest.h"

#include <sodium.h>
#include <string.h>

#define SALT_BYTES 16

/**
 * shinsa_crypto_init:
 *
 * Makes libsodium ready; more than once does no harm.  Every function here and in
 * shinsa-identity.h that needs it calls it by itself.
 */
void
shinsa_crypto_init (void)
{
  /* It fails only where there is no source of random bits: nothing safe can go on. */
  if (sodium_init () < 0)
    g_error ("The cryptographic library cannot be used on this computer.");
}

/**
 * shinsa_sha256_hex:
 * @prefix: (nullable): text hashed before the bytes, which keeps hashes of different
 *   kinds of things apart
 * @bytes: what to hash
 *
 * Returns: (transfer full): the SHA-256, as 64 lowercase hexadecimal digits
 */
char *
shinsa_sha256_hex (const char *prefix,
                   GBytes     *bytes)
{
  g_autoptr (GChecksum) checksum = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (prefix != NULL)
    g_checksum_update (checksum, (const guint8 *) prefix, strlen (prefix));
  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * shinsa_hex_encode:
 * @bytes: (array length=n_bytes): any bytes
 * @n_bytes: how many
 *
 * Returns: (transfer full): two lowercase hexadecimal digits for each byte
 */
char *
shinsa_hex_encode (const guint8 *bytes,
                   gsize         n_bytes)
{
  char *text;

  g_return_val_if_fail (bytes != NULL || n_bytes == 0, NULL);

  text = g_malloc (n_bytes * 2 + 1);
  return sodium_bin2hex (text, n_bytes * 2 + 1, bytes, n_bytes);
}

/**
 * shinsa_hex_is:
 * @text: (nullable): any text
 * @n_bytes: how many bytes it should stand for
 *
 * Returns: whether the text is exactly that many pairs of lowercase hexadecimal
 *   digits: each hash and key has one spelling
 */
gboolean
shinsa_hex_is (const char *text,
               gsize       n_bytes)
{
  return text != NULL && strlen (text) == n_bytes * 2 &&
         strspn (text, "0123456789abcdef") == n_bytes * 2;
}

/**
 * shinsa_hex_decode:
 * @text: (nullable): any text
 * @bytes: (out caller-allocates) (array length=n_bytes): where to put the bytes
 * @n_bytes: how many bytes the text should stand for
 *
 * Returns: whether the text was what shinsa_hex_is() asks for; else @bytes is
 *   unchanged
 */
gboolean
shinsa_hex_decode (const char *text,
                   guint8     *bytes,
                   gsize       n_bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return shinsa_hex_is (text, n_bytes) &&
         sodium_hex2bin (bytes, n_bytes, text, n_bytes * 2, NULL, NULL, NULL) == 0;
}

/**
 * shinsa_base64_decode:
 * @text: any text
 *
 * Unlike g_base64_decode() this takes nothing but what g_base64_encode() makes: no
 * spaces, no missing or wrong padding, no bits left over at the end.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL if the text is not base64
 */
GBytes *
shinsa_base64_decode (const char *text)
{
  g_autofree guint8 *bytes = NULL;
  gsize length;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  bytes = g_malloc (length / 4 * 3 + 1);
  if (sodium_base642bin (bytes, length / 4 * 3 + 1, text, length, NULL, &n_bytes, NULL,
                         sodium_base64_VARIANT_ORIGINAL) != 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), n_bytes);
}

/**
 * shinsa_salt_new:
 *
 * Returns: (transfer full): 128 random bits as 32 lowercase hexadecimal digits, so
 *   that what a body says cannot be guessed from its hash
 */
char *
shinsa_salt_new (void)
{
  guint8 salt[SALT_BYTES];

  shinsa_crypto_init ();
  randombytes_buf (salt, sizeof salt);
  return shinsa_hex_encode (salt, sizeof salt);
}
