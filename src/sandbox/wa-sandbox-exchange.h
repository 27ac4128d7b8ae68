/* wa-sandbox-exchange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "core/wa-json.h"
#include "sandbox/wa-sandbox-world.h"

G_BEGIN_DECLS

typedef struct _WaSandboxDialect WaSandboxDialect;

/**
 * WaSandboxFile:
 *
 * A file that came as form-data.
 */
typedef struct
{
  char   *name;       /* of the form's field */
  char   *filename;
  char   *mime_type;
  GBytes *bytes;
} WaSandboxFile;

/**
 * WaSandboxExchange:
 *
 * One request with all that is asked of it, and its answer in the making.  Handlers get it; it
 * lives until they return.
 *
 * @query and @form have decoded texts; @json is absent unless the body was JSON.
 */
typedef struct
{
  const WaSandboxDialect *dialect;
  WaSandboxWorld         *world;
  gpointer                state;    /* (nullable): the dialect's own */
  const char             *key;      /* what is expected */
  const char             *origin;   /* http://127.0.0.1:PORT */

  SoupServerMessage      *message;
  const char             *method;
  const char             *path;     /* after the base path, still encoded */
  GHashTable             *query;    /* char * to char * */
  GHashTable             *form;     /* char * to char * */
  GPtrArray              *files;    /* (element-type WaSandboxFile) */
  WaJson                  json;

  /*< private >*/
  WaJsonDocument         *document;
  GPtrArray              *arguments;
  guint                   status;
  char                   *mime_type;
  GBytes                 *answer;
} WaSandboxExchange;

/* A refusal is an error whose code is an HTTP status. */
#define WA_SANDBOX_ERROR (wa_sandbox_error_quark ())
GQuark wa_sandbox_error_quark (void);

gboolean           wa_sandbox_refuse                (GError                 **error,
                                                     guint                    status,
                                                     const char              *format,
                                                     ...) G_GNUC_PRINTF (3, 4);

WaSandboxExchange *wa_sandbox_exchange_new          (const WaSandboxDialect  *dialect,
                                                     SoupServerMessage       *message,
                                                     GHashTable              *query);
void               wa_sandbox_exchange_free         (WaSandboxExchange       *self);
void               wa_sandbox_exchange_perform      (WaSandboxExchange       *self);
void               wa_sandbox_exchange_fail         (WaSandboxExchange       *self,
                                                     guint                    status,
                                                     const char              *text);

const char        *wa_sandbox_exchange_get_argument (WaSandboxExchange       *self,
                                                     guint                    index);
const char        *wa_sandbox_exchange_get_query    (WaSandboxExchange       *self,
                                                     const char              *name);
const char        *wa_sandbox_exchange_get_form     (WaSandboxExchange       *self,
                                                     const char              *name);
JsonNode          *wa_sandbox_exchange_dup_form     (WaSandboxExchange       *self);
const char        *wa_sandbox_exchange_get_header   (WaSandboxExchange       *self,
                                                     const char              *name);
gboolean           wa_sandbox_exchange_has_bearer   (WaSandboxExchange       *self);
gboolean           wa_sandbox_exchange_read_count   (WaSandboxExchange       *self,
                                                     const char              *name,
                                                     guint                    fallback,
                                                     guint                   *value,
                                                     GError                 **error);
gboolean           wa_sandbox_exchange_check_choice (WaSandboxExchange       *self,
                                                     const char              *name,
                                                     const char              *choices,
                                                     GError                 **error);

void               wa_sandbox_exchange_set_status   (WaSandboxExchange       *self,
                                                     guint                    status);
void               wa_sandbox_exchange_set_bytes    (WaSandboxExchange       *self,
                                                     const char              *mime_type,
                                                     GBytes                  *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaSandboxExchange, wa_sandbox_exchange_free)

G_END_DECLS
