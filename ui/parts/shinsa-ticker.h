/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells a widget each second that time goes on, while there is something to count and somebody can
 * see it. */
typedef struct _ShinsaTicker ShinsaTicker;

typedef void   (*ShinsaTick)  (gpointer widget);
typedef gint64 (*ShinsaClock) (gpointer data);

ShinsaTicker *shinsa_ticker_new         (GtkWidget    *widget,
                                         ShinsaTick    tick);
void          shinsa_ticker_free        (ShinsaTicker *self);
void          shinsa_ticker_set_running (ShinsaTicker *self,
                                         gboolean      running);
gboolean      shinsa_ticker_is_ticking  (ShinsaTicker *self);

gint64        shinsa_clock_now          (void);
gint64        shinsa_clock_now_since    (gint64        moment);
void          shinsa_clock_replace      (ShinsaClock   clock,
                                         ShinsaClock   steady,
                                         gpointer      data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaTicker, shinsa_ticker_free)

G_END_DECLS
