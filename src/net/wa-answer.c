/* wa-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "net/wa-answer.h"

struct _WaAnswer
{
  gatomicrefcount  ref_count;
  guint            status;
  char            *reason;
  char            *content_type;
  char            *location;
  char            *filename;
  int              retry_after;
  GBytes          *body;
};

G_DEFINE_BOXED_TYPE (WaAnswer, wa_answer, wa_answer_ref, wa_answer_unref)

/**
 * wa_answer_new:
 * @reason: (nullable): the status in words
 * @body: (nullable): %NULL is an empty body
 */
WaAnswer *
wa_answer_new (guint       status,
               const char *reason,
               GBytes     *body)
{
  WaAnswer *self = g_new0 (WaAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->status = status;
  self->reason = g_strdup (reason);
  self->retry_after = -1;
  self->body = body != NULL ? g_bytes_ref (body) : g_bytes_new_static ("", 0);

  return self;
}

WaAnswer *
wa_answer_ref (WaAnswer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wa_answer_unref (WaAnswer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->reason);
  g_free (self->content_type);
  g_free (self->location);
  g_free (self->filename);
  g_bytes_unref (self->body);
  g_free (self);
}

guint
wa_answer_get_status (const WaAnswer *self)
{
  return self->status;
}

/**
 * wa_answer_get_reason:
 *
 * Returns: the status in words; "" where the server gave none
 */
const char *
wa_answer_get_reason (const WaAnswer *self)
{
  return wa_or_empty (self->reason);
}

GBytes *
wa_answer_get_body (const WaAnswer *self)
{
  return self->body;
}

void
wa_answer_set_content_type (WaAnswer   *self,
                            const char *content_type)
{
  wa_set_str (&self->content_type, content_type);
}

const char *
wa_answer_get_content_type (const WaAnswer *self)
{
  return wa_or_empty (self->content_type);
}

/**
 * wa_answer_set_location:
 * @location: (nullable): where a redirect, which is never followed, points
 */
void
wa_answer_set_location (WaAnswer   *self,
                        const char *location)
{
  wa_set_str (&self->location, location);
}

const char *
wa_answer_get_location (const WaAnswer *self)
{
  return wa_or_empty (self->location);
}

/**
 * wa_answer_set_filename:
 * @filename: (nullable): what a download calls itself; hostile until checked
 */
void
wa_answer_set_filename (WaAnswer   *self,
                        const char *filename)
{
  wa_set_str (&self->filename, filename);
}

const char *
wa_answer_get_filename (const WaAnswer *self)
{
  return wa_or_empty (self->filename);
}

/**
 * wa_answer_set_retry_after:
 * @seconds: how long to wait; -1 where the server did not say
 */
void
wa_answer_set_retry_after (WaAnswer *self,
                           int       seconds)
{
  self->retry_after = seconds;
}

int
wa_answer_get_retry_after (const WaAnswer *self)
{
  return self->retry_after;
}
