/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-outline.h"

#include "review/shinsa-dossier-words.h"

#include <glib/gi18n-lib.h>

/* A heading or a paragraph. */
typedef struct {
  char    *text;
  gboolean heading;
} Line;

struct _ShinsaDossierOutline
{
  AdwBin     parent_instance;

  GtkBox    *box;
  GPtrArray *lines;  /* (element-type Line), as they are in the box */
};

G_DEFINE_FINAL_TYPE (ShinsaDossierOutline, shinsa_dossier_outline, ADW_TYPE_BIN)

static void
line_free (Line *line)
{
  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray *lines,
          char      *text,
          gboolean   heading)
{
  Line *line = g_new0 (Line, 1);

  line->text = text;
  line->heading = heading;
  g_ptr_array_add (lines, line);
}

static void
add_heading (GPtrArray  *lines,
             const char *text)
{
  add_line (lines, g_strdup (text), TRUE);
}

static void
add_paragraph (GPtrArray  *lines,
               const char *text)
{
  add_line (lines, g_strdup (text), FALSE);
}

static gboolean
lines_are_same (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Line *one = g_ptr_array_index (a, i);
      const Line *other = g_ptr_array_index (b, i);

      if (one->heading != other->heading || !g_str_equal (one->text, other->text))
        return FALSE;
    }
  return TRUE;
}

static void
append_label (ShinsaDossierOutline *self,
              const Line           *line)
{
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), !line->heading);
  gtk_widget_add_css_class (label, line->heading ? "outline-heading" : "outline-text");
  gtk_box_append (self->box, label);
}

/* What is the same stays, with the place one reads and what one has selected in it. */
static void
take_lines (ShinsaDossierOutline *self,
            GPtrArray            *lines)
{
  GtkWidget *child;

  if (lines_are_same (self->lines, lines))
    {
      g_ptr_array_unref (lines);
      return;
    }
  g_ptr_array_unref (self->lines);
  self->lines = lines;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < lines->len; i++)
    append_label (self, g_ptr_array_index (lines, i));
}

static void
add_section (GPtrArray           *lines,
             const ShinsaSection *section)
{
  add_heading (lines, shinsa_section_label (section->code));
  for (guint i = 0; i < section->items->len; i++)
    {
      const ShinsaText *item = g_ptr_array_index (section->items, i);

      add_line (lines, g_strdup_printf ("• %s", shinsa_text_get (item)), FALSE);
    }
}

/* The kinds in the order in which they first appear. */
static GPtrArray *
list_kinds (const ShinsaDossier *dossier)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);

      if (!g_ptr_array_find_with_equal_func (kinds, organisation->kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, organisation->kind);
    }
  return kinds;
}

static char *
join_names (const ShinsaDossier *dossier,
            const char          *kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);

      if (g_str_equal (organisation->kind, kind))
        g_ptr_array_add (names, (gpointer) shinsa_text_get (&organisation->name));
    }
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of organisations. */
  return g_strjoinv (C_("list", ", "), (char **) names->pdata);
}

static void
add_organisations (GPtrArray           *lines,
                   const ShinsaDossier *dossier)
{
  g_autoptr (GPtrArray) kinds = list_kinds (dossier);

  if (kinds->len > 0)
    add_heading (lines, _("Organisations"));
  for (guint i = 0; i < kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (kinds, i);
      g_autofree char *names = join_names (dossier, kind);

      add_line (lines,
                /* Translators: a kind of organisation, and the names of those of that kind. */
                g_strdup_printf (_("%s: %s"), shinsa_organisation_kind_label (kind), names), FALSE);
    }
  if (dossier->and_others)
    add_paragraph (lines, _("And others, who are not named."));
}

static void
add_persons (GPtrArray           *lines,
             const ShinsaDossier *dossier)
{
  if (dossier->persons->len > 0)
    add_heading (lines, _("Key persons"));
  for (guint i = 0; i < dossier->persons->len; i++)
    {
      const ShinsaPerson *person = g_ptr_array_index (dossier->persons, i);
      const char *organisation = shinsa_text_get (&person->organisation);

      if (organisation == NULL)
        add_paragraph (lines, shinsa_text_get (&person->name));
      else
        add_line (lines,
                  /* Translators: a person, and the organisation they belong to. */
                  g_strdup_printf (_("%s, %s"), shinsa_text_get (&person->name), organisation),
                  FALSE);
    }
}

static void
shinsa_dossier_outline_finalize (GObject *object)
{
  g_ptr_array_unref (SHINSA_DOSSIER_OUTLINE (object)->lines);

  G_OBJECT_CLASS (shinsa_dossier_outline_parent_class)->finalize (object);
}

static void
shinsa_dossier_outline_class_init (ShinsaDossierOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shinsa_dossier_outline_finalize;
}

static void
shinsa_dossier_outline_init (ShinsaDossierOutline *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "outline");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * shinsa_dossier_outline_show:
 * @self: an outline
 * @dossier: (not nullable): what to show
 * @participants_only: whether only organisations and persons may be shown
 */
void
shinsa_dossier_outline_show (ShinsaDossierOutline *self,
                             const ShinsaDossier  *dossier,
                             gboolean              participants_only)
{
  GPtrArray *lines;
  const char *network;

  g_return_if_fail (SHINSA_IS_DOSSIER_OUTLINE (self));
  g_return_if_fail (dossier != NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (!participants_only && shinsa_text_get (&dossier->summary) != NULL)
    add_paragraph (lines, shinsa_text_get (&dossier->summary));
  for (guint i = 0; !participants_only && i < dossier->sections->len; i++)
    add_section (lines, g_ptr_array_index (dossier->sections, i));
  network = shinsa_text_get (&dossier->network_organisation);
  if (network != NULL)
    {
      add_heading (lines, _("Network organisation"));
      add_paragraph (lines, network);
    }
  add_organisations (lines, dossier);
  add_persons (lines, dossier);
  take_lines (self, lines);
}
