/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-intake.h"

#include "shinsa-cli-json.h"
#include "shinsa-error.h"
#include "shinsa-packets.h"

#include "exchange/shinsa-packet.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* A folder on another computer may not say that something appeared in it. */
#define LOOK_AGAIN_SECONDS 5

struct _ShinsaCliIntake
{
  ShinsaCli     *cli;
  ShinsaSession *session;
  JsonArray     *packets;  /* what to say with --json */
  GHashTable    *seen;     /* files of a folder as they were when they were read */
  GHashTable    *noticed;  /* and as they were at any look */
  GFile         *folder;   /* that is watched, or NULL */
  GMainLoop     *loop;
  GError        *error;    /* why watching ended */
};

/* A packet can be the first thing that a new store gets, so there may be no round to select. */
static gboolean
select_round (ShinsaCli  *cli,
              GError    **error)
{
  ShinsaSession *session = shinsa_cli_open (cli, SHINSA_SESSION_WRITE, error);
  g_autoptr (GPtrArray) rounds = NULL;

  if (session == NULL || !(rounds = shinsa_session_list_rounds (session, error)))
    return FALSE;

  return rounds->len == 0 || shinsa_cli_select (cli, SHINSA_SESSION_WRITE, error) != NULL;
}

/**
 * shinsa_cli_intake_new:
 * @cli: this call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what takes packets in
 */
ShinsaCliIntake *
shinsa_cli_intake_new (ShinsaCli  *cli,
                       GError    **error)
{
  ShinsaCliIntake *self = NULL;

  if (!select_round (cli, error))
    return NULL;
  self = g_new0 (ShinsaCliIntake, 1);
  self->cli = cli;
  self->session = shinsa_cli_get_session (cli);
  self->packets = json_array_new ();
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->noticed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
shinsa_cli_intake_free (ShinsaCliIntake *self)
{
  g_clear_pointer (&self->packets, json_array_unref);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->noticed);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* --- One packet --- */

static JsonObject *
report_json (const ShinsaPacketReport *report,
             const char               *sentence)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", report->file);
  json_object_set_string_member (object, "sentence", sentence);
  json_object_set_string_member (object, "purpose", report->purpose);
  json_object_set_string_member (object, "round", report->round);
  json_object_set_boolean_member (object, "new_round", report->new_round);
  json_object_set_string_member (object, "sender", report->sender);
  json_object_set_string_member (object, "sender_member", report->sender_member);
  json_object_set_string_member (object, "sender_state",
                                 shinsa_feed_state_to_string (report->sender_state));
  json_object_set_string_member (object, "fingerprint", report->fingerprint);
  json_object_set_boolean_member (object, "nothing_new", report->nothing_new);
  json_object_set_int_member (object, "new_entries", report->new_entries);
  json_object_set_int_member (object, "new_bodies", report->new_bodies);
  json_object_set_int_member (object, "new_documents", report->new_documents);
  json_object_set_int_member (object, "received", report->received);
  json_object_set_int_member (object, "late", report->late);
  shinsa_cli_set_codes (object, "forks", report->forks);

  return object;
}

static void
put_refused (ShinsaCliIntake *self,
             GFile           *file,
             const GError    *error)
{
  g_autofree char *name = shinsa_packet_file_name (file);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", name);
  json_object_set_object_member (object, "error", shinsa_cli_error_json (error));
  json_array_add_object_element (self->packets, object);
  shinsa_cli_fail (self->cli, error);
}

/**
 * shinsa_cli_intake_read:
 * @self: an intake
 * @file: a packet
 *
 * Takes a packet in, or says why not.
 */
void
shinsa_cli_intake_read (ShinsaCliIntake *self,
                        GFile           *file)
{
  g_autoptr (ShinsaPacketReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!shinsa_session_read_packet (self->session, file, &report, NULL, &error))
    {
      put_refused (self, file, error);
      return;
    }
  sentence = shinsa_packet_report_sentence (report);
  json_array_add_object_element (self->packets, report_json (report, sentence));
  shinsa_cli_say (self->cli, "%s", sentence);
}

/**
 * shinsa_cli_intake_finish:
 * @self: an intake
 *
 * Returns: %TRUE, for a verb to return
 */
gboolean
shinsa_cli_intake_finish (ShinsaCliIntake *self)
{
  if (!shinsa_cli_wants_json (self->cli))
    return TRUE;

  return shinsa_cli_put_list (self->cli, "packets", g_steal_pointer (&self->packets));
}

/* --- A folder --- */

/* A file that grows while it is copied is read again when it has changed. */
static char *
describe_state (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED ","
                       G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *uri = g_file_get_uri (file);

  if (info == NULL)
    return NULL;

  return g_strdup_printf ("%" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%u %s",
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info,
                                                            G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          uri);
}

static void
read_once (ShinsaCliIntake *self,
           GFile           *file)
{
  char *state = describe_state (file);

  if (state != NULL && g_hash_table_add (self->seen, state))
    shinsa_cli_intake_read (self, file);
}

/**
 * shinsa_cli_intake_scan:
 * @self: an intake
 * @folder: a folder
 * @error: return location for an error of the folder
 *
 * Takes in the packets in a folder that were not taken in before, or have changed since.
 *
 * Returns: whether the folder could be read
 */
gboolean
shinsa_cli_intake_scan (ShinsaCliIntake  *self,
                        GFile            *folder,
                        GError          **error)
{
  g_autoptr (GPtrArray) files = shinsa_packets_in_folder (folder, NULL, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    read_once (self, g_ptr_array_index (files, i));

  return TRUE;
}

/* Nobody told that these are written to their end. What is still being copied differs from one
 * look to the next, so a file is read when it stayed as it was. */
static gboolean
look_cb (gpointer data)
{
  ShinsaCliIntake *self = data;
  g_autoptr (GPtrArray) files = NULL;

  if (self->error != NULL)
    return G_SOURCE_CONTINUE;
  files = shinsa_packets_in_folder (self->folder, NULL, &self->error);
  if (files == NULL)
    g_main_loop_quit (self->loop);
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      char *state = describe_state (g_ptr_array_index (files, i));

      if (state != NULL && !g_hash_table_add (self->noticed, state))
        read_once (self, g_ptr_array_index (files, i));
    }

  return G_SOURCE_CONTINUE;
}

/* Reads the file that is told to be whole, and no other: the next one may be half copied. */
static void
changed_cb (ShinsaCliIntake   *self,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event)
{
  GFile *whole = event == G_FILE_MONITOR_EVENT_RENAMED ? other : file;
  g_autofree char *name = g_file_get_basename (whole);

  if ((event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT ||
       event == G_FILE_MONITOR_EVENT_MOVED_IN || event == G_FILE_MONITOR_EVENT_RENAMED) &&
      g_str_has_suffix (name, SHINSA_PACKET_SUFFIX))
    read_once (self, whole);
}

/**
 * shinsa_cli_intake_watch:
 * @self: an intake
 * @folder: a folder
 * @error: return location for an error of the folder
 *
 * Takes in what is in a folder and then whatever appears in it, until the program is interrupted.
 *
 * Returns: %FALSE, when the folder can be watched no longer
 */
gboolean
shinsa_cli_intake_watch (ShinsaCliIntake  *self,
                         GFile            *folder,
                         GError          **error)
{
  g_autoptr (GFileMonitor) monitor = NULL;
  guint timer = 0;

  self->folder = g_object_ref (folder);
  /* What appears during the first look is told by the monitor, so that comes first. */
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
  if (monitor == NULL || !shinsa_cli_intake_scan (self, folder, error))
    return FALSE;
  self->loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (changed_cb), self);
  timer = g_timeout_add_seconds (LOOK_AGAIN_SECONDS, look_cb, self);
  g_main_loop_run (self->loop);
  g_source_remove (timer);
  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}
