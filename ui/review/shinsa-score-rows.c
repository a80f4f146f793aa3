/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-rows.h"

#include "review/shinsa-score-row.h"

struct _ShinsaScoreRows
{
  AdwBin     parent_instance;

  GtkBox    *box;

  GtkWidget *current;   /* the row that has or had the focus, or NULL */
  GtkWidget *shown;     /* the row that shows all there is to know, or NULL */
  GtkWidget *resume;    /* where to go on after a reason, or NULL */
  gboolean   expanded;  /* the current row is to show all there is to know */
  gboolean   pressed;   /* a button is held down in here */
};

G_DEFINE_FINAL_TYPE (ShinsaScoreRows, shinsa_score_rows, ADW_TYPE_BIN)

enum {
  PICKED,
  REASONED,
  EVIDENCE_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
first_row (ShinsaScoreRows *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->box));
}

static GtkWidget *
find_row (ShinsaScoreRows *self,
          const char      *code)
{
  GtkWidget *row = first_row (self);

  while (row != NULL && !g_str_equal (shinsa_score_row_get_code (SHINSA_SCORE_ROW (row)), code))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static gboolean
can_be_scored (GtkWidget *row)
{
  return !shinsa_score_row_is_recused (SHINSA_SCORE_ROW (row));
}

static gboolean
lacks_level (GtkWidget *row)
{
  return can_be_scored (row) &&
         shinsa_score_row_get_level (SHINSA_SCORE_ROW (row)) == SHINSA_LEVEL_UNSET;
}

/* --- The row that is being judged --- */

/* Nothing moves under a pointer that is held down: what it goes for would be elsewhere when it is
 * let go. */
static void
update_shown (ShinsaScoreRows *self)
{
  GtkWidget *before = self->shown;
  GtkWidget *now = self->expanded ? self->current : NULL;

  if (self->pressed || before == now)
    return;
  self->shown = now;
  if (before != NULL)
    shinsa_score_row_set_current (SHINSA_SCORE_ROW (before), FALSE);
  if (now != NULL)
    shinsa_score_row_set_current (SHINSA_SCORE_ROW (now), TRUE);
}

static void
set_current (ShinsaScoreRows *self,
             GtkWidget       *row)
{
  self->current = row;
  self->expanded = TRUE;
  update_shown (self);
}

static void
update_cb (gpointer data)
{
  g_autoptr (ShinsaScoreRows) self = data;

  update_shown (self);
}

static gboolean
pointer_cb (GtkEventController *controller,
            GdkEvent           *event,
            ShinsaScoreRows    *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      self->pressed = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      self->pressed = FALSE;
      /* Once whatever was pressed has heard of it. */
      g_idle_add_once (update_cb, g_object_ref (self));
      break;
    default:
      break;
    }
  return FALSE;
}

static void
focused_cb (GtkEventController *controller,
            ShinsaScoreRows    *self)
{
  set_current (self, gtk_event_controller_get_widget (controller));
}

/* --- What the rows tell --- */

static void
picked_cb (ShinsaScoreRows *self,
           double           level,
           ShinsaScoreRow  *row)
{
  set_current (self, GTK_WIDGET (row));
  g_signal_emit (self, signals[PICKED], 0, shinsa_score_row_get_code (row), level);
}

static void
reasoned_cb (ShinsaScoreRows *self,
             const char      *text,
             ShinsaScoreRow  *row)
{
  g_signal_emit (self, signals[REASONED], 0, shinsa_score_row_get_code (row), text);
}

static void
evidence_removed_cb (ShinsaScoreRows *self,
                     guint            number,
                     ShinsaScoreRow  *row)
{
  g_signal_emit (self, signals[EVIDENCE_REMOVED], 0, shinsa_score_row_get_code (row), number);
}

static void
append_row (ShinsaScoreRows         *self,
            const ShinsaDefinition  *definition,
            const ShinsaRequirement *requirement)
{
  GtkWidget *row = shinsa_score_row_new (definition, requirement);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reasoned", G_CALLBACK (reasoned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "evidence-removed", G_CALLBACK (evidence_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, row);
}

/* --- The object --- */

static gboolean
shinsa_score_rows_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = first_row (SHINSA_SCORE_ROWS (widget));
  GtkWidget *row = first;

  while (row != NULL && !lacks_level (row))
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    row = first;
  return row != NULL && gtk_widget_grab_focus (row);
}

static void
shinsa_score_rows_class_init (ShinsaScoreRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->grab_focus = shinsa_score_rows_grab_focus;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_DOUBLE);
  signals[REASONED] = g_signal_new ("reasoned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[EVIDENCE_REMOVED] = g_signal_new ("evidence-removed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
shinsa_score_rows_init (ShinsaScoreRows *self)
{
  GtkEventController *pointer = gtk_event_controller_legacy_new ();

  self->expanded = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_object (pointer, "event", G_CALLBACK (pointer_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
}

/**
 * shinsa_score_rows_build:
 * @self: rows
 * @definition: (not nullable): the round's definition
 *
 * Makes a row for each requirement.
 */
void
shinsa_score_rows_build (ShinsaScoreRows        *self,
                         const ShinsaDefinition *definition)
{
  GtkWidget *row;

  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));
  g_return_if_fail (definition != NULL);

  self->current = self->shown = self->resume = NULL;
  while ((row = first_row (self)) != NULL)
    gtk_box_remove (self->box, row);
  for (guint i = 0; i < definition->requirements->len; i++)
    append_row (self, definition, g_ptr_array_index (definition->requirements, i));
  set_current (self, first_row (self));
}

/**
 * shinsa_score_rows_show:
 * @self: rows
 * @dossier: (nullable): the application
 * @review: (nullable): what is given
 * @paper: (nullable): what was given on paper, to stand beside it
 * @recused: (nullable): the requirements that are left out
 */
void
shinsa_score_rows_show (ShinsaScoreRows     *self,
                        const ShinsaDossier *dossier,
                        const ShinsaReview  *review,
                        const ShinsaReview  *paper,
                        const char * const  *recused)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));

  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      ShinsaScoreRow *score_row = SHINSA_SCORE_ROW (row);
      const char *code = shinsa_score_row_get_code (score_row);

      shinsa_score_row_show_paper (score_row, paper != NULL ? shinsa_review_score (paper, code)
                                                            : NULL);
      shinsa_score_row_show (score_row, dossier,
                             review != NULL ? shinsa_review_score (review, code) : NULL,
                             recused != NULL && g_strv_contains (recused, code));
    }
}

/**
 * shinsa_score_rows_set_editable:
 * @self: the rows
 * @editable: whether levels and reasons may be changed
 */
void
shinsa_score_rows_set_editable (ShinsaScoreRows *self,
                                gboolean         editable)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));

  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    shinsa_score_row_set_editable (SHINSA_SCORE_ROW (row), editable);
}

/**
 * shinsa_score_rows_count:
 * @self: rows
 * @scored: (out): how many have a level
 * @wanted: (out): how many should
 */
void
shinsa_score_rows_count (ShinsaScoreRows *self,
                         int             *scored,
                         int             *wanted)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));
  g_return_if_fail (scored != NULL && wanted != NULL);

  *scored = *wanted = 0;
  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      *wanted += can_be_scored (row) ? 1 : 0;
      *scored += can_be_scored (row) && !lacks_level (row) ? 1 : 0;
    }
}

/**
 * shinsa_score_rows_get_current:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): the code of the requirement that has or had the focus
 */
const char *
shinsa_score_rows_get_current (ShinsaScoreRows *self)
{
  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), NULL);

  return self->current != NULL ? shinsa_score_row_get_code (SHINSA_SCORE_ROW (self->current))
                               : NULL;
}

/**
 * shinsa_score_rows_can_score:
 * @self: rows
 * @code: (nullable): a requirement
 *
 * Returns: whether there is such a requirement and the reviewer takes part in it
 */
gboolean
shinsa_score_rows_can_score (ShinsaScoreRows *self,
                             const char      *code)
{
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);

  row = code != NULL ? find_row (self, code) : NULL;
  return row != NULL && can_be_scored (row);
}

/**
 * shinsa_score_rows_set_expanded:
 * @self: rows
 * @expanded: whether the current row shows all there is to know
 */
void
shinsa_score_rows_set_expanded (ShinsaScoreRows *self,
                                gboolean         expanded)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));

  self->expanded = expanded;
  update_shown (self);
}

/**
 * shinsa_score_rows_go_to:
 * @self: rows
 * @code: the code of a requirement
 * @reason: whether to its reason
 *
 * Returns: whether there is such a requirement
 */
gboolean
shinsa_score_rows_go_to (ShinsaScoreRows *self,
                         const char      *code,
                         gboolean         reason)
{
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  row = find_row (self, code);
  if (row != NULL && reason)
    shinsa_score_row_open_reason (SHINSA_SCORE_ROW (row));
  else if (row != NULL)
    gtk_widget_grab_focus (row);
  return row != NULL;
}

/**
 * shinsa_score_rows_go_on:
 * @self: rows
 *
 * Goes from the current requirement to the next one that may be scored.
 *
 * Returns: whether there was one
 */
gboolean
shinsa_score_rows_go_on (ShinsaScoreRows *self)
{
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);

  row = self->current;
  do
    row = row != NULL ? gtk_widget_get_next_sibling (row) : NULL;
  while (row != NULL && !can_be_scored (row));
  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * shinsa_score_rows_move:
 * @self: rows
 * @step: 1 or -1
 *
 * Goes to the requirement below or above the one that has the focus; from below all of them to the
 * last.
 *
 * Returns: whether there was one
 */
gboolean
shinsa_score_rows_move (ShinsaScoreRows *self,
                        int              step)
{
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  if (row == NULL)
    row = step < 0 ? gtk_widget_get_last_child (GTK_WIDGET (self->box)) : NULL;
  else
    row = step < 0 ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * shinsa_score_rows_open_reason:
 * @self: rows
 * @scored: (nullable): the requirement that the last key gave its level
 *
 * Brings the cursor into a reason. Whoever has just given a level that asks for one writes it
 * without going back, though the focus is on the next requirement.
 *
 * Returns: whether there was one to write
 */
gboolean
shinsa_score_rows_open_reason (ShinsaScoreRows *self,
                               const char      *scored)
{
  GtkWidget *focused;
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  row = scored != NULL ? find_row (self, scored) : NULL;
  self->resume = NULL;
  if (row != NULL && shinsa_score_row_lacks_reason (SHINSA_SCORE_ROW (row)))
    self->resume = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  else
    row = focused;
  if (row != NULL)
    shinsa_score_row_open_reason (SHINSA_SCORE_ROW (row));
  return row != NULL;
}

/**
 * shinsa_score_rows_leave_reason:
 * @self: rows
 *
 * Goes from a reason to where one was before it.
 *
 * Returns: whether the focus was in a row
 */
gboolean
shinsa_score_rows_leave_reason (ShinsaScoreRows *self)
{
  GtkWidget *row;

  g_return_val_if_fail (SHINSA_IS_SCORE_ROWS (self), FALSE);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  if (row == NULL)
    return FALSE;
  if (self->resume != NULL)
    row = g_steal_pointer (&self->resume);
  return gtk_widget_grab_focus (row);
}

/**
 * shinsa_score_rows_forget:
 * @self: rows
 *
 * What was about to be done belongs to another application.
 */
void
shinsa_score_rows_forget (ShinsaScoreRows *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));

  self->resume = NULL;
}

/**
 * shinsa_score_rows_flush:
 * @self: rows
 *
 * Tells what was written and not told yet.
 */
void
shinsa_score_rows_flush (ShinsaScoreRows *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_ROWS (self));

  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    shinsa_score_row_flush (SHINSA_SCORE_ROW (row));
}
