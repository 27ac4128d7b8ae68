/* wa-sandbox-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * WaSandboxPage:
 *
 * Which of so many things stand on a page.
 */
typedef struct
{
  guint total;
  guint limit;
  guint number;     /* from 1 */
  guint start;      /* first index of the page */
  guint end;        /* one after its last */
  guint pages;      /* how many there are, at least 1 */
} WaSandboxPage;

WaSandboxPage  wa_sandbox_page_new        (guint             total,
                                           guint             number,
                                           guint             limit);

JsonNode      *wa_sandbox_node_new        (JsonObject       *object);
void           wa_sandbox_set_texts       (JsonObject       *object,
                                           const char       *name,
                                           char            **texts);
void           wa_sandbox_set_text        (JsonObject       *object,
                                           const char       *name,
                                           const char       *text);
void           wa_sandbox_set_time        (JsonObject       *object,
                                           const char       *name,
                                           gint64            time);
char          *wa_sandbox_dup_time        (gint64            time);

G_END_DECLS
