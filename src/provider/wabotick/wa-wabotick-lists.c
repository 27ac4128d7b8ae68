/* wa-wabotick-lists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-bot-flow.h"
#include "model/wa-sequence.h"
#include "model/wa-tag.h"
#include "model/wa-team-member.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* The short lists: each is one page. */

#define MOST_TAG_CHARACTERS 100

static const WaMapping tag_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "label_name", "name", WA_MAP_REQUIRED },
  { "status", "active" },
  { NULL }
};

static const WaMapping attribute_rows[] = {
  { "id", "remote-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "reply_type", "kind" },
  { NULL }
};

static const WaMapping member_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name" },
  { "email", "email" },
  { NULL }
};

static const WaMapping flow_rows[] = {
  { "unique_id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name" },
  { "status", "active" },
  { NULL }
};

static const WaMapping postback_rows[] = {
  { "id", "remote-id" },
  { "postback_id", "postback-id", WA_MAP_REQUIRED },
  { "bot_name|template_name", "name" },
  { "status", "active" },
  { NULL }
};

static const WaMapping sequence_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name" },
  { "status", "active" },
  { NULL }
};

/* What a postback sends is shown where it can be read. */
static gboolean
finish_postback (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  WaJson first = wa_json_find (json, "template_jsoncode[0]");
  g_autoptr(WaMessage) message = wa_mapping_read (&wa_wabotick_content_table, &first, NULL);

  wa_bot_flow_set_kind (record, "postback");
  if (message != NULL)
    wa_bot_flow_set_text (record, wa_message_get_text (message));

  return TRUE;
}

static const WaMappingTable tag_table = { wa_tag_get_type, tag_rows };
static const WaMappingTable attribute_table = { wa_attribute_get_type, attribute_rows };
static const WaMappingTable member_table = { wa_team_member_get_type, member_rows };
static const WaMappingTable flow_table = { wa_bot_flow_get_type, flow_rows };
static const WaMappingTable postback_table = { wa_bot_flow_get_type, postback_rows, finish_postback };
static const WaMappingTable sequence_table = { wa_sequence_get_type, sequence_rows };

/* The other path is about the account as a whole. */
static gboolean
start_labels (WaProvider  *provider,
              WaRequest   *request,
              const char  *number,
              GError     **error)
{
  const char *path = wa_wabotick_get_path (provider, number);

  if (g_str_has_prefix (path, "whatsapp/"))
    return wa_wabotick_start_sender (provider, request, path, error);

  wa_wabotick_start (provider, request, path);

  return TRUE;
}

WA_WABOTICK_BUILD (tags)
{
  return start_labels (provider, request, "B26", error);
}

WA_WABOTICK_PARSE (tags)
{
  return (GObject *) wa_wabotick_read_page (&tag_table, answer, error);
}

/* Contacts carry the names of their tags in one string, with commas between them. */
WA_WABOTICK_BUILD (create_tag)
{
  g_autofree char *name = g_strstrip (g_strdup (wa_tag_get_name (WA_TAG (args))));

  if (strchr (name, ',') != NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The name of a tag can’t hold a comma. Choose another name."));
      return FALSE;
    }

  if (!wa_check_text (name, _("Name"), MOST_TAG_CHARACTERS, error) ||
      !wa_wabotick_start_sender (provider, request, wa_wabotick_get_path (provider, "B27"), error))
    return FALSE;

  wa_request_add_field (request, "label_name", name);

  return TRUE;
}

/* The answer has no id: it is in the list of tags. */
WA_WABOTICK_PARSE (create_tag)
{
  return wa_record_copy (args);
}

WA_WABOTICK_BUILD (attributes)
{
  wa_wabotick_start (provider, request, "whatsapp/subscriber/custom-fields/list");

  return TRUE;
}

WA_WABOTICK_PARSE (attributes)
{
  return (GObject *) wa_wabotick_read_page (&attribute_table, answer, error);
}

WA_WABOTICK_BUILD (members)
{
  wa_wabotick_start (provider, request, "users/team-member/list");
  wa_wabotick_use_teams (provider, request);

  return TRUE;
}

WA_WABOTICK_PARSE (members)
{
  return (GObject *) wa_wabotick_read_page (&member_table, answer, error);
}

WA_WABOTICK_BUILD (flows)
{
  return wa_wabotick_start_sender (provider, request, "whatsapp/get/bot-flow-list", error);
}

WA_WABOTICK_PARSE (flows)
{
  return (GObject *) wa_wabotick_read_page (&flow_table, answer, error);
}

WA_WABOTICK_BUILD (postbacks)
{
  return wa_wabotick_start_sender (provider, request, "whatsapp/get/post-back-list", error);
}

/* What a quick reply starts by itself: a talk with a person where there is that, else the first. */
static void
learn_postback (WaProvider *provider,
                GListModel *postbacks)
{
  guint n = g_list_model_get_n_items (postbacks);
  g_autofree char *chosen = NULL;

  for (guint i = 0; i < n && g_strcmp0 (chosen, WA_WABOTICK_HUMAN) != 0; i++)
    {
      g_autoptr(WaBotFlow) postback = g_list_model_get_item (postbacks, i);
      const char *id = wa_bot_flow_get_postback_id (postback);

      if (i == 0 || g_str_equal (id, WA_WABOTICK_HUMAN))
        wa_set_str (&chosen, id);
    }

  wa_provider_set_setting (provider, WA_WABOTICK_POSTBACK, chosen);
}

WA_WABOTICK_PARSE (postbacks)
{
  WaPage *page = wa_wabotick_read_page (&postback_table, answer, error);

  if (page == NULL)
    return NULL;

  wa_wabotick_learn_bot (provider, answer);
  learn_postback (provider, G_LIST_MODEL (wa_page_get_items (page)));

  return G_OBJECT (page);
}

WA_WABOTICK_BUILD (sequences)
{
  return wa_wabotick_start_sender (provider, request, "whatsapp/subscriber/sequence/list", error);
}

WA_WABOTICK_PARSE (sequences)
{
  return (GObject *) wa_wabotick_read_page (&sequence_table, answer, error);
}
