/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "shinsa-session.h"

G_BEGIN_DECLS

/* One call of the program: what was typed, what it opens and what it says. */

typedef struct _ShinsaCli ShinsaCli;

typedef gboolean (*ShinsaCliFunc) (ShinsaCli  *cli,
                                   GError    **error);

typedef struct {
  const char    *verb;
  const char    *arguments;  /* as the usage shows them: [X] may be left out, X… repeated */
  const char    *summary;    /* to be translated */
  ShinsaCliFunc  run;        /* calls shinsa_cli_parse() first */
} ShinsaCliVerb;

typedef struct {
  const char          *noun;
  const char          *summary;  /* to be translated */
  const ShinsaCliVerb *verbs;    /* ends with a verb that is NULL */
} ShinsaCliNoun;

int                shinsa_cli_main        (int                  argc,
                                           char                *argv[]);

gboolean           shinsa_cli_parse       (ShinsaCli           *cli,
                                           const GOptionEntry  *options,
                                           GError             **error);
const char        *shinsa_cli_argument    (ShinsaCli           *cli,
                                           guint                position);
guint              shinsa_cli_n_arguments (ShinsaCli           *cli);

ShinsaSession     *shinsa_cli_open        (ShinsaCli           *cli,
                                           ShinsaSessionMode    mode,
                                           GError             **error);
ShinsaSession     *shinsa_cli_select      (ShinsaCli           *cli,
                                           ShinsaSessionMode    mode,
                                           GError             **error);
const ShinsaRound *shinsa_cli_load        (ShinsaCli           *cli,
                                           ShinsaSessionMode    mode,
                                           GError             **error);
ShinsaSession     *shinsa_cli_get_session (ShinsaCli           *cli);
gboolean           shinsa_cli_write       (ShinsaCli           *cli,
                                           const char          *kind,
                                           JsonNode            *body,
                                           GError             **error);

gboolean           shinsa_cli_wants_json  (ShinsaCli           *cli);
gboolean           shinsa_cli_put_json    (ShinsaCli           *cli,
                                           JsonNode            *node);
gboolean           shinsa_cli_put_object  (ShinsaCli           *cli,
                                           JsonObject          *object);
gboolean           shinsa_cli_put_list    (ShinsaCli           *cli,
                                           const char          *name,
                                           JsonArray           *list);
JsonObject        *shinsa_cli_error_json   (const GError        *error);
void               shinsa_cli_fail         (ShinsaCli           *cli,
                                           const GError        *error);
void               shinsa_cli_say         (ShinsaCli           *cli,
                                           const char          *format,
                                           ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
