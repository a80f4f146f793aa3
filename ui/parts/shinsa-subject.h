/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What a part of a page is about: a service, and one of the applications of its round. A class
 * keeps a ShinsaSubject in its instances and installs the properties "service" (ShinsaService) and
 * "application" (id, or NULL for none) with it; it is told when either changes and whenever the
 * round does. */
typedef struct {
  ShinsaService *service;
  char          *application;
} ShinsaSubject;

typedef void (*ShinsaSubjectChanged) (gpointer object);

void               shinsa_subject_install   (GObjectClass         *klass,
                                             gsize                 offset,
                                             ShinsaSubjectChanged  changed);
const ShinsaRound *shinsa_subject_get_round (const ShinsaSubject  *self);
void               shinsa_subject_dispose   (gpointer              object);

G_END_DECLS
