/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-text-field.h"
#include "shinsa-ui-fixture.h"

typedef struct {
  ShinsaTextField *field;
  GString         *told;
} Fixture;

static void
entered_cb (Fixture    *fixture,
            const char *text)
{
  g_string_append_printf (fixture->told, "[%s]", text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->field = g_object_ref_sink (SHINSA_TEXT_FIELD (shinsa_text_field_new ()));
  fixture->told = g_string_new (NULL);
  g_signal_connect_swapped (fixture->field, "entered", G_CALLBACK (entered_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->field);
  g_string_free (fixture->told, TRUE);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  shinsa_ui_write (GTK_WIDGET (fixture->field), "One");
  shinsa_ui_write (GTK_WIDGET (fixture->field), "One word");
  g_assert_cmpstr (fixture->told->str, ==, "");
  SHINSA_UI_WAIT (fixture->told->len > 0);
  g_assert_cmpstr (fixture->told->str, ==, "[One word]");
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  shinsa_text_field_flush (fixture->field);
  g_assert_cmpstr (fixture->told->str, ==, "");
  shinsa_ui_write (GTK_WIDGET (fixture->field), "At once");
  shinsa_text_field_flush (fixture->field);
  shinsa_text_field_flush (fixture->field);
  g_assert_cmpstr (fixture->told->str, ==, "[At once]");
}

/* The hint does not stand behind a word that is being composed. */
static void
test_compose (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *view = shinsa_ui_find (GTK_WIDGET (fixture->field), "view");
  GtkWidget *hint = shinsa_ui_find (GTK_WIDGET (fixture->field), "placeholder");

  g_assert_true (gtk_widget_get_visible (hint));
  g_signal_emit_by_name (view, "preedit-changed", "かんじ");
  g_assert_false (gtk_widget_get_visible (hint));
  g_signal_emit_by_name (view, "preedit-changed", "");
  g_assert_true (gtk_widget_get_visible (hint));
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  shinsa_text_field_show (fixture->field, "From the draft");
  text = shinsa_text_field_dup_text (fixture->field);
  g_assert_cmpstr (text, ==, "From the draft");
  shinsa_text_field_flush (fixture->field);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

static void
test_show_while_writing (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *text = NULL;

  shinsa_text_field_show (fixture->field, "Before");
  shinsa_ui_write (GTK_WIDGET (fixture->field), "What I write");
  shinsa_text_field_show (fixture->field, "From elsewhere");
  text = shinsa_text_field_dup_text (fixture->field);
  g_assert_cmpstr (text, ==, "What I write");
  shinsa_text_field_flush (fixture->field);
  g_assert_cmpstr (fixture->told->str, ==, "[What I write]");
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (20100, 'x');
  g_autofree char *text = NULL;

  shinsa_ui_write (GTK_WIDGET (fixture->field), long_text);
  text = shinsa_text_field_dup_text (fixture->field);
  g_assert_cmpuint (strlen (text), ==, 20000);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add ("/text-field/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/text-field/flush", Fixture, NULL, set_up, test_flush, tear_down);
  g_test_add ("/text-field/compose", Fixture, NULL, set_up, test_compose, tear_down);
  g_test_add ("/text-field/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/text-field/show-while-writing", Fixture, NULL, set_up, test_show_while_writing,
              tear_down);
  g_test_add ("/text-field/limit", Fixture, NULL, set_up, test_limit, tear_down);
  return g_test_run ();
}
