/* wa-sandbox-contact.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaSandboxAttribute:
 *
 * A custom field of a contact.
 */
typedef struct
{
  char *id;
  char *name;
  char *value;
} WaSandboxAttribute;

/**
 * WaSandboxContact:
 *
 * A person of the demo world.  Dialects read and write the members as they stand; times are
 * microseconds since 1970, 0 for none.
 */
typedef struct
{
  char      *id;
  char      *number;       /* E.164 digits */
  char      *dial_code;
  char      *country;      /* two letters, or "" */
  char      *language;     /* or "" */
  char      *name;
  char      *source;       /* csv, api, wa, manual, user or sync */
  gboolean   opt_in;
  gboolean   blocked;
  gboolean   inactive;
  gboolean   unreachable;  /* messages are accepted and fail later */
  char     **lists;        /* names */
  char     **tags;         /* names */
  GPtrArray *attributes;   /* (element-type WaSandboxAttribute) */
  gint64     created;
  gint64     updated;
  gint64     last_active;
} WaSandboxContact;

WaSandboxContact *wa_sandbox_contact_new           (const char             *id,
                                                    const char             *number);
void              wa_sandbox_contact_free          (WaSandboxContact       *self);
const char       *wa_sandbox_contact_get_attribute (const WaSandboxContact *self,
                                                    const char             *name);
void              wa_sandbox_contact_set_attribute (WaSandboxContact       *self,
                                                    const char             *name,
                                                    const char             *value);
gboolean          wa_sandbox_contact_has_tag       (const WaSandboxContact *self,
                                                    const char             *name);
gboolean          wa_sandbox_contact_in_list       (const WaSandboxContact *self,
                                                    const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaSandboxContact, wa_sandbox_contact_free)

G_END_DECLS
