/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-roster.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-sample-round.h"

/* A member who left before the meeting, or came after it, does not count. */
static void
test_in_office (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  ShinsaMember *member = shinsa_sample_member (round, "c");

  g_assert_true (shinsa_round_is_scorer (round, member));
  shinsa_set_string (&member->until, "2021-05-28");
  g_assert_true (shinsa_round_is_scorer (round, member));
  shinsa_set_string (&member->until, "2021-05-27");
  g_assert_false (shinsa_round_is_scorer (round, member));
  shinsa_set_string (&member->until, NULL);
  shinsa_set_string (&member->from, "2021-05-29");
  g_assert_false (shinsa_round_is_in_office (round, member));
  g_ptr_array_set_size (round->slots, 0);
  g_assert_true (shinsa_round_is_in_office (round, member));
  g_assert_false (shinsa_round_is_scorer (round, shinsa_round_member (round, "secretariat")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster/in-office", test_in_office);
  return g_test_run ();
}
