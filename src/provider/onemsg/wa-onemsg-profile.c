/* wa-onemsg-profile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-channel-profile.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

/* What a business shows of itself, and where 1msg reports events. */

#define MOST_ABOUT 139
#define MOST_DESCRIPTION 256
#define MOST_ADDRESS 256
#define MOST_EMAIL 128
#define MOST_WEBSITE 256
#define MOST_WEBSITES 2
#define MOST_WEBHOOKS 5

static const char *const verticals[] = {
  "Automotive", "Beauty, Spa and Salon", "Clothing and Apparel", "Education", "Entertainment",
  "Event Planning and Service", "Finance and Banking", "Food and Grocery", "Public Service",
  "Hotel and Lodging", "Medical and Health", "Non-profit", "Professional Services", "Shopping and Retail",
  "Travel and Transportation", "Restaurant", "Other", NULL,
};

WA_ONEMSG_BUILD (profile)
{
  return wa_onemsg_begin (provider, request, "GET", "me", error);
}

static const WaMapping profile_rows[] = {
  { "about", "about" },
  { "address", "address" },
  { "description", "description" },
  { "email", "email" },
  { "phone", "number" },
  { "vertical", "vertical" },
  { "photo", "photo-url" },
  { "websites", "websites" },
  { NULL }
};

static const WaMappingTable profile_table = { wa_channel_profile_get_type, profile_rows };

WA_ONEMSG_PARSE (profile)
{
  return wa_mapping_read (&profile_table, answer, error);
}

static gboolean
take_photo (WaChannelProfile  *profile,
            WaOnemsgSource    *source,
            GError           **error)
{
  const char *type = wa_channel_profile_get_photo_type (profile);
  GBytes *bytes = wa_channel_profile_get_photo (profile);

  /* A new picture is wanted here, not the address of the old one. */
  *source = (WaOnemsgSource) {
    .link = bytes != NULL ? "" : wa_channel_profile_get_photo_url (profile),
    .bytes = bytes,
    .mime_type = type,
    .filename = g_str_equal (type, "image/png") ? "photo.png" : "photo.jpg",
  };
  if (bytes != NULL && !g_str_equal (type, "image/jpeg") && !g_str_equal (type, "image/png"))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The picture must be a JPEG or a PNG file. Choose another one."));

  return wa_onemsg_source_check (source, WA_LIMIT_IMAGE_BYTES, error);
}

static gboolean
is_web_address (const char *url)
{
  g_autoptr(GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL && !wa_is_empty (g_uri_get_host (uri)) &&
         (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
write_websites (WaProvider        *provider,
                WaChannelProfile  *profile,
                JsonObject        *body,
                GError           **error)
{
  const char *const *websites = wa_channel_profile_get_websites (profile);

  if (!g_str_equal (wa_provider_get_setting (provider, WA_ONEMSG_WEBSITES), WA_ONEMSG_WEBSITES_SENT))
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("Web addresses are not sent to 1msg. "
                               "Switch them on in the account’s settings."));
  if (g_strv_length ((char **) websites) > MOST_WEBSITES)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("There may be two web addresses. Remove the others."));

  for (gsize i = 0; websites[i] != NULL; i++)
    {
      if (!is_web_address (websites[i]))
        return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                                 _("A web address starts with https://. Correct it."));
      if (!wa_check_length (websites[i], _("Web address"), MOST_WEBSITE, error))
        return FALSE;
    }
  json_object_set_array_member (body, "websites", wa_write_text_array (websites));

  return TRUE;
}

static gboolean
write_text (JsonObject  *body,
            const char  *name,
            const char  *value,
            const char  *title,
            guint        most,
            GError     **error)
{
  if (!wa_check_length (value, title, most, error))
    return FALSE;

  json_object_set_string_member (body, name, value);

  return TRUE;
}

static gboolean
write_email (JsonObject  *body,
             const char  *email,
             GError     **error)
{
  if (!wa_is_empty (email) && strchr (email, '@') == NULL)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("That is no e-mail address. Enter one such as jo@example.com."));

  return write_text (body, "email", email, _("E-mail"), MOST_EMAIL, error);
}

static gboolean
write_vertical (JsonObject  *body,
                const char  *vertical,
                GError     **error)
{
  if (!g_strv_contains (verticals, vertical))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("1msg doesn’t know this line of business. Choose another one."));

  json_object_set_string_member (body, "vertical", vertical);

  return TRUE;
}

static gboolean
write_property (WaProvider        *provider,
                WaChannelProfile  *profile,
                const char        *property,
                WaOnemsgSource    *photo,
                JsonObject        *body,
                GError           **error)
{
  if (g_str_equal (property, "about"))
    return wa_check_text (wa_channel_profile_get_about (profile), _("About"), MOST_ABOUT, error) &&
           write_text (body, "about", wa_channel_profile_get_about (profile), _("About"), MOST_ABOUT, error);
  if (g_str_equal (property, "address"))
    return write_text (body, "address", wa_channel_profile_get_address (profile), _("Address"),
                       MOST_ADDRESS, error);
  if (g_str_equal (property, "description"))
    return write_text (body, "description", wa_channel_profile_get_description (profile), _("Description"),
                       MOST_DESCRIPTION, error);
  if (g_str_equal (property, "email"))
    return write_email (body, wa_channel_profile_get_email (profile), error);
  if (g_str_equal (property, "vertical"))
    return write_vertical (body, wa_channel_profile_get_vertical (profile), error);
  if (g_str_equal (property, "photo") || g_str_equal (property, "photo-url"))
    return take_photo (profile, photo, error);
  if (g_str_equal (property, "websites"))
    return write_websites (provider, profile, body, error);

  return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                           _("1msg can’t change that. Change it on Meta’s web page."));
}

WA_ONEMSG_BUILD (update_profile)
{
  WaChannelProfile *profile = WA_CHANNEL_PROFILE (args);
  const char *const *changed = wa_channel_profile_get_changed (profile);
  g_autoptr(JsonObject) body = json_object_new ();
  WaOnemsgSource photo = { NULL };

  if (changed[0] == NULL)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("Nothing was changed."));

  for (gsize i = 0; changed[i] != NULL; i++)
    if (!write_property (provider, profile, changed[i], &photo, body, error))
      return FALSE;
  if (photo.link != NULL)
    return wa_onemsg_post_file (provider, request, "me", &photo, "photo", g_steal_pointer (&body), error);

  return wa_onemsg_post (provider, request, "me", g_steal_pointer (&body), error);
}

WA_ONEMSG_BUILD (settings)
{
  return wa_onemsg_begin (provider, request, "GET", "settings", error);
}

/* One address, several, or several in one text. */
static void
read_webhooks (WaChannelProfile *profile,
               const WaJson     *json)
{
  WaJson place = wa_json_member (json, "webhookUrl");
  const char *text = wa_json_get_text (&place);
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : wa_json_dup_texts (&place);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) urls = NULL;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (!wa_is_empty (g_strstrip (parts[i])))
      g_strv_builder_add (builder, parts[i]);
  urls = g_strv_builder_end (builder);

  wa_channel_profile_set_webhook_urls (profile, (const char *const *) urls);
}

static void
read_flags (WaChannelProfile *profile,
            const WaJson     *json)
{
  static const char *const names[] = {
    "ackNotificationsOn", "guaranteedHooks", "rawHooks", "template_analytics_enabled",
    "cta_url_link_tracking_opted_out",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WaJson member = wa_json_member (json, names[i]);
      g_autoptr(WaAttribute) flag = wa_attribute_new ();

      if (!wa_json_is (&member, WA_JSON_BOOLEAN))
        continue;
      wa_attribute_set_name (flag, names[i]);
      wa_attribute_set_value (flag, wa_json_get_flag (&member, FALSE) ? "true" : "false");
      g_list_store_append (wa_channel_profile_get_flags (profile), flag);
    }
}

WA_ONEMSG_PARSE (settings)
{
  WaChannelProfile *profile = wa_channel_profile_new ();

  read_webhooks (profile, answer);
  read_flags (profile, answer);

  return G_OBJECT (profile);
}

/* The list replaces what is there, so all of it is sent.  Null clears it; where a channel keeps its address
 * all the same, "" does. */
static JsonNode *
webhook_node (WaChannelProfile  *profile,
              GError           **error)
{
  const char *const *urls = wa_channel_profile_get_webhook_urls (profile);
  guint n = g_strv_length ((char **) urls);
  JsonNode *node;

  for (gsize i = 0; i < n; i++)
    if (!is_web_address (urls[i]) && !(n == 1 && wa_is_empty (urls[i])))
      {
        g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                     _("“%s” is no address of a webhook. Enter one that starts with https://."), urls[i]);
        return NULL;
      }

  if (n > MOST_WEBHOOKS)
    {
      wa_onemsg_refuse (error, WA_ERROR_INVALID, _("1msg takes five webhooks at most. Remove one."));
      return NULL;
    }

  node = json_node_alloc ();
  if (n == 0)
    return json_node_init_null (node);
  if (n == 1)
    return json_node_init_string (node, urls[0]);

  json_node_init (node, JSON_NODE_ARRAY);
  json_node_take_array (node, wa_write_text_array (urls));

  return node;
}

static gboolean
post_webhooks (WaProvider        *provider,
               WaChannelProfile  *profile,
               WaRequest         *request,
               const char        *name,
               GError           **error)
{
  JsonNode *node = webhook_node (profile, error);
  JsonObject *body;

  if (node == NULL)
    return FALSE;

  body = json_object_new ();
  json_object_set_member (body, "webhookUrl", node);

  return wa_onemsg_post (provider, request, name, body, error);
}

WA_ONEMSG_BUILD (set_settings)
{
  return post_webhooks (provider, WA_CHANNEL_PROFILE (args), request, "settings", error);
}

/* The answer says nothing about the webhooks, as a rule. */
WA_ONEMSG_PARSE (set_settings)
{
  WaJson place = wa_json_member (answer, "webhookUrl");
  GObject *profile = wa_onemsg_parse_settings (provider, args, answer, error);

  if (wa_json_is (&place, WA_JSON_ABSENT))
    wa_channel_profile_set_webhook_urls (WA_CHANNEL_PROFILE (profile),
                                         wa_channel_profile_get_webhook_urls (WA_CHANNEL_PROFILE (args)));

  return profile;
}

/* Setting none is the business of the settings. */
WA_ONEMSG_BUILD (set_webhook)
{
  WaChannelProfile *profile = WA_CHANNEL_PROFILE (args);

  if (wa_is_empty (wa_channel_profile_get_webhook_urls (profile)[0]))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("Enter the address of the webhook."));

  return post_webhooks (provider, profile, request, "webhook", error);
}
