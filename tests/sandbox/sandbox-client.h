/* sandbox-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "sandbox/wa-sandbox.h"

G_BEGIN_DECLS

/* A demo server and a client that asks it over real HTTP, both in the test's main context. */
typedef struct
{
  WaSandbox      *sandbox;
  SoupSession    *session;

  /* The latest answer. */
  guint           status;     /* 0 where there was none */
  char           *text;
  char           *type;       /* Content-Type, or NULL */
  char           *retry_after;
  WaJsonDocument *document;   /* NULL where it was no JSON */
  WaJson          json;
} Client;

void    client_init   (Client     *self,
                       const char *dialect);
void    client_init_with_key (Client     *self,
                              const char *dialect,
                              const char *key);
void    client_clear  (Client     *self);

/* Asks for a path after the base URL, with the right key as Bearer.  @body is JSON, or NULL. */
void    client_ask    (Client     *self,
                       const char *method,
                       const char *path,
                       const char *body);
/* Asks for any address, with any header and body; all of them but the address may be NULL. */
void    client_ask_as (Client     *self,
                       const char *method,
                       const char *url,
                       const char *header,
                       const char *value,
                       const char *mime_type,
                       const char *body);

/* Parts of the latest answer. */
const char *client_text   (Client     *self,
                           const char *path);
gint64      client_number (Client     *self,
                           const char *path);
guint       client_length (Client     *self,
                           const char *path);

typedef void (*ClientAsk)   (Client     *self,
                             const char *method,
                             const char *path,
                             const char *body);
typedef void (*ClientCheck) (Client     *self,
                             const char *name);

/* Asks for every request of tests/sandbox/data/FILE, with texts replaced: pairs, NULL at the end.
 * A `request` that is a text is a body that is no JSON. */
void    client_replay (Client            *self,
                       const char        *file,
                       const char *const *replacements,
                       ClientAsk          ask,
                       ClientCheck        check);

G_END_DECLS
