/* wa-wabotick-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "provider/wa-mapping.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* Settings of an account, then what answers taught. */
#define WA_WABOTICK_TEAMS_ADDRESS "teams-base-url"
#define WA_WABOTICK_SENDER "phone-number-id"
#define WA_WABOTICK_TIME_ZONE "time-zone"
#define WA_WABOTICK_BOT "bot-id"
#define WA_WABOTICK_POSTBACK "default-postback"
#define WA_WABOTICK_TEMPLATE_ID "template-id"
#define WA_WABOTICK_TEMPLATE_ID_META "meta"

/* The postback that starts a talk with a person: what a quick reply starts unless something else is known. */
#define WA_WABOTICK_HUMAN "YES_START_CHAT_WITH_HUMAN"

/* An approved template whose variables have no names yet can't be sent. */
#define WA_WABOTICK_UNMAPPED "MAP_NEEDED"

#define WA_WABOTICK_BUILD(name) \
  gboolean wa_wabotick_build_##name (WaProvider *provider, GObject *args, WaRequest *request, GError **error)
#define WA_WABOTICK_PARSE(name) \
  GObject *wa_wabotick_parse_##name (WaProvider *provider, GObject *args, const WaJson *answer, \
                                     GError **error)

/* forms: what all requests have in common */
void        wa_wabotick_start        (WaProvider            *provider,
                                      WaRequest             *request,
                                      const char            *path);
gboolean    wa_wabotick_check_sender (WaProvider            *provider,
                                      GError               **error);
gboolean    wa_wabotick_start_sender (WaProvider            *provider,
                                      WaRequest             *request,
                                      const char            *path,
                                      GError               **error);
gboolean    wa_wabotick_start_chat   (WaProvider            *provider,
                                      WaRequest             *request,
                                      const char            *path,
                                      const char            *number,
                                      GError               **error);
gboolean    wa_wabotick_start_message (WaProvider           *provider,
                                      WaRequest             *request,
                                      const char            *path,
                                      WaOutgoing            *outgoing,
                                      GError               **error);
void        wa_wabotick_use_teams    (WaProvider            *provider,
                                      WaRequest             *request);
void        wa_wabotick_add_text     (WaRequest             *request,
                                      const char            *name,
                                      const char            *value);
gboolean    wa_wabotick_add_page     (WaQuery               *query,
                                      guint                  most,
                                      WaRequest             *request,
                                      GError               **error);
void        wa_wabotick_set_next     (WaPage                *page,
                                      WaQuery               *query,
                                      guint                  most);
gboolean    wa_wabotick_check_digits (const char            *text);
const char *wa_wabotick_get_path     (WaProvider            *provider,
                                      const char            *number);
gboolean    wa_wabotick_turn_path    (WaProvider            *provider,
                                      const char            *number);
char       *wa_wabotick_join_ids     (const char *const     *ids,
                                      const char            *problem,
                                      GError               **error);

/* rows: what all lists have in common */
JsonNode   *wa_wabotick_dup_rows     (const WaJson          *answer,
                                      GError               **error);
WaPage     *wa_wabotick_read_page    (const WaMappingTable  *table,
                                      const WaJson          *answer,
                                      GError               **error);
void        wa_wabotick_learn_bot    (WaProvider            *provider,
                                      const WaJson          *answer);
WA_WABOTICK_PARSE (receipt);
WA_WABOTICK_PARSE (silent_receipt);

/* documents */
WaJsonDocument *wa_wabotick_parse_document (WaProvider         *provider,
                                            const WaOperation  *operation,
                                            GBytes             *body,
                                            GError            **error);

/* failures */
gboolean    wa_wabotick_check        (WaProvider            *provider,
                                      const WaOperation     *operation,
                                      const WaJson          *root,
                                      GError               **error);
char       *wa_wabotick_dup_error_text (WaProvider          *provider,
                                      const WaJson          *root);
void        wa_wabotick_adjust_error (WaProvider            *provider,
                                      const WaOperation     *operation,
                                      const WaAnswer        *answer,
                                      const WaJson          *root,
                                      GError               **error);
gboolean    wa_wabotick_fall_back    (WaProvider            *provider,
                                      const WaOperation     *operation,
                                      GObject               *args,
                                      const WaAnswer        *answer,
                                      const GError          *error);
const char *wa_wabotick_reason       (WaProvider            *provider,
                                      WaOp                   op,
                                      WaMessageKind          kind);

/* messages */
WA_WABOTICK_BUILD (text);
WA_WABOTICK_BUILD (media);
WA_WABOTICK_BUILD (reply_buttons);
WA_WABOTICK_BUILD (upload);
WA_WABOTICK_BUILD (message_status);
WA_WABOTICK_PARSE (message);
WA_WABOTICK_PARSE (upload);
WA_WABOTICK_PARSE (message_status);
void        wa_wabotick_read_state   (WaMessage             *message,
                                      const WaJson          *json);

/* conversations */
extern const WaMappingTable wa_wabotick_content_table;
WA_WABOTICK_BUILD (conversation);
WA_WABOTICK_PARSE (conversation);

/* templates */
WA_WABOTICK_BUILD (template_message);
WA_WABOTICK_BUILD (templates);
WA_WABOTICK_PARSE (templates);
gboolean    wa_wabotick_check_template (WaTemplate          *template,
                                      GError               **error);
const char *wa_wabotick_get_template_id (WaProvider         *provider,
                                      WaTemplate            *template);
WA_WABOTICK_BUILD (broadcast);
WA_WABOTICK_PARSE (broadcast);

/* contacts */
gboolean    wa_wabotick_asks_for_number (WaProvider         *provider,
                                      GObject               *args);
WA_WABOTICK_BUILD (contact);
WA_WABOTICK_PARSE (contact);
WA_WABOTICK_BUILD (contact_page);
WA_WABOTICK_PARSE (contact_page);
WA_WABOTICK_BUILD (contacts);
WA_WABOTICK_PARSE (contacts);
WA_WABOTICK_BUILD (create_contact);
WA_WABOTICK_PARSE (create_contact);
WA_WABOTICK_BUILD (update_contact);
WA_WABOTICK_PARSE (update_contact);
WA_WABOTICK_BUILD (delete_contact);
WA_WABOTICK_BUILD (note);
WA_WABOTICK_PARSE (note);

/* what a contact is given */
WA_WABOTICK_BUILD (assign_member);
WA_WABOTICK_BUILD (set_attributes);
WA_WABOTICK_BUILD (add_tags);
WA_WABOTICK_BUILD (remove_tags);
WA_WABOTICK_BUILD (add_sequences);
WA_WABOTICK_BUILD (remove_sequences);
WA_WABOTICK_BUILD (trigger_flow);
WA_WABOTICK_BUILD (reset_flow);
WA_WABOTICK_BUILD (mark_conversation);

/* what there is to be given */
WA_WABOTICK_BUILD (tags);
WA_WABOTICK_PARSE (tags);
WA_WABOTICK_BUILD (create_tag);
WA_WABOTICK_PARSE (create_tag);
WA_WABOTICK_BUILD (attributes);
WA_WABOTICK_PARSE (attributes);
WA_WABOTICK_BUILD (members);
WA_WABOTICK_PARSE (members);
WA_WABOTICK_BUILD (flows);
WA_WABOTICK_PARSE (flows);
WA_WABOTICK_BUILD (postbacks);
WA_WABOTICK_PARSE (postbacks);
WA_WABOTICK_BUILD (sequences);
WA_WABOTICK_PARSE (sequences);

/* catalogs and orders */
WA_WABOTICK_BUILD (catalogs);
WA_WABOTICK_PARSE (catalogs);
WA_WABOTICK_BUILD (sync_catalog);
WA_WABOTICK_BUILD (orders);
WA_WABOTICK_PARSE (orders);
WA_WABOTICK_BUILD (order_status);
WA_WABOTICK_PARSE (order_status);

/* the account */
WA_WABOTICK_BUILD (connect);
WA_WABOTICK_BUILD (account);
WA_WABOTICK_PARSE (account);
WA_WABOTICK_PARSE (senders);

G_END_DECLS
