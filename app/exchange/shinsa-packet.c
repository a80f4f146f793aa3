/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet.h"

#include <glib/gi18n-lib.h>

#define MEBIBYTE (G_GINT64_CONSTANT (1024) * 1024)

const ShinsaPacketLimits shinsa_packet_limits = {
  .line = 2 * MEBIBYTE,
  .inflated = 4096 * MEBIBYTE,
  .entries = 100000,
  .spare = 64 * MEBIBYTE,
};

/**
 * shinsa_purpose_is_issue:
 * @purpose: what a packet is for
 *
 * Returns: whether it is one of those that the desk issues to a member
 */
gboolean
shinsa_purpose_is_issue (const char *purpose)
{
  return g_str_equal (purpose, SHINSA_PURPOSE_INTERESTS) ||
         g_str_equal (purpose, SHINSA_PURPOSE_DOCUMENTS) ||
         g_str_equal (purpose, SHINSA_PURPOSE_NEWS);
}

/**
 * shinsa_packet_file_name:
 * @file: a packet
 *
 * Returns: (transfer full): the name by which people know it
 */
char *
shinsa_packet_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

ShinsaPacketInfo *
shinsa_packet_info_new (void)
{
  return g_new0 (ShinsaPacketInfo, 1);
}

void
shinsa_packet_info_free (ShinsaPacketInfo *info)
{
  g_free (info->purpose);
  g_free (info->round);
  g_free (info->round_id);
  shinsa_text_clear (&info->round_title);
  g_free (info->sender);
  g_free (info->sender_member);
  g_strfreev (info->recipients);
  g_free (info->digest);
  g_free (info);
}

/**
 * shinsa_packet_report_new:
 * @info: what the packet says about itself
 *
 * Returns: (transfer full): a report in which nothing has happened yet
 */
ShinsaPacketReport *
shinsa_packet_report_new (const ShinsaPacketInfo *info)
{
  ShinsaPacketReport *report = g_new0 (ShinsaPacketReport, 1);

  report->purpose = g_strdup (info->purpose);
  report->round = g_strdup (info->round);
  report->round_title = shinsa_text_copy (&info->round_title);
  report->sender = g_strdup (info->sender);
  report->sender_member = g_strdup (info->sender_member);
  report->forks = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
shinsa_packet_report_free (ShinsaPacketReport *report)
{
  g_free (report->file);
  g_free (report->purpose);
  g_free (report->round);
  shinsa_text_clear (&report->round_title);
  g_free (report->sender);
  g_free (report->sender_member);
  shinsa_text_clear (&report->sender_name);
  g_free (report->fingerprint);
  g_ptr_array_unref (report->forks);
  g_free (report);
}
