/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-bar.h"
#include "compare/shinsa-compare-cache.h"
#include "compare/shinsa-compare-page.h"
#include "compare/shinsa-pinned-view.h"

G_BEGIN_DECLS

/* The page is written in three files: what it shows (shinsa-compare-page.c), what is done in it
 * (shinsa-compare-gestures.c), and how that is taken back (shinsa-compare-undo.c). */

struct _ShinsaComparePage
{
  AdwBin              parent_instance;

  ShinsaService      *service;
  ShinsaRound        *round;
  char               *application;
  ShinsaCompareView   view;
  gboolean            was_shown;

  GHashTable         *pins;          /* root of a round → ids of applications */
  ShinsaCompareCache *cache;
  guint               preparing;     /* rows of other views, while nothing else is to do */
  ShinsaKeyedList    *rows;
  gboolean            rows_are_shown;
  GtkFilter          *filter;
  GDateTime          *ordered_at;    /* when the rows were sorted and filtered */
  GSimpleAction      *pinned_action;
  GPtrArray          *given;         /* applications that were given levels, the last one last */
  GPtrArray          *taken_back;    /* and those whose levels were taken back since */

  ShinsaCompareBar   *bar;
  GtkStack           *stack;
  ShinsaGrid         *grid;
  ShinsaPinnedView   *pinned;
  AdwStatusPage      *empty;
  GtkWidget          *reasons_pane;
  GtkLabel           *reasons;
  GtkLabel           *legend;
  GMenuModel         *row_menu;
};

gboolean            shinsa_compare_page_is_of_one       (ShinsaComparePage  *self);
GPtrArray          *shinsa_compare_page_get_pins        (ShinsaComparePage  *self);
ShinsaCompareSource shinsa_compare_page_source          (ShinsaComparePage  *self);
void                shinsa_compare_page_find_place      (ShinsaComparePage  *self,
                                                         const char        **application,
                                                         const char        **requirement,
                                                         const char        **member);
void                shinsa_compare_page_set_application (ShinsaComparePage  *self,
                                                         const char         *application);
void                shinsa_compare_page_show_view       (ShinsaComparePage  *self);
void                shinsa_compare_page_show_reasons    (ShinsaComparePage  *self);
void                shinsa_compare_page_note_order      (ShinsaComparePage  *self);
void                shinsa_compare_page_order_again     (ShinsaComparePage  *self);

const char         *shinsa_compare_page_cursor_application (ShinsaComparePage *self);
void                shinsa_compare_page_note_given      (ShinsaComparePage  *self,
                                                         const char         *application);
void                shinsa_compare_page_undo            (ShinsaComparePage  *self);
void                shinsa_compare_page_redo            (ShinsaComparePage  *self);

void                shinsa_compare_page_bind_gestures   (GtkWidgetClass     *widget_class);
void                shinsa_compare_page_install_actions (ShinsaComparePage  *self);

G_END_DECLS
