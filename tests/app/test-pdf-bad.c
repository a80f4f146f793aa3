/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"
#include "shinsa-error.h"
#include "shinsa-test-dir.h"

#include <string.h>

#define DAMAGED "This file is damaged or is not a PDF, so its pages cannot be shown; it was kept " \
                "as it came, and another program may be able to open it."
#define LOCKED "This document is protected by a password, so its pages cannot be shown here; ask " \
               "for a copy without one, or open it in another program."
#define EMPTY "This document has no pages that could be shown; it was kept as it came, and " \
              "another program may be able to open it."
#define TOO_MANY "This document has more than 10000 pages, which is too many to be shown here; " \
                 "it was kept as it came, and another program may be able to open it."

/* A catalogue and a page that has @members. */
static GBytes *
page_new (const char *members)
{
  g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R %s >>", members);
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page,
    NULL
  };

  return shinsa_test_pdf_raw ("", objects);
}

/* --- Files that cannot be opened --- */

/* Takes @bytes. */
static void
assert_refused (GBytes      *bytes,
                ShinsaError  code,
                const char  *sentence)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPdf) pdf = pdf_open (owned, &error);

  g_assert_error (error, SHINSA_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_null (pdf);
}

static void
test_damaged (void)
{
  static const char zeros[4096];
  static const char * const texts[] = {
    "",
    "%PDF-1.7\n",
    "%PDF-1.7\n%%EOF\n",
    "%PDF-1.7\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "<!DOCTYPE html><title>Not found</title>",
    "PK\x03\x04 not a document of this kind",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (g_bytes_new_static (texts[i], strlen (texts[i])), SHINSA_ERROR_INVALID,
                    DAMAGED);
  assert_refused (g_bytes_new_static (zeros, sizeof zeros), SHINSA_ERROR_INVALID, DAMAGED);
}

/* What is left of a file is shown, or the file is refused; never anything else. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = shinsa_test_pdf_of_pages (3);
  gsize size = g_bytes_get_size (whole);

  for (gsize part = 1; part < 16; part++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, size * part / 16);
      g_autoptr (GError) error = NULL;
      g_autoptr (ShinsaPdf) pdf = pdf_open (bytes, &error);

      if (pdf == NULL)
        {
          g_assert_cmpstr (error->message, ==, DAMAGED);
          continue;
        }
      for (int page = 1; page <= shinsa_pdf_get_n_pages (pdf); page++)
        {
          g_autoptr (ShinsaPdfText) text = pdf_text (pdf, page, NULL);
          g_autoptr (ShinsaPdfImage) image = pdf_page (pdf, page, 1, 0);

          g_assert_nonnull (text);
        }
    }
}

/* A file whose table of objects is in the wrong place is put in order while it is read. */
static void
test_repaired (void)
{
  g_autoptr (GBytes) whole = page_new ("/MediaBox [0 0 300 200]");
  GString *text = g_string_new_len (g_bytes_get_data (whole, NULL),
                                    (gssize) g_bytes_get_size (whole));
  g_autoptr (ShinsaPdf) pdf = NULL;
  double width, height;

  g_string_insert (text, (gssize) strlen ("%PDF-1.7\n"), "% this moves everything\n");
  pdf = pdf_take (g_string_free_to_bytes (text));
  g_assert_cmpint (shinsa_pdf_get_n_pages (pdf), ==, 1);
  shinsa_pdf_get_page_size (pdf, 1, &width, &height);
  g_assert_cmpfloat (width, ==, 300);
}

/* The password is one that nobody knows: these bytes belong to none. */
static void
test_locked (void)
{
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    "<< /Filter /Standard /V 1 /R 2 /P -4"
    " /O (ABCDEFGHIJKLMNOPQRSTUVWXYZ012345) /U (ABCDEFGHIJKLMNOPQRSTUVWXYZ012345) >>",
    NULL
  };

  assert_refused (shinsa_test_pdf_raw ("/Encrypt 4 0 R", objects), SHINSA_ERROR_NOT_AUTHORISED,
                  LOCKED);
}

/* Where a password is needed only to change or print a document, it can be read. */
static void
test_restricted (void)
{
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    "<< /Filter /Standard /V 1 /R 2 /P -4"
    " /O <4142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f60>"
    " /U <85e187e8e14f1ee7a08b041d72f6b868925bb06986cf2056b138ca90a8037279> >>",
    NULL
  };
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_raw ("/Encrypt 4 0 R", objects));

  g_assert_cmpint (shinsa_pdf_get_n_pages (pdf), ==, 1);
}

static void
test_no_pages (void)
{
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [] /Count 0 >>",
    NULL
  };

  assert_refused (shinsa_test_pdf_raw ("", objects), SHINSA_ERROR_INVALID, EMPTY);
}

/* One page that is listed ten thousand and one times; so many objects make the count plausible. */
static void
test_too_many_pages (void)
{
  enum { N_PAGES = 10001 };
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  GString *kids = g_string_new (NULL);

  for (int i = 0; i < N_PAGES; i++)
    g_string_append_printf (kids, "%d 0 R ", i + 3);
  g_ptr_array_add (objects, g_strdup ("<< /Type /Catalog /Pages 2 0 R >>"));
  g_ptr_array_add (objects, g_strdup_printf ("<< /Type /Pages /Kids [%s] /Count %d >>", kids->str,
                                             N_PAGES));
  g_string_free (kids, TRUE);
  for (int i = 0; i < N_PAGES; i++)
    g_ptr_array_add (objects, g_strdup ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
  g_ptr_array_add (objects, NULL);

  assert_refused (shinsa_test_pdf_raw ("", (const char * const *) objects->pdata),
                  SHINSA_ERROR_TOO_LARGE, TOO_MANY);
}

/* --- Pages that are not in order --- */

static void
test_damaged_page (void)
{
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 9 0 R 4 0 R] /Count 3 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    NULL
  };
  const char *sentence = "Page 3 of this document is damaged and cannot be shown; the other pages "
                         "are not affected.";
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_raw ("", objects));
  ShinsaPdfView view = { .page = 3, .scale = 1, .width = 10, .height = 10 };
  g_autoptr (ShinsaPdfImage) first = pdf_page (pdf, 1, 1, 0);
  g_autoptr (GError) not_drawn = NULL;
  g_autoptr (GError) not_read = NULL;
  g_autoptr (GPtrArray) matches = pdf_search (pdf, "a");
  double width, height;

  shinsa_pdf_get_page_size (pdf, 3, &width, &height);
  g_assert_cmpfloat (width, ==, 595);
  g_assert_cmpfloat (height, ==, 842);
  g_assert_null (pdf_render (pdf, &view, &not_drawn));
  g_assert_error (not_drawn, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (not_drawn->message, ==, sentence);
  g_assert_null (pdf_text (pdf, 3, &not_read));
  g_assert_error (not_read, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (not_read->message, ==, sentence);
  g_assert_cmpuint (matches->len, ==, 0);
}

static void
assert_size (const char *box,
             double      width,
             double      height)
{
  g_autofree char *members = g_strdup_printf ("/MediaBox [%s]", box);
  g_autoptr (ShinsaPdf) pdf = pdf_take (page_new (members));
  ShinsaPdfView view = { .page = 1, .scale = 0.1, .width = 100, .height = 100 };
  g_autoptr (ShinsaPdfImage) image = pdf_render (pdf, &view, NULL);
  double found_width, found_height;

  shinsa_pdf_get_page_size (pdf, 1, &found_width, &found_height);
  g_assert_cmpfloat (found_width, ==, width);
  g_assert_cmpfloat (found_height, ==, height);
  g_assert_nonnull (image);
}

static void
test_sizes (void)
{
  assert_size ("0 0 1000000000 1000000000", 14400, 14400);
  assert_size ("-99999999 0 99999999 100", 14400, 100);
  assert_size ("100 100 0 0", 100, 100);
  assert_size ("0 0 0.001 100", 1, 100);
}

/* --- Documents that want something done --- */

static void
test_actions (void)
{
  g_autoptr (ShinsaTestDir) dir = shinsa_test_dir_new ();
  g_autofree char *proof = shinsa_test_dir_file (dir, "proof");
  g_autofree char *launch =
    g_strdup_printf ("<< /S /Launch /F (touch) /Unix << /F (touch) /P (%s) >> /Next 6 0 R >>",
                     proof);
  g_autofree char *script =
    g_strdup_printf ("<< /S /JavaScript /JS (this.saveAs\\('%s'\\); app.alert\\('x'\\);) >>",
                     proof);
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AA << /WC 6 0 R /WS 5 0 R >>"
    " /Names << /JavaScript << /Names [(a) 6 0 R] >> >> /Outlines 8 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /AA << /O 5 0 R /C 6 0 R >>"
    " /Annots [4 0 R 7 0 R] >>",
    "<< /Type /Annot /Subtype /Link /Rect [0 0 100 100] /A 5 0 R /AA << /PV 6 0 R >> >>",
    launch,
    script,
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (v) /Rect [0 0 50 20] /A 6 0 R"
    " /AA << /PO 5 0 R /F 6 0 R /C 6 0 R >> >>",
    "<< /First 9 0 R /Last 9 0 R /Count 1 >>",
    "<< /Title (Press) /Parent 8 0 R /A 5 0 R >>",
    NULL
  };
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_raw ("", objects));
  g_autoptr (ShinsaPdfImage) image = pdf_page (pdf, 1, 1, 0);
  g_autoptr (ShinsaPdfText) text = pdf_text (pdf, 1, NULL);
  g_autoptr (GPtrArray) matches = pdf_search (pdf, "v");

  g_assert_nonnull (text);
  g_assert_cmpuint (shinsa_pdf_get_outline (pdf)->len, ==, 0);
  g_assert_false (g_file_test (proof, G_FILE_TEST_EXISTS));
}

/* Every list has two headings, and both of them have the next list under them. */
static void
test_shared_outline (void)
{
  enum { N_LISTS = 40, FIRST = 5 };
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShinsaPdf) pdf = NULL;

  g_ptr_array_add (objects, g_strdup ("<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
  g_ptr_array_add (objects, g_strdup_printf ("<< /First %d 0 R >>", FIRST));
  for (int i = 0; i < N_LISTS; i++)
    {
      int one = FIRST + 2 * i;

      g_ptr_array_add (objects, g_strdup_printf ("<< /Title () /Dest [3 0 R /Fit] /Next %d 0 R"
                                                 " /First %d 0 R /Count 2 >>", one + 1, one + 2));
      g_ptr_array_add (objects, g_strdup_printf ("<< /Title () /Dest [3 0 R /Fit]"
                                                 " /First %d 0 R /Count 2 >>", one + 2));
    }
  g_ptr_array_add (objects, NULL);

  pdf = pdf_take (shinsa_test_pdf_raw ("", (const char * const *) objects->pdata));
  g_assert_cmpuint (shinsa_pdf_get_outline (pdf)->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-bad/damaged", test_damaged);
  g_test_add_func ("/pdf-bad/truncated", test_truncated);
  g_test_add_func ("/pdf-bad/repaired", test_repaired);
  g_test_add_func ("/pdf-bad/locked", test_locked);
  g_test_add_func ("/pdf-bad/restricted", test_restricted);
  g_test_add_func ("/pdf-bad/no-pages", test_no_pages);
  g_test_add_func ("/pdf-bad/too-many-pages", test_too_many_pages);
  g_test_add_func ("/pdf-bad/damaged-page", test_damaged_page);
  g_test_add_func ("/pdf-bad/sizes", test_sizes);
  g_test_add_func ("/pdf-bad/actions", test_actions);
  g_test_add_func ("/pdf-bad/shared-outline", test_shared_outline);

  return g_test_run ();
}
