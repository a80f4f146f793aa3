/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where persons of the committee are named in texts for readers who are not to know them. */

static gboolean
is_wide (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iswide (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Half and full width, upper and lower case are alike, and Japanese may have spaces in it. */
static char *
fold (const char *text,
      gboolean    without_spaces)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  GString *result = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!without_spaces || !g_unichar_isspace (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static gboolean
is_letter (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) && !g_unichar_iswide (c);
}

/* "Member C" stands in "to Member C." and not in "Member Country". */
static gboolean
has_words (const char *text,
           const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    {
      gboolean begins = at == text || !is_letter (g_utf8_prev_char (at));

      if (begins && !is_letter (at + length))
        return TRUE;
    }
  return FALSE;
}

/* In Japanese a person is mostly called by the family name and a title. */
static gboolean
has_family_name (const char *text,
                 const char *name)
{
  static const char * const titles[] = { "委員", "主査", "氏", "先生", "教授", "さん", "様" };
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) parts = g_strsplit (normal, " ", 2);

  if (parts[0] == NULL || parts[1] == NULL || *parts[0] == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *called = g_strconcat (parts[0], titles[i], NULL);

      if (strstr (text, called) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_name (const char         *text,
          const char         *name,
          const ShinsaMember *member)
{
  g_autofree char *folded_text = NULL;
  g_autofree char *folded_name = NULL;
  g_autofree char *role = fold (shinsa_role_label (member->role), FALSE);
  gboolean wide;

  if (name == NULL || *name == '\0')
    return FALSE;
  wide = is_wide (name);
  folded_text = fold (text, wide);
  folded_name = fold (name, wide);
  /* For practice the chair is named Chair; that tells nobody who it is. */
  if (g_str_equal (folded_name, role))
    return FALSE;
  return wide ? strstr (folded_text, folded_name) != NULL || has_family_name (folded_text, name)
              : has_words (folded_text, folded_name);
}

/* The persons that a text names, as people read a list; NULL for none. */
static char *
find_named (const ShinsaRound *round,
            const char        *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (has_name (text, member->name.ja, member) || has_name (text, member->name.en, member))
        g_ptr_array_add (names, (gpointer) shinsa_text_get (&member->name));
    }
  return names->len > 0 ? shinsa_list_text (names) : NULL;
}

/* --- Where texts are --- */

static void
search_review (GPtrArray          *warnings,
               const ShinsaRound  *round,
               const char         *name,
               const ShinsaReview *review)
{
  g_autoptr (GString) text = g_string_new (review->strong);
  g_autofree char *named = NULL;

  g_string_append_printf (text, "\n%s\n%s\n%s", review->weak, review->remarks, review->revision);
  for (guint i = 0; i < review->scores->len; i++)
    g_string_append_printf (text, "\n%s",
                            ((ShinsaScore *) g_ptr_array_index (review->scores, i))->reason);
  for (guint i = 0; i < review->questions->len; i++)
    g_string_append_printf (text, "\n%s",
                            ((ShinsaRemark *) g_ptr_array_index (review->questions, i))->text);
  named = find_named (round, text->str);
  if (named != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("A review of “%s” names %s. The committee's record is to "
                                        "call members by letters alone."), name, named));
}

static void
search_question (GPtrArray            *warnings,
                 const ShinsaRound    *round,
                 const char           *name,
                 const ShinsaQuestion *question)
{
  g_autofree char *text = g_strconcat (question->text, "\n", question->answer, NULL);
  g_autofree char *named = find_named (round, text);

  if (named != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("A question on “%s” names %s. The committee's record is to "
                                        "call members by letters alone."), name, named));
}

static void
search_interview (GPtrArray           *warnings,
                  const ShinsaRound   *round,
                  const ShinsaDossier *dossier)
{
  const char *text = shinsa_interview_what_became_clear (round, dossier->id);
  g_autofree char *named = text != NULL ? find_named (round, text) : NULL;

  if (named != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("What became clear in the interview of “%s” names %s. The "
                                        "committee's record is to call members by letters alone."),
                                      shinsa_text_get (&dossier->name), named));
}

/* What only the committee reads of an application. */
static void
search_discussion (GPtrArray           *warnings,
                   const ShinsaRound   *round,
                   const ShinsaDossier *dossier)
{
  const char *name = shinsa_text_get (&dossier->name);
  const ShinsaProposal *proposal = shinsa_round_proposal (round, dossier->id);
  g_autofree char *named = proposal != NULL ? find_named (round, proposal->reason) : NULL;

  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->application, dossier->id))
        search_review (warnings, round, name, review);
    }
  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);

      if (g_str_equal (question->application, dossier->id))
        search_question (warnings, round, name, question);
    }
  search_interview (warnings, round, dossier);
  if (named != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("The reason for the outcome of “%s” names %s. The "
                                        "committee's record is to call members by letters alone."),
                                      name, named));
}

static void
search_result (GPtrArray           *warnings,
               const ShinsaRound   *round,
               const ShinsaDossier *dossier,
               gboolean             is_public)
{
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (round, dossier->id);
  const char *name = shinsa_text_get (&dossier->name);
  g_autofree char *in_sentence = NULL;
  g_autofree char *in_reason = NULL;

  if (confirmation != NULL)
    in_sentence = find_named (round, confirmation->sentence);
  if (!is_public)
    in_reason = find_named (round, dossier->state_reason);
  if (in_sentence != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("The recorded sentence on “%s” names %s. Who reads this "
                                        "record is not to know members' names."),
                                      name, in_sentence));
  if (in_reason != NULL)
    g_ptr_array_add (warnings,
                     /* Translators: application and persons. */
                     g_strdup_printf (_("The reason why “%s” was withdrawn names %s. Who reads "
                                        "this record is not to know members' names."),
                                      name, in_reason));
}

/**
 * shinsa_record_warnings:
 * @whole: a whole picture
 * @profile: for whom a record is about to be written
 * @application: (nullable): for an applicant, which application
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each text that names somebody whom
 *   the readers are not to know; none for the secretariat
 */
GPtrArray *
shinsa_record_warnings (const ShinsaRound *whole,
                        const char        *profile,
                        const char        *application)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (whole != NULL && profile != NULL, warnings);

  if (g_str_equal (profile, SHINSA_PROFILE_SECRETARIAT))
    return warnings;
  for (guint i = 0; i < whole->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (whole->dossiers, i);

      if (application != NULL && !g_str_equal (dossier->id, application))
        continue;
      search_result (warnings, whole, dossier, g_str_equal (profile, SHINSA_PROFILE_PUBLIC));
      if (g_str_equal (profile, SHINSA_PROFILE_COMMITTEE))
        search_discussion (warnings, whole, dossier);
    }
  return warnings;
}
