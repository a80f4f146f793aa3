/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "rules/shinsa-interview.h"
#include "rules/shinsa-words.h"

/* An interview as it was held. Where nothing was recorded of one, nothing is told. */

typedef struct {
  ShinsaRecordSource *source;
  const char         *application;
  JsonArray          *segments;
  JsonObject         *segment;   /* the running one; NULL where none runs */
  gboolean            running;
  const char         *started;   /* NULL before it began */
  const char         *stopped;   /* NULL while it is not over */
} Interview;

static void
end_segment (Interview  *self,
             const char *at)
{
  if (self->segment != NULL)
    json_object_set_string_member (self->segment, "ended", at);
  self->segment = NULL;
}

static void
begin_segment (Interview                  *self,
               const ShinsaInterviewEvent *event)
{
  const ShinsaSegment *segment = shinsa_definition_segment (self->source->round->definition,
                                                            event->segment);

  end_segment (self, event->at);
  if (segment == NULL)
    return;
  self->segment = json_object_new ();
  json_object_set_string_member (self->segment, "code", event->segment);
  json_object_set_null_member (self->segment, "ended");
  json_object_set_int_member (self->segment, "minutes", segment->minutes);
  json_object_set_string_member (self->segment, "started", event->at);
  json_array_add_object_element (self->segments, self->segment);
}

static void
extend_segment (Interview *self,
                int        minutes)
{
  if (self->segment == NULL)
    return;
  json_object_set_int_member (self->segment, "minutes",
                              json_object_get_int_member (self->segment, "minutes") + minutes);
}

static void
follow_event (Interview                  *self,
              const ShinsaInterviewEvent *event)
{
  switch (event->event)
    {
    case SHINSA_INTERVIEW_START:
      if (self->started == NULL)
        self->started = event->at;
      self->stopped = NULL;
      self->running = TRUE;
      begin_segment (self, event);
      break;
    case SHINSA_INTERVIEW_NEXT:
      if (self->running)
        begin_segment (self, event);
      break;
    case SHINSA_INTERVIEW_EXTEND:
      extend_segment (self, event->minutes);
      break;
    case SHINSA_INTERVIEW_STOP:
    case SHINSA_INTERVIEW_CLOSE:
      end_segment (self, event->at);
      if (self->running)
        self->stopped = event->at;
      self->running = FALSE;
      break;
    case SHINSA_INTERVIEW_HEARD:
    default:
      break;
    }
}

static JsonArray *
write_heard (ShinsaRecordSource *source,
             const char         *application)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < source->round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (source->round->members, i);
      ShinsaHeard heard = shinsa_interview_heard (source->round, application, member->id);
      JsonObject *object;

      if (!member->scores)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "heard", shinsa_heard_to_string (heard));
      json_object_set_string_member (object, "member", shinsa_record_call (source, member->id));
      json_array_add_object_element (array, object);
    }
  return array;
}

/* What became clear is the committee's own word: applicants and the public get texts that are
 * written for them. */
static JsonObject *
write_interview (Interview *self)
{
  ShinsaRecordProfile profile = self->source->profile;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "started", self->started);
  json_object_set_string_member (object, "stopped", self->stopped);
  if (profile == SHINSA_RECORD_PUBLIC)
    return object;
  json_object_set_array_member (object, "segments", json_array_ref (self->segments));
  if (profile == SHINSA_RECORD_APPLICANT)
    return object;
  json_object_set_string_member (object, "what_became_clear",
                                 shinsa_interview_what_became_clear (self->source->round,
                                                                     self->application));
  json_object_set_array_member (object, "heard", write_heard (self->source, self->application));
  return object;
}

/* Adds the interview of an application, if there was one. */
void
shinsa_record_set_interview (ShinsaRecordSource *source,
                             const char         *application,
                             JsonObject         *object)
{
  g_autoptr (JsonArray) segments = json_array_new ();
  Interview self = { source, application, segments };
  gboolean found = FALSE;

  for (guint i = 0; i < source->round->interview_events->len; i++)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (source->round->interview_events, i);

      if (!g_str_equal (event->application, application))
        continue;
      found = TRUE;
      follow_event (&self, event);
    }
  if (found)
    json_object_set_object_member (object, "interview", write_interview (&self));
}
