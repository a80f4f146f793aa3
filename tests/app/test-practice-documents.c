/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-practice.h"

#include "entries/shinsa-statements.h"
#include "shinsa-packets.h"
#include "shinsa-test-dir.h"

#include <poppler.h>

/* What the build lays out for the practice round, as the chair of it sees it. */

#define MARK "練習用"

typedef struct {
  ShinsaTestDir *dir;
  ShinsaSession *session;
  GFile         *folder;
  ShinsaRound   *round;
} Fixture;

static void
be (Fixture    *fixture,
    const char *identity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_strdup (shinsa_session_get_root (fixture->session));

  shinsa_session_select (fixture->session, root, identity, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->round, shinsa_round_unref);
  fixture->round = shinsa_session_load (fixture->session, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *store = NULL;
  g_autofree char *folder = NULL;

  fixture->dir = shinsa_test_dir_new ();
  store = shinsa_test_dir_file (fixture->dir, "store.db");
  folder = shinsa_test_dir_file (fixture->dir, "packets");
  fixture->folder = g_file_new_for_path (folder);
  fixture->session = shinsa_session_open (store, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  shinsa_practice_create (fixture->session, fixture->folder, NULL, &error);
  g_assert_no_error (error);
  be (fixture, "chair");
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->round, shinsa_round_unref);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->folder);
  shinsa_test_dir_free (fixture->dir);
}

static PopplerDocument *
open_document (Fixture    *fixture,
               const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = shinsa_session_load_document (fixture->session, hash, &error);
  PopplerDocument *document = NULL;

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

/* White space is where lines end, which is of no meaning in Japanese. */
static char *
without_space (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);
}

static char *
page_words (PopplerDocument *document,
            int              page)
{
  PopplerPage *found = poppler_document_get_page (document, page - 1);
  g_autofree char *text = NULL;

  g_assert_nonnull (found);
  text = poppler_page_get_text (found);
  g_object_unref (found);

  return without_space (text);
}

static void
assert_says (const char *words,
             const char *text)
{
  g_autofree char *wanted = without_space (text);

  if (strstr (words, wanted) == NULL)
    g_error ("“%s” is not on the page, which says: %s", wanted, words);
}

/* Every letter lies on the paper, inside its margins. */
static void
assert_inside (PopplerPage *page)
{
  PopplerRectangle *places = NULL;
  guint n_places = 0;
  double width = 0;
  double height = 0;

  poppler_page_get_size (page, &width, &height);
  g_assert_true (poppler_page_get_text_layout (page, &places, &n_places));
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_cmpfloat (places[i].x1, >=, 30);
      g_assert_cmpfloat (places[i].y1, >=, 20);
      g_assert_cmpfloat (places[i].x2, <=, width - 30);
      g_assert_cmpfloat (places[i].y2, <=, height - 20);
    }
  g_free (places);
}

static void
assert_marked (PopplerDocument *document)
{
  for (int i = 1; i <= poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *words = page_words (document, i);
      PopplerPage *page = poppler_document_get_page (document, i - 1);

      assert_says (words, MARK);
      assert_inside (page);
      g_object_unref (page);
    }
}

static void
assert_is_sheet (PopplerDocument      *document,
                 const ShinsaDossier  *dossier)
{
  g_autofree char *words = page_words (document, 1);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  assert_says (words, dossier->name.ja);
  assert_says (words, dossier->summary.ja);
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const ShinsaSection *section = g_ptr_array_index (dossier->sections, i);

      for (guint j = 0; j < section->items->len; j++)
        assert_says (words, ((ShinsaText *) g_ptr_array_index (section->items, j))->ja);
    }
  for (guint i = 0; i < dossier->indicators->len; i++)
    assert_says (words, ((ShinsaIndicator *) g_ptr_array_index (dossier->indicators, i))->label.ja);
}

static void
test_sheets (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;

  g_assert_cmpuint (fixture->round->dossiers->len, ==, 5);
  for (guint i = 0; i < fixture->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (fixture->round->dossiers, i);
      const ShinsaDocumentInfo *sheet = g_ptr_array_index (dossier->documents, 0);
      PopplerDocument *document = open_document (fixture, sheet->hash);

      g_assert_cmpuint (dossier->documents->len, ==, g_str_equal (dossier->id, "tsuruoka") ? 2 : 1);
      g_assert_cmpstr (sheet->media_type, ==, "application/pdf");
      g_assert_true (sheet->used && sheet->held);
      assert_marked (document);
      assert_is_sheet (document, dossier);
      g_object_unref (document);
    }
}

/* The first two levels of an outline. */
static void
count_outline (PopplerDocument *document,
               int             *chapters,
               int             *sections)
{
  PopplerIndexIter *iter = poppler_index_iter_new (document);

  g_assert_nonnull (iter);
  do
    {
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      *chapters += 1;
      g_assert_nonnull (child);
      do
        *sections += 1;
      while (poppler_index_iter_next (child));
      poppler_index_iter_free (child);
    }
  while (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
}

static void
test_report (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  const ShinsaDossier *dossier = shinsa_round_dossier (fixture->round, "tsuruoka");
  const ShinsaDocumentInfo *report = g_ptr_array_index (dossier->documents, 1);
  PopplerDocument *document = open_document (fixture, report->hash);
  g_autofree char *last = NULL;
  int chapters = 0;
  int sections = 0;

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 24);
  assert_marked (document);
  last = page_words (document, 24);
  assert_says (last, "24／24");
  count_outline (document, &chapters, &sections);
  g_assert_cmpint (chapters, ==, 8);
  g_assert_cmpint (sections, ==, 38);
  g_object_unref (document);
}

/* --- Evidence --- */

static guint
check_evidence (Fixture            *fixture,
                const ShinsaReview *review)
{
  guint n_places = 0;

  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      for (guint j = 0; j < score->evidence->len; j++)
        {
          const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, j);
          PopplerDocument *document = open_document (fixture, evidence->document);
          g_autofree char *words = page_words (document, evidence->page);

          assert_says (words, evidence->quote);
          g_object_unref (document);
          n_places++;
        }
    }

  return n_places;
}

/* What members point at is there. */
static void
test_evidence (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, "1 Before closing");
  g_autoptr (GPtrArray) files = shinsa_packets_in_folder (folder, NULL, &error);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (JsonNode) close = shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL);
  guint n_places = 0;

  g_assert_no_error (error);
  be (fixture, "desk");
  results = shinsa_session_read_packets (fixture->session, files, NULL);
  g_assert_cmpuint (results->len, ==, 5);
  shinsa_session_write (fixture->session, SHINSA_KIND_PHASE_CLOSE, close, NULL, &error);
  g_assert_no_error (error);
  be (fixture, "chair");
  for (guint i = 0; i < fixture->round->reviews->len; i++)
    n_places += check_evidence (fixture, g_ptr_array_index (fixture->round->reviews, i));
  g_assert_cmpuint (n_places, ==, 29);
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { NULL };
  int status = 0;

  g_test_init (&argc, &argv, NULL);

  /* One round for all of them, in this order: the last one closes its paper review. */
  set_up (&fixture);
  g_test_add_data_func ("/practice-documents/1-sheets", &fixture, test_sheets);
  g_test_add_data_func ("/practice-documents/2-report", &fixture, test_report);
  g_test_add_data_func ("/practice-documents/3-evidence", &fixture, test_evidence);
  status = g_test_run ();
  tear_down (&fixture);

  return status;
}
