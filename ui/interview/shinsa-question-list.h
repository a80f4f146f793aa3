/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The questions to an applicant: the desk's list, and what members put in their reviews and is not
 * in it yet.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_QUESTION_LIST (shinsa_question_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaQuestionList, shinsa_question_list, SHINSA, QUESTION_LIST, AdwBin)

G_END_DECLS
