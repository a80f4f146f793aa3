/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-agenda-list.h"

#include "interview/shinsa-agenda-row.h"
#include "interview/shinsa-slot-times.h"
#include "parts/shinsa-row-keeper.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-discussion.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-roster.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaAgendaList
{
  AdwBin           parent_instance;

  GtkWidget       *by_discussion;
  GtkListBox      *list;

  ShinsaService   *service;
  char            *application;
  ShinsaRowKeeper *rows;
  GPtrArray       *order;       /* (element-type utf8), applications by how much there is to
                                 * discuss; NULL for the timetable */
  gboolean         selecting;   /* the selection follows the property */
};

G_DEFINE_FINAL_TYPE (ShinsaAgendaList, shinsa_agenda_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- How far an application is --- */

static char *
count_reviews (const ShinsaRound *round,
               const char        *application)
{
  int wanted = 0;
  int received = 0;

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (!shinsa_round_is_scorer (round, member) ||
          shinsa_interest_bars (shinsa_round_interest (round, application, member->id)))
        continue;
      wanted++;
      received += shinsa_round_review (round, application, member->id,
                                       SHINSA_PHASE_INTERVIEW) != NULL ? 1 : 0;
    }
  return g_strdup_printf ("%d/%d", received, wanted);
}

static const char *
tell_own_state (const ShinsaRound   *round,
                const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);

  if (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED)
    return C_("progress", "declare");
  if (interest->state == SHINSA_INTEREST_WAITING)
    return C_("progress", "waits");
  if (shinsa_interest_bars (interest))
    return shinsa_mark_text (SHINSA_MARK_RECUSED);
  if (shinsa_round_newest_review (round, dossier->id, round->member,
                                  SHINSA_PHASE_INTERVIEW) != NULL)
    return C_("progress", "done");
  return "";
}

static char *
tell_desk_state (const ShinsaRound   *round,
                 const ShinsaDossier *dossier)
{
  gboolean over = shinsa_interview_timer (round, dossier->id).over;
  g_autofree char *count = NULL;

  if (!shinsa_round_phase_was_opened (round, SHINSA_PHASE_INTERVIEW, dossier->id))
    return g_strdup (over ? C_("progress", "done") : "");
  count = count_reviews (round, dossier->id);
  /* Translators: an interview that is over, and how many reviews of it there are: "done 5/7". */
  return over ? g_strdup_printf (_("done %s"), count) : g_steal_pointer (&count);
}

static char *
tell_status (const ShinsaRound   *round,
             const ShinsaDossier *dossier)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);

  if (dossier->withdrawn)
    return g_strdup (C_("progress", "withdrawn"));
  if (shinsa_round_decision (round, dossier->id) == SHINSA_DECISION_CONFIRMED)
    return g_strdup (C_("progress", "decided"));
  if (round->is_desk)
    return tell_desk_state (round, dossier);
  if (member == NULL || !shinsa_round_is_scorer (round, member))
    return g_strdup ("");
  return g_strdup (tell_own_state (round, dossier));
}

/* --- Rows --- */

static ShinsaAgendaRow *
ensure_row (ShinsaAgendaList *self,
            const char       *date,
            const char       *starts,
            const char       *application)
{
  g_autofree char *key = g_strdup_printf ("%s %s %s %s", self->order != NULL ? "discussion" : "",
                                          date != NULL ? date : "", starts != NULL ? starts : "",
                                          application != NULL ? application : "");
  GtkWidget *row = shinsa_row_keeper_find (self->rows, key);

  if (row == NULL)
    {
      row = shinsa_agenda_row_new (date, starts, application);
      shinsa_row_keeper_add (self->rows, key, row);
    }
  return SHINSA_AGENDA_ROW (row);
}

static void
show_dossier (ShinsaAgendaList    *self,
              const ShinsaRound   *round,
              const ShinsaDossier *dossier,
              const ShinsaSlot    *slot,
              const char          *detail)
{
  g_autofree char *status = tell_status (round, dossier);

  shinsa_agenda_row_show (ensure_row (self, slot != NULL ? slot->date : NULL,
                                      slot != NULL ? slot->starts : NULL, dossier->id),
                          shinsa_text_get (&dossier->name), detail, status,
                          shinsa_interview_timer (round, dossier->id).running);
}

static void
show_pause (ShinsaAgendaList *self,
            const char       *date,
            const char       *starts,
            const char       *name,
            int               minutes)
{
  /* Translators: how long a break of the timetable is, in minutes; short. */
  g_autofree char *status = g_strdup_printf (_("%d min"), minutes);

  shinsa_agenda_row_show (ensure_row (self, date, starts, NULL), name, "", status, FALSE);
}

/* Between one slot and the next people come and go. */
static void
show_changeover (ShinsaAgendaList  *self,
                 const ShinsaRound *round,
                 guint              number)
{
  const ShinsaSlot *slot = g_ptr_array_index (round->slots, number);
  const ShinsaSlot *next = number + 1 < round->slots->len
                           ? g_ptr_array_index (round->slots, number + 1) : NULL;
  int from = shinsa_slot_starts (slot);
  int until = next != NULL ? shinsa_slot_starts (next) : SHINSA_SLOT_NO_TIME;
  g_autofree char *starts = NULL;

  if (next == NULL || !g_str_equal (next->date, slot->date) || from == SHINSA_SLOT_NO_TIME ||
      until <= from + slot->minutes)
    return;
  starts = shinsa_slot_minute_text (from + slot->minutes);
  show_pause (self, slot->date, starts, _("Changeover"), until - from - slot->minutes);
}

static void
show_slots (ShinsaAgendaList  *self,
            const ShinsaRound *round,
            GHashTable        *shown)
{
  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);
      const ShinsaDossier *dossier = slot->application != NULL
                                     ? shinsa_round_dossier (round, slot->application) : NULL;

      if (dossier != NULL)
        {
          show_dossier (self, round, dossier, slot, "");
          g_hash_table_add (shown, dossier->id);
        }
      else if (slot->application == NULL)
        {
          show_pause (self, slot->date, slot->starts, _("Break"), slot->minutes);
        }
      show_changeover (self, round, i);
    }
}

/* --- By how much there is to discuss --- */

static char *
tell_discussion (const ShinsaRound          *round,
                 const ShinsaDiscussionItem *item)
{
  guint requirements = round->definition->requirements->len;
  int split = (int) rint (item->split * requirements);
  int close = (int) rint (item->closeness * requirements);

  if (split == 0 && close == 0)
    return g_strdup ("");
  /* Translators: requirements on which members are split, and that one level would turn round. */
  return g_strdup_printf (_("split %d, close %d"), split, close);
}

/* Rows stay where they are while reviews arrive, until the order is asked for again. */
static void
show_discussion (ShinsaAgendaList  *self,
                 const ShinsaRound *round,
                 GHashTable        *shown)
{
  g_autoptr (GPtrArray) items = shinsa_discussion_order (round, SHINSA_BASIS_DECISION);
  g_autoptr (GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < items->len; i++)
    {
      const ShinsaDiscussionItem *item = g_ptr_array_index (items, i);

      if (shinsa_session_may_see_reviews (round, item->dossier->id))
        g_hash_table_insert (details, item->dossier->id, tell_discussion (round, item));
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      const ShinsaDossier *dossier = shinsa_round_dossier (round,
                                                           g_ptr_array_index (self->order, i));
      const char *detail;

      if (dossier == NULL)
        continue;
      detail = g_hash_table_lookup (details, dossier->id);
      show_dossier (self, round, dossier, NULL, detail != NULL ? detail : "");
      g_hash_table_add (shown, dossier->id);
    }
}

static gboolean
may_order (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_session_may_see_reviews (round, dossier->id))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
find_order (const ShinsaRound *round)
{
  g_autoptr (GPtrArray) items = shinsa_discussion_order (round, SHINSA_BASIS_DECISION);
  GPtrArray *order = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      const ShinsaDiscussionItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (order, g_strdup (item->dossier->id));
    }
  return order;
}

static void
select_application (ShinsaAgendaList *self)
{
  GtkListBoxRow *found = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       row != NULL && found == NULL; row = gtk_widget_get_next_sibling (row))
    if (SHINSA_IS_AGENDA_ROW (row) && self->application != NULL &&
        g_strcmp0 (shinsa_agenda_row_get_application (SHINSA_AGENDA_ROW (row)),
                   self->application) == 0)
      found = GTK_LIST_BOX_ROW (row);
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, found);
  self->selecting = FALSE;
}

static void
refresh (ShinsaAgendaList *self)
{
  const ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service)
                                                   : NULL;
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  if (round == NULL)
    return;
  gtk_widget_set_sensitive (self->by_discussion, may_order (round));
  self->selecting = TRUE;
  shinsa_row_keeper_begin (self->rows);
  if (self->order != NULL)
    show_discussion (self, round, shown);
  else
    show_slots (self, round, shown);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (!g_hash_table_contains (shown, dossier->id))
        show_dossier (self, round, dossier, NULL, "");
    }
  shinsa_row_keeper_end (self->rows);
  self->selecting = FALSE;
  select_application (self);
}

static void
order_toggled_cb (ShinsaAgendaList *self,
                  GtkToggleButton  *button)
{
  const ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service)
                                                   : NULL;

  g_clear_pointer (&self->order, g_ptr_array_unref);
  if (round != NULL && gtk_toggle_button_get_active (button))
    self->order = find_order (round);
  refresh (self);
}

/* --- Days --- */

static char *
day_text (const char *date)
{
  g_autoptr (GDate) day = g_date_new ();
  g_autoptr (GDateTime) time = NULL;

  g_date_set_parse (day, date);
  if (!g_date_valid (day))
    return g_strdup (date);
  time = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                              0, 0, 0);
  /* Translators: the day of interviews, for g_date_time_format(): "28 May 2021". */
  return g_date_time_format (time, _("%-d %B %Y"));
}

static void
put_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       data)
{
  const char *date = shinsa_agenda_row_get_date (SHINSA_AGENDA_ROW (row));
  const char *former = before != NULL ? shinsa_agenda_row_get_date (SHINSA_AGENDA_ROW (before))
                                      : NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (g_strcmp0 (date, former) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = date != NULL ? day_text (date) : g_strdup (_("Not in the timetable"));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "agenda-day");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_list_box_row_set_header (row, label);
}

/* --- The object --- */

static void
set_application (ShinsaAgendaList *self,
                 const char       *application)
{
  char *id;

  if (g_strcmp0 (self->application, application) == 0)
    return;
  id = g_strdup (application);
  g_free (self->application);
  self->application = id;
  select_application (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
row_selected_cb (ShinsaAgendaList *self,
                 GtkListBoxRow    *row)
{
  if (row != NULL && !self->selecting)
    set_application (self, shinsa_agenda_row_get_application (SHINSA_AGENDA_ROW (row)));
}

static void
set_service (ShinsaAgendaList *self,
             ShinsaService    *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
shinsa_agenda_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShinsaAgendaList *self = SHINSA_AGENDA_LIST (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_agenda_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShinsaAgendaList *self = SHINSA_AGENDA_LIST (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_agenda_list_dispose (GObject *object)
{
  ShinsaAgendaList *self = SHINSA_AGENDA_LIST (object);

  g_clear_object (&self->service);
  self->selecting = TRUE;
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_AGENDA_LIST);

  G_OBJECT_CLASS (shinsa_agenda_list_parent_class)->dispose (object);
}

static void
shinsa_agenda_list_finalize (GObject *object)
{
  ShinsaAgendaList *self = SHINSA_AGENDA_LIST (object);

  g_free (self->application);
  g_clear_pointer (&self->order, g_ptr_array_unref);

  G_OBJECT_CLASS (shinsa_agenda_list_parent_class)->finalize (object);
}

static void
shinsa_agenda_list_class_init (ShinsaAgendaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_agenda_list_get_property;
  object_class->set_property = shinsa_agenda_list_set_property;
  object_class->dispose = shinsa_agenda_list_dispose;
  object_class->finalize = shinsa_agenda_list_finalize;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaList, by_discussion);
  gtk_widget_class_bind_template_child (widget_class, ShinsaAgendaList, list);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
shinsa_agenda_list_init (ShinsaAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->list);
  gtk_list_box_set_header_func (self->list, put_header, NULL, NULL);
}
