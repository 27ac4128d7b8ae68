/* wa-template-enums.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WA_COMPONENT_UNKNOWN,
  WA_COMPONENT_HEADER,
  WA_COMPONENT_BODY,
  WA_COMPONENT_FOOTER,
  WA_COMPONENT_BUTTONS,
  WA_COMPONENT_CAROUSEL,
  WA_COMPONENT_LIMITED_TIME_OFFER,
} WaComponentKind;

typedef enum
{
  WA_HEADER_NONE,
  WA_HEADER_TEXT,
  WA_HEADER_IMAGE,
  WA_HEADER_VIDEO,
  WA_HEADER_DOCUMENT,
  WA_HEADER_LOCATION,
  WA_HEADER_PRODUCT,
  WA_HEADER_GIF,
  WA_HEADER_UNKNOWN,
} WaHeaderFormat;

typedef enum
{
  WA_BUTTON_UNKNOWN,
  WA_BUTTON_QUICK_REPLY,
  WA_BUTTON_URL,
  WA_BUTTON_PHONE_NUMBER,
  WA_BUTTON_COPY_CODE,
  WA_BUTTON_OTP,
  WA_BUTTON_FLOW,
  WA_BUTTON_VOICE_CALL,
  WA_BUTTON_CATALOG,
  WA_BUTTON_MPM,
  WA_BUTTON_SPM,
  WA_BUTTON_CALL_PERMISSION_REQUEST,
  WA_BUTTON_REQUEST_CONTACT_INFO,
  WA_BUTTON_ORDER_DETAILS,
} WaButtonKind;

/**
 * WaParameterSection:
 *
 * Where a template's value goes.  A value inside a carousel card has the section of its place, and the
 * card's number.
 *
 * @WA_SECTION_HEADER: the variable of a text header
 * @WA_SECTION_BODY: a variable of the body
 * @WA_SECTION_MEDIA: the file of a picture, video or document header
 * @WA_SECTION_FILENAME: the name under which a document header is shown
 * @WA_SECTION_LOCATION: a part of a location header; the key is `latitude`, `longitude`, `name` or `address`
 * @WA_SECTION_COPY_CODE: the code of a copy-code button, or of an authentication template
 * @WA_SECTION_URL_BUTTON: what replaces the variable of a button's address
 * @WA_SECTION_QUICK_REPLY: the payload of a quick reply
 * @WA_SECTION_OFFER_EXPIRY: when a limited-time offer ends
 * @WA_SECTION_PRODUCT: the thumbnail product of a catalog button, or the product of a header
 */
typedef enum
{
  WA_SECTION_HEADER,
  WA_SECTION_BODY,
  WA_SECTION_MEDIA,
  WA_SECTION_FILENAME,
  WA_SECTION_LOCATION,
  WA_SECTION_COPY_CODE,
  WA_SECTION_URL_BUTTON,
  WA_SECTION_QUICK_REPLY,
  WA_SECTION_OFFER_EXPIRY,
  WA_SECTION_PRODUCT,
} WaParameterSection;

typedef enum
{
  WA_PARAMETER_TEXT,
  WA_PARAMETER_URL,
  WA_PARAMETER_IMAGE,
  WA_PARAMETER_VIDEO,
  WA_PARAMETER_DOCUMENT,
  WA_PARAMETER_CODE,
  WA_PARAMETER_DATE_TIME,
  WA_PARAMETER_PRODUCT,
  WA_PARAMETER_DECIMAL,
  WA_PARAMETER_PAYLOAD,
  WA_PARAMETER_FILENAME,
} WaParameterKind;

GType wa_component_kind_get_type    (void);
GType wa_header_format_get_type     (void);
GType wa_button_kind_get_type       (void);
GType wa_parameter_section_get_type (void);
GType wa_parameter_kind_get_type    (void);

#define WA_TYPE_COMPONENT_KIND    (wa_component_kind_get_type ())
#define WA_TYPE_HEADER_FORMAT     (wa_header_format_get_type ())
#define WA_TYPE_BUTTON_KIND       (wa_button_kind_get_type ())
#define WA_TYPE_PARAMETER_SECTION (wa_parameter_section_get_type ())
#define WA_TYPE_PARAMETER_KIND    (wa_parameter_kind_get_type ())

WaComponentKind wa_component_kind_parse (const char *text);
WaHeaderFormat  wa_header_format_parse  (const char *text);
WaButtonKind    wa_button_kind_parse    (const char *text);

G_END_DECLS
