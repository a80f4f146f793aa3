/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-proposal-form.h"

#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-text-field.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-suggestion.h"

#include <glib/gi18n-lib.h>

/* What was begun for an application. */
typedef struct {
  guint       outcome;       /* row in the list */
  char       *reason;
  GHashTable *waivers;       /* requirement → reason */
  gboolean    instructed;
} Draft;

struct _ShinsaProposalForm
{
  AdwBin           parent_instance;

  ShinsaService   *service;
  ShinsaRound     *round;
  char            *application;
  GHashTable      *drafts;         /* application → Draft */
  GHashTable      *entries;        /* requirement → GtkEditable of its waiver */
  gboolean         writing;

  GtkDropDown     *outcomes;
  GtkLabel        *hint;
  ShinsaTextField *reason;
  GtkBox          *waivers;
  GtkCheckButton  *instructed;
};

G_DEFINE_FINAL_TYPE (ShinsaProposalForm, shinsa_proposal_form, ADW_TYPE_BIN)

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->reason);
  g_hash_table_unref (draft->waivers);
  g_free (draft);
}

static char *
dup_stripped (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
keep_draft (ShinsaProposalForm *self)
{
  Draft *draft = g_new0 (Draft, 1);
  GHashTableIter iter;
  gpointer requirement, entry;

  draft->outcome = gtk_drop_down_get_selected (self->outcomes);
  draft->reason = shinsa_text_field_dup_text (self->reason);
  draft->instructed = gtk_check_button_get_active (self->instructed);
  draft->waivers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &requirement, &entry))
    g_hash_table_insert (draft->waivers, g_strdup (requirement), dup_stripped (entry));
  g_hash_table_insert (self->drafts, g_strdup (self->application), draft);
}

/* Choosing. A drop-down of later versions of GTK always has one row selected, so the first row
 * stands for none of the outcomes; they follow in their order. */

static const ShinsaOutcome *
chosen_outcome (ShinsaProposalForm *self)
{
  guint row = gtk_drop_down_get_selected (self->outcomes);

  return self->round != NULL && row > 0 && row <= self->round->definition->outcomes->len
         ? g_ptr_array_index (self->round->definition->outcomes, row - 1) : NULL;
}

static void
show_hint (ShinsaProposalForm *self,
           const char         *sentence)
{
  gtk_label_set_text (self->hint, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), sentence != NULL);
}

/* Whether the reason is needed, said before anybody presses the button. */
static void
chosen_cb (ShinsaProposalForm *self)
{
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  const ShinsaOutcome *outcome = chosen_outcome (self);

  if (outcome == NULL || self->application == NULL)
    {
      show_hint (self, NULL);
      return;
    }
  suggestion = shinsa_suggest (self->round, self->application);
  show_hint (self, shinsa_suggestion_departs (suggestion, outcome->code)
                   ? _("This departs from the suggestion and needs a reason.") : NULL);
}

static void
offer_outcomes (ShinsaProposalForm *self)
{
  GListModel *present = gtk_drop_down_get_model (self->outcomes);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (present != NULL &&
      g_list_model_get_n_items (present) == self->round->definition->outcomes->len + 1)
    return;
  gtk_string_list_append (list, C_("decision", "Not decided"));
  for (guint i = 0; i < self->round->definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (self->round->definition->outcomes, i);

      gtk_string_list_append (list, shinsa_text_get (&outcome->name));
    }
  gtk_drop_down_set_model (self->outcomes, G_LIST_MODEL (list));
}

/* Waivers: a line for each requirement with too few evaluators. */

static gboolean
entries_fit (ShinsaProposalForm *self,
             GPtrArray          *lacking)
{
  gboolean fit = g_hash_table_size (self->entries) == lacking->len;

  for (guint i = 0; fit && i < lacking->len; i++)
    fit = g_hash_table_contains (self->entries,
                                 ((ShinsaAggregate *) g_ptr_array_index (lacking, i))->requirement);
  return fit;
}

static void
add_waiver_entry (ShinsaProposalForm    *self,
                  const ShinsaAggregate *aggregate)
{
  const ShinsaDefinition *definition = self->round->definition;
  const ShinsaRequirement *requirement = shinsa_definition_requirement (definition,
                                                                        aggregate->requirement);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *label = NULL;
  GtkWidget *title;

  /* Translators: a requirement, how many evaluators it has and how many it needs. */
  label = g_strdup_printf (_("Waive “%s” (%d of at least %d evaluators), because:"),
                           shinsa_text_get (&requirement->name), aggregate->counted,
                           definition->minimum_evaluators);
  title = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 48);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (self->waivers, title);
  gtk_box_append (self->waivers, entry);
  g_hash_table_insert (self->entries, g_strdup (aggregate->requirement), entry);
}

static void
offer_waivers (ShinsaProposalForm *self)
{
  g_autoptr (GPtrArray) aggregates = shinsa_aggregate_application (self->round, self->application,
                                                                   SHINSA_BASIS_DECISION);
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  GtkWidget *child;

  for (guint i = 0; i < aggregates->len; i++)
    if (((ShinsaAggregate *) g_ptr_array_index (aggregates, i))->reference_only)
      g_ptr_array_add (lacking, g_ptr_array_index (aggregates, i));
  if (entries_fit (self, lacking))
    return;

  g_hash_table_remove_all (self->entries);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->waivers))) != NULL)
    gtk_box_remove (self->waivers, child);
  for (guint i = 0; i < lacking->len; i++)
    add_waiver_entry (self, g_ptr_array_index (lacking, i));
}

static GPtrArray *
collect_waivers (ShinsaProposalForm *self)
{
  GPtrArray *waivers = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_waiver_free);
  GPtrArray *requirements = self->round->definition->requirements;

  for (guint i = 0; i < requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (requirements, i);
      GtkEditable *entry = g_hash_table_lookup (self->entries, requirement->code);
      g_autofree char *reason = entry != NULL ? dup_stripped (entry) : g_strdup ("");
      ShinsaWaiver *waiver;

      if (*reason == '\0')
        continue;
      waiver = shinsa_waiver_new ();
      shinsa_set_string (&waiver->requirement, requirement->code);
      shinsa_set_string (&waiver->reason, reason);
      g_ptr_array_add (waivers, waiver);
    }
  return waivers;
}

/* Recording. */

static void
written_cb (GObject      *service,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (ShinsaProposalForm) self = data;
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (!shinsa_service_write_finish (SHINSA_SERVICE (service), result, &error))
    {
      shinsa_show_error (GTK_WIDGET (self), _("The provisional outcome was not recorded"), error);
      return;
    }
  shinsa_toast (GTK_WIDGET (self), _("The provisional outcome is recorded."));
}

static void
clicked_cb (ShinsaProposalForm *self)
{
  g_autofree char *why = NULL;
  g_autoptr (JsonNode) body = shinsa_proposal_form_body (self, &why);

  if (body == NULL)
    {
      show_hint (self, why);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  if (self->service == NULL || self->writing)
    return;
  self->writing = TRUE;
  shinsa_service_write_async (self->service, SHINSA_KIND_OUTCOME_PROPOSE, body, NULL, written_cb,
                              g_object_ref (self));
}

static void
shinsa_proposal_form_dispose (GObject *object)
{
  ShinsaProposalForm *self = SHINSA_PROPOSAL_FORM (object);

  g_clear_object (&self->service);
  g_hash_table_remove_all (self->entries);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_PROPOSAL_FORM);
  G_OBJECT_CLASS (shinsa_proposal_form_parent_class)->dispose (object);
}

static void
shinsa_proposal_form_finalize (GObject *object)
{
  ShinsaProposalForm *self = SHINSA_PROPOSAL_FORM (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_free (self->application);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->entries);
  G_OBJECT_CLASS (shinsa_proposal_form_parent_class)->finalize (object);
}

static void
shinsa_proposal_form_class_init (ShinsaProposalFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_proposal_form_dispose;
  object_class->finalize = shinsa_proposal_form_finalize;

  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/decide/"
                                               "shinsa-proposal-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaProposalForm, outcomes);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProposalForm, hint);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProposalForm, reason);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProposalForm, waivers);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProposalForm, instructed);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
shinsa_proposal_form_init (ShinsaProposalForm *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_hint (self, NULL);
}

GtkWidget *
shinsa_proposal_form_new (void)
{
  return g_object_new (SHINSA_TYPE_PROPOSAL_FORM, NULL);
}

static guint
row_of (ShinsaRound *round,
        const char  *code)
{
  for (guint i = 0; code != NULL && i < round->definition->outcomes->len; i++)
    if (g_str_equal (((ShinsaOutcome *) g_ptr_array_index (round->definition->outcomes, i))->code,
                     code))
      return i + 1;
  return 0;
}

/* What was begun; else what is recorded; else what is suggested. */
static void
show_draft (ShinsaProposalForm *self)
{
  const Draft *draft = g_hash_table_lookup (self->drafts, self->application);
  const ShinsaProposal *proposal = shinsa_round_proposal (self->round, self->application);
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (self->round, self->application);
  GHashTableIter iter;
  gpointer requirement, reason;

  gtk_check_button_set_active (self->instructed, draft != NULL && draft->instructed);
  if (draft == NULL)
    {
      gtk_drop_down_set_selected (self->outcomes,
                                  row_of (self->round, proposal != NULL ? proposal->outcome
                                                                        : suggestion->outcome));
      shinsa_text_field_show (self->reason, proposal != NULL ? proposal->reason : "");
      return;
    }
  gtk_drop_down_set_selected (self->outcomes, draft->outcome);
  shinsa_text_field_show (self->reason, draft->reason);
  g_hash_table_iter_init (&iter, draft->waivers);
  while (g_hash_table_iter_next (&iter, &requirement, &reason))
    {
      GtkEditable *entry = g_hash_table_lookup (self->entries, requirement);

      if (entry != NULL)
        gtk_editable_set_text (entry, reason);
    }
}

static void
show_chair (ShinsaProposalForm *self)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (self->round, self->application);
  g_autofree char *who = chair != NULL ? shinsa_member_full_label (self->round, chair->id) : NULL;
  /* Translators: who presides over this application, such as "Member A (Chair)". */
  g_autofree char *label = g_strdup_printf (_("On the instruction of the acting chair, %s"),
                                            who != NULL ? who : "");

  gtk_check_button_set_label (self->instructed, label);
  gtk_widget_set_visible (GTK_WIDGET (self->instructed), chair != NULL);
}

/**
 * shinsa_proposal_form_show:
 * @service: (nullable): where it is recorded
 *
 * A newer picture of the same application leaves alone what is being written.
 */
void
shinsa_proposal_form_show (ShinsaProposalForm *self,
                           ShinsaService      *service,
                           ShinsaRound        *round,
                           const char         *application)
{
  gboolean other, other_round;

  g_return_if_fail (SHINSA_IS_PROPOSAL_FORM (self));
  g_return_if_fail (round != NULL && application != NULL);

  other_round = self->round != NULL && g_strcmp0 (self->round->root, round->root) != 0;
  other = other_round || g_strcmp0 (self->application, application) != 0;
  if (other_round)
    g_hash_table_remove_all (self->drafts);
  else if (other && self->application != NULL)
    keep_draft (self);
  g_set_object (&self->service, service);
  shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  if (other)
    {
      g_free (self->application);
      self->application = g_strdup (application);
    }
  offer_outcomes (self);
  offer_waivers (self);
  show_chair (self);
  if (other)
    show_draft (self);
  chosen_cb (self);
}

/**
 * shinsa_proposal_form_body:
 * @why: (out) (transfer full) (nullable): what is missing
 *
 * Returns: (transfer full) (nullable): the body of outcome.propose, NULL where something is missing
 */
JsonNode *
shinsa_proposal_form_body (ShinsaProposalForm *self,
                           char              **why)
{
  const ShinsaOutcome *outcome;
  const ShinsaMember *chair;
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  g_autoptr (GPtrArray) waivers = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (SHINSA_IS_PROPOSAL_FORM (self), NULL);
  g_return_val_if_fail (why != NULL, NULL);

  *why = NULL;
  outcome = chosen_outcome (self);
  if (outcome == NULL)
    {
      *why = g_strdup (_("Choose an outcome first."));
      return NULL;
    }
  suggestion = shinsa_suggest (self->round, self->application);
  reason = g_strstrip (shinsa_text_field_dup_text (self->reason));
  if (*reason == '\0' && shinsa_suggestion_departs (suggestion, outcome->code))
    {
      *why = g_strdup (_("This departs from the suggestion. Give a reason, then it can be "
                         "recorded."));
      return NULL;
    }
  waivers = collect_waivers (self);
  chair = shinsa_meeting_acting_chair (self->round, self->application);
  return shinsa_state_proposal (self->round, self->application, outcome->code, waivers,
                                chair != NULL && gtk_check_button_get_active (self->instructed)
                                ? chair->id : NULL,
                                reason);
}
