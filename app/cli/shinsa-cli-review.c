/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-compare.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-review-file.h"
#include "shinsa-cli-sheet.h"
#include "shinsa-cli-words.h"
#include "shinsa-draft-parts.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"

#include <glib/gi18n-lib.h>

/* --- submit and abstain --- */

/* What was submitted is the newest own review now. */
static gboolean
put_submitted (ShinsaCli             *cli,
               const ShinsaCliSheet  *sheet,
               GError               **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (shinsa_cli_get_session (cli), error);
  const ShinsaReview *review = NULL;

  if (round == NULL)
    return FALSE;
  review = shinsa_round_newest_review (round, sheet->dossier->id, round->member, sheet->phase);
  g_return_val_if_fail (review != NULL, FALSE);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, shinsa_cli_review_json (round, review));
  shinsa_cli_say (cli, review->abstained
                       ? _("It is recorded that you abstain from “%s”.")
                       : _("Your review of “%s” is submitted."),
                  shinsa_text_get (&sheet->dossier->name));
  if (review->seq == 0)
    shinsa_cli_say (cli, _("It reaches the desk with the packet that “shinsactl packet write” "
                           "makes."));

  return TRUE;
}

typedef struct {
  ShinsaCli            *cli;
  const ShinsaCliSheet *sheet;
  GError              **error;
  gboolean              failed;
} Copy;

static void
copy_part (ShinsaDraftPart  part,
           const char      *key,
           const char      *value,
           gpointer         data)
{
  Copy *copy = data;

  if (copy->failed || part == SHINSA_DRAFT_REVISION)
    return;
  copy->failed = !shinsa_cli_sheet_set (copy->cli, copy->sheet, part, key, value, copy->error);
}

/* The own paper review, once more, after the interview. */
static gboolean
copy_paper_review (ShinsaCli             *cli,
                   const ShinsaCliSheet  *sheet,
                   GError               **error)
{
  const ShinsaReview *paper = shinsa_round_newest_review (sheet->round, sheet->dossier->id,
                                                          sheet->round->member,
                                                          SHINSA_PHASE_PAPER);
  Copy copy = { cli, sheet, error, FALSE };

  if (sheet->phase != SHINSA_PHASE_INTERVIEW || paper == NULL || paper->abstained)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                           _("Only a paper review can be confirmed unchanged, after the "
                             "interview. Nothing was submitted."));
      return FALSE;
    }
  shinsa_review_foreach_part (paper, copy_part, &copy);

  return !copy.failed;
}

static gboolean
submit (ShinsaCli  *cli,
        GError    **error)
{
  g_autofree char *phase = NULL;
  gboolean unchanged = FALSE;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { "unchanged", 0, 0, G_OPTION_ARG_NONE, &unchanged,
      N_("After the interview: the paper review stands as it is"), NULL },
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };

  return shinsa_cli_parse (cli, options, error) &&
         shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, phase, &sheet, error) &&
         (!unchanged || copy_paper_review (cli, &sheet, error)) &&
         shinsa_session_submit_review (shinsa_cli_get_session (cli), sheet.dossier->id,
                                       sheet.phase, error) &&
         put_submitted (cli, &sheet, error);
}

static gboolean
abstain (ShinsaCli  *cli,
         GError    **error)
{
  g_autofree char *phase = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { NULL }
  };
  ShinsaCliSheet sheet = { NULL };

  return shinsa_cli_parse (cli, options, error) &&
         shinsa_cli_sheet_open (cli, SHINSA_SESSION_EXISTING, phase, &sheet, error) &&
         shinsa_session_abstain (shinsa_cli_get_session (cli), sheet.dossier->id, sheet.phase,
                                 error) &&
         put_submitted (cli, &sheet, error);
}

/* --- show --- */

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  g_autofree char *word = NULL;
  gboolean names = FALSE;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&word),
    { "names", 0, 0, G_OPTION_ARG_NONE, &names, N_("Names instead of letters, where allowed"),
      NULL },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  ShinsaPhase phase = SHINSA_PHASE_PAPER;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_read_phase (round, dossier->id, word, &phase, error))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, shinsa_cli_compare_json (round, dossier, phase));
  shinsa_cli_compare_print (round, dossier, phase, names);

  return TRUE;
}

/* --- What the desk enters and admits --- */

static gboolean
enter (ShinsaCli  *cli,
       GError    **error)
{
  static const char * const sources[] = { "paper", "voice", "telephone", NULL };
  g_autofree char *phase = NULL;
  g_autofree char *source = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *instructed_by = NULL;
  const GOptionEntry options[] = {
    SHINSA_CLI_PHASE_OPTION (&phase),
    { "source", 0, 0, G_OPTION_ARG_STRING, &source,
      N_("How it was given: “paper”, “voice” or “telephone”"), "SOURCE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_("Why, over an own review or while the phase is not open"), "TEXT" },
    { "instructed-by", 0, 0, G_OPTION_ARG_STRING, &instructed_by, N_("On whose instruction"),
      "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  ShinsaCliReviewPlace place = { NULL };
  g_autoptr (ShinsaReview) review = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  if (source == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                           _("Say with --source how the review was given: “paper”, “voice” or "
                             "“telephone”."));
      return FALSE;
    }
  if (!shinsa_cli_read_word (source, sources, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(place.dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !(place.member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, 1), error)) ||
      !shinsa_cli_read_phase (round, place.dossier->id, phase, &place.phase, error) ||
      !(review = shinsa_cli_review_file_read (round, &place, shinsa_cli_argument (cli, 2),
                                              error)) ||
      !shinsa_cli_write (cli, SHINSA_KIND_SUBMISSION_ENTER,
                         shinsa_state_entered (review, round->definition, source, instructed_by,
                                               reason), error))
    return FALSE;
  shinsa_cli_say (cli, _("The review that %s gave of “%s” is entered. Whoever enters one has read "
                         "it back to the member."), place.member->id,
                  shinsa_text_get (&place.dossier->name));

  return TRUE;
}

static const ShinsaReview *
find_awaiting (const ShinsaRound    *round,
               const ShinsaDossier  *dossier,
               const ShinsaMember   *member,
               GError              **error)
{
  const ShinsaReview *found = NULL;

  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (shinsa_review_awaits_admission (review) && g_str_equal (review->member, member->id) &&
          g_str_equal (review->application, dossier->id))
        found = review;
    }
  if (found == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                 _("There is no review of “%s” by “%s” that waits to be admitted. "
                   "Nothing was changed."), dossier->id,
                 member->id);

  return found;
}

static gboolean
admit (ShinsaCli  *cli,
       GError    **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *instructed_by = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why it counts all the same"), "TEXT" },
    { "instructed-by", 0, 0, G_OPTION_ARG_STRING, &instructed_by, N_("On whose instruction"),
      "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaMember *member = NULL;
  const ShinsaReview *review = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !(member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, 1), error)) ||
      !(review = find_awaiting (round, dossier, member, error)) ||
      !shinsa_cli_write (cli, SHINSA_KIND_SUBMISSION_ADMIT,
                         shinsa_state_admission (dossier->id, review->entry, instructed_by,
                                                 reason), error))
    return FALSE;
  shinsa_cli_say (cli, _("The review of “%s” by %s counts now."),
                  shinsa_text_get (&dossier->name), member->id);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "submit", "APPLICATION", N_("Submit the own score sheet as a review"), submit },
  { "abstain", "APPLICATION", N_("Submit a review without levels: an abstention"), abstain },
  { "show", "APPLICATION", N_("Show all reviews that may be seen, side by side"), show },
  { "enter", "APPLICATION MEMBER FILE", N_("Enter a review that was given on paper or aloud"),
    enter },
  { "admit", "APPLICATION MEMBER", N_("Let a review count that is late, or partly heard"), admit },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_review = { "review", N_("Reviews of applications"), verbs };
