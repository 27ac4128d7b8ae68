/* wa-sandbox-pabbly-parameters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

static const WaSandboxMember card_body_members[] = {
  { "text", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "bodyParams", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember card_file_members[] = {
  { "fileName", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "fileUrl", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "fileType", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember offer_members[] = {
  { "unixTimestamp", WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED },
};

static gboolean
check_count (const WaJson  *json,
             const char    *name,
             guint          expected,
             GError       **error)
{
  WaJson list = wa_json_member (json, name);
  guint count = wa_json_length (&list);

  if (count != expected)
    return wa_sandbox_refuse (error, 400, "%s must have %u items for this template, not %u", name, expected,
                              count);

  return TRUE;
}

static gboolean
check_texts (const WaJson  *json,
             const char    *name,
             GError       **error)
{
  WaJson list = wa_json_member (json, name);
  g_auto(GStrv) texts = wa_json_dup_texts (&list);

  for (guint i = 0; texts[i]; i++)
    {
      if (!wa_sandbox_is_parameter (texts[i]))
        return wa_sandbox_refuse (error, 400, "%s must not have line breaks, tabs or long gaps", name);
    }

  return TRUE;
}

static gboolean
check_presence (const WaJson  *json,
                const char    *name,
                gboolean       expected,
                GError       **error)
{
  WaJson member = wa_json_member (json, name);

  if (expected && !member.node)
    return wa_sandbox_refuse (error, 400, "%s is required for this template", name);
  if (!expected && member.node)
    return wa_sandbox_refuse (error, 400, "This template takes no %s", name);

  return TRUE;
}

/* Broadcasts may call the code copyCode: the documents have both names there. */
static gboolean
check_code (const WaJson          *json,
            const WaSandboxNeeds  *needs,
            GError               **error)
{
  WaJson other = wa_json_member (json, "copyCode");
  gboolean needed = needs->copy_code || needs->authentication;

  return check_presence (json, "copyCodeParam", needed && !other.node, error)
         && (!other.node || check_presence (json, "copyCode", needed, error));
}

static gboolean
check_media (const WaJson          *json,
             const WaSandboxNeeds  *needs,
             GError               **error)
{
  gboolean document = g_strcmp0 (needs->media, "DOCUMENT") == 0;

  if (!check_presence (json, "link", needs->media != NULL, error))
    return FALSE;
  if (needs->media && !wa_sandbox_check_link (wa_sandbox_get_text (json, "link"), error))
    return FALSE;

  return document || check_presence (json, "filename", FALSE, error);
}

static gboolean
check_expiry (const WaJson          *json,
              const WaSandboxNeeds  *needs,
              GError               **error)
{
  WaJson offer = wa_json_member (json, "ltoFields");
  WaJson time = wa_json_member (&offer, "unixTimestamp");
  gint64 now = g_get_real_time () / G_TIME_SPAN_MILLISECOND;

  if (!check_presence (json, "ltoFields", needs->expiry, error))
    return FALSE;
  if (!needs->expiry)
    return TRUE;
  if (!wa_sandbox_check_object (&offer, WA_SANDBOX_MEMBERS (offer_members), error))
    return FALSE;
  if (wa_json_get_integer (&time, 0) <= now)
    return wa_sandbox_refuse (error, 400, "unixTimestamp must be in the future, in milliseconds");

  return TRUE;
}

/* One card's text with its variables, and its file. */
static gboolean
check_card (const WaJson  *body,
            const WaJson  *file,
            const WaJson  *card,
            GError       **error)
{
  WaJson params = wa_json_member (body, "bodyParams");
  g_auto(GStrv) names = wa_json_dup_names (&params);
  WaJson components = wa_json_member (card, "components");
  WaJson part = wa_sandbox_find_part (&components, "BODY");
  g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&part, "text")));

  if (!wa_sandbox_check_object (body, WA_SANDBOX_MEMBERS (card_body_members), error)
      || !wa_sandbox_check_object (file, WA_SANDBOX_MEMBERS (card_file_members), error)
      || !wa_sandbox_check_choice (file, "fileType", "image video", error)
      || !wa_sandbox_check_link (wa_sandbox_get_text (file, "fileUrl"), error))
    return FALSE;

  if (g_strv_length (names) != g_strv_length (variables))
    return wa_sandbox_refuse (error, 400, "bodyParams of a card must have %u members",
                              g_strv_length (variables));

  for (guint i = 0; variables[i]; i++)
    {
      g_autofree char *name = g_strdup_printf ("{{%s}}", variables[i]);

      if (wa_is_empty (wa_sandbox_get_text (&params, name)))
        return wa_sandbox_refuse (error, 400, "bodyParams of a card must have the text %s", name);
    }

  return TRUE;
}

static gboolean
check_cards (const WaJson             *json,
             const WaSandboxTemplate  *template,
             guint                     n_cards,
             GError                  **error)
{
  WaJson carousel = wa_sandbox_template_get_part (template, "CAROUSEL");
  WaJson cards = wa_json_member (&carousel, "cards");
  WaJson bodies = wa_json_member (json, "carouselBodies");
  WaJson files = wa_json_member (json, "carouselFileData");

  if (!check_count (json, "carouselBodies", n_cards, error)
      || !check_count (json, "carouselFileData", n_cards, error))
    return FALSE;

  for (guint i = 0; i < n_cards; i++)
    {
      WaJson card = wa_json_element (&cards, i);
      WaJson body = wa_json_element (&bodies, i);
      WaJson file = wa_json_element (&files, i);

      if (!check_card (&body, &file, &card, error))
        return FALSE;
    }

  return TRUE;
}

/* The template that the members templateName and languageCode name; it must be approved. */
WaSandboxTemplate *
wa_sandbox_pabbly_find_template (WaSandboxExchange  *exchange,
                                 const WaJson       *json,
                                 GError            **error)
{
  const char *name = wa_sandbox_get_text (json, "templateName");
  const char *language = wa_sandbox_get_text (json, "languageCode");
  WaSandboxTemplate *template = NULL;

  if (wa_is_empty (name))
    {
      wa_sandbox_refuse (error, 400, "templateName is required");
      return NULL;
    }

  template = wa_sandbox_world_find_template (exchange->world, name, language);
  if (!template || !g_str_equal (template->name, name))
    {
      wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Template not found");
      return NULL;
    }

  if (!g_str_equal (template->status, "APPROVED"))
    {
      wa_sandbox_refuse (error, 400, "Template %s is not approved", name);
      return NULL;
    }

  return template;
}

/* As many parameters as the template has places for them; the members' types are known to be right. */
gboolean
wa_sandbox_pabbly_check_parameters (const WaJson             *json,
                                    const WaSandboxTemplate  *template,
                                    GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  WaJson replies = wa_json_member (json, "quickReplies");

  return (check_count (json, "headerParams", needs.header, error)
          && check_count (json, "bodyParams", needs.authentication ? 0 : needs.body, error)
          && check_texts (json, "headerParams", error)
          && check_texts (json, "bodyParams", error)
          && check_media (json, &needs, error)
          && check_count (json, "urlVariables", needs.urls, error)
          && check_code (json, &needs, error)
          && (!replies.node || check_count (json, "quickReplies", needs.quick_replies, error))
          && check_expiry (json, &needs, error)
          && check_cards (json, template, needs.cards, error));
}

/* What the customer reads. */
char *
wa_sandbox_pabbly_dup_text (const WaJson            *json,
                            const WaSandboxTemplate *template)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  WaJson params = wa_json_member (json, "bodyParams");
  g_auto(GStrv) values = wa_json_dup_texts (&params);
  const char *code[] = { wa_sandbox_get_text (json, "copyCodeParam"), NULL };

  if (!code[0])
    code[0] = wa_sandbox_get_text (json, "copyCode");

  return wa_sandbox_template_dup_text (template, needs.authentication ? code : (const char *const *) values);
}
