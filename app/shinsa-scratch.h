/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void  shinsa_scratch_delete (GFile *folder);

G_END_DECLS
