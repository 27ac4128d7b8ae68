/* wa-sandbox-contact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-contact.h"

static void
attribute_free (gpointer data)
{
  WaSandboxAttribute *attribute = data;

  g_free (attribute->id);
  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

static WaSandboxAttribute *
find_attribute (const WaSandboxContact *self,
                const char             *name)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      WaSandboxAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (g_str_equal (attribute->name, name))
        return attribute;
    }

  return NULL;
}

/**
 * wa_sandbox_contact_new:
 * @number: E.164 digits
 *
 * Returns: (transfer full): a contact that is in no list and has no tag
 */
WaSandboxContact *
wa_sandbox_contact_new (const char *id,
                        const char *number)
{
  WaSandboxContact *self = g_new0 (WaSandboxContact, 1);

  self->id = g_strdup (id);
  self->number = g_strdup (number);
  self->dial_code = g_strdup ("");
  self->country = g_strdup ("");
  self->language = g_strdup ("");
  self->name = g_strdup ("");
  self->source = g_strdup ("api");
  self->lists = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  self->attributes = g_ptr_array_new_with_free_func (attribute_free);

  return self;
}

void
wa_sandbox_contact_free (WaSandboxContact *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->dial_code);
  g_free (self->country);
  g_free (self->language);
  g_free (self->name);
  g_free (self->source);
  g_strfreev (self->lists);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->attributes);
  g_free (self);
}

/**
 * wa_sandbox_contact_get_attribute:
 *
 * Returns: (nullable): the value of the custom field @name
 */
const char *
wa_sandbox_contact_get_attribute (const WaSandboxContact *self,
                                  const char             *name)
{
  WaSandboxAttribute *attribute = find_attribute (self, name);

  return attribute ? attribute->value : NULL;
}

/**
 * wa_sandbox_contact_set_attribute:
 * @value: (nullable): %NULL or "" takes the field away
 */
void
wa_sandbox_contact_set_attribute (WaSandboxContact *self,
                                  const char       *name,
                                  const char       *value)
{
  WaSandboxAttribute *attribute = find_attribute (self, name);

  if (wa_is_empty (value))
    {
      if (attribute)
        g_ptr_array_remove (self->attributes, attribute);
      return;
    }

  if (!attribute)
    {
      attribute = g_new0 (WaSandboxAttribute, 1);
      attribute->id = g_strdup_printf ("67d01f30a2dc%08x%04x", g_str_hash (self->id), self->attributes->len);
      attribute->name = g_strdup (name);
      g_ptr_array_add (self->attributes, attribute);
    }

  wa_set_str (&attribute->value, value);
}

gboolean
wa_sandbox_contact_has_tag (const WaSandboxContact *self,
                            const char             *name)
{
  return g_strv_contains ((const char *const *) self->tags, name);
}

gboolean
wa_sandbox_contact_in_list (const WaSandboxContact *self,
                            const char             *name)
{
  return g_strv_contains ((const char *const *) self->lists, name);
}
