/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-interview-page.h"

#include <glib/gi18n-lib.h>

struct _ShinsaInterviewPage
{
  AdwBin         parent_instance;

  AdwStatusPage *status;

  ShinsaService *service;
  char          *application;
};

G_DEFINE_FINAL_TYPE (ShinsaInterviewPage, shinsa_interview_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ShinsaSlot *
find_slot (const ShinsaRound *round,
           const char        *application)
{
  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);

      if (g_strcmp0 (slot->application, application) == 0)
        return slot;
    }
  return NULL;
}

static void
refresh (ShinsaInterviewPage *self)
{
  const ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service)
                                                   : NULL;
  const ShinsaDossier *dossier = round != NULL && self->application != NULL
                                 ? shinsa_round_dossier (round, self->application) : NULL;
  const ShinsaSlot *slot = dossier != NULL ? find_slot (round, dossier->id) : NULL;
  g_autofree char *when = NULL;

  adw_status_page_set_title (self->status,
                             dossier != NULL ? shinsa_text_get (&dossier->name) : "");
  if (slot != NULL)
    /* Translators: when an interview is: date, time of the day, and how long in minutes. */
    when = g_strdup_printf (_("%s, %s, %d minutes"), slot->date, slot->starts, slot->minutes);
  adw_status_page_set_description (self->status,
                                   when != NULL ? when : _("The timetable has no interview."));
}

static void
set_service (ShinsaInterviewPage *self,
             ShinsaService       *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
set_application (ShinsaInterviewPage *self,
                 const char          *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
shinsa_interview_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (object);

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
shinsa_interview_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (object);

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
shinsa_interview_page_dispose (GObject *object)
{
  g_clear_object (&SHINSA_INTERVIEW_PAGE (object)->service);

  G_OBJECT_CLASS (shinsa_interview_page_parent_class)->dispose (object);
}

static void
shinsa_interview_page_finalize (GObject *object)
{
  g_free (SHINSA_INTERVIEW_PAGE (object)->application);

  G_OBJECT_CLASS (shinsa_interview_page_parent_class)->finalize (object);
}

static void
shinsa_interview_page_class_init (ShinsaInterviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_interview_page_get_property;
  object_class->set_property = shinsa_interview_page_set_property;
  object_class->dispose = shinsa_interview_page_dispose;
  object_class->finalize = shinsa_interview_page_finalize;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
shinsa_interview_page_init (ShinsaInterviewPage *self)
{
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->status));
}

/**
 * shinsa_interview_page_new:
 *
 * Returns: (transfer floating): a page without a round
 */
GtkWidget *
shinsa_interview_page_new (void)
{
  return g_object_new (SHINSA_TYPE_INTERVIEW_PAGE, NULL);
}
