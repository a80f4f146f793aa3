/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/shinsa-compare-views.h"

G_BEGIN_DECLS

/* The rows of all applications in each of their views, made once for a picture of the round, so
 * that another view is there at once. */

typedef struct _ShinsaCompareCache ShinsaCompareCache;

ShinsaCompareCache *shinsa_compare_cache_new     (void);
void                shinsa_compare_cache_free    (ShinsaCompareCache        *self);
void                shinsa_compare_cache_clear   (ShinsaCompareCache        *self);
void                shinsa_compare_cache_forget  (ShinsaCompareCache        *self,
                                                  const char                *application);
ShinsaTable        *shinsa_compare_cache_table   (ShinsaCompareCache        *self,
                                                  ShinsaCompareView          view,
                                                  const ShinsaCompareSource *source);
gboolean            shinsa_compare_cache_prepare (ShinsaCompareCache        *self,
                                                  const ShinsaCompareSource *source,
                                                  gint64                     microseconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCompareCache, shinsa_compare_cache_free)

G_END_DECLS
