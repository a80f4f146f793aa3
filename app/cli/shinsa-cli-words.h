/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What the words on the command line name. What a round has or has not is found or not found; a
 * word that no round could have is wrong usage. */

const ShinsaDossier     *shinsa_cli_find_dossier     (const ShinsaRound  *round,
                                                      const char         *id,
                                                      GError            **error);
const ShinsaMember      *shinsa_cli_find_member      (const ShinsaRound  *round,
                                                      const char         *id,
                                                      GError            **error);
const ShinsaRequirement *shinsa_cli_find_requirement (const ShinsaRound  *round,
                                                      const char         *code,
                                                      GError            **error);
const ShinsaLevel       *shinsa_cli_find_level       (const ShinsaRound  *round,
                                                      const char         *word,
                                                      GError            **error);
const ShinsaOutcome     *shinsa_cli_find_outcome     (const ShinsaRound  *round,
                                                      const char         *code,
                                                      GError            **error);
gboolean                 shinsa_cli_find_requirements (const ShinsaRound *round,
                                                      const char * const *codes,
                                                      GError            **error);
const char * const      *shinsa_cli_recused_from     (const ShinsaRound  *round,
                                                      const char         *application,
                                                      const char         *member);
gboolean                 shinsa_cli_read_phase       (const ShinsaRound  *round,
                                                      const char         *application,
                                                      const char         *word,
                                                      ShinsaPhase        *phase,
                                                      GError            **error);
gboolean                 shinsa_cli_read_word        (const char         *word,
                                                      const char * const *words,
                                                      GError            **error);

G_END_DECLS
