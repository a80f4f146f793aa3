/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-digest.h"

#include <string.h>

static void
assert_digest (const char *prefix,
               const char *text,
               const char *digest)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *hex = shinsa_sha256_hex (prefix, bytes);

  g_assert_cmpstr (hex, ==, digest);
}

/* The first three are NIST's examples. */
static void
test_sha256 (void)
{
  assert_digest (NULL, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_digest (NULL, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_digest (NULL, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  assert_digest ("ab", "c", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_digest ("shinsa/entry/1\n", "{}",
                 "14af50bbca29fe0c631eaca4dadaeb0e5782e07c93c4aacbc09540bc63d8f087");
}

static void
test_hex (void)
{
  const guint8 bytes[] = { 0x00, 0x7f, 0xab, 0xff };
  guint8 decoded[sizeof bytes] = { 0 };
  g_autofree char *hex = shinsa_hex_encode (bytes, sizeof bytes);
  g_autofree char *empty = shinsa_hex_encode (NULL, 0);

  g_assert_cmpstr (hex, ==, "007fabff");
  g_assert_cmpstr (empty, ==, "");
  g_assert_true (shinsa_hex_is (hex, 4));
  g_assert_true (shinsa_hex_decode (hex, decoded, sizeof decoded));
  g_assert_cmpmem (decoded, sizeof decoded, bytes, sizeof bytes);
}

static void
test_hex_refused (void)
{
  static const char *const texts[] = {
    NULL, "", "007fab", "007fabf", "007fabff0", "007fabff00", "007FABFF", "007fabfg", " 07fabff",
    "0x7fabff", "007fab:f", "00\xEF\xBC\x91" "aff",
  };
  const guint8 untouched[4] = { 1, 2, 3, 4 };
  guint8 decoded[4] = { 1, 2, 3, 4 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_false (shinsa_hex_is (texts[i], 4));
      g_assert_false (shinsa_hex_decode (texts[i], decoded, sizeof decoded));
      g_assert_cmpmem (decoded, sizeof decoded, untouched, sizeof untouched);
    }
}

/* RFC 4648, section 10. */
static void
test_base64 (void)
{
  static const char *const pairs[][2] = {
    { "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" },
    { "foob", "Zm9vYg==" }, { "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" },
    { "\xFB\xFF", "+/8=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) bytes = shinsa_base64_decode (pairs[i][1]);

      g_assert_nonnull (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       pairs[i][0], strlen (pairs[i][0]));
    }
}

static void
test_base64_refused (void)
{
  static const char *const texts[] = {
    "Z", "Zg", "Zg=", "Zg===", "Zm8", "Zm8==", "Zm9v=", "=", "====", "Zh==", "Zm9=", "Zm9v\n",
    " Zm9v", "Zm 9v", "Zm9v Zm9v", "-_8=", "Zm9vZg==Zm9v", "Zm9\xE3\x81\x82",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (shinsa_base64_decode (texts[i]));
}

static void
test_salt (void)
{
  g_autofree char *salt = shinsa_salt_new ();
  g_autofree char *other = shinsa_salt_new ();

  g_assert_true (shinsa_hex_is (salt, 16));
  g_assert_true (shinsa_hex_is (other, 16));
  g_assert_cmpstr (salt, !=, other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest/sha256", test_sha256);
  g_test_add_func ("/digest/hex", test_hex);
  g_test_add_func ("/digest/hex-refused", test_hex_refused);
  g_test_add_func ("/digest/base64", test_base64);
  g_test_add_func ("/digest/base64-refused", test_base64_refused);
  g_test_add_func ("/digest/salt", test_salt);

  return g_test_run ();
}
