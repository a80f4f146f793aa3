/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-definition.h"

#include "rules/shinsa-definition-parts.h"

#include <math.h>
#include <string.h>

/* Levels are decimal fractions; two of them that differ by less are the same. */
#define SLACK 1e-9

/* --- Texts --- */

/**
 * shinsa_set_string:
 * @string: (inout) (transfer full): where a text is kept
 * @value: (nullable): the text to keep a copy of instead
 */
void
shinsa_set_string (char       **string,
                   const char  *value)
{
  char *copy;

  g_return_if_fail (string != NULL);

  copy = g_strdup (value);
  g_free (*string);
  *string = copy;
}

static gboolean
japanese_is_read (void)
{
  const char * const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "ja"))
        return TRUE;
      if (g_str_has_prefix (names[i], "en"))
        return FALSE;
    }
  return FALSE;
}

/**
 * shinsa_text_get:
 * @text: a text in one or two languages
 *
 * Returns: (transfer none) (not nullable): it in the language of the interface where there is
 *   such a text, else in the other one; "" where there is neither
 */
const char *
shinsa_text_get (const ShinsaText *text)
{
  const char *first;
  const char *second;

  g_return_val_if_fail (text != NULL, "");

  first = japanese_is_read () ? text->ja : text->en;
  second = first == text->ja ? text->en : text->ja;
  if (first != NULL)
    return first;
  return second != NULL ? second : "";
}

void
shinsa_text_clear (ShinsaText *text)
{
  g_return_if_fail (text != NULL);

  g_clear_pointer (&text->ja, g_free);
  g_clear_pointer (&text->en, g_free);
}

/**
 * shinsa_text_copy:
 * @text: a text
 *
 * Returns: (transfer full): a copy, whose content the caller clears
 */
ShinsaText
shinsa_text_copy (const ShinsaText *text)
{
  ShinsaText copy = { NULL, NULL };

  g_return_val_if_fail (text != NULL, copy);

  copy.ja = g_strdup (text->ja);
  copy.en = g_strdup (text->en);
  return copy;
}

/**
 * shinsa_text_is_empty:
 * @text: a text in two languages
 *
 * Returns: whether it says nothing in either
 */
gboolean
shinsa_text_is_empty (const ShinsaText *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  return text->ja == NULL && text->en == NULL;
}

/* --- The definition --- */

/**
 * shinsa_definition_new:
 *
 * Returns: (transfer full): a definition with nothing in it, for a reader to fill
 */
ShinsaDefinition *
shinsa_definition_new (void)
{
  ShinsaDefinition *self = g_new0 (ShinsaDefinition, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup ("");
  self->track = g_strdup ("");
  self->time_zone = g_strdup ("");
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_level_free);
  self->reason_at_or_below = NAN;
  self->statistic = SHINSA_STATISTIC_MEDIAN;
  self->quorum_fraction = NAN;
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_segment_free);
  self->private_notes = g_strdup ("");
  self->requirement_set_id = g_strdup ("");
  self->requirement_set_hash = g_strdup ("");
  self->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_requirement_free);
  self->market_areas = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_market_area_free);
  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_outcome_free);
  return self;
}

ShinsaDefinition *
shinsa_definition_ref (ShinsaDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  g_atomic_ref_count_inc (&definition->ref_count);
  return definition;
}

void
shinsa_definition_unref (ShinsaDefinition *definition)
{
  g_return_if_fail (definition != NULL);

  if (!g_atomic_ref_count_dec (&definition->ref_count))
    return;

  g_free (definition->id);
  g_free (definition->track);
  shinsa_text_clear (&definition->title);
  shinsa_text_clear (&definition->note);
  g_free (definition->time_zone);
  g_free (definition->call_from);
  g_free (definition->call_to);
  g_free (definition->announce_on);
  g_ptr_array_unref (definition->levels);
  g_free (definition->cannot_judge_key);
  shinsa_text_clear (&definition->cannot_judge_label);
  shinsa_text_clear (&definition->growth_name);
  shinsa_text_clear (&definition->growth_guidance);
  g_ptr_array_unref (definition->segments);
  g_free (definition->private_notes);
  g_free (definition->requirement_set_id);
  g_free (definition->requirement_set_hash);
  g_ptr_array_unref (definition->requirements);
  g_ptr_array_unref (definition->market_areas);
  g_ptr_array_unref (definition->outcomes);
  g_free (definition);
}

/**
 * shinsa_definition_requirement:
 * @definition: a definition
 * @code: the code of a requirement
 *
 * Returns: (transfer none) (nullable): the requirement
 */
const ShinsaRequirement *
shinsa_definition_requirement (const ShinsaDefinition *definition,
                               const char             *code)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);

      if (strcmp (requirement->code, code) == 0)
        return requirement;
    }
  return NULL;
}

/**
 * shinsa_definition_outcome:
 * @definition: a definition
 * @code: the code of an outcome
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const ShinsaOutcome *
shinsa_definition_outcome (const ShinsaDefinition *definition,
                           const char             *code)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);

      if (strcmp (outcome->code, code) == 0)
        return outcome;
    }
  return NULL;
}

/**
 * shinsa_definition_market_area:
 * @definition: a definition
 * @code: the code of a market area
 *
 * Returns: (transfer none) (nullable): the market area
 */
const ShinsaMarketArea *
shinsa_definition_market_area (const ShinsaDefinition *definition,
                               const char             *code)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < definition->market_areas->len; i++)
    {
      const ShinsaMarketArea *area = g_ptr_array_index (definition->market_areas, i);

      if (strcmp (area->code, code) == 0)
        return area;
    }
  return NULL;
}

/**
 * shinsa_definition_segment:
 * @definition: a definition
 * @code: the code of a segment of its interviews
 *
 * Returns: (transfer none) (nullable): the segment
 */
const ShinsaSegment *
shinsa_definition_segment (const ShinsaDefinition *definition,
                           const char             *code)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < definition->segments->len; i++)
    {
      const ShinsaSegment *segment = g_ptr_array_index (definition->segments, i);

      if (strcmp (segment->code, code) == 0)
        return segment;
    }
  return NULL;
}

/**
 * shinsa_definition_level:
 * @definition: a definition
 * @value: the value of a level
 *
 * Returns: (transfer none) (nullable): the level of the scale
 */
const ShinsaLevel *
shinsa_definition_level (const ShinsaDefinition *definition,
                         double                  value)
{
  g_return_val_if_fail (definition != NULL, NULL);

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);

      if (fabs (level->value - value) < SLACK)
        return level;
    }
  return NULL;
}

/**
 * shinsa_definition_level_by_key:
 * @definition: a definition
 * @key: what was typed
 *
 * Returns: (transfer none) (nullable): the level of the scale that it stands for
 */
const ShinsaLevel *
shinsa_definition_level_by_key (const ShinsaDefinition *definition,
                                const char             *key)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);

      if (strcmp (level->key, key) == 0)
        return level;
    }
  return NULL;
}

/**
 * shinsa_definition_lowest:
 * @definition: a definition
 *
 * Returns: the value of the lowest level of its scale
 */
double
shinsa_definition_lowest (const ShinsaDefinition *definition)
{
  const ShinsaLevel *lowest;

  g_return_val_if_fail (definition != NULL, NAN);
  g_return_val_if_fail (definition->levels->len > 0, NAN);

  lowest = g_ptr_array_index (definition->levels, definition->levels->len - 1);
  return lowest->value;
}
