/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-overall-box.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-text-field.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaOverallBox
{
  AdwBin             parent_instance;

  GtkWidget         *growth_box;
  GtkLabel          *growth_name;
  GtkLabel          *growth_guidance;
  GtkToggleButton   *growth_yes;
  GtkToggleButton   *growth_no;
  GtkWidget         *overall_row;
  ShinsaLevelPicker *overall;
  GtkWidget         *strong_box;
  GtkWidget         *weak_box;
  GtkWidget         *remarks_box;
  ShinsaTextField   *strong;
  ShinsaTextField   *weak;
  ShinsaTextField   *remarks;

  int                growth;  /* as of ShinsaReview */
};

G_DEFINE_FINAL_TYPE (ShinsaOverallBox, shinsa_overall_box, ADW_TYPE_BIN)

enum {
  DRAFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_growth (ShinsaOverallBox *self)
{
  gtk_toggle_button_set_active (self->growth_yes, self->growth == 1);
  gtk_toggle_button_set_active (self->growth_no, self->growth == 0);
}

/* Later versions of GTK read out the label of a button rather than a name given to it. */
static void
name_button (GtkToggleButton *button,
             const char      *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
growth_clicked_cb (ShinsaOverallBox *self,
                   GtkToggleButton  *button)
{
  int growth = button == self->growth_yes ? 1 : 0;
  const char *value = growth == self->growth ? NULL : growth == 1 ? "yes" : "no";

  show_growth (self);
  g_signal_emit (self, signals[DRAFTED], 0, SHINSA_DRAFT_GROWTH, value);
}

static void
overall_picked_cb (ShinsaOverallBox *self,
                   double            level)
{
  g_autofree char *value = shinsa_draft_level_value (level);

  g_signal_emit (self, signals[DRAFTED], 0, SHINSA_DRAFT_OVERALL, value);
}

static void
entered_cb (ShinsaOverallBox *self,
            const char       *text,
            ShinsaTextField  *field)
{
  ShinsaDraftPart part = SHINSA_DRAFT_REMARKS;

  if (field == self->strong)
    part = SHINSA_DRAFT_STRONG;
  else if (field == self->weak)
    part = SHINSA_DRAFT_WEAK;
  g_signal_emit (self, signals[DRAFTED], 0, part, text);
}

static void
shinsa_overall_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_OVERALL_BOX);

  G_OBJECT_CLASS (shinsa_overall_box_parent_class)->dispose (object);
}

static void
shinsa_overall_box_class_init (ShinsaOverallBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_overall_box_dispose;

  signals[DRAFTED] = g_signal_new ("drafted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  g_type_ensure (SHINSA_TYPE_LEVEL_PICKER);
  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-overall-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, growth_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, growth_name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, growth_guidance);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, growth_yes);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, growth_no);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, overall_row);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, overall);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, strong_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, weak_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, remarks_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, strong);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, weak);
  gtk_widget_class_bind_template_child (widget_class, ShinsaOverallBox, remarks);
  gtk_widget_class_bind_template_callback (widget_class, growth_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, overall_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
shinsa_overall_box_init (ShinsaOverallBox *self)
{
  self->growth = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_overall_box_build:
 * @self: a box
 * @definition: (not nullable): the round's definition
 *
 * Brings into sight what the round asks for.
 */
void
shinsa_overall_box_build (ShinsaOverallBox       *self,
                          const ShinsaDefinition *definition)
{
  const char *growth;
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;

  g_return_if_fail (SHINSA_IS_OVERALL_BOX (self));
  g_return_if_fail (definition != NULL);

  growth = shinsa_text_get (&definition->growth_name);
  if (*growth != '\0')
    {
      gtk_label_set_label (self->growth_name, growth);
      gtk_label_set_label (self->growth_guidance, shinsa_text_get (&definition->growth_guidance));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->growth_box),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, growth, -1);
      yes = g_strdup_printf ("%s: %s", growth, C_("growth", "Yes"));
      no = g_strdup_printf ("%s: %s", growth, C_("growth", "No"));
      name_button (self->growth_yes, yes);
      name_button (self->growth_no, no);
    }
  shinsa_level_picker_build (self->overall, definition, FALSE, _("Overall judgement"));
  gtk_widget_set_visible (self->overall_row, definition->overall_judgement);
  gtk_widget_set_visible (self->strong_box, definition->comment_strong);
  gtk_widget_set_visible (self->weak_box, definition->comment_weak);
  gtk_widget_set_visible (self->remarks_box, definition->comment_remarks);
}

/**
 * shinsa_overall_box_show:
 * @self: a box
 * @review: (nullable): what was entered or submitted
 * @growth_is_asked: whether the growth question has to be answered
 */
void
shinsa_overall_box_show (ShinsaOverallBox   *self,
                         const ShinsaReview *review,
                         gboolean            growth_is_asked)
{
  gboolean given = review != NULL && !isnan (review->overall);

  g_return_if_fail (SHINSA_IS_OVERALL_BOX (self));

  gtk_widget_set_visible (self->growth_box, growth_is_asked);
  self->growth = review != NULL ? review->growth : -1;
  show_growth (self);
  shinsa_level_picker_set_level (self->overall, given ? review->overall : SHINSA_LEVEL_UNSET);
  shinsa_text_field_show (self->strong, review != NULL ? review->strong : "");
  shinsa_text_field_show (self->weak, review != NULL ? review->weak : "");
  shinsa_text_field_show (self->remarks, review != NULL ? review->remarks : "");
}

/**
 * shinsa_overall_box_set_editable:
 * @self: a box
 * @editable: whether its parts may be changed; what is there can be read all the same
 */
void
shinsa_overall_box_set_editable (ShinsaOverallBox *self,
                                 gboolean          editable)
{
  g_return_if_fail (SHINSA_IS_OVERALL_BOX (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->growth_yes), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->growth_no), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->overall), editable);
  shinsa_text_field_set_editable (self->strong, editable);
  shinsa_text_field_set_editable (self->weak, editable);
  shinsa_text_field_set_editable (self->remarks, editable);
}

/**
 * shinsa_overall_box_flush:
 * @self: a box
 *
 * Tells what was written and not told yet.
 */
void
shinsa_overall_box_flush (ShinsaOverallBox *self)
{
  g_return_if_fail (SHINSA_IS_OVERALL_BOX (self));

  shinsa_text_field_flush (self->strong);
  shinsa_text_field_flush (self->weak);
  shinsa_text_field_flush (self->remarks);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL;
}

/**
 * shinsa_overall_box_takes_digits:
 * @self: a box
 *
 * Returns: whether the overall judgement has the focus
 */
gboolean
shinsa_overall_box_takes_digits (ShinsaOverallBox *self)
{
  g_return_val_if_fail (SHINSA_IS_OVERALL_BOX (self), FALSE);

  return has_focus (self->overall_row);
}

/**
 * shinsa_overall_box_takes_growth:
 * @self: a box
 *
 * Returns: whether the question of growth has the focus
 */
gboolean
shinsa_overall_box_takes_growth (ShinsaOverallBox *self)
{
  g_return_val_if_fail (SHINSA_IS_OVERALL_BOX (self), FALSE);

  return has_focus (self->growth_box);
}

/**
 * shinsa_overall_box_move:
 * @self: a box
 * @step: 1 or -1
 *
 * Goes from what has the focus to what is below or above it: growth, the overall judgement, what is
 * written.
 *
 * Returns: whether there was something
 */
gboolean
shinsa_overall_box_move (ShinsaOverallBox *self,
                         int               step)
{
  GtkWidget *places[] = { self->growth_box, self->overall_row, GTK_WIDGET (self->strong) };
  int at = shinsa_overall_box_takes_growth (self) ? 0 : 1;

  g_return_val_if_fail (SHINSA_IS_OVERALL_BOX (self), FALSE);

  for (int i = at + step; i >= 0 && i < (int) G_N_ELEMENTS (places); i += step)
    if (gtk_widget_get_mapped (places[i]))
      return gtk_widget_grab_focus (places[i]);
  return FALSE;
}

static ShinsaTextField *
find_field (ShinsaOverallBox *self,
            ShinsaDraftPart   part)
{
  if (part == SHINSA_DRAFT_STRONG)
    return self->strong;
  if (part == SHINSA_DRAFT_WEAK)
    return self->weak;
  return part == SHINSA_DRAFT_REMARKS ? self->remarks : NULL;
}

/**
 * shinsa_overall_box_go_to:
 * @self: a box
 * @part: growth, the overall judgement or one of the texts
 *
 * Puts the focus where the part is filled in, or where it would be filled in next.
 */
void
shinsa_overall_box_go_to (ShinsaOverallBox *self,
                          ShinsaDraftPart   part)
{
  ShinsaTextField *field;

  g_return_if_fail (SHINSA_IS_OVERALL_BOX (self));

  field = find_field (self, part);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
  else if (part == SHINSA_DRAFT_GROWTH && gtk_widget_get_visible (self->growth_box))
    gtk_widget_grab_focus (self->growth_box);
  else if (gtk_widget_get_visible (self->overall_row))
    gtk_widget_grab_focus (self->overall_row);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
