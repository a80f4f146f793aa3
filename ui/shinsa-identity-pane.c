/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-identity-pane.h"

#include "parts/shinsa-work.h"
#include "rules/shinsa-labels.h"
#include "shinsa-set-up.h"

#include <glib/gi18n-lib.h>

#define MEMBER_DATA "shinsa-member"

struct _ShinsaIdentityPane
{
  AdwBin          parent_instance;

  GtkListBox     *list;
  GtkCheckButton *confidential;
  GtkWidget      *confirm;

  ShinsaService  *service;
  char           *shown;   /* the place in the register whose members are listed */
  GtkCheckButton *first;   /* the group that the choices form */
  char           *chosen;  /* id of a member, or NULL */
};

G_DEFINE_FINAL_TYPE (ShinsaIdentityPane, shinsa_identity_pane, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (ShinsaIdentityPane *self)
{
  gtk_widget_set_sensitive (self->confirm, self->chosen != NULL &&
                                           gtk_check_button_get_active (self->confidential));
}

static void
toggled_cb (ShinsaIdentityPane *self,
            GtkCheckButton     *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (button), MEMBER_DATA));
  update (self);
}

static GtkWidget *
make_row (ShinsaIdentityPane *self,
          const ShinsaMember *member)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  const char *name = shinsa_text_get (&member->name);
  g_autofree char *title = g_markup_escape_text (name, -1);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), MEMBER_DATA, g_strdup (member->id), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shinsa_role_label (member->role));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
refresh (ShinsaIdentityPane *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  GtkWidget *row;

  if (round == NULL || g_strcmp0 (self->shown, round->head) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (round->head);
  g_clear_pointer (&self->chosen, g_free);
  self->first = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < round->members->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (round->members, i)));
  update (self);
}

/* --- Becoming a member --- */

typedef struct {
  ShinsaService *service;
  char          *root;
  char          *member;
} Joining;

static void
joining_free (gpointer data)
{
  Joining *joining = data;

  g_object_unref (joining->service);
  g_free (joining->root);
  g_free (joining->member);
  g_free (joining);
}

static gboolean
join (ShinsaSession  *session,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  const Joining *joining = data;

  return shinsa_session_use_member (session, joining->member, g_get_host_name (), error);
}

static void
joined_cb (GtkWidget *from,
           gpointer   data)
{
  const Joining *joining = data;

  shinsa_show_round (from, joining->service, joining->root, joining->member);
}

static void
confirm_cb (ShinsaIdentityPane *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  Joining *joining = g_new0 (Joining, 1);

  joining->service = g_object_ref (self->service);
  joining->root = g_strdup (round->root);
  joining->member = g_strdup (self->chosen);
  shinsa_work (GTK_WIDGET (self), self->service, _("This computer could not be set up"), join,
               joining, joining_free, joined_cb);
}

/* --- The object --- */

static void
shinsa_identity_pane_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ShinsaIdentityPane *self = SHINSA_IDENTITY_PANE (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      if (!g_set_object (&self->service, g_value_get_object (value)) || self->service == NULL)
        return;
      g_signal_connect_object (self->service, "changed", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
      refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_identity_pane_dispose (GObject *object)
{
  ShinsaIdentityPane *self = SHINSA_IDENTITY_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_IDENTITY_PANE);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_identity_pane_parent_class)->dispose (object);
}

static void
shinsa_identity_pane_finalize (GObject *object)
{
  ShinsaIdentityPane *self = SHINSA_IDENTITY_PANE (object);

  g_free (self->shown);
  g_free (self->chosen);

  G_OBJECT_CLASS (shinsa_identity_pane_parent_class)->finalize (object);
}

static void
shinsa_identity_pane_class_init (ShinsaIdentityPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = shinsa_identity_pane_set_property;
  object_class->dispose = shinsa_identity_pane_dispose;
  object_class->finalize = shinsa_identity_pane_finalize;

  properties[PROP_SERVICE] =
    g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/shinsa-identity-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaIdentityPane, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIdentityPane, confidential);
  gtk_widget_class_bind_template_child (widget_class, ShinsaIdentityPane, confirm);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
shinsa_identity_pane_init (ShinsaIdentityPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
