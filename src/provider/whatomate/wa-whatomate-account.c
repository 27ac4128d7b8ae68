/* wa-whatomate-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-account-info.h"
#include "model/wa-connection.h"
#include "model/wa-target.h"
#include "model/wa-team-member.h"
#include "provider/wa-checks.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define SERVICE "whatomate"
#define MOST_CHARACTERS 1000
#define MOST_TOKEN_CHARACTERS 10000

static void
set_path (WaProvider *provider,
          WaRequest  *request,
          const char *method,
          const char *first,
          const char *second)
{
  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", first, second, NULL);
}

/* A password is kept nowhere: it buys tokens that are valid for some minutes. */
WA_WHATOMATE_BUILD (sign_in)
{
  WaConnection *connection = WA_CONNECTION (args);
  JsonObject *body;

  if (!wa_check_text (wa_connection_get_email (connection), _("E-mail"), MOST_CHARACTERS, error) ||
      !wa_check_text (wa_connection_get_password (connection), _("Password"), MOST_CHARACTERS, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "email", wa_connection_get_email (connection));
  json_object_set_string_member (body, "password", wa_connection_get_password (connection));
  set_path (provider, request, "POST", "auth", "login");
  wa_request_take_json_object (request, body);

  return TRUE;
}

WA_WHATOMATE_BUILD (refresh)
{
  WaConnection *connection = WA_CONNECTION (args);
  JsonObject *body;

  if (!wa_check_text (wa_connection_get_refresh_token (connection), _("Sign-in"),
                      MOST_TOKEN_CHARACTERS, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "refresh_token", wa_connection_get_refresh_token (connection));
  set_path (provider, request, "POST", "auth", "refresh");
  wa_request_take_json_object (request, body);

  return TRUE;
}

static const WaMapping connection_rows[] = {
  { "user.id", "user-id" },
  { "user.email", "email" },
  { "access_token", "access-token" },
  { "refresh_token", "refresh-token" },
  { "expires_in", "expires-in" },
  { NULL }
};

static const WaMappingTable connection_table = { wa_connection_get_type, connection_rows };

/* Newer servers put the tokens into cookies, for browsers only. */
WA_WHATOMATE_PARSE (sign_in)
{
  WaJson data = wa_json_member (answer, "data");
  g_autoptr(WaConnection) connection = wa_mapping_read (&connection_table, &data, error);

  if (connection == NULL)
    return NULL;

  if (wa_is_empty (wa_connection_get_access_token (connection)))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("This server signs in browsers only. "
                             "Create an API key in whatomate and enter it here."));
      return NULL;
    }

  return G_OBJECT (g_steal_pointer (&connection));
}

WA_WHATOMATE_BUILD (me)
{
  set_path (provider, request, "GET", "me", NULL);

  return TRUE;
}

static const WaMapping me_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "full_name|name", "name" },
  { "email", "email" },
  { "role", "role" },
  { NULL }
};

static const WaMappingTable me_table = { wa_account_info_get_type, me_rows };

WA_WHATOMATE_PARSE (me)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&me_table, &data, error);
}

WA_WHATOMATE_BUILD (members)
{
  set_path (provider, request, "GET", "users", NULL);

  return TRUE;
}

static const WaMapping member_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "full_name|name", "name" },
  { "email", "email" },
  { "role", "role" },
  { "is_active", "active" },
  { NULL }
};

static const WaMappingTable member_table = { wa_team_member_get_type, member_rows };

WA_WHATOMATE_PARSE (members)
{
  return wa_whatomate_read_page (&member_table, args, answer, "users", error);
}

WA_WHATOMATE_BUILD (organisation)
{
  set_path (provider, request, "GET", "org", "settings");

  return TRUE;
}

static void
add_detail (WaAccountInfo *info,
            const WaJson  *settings,
            const char    *name)
{
  WaJson place = wa_json_member (settings, name);
  g_autoptr(WaAttribute) detail = wa_attribute_new ();
  gboolean flag = wa_json_is (&place, WA_JSON_BOOLEAN);
  g_autofree char *text = flag ? wa_json_to_text (&place) : wa_json_dup_scalar (&place);

  if (text == NULL)
    return;

  wa_attribute_set_name (detail, name);
  wa_attribute_set_value (detail, text);
  g_list_store_append (wa_account_info_get_details (info), detail);
}

static gboolean
finish_organisation (gpointer       record,
                     const WaJson  *json,
                     GError       **error)
{
  WaJson settings = wa_json_member (json, "settings");

  add_detail (record, &settings, "mask_phone_numbers");
  add_detail (record, &settings, "date_format");

  return TRUE;
}

static const WaMapping organisation_rows[] = {
  { "name", "organisation" },
  { "settings.timezone", "time-zone" },
  { NULL }
};

static const WaMappingTable organisation_table = {
  wa_account_info_get_type, organisation_rows, finish_organisation,
};

WA_WHATOMATE_PARSE (organisation)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&organisation_table, &data, error);
}

WA_WHATOMATE_BUILD (health)
{
  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "health", NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (readiness)
{
  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "ready", NULL);

  return TRUE;
}

static GObject *
state_new (const WaJson *answer,
           const char   *good)
{
  WaJson status = wa_json_find (answer, "data.status");
  WaAccountInfo *info = wa_account_info_new ();

  wa_account_info_set_healthy (info, g_strcmp0 (wa_json_get_text (&status), good) == 0);

  return G_OBJECT (info);
}

/* Asked without the key: so that no other server is ever given it. */
WA_WHATOMATE_PARSE (health)
{
  WaJson service = wa_json_find (answer, "data.service");

  if (g_strcmp0 (wa_json_get_text (&service), SERVICE) != 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                           _("There is a server, but it is not whatomate. "
                             "Check the address of the account."));
      return NULL;
    }

  return state_new (answer, "ok");
}

WA_WHATOMATE_PARSE (readiness)
{
  return state_new (answer, "ready");
}
