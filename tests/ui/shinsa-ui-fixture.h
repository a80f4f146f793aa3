/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"
#include "shinsa-test-session.h"

G_BEGIN_DECLS

/* A service over the small round, and a window to put widgets into. The session stands for another
 * process with the same store. */

typedef struct {
  ShinsaTestSession  other;
  ShinsaService     *service;
  char              *root;
  GtkWidget         *window;
} ShinsaUiFixture;

/* Waits for a condition, and fails when it does not come true. */
#define SHINSA_UI_WAIT(condition) \
  G_STMT_START { \
    gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < end) \
      if (!g_main_context_iteration (NULL, FALSE)) \
        g_usleep (1000); \
    g_assert_true (condition); \
  } G_STMT_END

void       shinsa_ui_init              (int              *argc,
                                        char           ***argv);
void       shinsa_ui_fixture_set_up    (ShinsaUiFixture  *self,
                                        gconstpointer     identity);
void       shinsa_ui_fixture_open      (ShinsaUiFixture  *self);
void       shinsa_ui_fixture_tear_down (ShinsaUiFixture  *self,
                                        gconstpointer     identity);
void       shinsa_ui_fixture_select    (ShinsaUiFixture  *self,
                                        const char       *identity);
void       shinsa_ui_fixture_show      (ShinsaUiFixture  *self,
                                        GtkWidget        *widget);
GtkWidget *shinsa_ui_find              (GtkWidget        *root,
                                        const char       *id);
GtkWidget *shinsa_ui_find_type         (GtkWidget        *root,
                                        GType             type,
                                        guint             number);
void       shinsa_ui_click             (GtkWidget        *button);
void       shinsa_ui_write             (GtkWidget        *field,
                                        const char       *text);

G_END_DECLS
