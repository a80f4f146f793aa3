/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

#include <string.h>

typedef struct
{
  JsonNode   *node;
  JsonObject *object;
} Fixture;

static JsonNode *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = shinsa_json_read (text, strlen (text), &error);

  g_assert_no_error (error);
  return node;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->node = read_text ("{\"text\":\"審査\",\"whole\":3,\"half\":0.5,"
                             "\"yes\":true,\"none\":null,"
                             "\"object\":{\"a\":1},\"list\":[\"x\",{\"b\":2},4,2.5],\"a/b~c\":1}");
  fixture->object = json_node_get_object (fixture->node);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  json_node_unref (fixture->node);
}

/* Checks the sentence and makes room for the next error. */
static void
assert_sentence (GError     **error,
                 const char  *sentence)
{
  g_assert_error (*error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr ((*error)->message, ==, sentence);
  g_clear_error (error);
}

static void
test_path (void)
{
  g_autofree char *member = shinsa_json_path ("", "rules", -1);
  g_autofree char *element = shinsa_json_path ("/requirement_set", "items", 3);
  g_autofree char *escaped = shinsa_json_path ("/x", "a/b~c", 0);

  g_assert_cmpstr (member, ==, "/rules");
  g_assert_cmpstr (element, ==, "/requirement_set/items/3");
  g_assert_cmpstr (escaped, ==, "/x/a~1b~0c/0");
}

static void
test_root (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) object = read_text ("{}");
  g_autoptr (JsonNode) list = read_text ("[]");

  g_assert_true (shinsa_json_root (object, &error) == json_node_get_object (object));
  g_assert_no_error (error);

  g_assert_null (shinsa_json_root (list, &error));
  assert_sentence (&error, "The document is not an object: it must begin with “{”.");
}

static void
test_only_members (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_json_only_members (fixture->object, "", &error, "a/b~c", "list", "object",
                                           "none", "yes", "half", "whole", "text", "more", NULL));
  g_assert_no_error (error);

  g_assert_false (shinsa_json_only_members (fixture->object, "/x", &error, "list", "object", "none",
                                            "yes", "half", "whole", "text", NULL));
  assert_sentence (&error, "/x/a~1b~0c: a member of this name is not known here.");
}

static void
test_get (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 whole = 0;
  double half = 0;
  double number = 0;
  gboolean yes = FALSE;
  JsonObject *object;
  JsonArray *list;

  g_assert_cmpstr (shinsa_json_get_string (fixture->object, "", "text", &error), ==, "審査");
  g_assert_no_error (error);
  g_assert_true (shinsa_json_get_int (fixture->object, "", "whole", 3, 3, &whole, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_json_get_double (fixture->object, "", "half", &half, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_json_get_double (fixture->object, "", "whole", &number, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_json_get_boolean (fixture->object, "", "yes", &yes, &error));
  g_assert_no_error (error);
  object = shinsa_json_get_object (fixture->object, "", "object", &error);
  g_assert_no_error (error);
  list = shinsa_json_get_array (fixture->object, "", "list", &error);
  g_assert_no_error (error);

  g_assert_cmpint (whole, ==, 3);
  g_assert_true (half == 0.5);
  g_assert_true (number == 3.0);
  g_assert_true (yes);
  g_assert_cmpint (json_object_get_int_member (object, "a"), ==, 1);
  g_assert_cmpuint (json_array_get_length (list), ==, 4);
}

static void
test_get_other (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 whole = 7;
  double number = 7;
  gboolean yes = FALSE;

  g_assert_null (shinsa_json_get_string (fixture->object, "/x", "whole", &error));
  assert_sentence (&error, "/x/whole: a text is needed here.");
  g_assert_null (shinsa_json_get_string (fixture->object, "/x", "none", &error));
  assert_sentence (&error, "/x/none: a text is needed here.");
  g_assert_null (shinsa_json_get_string (fixture->object, "/x", "absent", &error));
  assert_sentence (&error, "/x/absent: this member is missing.");
  g_assert_null (shinsa_json_get_object (fixture->object, "/x", "list", &error));
  assert_sentence (&error, "/x/list: an object is needed here.");
  g_assert_null (shinsa_json_get_array (fixture->object, "/x", "object", &error));
  assert_sentence (&error, "/x/object: a list is needed here.");

  g_assert_false (shinsa_json_get_int (fixture->object, "/x", "half", 0, 9, &whole, &error));
  assert_sentence (&error, "/x/half: a whole number is needed here.");
  g_assert_false (shinsa_json_get_int (fixture->object, "/x", "whole", 4, 9, &whole, &error));
  assert_sentence (&error, "/x/whole: a whole number from 4 to 9 is needed here.");
  g_assert_false (shinsa_json_get_int (fixture->object, "/x", "whole", -1, 2, &whole, &error));
  assert_sentence (&error, "/x/whole: a whole number from -1 to 2 is needed here.");
  g_assert_false (shinsa_json_get_double (fixture->object, "/x", "text", &number, &error));
  assert_sentence (&error, "/x/text: a number is needed here.");
  g_assert_false (shinsa_json_get_boolean (fixture->object, "/x", "whole", &yes, &error));
  assert_sentence (&error, "/x/whole: true or false is needed here.");

  g_assert_cmpint (whole, ==, 7);
  g_assert_true (number == 7);
}

static void
test_opt (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  const char *text = NULL;
  JsonObject *object = NULL;
  gint64 whole = 0;
  double half = 0;

  g_assert_true (shinsa_json_opt_string (fixture->object, "", "text", &text, &error));
  g_assert_true (shinsa_json_opt_object (fixture->object, "", "object", &object, &error));
  g_assert_true (shinsa_json_opt_int (fixture->object, "", "whole", 0, 9, &whole, &error));
  g_assert_true (shinsa_json_opt_double (fixture->object, "", "half", &half, &error));
  g_assert_no_error (error);

  g_assert_cmpstr (text, ==, "審査");
  g_assert_nonnull (object);
  g_assert_cmpint (whole, ==, 3);
  g_assert_true (half == 0.5);
}

static void
test_opt_none (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const char *const names[] = { "none", "absent" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = "as it was";
      JsonObject *object = NULL;
      gint64 whole = 7;
      double half = 7;

      g_assert_true (shinsa_json_opt_string (fixture->object, "", names[i], &text, &error));
      g_assert_true (shinsa_json_opt_object (fixture->object, "", names[i], &object, &error));
      g_assert_true (shinsa_json_opt_int (fixture->object, "", names[i], 0, 9, &whole, &error));
      g_assert_true (shinsa_json_opt_double (fixture->object, "", names[i], &half, &error));
      g_assert_no_error (error);

      g_assert_cmpstr (text, ==, "as it was");
      g_assert_null (object);
      g_assert_cmpint (whole, ==, 7);
      g_assert_true (half == 7);
    }
}

static void
test_opt_other (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  const char *text = NULL;
  JsonObject *object = NULL;
  gint64 whole = 7;
  double half = 7;

  g_assert_false (shinsa_json_opt_string (fixture->object, "/x", "list", &text, &error));
  assert_sentence (&error, "/x/list: a text is needed here.");
  g_assert_false (shinsa_json_opt_object (fixture->object, "/x", "text", &object, &error));
  assert_sentence (&error, "/x/text: an object is needed here.");
  g_assert_false (shinsa_json_opt_int (fixture->object, "/x", "whole", 4, 9, &whole, &error));
  assert_sentence (&error, "/x/whole: a whole number from 4 to 9 is needed here.");
  g_assert_false (shinsa_json_opt_double (fixture->object, "/x", "yes", &half, &error));
  assert_sentence (&error, "/x/yes: a number is needed here.");
}

static void
test_element (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  JsonArray *list = json_object_get_array_member (fixture->object, "list");
  JsonObject *object;
  double number = 0;

  g_assert_cmpstr (shinsa_json_element_string (list, "/list", 0, &error), ==, "x");
  g_assert_no_error (error);
  object = shinsa_json_element_object (list, "/list", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (object, "b"), ==, 2);

  g_assert_true (shinsa_json_element_double (list, "/list", 2, &number, &error));
  g_assert_cmpfloat (number, ==, 4);
  g_assert_true (shinsa_json_element_double (list, "/list", 3, &number, &error));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_no_error (error);

  g_assert_null (shinsa_json_element_string (list, "/list", 1, &error));
  assert_sentence (&error, "/list/1: a text is needed here.");
  g_assert_null (shinsa_json_element_object (list, "/list", 0, &error));
  assert_sentence (&error, "/list/0: an object is needed here.");
  g_assert_false (shinsa_json_element_double (list, "/list", 0, &number, &error));
  assert_sentence (&error, "/list/0: a number is needed here.");
}

#define ADD(name, function) \
  g_test_add ("/json-cursor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-cursor/path", test_path);
  g_test_add_func ("/json-cursor/root", test_root);
  ADD ("only-members", test_only_members);
  ADD ("get", test_get);
  ADD ("get-other", test_get_other);
  ADD ("opt", test_opt);
  ADD ("opt-none", test_opt_none);
  ADD ("opt-other", test_opt_other);
  ADD ("element", test_element);

  return g_test_run ();
}
