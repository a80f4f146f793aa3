/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SHINSA_TYPE_RECORD_PAGE (shinsa_record_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRecordPage, shinsa_record_page, SHINSA, RECORD_PAGE, AdwBin)

GtkWidget *shinsa_record_page_new (void);

G_END_DECLS
