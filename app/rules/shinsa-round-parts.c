/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-round-parts.h"

#include <math.h>

#define NEW_ARRAY(free_element) g_ptr_array_new_with_free_func ((GDestroyNotify) (free_element))

static void
text_free (ShinsaText *text)
{
  shinsa_text_clear (text);
  g_free (text);
}

/* --- The committee and the applications --- */

ShinsaMember *
shinsa_member_new (void)
{
  ShinsaMember *self = g_new0 (ShinsaMember, 1);

  self->id = g_strdup ("");
  self->role = g_strdup ("");
  self->reading = g_strdup ("");
  self->affiliations = NEW_ARRAY (text_free);
  self->letter = g_strdup ("");
  return self;
}

void
shinsa_member_free (ShinsaMember *member)
{
  g_return_if_fail (member != NULL);

  g_free (member->id);
  g_free (member->role);
  shinsa_text_clear (&member->name);
  g_free (member->reading);
  g_ptr_array_unref (member->affiliations);
  g_free (member->from);
  g_free (member->until);
  g_free (member->letter);
  g_free (member);
}

ShinsaOrganisation *
shinsa_organisation_new (void)
{
  ShinsaOrganisation *self = g_new0 (ShinsaOrganisation, 1);

  self->kind = g_strdup ("");
  return self;
}

void
shinsa_organisation_free (ShinsaOrganisation *organisation)
{
  g_return_if_fail (organisation != NULL);

  shinsa_text_clear (&organisation->name);
  g_free (organisation->kind);
  g_free (organisation);
}

ShinsaPerson *
shinsa_person_new (void)
{
  return g_new0 (ShinsaPerson, 1);
}

void
shinsa_person_free (ShinsaPerson *person)
{
  g_return_if_fail (person != NULL);

  shinsa_text_clear (&person->name);
  shinsa_text_clear (&person->organisation);
  g_free (person);
}

ShinsaSection *
shinsa_section_new (void)
{
  ShinsaSection *self = g_new0 (ShinsaSection, 1);

  self->code = g_strdup ("");
  self->items = NEW_ARRAY (text_free);
  return self;
}

void
shinsa_section_free (ShinsaSection *section)
{
  g_return_if_fail (section != NULL);

  g_free (section->code);
  g_ptr_array_unref (section->items);
  g_free (section);
}

ShinsaIndicatorPoint *
shinsa_indicator_point_new (void)
{
  ShinsaIndicatorPoint *self = g_new0 (ShinsaIndicatorPoint, 1);

  self->value = NAN;
  self->year_kind = g_strdup ("");
  return self;
}

void
shinsa_indicator_point_free (ShinsaIndicatorPoint *indicator_point)
{
  g_return_if_fail (indicator_point != NULL);

  g_free (indicator_point->year_kind);
  g_free (indicator_point);
}

ShinsaIndicator *
shinsa_indicator_new (void)
{
  ShinsaIndicator *self = g_new0 (ShinsaIndicator, 1);

  self->raw = g_strdup ("");
  return self;
}

void
shinsa_indicator_free (ShinsaIndicator *indicator)
{
  g_return_if_fail (indicator != NULL);

  shinsa_text_clear (&indicator->label);
  shinsa_text_clear (&indicator->unit);
  g_clear_pointer (&indicator->baseline, shinsa_indicator_point_free);
  g_clear_pointer (&indicator->target, shinsa_indicator_point_free);
  g_free (indicator->qualifier);
  g_free (indicator->raw);
  g_free (indicator);
}

ShinsaPreviousScore *
shinsa_previous_score_new (void)
{
  ShinsaPreviousScore *self = g_new0 (ShinsaPreviousScore, 1);

  self->code = g_strdup ("");
  self->median = NAN;
  self->levels = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
shinsa_previous_score_free (ShinsaPreviousScore *previous_score)
{
  g_return_if_fail (previous_score != NULL);

  g_free (previous_score->code);
  shinsa_text_clear (&previous_score->name);
  g_array_unref (previous_score->levels);
  shinsa_text_clear (&previous_score->comment);
  g_free (previous_score);
}

ShinsaPrevious *
shinsa_previous_new (void)
{
  ShinsaPrevious *self = g_new0 (ShinsaPrevious, 1);

  self->requirement_set_id = g_strdup ("");
  self->requirements = NEW_ARRAY (shinsa_previous_score_free);
  self->conditions = NEW_ARRAY (text_free);
  self->indicators = NEW_ARRAY (shinsa_indicator_free);
  return self;
}

void
shinsa_previous_free (ShinsaPrevious *previous)
{
  g_return_if_fail (previous != NULL);

  shinsa_text_clear (&previous->title);
  g_free (previous->announced_on);
  shinsa_text_clear (&previous->outcome);
  g_free (previous->requirement_set_id);
  g_ptr_array_unref (previous->requirements);
  g_ptr_array_unref (previous->conditions);
  shinsa_text_clear (&previous->remarks);
  g_ptr_array_unref (previous->indicators);
  g_free (previous);
}

ShinsaDocumentInfo *
shinsa_document_info_new (void)
{
  ShinsaDocumentInfo *self = g_new0 (ShinsaDocumentInfo, 1);

  self->hash = g_strdup ("");
  self->name = g_strdup ("");
  self->media_type = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

void
shinsa_document_info_free (ShinsaDocumentInfo *document_info)
{
  g_return_if_fail (document_info != NULL);

  g_free (document_info->hash);
  g_free (document_info->name);
  g_free (document_info->media_type);
  g_free (document_info->reason);
  g_free (document_info);
}

static void
organisation_count_free (ShinsaOrganisationCount *count)
{
  g_free (count->kind);
  g_free (count);
}

ShinsaDossier *
shinsa_dossier_new (void)
{
  ShinsaDossier *self = g_new0 (ShinsaDossier, 1);

  self->id = g_strdup ("");
  self->state_reason = g_strdup ("");
  self->organisations = NEW_ARRAY (shinsa_organisation_free);
  self->organisation_counts = NEW_ARRAY (organisation_count_free);
  self->persons = NEW_ARRAY (shinsa_person_free);
  self->market_areas = NEW_ARRAY (g_free);
  self->sections = NEW_ARRAY (shinsa_section_free);
  self->indicators = NEW_ARRAY (shinsa_indicator_free);
  self->documents = NEW_ARRAY (shinsa_document_info_free);
  return self;
}

void
shinsa_dossier_free (ShinsaDossier *dossier)
{
  g_return_if_fail (dossier != NULL);

  g_free (dossier->id);
  shinsa_text_clear (&dossier->name);
  g_free (dossier->state_reason);
  shinsa_text_clear (&dossier->network_organisation);
  g_ptr_array_unref (dossier->organisations);
  g_ptr_array_unref (dossier->organisation_counts);
  g_ptr_array_unref (dossier->persons);
  shinsa_text_clear (&dossier->summary);
  g_ptr_array_unref (dossier->market_areas);
  g_ptr_array_unref (dossier->sections);
  g_ptr_array_unref (dossier->indicators);
  g_ptr_array_unref (dossier->documents);
  g_clear_pointer (&dossier->previous, shinsa_previous_free);
  g_free (dossier);
}

ShinsaSlot *
shinsa_slot_new (void)
{
  ShinsaSlot *self = g_new0 (ShinsaSlot, 1);

  self->date = g_strdup ("");
  self->starts = g_strdup ("");
  self->kind = g_strdup ("");
  return self;
}

void
shinsa_slot_free (ShinsaSlot *slot)
{
  g_return_if_fail (slot != NULL);

  g_free (slot->date);
  g_free (slot->starts);
  g_free (slot->kind);
  g_free (slot->application);
  g_free (slot);
}

/* --- What members and the desk wrote --- */

ShinsaFeedInfo *
shinsa_feed_info_new (void)
{
  ShinsaFeedInfo *self = g_new0 (ShinsaFeedInfo, 1);

  self->feed = g_strdup ("");
  self->member = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

void
shinsa_feed_info_free (ShinsaFeedInfo *feed_info)
{
  g_return_if_fail (feed_info != NULL);

  g_free (feed_info->feed);
  g_free (feed_info->member);
  g_free (feed_info->reason);
  g_free (feed_info);
}

ShinsaInterest *
shinsa_interest_new (void)
{
  ShinsaInterest *self = g_new0 (ShinsaInterest, 1);

  self->application = g_strdup ("");
  self->member = g_strdup ("");
  self->kind = g_strdup ("");
  self->requirements = g_new0 (char *, 1);
  self->reason = g_strdup ("");
  self->ruling_reason = g_strdup ("");
  self->ruled_by = g_strdup ("");
  return self;
}

void
shinsa_interest_free (ShinsaInterest *interest)
{
  g_return_if_fail (interest != NULL);

  g_free (interest->application);
  g_free (interest->member);
  g_free (interest->kind);
  g_strfreev (interest->requirements);
  g_free (interest->reason);
  g_free (interest->ruling_reason);
  g_free (interest->ruled_by);
  g_free (interest);
}

ShinsaPhaseChange *
shinsa_phase_change_new (void)
{
  ShinsaPhaseChange *self = g_new0 (ShinsaPhaseChange, 1);

  self->phase = SHINSA_PHASE_PAPER;
  self->reason = g_strdup ("");
  return self;
}

void
shinsa_phase_change_free (ShinsaPhaseChange *phase_change)
{
  g_return_if_fail (phase_change != NULL);

  g_free (phase_change->application);
  g_free (phase_change->reason);
  g_free (phase_change);
}

ShinsaEvidence *
shinsa_evidence_new (void)
{
  ShinsaEvidence *self = g_new0 (ShinsaEvidence, 1);

  self->document = g_strdup ("");
  self->quote = g_strdup ("");
  return self;
}

void
shinsa_evidence_free (ShinsaEvidence *evidence)
{
  g_return_if_fail (evidence != NULL);

  g_free (evidence->document);
  g_free (evidence->quote);
  g_free (evidence);
}

ShinsaScore *
shinsa_score_new (void)
{
  ShinsaScore *self = g_new0 (ShinsaScore, 1);

  self->requirement = g_strdup ("");
  self->level = NAN;
  self->reason = g_strdup ("");
  self->evidence = NEW_ARRAY (shinsa_evidence_free);
  return self;
}

void
shinsa_score_free (ShinsaScore *score)
{
  g_return_if_fail (score != NULL);

  g_free (score->requirement);
  g_free (score->reason);
  g_ptr_array_unref (score->evidence);
  g_free (score);
}

ShinsaRemark *
shinsa_remark_new (void)
{
  ShinsaRemark *self = g_new0 (ShinsaRemark, 1);

  self->text = g_strdup ("");
  self->mark = g_strdup ("");
  self->at = g_strdup ("");
  return self;
}

void
shinsa_remark_free (ShinsaRemark *remark)
{
  g_return_if_fail (remark != NULL);

  g_free (remark->text);
  g_free (remark->mark);
  g_free (remark->at);
  g_free (remark);
}

ShinsaReview *
shinsa_review_new (void)
{
  ShinsaReview *self = g_new0 (ShinsaReview, 1);

  self->entry = g_strdup ("");
  self->feed = g_strdup ("");
  self->at = g_strdup ("");
  self->application = g_strdup ("");
  self->member = g_strdup ("");
  self->phase = SHINSA_PHASE_PAPER;
  self->source = g_strdup ("");
  self->admitted_reason = g_strdup ("");
  self->requirement_set = g_strdup ("");
  self->scores = NEW_ARRAY (shinsa_score_free);
  self->overall = NAN;
  self->growth = -1;
  self->strong = g_strdup ("");
  self->weak = g_strdup ("");
  self->remarks = g_strdup ("");
  self->revision = g_strdup ("");
  self->questions = NEW_ARRAY (shinsa_remark_free);
  self->status = SHINSA_REVIEW_PENDING;
  return self;
}

void
shinsa_review_free (ShinsaReview *review)
{
  g_return_if_fail (review != NULL);

  g_free (review->entry);
  g_free (review->feed);
  g_free (review->at);
  g_free (review->application);
  g_free (review->member);
  g_free (review->source);
  g_free (review->admitted_reason);
  g_free (review->requirement_set);
  g_ptr_array_unref (review->scores);
  g_free (review->strong);
  g_free (review->weak);
  g_free (review->remarks);
  g_free (review->revision);
  g_ptr_array_unref (review->questions);
  g_free (review);
}

ShinsaQuestion *
shinsa_question_new (void)
{
  ShinsaQuestion *self = g_new0 (ShinsaQuestion, 1);

  self->application = g_strdup ("");
  self->question = g_strdup ("");
  self->member = g_strdup ("");
  self->state = g_strdup ("");
  self->text = g_strdup ("");
  self->answer = g_strdup ("");
  return self;
}

void
shinsa_question_free (ShinsaQuestion *question)
{
  g_return_if_fail (question != NULL);

  g_free (question->application);
  g_free (question->question);
  g_free (question->member);
  g_free (question->state);
  g_free (question->text);
  g_free (question->answer);
  g_free (question);
}

ShinsaAttendance *
shinsa_attendance_new (void)
{
  ShinsaAttendance *self = g_new0 (ShinsaAttendance, 1);

  self->member = g_strdup ("");
  self->at = g_strdup ("");
  return self;
}

void
shinsa_attendance_free (ShinsaAttendance *attendance)
{
  g_return_if_fail (attendance != NULL);

  g_free (attendance->application);
  g_free (attendance->member);
  g_free (attendance->at);
  g_free (attendance);
}

ShinsaInterviewEvent *
shinsa_interview_event_new (void)
{
  ShinsaInterviewEvent *self = g_new0 (ShinsaInterviewEvent, 1);

  self->at = g_strdup ("");
  self->application = g_strdup ("");
  self->event = SHINSA_INTERVIEW_START;
  self->segment = g_strdup ("");
  self->member = g_strdup ("");
  self->instructed_by = g_strdup ("");
  self->text = g_strdup ("");
  return self;
}

void
shinsa_interview_event_free (ShinsaInterviewEvent *event)
{
  g_return_if_fail (event != NULL);

  g_free (event->at);
  g_free (event->application);
  g_free (event->segment);
  g_free (event->member);
  g_free (event->instructed_by);
  g_free (event->text);
  g_free (event);
}

/* --- Deciding --- */

ShinsaWaiver *
shinsa_waiver_new (void)
{
  ShinsaWaiver *self = g_new0 (ShinsaWaiver, 1);

  self->requirement = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

void
shinsa_waiver_free (ShinsaWaiver *waiver)
{
  g_return_if_fail (waiver != NULL);

  g_free (waiver->requirement);
  g_free (waiver->reason);
  g_free (waiver);
}

ShinsaProposal *
shinsa_proposal_new (void)
{
  ShinsaProposal *self = g_new0 (ShinsaProposal, 1);

  self->entry = g_strdup ("");
  self->application = g_strdup ("");
  self->outcome = g_strdup ("");
  self->suggested = g_strdup ("");
  self->reason = g_strdup ("");
  self->instructed_by = g_strdup ("");
  self->waivers = NEW_ARRAY (shinsa_waiver_free);
  return self;
}

void
shinsa_proposal_free (ShinsaProposal *proposal)
{
  g_return_if_fail (proposal != NULL);

  g_free (proposal->entry);
  g_free (proposal->application);
  g_free (proposal->outcome);
  g_free (proposal->suggested);
  g_free (proposal->reason);
  g_free (proposal->instructed_by);
  g_ptr_array_unref (proposal->waivers);
  g_free (proposal);
}

ShinsaConfirmation *
shinsa_confirmation_new (void)
{
  ShinsaConfirmation *self = g_new0 (ShinsaConfirmation, 1);

  self->entry = g_strdup ("");
  self->at = g_strdup ("");
  self->application = g_strdup ("");
  self->member = g_strdup ("");
  self->proposal = g_strdup ("");
  self->outcome = g_strdup ("");
  self->method = g_strdup ("");
  self->sentence = g_strdup ("");
  self->state = SHINSA_CONFIRMATION_PENDING;
  self->reason = g_strdup ("");
  self->reference = g_strdup ("");
  return self;
}

void
shinsa_confirmation_free (ShinsaConfirmation *confirmation)
{
  g_return_if_fail (confirmation != NULL);

  g_free (confirmation->entry);
  g_free (confirmation->at);
  g_free (confirmation->application);
  g_free (confirmation->member);
  g_free (confirmation->proposal);
  g_free (confirmation->outcome);
  g_free (confirmation->method);
  g_free (confirmation->sentence);
  g_free (confirmation->reason);
  g_free (confirmation->reference);
  g_free (confirmation);
}

ShinsaIssue *
shinsa_issue_new (void)
{
  ShinsaIssue *self = g_new0 (ShinsaIssue, 1);

  self->member = g_strdup ("");
  self->purpose = g_strdup ("");
  self->head = g_strdup ("");
  self->at = g_strdup ("");
  self->applications = g_new0 (char *, 1);
  return self;
}

void
shinsa_issue_free (ShinsaIssue *issue)
{
  g_return_if_fail (issue != NULL);

  g_free (issue->member);
  g_free (issue->purpose);
  g_free (issue->head);
  g_free (issue->at);
  g_strfreev (issue->applications);
  g_free (issue);
}

ShinsaExport *
shinsa_export_new (void)
{
  ShinsaExport *self = g_new0 (ShinsaExport, 1);

  self->profile = g_strdup ("");
  self->head = g_strdup ("");
  self->sha256 = g_strdup ("");
  self->at = g_strdup ("");
  return self;
}

void
shinsa_export_free (ShinsaExport *export)
{
  g_return_if_fail (export != NULL);

  g_free (export->profile);
  g_free (export->application);
  g_free (export->head);
  g_free (export->sha256);
  g_free (export->at);
  g_free (export);
}
