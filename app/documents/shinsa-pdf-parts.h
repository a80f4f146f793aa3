/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a PDF gives, as plain data. Places are in points from the top left of the page as it is
 * meant to be read; pages count from 1. */

typedef struct {
  double x;
  double y;
  double width;
  double height;
} ShinsaPdfRect;

typedef struct {
  char *title;
  int   page;
  int   depth;        /* from 0 */
} ShinsaPdfHeading;

typedef struct {
  char   *text;       /* UTF-8, in the order of reading */
  GArray *rects;      /* (element-type ShinsaPdfRect): one for each character of the text */
} ShinsaPdfText;

typedef struct {
  int     page;
  int     first;      /* the place in the characters of the page's text */
  int     length;
  GArray *rects;      /* (element-type ShinsaPdfRect): one for each line that it touches */
  char   *context;    /* the words around it, on one line */
} ShinsaPdfMatch;

typedef struct {
  int    page;
  double scale;       /* device pixels in a point */
  int    rotation;    /* 0, 90, 180 or 270 degrees clockwise */
  int    x;           /* the part of the rotated, scaled page, in device pixels */
  int    y;
  int    width;
  int    height;
} ShinsaPdfView;

typedef struct {
  ShinsaPdfView  view;
  int            stride;
  GBytes        *pixels;    /* premultiplied ARGB in words of the machine; opaque, white paper */
} ShinsaPdfImage;

ShinsaPdfHeading *shinsa_pdf_heading_new  (const char          *title,
                                           int                  page,
                                           int                  depth);
void              shinsa_pdf_heading_free (ShinsaPdfHeading    *heading);
ShinsaPdfText    *shinsa_pdf_text_new     (const char          *text);
void              shinsa_pdf_text_free    (ShinsaPdfText       *text);
GArray           *shinsa_pdf_text_lines   (const ShinsaPdfText *text,
                                           int                  first,
                                           int                  length);
void              shinsa_pdf_match_free   (ShinsaPdfMatch      *match);
void              shinsa_pdf_image_free   (ShinsaPdfImage      *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfHeading, shinsa_pdf_heading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfText, shinsa_pdf_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfMatch, shinsa_pdf_match_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPdfImage, shinsa_pdf_image_free)

G_END_DECLS
