/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-report-writer.h"

G_BEGIN_DECLS

/* In the order in which they are written. */
enum {
  SHINSA_CHAPTER_OVERVIEW = 1,
  SHINSA_CHAPTER_ORGANISATION,
  SHINSA_CHAPTER_AREAS,
  SHINSA_CHAPTER_SITUATION,
  SHINSA_CHAPTER_VISION,
  SHINSA_CHAPTER_MEASURES,
  SHINSA_CHAPTER_INDICATORS,
};

void  shinsa_report_write_areas        (ShinsaWriter *writer);
void  shinsa_report_write_outline      (ShinsaWriter *writer);
void  shinsa_report_write_indicators   (ShinsaWriter *writer);
void  shinsa_report_write_requirements (ShinsaWriter *writer);

G_END_DECLS
