/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-interest-facts.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"

#include <string.h>

/* A declaration, or a ruling. */
typedef struct {
  gint64    seq;
  char     *application;
  char     *member;
  char     *kind;          /* NULL for a ruling */
  gboolean  recuse;
  GStrv     requirements;
  char     *reason;
  char     *ruled_by;
} Fact;

static void
fact_free (Fact *fact)
{
  g_free (fact->application);
  g_free (fact->member);
  g_free (fact->kind);
  g_strfreev (fact->requirements);
  g_free (fact->reason);
  g_free (fact->ruled_by);
  g_free (fact);
}

/* --- Facts --- */

static GStrv
copy_codes (const char * const *codes)
{
  return codes != NULL ? g_strdupv ((char **) codes) : g_new0 (char *, 1);
}

static Fact *
add_fact (ShinsaRound        *round,
          const char         *application,
          const char         *member,
          const char * const *requirements,
          const char         *reason,
          gint64              seq)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->seq = seq;
  fact->application = g_strdup (application);
  fact->member = g_strdup (member);
  fact->requirements = copy_codes (requirements);
  fact->reason = g_strdup (reason);
  if (round->interest_facts == NULL)
    round->interest_facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  g_ptr_array_add (round->interest_facts, fact);
  return fact;
}

/**
 * shinsa_round_add_declaration:
 * @round: a round that is being loaded
 * @application: the id of an application
 * @member: the id of who declares
 * @kind: none, or the kind of interest
 * @requirements: (nullable): codes that it is limited to
 * @reason: what the member says about it
 * @seq: its place in the register, 0 while the desk has not received it
 */
void
shinsa_round_add_declaration (ShinsaRound        *round,
                              const char         *application,
                              const char         *member,
                              const char         *kind,
                              const char * const *requirements,
                              const char         *reason,
                              gint64              seq)
{
  g_return_if_fail (round != NULL);
  g_return_if_fail (application != NULL);
  g_return_if_fail (member != NULL);
  g_return_if_fail (kind != NULL);
  g_return_if_fail (reason != NULL);

  add_fact (round, application, member, requirements, reason, seq)->kind = g_strdup (kind);
}

/**
 * shinsa_round_add_ruling:
 * @round: a round that is being loaded
 * @application: the id of an application
 * @member: the id of who is ruled on
 * @recuse: whether the member is recused, else admitted
 * @requirements: (nullable): codes that it is limited to
 * @reason: why
 * @ruled_by: the id of who ruled
 * @seq: its place in the register
 */
void
shinsa_round_add_ruling (ShinsaRound        *round,
                         const char         *application,
                         const char         *member,
                         gboolean            recuse,
                         const char * const *requirements,
                         const char         *reason,
                         const char         *ruled_by,
                         gint64              seq)
{
  Fact *fact;

  g_return_if_fail (round != NULL);
  g_return_if_fail (application != NULL);
  g_return_if_fail (member != NULL);
  g_return_if_fail (reason != NULL);
  g_return_if_fail (ruled_by != NULL);

  fact = add_fact (round, application, member, requirements, reason, seq);
  fact->recuse = recuse;
  fact->ruled_by = g_strdup (ruled_by);
}

/* --- Interests --- */

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const Fact *first = *(const Fact * const *) a;
  const Fact *second = *(const Fact * const *) b;

  return shinsa_compare_seq (first->seq, second->seq);
}

static void
set_codes (GStrv *codes,
           GStrv  value)
{
  g_strfreev (*codes);
  *codes = g_strdupv (value);
}

static void
apply_declaration (ShinsaInterest *interest,
                   const Fact     *fact)
{
  gboolean is_none = strcmp (fact->kind, "none") == 0;

  /* A ruling alone lifts a suspension or a recusal; nobody lifts their own. */
  if (is_none && (interest->state == SHINSA_INTEREST_WAITING ||
                  interest->state == SHINSA_INTEREST_RECUSED))
    return;

  shinsa_set_string (&interest->kind, fact->kind);
  shinsa_set_string (&interest->reason, fact->reason);
  interest->declared_seq = fact->seq;
  interest->pending = fact->seq == 0;
  if (shinsa_interest_bars (interest))
    return;

  interest->state = is_none ? SHINSA_INTEREST_NONE : SHINSA_INTEREST_WAITING;
  set_codes (&interest->requirements, fact->requirements);
  shinsa_set_string (&interest->ruling_reason, "");
  shinsa_set_string (&interest->ruled_by, "");
  interest->ruled_seq = 0;
}

static void
apply_ruling (ShinsaInterest *interest,
              const Fact     *fact)
{
  interest->state = fact->recuse ? SHINSA_INTEREST_RECUSED : SHINSA_INTEREST_ADMITTED;
  set_codes (&interest->requirements, fact->requirements);
  shinsa_set_string (&interest->ruling_reason, fact->reason);
  shinsa_set_string (&interest->ruled_by, fact->ruled_by);
  interest->ruled_seq = fact->seq;
}

static void
make_interests (ShinsaRound *round)
{
  g_ptr_array_set_size (round->interests, 0);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      for (guint j = 0; j < round->members->len; j++)
        {
          const ShinsaMember *member = g_ptr_array_index (round->members, j);
          ShinsaInterest *interest = shinsa_interest_new ();

          shinsa_set_string (&interest->application, dossier->id);
          shinsa_set_string (&interest->member, member->id);
          g_ptr_array_add (round->interests, interest);
        }
    }
  shinsa_round_index_interests (round);
}

void
shinsa_round_settle_interests (ShinsaRound *round)
{
  make_interests (round);
  if (round->interest_facts == NULL)
    return;

  g_ptr_array_sort (round->interest_facts, compare_facts);
  for (guint i = 0; i < round->interest_facts->len; i++)
    {
      const Fact *fact = g_ptr_array_index (round->interest_facts, i);
      /* The interests are this round's own; only a reader's view of them is constant. */
      ShinsaInterest *interest =
        (ShinsaInterest *) shinsa_round_interest (round, fact->application, fact->member);

      if (interest == NULL)
        continue;
      if (fact->kind != NULL)
        apply_declaration (interest, fact);
      else
        apply_ruling (interest, fact);
    }
}
