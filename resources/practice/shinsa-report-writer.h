/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-facts.h"
#include "shinsa-paper.h"

G_BEGIN_DECLS

/* What a report of many pages is written with, from top to bottom. It is written twice: the first
 * time nothing is drawn, and the pages of its chapters become known. */

typedef struct {
  char *title;
  int   page;
  int   depth;          /* 0 for a chapter, 1 for a section */
} ShinsaHeading;

typedef struct {
  ShinsaPaper       *paper;
  const ShinsaFacts *facts;
  GPtrArray         *headings;   /* (element-type ShinsaHeading), of the first time */
  gboolean           drawing;
  gboolean           too_high;   /* something did not fit a page */
  int                page;
  int                n_pages;
  int                chapter;
  int                section;
  double             y;
} ShinsaWriter;

void                 shinsa_heading_free     (ShinsaHeading      *heading);
void                 shinsa_writer_next_page (ShinsaWriter       *self);
void                 shinsa_writer_need      (ShinsaWriter       *self,
                                              double              height);
void                 shinsa_writer_foot      (ShinsaWriter       *self);
void                 shinsa_writer_chapter   (ShinsaWriter       *self,
                                              const char         *title,
                                              const char         *introduction);
void                 shinsa_writer_section   (ShinsaWriter       *self,
                                              const char         *title);
void                 shinsa_writer_paragraph (ShinsaWriter       *self,
                                              const char         *text);
void                 shinsa_writer_bullet    (ShinsaWriter       *self,
                                              const char         *text);
void                 shinsa_writer_quote     (ShinsaWriter       *self,
                                              const char         *text);
void                 shinsa_writer_row       (ShinsaWriter       *self,
                                              const double       *shares,
                                              gsize               n_cells,
                                              gboolean            is_head,
                                              const char * const *texts);
void                 shinsa_writer_fact      (ShinsaWriter       *self,
                                              const char         *name,
                                              const char         *text);
void                 shinsa_writer_notes     (ShinsaWriter       *self,
                                              double              bottom);
void                 shinsa_writer_contents  (ShinsaWriter       *self);
const ShinsaHeading *shinsa_writer_find      (const ShinsaWriter *self,
                                              int                 chapter);

#define SHINSA_WRITER_MARGIN 50.0
#define SHINSA_WRITER_WIDTH (SHINSA_PAPER_WIDTH - 2 * SHINSA_WRITER_MARGIN)
#define SHINSA_WRITER_TOP 76.0
#define SHINSA_WRITER_BOTTOM (SHINSA_PAPER_HEIGHT - 66)

G_END_DECLS
