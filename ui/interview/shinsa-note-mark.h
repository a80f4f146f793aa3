/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* What a note is: a member's is private and the desk's is for the record, unless it is marked.
 * A mark is typed before the words. */
typedef enum {
  SHINSA_NOTE_MARK_NONE,
  SHINSA_NOTE_MARK_QUESTION,
  SHINSA_NOTE_MARK_ANSWER,
  SHINSA_NOTE_MARK_IMPORTANT,
  SHINSA_NOTE_MARK_PRIVATE,   /* of the desk */
} ShinsaNoteMark;

ShinsaNoteMark  shinsa_note_mark_find   (const char       *text,
                                         gboolean          is_desk,
                                         glong            *length);
ShinsaNoteMark  shinsa_note_get_mark    (const ShinsaNote *note,
                                         gboolean          is_desk);
void            shinsa_note_set_mark    (ShinsaNote       *note,
                                         ShinsaNoteMark    mark,
                                         gboolean          is_desk);
const char     *shinsa_note_mark_label  (ShinsaNoteMark    mark,
                                         gboolean          is_desk);
const char     *shinsa_note_mark_name   (ShinsaNoteMark    mark,
                                         gboolean          is_desk);
ShinsaNote     *shinsa_note_copy        (const ShinsaNote *note);

G_END_DECLS
