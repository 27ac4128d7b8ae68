/* wa-onemsg-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-error.h"
#include "model/wa-outgoing.h"
#include "provider/wa-mapping.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_ONEMSG_CHANNEL "channel-id"
#define WA_ONEMSG_AUTH "auth-mode"
#define WA_ONEMSG_AUTH_BEARER "bearer"
#define WA_ONEMSG_WEBSITES "websites"
#define WA_ONEMSG_WEBSITES_SENT "on"

#define WA_ONEMSG_BUILD(name) \
  gboolean wa_onemsg_build_##name (WaProvider *provider, GObject *args, WaRequest *request, GError **error)
#define WA_ONEMSG_PARSE(name) \
  GObject *wa_onemsg_parse_##name (WaProvider *provider, GObject *args, const WaJson *answer, GError **error)

/**
 * WaOnemsgSource:
 * @link: the address of a file; "" where its content is given
 * @bytes: (nullable): its content
 *
 * A file that a request names or holds.
 */
typedef struct
{
  const char *link;
  GBytes     *bytes;
  const char *mime_type;
  const char *filename;
} WaOnemsgSource;

gboolean    wa_onemsg_refuse           (GError            **error,
                                        WaError             code,
                                        const char         *text);
gboolean    wa_onemsg_begin            (WaProvider         *provider,
                                        WaRequest          *request,
                                        const char         *method,
                                        const char         *name,
                                        GError            **error);
gboolean    wa_onemsg_post             (WaProvider         *provider,
                                        WaRequest          *request,
                                        const char         *name,
                                        JsonObject         *body,
                                        GError            **error);
WA_ONEMSG_PARSE (receipt);

/* the envelope and its failures */
gboolean    wa_onemsg_check            (WaProvider         *provider,
                                        const WaOperation  *operation,
                                        const WaJson       *root,
                                        GError            **error);
char       *wa_onemsg_dup_error_text   (WaProvider         *provider,
                                        const WaJson       *root);
void        wa_onemsg_adjust_error     (WaProvider         *provider,
                                        const WaOperation  *operation,
                                        const WaAnswer     *answer,
                                        const WaJson       *root,
                                        GError            **error);

/* messages */
JsonObject *wa_onemsg_message_new      (WaOutgoing         *outgoing,
                                        GError            **error);
JsonObject *wa_onemsg_answer_new       (WaOutgoing         *outgoing,
                                        GError            **error);
WA_ONEMSG_BUILD (text);
WA_ONEMSG_BUILD (file);
WA_ONEMSG_BUILD (location);
WA_ONEMSG_BUILD (location_request);
WA_ONEMSG_BUILD (reaction);
WA_ONEMSG_BUILD (contacts);
WA_ONEMSG_BUILD (list);
WA_ONEMSG_BUILD (reply_buttons);
WA_ONEMSG_BUILD (product);
WA_ONEMSG_BUILD (template_message);
WA_ONEMSG_PARSE (message);

/* templates */
char       *wa_onemsg_dup_word         (GType               type,
                                        int                 value);
gboolean    wa_onemsg_write_buttons    (JsonObject         *object,
                                        WaTemplateComponent *component,
                                        guint               most,
                                        GError            **error);
gboolean    wa_onemsg_write_code_button (JsonObject        *object,
                                        WaTemplateComponent *component,
                                        GError            **error);
WA_ONEMSG_BUILD (create_template);
WA_ONEMSG_PARSE (create_template);
WA_ONEMSG_BUILD (delete_template);
WA_ONEMSG_BUILD (templates);
WA_ONEMSG_PARSE (templates);

/* history */
WA_ONEMSG_BUILD (status_of_message);
WA_ONEMSG_PARSE (status_of_message);
WA_ONEMSG_BUILD (messages);
WA_ONEMSG_PARSE (messages);
WA_ONEMSG_BUILD (mark_read);

/* files */
gboolean    wa_onemsg_source_check     (const WaOnemsgSource  *source,
                                        gsize               most_bytes,
                                        GError            **error);
gboolean    wa_onemsg_post_file        (WaProvider         *provider,
                                        WaRequest          *request,
                                        const char         *name,
                                        const WaOnemsgSource  *source,
                                        const char         *member,
                                        JsonObject         *body,
                                        GError            **error);
WA_ONEMSG_BUILD (media);
WA_ONEMSG_PARSE (media);

/* the channel */
WA_ONEMSG_BUILD (profile);
WA_ONEMSG_PARSE (profile);
WA_ONEMSG_BUILD (update_profile);
WA_ONEMSG_BUILD (statistics);
WA_ONEMSG_PARSE (statistics);
WA_ONEMSG_BUILD (usage);
WA_ONEMSG_PARSE (usage);
WA_ONEMSG_BUILD (status);
WA_ONEMSG_PARSE (status);
WA_ONEMSG_BUILD (settings);
WA_ONEMSG_PARSE (settings);
WA_ONEMSG_BUILD (set_settings);
WA_ONEMSG_PARSE (set_settings);
WA_ONEMSG_BUILD (commerce);
WA_ONEMSG_PARSE (commerce);
WA_ONEMSG_BUILD (server_address);
WA_ONEMSG_PARSE (server_address);
WA_ONEMSG_BUILD (set_webhook);
WA_ONEMSG_BUILD (set_commerce);

G_END_DECLS
