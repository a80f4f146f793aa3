/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-identity.h"
#include "shinsa-error.h"
#include "shinsa-test-dir.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* RFC 8032, section 7.1: tests 1 to 3 and SHA(abc). */
static const struct
{
  const char *seed;
  const char *feed;
  const char *message;
  const char *signature;
} vectors[] = {
  { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
    "b46bd25bf5f0595bbe24655141438e7a100b" },
  { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
    "1d8c387b2eaeb4302aeeb00d291612bb0c00" },
  { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
    "c6594a7c15e9716ed28dc027beceea1ec40a" },
  { "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3fe"
    "ebbd454d4423643ce80e2a9ac94fa54ca49f",
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431"
    "e0303dca179c138ac17ad9bef1177331a704" },
};

static GBytes *
bytes_from_hex (const char *hex)
{
  gsize size = strlen (hex) / 2;
  g_autofree guint8 *bytes = g_malloc (size + 1);

  g_assert_true (shinsa_hex_decode (hex, bytes, size));
  return g_bytes_new (bytes, size);
}

static ShinsaIdentity *
identity_from_hex (const char *hex)
{
  guint8 seed[SHINSA_SEED_BYTES];

  g_assert_true (shinsa_hex_decode (hex, seed, sizeof seed));
  return shinsa_identity_new_from_seed (seed);
}

static void
test_rfc (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) message = bytes_from_hex (vectors[i].message);
      g_autoptr (ShinsaIdentity) identity = identity_from_hex (vectors[i].seed);
      g_autofree char *signature = shinsa_identity_sign (identity, "", message);

      g_assert_cmpstr (shinsa_identity_get_feed (identity), ==, vectors[i].feed);
      g_assert_cmpstr (signature, ==, vectors[i].signature);
      g_assert_true (shinsa_signature_verify (vectors[i].feed, "", message, signature, &error));
      g_assert_no_error (error);
    }
}

/* Computed by another program, over the context followed by the bytes. */
static void
test_context (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (ShinsaIdentity) identity = identity_from_hex (vectors[0].seed);
  g_autofree char *signature = shinsa_identity_sign (identity, "shinsa/head/1\n", bytes);
  const char *feed = shinsa_identity_get_feed (identity);

  g_assert_cmpstr (signature, ==,
                   "d7fda88cd9049e821fe4db60222e14449f0507ef7e8abe2e0cc4e506e77344d3"
                   "f628ccc950bb31d86bf40a5064e2a23d407acb6e39c1b168980fea364ae83b09");
  g_assert_true (shinsa_signature_verify (feed, "shinsa/head/1\n", bytes, signature, &error));
  g_assert_no_error (error);
  g_assert_false (shinsa_signature_verify (feed, "shinsa/packet/1\n", bytes, signature, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE);
}

static void
test_wrong_signature (void)
{
  g_autoptr (GBytes) message = bytes_from_hex (vectors[2].message);

  for (gsize i = 0; i < strlen (vectors[2].signature); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *signature = g_strdup (vectors[2].signature);

      signature[i] = signature[i] == '0' ? '1' : '0';
      g_assert_false (shinsa_signature_verify (vectors[2].feed, "", message, signature, &error));
      g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE);
      g_assert_cmpstr (error->message, ==, "The signature is wrong: what was signed has been "
                                           "changed, or somebody else signed it.");
    }
}

static void
assert_not_verified (const char *feed,
                     const char *signature,
                     int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) message = bytes_from_hex (vectors[2].message);

  g_assert_false (shinsa_signature_verify (feed, "", message, signature, &error));
  g_assert_error (error, SHINSA_ERROR, code);
}

static void
test_malformed_signature (void)
{
  static const char *const zero = "00000000000000000000000000000000"
                                  "00000000000000000000000000000000";
  g_autofree char *upper_feed = g_ascii_strup (vectors[2].feed, -1);
  g_autofree char *upper_signature = g_ascii_strup (vectors[2].signature, -1);
  g_autofree char *longer = g_strconcat (vectors[2].signature, "00", NULL);

  assert_not_verified (upper_feed, vectors[2].signature, SHINSA_ERROR_INVALID);
  assert_not_verified ("", vectors[2].signature, SHINSA_ERROR_INVALID);
  assert_not_verified (vectors[2].feed, upper_signature, SHINSA_ERROR_INVALID);
  assert_not_verified (vectors[2].feed, longer, SHINSA_ERROR_INVALID);
  assert_not_verified (vectors[2].feed, "", SHINSA_ERROR_INVALID);

  /* Another's key, and a point of small order that would verify anything. */
  assert_not_verified (vectors[1].feed, vectors[2].signature, SHINSA_ERROR_SIGNATURE);
  assert_not_verified (zero, vectors[2].signature, SHINSA_ERROR_SIGNATURE);
}

static void
test_generate (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("審査", strlen ("審査"));
  ShinsaIdentity *identity = shinsa_identity_new_generate ();
  ShinsaIdentity *other = shinsa_identity_new_generate ();
  const char *feed = shinsa_identity_get_feed (identity);
  g_autofree char *signature = shinsa_identity_sign (identity, "shinsa/record/1\n", bytes);

  g_assert_true (shinsa_hex_is (feed, SHINSA_DIGEST_BYTES));
  g_assert_cmpstr (feed, !=, shinsa_identity_get_feed (other));
  g_assert_true (shinsa_signature_verify (feed, "shinsa/record/1\n", bytes, signature, &error));
  g_assert_no_error (error);

  g_assert_finalize_object (identity);
  g_assert_finalize_object (other);
}

static void
test_fingerprint (void)
{
  g_autofree char *fingerprint = shinsa_fingerprint (vectors[0].feed);

  g_assert_cmpstr (fingerprint, ==, "7994 a9a4 a607 d32f 288d 208c");
}

/* --- Key files --- */

static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaTestDir) folder = shinsa_test_dir_new ();
  g_autofree char *keys = shinsa_test_dir_file (folder, "keys");
  g_autofree char *path = g_build_filename (keys, "desk.key", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ShinsaIdentity) identity = identity_from_hex (vectors[0].seed);
  g_autoptr (ShinsaIdentity) loaded = NULL;
  g_autofree char *contents = NULL;
  GStatBuf info;

  g_assert_true (shinsa_identity_save (identity, file, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==,
                   "{\"feed\":\"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\","
                   "\"format\":\"shinsa.key\","
                   "\"secret\":\"9d61b19deffd5a60ba844af492ec2cc4"
                   "4449c5697b326919703bac031cae7f60\","
                   "\"version\":1}");
  g_assert_no_errno (g_stat (path, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (keys, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  loaded = shinsa_identity_load (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (shinsa_identity_get_feed (loaded), ==, vectors[0].feed);
}

static void
test_save_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaTestDir) folder = shinsa_test_dir_new ();
  g_autofree char *in_the_way = shinsa_test_dir_file (folder, "keys");
  g_autofree char *path = g_build_filename (in_the_way, "desk.key", NULL);
  g_autofree char *beginning = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ShinsaIdentity) identity = shinsa_identity_new_generate ();

  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_false (shinsa_identity_save (identity, file, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  beginning = g_strdup_printf ("The key could not be saved as “%s”, so nothing was changed: ",
                               path);
  g_assert_true (g_str_has_prefix (error->message, beginning));
}

static void
test_load_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaTestDir) folder = shinsa_test_dir_new ();
  g_autofree char *path = shinsa_test_dir_file (folder, "desk.key");
  g_autofree char *beginning = g_strdup_printf ("The key file “%s” cannot be read: ", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_null (shinsa_identity_load (file, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, beginning));
}

#define FEED "\"feed\":\"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\""
#define OTHER_FEED "\"feed\":\"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c\""
#define FORMAT "\"format\":\"shinsa.key\""
#define SECRET "\"secret\":\"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\""
#define VERSION "\"version\":1"

static const struct
{
  const char *contents;
  int         code;
  const char *reason;
} bad_keys[] = {
  { "", SHINSA_ERROR_INVALID, "There is nothing to read: the text is empty." },
  { "{" FEED, SHINSA_ERROR_INVALID,
    "Line 1, column 75: the text ends here, before it is complete." },
  { "[]", SHINSA_ERROR_INVALID, "The document is not an object: it must begin with “{”." },
  { "{" FEED "," SECRET "," VERSION "}", SHINSA_ERROR_INVALID,
    "/format: this member is missing." },
  { "{" FEED ",\"format\":\"shinsa.round\"," SECRET "," VERSION "}", SHINSA_ERROR_INVALID,
    "It does not contain a key of Shinsa." },
  { "{" FORMAT ",\"version\":2,\"sealed\":{}}", SHINSA_ERROR_NEWER,
    "It was made by a newer version of Shinsa, which is needed to use it." },
  { "{" FEED "," FORMAT "," SECRET ",\"version\":0}", SHINSA_ERROR_INVALID,
    "/version: a whole number from 1 to 9007199254740991 is needed here." },
  { "{" FEED "," FORMAT "," SECRET "," VERSION ",\"note\":\"\"}", SHINSA_ERROR_INVALID,
    "/note: a member of this name is not known here." },
  { "{" FORMAT "," SECRET "," VERSION "}", SHINSA_ERROR_INVALID,
    "/feed: this member is missing." },
  { "{" FEED "," FORMAT "," VERSION "}", SHINSA_ERROR_INVALID,
    "/secret: this member is missing." },
  { "{" FEED "," FORMAT ",\"secret\":\"9D61\"," VERSION "}", SHINSA_ERROR_INVALID,
    "/secret: 64 lowercase hexadecimal digits are needed here." },
  { "{" OTHER_FEED "," FORMAT "," SECRET "," VERSION "}", SHINSA_ERROR_INVALID,
    "Its public key does not belong to its secret key." },
};

static void
assert_not_loaded (const char *contents,
                   gsize       length,
                   int         code,
                   const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaTestDir) folder = shinsa_test_dir_new ();
  g_autofree char *path = shinsa_test_dir_file (folder, "desk.key");
  g_autofree char *sentence = g_strdup_printf ("The key file “%s” cannot be used. %s", path,
                                               reason);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_null (shinsa_identity_load (file, &error));
  g_assert_error (error, SHINSA_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_load_refused (void)
{
  g_autofree char *spaces = g_strnfill (4097, ' ');

  for (gsize i = 0; i < G_N_ELEMENTS (bad_keys); i++)
    assert_not_loaded (bad_keys[i].contents, strlen (bad_keys[i].contents),
                       bad_keys[i].code, bad_keys[i].reason);
  assert_not_loaded (spaces, strlen (spaces), SHINSA_ERROR_TOO_LARGE, "It is too large for a key.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identity/rfc", test_rfc);
  g_test_add_func ("/identity/context", test_context);
  g_test_add_func ("/identity/wrong-signature", test_wrong_signature);
  g_test_add_func ("/identity/malformed-signature", test_malformed_signature);
  g_test_add_func ("/identity/generate", test_generate);
  g_test_add_func ("/identity/fingerprint", test_fingerprint);
  g_test_add_func ("/identity/save", test_save);
  g_test_add_func ("/identity/save-refused", test_save_refused);
  g_test_add_func ("/identity/load-missing", test_load_missing);
  g_test_add_func ("/identity/load-refused", test_load_refused);

  return g_test_run ();
}
