/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-outline.h"
#include "rules/shinsa-definition-parts.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-ui-fixture.h"

static void
add_organisation (ShinsaDossier *dossier,
                  const char    *name,
                  const char    *kind)
{
  ShinsaOrganisation *organisation = shinsa_organisation_new ();

  organisation->name.en = g_strdup (name);
  shinsa_set_string (&organisation->kind, kind);
  g_ptr_array_add (dossier->organisations, organisation);
}

static void
add_count (ShinsaDossier *dossier,
           const char    *kind,
           int            count)
{
  ShinsaOrganisationCount *counted = g_new0 (ShinsaOrganisationCount, 1);

  counted->kind = g_strdup (kind);
  counted->count = count;
  g_ptr_array_add (dossier->organisation_counts, counted);
}

static ShinsaDossier *
make_dossier (void)
{
  ShinsaDossier *dossier = shinsa_dossier_new ();

  dossier->summary.en = g_strdup ("What it is about.");
  g_ptr_array_add (dossier->market_areas, g_strdup ("3"));
  g_ptr_array_add (dossier->market_areas, g_strdup ("99"));
  add_organisation (dossier, "North University", "university");
  add_organisation (dossier, "North City", "government");
  add_organisation (dossier, "College of the North", "university");
  add_count (dossier, "university", 8);
  add_count (dossier, "company", 17);
  return dossier;
}

static ShinsaDefinition *
make_definition (void)
{
  ShinsaDefinition *definition = shinsa_definition_new ();
  ShinsaMarketArea *area = shinsa_market_area_new ();

  shinsa_set_string (&area->code, "3");
  shinsa_set_string (&area->symbol, "③");
  area->name.en = g_strdup ("Sustainable production");
  g_ptr_array_add (definition->market_areas, area);
  return definition;
}

static char *
read_outline (GtkWidget *outline)
{
  GString *text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; (label = shinsa_ui_find_type (outline, GTK_TYPE_LABEL, i)) != NULL; i++)
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (label)));
  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  g_autoptr (ShinsaDefinition) definition = make_definition ();
  g_autoptr (ShinsaDossier) dossier = make_dossier ();
  g_autoptr (GtkWidget) outline =
    g_object_ref_sink (g_object_new (SHINSA_TYPE_DOSSIER_OUTLINE, NULL));
  g_autofree char *whole = NULL;
  g_autofree char *participants = NULL;

  shinsa_dossier_outline_show (SHINSA_DOSSIER_OUTLINE (outline), definition, dossier, FALSE);
  whole = read_outline (outline);
  g_assert_cmpstr (whole, ==,
                   "What it is about.\n"
                   "Market areas\n③ Sustainable production\n99\n"
                   "Organisations\n"
                   "Universities 8\nNorth University, College of the North and others\n"
                   "Governments 1\nNorth City\n"
                   "Companies 17\nnot named\n");

  dossier->and_others = TRUE;
  shinsa_dossier_outline_show (SHINSA_DOSSIER_OUTLINE (outline), definition, dossier, TRUE);
  participants = read_outline (outline);
  g_assert_cmpstr (participants, ==,
                   "Organisations\n"
                   "Universities 8\nNorth University, College of the North and others\n"
                   "Governments 1\nNorth City\n"
                   "Companies 17\nnot named\n"
                   "And others, who are not named.\n");
}

/* What comes at the end leaves alone what stands before it. */
static void
test_place_is_kept (void)
{
  g_autoptr (ShinsaDefinition) definition = make_definition ();
  g_autoptr (ShinsaDossier) dossier = make_dossier ();
  g_autoptr (GtkWidget) outline =
    g_object_ref_sink (g_object_new (SHINSA_TYPE_DOSSIER_OUTLINE, NULL));
  GtkWidget *summary;
  GtkWidget *areas;

  shinsa_dossier_outline_show (SHINSA_DOSSIER_OUTLINE (outline), definition, dossier, FALSE);
  summary = shinsa_ui_find_type (outline, GTK_TYPE_LABEL, 0);
  areas = shinsa_ui_find_type (outline, GTK_TYPE_LABEL, 1);
  shinsa_set_string (&dossier->summary.en, "What it is about now.");
  dossier->and_others = TRUE;
  shinsa_dossier_outline_show (SHINSA_DOSSIER_OUTLINE (outline), definition, dossier, FALSE);
  g_assert_true (shinsa_ui_find_type (outline, GTK_TYPE_LABEL, 0) != summary);
  g_assert_true (shinsa_ui_find_type (outline, GTK_TYPE_LABEL, 1) == areas);
}

/* With Tab one comes past it and not through its lines, which the pointer can select. */
static void
test_tab (void)
{
  g_autoptr (ShinsaDefinition) definition = make_definition ();
  g_autoptr (ShinsaDossier) dossier = make_dossier ();
  GtkWidget *outline = g_object_new (SHINSA_TYPE_DOSSIER_OUTLINE, NULL);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = gtk_window_new ();

  shinsa_dossier_outline_show (SHINSA_DOSSIER_OUTLINE (outline), definition, dossier, FALSE);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), outline);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (before);

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  gtk_widget_grab_focus (shinsa_ui_find_type (outline, GTK_TYPE_LABEL, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), outline));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/dossier-outline/lines", test_lines);
  g_test_add_func ("/dossier-outline/place-is-kept", test_place_is_kept);
  g_test_add_func ("/dossier-outline/tab", test_tab);
  return g_test_run ();
}
