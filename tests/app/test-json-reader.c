/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *sentence;
} Refusal;

static const Refusal refusals[] = {
  /* Nothing, or not enough. */
  { "", "There is nothing to read: the text is empty." },
  { " ", "Line 1, column 2: the text ends here, before it is complete." },
  { "\n\n", "Line 3, column 1: the text ends here, before it is complete." },
  { "{", "Line 1, column 2: the text ends here, before it is complete." },
  { "{\"a\"", "Line 1, column 5: the text ends here, before it is complete." },
  { "{\"a\":", "Line 1, column 6: the text ends here, before it is complete." },
  { "{\"a\":1", "Line 1, column 7: the text ends here, before it is complete." },
  { "{\"a\":1,", "Line 1, column 8: the text ends here, before it is complete." },
  { "[", "Line 1, column 2: the text ends here, before it is complete." },
  { "[1", "Line 1, column 3: the text ends here, before it is complete." },
  { "[1,", "Line 1, column 4: the text ends here, before it is complete." },
  { "\"a", "Line 1, column 3: the text ends here, before it is complete." },
  { "\"a\\", "Line 1, column 4: the text ends here, before it is complete." },
  { "\"\\u00", "Line 1, column 6: the text ends here, before it is complete." },
  { "\"\\ud83d\\u", "Line 1, column 10: the text ends here, before it is complete." },
  { "-", "Line 1, column 2: the text ends here, before it is complete." },
  { "1.", "Line 1, column 3: the text ends here, before it is complete." },
  { "1e+", "Line 1, column 4: the text ends here, before it is complete." },

  /* Too much. */
  { "1 2", "Line 1, column 3: nothing may follow the end of the document." },
  { "{}}", "Line 1, column 3: nothing may follow the end of the document." },
  { "{}\n{}", "Line 2, column 1: nothing may follow the end of the document." },
  { "null,", "Line 1, column 5: nothing may follow the end of the document." },
  { "0x1", "Line 1, column 2: nothing may follow the end of the document." },

  /* Keys. */
  { "{\"a\":1,\"a\":2}", "Line 1, column 8: the key “a” is given twice." },
  { "{\n  \"code\": 1,\n  \"x\": [], \"code\": 2\n}",
    "Line 3, column 12: the key “code” is given twice." },
  { "{\"a\":1,\"\\u0061\":2}", "Line 1, column 8: the key “a” is given twice." },
  { "{\"\":1,\"\":2}", "Line 1, column 7: the key “” is given twice." },
  { "{\"審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員\":1,"
    "\"審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員審査員\":1}",
    "Line 1, column 49: the key “審査員審査員審査員"
    "審査員審査員審査員審査員審査員審査員審査員審査員審査員"
    "審査員審…” is given twice." },
  { "{a:1}", "Line 1, column 2: a key in double quotes is needed here." },
  { "{1:1}", "Line 1, column 2: a key in double quotes is needed here." },
  { "{'a':1}", "Line 1, column 2: a key in double quotes is needed here." },
  { "{\"a\" 1}", "Line 1, column 6: a colon is needed here." },

  /* Commas. */
  { "[1,]", "Line 1, column 3: no comma may stand before “]”." },
  { "{\"a\":1 , }", "Line 1, column 8: no comma may stand before “}”." },
  { "[,1]", "Line 1, column 2: “,” may not stand here." },
  { "[1,,2]", "Line 1, column 4: “,” may not stand here." },
  { "[1 2]", "Line 1, column 4: a comma or “]” is needed here." },
  { "{\"a\":1 \"b\":2}", "Line 1, column 8: a comma or “}” is needed here." },
  { "[1}", "Line 1, column 3: a comma or “]” is needed here." },

  /* Words and comments. */
  { "NaN", "Line 1, column 1: the word “NaN” has no meaning here." },
  { "[Infinity]", "Line 1, column 2: the word “Infinity” has no meaning here." },
  { "True", "Line 1, column 1: the word “True” has no meaning here." },
  { "nul", "Line 1, column 1: the word “nul” has no meaning here." },
  { "nulls", "Line 1, column 1: the word “nulls” has no meaning here." },
  { "// note\n1", "Line 1, column 1: “/” may not stand here." },
  { "{} /* note */", "Line 1, column 4: nothing may follow the end of the document." },
  { "[1, /* note */ 2]", "Line 1, column 5: “/” may not stand here." },
  { "[審]", "Line 1, column 2: “審” may not stand here." },
  { "[\xC2\xA0 1]", "Line 1, column 2: U+00A0 may not stand here." },
  { "]", "Line 1, column 1: “]” may not stand here." },

  /* Numbers. */
  { "01", "Line 1, column 1: a number may not begin with 0." },
  { "-012", "Line 1, column 2: a number may not begin with 0." },
  { "+1", "Line 1, column 1: “+” may not stand here." },
  { ".5", "Line 1, column 1: “.” may not stand here." },
  { "[1.]", "Line 1, column 4: a digit is needed here." },
  { "[-]", "Line 1, column 3: a digit is needed here." },
  { "[1e]", "Line 1, column 4: a digit is needed here." },
  { "[1e+-1]", "Line 1, column 5: a digit is needed here." },
  { "-Infinity", "Line 1, column 2: a digit is needed here." },
  { "[1e309]", "Line 1, column 2: this number is outside the range of numbers." },
  { "[-1e309]", "Line 1, column 2: this number is outside the range of numbers." },
  { "[1e-400]", "Line 1, column 2: this number is outside the range of numbers." },
  { "9007199254740992", "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },
  { "-9007199254740992", "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },
  { "9007199254740993", "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },
  { "9007199254740992.0", "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },
  { "1e20", "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },
  { "1000000000000000000000000000000",
    "Line 1, column 1: a whole number may not be beyond ±9007199254740991." },

  /* Texts. */
  { "\"a\tb\"", "Line 1, column 3: the control character U+0009 must be an escape." },
  { "\"審査\n\"", "Line 1, column 4: the control character U+000A must be an escape." },
  { "\"\\x41\"", "Line 1, column 2: this escape does not exist." },
  { "\"\\U0041\"", "Line 1, column 2: this escape does not exist." },
  { "\"\\審\"", "Line 1, column 2: this escape does not exist." },
  { "\"\\u00g0\"", "Line 1, column 6: four hexadecimal digits must follow “\\u”." },
  { "\"\\u+041\"", "Line 1, column 4: four hexadecimal digits must follow “\\u”." },
  { "\"a\\u0000\"", "Line 1, column 3: a text may not contain U+0000." },
  { "\"\\ud83d\"", "Line 1, column 2: half of a surrogate pair stands alone." },
  { "\"\\ud83dx\"", "Line 1, column 2: half of a surrogate pair stands alone." },
  { "\"\\ud83d\\n\"", "Line 1, column 2: half of a surrogate pair stands alone." },
  { "\"\\ud83d\\ud83d\"", "Line 1, column 2: half of a surrogate pair stands alone." },
  { "\"\\ud83d\\u0041\"", "Line 1, column 2: half of a surrogate pair stands alone." },
  { "\"a\\ude00\"", "Line 1, column 3: half of a surrogate pair stands alone." },

  /* Bytes. */
  { "\xEF\xBB\xBF{}", "Line 1, column 1: the text may not begin with a byte order mark." },
  { "{}\n\xEF\xBB\xBF", "Line 2, column 1: nothing may follow the end of the document." },
  { "\"a\xC0\xAF\"", "Line 1, column 3: the bytes from here on are not UTF-8." },
  { "\"\xE0\x80\xAF\"", "Line 1, column 2: the bytes from here on are not UTF-8." },
  { "\"\xED\xA0\x80\"", "Line 1, column 2: the bytes from here on are not UTF-8." },
  { "\"\xF4\x90\x80\x80\"", "Line 1, column 2: the bytes from here on are not UTF-8." },
  { "\"\x80\"", "Line 1, column 2: the bytes from here on are not UTF-8." },
  { "\"審\n\xE5\xAF\"", "Line 2, column 1: the bytes from here on are not UTF-8." },
  { "\"\xE5\xAF", "Line 1, column 2: the bytes from here on are not UTF-8." },
  { "[\x01]", "Line 1, column 2: U+0001 may not stand here." },
  { "\x7F", "Line 1, column 1: U+007F may not stand here." },
};

/* The copy ends where the text ends, so that reading beyond it is noticed. */
static JsonNode *
read_copy (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autofree char *copy = g_memdup2 (text, length);

  return shinsa_json_read (copy, length, error);
}

static void
assert_refused (const char *text,
                gsize       length,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = read_copy (text, length, &error);

  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_null (node);
}

static JsonNode *
assert_read (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = read_copy (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    assert_refused (refusals[i].text, strlen (refusals[i].text), refusals[i].sentence);
}

static void
test_nul (void)
{
  assert_refused ("\"a\0b\"", 5, "Line 1, column 3: U+0000 may not stand here.");
  assert_refused ("{}\0", 3, "Line 1, column 3: U+0000 may not stand here.");
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (text, "null");
  for (guint i = depth; i > 0; i--)
    g_string_append_c (text, i % 2 == 1 ? ']' : '}');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nested (128);
  g_autofree char *deeper = nested (129);
  g_autoptr (JsonNode) node = assert_read (deepest);
  g_autoptr (JsonNode) wide = assert_read ("[[],[],{\"a\":[]},{\"b\":{}}]");

  assert_refused (deeper, strlen (deeper),
                  "Line 1, column 385: more than 128 objects and lists stand within one another.");
}

static void
assert_integer (const char *text,
                gint64      value)
{
  g_autoptr (JsonNode) node = assert_read (text);

  g_assert_cmpuint (json_node_get_value_type (node), ==, G_TYPE_INT64);
  g_assert_cmpint (json_node_get_int (node), ==, value);
}

static void
assert_double (const char *text,
               double      value)
{
  g_autoptr (JsonNode) node = assert_read (text);

  g_assert_cmpuint (json_node_get_value_type (node), ==, G_TYPE_DOUBLE);
  g_assert_true (json_node_get_double (node) == value);
}

static void
test_numbers (void)
{
  assert_integer ("0", 0);
  assert_integer ("-0", 0);
  assert_integer ("-0.0e5", 0);
  assert_integer ("0e-999", 0);
  assert_integer ("42", 42);
  assert_integer ("-42", -42);
  assert_integer ("4.0", 4);
  assert_integer ("1e2", 100);
  assert_integer ("123456789012345", G_GINT64_CONSTANT (123456789012345));
  assert_integer ("9007199254740991", SHINSA_JSON_MAX_INTEGER);
  assert_integer ("-9007199254740991", -SHINSA_JSON_MAX_INTEGER);

  assert_double ("0.1", 0.1);
  assert_double ("-2.5E-3", -0.0025);
  assert_double ("1E+30", 1e30);
  assert_double ("5e-324", 5e-324);
  assert_double ("1.7976931348623157e308", 1.7976931348623157e308);
}

static void
test_texts (void)
{
  g_autoptr (JsonNode) escapes = assert_read ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\"");
  g_autoptr (JsonNode) pair = assert_read ("\"\\ud83d\\uDE00\\u5be9\"");
  g_autoptr (JsonNode) plain = assert_read ("\"審査 😀 \x7F \xEF\xBF\xBF\"");
  g_autoptr (JsonNode) empty = assert_read ("\"\"");

  g_assert_cmpstr (json_node_get_string (escapes), ==, "\"\\/\b\f\n\r\tAé");
  g_assert_cmpstr (json_node_get_string (pair), ==, "😀審");
  g_assert_cmpstr (json_node_get_string (plain), ==, "審査 😀 \x7F \xEF\xBF\xBF");
  g_assert_cmpstr (json_node_get_string (empty), ==, "");
}

static void
test_tree (void)
{
  g_autoptr (JsonNode) node =
    assert_read (" { \"a\" : [ 1 , \"x\" , true , false , null , { } , [ ] ] ,"
                 "\r\n\t\"b\":{\"c\":2}} \n");
  JsonObject *object = json_node_get_object (node);
  JsonArray *array = json_object_get_array_member (object, "a");

  g_assert_cmpuint (json_object_get_size (object), ==, 2);
  g_assert_cmpuint (json_array_get_length (array), ==, 7);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (array, 1), ==, "x");
  g_assert_true (json_array_get_boolean_element (array, 2));
  g_assert_false (json_array_get_boolean_element (array, 3));
  g_assert_true (json_array_get_null_element (array, 4));
  g_assert_cmpuint (json_object_get_size (json_array_get_object_element (array, 5)), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_array_get_array_element (array, 6)), ==, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "b"), "c"),
                   ==, 2);
}

/* --- Bytes that nobody meant --- */

static const char *const documents[] = {
  "{\"application\":\"kyushu-a\",\"scores\":[{\"level\":3,"
  "\"reason\":\"裏付けが\\n十分。\"},{\"level\":null}]}",
  "[0.1,-1.5e-7,1e+30,9007199254740991,true,false,null,\"\\ud83d\\ude00 \\u00e9\\\\\\\"\"]",
  "{\"a\":{\"b\":{\"c\":[[[]],{}]}},\"é\":\"€\",\"😀\":\"\\u0001\"}",
};

/* What is accepted must survive being written; what is not must be refused properly. */
static void
assert_sound (const char *text,
              gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = read_copy (text, length, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) again = NULL;

  if (node == NULL)
    {
      g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  bytes = shinsa_json_write (node);
  again = read_copy (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, again));
}

static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    for (gsize length = 0; length < strlen (documents[i]); length++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (read_copy (documents[i], length, &error));
        g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
      }
}

static void
test_mutated (void)
{
  static const char likely[] = "{}[]\",:\\/u0123456789eE+-.tfn \n";
  g_autoptr (GRand) random = g_rand_new_with_seed (8259);

  for (int round = 0; round < 30000; round++)
    {
      const char *document = documents[round % G_N_ELEMENTS (documents)];
      gsize length = strlen (document);
      g_autofree char *bytes = g_strdup (document);
      int n_changes = g_rand_int_range (random, 1, 5);

      for (int i = 0; i < n_changes; i++)
        {
          char *byte = &bytes[g_rand_int_range (random, 0, length)];

          if (g_rand_boolean (random))
            *byte = likely[g_rand_int_range (random, 0, sizeof likely - 1)];
          else
            *byte ^= 1 << g_rand_int_range (random, 0, 8);
        }
      assert_sound (bytes, length);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/refusals", test_refusals);
  g_test_add_func ("/json-reader/nul", test_nul);
  g_test_add_func ("/json-reader/depth", test_depth);
  g_test_add_func ("/json-reader/numbers", test_numbers);
  g_test_add_func ("/json-reader/texts", test_texts);
  g_test_add_func ("/json-reader/tree", test_tree);
  g_test_add_func ("/json-reader/truncated", test_truncated);
  g_test_add_func ("/json-reader/mutated", test_mutated);

  return g_test_run ();
}
