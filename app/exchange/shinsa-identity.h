/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SHINSA_SEED_BYTES 32
#define SHINSA_SIGNATURE_BYTES 64

#define SHINSA_TYPE_IDENTITY (shinsa_identity_get_type ())

G_DECLARE_FINAL_TYPE (ShinsaIdentity, shinsa_identity, SHINSA, IDENTITY, GObject)

ShinsaIdentity *shinsa_identity_new_generate  (void);
ShinsaIdentity *shinsa_identity_new_from_seed (const guint8    seed[SHINSA_SEED_BYTES]);
ShinsaIdentity *shinsa_identity_load          (GFile           *file,
                                               GError         **error);
gboolean        shinsa_identity_save          (ShinsaIdentity  *self,
                                               GFile           *file,
                                               GError         **error);
const char     *shinsa_identity_get_feed      (ShinsaIdentity  *self);
char           *shinsa_identity_sign          (ShinsaIdentity  *self,
                                               const char      *context,
                                               GBytes          *bytes);

gboolean        shinsa_signature_verify       (const char      *feed,
                                               const char      *context,
                                               GBytes          *bytes,
                                               const char      *signature,
                                               GError         **error);
char           *shinsa_fingerprint            (const char      *feed);

G_END_DECLS
