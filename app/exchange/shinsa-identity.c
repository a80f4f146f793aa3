/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-identity.h"

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define KEY_FORMAT "shinsa.key"
#define KEY_VERSION 1

/* A key file has about two hundred bytes. */
#define MAX_KEY_FILE 4096

#define FINGERPRINT_CONTEXT "shinsa/fingerprint/1\n"

struct _ShinsaIdentity
{
  GObject parent_instance;

  /* libsodium's secret key is the seed and then the public key. */
  guint8  secret[crypto_sign_SECRETKEYBYTES];
  char   *feed;
};

G_DEFINE_FINAL_TYPE (ShinsaIdentity, shinsa_identity, G_TYPE_OBJECT)

G_STATIC_ASSERT (SHINSA_SEED_BYTES == crypto_sign_SEEDBYTES);
G_STATIC_ASSERT (SHINSA_SIGNATURE_BYTES == crypto_sign_BYTES);
G_STATIC_ASSERT (SHINSA_DIGEST_BYTES == crypto_sign_PUBLICKEYBYTES);

static void
shinsa_identity_finalize (GObject *object)
{
  ShinsaIdentity *self = SHINSA_IDENTITY (object);

  sodium_memzero (self->secret, sizeof self->secret);
  g_free (self->feed);

  G_OBJECT_CLASS (shinsa_identity_parent_class)->finalize (object);
}

static void
shinsa_identity_class_init (ShinsaIdentityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = shinsa_identity_finalize;
}

static void
shinsa_identity_init (ShinsaIdentity *self)
{
  shinsa_crypto_init ();
}

/**
 * shinsa_identity_new_from_seed:
 * @seed: the 32 secret bytes that an Ed25519 key pair is made from
 *
 * For the practice round, test vectors and keys that are read: the same seed gives
 * the same identity, so whoever knows it can sign in its name.
 *
 * Returns: (transfer full): the identity
 */
ShinsaIdentity *
shinsa_identity_new_from_seed (const guint8 seed[SHINSA_SEED_BYTES])
{
  ShinsaIdentity *self;
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];

  g_return_val_if_fail (seed != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_IDENTITY, NULL);
  crypto_sign_seed_keypair (public_key, self->secret, seed);
  self->feed = shinsa_hex_encode (public_key, sizeof public_key);
  return self;
}

/**
 * shinsa_identity_new_generate:
 *
 * Returns: (transfer full): an identity that nobody had before
 */
ShinsaIdentity *
shinsa_identity_new_generate (void)
{
  ShinsaIdentity *self;
  guint8 seed[SHINSA_SEED_BYTES];

  shinsa_crypto_init ();
  randombytes_buf (seed, sizeof seed);
  self = shinsa_identity_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);
  return self;
}

/* --- Key files --- */

static gboolean
check_version (JsonObject  *key,
               GError     **error)
{
  const char *format = shinsa_json_get_string (key, "", "format", error);
  gint64 version;

  if (format == NULL)
    return FALSE;
  if (strcmp (format, KEY_FORMAT) != 0)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("It does not contain a key of Shinsa."));
      return FALSE;
    }

  if (!shinsa_json_get_int (key, "", "version", 1, SHINSA_JSON_MAX_INTEGER, &version, error))
    return FALSE;
  if (version > KEY_VERSION)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NEWER,
                           _("It was made by a newer version of Shinsa, "
                             "which is needed to use it."));
      return FALSE;
    }
  return shinsa_json_only_members (key, "", error, "feed", "format", "secret", "version", NULL);
}

static ShinsaIdentity *
identity_from_key (JsonObject  *key,
                   GError     **error)
{
  g_autoptr (ShinsaIdentity) self = NULL;
  guint8 seed[SHINSA_SEED_BYTES];
  const char *secret;
  const char *feed;

  if (!check_version (key, error))
    return NULL;
  feed = shinsa_json_get_string (key, "", "feed", error);
  if (feed == NULL)
    return NULL;
  secret = shinsa_json_get_string (key, "", "secret", error);
  if (secret == NULL)
    return NULL;

  if (!shinsa_hex_decode (secret, seed, sizeof seed))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("/secret: 64 lowercase hexadecimal digits are needed here."));
      return NULL;
    }
  self = shinsa_identity_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);

  if (strcmp (feed, self->feed) != 0)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("Its public key does not belong to its secret key."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static ShinsaIdentity *
identity_from_bytes (const char  *bytes,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *key;

  if (length > MAX_KEY_FILE)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                           _("It is too large for a key."));
      return NULL;
    }

  node = shinsa_json_read (bytes, length, error);
  if (node == NULL)
    return NULL;
  key = shinsa_json_root (node, error);
  if (key == NULL)
    return NULL;
  return identity_from_key (key, error);
}

static gboolean
read_start (GFile   *file,
            char    *bytes,
            gsize    size,
            gsize   *length,
            GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, size, length, NULL, error);
}

/**
 * shinsa_identity_load:
 * @file: a key file
 * @error: where to put the reason
 *
 * Reads an identity that shinsa_identity_save() wrote.
 *
 * Returns: (transfer full) (nullable): the identity, or %NULL with @error set:
 *   NOT_FOUND without a file, NEWER from a newer version, INVALID or TOO_LARGE if
 *   it is no key file, or its public key does not belong to its secret one
 */
ShinsaIdentity *
shinsa_identity_load (GFile   *file,
                      GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  ShinsaIdentity *self;
  char bytes[MAX_KEY_FILE + 1];
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  if (!read_start (file, bytes, sizeof bytes, &length, &cause))
    {
      g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
                   _("The key file “%s” cannot be read: %s"), name, cause->message);
      return NULL;
    }

  self = identity_from_bytes (bytes, length, &cause);
  sodium_memzero (bytes, sizeof bytes);
  if (self == NULL)
    g_set_error (error, cause->domain, cause->code,
                 _("The key file “%s” cannot be used. %s"), name, cause->message);
  return self;
}

static GBytes *
key_bytes (ShinsaIdentity *self)
{
  g_autofree char *seed = shinsa_hex_encode (self->secret, SHINSA_SEED_BYTES);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *key = json_object_new ();

  json_node_take_object (node, key);
  json_object_set_string_member (key, "feed", self->feed);
  json_object_set_string_member (key, "format", KEY_FORMAT);
  json_object_set_string_member (key, "secret", seed);
  json_object_set_int_member (key, "version", KEY_VERSION);
  sodium_memzero (seed, strlen (seed));
  return shinsa_json_write (node);
}

static gboolean
write_private (const char  *path,
               GBytes      *bytes,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int number = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (number),
                           g_strerror (number));
      return FALSE;
    }
  return g_file_set_contents_full (path,
                                   g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

/**
 * shinsa_identity_save:
 * @self: an identity
 * @file: where to; a local file
 * @error: where to put the reason
 *
 * Writes the key so that its owner alone can read it.  The folder is made if it is
 * missing.  The bytes are written beside, brought to the disk and only then given
 * the name, so that an older file there is whole until the new one is.
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
shinsa_identity_save (ShinsaIdentity  *self,
                      GFile           *file,
                      GError         **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *path;

  g_return_val_if_fail (SHINSA_IS_IDENTITY (self), FALSE);
  g_return_val_if_fail (g_file_peek_path (file) != NULL, FALSE);

  path = g_file_peek_path (file);
  bytes = key_bytes (self);
  if (write_private (path, bytes, &cause))
    return TRUE;

  g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
               _("The key could not be saved as “%s”, so nothing was changed: %s"),
               path, cause->message);
  return FALSE;
}

/* --- Signing --- */

/**
 * shinsa_identity_get_feed:
 * @self: an identity
 *
 * Returns: (transfer none): the public key as 64 lowercase hexadecimal digits
 */
const char *
shinsa_identity_get_feed (ShinsaIdentity *self)
{
  g_return_val_if_fail (SHINSA_IS_IDENTITY (self), NULL);

  return self->feed;
}

static GByteArray *
message_new (const char *context,
             GBytes     *bytes)
{
  GByteArray *message = g_byte_array_new ();

  g_byte_array_append (message, (const guint8 *) context, strlen (context));
  g_byte_array_append (message, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return message;
}

/**
 * shinsa_identity_sign:
 * @self: an identity
 * @context: what kind of thing is signed, like "shinsa/head/1\n", so that a
 *   signature of one kind is none of another
 * @bytes: what to sign
 *
 * Returns: (transfer full): the signature, as 128 lowercase hexadecimal digits
 */
char *
shinsa_identity_sign (ShinsaIdentity *self,
                      const char     *context,
                      GBytes         *bytes)
{
  g_autoptr (GByteArray) message = NULL;
  guint8 signature[SHINSA_SIGNATURE_BYTES];

  g_return_val_if_fail (SHINSA_IS_IDENTITY (self), NULL);
  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  message = message_new (context, bytes);
  crypto_sign_detached (signature, NULL, message->data, message->len, self->secret);
  return shinsa_hex_encode (signature, sizeof signature);
}

/**
 * shinsa_signature_verify:
 * @feed: who is said to have signed
 * @context: what kind of thing, as it was signed
 * @bytes: the bytes that are said to have been signed
 * @signature: the signature, as hexadecimal digits
 * @error: where to put the reason
 *
 * Returns: %FALSE with INVALID if the feed or the signature is malformed, or with
 *   SIGNATURE if it is wrong
 */
gboolean
shinsa_signature_verify (const char  *feed,
                         const char  *context,
                         GBytes      *bytes,
                         const char  *signature,
                         GError     **error)
{
  g_autoptr (GByteArray) message = NULL;
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 raw[SHINSA_SIGNATURE_BYTES];

  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (!shinsa_hex_decode (feed, public_key, sizeof public_key))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("The public key is not 64 lowercase hexadecimal digits."));
      return FALSE;
    }
  if (!shinsa_hex_decode (signature, raw, sizeof raw))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                           _("The signature is not 128 lowercase hexadecimal digits."));
      return FALSE;
    }

  shinsa_crypto_init ();
  message = message_new (context, bytes);
  if (crypto_sign_verify_detached (raw, message->data, message->len, public_key) == 0)
    return TRUE;

  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
                       _("The signature is wrong: what was signed has been changed, or somebody "
                         "else signed it."));
  return FALSE;
}

/**
 * shinsa_fingerprint:
 * @feed: a public key
 *
 * Returns: (transfer full): 96 bits of its hash as six groups of four hexadecimal
 *   digits, for people to compare
 */
char *
shinsa_fingerprint (const char *feed)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (shinsa_hex_is (feed, SHINSA_DIGEST_BYTES), NULL);

  bytes = g_bytes_new (feed, strlen (feed));
  digest = shinsa_sha256_hex (FINGERPRINT_CONTEXT, bytes);
  return g_strdup_printf ("%.4s %.4s %.4s %.4s %.4s %.4s", digest, digest + 4, digest + 8,
                          digest + 12, digest + 16, digest + 20);
}
