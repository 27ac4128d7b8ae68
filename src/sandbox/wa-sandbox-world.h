/* wa-sandbox-world.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "sandbox/wa-sandbox-contact.h"
#include "sandbox/wa-sandbox-message.h"
#include "sandbox/wa-sandbox-shop.h"
#include "sandbox/wa-sandbox-template.h"

G_BEGIN_DECLS

/**
 * WaSandboxName:
 *
 * A list or a tag.  Contacts hold them by name.
 */
typedef struct
{
  char  *id;
  char  *name;
  gint64 created;
} WaSandboxName;

/**
 * WaSandboxWorld:
 *
 * What the demo is about: people, their lists and tags, templates, a shop and conversations, all in
 * memory.  Every dialect tells of the same world.  It is made from small tables with a fixed seed,
 * so that it is the same each time; only the times move along with the day.
 *
 * Dialects may read and change the arrays; new contacts and messages are made by the functions below.
 */
typedef struct
{
  GPtrArray *contacts;    /* (element-type WaSandboxContact), in the order of their making */
  GPtrArray *lists;       /* (element-type WaSandboxName) */
  GPtrArray *tags;        /* (element-type WaSandboxName) */
  char     **attributes;  /* the custom fields that exist */
  GPtrArray *templates;   /* (element-type WaSandboxTemplate) */
  GPtrArray *catalogs;    /* (element-type WaSandboxCatalog) */
  char      *portfolio;   /* the shop's id at Meta */
  GPtrArray *messages;    /* (element-type WaSandboxMessage), in the order of their making */
  char      *media_url;   /* pictures and files: MEDIA_URL/NAME.png, needs no key */

  /*< private >*/
  GRand     *random;
  guint      last_id;
  gint64     clock_offset;
  guint      accepted;
  char     **replies;
  GHashTable *dial_codes;
} WaSandboxWorld;

WaSandboxWorld    *wa_sandbox_world_new              (const char       *media_url);
void               wa_sandbox_world_free             (WaSandboxWorld   *self);

gint64             wa_sandbox_world_get_now          (WaSandboxWorld   *self);
void               wa_sandbox_world_advance          (WaSandboxWorld   *self,
                                                      guint             seconds);
char              *wa_sandbox_world_dup_id           (WaSandboxWorld   *self);

WaSandboxContact  *wa_sandbox_world_find_contact     (WaSandboxWorld   *self,
                                                      const char       *id);
WaSandboxContact  *wa_sandbox_world_find_number      (WaSandboxWorld   *self,
                                                      const char       *number);
WaSandboxContact  *wa_sandbox_world_add_contact      (WaSandboxWorld   *self,
                                                      const char       *number,
                                                      const char       *name,
                                                      const char       *source);
void               wa_sandbox_world_set_number       (WaSandboxWorld   *self,
                                                      WaSandboxContact *contact,
                                                      const char       *number);
WaSandboxName     *wa_sandbox_world_add_name         (WaSandboxWorld   *self,
                                                      GPtrArray        *names,
                                                      const char       *name);
WaSandboxName     *wa_sandbox_find_name              (GPtrArray        *names,
                                                      const char       *name);
WaSandboxTemplate *wa_sandbox_world_find_template    (WaSandboxWorld   *self,
                                                      const char       *name,
                                                      const char       *language);
WaSandboxCatalog  *wa_sandbox_world_find_catalog     (WaSandboxWorld   *self,
                                                      const char       *id);

WaSandboxMessage  *wa_sandbox_world_send             (WaSandboxWorld   *self,
                                                      const char       *number,
                                                      const char       *kind,
                                                      const char       *text,
                                                      JsonNode         *content);
WaSandboxMessage  *wa_sandbox_world_send_at          (WaSandboxWorld   *self,
                                                      const char       *number,
                                                      const char       *kind,
                                                      const char       *text,
                                                      JsonNode         *content,
                                                      gint64            time);
WaSandboxMessage  *wa_sandbox_world_find_message     (WaSandboxWorld   *self,
                                                      const char       *id);
GPtrArray         *wa_sandbox_world_dup_conversation (WaSandboxWorld   *self,
                                                      const char       *number);
guint              wa_sandbox_world_count_messages   (WaSandboxWorld   *self,
                                                      const char       *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaSandboxWorld, wa_sandbox_world_free)

G_END_DECLS
