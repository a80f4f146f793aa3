/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-squeeze-layout.h"

struct _ShinsaSqueezeLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

struct _ShinsaSqueezeLayoutChild
{
  GtkLayoutChild parent_instance;

  int            priority;
};

G_DEFINE_FINAL_TYPE (ShinsaSqueezeLayout, shinsa_squeeze_layout, GTK_TYPE_LAYOUT_MANAGER)
G_DEFINE_FINAL_TYPE (ShinsaSqueezeLayoutChild, shinsa_squeeze_layout_child, GTK_TYPE_LAYOUT_CHILD)

enum {
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

enum {
  CHILD_PROP_0,
  CHILD_PROP_PRIORITY,
  N_CHILD_PROPS
};

static GParamSpec *properties[N_PROPS];
static GParamSpec *child_properties[N_CHILD_PROPS];

/* Children that are shown, and what each asks for; `data` of a request is the widget. */
typedef GArray Requests;    /* (element-type GtkRequestedSize) */

static GtkRequestedSize *
request_at (Requests *requests,
            guint     index)
{
  return &g_array_index (requests, GtkRequestedSize, index);
}

static int
priority_of (GtkLayoutManager *manager,
             GtkWidget        *child)
{
  return SHINSA_SQUEEZE_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (manager,
                                                                           child))->priority;
}

static Requests *
collect (GtkWidget *widget)
{
  Requests *requests = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize request = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &request.minimum_size,
                          &request.natural_size, NULL, NULL);
      g_array_append_val (requests, request);
    }
  return requests;
}

static int
needed_by (Requests *requests,
           int       spacing)
{
  int needed = 0;

  for (guint i = 0; i < requests->len; i++)
    needed += request_at (requests, i)->minimum_size + (i > 0 ? spacing : 0);
  return needed;
}

static int
highest_priority (GtkLayoutManager *manager,
                  Requests         *requests)
{
  int highest = 0;

  for (guint i = 0; i < requests->len; i++)
    highest = MAX (highest, priority_of (manager, request_at (requests, i)->data));
  return highest;
}

/* Takes out what there is no room for. */
static void
squeeze (GtkLayoutManager *manager,
         Requests         *requests,
         int               width)
{
  int highest;

  while (needed_by (requests, SHINSA_SQUEEZE_LAYOUT (manager)->spacing) > width &&
         (highest = highest_priority (manager, requests)) > 0)
    for (guint i = requests->len; i > 0; i--)
      if (priority_of (manager, request_at (requests, i - 1)->data) == highest)
        g_array_remove_index (requests, i - 1);
}

static gboolean
is_left (Requests  *requests,
         GtkWidget *child)
{
  for (guint i = 0; i < requests->len; i++)
    if (request_at (requests, i)->data == child)
      return TRUE;
  return FALSE;
}

/* What is left over goes to those that expand. */
static void
share (Requests *requests,
       int       room)
{
  int expanding = 0;

  room = gtk_distribute_natural_allocation (MAX (room, 0), requests->len,
                                            (GtkRequestedSize *) (void *) requests->data);
  for (guint i = 0; i < requests->len; i++)
    expanding += gtk_widget_compute_expand (request_at (requests, i)->data,
                                            GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
  for (guint i = 0; i < requests->len && expanding > 0; i++)
    if (gtk_widget_compute_expand (request_at (requests, i)->data, GTK_ORIENTATION_HORIZONTAL))
      {
        int part = room / expanding--;

        request_at (requests, i)->minimum_size += part;
        room -= part;
      }
}

static void
shinsa_squeeze_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  int spacing = SHINSA_SQUEEZE_LAYOUT (manager)->spacing;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) requests = collect (widget);
  int x = 0;

  squeeze (manager, requests, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_set_child_visible (child, is_left (requests, child));
  share (requests, width - needed_by (requests, spacing));
  for (guint i = 0; i < requests->len; i++)
    {
      const GtkRequestedSize *request = request_at (requests, i);
      GtkAllocation place = { x, 0, request->minimum_size, height };

      if (mirrored)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (request->data, &place, -1);
      x += place.width + spacing;
    }
}

static void
shinsa_squeeze_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  int spacing = SHINSA_SQUEEZE_LAYOUT (manager)->spacing;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int most;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &most, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, most);
          continue;
        }
      *natural += most + (*natural > 0 ? spacing : 0);
      if (priority_of (manager, child) == 0)
        *minimum += least + (*minimum > 0 ? spacing : 0);
    }
}

static GtkSizeRequestMode
shinsa_squeeze_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static GtkLayoutChild *
shinsa_squeeze_layout_create_layout_child (GtkLayoutManager *manager,
                                           GtkWidget        *widget,
                                           GtkWidget        *for_child)
{
  return g_object_new (SHINSA_TYPE_SQUEEZE_LAYOUT_CHILD, "layout-manager", manager,
                       "child-widget", for_child, NULL);
}

static void
shinsa_squeeze_layout_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, SHINSA_SQUEEZE_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_squeeze_layout_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (prop_id == PROP_SPACING)
    {
      SHINSA_SQUEEZE_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_squeeze_layout_class_init (ShinsaSqueezeLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = shinsa_squeeze_layout_get_property;
  object_class->set_property = shinsa_squeeze_layout_set_property;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  manager_class->layout_child_type = SHINSA_TYPE_SQUEEZE_LAYOUT_CHILD;
  manager_class->get_request_mode = shinsa_squeeze_layout_get_request_mode;
  manager_class->measure = shinsa_squeeze_layout_measure;
  manager_class->allocate = shinsa_squeeze_layout_allocate;
  manager_class->create_layout_child = shinsa_squeeze_layout_create_layout_child;
}

static void
shinsa_squeeze_layout_init (ShinsaSqueezeLayout *self)
{
}

static void
shinsa_squeeze_layout_child_get_property (GObject    *object,
                                          guint       prop_id,
                                          GValue     *value,
                                          GParamSpec *pspec)
{
  if (prop_id == CHILD_PROP_PRIORITY)
    g_value_set_int (value, SHINSA_SQUEEZE_LAYOUT_CHILD (object)->priority);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_squeeze_layout_child_set_property (GObject      *object,
                                          guint         prop_id,
                                          const GValue *value,
                                          GParamSpec   *pspec)
{
  if (prop_id == CHILD_PROP_PRIORITY)
    {
      GtkLayoutChild *child = GTK_LAYOUT_CHILD (object);

      SHINSA_SQUEEZE_LAYOUT_CHILD (object)->priority = g_value_get_int (value);
      gtk_layout_manager_layout_changed (gtk_layout_child_get_layout_manager (child));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
shinsa_squeeze_layout_child_class_init (ShinsaSqueezeLayoutChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shinsa_squeeze_layout_child_get_property;
  object_class->set_property = shinsa_squeeze_layout_child_set_property;
  child_properties[CHILD_PROP_PRIORITY] =
    g_param_spec_int ("priority", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_CHILD_PROPS, child_properties);
}

static void
shinsa_squeeze_layout_child_init (ShinsaSqueezeLayoutChild *self)
{
}
