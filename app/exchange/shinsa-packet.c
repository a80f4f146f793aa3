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

/* --- In words --- */

static const char *
sender_name (const ShinsaPacketReport *report)
{
  const char *name = shinsa_text_get (&report->sender_name);

  return *name != '\0' ? name : report->sender_member;
}

static char *
say_issue (const ShinsaPacketReport *report)
{
  if (report->new_round)
    return g_strdup_printf (_("The round “%s” was added to this computer. Compare the fingerprint "
                              "of its desk with the secretariat: %s."),
                            shinsa_text_get (&report->round_title), report->fingerprint);
  if (report->new_entries > 0)
    return g_strdup_printf (ngettext ("“%s” was taken in: %lld new entry of the register.",
                                      "“%s” was taken in: %lld new entries of the register.",
                                      report->new_entries),
                            report->file, (long long) report->new_entries);
  return g_strdup_printf (_("“%s” was taken in: it brought what was missing here."),
                          report->file);
}

static char *
say_submission (const ShinsaPacketReport *report)
{
  switch (report->sender_state)
    {
    case SHINSA_FEED_PENDING:
      return g_strdup_printf (_("What %s sent was taken in and waits until their computer is "
                                "accepted. Compare its fingerprint with them, then accept it: %s."),
                              sender_name (report), report->fingerprint);

    case SHINSA_FEED_LOST:
    case SHINSA_FEED_HELD:
      return g_strdup_printf (_("What %s sent was taken in and is held back: their computer is set "
                                "to lost or held."), sender_name (report));

    case SHINSA_FEED_ACCEPTED:
    default:
      return g_strdup_printf (ngettext ("%u submission of %s was received.",
                                        "%u submissions of %s were received.", report->received),
                              report->received, sender_name (report));
    }
}

static char *
say_late (const ShinsaPacketReport *report)
{
  return g_strdup_printf (ngettext ("%u review came after its phase was closed: it does not count "
                                    "unless it is admitted.",
                                    "%u reviews came after their phase was closed: they do not "
                                    "count unless they are admitted.", report->late),
                          report->late);
}

static char *
say_fork (const ShinsaPacketReport *report)
{
  if (g_ptr_array_find_with_equal_func (report->forks, report->round, g_str_equal, NULL))
    return g_strdup (_("The register in it says something else than the one that is held here. "
                       "Both are kept as proof, and nothing was changed. Ask the secretariat "
                       "which one is theirs."));
  return g_strdup (_("A feed in it says something else than the same feed said before. Both are "
                     "kept as proof, and nothing that was received was changed. Hold that feed "
                     "until this is cleared up."));
}

static char *
append_sentence (char *sentences,
                 char *sentence)
{
  g_autofree char *before = sentences;
  g_autofree char *next = sentence;

  if (before == NULL)
    return g_steal_pointer (&next);
  /* Translators: two sentences in a row. */
  return g_strdup_printf (_("%s %s"), before, next);
}

/**
 * shinsa_packet_report_sentence:
 * @report: what taking a packet in did
 *
 * Returns: (transfer full): the same in words, one sentence or a few, in the user's language
 */
char *
shinsa_packet_report_sentence (const ShinsaPacketReport *report)
{
  gboolean changed;
  char *sentences = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  changed = report->new_entries > 0 || report->new_bodies > 0 || report->new_documents > 0 ||
            report->received > 0;
  if (report->nothing_new)
    return g_strdup_printf (_("“%s” holds nothing new. Nothing was changed."), report->file);
  if (changed)
    sentences = shinsa_purpose_is_issue (report->purpose) ? say_issue (report)
                                                          : say_submission (report);
  if (report->late > 0)
    sentences = append_sentence (sentences, say_late (report));
  if (report->forks->len > 0)
    sentences = append_sentence (sentences, say_fork (report));
  return sentences;
}
