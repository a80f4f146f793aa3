/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-subject.h"

/* What a class said when it installed its properties. */
typedef struct {
  gsize                offset;
  ShinsaSubjectChanged changed;
} Place;

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
};

static
G_DEFINE_QUARK (shinsa-subject-place, place)

static const Place *
find_place (GObject *object)
{
  return g_type_get_qdata (G_OBJECT_TYPE (object), place_quark ());
}

static ShinsaSubject *
find_subject (GObject *object)
{
  return G_STRUCT_MEMBER_P (object, find_place (object)->offset);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  const ShinsaSubject *subject = find_subject (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, subject->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, subject->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
set_service (GObject       *object,
             ShinsaSubject *subject,
             ShinsaService *service)
{
  ShinsaService *before = subject->service;

  if (before == service)
    return FALSE;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, find_place (object)->changed, object);
  g_set_object (&subject->service, service);
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (find_place (object)->changed), object,
                             G_CONNECT_SWAPPED);
  return TRUE;
}

static gboolean
set_application (ShinsaSubject *subject,
                 const char    *application)
{
  char *id;

  if (g_strcmp0 (subject->application, application) == 0)
    return FALSE;
  id = g_strdup (application);
  g_free (subject->application);
  subject->application = id;
  return TRUE;
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  ShinsaSubject *subject = find_subject (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_SERVICE:
      changed = set_service (object, subject, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      changed = set_application (subject, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (!changed)
    return;
  find_place (object)->changed (object);
  g_object_notify_by_pspec (object, pspec);
}

/**
 * shinsa_subject_install:
 * @klass: a class without properties of its own
 * @offset: where its instances keep their ShinsaSubject
 * @changed: called with the object
 */
void
shinsa_subject_install (GObjectClass         *klass,
                        gsize                 offset,
                        ShinsaSubjectChanged  changed)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  Place *place;

  g_return_if_fail (G_IS_OBJECT_CLASS (klass) && changed != NULL);

  place = g_new0 (Place, 1);
  place->offset = offset;
  place->changed = changed;
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), place_quark (), place);
  klass->get_property = get_property;
  klass->set_property = set_property;
  g_object_class_install_property (klass, PROP_SERVICE,
                                   g_param_spec_object ("service", NULL, NULL,
                                                        SHINSA_TYPE_SERVICE, flags));
  g_object_class_install_property (klass, PROP_APPLICATION,
                                   g_param_spec_string ("application", NULL, NULL, NULL, flags));
}

/**
 * shinsa_subject_get_round:
 * @self: a subject
 *
 * Returns: (transfer none) (nullable): the round, where there is one and an application is chosen
 */
const ShinsaRound *
shinsa_subject_get_round (const ShinsaSubject *self)
{
  const ShinsaRound *round;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->service == NULL || self->application == NULL)
    return NULL;
  round = shinsa_service_get_round (self->service);
  return round != NULL && shinsa_round_dossier (round, self->application) != NULL ? round : NULL;
}

/**
 * shinsa_subject_dispose:
 * @object: what keeps a subject
 *
 * For the dispose of @object: it is told nothing any more.
 */
void
shinsa_subject_dispose (gpointer object)
{
  ShinsaSubject *subject = find_subject (object);

  set_service (object, subject, NULL);
  g_clear_pointer (&subject->application, g_free);
}
