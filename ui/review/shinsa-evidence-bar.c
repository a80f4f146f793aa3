/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-evidence-bar.h"

#include <glib/gi18n-lib.h>

#define CHIP_DATA "shinsa-chip"

/* As much of a quote as tells which one it is. */
#define MOST_QUOTED 60

/* Beside a reason there is room for so many. */
#define MOST_ON_A_LINE 4

struct _ShinsaEvidenceBar
{
  AdwBin      parent_instance;

  GtkBox     *box;       /* of boxes, one for each line */
  char       *shown;     /* all that the chips say, to know whether they still hold */
  gboolean    editable;
};

G_DEFINE_FINAL_TYPE (ShinsaEvidenceBar, shinsa_evidence_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_EDITABLE,
  N_PROPS
};

enum {
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A place, and what it is called. */
typedef struct {
  char *document;
  int   page;
  char *quote;
  guint number;
} Chip;

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_free (chip->document);
  g_free (chip->quote);
  g_free (chip);
}

static const Chip *
get_chip (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), CHIP_DATA);
}

static void
clicked_cb (GtkWidget *button)
{
  const Chip *chip = get_chip (button);

  gtk_widget_activate_action (button, "review.show-evidence", "(sis)", chip->document, chip->page,
                              chip->quote);
}

static void
remove_cb (ShinsaEvidenceBar *self,
           GtkWidget         *button)
{
  g_signal_emit (self, signals[REMOVED], 0, get_chip (button)->number);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                ShinsaEvidenceBar     *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (!self->editable ||
      (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace))
    return FALSE;
  remove_cb (self, button);
  return TRUE;
}

/* --- Words --- */

static const char *
name_document (const ShinsaDossier *dossier,
               const char          *hash)
{
  const ShinsaDocumentInfo *document =
    dossier != NULL ? shinsa_dossier_document (dossier, hash) : NULL;

  return document != NULL ? document->name : _("a document that is not here");
}

static char *
describe (const ShinsaDossier  *dossier,
          const ShinsaEvidence *evidence)
{
  const char *name = name_document (dossier, evidence->document);
  g_autofree char *quote = NULL;

  if (*evidence->quote == '\0')
    /* Translators: a document and a page of it. */
    return g_strdup_printf (_("Evidence: %s, page %d"), name, evidence->page);
  quote = g_utf8_substring (evidence->quote, 0,
                            MIN (MOST_QUOTED, g_utf8_strlen (evidence->quote, -1)));
  /* Translators: a document, a page of it and what it says there. */
  return g_strdup_printf (_("Evidence: %s, page %d, “%s”"), name, evidence->page, quote);
}

/* --- Chips --- */

static void
set_name (GtkWidget  *button,
          const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_chip (GtkWidget            *button,
          const ShinsaEvidence *evidence,
          guint                 number)
{
  Chip *chip = g_new0 (Chip, 1);

  chip->document = g_strdup (evidence->document);
  chip->page = evidence->page;
  chip->quote = g_strdup (evidence->quote);
  chip->number = number;
  g_object_set_data_full (G_OBJECT (button), CHIP_DATA, chip, chip_free);
}

static GtkWidget *
make_place_button (ShinsaEvidenceBar    *self,
                   const ShinsaEvidence *evidence,
                   const char           *name)
{
  /* Translators: a page of a document. */
  g_autofree char *label = g_strdup_printf (_("p.%d"), evidence->page);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkEventController *keys = gtk_event_controller_key_new ();

  set_name (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (button, keys);
  return button;
}

static GtkWidget *
make_remove_button (ShinsaEvidenceBar *self,
                    const char        *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: the placeholder is evidence, a document and a page. */
  g_autofree char *label = g_strdup_printf (_("Take away: %s"), name);

  set_name (button, label);
  /* By keyboard the chip itself is deleted. */
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self, "editable", button, "visible", G_BINDING_SYNC_CREATE);
  return button;
}

static void
append_chip (ShinsaEvidenceBar    *self,
             GtkBox               *line,
             const ShinsaDossier  *dossier,
             const ShinsaEvidence *evidence,
             guint                 number)
{
  g_autofree char *name = describe (dossier, evidence);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *place = make_place_button (self, evidence, name);
  GtkWidget *remove = make_remove_button (self, name);

  set_chip (place, evidence, number);
  set_chip (remove, evidence, number);
  gtk_widget_add_css_class (chip, "evidence");
  gtk_box_append (GTK_BOX (chip), place);
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_box_append (line, chip);
}

static void
rebuild (ShinsaEvidenceBar   *self,
         const ShinsaDossier *dossier,
         const ShinsaScore   *score)
{
  GtkWidget *line = NULL;
  guint count = 0;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, line);
  for (guint i = 0; score != NULL && i < score->evidence->len; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);

      if (*evidence->document == '\0')
        continue;
      if (count++ % MOST_ON_A_LINE == 0)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
          gtk_box_append (self->box, line);
        }
      append_chip (self, GTK_BOX (line), dossier, evidence, i);
    }
}

/* What the chips say of a score; places that were left blank have none. */
static char *
tell (const ShinsaDossier *dossier,
      const ShinsaScore   *score)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; score != NULL && i < score->evidence->len; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);
      g_autofree char *name = describe (dossier, evidence);

      if (*evidence->document != '\0')
        g_string_append_printf (text, "%u %s %d %s %s\n", i, evidence->document, evidence->page,
                                evidence->quote, name);
    }
  return g_string_free (text, FALSE);
}

/* --- The object --- */

static void
shinsa_evidence_bar_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, SHINSA_EVIDENCE_BAR (object)->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_evidence_bar_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITABLE:
      shinsa_evidence_bar_set_editable (SHINSA_EVIDENCE_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_evidence_bar_finalize (GObject *object)
{
  g_free (SHINSA_EVIDENCE_BAR (object)->shown);

  G_OBJECT_CLASS (shinsa_evidence_bar_parent_class)->finalize (object);
}

static void
shinsa_evidence_bar_class_init (ShinsaEvidenceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shinsa_evidence_bar_get_property;
  object_class->set_property = shinsa_evidence_bar_set_property;
  object_class->finalize = shinsa_evidence_bar_finalize;

  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
shinsa_evidence_bar_init (ShinsaEvidenceBar *self)
{
  self->shown = g_strdup ("");
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Evidence"), -1);
}

/**
 * shinsa_evidence_bar_show:
 * @self: a bar
 * @dossier: (nullable): the application, whose documents give the chips their names
 * @score: (nullable): what is given for the requirement
 *
 * Shows a chip for each place; without one the bar is out of sight.
 */
void
shinsa_evidence_bar_show (ShinsaEvidenceBar   *self,
                          const ShinsaDossier *dossier,
                          const ShinsaScore   *score)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SHINSA_IS_EVIDENCE_BAR (self));

  text = tell (dossier, score);
  if (g_str_equal (text, self->shown))
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  rebuild (self, dossier, score);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->shown != '\0');
}

/**
 * shinsa_evidence_bar_set_editable:
 * @self: a bar
 * @editable: whether chips may be taken away
 */
void
shinsa_evidence_bar_set_editable (ShinsaEvidenceBar *self,
                                  gboolean           editable)
{
  g_return_if_fail (SHINSA_IS_EVIDENCE_BAR (self));

  if (self->editable == editable)
    return;
  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}
