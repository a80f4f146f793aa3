/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-review-rules.h"

G_BEGIN_DECLS

/* What keeps a review from being submitted, in sentences, beside the button that submits it.
 *
 * Signals:
 *   submit ()                     the review is complete and wanted
 *   abstain ()                    no review is wanted
 *   go-to (requirement, field)    as of ShinsaReviewProblem */

#define SHINSA_TYPE_SUBMIT_BAR (shinsa_submit_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaSubmitBar, shinsa_submit_bar, SHINSA, SUBMIT_BAR, AdwBin)

void shinsa_submit_bar_show   (ShinsaSubmitBar *self,
                               const char      *status,
                               GPtrArray       *problems,
                               gboolean         submitted);
void shinsa_submit_bar_submit (ShinsaSubmitBar *self);

G_END_DECLS
