/* wa-sandbox-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the demo's contacts and their conversations from small tables of names, cities and phone
 * number patterns.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-people.h"
#include "sandbox/wa-sandbox-text.h"

#define HOUR (3600 * G_TIME_SPAN_SECOND)

static char **
dup_members (const WaJson *json,
             const char   *name)
{
  WaJson member = wa_json_member (json, name);

  return wa_json_dup_texts (&member);
}

static gboolean
chance (WaSandboxWorld *world,
        guint           percent)
{
  return g_rand_int_range (world->random, 0, 100) < (int) percent;
}

static const char *
pick (WaSandboxWorld  *world,
      char           **texts)
{
  return texts[g_rand_int_range (world->random, 0, g_strv_length (texts))];
}

static const char *
pick_member (WaSandboxWorld *world,
             const WaJson   *json,
             const char     *name)
{
  WaJson list = wa_json_member (json, name);
  WaJson element = wa_json_element (&list, g_rand_int_range (world->random, 0, wa_json_length (&list)));

  return wa_or_empty (wa_json_get_text (&element));
}

/* In a pattern, # is any digit and N is one from 2 to 9. */
static char *
make_number (WaSandboxWorld *world,
             const char     *dial_code,
             const char     *pattern)
{
  GString *number = g_string_new (dial_code);

  for (const char *place = pattern; *place; place++)
    {
      if (*place == '#')
        g_string_append_c (number, '0' + g_rand_int_range (world->random, 0, 10));
      else if (*place == 'N')
        g_string_append_c (number, '0' + g_rand_int_range (world->random, 2, 10));
      else
        g_string_append_c (number, *place);
    }

  return g_string_free (number, FALSE);
}

static char *
make_free_number (WaSandboxWorld *world,
                  const WaJson   *group)
{
  const char *dial_code = wa_sandbox_get_text (group, "dial");
  g_autofree char *number = NULL;

  do
    {
      g_free (number);
      number = make_number (world, dial_code, pick_member (world, group, "mobiles"));
    }
  while (wa_sandbox_world_find_number (world, number));

  return g_steal_pointer (&number);
}

static char *
make_name (WaSandboxWorld *world,
           const WaJson   *group)
{
  const char *given = pick_member (world, group, "given");
  const char *family = pick_member (world, group, "family");
  WaJson member = wa_json_member (group, "family-first");

  if (wa_json_get_flag (&member, FALSE))
    return g_strdup_printf ("%s %s", family, given);

  return g_strdup_printf ("%s %s", given, family);
}

static void
add_memberships (WaSandboxWorld   *world,
                 WaSandboxContact *contact)
{
  for (guint i = 0; i < world->lists->len; i++)
    {
      const WaSandboxName *list = g_ptr_array_index (world->lists, i);

      if (chance (world, 14))
        wa_sandbox_add_text (&contact->lists, list->name);
    }

  for (guint i = 0; i < world->tags->len; i++)
    {
      const WaSandboxName *tag = g_ptr_array_index (world->tags, i);

      if (chance (world, 9))
        wa_sandbox_add_text (&contact->tags, tag->name);
    }
}

static void
add_attributes (WaSandboxWorld   *world,
                WaSandboxContact *contact,
                const WaJson     *group,
                char            **plans)
{
  g_autofree char *customer = g_strdup_printf ("C-%05d", g_rand_int_range (world->random, 10000, 99999));

  wa_sandbox_contact_set_attribute (contact, "city", pick_member (world, group, "cities"));

  if (chance (world, 40))
    wa_sandbox_contact_set_attribute (contact, "plan", pick (world, plans));
  if (chance (world, 60))
    wa_sandbox_contact_set_attribute (contact, "customer number", customer);
  if (chance (world, 30))
    {
      g_autofree char *email = g_strdup_printf ("%s@example.com", customer);

      wa_sandbox_contact_set_attribute (contact, "email", email);
    }
}

static void
add_times (WaSandboxWorld   *world,
           WaSandboxContact *contact)
{
  gint64 now = wa_sandbox_world_get_now (world);
  int age = g_rand_int_range (world->random, 48, 700 * 24);

  contact->created = now - age * HOUR;
  contact->updated = contact->created + g_rand_int_range (world->random, 0, age) * HOUR;
  contact->last_active = chance (world, 70) ? now - g_rand_int_range (world->random, 1, age) * HOUR : 0;
}

static void
add_group (WaSandboxWorld *world,
           const WaJson   *group,
           char          **plans,
           char          **sources)
{
  WaJson count = wa_json_member (group, "count");

  for (gint64 i = 0; i < wa_json_get_integer (&count, 0); i++)
    {
      g_autofree char *number = make_free_number (world, group);
      g_autofree char *name = make_name (world, group);
      WaSandboxContact *contact = NULL;

      contact = wa_sandbox_world_add_contact (world, number, name, pick (world, sources));
      wa_set_str (&contact->country, wa_sandbox_get_text (group, "country"));
      wa_set_str (&contact->language, wa_sandbox_get_text (group, "language"));
      contact->opt_in = chance (world, 85);
      contact->blocked = chance (world, 4);
      contact->inactive = chance (world, 10);
      contact->unreachable = chance (world, 3);
      add_memberships (world, contact);
      add_attributes (world, contact, group, plans);
      add_times (world, contact);
    }
}

/* The customer begins each talk; every other line is ours. */
static void
add_talk (WaSandboxWorld   *world,
          WaSandboxContact *contact,
          const WaJson     *talk)
{
  gint64 time = contact->last_active;

  for (guint i = 0; i < wa_json_length (talk); i++)
    {
      WaJson line = wa_json_element (talk, i);
      WaSandboxMessage *message = g_new0 (WaSandboxMessage, 1);

      message->id = g_strdup_printf ("wamid.HBgL%sFQIAERgSREVNTw%u", contact->number, i);
      message->number = g_strdup (contact->number);
      message->kind = g_strdup ("text");
      message->text = g_strdup (wa_json_get_text (&line));
      message->incoming = i % 2 == 0;
      message->time = time;
      message->marked_read = message->incoming && i + 1 < wa_json_length (talk) ? time : 0;
      g_ptr_array_add (world->messages, message);

      time += 90 * G_TIME_SPAN_SECOND;
    }
}

/* Older than any contact, a day apart. */
static void
add_names (WaSandboxWorld  *world,
           GPtrArray       *names,
           char           **texts)
{
  for (guint i = 0; texts[i]; i++)
    wa_sandbox_world_add_name (world, names, texts[i])->created -= (800 - i) * 24 * HOUR;
}

/* People of all countries, and not in blocks. */
static void
shuffle (WaSandboxWorld *world)
{
  for (guint i = world->contacts->len; i > 1; i--)
    {
      guint j = g_rand_int_range (world->random, 0, i);
      gpointer contact = world->contacts->pdata[i - 1];

      world->contacts->pdata[i - 1] = world->contacts->pdata[j];
      world->contacts->pdata[j] = contact;
    }
}

/**
 * wa_sandbox_people_fill:
 * @people: the demo's own file
 *
 * Adds the lists, tags, custom fields, contacts and their conversations to @world.
 */
void
wa_sandbox_people_fill (WaSandboxWorld *world,
                        const WaJson   *people)
{
  g_auto(GStrv) lists = dup_members (people, "lists");
  g_auto(GStrv) tags = dup_members (people, "tags");
  g_auto(GStrv) plans = dup_members (people, "plans");
  g_auto(GStrv) sources = dup_members (people, "sources");
  WaJson groups = wa_json_member (people, "groups");
  WaJson talks = wa_json_member (people, "talks");

  world->attributes = dup_members (people, "attributes");
  world->replies = dup_members (people, "replies");

  add_names (world, world->lists, lists);
  add_names (world, world->tags, tags);

  for (guint i = 0; i < wa_json_length (&groups); i++)
    {
      WaJson group = wa_json_element (&groups, i);

      g_hash_table_add (world->dial_codes, g_strdup (wa_sandbox_get_text (&group, "dial")));
      add_group (world, &group, plans, sources);
    }

  shuffle (world);

  for (guint i = 0; i < world->contacts->len; i += 7)
    {
      WaSandboxContact *contact = g_ptr_array_index (world->contacts, i);
      WaJson talk = wa_json_element (&talks, i % wa_json_length (&talks));

      if (contact->last_active)
        add_talk (world, contact, &talk);
    }
}
