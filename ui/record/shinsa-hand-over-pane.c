/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-hand-over-pane.h"

#include <glib/gi18n-lib.h>

#include "parts/shinsa-row-keeper.h"
#include "record/shinsa-record-files.h"
#include "rules/shinsa-decision.h"

struct _ShinsaHandOverPane
{
  AdwBin parent_instance;

  ShinsaService *service;
  ShinsaRowKeeper *rows;
  GtkFileChooserNative *chooser;   /* while it is open */

  GtkWidget *export_group;
  AdwComboRow *profile;
  AdwComboRow *application;
  AdwActionRow *export_row;
  GtkListBox *exports;
};

G_DEFINE_FINAL_TYPE (ShinsaHandOverPane, shinsa_hand_over_pane, ADW_TYPE_BIN)

static const char * const profiles[] = { "secretariat", "committee", "applicant", "public" };

static const char *
selected_profile (ShinsaHandOverPane *self)
{
  return profiles[adw_combo_row_get_selected (self->profile)];
}

static const char *
selected_application (ShinsaHandOverPane *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  guint position = adw_combo_row_get_selected (self->application);

  if (!g_str_equal (selected_profile (self), "applicant") || position >= round->dossiers->len)
    return NULL;

  return ((ShinsaDossier *) g_ptr_array_index (round->dossiers, position))->id;
}

static void
profile_changed_cb (ShinsaHandOverPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->application),
                          g_str_equal (selected_profile (self), "applicant"));
}

/* --- Files --- */

static void
choose (ShinsaHandOverPane   *self,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *accept,
        const char           *name,
        GCallback             answered)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title,
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               action, accept, _("_Cancel"));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", answered, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_to_cb (GtkFileChooserNative *chooser,
              int                   response,
              ShinsaHandOverPane   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    shinsa_record_files_export (GTK_WIDGET (self), self->service, selected_profile (self),
                                selected_application (self),
                                gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_clear_object (&self->chooser);
}

static void
export_cb (ShinsaHandOverPane *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  const char *application = selected_application (self);
  g_autofree char *name =
    g_strdup_printf ("%s-%s%s%s.json", round->definition->id, selected_profile (self),
                     application != NULL ? "-" : "", application != NULL ? application : "");

  choose (self, _("Export the Decision Record"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), name,
          G_CALLBACK (export_to_cb));
}

static void
verify_from_cb (GtkFileChooserNative *chooser,
                int                   response,
                ShinsaHandOverPane   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    shinsa_record_files_verify (GTK_WIDGET (self), self->service,
                                gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_clear_object (&self->chooser);
}

static void
verify_cb (ShinsaHandOverPane *self)
{
  choose (self, _("Verify a Decision Record"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Verify"), NULL,
          G_CALLBACK (verify_from_cb));
}

static void
backup_to_cb (GtkFileChooserNative *chooser,
              int                   response,
              ShinsaHandOverPane   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    shinsa_record_files_back_up (GTK_WIDGET (self), self->service,
                                 gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_clear_object (&self->chooser);
}

static void
backup_cb (ShinsaHandOverPane *self)
{
  choose (self, _("Back Up the Store"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back Up"),
          "shinsa-backup.db", G_CALLBACK (backup_to_cb));
}

/* --- Showing --- */

static void
show_exports (ShinsaHandOverPane *self,
              const ShinsaRound  *round)
{
  shinsa_row_keeper_begin (self->rows);
  for (guint i = round->exports->len; i > 0; i--)
    {
      const ShinsaExport *export = g_ptr_array_index (round->exports, i - 1);
      g_autofree char *key = g_strdup_printf ("%d", (int) export->seq);
      GtkWidget *row = shinsa_row_keeper_find (self->rows, key);
      g_autofree char *subtitle = NULL;

      if (row == NULL)
        {
          row = adw_action_row_new ();
          shinsa_row_keeper_add (self->rows, key, row);
        }
      subtitle = g_strdup_printf ("%s%s · SHA-256 %s", export->superseded ? _("superseded") : "",
                                  export->superseded ? "" : _("current"), export->sha256);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     shinsa_record_files_profile_label (export->profile));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  shinsa_row_keeper_end (self->rows);
}

static gboolean
shows_names (GListModel        *model,
             const ShinsaRound *round)
{
  if (model == NULL || g_list_model_get_n_items (model) != round->dossiers->len)
    return FALSE;
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                        shinsa_text_get (&dossier->name)))
        return FALSE;
    }

  return TRUE;
}

/* A list that is set again would close under the pointer. */
static void
show_applications (ShinsaHandOverPane *self,
                   const ShinsaRound  *round)
{
  g_autoptr (GtkStringList) names = NULL;

  if (shows_names (adw_combo_row_get_model (self->application), round))
    return;
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      gtk_string_list_append (names, shinsa_text_get (&dossier->name));
    }
  adw_combo_row_set_model (self->application, G_LIST_MODEL (names));
}

static void
show_state (ShinsaHandOverPane *self,
            const ShinsaRound  *round)
{
  g_autofree char *text = NULL;
  guint confirmed = 0;

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      confirmed += shinsa_round_decision (round, dossier->id) == SHINSA_DECISION_CONFIRMED ? 1 : 0;
    }
  text = g_strdup_printf (_("Confirmed outcomes: %u of %u"), confirmed, round->dossiers->len);
  adw_action_row_set_subtitle (self->export_row, text);
}

/**
 * shinsa_hand_over_pane_refresh:
 * @self: a pane
 * @service: where the picture comes from
 *
 * Brings the pane up to date in place.
 */
void
shinsa_hand_over_pane_refresh (ShinsaHandOverPane *self,
                               ShinsaService      *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);

  g_return_if_fail (SHINSA_IS_HAND_OVER_PANE (self));

  g_set_object (&self->service, service);
  gtk_widget_set_visible (self->export_group, round->is_desk);
  show_applications (self, round);
  profile_changed_cb (self);
  show_state (self, round);
  show_exports (self, round);
}

static void
shinsa_hand_over_pane_dispose (GObject *object)
{
  ShinsaHandOverPane *self = SHINSA_HAND_OVER_PANE (object);

  g_clear_object (&self->service);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_HAND_OVER_PANE);

  G_OBJECT_CLASS (shinsa_hand_over_pane_parent_class)->dispose (object);
}

static void
shinsa_hand_over_pane_class_init (ShinsaHandOverPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_hand_over_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/record/shinsa-hand-over-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaHandOverPane, export_group);
  gtk_widget_class_bind_template_child (widget_class, ShinsaHandOverPane, profile);
  gtk_widget_class_bind_template_child (widget_class, ShinsaHandOverPane, application);
  gtk_widget_class_bind_template_child (widget_class, ShinsaHandOverPane, export_row);
  gtk_widget_class_bind_template_child (widget_class, ShinsaHandOverPane, exports);
  gtk_widget_class_bind_template_callback (widget_class, profile_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
}

static void
shinsa_hand_over_pane_init (ShinsaHandOverPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->exports);
}
