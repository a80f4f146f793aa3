/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-row.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-text-field.h"
#include "review/shinsa-descriptor-strip.h"
#include "review/shinsa-evidence-bar.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-review-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaScoreRow
{
  AdwBin                 parent_instance;

  GtkLabel              *name;
  GtkLabel              *mark;
  GtkLabel              *former;
  ShinsaLevelPicker     *picker;
  ShinsaDescriptorStrip *strip;
  GtkWidget             *line;
  GtkWidget             *reason_line;
  GtkLabel              *reason_label;
  ShinsaTextField       *reason;
  GtkWidget             *reason_button;
  ShinsaEvidenceBar     *evidence;
  GtkWidget             *evidence_button;

  ShinsaDefinition      *definition;
  char                  *code;
  gboolean               editable;
  gboolean               recused;
  gboolean               current;  /* what there is to know and to write is in sight */
  gboolean               opened;   /* the reason is in sight though nothing asks for it */
  double                 pointed;  /* the level to describe, or SHINSA_LEVEL_UNSET */
  double                 before;   /* what was given on paper, or SHINSA_LEVEL_UNSET */
};

G_DEFINE_FINAL_TYPE (ShinsaScoreRow, shinsa_score_row, ADW_TYPE_BIN)

enum {
  PICKED,
  REASONED,
  EVIDENCE_REMOVED,
  N_SIGNALS
};

/* A long name takes hardly more room than the levels beside it, until its row is current. */
#define MOST_LINES 4

static guint signals[N_SIGNALS];

static gboolean
can_write (ShinsaScoreRow *self)
{
  return self->editable && !self->recused;
}

static gboolean
reason_is_asked (ShinsaScoreRow *self)
{
  double level = shinsa_level_picker_get_level (self->picker);

  if (level == SHINSA_LEVEL_UNSET)
    return FALSE;
  return isnan (level) ? self->definition->cannot_judge_needs_reason
                       : shinsa_reason_is_asked (self->definition, level);
}

/* The reason in one line, where the row is not the current one. */
static void
update_reason_line (ShinsaScoreRow *self,
                    const char     *text)
{
  gboolean lacks = *text == '\0' && reason_is_asked (self) && can_write (self);
  g_autofree char *line = NULL;

  /* Translators: the reason of a level, in one line. */
  line = g_strdup_printf (_("Reason: %s"), text);
  g_strdelimit (line, "\n", ' ');
  gtk_label_set_label (self->reason_label, lacks ? _("Reason (needed for this level)") : line);
  if (lacks)
    gtk_widget_add_css_class (self->reason_line, "lacks");
  else
    gtk_widget_remove_css_class (self->reason_line, "lacks");
  gtk_widget_set_visible (self->reason_line, !self->current && (lacks || *text != '\0'));
}

static void
update_line (ShinsaScoreRow *self)
{
  gboolean asked = reason_is_asked (self);
  g_autofree char *text = shinsa_text_field_dup_text (self->reason);
  gboolean visible = shinsa_text_field_has_focus (self->reason) ||
                     (self->current && (self->opened || *text != '\0' ||
                                        (asked && can_write (self))));

  shinsa_text_field_set_placeholder (self->reason,
                                     asked ? _("Reason (needed for this level)") : _("Reason"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), visible);
  gtk_widget_set_visible (self->reason_button, self->current && !visible && can_write (self));
  update_reason_line (self, text);
  shinsa_evidence_bar_set_editable (self->evidence, self->current && can_write (self));
  gtk_widget_set_visible (self->evidence_button, self->current && can_write (self));
  gtk_widget_set_visible (self->line, visible || gtk_widget_get_visible (self->reason_line) ||
                                      (self->current && can_write (self)) ||
                                      gtk_widget_get_visible (GTK_WIDGET (self->evidence)));
}

static void
update_strip (ShinsaScoreRow *self)
{
  const ShinsaRequirement *requirement =
    shinsa_definition_requirement (self->definition, self->code);
  double level = self->pointed != SHINSA_LEVEL_UNSET
                 ? self->pointed : shinsa_level_picker_get_level (self->picker);

  gtk_widget_set_visible (GTK_WIDGET (self->strip), self->current);
  if (self->current)
    shinsa_descriptor_strip_show (self->strip, self->definition, requirement, level,
                                  can_write (self));
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
  self->pointed = level;
  update_strip (self);
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

static void
removed_cb (ShinsaScoreRow *self,
            guint           number)
{
  /* The chip goes with the focus that it has. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[EVIDENCE_REMOVED], 0, number);
}

static void
add_clicked_cb (ShinsaScoreRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.use-page", "s", self->code);
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

/* Tab goes from the row to its reason, its evidence and on to the next row, without a stop at each
 * level; the levels are reached with the arrows, or chosen by their digits. */
static gboolean
shinsa_score_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  ShinsaScoreRow *self = SHINSA_SCORE_ROW (widget);
  gboolean at_row = gtk_widget_is_focus (widget);
  gboolean inside = at_row || gtk_widget_get_focus_child (widget) != NULL;
  gboolean in_line = gtk_widget_get_focus_child (self->line) != NULL;

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (!inside)
        return gtk_widget_grab_focus (widget);
      return gtk_widget_child_focus (self->line, direction);
    case GTK_DIR_TAB_BACKWARD:
      if (in_line && gtk_widget_child_focus (self->line, direction))
        return TRUE;
      return !at_row && gtk_widget_grab_focus (widget);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      if (in_line)
        return gtk_widget_child_focus (self->line, direction);
      return inside && move_sideways (self, direction);
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
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
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_DESCRIPTOR_STRIP);
  g_type_ensure (SHINSA_TYPE_EVIDENCE_BAR);
  g_type_ensure (SHINSA_TYPE_LEVEL_PICKER);
  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-score-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, former);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, picker);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, strip);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, line);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason_line);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, reason_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreRow, evidence_button);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
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
  signals[REASONED] = g_signal_new ("reasoned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EVIDENCE_REMOVED] = g_signal_new ("evidence-removed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_UINT);
  bind_template (widget_class);
}

static void
shinsa_score_row_init (ShinsaScoreRow *self)
{
  self->before = SHINSA_LEVEL_UNSET;
  self->pointed = SHINSA_LEVEL_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
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

static char *
say_level (const ShinsaDefinition *definition,
           double                  level)
{
  if (level == SHINSA_LEVEL_UNSET)
    return g_strdup (shinsa_mark_text (SHINSA_MARK_MISSING));
  return isnan (level) ? g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE))
                       : shinsa_level_text (definition, level);
}

/* "3 → 2" while an interview follows the paper review. */
static void
update_former (ShinsaScoreRow *self)
{
  double level = shinsa_level_picker_get_level (self->picker);
  gboolean revised = !shinsa_levels_are_same (self->before, level);
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->former), self->before != SHINSA_LEVEL_UNSET);
  if (self->before == SHINSA_LEVEL_UNSET)
    return;
  before = say_level (self->definition, self->before);
  now = say_level (self->definition, level);
  /* Translators: the level given on paper, and the one after the interview. */
  label = g_strdup_printf (_("paper %s → %s"), before, now);
  gtk_label_set_label (self->former, label);
  if (revised)
    gtk_widget_remove_css_class (GTK_WIDGET (self->former), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->former), "dim-label");
}

/* What stands in the row besides its level, for a screen reader. */
static void
update_description (ShinsaScoreRow    *self,
                    const ShinsaScore *score)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint places = score != NULL ? score->evidence->len : 0;
  g_autofree char *text = NULL;

  if (self->before != SHINSA_LEVEL_UNSET)
    g_ptr_array_add (parts, g_strdup (gtk_label_get_label (self->former)));
  if (score != NULL && *score->reason != '\0')
    g_ptr_array_add (parts, g_strdup (_("reason given")));
  if (places > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place as evidence",
                                                          "%u places as evidence", places),
                                             places));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (C_("list", ", "), (char **) parts->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
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
  g_autofree char *reason_label = NULL;
  g_autofree char *evidence_label = NULL;

  g_return_val_if_fail (definition != NULL && requirement != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_SCORE_ROW, NULL);
  self->definition = shinsa_definition_ref ((ShinsaDefinition *) definition);
  self->code = g_strdup (requirement->code);
  name = shinsa_text_get (&requirement->name);
  gtk_label_set_label (self->name, name);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  shinsa_level_picker_build (self->picker, definition, TRUE, name);
  /* Translators: read out for the field of a reason; the placeholder is a requirement. */
  reason_label = g_strdup_printf (_("Reason for %s"), name);
  shinsa_text_field_set_label (self->reason, reason_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reason_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason_line),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reason_label, -1);
  /* Translators: the placeholder is a requirement. */
  evidence_label = g_strdup_printf (_("Use the page now shown as evidence for %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, evidence_label, -1);
  shinsa_score_row_set_current (self, FALSE);
  shinsa_score_row_show (self, NULL, NULL, FALSE);
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
 * @dossier: (nullable): the application
 * @score: (nullable): what is given for the requirement
 * @recused: whether the reviewer takes no part in it
 */
void
shinsa_score_row_show (ShinsaScoreRow      *self,
                       const ShinsaDossier *dossier,
                       const ShinsaScore   *score,
                       gboolean             recused)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  self->recused = recused;
  gtk_label_set_label (self->mark, shinsa_mark_text (SHINSA_MARK_RECUSED));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), shinsa_mark_name (SHINSA_MARK_RECUSED));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), recused);
  shinsa_level_picker_set_level (self->picker, score != NULL ? score->level : SHINSA_LEVEL_UNSET);
  shinsa_text_field_show (self->reason, score != NULL ? score->reason : "");
  shinsa_evidence_bar_show (self->evidence, dossier, score);
  shinsa_score_row_set_editable (self, self->editable);
  update_accessible (self);
  update_former (self);
  update_description (self, score);
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
  update_line (self);
  update_strip (self);
}

/**
 * shinsa_score_row_set_current:
 * @self: a row
 * @current: whether it is the one that is being judged
 *
 * Only the current row has in sight what the requirement asks and what its level means.
 */
void
shinsa_score_row_set_current (ShinsaScoreRow *self,
                              gboolean        current)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROW (self));

  self->current = current;
  self->opened = self->opened && current;
  gtk_label_set_lines (self->name, current ? -1 : MOST_LINES);
  gtk_label_set_ellipsize (self->name, current ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  update_line (self);
  update_strip (self);
}

/**
 * shinsa_score_row_is_recused:
 * @self: a row
 *
 * Returns: whether the member takes no part in its requirement
 */
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
 * shinsa_score_row_lacks_reason:
 * @self: a row
 *
 * Returns: whether its level asks for a reason that was not written
 */
gboolean
shinsa_score_row_lacks_reason (ShinsaScoreRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROW (self), FALSE);

  text = shinsa_text_field_dup_text (self->reason);
  return can_write (self) && reason_is_asked (self) && *text == '\0';
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

  if (!can_write (self))
    return;
  self->opened = TRUE;
  shinsa_score_row_set_current (self, TRUE);
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
