/* wa-whatomate-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "provider/wa-mapping.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* The WhatsApp account that sends, by its name, which is how whatomate refers to it. */
#define WA_WHATOMATE_ACCOUNT "account-name"

/* What answers taught.  The generation is unknown at first: then everything is tried. */
#define WA_WHATOMATE_GENERATION "generation"
#define WA_WHATOMATE_FIRST "G1"
#define WA_WHATOMATE_SECOND "G2"
#define WA_WHATOMATE_MEDIA_FORM "media-form"
#define WA_WHATOMATE_MEDIA_AS_FILE "file"
#define WA_WHATOMATE_READ_FORM "read-form"
#define WA_WHATOMATE_READ_CONVERSATION "conversation"

#define WA_WHATOMATE_BUILD(name) \
  gboolean wa_whatomate_build_##name (WaProvider *provider, GObject *args, WaRequest *request, GError **error)
#define WA_WHATOMATE_PARSE(name) \
  GObject *wa_whatomate_parse_##name (WaProvider *provider, GObject *args, const WaJson *answer, \
                                      GError **error)

gboolean    wa_whatomate_is_first       (WaProvider           *provider);
gboolean    wa_whatomate_is_second      (WaProvider           *provider);

/* what all requests and answers have in common */
void        wa_whatomate_begin          (WaProvider           *provider,
                                         WaRequest            *request,
                                         const char           *method);
gboolean    wa_whatomate_check_id       (const char           *id,
                                         GError              **error);
gboolean    wa_whatomate_check_account  (const char           *name,
                                         GError              **error);
const char *wa_whatomate_account        (WaProvider           *provider,
                                         const char           *own);
const char *wa_whatomate_message_account (WaProvider          *provider);
gboolean    wa_whatomate_add_file       (WaRequest            *request,
                                         const char           *filename,
                                         const char           *mime_type,
                                         GBytes               *bytes,
                                         GError              **error);
gint64      wa_whatomate_page_size      (WaQuery              *query);
gboolean    wa_whatomate_add_page       (WaQuery              *query,
                                         WaRequest            *request,
                                         GError              **error);
GObject    *wa_whatomate_read_page      (const WaMappingTable *table,
                                         GObject              *args,
                                         const WaJson         *answer,
                                         const char           *name,
                                         GError              **error);
void        wa_whatomate_add_text       (WaRequest            *request,
                                         const char           *name,
                                         const char           *value);
GDateTime  *wa_whatomate_known_time     (GDateTime            *time);
WA_WHATOMATE_PARSE (receipt);

/* failures */
gboolean    wa_whatomate_check          (WaProvider           *provider,
                                         const WaOperation    *operation,
                                         const WaJson         *root,
                                         GError              **error);
char       *wa_whatomate_dup_error_text (WaProvider           *provider,
                                         const WaJson         *root);
void        wa_whatomate_adjust_error   (WaProvider           *provider,
                                         const WaOperation    *operation,
                                         const WaAnswer       *answer,
                                         const WaJson         *root,
                                         GError              **error);
gboolean    wa_whatomate_fall_back      (WaProvider           *provider,
                                         const WaOperation    *operation,
                                         GObject              *args,
                                         const WaAnswer       *answer,
                                         const GError         *error);
const char *wa_whatomate_reason         (WaProvider           *provider,
                                         WaOp                  op,
                                         WaMessageKind         kind);

/* messages */
gboolean    wa_whatomate_check_contact  (const char           *id,
                                         GError              **error);
gboolean    wa_whatomate_set_message    (WaProvider           *provider,
                                         WaOutgoing           *outgoing,
                                         WaRequest            *request,
                                         JsonObject           *body,
                                         GError              **error);
extern const WaMappingTable wa_whatomate_message_table;
WA_WHATOMATE_BUILD (text);
WA_WHATOMATE_BUILD (reply_buttons);
WA_WHATOMATE_BUILD (link_button);
WA_WHATOMATE_BUILD (reaction);
WA_WHATOMATE_PARSE (reaction);
WA_WHATOMATE_BUILD (media);
WA_WHATOMATE_BUILD (template_message);
WA_WHATOMATE_PARSE (message);
WA_WHATOMATE_BUILD (messages);
WA_WHATOMATE_PARSE (messages);
WA_WHATOMATE_BUILD (read_message);
WA_WHATOMATE_BUILD (read_by_message);
WA_WHATOMATE_BUILD (read_conversation);
WA_WHATOMATE_BUILD (download);

/* contacts, their tags and notes */
WA_WHATOMATE_BUILD (contacts);
WA_WHATOMATE_PARSE (contacts);
WA_WHATOMATE_BUILD (contact);
WA_WHATOMATE_PARSE (contact);
WA_WHATOMATE_BUILD (create_contact);
WA_WHATOMATE_PARSE (create_contact);
WA_WHATOMATE_BUILD (update_contact);
WA_WHATOMATE_BUILD (delete_contact);
WA_WHATOMATE_BUILD (assign);
WA_WHATOMATE_BUILD (set_tags);
WA_WHATOMATE_BUILD (tags);
WA_WHATOMATE_PARSE (tags);
WA_WHATOMATE_BUILD (create_tag);
WA_WHATOMATE_BUILD (update_tag);
WA_WHATOMATE_PARSE (tag);
WA_WHATOMATE_BUILD (delete_tag);
WA_WHATOMATE_BUILD (notes);
WA_WHATOMATE_PARSE (notes);
WA_WHATOMATE_BUILD (create_note);
WA_WHATOMATE_BUILD (update_note);
WA_WHATOMATE_PARSE (note);
WA_WHATOMATE_BUILD (delete_note);

/* templates */
WA_WHATOMATE_BUILD (templates);
WA_WHATOMATE_PARSE (templates);
WA_WHATOMATE_BUILD (template);
WA_WHATOMATE_PARSE (template);
WA_WHATOMATE_BUILD (create_template);
WA_WHATOMATE_BUILD (update_template);
WA_WHATOMATE_BUILD (delete_template);
WA_WHATOMATE_BUILD (sync_templates);
WA_WHATOMATE_PARSE (sync_templates);
WA_WHATOMATE_BUILD (publish_template);
WA_WHATOMATE_PARSE (publish_template);
WA_WHATOMATE_BUILD (sample);
WA_WHATOMATE_PARSE (sample);

/* campaigns, which are broadcasts */
WA_WHATOMATE_BUILD (campaigns);
WA_WHATOMATE_PARSE (campaigns);
WA_WHATOMATE_BUILD (campaign);
WA_WHATOMATE_PARSE (campaign);
WA_WHATOMATE_BUILD (create_campaign);
WA_WHATOMATE_BUILD (update_campaign);
WA_WHATOMATE_BUILD (delete_campaign);
WA_WHATOMATE_BUILD (start_campaign);
WA_WHATOMATE_BUILD (pause_campaign);
WA_WHATOMATE_BUILD (cancel_campaign);
WA_WHATOMATE_BUILD (retry_campaign);
WA_WHATOMATE_PARSE (campaign_state);
WA_WHATOMATE_BUILD (progress);
WA_WHATOMATE_BUILD (add_recipients);
WA_WHATOMATE_PARSE (add_recipients);
WA_WHATOMATE_BUILD (recipients);
WA_WHATOMATE_PARSE (recipients);
WA_WHATOMATE_BUILD (remove_recipient);
WA_WHATOMATE_BUILD (set_campaign_media);
WA_WHATOMATE_PARSE (set_campaign_media);
WA_WHATOMATE_BUILD (campaign_media);

/* canned responses */
WA_WHATOMATE_BUILD (canned_responses);
WA_WHATOMATE_PARSE (canned_responses);
WA_WHATOMATE_BUILD (canned_response);
WA_WHATOMATE_PARSE (canned_response);
WA_WHATOMATE_BUILD (create_canned);
WA_WHATOMATE_BUILD (update_canned);
WA_WHATOMATE_BUILD (delete_canned);
WA_WHATOMATE_BUILD (use_canned);

/* catalogs and products */
WA_WHATOMATE_BUILD (catalogs);
WA_WHATOMATE_PARSE (catalogs);
WA_WHATOMATE_BUILD (catalog);
WA_WHATOMATE_PARSE (catalog);
WA_WHATOMATE_BUILD (create_catalog);
WA_WHATOMATE_BUILD (delete_catalog);
WA_WHATOMATE_BUILD (sync_catalogs);
WA_WHATOMATE_BUILD (products);
WA_WHATOMATE_PARSE (products);
WA_WHATOMATE_BUILD (product);
WA_WHATOMATE_PARSE (product);
WA_WHATOMATE_BUILD (create_product);
WA_WHATOMATE_BUILD (update_product);
WA_WHATOMATE_BUILD (delete_product);

/* the account */
WA_WHATOMATE_BUILD (sign_in);
WA_WHATOMATE_BUILD (refresh);
WA_WHATOMATE_PARSE (sign_in);
WA_WHATOMATE_BUILD (me);
WA_WHATOMATE_PARSE (me);
WA_WHATOMATE_BUILD (members);
WA_WHATOMATE_PARSE (members);
WA_WHATOMATE_BUILD (senders);
WA_WHATOMATE_PARSE (senders);
WA_WHATOMATE_BUILD (sender);
WA_WHATOMATE_PARSE (sender);
WA_WHATOMATE_BUILD (test_sender);
WA_WHATOMATE_PARSE (test_sender);
WA_WHATOMATE_BUILD (organisation);
WA_WHATOMATE_PARSE (organisation);
WA_WHATOMATE_BUILD (health);
WA_WHATOMATE_PARSE (health);
WA_WHATOMATE_BUILD (readiness);
WA_WHATOMATE_PARSE (readiness);

G_END_DECLS
