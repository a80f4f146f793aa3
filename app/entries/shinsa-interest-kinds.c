/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"
#include "shinsa-interest-tables.h"

/* Interests that members declare, and the acting chair's rulings about them. */

static const char * const rulings[] = { "admit", "recuse", NULL };

typedef struct {
  const char *application;
  const char *interest;
  const char *reason;
  JsonArray  *requirements;
} DeclarationBody;

typedef struct {
  const char *application;
  const char *instructed_by;
  const char *member;
  const char *reason;
  JsonArray  *requirements;
  const char *ruling;
} RulingBody;

static gboolean
read_declaration (JsonObject       *body,
                  DeclarationBody  *declaration,
                  GError          **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &declaration->application },
    { "interest", SHINSA_FIELD_WORD, &declaration->interest, shinsa_interest_kinds () },
    { "reason", SHINSA_FIELD_TEXT, &declaration->reason },
    { "requirements", SHINSA_FIELD_ARRAY, &declaration->requirements },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
read_ruling (JsonObject  *body,
             RulingBody  *ruling,
             GError     **error)
{
  const ShinsaField fields[] = {
    { "application", SHINSA_FIELD_TEXT, &ruling->application },
    { "instructed_by", SHINSA_FIELD_TEXT, &ruling->instructed_by },
    { "member", SHINSA_FIELD_TEXT, &ruling->member },
    { "reason", SHINSA_FIELD_TEXT, &ruling->reason },
    { "requirements", SHINSA_FIELD_ARRAY, &ruling->requirements },
    { "ruling", SHINSA_FIELD_WORD, &ruling->ruling, rulings },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

/* Codes are words without a space, so one column holds the list. */
static char *
join_requirements (JsonArray  *requirements,
                   GError    **error)
{
  g_auto (GStrv) codes = shinsa_array_words (requirements, "/requirements", error);

  return codes != NULL ? g_strjoinv (" ", codes) : NULL;
}

gboolean
shinsa_apply_interest_declare (const ShinsaEffect  *effect,
                               JsonObject          *body,
                               GError             **error)
{
  DeclarationBody declaration = { 0 };
  g_autofree char *requirements = NULL;
  ShinsaDeclarationRow row = { 0 };

  if (!read_declaration (body, &declaration, error) ||
      !(requirements = join_requirements (declaration.requirements, error)))
    return FALSE;
  row.seq = effect->seq;
  row.entry = effect->entry->hash;
  row.application = (char *) declaration.application;
  row.member = (char *) effect->author;
  row.interest = (char *) declaration.interest;
  row.requirements = requirements;
  row.reason = (char *) declaration.reason;

  return shinsa_declaration_insert (effect->store, effect->root, &row, error);
}

gboolean
shinsa_apply_interest_rule (const ShinsaEffect  *effect,
                            JsonObject          *body,
                            GError             **error)
{
  RulingBody ruling = { 0 };
  g_autofree char *requirements = NULL;
  ShinsaRulingRow row = { 0 };

  if (!read_ruling (body, &ruling, error) ||
      !(requirements = join_requirements (ruling.requirements, error)))
    return FALSE;
  row.seq = effect->seq;
  row.application = (char *) ruling.application;
  row.member = (char *) ruling.member;
  row.ruling = (char *) ruling.ruling;
  row.requirements = requirements;
  row.reason = (char *) ruling.reason;
  row.instructed_by = (char *) ruling.instructed_by;

  return shinsa_ruling_insert (effect->store, effect->root, &row, error);
}

static gboolean
check_requirements (const ShinsaRound  *round,
                    JsonArray          *requirements,
                    GError            **error)
{
  g_auto (GStrv) codes = shinsa_array_words (requirements, "/requirements", error);

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (shinsa_definition_requirement (round->definition, codes[i]) == NULL)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                       _("There is no requirement “%s” in this round."), codes[i]);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
shinsa_authorise_interest_declare (const ShinsaRound  *round,
                                   const char         *author,
                                   JsonObject         *body,
                                   GError            **error)
{
  DeclarationBody declaration = { 0 };

  if (!read_declaration (body, &declaration, error) ||
      !check_requirements (round, declaration.requirements, error))
    return FALSE;
  if (shinsa_round_dossier (round, declaration.application) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no application “%s” in this round."), declaration.application);
      return FALSE;
    }

  return TRUE;
}

gboolean
shinsa_authorise_interest_rule (const ShinsaRound  *round,
                                const char         *author,
                                JsonObject         *body,
                                GError            **error)
{
  RulingBody ruling = { 0 };
  const ShinsaMember *chair = NULL;

  if (!read_ruling (body, &ruling, error) ||
      !check_requirements (round, ruling.requirements, error))
    return FALSE;
  if (shinsa_round_interest (round, ruling.application, ruling.member) == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no member “%s” or no application “%s” in this round."),
                   ruling.member, ruling.application);
      return FALSE;
    }
  if (g_str_equal (ruling.instructed_by, ruling.member))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Nobody rules on their own interest. "
                             "The next person in the acting order has to rule."));
      return FALSE;
    }
  chair = shinsa_meeting_acting_chair (round, ruling.application);
  if (chair == NULL || !g_str_equal (chair->id, ruling.instructed_by))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Only the acting chair of an application rules on interests in it. "
                             "Nothing was changed."));
      return FALSE;
    }
  if (*ruling.reason == '\0')
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("A ruling needs a reason. Write it and try again."));
      return FALSE;
    }

  return TRUE;
}
