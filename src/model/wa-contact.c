/* wa-contact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-contact.h"

struct _WaContact
{
  WaRecord parent_instance;

  gint64     id;
  char       *remote_id;
  char       *number;
  char       *masked_number;
  char       *dial_code;
  char       *wa_id;
  char       *chat_id;
  char       *name;
  char       *first_name;
  char       *last_name;
  char       *email;
  char       *country;
  char       *language;
  char       *gender;
  char       *status;
  char       *source;
  char       *account_name;
  gboolean   opt_in;
  gboolean   blocked;
  gboolean   local;
  char       **lists;
  char       **tags;
  GListStore *attributes;
  char       **broadcast_ids;
  char       *assigned_member_id;
  char       *assigned_member;
  gboolean   ai_bot_enabled;
  gint64     unread;
  GDateTime  *created;
  GDateTime  *updated;
  GDateTime  *last_active;
};

G_DEFINE_FINAL_TYPE (WaContact, wa_contact, WA_TYPE_RECORD)

static char *
derive_display_name (WaRecord *record)
{
  return wa_contact_dup_display_name (WA_CONTACT (record));
}

static const WaField fields[] = {
  WA_FIELD (WaContact, id, "id", INTEGER),
  WA_FIELD (WaContact, remote_id, "remote-id", TEXT),
  WA_FIELD (WaContact, number, "number", TEXT),
  WA_FIELD (WaContact, masked_number, "masked-number", TEXT),
  WA_FIELD (WaContact, dial_code, "dial-code", TEXT),
  WA_FIELD (WaContact, wa_id, "wa-id", TEXT),
  WA_FIELD (WaContact, chat_id, "chat-id", TEXT),
  WA_FIELD (WaContact, name, "name", TEXT),
  WA_FIELD (WaContact, first_name, "first-name", TEXT),
  WA_FIELD (WaContact, last_name, "last-name", TEXT),
  WA_FIELD (WaContact, email, "email", TEXT),
  WA_FIELD (WaContact, country, "country", TEXT),
  WA_FIELD (WaContact, language, "language", TEXT),
  WA_FIELD (WaContact, gender, "gender", TEXT),
  WA_FIELD (WaContact, status, "status", TEXT),
  WA_FIELD (WaContact, source, "source", TEXT),
  WA_FIELD (WaContact, account_name, "account-name", TEXT),
  WA_FIELD (WaContact, opt_in, "opt-in", FLAG),
  WA_FIELD (WaContact, blocked, "blocked", FLAG),
  WA_FIELD (WaContact, local, "local", FLAG),
  WA_FIELD (WaContact, lists, "lists", TEXTS),
  WA_FIELD (WaContact, tags, "tags", TEXTS),
  WA_FIELD_OF (WaContact, attributes, "attributes", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaContact, broadcast_ids, "broadcast-ids", TEXTS),
  WA_FIELD (WaContact, assigned_member_id, "assigned-member-id", TEXT),
  WA_FIELD (WaContact, assigned_member, "assigned-member", TEXT),
  WA_FIELD (WaContact, ai_bot_enabled, "ai-bot-enabled", FLAG),
  WA_FIELD (WaContact, unread, "unread", INTEGER),
  WA_FIELD (WaContact, created, "created", TIME),
  WA_FIELD (WaContact, updated, "updated", TIME),
  WA_FIELD (WaContact, last_active, "last-active", TIME),
  WA_FIELD_DERIVE ("display-name", derive_display_name),
};

WA_RECORD_INTEGER (WaContact, wa_contact, id)
WA_RECORD_TEXT (WaContact, wa_contact, remote_id)
WA_RECORD_TEXT (WaContact, wa_contact, number)
WA_RECORD_TEXT (WaContact, wa_contact, masked_number)
WA_RECORD_TEXT (WaContact, wa_contact, dial_code)
WA_RECORD_TEXT (WaContact, wa_contact, wa_id)
WA_RECORD_TEXT (WaContact, wa_contact, chat_id)
WA_RECORD_TEXT (WaContact, wa_contact, name)
WA_RECORD_TEXT (WaContact, wa_contact, first_name)
WA_RECORD_TEXT (WaContact, wa_contact, last_name)
WA_RECORD_TEXT (WaContact, wa_contact, email)
WA_RECORD_TEXT (WaContact, wa_contact, country)
WA_RECORD_TEXT (WaContact, wa_contact, language)
WA_RECORD_TEXT (WaContact, wa_contact, gender)
WA_RECORD_TEXT (WaContact, wa_contact, status)
WA_RECORD_TEXT (WaContact, wa_contact, source)
WA_RECORD_TEXT (WaContact, wa_contact, account_name)
WA_RECORD_FLAG (WaContact, wa_contact, opt_in)
WA_RECORD_FLAG (WaContact, wa_contact, blocked)
WA_RECORD_FLAG (WaContact, wa_contact, local)
WA_RECORD_TEXTS (WaContact, wa_contact, lists)
WA_RECORD_TEXTS (WaContact, wa_contact, tags)
WA_RECORD_RECORDS (WaContact, wa_contact, attributes)
WA_RECORD_TEXTS (WaContact, wa_contact, broadcast_ids)
WA_RECORD_TEXT (WaContact, wa_contact, assigned_member_id)
WA_RECORD_TEXT (WaContact, wa_contact, assigned_member)
WA_RECORD_FLAG (WaContact, wa_contact, ai_bot_enabled)
WA_RECORD_INTEGER (WaContact, wa_contact, unread)
WA_RECORD_TIME (WaContact, wa_contact, created)
WA_RECORD_TIME (WaContact, wa_contact, updated)
WA_RECORD_TIME (WaContact, wa_contact, last_active)

/**
 * wa_contact_dup_display_name:
 *
 * Returns: (transfer full): the name, else first and last name, else the number with a plus, else what is shown of it
 */
char *
wa_contact_dup_display_name (WaContact *self)
{
  g_autofree char *parts = NULL;

  g_return_val_if_fail (WA_IS_CONTACT (self), NULL);

  if (!wa_is_empty (self->name))
    return g_strdup (self->name);

  parts = g_strstrip (g_strjoin (" ", wa_or_empty (self->first_name), wa_or_empty (self->last_name), NULL));
  if (parts[0] != '\0')
    return g_steal_pointer (&parts);

  return wa_is_empty (self->number) ? g_strdup (wa_or_empty (self->masked_number))
                                    : g_strconcat ("+", self->number, NULL);
}

static void
wa_contact_changed (WaRecord      *record,
                    const WaField *field)
{
  if (field->offset == G_STRUCT_OFFSET (WaContact, name) ||
      field->offset == G_STRUCT_OFFSET (WaContact, first_name) ||
      field->offset == G_STRUCT_OFFSET (WaContact, last_name) ||
      field->offset == G_STRUCT_OFFSET (WaContact, number) ||
      field->offset == G_STRUCT_OFFSET (WaContact, masked_number))
    wa_record_notify (record, "display-name");
}

static void
wa_contact_class_init (WaContactClass *klass)
{
  WaRecordClass *record_class = WA_RECORD_CLASS (klass);

  wa_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields));
  record_class->changed = wa_contact_changed;
}

static void
wa_contact_init (WaContact *self)
{
}

WaContact *
wa_contact_new (void)
{
  return g_object_new (WA_TYPE_CONTACT, NULL);
}
