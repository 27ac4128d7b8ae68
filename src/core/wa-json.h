/* wa-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * WaJsonKind:
 *
 * What stands at a place of a document.  %WA_JSON_NUMBER is an integer that fits 64 bits;
 * integers that don't fit, and decimals that can't be written again, are read as %WA_JSON_TEXT.
 */
typedef enum
{
  WA_JSON_ABSENT,
  WA_JSON_NULL,
  WA_JSON_BOOLEAN,
  WA_JSON_NUMBER,
  WA_JSON_DECIMAL,
  WA_JSON_TEXT,
  WA_JSON_LIST,
  WA_JSON_OBJECT,
} WaJsonKind;

/**
 * WaJson:
 *
 * A place in a document from outside: a small value, made on the stack, that knows the way it was reached by, so
 * that an error can name it.  A place may be absent; every reader takes that.  It must not outlive the
 * place it was made from, nor the document.
 */
typedef struct _WaJson WaJson;
struct _WaJson
{
  JsonNode     *node;    /* (nullable) */
  const WaJson *parent;  /* (nullable) */
  const char   *step;    /* the path from @parent, or %NULL for an element */
  guint         index;
};

/**
 * WaJsonDocument:
 *
 * A checked document: valid UTF-8, at most 64 levels deep, JSON and nothing but JSON.
 */
typedef struct _WaJsonDocument WaJsonDocument;

#define WA_JSON_MAX_DEPTH 64

WaJsonDocument *wa_json_document_new      (GBytes               *bytes,
                                           GError              **error);
WaJsonDocument *wa_json_document_new_text (const char           *text,
                                           GError              **error);
WaJsonDocument *wa_json_document_new_lenient (GBytes            *bytes,
                                           GError              **error);
WaJsonDocument *wa_json_document_new_node (JsonNode             *root);
WaJson          wa_json_document_get_root (const WaJsonDocument *document);
void            wa_json_document_free     (WaJsonDocument       *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaJsonDocument, wa_json_document_free)

WaJson      wa_json_from_node     (JsonNode     *node);
WaJson      wa_json_member        (const WaJson *json,
                                   const char   *name);
WaJson      wa_json_find          (const WaJson *json,
                                   const char   *path);
WaJson      wa_json_element       (const WaJson *json,
                                   guint         index);
guint       wa_json_length        (const WaJson *json);
char      **wa_json_dup_names     (const WaJson *json);

WaJsonKind  wa_json_kind          (const WaJson *json);
gboolean    wa_json_is            (const WaJson *json,
                                   WaJsonKind    kind);
char       *wa_json_dup_path      (const WaJson *json);
const char *wa_json_kind_title    (WaJsonKind    kind);

const char *wa_json_get_text      (const WaJson *json);
char       *wa_json_dup_scalar    (const WaJson *json);
gboolean    wa_json_get_flag      (const WaJson *json,
                                   gboolean      fallback);
gint64      wa_json_get_integer   (const WaJson *json,
                                   gint64        fallback);
double      wa_json_get_decimal   (const WaJson *json,
                                   double        fallback);
GDateTime  *wa_json_dup_time      (const WaJson *json);
char      **wa_json_dup_texts     (const WaJson *json);
char       *wa_json_to_text       (const WaJson *json);

gboolean    wa_json_require       (const WaJson *json,
                                   WaJsonKind    kind,
                                   GError      **error);
const char *wa_json_require_text  (const WaJson *json,
                                   GError      **error);

GDateTime  *wa_parse_time         (const char   *text);

G_END_DECLS
