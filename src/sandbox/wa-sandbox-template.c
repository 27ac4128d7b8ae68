/* wa-sandbox-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-template.h"
#include "sandbox/wa-sandbox-text.h"

static char *
dup_member (const WaJson *json,
            const char   *name)
{
  return g_strdup (wa_sandbox_get_text (json, name));
}

static const char *
get_member (const WaJson *json,
            const char   *name)
{
  return wa_or_empty (wa_sandbox_get_text (json, name));
}

static guint
count_variables (const char *text)
{
  g_auto(GStrv) names = wa_sandbox_dup_variables (text);

  return g_strv_length (names);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return atoi (*(const char *const *) a) - atoi (*(const char *const *) b);
}

/* The buttons of one component list: a template's own, or a card's. */
static void
add_buttons (const WaJson   *components,
             WaSandboxNeeds *needs)
{
  WaJson part = wa_sandbox_find_part (components, "BUTTONS");
  WaJson buttons = wa_json_member (&part, "buttons");

  for (guint i = 0; i < wa_json_length (&buttons); i++)
    {
      WaJson button = wa_json_element (&buttons, i);
      const char *type = get_member (&button, "type");

      needs->buttons = TRUE;
      needs->urls += g_str_equal (type, "URL") && count_variables (get_member (&button, "url")) > 0;
      needs->quick_replies += g_str_equal (type, "QUICK_REPLY");
      needs->copy_code |= g_str_equal (type, "COPY_CODE");
    }
}

/**
 * wa_sandbox_template_new:
 * @json: one template of the demo's own file
 *
 * Returns: (transfer full): the template
 */
WaSandboxTemplate *
wa_sandbox_template_new (const WaJson *json)
{
  WaSandboxTemplate *self = g_new0 (WaSandboxTemplate, 1);
  WaJson components = wa_json_member (json, "components");
  WaJson time = wa_json_member (json, "time");
  g_autoptr(GDateTime) created = wa_json_dup_time (&time);

  self->id = dup_member (json, "id");
  self->meta_id = dup_member (json, "meta");
  self->name = dup_member (json, "name");
  self->language = dup_member (json, "language");
  self->category = dup_member (json, "category");
  self->status = dup_member (json, "status");
  self->kind = dup_member (json, "type");
  self->parameters = dup_member (json, "parameters");
  self->reason = dup_member (json, "reason");
  self->components = json_node_copy (components.node);
  self->created = g_date_time_to_unix (created) * G_USEC_PER_SEC + g_date_time_get_microsecond (created);
  self->updated = self->created;

  if (!self->parameters)
    self->parameters = g_strdup ("POSITIONAL");

  return self;
}

void
wa_sandbox_template_free (WaSandboxTemplate *self)
{
  g_free (self->id);
  g_free (self->meta_id);
  g_free (self->name);
  g_free (self->language);
  g_free (self->category);
  g_free (self->status);
  g_free (self->kind);
  g_free (self->parameters);
  g_free (self->reason);
  g_clear_pointer (&self->components, json_node_unref);
  g_free (self);
}

/**
 * wa_sandbox_dup_variables:
 *
 * Returns: (transfer full): the names of the `{{variables}}` in @text, each once: numbers
 *   ascending, names in order of their first appearance
 */
char **
wa_sandbox_dup_variables (const char *text)
{
  char **names = g_new0 (char *, 1);
  gboolean numbers = TRUE;

  for (const char *start = strstr (text, "{{"); start; start = strstr (start + 2, "{{"))
    {
      const char *end = strstr (start, "}}");
      g_autofree char *name = end ? g_strndup (start + 2, end - start - 2) : NULL;

      if (wa_is_empty (name))
        continue;

      numbers &= strspn (name, "0123456789") == strlen (name);
      wa_sandbox_add_text (&names, name);
    }

  if (numbers)
    qsort (names, g_strv_length (names), sizeof *names, compare_numbers);

  return names;
}

/**
 * wa_sandbox_find_part:
 * @type: HEADER, BODY, FOOTER, BUTTONS, CAROUSEL or LIMITED_TIME_OFFER
 *
 * Returns: the component; absent where there is none
 */
WaJson
wa_sandbox_find_part (const WaJson *components,
                      const char   *type)
{
  for (guint i = 0; i < wa_json_length (components); i++)
    {
      WaJson part = wa_json_element (components, i);

      if (g_ascii_strcasecmp (get_member (&part, "type"), type) == 0)
        return part;
    }

  return wa_json_from_node (NULL);
}

/**
 * wa_sandbox_template_get_part:
 *
 * As wa_sandbox_find_part(), in the template's own components.
 */
WaJson
wa_sandbox_template_get_part (const WaSandboxTemplate *self,
                              const char              *type)
{
  WaJson components = wa_json_from_node (self->components);
  WaJson part = wa_sandbox_find_part (&components, type);

  return wa_json_from_node (part.node);
}

/**
 * wa_sandbox_template_get_needs:
 *
 * Returns: what a message made from the template must bring
 */
WaSandboxNeeds
wa_sandbox_template_get_needs (const WaSandboxTemplate *self)
{
  WaSandboxNeeds needs = { 0 };
  WaJson components = wa_json_from_node (self->components);
  WaJson header = wa_sandbox_find_part (&components, "HEADER");
  WaJson body = wa_sandbox_find_part (&components, "BODY");
  WaJson offer = wa_sandbox_find_part (&components, "LIMITED_TIME_OFFER");
  WaJson expiry = wa_json_find (&offer, "limited_time_offer.has_expiration");
  WaJson carousel = wa_sandbox_find_part (&components, "CAROUSEL");
  WaJson cards = wa_json_member (&carousel, "cards");
  const char *format = get_member (&header, "format");

  needs.header = count_variables (get_member (&header, "text"));
  needs.body = count_variables (get_member (&body, "text"));
  needs.media = *format != '\0' && !g_str_equal (format, "TEXT") ? format : NULL;
  needs.authentication = g_str_equal (self->category, "AUTHENTICATION");
  needs.offer = wa_json_is (&offer, WA_JSON_OBJECT);
  needs.expiry = wa_json_get_flag (&expiry, FALSE);
  needs.cards = wa_json_length (&cards);

  add_buttons (&components, &needs);
  for (guint i = 0; i < needs.cards; i++)
    {
      WaJson card = wa_json_element (&cards, i);
      WaJson parts = wa_json_member (&card, "components");

      add_buttons (&parts, &needs);
    }

  return needs;
}

/**
 * wa_sandbox_template_dup_examples:
 * @type: HEADER or BODY
 *
 * Returns: (transfer full): the examples of the part's variables, in the order of wa_sandbox_dup_variables()
 */
char **
wa_sandbox_template_dup_examples (const WaSandboxTemplate *self,
                                  const char              *type)
{
  WaJson part = wa_sandbox_template_get_part (self, type);
  WaJson header = wa_json_find (&part, "example.header_text");
  WaJson body = wa_json_find (&part, "example.body_text[0]");
  WaJson named = wa_json_find (&part, "example.body_text_named_params");
  g_autoptr(GStrvBuilder) examples = NULL;

  if (wa_json_length (&named) == 0)
    return wa_json_dup_texts (wa_json_length (&header) > 0 ? &header : &body);

  examples = g_strv_builder_new ();
  for (guint i = 0; i < wa_json_length (&named); i++)
    {
      WaJson element = wa_json_element (&named, i);

      g_strv_builder_add (examples, get_member (&element, "example"));
    }

  return g_strv_builder_end (examples);
}

/**
 * wa_sandbox_template_dup_text:
 * @values: (nullable): one for each variable of the body; missing ones stay as placeholders
 *
 * Returns: (transfer full): the body as the customer reads it
 */
char *
wa_sandbox_template_dup_text (const WaSandboxTemplate *self,
                              const char *const       *values)
{
  WaJson body = wa_sandbox_template_get_part (self, "BODY");
  const char *text = get_member (&body, "text");
  g_auto(GStrv) names = wa_sandbox_dup_variables (text);
  GString *result = g_string_new (text);

  for (guint i = 0; names[i] && values && values[i]; i++)
    {
      g_autofree char *variable = g_strdup_printf ("{{%s}}", names[i]);

      g_string_replace (result, variable, values[i], 0);
    }

  return g_string_free (result, FALSE);
}
