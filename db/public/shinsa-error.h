/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SHINSA_ERROR (shinsa_error_quark ())

/**
 * ShinsaError:
 * @SHINSA_ERROR_FAILED: something went wrong for which no other code exists
 * @SHINSA_ERROR_INVALID: data is malformed or contradicts itself
 * @SHINSA_ERROR_TOO_LARGE: data is over one of the ceilings for what is read
 * @SHINSA_ERROR_NEWER: data was made by a newer version
 * @SHINSA_ERROR_OTHER_ROUND: data belongs to another round
 * @SHINSA_ERROR_SIGNATURE: a hash or a signature does not belong to its bytes
 * @SHINSA_ERROR_REFUSED: a rule of the round or of the register forbids it
 * @SHINSA_ERROR_NOT_AUTHORISED: this person may not do it
 * @SHINSA_ERROR_NOT_FOUND: what was named does not exist
 * @SHINSA_ERROR_BUSY: another process holds what is needed; trying again helps
 * @SHINSA_ERROR_DISK_FULL: there is no room left to write
 * @SHINSA_ERROR_READ_ONLY: the place may not be written to
 * @SHINSA_ERROR_USAGE: an operation was asked for in a way that makes no sense
 *
 * One code for each thing that a caller handles differently.
 */
typedef enum
{
  SHINSA_ERROR_FAILED,
  SHINSA_ERROR_INVALID,
  SHINSA_ERROR_TOO_LARGE,
  SHINSA_ERROR_NEWER,
  SHINSA_ERROR_OTHER_ROUND,
  SHINSA_ERROR_SIGNATURE,
  SHINSA_ERROR_REFUSED,
  SHINSA_ERROR_NOT_AUTHORISED,
  SHINSA_ERROR_NOT_FOUND,
  SHINSA_ERROR_BUSY,
  SHINSA_ERROR_DISK_FULL,
  SHINSA_ERROR_READ_ONLY,
  SHINSA_ERROR_USAGE,
} ShinsaError;

GQuark      shinsa_error_quark   (void);
ShinsaError shinsa_error_from_io (const GError *error);

G_END_DECLS
