/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-facts.h"

#include <gio/gio.h>
#include <math.h>

static const struct {
  const char *code;
  const char *words;
} kinds[] = {
  { "university", "大学・高専" },
  { "research_institute", "研究機関" },
  { "government", "自治体・官公庁" },
  { "company", "企業" },
  { "venture", "ベンチャー企業" },
  { "incubator", "支援施設" },
  { "financial", "金融機関" },
  { "cooperative", "協同組合" },
  { "hospital", "医療機関" },
  { "other", "その他" },
};

gboolean
shinsa_facts_find (JsonNode     *file,
                   const char   *application,
                   ShinsaFacts  *facts,
                   GError      **error)
{
  JsonArray *applications;

  facts->round = json_node_get_object (file);
  applications = json_object_get_array_member (facts->round, "applications");
  for (guint i = 0; i < json_array_get_length (applications); i++)
    {
      facts->application = json_array_get_object_element (applications, i);
      if (g_str_equal (json_object_get_string_member (facts->application, "id"), application))
        return TRUE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               "The round has no application “%s”.", application);
  return FALSE;
}

/**
 * shinsa_facts_words:
 * @object: an object
 * @member: a text in two languages in it, or null
 *
 * Returns: (transfer none): the Japanese, else the English; "" for neither
 */
const char *
shinsa_facts_words (JsonObject *object,
                    const char *member)
{
  JsonObject *text;
  const char *words = NULL;

  if (!json_object_has_member (object, member) || json_object_get_null_member (object, member))
    return "";
  text = json_object_get_object_member (object, member);
  words = json_object_get_string_member_with_default (text, "ja", NULL);

  return words != NULL ? words : json_object_get_string_member_with_default (text, "en", "");
}

/* The items of one section; NULL where the applicant wrote none. */
JsonArray *
shinsa_facts_section (const ShinsaFacts *facts,
                      const char        *code)
{
  JsonArray *sections = json_object_get_array_member (facts->application, "sections");

  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonObject *section = json_array_get_object_element (sections, i);

      if (g_str_equal (json_object_get_string_member (section, "code"), code))
        return json_object_get_array_member (section, "items");
    }

  return NULL;
}

JsonObject *
shinsa_facts_network (const ShinsaFacts *facts)
{
  if (json_object_get_null_member (facts->application, "network_organisation"))
    return NULL;

  return json_object_get_object_member (facts->application, "network_organisation");
}

JsonArray *
shinsa_facts_areas (const ShinsaFacts *facts)
{
  return json_object_get_array_member (facts->application, "market_areas");
}

JsonObject *
shinsa_facts_area (const ShinsaFacts *facts,
                   const char        *code)
{
  JsonObject *catalogue = json_object_get_object_member (facts->round, "market_areas");
  JsonArray *items = json_object_get_array_member (catalogue, "items");

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *area = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (area, "code"), code))
        return area;
    }

  return NULL;
}

/* --- Organisations --- */

/* The words of a kind of organisation; NULL behind the last. */
const char *
shinsa_facts_kind (gsize kind)
{
  return kind < G_N_ELEMENTS (kinds) ? kinds[kind].words : NULL;
}

static int
stated_count (const ShinsaFacts *facts,
              gsize              kind)
{
  JsonArray *counts = json_object_get_array_member (facts->application, "organisation_counts");

  for (guint i = 0; i < json_array_get_length (counts); i++)
    {
      JsonObject *count = json_array_get_object_element (counts, i);

      if (g_str_equal (json_object_get_string_member (count, "kind"), kinds[kind].code))
        return (int) json_object_get_int_member (count, "count");
    }

  return 0;
}

/**
 * shinsa_facts_members:
 * @facts: facts
 * @kind: a kind of organisation
 * @count: (out): how many there are: as many as the applicant says, else as are named
 *
 * Returns: (transfer full): their names in one line, "" where none is named
 */
char *
shinsa_facts_members (const ShinsaFacts *facts,
                      gsize              kind,
                      int               *count)
{
  JsonArray *organisations = json_object_get_array_member (facts->application, "organisations");
  g_autoptr (GString) names = g_string_new (NULL);
  int named = 0;

  for (guint i = 0; i < json_array_get_length (organisations); i++)
    {
      JsonObject *organisation = json_array_get_object_element (organisations, i);

      if (!g_str_equal (json_object_get_string_member (organisation, "kind"), kinds[kind].code))
        continue;
      g_string_append_printf (names, "%s%s", named > 0 ? "、" : "",
                              shinsa_facts_words (organisation, "name"));
      named++;
    }
  *count = MAX (stated_count (facts, kind), named);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* --- Indicators --- */

JsonArray *
shinsa_facts_indicators (const ShinsaFacts *facts)
{
  return json_object_get_array_member (facts->application, "indicators");
}

/* The names of all indicators in one line. */
char *
shinsa_facts_labels (const ShinsaFacts *facts)
{
  JsonArray *indicators = shinsa_facts_indicators (facts);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (indicators); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "",
                            shinsa_facts_words (json_array_get_object_element (indicators, i),
                                                "label"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* 1324 becomes 1,324; no locale is asked, for the same bytes everywhere. */
static char *
number_words (double value)
{
  g_autofree char *digits = g_strdup_printf ("%.0f", floor (fabs (value)));
  char rest[G_ASCII_DTOSTR_BUF_SIZE] = "";
  GString *words = g_string_new (value < 0 ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (words, ',');
      g_string_append_c (words, digits[i]);
    }
  if (fabs (value) > floor (fabs (value)))
    g_string_append (words, g_ascii_formatd (rest, sizeof rest, "%g",
                                             fabs (value) - floor (fabs (value))) + 1);

  return g_string_free (words, FALSE);
}

static JsonObject *
point_of (JsonObject *indicator,
          const char *member)
{
  if (json_object_get_null_member (indicator, member))
    return NULL;

  return json_object_get_object_member (indicator, member);
}

static char *
value_words (JsonObject *indicator,
             const char *member,
             const char *after)
{
  JsonObject *point = point_of (indicator, member);
  g_autofree char *number = NULL;

  if (point == NULL || json_object_get_null_member (point, "value"))
    return g_strdup ("―");
  number = number_words (json_object_get_double_member (point, "value"));

  return g_strconcat (number, shinsa_facts_words (indicator, "unit"), after, NULL);
}

char *
shinsa_facts_baseline (JsonObject *indicator)
{
  return value_words (indicator, "baseline", "");
}

char *
shinsa_facts_target (JsonObject *indicator)
{
  const char *qualifier = json_object_get_string_member_with_default (indicator, "qualifier",
                                                                      NULL);
  const char *after = "";

  if (g_strcmp0 (qualifier, "at_least") == 0)
    after = "以上";
  else if (g_strcmp0 (qualifier, "relative_increase") == 0)
    after = "増";
  else if (g_strcmp0 (qualifier, "relative_decrease") == 0)
    after = "減";

  return value_words (indicator, "target", after);
}

char *
shinsa_facts_year (JsonObject *indicator,
                   const char *member)
{
  JsonObject *point = point_of (indicator, member);
  const char *kind;

  if (point == NULL || json_object_get_null_member (point, "year"))
    return g_strdup ("―");
  kind = json_object_get_string_member_with_default (point, "year_kind", "calendar");

  return g_strdup_printf ("%d%s", (int) json_object_get_int_member (point, "year"),
                          g_str_equal (kind, "fiscal") ? "年度" : "年");
}
