/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-outline.h"

#include "review/shinsa-dossier-words.h"
#include "review/shinsa-line-list.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDossierOutline
{
  AdwBin          parent_instance;

  ShinsaLineList *list;
};

G_DEFINE_FINAL_TYPE (ShinsaDossierOutline, shinsa_dossier_outline, ADW_TYPE_BIN)

static void
add_section (GPtrArray           *lines,
             const ShinsaSection *section)
{
  shinsa_lines_add (lines, SHINSA_LINE_HEADING, shinsa_section_label (section->code), NULL);
  for (guint i = 0; i < section->items->len; i++)
    shinsa_lines_add (lines, SHINSA_LINE_ITEM,
                      shinsa_text_get (g_ptr_array_index (section->items, i)), NULL);
}

/* The names of the areas beside their signs, which stand alone elsewhere. */
static void
add_areas (GPtrArray              *lines,
           const ShinsaDefinition *definition,
           const ShinsaDossier    *dossier)
{
  if (dossier->market_areas->len > 0)
    shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Market areas"), NULL);
  for (guint i = 0; i < dossier->market_areas->len; i++)
    {
      const char *code = g_ptr_array_index (dossier->market_areas, i);
      const ShinsaMarketArea *area = shinsa_definition_market_area (definition, code);
      g_autofree char *text = NULL;

      if (area != NULL)
        text = g_strdup_printf ("%s %s", area->symbol, shinsa_text_get (&area->name));
      shinsa_lines_add (lines, SHINSA_LINE_TEXT, text != NULL ? text : code, NULL);
    }
}

/* --- Organisations --- */

static int
count_of (const ShinsaDossier *dossier,
          const char          *kind)
{
  for (guint i = 0; i < dossier->organisation_counts->len; i++)
    {
      const ShinsaOrganisationCount *count = g_ptr_array_index (dossier->organisation_counts, i);

      if (g_str_equal (count->kind, kind))
        return count->count;
    }
  return 0;
}

static void
add_kind (GPtrArray *kinds,
          char      *kind)
{
  if (!g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
    g_ptr_array_add (kinds, kind);
}

/* The kinds in the order in which they first appear; those that are only counted come last. */
static GPtrArray *
list_kinds (const ShinsaDossier *dossier)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < dossier->organisations->len; i++)
    add_kind (kinds, ((ShinsaOrganisation *) g_ptr_array_index (dossier->organisations, i))->kind);
  for (guint i = 0; i < dossier->organisation_counts->len; i++)
    {
      ShinsaOrganisationCount *count = g_ptr_array_index (dossier->organisation_counts, i);

      add_kind (kinds, count->kind);
    }
  return kinds;
}

static GPtrArray *
list_names (const ShinsaDossier *dossier,
            const char          *kind)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);

      if (g_str_equal (organisation->kind, kind))
        g_ptr_array_add (names, (gpointer) shinsa_text_get (&organisation->name));
    }
  return names;
}

/* How many there are, and who they are as far as they are named. */
static void
add_organisations_of (GPtrArray           *lines,
                      const ShinsaDossier *dossier,
                      const char          *kind)
{
  g_autoptr (GPtrArray) names = list_names (dossier, kind);
  int named = (int) names->len;
  int count = MAX (count_of (dossier, kind), named);
  g_autofree char *label = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (names, NULL);
  /* Translators: between the names of organisations. */
  joined = g_strjoinv (C_("list", ", "), (char **) names->pdata);
  /* Translators: a kind of organisation, and how many there are. */
  label = g_strdup_printf (_("%s %d"), shinsa_organisation_kind_label (kind), count);
  if (named == 0)
    text = g_strdup (_("not named"));
  else if (count > named)
    /* Translators: the names of some organisations, while there are more. */
    text = g_strdup_printf (_("%s and others"), joined);
  else
    text = g_steal_pointer (&joined);
  shinsa_lines_add (lines, SHINSA_LINE_CELLS, label, text, NULL);
}

static void
add_organisations (GPtrArray           *lines,
                   const ShinsaDossier *dossier)
{
  g_autoptr (GPtrArray) kinds = list_kinds (dossier);

  if (kinds->len > 0)
    shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Organisations"), NULL);
  for (guint i = 0; i < kinds->len; i++)
    add_organisations_of (lines, dossier, g_ptr_array_index (kinds, i));
  if (dossier->and_others)
    shinsa_lines_add (lines, SHINSA_LINE_TEXT, _("And others, who are not named."), NULL);
}

static void
add_persons (GPtrArray           *lines,
             const ShinsaDossier *dossier)
{
  if (dossier->persons->len > 0)
    shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Key persons"), NULL);
  for (guint i = 0; i < dossier->persons->len; i++)
    {
      const ShinsaPerson *person = g_ptr_array_index (dossier->persons, i);

      shinsa_lines_add (lines, SHINSA_LINE_CELLS, shinsa_text_get (&person->name),
                        shinsa_text_get (&person->organisation), NULL);
    }
}

static void
shinsa_dossier_outline_class_init (ShinsaDossierOutlineClass *klass)
{
}

static void
shinsa_dossier_outline_init (ShinsaDossierOutline *self)
{
  self->list = SHINSA_LINE_LIST (shinsa_line_list_new (1));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * shinsa_dossier_outline_show:
 * @self: an outline
 * @definition: (not nullable): the round's definition
 * @dossier: (not nullable): what to show
 * @participants_only: whether only organisations and persons may be shown
 */
void
shinsa_dossier_outline_show (ShinsaDossierOutline   *self,
                             const ShinsaDefinition *definition,
                             const ShinsaDossier    *dossier,
                             gboolean                participants_only)
{
  GPtrArray *lines;

  g_return_if_fail (SHINSA_IS_DOSSIER_OUTLINE (self));
  g_return_if_fail (definition != NULL && dossier != NULL);

  lines = shinsa_lines_new ();
  if (!participants_only && !shinsa_text_is_empty (&dossier->summary))
    shinsa_lines_add (lines, SHINSA_LINE_TEXT, shinsa_text_get (&dossier->summary), NULL);
  if (!participants_only)
    add_areas (lines, definition, dossier);
  for (guint i = 0; !participants_only && i < dossier->sections->len; i++)
    add_section (lines, g_ptr_array_index (dossier->sections, i));
  if (!shinsa_text_is_empty (&dossier->network_organisation))
    {
      shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Network organisation"), NULL);
      shinsa_lines_add (lines, SHINSA_LINE_TEXT,
                        shinsa_text_get (&dossier->network_organisation), NULL);
    }
  add_organisations (lines, dossier);
  add_persons (lines, dossier);
  shinsa_line_list_show (self->list, lines);
}
