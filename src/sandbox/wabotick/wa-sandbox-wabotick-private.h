/* wa-sandbox-wabotick-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox-text.h"

G_BEGIN_DECLS

#define WA_WABOTICK_SENDER      "123456789012345"  /* the one number that is connected */
#define WA_WABOTICK_ACCOUNT     "987654321098765"
#define WA_WABOTICK_USER        114
#define WA_WABOTICK_BOT         23
#define WA_WABOTICK_MAX_PEOPLE  5000

/* A refusal that is sent as success, with the status 0 inside. */
#define WA_WABOTICK_REFUSED     SOUP_STATUS_OK

#define WA_WABOTICK_REQUIRED    (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define WA_WABOTICK_FROM        { "phone_number_id", WA_WABOTICK_REQUIRED }
#define WA_WABOTICK_FROM_TO     WA_WABOTICK_FROM, { "phone_number", WA_WABOTICK_REQUIRED }

/* What the dialect keeps besides the world. */
typedef struct
{
  GHashTable *media;     /* char * to char *: media_id to media_type */
  GHashTable *genders;   /* char * to char *: by number */
  GHashTable *cleared;   /* char * to gint64 *: by number, when its subscriber was deleted */
  JsonArray  *orders;
  guint       campaigns;
} WaWabotickState;

/* Forms and answers. */
gboolean          wa_sandbox_wabotick_check             (WaSandboxExchange      *exchange,
                                                         const WaSandboxMember  *members,
                                                         guint                   n_members,
                                                         GError                **error);
gboolean          wa_sandbox_wabotick_check_choice      (WaSandboxExchange      *exchange,
                                                         const char             *name,
                                                         const char             *choices,
                                                         GError                **error);
gboolean          wa_sandbox_wabotick_read_count        (WaSandboxExchange      *exchange,
                                                         const char             *name,
                                                         guint                   max,
                                                         guint                  *value,
                                                         GError                **error);
JsonNode         *wa_sandbox_wabotick_say               (const char             *message);
JsonNode         *wa_sandbox_wabotick_list              (JsonArray              *rows);
void              wa_sandbox_wabotick_set_json          (JsonObject             *object,
                                                         const char             *name,
                                                         JsonNode               *node);
void              wa_sandbox_wabotick_set_time          (JsonObject             *object,
                                                         const char             *name,
                                                         gint64                  time);
gint64            wa_sandbox_wabotick_number_id         (const char             *id);

/* People. */
WaSandboxContact *wa_sandbox_wabotick_find_subscriber   (WaSandboxExchange      *exchange,
                                                         GError                **error);
WaSandboxContact *wa_sandbox_wabotick_add_subscriber    (WaSandboxExchange      *exchange,
                                                         const char             *number,
                                                         const char             *name,
                                                         GError                **error);

/* What the vendor's own site has made. */
gboolean          wa_sandbox_wabotick_is_member         (const char             *id);
gboolean          wa_sandbox_wabotick_is_postback       (const char             *id);
const char       *wa_sandbox_wabotick_get_flow          (const char             *unique_id);

/* Templates. */
WaSandboxTemplate *
                  wa_sandbox_wabotick_find_template     (WaSandboxWorld         *world,
                                                         const char             *id);
char             *wa_sandbox_wabotick_variable_name     (const char             *part,
                                                         const char             *variable);
gboolean          wa_sandbox_wabotick_is_sendable       (const WaSandboxTemplate *template);

/* Orders. */
JsonArray        *wa_sandbox_wabotick_new_orders        (WaSandboxWorld         *world);

/* Handlers, in the order of their numbers. */
typedef JsonNode *WaWabotickHandler                     (WaSandboxExchange      *exchange,
                                                         GError                **error);

WaWabotickHandler wa_sandbox_wabotick_connect;
WaWabotickHandler wa_sandbox_wabotick_send_template;
WaWabotickHandler wa_sandbox_wabotick_send_text;
WaWabotickHandler wa_sandbox_wabotick_get_conversation;
WaWabotickHandler wa_sandbox_wabotick_trigger_flow;
WaWabotickHandler wa_sandbox_wabotick_send_file;
WaWabotickHandler wa_sandbox_wabotick_upload;
WaWabotickHandler wa_sandbox_wabotick_list_postbacks;
WaWabotickHandler wa_sandbox_wabotick_get_status;
WaWabotickHandler wa_sandbox_wabotick_broadcast;
WaWabotickHandler wa_sandbox_wabotick_list_templates;
WaWabotickHandler wa_sandbox_wabotick_get_subscriber;
WaWabotickHandler wa_sandbox_wabotick_create_subscriber;
WaWabotickHandler wa_sandbox_wabotick_list_subscribers;
WaWabotickHandler wa_sandbox_wabotick_update_subscriber;
WaWabotickHandler wa_sandbox_wabotick_delete_subscriber;
WaWabotickHandler wa_sandbox_wabotick_list_fields;
WaWabotickHandler wa_sandbox_wabotick_add_note;
WaWabotickHandler wa_sandbox_wabotick_assign_member;
WaWabotickHandler wa_sandbox_wabotick_reset_flow;
WaWabotickHandler wa_sandbox_wabotick_assign_fields;
WaWabotickHandler wa_sandbox_wabotick_assign_labels;
WaWabotickHandler wa_sandbox_wabotick_remove_labels;
WaWabotickHandler wa_sandbox_wabotick_assign_sequences;
WaWabotickHandler wa_sandbox_wabotick_remove_sequences;
WaWabotickHandler wa_sandbox_wabotick_list_labels;
WaWabotickHandler wa_sandbox_wabotick_create_label;
WaWabotickHandler wa_sandbox_wabotick_list_catalogs;
WaWabotickHandler wa_sandbox_wabotick_sync_catalog;
WaWabotickHandler wa_sandbox_wabotick_list_orders;
WaWabotickHandler wa_sandbox_wabotick_change_order;
WaWabotickHandler wa_sandbox_wabotick_send_buttons;
WaWabotickHandler wa_sandbox_wabotick_list_flows;
WaWabotickHandler wa_sandbox_wabotick_list_sequences;
WaWabotickHandler wa_sandbox_wabotick_mark_conversation;
WaWabotickHandler wa_sandbox_wabotick_list_members;
WaWabotickHandler wa_sandbox_wabotick_get_info;

G_END_DECLS
