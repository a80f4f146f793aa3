/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-evidence-menu.h"

#include <glib/gi18n-lib.h>

#define CODE_DATA "shinsa-code"
#define LONGEST_NAME 40

struct _ShinsaEvidenceMenu
{
  GtkPopover  parent_instance;

  GtkLabel   *heading;
  GtkLabel   *quote;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ShinsaEvidenceMenu, shinsa_evidence_menu, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (ShinsaEvidenceMenu *self,
                  GtkListBoxRow      *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), CODE_DATA));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, code);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                ShinsaEvidenceMenu    *self)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  GtkListBoxRow *row = digit > 0 ? gtk_list_box_get_row_at_index (self->list, digit - 1) : NULL;

  if (row == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  row_activated_cb (self, row);
  return TRUE;
}

static GtkWidget *
make_row (const ShinsaRequirement *requirement,
          guint                    number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *digit = number <= 9 ? g_strdup_printf ("%u", number) : g_strdup ("");
  GtkWidget *key = gtk_label_new (digit);
  GtkWidget *name = gtk_label_new (shinsa_text_get (&requirement->name));

  gtk_widget_add_css_class (key, "evidence-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key, *digit != '\0');
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), LONGEST_NAME);
  gtk_widget_set_tooltip_text (row, shinsa_text_get (&requirement->name));
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shinsa_text_get (&requirement->name), -1);
  g_object_set_data_full (G_OBJECT (row), CODE_DATA, g_strdup (requirement->code), g_free);
  return row;
}

static gboolean
shinsa_evidence_menu_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (SHINSA_EVIDENCE_MENU (widget)->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
shinsa_evidence_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_EVIDENCE_MENU);

  G_OBJECT_CLASS (shinsa_evidence_menu_parent_class)->dispose (object);
}

static void
shinsa_evidence_menu_class_init (ShinsaEvidenceMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_evidence_menu_dispose;
  widget_class->grab_focus = shinsa_evidence_menu_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource
    (widget_class, "/jp/shinsa/Shinsa/documents/shinsa-evidence-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaEvidenceMenu, heading);
  gtk_widget_class_bind_template_child (widget_class, ShinsaEvidenceMenu, quote);
  gtk_widget_class_bind_template_child (widget_class, ShinsaEvidenceMenu, list);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
shinsa_evidence_menu_init (ShinsaEvidenceMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_evidence_menu_show:
 * @self: a menu
 * @definition: whose requirements to offer
 * @page: the page that is to be evidence
 * @quote: words of it, or ""
 */
void
shinsa_evidence_menu_show (ShinsaEvidenceMenu     *self,
                           const ShinsaDefinition *definition,
                           int                     page,
                           const char             *quote)
{
  g_autofree char *heading = NULL;
  GtkWidget *row;

  g_return_if_fail (SHINSA_IS_EVIDENCE_MENU (self));
  g_return_if_fail (definition != NULL && quote != NULL);

  heading = g_strdup_printf (*quote != '\0'
                             /* Translators: the placeholder is the number of a page. */
                             ? _("Use this passage of page %d as evidence for")
                             /* Translators: the placeholder is the number of a page. */
                             : _("Use page %d as evidence for"), page);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), *quote != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < definition->requirements->len; i++)
    gtk_list_box_append (self->list,
                         make_row (g_ptr_array_index (definition->requirements, i), i + 1));
}
