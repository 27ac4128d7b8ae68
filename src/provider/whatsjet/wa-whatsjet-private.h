/* wa-whatsjet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-error.h"
#include "model/wa-contact.h"
#include "model/wa-outgoing.h"
#include "provider/wa-mapping.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* Settings of an account. */
#define WA_WHATSJET_VENDOR "vendor-uid"
#define WA_WHATSJET_SENDER "from-phone-number-id"
#define WA_WHATSJET_TIME_ZONE "time-zone"
#define WA_WHATSJET_EXTRA "extra-operations"
#define WA_WHATSJET_EXTRA_ON "on"

/* What answers taught: these hold something where it is so, or where the server wants the second of two
 * forms. */
#define WA_WHATSJET_AUDIO_REFUSED "audio-refused"
#define WA_WHATSJET_TELLS_OPT_OUT "tells-opt-out"
#define WA_WHATSJET_NUMBER_QUERY "number-query"
#define WA_WHATSJET_TEMPLATE_PATH "template-path"
#define WA_WHATSJET_SECOND "second"
#define WA_WHATSJET_YES "yes"

#define WA_WHATSJET_BUILD(name) \
  gboolean wa_whatsjet_build_##name (WaProvider *provider, GObject *args, WaRequest *request, GError **error)
#define WA_WHATSJET_PARSE(name) \
  GObject *wa_whatsjet_parse_##name (WaProvider *provider, GObject *args, const WaJson *answer, \
                                     GError **error)

/* requests: what all have in common */
gboolean    wa_whatsjet_refuse        (GError          **error,
                                       WaError           code,
                                       const char       *text);
gboolean    wa_whatsjet_start         (WaProvider       *provider,
                                       WaRequest        *request,
                                       const char       *method,
                                       const char       *place,
                                       GError          **error);
gboolean    wa_whatsjet_start_contact (WaProvider       *provider,
                                       WaRequest        *request,
                                       const char       *method,
                                       const char       *operation,
                                       GError          **error);
char       *wa_whatsjet_dup_number    (const char       *number,
                                       GError          **error);
JsonObject *wa_whatsjet_message_new   (WaProvider       *provider,
                                       WaOutgoing       *outgoing,
                                       GError          **error);
gboolean    wa_whatsjet_set_message   (WaProvider       *provider,
                                       WaRequest        *request,
                                       const char       *operation,
                                       JsonObject       *body,
                                       GError          **error);
char       *wa_whatsjet_join_lists    (const char *const *lists,
                                       GError          **error);
gboolean    wa_whatsjet_check_email   (const char       *email,
                                       GError          **error);
gboolean    wa_whatsjet_write_details (JsonObject       *object,
                                       WaContact        *contact,
                                       GError          **error);
gboolean    wa_whatsjet_write_contact (JsonObject       *body,
                                       WaOutgoing       *outgoing,
                                       gboolean          with_fields,
                                       GError          **error);

/* answers: what all have in common */
WaJsonDocument *wa_whatsjet_parse_document (WaProvider        *provider,
                                            const WaOperation *operation,
                                            GBytes            *body,
                                            GError           **error);
gboolean    wa_whatsjet_check         (WaProvider        *provider,
                                       const WaOperation *operation,
                                       const WaJson      *root,
                                       GError           **error);
char       *wa_whatsjet_dup_error_text (WaProvider       *provider,
                                       const WaJson      *root);
void        wa_whatsjet_adjust_error  (WaProvider        *provider,
                                       const WaOperation *operation,
                                       const WaAnswer    *answer,
                                       const WaJson      *root,
                                       GError           **error);
gboolean    wa_whatsjet_fall_back     (WaProvider        *provider,
                                       const WaOperation *operation,
                                       GObject           *args,
                                       const WaAnswer    *answer,
                                       const GError      *error);
const char *wa_whatsjet_reason        (WaProvider        *provider,
                                       WaOp               op,
                                       WaMessageKind      kind);

/* messages */
WA_WHATSJET_BUILD (text);
WA_WHATSJET_BUILD (media);
WA_WHATSJET_BUILD (interactive);
WA_WHATSJET_BUILD (message_status);
WA_WHATSJET_PARSE (message);
WA_WHATSJET_PARSE (message_status);

/* template messages */
gboolean    wa_whatsjet_is_carousel   (WaProvider        *provider,
                                       GObject           *args);
WA_WHATSJET_BUILD (template_message);
WA_WHATSJET_BUILD (carousel_message);

/* contacts */
WA_WHATSJET_BUILD (create_contact);
WA_WHATSJET_PARSE (create_contact);
WA_WHATSJET_BUILD (update_contact);
WA_WHATSJET_PARSE (update_contact);
WA_WHATSJET_BUILD (contact);
WA_WHATSJET_PARSE (contact);
gboolean    wa_whatsjet_asks_for_number (WaProvider      *provider,
                                       GObject           *args);
WA_WHATSJET_BUILD (contact_page);
WA_WHATSJET_PARSE (contact_page);
WA_WHATSJET_BUILD (contacts);
WA_WHATSJET_PARSE (contacts);
WA_WHATSJET_BUILD (assign_member);
WA_WHATSJET_PARSE (receipt);

/* what there is to choose from */
WA_WHATSJET_BUILD (templates);
WA_WHATSJET_PARSE (templates);
WA_WHATSJET_BUILD (lists);
WA_WHATSJET_PARSE (lists);
WA_WHATSJET_BUILD (tags);
WA_WHATSJET_PARSE (tags);

G_END_DECLS
