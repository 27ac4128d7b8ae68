/* wa-template-enums.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-template-enums.h"

G_DEFINE_ENUM_TYPE (WaComponentKind, wa_component_kind,
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_HEADER, "header"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_BODY, "body"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_FOOTER, "footer"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_BUTTONS, "buttons"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_CAROUSEL, "carousel"),
  G_DEFINE_ENUM_VALUE (WA_COMPONENT_LIMITED_TIME_OFFER, "limited-time-offer"))

G_DEFINE_ENUM_TYPE (WaHeaderFormat, wa_header_format,
  G_DEFINE_ENUM_VALUE (WA_HEADER_NONE, "none"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_TEXT, "text"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_IMAGE, "image"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_VIDEO, "video"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_DOCUMENT, "document"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_LOCATION, "location"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_PRODUCT, "product"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_GIF, "gif"),
  G_DEFINE_ENUM_VALUE (WA_HEADER_UNKNOWN, "unknown"))

G_DEFINE_ENUM_TYPE (WaButtonKind, wa_button_kind,
  G_DEFINE_ENUM_VALUE (WA_BUTTON_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_QUICK_REPLY, "quick-reply"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_URL, "url"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_PHONE_NUMBER, "phone-number"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_COPY_CODE, "copy-code"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_OTP, "otp"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_FLOW, "flow"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_VOICE_CALL, "voice-call"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_CATALOG, "catalog"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_MPM, "mpm"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_SPM, "spm"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_CALL_PERMISSION_REQUEST, "call-permission-request"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_REQUEST_CONTACT_INFO, "request-contact-info"),
  G_DEFINE_ENUM_VALUE (WA_BUTTON_ORDER_DETAILS, "order-details"))

G_DEFINE_ENUM_TYPE (WaParameterSection, wa_parameter_section,
  G_DEFINE_ENUM_VALUE (WA_SECTION_HEADER, "header"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_BODY, "body"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_MEDIA, "media"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_FILENAME, "filename"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_LOCATION, "location"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_COPY_CODE, "copy-code"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_URL_BUTTON, "url-button"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_QUICK_REPLY, "quick-reply"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_OFFER_EXPIRY, "offer-expiry"),
  G_DEFINE_ENUM_VALUE (WA_SECTION_PRODUCT, "product"))

G_DEFINE_ENUM_TYPE (WaParameterKind, wa_parameter_kind,
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_TEXT, "text"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_URL, "url"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_IMAGE, "image"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_VIDEO, "video"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_DOCUMENT, "document"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_CODE, "code"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_DATE_TIME, "date-time"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_PRODUCT, "product"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_DECIMAL, "decimal"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_PAYLOAD, "payload"),
  G_DEFINE_ENUM_VALUE (WA_PARAMETER_FILENAME, "filename"))

/* Meta writes upper case with underscores, our nicks are lower case with hyphens; some systems mix cases. */
static int
parse (GType       type,
       const char *text,
       int         unknown)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  g_autofree char *nick = g_ascii_strdown (wa_or_empty (text), -1);
  GEnumValue *value;

  g_strdelimit (nick, "_ ", '-');
  value = g_enum_get_value_by_nick (klass, nick);

  return value != NULL ? value->value : unknown;
}

/**
 * wa_component_kind_parse:
 * @text: (nullable): Meta's word, in any case
 *
 * Returns: the kind; %WA_COMPONENT_UNKNOWN for a new one
 */
WaComponentKind
wa_component_kind_parse (const char *text)
{
  return parse (WA_TYPE_COMPONENT_KIND, text, WA_COMPONENT_UNKNOWN);
}

/**
 * wa_header_format_parse:
 * @text: (nullable): Meta's word, in any case
 *
 * Returns: the format; %WA_HEADER_UNKNOWN for a new one
 */
WaHeaderFormat
wa_header_format_parse (const char *text)
{
  return parse (WA_TYPE_HEADER_FORMAT, text, WA_HEADER_UNKNOWN);
}

/**
 * wa_button_kind_parse:
 * @text: (nullable): Meta's word, in any case
 *
 * Returns: the kind; %WA_BUTTON_UNKNOWN for a new one
 */
WaButtonKind
wa_button_kind_parse (const char *text)
{
  return parse (WA_TYPE_BUTTON_KIND, text, WA_BUTTON_UNKNOWN);
}
