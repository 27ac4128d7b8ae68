/* wa-request.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * WaBodyKind:
 *
 * How the body of a request is written.
 */
typedef enum
{
  WA_BODY_NONE,
  WA_BODY_JSON,
  WA_BODY_FORM,
  WA_BODY_MULTIPART,
} WaBodyKind;

/**
 * WaPair:
 * @secret: the value is a credential: it is masked wherever the request is shown
 *
 * A name and a value: of a query, a header, a form, a part.
 */
typedef struct
{
  char    *name;
  char    *value;
  gboolean secret;
} WaPair;

/**
 * WaPart:
 *
 * A file of a multipart body.
 */
typedef struct
{
  char   *name;
  char   *filename;
  char   *content_type;
  GBytes *bytes;
} WaPart;

/**
 * WaRequest:
 *
 * One request as a value: builders fill it, the HTTP engine sends it, tests compare it.  It has no host: path and
 * query are relative to the account's address.
 */
typedef struct _WaRequest WaRequest;

#define WA_TYPE_REQUEST (wa_request_get_type ())
GType        wa_request_get_type        (void);

WaRequest   *wa_request_new             (void);
WaRequest   *wa_request_ref             (WaRequest       *self);
void         wa_request_unref           (WaRequest       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaRequest, wa_request_unref)

void         wa_request_set_method      (WaRequest       *self,
                                         const char      *method);
const char  *wa_request_get_method      (const WaRequest *self);
void         wa_request_append_path     (WaRequest       *self,
                                         ...) G_GNUC_NULL_TERMINATED;
const char  *wa_request_get_path        (const WaRequest *self);
void         wa_request_set_base        (WaRequest       *self,
                                         const char      *base);
const char  *wa_request_get_base        (const WaRequest *self);
void         wa_request_add_query       (WaRequest       *self,
                                         const char      *name,
                                         const char      *value);
void         wa_request_add_query_int   (WaRequest       *self,
                                         const char      *name,
                                         gint64           value);
void         wa_request_add_secret_query (WaRequest      *self,
                                         const char      *name,
                                         const char      *value);
GPtrArray   *wa_request_get_query       (const WaRequest *self);
char        *wa_request_dup_query       (const WaRequest *self);
void         wa_request_add_header      (WaRequest       *self,
                                         const char      *name,
                                         const char      *value);
void         wa_request_add_secret_header (WaRequest     *self,
                                         const char      *name,
                                         const char      *value);
GPtrArray   *wa_request_get_headers     (const WaRequest *self);

WaBodyKind   wa_request_get_body_kind   (const WaRequest *self);
void         wa_request_take_json       (WaRequest       *self,
                                         JsonNode        *node);
void         wa_request_take_json_object (WaRequest      *self,
                                         JsonObject      *object);
JsonNode    *wa_request_get_json        (const WaRequest *self);
void         wa_request_set_form        (WaRequest       *self);
void         wa_request_add_field       (WaRequest       *self,
                                         const char      *name,
                                         const char      *value);
void         wa_request_add_secret_field (WaRequest      *self,
                                         const char      *name,
                                         const char      *value);
void         wa_request_add_file        (WaRequest       *self,
                                         const char      *name,
                                         const char      *filename,
                                         const char      *content_type,
                                         GBytes          *bytes);
GPtrArray   *wa_request_get_fields      (const WaRequest *self);
GPtrArray   *wa_request_get_files       (const WaRequest *self);

void         wa_request_set_timeout     (WaRequest       *self,
                                         guint            seconds);
guint        wa_request_get_timeout     (const WaRequest *self);
void         wa_request_set_most_bytes  (WaRequest       *self,
                                         gsize            bytes);
gsize        wa_request_get_most_bytes  (const WaRequest *self);

GBytes      *wa_request_dup_body        (const WaRequest *self,
                                         char           **content_type);
JsonNode    *wa_request_describe        (const WaRequest *self,
                                         gboolean         mask);

G_END_DECLS
