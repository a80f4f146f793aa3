/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MEMBERS 200
#define MAX_NAME 500
#define MAX_DAYS 366
#define MAX_SLOTS 2000
#define MINUTES_A_DAY (24 * 60)

/* --- Members --- */

static gboolean
read_office (ShinsaMember  *member,
             JsonObject    *object,
             const char    *path,
             GError       **error)
{
  if (!json_object_get_null_member (object, "acting_order") &&
      !shinsa_read_count_of (object, path, "acting_order", 1, &member->acting_order, error))
    return FALSE;
  if (!shinsa_read_date (object, path, "from", &member->from, error) ||
      !shinsa_read_date (object, path, "until", &member->until, error))
    return FALSE;
  if (member->from == NULL || member->until == NULL || strcmp (member->from, member->until) <= 0)
    return TRUE;
  return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "until", -1,
                             _("the membership ends on %s, before it begins on %s. Correct the "
                               "two dates."), member->until, member->from);
}

static gboolean
read_reading (ShinsaMember  *member,
              JsonObject    *object,
              const char    *path,
              GError       **error)
{
  const char *reading;

  if (json_object_get_null_member (object, "reading"))
    return TRUE;
  reading = shinsa_read_line (object, path, "reading", MAX_NAME, error);
  if (reading == NULL)
    return FALSE;
  shinsa_set_string (&member->reading, reading);
  return TRUE;
}

/**
 * shinsa_member_read:
 * @member: one person of a committee
 * @path: its path, which sentences begin with
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the person
 */
ShinsaMember *
shinsa_member_read (JsonObject  *member,
                    const char  *path,
                    GError     **error)
{
  g_autoptr (ShinsaMember) self = NULL;
  const char *id;
  const char *role;

  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = shinsa_member_new ();
  if (!shinsa_read_members (member, path, error, "id", "role", "name", "affiliations", "reading",
                            "scores", "acting_order", "from", "until", NULL) ||
      (id = shinsa_read_id (member, path, "id", error)) == NULL ||
      (role = shinsa_read_word (member, path, "role", shinsa_roles (), error)) == NULL ||
      !shinsa_read_text (member, path, "name", &self->name, error) ||
      !shinsa_read_texts (member, path, "affiliations", self->affiliations, error) ||
      !read_reading (self, member, path, error) ||
      !shinsa_json_get_boolean (member, path, "scores", &self->scores, error) ||
      !read_office (self, member, path, error))
    return NULL;
  shinsa_set_string (&self->id, id);
  shinsa_set_string (&self->role, role);
  return g_steal_pointer (&self);
}

/* What two persons of one committee may not have in common. */
static gboolean
check_against (const ShinsaMember  *member,
               const ShinsaMember  *other,
               const char          *path,
               GError             **error)
{
  if (strcmp (member->id, other->id) == 0)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "id", -1,
                               _("“%s” is used twice in this list. Give each its own."),
                               member->id);
  if (member->acting_order > 0 && member->acting_order == other->acting_order)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "acting_order", -1,
                               _("“%s” has the same place in the acting order. Give each its "
                                 "own."), other->id);
  if (strcmp (member->role, "chair") == 0 && strcmp (other->role, "chair") == 0)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "role", -1,
                               _("“%s” is the chair already. Make only one person the chair."),
                               other->id);
  return TRUE;
}

static gboolean
read_member_element (JsonObject  *object,
                     const char  *path,
                     gpointer     into,
                     GError     **error)
{
  GPtrArray *members = into;
  g_autoptr (ShinsaMember) member = shinsa_member_read (object, path, error);

  if (member == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!check_against (member, g_ptr_array_index (members, i), path, error))
      return FALSE;
  g_ptr_array_add (members, g_steal_pointer (&member));
  return TRUE;
}

/* As shinsa_read_count() for a list whose container is not at hand. */
static gboolean
check_length (JsonArray   *array,
              const char  *path,
              guint        maximum,
              GError     **error)
{
  if (json_array_get_length (array) <= maximum)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
               _("%s: the list has too many elements (%u). Leave at most %u."),
               path, json_array_get_length (array), maximum);
  return FALSE;
}

/**
 * shinsa_members_read:
 * @members: a committee, as roster.set carries it
 * @path: its path, which sentences begin with
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable) (element-type ShinsaMember): its members in their order
 */
GPtrArray *
shinsa_members_read (JsonArray   *members,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (members != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_member_free);
  if (!check_length (members, path, MAX_MEMBERS, error) ||
      !shinsa_read_elements (members, path, read_member_element, list, error))
    return NULL;
  return g_steal_pointer (&list);
}

/* --- The timetable --- */

typedef struct {
  GPtrArray  *slots;
  const char *date;    /* of the day that is being read */
} Timetable;

static gboolean
is_time (const char *time)
{
  return strlen (time) == 5 && time[2] == ':' &&
         g_ascii_isdigit (time[0]) && g_ascii_isdigit (time[1]) &&
         g_ascii_isdigit (time[3]) && g_ascii_isdigit (time[4]) &&
         atoi (time) < 24 && atoi (time + 3) < 60;
}

static gboolean
read_starts (ShinsaSlot  *slot,
             JsonObject  *object,
             const char  *path,
             GError     **error)
{
  const char *starts = shinsa_json_get_string (object, path, "starts", error);

  if (starts == NULL)
    return FALSE;
  if (!is_time (starts))
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "starts", -1,
                               _("“%s” is not a time of the day. Write it as 09:30."), starts);
  shinsa_set_string (&slot->starts, starts);
  return TRUE;
}

static gboolean
read_slot_application (ShinsaSlot  *slot,
                       JsonObject  *object,
                       const char  *path,
                       GError     **error)
{
  gboolean is_interview = strcmp (slot->kind, "interview") == 0;
  const char *application;

  if (json_object_get_null_member (object, "application"))
    return !is_interview ||
           shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "application", -1,
                               _("an interview needs an application. Name it, or make this a "
                                 "break."));
  application = shinsa_read_id (object, path, "application", error);
  if (application == NULL)
    return FALSE;
  if (!is_interview)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "application", -1,
                               _("only an interview has an application. Make this null or an "
                                 "interview."));
  shinsa_set_string (&slot->application, application);
  return TRUE;
}

static gboolean
read_slot (JsonObject  *object,
           const char  *path,
           gpointer     into,
           GError     **error)
{
  static const char * const kinds[] = { "interview", "break", "changeover", NULL };
  Timetable *timetable = into;
  g_autoptr (ShinsaSlot) slot = shinsa_slot_new ();
  const char *kind;

  if (!shinsa_read_members (object, path, error, "application", "kind", "starts", "minutes",
                            NULL) ||
      (kind = shinsa_read_word (object, path, "kind", kinds, error)) == NULL ||
      !read_starts (slot, object, path, error) ||
      !shinsa_read_count_of (object, path, "minutes", 1, &slot->minutes, error))
    return FALSE;
  if (slot->minutes > MINUTES_A_DAY)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "minutes", -1,
                               _("%d minutes are more than a day. Correct the number."),
                               slot->minutes);
  shinsa_set_string (&slot->kind, kind);
  shinsa_set_string (&slot->date, timetable->date);
  if (!read_slot_application (slot, object, path, error))
    return FALSE;
  g_ptr_array_add (timetable->slots, g_steal_pointer (&slot));
  return TRUE;
}

static gboolean
read_day (JsonObject  *object,
          const char  *path,
          gpointer     into,
          GError     **error)
{
  Timetable *timetable = into;
  g_autofree char *date = NULL;
  ShinsaText venue = { NULL, NULL };
  gboolean is_read;

  if (!shinsa_read_members (object, path, error, "date", "venue", "slots", NULL) ||
      shinsa_json_get_string (object, path, "date", error) == NULL ||
      !shinsa_read_date (object, path, "date", &date, error))
    return FALSE;
  is_read = shinsa_read_text_or_null (object, path, "venue", &venue, error);
  shinsa_text_clear (&venue);
  timetable->date = date;
  return is_read &&
         shinsa_read_list (object, path, "slots", 0, MAX_SLOTS, read_slot, timetable, error);
}

/**
 * shinsa_timetable_read:
 * @timetable: days with their slots, as schedule.set carries them
 * @path: its path, which sentences begin with
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable) (element-type ShinsaSlot): the slots of all days
 */
GPtrArray *
shinsa_timetable_read (JsonArray   *timetable,
                       const char  *path,
                       GError     **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  Timetable into;

  g_return_val_if_fail (timetable != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  slots = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_slot_free);
  into.slots = slots;
  into.date = NULL;
  if (!check_length (timetable, path, MAX_DAYS, error) ||
      !shinsa_read_elements (timetable, path, read_day, &into, error))
    return NULL;
  return g_steal_pointer (&slots);
}
