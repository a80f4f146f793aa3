/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/shinsa-record-files.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"
#include "shinsa-records.h"

typedef struct {
  GtkWidget     *from;
  ShinsaService *service;
  char          *profile;
  char          *application;
  GFile         *file;
  GPtrArray     *warnings;   /* what to look at before it is written */
  char          *said;       /* made on the thread that does it */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->from);
  g_object_unref (job->service);
  g_free (job->profile);
  g_free (job->application);
  g_object_unref (job->file);
  g_clear_pointer (&job->warnings, g_ptr_array_unref);
  g_free (job->said);
  g_free (job);
}

static Job *
job_new (GtkWidget     *from,
         ShinsaService *service,
         const char    *profile,
         const char    *application,
         GFile         *file)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_object_ref (from);
  job->service = g_object_ref (service);
  job->profile = g_strdup (profile);
  job->application = g_strdup (application);
  job->file = file;

  return job;
}

static void
said_cb (GtkWidget *from,
         gpointer   data)
{
  const Job *job = data;

  shinsa_toast (from, job->said);
}

/**
 * shinsa_record_files_profile_label:
 * @profile: a profile of the record
 *
 * Returns: (transfer none): whom it is for
 */
const char *
shinsa_record_files_profile_label (const char *profile)
{
  if (g_str_equal (profile, "secretariat"))
    return _("For the secretariat");
  if (g_str_equal (profile, "committee"))
    return _("For the committee");
  if (g_str_equal (profile, "applicant"))
    return _("For the applicant");

  return _("For the public");
}

/* --- Export --- */

static gboolean
export (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  Job *job = data;
  g_autofree char *sha256 = NULL;
  g_autofree char *name = g_file_get_basename (job->file);

  if (!shinsa_session_export_record (session, job->profile, job->application, job->file, &sha256,
                                     cancellable, error))
    return FALSE;
  /* Translators: name of a file. */
  job->said = g_strdup_printf (_("Exported and read back: %s"), name);

  return TRUE;
}

static void
start_export (gpointer data)
{
  const Job *job = data;

  shinsa_work (job->from, job->service, _("Exporting the record"), export,
               job_new (job->from, job->service, job->profile, job->application,
                        g_object_ref (job->file)), job_free, said_cb);
}

static gboolean
look_for_warnings (ShinsaSession  *session,
                   gpointer        data,
                   GCancellable   *cancellable,
                   GError        **error)
{
  Job *job = data;

  job->warnings = shinsa_session_record_warnings (session, job->profile, job->application, error);

  return job->warnings != NULL;
}

static void
warned_cb (GtkWidget *from,
           gpointer   data)
{
  const Job *job = data;
  g_autofree char *body = NULL;

  if (job->warnings->len == 0)
    {
      start_export (data);
      return;
    }
  g_ptr_array_add (job->warnings, NULL);
  body = g_strjoinv ("\n", (char **) job->warnings->pdata);
  g_ptr_array_set_size (job->warnings, job->warnings->len - 1);
  shinsa_ask (from, _("Export it all the same?"), body, _("_Export"), start_export,
              job_new (job->from, job->service, job->profile, job->application,
                       g_object_ref (job->file)), job_free);
}

/**
 * shinsa_record_files_export:
 * @from: the widget that asks
 * @service: the service, as the desk
 * @profile: whom the record is for
 * @application: (nullable): of an applicant's record
 * @file: (transfer full): where it goes
 *
 * Shows what the text says that should perhaps not leave, then writes the record.
 */
void
shinsa_record_files_export (GtkWidget     *from,
                            ShinsaService *service,
                            const char    *profile,
                            const char    *application,
                            GFile         *file)
{
  shinsa_work (from, service, _("Exporting the record"), look_for_warnings,
               job_new (from, service, profile, application, file), job_free, warned_cb);
}

/* --- Verify --- */

static gboolean
verify (ShinsaSession  *session,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  Job *job = data;
  g_autoptr (ShinsaRecordReport) report = NULL;

  if (!shinsa_record_verify_file (job->file, shinsa_session_get_root (session), &report,
                                  cancellable, error))
    return FALSE;
  job->said = shinsa_record_report_sentence (report);

  return TRUE;
}

static void
verified_cb (GtkWidget *from,
             gpointer   data)
{
  const Job *job = data;

  shinsa_tell (from, _("The record holds"), job->said);
}

/**
 * shinsa_record_files_verify:
 * @from: the widget that asks
 * @service: the service
 * @file: (transfer full): a record
 */
void
shinsa_record_files_verify (GtkWidget     *from,
                            ShinsaService *service,
                            GFile         *file)
{
  shinsa_work (from, service, _("Verifying the record"), verify,
               job_new (from, service, NULL, NULL, file), job_free, verified_cb);
}

/* --- Backup --- */

static gboolean
back_up (ShinsaSession  *session,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  Job *job = data;
  g_autofree char *name = g_file_get_basename (job->file);

  if (!shinsa_session_backup (session, job->file, error))
    return FALSE;
  /* Translators: name of a file. */
  job->said = g_strdup_printf (_("Backed up: %s"), name);

  return TRUE;
}

/**
 * shinsa_record_files_back_up:
 * @from: the widget that asks
 * @service: the service
 * @file: (transfer full): where the copy goes
 */
void
shinsa_record_files_back_up (GtkWidget     *from,
                             ShinsaService *service,
                             GFile         *file)
{
  shinsa_work_read (from, service, _("Backing up"), back_up,
                    job_new (from, service, NULL, NULL, file), job_free, said_cb);
}
