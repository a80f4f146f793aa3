/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-interest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names are compared whole, in forms that leave out how an organisation is constituted, how its
 * name is spaced and punctuated, and what stands in parentheses. Nothing is compared by part:
 * 北海道 (the prefecture) is not 北海道大学 (the university). */

static void
match_free (ShinsaInterestMatch *match)
{
  g_free (match->affiliation);
  g_free (match->found);
  g_free (match->where);
  g_free (match->kind);
  g_free (match);
}

void
shinsa_interest_proposal_free (ShinsaInterestProposal *proposal)
{
  g_return_if_fail (proposal != NULL);

  g_ptr_array_unref (proposal->matches);
  g_free (proposal);
}

/* --- Forms of a name --- */

/* As they look after normalisation, which makes ㈱ and （株） into (株) and folds case. A longer
 * word stands before a shorter one that it ends in. */
static const char * const japanese_constitutions[] = {
  "地方独立行政法人", "国立研究開発法人", "特定非営利活動法人", "国立大学法人", "公立大学法人",
  "独立行政法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人",
  "npo法人", "学校法人", "医療法人", "社団法人", "財団法人", "株式会社", "有限会社", "合同会社",
  "合資会社", "合名会社",
  "(株)", "(有)", "(同)", "(資)", "(名)", "(一社)", "(一財)", "(公社)", "(公財)", "(国研)", "(独)",
  "(学)", "(医)",
};

/* Words at the end of an English name. */
static const char * const english_constitutions[] = {
  "co", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "company", "llc", "kk",
};

static char *
strip_japanese (const char *name)
{
  const char *start = name;
  gsize length = strlen (name);
  gboolean stripped = TRUE;

  while (stripped)
    {
      stripped = FALSE;
      while (length > 0 && g_ascii_isspace (*start))
        {
          start++;
          length--;
        }
      while (length > 0 && g_ascii_isspace (start[length - 1]))
        length--;
      for (gsize i = 0; i < G_N_ELEMENTS (japanese_constitutions); i++)
        {
          const char *word = japanese_constitutions[i];
          gsize size = strlen (word);

          if (length <= size)
            continue;
          if (memcmp (start, word, size) == 0)
            start += size;
          else if (memcmp (start + length - size, word, size) != 0)
            continue;
          length -= size;
          stripped = TRUE;
        }
    }
  return g_strndup (start, length);
}

/* Words of letters and digits; everything else parts them. A full stop and an apostrophe belong
 * to their word: K.K. is KK. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);

  for (const char *p = name; ; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          g_string_append_unichar (word, c);
        }
      else if (c != '.' && c != '\'' && c != 0x2019 && word->len > 0)
        {
          g_ptr_array_add (words, g_string_free (word, FALSE));
          word = g_string_new (NULL);
        }
      if (c == '\0')
        break;
    }
  g_string_free (word, TRUE);
  return words;
}

static gboolean
is_english_constitution (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (english_constitutions); i++)
    if (strcmp (word, english_constitutions[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The name without spaces, or NULL where nothing is left of it. */
static char *
make_form (const char *name)
{
  g_autofree char *stripped = strip_japanese (name);
  g_autoptr (GPtrArray) words = split_words (stripped);
  GString *form;

  if (words->len > 1 && strcmp (g_ptr_array_index (words, 0), "the") == 0)
    g_ptr_array_remove_index (words, 0);
  while (words->len > 1 && is_english_constitution (g_ptr_array_index (words, words->len - 1)))
    g_ptr_array_remove_index (words, words->len - 1);
  if (words->len == 0)
    return NULL;

  form = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append (form, g_ptr_array_index (words, i));
  return g_string_free (form, FALSE);
}

/* Leaves out what stands in parentheses. */
static char *
drop_parentheses (const char *name)
{
  GString *rest = g_string_new (NULL);
  int depth = 0;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      if (depth == 0)
        g_string_append_c (rest, *p);
      if (*p == ')' && depth > 0)
        depth--;
    }
  return g_string_free (rest, FALSE);
}

/* Takes the form. */
static void
add_form (GPtrArray *forms,
          char      *form)
{
  if (form == NULL ||
      g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
    g_free (form);
  else
    g_ptr_array_add (forms, form);
}

static void
add_forms (GPtrArray  *forms,
           const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *outside = NULL;

  g_return_if_fail (normal != NULL);

  folded = g_utf8_casefold (normal, -1);
  add_form (forms, make_form (folded));
  stripped = strip_japanese (folded);
  outside = drop_parentheses (stripped);
  add_form (forms, make_form (outside));
}

/**
 * shinsa_organisation_forms:
 * @name: the name of an organisation, in valid UTF-8
 *
 * Returns: (transfer full): the forms that it is compared in: the whole name, and where it has
 *   some, the name without what stands in parentheses
 */
GStrv
shinsa_organisation_forms (const char *name)
{
  g_autoptr (GPtrArray) forms = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  forms = g_ptr_array_new ();
  add_forms (forms, name);
  g_ptr_array_add (forms, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&forms), FALSE);
}

/* --- Comparing --- */

static GPtrArray *
find_forms (const ShinsaText *text)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);

  if (text->ja != NULL)
    add_forms (forms, text->ja);
  if (text->en != NULL)
    add_forms (forms, text->en);
  return forms;
}

static gboolean
is_same_name (const ShinsaText *first,
              const ShinsaText *second)
{
  g_autoptr (GPtrArray) forms = find_forms (first);
  g_autoptr (GPtrArray) others = find_forms (second);

  for (guint i = 0; i < forms->len; i++)
    if (g_ptr_array_find_with_equal_func (others, g_ptr_array_index (forms, i), g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static const char *
suggest_kind (const char *organisation_kind)
{
  if (strcmp (organisation_kind, "company") == 0 || strcmp (organisation_kind, "venture") == 0)
    return "company";
  return "institution";
}

static void
add_match (GPtrArray        *matches,
           const ShinsaText *affiliation,
           const ShinsaText *found,
           const char       *where,
           const char       *kind)
{
  ShinsaInterestMatch *match = g_new0 (ShinsaInterestMatch, 1);

  match->affiliation = g_strdup (shinsa_text_get (affiliation));
  match->found = g_strdup (shinsa_text_get (found));
  match->where = g_strdup (where);
  match->kind = g_strdup (kind);
  g_ptr_array_add (matches, match);
}

static void
match_affiliation (GPtrArray           *matches,
                   const ShinsaText    *affiliation,
                   const ShinsaDossier *dossier)
{
  if (is_same_name (affiliation, &dossier->network_organisation))
    add_match (matches, affiliation, &dossier->network_organisation, "network_organisation",
               "institution");
  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);

      if (is_same_name (affiliation, &organisation->name))
        add_match (matches, affiliation, &organisation->name, "organisation",
                   suggest_kind (organisation->kind));
    }
  for (guint i = 0; i < dossier->persons->len; i++)
    {
      const ShinsaPerson *person = g_ptr_array_index (dossier->persons, i);

      if (is_same_name (affiliation, &person->organisation))
        add_match (matches, affiliation, &person->organisation, "person", "institution");
    }
}

/**
 * shinsa_interest_propose:
 * @member: somebody of the committee
 * @dossier: an application
 *
 * Compares the member's affiliations with all organisations that the application names, and the
 * member's name with those of its key persons.
 *
 * Returns: (transfer full): what bears the same name
 */
ShinsaInterestProposal *
shinsa_interest_propose (const ShinsaMember  *member,
                         const ShinsaDossier *dossier)
{
  ShinsaInterestProposal *self;

  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (dossier != NULL, NULL);

  self = g_new0 (ShinsaInterestProposal, 1);
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) match_free);
  self->named = dossier->organisations->len;
  self->total = dossier->organisations_total > 0
                ? MAX (dossier->organisations_total, self->named) : 0;
  for (guint i = 0; i < member->affiliations->len; i++)
    match_affiliation (self->matches, g_ptr_array_index (member->affiliations, i), dossier);
  for (guint i = 0; i < dossier->persons->len; i++)
    {
      const ShinsaPerson *person = g_ptr_array_index (dossier->persons, i);

      if (is_same_name (&member->name, &person->name))
        add_match (self->matches, &member->name, &person->name, "person", "project");
    }
  return self;
}

/**
 * shinsa_interest_proposal_reach:
 * @proposal: a proposal
 *
 * Returns: (transfer full): how far it could look, in a sentence
 */
char *
shinsa_interest_proposal_reach (const ShinsaInterestProposal *proposal)
{
  g_return_val_if_fail (proposal != NULL, NULL);

  if (proposal->total > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%d of %d organisation is named.",
                                         "%d of %d organisations are named.", proposal->total),
                            proposal->named, proposal->total);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d organisation is named; how many there are is not "
                                       "known.",
                                       "%d organisations are named; how many there are is not "
                                       "known.", proposal->named),
                          proposal->named);
}
