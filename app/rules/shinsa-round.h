/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* A round as it stands at one place of its register, as one identity may see it. Loaded whole,
 * then never changed: every page, command and rule reads the same picture. Arrays own their
 * elements; strings are never NULL unless a comment says so. */

typedef struct {
  char      *id;
  char      *role;           /* chair, deputy, member, secretariat or observer */
  ShinsaText name;
  char      *reading;        /* sorts the name */
  GPtrArray *affiliations;   /* (element-type ShinsaText) */
  gboolean   scores;
  int        acting_order;   /* from 1; 0 where the person never presides */
  char      *from;           /* NULL or YYYY-MM-DD */
  char      *until;
  char      *letter;         /* A, B, … in the order of the roster; "" for who does not score */
} ShinsaMember;

typedef struct {
  ShinsaText name;
  char      *kind;
} ShinsaOrganisation;

typedef struct {
  char *kind;
  int   count;
} ShinsaOrganisationCount;

typedef struct {
  ShinsaText name;
  ShinsaText organisation;
} ShinsaPerson;

typedef struct {
  char      *code;           /* situation, vision, measures, … */
  GPtrArray *items;          /* (element-type ShinsaText) */
} ShinsaSection;

typedef struct {
  double value;
  int    year;               /* 0 where none is given */
  char  *year_kind;          /* calendar, fiscal or "" */
} ShinsaIndicatorPoint;

typedef struct {
  ShinsaText            label;
  ShinsaText            unit;       /* both NULL where none is given */
  ShinsaIndicatorPoint *baseline;   /* NULL where none is given */
  ShinsaIndicatorPoint *target;
  char                 *qualifier;  /* NULL or such as at_least */
  char                 *raw;        /* as the applicant wrote it */
} ShinsaIndicator;

typedef struct {
  char      *code;           /* of the requirement as it was called then */
  ShinsaText name;
  double     median;         /* NAN where none is given */
  int        counted;
  GArray    *levels;         /* (element-type double), of those who counted; empty where unknown */
  ShinsaText comment;        /* both NULL where none is given */
} ShinsaPreviousScore;

/* What an earlier round found of the same community. */
typedef struct {
  ShinsaText title;          /* of that round */
  char      *announced_on;   /* NULL or YYYY-MM-DD */
  ShinsaText outcome;
  char      *requirement_set_id;
  int        requirement_set_version;
  GPtrArray *requirements;   /* (element-type ShinsaPreviousScore), in their order then */
  GPtrArray *conditions;     /* (element-type ShinsaText) */
  ShinsaText remarks;        /* both NULL where none are given */
  GPtrArray *indicators;     /* (element-type ShinsaIndicator) */
} ShinsaPrevious;

typedef struct {
  char    *hash;
  char    *name;
  char    *media_type;
  gint64   size;
  gboolean used;
  char    *reason;
  gboolean held;             /* its bytes are on this computer */
} ShinsaDocumentInfo;

typedef struct {
  char      *id;
  ShinsaText name;
  gboolean   withdrawn;
  char      *state_reason;
  ShinsaText network_organisation;  /* both NULL where none is named */
  GPtrArray *organisations;  /* (element-type ShinsaOrganisation), with those of the network
                              * organisation */
  GPtrArray *organisation_counts;   /* (element-type ShinsaOrganisationCount), what the applicant
                                     * counts; empty where unknown */
  int        organisations_total;   /* of these; 0 where unknown */
  gboolean   and_others;
  GPtrArray *persons;        /* (element-type ShinsaPerson) */

  gboolean   has_content;    /* what follows is held here and may be shown */
  ShinsaText summary;
  GPtrArray *market_areas;   /* (element-type utf8), codes */
  GPtrArray *sections;       /* (element-type ShinsaSection) */
  GPtrArray *indicators;     /* (element-type ShinsaIndicator) */
  GPtrArray *documents;      /* (element-type ShinsaDocumentInfo) */
  ShinsaPrevious *previous;  /* NULL where there was no earlier round */
} ShinsaDossier;

typedef enum {
  SHINSA_FEED_PENDING = 0,   /* something arrived and the desk has not said yes or no */
  SHINSA_FEED_ACCEPTED = 1,
  SHINSA_FEED_LOST = 2,
  SHINSA_FEED_HELD = 3,
} ShinsaFeedState;

typedef struct {
  char           *feed;
  char           *member;
  ShinsaFeedState state;
  char           *reason;
  gboolean        here;      /* this computer can write it */
  gboolean        forked;
  gint64          held_seq;      /* last entry that is held */
  gint64          received_seq;  /* last entry that was received; 0 for none */
} ShinsaFeedInfo;

typedef enum {
  SHINSA_INTEREST_UNDECLARED = 0,
  SHINSA_INTEREST_NONE = 1,
  SHINSA_INTEREST_WAITING = 2,   /* declared, suspended until the acting chair rules */
  SHINSA_INTEREST_RECUSED = 3,
  SHINSA_INTEREST_ADMITTED = 4,
} ShinsaInterestState;

typedef struct {
  char               *application;
  char               *member;
  ShinsaInterestState state;
  char               *kind;          /* what was declared; "" while undeclared */
  GStrv               requirements;  /* codes it is limited to; empty for all */
  char               *reason;
  char               *ruling_reason; /* "" without a ruling */
  char               *ruled_by;
  gint64              declared_seq;  /* place in the register; 0 while it is not received */
  gint64              ruled_seq;     /* 0 without a ruling */
  gboolean            pending;       /* declared here, not received by the desk yet */
} ShinsaInterest;

typedef enum {
  SHINSA_PHASE_PAPER = 1,
  SHINSA_PHASE_INTERVIEW = 2,
} ShinsaPhase;

typedef struct {
  gint64      seq;
  ShinsaPhase phase;
  char       *application;   /* NULL: all */
  gboolean    open;
  char       *reason;
} ShinsaPhaseChange;

typedef struct {
  char *document;
  int   page;
  char *quote;
} ShinsaEvidence;

/* The level of a score in a draft that has a reason or evidence, and no level yet. */
#define SHINSA_LEVEL_UNSET G_MAXDOUBLE

typedef struct {
  char      *requirement;
  double     level;          /* NAN: cannot judge; in a draft also SHINSA_LEVEL_UNSET */
  char      *reason;
  GPtrArray *evidence;       /* (element-type ShinsaEvidence) */
} ShinsaScore;

typedef enum {
  SHINSA_REVIEW_COUNTS = 1,
  SHINSA_REVIEW_WAITING = 2,        /* received before its phase opened */
  SHINSA_REVIEW_REPLACED = 3,
  SHINSA_REVIEW_LATE = 4,           /* not counted until it is admitted */
  SHINSA_REVIEW_VOID = 5,           /* its author is recused from the application */
  SHINSA_REVIEW_OTHER_VERSION = 6,  /* made against another requirement set */
  SHINSA_REVIEW_PENDING = 7,        /* not received by the desk yet */
  SHINSA_REVIEW_PARTLY_HEARD = 8,   /* changes a level although its author did not hear the whole
                                     * interview; not counted until it is admitted */
} ShinsaReviewStatus;

typedef struct {
  char              *text;
  char              *mark;       /* question, answer or important */
  char              *at;
  gboolean           is_note;    /* a record note, not a question put */
} ShinsaRemark;

typedef struct {
  char              *entry;      /* hash of the submission, or of the act that entered it */
  char              *feed;
  gint64             feed_seq;
  gint64             seq;        /* place in the register; 0 while it is pending */
  char              *at;
  char              *application;
  char              *member;
  ShinsaPhase        phase;
  char              *source;     /* own, paper, voice or telephone */
  gboolean           late;
  gint64             admitted_seq;     /* 0 unless admitted */
  char              *admitted_reason;  /* "" unless admitted */
  gboolean           abstained;
  char              *requirement_set;  /* hash of the set it was made against */
  GPtrArray         *scores;     /* (element-type ShinsaScore) */
  double             overall;    /* NAN where none is given */
  int                growth;     /* 1 expected, 0 not, -1 not asked */
  char              *strong;
  char              *weak;
  char              *remarks;
  char              *revision;
  GPtrArray         *questions;  /* (element-type ShinsaRemark), record notes too */
  ShinsaReviewStatus status;
  gboolean           hidden;     /* only that it is there may be seen, not what it says */
} ShinsaReview;

typedef struct {
  gint64 seq;
  char  *application;
  char  *question;
  char  *member;
  char  *state;              /* open, sent, answered, asked or confirmed */
  char  *text;
  char  *answer;
} ShinsaQuestion;

typedef enum {
  SHINSA_ATTENDANCE_UNKNOWN = 0,
  SHINSA_ATTENDANCE_IN_ROOM = 1,
  SHINSA_ATTENDANCE_WEB = 2,
  SHINSA_ATTENDANCE_LATE = 3,
  SHINSA_ATTENDANCE_OUT = 4,
  SHINSA_ATTENDANCE_LEFT = 5,
  SHINSA_ATTENDANCE_ABSENT = 6,
  SHINSA_ATTENDANCE_OUT_FOR_INTEREST = 7,
} ShinsaAttendanceState;

typedef struct {
  gint64                seq;
  char                 *application;  /* NULL: the meeting */
  char                 *member;
  ShinsaAttendanceState state;
  char                 *at;           /* as the desk's computer showed it */
} ShinsaAttendance;

typedef enum {
  SHINSA_INTERVIEW_START = 1,
  SHINSA_INTERVIEW_NEXT = 2,         /* another segment begins */
  SHINSA_INTERVIEW_EXTEND = 3,       /* the running segment, by the acting chair */
  SHINSA_INTERVIEW_STOP = 4,
  SHINSA_INTERVIEW_HEARD = 5,        /* the desk puts right how much a member heard */
  SHINSA_INTERVIEW_CLOSE = 6,        /* what became clear */
} ShinsaInterviewEventType;

typedef enum {
  SHINSA_HEARD_UNKNOWN = 0,
  SHINSA_HEARD_WHOLE = 1,
  SHINSA_HEARD_PART = 2,
  SHINSA_HEARD_NONE = 3,
} ShinsaHeard;

typedef struct {
  gint64                   seq;
  char                    *at;             /* as the desk's computer showed it */
  char                    *application;
  ShinsaInterviewEventType event;
  char                    *segment;        /* that begins; else "" */
  int                      minutes;        /* of an extension; else 0 */
  char                    *member;         /* whose hearing is put right; else "" */
  ShinsaHeard              heard;
  char                    *instructed_by;  /* of an extension; else "" */
  char                    *text;           /* what became clear; else "" */
} ShinsaInterviewEvent;

typedef struct {
  char *requirement;
  char *reason;
} ShinsaWaiver;

typedef struct {
  gint64     seq;
  char      *entry;
  char      *application;
  char      *outcome;
  char      *suggested;      /* "" where the rules gave none */
  char      *reason;
  char      *instructed_by;
  GPtrArray *waivers;        /* (element-type ShinsaWaiver) */
} ShinsaProposal;

typedef enum {
  SHINSA_CONFIRMATION_HOLDS = 1,
  SHINSA_CONFIRMATION_NOT_AUTHORISED = 2,
  SHINSA_CONFIRMATION_OVERTAKEN = 3,
  SHINSA_CONFIRMATION_INCOMPLETE = 4,
  SHINSA_CONFIRMATION_PENDING = 5,   /* not received by the desk yet */
  SHINSA_CONFIRMATION_REOPENED = 6,  /* held, until the acting chair reopened it */
} ShinsaConfirmationState;

typedef struct {
  gint64                  seq;       /* 0 while it is pending */
  char                   *entry;
  char                   *at;
  char                   *application;
  char                   *member;
  char                   *proposal;
  char                   *outcome;
  char                   *method;    /* unanimous, vote or chair */
  char                   *sentence;
  gint64                  seen;
  ShinsaConfirmationState state;
  char                   *reason;    /* why it does not hold, or why it was reopened */
  char                   *reference; /* of the reopening, or "" */
  gint64                  reopened_seq; /* 0 unless it was reopened */
  int                     version;   /* of the decision, from 1; 0 where it never held */
} ShinsaConfirmation;

typedef struct {
  gint64 seq;
  char  *member;
  char  *purpose;
  char  *head;
  char  *at;
  GStrv  applications;
} ShinsaIssue;

typedef struct {
  gint64   seq;
  char    *profile;
  char    *application;      /* NULL unless for one applicant */
  char    *head;
  char    *sha256;
  char    *at;
  gboolean superseded;
} ShinsaExport;

typedef struct {
  char *date;
  char *starts;              /* HH:MM */
  int   minutes;
  char *kind;                /* interview or break */
  char *application;         /* NULL for a break */
} ShinsaSlot;

typedef struct _ShinsaRound ShinsaRound;

struct _ShinsaRound {
  gatomicrefcount   ref_count;

  char             *root;
  gint64            seq;             /* place in the register that this shows */
  char             *head;            /* hash of the entry there */
  ShinsaDefinition *definition;
  char             *definition_hash; /* SHA-256 of the canonical definition, hex */
  int               rules_version;

  char             *identity;        /* 'desk' or a member's id: whose picture it is */
  char             *member;          /* the member behind it; "" for a desk without one */
  gboolean          is_desk;
  gboolean          desk_is_blind;   /* the desk sits on a scorer's computer and the paper
                                      * review is not closed: only the ledger is shown */

  GPtrArray *members;        /* (element-type ShinsaMember), in the order of the roster */
  GPtrArray *dossiers;       /* (element-type ShinsaDossier), in their order */
  GPtrArray *slots;          /* (element-type ShinsaSlot) */
  GPtrArray *feeds;          /* (element-type ShinsaFeedInfo) */
  GPtrArray *interests;      /* (element-type ShinsaInterest), one per member and application */
  GPtrArray *phase_changes;  /* (element-type ShinsaPhaseChange) */
  GPtrArray *reviews;        /* (element-type ShinsaReview), only those that may be seen */
  GPtrArray *questions;      /* (element-type ShinsaQuestion), the newest state of each */
  GPtrArray *attendance;     /* (element-type ShinsaAttendance), in the order of the register */
  GPtrArray *interview_events; /* (element-type ShinsaInterviewEvent), in the order of the
                                * register */
  GPtrArray *proposals;      /* (element-type ShinsaProposal), in the order of the register */
  GPtrArray *confirmations;  /* (element-type ShinsaConfirmation) */
  GPtrArray *issues;         /* (element-type ShinsaIssue) */
  GPtrArray *exports;        /* (element-type ShinsaExport) */
  GPtrArray *not_applied;    /* (element-type utf8), words: why, kind, reason */

  /* What follows is for shinsa_round_settle() and the lookups below alone. */
  GPtrArray  *interest_facts;  /* declarations and rulings as they were fed */
  GPtrArray  *reopenings;
  GHashTable *dossier_index;
  GHashTable *interest_index;
  GHashTable *review_index;
};

ShinsaRound          *shinsa_round_new           (void);
ShinsaRound          *shinsa_round_ref           (ShinsaRound *round);
void                  shinsa_round_unref         (ShinsaRound *round);

/* Dossiers, interests and reviews are found once the round is settled. */
const ShinsaMember   *shinsa_round_member        (const ShinsaRound *round,
                                                  const char        *id);
const ShinsaDossier  *shinsa_round_dossier       (const ShinsaRound *round,
                                                  const char        *id);
const ShinsaDocumentInfo *
                      shinsa_dossier_document    (const ShinsaDossier *self,
                                                  const char          *hash);
const ShinsaInterest *shinsa_round_interest      (const ShinsaRound *round,
                                                  const char        *application,
                                                  const char        *member);
const ShinsaReview   *shinsa_round_review        (const ShinsaRound *round,
                                                  const char        *application,
                                                  const char        *member,
                                                  ShinsaPhase        phase);
const ShinsaReview   *shinsa_round_newest_review (const ShinsaRound *round,
                                                  const char        *application,
                                                  const char        *member,
                                                  ShinsaPhase        phase);
const ShinsaScore    *shinsa_review_score        (const ShinsaReview *review,
                                                  const char         *requirement);
const ShinsaPreviousScore *
                      shinsa_previous_score      (const ShinsaPrevious *previous,
                                                  const char           *requirement);
gboolean              shinsa_interest_bars       (const ShinsaInterest *interest);
gboolean              shinsa_interest_bars_from  (const ShinsaInterest *interest,
                                                  const char           *requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRound, shinsa_round_unref)

G_END_DECLS
