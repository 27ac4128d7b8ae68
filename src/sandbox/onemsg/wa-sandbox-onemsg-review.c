/* wa-sandbox-onemsg-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a new template must be, M23.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define TEXT   (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define LIST   (WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED)
#define NUMBER (WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED)
#define FLAG   (WA_SANDBOX_BOOLEAN | WA_SANDBOX_REQUIRED)

#define TYPE { "type", TEXT }

static const WaSandboxMember text_header_members[] = {
  TYPE,
  { "format", TEXT },
  { "text", TEXT, 60 },
  { "example", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember media_header_members[] = {
  TYPE,
  { "format", TEXT },
  { "example", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember header_text_members[] = {
  { "header_text", LIST, 1 },
};

static const WaSandboxMember header_handle_members[] = {
  { "header_handle", LIST, 1 },
};

static const WaSandboxMember body_members[] = {
  TYPE,
  { "text", TEXT, 1024 },
  { "example", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember body_text_members[] = {
  { "body_text", LIST, 1 },
};

static const WaSandboxMember code_body_members[] = {
  TYPE,
  { "add_security_recommendation", FLAG },
};

static const WaSandboxMember footer_members[] = {
  TYPE,
  { "text", TEXT, 60 },
};

static const WaSandboxMember code_footer_members[] = {
  TYPE,
  { "code_expiration_minutes", NUMBER },
};

static const WaSandboxMember buttons_members[] = {
  TYPE,
  { "buttons", LIST, 10 },
};

static const WaSandboxMember carousel_members[] = {
  TYPE,
  { "cards", LIST, 10 },
};

static const WaSandboxMember card_members[] = {
  { "components", LIST },
};

static const WaSandboxMember plain_button_members[] = {
  TYPE,
  { "text", TEXT, 25 },
};

static const WaSandboxMember url_button_members[] = {
  TYPE,
  { "text", TEXT, 25 },
  { "url", TEXT, 2000 },
  { "example", WA_SANDBOX_LIST, 1 },
};

static const WaSandboxMember phone_button_members[] = {
  TYPE,
  { "text", TEXT, 25 },
  { "phone_number", TEXT, 20 },
};

static const WaSandboxMember code_button_members[] = {
  TYPE,
  { "example", TEXT, 20 },
};

static const WaSandboxMember otp_button_members[] = {
  TYPE,
  { "otp_type", TEXT },
  { "text", WA_SANDBOX_TEXT, 25 },
};

/* How many buttons of a kind a template may have. */
static const struct
{
  const char            *type;
  const WaSandboxMember *members;
  guint                  n_members;
  guint                  max;
} buttons[] = {
  { "QUICK_REPLY", WA_SANDBOX_MEMBERS (plain_button_members), 10 },
  { "URL", WA_SANDBOX_MEMBERS (url_button_members), 2 },
  { "PHONE_NUMBER", WA_SANDBOX_MEMBERS (phone_button_members), 1 },
  { "COPY_CODE", WA_SANDBOX_MEMBERS (code_button_members), 1 },
  { "CATALOG", WA_SANDBOX_MEMBERS (plain_button_members), 1 },
};

static char **
dup_variables (const WaJson *json,
               const char   *name)
{
  return wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (json, name)));
}

/* Variables are numbered from 1 without gaps, and each has an example. */
static gboolean
check_variables (const WaJson  *json,
                 const char    *name,
                 const WaJson  *examples,
                 GError       **error)
{
  g_auto(GStrv) variables = dup_variables (json, name);
  g_auto(GStrv) texts = wa_json_dup_texts (examples);

  for (guint i = 0; variables[i]; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (!g_str_equal (variables[i], number))
        return wa_sandbox_refuse (error, 400, "%s must number its variables from 1 without gaps", name);
    }

  return (g_strv_length (texts) == g_strv_length (variables)
          || wa_sandbox_refuse (error, 400, "example must have one value for each variable of %s", name));
}

static gboolean
check_header (const WaJson  *header,
              GError       **error)
{
  WaJson example = wa_json_member (header, "example");
  WaJson texts = wa_json_member (&example, "header_text");

  if (!wa_sandbox_check_choice (header, "format", "TEXT IMAGE VIDEO DOCUMENT", error))
    return FALSE;

  if (g_strcmp0 (wa_sandbox_get_text (header, "format"), "TEXT") == 0)
    return (wa_sandbox_check_object (header, WA_SANDBOX_MEMBERS (text_header_members), error)
            && (!example.node
                || wa_sandbox_check_object (&example, WA_SANDBOX_MEMBERS (header_text_members), error))
            && check_variables (header, "text", &texts, error));

  return (wa_sandbox_check_object (header, WA_SANDBOX_MEMBERS (media_header_members), error)
          && wa_sandbox_check_object (&example, WA_SANDBOX_MEMBERS (header_handle_members), error));
}

static gboolean
check_body (const WaJson  *body,
            GError       **error)
{
  WaJson example = wa_json_member (body, "example");
  WaJson texts = wa_json_find (&example, "body_text[0]");
  const char *text = wa_sandbox_get_text (body, "text");

  if (!wa_sandbox_check_object (body, WA_SANDBOX_MEMBERS (body_members), error)
      || (example.node && !wa_sandbox_check_object (&example, WA_SANDBOX_MEMBERS (body_text_members), error)))
    return FALSE;
  if (g_str_has_prefix (text, "{{") || g_str_has_suffix (text, "}}"))
    return wa_sandbox_refuse (error, 400, "text must not begin or end with a variable");

  return check_variables (body, "text", &texts, error);
}

static gboolean
check_footer (const WaJson  *footer,
              GError       **error)
{
  g_auto(GStrv) variables = dup_variables (footer, "text");

  return (wa_sandbox_check_object (footer, WA_SANDBOX_MEMBERS (footer_members), error)
          && (!variables[0] || wa_sandbox_refuse (error, 400, "A footer has no variables")));
}

static gboolean
check_url (const WaJson  *button,
           GError       **error)
{
  const char *url = wa_sandbox_get_text (button, "url");
  WaJson example = wa_json_member (button, "example");
  g_auto(GStrv) variables = dup_variables (button, "url");

  if (variables[0] && !g_str_has_suffix (url, "{{1}}"))
    return wa_sandbox_refuse (error, 400, "url may have one variable, at its end");

  return check_variables (button, "url", &example, error);
}

static gboolean
check_button (const WaJson  *button,
              guint         *counts,
              GError       **error)
{
  const char *type = wa_or_empty (wa_sandbox_get_text (button, "type"));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (!g_str_equal (buttons[i].type, type))
        continue;

      if (!wa_sandbox_check_object (button, buttons[i].members, buttons[i].n_members, error))
        return FALSE;
      if (++counts[i] > buttons[i].max)
        return wa_sandbox_refuse (error, 400, "buttons must not have more than %u of type %s",
                                  buttons[i].max, type);

      return !g_str_equal (type, "URL") || check_url (button, error);
    }

  return wa_sandbox_refuse (error, 400, "type is missing or not supported");
}

/* Quick replies stand together. */
static gboolean
check_buttons (const WaJson  *part,
               GError       **error)
{
  WaJson list = wa_json_member (part, "buttons");
  guint counts[G_N_ELEMENTS (buttons)] = { 0 };
  guint changes = 0;
  gboolean before = FALSE;

  if (!wa_sandbox_check_object (part, WA_SANDBOX_MEMBERS (buttons_members), error))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson button = wa_json_element (&list, i);
      gboolean reply = g_strcmp0 (wa_sandbox_get_text (&button, "type"), "QUICK_REPLY") == 0;

      if (!check_button (&button, counts, error))
        return FALSE;

      changes += i > 0 && reply != before;
      before = reply;
    }

  return changes < 2 || wa_sandbox_refuse (error, 400, "buttons must keep quick replies together");
}

static gboolean
check_card (const WaJson  *card,
            GError       **error)
{
  WaJson components = wa_json_member (card, "components");
  WaJson header = wa_sandbox_find_part (&components, "HEADER");
  WaJson carousel = wa_sandbox_find_part (&components, "CAROUSEL");

  if (!wa_sandbox_check_object (card, WA_SANDBOX_MEMBERS (card_members), error)
      || !wa_sandbox_check_choice (&header, "format", "IMAGE VIDEO", error))
    return FALSE;
  if (!header.node || carousel.node)
    return wa_sandbox_refuse (error, 400, "A card has a header and no cards of its own");

  return wa_sandbox_onemsg_check_components (&components, FALSE, error);
}

static gboolean
check_carousel (const WaJson  *carousel,
                GError       **error)
{
  WaJson cards = wa_json_member (carousel, "cards");

  if (!wa_sandbox_check_object (carousel, WA_SANDBOX_MEMBERS (carousel_members), error))
    return FALSE;
  if (wa_json_length (&cards) < 2)
    return wa_sandbox_refuse (error, 400, "cards must be at least 2");

  for (guint i = 0; i < wa_json_length (&cards); i++)
    {
      WaJson card = wa_json_element (&cards, i);

      if (!check_card (&card, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_code_body (const WaJson  *body,
                 GError       **error)
{
  return wa_sandbox_check_object (body, WA_SANDBOX_MEMBERS (code_body_members), error);
}

static gboolean
check_code_footer (const WaJson  *footer,
                   GError       **error)
{
  WaJson minutes = wa_json_member (footer, "code_expiration_minutes");
  gint64 value = wa_json_get_integer (&minutes, 0);

  return (wa_sandbox_check_object (footer, WA_SANDBOX_MEMBERS (code_footer_members), error)
          && ((value >= 1 && value <= 90)
              || wa_sandbox_refuse (error, 400, "code_expiration_minutes must be 1 to 90")));
}

static gboolean
check_code_button (const WaJson  *part,
                   GError       **error)
{
  WaJson list = wa_json_member (part, "buttons");
  WaJson button = wa_json_element (&list, 0);

  return (wa_sandbox_check_object (part, WA_SANDBOX_MEMBERS (buttons_members), error)
          && wa_sandbox_check_object (&button, WA_SANDBOX_MEMBERS (otp_button_members), error)
          && wa_sandbox_check_choice (&button, "type", "OTP", error)
          && wa_sandbox_check_choice (&button, "otp_type", "COPY_CODE", error)
          && (wa_json_length (&list) == 1
              || wa_sandbox_refuse (error, 400, "A template for codes has one button")));
}

typedef struct
{
  const char *type;
  gboolean  (*check) (const WaJson  *part,
                      GError       **error);
} Check;

static const Check checks[] = {
  { "HEADER", check_header },
  { "BODY", check_body },
  { "FOOTER", check_footer },
  { "BUTTONS", check_buttons },
  { "CAROUSEL", check_carousel },
};

static const Check code_checks[] = {
  { "BODY", check_code_body },
  { "FOOTER", check_code_footer },
  { "BUTTONS", check_code_button },
};

static gboolean
check_part (const WaJson  *part,
            const Check   *rows,
            guint          n_rows,
            GHashTable    *types,
            GError       **error)
{
  const char *type = wa_or_empty (wa_sandbox_get_text (part, "type"));

  if (!g_hash_table_add (types, (gpointer) type))
    return wa_sandbox_refuse (error, 400, "components must not have two of type %s", type);

  for (guint i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].type, type))
        return rows[i].check (part, error);
    }

  return wa_sandbox_refuse (error, 400, "type is missing or not supported");
}

gboolean
wa_sandbox_onemsg_check_components (const WaJson  *components,
                                    gboolean       authentication,
                                    GError       **error)
{
  const Check *rows = authentication ? code_checks : checks;
  guint n_rows = authentication ? G_N_ELEMENTS (code_checks) : G_N_ELEMENTS (checks);
  g_autoptr(GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wa_json_length (components); i++)
    {
      WaJson part = wa_json_element (components, i);

      if (!check_part (&part, rows, n_rows, types, error))
        return FALSE;
    }

  return (g_hash_table_contains (types, "BODY")
          || wa_sandbox_refuse (error, 400, "components must have a BODY"));
}
