/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"
#include "shinsa-records.h"

#include "exchange/shinsa-record.h"

#include <glib/gi18n-lib.h>

/* --- export --- */

static gboolean
check_profile (const char  *profile,
               const char  *output,
               GError     **error)
{
  if (profile != NULL && output != NULL)
    return shinsa_cli_read_word (profile, shinsa_record_profiles (), error);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                       profile == NULL
                         ? _("Say with --profile for whom the record is: “secretariat”, "
                             "“committee”, “applicant” or “public”.")
                         : _("Say with -o which file to write."));

  return FALSE;
}

static gboolean
put_exported (ShinsaCli      *cli,
              ShinsaCliFile  *file,
              const char     *sha256,
              GPtrArray      *warnings)
{
  g_autofree char *name = g_file_get_parse_name (shinsa_cli_file_get (file));
  JsonObject *object = NULL;

  /* Standard output may be the record itself. */
  for (guint i = 0; i < warnings->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (warnings, i));
  if (shinsa_cli_file_is_stream (file))
    return TRUE;
  shinsa_cli_say (cli, _("“%s” was written. Its SHA-256 is: %s"), name, sha256);
  if (!shinsa_cli_wants_json (cli))
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "file", name);
  json_object_set_string_member (object, "sha256", sha256);
  shinsa_cli_set_codes (object, "warnings", warnings);

  return shinsa_cli_put_object (cli, object);
}

static gboolean
export_record (ShinsaCli  *cli,
               GError    **error)
{
  g_autofree char *profile = NULL;
  g_autofree char *application = NULL;
  g_autofree char *output = NULL;
  g_autofree char *sha256 = NULL;
  const GOptionEntry options[] = {
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile,
      N_("“secretariat”, “committee”, “applicant” or “public”"), "PROFILE" },
    { "application", 0, 0, G_OPTION_ARG_STRING, &application, N_("For which applicant"),
      "APPLICATION" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), "FILE" },
    { NULL }
  };
  ShinsaSession *session = NULL;
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  return shinsa_cli_parse (cli, options, error) && check_profile (profile, output, error) &&
         (session = shinsa_cli_select (cli, SHINSA_SESSION_EXISTING, error)) != NULL &&
         (file = shinsa_cli_file_open_output (cli, output, error)) != NULL &&
         (warnings = shinsa_session_record_warnings (session, profile, application,
                                                     error)) != NULL &&
         shinsa_session_export_record (session, profile, application, shinsa_cli_file_get (file),
                                       &sha256, NULL, error) &&
         shinsa_cli_file_finish (file, error) && put_exported (cli, file, sha256, warnings);
}

/* --- verify --- */

static JsonObject *
report_json (const ShinsaRecordReport *report,
             const char               *sentence)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", report->file);
  json_object_set_string_member (object, "sentence", sentence);
  json_object_set_string_member (object, "sha256", report->sha256);
  json_object_set_string_member (object, "profile", report->profile);
  json_object_set_string_member (object, "application", report->application);
  json_object_set_string_member (object, "round", report->round);
  json_object_set_string_member (object, "root", report->root);
  shinsa_cli_set_text (object, "title", &report->title);
  json_object_set_string_member (object, "head", report->head);
  json_object_set_int_member (object, "seq", report->seq);
  json_object_set_int_member (object, "applications", report->applications);
  json_object_set_boolean_member (object, "origin_established", report->origin_established);

  return object;
}

static gboolean
verify (ShinsaCli  *cli,
        GError    **error)
{
  g_autofree char *root = NULL;
  const GOptionEntry options[] = {
    { "root", 0, 0, G_OPTION_ARG_STRING, &root, N_("Root key of the round, known from elsewhere"),
      "KEY" },
    { NULL }
  };
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autoptr (ShinsaRecordReport) report = NULL;
  g_autofree char *sentence = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_record_verify_file (shinsa_cli_file_get (file), root, &report, NULL, error))
    return FALSE;
  sentence = shinsa_record_report_sentence (report);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, report_json (report, sentence));
  shinsa_cli_say (cli, "%s", sentence);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "export", "", N_("Write a decision record, as the desk"), export_record },
  { "verify", "FILE", N_("Recompute a decision record and say what is wrong first"), verify },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_record = { "record", N_("Decision records"), verbs };
