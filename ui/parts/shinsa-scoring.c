/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-scoring.h"

#include "parts/shinsa-messages.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How much of a requirement's name is said. */
#define MOST_COLUMNS 32

/* A part of a draft, and what it held before. */
typedef struct {
  ShinsaService  *service;
  char           *application;
  ShinsaPhase     phase;
  ShinsaDraftPart part;
  char           *key;
  char           *value;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->service);
  g_free (undo->application);
  g_free (undo->key);
  g_free (undo->value);
  g_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  shinsa_service_set_draft (undo->service, undo->application, undo->phase, undo->part, undo->key,
                            undo->value);
}

/* As much of a name as tells it from others. */
static char *
shorten (const char *name)
{
  int columns = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      columns += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
      if (columns > MOST_COLUMNS)
        {
          g_autofree char *start = g_strndup (name, p - name);

          return g_strconcat (start, "…", NULL);
        }
    }
  return g_strdup (name);
}

static char *
describe (const ShinsaDefinition *definition,
          const char             *full_name,
          double                  level)
{
  g_autofree char *name = shorten (full_name);
  g_autofree char *digit = NULL;

  if (level == SHINSA_LEVEL_UNSET)
    /* Translators: the placeholder is a requirement. */
    return g_strdup_printf (_("The level of “%s” was taken away"), name);
  if (isnan (level))
    /* Translators: the placeholder is a requirement. */
    return g_strdup_printf (_("“%s” was set to “cannot judge”"), name);
  digit = shinsa_level_text (definition, level);
  /* Translators: a requirement, and the level it was given. */
  return g_strdup_printf (_("“%s” was set to %s"), name, digit);
}

static void
give (GtkWidget  *from,
      Undo       *undo,
      const char *name,
      double      level)
{
  const ShinsaRound *round = shinsa_service_get_round (undo->service);
  g_autofree char *value = shinsa_draft_level_value (level);
  g_autofree char *text = describe (round->definition, name, level);

  shinsa_service_set_draft (undo->service, undo->application, undo->phase, undo->part, undo->key,
                            value);
  shinsa_toast_undo (from, text, _("Undo"), undo_cb, undo, undo_free);
}

static Undo *
undo_new (ShinsaService   *service,
          const char      *application,
          ShinsaPhase      phase,
          ShinsaDraftPart  part,
          const char      *key,
          double           before)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->service = g_object_ref (service);
  undo->application = g_strdup (application);
  undo->phase = phase;
  undo->part = part;
  undo->key = g_strdup (key);
  undo->value = shinsa_draft_level_value (before);
  return undo;
}

/**
 * shinsa_give_level:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @requirement: the code of a requirement
 * @before: the level it had, or SHINSA_LEVEL_UNSET
 * @level: the level to give, NAN for cannot judge, or SHINSA_LEVEL_UNSET
 *
 * Enters a level into the own draft and says so, with a way to take it back.
 */
void
shinsa_give_level (GtkWidget     *from,
                   ShinsaService *service,
                   const char    *application,
                   ShinsaPhase    phase,
                   const char    *requirement,
                   double         before,
                   double         level)
{
  const ShinsaRequirement *known;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  known = shinsa_definition_requirement (shinsa_service_get_round (service)->definition,
                                         requirement);
  g_return_if_fail (known != NULL);
  give (from, undo_new (service, application, phase, SHINSA_DRAFT_LEVEL, requirement, before),
        shinsa_text_get (&known->name), level);
}

/**
 * shinsa_give_overall_level:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @before: the level it had, or SHINSA_LEVEL_UNSET
 * @level: the level to give, or SHINSA_LEVEL_UNSET
 *
 * Enters the overall judgement as shinsa_give_level() enters a level.
 */
void
shinsa_give_overall_level (GtkWidget     *from,
                           ShinsaService *service,
                           const char    *application,
                           ShinsaPhase    phase,
                           double         before,
                           double         level)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  give (from, undo_new (service, application, phase, SHINSA_DRAFT_OVERALL, NULL, before),
        _("Overall judgement"), level);
}
