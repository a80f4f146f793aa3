/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-projection-button.h"

#include <glib/gi18n-lib.h>

struct _ShinsaProjectionButton
{
  AdwBin         parent_instance;

  gboolean       quiet;
  GAction       *kind;     /* of the window, or NULL */
  GAction       *blank;
};

G_DEFINE_FINAL_TYPE (ShinsaProjectionButton, shinsa_projection_button, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_QUIET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkMenuButton *
get_button (ShinsaProjectionButton *self)
{
  return GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

static const char *
tell_state (const char *kind,
            gboolean    blank)
{
  if (*kind == '\0')
    return C_("projection", "Not projecting");
  if (blank)
    return C_("projection", "Projecting: blank");
  return g_str_equal (kind, "deliberation") ? C_("projection", "Projecting: levels")
                                            : C_("projection", "Projecting: interview");
}

static void
refresh (ShinsaProjectionButton *self)
{
  g_autoptr (GVariant) kind = self->kind != NULL ? g_action_get_state (self->kind) : NULL;
  g_autoptr (GVariant) blank = self->blank != NULL ? g_action_get_state (self->blank) : NULL;
  const char *word = kind != NULL ? g_variant_get_string (kind, NULL) : "";
  GtkMenuButton *button = get_button (self);
  gboolean projecting = *word != '\0';
  const char *text = tell_state (word, blank != NULL && g_variant_get_boolean (blank));

  gtk_widget_set_visible (GTK_WIDGET (self), kind != NULL && (projecting || !self->quiet));
  gtk_menu_button_set_label (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), projecting
                               ? _("The room sees the projection, not this window (F5 ends it)")
                               : _("Nothing of this window is projected (F5 projects)"));
  if (projecting)
    gtk_widget_add_css_class (GTK_WIDGET (self), "projecting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projecting");
}

static void
follow (ShinsaProjectionButton *self,
        GAction               **action,
        GActionMap             *map,
        const char             *name)
{
  GAction *found = map != NULL ? g_action_map_lookup_action (map, name) : NULL;

  if (*action != NULL)
    g_signal_handlers_disconnect_by_func (*action, refresh, self);
  g_set_object (action, found);
  if (*action != NULL)
    g_signal_connect_object (*action, "notify::state", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
}

static void
find_actions (ShinsaProjectionButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GActionMap *map = G_IS_ACTION_MAP (root) ? G_ACTION_MAP (root) : NULL;

  follow (self, &self->kind, map, "projection");
  follow (self, &self->blank, map, "blank-projection");
  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    refresh (self);
}

static void
shinsa_projection_button_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_QUIET:
      g_value_set_boolean (value, SHINSA_PROJECTION_BUTTON (object)->quiet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_projection_button_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_QUIET:
      SHINSA_PROJECTION_BUTTON (object)->quiet = g_value_get_boolean (value);
      refresh (SHINSA_PROJECTION_BUTTON (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_projection_button_dispose (GObject *object)
{
  ShinsaProjectionButton *self = SHINSA_PROJECTION_BUTTON (object);

  g_clear_object (&self->kind);
  g_clear_object (&self->blank);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_PROJECTION_BUTTON);

  G_OBJECT_CLASS (shinsa_projection_button_parent_class)->dispose (object);
}

static void
shinsa_projection_button_class_init (ShinsaProjectionButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_projection_button_get_property;
  object_class->set_property = shinsa_projection_button_set_property;
  object_class->dispose = shinsa_projection_button_dispose;

  properties[PROP_QUIET] = g_param_spec_boolean ("quiet", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/projection/shinsa-projection-button.ui");
}

static void
shinsa_projection_button_init (ShinsaProjectionButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::root", G_CALLBACK (find_actions), NULL);
  refresh (self);
}
