/* wa-sandbox-world.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-people.h"
#include "sandbox/wa-sandbox-resources.h"
#include "sandbox/wa-sandbox-world.h"

#define RESOURCE_PATH "/com/example/WaDesk/sandbox/data/"
#define SEED          2026

/* When and how often the demo's people answer. */
#define REPLY_DELAY   (4 * G_TIME_SPAN_SECOND)
#define REPLY_ONE_IN  2

static void
name_free (gpointer data)
{
  WaSandboxName *name = data;

  g_free (name->id);
  g_free (name->name);
  g_free (name);
}

static WaJsonDocument *
load (const char *name,
      const char *media_url)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = NULL;
  WaJsonDocument *document = NULL;

  bytes = g_resource_lookup_data (wa_sandbox_resources_get_resource (), path, 0, &error);
  g_assert_no_error (error);

  text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_replace (text, "@MEDIA@", media_url, 0);

  document = wa_json_document_new_text (text->str, &error);
  g_assert_no_error (error);

  return document;
}

static void
load_templates (WaSandboxWorld *self)
{
  g_autoptr(WaJsonDocument) document = load ("templates.json", self->media_url);
  WaJson root = wa_json_document_get_root (document);

  for (guint i = 0; i < wa_json_length (&root); i++)
    {
      WaJson json = wa_json_element (&root, i);

      g_ptr_array_add (self->templates, wa_sandbox_template_new (&json));
    }
}

static void
load_shop (WaSandboxWorld *self)
{
  g_autoptr(WaJsonDocument) document = load ("shop.json", self->media_url);
  WaJson root = wa_json_document_get_root (document);
  WaJson catalogs = wa_json_member (&root, "catalogs");
  WaJson portfolio = wa_json_member (&root, "portfolio");

  self->catalogs = wa_sandbox_shop_new (&catalogs, self->media_url);
  self->portfolio = g_strdup (wa_json_get_text (&portfolio));
}

static void
load_people (WaSandboxWorld *self)
{
  g_autoptr(WaJsonDocument) document = load ("people.json", self->media_url);
  WaJson root = wa_json_document_get_root (document);

  wa_sandbox_people_fill (self, &root);
}

/* The longest dialing code that is known; else the number's first digit. */
static char *
dup_dial_code (WaSandboxWorld *self,
               const char     *number)
{
  for (gsize length = 3; length > 0; length--)
    {
      g_autofree char *code = g_strndup (number, length);

      if (g_hash_table_contains (self->dial_codes, code))
        return g_steal_pointer (&code);
    }

  return g_strndup (number, 1);
}

/**
 * wa_sandbox_world_new:
 * @media_url: where the server answers with pictures and files
 *
 * Returns: (transfer full): the demo world as it is on the first day
 */
WaSandboxWorld *
wa_sandbox_world_new (const char *media_url)
{
  WaSandboxWorld *self = g_new0 (WaSandboxWorld, 1);

  self->media_url = g_strdup (media_url);
  self->random = g_rand_new_with_seed (SEED);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) wa_sandbox_contact_free);
  self->lists = g_ptr_array_new_with_free_func (name_free);
  self->tags = g_ptr_array_new_with_free_func (name_free);
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) wa_sandbox_template_free);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) wa_sandbox_message_free);
  self->dial_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  load_templates (self);
  load_shop (self);
  load_people (self);

  return self;
}

void
wa_sandbox_world_free (WaSandboxWorld *self)
{
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->catalogs);
  g_ptr_array_unref (self->messages);
  g_hash_table_unref (self->dial_codes);
  g_strfreev (self->attributes);
  g_strfreev (self->replies);
  g_free (self->portfolio);
  g_free (self->media_url);
  g_rand_free (self->random);
  g_free (self);
}

/**
 * wa_sandbox_world_get_now:
 *
 * Returns: the sandbox's own time in microseconds since 1970
 */
gint64
wa_sandbox_world_get_now (WaSandboxWorld *self)
{
  return g_get_real_time () + self->clock_offset;
}

/**
 * wa_sandbox_world_advance:
 *
 * Puts the sandbox's clock forward: messages get delivered and read, answers arrive.
 */
void
wa_sandbox_world_advance (WaSandboxWorld *self,
                          guint           seconds)
{
  self->clock_offset += seconds * G_TIME_SPAN_SECOND;
}

/**
 * wa_sandbox_world_dup_id:
 *
 * Returns: (transfer full): 24 hexadecimal digits that were not given before
 */
char *
wa_sandbox_world_dup_id (WaSandboxWorld *self)
{
  return g_strdup_printf ("69d5f9e61a8e351b%08x", ++self->last_id);
}

/**
 * wa_sandbox_world_find_contact:
 *
 * Returns: (nullable) (transfer none): the contact with that @id
 */
WaSandboxContact *
wa_sandbox_world_find_contact (WaSandboxWorld *self,
                               const char     *id)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      WaSandboxContact *contact = g_ptr_array_index (self->contacts, i);

      if (g_strcmp0 (contact->id, id) == 0)
        return contact;
    }

  return NULL;
}

/**
 * wa_sandbox_world_find_number:
 *
 * Returns: (nullable) (transfer none): the contact with that @number
 */
WaSandboxContact *
wa_sandbox_world_find_number (WaSandboxWorld *self,
                              const char     *number)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      WaSandboxContact *contact = g_ptr_array_index (self->contacts, i);

      if (g_strcmp0 (contact->number, number) == 0)
        return contact;
    }

  return NULL;
}

/**
 * wa_sandbox_world_add_contact:
 * @number: E.164 digits that no contact has
 * @name: (nullable): the name
 * @source: csv, api, wa, manual, user or sync
 *
 * Returns: (transfer none): the new contact, opted in
 */
WaSandboxContact *
wa_sandbox_world_add_contact (WaSandboxWorld *self,
                              const char     *number,
                              const char     *name,
                              const char     *source)
{
  g_autofree char *id = wa_sandbox_world_dup_id (self);
  WaSandboxContact *contact = wa_sandbox_contact_new (id, NULL);

  wa_sandbox_world_set_number (self, contact, number);
  wa_set_str (&contact->name, wa_or_empty (name));
  wa_set_str (&contact->source, source);
  contact->opt_in = TRUE;
  contact->created = wa_sandbox_world_get_now (self);
  contact->updated = contact->created;
  g_ptr_array_add (self->contacts, contact);

  return contact;
}

/**
 * wa_sandbox_world_set_number:
 *
 * Gives @contact another number, and the dialing code that goes with it.
 */
void
wa_sandbox_world_set_number (WaSandboxWorld   *self,
                             WaSandboxContact *contact,
                             const char       *number)
{
  g_free (contact->dial_code);
  contact->dial_code = dup_dial_code (self, number);
  wa_set_str (&contact->number, number);
}

/**
 * wa_sandbox_find_name:
 * @names: the world's lists or tags
 *
 * Returns: (nullable) (transfer none): the one with that @name
 */
WaSandboxName *
wa_sandbox_find_name (GPtrArray  *names,
                      const char *name)
{
  for (guint i = 0; i < names->len; i++)
    {
      WaSandboxName *entry = g_ptr_array_index (names, i);

      if (g_strcmp0 (entry->name, name) == 0)
        return entry;
    }

  return NULL;
}

/**
 * wa_sandbox_world_add_name:
 * @names: the world's lists or tags
 *
 * Returns: (transfer none): the new list or tag
 */
WaSandboxName *
wa_sandbox_world_add_name (WaSandboxWorld *self,
                           GPtrArray      *names,
                           const char     *name)
{
  WaSandboxName *entry = g_new0 (WaSandboxName, 1);

  entry->id = wa_sandbox_world_dup_id (self);
  entry->name = g_strdup (name);
  entry->created = wa_sandbox_world_get_now (self);
  g_ptr_array_add (names, entry);

  return entry;
}

/**
 * wa_sandbox_world_find_template:
 * @name: its name, id or Meta's id
 * @language: (nullable): %NULL for the first of that name
 *
 * Returns: (nullable) (transfer none): the template
 */
WaSandboxTemplate *
wa_sandbox_world_find_template (WaSandboxWorld *self,
                                const char     *name,
                                const char     *language)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      WaSandboxTemplate *template = g_ptr_array_index (self->templates, i);

      if ((g_strcmp0 (template->name, name) == 0 || g_strcmp0 (template->id, name) == 0
           || g_strcmp0 (template->meta_id, name) == 0)
          && (!language || g_str_equal (template->language, language)))
        return template;
    }

  return NULL;
}

/**
 * wa_sandbox_world_find_catalog:
 *
 * Returns: (nullable) (transfer none): the catalog with that @id
 */
WaSandboxCatalog *
wa_sandbox_world_find_catalog (WaSandboxWorld *self,
                               const char     *id)
{
  for (guint i = 0; i < self->catalogs->len; i++)
    {
      WaSandboxCatalog *catalog = g_ptr_array_index (self->catalogs, i);

      if (g_strcmp0 (catalog->id, id) == 0)
        return catalog;
    }

  return NULL;
}

/* WhatsApp's own ids are base64 of a structure that holds the number. */
static char *
dup_message_id (WaSandboxWorld *self,
                const char     *number)
{
  g_autofree char *plain = g_strdup_printf ("\x1d\x18%s\x15\x02%08X%08X", number, ++self->last_id,
                                            g_rand_int (self->random));
  g_autofree char *text = g_base64_encode ((const guchar *) plain, strlen (plain));

  return g_strconcat ("wamid.", text, NULL);
}

static WaSandboxMessage *
add_message (WaSandboxWorld *self,
             const char     *number,
             const char     *kind,
             const char     *text,
             gint64          time)
{
  WaSandboxMessage *message = g_new0 (WaSandboxMessage, 1);

  message->id = dup_message_id (self, number);
  message->number = g_strdup (number);
  message->kind = g_strdup (kind);
  message->text = g_strdup (wa_or_empty (text));
  message->time = time;
  g_ptr_array_add (self->messages, message);

  return message;
}

/**
 * wa_sandbox_world_send:
 * @number: E.164 digits
 * @kind: text, image, template, interactive …
 * @text: (nullable): what the customer reads
 * @content: (nullable) (transfer none): what the dialect needs to show the message again
 *
 * Accepts a message to @number.  Its status moves on by itself, and some people answer.
 *
 * Returns: (transfer none): the message
 */
WaSandboxMessage *
wa_sandbox_world_send (WaSandboxWorld *self,
                       const char     *number,
                       const char     *kind,
                       const char     *text,
                       JsonNode       *content)
{
  return wa_sandbox_world_send_at (self, number, kind, text, content, wa_sandbox_world_get_now (self));
}

/**
 * wa_sandbox_world_send_at:
 * @time: microseconds since 1970: the message is not there before
 *
 * As wa_sandbox_world_send(), later.
 *
 * Returns: (transfer none): the message
 */
WaSandboxMessage *
wa_sandbox_world_send_at (WaSandboxWorld *self,
                          const char     *number,
                          const char     *kind,
                          const char     *text,
                          JsonNode       *content,
                          gint64          time)
{
  WaSandboxContact *contact = wa_sandbox_world_find_number (self, number);
  WaSandboxMessage *message = add_message (self, number, kind, text, time);
  guint hash = g_str_hash (number);

  message->accepted = TRUE;
  message->content = content ? json_node_copy (content) : NULL;
  message->unreachable = contact && contact->unreachable;
  message->never_read = hash % 5 == 0;
  self->accepted++;

  if (!message->unreachable && !message->never_read && hash % REPLY_ONE_IN == 0)
    {
      const char *answer = self->replies[self->accepted % g_strv_length (self->replies)];
      WaSandboxMessage *reply = add_message (self, number, "text", answer, time + REPLY_DELAY);

      reply->incoming = TRUE;
    }

  return message;
}

/**
 * wa_sandbox_world_find_message:
 *
 * Returns: (nullable) (transfer none): the message with that @id, unless its time has not come
 */
WaSandboxMessage *
wa_sandbox_world_find_message (WaSandboxWorld *self,
                               const char     *id)
{
  gint64 now = wa_sandbox_world_get_now (self);

  for (guint i = 0; i < self->messages->len; i++)
    {
      WaSandboxMessage *message = g_ptr_array_index (self->messages, i);

      if (message->time <= now && g_strcmp0 (message->id, id) == 0)
        return message;
    }

  return NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const WaSandboxMessage *first = *(const WaSandboxMessage *const *) a;
  const WaSandboxMessage *second = *(const WaSandboxMessage *const *) b;

  return (first->time > second->time) - (first->time < second->time);
}

/**
 * wa_sandbox_world_dup_conversation:
 * @number: (nullable): %NULL for the messages of all
 *
 * Returns: (transfer container) (element-type WaSandboxMessage): what was said up to now, oldest first
 */
GPtrArray *
wa_sandbox_world_dup_conversation (WaSandboxWorld *self,
                                   const char     *number)
{
  GPtrArray *conversation = g_ptr_array_new ();
  gint64 now = wa_sandbox_world_get_now (self);

  for (guint i = 0; i < self->messages->len; i++)
    {
      WaSandboxMessage *message = g_ptr_array_index (self->messages, i);

      if (message->time <= now && (!number || g_str_equal (message->number, number)))
        g_ptr_array_add (conversation, message);
    }

  g_ptr_array_sort (conversation, compare_times);
  return conversation;
}

/**
 * wa_sandbox_world_count_messages:
 * @number: (nullable): %NULL for all
 *
 * Returns: how many messages to @number were accepted since the start; those of scheduled
 *   broadcasts count when they are due
 */
guint
wa_sandbox_world_count_messages (WaSandboxWorld *self,
                                 const char     *number)
{
  gint64 now = wa_sandbox_world_get_now (self);
  guint count = 0;

  for (guint i = 0; i < self->messages->len; i++)
    {
      const WaSandboxMessage *message = g_ptr_array_index (self->messages, i);

      if (message->accepted && message->time <= now
          && (!number || g_str_equal (message->number, number)))
        count++;
    }

  return count;
}
