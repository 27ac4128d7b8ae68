/* wa-sandbox-onemsg-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox-text.h"

G_BEGIN_DECLS

#define WA_ONEMSG_CHANNEL   "ODI371267300"
#define WA_ONEMSG_NUMBER    "12025550143"
#define WA_ONEMSG_NAMESPACE "ca300906_cfbc_410b_99fb_dcee8e13d578"

/* The status of a refusal that the system says with 200 and `sent` false. */
#define WA_ONEMSG_NOT_SENT  200

/* What the channel keeps besides the world. */
typedef struct
{
  GHashTable *profile;    /* char * to char * */
  char      **websites;
  char      **webhooks;
  GHashTable *media;      /* (element-type utf8): the ids of uploaded files */
  gboolean    cart;
  gboolean    visible;
  gint64      started;    /* templates that came later are reviewed */
} WaOnemsgState;

/* The channel, M01 to M10 and M26. */
JsonNode *wa_sandbox_onemsg_get_profile       (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_set_profile       (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_get_statistics    (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_list_statistics   (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_get_status        (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_get_settings      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_set_settings      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_get_commerce      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_set_commerce      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_get_address       (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_set_webhook       (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* Messages without a template, M12 to M15, M17 to M19 and M27. */
JsonNode *wa_sandbox_onemsg_send              (WaSandboxExchange        *exchange,
                                               GError                  **error);
gboolean  wa_sandbox_onemsg_check_contacts    (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* What all sends share. */
gboolean  wa_sandbox_onemsg_check_recipient   (WaSandboxExchange        *exchange,
                                               const WaJson             *json,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_accept            (WaSandboxExchange        *exchange,
                                               const WaJson             *json,
                                               const char               *kind,
                                               const char               *text);
gboolean  wa_sandbox_onemsg_has_product       (WaSandboxWorld           *world,
                                               const char               *retailer_id);
JsonNode *wa_sandbox_onemsg_answer_text       (const char               *name,
                                               const char               *text);

/* Files, M16, M28 and the photo of M02. */
JsonNode *wa_sandbox_onemsg_send_file         (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_upload_media      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_read_body         (WaSandboxExchange        *exchange);
gboolean  wa_sandbox_onemsg_check_source      (const char               *source,
                                               const char               *types,
                                               GError                  **error);

/* What became of messages, M11, M20 and M21. */
JsonNode *wa_sandbox_onemsg_list_hooks        (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_list_messages     (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_read_message      (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* Templates, M22 to M25. */
JsonNode *wa_sandbox_onemsg_send_template     (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_add_template      (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_remove_template   (WaSandboxExchange        *exchange,
                                               GError                  **error);
JsonNode *wa_sandbox_onemsg_list_templates    (WaSandboxExchange        *exchange,
                                               GError                  **error);

/* A message's parameters against its template, and a new template against WhatsApp's rules. */
gboolean  wa_sandbox_onemsg_check_parameters  (WaSandboxExchange        *exchange,
                                               const WaSandboxTemplate  *template,
                                               const WaJson             *params,
                                               GError                  **error);
char     *wa_sandbox_onemsg_dup_text          (const WaSandboxTemplate  *template,
                                               const WaJson             *params);
gboolean  wa_sandbox_onemsg_check_components  (const WaJson             *components,
                                               gboolean                  authentication,
                                               GError                  **error);

G_END_DECLS
