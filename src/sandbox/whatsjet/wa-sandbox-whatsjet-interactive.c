/* wa-sandbox-whatsjet-interactive.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons and lists, JX05.  What is a list elsewhere is an object with numbered members here.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet-private.h"

#define MAX_BUTTONS  3
#define MAX_SECTIONS 10
#define MAX_ROWS     10

#define TEXT   (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define OBJECT (WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED)

#define INTERACTIVE \
  WA_WHATSJET_RECIPIENT, \
  { "interactive_type", TEXT }, \
  { "header_type", WA_SANDBOX_TEXT }, \
  { "header_text", WA_SANDBOX_TEXT, 60 }, \
  { "media_link", WA_SANDBOX_TEXT }, \
  { "body_text", TEXT, 1024 }, \
  { "footer_text", WA_SANDBOX_TEXT, 60 }

static const WaSandboxMember button_members[] = {
  INTERACTIVE,
  { "buttons", OBJECT },
};

static const WaSandboxMember link_members[] = {
  INTERACTIVE,
  { "cta_url", OBJECT },
};

static const WaSandboxMember list_members[] = {
  INTERACTIVE,
  { "list_data", OBJECT },
};

static const WaSandboxMember address_members[] = {
  { "display_text", TEXT, 20 },
  { "url", TEXT },
};

static const WaSandboxMember list_data_members[] = {
  { "button_text", TEXT, 20 },
  { "sections", OBJECT },
};

static const WaSandboxMember section_members[] = {
  { "title", TEXT, 24 },
  { "id", TEXT, 200 },
  { "rows", OBJECT },
};

static const WaSandboxMember row_members[] = {
  { "id", TEXT, 200 },
  { "row_id", TEXT, 200 },
  { "title", TEXT, 24 },
  { "description", WA_SANDBOX_TEXT, 72 },
};

/* The names are @prefix and the numbers from 1 on, without gaps. */
static gboolean
check_numbers (const WaJson  *json,
               const char    *prefix,
               guint          max,
               guint         *count,
               GError       **error)
{
  g_auto(GStrv) names = wa_json_dup_names (json);

  *count = g_strv_length (names);
  for (guint i = 1; i <= *count; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", prefix, i);

      if (!g_strv_contains ((const char *const *) names, name))
        return wa_sandbox_refuse (error, 400, "%s is missing: members are numbered from 1", name);
    }

  return ((*count >= 1 && *count <= max)
          || wa_sandbox_refuse (error, 400, "%s1 must be one of 1 to %u", prefix, max));
}

static WaJson
get_numbered (const WaJson *json,
              const char   *prefix,
              guint         number)
{
  g_autofree char *name = g_strdup_printf ("%s%u", prefix, number);
  WaJson member = wa_json_member (json, name);

  return wa_json_from_node (member.node);
}

/* A button's title is its id as well. */
static gboolean
check_buttons (const WaJson  *json,
               GError       **error)
{
  WaJson buttons = wa_json_member (json, "buttons");
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  guint count;

  if (!check_numbers (&buttons, "", MAX_BUTTONS, &count, error))
    return FALSE;

  for (guint i = 1; i <= count; i++)
    {
      WaJson button = get_numbered (&buttons, "", i);
      const char *title = wa_json_get_text (&button);

      if (wa_is_empty (title) || g_utf8_strlen (title, -1) > 20)
        return wa_sandbox_refuse (error, 400, "buttons must have titles of 1 to 20 characters");
      if (!g_hash_table_add (titles, (gpointer) title))
        return wa_sandbox_refuse (error, 400, "buttons must have different titles");
    }

  return TRUE;
}

static gboolean
check_address (const WaJson  *json,
               GError       **error)
{
  WaJson address = wa_json_member (json, "cta_url");

  return (wa_sandbox_check_object (&address, WA_SANDBOX_MEMBERS (address_members), error)
          && (g_uri_is_valid (wa_sandbox_get_text (&address, "url"), G_URI_FLAGS_NONE, NULL)
              || wa_sandbox_refuse (error, 400, "url must be a valid URL")));
}

static gboolean
check_row (const WaJson  *row,
           GHashTable    *ids,
           GError       **error)
{
  const char *id = wa_sandbox_get_text (row, "id");

  if (!wa_sandbox_check_object (row, WA_SANDBOX_MEMBERS (row_members), error))
    return FALSE;
  if (!g_str_equal (id, wa_sandbox_get_text (row, "row_id")))
    return wa_sandbox_refuse (error, 400, "row_id must be the same as id");

  return g_hash_table_add (ids, (gpointer) id) || wa_sandbox_refuse (error, 400, "row_id must be unique");
}

static gboolean
check_section (const WaJson  *section,
               GHashTable    *ids,
               GError       **error)
{
  WaJson rows = wa_json_member (section, "rows");
  guint count;

  if (!wa_sandbox_check_object (section, WA_SANDBOX_MEMBERS (section_members), error)
      || !check_numbers (&rows, "row_", MAX_ROWS, &count, error))
    return FALSE;

  for (guint i = 1; i <= count; i++)
    {
      WaJson row = get_numbered (&rows, "row_", i);

      if (!check_row (&row, ids, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_list (const WaJson  *json,
            GError       **error)
{
  WaJson list = wa_json_member (json, "list_data");
  WaJson sections = wa_json_member (&list, "sections");
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint count;

  if (!wa_sandbox_check_object (&list, WA_SANDBOX_MEMBERS (list_data_members), error)
      || !check_numbers (&sections, "section_", MAX_SECTIONS, &count, error))
    return FALSE;

  for (guint i = 1; i <= count; i++)
    {
      WaJson section = get_numbered (&sections, "section_", i);

      if (!check_section (&section, ids, error))
        return FALSE;
    }

  return (g_hash_table_size (ids) <= MAX_ROWS
          || wa_sandbox_refuse (error, 400, "rows must not be more than %u in all", MAX_ROWS));
}

static const struct
{
  const char            *type;
  const WaSandboxMember *members;
  guint                  n_members;
  gboolean             (*check) (const WaJson  *json,
                                 GError       **error);
} kinds[] = {
  { "button", WA_SANDBOX_MEMBERS (button_members), check_buttons },
  { "cta_url", WA_SANDBOX_MEMBERS (link_members), check_address },
  { "list", WA_SANDBOX_MEMBERS (list_members), check_list },
};

static gboolean
check_header (const WaJson  *json,
              GError       **error)
{
  const char *type = wa_sandbox_get_text (json, "header_type");
  const char *text = wa_sandbox_get_text (json, "header_text");
  const char *link = wa_sandbox_get_text (json, "media_link");
  gboolean media = type && !g_str_equal (type, "text");

  if (!wa_sandbox_check_choice (json, "header_type", "text image video document", error))
    return FALSE;
  if (!text != !(type && !media))
    return wa_sandbox_refuse (error, 400, "header_text belongs to a text header");
  if (!link != !media)
    return wa_sandbox_refuse (error, 400, "media_link belongs to a media header");

  return !media || wa_sandbox_check_link (link, error);
}

JsonNode *
wa_sandbox_whatsjet_send_interactive (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *type = wa_sandbox_get_text (json, "interactive_type");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].type, type) != 0)
        continue;

      if (!wa_sandbox_check_object (json, kinds[i].members, kinds[i].n_members, error)
          || !wa_sandbox_whatsjet_check_recipient (exchange, error)
          || !check_header (json, error)
          || !kinds[i].check (json, error))
        return NULL;

      return wa_sandbox_whatsjet_accept (exchange, "interactive", wa_sandbox_get_text (json, "body_text"));
    }

  wa_sandbox_refuse (error, 400, "interactive_type must be one of: button cta_url list");
  return NULL;
}
