/* wa-sandbox-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-answer.h"

/**
 * wa_sandbox_page_new:
 * @number: which page, from 1; beyond the last it is empty
 * @limit: how many on a page, from 1
 */
WaSandboxPage
wa_sandbox_page_new (guint total,
                     guint number,
                     guint limit)
{
  WaSandboxPage page = { .total = total, .limit = limit, .number = number };

  page.start = MIN ((guint64) (number - 1) * limit, total);
  page.end = MIN ((guint64) page.start + limit, total);
  page.pages = MAX ((total + limit - 1) / limit, 1);

  return page;
}

/**
 * wa_sandbox_node_new:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): its node
 */
JsonNode *
wa_sandbox_node_new (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

void
wa_sandbox_set_texts (JsonObject  *object,
                      const char  *name,
                      char       **texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i]; i++)
    json_array_add_string_element (array, texts[i]);

  json_object_set_array_member (object, name, array);
}

/**
 * wa_sandbox_set_text:
 * @text: (nullable): %NULL and "" become null
 */
void
wa_sandbox_set_text (JsonObject *object,
                     const char *name,
                     const char *text)
{
  if (wa_is_empty (text))
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

/**
 * wa_sandbox_dup_time:
 * @time: microseconds since 1970
 *
 * Returns: (transfer full): ISO 8601 in UTC with milliseconds
 */
char *
wa_sandbox_dup_time (gint64 time)
{
  g_autoptr(GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", text, (int) (time % G_TIME_SPAN_SECOND / G_TIME_SPAN_MILLISECOND));
}

void
wa_sandbox_set_time (JsonObject *object,
                     const char *name,
                     gint64      time)
{
  g_autofree char *text = wa_sandbox_dup_time (time);

  json_object_set_string_member (object, name, text);
}
