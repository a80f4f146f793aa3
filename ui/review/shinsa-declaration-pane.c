/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-declaration-pane.h"

#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "review/shinsa-dossier-outline.h"
#include "rules/shinsa-interest.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

#define NONE "none"
#define CODE_DATA "shinsa-code"

struct _ShinsaDeclarationPane
{
  AdwBin                parent_instance;

  GtkLabel             *name;
  GtkWidget            *found_box;
  GtkLabel             *found;
  GtkLabel             *reach;
  AdwComboRow          *kind;
  GtkStringList        *kinds;
  GtkEditable          *reason;
  AdwExpanderRow       *limits;
  ShinsaDossierOutline *participants;
  GtkLabel             *missing;
  GtkButton            *declare;

  ShinsaService        *service;
  char                 *application;
  GPtrArray            *checks;       /* (element-type GtkCheckButton), one per requirement */
  char                 *definition_hash;
  char                 *proposed;     /* for whom, and for which application of which round */
  gboolean              busy;
};

G_DEFINE_FINAL_TYPE (ShinsaDeclarationPane, shinsa_declaration_pane, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

enum {
  DECLARED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const ShinsaRound *
get_round (ShinsaDeclarationPane *self)
{
  return self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
}

static const char *
chosen_kind (ShinsaDeclarationPane *self)
{
  return shinsa_interest_kinds ()[adw_combo_row_get_selected (self->kind)];
}

static void
choose_kind (ShinsaDeclarationPane *self,
             const char            *kind)
{
  const char * const *kinds = shinsa_interest_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind))
      adw_combo_row_set_selected (self->kind, i);
}

static void
update (ShinsaDeclarationPane *self)
{
  gboolean none = g_str_equal (chosen_kind (self), NONE);

  gtk_widget_set_visible (GTK_WIDGET (self->reason), !none);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), !none);
  gtk_button_set_label (self->declare, none ? _("_Declare no interest")
                                            : _("_Declare this interest"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->declare), !self->busy);
  gtk_label_set_label (self->missing,
                       none ? "" : _("Nothing of the application is shown until the acting chair "
                                     "has ruled."));
}

static void
kind_cb (ShinsaDeclarationPane *self)
{
  update (self);
}

/* --- What comparing names found --- */

static char *
describe_match (const ShinsaInterestMatch *match)
{
  if (g_str_equal (match->where, "person"))
    /* Translators: an affiliation of the member, and the entry of a person in the application. */
    return g_strdup_printf (_("Your affiliation “%s” matches “%s”, to which a person named "
                              "belongs."), match->affiliation, match->found);
  if (g_str_equal (match->where, "network_organisation"))
    /* Translators: an affiliation of the member, and a name in the application. */
    return g_strdup_printf (_("Your affiliation “%s” matches “%s” in the network organisation."),
                            match->affiliation, match->found);
  /* Translators: an affiliation of the member, and a name in the application. */
  return g_strdup_printf (_("Your affiliation “%s” matches “%s”, which takes part."),
                          match->affiliation, match->found);
}

static void
show_proposal (ShinsaDeclarationPane        *self,
               const ShinsaInterestProposal *proposal)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *reach = shinsa_interest_proposal_reach (proposal);

  for (guint i = 0; i < proposal->matches->len; i++)
    {
      g_autofree char *line = describe_match (g_ptr_array_index (proposal->matches, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (proposal->matches->len == 0)
    g_string_append (text, _("None of your affiliations was found among the names."));
  gtk_label_set_label (self->found, text->str);
  gtk_label_set_label (self->reach, reach);
  if (proposal->matches->len > 0)
    gtk_widget_add_css_class (self->found_box, "warning");
  else
    gtk_widget_remove_css_class (self->found_box, "warning");
}

static void
propose (ShinsaDeclarationPane *self,
         const ShinsaRound     *round,
         const ShinsaDossier   *dossier)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);
  g_autoptr (ShinsaInterestProposal) proposal = NULL;

  if (member == NULL)
    return;
  proposal = shinsa_interest_propose (member, dossier);
  show_proposal (self, proposal);
  choose_kind (self, proposal->matches->len > 0
                     ? ((ShinsaInterestMatch *) g_ptr_array_index (proposal->matches, 0))->kind
                     : NONE);
}

/* --- The form --- */

static void
build_limits (ShinsaDeclarationPane *self,
              const ShinsaRound     *round)
{
  if (g_strcmp0 (self->definition_hash, round->definition_hash) == 0)
    return;
  g_free (self->definition_hash);
  self->definition_hash = g_strdup (round->definition_hash);

  for (guint i = 0; i < self->checks->len; i++)
    adw_expander_row_remove (self->limits,
                             gtk_widget_get_ancestor (g_ptr_array_index (self->checks, i),
                                                      ADW_TYPE_ACTION_ROW));
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *title = g_markup_escape_text (shinsa_text_get (&requirement->name), -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      shinsa_text_get (&requirement->name), -1);
      g_object_set_data_full (G_OBJECT (check), CODE_DATA, g_strdup (requirement->code), g_free);
      adw_expander_row_add_row (self->limits, row);
      g_ptr_array_add (self->checks, check);
    }
}

static GStrv
chosen_requirements (ShinsaDeclarationPane *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_strv_builder_add (codes, g_object_get_data (G_OBJECT (check), CODE_DATA));
    }
  return g_strv_builder_end (codes);
}

static void
clear_form (ShinsaDeclarationPane *self)
{
  gtk_editable_set_text (self->reason, "");
  adw_expander_row_set_expanded (self->limits, FALSE);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), FALSE);
}

/* What was chosen and written stays while the picture changes, as long as it is about the same
 * person and the same application. */
static void
propose_once (ShinsaDeclarationPane *self,
              const ShinsaRound     *round,
              const ShinsaDossier   *dossier)
{
  g_autofree char *proposed = g_strjoin (" ", round->root, round->member, dossier->id, NULL);

  if (g_strcmp0 (self->proposed, proposed) == 0)
    return;
  g_free (self->proposed);
  self->proposed = g_steal_pointer (&proposed);
  clear_form (self);
  propose (self, round, dossier);
}

static void
refresh (ShinsaDeclarationPane *self)
{
  const ShinsaRound *round = get_round (self);
  const ShinsaDossier *dossier = round != NULL && self->application != NULL
                                 ? shinsa_round_dossier (round, self->application) : NULL;

  if (dossier == NULL)
    return;
  build_limits (self, round);
  propose_once (self, round, dossier);
  gtk_label_set_label (self->name, shinsa_text_get (&dossier->name));
  shinsa_dossier_outline_show (self->participants, round->definition, dossier, TRUE);
  update (self);
}

/* --- Declaring --- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (ShinsaDeclarationPane) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  update (self);
  if (!shinsa_service_write_finish (SHINSA_SERVICE (source), result, &error))
    {
      shinsa_show_error (GTK_WIDGET (self), _("The declaration was not made"), error);
      return;
    }
  shinsa_toast (GTK_WIDGET (self), _("The declaration was made."));
  g_signal_emit (self, signals[DECLARED], 0);
}

static void
declare_cb (ShinsaDeclarationPane *self)
{
  const char *kind = chosen_kind (self);
  gboolean none = g_str_equal (kind, NONE);
  g_auto (GStrv) requirements = chosen_requirements (self);
  g_autoptr (JsonNode) body = NULL;

  body = shinsa_state_interest (self->application, kind,
                                none ? NULL : (const char * const *) requirements,
                                none ? NULL : gtk_editable_get_text (self->reason));
  self->busy = TRUE;
  update (self);
  shinsa_service_write_async (self->service, SHINSA_KIND_INTEREST_DECLARE, body, NULL, written_cb,
                              g_object_ref (self));
}

/* --- The object --- */

static void
set_service (ShinsaDeclarationPane *self,
             ShinsaService         *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
set_application (ShinsaDeclarationPane *self,
                 const char            *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static gboolean
shinsa_declaration_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHINSA_DECLARATION_PANE (widget)->declare));
}

static void
shinsa_declaration_pane_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ShinsaDeclarationPane *self = SHINSA_DECLARATION_PANE (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_declaration_pane_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ShinsaDeclarationPane *self = SHINSA_DECLARATION_PANE (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_declaration_pane_dispose (GObject *object)
{
  ShinsaDeclarationPane *self = SHINSA_DECLARATION_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DECLARATION_PANE);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_declaration_pane_parent_class)->dispose (object);
}

static void
shinsa_declaration_pane_finalize (GObject *object)
{
  ShinsaDeclarationPane *self = SHINSA_DECLARATION_PANE (object);

  g_free (self->application);
  g_free (self->definition_hash);
  g_free (self->proposed);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (shinsa_declaration_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_DOSSIER_OUTLINE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/review/shinsa-declaration-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, found_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, found);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, reach);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, kind);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, reason);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, limits);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, participants);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, missing);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeclarationPane, declare);
  gtk_widget_class_bind_template_callback (widget_class, declare_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
shinsa_declaration_pane_class_init (ShinsaDeclarationPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_declaration_pane_get_property;
  object_class->set_property = shinsa_declaration_pane_set_property;
  object_class->dispose = shinsa_declaration_pane_dispose;
  object_class->finalize = shinsa_declaration_pane_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = shinsa_declaration_pane_grab_focus;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DECLARED] = g_signal_new ("declared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_declaration_pane_init (ShinsaDeclarationPane *self)
{
  const char * const *kinds = shinsa_interest_kinds ();

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (self->kinds, shinsa_interest_kind_label (kinds[i]));
}
