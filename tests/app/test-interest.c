/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-interest.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-sample-round.h"

/* --- Names --- */

static gboolean
are_same (const char *first,
          const char *second)
{
  g_auto (GStrv) forms = shinsa_organisation_forms (first);
  g_auto (GStrv) others = shinsa_organisation_forms (second);

  for (gsize i = 0; forms[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) others, forms[i]))
      return TRUE;
  return FALSE;
}

static void
test_same (void)
{
  static const char * const pairs[][2] = {
    { "北海道大学", "国立大学法人北海道大学" },
    { "北海道大学", "国立大学法人 北海道大学" },
    { "早稲田大学", "学校法人早稲田大学" },
    { "大阪公立大学", "公立大学法人大阪公立大学" },
    { "理化学研究所", "国立研究開発法人理化学研究所" },
    { "理化学研究所（筑波・和光・横浜）", "理化学研究所" },
    { "農業・食品産業技術総合研究機構", "農業･食品産業技術総合研究機構（農研機構）" },
    { "バイオインダストリー協会", "一般財団法人バイオインダストリー協会" },
    { "Spiber", "Spiber株式会社" },
    { "Spiber", "㈱Ｓｐｉｂｅｒ" },
    { "Spiber", "（株）Spiber" },
    { "ﾊﾞｲｵ産業", "有限会社 バイオ産業" },
    { "The University of Tokyo", "University of Tokyo" },
    { "HOKKAIDO UNIVERSITY", "Hokkaido  University" },
    { "Example Foods Co., Ltd.", "Example Foods" },
    { "Example Foods, Inc.", "Example Foods Corporation" },
    { "Example K.K.", "Example KK" },
    { "King’s College", "Kings College" },
    { "Northern Advancement Center (NOASTEC)", "Northern Advancement Center" },
    { "特定非営利活動法人 緑の会", "NPO法人緑の会" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s = %s", pairs[i][0], pairs[i][1]);
      g_assert_true (are_same (pairs[i][0], pairs[i][1]));
    }
}

static void
test_different (void)
{
  static const char * const pairs[][2] = {
    { "北海道", "北海道大学" },
    { "北海道", "北海道科学技術総合振興センター" },
    { "国立がん研究センター", "国立がん研究センター東病院" },
    { "東京大学", "東京工業大学" },
    { "Hokkaido", "Hokkaido University" },
    { "Hokkaido University", "Hokkaido University Hospital" },
    { "研究支援財団（例示）", "法律事務所（例示）" },
    { "Tokyo", "The University of Tokyo" },
    { "株式会社", "有限会社" },
    { "大学", "大学法人" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i][0], pairs[i][1]);
      g_assert_false (are_same (pairs[i][0], pairs[i][1]));
    }
}

static void
assert_forms (const char *name,
              const char *first,
              const char *second)
{
  g_auto (GStrv) forms = shinsa_organisation_forms (name);

  g_assert_cmpstr (forms[0], ==, first);
  if (first != NULL)
    g_assert_cmpstr (forms[1], ==, second);
}

static void
test_forms (void)
{
  assert_forms ("北海道大学", "北海道大学", NULL);
  assert_forms ("理化学研究所（横浜）", "理化学研究所横浜", "理化学研究所");
  assert_forms ("The", "the", NULL);
  assert_forms ("Co., Ltd.", "co", NULL);
  assert_forms ("（株）", "株", NULL);
  assert_forms ("…", NULL, NULL);
  assert_forms ("", NULL, NULL);
  assert_forms ("A (B", "ab", "a");
}

/* --- Proposals --- */

static ShinsaInterestProposal *
propose (ShinsaRound *round,
         guint        application,
         const char  *member)
{
  return shinsa_interest_propose (shinsa_sample_member (round, member),
                                  g_ptr_array_index (round->dossiers, application));
}

static void
test_hokkaido (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  g_autoptr (ShinsaInterestProposal) a = propose (round, 0, "a");
  g_autoptr (ShinsaInterestProposal) c = propose (round, 0, "c");
  g_autofree char *reach = shinsa_interest_proposal_reach (a);
  const ShinsaInterestMatch *match;

  g_assert_cmpuint (a->matches->len, ==, 1);
  match = g_ptr_array_index (a->matches, 0);
  g_assert_cmpstr (match->affiliation, ==, "Hokkaido University");
  g_assert_cmpstr (match->found, ==, "Hokkaido University");
  g_assert_cmpstr (match->where, ==, "organisation");
  g_assert_cmpstr (match->kind, ==, "institution");
  g_assert_cmpint (a->named, ==, 3);
  g_assert_cmpint (a->total, ==, 37);
  g_assert_cmpstr (reach, ==, "3 of 37 organisations are named.");
  g_assert_cmpuint (c->matches->len, ==, 0);
}

/* Somebody from the prefecture's office has nothing to do with the university. */
static void
test_never_by_part (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  ShinsaMember *member = shinsa_sample_member (round, "e");
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  ShinsaText *affiliation = g_new0 (ShinsaText, 1);
  g_autoptr (ShinsaInterestProposal) both = NULL;
  g_autoptr (ShinsaInterestProposal) none = NULL;

  affiliation->ja = g_strdup ("北海道");
  g_ptr_array_set_size (member->affiliations, 0);
  g_ptr_array_add (member->affiliations, affiliation);
  both = propose (round, 0, "e");
  g_assert_cmpuint (both->matches->len, ==, 1);
  g_assert_cmpstr (((ShinsaInterestMatch *) g_ptr_array_index (both->matches, 0))->found, ==,
                   "Hokkaido Government");
  g_ptr_array_remove_index (dossier->organisations, 1);
  none = propose (round, 0, "e");
  g_assert_cmpuint (none->matches->len, ==, 0);
}

static void
add_person (ShinsaDossier *dossier,
            const char    *name,
            const char    *organisation)
{
  ShinsaPerson *person = shinsa_person_new ();

  person->name.ja = g_strdup (name);
  person->organisation.ja = g_strdup (organisation);
  g_ptr_array_add (dossier->persons, person);
}

static void
test_persons_and_network (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  g_autoptr (ShinsaInterestProposal) found = NULL;
  static const char * const expected[] = {
    "network_organisation institution", "person institution", "person project",
  };

  g_ptr_array_set_size (dossier->organisations, 0);
  shinsa_text_clear (&dossier->network_organisation);
  dossier->network_organisation.en = g_strdup ("Nagoya University");
  dossier->organisations_total = 0;
  add_person (dossier, "代表者", "国立大学法人名古屋大学");
  add_person (dossier, "委員C", "北海道");
  found = propose (round, 0, "c");
  g_assert_cmpuint (found->matches->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const ShinsaInterestMatch *match = g_ptr_array_index (found->matches, i);
      g_autofree char *text = g_strdup_printf ("%s %s", match->where, match->kind);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_company (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  ShinsaOrganisation *university = g_ptr_array_index (dossier->organisations, 0);
  g_autoptr (ShinsaInterestProposal) found = NULL;
  const ShinsaInterestMatch *match;

  shinsa_set_string (&university->kind, "venture");
  found = propose (round, 0, "a");
  match = g_ptr_array_index (found->matches, 0);
  g_assert_cmpstr (match->kind, ==, "company");
}

static void
test_reach_unknown (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  g_autoptr (ShinsaInterestProposal) found = NULL;
  g_autofree char *reach = NULL;

  dossier->organisations_total = 0;
  found = propose (round, 0, "a");
  reach = shinsa_interest_proposal_reach (found);
  g_assert_cmpint (found->total, ==, 0);
  g_assert_cmpstr (reach, ==, "3 organisations are named; how many there are is not known.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interest/same", test_same);
  g_test_add_func ("/interest/different", test_different);
  g_test_add_func ("/interest/forms", test_forms);
  g_test_add_func ("/interest/hokkaido", test_hokkaido);
  g_test_add_func ("/interest/never-by-part", test_never_by_part);
  g_test_add_func ("/interest/persons-and-network", test_persons_and_network);
  g_test_add_func ("/interest/company", test_company);
  g_test_add_func ("/interest/reach-unknown", test_reach_unknown);
  return g_test_run ();
}
