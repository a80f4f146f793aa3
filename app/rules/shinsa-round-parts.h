/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-definition-parts.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Elements of a round, as their loader makes them. A new one has empty arrays that own what is put
 * in, "" for each text that is never NULL, and NAN, -1 or 0 for what is not known yet;
 * shinsa_set_string() replaces a text. */

ShinsaMember         *shinsa_member_new           (void);
void                  shinsa_member_free          (ShinsaMember         *member);
ShinsaOrganisation   *shinsa_organisation_new     (void);
void                  shinsa_organisation_free    (ShinsaOrganisation   *organisation);
ShinsaPerson         *shinsa_person_new           (void);
void                  shinsa_person_free          (ShinsaPerson         *person);
ShinsaSection        *shinsa_section_new          (void);
void                  shinsa_section_free         (ShinsaSection        *section);
ShinsaIndicatorPoint *shinsa_indicator_point_new  (void);
void                  shinsa_indicator_point_free (ShinsaIndicatorPoint *indicator_point);
ShinsaIndicator      *shinsa_indicator_new        (void);
void                  shinsa_indicator_free       (ShinsaIndicator      *indicator);
ShinsaPreviousScore  *shinsa_previous_score_new   (void);
void                  shinsa_previous_score_free  (ShinsaPreviousScore  *previous_score);
ShinsaPrevious       *shinsa_previous_new         (void);
void                  shinsa_previous_free        (ShinsaPrevious       *previous);
ShinsaDocumentInfo   *shinsa_document_info_new    (void);
void                  shinsa_document_info_free   (ShinsaDocumentInfo   *document_info);
ShinsaDossier        *shinsa_dossier_new          (void);
void                  shinsa_dossier_free         (ShinsaDossier        *dossier);
ShinsaFeedInfo       *shinsa_feed_info_new        (void);
void                  shinsa_feed_info_free       (ShinsaFeedInfo       *feed_info);
ShinsaInterest       *shinsa_interest_new         (void);
void                  shinsa_interest_free        (ShinsaInterest       *interest);
ShinsaPhaseChange    *shinsa_phase_change_new     (void);
void                  shinsa_phase_change_free    (ShinsaPhaseChange    *phase_change);
ShinsaEvidence       *shinsa_evidence_new         (void);
void                  shinsa_evidence_free        (ShinsaEvidence       *evidence);
ShinsaScore          *shinsa_score_new            (void);
void                  shinsa_score_free           (ShinsaScore          *score);
ShinsaRemark         *shinsa_remark_new           (void);
void                  shinsa_remark_free          (ShinsaRemark         *remark);
ShinsaReview         *shinsa_review_new           (void);
void                  shinsa_review_free          (ShinsaReview         *review);
ShinsaQuestion       *shinsa_question_new         (void);
void                  shinsa_question_free        (ShinsaQuestion       *question);
ShinsaAttendance     *shinsa_attendance_new       (void);
void                  shinsa_attendance_free      (ShinsaAttendance     *attendance);
ShinsaInterviewEvent *shinsa_interview_event_new  (void);
void                  shinsa_interview_event_free (ShinsaInterviewEvent *event);
ShinsaWaiver         *shinsa_waiver_new           (void);
void                  shinsa_waiver_free          (ShinsaWaiver         *waiver);
ShinsaProposal       *shinsa_proposal_new         (void);
void                  shinsa_proposal_free        (ShinsaProposal       *proposal);
ShinsaConfirmation   *shinsa_confirmation_new     (void);
void                  shinsa_confirmation_free    (ShinsaConfirmation   *confirmation);
ShinsaIssue          *shinsa_issue_new            (void);
void                  shinsa_issue_free           (ShinsaIssue          *issue);
ShinsaExport         *shinsa_export_new           (void);
void                  shinsa_export_free          (ShinsaExport         *export);
ShinsaSlot           *shinsa_slot_new             (void);
void                  shinsa_slot_free            (ShinsaSlot           *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaMember, shinsa_member_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaOrganisation, shinsa_organisation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPerson, shinsa_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSection, shinsa_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaIndicatorPoint, shinsa_indicator_point_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaIndicator, shinsa_indicator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPreviousScore, shinsa_previous_score_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPrevious, shinsa_previous_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaDocumentInfo, shinsa_document_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaDossier, shinsa_dossier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaFeedInfo, shinsa_feed_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaInterest, shinsa_interest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPhaseChange, shinsa_phase_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaEvidence, shinsa_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaScore, shinsa_score_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRemark, shinsa_remark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaReview, shinsa_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaQuestion, shinsa_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaAttendance, shinsa_attendance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaInterviewEvent, shinsa_interview_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaWaiver, shinsa_waiver_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaProposal, shinsa_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaConfirmation, shinsa_confirmation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaIssue, shinsa_issue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaExport, shinsa_export_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSlot, shinsa_slot_free)

G_END_DECLS
