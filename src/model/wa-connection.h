/* wa-connection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaConnection:
 *
 * What a system asks for to sign in, or to connect a WhatsApp Business account. Kept in memory only.
 */
#define WA_TYPE_CONNECTION (wa_connection_get_type ())
G_DECLARE_FINAL_TYPE (WaConnection, wa_connection, WA, CONNECTION, WaRecord)

WaConnection *wa_connection_new (void);
const char *wa_connection_get_user_id (WaConnection *self);
void wa_connection_set_user_id (WaConnection *self, const char *value);
const char *wa_connection_get_email (WaConnection *self);
void wa_connection_set_email (WaConnection *self, const char *value);
const char *wa_connection_get_password (WaConnection *self);
void wa_connection_set_password (WaConnection *self, const char *value);
const char *wa_connection_get_business_id (WaConnection *self);
void wa_connection_set_business_id (WaConnection *self, const char *value);
const char *wa_connection_get_access_token (WaConnection *self);
void wa_connection_set_access_token (WaConnection *self, const char *value);
const char *wa_connection_get_refresh_token (WaConnection *self);
void wa_connection_set_refresh_token (WaConnection *self, const char *value);
gint64 wa_connection_get_expires_in (WaConnection *self);
void wa_connection_set_expires_in (WaConnection *self, gint64 value);

G_END_DECLS
