/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/shinsa-compare-tables.h"

G_BEGIN_DECLS

/* The views that the page offers, and in what they differ. */

typedef enum {
  SHINSA_COMPARE_MEMBERS,         /* requirements by members, of one application */
  SHINSA_COMPARE_OWN,             /* applications by requirements, own levels */
  SHINSA_COMPARE_COMMITTEE,       /* applications by requirements, the committee's medians */
  SHINSA_COMPARE_PHASES,          /* as members, on paper and after the interview */
  SHINSA_COMPARE_ALL_PHASES,      /* as committee, on paper and after the interview */
  SHINSA_COMPARE_LAST_ROUND,      /* requirements of one application, then and now */
  SHINSA_COMPARE_ALL_LAST_ROUND,  /* applications, then and now */
  SHINSA_COMPARE_PINNED,          /* some applications side by side */
  SHINSA_COMPARE_N_VIEWS,
} ShinsaCompareView;

/* Rows that have the tag, or all where it is NULL. */
typedef struct {
  const char *tag;
  const char *context;
  const char *label;
} ShinsaCompareState;

typedef struct {
  ShinsaCompareView         other;   /* the same of one or of all applications, own or committee's;
                                      * itself where there is no other */
  const char               *scope;   /* what tells it from the other, or NULL */
  gboolean                  of_one;  /* of the application that is chosen */
  const ShinsaCompareState *states;  /* what its rows can be filtered by */
  guint                     n_states;

  /* Of all applications: the columns, and the row of each of them; else NULL. */
  ShinsaTable            *(*make_head) (const ShinsaDefinition    *definition);
  ShinsaRow              *(*make_row)  (const ShinsaCompareSource *source,
                                        const ShinsaDossier       *dossier);
} ShinsaCompareViewInfo;

const ShinsaCompareViewInfo *shinsa_compare_view_info    (ShinsaCompareView          view);
gboolean                     shinsa_compare_view_exists  (ShinsaCompareView          view,
                                                          const ShinsaRound         *round);
ShinsaTable                 *shinsa_compare_view_table   (ShinsaCompareView          view,
                                                          const ShinsaCompareSource *source,
                                                          const char                *application);
char                        *shinsa_compare_view_note    (ShinsaCompareView          view,
                                                          const ShinsaRound         *round,
                                                          const char                *application);
char                        *shinsa_compare_view_nothing (ShinsaCompareView          view,
                                                          const ShinsaRound         *round,
                                                          const char                *application);
char                        *shinsa_compare_view_reasons (ShinsaCompareView          view,
                                                          const ShinsaCompareSource *source,
                                                          const char                *application,
                                                          const char                *requirement,
                                                          const char                *member);

G_END_DECLS
