/* wa-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-connection.h"

struct _WaConnection
{
  WaRecord parent_instance;

  char   *user_id;
  char   *email;
  char   *password;
  char   *business_id;
  char   *access_token;
  char   *refresh_token;
  gint64 expires_in;
};

G_DEFINE_FINAL_TYPE (WaConnection, wa_connection, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaConnection, user_id, "user-id", TEXT),
  WA_FIELD (WaConnection, email, "email", TEXT),
  WA_FIELD (WaConnection, password, "password", TEXT),
  WA_FIELD (WaConnection, business_id, "business-id", TEXT),
  WA_FIELD (WaConnection, access_token, "access-token", TEXT),
  WA_FIELD (WaConnection, refresh_token, "refresh-token", TEXT),
  WA_FIELD (WaConnection, expires_in, "expires-in", INTEGER),
};

WA_RECORD_TEXT (WaConnection, wa_connection, user_id)
WA_RECORD_TEXT (WaConnection, wa_connection, email)
WA_RECORD_TEXT (WaConnection, wa_connection, password)
WA_RECORD_TEXT (WaConnection, wa_connection, business_id)
WA_RECORD_TEXT (WaConnection, wa_connection, access_token)
WA_RECORD_TEXT (WaConnection, wa_connection, refresh_token)
WA_RECORD_INTEGER (WaConnection, wa_connection, expires_in)

static void
wa_connection_class_init (WaConnectionClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_connection_init (WaConnection *self)
{
}

WaConnection *
wa_connection_new (void)
{
  return g_object_new (WA_TYPE_CONNECTION, NULL);
}
