/* wa-sandbox-whatsjet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox-text.h"

G_BEGIN_DECLS

#define WA_WHATSJET_VENDOR "7f3c9a52-1d2e-4b7a-9c41-2f8d0e5b6a10"
#define WA_WHATSJET_SENDER "123456789012345"

/* The status of a refusal that the system says with 200 and `result` failed. */
#define WA_WHATSJET_FAILED 200

/* What the vendor keeps besides the world: the last names of contacts that were given one, by id. */
typedef struct
{
  GHashTable *last_names;
} WaWhatsjetState;

/* The members that every send begins with. */
#define WA_WHATSJET_RECIPIENT \
  { "from_phone_number_id", WA_SANDBOX_TEXT }, \
  { "phone_number", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED }

/* The envelope. */
JsonNode *wa_sandbox_whatsjet_answer           (const char         *message,
                                                JsonObject         *data);
void      wa_sandbox_whatsjet_set_page         (JsonObject         *data,
                                                const char         *name,
                                                JsonArray          *rows,
                                                const WaSandboxPage *page);
char     *wa_sandbox_whatsjet_dup_uid          (const char         *id);

/* Messages, J01, J02 and JX04. */
JsonNode *wa_sandbox_whatsjet_send_text        (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_send_media       (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_get_status       (WaSandboxExchange  *exchange,
                                                GError            **error);

/* What all sends share. */
gboolean  wa_sandbox_whatsjet_check_recipient  (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_accept           (WaSandboxExchange  *exchange,
                                                const char         *kind,
                                                const char         *text);

/* JX05. */
JsonNode *wa_sandbox_whatsjet_send_interactive (WaSandboxExchange  *exchange,
                                                GError            **error);

/* Templates, J03, JX03 and JX06. */
JsonNode *wa_sandbox_whatsjet_send_template    (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_send_carousel    (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_list_templates   (WaSandboxExchange  *exchange,
                                                GError            **error);
void      wa_sandbox_whatsjet_add_templates    (WaSandboxWorld     *world);

/* Contacts, J04, J05, JX01, JX02 and JX07 to JX09. */
JsonNode *wa_sandbox_whatsjet_create_contact   (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_update_contact   (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_get_contact      (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_list_contacts    (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_assign_member    (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_list_groups      (WaSandboxExchange  *exchange,
                                                GError            **error);
JsonNode *wa_sandbox_whatsjet_list_labels      (WaSandboxExchange  *exchange,
                                                GError            **error);
gboolean  wa_sandbox_whatsjet_check_phone      (const WaJson       *json,
                                                GError            **error);
gboolean  wa_sandbox_whatsjet_check_details    (WaSandboxExchange  *exchange,
                                                const WaJson       *json,
                                                gboolean            with_fields,
                                                GError            **error);
void      wa_sandbox_whatsjet_apply_details    (WaSandboxExchange  *exchange,
                                                WaSandboxContact   *contact,
                                                const WaJson       *json);

G_END_DECLS
