/* wa-sandbox-whatomate-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-text.h"
#include "sandbox/whatomate/wa-sandbox-whatomate.h"

G_BEGIN_DECLS

#define WA_WHATOMATE_ACCOUNT   "Main Business"
#define WA_WHATOMATE_EMAIL     "admin@example.com"
#define WA_WHATOMATE_USER      "0c0ffee0-0000-4000-8000-000000000601"

#define WA_WHATOMATE_REQUIRED  (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define WA_WHATOMATE_MAYBE     (WA_SANDBOX_ANY_TEXT | WA_SANDBOX_REQUIRED)

/**
 * WaWhatomateFile:
 *
 * The bytes of a message or a campaign's header.
 */
typedef struct
{
  char   *mime_type;
  GBytes *bytes;
} WaWhatomateFile;

/**
 * WaWhatomateState:
 *
 * What the dialect keeps besides the world.  Records are objects as they are answered.
 */
typedef struct
{
  char       *access_token;   /* (nullable) */
  char       *refresh_token;  /* (nullable) */
  gint64      expires;
  guint       last_id;

  GPtrArray  *templates;      /* (element-type JsonObject) */
  GPtrArray  *campaigns;      /* (element-type WaWhatomateCampaign) */
  GPtrArray  *canned;         /* (element-type JsonObject) */
  GPtrArray  *notes;          /* (element-type JsonObject) */
  GPtrArray  *catalogs;       /* (element-type JsonObject) */
  GPtrArray  *products;       /* (element-type JsonObject) */

  GHashTable *assigned;       /* char * to char *: user ids, by contact id */
  GHashTable *colors;         /* char * to char *: by tag */
  GHashTable *reactions;      /* char * to char *: emojis, by message id */
  GHashTable *files;          /* char * to WaWhatomateFile *: by message or campaign id */
} WaWhatomateState;

/* Answers. */
gboolean            wa_sandbox_whatomate_is_g1          (WaSandboxExchange       *exchange);
gboolean            wa_sandbox_whatomate_is_documented  (WaSandboxExchange       *exchange);
JsonNode           *wa_sandbox_whatomate_answer         (JsonObject              *data);
JsonNode           *wa_sandbox_whatomate_answer_null    (void);
JsonNode           *wa_sandbox_whatomate_say            (const char              *message);
JsonNode           *wa_sandbox_whatomate_list           (const char              *name,
                                                         JsonArray               *rows);
void                wa_sandbox_whatomate_set_page       (JsonNode                *answer,
                                                         const WaSandboxPage     *page);
gboolean            wa_sandbox_whatomate_read_page      (WaSandboxExchange       *exchange,
                                                         guint                    total,
                                                         WaSandboxPage           *page,
                                                         GError                 **error);
void                wa_sandbox_whatomate_set_time       (JsonObject              *object,
                                                         const char              *name,
                                                         gint64                   time);
void                wa_sandbox_whatomate_set_clock      (JsonObject              *object,
                                                         const char              *name,
                                                         gint64                   time);

/* Ids and records. */
char               *wa_sandbox_whatomate_dup_uuid       (const char              *text);
char               *wa_sandbox_whatomate_dup_new_uuid   (WaWhatomateState        *state);
const char         *wa_sandbox_whatomate_get_uuid       (WaSandboxExchange       *exchange,
                                                         guint                    index,
                                                         const char              *title,
                                                         GError                 **error);
const char         *wa_sandbox_whatomate_get            (JsonObject              *record,
                                                         const char              *name);
JsonObject         *wa_sandbox_whatomate_new_record     (WaSandboxExchange       *exchange);
JsonObject         *wa_sandbox_whatomate_find_record    (WaSandboxExchange       *exchange,
                                                         GPtrArray               *records,
                                                         guint                    index,
                                                         const char              *title,
                                                         GError                 **error);
JsonNode           *wa_sandbox_whatomate_answer_record  (JsonObject              *record);
void                wa_sandbox_whatomate_copy           (JsonObject              *record,
                                                         const WaJson            *json,
                                                         const char              *names);
void                wa_sandbox_whatomate_touch          (WaSandboxExchange       *exchange,
                                                         JsonObject              *record);
void                wa_sandbox_whatomate_keep_file      (WaWhatomateState        *state,
                                                         const char              *id,
                                                         const WaSandboxFile     *file);
gboolean            wa_sandbox_whatomate_answer_file    (WaSandboxExchange       *exchange,
                                                         const char              *id);
const WaSandboxFile *
                    wa_sandbox_whatomate_get_file       (WaSandboxExchange       *exchange,
                                                         GError                 **error);
gboolean            wa_sandbox_whatomate_check_account  (const char              *name,
                                                         GError                 **error);
gboolean            wa_sandbox_whatomate_is_user        (const char              *id);

/* Contacts and messages. */
WaSandboxContact   *wa_sandbox_whatomate_find_contact   (WaSandboxExchange       *exchange,
                                                         GError                 **error);
WaSandboxContact   *wa_sandbox_whatomate_find_person    (WaSandboxExchange       *exchange,
                                                         const char              *id,
                                                         GError                 **error);
void                wa_sandbox_whatomate_mark_read      (WaSandboxExchange       *exchange,
                                                         const WaSandboxContact  *contact);

/* Templates. */
JsonObject         *wa_sandbox_whatomate_find_template  (WaSandboxExchange       *exchange,
                                                         const char              *id,
                                                         const char              *name,
                                                         GError                 **error);
gboolean            wa_sandbox_whatomate_check_values   (JsonObject              *template,
                                                         const WaJson            *json,
                                                         GError                 **error);
char               *wa_sandbox_whatomate_dup_text       (JsonObject              *template,
                                                         const WaJson            *values);

/* What the state begins with. */
GPtrArray          *wa_sandbox_whatomate_new_templates  (WaSandboxWorld          *world);
GPtrArray          *wa_sandbox_whatomate_new_campaigns  (void);
GPtrArray          *wa_sandbox_whatomate_new_canned     (WaSandboxWorld          *world);
GPtrArray          *wa_sandbox_whatomate_new_catalogs   (WaSandboxWorld          *world);
GPtrArray          *wa_sandbox_whatomate_new_products   (WaSandboxWorld          *world);

/* Handlers, in the order of their numbers. */
typedef JsonNode   *WaWhatomateHandler                  (WaSandboxExchange       *exchange,
                                                         GError                 **error);

WaWhatomateHandler wa_sandbox_whatomate_list_messages;
WaWhatomateHandler wa_sandbox_whatomate_send_message;
WaWhatomateHandler wa_sandbox_whatomate_send_template;
WaWhatomateHandler wa_sandbox_whatomate_send_media;
WaWhatomateHandler wa_sandbox_whatomate_read_message;
WaWhatomateHandler wa_sandbox_whatomate_sign_in;
WaWhatomateHandler wa_sandbox_whatomate_refresh;
WaWhatomateHandler wa_sandbox_whatomate_get_me;
WaWhatomateHandler wa_sandbox_whatomate_list_contacts;
WaWhatomateHandler wa_sandbox_whatomate_create_contact;
WaWhatomateHandler wa_sandbox_whatomate_get_contact;
WaWhatomateHandler wa_sandbox_whatomate_update_contact;
WaWhatomateHandler wa_sandbox_whatomate_delete_contact;
WaWhatomateHandler wa_sandbox_whatomate_assign_contact;
WaWhatomateHandler wa_sandbox_whatomate_set_contact_tags;
WaWhatomateHandler wa_sandbox_whatomate_read_contact;
WaWhatomateHandler wa_sandbox_whatomate_get_media;
WaWhatomateHandler wa_sandbox_whatomate_list_templates;
WaWhatomateHandler wa_sandbox_whatomate_create_template;
WaWhatomateHandler wa_sandbox_whatomate_get_template;
WaWhatomateHandler wa_sandbox_whatomate_update_template;
WaWhatomateHandler wa_sandbox_whatomate_delete_template;
WaWhatomateHandler wa_sandbox_whatomate_sync_templates;
WaWhatomateHandler wa_sandbox_whatomate_publish_template;
WaWhatomateHandler wa_sandbox_whatomate_upload_sample;
WaWhatomateHandler wa_sandbox_whatomate_list_campaigns;
WaWhatomateHandler wa_sandbox_whatomate_create_campaign;
WaWhatomateHandler wa_sandbox_whatomate_get_campaign;
WaWhatomateHandler wa_sandbox_whatomate_update_campaign;
WaWhatomateHandler wa_sandbox_whatomate_delete_campaign;
WaWhatomateHandler wa_sandbox_whatomate_import_recipients;
WaWhatomateHandler wa_sandbox_whatomate_list_recipients;
WaWhatomateHandler wa_sandbox_whatomate_start_campaign;
WaWhatomateHandler wa_sandbox_whatomate_pause_campaign;
WaWhatomateHandler wa_sandbox_whatomate_cancel_campaign;
WaWhatomateHandler wa_sandbox_whatomate_remove_recipient;
WaWhatomateHandler wa_sandbox_whatomate_upload_header;
WaWhatomateHandler wa_sandbox_whatomate_get_header;
WaWhatomateHandler wa_sandbox_whatomate_retry_campaign;
WaWhatomateHandler wa_sandbox_whatomate_list_canned;
WaWhatomateHandler wa_sandbox_whatomate_create_canned;
WaWhatomateHandler wa_sandbox_whatomate_get_canned;
WaWhatomateHandler wa_sandbox_whatomate_update_canned;
WaWhatomateHandler wa_sandbox_whatomate_delete_canned;
WaWhatomateHandler wa_sandbox_whatomate_use_canned;
WaWhatomateHandler wa_sandbox_whatomate_list_accounts;
WaWhatomateHandler wa_sandbox_whatomate_get_account;
WaWhatomateHandler wa_sandbox_whatomate_test_account;
WaWhatomateHandler wa_sandbox_whatomate_list_tags;
WaWhatomateHandler wa_sandbox_whatomate_create_tag;
WaWhatomateHandler wa_sandbox_whatomate_update_tag;
WaWhatomateHandler wa_sandbox_whatomate_delete_tag;
WaWhatomateHandler wa_sandbox_whatomate_list_catalogs;
WaWhatomateHandler wa_sandbox_whatomate_get_catalog;
WaWhatomateHandler wa_sandbox_whatomate_create_catalog;
WaWhatomateHandler wa_sandbox_whatomate_delete_catalog;
WaWhatomateHandler wa_sandbox_whatomate_sync_catalogs;
WaWhatomateHandler wa_sandbox_whatomate_list_products;
WaWhatomateHandler wa_sandbox_whatomate_create_product;
WaWhatomateHandler wa_sandbox_whatomate_get_product;
WaWhatomateHandler wa_sandbox_whatomate_update_product;
WaWhatomateHandler wa_sandbox_whatomate_delete_product;
WaWhatomateHandler wa_sandbox_whatomate_list_notes;
WaWhatomateHandler wa_sandbox_whatomate_create_note;
WaWhatomateHandler wa_sandbox_whatomate_update_note;
WaWhatomateHandler wa_sandbox_whatomate_delete_note;
WaWhatomateHandler wa_sandbox_whatomate_list_users;
WaWhatomateHandler wa_sandbox_whatomate_react;
WaWhatomateHandler wa_sandbox_whatomate_get_settings;
WaWhatomateHandler wa_sandbox_whatomate_get_health;
WaWhatomateHandler wa_sandbox_whatomate_get_ready;

G_END_DECLS
