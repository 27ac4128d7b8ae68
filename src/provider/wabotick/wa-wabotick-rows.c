/* wa-wabotick-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-receipt.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Rows stand in `message` or in `data`; where there is one, often without a list around it, and at times in
 * an object whose members are numbered. */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint64 first = g_ascii_strtoull (*(const char *const *) a, NULL, 10);
  guint64 second = g_ascii_strtoull (*(const char *const *) b, NULL, 10);

  return (first > second) - (first < second);
}

static void
add_row (JsonArray    *rows,
         const WaJson *row)
{
  json_array_add_element (rows, json_node_copy (row->node));
}

static void
add_object (JsonArray    *rows,
            const WaJson *object)
{
  g_auto(GStrv) names = wa_json_dup_names (object);
  gboolean numbered = TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    numbered = numbered && wa_wabotick_check_digits (names[i]);

  if (!numbered)
    {
      add_row (rows, object);
      return;
    }

  qsort (names, g_strv_length (names), sizeof *names, compare_numbers);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson row = wa_json_member (object, names[i]);

      add_row (rows, &row);
    }
}

static gboolean
holds_rows (const WaJson *json)
{
  return wa_json_is (json, WA_JSON_LIST) || wa_json_is (json, WA_JSON_OBJECT);
}

/**
 * wa_wabotick_dup_rows:
 *
 * Returns: (transfer full): a list of the rows, wherever the answer has them; of none where it has but a
 *   sentence; %NULL with %WA_ERROR_PROTOCOL where it has neither
 */
JsonNode *
wa_wabotick_dup_rows (const WaJson  *answer,
                      GError       **error)
{
  WaJson message = wa_json_member (answer, "message");
  WaJson data = wa_json_member (answer, "data");
  const WaJson *place = holds_rows (&message) || !holds_rows (&data) ? &message : &data;
  g_autoptr(JsonArray) rows = NULL;

  if (!holds_rows (place) && wa_json_get_text (place) == NULL)
    {
      wa_json_require (place, WA_JSON_LIST, error);
      return NULL;
    }

  rows = json_array_new ();
  for (guint i = 0; i < wa_json_length (place); i++)
    {
      WaJson row = wa_json_element (place, i);

      add_row (rows, &row);
    }
  if (wa_json_is (place, WA_JSON_OBJECT))
    add_object (rows, place);

  return json_node_init_array (json_node_alloc (), rows);
}

/**
 * wa_wabotick_read_page:
 *
 * Returns: (transfer full): a page of the answer's rows; a sentence instead of rows becomes its note
 */
WaPage *
wa_wabotick_read_page (const WaMappingTable  *table,
                       const WaJson          *answer,
                       GError               **error)
{
  g_autoptr(JsonNode) node = wa_wabotick_dup_rows (answer, error);
  WaJson message = wa_json_member (answer, "message");
  WaJson rows = wa_json_from_node (node);
  WaPage *page;

  if (node == NULL || (page = wa_mapping_read_page (table, &rows, error)) == NULL)
    return NULL;

  if (wa_json_length (&rows) == 0)
    wa_page_set_note (page, wa_json_get_text (&message));

  return page;
}

/**
 * wa_wabotick_learn_bot:
 *
 * What became of a message is asked for with the bot's id, which only some lists tell.
 */
void
wa_wabotick_learn_bot (WaProvider   *provider,
                       const WaJson *answer)
{
  g_autoptr(JsonNode) node = wa_wabotick_dup_rows (answer, NULL);
  WaJson rows = wa_json_from_node (node);
  WaJson place = wa_json_find (&rows, "[0].whatsapp_bot_id");
  g_autofree char *id = wa_json_dup_scalar (&place);

  if (wa_wabotick_check_digits (id))
    wa_provider_set_setting (provider, WA_WABOTICK_BOT, id);
}

static const WaMapping receipt_rows[] = {
  { "message|mesasge", "text" },
  { NULL }
};

static const WaMappingTable receipt_table = { wa_receipt_get_type, receipt_rows };

WA_WABOTICK_PARSE (receipt)
{
  return wa_mapping_read (&receipt_table, answer, error);
}

/* The system says that it added what it took away. */
WA_WABOTICK_PARSE (silent_receipt)
{
  return G_OBJECT (wa_receipt_new ());
}
