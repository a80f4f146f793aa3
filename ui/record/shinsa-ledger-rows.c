/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-ledger-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-identity.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"

/* Rows of the ledger: a member, their computers, a late review. */

typedef struct {
  GtkWidget      *from;      /* the window that asks, or NULL until it does */
  ShinsaService  *service;
  char           *feed;
  char           *member;
  char           *application;
  char           *entry;
  ShinsaFeedState state;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->from);
  g_object_unref (choice->service);
  g_free (choice->feed);
  g_free (choice->member);
  g_free (choice->application);
  g_free (choice->entry);
  g_free (choice);
}

static void
choice_closure_free (gpointer  data,
                     GClosure *closure)
{
  choice_free (data);
}

/* A row may be gone before its question is answered; the window is there as long as it is. */
static Choice *
choice_copy (const Choice *choice,
             GtkWidget    *from)
{
  Choice *copy = g_new0 (Choice, 1);

  *copy = *choice;
  copy->from = from != NULL ? g_object_ref (from) : NULL;
  g_object_ref (copy->service);
  copy->feed = g_strdup (choice->feed);
  copy->member = g_strdup (choice->member);
  copy->application = g_strdup (choice->application);
  copy->entry = g_strdup (choice->entry);

  return copy;
}

/* --- Computers of a member --- */

static void
set_feed_cb (const char *reason,
             gpointer    data)
{
  const Choice *choice = data;

  shinsa_work_write (choice->from, choice->service, _("The computer was not changed"),
                     SHINSA_KIND_FEED_SET,
                     shinsa_state_feed (choice->feed, choice->member, choice->state, reason),
                     _("The register says so now."));
}

static void
accepted_cb (gpointer data)
{
  set_feed_cb (NULL, data);
}

static void
feed_clicked_cb (GtkButton    *button,
                 const Choice *choice)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));

  if (choice->state == SHINSA_FEED_ACCEPTED)
    {
      g_autofree char *fingerprint = shinsa_fingerprint (choice->feed);
      g_autofree char *body =
        g_strdup_printf (_("Ask the member to read out the fingerprint on their screen. "
                           "It has to be: %s"), fingerprint);

      shinsa_ask (window, _("Accept this computer?"), body, _("_Accept"), accepted_cb,
                  choice_copy (choice, window), choice_free);
      return;
    }
  shinsa_ask_reason (window,
                     choice->state == SHINSA_FEED_LOST ? _("Mark this computer as lost?")
                                                       : _("Hold what comes from this computer?"),
                     _("What was received stays. Nothing more is received from it."),
                     choice->state == SHINSA_FEED_LOST ? _("_Lost") : _("_Hold"), set_feed_cb,
                     choice_copy (choice, window), choice_free);
}

static void
add_feed_button (GtkWidget            *row,
                 ShinsaService        *service,
                 const ShinsaFeedInfo *feed,
                 ShinsaFeedState       state,
                 const char           *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  const Choice choice = { NULL, service, feed->feed, feed->member, NULL, NULL, state };

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (feed_clicked_cb),
                         choice_copy (&choice, NULL), choice_closure_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
feed_row_new (ShinsaService        *service,
              const ShinsaFeedInfo *feed,
              gboolean              is_desk)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *fingerprint = shinsa_fingerprint (feed->feed);
  g_autofree char *subtitle =
    g_strdup_printf (_("%s · %d entries received, %d here"), shinsa_feed_state_label (feed->state),
                     (int) feed->received_seq, (int) feed->held_seq);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fingerprint);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!is_desk)
    return row;
  if (feed->state != SHINSA_FEED_ACCEPTED)
    add_feed_button (row, service, feed, SHINSA_FEED_ACCEPTED, _("_Accept…"));
  if (feed->state != SHINSA_FEED_HELD)
    add_feed_button (row, service, feed, SHINSA_FEED_HELD, _("_Hold…"));
  if (feed->state != SHINSA_FEED_LOST)
    add_feed_button (row, service, feed, SHINSA_FEED_LOST, _("_Lost…"));

  return row;
}

/* What tells whether the rows of the computers have to be made anew. */
static char *
dup_feeds_state (const ShinsaLedgerRow *entry)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < entry->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (entry->feeds, i);

      g_string_append_printf (state, "%s %d %d %d\n", feed->feed, feed->state,
                              (int) feed->received_seq, (int) feed->held_seq);
    }

  return g_string_free (state, FALSE);
}

static void
show_feeds (GtkWidget             *row,
            const ShinsaRound     *round,
            const ShinsaLedgerRow *entry)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (row), "feeds");
  const char *before = g_object_get_data (G_OBJECT (row), "feeds-state");
  ShinsaService *service = g_object_get_data (G_OBJECT (row), "service");
  g_autofree char *state = dup_feeds_state (entry);

  if (g_strcmp0 (before, state) == 0)
    return;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (row), g_ptr_array_index (rows, i));
  rows = g_ptr_array_new ();
  for (guint i = 0; i < entry->feeds->len; i++)
    {
      GtkWidget *child = feed_row_new (service, g_ptr_array_index (entry->feeds, i),
                                       round->is_desk);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
      g_ptr_array_add (rows, child);
    }
  g_object_set_data_full (G_OBJECT (row), "feeds", rows, (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (row), "feeds-state", g_steal_pointer (&state), g_free);
}

/**
 * shinsa_ledger_row_new:
 * @service: the service
 *
 * Returns: (transfer floating): an empty row for shinsa_ledger_row_show()
 */
GtkWidget *
shinsa_ledger_row_new (ShinsaService *service)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *state = gtk_label_new (NULL);

  gtk_widget_add_css_class (state, "ledger-state");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), state);
  g_object_set_data_full (G_OBJECT (row), "service", g_object_ref (service), g_object_unref);
  g_object_set_data (G_OBJECT (row), "state", state);

  return row;
}

static char *
describe (const ShinsaRound     *round,
          const ShinsaLedgerRow *entry)
{
  const char *issued = entry->documents != NULL ? _("documents issued")
                       : entry->interests != NULL ? _("names issued") : _("nothing issued");

  return g_strdup_printf (_("%s · interests declared: %d of %u · reviews: %d of %d, late: %d"),
                          issued, entry->declared, round->dossiers->len, entry->received,
                          entry->expected, entry->late);
}

/**
 * shinsa_ledger_row_show:
 * @row: a row
 * @round: the picture
 * @entry: a line of the ledger
 *
 * Brings the row up to date in place.
 */
void
shinsa_ledger_row_show (GtkWidget             *row,
                        const ShinsaRound     *round,
                        const ShinsaLedgerRow *entry)
{
  GtkWidget *state = g_object_get_data (G_OBJECT (row), "state");
  const char *name = shinsa_text_get (&entry->member->name);
  g_autofree char *subtitle = describe (round, entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_label_set_label (GTK_LABEL (state), shinsa_ledger_state_label (entry->state));
  show_feeds (row, round, entry);
}

/* --- Late reviews --- */

static void
admit_cb (const char *reason,
          gpointer    data)
{
  const Choice *choice = data;
  ShinsaRound *round = shinsa_service_get_round (choice->service);
  const ShinsaMember *chair = shinsa_meeting_admits (round, choice->application, choice->member);

  shinsa_work_write (choice->from, choice->service, _("The review was not admitted"),
                     SHINSA_KIND_SUBMISSION_ADMIT,
                     shinsa_state_admission (choice->application, choice->entry,
                                             chair != NULL ? chair->id : NULL, reason),
                     _("The review counts from now on."));
}

static void
admit_clicked_cb (GtkButton    *button,
                  const Choice *choice)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));

  shinsa_ask_reason (window, _("Admit this review?"),
                     _("It counts from then on. The reason is recorded."),
                     C_("late review", "_Admit"), admit_cb, choice_copy (choice, window),
                     choice_free);
}

/**
 * shinsa_late_row_new:
 * @service: the service, as the desk
 * @round: the picture
 * @review: a review that waits to be admitted
 *
 * Returns: (transfer floating): a row to admit it
 */
GtkWidget *
shinsa_late_row_new (ShinsaService      *service,
                     const ShinsaRound  *round,
                     const ShinsaReview *review)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (C_("late review", "_Admit…"));
  const ShinsaDossier *dossier = shinsa_round_dossier (round, review->application);
  const char *title = shinsa_text_get (&shinsa_round_member (round, review->member)->name);
  g_autofree char *subtitle = NULL;
  const Choice choice = {
    NULL, service, NULL, review->member, review->application, review->entry, SHINSA_FEED_PENDING
  };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* Translators: an application, and why its review does not count yet. */
  subtitle = g_strdup_printf (_("%s · %s"), shinsa_text_get (&dossier->name),
                              shinsa_review_status_label (review->status));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (admit_clicked_cb),
                         choice_copy (&choice, NULL), choice_closure_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}
