/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-level-picker.h"
#include "rules/shinsa-definition-parts.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-fixture.h"

#include <math.h>

static GtkToggleButton *
nth_button (ShinsaLevelPicker *picker,
            guint              number)
{
  return GTK_TOGGLE_BUTTON (shinsa_ui_find_type (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON,
                                                 number));
}

static void
picked_cb (double *picked,
           double  level)
{
  *picked = level;
}

static void
test_pick (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  g_autoptr (ShinsaLevelPicker) picker =
    g_object_ref_sink (SHINSA_LEVEL_PICKER (shinsa_level_picker_new ()));
  double picked = 0;

  shinsa_level_picker_build (picker, round->definition, TRUE, "Strength");
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), &picked);
  g_assert_cmpfloat (shinsa_level_picker_get_level (picker), ==, SHINSA_LEVEL_UNSET);

  shinsa_ui_click (GTK_WIDGET (nth_button (picker, 1)));
  g_assert_cmpfloat (picked, ==, 3);
  /* It shows what it is told, not what was pressed. */
  g_assert_false (gtk_toggle_button_get_active (nth_button (picker, 1)));
  shinsa_level_picker_set_level (picker, 3);
  g_assert_true (gtk_toggle_button_get_active (nth_button (picker, 1)));
  g_assert_false (gtk_toggle_button_get_active (nth_button (picker, 0)));

  shinsa_ui_click (GTK_WIDGET (nth_button (picker, 1)));
  g_assert_cmpfloat (picked, ==, SHINSA_LEVEL_UNSET);
  shinsa_ui_click (GTK_WIDGET (nth_button (picker, 4)));
  g_assert_true (isnan (picked));
  shinsa_level_picker_set_level (picker, NAN);
  g_assert_true (gtk_toggle_button_get_active (nth_button (picker, 4)));
}

static void
assert_word (const char *word,
             const char *expected)
{
  g_autoptr (ShinsaDefinition) definition = shinsa_definition_new ();
  g_autoptr (ShinsaLevelPicker) picker =
    g_object_ref_sink (SHINSA_LEVEL_PICKER (shinsa_level_picker_new ()));
  ShinsaLevel *level = shinsa_level_new ();
  GtkWidget *label;

  level->value = 4;
  shinsa_set_string (&level->label.ja, word);
  g_ptr_array_add (definition->levels, level);
  shinsa_level_picker_build (picker, definition, FALSE, "Strength");
  label = shinsa_ui_find_type (GTK_WIDGET (nth_button (picker, 0)), GTK_TYPE_LABEL, 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, expected);
}

/* Below a digit there is room for four ideographs, and words break where a reader would. */
static void
test_words (void)
{
  assert_word ("十分に満たしている", "十分に\n満たして\nいる");
  assert_word ("不十分な点がある", "不十分な\n点がある");
  assert_word ("満たしていない", "満たして\nいない");
  assert_word ("判断できない", "判断\nできない");
  assert_word ("概ね妥当", "概ね妥当");
  assert_word ("極めて優れている", "極めて\n優れて\nいる");
  assert_word ("あり", "あり");
  assert_word ("Fully met", "Fully\nmet");
  assert_word ("Not met", "Not met");
  assert_word ("Satisfactory", "Satisfactory");
  assert_word ("", "");
}

static void
test_without_cannot_judge (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  g_autoptr (ShinsaLevelPicker) picker =
    g_object_ref_sink (SHINSA_LEVEL_PICKER (shinsa_level_picker_new ()));

  shinsa_level_picker_build (picker, round->definition, FALSE, "Overall judgement");
  g_assert_nonnull (nth_button (picker, 3));
  g_assert_null (shinsa_ui_find_type (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON, 4));
}

static void
test_accessible (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  g_autoptr (ShinsaLevelPicker) picker =
    g_object_ref_sink (SHINSA_LEVEL_PICKER (shinsa_level_picker_new ()));

  shinsa_level_picker_build (picker, round->definition, TRUE, "Strength");
  gtk_test_accessible_assert_property (nth_button (picker, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Strength: 3, Met");
}

static void
assert_level (gunichar character,
              gboolean cannot_judge,
              double   expected)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  double level = SHINSA_LEVEL_UNSET;
  gboolean found = shinsa_level_for_character (round->definition, character, cannot_judge, &level);

  g_assert_true (found == (expected != SHINSA_LEVEL_UNSET));
  g_assert_true (shinsa_levels_are_same (level, expected));
}

static void
test_characters (void)
{
  assert_level ('4', TRUE, 4);
  assert_level (0xff13, TRUE, 3);     /* full width 3 */
  assert_level ('?', TRUE, NAN);
  assert_level (0xff1f, TRUE, NAN);   /* full width question mark */
  assert_level ('?', FALSE, SHINSA_LEVEL_UNSET);
  assert_level ('5', TRUE, SHINSA_LEVEL_UNSET);
  assert_level ('a', TRUE, SHINSA_LEVEL_UNSET);
  assert_level (0x2463, TRUE, SHINSA_LEVEL_UNSET);  /* circled 4 is a market area */
  assert_level (0, TRUE, SHINSA_LEVEL_UNSET);
  assert_level ('\r', TRUE, SHINSA_LEVEL_UNSET);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/level-picker/pick", test_pick);
  g_test_add_func ("/level-picker/words", test_words);
  g_test_add_func ("/level-picker/without-cannot-judge", test_without_cannot_judge);
  g_test_add_func ("/level-picker/accessible", test_accessible);
  g_test_add_func ("/level-picker/characters", test_characters);
  return g_test_run ();
}
