/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-table.h"

#include "shinsa-db-fixture.h"
#include "shinsa-decision-tables.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-feed-tables.h"
#include "shinsa-interest-tables.h"
#include "shinsa-interview-tables.h"
#include "shinsa-review-tables.h"
#include "shinsa-round-tables.h"

#include <math.h>

#define FIELD(Type, row, column) G_STRUCT_MEMBER (Type, row, (column)->offset)

/* Columns that take only certain words. */
static const struct
{
  const char *table;
  const char *column;
  const char *value;
} words[] = {
  { "dossier", "state", "withdrawn" },
  { "feed_state", "state", "held" },
  { "reception", "applied", "not held" },
  { "issue", "purpose", "interests" },
  { "ruling", "ruling", "admit" },
  { "phase_change", "phase", "interview" },
  { "phase_change", "state", "closed" },
  { "review", "phase", "interview" },
  { "review", "source", "telephone" },
  { "question", "state", "asked" },
  { "attendance", "state", "out_for_interest" },
  { "interview_event", "event", "extend" },
  { "interview_event", "heard", "part" },
  { "confirmation", "method", "unanimous" },
  { "confirmation", "state", "overtaken" },
  { "reopening", "state", "not authorised" },
  { "record_export", "profile", "applicant" },
  { "not_applied", "why", "refused" },
};

static char *
word_for (const ShinsaTable *table,
          const char        *column,
          gint64             seq)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].table, table->name) && g_str_equal (words[i].column, column))
      return g_strdup (words[i].value);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "\n審査", column, seq);
}

/* A value of its own for every field; numbers that many columns allow. */
static gpointer
make_row (const ShinsaTable *table,
          gint64             seq)
{
  gpointer row = g_malloc0 (table->row.size);

  for (guint i = 0; i < table->row.n_columns; i++)
    {
      const ShinsaColumn *column = &table->row.columns[i];

      if (g_str_equal (column->name, "seq"))
        FIELD (gint64, row, column) = seq;
      else if (column->type == SHINSA_COLUMN_TEXT)
        FIELD (char *, row, column) = word_for (table, column->name, seq);
      else if (column->type == SHINSA_COLUMN_INTEGER)
        FIELD (gint64, row, column) = seq % 2;
      else if (column->type == SHINSA_COLUMN_ANSWER)
        FIELD (int, row, column) = (int) (seq % 2);
      else
        FIELD (double, row, column) = (double) seq / 8;
    }
  return row;
}

/* Takes out whatever the schema lets be absent. */
static void
make_absent (ShinsaStore       *store,
             const ShinsaTable *table,
             gpointer           row)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')"
                                          " WHERE \"notnull\" = 0", table->name);
  g_autofree char *text = shinsa_db_query (store, sql);
  g_auto (GStrv) nullable = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < table->row.n_columns; i++)
    {
      const ShinsaColumn *column = &table->row.columns[i];

      if (!g_strv_contains ((const char *const *) nullable, column->name))
        continue;
      if (column->type == SHINSA_COLUMN_TEXT)
        g_clear_pointer (&FIELD (char *, row, column), g_free);
      else if (column->type == SHINSA_COLUMN_ANSWER)
        FIELD (int, row, column) = -1;
      else if (column->type == SHINSA_COLUMN_REAL)
        FIELD (double, row, column) = NAN;
      else
        g_assert_not_reached ();
    }
}

static void
assert_same (const ShinsaTable *table,
             gconstpointer      a,
             gconstpointer      b)
{
  for (guint i = 0; i < table->row.n_columns; i++)
    {
      const ShinsaColumn *column = &table->row.columns[i];

      if (column->type == SHINSA_COLUMN_TEXT)
        g_assert_cmpstr (FIELD (char *, a, column), ==, FIELD (char *, b, column));
      else if (column->type == SHINSA_COLUMN_INTEGER)
        g_assert_cmpint (FIELD (gint64, a, column), ==, FIELD (gint64, b, column));
      else if (column->type == SHINSA_COLUMN_ANSWER)
        g_assert_cmpint (FIELD (int, a, column), ==, FIELD (int, b, column));
      else if (isnan (FIELD (double, a, column)))
        g_assert_true (isnan (FIELD (double, b, column)));
      else
        g_assert_cmpfloat (FIELD (double, a, column), ==, FIELD (double, b, column));
    }
}

/* The struct names the columns as the schema does, and in its order. */
static void
assert_described (ShinsaStore       *store,
                  const ShinsaTable *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')"
                                          " WHERE name <> 'round'", table->name);
  g_autofree char *schema = shinsa_db_query (store, sql);
  g_autoptr (GString) described = g_string_new (NULL);

  for (guint i = 0; i < table->row.n_columns; i++)
    if (!g_str_equal (table->row.columns[i].name, "round"))
      g_string_append_printf (described, "%s\n", table->row.columns[i].name);
  g_assert_cmpstr (described->str, ==, schema);
}

static void
assert_listed (GPtrArray *rows,
               guint      n_rows)
{
  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, n_rows);
  g_ptr_array_unref (rows);
}

#define DEFINE_TEST(Name, name)                                                                    \
  static void                                                                                      \
  test_##name (Fixture       *fixture,                                                             \
               gconstpointer  data)                                                                \
  {                                                                                                \
    const ShinsaTable *table = &shinsa_##name##_table;                                             \
    g_autoptr (Shinsa##Name##Row) early = make_row (table, 5);                                     \
    g_autoptr (Shinsa##Name##Row) late = make_row (table, 8);                                      \
    const Shinsa##Name##Row nothing = { .seq = 9 };                                                \
    g_autoptr (GPtrArray) rows = NULL;                                                             \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    assert_described (fixture->store, table);                                                      \
    make_absent (fixture->store, table, late);                                                     \
    g_assert_true (shinsa_##name##_insert (fixture->store, ROUND, late, &error));                  \
    g_assert_no_error (error);                                                                     \
    g_assert_true (shinsa_##name##_insert (fixture->store, ROUND, early, &error));                 \
    g_assert_no_error (error);                                                                     \
                                                                                                   \
    rows = shinsa_##name##_list (fixture->store, ROUND, -1, &error);                               \
    g_assert_no_error (error);                                                                     \
    g_assert_cmpuint (rows->len, ==, 2);                                                           \
    assert_same (table, early, g_ptr_array_index (rows, 0));                                       \
    assert_same (table, late, g_ptr_array_index (rows, 1));                                        \
    assert_listed (shinsa_##name##_list (fixture->store, ROUND, 7, NULL), 1);                      \
    assert_listed (shinsa_##name##_list (fixture->store, ROUND, 0, NULL), 0);                      \
    assert_listed (shinsa_##name##_list (fixture->store, DESK, -1, NULL), 0);                      \
                                                                                                   \
    g_assert_false (shinsa_##name##_insert (fixture->store, ROUND, early, &error));                \
    g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);                                    \
    g_clear_error (&error);                                                                        \
    g_assert_false (shinsa_##name##_insert (fixture->store, ROUND, &nothing, &error));             \
    g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);                                    \
  }

DEFINE_TEST (Roster, roster)
DEFINE_TEST (Schedule, schedule)
DEFINE_TEST (PhaseChange, phase_change)
DEFINE_TEST (RecordExport, record_export)
DEFINE_TEST (NotApplied, not_applied)
DEFINE_TEST (Dossier, dossier)
DEFINE_TEST (DossierContent, dossier_content)
DEFINE_TEST (DossierDocument, dossier_document)
DEFINE_TEST (Question, question)
DEFINE_TEST (Attendance, attendance)
DEFINE_TEST (InterviewEvent, interview_event)
DEFINE_TEST (FeedState, feed_state)
DEFINE_TEST (Reception, reception)
DEFINE_TEST (Issue, issue)
DEFINE_TEST (IssueApplication, issue_application)
DEFINE_TEST (Declaration, declaration)
DEFINE_TEST (Ruling, ruling)
DEFINE_TEST (Review, review)
DEFINE_TEST (ReviewScore, review_score)
DEFINE_TEST (ReviewEvidence, review_evidence)
DEFINE_TEST (ReviewRemark, review_remark)
DEFINE_TEST (Admission, admission)
DEFINE_TEST (Proposal, proposal)
DEFINE_TEST (ProposalWaiver, proposal_waiver)
DEFINE_TEST (Confirmation, confirmation)
DEFINE_TEST (Reopening, reopening)

/* A round is named by its row, and all rounds of a store are listed at once. */
static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  ShinsaRoundRow second = {
    .round = (char *) DESK, .seq = 1, .id = (char *) "地域 2022", .rules_version = 1,
    .body = (char *) "b",
  };
  const ShinsaRoundRow nothing = { .seq = 1 };
  ShinsaRoundRow first = second;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  first.round = (char *) ROUND;
  assert_described (fixture->store, &shinsa_round_table);
  g_assert_true (shinsa_round_insert (fixture->store, &second, &error));
  g_assert_true (shinsa_round_insert (fixture->store, &first, &error));
  rows = shinsa_round_list (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  assert_same (&shinsa_round_table, &first, g_ptr_array_index (rows, 0));
  assert_same (&shinsa_round_table, &second, g_ptr_array_index (rows, 1));

  g_assert_false (shinsa_round_insert (fixture->store, &first, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (shinsa_round_insert (fixture->store, &nothing, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

/* A row that only carries several parts of one key keeps them apart and in order. */
static void
test_key_of_parts (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  for (gint64 i = 0; i < 4; i++)
    {
      const ShinsaReviewEvidenceRow row = {
        .seq = 3,
        .requirement = (char *) (i < 2 ? "b" : "a"),
        .position = 1 - i % 2,
        .document = (char *) "",
        .page = i,
        .quote = (char *) "",
      };

      g_assert_true (shinsa_review_evidence_insert (fixture->store, ROUND, &row, NULL));
    }

  rows = shinsa_review_evidence_list (fixture->store, ROUND, -1, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaReviewEvidenceRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->page, ==, 3 - i);
    }
}

/* Freeing nothing is allowed, as everywhere. */
static void
test_free_nothing (void)
{
  shinsa_review_row_free (NULL);
}

#define ADD_TEST(name) add_test ("/table/" #name, test_##name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST (round);
  ADD_TEST (roster);
  ADD_TEST (schedule);
  ADD_TEST (phase_change);
  ADD_TEST (record_export);
  ADD_TEST (not_applied);
  ADD_TEST (dossier);
  ADD_TEST (dossier_content);
  ADD_TEST (dossier_document);
  ADD_TEST (question);
  ADD_TEST (attendance);
  ADD_TEST (interview_event);
  ADD_TEST (feed_state);
  ADD_TEST (reception);
  ADD_TEST (issue);
  ADD_TEST (issue_application);
  ADD_TEST (declaration);
  ADD_TEST (ruling);
  ADD_TEST (review);
  ADD_TEST (review_score);
  ADD_TEST (review_evidence);
  ADD_TEST (review_remark);
  ADD_TEST (admission);
  ADD_TEST (proposal);
  ADD_TEST (proposal_waiver);
  ADD_TEST (confirmation);
  ADD_TEST (reopening);
  ADD_TEST (key_of_parts);
  g_test_add_func ("/table/free-nothing", test_free_nothing);

  return g_test_run ();
}
