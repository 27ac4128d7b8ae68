/* wa-sandbox-dialect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-exchange.h"

G_BEGIN_DECLS

/* To add a dialect: a folder `sandbox/ID` with a WaSandboxDialect and its handlers, and a row in
 * the registry.
 *
 * The frame does what all of them need: it finds the route, asks the dialect whether the key is
 * right, refuses query members and bodies that the route doesn't name, injects faults and keeps the
 * log.  A handler checks its own members (wa-sandbox-check.h), changes the world
 * (wa-sandbox-world.h), and answers (wa-sandbox-answer.h) or refuses.
 */

/**
 * WaSandboxHandler:
 *
 * Performs one operation.
 *
 * Returns: (transfer full) (nullable): the answer's JSON, sent with 200 unless
 *   wa_sandbox_exchange_set_status() said otherwise.  %NULL with @error set (by
 *   wa_sandbox_refuse()) is a refusal; %NULL without it means that wa_sandbox_exchange_set_bytes()
 *   was called, or that the answer has no body.
 */
typedef JsonNode *(*WaSandboxHandler) (WaSandboxExchange  *exchange,
                                       GError            **error);

/**
 * WaSandboxRouteFlags:
 *
 * What kinds of body an operation reads; with none of them it must not have one.
 *
 * @WA_SANDBOX_JSON: JSON
 * @WA_SANDBOX_FORM: a URL-encoded form
 * @WA_SANDBOX_MULTIPART: multipart/form-data
 * @WA_SANDBOX_BODY_OPTIONAL: the body may be missing
 * @WA_SANDBOX_OPEN: needs no key
 */
typedef enum
{
  WA_SANDBOX_PLAIN         = 0,
  WA_SANDBOX_JSON          = 1 << 0,
  WA_SANDBOX_FORM          = 1 << 1,
  WA_SANDBOX_MULTIPART     = 1 << 2,
  WA_SANDBOX_BODY_OPTIONAL = 1 << 3,
  WA_SANDBOX_OPEN          = 1 << 4,
} WaSandboxRouteFlags;

/**
 * WaSandboxRoute:
 *
 * One operation.  In @pattern, `{}` stands for one path segment that is not empty; the handler gets
 * it, decoded, from wa_sandbox_exchange_get_argument().  The first row that fits is taken.  A slash
 * at the end of the path is ignored.
 *
 * @query names the query members that are allowed, separated by blanks; one that ends in `*` is a beginning.
 */
typedef struct
{
  const char          *number;
  const char          *method;
  const char          *pattern;
  const char          *query;   /* (nullable) */
  WaSandboxRouteFlags  flags;
  WaSandboxHandler     handle;
} WaSandboxRoute;

/**
 * WaSandboxDialect:
 *
 * How one system speaks.
 */
struct _WaSandboxDialect
{
  const char           *id;
  const char           *base_path;   /* what an account's address has after host and port; "" or "/api/v1" */
  const char           *key_prefix;  /* what its keys begin with, or "" */
  const char           *query;       /* (nullable): query members that every operation takes */
  const WaSandboxRoute *routes;
  guint                 n_routes;

  gboolean              key_in_body; /* so that check_key is asked when the body was read */

  /* Asked before anything else but the route, unless that is open.  Refuses with 401. */
  gboolean            (*check_key)    (WaSandboxExchange  *exchange,
                                       GError            **error);

  /* The answer to a refused request.  May set another status.  NULL where it has called
   * wa_sandbox_exchange_set_bytes(), or where the answer has no body. */
  JsonNode           *(*say_error)    (WaSandboxExchange  *exchange,
                                       guint               status,
                                       const char         *text);

  /* (nullable): what the dialect keeps besides the world, for one run. */
  gpointer            (*new_state)    (WaSandboxWorld     *world);
  void                (*free_state)   (gpointer            state);

  /* (nullable): what an account needs besides address and key: char * to char *. */
  void                (*add_settings) (GHashTable         *settings);
};

const WaSandboxDialect *wa_sandbox_find_dialect (const char *id);

G_END_DECLS
