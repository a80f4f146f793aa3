/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The page for the interview room: agenda, attendance, questions, own notes, and the own review
 * that is confirmed or revised.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_INTERVIEW_PAGE (shinsa_interview_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaInterviewPage, shinsa_interview_page, SHINSA, INTERVIEW_PAGE, AdwBin)

GtkWidget *shinsa_interview_page_new (void);

G_END_DECLS
