/* wa-sandbox-whatomate-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The envelope, times, ids, and records that are kept as they are answered.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define DEFAULT_LIMIT 50
#define MAX_LIMIT     100

/* The server stands in India. */
#define OFFSET        (330 * G_TIME_SPAN_MINUTE)
#define OFFSET_TEXT   "+05:30"

static JsonNode *
answer (JsonNode *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", "success");
  json_object_set_member (object, "data", data);

  return wa_sandbox_node_new (object);
}

/* Takes @data. */
JsonNode *
wa_sandbox_whatomate_answer (JsonObject *data)
{
  return answer (wa_sandbox_node_new (data));
}

JsonNode *
wa_sandbox_whatomate_answer_null (void)
{
  return answer (json_node_new (JSON_NODE_NULL));
}

JsonNode *
wa_sandbox_whatomate_say (const char *message)
{
  JsonObject *data = json_object_new ();

  json_object_set_string_member (data, "message", message);

  return wa_sandbox_whatomate_answer (data);
}

/* An empty list is null, as Go writes it.  Takes @rows. */
JsonNode *
wa_sandbox_whatomate_list (const char *name,
                           JsonArray  *rows)
{
  g_autoptr(JsonArray) owned = rows;
  JsonObject *data = json_object_new ();

  if (json_array_get_length (owned) > 0)
    json_object_set_array_member (data, name, json_array_ref (owned));
  else
    json_object_set_null_member (data, name);
  json_object_set_int_member (data, "total", json_array_get_length (owned));

  return wa_sandbox_whatomate_answer (data);
}

void
wa_sandbox_whatomate_set_page (JsonNode            *answer,
                               const WaSandboxPage *page)
{
  JsonObject *data = json_object_get_object_member (json_node_get_object (answer), "data");

  json_object_set_int_member (data, "total", page->total);
  json_object_set_int_member (data, "page", page->number);
  json_object_set_int_member (data, "limit", page->limit);
}

/* A limit that is too large is silently the default. */
gboolean
wa_sandbox_whatomate_read_page (WaSandboxExchange  *exchange,
                                guint               total,
                                WaSandboxPage      *page,
                                GError            **error)
{
  guint number, limit;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error)
      || !wa_sandbox_exchange_read_count (exchange, "limit", DEFAULT_LIMIT, &limit, error))
    return FALSE;

  *page = wa_sandbox_page_new (total, number, limit > MAX_LIMIT ? DEFAULT_LIMIT : limit);
  return TRUE;
}

static char *
dup_local (gint64 time)
{
  g_autoptr(GDateTime) seconds = g_date_time_new_from_unix_utc ((time + OFFSET) / G_TIME_SPAN_SECOND);

  return g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");
}

/* Contacts, messages and campaigns have true times. */
void
wa_sandbox_whatomate_set_time (JsonObject *object,
                               const char *name,
                               gint64      time)
{
  g_autofree char *local = dup_local (time);
  g_autofree char *text = g_strdup_printf ("%s.%06d" OFFSET_TEXT, local, (int) (time % G_TIME_SPAN_SECOND));

  json_object_set_string_member (object, name, text);
}

/* Everything else has what the server's clock says, with a Z that is a lie. */
void
wa_sandbox_whatomate_set_clock (JsonObject *object,
                                const char *name,
                                gint64      time)
{
  g_autofree char *local = dup_local (time);
  g_autofree char *text = g_strconcat (local, "Z", NULL);

  json_object_set_string_member (object, name, text);
}

/* The id by which the outside knows what the world calls @text. */
char *
wa_sandbox_whatomate_dup_uuid (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);

  return g_strdup_printf ("%.8s-%.4s-4%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15, sum + 18);
}

char *
wa_sandbox_whatomate_dup_new_uuid (WaWhatomateState *state)
{
  return g_strdup_printf ("0c0ffee0-0000-4000-9000-%012u", ++state->last_id);
}

/* Refuses what stands in the path instead of an id. */
const char *
wa_sandbox_whatomate_get_uuid (WaSandboxExchange  *exchange,
                               guint               index,
                               const char         *title,
                               GError            **error)
{
  const char *id = wa_sandbox_exchange_get_argument (exchange, index);

  if (g_uuid_string_is_valid (id))
    return id;

  wa_sandbox_refuse (error, 400, "Invalid %s ID", title);
  return NULL;
}

const char *
wa_sandbox_whatomate_get (JsonObject *record,
                          const char *name)
{
  return json_object_get_string_member_with_default (record, name, "");
}

JsonObject *
wa_sandbox_whatomate_new_record (WaSandboxExchange *exchange)
{
  JsonObject *record = json_object_new ();
  g_autofree char *id = wa_sandbox_whatomate_dup_new_uuid (exchange->state);
  gint64 now = wa_sandbox_world_get_now (exchange->world);

  json_object_set_string_member (record, "id", id);
  wa_sandbox_whatomate_set_clock (record, "created_at", now);
  wa_sandbox_whatomate_set_clock (record, "updated_at", now);

  return record;
}

static JsonObject *
find_id (GPtrArray  *records,
         const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (wa_sandbox_whatomate_get (record, "id"), id) == 0)
        return record;
    }

  return NULL;
}

/* @title: what it is, for refusals */
JsonObject *
wa_sandbox_whatomate_find_record (WaSandboxExchange  *exchange,
                                  GPtrArray          *records,
                                  guint               index,
                                  const char         *title,
                                  GError            **error)
{
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, index, title, error);
  JsonObject *record = id ? find_id (records, id) : NULL;

  if (id && !record)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "%c%s not found", g_ascii_toupper (*title), title + 1);

  return record;
}

JsonNode *
wa_sandbox_whatomate_answer_record (JsonObject *record)
{
  return wa_sandbox_whatomate_answer (json_object_ref (record));
}

/* Copies those of the members @names, separated by blanks, that are there. */
void
wa_sandbox_whatomate_copy (JsonObject   *record,
                           const WaJson *json,
                           const char   *names)
{
  g_auto(GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      WaJson member = wa_json_member (json, list[i]);

      if (member.node)
        json_object_set_member (record, list[i], json_node_copy (member.node));
    }
}

void
wa_sandbox_whatomate_touch (WaSandboxExchange *exchange,
                            JsonObject        *record)
{
  wa_sandbox_whatomate_set_clock (record, "updated_at", wa_sandbox_world_get_now (exchange->world));
}

void
wa_sandbox_whatomate_keep_file (WaWhatomateState    *state,
                                const char          *id,
                                const WaSandboxFile *file)
{
  WaWhatomateFile *kept = g_new0 (WaWhatomateFile, 1);

  kept->mime_type = g_strdup (file->mime_type);
  kept->bytes = g_bytes_ref (file->bytes);
  g_hash_table_insert (state->files, g_strdup (id), kept);
}

gboolean
wa_sandbox_whatomate_answer_file (WaSandboxExchange *exchange,
                                  const char        *id)
{
  WaWhatomateState *state = exchange->state;
  const WaWhatomateFile *file = g_hash_table_lookup (state->files, id);

  if (file)
    wa_sandbox_exchange_set_bytes (exchange, file->mime_type, file->bytes);

  return file != NULL;
}

/* The one file that an upload must have. */
const WaSandboxFile *
wa_sandbox_whatomate_get_file (WaSandboxExchange  *exchange,
                               GError            **error)
{
  const WaSandboxFile *file = exchange->files->len == 1 ? g_ptr_array_index (exchange->files, 0) : NULL;

  if (file && g_str_equal (file->name, "file") && !wa_is_empty (file->filename)
      && !wa_is_empty (file->mime_type) && g_bytes_get_size (file->bytes) > 0)
    return file;

  wa_sandbox_refuse (error, 400, "File is required");
  return NULL;
}
