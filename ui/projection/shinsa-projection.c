/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-projection.h"

#include "parts/shinsa-ticker.h"
#include "projection/shinsa-deliberation-board.h"
#include "projection/shinsa-fit-bin.h"
#include "projection/shinsa-interview-board.h"
#include "rules/shinsa-interview.h"

struct _ShinsaProjection
{
  GtkWindow                parent_instance;

  GtkWidget               *blank;
  AdwBin                  *interview_place;
  AdwBin                  *deliberation_place;

  ShinsaProjectionKind     kind;
  gboolean                 is_blank;
  ShinsaRound             *round;
  char                    *application;
  ShinsaTicker            *ticker;
};

G_DEFINE_FINAL_TYPE (ShinsaProjection, shinsa_projection, GTK_TYPE_WINDOW)

/* A board is there only while it is to be seen: what the room must not read is not in the window
 * at all. */
static GtkWidget *
ensure_board (AdwBin *place,
              GType   type)
{
  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, g_object_new (type, NULL));
  return adw_bin_get_child (place);
}

static void
show_interview (ShinsaProjection *self)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (self->round, self->application);
  g_autoptr (ShinsaTimerWords) words = shinsa_timer_words_new (self->round, self->application);
  GtkWidget *board = ensure_board (self->interview_place, SHINSA_TYPE_INTERVIEW_BOARD);

  shinsa_interview_board_show (SHINSA_INTERVIEW_BOARD (board),
                               dossier != NULL ? shinsa_text_get (&dossier->name) : "", words);
}

static void
tick (gpointer widget)
{
  show_interview (widget);
}

static void
refresh (ShinsaProjection *self)
{
  GtkStack *stack = GTK_STACK (gtk_window_get_child (GTK_WINDOW (self)));
  ShinsaProjectionKind kind = self->is_blank ? SHINSA_PROJECTION_NONE : self->kind;
  gboolean counts = kind == SHINSA_PROJECTION_INTERVIEW &&
                    shinsa_interview_timer (self->round, self->application).running;

  if (kind != SHINSA_PROJECTION_INTERVIEW)
    adw_bin_set_child (self->interview_place, NULL);
  if (kind != SHINSA_PROJECTION_DELIBERATION)
    adw_bin_set_child (self->deliberation_place, NULL);
  shinsa_ticker_set_running (self->ticker, counts);
  switch (kind)
    {
    case SHINSA_PROJECTION_INTERVIEW:
      show_interview (self);
      gtk_stack_set_visible_child (stack, GTK_WIDGET (self->interview_place));
      break;
    case SHINSA_PROJECTION_DELIBERATION:
      shinsa_deliberation_board_show (
        SHINSA_DELIBERATION_BOARD (ensure_board (self->deliberation_place,
                                                 SHINSA_TYPE_DELIBERATION_BOARD)),
        self->round, self->application);
      gtk_stack_set_visible_child (stack, GTK_WIDGET (self->deliberation_place));
      break;
    case SHINSA_PROJECTION_NONE:
    default:
      gtk_stack_set_visible_child (stack, self->blank);
    }
}

static void
shinsa_projection_dispose (GObject *object)
{
  ShinsaProjection *self = SHINSA_PROJECTION (object);

  g_clear_pointer (&self->ticker, shinsa_ticker_free);
  g_clear_pointer (&self->round, shinsa_round_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_PROJECTION);

  G_OBJECT_CLASS (shinsa_projection_parent_class)->dispose (object);
}

static void
shinsa_projection_finalize (GObject *object)
{
  g_free (SHINSA_PROJECTION (object)->application);

  G_OBJECT_CLASS (shinsa_projection_parent_class)->finalize (object);
}

static void
shinsa_projection_class_init (ShinsaProjectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_projection_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_projection_finalize;

  g_type_ensure (SHINSA_TYPE_FIT_BIN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/projection/shinsa-projection.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaProjection, blank);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProjection, interview_place);
  gtk_widget_class_bind_template_child (widget_class, ShinsaProjection, deliberation_place);
}

static void
shinsa_projection_init (ShinsaProjection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ticker = shinsa_ticker_new (GTK_WIDGET (self), tick);
}

/**
 * shinsa_projection_new:
 *
 * Returns: (transfer none): a window that shows nothing
 */
GtkWidget *
shinsa_projection_new (void)
{
  return g_object_new (SHINSA_TYPE_PROJECTION, NULL);
}

/**
 * shinsa_projection_show:
 * @self: a projection
 * @kind: what of it
 * @round: (not nullable): the round
 * @application: (not nullable): the id of one of its applications
 */
void
shinsa_projection_show (ShinsaProjection     *self,
                        ShinsaProjectionKind  kind,
                        ShinsaRound          *round,
                        const char           *application)
{
  g_return_if_fail (SHINSA_IS_PROJECTION (self));
  g_return_if_fail (round != NULL && application != NULL);

  shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  shinsa_set_string (&self->application, application);
  self->kind = kind;
  refresh (self);
}

/**
 * shinsa_projection_set_blank:
 * @self: a projection that shows something
 * @blank: whether nothing of it is to be seen for now
 */
void
shinsa_projection_set_blank (ShinsaProjection *self,
                             gboolean          blank)
{
  g_return_if_fail (SHINSA_IS_PROJECTION (self));

  self->is_blank = blank;
  refresh (self);
}
