/* wa-sandbox-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks of a server that forgives nothing: what the documents don't list is refused.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-check.h"
#include "sandbox/wa-sandbox-exchange.h"

static gboolean
is_text (const WaJson *json)
{
  return wa_json_is (json, WA_JSON_TEXT) && !wa_is_empty (wa_json_get_text (json));
}

static gboolean
is_texts (const WaJson *json)
{
  for (guint i = 0; i < wa_json_length (json); i++)
    {
      WaJson element = wa_json_element (json, i);

      if (!is_text (&element))
        return FALSE;
    }

  return wa_json_is (json, WA_JSON_LIST);
}

static gboolean
has_type (const WaJson  *json,
          WaSandboxType  type)
{
  return ((type & WA_SANDBOX_TEXT && is_text (json))
          || (type & WA_SANDBOX_ANY_TEXT && wa_json_is (json, WA_JSON_TEXT))
          || (type & (WA_SANDBOX_INTEGER | WA_SANDBOX_NUMBER) && wa_json_is (json, WA_JSON_NUMBER))
          || (type & WA_SANDBOX_NUMBER && wa_json_is (json, WA_JSON_DECIMAL))
          || (type & WA_SANDBOX_BOOLEAN && wa_json_is (json, WA_JSON_BOOLEAN))
          || (type & WA_SANDBOX_OBJECT && wa_json_is (json, WA_JSON_OBJECT))
          || (type & WA_SANDBOX_LIST && wa_json_length (json) > 0)
          || (type & WA_SANDBOX_TEXTS && is_texts (json))
          || (type & WA_SANDBOX_NULL && wa_json_is (json, WA_JSON_NULL)));
}

static const char *
get_type_title (WaSandboxType type)
{
  static const char *const titles[] = {
    "a non-empty string", "a string", "an integer number", "a number", "a boolean", "an object",
    "a non-empty array", "an array of strings", "null",
  };

  return titles[g_bit_nth_lsf (type, -1)];
}

static gboolean
check_length (const WaJson           *json,
              const WaSandboxMember  *member,
              GError                **error)
{
  const char *text = wa_json_get_text (json);
  guint length = text ? g_utf8_strlen (text, -1) : wa_json_length (json);

  if (member->max > 0 && length > member->max)
    return wa_sandbox_refuse (error, 400, "%s is longer than %u", member->name, member->max);

  return TRUE;
}

static gboolean
check_known (const WaJson           *json,
             const WaSandboxMember  *members,
             guint                   n_members,
             GError                **error)
{
  g_auto(GStrv) names = wa_json_dup_names (json);

  for (guint i = 0; names[i]; i++)
    {
      guint j = 0;

      while (j < n_members && !g_str_equal (members[j].name, names[i]))
        j++;

      if (j == n_members)
        return wa_sandbox_refuse (error, 400, "%s is not allowed", names[i]);
    }

  return TRUE;
}

/**
 * wa_sandbox_check_object:
 * @members: all that the object may have
 *
 * Refuses with 400 anything but an object, members that are not listed, that are missing or have
 * the wrong type.
 */
gboolean
wa_sandbox_check_object (const WaJson           *json,
                         const WaSandboxMember  *members,
                         guint                   n_members,
                         GError                **error)
{
  if (!wa_json_is (json, WA_JSON_OBJECT))
    {
      g_autofree char *path = wa_json_dup_path (json);

      return wa_sandbox_refuse (error, 400, "%s must be an object", wa_is_empty (path) ? "The body" : path);
    }

  for (guint i = 0; i < n_members; i++)
    {
      WaJson member = wa_json_member (json, members[i].name);

      if (wa_json_is (&member, WA_JSON_ABSENT))
        {
          if (members[i].type & WA_SANDBOX_REQUIRED)
            return wa_sandbox_refuse (error, 400, "%s is required", members[i].name);
          continue;
        }

      if (!has_type (&member, members[i].type))
        return wa_sandbox_refuse (error, 400, "%s must be %s", members[i].name,
                                  get_type_title (members[i].type));
      if (!check_length (&member, &members[i], error))
        return FALSE;
    }

  return check_known (json, members, n_members, error);
}

/**
 * wa_sandbox_check_choice:
 * @choices: the allowed words, separated by blanks
 *
 * Refuses with 400 where the text member @name is there and none of @choices.
 */
gboolean
wa_sandbox_check_choice (const WaJson  *json,
                         const char    *name,
                         const char    *choices,
                         GError       **error)
{
  WaJson member = wa_json_member (json, name);
  const char *text = wa_json_get_text (&member);
  g_auto(GStrv) words = g_strsplit (choices, " ", -1);

  if (text && !g_strv_contains ((const char *const *) words, text))
    return wa_sandbox_refuse (error, 400, "%s must be one of: %s", name, choices);

  return TRUE;
}

/**
 * wa_sandbox_check_number:
 *
 * Refuses with 400 what is not the digits of a phone number with its dialing code.
 */
gboolean
wa_sandbox_check_number (const char  *number,
                         GError     **error)
{
  gsize length = strlen (number);

  if (length < 6 || length > 15 || *number == '0' || strspn (number, "0123456789") != length)
    return wa_sandbox_refuse (error, 400, "Invalid mobile number");

  return TRUE;
}

/**
 * wa_sandbox_check_link:
 *
 * Refuses with 400 what is no address that WhatsApp could fetch; loopback is let through for the
 * demo's own files.
 */
gboolean
wa_sandbox_check_link (const char  *link,
                       GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (wa_is_empty (host)
      || !(g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (host, "127.0.0.1")))
    return wa_sandbox_refuse (error, 400, "link must be a valid URL");

  return TRUE;
}

/**
 * wa_sandbox_check_angle:
 *
 * Refuses with 400 where the text member @name is there and no decimal number from -@limit to @limit.
 */
gboolean
wa_sandbox_check_angle (const WaJson  *json,
                          const char    *name,
                          double         limit,
                          GError       **error)
{
  WaJson member = wa_json_member (json, name);
  const char *text = wa_json_get_text (&member);
  char *end = NULL;
  double value = text ? g_ascii_strtod (text, &end) : 0;

  if (text && (end == text || *end != '\0' || value < -limit || value > limit))
    return wa_sandbox_refuse (error, 400, "%s must be a decimal number within %g degrees", name, limit);

  return TRUE;
}
