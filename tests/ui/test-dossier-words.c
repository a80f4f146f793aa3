/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-words.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-ui-fixture.h"

#include <math.h>

static void
assert_target (const char *qualifier,
               int         year,
               const char *kind,
               const char *expected)
{
  g_autoptr (ShinsaIndicator) indicator = shinsa_indicator_new ();
  ShinsaIndicatorPoint *point = g_new0 (ShinsaIndicatorPoint, 1);
  g_autofree char *baseline = NULL;
  g_autofree char *target = NULL;

  indicator->unit.en = g_strdup ("rooms");
  indicator->qualifier = g_strdup (qualifier);
  point->value = 20.5;
  point->year = year;
  point->year_kind = g_strdup (kind);
  indicator->target = point;
  baseline = shinsa_indicator_point_text (indicator, indicator->baseline);
  target = shinsa_indicator_point_text (indicator, indicator->target);
  g_assert_cmpstr (baseline, ==, "");
  g_assert_cmpstr (target, ==, expected);
}

static void
test_indicators (void)
{
  assert_target (NULL, 0, "", "20.5 rooms");
  assert_target (NULL, 2025, "calendar", "20.5 rooms (2025)");
  assert_target (NULL, 2025, "fiscal", "20.5 rooms (FY2025)");
  assert_target ("at_least", 2025, "calendar", "at least 20.5 rooms (2025)");
  assert_target ("relative_increase", 0, "", "+20.5 rooms");
  assert_target ("relative_decrease", 0, "", "−20.5 rooms");
  assert_target ("in_good_years", 2025, "calendar", "");
}

static void
assert_quantity (double      value,
                 const char *expected)
{
  g_autoptr (ShinsaIndicator) indicator = shinsa_indicator_new ();
  g_autofree char *text = NULL;

  indicator->unit.en = g_strdup ("rooms");
  indicator->baseline = shinsa_indicator_point_new ();
  indicator->baseline->value = value;
  text = shinsa_indicator_point_text (indicator, indicator->baseline);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_quantities (void)
{
  assert_quantity (0, "0 rooms");
  assert_quantity (999, "999 rooms");
  assert_quantity (1324, "1,324 rooms");
  assert_quantity (-123456, "-123,456 rooms");
  assert_quantity (1234567.125, "1,234,567.125 rooms");
  assert_quantity (0.00125, "0.00125 rooms");
  assert_quantity (1e20, "1e+20 rooms");
}

static void
test_year_alone (void)
{
  g_autoptr (ShinsaIndicator) indicator = shinsa_indicator_new ();
  g_autofree char *fiscal = NULL;
  g_autofree char *calendar = NULL;
  g_autofree char *nothing = NULL;

  indicator->unit.en = g_strdup ("%");
  indicator->baseline = shinsa_indicator_point_new ();
  nothing = shinsa_indicator_point_text (indicator, indicator->baseline);
  g_assert_cmpstr (nothing, ==, "");
  indicator->baseline->year = 2013;
  calendar = shinsa_indicator_point_text (indicator, indicator->baseline);
  g_assert_cmpstr (calendar, ==, "2013");
  shinsa_set_string (&indicator->baseline->year_kind, "fiscal");
  fiscal = shinsa_indicator_point_text (indicator, indicator->baseline);
  g_assert_cmpstr (fiscal, ==, "FY2013");
}

static gboolean
goes (double      from,
      double      to,
      const char *qualifier)
{
  g_autoptr (ShinsaIndicator) indicator = shinsa_indicator_new ();

  indicator->baseline = shinsa_indicator_point_new ();
  indicator->baseline->value = from;
  indicator->target = shinsa_indicator_point_new ();
  indicator->target->value = to;
  indicator->qualifier = g_strdup (qualifier);
  return shinsa_indicator_goes (indicator, &from, &to);
}

static void
test_bars (void)
{
  g_autoptr (ShinsaIndicator) indicator = shinsa_indicator_new ();
  double from;
  double to;

  g_assert_false (shinsa_indicator_goes (indicator, &from, &to));
  g_assert_true (goes (57, 80, NULL));
  g_assert_true (goes (57, 0, "at_least"));
  g_assert_false (goes (0, 0, NULL));
  g_assert_false (goes (NAN, 80, NULL));
  g_assert_false (goes (57, NAN, NULL));
  g_assert_false (goes (-1, 80, NULL));
  g_assert_false (goes (57, 26, "relative_decrease"));
}

static void
test_labels (void)
{
  g_assert_cmpstr (shinsa_organisation_kind_label ("university"), ==, "Universities");
  g_assert_cmpstr (shinsa_organisation_kind_label ("guild"), ==, "guild");
  g_assert_cmpstr (shinsa_section_label ("vision"), ==, "Vision");
  g_assert_cmpstr (shinsa_section_label ("annex"), ==, "annex");
}

static void
assert_progress (ShinsaUiFixture *fixture,
                 const char      *application,
                 const char      *expected)
{
  const ShinsaRound *round = shinsa_service_get_round (fixture->service);
  g_autofree char *progress = shinsa_dossier_progress (fixture->service,
                                                       shinsa_round_dossier (round, application));

  g_assert_cmpstr (progress, ==, expected);
}

static void
test_progress (ShinsaUiFixture *fixture,
               gconstpointer    data)
{
  shinsa_ui_fixture_open (fixture);
  shinsa_ui_fixture_select (fixture, "a");
  assert_progress (fixture, "north", "declare");
  shinsa_test_session_declare (&fixture->other);
  shinsa_ui_fixture_select (fixture, "a");
  assert_progress (fixture, "north", "–/2");
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "cannot_judge");
  assert_progress (fixture, "north", "1/2");
  shinsa_test_session_open (&fixture->other);
  shinsa_test_session_review (&fixture->other, "a", "south", "44");
  shinsa_ui_fixture_select (fixture, "a");
  assert_progress (fixture, "south", "done");
  shinsa_ui_fixture_select (fixture, "desk");
  assert_progress (fixture, "south", "");
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/dossier-words/indicators", test_indicators);
  g_test_add_func ("/dossier-words/quantities", test_quantities);
  g_test_add_func ("/dossier-words/year-alone", test_year_alone);
  g_test_add_func ("/dossier-words/bars", test_bars);
  g_test_add_func ("/dossier-words/labels", test_labels);
  g_test_add ("/dossier-words/progress", ShinsaUiFixture, NULL, NULL, test_progress,
              shinsa_ui_fixture_tear_down);
  return g_test_run ();
}
