/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-record-page.h"

#include "record/shinsa-hand-over-pane.h"
#include "record/shinsa-interests-pane.h"
#include "record/shinsa-ledger-pane.h"
#include "record/shinsa-register-pane.h"
#include "shinsa-service.h"

/* What was issued and received, what was ruled, the register, and what is handed over. */

struct _ShinsaRecordPage
{
  AdwBin parent_instance;

  ShinsaService *service;
  char *application;

  ShinsaLedgerPane *ledger;
  ShinsaInterestsPane *interests;
  ShinsaRegisterPane *register_pane;
  ShinsaHandOverPane *hand_over;
};

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShinsaRecordPage, shinsa_record_page, ADW_TYPE_BIN)

static void
refresh (ShinsaRecordPage *self)
{
  if (self->service == NULL || shinsa_service_get_round (self->service) == NULL)
    return;
  shinsa_ledger_pane_refresh (self->ledger, self->service);
  shinsa_interests_pane_refresh (self->interests, self->service);
  shinsa_register_pane_refresh (self->register_pane, self->service);
  shinsa_hand_over_pane_refresh (self->hand_over, self->service);
}

static void
set_service (ShinsaRecordPage *self,
             ShinsaService    *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE]);
}

static void
set_application (ShinsaRecordPage *self,
                 const char       *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
shinsa_record_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShinsaRecordPage *self = SHINSA_RECORD_PAGE (object);

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
shinsa_record_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShinsaRecordPage *self = SHINSA_RECORD_PAGE (object);

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
shinsa_record_page_dispose (GObject *object)
{
  ShinsaRecordPage *self = SHINSA_RECORD_PAGE (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (shinsa_record_page_parent_class)->dispose (object);
}

static void
shinsa_record_page_finalize (GObject *object)
{
  ShinsaRecordPage *self = SHINSA_RECORD_PAGE (object);

  g_free (self->application);

  G_OBJECT_CLASS (shinsa_record_page_parent_class)->finalize (object);
}

static void
shinsa_record_page_class_init (ShinsaRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_record_page_get_property;
  object_class->set_property = shinsa_record_page_set_property;
  object_class->dispose = shinsa_record_page_dispose;
  object_class->finalize = shinsa_record_page_finalize;

  properties[PROP_SERVICE] =
    g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_APPLICATION] =
    g_param_spec_string ("application", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHINSA_TYPE_LEDGER_PANE);
  g_type_ensure (SHINSA_TYPE_INTERESTS_PANE);
  g_type_ensure (SHINSA_TYPE_REGISTER_PANE);
  g_type_ensure (SHINSA_TYPE_HAND_OVER_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/record/shinsa-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaRecordPage, ledger);
  gtk_widget_class_bind_template_child (widget_class, ShinsaRecordPage, interests);
  gtk_widget_class_bind_template_child_full (widget_class, "register", FALSE,
                                             G_STRUCT_OFFSET (ShinsaRecordPage, register_pane));
  gtk_widget_class_bind_template_child (widget_class, ShinsaRecordPage, hand_over);
}

static void
shinsa_record_page_init (ShinsaRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_record_page_new:
 *
 * Returns: (transfer floating): the page; it shows something once its "service" is set
 */
GtkWidget *
shinsa_record_page_new (void)
{
  return g_object_new (SHINSA_TYPE_RECORD_PAGE, NULL);
}
