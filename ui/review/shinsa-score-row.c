/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-row.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-text-field.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-review-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaScoreRow
{
  AdwBin             parent_instance;

  GtkLabel          *name;
  GtkLabel          *mark;
  GtkLabel          *threshold;
  GtkLabel          *former;
  GtkWidget         *reason_button;
  ShinsaLevelPicker *picker;
  ShinsaTextField   *reason;
  GtkLabel          *evidence;

  ShinsaDefinition  *definition;
  char              *code;
  gboolean           editable;
  gboolean           recused;
  gboolean           opened;   /* the reason is in sight though nothing asks for it */
  double             before;   /* what was given on paper, or SHINSA_LEVEL_UNSET */
};

G_DEFINE_FINAL_TYPE (ShinsaScoreRow, shinsa_score_row, ADW_TYPE_BIN)

enum {
  PICKED,
  POINTED,
  REASONED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
reason_is_asked (ShinsaScoreRow *self)
{
  double level = shinsa_level_picker_get_level (self->picker);

  if (level == SHINSA_LEVEL_UNSET)
    return FALSE;
  return isnan (level) ? self->definition->cannot_judge_needs_reason
                       : shinsa_reason_is_asked (self->definition, level);
}

static void
update_reason (ShinsaScoreRow *self)
{
  gboolean asked = reason_is_asked (self);
  g_autofree char *text = shinsa_text_field_dup_text (self->reason);
  gboolean visible = asked || self->opened || *text != '\0' ||
                     shinsa_text_field_has_focus (self->reason);

  shinsa_text_field_set_placeholder (self->reason,
                                     asked ? _("Reason (needed for this level)") : _("Reason"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), visible);
  gtk_widget_set_visible (self->reason_button, !visible && self->editable && !self->recused);
}

static void
picked_cb (ShinsaScoreRow *self,
           double          level)
{
  g_signal_emit (self, signals[PICKED], 0, level);
}

static void
pointed_cb (ShinsaScoreRow *self,
            double          level)
{
  g_signal_emit (self, signals[POINTED], 0, level);
}

static void
entered_cb (ShinsaScoreRow *self,
            const char     *text)
{
  g_signal_emit (self, signals[REASONED], 0, text);
}

static void
reason_clicked_cb (ShinsaScoreRow *self)
{
  shinsa_score_row_open_reason (self);
}

static gboolean
move_sideways (ShinsaScoreRow   *self,
               GtkDirectionType  direction)
{
  GtkWidget *row = GTK_WIDGET (self);
  GtkWidget *picker = GTK_WIDGET (self->picker);

  if (gtk_widget_is_focus (row))
    return direction == GTK_DIR_RIGHT && gtk_widget_child_focus (picker, GTK_DIR_TAB_FORWARD);
  return gtk_widget_child_focus (picker, direction) ||
         (direction == GTK_DIR_LEFT && gtk_widget_grab_focus (row));
}

/* Tab goes from the row to its reason and on to the next row, without a stop at each level; the
 * levels are reached with the arrows, or chosen by their digits. */
static gboolean
shinsa_score_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  ShinsaScoreRow *self = SHINSA_SCORE_ROW (widget);
  GtkWidget *reason = GTK_WIDGET (self->reason);
  gboolean inside = gtk_widget_is_focus (widget) ||
                    gtk_widget_get_focus_child (widget) != NULL;
  gboolean in_reason = shinsa_text_field_has_focus (self->reason);

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (!inside)
        return gtk_widget_grab_focus (widget);
      return !in_reason && gtk_widget_is_visible (reason) && gtk_widget_grab_focus (reason);
    case GTK_DIR_TAB_BACKWARD:
      if (!inside)
        return gtk_widget_is_visible (reason) ? gtk_widget_grab_focus (reason)
                                              : gtk_widget_grab_focus (widget);
      return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      return inside && !in_reason && move_sideways (self, direction);
    default:
      return FALSE;
    }
}

static void
shinsa_score_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_SCORE_ROW);

  G_OBJECT_CLASS (shinsa_score_row_parent_class)->dispose (object);
}

static void
shinsa_score_row_finalize (GObject *object)
{
  ShinsaScoreRow *self = SHINSA_SCORE_ROW (object);

  g_clear_pointer (&self->definition, shinsa_definition_unref);
  g_free (self->code);

  G_OBJECT_CLASS (shinsa_score_row_parent_class)->finalize (object);
}

static void
shinsa_score_row_class_init (ShinsaScoreRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_score_row_dispose;
  object_class->finalize = shinsa_score_row_finalize;
  widget_class->focus = shinsa_score_row_focus;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[REASONED] = g_signal_new ("reasoned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SHINSA_TYPE_LEVEL_PICKER);
  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-score-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, threshold);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, former);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, picker);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, evidence);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_clicked_cb);
}

static void
shinsa_score_row_init (ShinsaScoreRow *self)
{
  self->before = SHINSA_LEVEL_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_evidence (ShinsaScoreRow    *self,
               const ShinsaScore *score)
{
  guint count = score != NULL ? score->evidence->len : 0;
  g_autoptr (GString) pages = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < count; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);

      if (i > 0)
        g_string_append_c (pages, ' ');
      /* Translators: a page of a document. */
      g_string_append_printf (pages, _("p.%d"), evidence->page);
    }
  /* Translators: the pages that bear out a level. */
  text = g_strdup_printf (_("Evidence: %s"), pages->str);
  gtk_label_set_label (self->evidence, text);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), count > 0);
}

/* What a screen reader says of the row as a whole. */
static void
update_accessible (ShinsaScoreRow *self)
{
  const char *name = gtk_label_get_label (self->name);
  double level = shinsa_level_picker_get_level (self->picker);
  g_autofree char *digit = NULL;
  g_autofree char *label = NULL;

  if (self->recused)
    label = g_strdup_printf ("%s, %s", name, shinsa_mark_name (SHINSA_MARK_RECUSED));
  else if (level == SHINSA_LEVEL_UNSET)
    label = g_strdup_printf ("%s, %s", name, shinsa_mark_name (SHINSA_MARK_MISSING));
  else if (isnan (level))
    label = g_strdup_printf ("%s, %s", name, shinsa_mark_name (SHINSA_MARK_CANNOT_JUDGE));
  else
    {
      const ShinsaLevel *known = shinsa_definition_level (self->definition, level);

      digit = shinsa_level_text (self->definition, level);
      /* Translators: read out for a requirement: its name, its level and the word of the level. */
      label = g_strdup_printf (_("%s, level %s, %s"), name, digit,
                               known != NULL ? shinsa_text_get (&known->label) : "");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_former (ShinsaScoreRow *self)
{
  gboolean revised = !shinsa_levels_are_same (self->before,
                                              shinsa_level_picker_get_level (self->picker));
  g_autofree char *digit = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->former), self->before != SHINSA_LEVEL_UNSET);
  if (self->before == SHINSA_LEVEL_UNSET)
    return;
  digit = isnan (self->before) ? g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE))
                               : shinsa_level_text (self->definition, self->before);
  if (revised)
    /* Translators: the level given on paper, small beside the one given after the interview. */
    label = g_strdup_printf (_("paper %s, revised"), digit);
  else
    /* Translators: the level given on paper, small beside the one given after the interview. */
    label = g_strdup_printf (_("paper %s"), digit);
  gtk_label_set_label (self->former, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label, -1);
  if (revised)
    gtk_widget_remove_css_class (GTK_WIDGET (self->former), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->former), "dim-label");
}

/**
 * shinsa_score_row_new:
 * @definition: (not nullable): the round's definition
 * @requirement: (not nullable): one of its requirements
 *
 * Returns: (transfer floating): a row without a score
 */
GtkWidget *
shinsa_score_row_new (const ShinsaDefinition  *definition,
                      const ShinsaRequirement *requirement)
{
  ShinsaScoreRow *self;
  const char *name;
  g_autofree char *threshold = NULL;
  g_autofree char *threshold_text = NULL;
  g_autofree char *reason_label = NULL;

  g_return_val_if_fail (definition != NULL && requirement != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_SCORE_ROW, NULL);
  self->definition = shinsa_definition_ref ((ShinsaDefinition *) definition);
  self->code = g_strdup (requirement->code);
  name = shinsa_text_get (&requirement->name);
  gtk_label_set_label (self->name, name);

  threshold = shinsa_level_text (definition, requirement->threshold);
  /* Translators: the level that a requirement needs, small beside its name. */
  threshold_text = g_strdup_printf (_("needs %s"), threshold);
  gtk_label_set_label (self->threshold, threshold_text);

  shinsa_level_picker_build (self->picker, definition, TRUE, name);
  /* Translators: read out for the field of a reason; the placeholder is a requirement. */
  reason_label = g_strdup_printf (_("Reason for %s"), name);
  shinsa_text_field_set_label (self->reason, reason_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reason_label, -1);
  shinsa_score_row_show (self, NULL, FALSE);
  return GTK_WIDGET (self);
}

const char *
shinsa_score_row_get_code (ShinsaScoreRow *self)
{
  g_return_val_if_fail (SHINSA_IS_SCORE_ROW (self), NULL);

  return self->code;
}

/**
 * shinsa_score_row_show:
 * @self: a row
 * @score: (nullable): what is given for the requirement
 * @recused: whether the reviewer takes no part in it
 */
void
shinsa_score_row_show (ShinsaScoreRow    *self,
                       const ShinsaScore *score,
                       gboolean           recused)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  self->recused = recused;
  gtk_label_set_label (self->mark, shinsa_mark_text (SHINSA_MARK_RECUSED));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), shinsa_mark_name (SHINSA_MARK_RECUSED));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), recused);
  shinsa_level_picker_set_level (self->picker, score != NULL ? score->level : SHINSA_LEVEL_UNSET);
  shinsa_text_field_show (self->reason, score != NULL ? score->reason : "");
  show_evidence (self, score);
  shinsa_score_row_set_editable (self, self->editable);
  update_accessible (self);
  update_former (self);
}

/**
 * shinsa_score_row_show_paper:
 * @self: a row
 * @paper: (nullable): what was given for the requirement on paper; NULL for nothing to compare with
 */
void
shinsa_score_row_show_paper (ShinsaScoreRow    *self,
                             const ShinsaScore *paper)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  self->before = paper != NULL ? paper->level : SHINSA_LEVEL_UNSET;
  update_former (self);
}

/**
 * shinsa_score_row_set_editable:
 * @self: a row
 * @editable: whether the sheet may be filled in
 */
void
shinsa_score_row_set_editable (ShinsaScoreRow *self,
                               gboolean        editable)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), editable && !self->recused);
  shinsa_text_field_set_editable (self->reason, editable && !self->recused);
  update_reason (self);
}

gboolean
shinsa_score_row_is_recused (ShinsaScoreRow *self)
{
  g_return_val_if_fail (SHINSA_IS_SCORE_ROW (self), FALSE);

  return self->recused;
}

double
shinsa_score_row_get_level (ShinsaScoreRow *self)
{
  g_return_val_if_fail (SHINSA_IS_SCORE_ROW (self), SHINSA_LEVEL_UNSET);

  return shinsa_level_picker_get_level (self->picker);
}

/**
 * shinsa_score_row_open_reason:
 * @self: a row
 *
 * Brings the reason into sight and puts the cursor into it.
 */
void
shinsa_score_row_open_reason (ShinsaScoreRow *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  if (!self->editable || self->recused)
    return;
  self->opened = TRUE;
  update_reason (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/**
 * shinsa_score_row_flush:
 * @self: a row
 *
 * Tells what was written and not told yet; a reason that was opened and left empty closes.
 */
void
shinsa_score_row_flush (ShinsaScoreRow *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  shinsa_text_field_flush (self->reason);
  self->opened = FALSE;
}
