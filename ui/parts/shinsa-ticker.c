/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-ticker.h"

#include <time.h>

struct _ShinsaTicker
{
  GtkWidget  *widget;    /* not owned: it owns this */
  ShinsaTick  tick;
  gboolean    running;
  guint       source;
};

static ShinsaClock clock_func;
static ShinsaClock steady_func;
static gpointer clock_data;

/* By the moment that is counted from: what the steady clock showed then, or would have shown. */
static GHashTable *beginnings;

/**
 * shinsa_clock_now:
 *
 * Returns: what time it is, in seconds since 1970
 */
gint64
shinsa_clock_now (void)
{
  return clock_func != NULL ? clock_func (clock_data) : g_get_real_time () / G_USEC_PER_SEC;
}

/* Nobody sets it, and it goes on while the computer sleeps. */
static gint64
tell_steady (void)
{
#ifdef CLOCK_BOOTTIME
  struct timespec now;
#endif

  if (steady_func != NULL)
    return steady_func (clock_data);
#ifdef CLOCK_BOOTTIME
  if (clock_gettime (CLOCK_BOOTTIME, &now) == 0)
    return now.tv_sec;
#endif
  return g_get_monotonic_time () / G_USEC_PER_SEC;
}

static gint64
find_beginning (gint64 moment)
{
  const gint64 *known;
  gint64 beginning;

  if (beginnings == NULL)
    beginnings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  known = g_hash_table_lookup (beginnings, &moment);
  if (known != NULL)
    return *known;
  beginning = tell_steady () - MAX (shinsa_clock_now () - moment, 0);
  g_hash_table_insert (beginnings, g_memdup2 (&moment, sizeof moment),
                       g_memdup2 (&beginning, sizeof beginning));
  return beginning;
}

/**
 * shinsa_clock_now_since:
 * @moment: when something began, in seconds since 1970
 *
 * The clock of the computer is looked at once for each moment: whoever sets it later neither
 * shortens nor lengthens what is being timed. Sleep counts.
 *
 * Returns: what time it is, counted from @moment on; never before it
 */
gint64
shinsa_clock_now_since (gint64 moment)
{
  if (clock_func != NULL && steady_func == NULL)
    return shinsa_clock_now ();
  return moment + tell_steady () - find_beginning (moment);
}

/**
 * shinsa_clock_replace:
 * @clock: (nullable) (scope forever): tells the time; NULL for the time that it is
 * @steady: (nullable) (scope forever): tells seconds that nobody sets; NULL to go by @clock alone
 * @data: for both
 *
 * For tests, which say what time it is.
 */
void
shinsa_clock_replace (ShinsaClock clock,
                      ShinsaClock steady,
                      gpointer    data)
{
  clock_func = clock;
  steady_func = steady;
  clock_data = data;
  g_clear_pointer (&beginnings, g_hash_table_unref);
}

static gboolean
tick_cb (gpointer data)
{
  ShinsaTicker *self = data;

  self->tick (self->widget);
  return G_SOURCE_CONTINUE;
}

static void
update (ShinsaTicker *self)
{
  gboolean wanted = self->running && gtk_widget_get_mapped (self->widget);

  if (wanted && self->source == 0)
    self->source = g_timeout_add_seconds (1, tick_cb, self);
  else if (!wanted)
    g_clear_handle_id (&self->source, g_source_remove);
}

/* Whatever was shown last may be minutes old. */
static void
map_cb (ShinsaTicker *self)
{
  update (self);
  if (self->source != 0)
    self->tick (self->widget);
}

/**
 * shinsa_ticker_new:
 * @widget: (not nullable): whose clock it is, and who frees it when it is disposed of
 * @tick: called with @widget
 *
 * Returns: (transfer full): a ticker that rests
 */
ShinsaTicker *
shinsa_ticker_new (GtkWidget  *widget,
                   ShinsaTick  tick)
{
  ShinsaTicker *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && tick != NULL, NULL);

  self = g_new0 (ShinsaTicker, 1);
  self->widget = widget;
  self->tick = tick;
  g_signal_connect_swapped (widget, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_data (widget, "unmap", G_CALLBACK (update), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

void
shinsa_ticker_free (ShinsaTicker *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->widget, self);
  g_free (self);
}

/**
 * shinsa_ticker_set_running:
 * @self: a ticker
 * @running: whether time is counted now
 */
void
shinsa_ticker_set_running (ShinsaTicker *self,
                           gboolean      running)
{
  g_return_if_fail (self != NULL);

  self->running = running;
  update (self);
}

/**
 * shinsa_ticker_is_ticking:
 * @self: a ticker
 *
 * Returns: whether it is called regularly at present
 */
gboolean
shinsa_ticker_is_ticking (ShinsaTicker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->source != 0;
}
