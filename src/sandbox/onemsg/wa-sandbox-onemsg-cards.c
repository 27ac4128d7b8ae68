/* wa-sandbox-onemsg-cards.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contact cards, M19.
 */

#include "config.h"

#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define TEXT WA_SANDBOX_TEXT

static const WaSandboxMember card_members[] = {
  { "name", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
  { "birthday", TEXT },
  { "phones", WA_SANDBOX_LIST },
  { "emails", WA_SANDBOX_LIST },
  { "addresses", WA_SANDBOX_LIST },
  { "urls", WA_SANDBOX_LIST },
  { "org", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember name_members[] = {
  { "formatted_name", TEXT | WA_SANDBOX_REQUIRED },
  { "first_name", TEXT },
  { "last_name", TEXT },
  { "middle_name", TEXT },
  { "suffix", TEXT },
  { "prefix", TEXT },
};

static const WaSandboxMember phone_members[] = {
  { "phone", TEXT },
  { "type", TEXT },
  { "wa_id", TEXT },
};

static const WaSandboxMember email_members[] = {
  { "email", TEXT },
  { "type", TEXT },
};

static const WaSandboxMember address_members[] = {
  { "street", TEXT },
  { "city", TEXT },
  { "state", TEXT },
  { "zip", TEXT },
  { "country", TEXT },
  { "country_code", TEXT, 2 },
  { "type", TEXT },
};

static const WaSandboxMember url_members[] = {
  { "url", TEXT },
  { "type", TEXT },
};

static const WaSandboxMember org_members[] = {
  { "company", TEXT },
  { "department", TEXT },
  { "title", TEXT },
};

/* The lists of a card, whose elements have a type. */
static const struct
{
  const char            *name;
  const WaSandboxMember *members;
  guint                  n_members;
  const char            *types;
} parts[] = {
  { "phones", WA_SANDBOX_MEMBERS (phone_members), "CELL MAIN IPHONE HOME WORK" },
  { "emails", WA_SANDBOX_MEMBERS (email_members), "HOME WORK" },
  { "addresses", WA_SANDBOX_MEMBERS (address_members), "HOME WORK" },
  { "urls", WA_SANDBOX_MEMBERS (url_members), "HOME WORK" },
};

static gboolean
check_name (const WaJson  *name,
            GError       **error)
{
  g_auto(GStrv) given = wa_json_dup_names (name);

  return (wa_sandbox_check_object (name, WA_SANDBOX_MEMBERS (name_members), error)
          && (g_strv_length (given) > 1
              || wa_sandbox_refuse (error, 400, "name needs one more part than formatted_name")));
}

static gboolean
check_parts (const WaJson  *card,
             guint          part,
             GError       **error)
{
  WaJson list = wa_json_member (card, parts[part].name);

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson element = wa_json_element (&list, i);

      if (!wa_sandbox_check_object (&element, parts[part].members, parts[part].n_members, error)
          || !wa_sandbox_check_choice (&element, "type", parts[part].types, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_card (const WaJson  *card,
            GError       **error)
{
  WaJson name = wa_json_member (card, "name");
  WaJson org = wa_json_member (card, "org");
  const char *birthday = wa_sandbox_get_text (card, "birthday");

  if (!wa_sandbox_check_object (card, WA_SANDBOX_MEMBERS (card_members), error)
      || !check_name (&name, error)
      || (org.node && !wa_sandbox_check_object (&org, WA_SANDBOX_MEMBERS (org_members), error)))
    return FALSE;
  if (birthday && !g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", birthday, 0, 0))
    return wa_sandbox_refuse (error, 400, "birthday must have the format YYYY-MM-DD");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!check_parts (card, i, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wa_sandbox_onemsg_check_contacts (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaJson contacts = wa_json_member (&exchange->json, "contacts");

  for (guint i = 0; i < wa_json_length (&contacts); i++)
    {
      WaJson card = wa_json_element (&contacts, i);

      if (!check_card (&card, error))
        return FALSE;
    }

  return TRUE;
}
