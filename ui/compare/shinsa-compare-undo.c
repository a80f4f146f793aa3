/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-page-private.h"

#include "compare/shinsa-compare-scoring.h"
#include "parts/shinsa-scoring.h"

/* Every draft has its own history. Who gives levels of several applications one after the other
 * takes them back in that order, wherever the cursor has gone meanwhile. */

static gboolean
shows_own_levels (ShinsaComparePage *self)
{
  return self->view == SHINSA_COMPARE_MEMBERS || self->view == SHINSA_COMPARE_PHASES ||
         self->view == SHINSA_COMPARE_OWN || self->view == SHINSA_COMPARE_PINNED;
}

static gboolean
can_step (ShinsaComparePage *self,
          const char        *application,
          ShinsaDraftWay     way)
{
  return shinsa_compare_may_change_draft (self->round, application) &&
         shinsa_service_can_step_draft (self->service, application,
                                        shinsa_compare_phase (self->round, application), way);
}

/* The last application of the list that has such a step; else the one of the cursor, if it has. */
static char *
take_application (ShinsaComparePage *self,
                  GPtrArray         *list,
                  ShinsaDraftWay     way)
{
  const char *application;

  while (list->len > 0)
    {
      g_autofree char *last = g_ptr_array_steal_index (list, list->len - 1);

      if (can_step (self, last, way))
        return g_steal_pointer (&last);
    }
  application = shinsa_compare_page_cursor_application (self);
  return application != NULL && can_step (self, application, way) ? g_strdup (application) : NULL;
}

/* The eye goes where something changed. */
static void
go_to (ShinsaComparePage *self,
       const char        *application,
       const char        *requirement)
{
  if (self->view == SHINSA_COMPARE_PINNED)
    shinsa_pinned_view_go_to (self->pinned, application, requirement);
  else if (self->view == SHINSA_COMPARE_OWN)
    shinsa_grid_set_cursor (self->grid, application, requirement);
  else
    {
      shinsa_compare_page_set_application (self, application);
      shinsa_grid_set_cursor (self->grid, requirement, self->round->member);
    }
}

static void
take_step (ShinsaComparePage *self,
           GPtrArray         *from,
           GPtrArray         *to,
           ShinsaDraftWay     way)
{
  const ShinsaDraftStep *step;
  g_autofree char *application = NULL;
  g_autofree char *requirement = NULL;

  if (self->service == NULL || self->round == NULL || self->round->is_desk ||
      !shows_own_levels (self))
    return;
  application = take_application (self, from, way);
  if (application == NULL)
    return;
  step = shinsa_step_draft (GTK_WIDGET (self), self->service, application,
                            shinsa_compare_phase (self->round, application), way);
  if (step == NULL)
    return;
  /* A step may be a part of what is said on a requirement. */
  requirement = g_strndup (step->key, strcspn (step->key, "/"));
  g_ptr_array_add (to, g_strdup (application));
  go_to (self, application, requirement);
}

/**
 * shinsa_compare_page_note_given:
 *
 * A level of the application was given here just now.
 */
void
shinsa_compare_page_note_given (ShinsaComparePage *self,
                                const char        *application)
{
  g_ptr_array_add (self->given, g_strdup (application));
  g_ptr_array_set_size (self->taken_back, 0);
}

/**
 * shinsa_compare_page_undo:
 *
 * Takes back the last level that was given here, where own levels are shown.
 */
void
shinsa_compare_page_undo (ShinsaComparePage *self)
{
  take_step (self, self->given, self->taken_back, SHINSA_STEP_BACK);
}

/**
 * shinsa_compare_page_redo:
 *
 * Gives the level again that was taken back last.
 */
void
shinsa_compare_page_redo (ShinsaComparePage *self)
{
  take_step (self, self->taken_back, self->given, SHINSA_STEP_AGAIN);
}
