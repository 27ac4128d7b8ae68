/* wa-sandbox-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"

G_BEGIN_DECLS

/**
 * WaSandboxTemplate:
 *
 * A message template of the demo world.  @components is Meta's own form.  Times are microseconds since 1970.
 */
typedef struct
{
  char     *id;
  char     *meta_id;
  char     *name;
  char     *language;
  char     *category;
  char     *status;      /* APPROVED, PENDING or REJECTED */
  char     *kind;        /* (nullable): what some systems call the type */
  char     *parameters;  /* NAMED or POSITIONAL */
  char     *reason;      /* (nullable): why it was rejected */
  JsonNode *components;  /* a list */
  gint64    created;
  gint64    updated;
} WaSandboxTemplate;

/**
 * WaSandboxNeeds:
 *
 * What a message made from a template must bring along.  The first three counts are of distinct
 * variables; the buttons of all carousel cards are counted together with those of the template
 * itself.
 */
typedef struct
{
  guint       header;         /* variables of a text header */
  guint       body;
  guint       urls;           /* buttons whose address has a variable */
  guint       quick_replies;
  guint       cards;
  gboolean    buttons;        /* has any */
  gboolean    copy_code;
  gboolean    expiry;         /* is a limited-time offer that ends */
  gboolean    offer;
  gboolean    authentication;
  const char *media;          /* (nullable): IMAGE, VIDEO or DOCUMENT header */
} WaSandboxNeeds;

WaSandboxTemplate *wa_sandbox_template_new            (const WaJson            *json);
void               wa_sandbox_template_free           (WaSandboxTemplate       *self);
WaSandboxNeeds     wa_sandbox_template_get_needs      (const WaSandboxTemplate *self);
WaJson             wa_sandbox_template_get_part       (const WaSandboxTemplate *self,
                                                       const char              *type);
char             **wa_sandbox_template_dup_examples   (const WaSandboxTemplate *self,
                                                       const char              *type);
char              *wa_sandbox_template_dup_text       (const WaSandboxTemplate *self,
                                                       const char *const       *values);
WaJson             wa_sandbox_find_part               (const WaJson            *components,
                                                       const char              *type);
char             **wa_sandbox_dup_variables           (const char              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaSandboxTemplate, wa_sandbox_template_free)

G_END_DECLS
