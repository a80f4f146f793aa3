/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-intake.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"
#include "shinsa-packets.h"

#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-packet-reader.h"

#include <glib/gi18n-lib.h>

/* --- issue --- */

static gboolean
put_issued (ShinsaCli *cli,
            GPtrArray *files)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_parse_name (g_ptr_array_index (files, i));

      json_array_add_string_element (array, name);
      shinsa_cli_say (cli, _("“%s” was written."), name);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "files", array);
  json_array_unref (array);

  return TRUE;
}

static gboolean
issue (ShinsaCli  *cli,
       GError    **error)
{
  static const char * const purposes[] = {
    SHINSA_PURPOSE_INTERESTS, SHINSA_PURPOSE_DOCUMENTS, SHINSA_PURPOSE_NEWS, NULL
  };
  g_autofree char *folder = NULL;
  g_autofree char *member = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Put the packets into this folder instead of the current one"), "FOLDER" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &member, N_("Only to this member"), "MEMBER" },
    { NULL }
  };
  ShinsaSession *session = NULL;
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !shinsa_cli_read_word (shinsa_cli_argument (cli, 0), purposes, error) ||
      !(session = shinsa_cli_select (cli, SHINSA_SESSION_EXISTING, error)))
    return FALSE;
  directory = g_file_new_for_commandline_arg (folder != NULL ? folder : ".");

  return shinsa_session_issue (session, shinsa_cli_argument (cli, 0), member, directory, &files,
                               NULL, error) &&
         put_issued (cli, files);
}

/* --- write --- */

/* In a folder a packet gets the name that tells people what it is. */
static char *
output_name (ShinsaSession  *session,
             const char     *output,
             GError        **error)
{
  g_autofree char *name = NULL;

  if (output != NULL && !g_file_test (output, G_FILE_TEST_IS_DIR))
    return g_strdup (output);
  name = shinsa_session_packet_name (session, SHINSA_PURPOSE_SUBMISSION, NULL, error);
  if (name == NULL)
    return NULL;

  return g_build_filename (output != NULL ? output : ".", name, NULL);
}

static gboolean
write_packet (ShinsaCli  *cli,
              GError    **error)
{
  g_autofree char *output = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file, or into this folder"), "FILE" },
    { NULL }
  };
  ShinsaSession *session = NULL;
  g_autoptr (ShinsaCliFile) file = NULL;

  return shinsa_cli_parse (cli, options, error) &&
         (session = shinsa_cli_select (cli, SHINSA_SESSION_READ, error)) != NULL &&
         (name = output_name (session, output, error)) != NULL &&
         (file = shinsa_cli_file_open_output (cli, name, error)) != NULL &&
         shinsa_session_write_submission (session, shinsa_cli_file_get (file), NULL, error) &&
         shinsa_cli_file_finish (file, error) && shinsa_cli_file_put (file, cli);
}

/* --- show --- */

static JsonObject *
info_json (const ShinsaPacketInfo *info)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = shinsa_fingerprint (info->sender);

  json_object_set_string_member (object, "purpose", info->purpose);
  json_object_set_string_member (object, "round", info->round);
  json_object_set_string_member (object, "round_id", info->round_id);
  shinsa_cli_set_text (object, "round_title", &info->round_title);
  json_object_set_string_member (object, "sender", info->sender);
  json_object_set_string_member (object, "sender_member", info->sender_member);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  shinsa_cli_set_words (object, "recipients", (const char * const *) info->recipients);
  json_object_set_int_member (object, "feeds", info->feeds);
  json_object_set_int_member (object, "entries", info->entries);
  json_object_set_int_member (object, "bodies", info->bodies);
  json_object_set_int_member (object, "documents", info->documents);
  json_object_set_string_member (object, "digest", info->digest);

  return object;
}

static void
print_info (const ShinsaPacketInfo *info)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autofree char *fingerprint = shinsa_fingerprint (info->sender);
  g_autofree char *recipients = g_strjoinv (" ", info->recipients);
  g_autofree char *entries = g_strdup_printf ("%" G_GINT64_FORMAT, info->entries);
  g_autofree char *documents = g_strdup_printf ("%" G_GINT64_FORMAT, info->documents);

  shinsa_cli_table_fact (facts, _("Purpose"), info->purpose);
  shinsa_cli_table_fact (facts, _("Round"), info->round_id);
  shinsa_cli_table_fact (facts, _("Title"), shinsa_text_get (&info->round_title));
  shinsa_cli_table_fact (facts, _("Root key"), info->round);
  shinsa_cli_table_fact (facts, _("Sender"),
                         *info->sender_member != '\0' ? info->sender_member : "desk");
  shinsa_cli_table_fact (facts, _("Fingerprint"), fingerprint);
  shinsa_cli_table_fact (facts, _("Recipients"), recipients);
  shinsa_cli_table_fact (facts, _("Entries"), entries);
  shinsa_cli_table_fact (facts, _("Documents"), documents);
  shinsa_cli_table_print (facts);
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autoptr (ShinsaPacketInfo) info = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 0), error)) ||
      !(info = shinsa_packet_show (shinsa_cli_file_get (file), NULL, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, info_json (info));
  print_info (info);

  return TRUE;
}

/* --- read and watch --- */

static gboolean
read_packets (ShinsaCli  *cli,
              GError    **error)
{
  g_autoptr (ShinsaCliIntake) intake = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) || !(intake = shinsa_cli_intake_new (cli, error)))
    return FALSE;
  for (guint i = 0; i < shinsa_cli_n_arguments (cli); i++)
    {
      g_autoptr (ShinsaCliFile) file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, i),
                                                                   error);

      if (file == NULL)
        return FALSE;
      shinsa_cli_intake_read (intake, shinsa_cli_file_get (file));
    }

  return shinsa_cli_intake_finish (intake);
}

static gboolean
watch (ShinsaCli  *cli,
       GError    **error)
{
  gboolean once = FALSE;
  const GOptionEntry options[] = {
    { "once", 0, 0, G_OPTION_ARG_NONE, &once, N_("Take in what is there and end"), NULL },
    { NULL }
  };
  g_autoptr (ShinsaCliIntake) intake = NULL;
  g_autoptr (GFile) folder = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  if (shinsa_cli_wants_json (cli) && !once)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                           _("Watching does not end, so “--json” goes with “--once” only."));
      return FALSE;
    }
  if (!(intake = shinsa_cli_intake_new (cli, error)))
    return FALSE;
  folder = g_file_new_for_commandline_arg (shinsa_cli_argument (cli, 0));

  return (once ? shinsa_cli_intake_scan (intake, folder, error)
               : shinsa_cli_intake_watch (intake, folder, error)) &&
         shinsa_cli_intake_finish (intake);
}

static const ShinsaCliVerb verbs[] = {
  { "issue", "interests|documents|news", N_("Write the members' packets, as the desk"), issue },
  { "write", "", N_("Write the own submissions for the desk, as a member"), write_packet },
  { "show", "FILE", N_("Check a packet and show what it says about itself"), show },
  { "read", "FILE…", N_("Take packets in"), read_packets },
  { "watch", "FOLDER", N_("Take in every packet that appears in a folder"), watch },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_packet = { "packet", N_("What travels between computers"), verbs };
