/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-text-field.h"

/* Typing pauses for so long, in milliseconds, before it is told what was typed. */
#define PAUSE 300

/* What a draft may hold; the limit of the format. */
#define LONGEST_TEXT 20000

struct _ShinsaTextField
{
  AdwBin         parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkLabel      *placeholder;

  char          *shown;     /* what was last shown or told */
  char          *arrived;   /* to be shown once nobody writes here, or NULL */
  guint          pause;     /* running while something typed was not told yet */
  gboolean       showing;   /* the change of the buffer is ours */
  gboolean       composing; /* an input method shows a word that is not in the buffer yet */
};

G_DEFINE_FINAL_TYPE (ShinsaTextField, shinsa_text_field, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_LABEL,
  PROP_PLACEHOLDER,
  PROP_EDITABLE,
  N_PROPS
};

enum {
  ENTERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_placeholder (ShinsaTextField *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          gtk_text_buffer_get_char_count (self->buffer) == 0 && !self->composing);
}

static void
preedit_changed_cb (ShinsaTextField *self,
                    const char      *preedit)
{
  self->composing = *preedit != '\0';
  update_placeholder (self);
}

static gboolean
pause_cb (gpointer data)
{
  ShinsaTextField *self = data;

  self->pause = 0;
  g_free (self->shown);
  self->shown = shinsa_text_field_dup_text (self);
  g_signal_emit (self, signals[ENTERED], 0, self->shown);
  return G_SOURCE_REMOVE;
}

/* What would be over the limit is left out at once and in sight, not later and unseen. To take it
 * out again when the buffer changed would leave others with a place in it that is no more. */
static void
insert_text_cb (ShinsaTextField *self,
                GtkTextIter     *at,
                char            *text,
                int              length)
{
  int room = LONGEST_TEXT - gtk_text_buffer_get_char_count (self->buffer);

  if (g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (self->buffer, at, text, g_utf8_offset_to_pointer (text, room) - text);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
buffer_changed_cb (ShinsaTextField *self)
{
  update_placeholder (self);
  if (self->showing)
    return;
  g_clear_pointer (&self->arrived, g_free);
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

static void
put_text (ShinsaTextField *self,
          const char      *text)
{
  g_autofree char *before = shinsa_text_field_dup_text (self);

  g_free (self->shown);
  self->shown = g_strdup (text);
  if (g_str_equal (before, text))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  self->showing = FALSE;
}

static void
focus_leave_cb (ShinsaTextField *self)
{
  g_autofree char *arrived = g_steal_pointer (&self->arrived);

  shinsa_text_field_flush (self);
  if (arrived != NULL)
    put_text (self, arrived);
}

static gboolean
shinsa_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHINSA_TEXT_FIELD (widget)->view));
}

static void
shinsa_text_field_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ShinsaTextField *self = SHINSA_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      shinsa_text_field_set_label (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      shinsa_text_field_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_EDITABLE:
      shinsa_text_field_set_editable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_text_field_dispose (GObject *object)
{
  ShinsaTextField *self = SHINSA_TEXT_FIELD (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_TEXT_FIELD);

  G_OBJECT_CLASS (shinsa_text_field_parent_class)->dispose (object);
}

static void
shinsa_text_field_finalize (GObject *object)
{
  ShinsaTextField *self = SHINSA_TEXT_FIELD (object);

  g_free (self->shown);
  g_free (self->arrived);

  G_OBJECT_CLASS (shinsa_text_field_parent_class)->finalize (object);
}

static void
shinsa_text_field_class_init (ShinsaTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = shinsa_text_field_set_property;
  object_class->dispose = shinsa_text_field_dispose;
  object_class->finalize = shinsa_text_field_finalize;
  widget_class->grab_focus = shinsa_text_field_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/parts/shinsa-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaTextField, view);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTextField, buffer);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTextField, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_changed_cb);
}

static void
shinsa_text_field_init (ShinsaTextField *self)
{
  self->shown = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_text_field_new:
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
shinsa_text_field_new (void)
{
  return g_object_new (SHINSA_TYPE_TEXT_FIELD, NULL);
}

/**
 * shinsa_text_field_show:
 * @self: a field
 * @text: what the draft holds
 *
 * Shows what the draft holds, unless somebody is writing here: then what is written stays, and
 * goes into the draft in its turn.
 */
void
shinsa_text_field_show (ShinsaTextField *self,
                        const char      *text)
{
  g_return_if_fail (SHINSA_IS_TEXT_FIELD (self));
  g_return_if_fail (text != NULL);

  if (self->pause != 0 || g_str_equal (self->shown, text))
    return;
  if (!shinsa_text_field_has_focus (self))
    {
      put_text (self, text);
      return;
    }
  g_free (self->arrived);
  self->arrived = g_strdup (text);
}

/**
 * shinsa_text_field_dup_text:
 * @self: a field
 *
 * Returns: (transfer full): what stands in the field
 */
char *
shinsa_text_field_dup_text (ShinsaTextField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SHINSA_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/**
 * shinsa_text_field_flush:
 * @self: a field
 *
 * Tells now what was typed and not told yet.
 */
void
shinsa_text_field_flush (ShinsaTextField *self)
{
  g_return_if_fail (SHINSA_IS_TEXT_FIELD (self));

  if (self->pause == 0)
    return;
  g_source_remove (self->pause);
  pause_cb (self);
}

/**
 * shinsa_text_field_set_label:
 * @self: a field
 * @label: (nullable): what the field is for, as it is read out
 */
void
shinsa_text_field_set_label (ShinsaTextField *self,
                             const char      *label)
{
  g_return_if_fail (SHINSA_IS_TEXT_FIELD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
}

/**
 * shinsa_text_field_set_placeholder:
 * @self: a field
 * @placeholder: (nullable): what stands in the field while it is empty
 */
void
shinsa_text_field_set_placeholder (ShinsaTextField *self,
                                   const char      *placeholder)
{
  g_return_if_fail (SHINSA_IS_TEXT_FIELD (self));

  gtk_label_set_label (self->placeholder, placeholder != NULL ? placeholder : "");
}

/**
 * shinsa_text_field_set_editable:
 * @self: a field
 * @editable: whether one may write
 */
void
shinsa_text_field_set_editable (ShinsaTextField *self,
                                gboolean         editable)
{
  g_return_if_fail (SHINSA_IS_TEXT_FIELD (self));

  /* The cursor stays: what is only read can be selected by keyboard, too; and GTK 4.8 ends where a
   * cursor that blinks is taken away while the focus is elsewhere. */
  gtk_text_view_set_editable (self->view, editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
}

/**
 * shinsa_text_field_has_focus:
 * @self: a field
 *
 * Returns: whether somebody may be writing here
 */
gboolean
shinsa_text_field_has_focus (ShinsaTextField *self)
{
  g_return_val_if_fail (SHINSA_IS_TEXT_FIELD (self), FALSE);

  return gtk_widget_has_focus (GTK_WIDGET (self->view));
}
