/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shinsa-cli.h"

#include "shinsa-cli-nouns.h"
#include "shinsa-cli-private.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROGRAM "shinsactl"
#define EXIT_USAGE 2

static const ShinsaCliNoun *nouns[] = {
  &shinsa_cli_round,
  &shinsa_cli_member,
  &shinsa_cli_roster,
  &shinsa_cli_dossier,
  &shinsa_cli_document,
  &shinsa_cli_schedule,
  &shinsa_cli_interest,
  &shinsa_cli_score,
  &shinsa_cli_growth,
  &shinsa_cli_overall,
  &shinsa_cli_question,
  &shinsa_cli_note,
  &shinsa_cli_review,
  &shinsa_cli_phase,
  &shinsa_cli_packet,
  &shinsa_cli_feed,
  &shinsa_cli_ledger,
  &shinsa_cli_attendance,
  &shinsa_cli_interview,
  &shinsa_cli_decision,
  &shinsa_cli_record,
  &shinsa_cli_statistics,
  &shinsa_cli_desk,
  &shinsa_cli_store,
};

static void
shinsa_cli_clear (ShinsaCli *self)
{
  g_strfreev (self->words);
  g_free (self->store);
  g_free (self->round);
  g_free (self->identity);
  g_strfreev (self->arguments);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, shinsa_round_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShinsaCli, shinsa_cli_clear)

/* --- Words --- */

/* Options may stand before the noun, before the verb or after it: each of the three calls of this
 * takes those up to the next word. */
static gboolean
parse_options (ShinsaCli           *self,
               const char          *usage,
               const char          *summary,
               const GOptionEntry  *options,
               gboolean             up_to_word,
               GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) cause = NULL;
  const GOptionEntry common[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &self->store,
      N_("Work on this store instead of the usual one"), "FILE" },
    { "round", 0, 0, G_OPTION_ARG_STRING, &self->round,
      N_("Work on this round of the store, by its id or root key"), "ROUND" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->identity,
      N_("Act as “desk” or as a member"), "IDENTITY" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json,
      N_("Write one JSON document to standard output"), NULL },
    { NULL }
  };
  const GOptionEntry version[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_("Show the version"), NULL },
    { NULL }
  };

  g_option_context_set_summary (context, summary);
  g_option_context_set_strict_posix (context, up_to_word);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options != NULL ? options : version,
                                     GETTEXT_PACKAGE);

  if (g_option_context_parse_strv (context, &self->words, &cause))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("%s. Nothing was done. “%s --help” shows what can be written."), cause->message,
               PROGRAM);

  return FALSE;
}

static void
append_verbs (GString             *text,
              const ShinsaCliNoun *noun)
{
  for (const ShinsaCliVerb *verb = noun->verbs; verb->verb != NULL; verb++)
    {
      g_string_append_printf (text, "\n  %s %s", noun->noun, verb->verb);
      if (*verb->arguments != '\0')
        g_string_append_printf (text, " %s", verb->arguments);
      g_string_append_printf (text, "\n      %s", _(verb->summary));
    }
}

static char *
describe_program (void)
{
  g_autoptr (GString) text = g_string_new (_("Runs a round of examination from a terminal."));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    g_string_append_printf (text, "\n  %-12s%s", nouns[i]->noun, _(nouns[i]->summary));
  g_string_append_printf (text, "\n\n%s", _("“shinsactl NOUN --help” lists the verbs of a noun."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_noun (const ShinsaCliNoun *noun)
{
  g_autoptr (GString) text = g_string_new (_(noun->summary));

  g_string_append_c (text, '\n');
  append_verbs (text, noun);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes the next word off the list; it is not for GOption to see. */
static gboolean
take_word (ShinsaCli  *self,
           char      **word)
{
  guint length = g_strv_length (self->words);

  if (length < 2)
    return FALSE;
  *word = self->words[1];
  memmove (self->words + 1, self->words + 2, (length - 1) * sizeof (char *));

  return TRUE;
}

static gboolean
find_noun (ShinsaCli  *self,
           GError    **error)
{
  g_autofree char *word = NULL;

  if (!take_word (self, &word))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                           _("A noun and a verb are missing. “shinsactl --help” lists them."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      if (g_str_equal (nouns[i]->noun, word))
        {
          self->noun = nouns[i];
          return TRUE;
        }
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("There is no noun “%s”. “shinsactl --help” lists all of them."), word);

  return FALSE;
}

static gboolean
find_verb (ShinsaCli  *self,
           GError    **error)
{
  g_autofree char *word = NULL;

  if (!take_word (self, &word))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("A verb is missing after “%s”. “shinsactl %s --help” lists them."),
                   self->noun->noun, self->noun->noun);
      return FALSE;
    }
  for (const ShinsaCliVerb *verb = self->noun->verbs; verb->verb != NULL; verb++)
    {
      if (g_str_equal (verb->verb, word))
        {
          self->verb = verb;
          return TRUE;
        }
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               _("“%s” has no verb “%s”. “shinsactl %s --help” lists all of them."),
               self->noun->noun, word, self->noun->noun);

  return FALSE;
}

static char *
describe_usage (ShinsaCli *self)
{
  g_autofree char *usage = g_strdup_printf ("%s %s %s", self->noun->noun, self->verb->verb,
                                            self->verb->arguments);

  return g_strdup (g_strchomp (usage));
}

/* The usage text is the one place that says how many arguments a verb takes. */
static gboolean
check_arguments (ShinsaCli  *self,
                 GError    **error)
{
  g_auto (GStrv) wanted = g_strsplit (self->verb->arguments, " ", -1);
  guint given = shinsa_cli_n_arguments (self);
  g_autofree char *usage = NULL;
  guint least = 0;
  guint most = 0;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (*wanted[i] != '[')
        least++;
      most = strstr (wanted[i], "…") != NULL ? G_MAXUINT : most + 1;
    }
  if (given >= least && given <= most)
    return TRUE;
  usage = describe_usage (self);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
               given < least ? _("Something is missing. Write: %s %s")
                             : _("There is too much. Write: %s %s"), PROGRAM, usage);

  return FALSE;
}

/**
 * shinsa_cli_parse:
 * @cli: this call
 * @options: (nullable): options of the verb, besides those that every verb has
 * @error: return location for what was typed wrong
 *
 * Reads what stands after the verb. Options point into the caller's variables, which are therefore
 * set before anything else happens.
 *
 * Returns: whether the verb can go on
 */
gboolean
shinsa_cli_parse (ShinsaCli           *cli,
                  const GOptionEntry  *options,
                  GError             **error)
{
  static const GOptionEntry none[] = { { NULL } };
  g_autofree char *usage = NULL;

  g_return_val_if_fail (cli != NULL && cli->verb != NULL, FALSE);

  usage = describe_usage (cli);
  if (!parse_options (cli, usage, _(cli->verb->summary),
                      options != NULL ? options : none, FALSE, error))
    return FALSE;
  cli->arguments = g_strdupv (cli->words + 1);

  return check_arguments (cli, error);
}

/**
 * shinsa_cli_argument:
 * @cli: this call
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the argument there; %NULL where none was given
 */
const char *
shinsa_cli_argument (ShinsaCli *cli,
                     guint      position)
{
  g_return_val_if_fail (cli != NULL, NULL);

  return position < shinsa_cli_n_arguments (cli) ? cli->arguments[position] : NULL;
}

/**
 * shinsa_cli_n_arguments:
 * @cli: the call
 *
 * Returns: how many arguments were typed behind the verb, options left out
 */
guint
shinsa_cli_n_arguments (ShinsaCli *cli)
{
  g_return_val_if_fail (cli != NULL && cli->arguments != NULL, 0);

  return g_strv_length (cli->arguments);
}

/* --- The call --- */

static gboolean
run (ShinsaCli  *self,
     GError    **error)
{
  g_autofree char *program = describe_program ();
  g_autofree char *noun = NULL;
  g_autofree char *usage = NULL;

  if (!parse_options (self, _("NOUN VERB …"), program, NULL, TRUE, error))
    return FALSE;
  if (self->version)
    {
      g_print ("%s %s\n", PROGRAM, PACKAGE_VERSION);
      return TRUE;
    }
  if (!find_noun (self, error))
    return FALSE;
  noun = describe_noun (self->noun);
  usage = g_strdup_printf ("%s %s", self->noun->noun, _("VERB …"));
  if (!parse_options (self, usage, noun, NULL, TRUE, error) || !find_verb (self, error))
    return FALSE;

  return self->verb->run (self, error);
}

/* With --json there is a document on standard output even then. */
static int
refuse (ShinsaCli    *self,
        gboolean      json,
        const GError *error)
{
  JsonObject *document = NULL;

  g_printerr ("%s\n", error->message);
  if (json)
    {
      document = json_object_new ();
      json_object_set_object_member (document, "error", shinsa_cli_error_json (error));
      shinsa_cli_put_object (self, document);
    }

  return g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_USAGE) ? EXIT_USAGE : EXIT_FAILURE;
}

/**
 * shinsa_cli_main:
 * @argc: how many words there are
 * @argv: the words
 *
 * Returns: 0 where it is done, 1 where it was refused or found wrong, 2 where it was typed wrong
 */
int
shinsa_cli_main (int   argc,
                 char *argv[])
{
  g_auto (ShinsaCli) self = { NULL };
  g_autoptr (GError) error = NULL;
  int status = EXIT_SUCCESS;

  g_set_prgname (PROGRAM);
  self.words = g_strdupv (argv);
  if (!run (&self, &error))
    status = refuse (&self, g_strv_contains ((const char * const *) argv, "--json"), error);
  else if (self.failed)
    status = EXIT_FAILURE;
  if (status == EXIT_SUCCESS && (fflush (stdout) != 0 || ferror (stdout)))
    {
      g_printerr ("%s\n", _("What was to be said could not be written to standard output. The "
                            "command itself was carried out."));
      status = EXIT_FAILURE;
    }

  return status;
}
