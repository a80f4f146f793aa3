/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-level-picker.h"

#include "rules/shinsa-level-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEVEL_DATA "shinsa-level"

struct _ShinsaLevelPicker
{
  AdwBin   parent_instance;

  GtkBox  *box;
  double   level;
};

G_DEFINE_FINAL_TYPE (ShinsaLevelPicker, shinsa_level_picker, ADW_TYPE_BIN)

enum {
  PICKED,
  POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
button_level (GtkWidget *button)
{
  return *(double *) g_object_get_data (G_OBJECT (button), LEVEL_DATA);
}

static void
show_level (ShinsaLevelPicker *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->box));
       GTK_IS_TOGGLE_BUTTON (button); button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  shinsa_levels_are_same (button_level (button), self->level));
}

static void
clicked_cb (ShinsaLevelPicker *self,
            GtkButton         *button)
{
  double level = button_level (GTK_WIDGET (button));

  if (shinsa_levels_are_same (level, self->level))
    level = SHINSA_LEVEL_UNSET;
  /* The press has toggled the button; whether it stays so is for whoever holds the draft. */
  show_level (self);
  g_signal_emit (self, signals[PICKED], 0, level);
}

static void
enter_cb (GtkEventController *controller,
          ShinsaLevelPicker  *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (controller);

  g_signal_emit (self, signals[POINTED], 0, button_level (button));
}

static void
motion_enter_cb (GtkEventController *controller,
                 double              x,
                 double              y,
                 ShinsaLevelPicker  *self)
{
  enter_cb (controller, self);
}

static void
leave_cb (GtkEventController *controller,
          ShinsaLevelPicker  *self)
{
  g_signal_emit (self, signals[POINTED], 0, SHINSA_LEVEL_UNSET);
}

static void
watch_pointing (ShinsaLevelPicker *self,
                GtkWidget         *button)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (button, focus);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (button, motion);
}

/* --- Words that break where they may --- */

/* A line below a digit holds four ideographs. */
#define MOST_COLUMNS 8

static gboolean
is_hiragana (gunichar character)
{
  return character >= 0x3041 && character <= 0x309f;
}

static gboolean
is_ideograph (gunichar character)
{
  return g_unichar_iswide (character) && !is_hiragana (character);
}

static int
columns_of (gunichar character)
{
  return g_unichar_iswide (character) ? 2 : 1;
}

static void
append_characters (GString        *string,
                   const gunichar *text,
                   glong           length)
{
  for (glong i = 0; i < length; i++)
    g_string_append_unichar (string, text[i]);
}

/* Japanese has no spaces, and a word of it that breaks anywhere reads badly. A phrase ends before
 * what is not hiragana, after a て that more follows, and between two or more ideographs and the
 * words that go with them: 十分に|満たして|いる, 判断|できない. @text ends with 0. */
static gboolean
phrase_ends (const gunichar *text,
             glong           at)
{
  gunichar before = text[at - 1];
  gunichar after = text[at];

  if (!g_unichar_iswide (before) || !g_unichar_iswide (after))
    return g_unichar_isspace (before) || g_unichar_iswide (before) || g_unichar_iswide (after);
  if (is_hiragana (before) && !is_hiragana (after))
    return TRUE;
  if (before == 0x3066)
    return text[at + 1] != 0;
  return at >= 2 && is_ideograph (before) && is_ideograph (text[at - 2]) && is_hiragana (after) &&
         is_hiragana (text[at + 1]) && is_hiragana (text[at + 2]);
}

/* The word on lines of a few columns. The boxes of all levels are alike and narrow, and a label
 * that wraps by itself would be wider where it may not be higher. */
static char *
break_word (const char *word)
{
  glong length;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (word, -1, &length);
  GString *broken = g_string_new (NULL);
  int columns = 0;

  for (glong start = 0, end; start < length; start = end)
    {
      int wanted = columns_of (text[start]);

      for (end = start + 1; end < length && !phrase_ends (text, end); end++)
        wanted += columns_of (text[end]);
      if (columns > 0 && columns + wanted > MOST_COLUMNS)
        {
          if (broken->str[broken->len - 1] == ' ')
            g_string_truncate (broken, broken->len - 1);
          g_string_append_c (broken, '\n');
          columns = 0;
        }
      append_characters (broken, text + start, end - start);
      columns += wanted;
    }
  return g_string_free (broken, FALSE);
}

/* --- Boxes --- */

static GtkWidget *
make_face (const char *digit,
           const char *word)
{
  g_autofree char *broken = break_word (word);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new (digit);
  GtkWidget *below = gtk_label_new (broken);

  gtk_widget_add_css_class (above, "level-digit");
  gtk_widget_add_css_class (below, "level-word");
  gtk_label_set_justify (GTK_LABEL (below), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (face), above);
  gtk_box_append (GTK_BOX (face), below);
  return face;
}

static void
add_button (ShinsaLevelPicker *self,
            double             level,
            const char        *digit,
            const char        *word,
            const char        *meaning,
            const char        *what)
{
  GtkWidget *button = gtk_toggle_button_new ();
  /* Translators: read out for a level: the requirement, the level and its word. */
  g_autofree char *label = g_strdup_printf (_("%s: %s, %s"), what, digit, word);

  gtk_button_set_child (GTK_BUTTON (button), make_face (digit, word));
  gtk_widget_add_css_class (button, "level");
  gtk_widget_set_tooltip_text (button, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), LEVEL_DATA, g_memdup2 (&level, sizeof level), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  watch_pointing (self, button);
  gtk_box_append (self->box, button);
}

static void
shinsa_level_picker_class_init (ShinsaLevelPickerClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
shinsa_level_picker_init (ShinsaLevelPicker *self)
{
  self->level = SHINSA_LEVEL_UNSET;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  gtk_box_set_homogeneous (self->box, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * shinsa_level_picker_new:
 *
 * Returns: (transfer floating): a picker without levels
 */
GtkWidget *
shinsa_level_picker_new (void)
{
  return g_object_new (SHINSA_TYPE_LEVEL_PICKER, NULL);
}

/**
 * shinsa_level_picker_build:
 * @self: a picker
 * @definition: (not nullable): the round's definition
 * @cannot_judge: whether cannot judge may be chosen, where the round offers it
 * @what: (not nullable): what gets the level, for a screen reader
 *
 * Makes the boxes of the round's scale, highest level first.
 */
void
shinsa_level_picker_build (ShinsaLevelPicker      *self,
                           const ShinsaDefinition *definition,
                           gboolean                cannot_judge,
                           const char             *what)
{
  GtkWidget *child;

  g_return_if_fail (SHINSA_IS_LEVEL_PICKER (self));
  g_return_if_fail (definition != NULL && what != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);
      g_autofree char *digit = shinsa_level_text (definition, level->value);

      add_button (self, level->value, digit, shinsa_text_get (&level->label),
                  shinsa_text_get (&level->descriptor), what);
    }
  if (cannot_judge && definition->cannot_judge_key != NULL)
    add_button (self, NAN, shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE),
                shinsa_text_get (&definition->cannot_judge_label), NULL, what);
  else if (definition->cannot_judge_key != NULL)
    /* Pickers below each other keep their levels in line. */
    gtk_box_append (self->box, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  show_level (self);
}

/**
 * shinsa_level_picker_set_level:
 * @self: a picker
 * @level: the chosen level, NAN for cannot judge, SHINSA_LEVEL_UNSET for none
 */
void
shinsa_level_picker_set_level (ShinsaLevelPicker *self,
                               double             level)
{
  g_return_if_fail (SHINSA_IS_LEVEL_PICKER (self));

  self->level = level;
  show_level (self);
}

/**
 * shinsa_level_picker_get_level:
 * @self: a picker
 *
 * Returns: the chosen level, NAN for cannot judge, SHINSA_LEVEL_UNSET for none
 */
double
shinsa_level_picker_get_level (ShinsaLevelPicker *self)
{
  g_return_val_if_fail (SHINSA_IS_LEVEL_PICKER (self), SHINSA_LEVEL_UNSET);

  return self->level;
}

static gboolean
is_key (const char *typed,
        const char *key)
{
  g_autofree char *folded = key != NULL ? g_utf8_casefold (key, -1) : NULL;

  return g_strcmp0 (typed, folded) == 0;
}

/**
 * shinsa_half_width:
 * @character: what was typed, in full or half width
 *
 * Returns: the same in half width, where there is one
 */
gunichar
shinsa_half_width (gunichar character)
{
  /* Full width forms lie in the order of ASCII. Circled digits are market areas, not levels. */
  return character >= 0xff01 && character <= 0xff5e ? character - (0xff00 - 0x20) : character;
}

/**
 * shinsa_level_for_character:
 * @definition: (not nullable): the round's definition
 * @character: what was typed, in full or half width
 * @cannot_judge: whether cannot judge may be chosen
 * @level: (out): the level that goes with it, NAN for cannot judge
 *
 * Returns: whether the character stands for a level of the round
 */
gboolean
shinsa_level_for_character (const ShinsaDefinition *definition,
                            gunichar                character,
                            gboolean                cannot_judge,
                            double                 *level)
{
  char text[7] = "";
  g_autofree char *typed = NULL;

  g_return_val_if_fail (definition != NULL && level != NULL, FALSE);

  character = shinsa_half_width (character);
  if (!g_unichar_isgraph (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *known = g_ptr_array_index (definition->levels, i);

      if (is_key (typed, known->key))
        {
          *level = known->value;
          return TRUE;
        }
    }
  if (!cannot_judge || !is_key (typed, definition->cannot_judge_key))
    return FALSE;
  *level = NAN;
  return TRUE;
}

/**
 * shinsa_levels_are_same:
 * @a: a level, NAN or SHINSA_LEVEL_UNSET
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
shinsa_levels_are_same (double a,
                        double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}
