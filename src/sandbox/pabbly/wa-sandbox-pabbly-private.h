/* wa-sandbox-pabbly-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox-text.h"

G_BEGIN_DECLS

/* What the dialect keeps besides the world: the names of the API campaigns, with their templates' names. */
typedef struct
{
  GHashTable *campaigns;
} WaPabblyState;

/* The envelope. */
JsonNode *wa_sandbox_pabbly_answer            (const char               *message,
                                               JsonObject               *data);
void      wa_sandbox_pabbly_set_pagination    (JsonObject               *data,
                                               const char               *total_name,
                                               const WaSandboxPage      *page);

/* Messages, P01 to P18. */
JsonNode *wa_sandbox_pabbly_send              (WaSandboxExchange        *exchange,
                                               GError                  **error);

JsonObject *
          wa_sandbox_pabbly_write_meta        (const WaSandboxMessage   *message,
                                               gboolean                  template);

/* What a template's parameters must be, for P01 to P06 and P22 to P24. */
WaSandboxTemplate *
          wa_sandbox_pabbly_find_template     (WaSandboxExchange        *exchange,
                                               const WaJson             *json,
                                               GError                  **error);
gboolean  wa_sandbox_pabbly_check_parameters  (const WaJson             *json,
                                               const WaSandboxTemplate  *template,
                                               GError                  **error);
char     *wa_sandbox_pabbly_dup_text          (const WaJson             *json,
                                               const WaSandboxTemplate  *template);

/* Templates, P19 and P20. */
JsonNode *wa_sandbox_pabbly_list_templates    (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_get_template      (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* Broadcasts and campaigns, P21 to P24. */
JsonNode *wa_sandbox_pabbly_create_broadcast  (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_send_campaign     (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* Contacts, lists and tags, P25 to P30. */
JsonNode *wa_sandbox_pabbly_create_contacts   (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_update_contact    (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_list_contacts     (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_get_contact       (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_list_lists        (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_list_tags         (WaSandboxExchange        *exchange,
                                               GError                  **error);
gboolean  wa_sandbox_pabbly_check_details     (WaSandboxWorld           *world,
                                               const WaJson             *json,
                                               GError                  **error);
void      wa_sandbox_pabbly_apply_details     (WaSandboxContact         *contact,
                                               const WaJson             *json);

/* Media, catalogs and products, P31 to P33. */
JsonNode *wa_sandbox_pabbly_get_media         (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_list_catalogs     (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_pabbly_list_products     (WaSandboxExchange        *exchange,
                                               GError                  **error);

G_END_DECLS
