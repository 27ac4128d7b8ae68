/* wa-pabbly-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-contact.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "provider/wa-mapping.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* The advanced settings of an account, and their values that are not the fallback. */
#define WA_PABBLY_COPY_CODE_KEY "broadcast-copy-code-key"
#define WA_PABBLY_OFFER_UNIT "lto-unit"
#define WA_PABBLY_OFFER_UNIT_SECONDS "s"

#define WA_PABBLY_BUILD(name) \
  gboolean wa_pabbly_build_##name (WaProvider *provider, GObject *args, WaRequest *request, GError **error)
#define WA_PABBLY_PARSE(name) \
  GObject *wa_pabbly_parse_##name (WaProvider *provider, GObject *args, const WaJson *answer, GError **error)

/* messages */
WA_PABBLY_BUILD (text);
WA_PABBLY_BUILD (media);
WA_PABBLY_BUILD (product);
WA_PABBLY_BUILD (product_list);
WA_PABBLY_BUILD (catalog_message);
WA_PABBLY_BUILD (list);
WA_PABBLY_BUILD (link_button);
WA_PABBLY_BUILD (address_request);
WA_PABBLY_BUILD (location_request);
WA_PABBLY_PARSE (message);
WA_PABBLY_PARSE (campaign_message);

JsonObject *wa_pabbly_message_new      (WaOutgoing     *outgoing,
                                        const char     *type,
                                        GError        **error);
void        wa_pabbly_set_message      (WaRequest      *request,
                                        JsonObject     *body);
void        wa_pabbly_write_contact    (JsonObject     *body,
                                        WaOutgoing     *outgoing);
gboolean    wa_pabbly_check_media      (WaOutgoing     *outgoing,
                                        GError        **error);
const char *wa_pabbly_media_type       (WaMessageKind   kind);

/* template messages */
typedef enum
{
  WA_PABBLY_PLACE_MESSAGE,
  WA_PABBLY_PLACE_BROADCAST,
  WA_PABBLY_PLACE_CAMPAIGN,
} WaPabblyPlace;

gboolean    wa_pabbly_is_carousel       (WaProvider    *provider,
                                         GObject       *args);
gboolean    wa_pabbly_is_offer          (WaProvider    *provider,
                                         GObject       *args);
gboolean    wa_pabbly_is_authentication (WaProvider    *provider,
                                         GObject       *args);
gboolean    wa_pabbly_has_buttons       (WaProvider    *provider,
                                         GObject       *args);
gboolean    wa_pabbly_has_media_header  (WaProvider    *provider,
                                         GObject       *args);
gboolean    wa_pabbly_write_template    (WaProvider    *provider,
                                         WaOutgoing    *outgoing,
                                         WaPabblyPlace  place,
                                         JsonObject    *body,
                                         GError       **error);
WA_PABBLY_BUILD (template_message);

/* templates */
WA_PABBLY_BUILD (templates);
WA_PABBLY_PARSE (templates);
WA_PABBLY_BUILD (template);
WA_PABBLY_PARSE (template);

/* broadcasts */
gboolean    wa_pabbly_sends_template    (WaProvider    *provider,
                                         GObject       *args);
WA_PABBLY_BUILD (broadcast);
WA_PABBLY_BUILD (template_broadcast);
WA_PABBLY_BUILD (campaign);
WA_PABBLY_BUILD (campaign_message);
WA_PABBLY_PARSE (broadcast);

/* contacts */
void        wa_pabbly_write_details     (JsonObject    *object,
                                         WaContact     *contact);
WA_PABBLY_BUILD (create_contacts);
WA_PABBLY_PARSE (create_contacts);
WA_PABBLY_BUILD (update_contact);
WA_PABBLY_BUILD (contacts);
WA_PABBLY_PARSE (contacts);
WA_PABBLY_BUILD (contact);
WA_PABBLY_PARSE (contact);
WA_PABBLY_BUILD (lists);
WA_PABBLY_PARSE (lists);
WA_PABBLY_BUILD (tags);
WA_PABBLY_PARSE (tags);

/* media and catalogs */
WA_PABBLY_BUILD (media_link);
WA_PABBLY_PARSE (media_link);
WA_PABBLY_BUILD (catalogs);
WA_PABBLY_PARSE (catalogs);
WA_PABBLY_BUILD (products);
WA_PABBLY_PARSE (products);

/* pages, which all lists have in common */
extern const WaMappingTable wa_pabbly_attribute_table;

gboolean    wa_pabbly_add_page          (WaQuery       *query,
                                         guint          most,
                                         WaRequest     *request,
                                         GError       **error);
GObject    *wa_pabbly_read_page         (const WaMappingTable *table,
                                         GObject       *args,
                                         const WaJson  *list,
                                         const WaJson  *pagination,
                                         GError       **error);
void        wa_pabbly_set_next          (WaPage        *page,
                                         WaQuery       *query,
                                         const WaJson  *current,
                                         gboolean       more);

G_END_DECLS
