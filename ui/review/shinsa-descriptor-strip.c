/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-descriptor-strip.h"

#include "rules/shinsa-level-text.h"
#include "rules/shinsa-round.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaDescriptorStrip
{
  AdwBin    parent_instance;

  GtkLabel *guidance;
  GtkLabel *threshold;
  GtkLabel *descriptor;
};

G_DEFINE_FINAL_TYPE (ShinsaDescriptorStrip, shinsa_descriptor_strip, ADW_TYPE_BIN)

static void
shinsa_descriptor_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_DESCRIPTOR_STRIP);

  G_OBJECT_CLASS (shinsa_descriptor_strip_parent_class)->dispose (object);
}

static void
shinsa_descriptor_strip_class_init (ShinsaDescriptorStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_descriptor_strip_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/review/shinsa-descriptor-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDescriptorStrip, guidance);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDescriptorStrip, threshold);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDescriptorStrip, descriptor);
}

static void
shinsa_descriptor_strip_init (ShinsaDescriptorStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const ShinsaDefinition *definition,
          double                  level,
          gboolean                editable)
{
  const ShinsaLevel *known;
  g_autofree char *digit = NULL;

  if (level == SHINSA_LEVEL_UNSET)
    return g_markup_escape_text (editable
                                 ? _("The key of a level gives it and goes on to the next.") : "",
                                 -1);
  known = isnan (level) ? NULL : shinsa_definition_level (definition, level);
  if (known == NULL)
    return g_markup_printf_escaped ("<b>%s</b>", shinsa_text_get (&definition->cannot_judge_label));
  digit = shinsa_level_text (definition, level);
  return g_markup_printf_escaped ("<b>%s %s</b>  %s", digit, shinsa_text_get (&known->label),
                                  shinsa_text_get (&known->descriptor));
}

/**
 * shinsa_descriptor_strip_show:
 * @self: a strip
 * @definition: (not nullable): the round's definition
 * @requirement: (not nullable): the requirement in question
 * @level: a level of it, NAN for cannot judge, SHINSA_LEVEL_UNSET while none is in question
 * @editable: whether a level may be given
 */
void
shinsa_descriptor_strip_show (ShinsaDescriptorStrip   *self,
                              const ShinsaDefinition  *definition,
                              const ShinsaRequirement *requirement,
                              double                   level,
                              gboolean                 editable)
{
  g_autofree char *markup = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *threshold = NULL;

  g_return_if_fail (SHINSA_IS_DESCRIPTOR_STRIP (self));
  g_return_if_fail (definition != NULL && requirement != NULL);

  markup = describe (definition, level, editable);
  needed = shinsa_level_text (definition, requirement->threshold);
  /* Translators: the level that a requirement needs. */
  threshold = g_strdup_printf (_("needs %s"), needed);
  gtk_label_set_label (self->guidance, shinsa_text_get (&requirement->guidance));
  gtk_label_set_label (self->threshold, threshold);
  gtk_label_set_markup (self->descriptor, markup);
}
