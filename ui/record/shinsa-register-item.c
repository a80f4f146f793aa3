/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-register-item.h"

#include <glib/gi18n-lib.h>


/* A line of the register as people read it: number, what happened, to whom. */

struct _ShinsaRegisterItem
{
  GObject parent_instance;

  char *number;
  char *title;
  char *detail;
  char *text;     /* all of it, to be searched */
};

enum {
  PROP_0,
  PROP_NUMBER,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShinsaRegisterItem, shinsa_register_item, G_TYPE_OBJECT)

static void
shinsa_register_item_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ShinsaRegisterItem *self = SHINSA_REGISTER_ITEM (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_register_item_finalize (GObject *object)
{
  ShinsaRegisterItem *self = SHINSA_REGISTER_ITEM (object);

  g_free (self->number);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->text);

  G_OBJECT_CLASS (shinsa_register_item_parent_class)->finalize (object);
}

static void
shinsa_register_item_class_init (ShinsaRegisterItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char * const names[] = {
    [PROP_NUMBER] = "number",
    [PROP_TITLE] = "title",
    [PROP_DETAIL] = "detail",
    [PROP_TEXT] = "text",
  };

  object_class->get_property = shinsa_register_item_get_property;
  object_class->finalize = shinsa_register_item_finalize;

  for (guint i = PROP_NUMBER; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
shinsa_register_item_init (ShinsaRegisterItem *self)
{
}

/* The day and the minute, as the desk's computer showed them. */
static char *
format_time (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup (at);
}

static char *
describe (const ShinsaRegisterRow *row,
          const ShinsaRound       *round)
{
  GString *text = g_string_new (NULL);
  g_autofree char *time = format_time (row->at);

  g_string_append (text, time);
  if (*row->member != '\0')
    {
      const ShinsaMember *member = shinsa_round_member (round, row->member);

      g_string_append_printf (text, " · %s", member != NULL ? shinsa_text_get (&member->name)
                                                            : row->member);
    }
  if (*row->application != '\0')
    {
      const ShinsaDossier *dossier = shinsa_round_dossier (round, row->application);

      g_string_append_printf (text, " · %s", dossier != NULL ? shinsa_text_get (&dossier->name)
                                                             : row->application);
    }
  if (*row->reason != '\0')
    g_string_append_printf (text, " · %s", row->reason);
  if (!row->held)
    g_string_append_printf (text, " · %s", _("not held here"));

  return g_string_free (text, FALSE);
}

/**
 * shinsa_register_item_new:
 * @row: a line of the register
 * @round: the picture, for names
 *
 * Returns: (transfer full): the line as people read it
 */
ShinsaRegisterItem *
shinsa_register_item_new (const ShinsaRegisterRow *row,
                          const ShinsaRound       *round)
{
  ShinsaRegisterItem *self = g_object_new (SHINSA_TYPE_REGISTER_ITEM, NULL);

  self->number = g_strdup_printf ("%d", (int) row->seq);
  if (row->received)
    /* Translators: what was received, such as “Review submitted”. */
    self->title = g_strdup_printf (_("Received: %s"), shinsa_kind_label (row->kind));
  else
    self->title = g_strdup (shinsa_kind_label (row->kind));
  self->detail = describe (row, round);
  self->text = g_strdup_printf ("%s %s %s", self->number, self->title, self->detail);

  return self;
}
