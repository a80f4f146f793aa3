/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-scoring.h"

#include "parts/shinsa-messages.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-draft-parts.h"
#include "shinsa-service-entering.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How much of a requirement's name is said. */
#define MOST_COLUMNS 32

/* A part of a draft that was just changed. */
typedef struct {
  ShinsaService  *service;
  char           *application;
  ShinsaPhase     phase;
  ShinsaDraftPart part;
  char           *key;
} Change;

static Change *
change_new (ShinsaService   *service,
            const char      *application,
            ShinsaPhase      phase,
            ShinsaDraftPart  part,
            const char      *key)
{
  Change *change = g_new0 (Change, 1);

  change->service = g_object_ref (service);
  change->application = g_strdup (application);
  change->phase = phase;
  change->part = part;
  change->key = g_strdup (key != NULL ? key : "");
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->service);
  g_free (change->application);
  g_free (change->key);
  g_free (change);
}

static void
take_back_cb (gpointer data)
{
  const Change *change = data;

  shinsa_service_take_back_draft (change->service, change->application, change->phase,
                                  change->part, change->key);
}

static void
redo_cb (gpointer data)
{
  const Change *change = data;

  shinsa_service_step_draft (change->service, change->application, change->phase,
                             SHINSA_STEP_AGAIN);
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

static const char *
name_of (const ShinsaDefinition *definition,
         ShinsaDraftPart         part,
         const char             *key)
{
  g_autofree char *code = NULL;
  const ShinsaRequirement *requirement;

  if (part == SHINSA_DRAFT_OVERALL)
    return _("Overall judgement");
  if (part == SHINSA_DRAFT_GROWTH)
    return shinsa_text_get (&definition->growth_name);
  code = g_strndup (key, strcspn (key, "/"));
  requirement = shinsa_definition_requirement (definition, code);
  return requirement != NULL ? shinsa_text_get (&requirement->name) : "";
}

static char *
describe_level (const ShinsaDefinition *definition,
                const char             *name,
                double                  level)
{
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
give (GtkWidget *from,
      Change    *change,
      double     level)
{
  const ShinsaDefinition *definition = shinsa_service_get_round (change->service)->definition;
  g_autofree char *name = shorten (name_of (definition, change->part, change->key));
  g_autofree char *value = shinsa_draft_level_value (level);
  g_autofree char *text = describe_level (definition, name, level);

  shinsa_service_set_draft (change->service, change->application, change->phase, change->part,
                            change->key, value);
  shinsa_toast_undo (from, text, _("Undo"), take_back_cb, change, change_free);
}

/**
 * shinsa_give_level:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @requirement: the code of a requirement
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
                   double         level)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (requirement != NULL);

  give (from, change_new (service, application, phase, SHINSA_DRAFT_LEVEL, requirement), level);
}

/**
 * shinsa_give_overall_level:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @level: the level to give, or SHINSA_LEVEL_UNSET
 *
 * Enters the overall judgement as shinsa_give_level() enters a level.
 */
void
shinsa_give_overall_level (GtkWidget     *from,
                           ShinsaService *service,
                           const char    *application,
                           ShinsaPhase    phase,
                           double         level)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  give (from, change_new (service, application, phase, SHINSA_DRAFT_OVERALL, NULL), level);
}

/* The number that a place gets among those of a requirement; FALSE where it is one of them. */
static gboolean
find_room (const ShinsaReview   *review,
           const char           *requirement,
           const ShinsaEvidence *evidence,
           guint                *number)
{
  const ShinsaScore *score = review != NULL ? shinsa_review_score (review, requirement) : NULL;

  *number = score != NULL ? score->evidence->len : 0;
  for (guint i = 0; i < *number; i++)
    {
      const ShinsaEvidence *other = g_ptr_array_index (score->evidence, i);

      if (other->page == evidence->page && g_str_equal (other->document, evidence->document) &&
          g_str_equal (other->quote, evidence->quote))
        return FALSE;
    }
  return TRUE;
}

/**
 * shinsa_add_evidence:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @requirement: the code of a requirement
 * @evidence: a place in a document
 *
 * Enters evidence into the own draft, once, and says so, with a way to take it back.
 */
void
shinsa_add_evidence (GtkWidget            *from,
                     ShinsaService        *service,
                     const char           *application,
                     ShinsaPhase           phase,
                     const char           *requirement,
                     const ShinsaEvidence *evidence)
{
  guint number;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (requirement != NULL && evidence != NULL);

  if (!find_room (shinsa_service_get_standing (service, application, phase), requirement, evidence,
                  &number))
    {
      shinsa_toast (from, _("This is evidence for the requirement already. Nothing was added."));
      return;
    }
  key = g_strdup_printf ("%s/%u", requirement, number);
  value = shinsa_draft_evidence_value (evidence->document, evidence->page, evidence->quote);
  name = shorten (name_of (shinsa_service_get_round (service)->definition, SHINSA_DRAFT_EVIDENCE,
                           key));
  /* Translators: the number of a page, and a requirement. */
  text = g_strdup_printf (_("Page %d is evidence for “%s”"), evidence->page, name);
  shinsa_service_set_draft (service, application, phase, SHINSA_DRAFT_EVIDENCE, key, value);
  shinsa_toast_undo (from, text, _("Undo"), take_back_cb,
                     change_new (service, application, phase, SHINSA_DRAFT_EVIDENCE, key),
                     change_free);
}

/**
 * shinsa_drop_evidence:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @requirement: the code of a requirement
 * @number: which of its evidence
 *
 * Takes evidence out of the own draft and says so, with a way to get it back.
 */
void
shinsa_drop_evidence (GtkWidget     *from,
                      ShinsaService *service,
                      const char    *application,
                      ShinsaPhase    phase,
                      const char    *requirement,
                      guint          number)
{
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (requirement != NULL);

  key = g_strdup_printf ("%s/%u", requirement, number);
  name = shorten (name_of (shinsa_service_get_round (service)->definition, SHINSA_DRAFT_EVIDENCE,
                           key));
  /* Translators: the placeholder is a requirement. */
  text = g_strdup_printf (_("Evidence for “%s” was taken away"), name);
  shinsa_service_set_draft (service, application, phase, SHINSA_DRAFT_EVIDENCE, key, NULL);
  shinsa_toast_undo (from, text, _("Undo"), take_back_cb,
                     change_new (service, application, phase, SHINSA_DRAFT_EVIDENCE, key),
                     change_free);
}

/* --- Undo and redo --- */

static double
read_level (const char *value)
{
  if (value == NULL)
    return SHINSA_LEVEL_UNSET;
  return g_ascii_isdigit (*value) ? g_ascii_strtod (value, NULL) : NAN;
}

static char *
describe_level_again (const ShinsaDefinition *definition,
                      const char             *name,
                      double                  level)
{
  g_autofree char *digit = NULL;

  if (level == SHINSA_LEVEL_UNSET)
    /* Translators: after an undo; the placeholder is a requirement. */
    return g_strdup_printf (_("Undone: “%s” has no level"), name);
  if (isnan (level))
    /* Translators: after an undo; the placeholder is a requirement. */
    return g_strdup_printf (_("Undone: “%s” is “cannot judge” again"), name);
  digit = shinsa_level_text (definition, level);
  /* Translators: after an undo; a requirement, and the level it has again. */
  return g_strdup_printf (_("Undone: “%s” is %s again"), name, digit);
}

/* What was written or chosen where there is more to it than a level. */
static char *
describe_part (const ShinsaDefinition *definition,
               const char             *name,
               const ShinsaDraftStep  *step)
{
  switch (step->part)
    {
    case SHINSA_DRAFT_REASON:
      /* Translators: the placeholder is a requirement. */
      return g_strdup_printf (_("reason for “%s”"), name);
    case SHINSA_DRAFT_EVIDENCE:
      /* Translators: the placeholder is a requirement. */
      return g_strdup_printf (_("evidence for “%s”"), name);
    case SHINSA_DRAFT_GROWTH:
      return g_strdup (name);
    case SHINSA_DRAFT_STRONG:
      return g_strdup (_("Strong points"));
    case SHINSA_DRAFT_WEAK:
      return g_strdup (_("Weak points"));
    case SHINSA_DRAFT_REMARKS:
      return g_strdup (_("Remarks"));
    case SHINSA_DRAFT_QUESTION:
      return g_strdup (_("Questions"));
    case SHINSA_DRAFT_REVISION:
      return g_strdup (_("Why levels were revised"));
    case SHINSA_DRAFT_LEVEL:
    case SHINSA_DRAFT_OVERALL:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
describe_step (const ShinsaDefinition *definition,
               const ShinsaDraftStep  *step,
               gboolean                again)
{
  g_autofree char *name = shorten (name_of (definition, step->part, step->key));
  g_autofree char *part = NULL;

  if (step->part == SHINSA_DRAFT_LEVEL || step->part == SHINSA_DRAFT_OVERALL)
    return again ? describe_level (definition, name, read_level (step->after))
                 : describe_level_again (definition, name, read_level (step->before));
  part = describe_part (definition, name, step);
  /* Translators: the placeholder is what was entered, such as “Strong points”. */
  return g_strdup_printf (again ? _("Done again: %s") : _("Undone: %s"), part);
}

/**
 * shinsa_step_draft:
 * @from: a widget in the window
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @way: back, or again
 *
 * As shinsa_service_step_draft(), and says what the step was, with a way to go the other way.
 *
 * Returns: (transfer none) (nullable): as shinsa_service_step_draft()
 */
const ShinsaDraftStep *
shinsa_step_draft (GtkWidget      *from,
                   ShinsaService  *service,
                   const char     *application,
                   ShinsaPhase     phase,
                   ShinsaDraftWay  way)
{
  gboolean again = way == SHINSA_STEP_AGAIN;
  const ShinsaDraftStep *step;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (SHINSA_IS_SERVICE (service), NULL);

  step = shinsa_service_step_draft (service, application, phase, way);
  if (step == NULL)
    return NULL;
  text = describe_step (shinsa_service_get_round (service)->definition, step, again);
  shinsa_toast_undo (from, text, again ? _("Undo") : _("Redo"), again ? take_back_cb : redo_cb,
                     change_new (service, application, phase, step->part, step->key),
                     change_free);
  return step;
}
