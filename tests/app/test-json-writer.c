/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json-number.h"
#include "exchange/shinsa-json.h"

#include <math.h>
#include <string.h>

static JsonNode *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = shinsa_json_read (text, strlen (text), &error);

  g_assert_no_error (error);
  return node;
}

static void
assert_written (JsonNode   *node,
                const char *canonical)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (node);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   canonical, strlen (canonical));
}

static void
assert_canonical_of (const char *text,
                     const char *canonical)
{
  g_autoptr (JsonNode) node = read_text (text);

  assert_written (node, canonical);
}

/* --- RFC 8785 --- */

/* Sections 3.2.2 to 3.2.4. */
static void
test_rfc_example (void)
{
  assert_canonical_of ("{\n"
                       "  \"numbers\": [333333333.33333329, 1E30, 4.50,\n"
                       "              2e-3, 0.000000000000000000000000001],\n"
                       "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042"
                       "\\u0022\\u005c\\\\\\\"\\/\",\n"
                       "  \"literals\": [null, true, false]\n"
                       "}",
                       "{\"literals\":[null,true,false],"
                       "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                       "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

/* Section 3.2.3. */
static void
test_rfc_sorting (void)
{
  assert_canonical_of ("{\n"
                       "  \"\\u20ac\": \"Euro Sign\",\n"
                       "  \"\\r\": \"Carriage Return\",\n"
                       "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\",\n"
                       "  \"1\": \"One\",\n"
                       "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\",\n"
                       "  \"\\u0080\": \"Control\",\n"
                       "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"\n"
                       "}",
                       "{\"\\r\":\"Carriage Return\","
                       "\"1\":\"One\","
                       "\"\xC2\x80\":\"Control\","
                       "\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\","
                       "\"\xE2\x82\xAC\":\"Euro Sign\","
                       "\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\","
                       "\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

typedef struct
{
  guint64     bits;
  const char *text;
} Number;

/* Appendix B, and below it what a simpler way of finding the digits gets wrong. */
static const Number numbers[] = {
  { 0x0000000000000000, "0" },
  { 0x8000000000000000, "0" },
  { 0x0000000000000001, "5e-324" },
  { 0x8000000000000001, "-5e-324" },
  { 0x7fefffffffffffff, "1.7976931348623157e+308" },
  { 0xffefffffffffffff, "-1.7976931348623157e+308" },
  { 0x4340000000000000, "9007199254740992" },
  { 0xc340000000000000, "-9007199254740992" },
  { 0x4430000000000000, "295147905179352830000" },
  { 0x44b52d02c7e14af5, "9.999999999999997e+22" },
  { 0x44b52d02c7e14af6, "1e+23" },
  { 0x44b52d02c7e14af7, "1.0000000000000001e+23" },
  { 0x444b1ae4d6e2ef4e, "999999999999999700000" },
  { 0x444b1ae4d6e2ef4f, "999999999999999900000" },
  { 0x444b1ae4d6e2ef50, "1e+21" },
  { 0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7" },
  { 0x3eb0c6f7a0b5ed8d, "0.000001" },
  { 0x41b3de4355555553, "333333333.3333332" },
  { 0x41b3de4355555554, "333333333.33333325" },
  { 0x41b3de4355555555, "333333333.3333333" },
  { 0x41b3de4355555556, "333333333.3333334" },
  { 0x41b3de4355555557, "333333333.33333343" },
  { 0xbecbf647612f3696, "-0.0000033333333333333333" },
  { 0x43143ff3c1cb0959, "1424953923781206.2" },

  { 0x3d30000000000000, "5.684341886080802e-14" },
  { 0x0010000000000000, "2.2250738585072014e-308" },
  { 0x000fffffffffffff, "2.225073858507201e-308" },
  { 0x3fb999999999999a, "0.1" },
  { 0x3fd3333333333334, "0.30000000000000004" },
  { 0x3fe5555555555555, "0.6666666666666666" },
  { 0x400c000000000000, "3.5" },
  { 0x408f400000000000, "1000" },
  { 0xc05ec00000000000, "-123" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double value;

      memcpy (&value, &numbers[i].bits, sizeof value);
      shinsa_json_append_double (text, value);
      g_assert_cmpstr (text->str, ==, numbers[i].text);
    }
}

/* --- What else is to be said about the form --- */

/*
 * U+FF21 (Ａ) comes before U+1F600 in UTF-8, and after it in UTF-16; U+D7FF and
 * U+E000 enclose the surrogates.
 */
static void
test_utf16_order (void)
{
  assert_canonical_of ("{\"\xEF\xBC\xA1\":1,\"\xF0\x9F\x98\x80\":2,\"\xEE\x80\x80\":3,"
                       "\"\xED\x9F\xBF\":4,\"a\xEF\xBC\xA1\":5,\"a\xF4\x8F\xBF\xBF\":6,"
                       "\"a\":7,\"ab\":8,\"\":9}",
                       "{\"\":9,\"a\":7,\"ab\":8,\"a\xF4\x8F\xBF\xBF\":6,\"a\xEF\xBC\xA1\":5,"
                       "\"\xED\x9F\xBF\":4,\"\xF0\x9F\x98\x80\":2,\"\xEE\x80\x80\":3,"
                       "\"\xEF\xBC\xA1\":1}");
}

static void
test_escapes (void)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (),
                                                     "\x01\b\t\n\x0B\f\r\x1F"
                                                     " \"\\/\x7F\xE2\x80\xA8");

  assert_written (node, "\"\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\x7F\xE2\x80\xA8\"");
}

static void
test_integers (void)
{
  g_autoptr (JsonNode) largest = json_node_init_int (json_node_alloc (), SHINSA_JSON_MAX_INTEGER);
  g_autoptr (JsonNode) smallest = json_node_init_int (json_node_alloc (), -SHINSA_JSON_MAX_INTEGER);
  g_autoptr (JsonNode) whole = json_node_init_double (json_node_alloc (), 3.0);

  assert_written (largest, "9007199254740991");
  assert_written (smallest, "-9007199254740991");
  assert_written (whole, "3");
}

static void
test_is_canonical (void)
{
  static const char canonical[] = "{\"a\":[1,0.5,\"é\"],\"b\":{}}";
  g_autoptr (JsonNode) node = read_text (canonical);
  static const char *const others[] = {
    "{\"b\":{},\"a\":[1,0.5,\"é\"]}",
    "{\"a\":[1,0.5,\"\\u00e9\"],\"b\":{}}",
    "{\"a\":[1,5e-1,\"é\"],\"b\":{}}",
    "{\"a\":[1.0,0.5,\"é\"],\"b\":{}}",
    "{\"a\":[1,0.5,\"é\"],\"b\":{} }",
    "{\"a\":[1,0.5,\"é\"],\"b\":{}}\n",
  };

  g_assert_true (shinsa_json_is_canonical (canonical, strlen (canonical), node));
  g_assert_false (shinsa_json_is_canonical (canonical, strlen (canonical) - 1, node));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JsonNode) other = read_text (others[i]);

      assert_written (other, canonical);
      g_assert_false (shinsa_json_is_canonical (others[i], strlen (others[i]), other));
    }
}

static void
test_pretty (void)
{
  g_autoptr (JsonNode) node =
    read_text ("{\"z\":[1,{\"b\":null,\"a\":[]}],\"empty\":{},\"text\":\"審査\\n\"}");
  g_autofree char *text = shinsa_json_write_pretty (node);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"z\": [\n"
                   "    1,\n"
                   "    {\n"
                   "      \"b\": null,\n"
                   "      \"a\": []\n"
                   "    }\n"
                   "  ],\n"
                   "  \"empty\": {},\n"
                   "  \"text\": \"審査\\n\"\n"
                   "}\n");
}

static void
test_infinite (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), INFINITY);
      g_autoptr (GBytes) bytes = shinsa_json_write (node);

      g_assert_null (bytes);
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed: (isfinite*");
}

/* --- Whatever is written reads back the same --- */

static gunichar
any_character (GRand *random)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return g_rand_int_range (random, 0x01, 0x20);
    case 1:
      return g_rand_int_range (random, 0x80, 0x800);
    case 2:
      return g_rand_int_range (random, 0x3040, 0xA000);
    case 3:
      return g_rand_int_range (random, 0xE000, 0x10000);
    case 4:
      return g_rand_int_range (random, 0x10000, 0x110000);
    default:
      return g_rand_int_range (random, 0x20, 0x80);
    }
}

static char *
any_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (random, 0, 8);

  for (int i = 0; i < length; i++)
    g_string_append_unichar (text, any_character (random));
  return g_string_free (text, FALSE);
}

static double
any_fraction (GRand *random)
{
  for (;;)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value;

      memcpy (&value, &bits, sizeof value);
      /* Whole numbers are integers, or too large to be exact. */
      if (isfinite (value) && (value != floor (value) || fabs (value) >= 1e21))
        return value;
    }
}

static gint64
any_integer (GRand *random)
{
  gint64 value = (gint64) g_rand_int (random) << 21 | g_rand_int_range (random, 0, 1 << 21);

  return g_rand_boolean (random) ? value : -value;
}

static JsonNode *any_node (GRand *random,
                           int    depth);

static JsonNode *
any_container (GRand *random,
               int    depth)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonArray) array = json_array_new ();
  int length = g_rand_int_range (random, 0, 6);

  for (int i = 0; i < length; i++)
    {
      g_autofree char *name = any_text (random);

      json_object_set_member (object, name, any_node (random, depth - 1));
      json_array_add_element (array, any_node (random, depth - 1));
    }
  return g_rand_boolean (random)
    ? json_node_init_object (json_node_alloc (), object)
    : json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
any_node (GRand *random,
          int    depth)
{
  g_autofree char *text = any_text (random);

  switch (g_rand_int_range (random, 0, depth > 0 ? 8 : 5))
    {
    case 0:
      return json_node_init_string (json_node_alloc (), text);
    case 1:
      return json_node_init_int (json_node_alloc (), any_integer (random));
    case 2:
      return json_node_init_double (json_node_alloc (), any_fraction (random));
    case 3:
      return json_node_init_boolean (json_node_alloc (), g_rand_boolean (random));
    case 4:
      return json_node_init_null (json_node_alloc ());
    default:
      return any_container (random, depth);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8785);

  for (int i = 0; i < 1500; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = any_node (random, 5);
      g_autoptr (GBytes) bytes = shinsa_json_write (node);
      g_autofree char *pretty = shinsa_json_write_pretty (node);
      const char *data = g_bytes_get_data (bytes, NULL);
      gsize length = g_bytes_get_size (bytes);
      g_autoptr (JsonNode) again = shinsa_json_read (data, length, &error);
      g_autoptr (JsonNode) from_pretty = read_text (pretty);

      g_assert_no_error (error);
      g_assert_true (json_node_equal (node, again));
      g_assert_true (json_node_equal (node, from_pretty));
      g_assert_true (shinsa_json_is_canonical (data, length, again));
      g_assert_true (shinsa_json_is_canonical (data, length, from_pretty));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/rfc-example", test_rfc_example);
  g_test_add_func ("/json-writer/rfc-sorting", test_rfc_sorting);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/utf16-order", test_utf16_order);
  g_test_add_func ("/json-writer/escapes", test_escapes);
  g_test_add_func ("/json-writer/integers", test_integers);
  g_test_add_func ("/json-writer/is-canonical", test_is_canonical);
  g_test_add_func ("/json-writer/pretty", test_pretty);
  g_test_add_func ("/json-writer/infinite", test_infinite);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);

  return g_test_run ();
}
