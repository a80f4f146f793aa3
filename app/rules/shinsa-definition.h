/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is fixed when a round opens: scale, requirements, outcomes and the rules to judge by.
 * Plain data, read by everybody and changed by nobody once it is made. */

typedef struct {
  char *ja;
  char *en;
} ShinsaText;

typedef struct {
  double     value;
  char      *key;         /* what is typed for it */
  ShinsaText label;
  ShinsaText descriptor;
} ShinsaLevel;

typedef struct {
  char      *code;
  char      *kind;
  ShinsaText name;
  ShinsaText guidance;
  double     threshold;
  double     weight;
} ShinsaRequirement;

typedef struct {
  char      *code;
  char      *symbol;
  ShinsaText name;
  ShinsaText lead;
} ShinsaMarketArea;

typedef enum {
  SHINSA_GATE_OTHERWISE = 0,
  SHINSA_GATE_ALL_REQUIREMENTS = 1,
  SHINSA_GATE_GROWTH = 2,
  SHINSA_GATE_WEIGHTED_TOTAL = 3,
} ShinsaGate;

typedef struct {
  char      *code;
  ShinsaText name;
  ShinsaText category;    /* both NULL where the outcome names none */
  gboolean   is_public;
  ShinsaGate gate;
  double     line;        /* of a weighted total, else NAN */
} ShinsaOutcome;

typedef enum {
  SHINSA_STATISTIC_MEDIAN = 1,
  SHINSA_STATISTIC_MEAN = 2,
  SHINSA_STATISTIC_TRIMMED_MEAN = 3,   /* without the highest and the lowest level */
  SHINSA_STATISTIC_MAJORITY = 4,       /* more than half at or above the threshold */
} ShinsaStatistic;

typedef enum {
  SHINSA_GROWTH_NEVER = 0,
  SHINSA_GROWTH_WHEN_BELOW = 1,        /* asked where an own level is below its threshold */
  SHINSA_GROWTH_ALWAYS = 2,
} ShinsaGrowthWhen;

typedef struct {
  char      *code;
  ShinsaText name;
  int        minutes;
} ShinsaSegment;

typedef struct _ShinsaDefinition ShinsaDefinition;

struct _ShinsaDefinition {
  gatomicrefcount   ref_count;

  char             *id;
  char             *track;
  ShinsaText        title;
  ShinsaText        note;
  char             *time_zone;
  char             *call_from;         /* dates as YYYY-MM-DD, or NULL */
  char             *call_to;
  char             *announce_on;
  gboolean          practice;

  GPtrArray        *levels;            /* (element-type ShinsaLevel), highest first */
  char             *cannot_judge_key;  /* NULL where cannot judge is not offered */
  ShinsaText        cannot_judge_label;
  gboolean          cannot_judge_needs_reason;
  double            reason_at_or_below; /* NAN where no level asks for a reason */

  ShinsaStatistic   statistic;
  int               minimum_evaluators;
  double            split_range;

  gboolean          quorum_by_members;  /* base: all members of the committee */
  double            quorum_fraction;    /* NAN: more than half; else at least this share */
  gboolean          quorum_needs_chair;
  gboolean          quorum_recused_are_present;

  gboolean          overall_judgement;
  gboolean          comment_strong;
  gboolean          comment_weak;
  gboolean          comment_remarks;
  ShinsaGrowthWhen  growth_when;
  ShinsaText        growth_name;       /* both NULL where growth is not judged */
  ShinsaText        growth_guidance;

  gboolean          carry_over;
  GPtrArray        *segments;          /* (element-type ShinsaSegment) */
  char             *private_notes;     /* 'destroyed' or 'returned' */

  char             *requirement_set_id;
  int               requirement_set_version;
  char             *requirement_set_hash;  /* SHA-256 of its canonical JSON, hex */
  GPtrArray        *requirements;      /* (element-type ShinsaRequirement) */
  GPtrArray        *market_areas;      /* (element-type ShinsaMarketArea) */
  GPtrArray        *outcomes;          /* (element-type ShinsaOutcome), in their listed order */
};

void                     shinsa_set_string              (char            **string,
                                                         const char       *value);
const char              *shinsa_text_get                (const ShinsaText *text);
void                     shinsa_text_clear              (ShinsaText *text);
ShinsaText               shinsa_text_copy               (const ShinsaText *text);
gboolean                 shinsa_text_is_empty           (const ShinsaText *text);

ShinsaDefinition        *shinsa_definition_new          (void);
ShinsaDefinition        *shinsa_definition_ref          (ShinsaDefinition *definition);
void                     shinsa_definition_unref        (ShinsaDefinition *definition);
const ShinsaRequirement *shinsa_definition_requirement  (const ShinsaDefinition *definition,
                                                         const char             *code);
const ShinsaOutcome     *shinsa_definition_outcome      (const ShinsaDefinition *definition,
                                                         const char             *code);
const ShinsaMarketArea  *shinsa_definition_market_area  (const ShinsaDefinition *definition,
                                                         const char             *code);
const ShinsaSegment     *shinsa_definition_segment      (const ShinsaDefinition *definition,
                                                         const char             *code);
const ShinsaLevel       *shinsa_definition_level        (const ShinsaDefinition *definition,
                                                         double                  value);
const ShinsaLevel       *shinsa_definition_level_by_key (const ShinsaDefinition *definition,
                                                         const char             *key);
double                   shinsa_definition_lowest       (const ShinsaDefinition *definition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaDefinition, shinsa_definition_unref)

G_END_DECLS
