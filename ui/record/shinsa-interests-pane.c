/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-interests-pane.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"

struct _ShinsaInterestsPane
{
  AdwBin parent_instance;

  ShinsaService *service;
  ShinsaRowKeeper *rows;

  AdwPreferencesGroup *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ShinsaInterestsPane, shinsa_interests_pane, ADW_TYPE_BIN)

/* --- Rulings --- */

typedef struct {
  ShinsaInterestsPane *pane;
  char                *application;
  char                *member;
  gboolean             recuse;
} Ruling;

static Ruling *
ruling_new (ShinsaInterestsPane *pane,
            const char          *application,
            const char          *member,
            gboolean             recuse)
{
  Ruling *ruling = g_new0 (Ruling, 1);

  ruling->pane = pane;
  ruling->application = g_strdup (application);
  ruling->member = g_strdup (member);
  ruling->recuse = recuse;

  return ruling;
}

static void
ruling_free (gpointer data)
{
  Ruling *ruling = data;

  g_free (ruling->application);
  g_free (ruling->member);
  g_free (ruling);
}

static void
ruling_closure_free (gpointer  data,
                     GClosure *closure)
{
  ruling_free (data);
}

static void
rule_cb (const char *reason,
         gpointer    data)
{
  const Ruling *ruling = data;
  ShinsaRound *round = shinsa_service_get_round (ruling->pane->service);
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, ruling->application);
  /* Whoever left the roster meanwhile has none; the rules say so. */
  const ShinsaInterest *interest = shinsa_round_interest (round, ruling->application,
                                                          ruling->member);
  const char * const *requirements =
    interest != NULL ? (const char * const *) interest->requirements : NULL;

  shinsa_work_write (GTK_WIDGET (ruling->pane), ruling->pane->service,
                     _("The ruling was not recorded"), SHINSA_KIND_INTEREST_RULE,
                     shinsa_state_ruling (ruling->application, ruling->member, ruling->recuse,
                                          requirements, chair != NULL ? chair->id : NULL,
                                          reason),
                     _("The ruling is recorded."));
}

static void
rule_clicked_cb (GtkButton    *button,
                 const Ruling *ruling)
{
  ShinsaRound *round = shinsa_service_get_round (ruling->pane->service);
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, ruling->application);
  const char *who = shinsa_text_get (&shinsa_round_member (round, ruling->member)->name);
  g_autofree char *heading =
    g_strdup_printf (ruling->recuse ? _("Recuse %s?") : _("Admit %s?"), who);
  g_autofree char *body = NULL;

  if (chair != NULL)
    /* Translators: name of the acting chair. */
    body = g_strdup_printf (_("The desk records the ruling of the acting chair, %s, "
                              "with its reason."), shinsa_text_get (&chair->name));
  else
    body = g_strdup (_("There is no acting chair for this application, so nobody can rule."));
  shinsa_ask_reason (GTK_WIDGET (ruling->pane), heading, body,
                     ruling->recuse ? _("_Recuse") : _("_Admit"), rule_cb,
                     ruling_new (ruling->pane, ruling->application, ruling->member,
                                 ruling->recuse), ruling_free);
}

static GtkWidget *
rule_button_new (ShinsaInterestsPane  *self,
                 const ShinsaInterest *interest,
                 gboolean              recuse)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (recuse ? _("_Recuse…") : _("_Admit…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (rule_clicked_cb),
                         ruling_new (self, interest->application, interest->member, recuse),
                         ruling_closure_free, 0);

  return button;
}

/* --- Rows --- */

static GtkWidget *
row_new (ShinsaInterestsPane  *self,
         const ShinsaInterest *interest)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (buttons), rule_button_new (self, interest, TRUE));
  gtk_box_append (GTK_BOX (buttons), rule_button_new (self, interest, FALSE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "buttons", buttons);

  return row;
}

static void
row_show (GtkWidget            *row,
          const ShinsaRound    *round,
          const ShinsaInterest *interest)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, interest->application);
  GtkWidget *buttons = g_object_get_data (G_OBJECT (row), "buttons");
  const char *who = shinsa_text_get (&shinsa_round_member (round, interest->member)->name);
  g_autofree char *title = g_strdup_printf ("%s – %s", who, shinsa_text_get (&dossier->name));
  GString *subtitle = g_string_new (shinsa_interest_state_label (interest->state));
  g_autofree char *text = NULL;

  if (*interest->kind != '\0')
    g_string_append_printf (subtitle, " · %s", shinsa_interest_kind_label (interest->kind));
  if (*interest->reason != '\0')
    g_string_append_printf (subtitle, " · %s", interest->reason);
  if (*interest->ruling_reason != '\0')
    g_string_append_printf (subtitle, "\n%s", interest->ruling_reason);
  text = g_string_free (subtitle, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_visible (buttons, round->is_desk);
}

static gboolean
is_shown (const ShinsaRound    *round,
          const ShinsaInterest *interest)
{
  if (interest->state == SHINSA_INTEREST_UNDECLARED || interest->state == SHINSA_INTEREST_NONE)
    return FALSE;

  return round->is_desk || g_str_equal (interest->member, round->member) ||
         interest->ruled_seq > 0;
}

static void
show_undeclared (ShinsaInterestsPane *self,
                 const ShinsaRound   *round)
{
  guint undeclared = 0;
  guint all = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);
      const ShinsaMember *member = shinsa_round_member (round, interest->member);

      if (member == NULL || !member->scores ||
          (!round->is_desk && !g_str_equal (member->id, round->member)))
        continue;
      all++;
      undeclared += interest->state == SHINSA_INTEREST_UNDECLARED ? 1 : 0;
    }
  text = g_strdup_printf (_("Not declared yet: %u of %u"), undeclared, all);
  adw_preferences_group_set_description (self->group, text);
}

/**
 * shinsa_interests_pane_refresh:
 * @self: a pane
 * @service: where the picture comes from
 *
 * Brings the pane up to date in place.
 */
void
shinsa_interests_pane_refresh (ShinsaInterestsPane *self,
                               ShinsaService       *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);

  g_return_if_fail (SHINSA_IS_INTERESTS_PANE (self));

  g_set_object (&self->service, service);
  show_undeclared (self, round);
  shinsa_row_keeper_begin (self->rows);
  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);
      g_autofree char *key = g_strdup_printf ("%s/%s", interest->application, interest->member);
      GtkWidget *row = NULL;

      if (!is_shown (round, interest))
        continue;
      row = shinsa_row_keeper_find (self->rows, key);
      if (row == NULL)
        {
          row = row_new (self, interest);
          shinsa_row_keeper_add (self->rows, key, row);
        }
      row_show (row, round, interest);
    }
  shinsa_row_keeper_end (self->rows);
}

static void
shinsa_interests_pane_dispose (GObject *object)
{
  ShinsaInterestsPane *self = SHINSA_INTERESTS_PANE (object);

  g_clear_object (&self->service);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_INTERESTS_PANE);

  G_OBJECT_CLASS (shinsa_interests_pane_parent_class)->dispose (object);
}

static void
shinsa_interests_pane_class_init (ShinsaInterestsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_interests_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/record/shinsa-interests-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterestsPane, group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterestsPane, list);
}

static void
shinsa_interests_pane_init (ShinsaInterestsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->list);
}
