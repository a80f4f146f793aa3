/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-ledger-pane.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-row-keeper.h"
#include "parts/shinsa-work.h"
#include "record/shinsa-ledger-rows.h"
#include "record/shinsa-packet-files.h"
#include "rules/shinsa-ledger.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-settle.h"
#include "shinsa-packets.h"

struct _ShinsaLedgerPane
{
  AdwBin parent_instance;

  ShinsaService *service;
  ShinsaRowKeeper *member_rows;
  ShinsaRowKeeper *late_rows;
  GtkFileChooserNative *chooser;   /* while it is open */

  GtkWidget *desk_group;
  GtkWidget *member_group;
  GtkWidget *late_group;
  GtkDropDown *purpose;
  AdwActionRow *submission;
  AdwActionRow *paper_row;
  GtkButton *paper_button;
  AdwActionRow *interview_row;
  GtkButton *interview_button;
  AdwPreferencesGroup *ledger_group;
  GtkListBox *members;
  GtkListBox *late_list;
};

G_DEFINE_FINAL_TYPE (ShinsaLedgerPane, shinsa_ledger_pane, ADW_TYPE_BIN)

/* --- Phases --- */

/* Open for any application counts as open: it is what can be closed. */
static gboolean
is_open (const ShinsaRound *round,
         ShinsaPhase        phase)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_round_phase_is_open (round, phase, dossier->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_closed (const ShinsaRound *round,
            ShinsaPhase        phase)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_round_phase_was_closed (round, phase, dossier->id))
        return TRUE;
    }

  return FALSE;
}

static void
show_phase (const ShinsaRound *round,
            ShinsaPhase        phase,
            AdwActionRow      *row,
            GtkButton         *button)
{
  gboolean open = is_open (round, phase);
  const char *state = open ? _("Open") : was_closed (round, phase) ? _("Closed")
                                                                   : _("Not opened yet");
  const char *label = NULL;

  if (phase == SHINSA_PHASE_PAPER)
    label = open ? _("Close the Paper Review…") : _("Open the Paper Review…");
  else
    label = open ? _("Close the Interviews…") : _("Open the Interviews…");
  adw_action_row_set_subtitle (row, state);
  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), round->is_desk);
}

typedef struct {
  ShinsaLedgerPane *pane;
  ShinsaPhase       phase;
  gboolean          open;
} PhaseChange;

static void
change_phase_cb (gpointer data)
{
  PhaseChange *change = data;
  JsonNode *body = shinsa_state_phase (change->phase, NULL, NULL);

  shinsa_work_write (GTK_WIDGET (change->pane), change->pane->service,
                     _("The phase was not changed"),
                     change->open ? SHINSA_KIND_PHASE_OPEN : SHINSA_KIND_PHASE_CLOSE, body,
                     change->open ? _("The phase is open.") : _("The phase is closed."));
}

static void
ask_phase (ShinsaLedgerPane *self,
           ShinsaPhase       phase)
{
  ShinsaRound *round = shinsa_service_get_round (self->service);
  PhaseChange *change = g_new0 (PhaseChange, 1);
  g_autoptr (GPtrArray) ledger = shinsa_ledger (round, phase);
  g_autofree char *body = NULL;
  guint missing = 0;

  change->pane = self;
  change->phase = phase;
  change->open = !is_open (round, phase);
  for (guint i = 0; i < ledger->len; i++)
    {
      const ShinsaLedgerRow *row = g_ptr_array_index (ledger, i);

      missing += row->state == SHINSA_LEDGER_RECEIVED ? 0 : 1;
    }
  if (change->open)
    body = g_strdup (_("Reviews that arrive from now on count."));
  else
    body = g_strdup_printf (ngettext ("Reviews that arrive later do not count until they are "
                                      "admitted with a reason. Reviews of %u member are missing.",
                                      "Reviews that arrive later do not count until they are "
                                      "admitted with a reason. Reviews of %u members are missing.",
                                      missing), missing);
  shinsa_ask (GTK_WIDGET (self),
              change->open ? _("Open this phase for all applications?")
                           : _("Close this phase for all applications?"),
              body, change->open ? C_("phase", "_Open") : C_("phase", "_Close"), change_phase_cb,
              change, g_free);
}

static void
paper_cb (ShinsaLedgerPane *self)
{
  ask_phase (self, SHINSA_PHASE_PAPER);
}

static void
interview_cb (ShinsaLedgerPane *self)
{
  ask_phase (self, SHINSA_PHASE_INTERVIEW);
}

/* --- Files --- */

static void
issue_to_cb (GtkFileChooserNative *chooser,
             int                   response,
             ShinsaLedgerPane     *self)
{
  static const char * const purposes[] = {
    SHINSA_PURPOSE_INTERESTS, SHINSA_PURPOSE_DOCUMENTS, SHINSA_PURPOSE_NEWS
  };

  if (response == GTK_RESPONSE_ACCEPT)
    shinsa_packet_files_issue (GTK_WIDGET (self), self->service,
                               purposes[gtk_drop_down_get_selected (self->purpose)],
                               gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_clear_object (&self->chooser);
}

static void
write_to_cb (GtkFileChooserNative *chooser,
             int                   response,
             ShinsaLedgerPane     *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    shinsa_packet_files_submit (GTK_WIDGET (self), self->service,
                                gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_clear_object (&self->chooser);
}

static void
choose_folder (ShinsaLedgerPane *self,
               const char       *title,
               const char       *accept,
               GCallback         answered)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title,
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept,
                                               _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", answered, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
issue_cb (ShinsaLedgerPane *self)
{
  choose_folder (self, _("Issue Packets to This Folder"), _("_Issue"),
                 G_CALLBACK (issue_to_cb));
}

static void
write_out_cb (ShinsaLedgerPane *self)
{
  choose_folder (self, _("Write My Packet to This Folder"), _("_Write"),
                 G_CALLBACK (write_to_cb));
}

/* --- Showing --- */

static void
show_members (ShinsaLedgerPane  *self,
              const ShinsaRound *round)
{
  ShinsaPhase phase = is_open (round, SHINSA_PHASE_INTERVIEW) ||
                      was_closed (round, SHINSA_PHASE_INTERVIEW) ? SHINSA_PHASE_INTERVIEW
                                                                 : SHINSA_PHASE_PAPER;
  g_autoptr (GPtrArray) ledger = shinsa_ledger (round, phase);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *description = NULL;

  shinsa_row_keeper_begin (self->member_rows);
  for (guint i = 0; i < ledger->len; i++)
    {
      const ShinsaLedgerRow *entry = g_ptr_array_index (ledger, i);
      GtkWidget *row = shinsa_row_keeper_find (self->member_rows, entry->member->id);

      if (row == NULL)
        {
          row = shinsa_ledger_row_new (self->service);
          shinsa_row_keeper_add (self->member_rows, entry->member->id, row);
        }
      shinsa_ledger_row_show (row, round, entry);
      if (entry->state != SHINSA_LEDGER_RECEIVED)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? C_("list", ", ") : "",
                                shinsa_text_get (&entry->member->name));
    }
  shinsa_row_keeper_end (self->member_rows);

  if (missing->len > 0)
    /* Translators: names of members. */
    description = g_strdup_printf (_("Not complete yet: %s"), missing->str);
  else
    description = g_strdup (_("Every review that can be expected is here."));
  adw_preferences_group_set_description (self->ledger_group, description);
}

/* A submission may name an application that there is none of; the register alone shows that. */
static gboolean
can_be_admitted (const ShinsaRound  *round,
                 const ShinsaReview *review)
{
  return shinsa_review_awaits_admission (review) &&
         shinsa_round_dossier (round, review->application) != NULL &&
         shinsa_round_member (round, review->member) != NULL;
}

static void
show_late (ShinsaLedgerPane  *self,
           const ShinsaRound *round)
{
  guint count = 0;

  shinsa_row_keeper_begin (self->late_rows);
  for (guint i = 0; i < round->reviews->len && round->is_desk; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (!can_be_admitted (round, review))
        continue;
      count++;
      if (shinsa_row_keeper_find (self->late_rows, review->entry) == NULL)
        shinsa_row_keeper_add (self->late_rows, review->entry,
                               shinsa_late_row_new (self->service, round, review));
    }
  shinsa_row_keeper_end (self->late_rows);
  gtk_widget_set_visible (self->late_group, count > 0);
}

static void
show_own (ShinsaLedgerPane  *self,
          const ShinsaRound *round)
{
  guint pending = 0;

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->here && g_str_equal (feed->member, round->member))
        pending += feed->held_seq - feed->received_seq;
    }
  if (pending > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u entry is not with the desk yet", "%u entries are not with "
                                   "the desk yet", pending), pending);

      adw_action_row_set_subtitle (self->submission, text);
    }
  else
    adw_action_row_set_subtitle (self->submission, _("The desk has received everything"));
}

/**
 * shinsa_ledger_pane_refresh:
 * @self: a pane
 * @service: where the picture comes from
 *
 * Brings the pane up to date in place.
 */
void
shinsa_ledger_pane_refresh (ShinsaLedgerPane *self,
                            ShinsaService    *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);

  g_return_if_fail (SHINSA_IS_LEDGER_PANE (self));

  g_set_object (&self->service, service);
  gtk_widget_set_visible (self->desk_group, round->is_desk);
  gtk_widget_set_visible (self->member_group, !round->is_desk && *round->member != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->ledger_group), round->is_desk);
  show_phase (round, SHINSA_PHASE_PAPER, self->paper_row, self->paper_button);
  show_phase (round, SHINSA_PHASE_INTERVIEW, self->interview_row, self->interview_button);
  show_members (self, round);
  show_late (self, round);
  show_own (self, round);
}

static void
shinsa_ledger_pane_dispose (GObject *object)
{
  ShinsaLedgerPane *self = SHINSA_LEDGER_PANE (object);

  g_clear_object (&self->service);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->member_rows, shinsa_row_keeper_free);
  g_clear_pointer (&self->late_rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_LEDGER_PANE);

  G_OBJECT_CLASS (shinsa_ledger_pane_parent_class)->dispose (object);
}

static void
shinsa_ledger_pane_class_init (ShinsaLedgerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_ledger_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/record/shinsa-ledger-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, desk_group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, member_group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, late_group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, purpose);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, submission);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, paper_row);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, paper_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, interview_row);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, interview_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, ledger_group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, members);
  gtk_widget_class_bind_template_child (widget_class, ShinsaLedgerPane, late_list);
  gtk_widget_class_bind_template_callback (widget_class, issue_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, interview_cb);
}

static void
shinsa_ledger_pane_init (ShinsaLedgerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->member_rows = shinsa_row_keeper_new (self->members);
  self->late_rows = shinsa_row_keeper_new (self->late_list);
}
