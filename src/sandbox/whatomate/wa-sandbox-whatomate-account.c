/* wa-sandbox-whatomate-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is there: signing in, users, WhatsApp accounts, the organisation (W08 to W10, W49 to W54,
 * W73, W75 to W77).
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define TOKEN_SECONDS 900
#define ORGANISATION  "0c0ffee0-0000-4000-8000-000000000701"

typedef struct
{
  const char *id;
  const char *name;
  const char *other;  /* e-mail, or phone_id */
  const char *role;
} Row;

static const Row users[] = {
  { WA_WHATOMATE_USER, "Demo Admin", WA_WHATOMATE_EMAIL, "admin" },
  { "0c0ffee0-0000-4000-8000-000000000602", "Asha Rao", "asha@example.com", "manager" },
  { "0c0ffee0-0000-4000-8000-000000000603", "Agent One", "agent@example.com", "agent" },
};

static const Row accounts[] = {
  { "0c0ffee0-0000-4000-8000-000000000501", WA_WHATOMATE_ACCOUNT, "123456789012345", NULL },
  { "0c0ffee0-0000-4000-8000-000000000502", "Support Line", "123456789012346", NULL },
};

static const WaSandboxMember sign_in_members[] = {
  { "email", WA_WHATOMATE_REQUIRED },
  { "password", WA_WHATOMATE_REQUIRED },
};

static const WaSandboxMember refresh_members[] = { { "refresh_token", WA_WHATOMATE_REQUIRED } };

static const Row *
find_row (const Row  *rows,
          guint       n_rows,
          const char *id)
{
  for (guint i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].id, id))
        return &rows[i];
    }

  return NULL;
}

gboolean
wa_sandbox_whatomate_is_user (const char *id)
{
  return find_row (users, G_N_ELEMENTS (users), id) != NULL;
}

/* @name: (nullable): an account's name, where one was given */
gboolean
wa_sandbox_whatomate_check_account (const char  *name,
                                    GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      if (!name || g_str_equal (accounts[i].name, name))
        return TRUE;
    }

  return wa_sandbox_refuse (error, 400, "WhatsApp account not found");
}

static JsonObject *
write_user (WaSandboxExchange *exchange,
            const Row         *user)
{
  JsonObject *object = json_object_new ();
  gint64 created = wa_sandbox_world_get_now (exchange->world) - 300 * G_TIME_SPAN_DAY;

  json_object_set_string_member (object, "id", user->id);
  json_object_set_string_member (object, "email", user->other);
  json_object_set_string_member (object, "full_name", user->name);
  json_object_set_string_member (object, "role", user->role);
  json_object_set_boolean_member (object, "is_active", TRUE);
  json_object_set_string_member (object, "organization_id", ORGANISATION);
  wa_sandbox_whatomate_set_clock (object, "created_at", created);
  wa_sandbox_whatomate_set_clock (object, "updated_at", created);

  return object;
}

static char *
dup_token (WaSandboxExchange *exchange)
{
  g_autofree char *seed = wa_sandbox_world_dup_id (exchange->world);
  g_autofree char *sum = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) exchange->key, 36,
                                                    seed, -1);

  return g_strconcat ("demo.", seed, ".", sum, NULL);
}

static void
set_cookies (WaSandboxExchange *exchange)
{
  static const char *const names[] = { "whm_access", "whm_refresh", "whm_csrf" };
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *token = dup_token (exchange);
      g_autofree char *cookie = g_strdup_printf ("%s=%s; Path=/; HttpOnly", names[i], token);

      soup_message_headers_append (headers, "Set-Cookie", cookie);
    }
}

/* Newer servers keep their tokens in cookies, which nothing here takes. */
static JsonNode *
answer_session (WaSandboxExchange *exchange)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *data = json_object_new ();

  if (wa_sandbox_whatomate_is_g1 (exchange))
    {
      g_free (state->access_token);
      g_free (state->refresh_token);
      state->access_token = dup_token (exchange);
      state->refresh_token = dup_token (exchange);
      state->expires = wa_sandbox_world_get_now (exchange->world) + TOKEN_SECONDS * G_TIME_SPAN_SECOND;
      json_object_set_string_member (data, "access_token", state->access_token);
      json_object_set_string_member (data, "refresh_token", state->refresh_token);
    }
  else
    {
      set_cookies (exchange);
    }

  json_object_set_int_member (data, "expires_in", TOKEN_SECONDS);
  json_object_set_object_member (data, "user", write_user (exchange, &users[0]));
  return wa_sandbox_whatomate_answer (data);
}

/* The password is the demo's key. */
JsonNode *
wa_sandbox_whatomate_sign_in (WaSandboxExchange  *exchange,
                              GError            **error)
{
  const WaJson *json = &exchange->json;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (sign_in_members), error))
    return NULL;

  if (!g_str_equal (wa_sandbox_get_text (json, "email"), WA_WHATOMATE_EMAIL)
      || !g_str_equal (wa_sandbox_get_text (json, "password"), exchange->key))
    {
      wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Invalid credentials");
      return NULL;
    }

  return answer_session (exchange);
}

/* Each refresh token is good for once. */
JsonNode *
wa_sandbox_whatomate_refresh (WaSandboxExchange  *exchange,
                              GError            **error)
{
  WaWhatomateState *state = exchange->state;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (refresh_members), error))
    return NULL;

  if (g_strcmp0 (state->refresh_token, wa_sandbox_get_text (&exchange->json, "refresh_token")) != 0)
    {
      wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Invalid or expired refresh token");
      return NULL;
    }

  return answer_session (exchange);
}

JsonNode *
wa_sandbox_whatomate_get_me (WaSandboxExchange  *exchange,
                             GError            **error)
{
  return wa_sandbox_whatomate_answer (write_user (exchange, &users[0]));
}

JsonNode *
wa_sandbox_whatomate_list_users (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    json_array_add_object_element (rows, write_user (exchange, &users[i]));

  return wa_sandbox_whatomate_list ("users", rows);
}

static JsonObject *
write_account (WaSandboxExchange *exchange,
               const Row         *account)
{
  JsonObject *object = json_object_new ();
  gint64 created = wa_sandbox_world_get_now (exchange->world) - 300 * G_TIME_SPAN_DAY;

  json_object_set_string_member (object, "id", account->id);
  json_object_set_string_member (object, "name", account->name);
  json_object_set_string_member (object, "app_id", "");
  json_object_set_string_member (object, "phone_id", account->other);
  json_object_set_string_member (object, "business_id", "987654321098765");
  json_object_set_string_member (object, "webhook_verify_token", "DEMOVERIFYTOKENTHATNOBODYSHOWS");
  json_object_set_string_member (object, "api_version", "v21.0");
  json_object_set_boolean_member (object, "is_default_incoming", account == &accounts[0]);
  json_object_set_boolean_member (object, "is_default_outgoing", account == &accounts[0]);
  json_object_set_boolean_member (object, "auto_read_receipt", FALSE);
  json_object_set_string_member (object, "status", "active");
  json_object_set_boolean_member (object, "has_access_token", TRUE);
  wa_sandbox_whatomate_set_clock (object, "created_at", created);
  wa_sandbox_whatomate_set_clock (object, "updated_at", created);

  return object;
}

JsonNode *
wa_sandbox_whatomate_list_accounts (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    json_array_add_object_element (rows, write_account (exchange, &accounts[i]));

  return wa_sandbox_whatomate_list ("accounts", rows);
}

static const Row *
find_account (WaSandboxExchange  *exchange,
              GError            **error)
{
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, 0, "account", error);
  const Row *account = id ? find_row (accounts, G_N_ELEMENTS (accounts), id) : NULL;

  if (id && !account)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Account not found");

  return account;
}

JsonNode *
wa_sandbox_whatomate_get_account (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const Row *account = find_account (exchange, error);

  return account ? wa_sandbox_whatomate_answer (write_account (exchange, account)) : NULL;
}

static JsonObject *
write_failure (void)
{
  JsonObject *object = json_object_new ();
  JsonObject *details = json_object_new ();
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "message", "Invalid OAuth access token.");
  json_object_set_int_member (error, "code", 190);
  json_object_set_object_member (details, "error", error);
  json_object_set_boolean_member (object, "success", FALSE);
  json_object_set_string_member (object, "error", "API error");
  json_object_set_object_member (object, "details", details);

  return object;
}

/* The second account's token has expired: a failure inside a success. */
JsonNode *
wa_sandbox_whatomate_test_account (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const Row *account = find_account (exchange, error);
  JsonObject *object = NULL;

  if (!account)
    return NULL;
  if (account != &accounts[0])
    return wa_sandbox_whatomate_answer (write_failure ());

  object = json_object_new ();
  json_object_set_boolean_member (object, "success", TRUE);
  json_object_set_string_member (object, "display_phone_number", "+91 97031 00000");
  json_object_set_string_member (object, "verified_name", account->name);
  json_object_set_string_member (object, "quality_rating", "GREEN");
  json_object_set_string_member (object, "messaging_limit_tier", "TIER_1K");
  return wa_sandbox_whatomate_answer (object);
}

JsonNode *
wa_sandbox_whatomate_get_settings (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  JsonObject *data = json_object_new ();
  JsonObject *settings = json_object_new ();

  json_object_set_boolean_member (settings, "mask_phone_numbers", FALSE);
  json_object_set_string_member (settings, "timezone", "Asia/Kolkata");
  json_object_set_string_member (settings, "date_format", "YYYY-MM-DD");
  json_object_set_object_member (data, "settings", settings);
  json_object_set_string_member (data, "name", "Demo Ltd");

  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_get_health (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  JsonObject *data = json_object_new ();

  json_object_set_string_member (data, "status", "ok");
  json_object_set_string_member (data, "service", "whatomate");

  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_get_ready (WaSandboxExchange  *exchange,
                                GError            **error)
{
  JsonObject *data = json_object_new ();

  json_object_set_string_member (data, "status", "ready");

  return wa_sandbox_whatomate_answer (data);
}
