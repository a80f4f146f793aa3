/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-views.h"

#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-table-parts.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>

static const ShinsaCompareState own_states[] = {
  { NULL, "filter", NC_("filter", "All states") },
  { "to-do", "review", NC_("review", "Not begun") },
  { "draft", "review", NC_("review", "Draft") },
  { "submitted", "review", NC_("review", "Submitted") },
  { SHINSA_TAG_BELOW, "filter", NC_("filter", "Below the threshold") },
  { "interest", "review", NC_("review", "Interest not settled") },
  { "recused", "review", NC_("review", "Recused") },
};

static const ShinsaCompareState committee_states[] = {
  { NULL, "filter", NC_("filter", "All states") },
  { SHINSA_TAG_UNSCORED, "filter", NC_("filter", "Not scored") },
  { SHINSA_TAG_SCORED, "filter", NC_("filter", "Scored") },
  { SHINSA_TAG_SPLIT, "filter", NC_("filter", "Split") },
  { SHINSA_TAG_BELOW, "filter", NC_("filter", "Below the threshold") },
  { SHINSA_TAG_INTERESTS, "filter", NC_("filter", "Waiting for interests") },
  { "none", "decision", NC_("decision", "Not decided") },
  { "provisional", "decision", NC_("decision", "Provisional") },
  { "confirmed", "decision", NC_("decision", "Confirmed") },
  { "reopened", "decision", NC_("decision", "Reopened") },
};

static const ShinsaCompareState phases_states[] = {
  { NULL, "filter", NC_("filter", "All states") },
  { SHINSA_TAG_CHANGED, "filter", NC_("filter", "Levels changed") },
  { SHINSA_TAG_SPLIT, "filter", NC_("filter", "Split") },
  { SHINSA_TAG_BELOW, "filter", NC_("filter", "Below the threshold") },
};

static const ShinsaCompareState last_round_states[] = {
  { NULL, "filter", NC_("filter", "All states") },
  { SHINSA_TAG_EARLIER, "filter", NC_("filter", "With an earlier round") },
  { SHINSA_TAG_SPLIT, "filter", NC_("filter", "Split") },
  { SHINSA_TAG_BELOW, "filter", NC_("filter", "Below the threshold") },
};

#define STATES(states) states, G_N_ELEMENTS (states)

static const ShinsaCompareViewInfo infos[SHINSA_COMPARE_N_VIEWS] = {
  [SHINSA_COMPARE_MEMBERS] = {
    SHINSA_COMPARE_MEMBERS, NULL, TRUE, NULL, 0, NULL, NULL,
  },
  [SHINSA_COMPARE_OWN] = {
    SHINSA_COMPARE_COMMITTEE, N_("My levels"), FALSE, STATES (own_states),
    shinsa_compare_own_table, shinsa_compare_own_row,
  },
  [SHINSA_COMPARE_COMMITTEE] = {
    SHINSA_COMPARE_OWN, N_("The committee’s"), FALSE, STATES (committee_states),
    shinsa_compare_committee_table, shinsa_compare_committee_row,
  },
  [SHINSA_COMPARE_PHASES] = {
    SHINSA_COMPARE_ALL_PHASES, N_("This application"), TRUE, NULL, 0, NULL, NULL,
  },
  [SHINSA_COMPARE_ALL_PHASES] = {
    SHINSA_COMPARE_PHASES, N_("All applications"), FALSE, STATES (phases_states),
    shinsa_compare_all_phases_table, shinsa_compare_all_phases_row,
  },
  [SHINSA_COMPARE_LAST_ROUND] = {
    SHINSA_COMPARE_ALL_LAST_ROUND, N_("This application"), TRUE, NULL, 0, NULL, NULL,
  },
  [SHINSA_COMPARE_ALL_LAST_ROUND] = {
    SHINSA_COMPARE_LAST_ROUND, N_("All applications"), FALSE, STATES (last_round_states),
    shinsa_compare_all_last_round_table, shinsa_compare_all_last_round_row,
  },
  [SHINSA_COMPARE_PINNED] = {
    SHINSA_COMPARE_PINNED, NULL, FALSE, NULL, 0, NULL, NULL,
  },
};

/**
 * shinsa_compare_view_info:
 * @view: a view
 *
 * Returns: (transfer none): what the page knows of it
 */
const ShinsaCompareViewInfo *
shinsa_compare_view_info (ShinsaCompareView view)
{
  g_return_val_if_fail (view < SHINSA_COMPARE_N_VIEWS, NULL);

  return &infos[view];
}

static gboolean
has_earlier_round (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    if (((ShinsaDossier *) g_ptr_array_index (round->dossiers, i))->previous != NULL)
      return TRUE;
  return FALSE;
}

/**
 * shinsa_compare_view_exists:
 *
 * Returns: whether it is a view of all applications that has something to show
 */
gboolean
shinsa_compare_view_exists (ShinsaCompareView  view,
                            const ShinsaRound *round)
{
  if (infos[view].make_row == NULL || round->dossiers->len == 0)
    return FALSE;
  return view == SHINSA_COMPARE_OWN ? !round->is_desk
         : view == SHINSA_COMPARE_ALL_LAST_ROUND ? has_earlier_round (round) : TRUE;
}

/**
 * shinsa_compare_view_table:
 * @application: (nullable): which one is chosen
 *
 * Returns: (transfer full) (nullable): what a view of one application shows; NULL where there is
 *   nothing
 */
ShinsaTable *
shinsa_compare_view_table (ShinsaCompareView          view,
                           const ShinsaCompareSource *source,
                           const char                *application)
{
  if (application == NULL || shinsa_round_dossier (source->round, application) == NULL)
    return NULL;
  switch ((int) view)
    {
    case SHINSA_COMPARE_MEMBERS:
      return shinsa_compare_members_table (source, application);
    case SHINSA_COMPARE_PHASES:
      return shinsa_compare_phases_table (source, application);
    case SHINSA_COMPARE_LAST_ROUND:
      return shinsa_compare_last_round_table (source, application);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * shinsa_compare_view_note:
 *
 * Returns: (transfer full) (nullable): what there is to say above the table of one application
 */
char *
shinsa_compare_view_note (ShinsaCompareView  view,
                          const ShinsaRound *round,
                          const char        *application)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  char *hidden = shinsa_compare_why_hidden (round, application);

  if (hidden != NULL)
    return hidden;
  if (view == SHINSA_COMPARE_PHASES)
    return shinsa_compare_why_no_interview (round, application);
  if (view == SHINSA_COMPARE_LAST_ROUND)
    return dossier->previous != NULL ? shinsa_compare_last_round_sentence (dossier->previous)
                                     : NULL;
  return shinsa_compare_review_counts (round, application);
}

/**
 * shinsa_compare_view_nothing:
 *
 * Returns: (transfer full): why the view shows nothing
 */
char *
shinsa_compare_view_nothing (ShinsaCompareView  view,
                             const ShinsaRound *round,
                             const char        *application)
{
  const ShinsaDossier *dossier = round != NULL && application != NULL
                                 ? shinsa_round_dossier (round, application) : NULL;

  if (dossier == NULL)
    return g_strdup (_("This round has no application to compare yet."));
  if (view == SHINSA_COMPARE_PINNED)
    return g_strdup (_("Pin two to four applications to see them side by side: under “By "
                       "Application”, press the star beside each of them, or the P key."));
  if (view == SHINSA_COMPARE_ALL_LAST_ROUND)
    return g_strdup (_("No application of this round brings along what an earlier round found."));
  if (!dossier->has_content)
    return g_strdup (_("The content of this application is not shown here, and with it what an "
                       "earlier round found."));
  return g_strdup (_("This application brings along nothing that an earlier round found."));
}

/**
 * shinsa_compare_view_reasons:
 * @member: (nullable): whose, or NULL for those of all
 *
 * Returns: (transfer full) (nullable): what stands behind a cell, as markup
 */
char *
shinsa_compare_view_reasons (ShinsaCompareView          view,
                             const ShinsaCompareSource *source,
                             const char                *application,
                             const char                *requirement,
                             const char                *member)
{
  gboolean phases = view == SHINSA_COMPARE_PHASES || view == SHINSA_COMPARE_ALL_PHASES;

  if (view == SHINSA_COMPARE_LAST_ROUND || view == SHINSA_COMPARE_ALL_LAST_ROUND)
    return shinsa_compare_earlier_words (shinsa_round_dossier (source->round, application),
                                         requirement);
  if (member != NULL)
    return phases ? shinsa_compare_change_reasons (source, application, member, requirement)
                  : shinsa_compare_member_reasons (source, application, member, requirement);
  if (!shinsa_session_may_see_reviews (source->round, application))
    return NULL;
  return phases ? shinsa_compare_all_change_reasons (source, application, requirement)
                : shinsa_compare_all_reasons (source, application, requirement);
}
