/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-stream.h"

struct _ShinsaPdfStream {
  GMemoryInputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (ShinsaPdfStream, shinsa_pdf_stream, G_TYPE_MEMORY_INPUT_STREAM)

static gssize
shinsa_pdf_stream_read (GInputStream  *stream,
                        void          *buffer,
                        gsize          count,
                        GCancellable  *cancellable,
                        GError       **error)
{
  GInputStreamClass *parent = G_INPUT_STREAM_CLASS (shinsa_pdf_stream_parent_class);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  return parent->read_fn (stream, buffer, count, cancellable, error);
}

static void
shinsa_pdf_stream_class_init (ShinsaPdfStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = shinsa_pdf_stream_read;
}

static void
shinsa_pdf_stream_init (ShinsaPdfStream *self)
{
}

/**
 * shinsa_pdf_stream_new:
 * @bytes: (not nullable): the file
 *
 * Returns: (transfer full): its bytes from the first on
 */
GInputStream *
shinsa_pdf_stream_new (GBytes *bytes)
{
  GInputStream *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (SHINSA_TYPE_PDF_STREAM, NULL);
  g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (self), bytes);
  return self;
}
