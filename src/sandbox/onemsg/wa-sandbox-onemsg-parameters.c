/* wa-sandbox-onemsg-parameters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parameters of a template message, M22: as many and as formed as the template has places for them.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define TEXT   (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define LIST   (WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED)
#define OBJECT (WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED)
#define NUMBER (WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED)

#define WRONG_COUNT  "(#132000) Number of parameters does not match the expected number of params"
#define WRONG_FORMAT "(#132012) Parameter format does not match format in the created template"

static const WaSandboxMember part_members[] = {
  { "type", TEXT },
  { "parameters", LIST },
};

static const WaSandboxMember button_members[] = {
  { "type", TEXT },
  { "sub_type", TEXT },
  { "index", WA_SANDBOX_TEXT | WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED },
  { "parameters", LIST, 1 },
};

static const WaSandboxMember carousel_members[] = {
  { "type", TEXT },
  { "cards", LIST, 10 },
};

static const WaSandboxMember card_members[] = {
  { "card_index", NUMBER },
  { "components", LIST },
};

static const WaSandboxMember text_members[] = {
  { "type", TEXT },
  { "text", TEXT },
  { "parameter_name", WA_SANDBOX_TEXT },
};

static const WaSandboxMember payload_members[] = {
  { "type", TEXT },
  { "payload", TEXT },
};

static const WaSandboxMember code_members[] = {
  { "type", TEXT },
  { "coupon_code", TEXT, 20 },
};

static const WaSandboxMember action_members[] = {
  { "type", TEXT },
  { "action", OBJECT },
};

static const WaSandboxMember thumbnail_members[] = {
  { "thumbnail_product_retailer_id", TEXT },
};

static const WaSandboxMember offer_members[] = {
  { "type", TEXT },
  { "limited_time_offer", OBJECT },
};

static const WaSandboxMember expiry_members[] = {
  { "expiration_time_ms", NUMBER },
};

static const WaSandboxMember file_members[] = {
  { "link", WA_SANDBOX_TEXT },
  { "id", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
};

/* The parts of a message against those of a template, or of one of its cards. */
typedef struct
{
  WaSandboxExchange       *exchange;
  const WaSandboxTemplate *template;
  WaJson                   components;
  GHashTable              *given;       /* (element-type utf8): header, body, button 0 … */
} Parts;

static gboolean
mismatch (const char  *text,
          GError     **error)
{
  return wa_sandbox_refuse (error, WA_ONEMSG_NOT_SENT, "%s", text);
}

static WaJson
find_button (const Parts *parts,
             guint        index)
{
  WaJson part = wa_sandbox_find_part (&parts->components, "BUTTONS");
  WaJson buttons = wa_json_member (&part, "buttons");
  WaJson button = wa_json_element (&buttons, index);

  return wa_json_from_node (button.node);
}

static gboolean
has_variable (const WaJson *json,
              const char   *name)
{
  g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (json, name)));

  return variables[0] != NULL;
}

static gboolean
check_text (const WaJson  *param,
            GError       **error)
{
  const char *text = wa_sandbox_get_text (param, "text");

  if (!wa_sandbox_check_object (param, WA_SANDBOX_MEMBERS (text_members), error))
    return FALSE;
  if (!g_str_equal (wa_sandbox_get_text (param, "type"), "text"))
    return mismatch (WRONG_FORMAT, error);
  if (!wa_sandbox_is_parameter (text))
    return mismatch ("(#132018) Param text cannot have new-line/tab characters or more than 4 "
                     "consecutive spaces", error);

  return TRUE;
}

/* Named variables need their names, numbered ones must not have any. */
static gboolean
check_texts (const Parts   *parts,
             const WaJson  *params,
             const WaJson  *part,
             GError       **error)
{
  g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (part, "text")));
  gboolean named = g_str_equal (parts->template->parameters, "NAMED");

  if (wa_json_length (params) != g_strv_length (variables))
    return mismatch (WRONG_COUNT, error);

  for (guint i = 0; i < wa_json_length (params); i++)
    {
      WaJson param = wa_json_element (params, i);
      const char *name = wa_sandbox_get_text (&param, "parameter_name");

      if (!check_text (&param, error))
        return FALSE;
      if (!name != !named || (name && !g_strv_contains ((const char *const *) variables, name)))
        return mismatch ("(#100) Parameter name is missing or empty", error);
    }

  return TRUE;
}

/* A file is a link, or one that was uploaded; pictures come as links alone. */
static gboolean
check_file (const Parts   *parts,
            const WaJson  *file,
            const char    *format,
            GError       **error)
{
  const WaOnemsgState *state = parts->exchange->state;
  const char *link = wa_sandbox_get_text (file, "link");
  const char *id = wa_sandbox_get_text (file, "id");

  if (!wa_sandbox_check_object (file, WA_SANDBOX_MEMBERS (file_members), error))
    return FALSE;
  if (!link == !id || (id && g_str_equal (format, "IMAGE"))
      || (wa_sandbox_get_text (file, "filename") && !g_str_equal (format, "DOCUMENT")))
    return mismatch (WRONG_FORMAT, error);
  if (id && !g_hash_table_contains (state->media, id))
    return mismatch ("(#131009) Parameter value is not valid: media not found", error);

  return !link || wa_sandbox_check_link (link, error);
}

static gboolean
check_header (const Parts   *parts,
              const WaJson  *given,
              GError       **error)
{
  WaJson header = wa_sandbox_find_part (&parts->components, "HEADER");
  const char *format = wa_or_empty (wa_sandbox_get_text (&header, "format"));
  g_autofree char *type = g_ascii_strdown (format, -1);
  WaJson params = wa_json_member (given, "parameters");
  WaJson param = wa_json_element (&params, 0);
  WaJson file = wa_json_member (&param, type);
  const WaSandboxMember members[] = { { "type", TEXT }, { type, OBJECT } };

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (part_members), error))
    return FALSE;
  if (g_str_equal (format, "") || g_str_equal (format, "TEXT"))
    return check_texts (parts, &params, &header, error);
  if (wa_json_length (&params) != 1 || g_strcmp0 (wa_sandbox_get_text (&param, "type"), type) != 0)
    return mismatch (WRONG_FORMAT, error);

  return (wa_sandbox_check_object (&param, WA_SANDBOX_MEMBERS (members), error)
          && check_file (parts, &file, format, error));
}

static gboolean
check_body (const Parts   *parts,
            const WaJson  *given,
            GError       **error)
{
  WaJson body = wa_sandbox_find_part (&parts->components, "BODY");
  WaJson params = wa_json_member (given, "parameters");

  return (wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (part_members), error)
          && check_texts (parts, &params, &body, error));
}

static gboolean
check_payload (const Parts   *parts,
               const WaJson  *param,
               GError       **error)
{
  return (wa_sandbox_check_object (param, WA_SANDBOX_MEMBERS (payload_members), error)
          && wa_sandbox_check_choice (param, "type", "payload", error));
}

static gboolean
check_code (const Parts   *parts,
            const WaJson  *param,
            GError       **error)
{
  return (wa_sandbox_check_object (param, WA_SANDBOX_MEMBERS (code_members), error)
          && wa_sandbox_check_choice (param, "type", "coupon_code", error));
}

static gboolean
check_thumbnail (const Parts   *parts,
                 const WaJson  *param,
                 GError       **error)
{
  WaJson action = wa_json_member (param, "action");
  const char *product = wa_sandbox_get_text (&action, "thumbnail_product_retailer_id");

  return (wa_sandbox_check_object (param, WA_SANDBOX_MEMBERS (action_members), error)
          && wa_sandbox_check_choice (param, "type", "action", error)
          && wa_sandbox_check_object (&action, WA_SANDBOX_MEMBERS (thumbnail_members), error)
          && (wa_sandbox_onemsg_has_product (parts->exchange->world, product)
              || mismatch ("(#131009) Parameter value is not valid: product not found", error)));
}

static gboolean
check_url (const Parts   *parts,
           const WaJson  *param,
           GError       **error)
{
  return check_text (param, error);
}

/* Which buttons of a template take what. */
static const struct
{
  const char *type;
  const char *sub_type;
  gboolean  (*check) (const Parts   *parts,
                      const WaJson  *param,
                      GError       **error);
} buttons[] = {
  { "URL", "url", check_url },
  { "OTP", "url", check_url },
  { "QUICK_REPLY", "quick_reply", check_payload },
  { "COPY_CODE", "copy_code", check_code },
  { "CATALOG", "CATALOG", check_thumbnail },
};

static gboolean
check_button (const Parts   *parts,
              const WaJson  *given,
              GError       **error)
{
  WaJson place = wa_json_member (given, "index");
  WaJson button = find_button (parts, wa_json_get_integer (&place, -1));
  WaJson param = wa_json_find (given, "parameters[0]");
  const char *type = wa_or_empty (wa_sandbox_get_text (&button, "type"));
  const char *sub_type = wa_sandbox_get_text (given, "sub_type");

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (button_members), error))
    return FALSE;
  if (g_str_equal (type, "URL") && !has_variable (&button, "url"))
    return mismatch (WRONG_COUNT, error);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (g_str_equal (buttons[i].type, type) && g_str_equal (buttons[i].sub_type, sub_type))
        return buttons[i].check (parts, &param, error);
    }

  return mismatch ("(#132012) There is no such button in the template", error);
}

static gboolean
check_offer (const Parts   *parts,
             const WaJson  *given,
             GError       **error)
{
  WaJson part = wa_sandbox_find_part (&parts->components, "LIMITED_TIME_OFFER");
  WaJson param = wa_json_find (given, "parameters[0]");
  WaJson offer = wa_json_member (&param, "limited_time_offer");
  WaJson time = wa_json_member (&offer, "expiration_time_ms");
  gint64 now = wa_sandbox_world_get_now (parts->exchange->world);

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (part_members), error)
      || !wa_sandbox_check_object (&param, WA_SANDBOX_MEMBERS (offer_members), error)
      || !wa_sandbox_check_choice (&param, "type", "limited_time_offer", error)
      || !wa_sandbox_check_object (&offer, WA_SANDBOX_MEMBERS (expiry_members), error))
    return FALSE;
  if (!part.node)
    return mismatch (WRONG_COUNT, error);

  return (wa_json_get_integer (&time, 0) > now / G_TIME_SPAN_MILLISECOND
          || mismatch ("(#131009) expiration_time_ms must be in the future", error));
}

static gboolean check_parts (Parts         *parts,
                             const WaJson  *params,
                             GError       **error);

static gboolean
check_card (const Parts   *parts,
            const WaJson  *given,
            const WaJson  *card,
            guint          index,
            GError       **error)
{
  WaJson components = wa_json_member (card, "components");
  WaJson params = wa_json_member (given, "components");
  WaJson number = wa_json_member (given, "card_index");
  Parts own = { parts->exchange, parts->template, components, NULL };

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (card_members), error))
    return FALSE;
  if (wa_json_get_integer (&number, -1) != index)
    return mismatch (WRONG_FORMAT, error);

  return check_parts (&own, &params, error);
}

static gboolean
check_carousel (const Parts   *parts,
                const WaJson  *given,
                GError       **error)
{
  WaJson carousel = wa_sandbox_find_part (&parts->components, "CAROUSEL");
  WaJson cards = wa_json_member (&carousel, "cards");
  WaJson given_cards = wa_json_member (given, "cards");

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (carousel_members), error))
    return FALSE;
  if (wa_json_length (&given_cards) != wa_json_length (&cards))
    return mismatch (WRONG_COUNT, error);

  for (guint i = 0; i < wa_json_length (&cards); i++)
    {
      WaJson card = wa_json_element (&cards, i);
      WaJson given_card = wa_json_element (&given_cards, i);

      if (!check_card (parts, &given_card, &card, i, error))
        return FALSE;
    }

  return TRUE;
}

static const struct
{
  const char *type;
  gboolean  (*check) (const Parts   *parts,
                      const WaJson  *given,
                      GError       **error);
} checks[] = {
  { "header", check_header },
  { "body", check_body },
  { "button", check_button },
  { "limited_time_offer", check_offer },
  { "CAROUSEL", check_carousel },
};

/* No part comes twice. */
static gboolean
check_part (Parts         *parts,
            const WaJson  *given,
            GError       **error)
{
  const char *type = wa_or_empty (wa_sandbox_get_text (given, "type"));
  WaJson index = wa_json_member (given, "index");
  g_autofree char *number = wa_json_dup_scalar (&index);

  if (!g_hash_table_add (parts->given, g_strdup_printf ("%s%s", type, wa_or_empty (number))))
    return mismatch (WRONG_COUNT, error);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (g_str_equal (checks[i].type, type))
        return checks[i].check (parts, given, error);
    }

  return wa_sandbox_refuse (error, 400,
                            "type must be one of: header body button limited_time_offer CAROUSEL");
}

static gboolean
has_button (const Parts  *parts,
            guint         index,
            const WaJson *button)
{
  const char *type = wa_sandbox_get_text (button, "type");
  g_autofree char *key = g_strdup_printf ("button%u", index);
  gboolean needed = (g_str_equal (type, "OTP") || g_str_equal (type, "COPY_CODE")
                     || (g_str_equal (type, "URL") && has_variable (button, "url")));

  return !needed || g_hash_table_contains (parts->given, key);
}

/* Whatever the template can't do without is there. */
static gboolean
is_complete (const Parts *parts)
{
  WaJson header = wa_sandbox_find_part (&parts->components, "HEADER");
  WaJson body = wa_sandbox_find_part (&parts->components, "BODY");
  WaJson offer = wa_sandbox_find_part (&parts->components, "LIMITED_TIME_OFFER");
  WaJson expiry = wa_json_find (&offer, "limited_time_offer.has_expiration");
  WaJson carousel = wa_sandbox_find_part (&parts->components, "CAROUSEL");
  WaJson button_part = wa_sandbox_find_part (&parts->components, "BUTTONS");
  WaJson list = wa_json_member (&button_part, "buttons");
  const char *format = wa_sandbox_get_text (&header, "format");
  gboolean media = format && !g_str_equal (format, "TEXT");

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson button = wa_json_element (&list, i);

      if (!has_button (parts, i, &button))
        return FALSE;
    }

  return ((g_hash_table_contains (parts->given, "header") || !(media || has_variable (&header, "text")))
          && (g_hash_table_contains (parts->given, "body") || !has_variable (&body, "text"))
          && (g_hash_table_contains (parts->given, "limited_time_offer")
              || !wa_json_get_flag (&expiry, FALSE))
          && (g_hash_table_contains (parts->given, "CAROUSEL") || !carousel.node));
}

static gboolean
check_parts (Parts         *parts,
             const WaJson  *params,
             GError       **error)
{
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  parts->given = given;
  for (guint i = 0; i < wa_json_length (params); i++)
    {
      WaJson part = wa_json_element (params, i);

      if (!check_part (parts, &part, error))
        return FALSE;
    }

  return is_complete (parts) || mismatch (WRONG_COUNT, error);
}

gboolean
wa_sandbox_onemsg_check_parameters (WaSandboxExchange        *exchange,
                                    const WaSandboxTemplate  *template,
                                    const WaJson             *params,
                                    GError                  **error)
{
  Parts parts = { exchange, template, wa_json_from_node (template->components), NULL };

  return check_parts (&parts, params, error);
}

/* The value of the variable @name, or of the one at @index where the parameters have no names. */
static const char *
find_value (const WaJson *params,
            const char   *name,
            guint         index)
{
  for (guint i = 0; i < wa_json_length (params); i++)
    {
      WaJson param = wa_json_element (params, i);
      const char *own = wa_sandbox_get_text (&param, "parameter_name");

      if (own ? g_str_equal (own, name) : i == index)
        return wa_sandbox_get_text (&param, "text");
    }

  return "";
}

/* What the customer reads. */
char *
wa_sandbox_onemsg_dup_text (const WaSandboxTemplate *template,
                            const WaJson            *params)
{
  WaJson body = wa_sandbox_template_get_part (template, "BODY");
  g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&body, "text")));
  WaJson given = wa_sandbox_find_part (params, "body");
  WaJson list = wa_json_member (&given, "parameters");
  guint n_variables = g_strv_length (variables);
  g_autofree const char **values = g_new0 (const char *, n_variables + 1);

  for (guint i = 0; i < n_variables; i++)
    values[i] = find_value (&list, variables[i], i);

  return wa_sandbox_template_dup_text (template, values);
}
