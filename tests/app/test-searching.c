/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-searching.h"

#include "shinsa-test-session.h"

typedef ShinsaTestSession S;

static GPtrArray *
search (S          *s,
        const char *identity,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, identity);
  GPtrArray *hits = shinsa_session_search (s->session, round, words, &error);

  g_assert_no_error (error);

  return hits;
}

static void
test_finds_names (S             *s,
                  gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "desk");
  const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  g_autoptr (GPtrArray) hits = search (s, "desk", shinsa_text_get (&dossier->name));
  const ShinsaHit *hit = NULL;

  g_assert_cmpuint (hits->len, >=, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->application, ==, dossier->id);
  g_assert_cmpstr (hit->source, ==, "dossier");
  g_assert_nonnull (hit->text);
}

static void
test_finds_nothing (S             *s,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = search (s, "desk", "nowhere to be found");
  g_autoptr (GPtrArray) blank = search (s, "desk", "  ");

  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

/* Names may be found by everybody, the rest only where it may be read. */
static void
test_shows_what_may_be_seen (S             *s,
                             gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "desk");
  const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 0);
  g_autofree char *summary = g_strdup (shinsa_text_get (&dossier->summary));
  g_autofree char *name = g_strdup (shinsa_text_get (&dossier->name));
  g_autoptr (GPtrArray) desk = search (s, "desk", summary);
  g_autoptr (GPtrArray) before = search (s, "a", summary);
  g_autoptr (GPtrArray) names = search (s, "a", name);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (desk->len, >=, 1);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (names->len, >=, 1);

  shinsa_test_session_declare (s);
  after = search (s, "a", summary);
  g_assert_cmpuint (after->len, ==, desk->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/searching/finds-names", S, NULL, shinsa_test_session_set_up, test_finds_names,
              shinsa_test_session_tear_down);
  g_test_add ("/searching/finds-nothing", S, NULL, shinsa_test_session_set_up, test_finds_nothing,
              shinsa_test_session_tear_down);
  g_test_add ("/searching/shows-what-may-be-seen", S, NULL, shinsa_test_session_set_up,
              test_shows_what_may_be_seen, shinsa_test_session_tear_down);

  return g_test_run ();
}
