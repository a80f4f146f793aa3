/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-list.h"

#include "model/shinsa-keyed-list.h"
#include "model/shinsa-row.h"
#include "review/shinsa-dossier-words.h"

struct _ShinsaDossierList
{
  AdwBin              parent_instance;

  GtkLabel           *progress;
  GtkEditable        *search;
  GtkListView        *view;
  GtkSingleSelection *selection;

  ShinsaService      *service;
  char               *application;
  ShinsaKeyedList    *rows;        /* (element-type ShinsaRow), keys are ids */
  GtkFilter          *filter;
  gboolean            selecting;   /* the selection follows the property */
};

G_DEFINE_FINAL_TYPE (ShinsaDossierList, shinsa_dossier_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
matches (gpointer item,
         gpointer data)
{
  ShinsaDossierList *self = data;

  return shinsa_row_matches (item, gtk_editable_get_text (self->search));
}

static void
search_changed_cb (ShinsaDossierList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
select_application (ShinsaDossierList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (model, i);

      if (g_strcmp0 (shinsa_row_get_key (row), self->application) == 0)
        position = i;
    }
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
set_application (ShinsaDossierList *self,
                 const char        *application)
{
  char *id;

  if (g_strcmp0 (self->application, application) == 0)
    return;
  id = g_strdup (application);
  g_free (self->application);
  self->application = id;
  select_application (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
selected_cb (ShinsaDossierList *self)
{
  ShinsaRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* A filter that hides the chosen application does not choose another. */
  if (row != NULL && !self->selecting)
    set_application (self, shinsa_row_get_key (row));
}

static void
refresh (ShinsaDossierList *self)
{
  const ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service)
                                                   : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *progress = NULL;
  int wanted = 0;
  int done = 0;

  for (guint i = 0; round != NULL && i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      g_autofree char *note = shinsa_dossier_progress (self->service, dossier);

      g_ptr_array_add (rows, shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), note));
      if (!shinsa_dossier_is_to_review (round, dossier))
        continue;
      wanted++;
      done += shinsa_dossier_is_done (round, dossier) ? 1 : 0;
    }
  self->selecting = TRUE;
  shinsa_keyed_list_update (self->rows, rows);
  self->selecting = FALSE;
  if (wanted > 0)
    progress = g_strdup_printf ("%d/%d", done, wanted);
  gtk_label_set_label (self->progress, progress != NULL ? progress : "");
  select_application (self);
}

static void
set_service (ShinsaDossierList *self,
             ShinsaService     *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    {
      g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (service, "draft-changed", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
shinsa_dossier_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShinsaDossierList *self = SHINSA_DOSSIER_LIST (object);

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
shinsa_dossier_list_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShinsaDossierList *self = SHINSA_DOSSIER_LIST (object);

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
shinsa_dossier_list_dispose (GObject *object)
{
  ShinsaDossierList *self = SHINSA_DOSSIER_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DOSSIER_LIST);
  g_clear_object (&self->service);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (shinsa_dossier_list_parent_class)->dispose (object);
}

static void
shinsa_dossier_list_finalize (GObject *object)
{
  g_free (SHINSA_DOSSIER_LIST (object)->application);

  G_OBJECT_CLASS (shinsa_dossier_list_parent_class)->finalize (object);
}

static void
shinsa_dossier_list_class_init (ShinsaDossierListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_dossier_list_get_property;
  object_class->set_property = shinsa_dossier_list_set_property;
  object_class->dispose = shinsa_dossier_list_dispose;
  object_class->finalize = shinsa_dossier_list_finalize;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHINSA_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-dossier-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierList, progress);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierList, search);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierList, view);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierList, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
shinsa_dossier_list_init (ShinsaDossierList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (
    NULL, "/jp/shinsa/Shinsa/review/shinsa-dossier-item.ui");
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);

  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), self->filter);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);
}
