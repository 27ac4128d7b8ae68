/* wa-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"

/* More pages than this are a server that never ends. */
#define MAX_PAGE 10000

static gboolean
refuse (GError     **error,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, text);

  return FALSE;
}

/**
 * wa_check_number:
 * @text: (nullable): a phone number as a person or a file writes it, country code first
 *
 * Blanks, `-`, `(`, `)`, `.` and a leading `+` or `00` are dropped.
 *
 * Returns: (transfer full): the digits, or %NULL with %WA_ERROR_INVALID
 */
char *
wa_check_number (const char  *text,
                 GError     **error)
{
  GString *digits = g_string_new (NULL);
  const char *start;
  gsize length;
  gboolean good;
  char *number;

  for (const char *at = wa_or_empty (text); *at != '\0'; at++)
    if (strchr (" -().", *at) == NULL)
      g_string_append_c (digits, *at);

  start = digits->str;
  if (g_str_has_prefix (start, "+"))
    start += 1;
  else if (g_str_has_prefix (start, "00"))
    start += 2;

  length = strlen (start);
  good = strspn (start, "0123456789") == length && start[0] != '0' &&
         length >= WA_LIMIT_NUMBER_FEWEST_DIGITS && length <= WA_LIMIT_NUMBER_DIGITS;
  number = good ? g_strdup (start) : NULL;
  g_string_free (digits, TRUE);

  if (!good)
    refuse (error, _("The phone number is not complete. "
                     "Enter it with the country code, such as +44 20 7946 0000."));

  return number;
}

/**
 * wa_check_length:
 * @value: (nullable):
 * @title: what it is, in the user's language
 *
 * Returns: whether @value has at most @max_characters, else %FALSE with %WA_ERROR_INVALID
 */
gboolean
wa_check_length (const char  *value,
                 const char  *title,
                 guint        max_characters,
                 GError     **error)
{
  glong length = g_utf8_strlen (wa_or_empty (value), -1);

  if (length <= (glong) max_characters)
    return TRUE;

  /* Translators: what is too long ("Caption"), its length, the allowed length */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("“%s” has %ld characters, %u are allowed. Shorten it."),
               title, length, max_characters);

  return FALSE;
}

/**
 * wa_check_text:
 * @value: (nullable):
 * @title: what it is, in the user's language
 *
 * As wa_check_length(), and there must be something.
 */
gboolean
wa_check_text (const char  *value,
               const char  *title,
               guint        max_characters,
               GError     **error)
{
  if (!wa_is_empty (value))
    return wa_check_length (value, title, max_characters, error);

  /* Translators: what is missing: "Caption" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("“%s” is empty. Fill it in."), title);

  return FALSE;
}

/**
 * wa_check_link:
 * @link: (nullable): the address of a file that WhatsApp shall fetch
 */
gboolean
wa_check_link (const char  *link,
               GError     **error)
{
  g_autoptr(GUri) uri = wa_is_empty (link) ? NULL : g_uri_parse (link, G_URI_FLAGS_ENCODED, NULL);

  if (wa_is_empty (link))
    return refuse (error, _("There is no file. Enter its address, which must start with https://."));
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") || wa_is_empty (g_uri_get_host (uri)))
    return refuse (error, _("WhatsApp can’t fetch a file from that address. "
                            "Enter one that starts with https://."));

  return wa_check_length (link, _("Address of the file"), WA_LIMIT_URL, error);
}

/**
 * wa_check_target:
 * @url: (nullable): the address that a button opens
 */
gboolean
wa_check_target (const char  *url,
                 GError     **error)
{
  g_autoptr(GUri) uri = wa_is_empty (url) ? NULL : g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if ((g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && !wa_is_empty (g_uri_get_host (uri)))
    return wa_check_length (url, _("Address of the button"), WA_LIMIT_URL, error);

  return refuse (error, _("The button needs an address. Enter one such as https://example.com."));
}

/**
 * wa_check_filename:
 * @filename: (nullable): the name under which a file is shown
 */
gboolean
wa_check_filename (const char  *filename,
                   GError     **error)
{
  return strpbrk (wa_or_empty (filename), "/\\") == NULL ||
         refuse (error, _("The name of a file can’t hold “/” or “\\”. Change the name."));
}

/**
 * wa_check_chosen:
 * @value: (nullable):
 * @problem: what the user is told where there is none
 */
gboolean
wa_check_chosen (const char  *value,
                 const char  *problem,
                 GError     **error)
{
  return !wa_is_empty (value) || refuse (error, problem);
}

/**
 * wa_check_template_name:
 * @name: (nullable): a template's name as WhatsApp knows it
 */
gboolean
wa_check_template_name (const char  *name,
                        GError     **error)
{
  return (!wa_is_empty (name) && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0' &&
          strlen (name) <= WA_LIMIT_TEMPLATE_NAME) ||
         refuse (error, _("Choose a template."));
}

/**
 * wa_check_id:
 * @id: (nullable): a remote id
 */
gboolean
wa_check_id (const char  *id,
             GError     **error)
{
  return !wa_is_empty (id) ||
         refuse (error, _("This is known here only, not to the system. Refresh, then try again."));
}

/**
 * wa_check_page:
 * @cursor: a cursor that is a page's number; "" is the first
 * @page: (out): the number, from 1
 */
gboolean
wa_check_page (const char  *cursor,
               guint       *page,
               GError     **error)
{
  guint64 number = 1;

  if (!wa_is_empty (cursor) && !g_ascii_string_to_unsigned (cursor, 10, 1, MAX_PAGE, &number, NULL))
    return refuse (error, _("There is no such page. Start again from the first."));

  *page = (guint) number;

  return TRUE;
}

/**
 * wa_refuse_wanting:
 * @want: what has to be done first
 * @text: what the user is told where it can't be done
 *
 * Returns: %FALSE
 */
gboolean
wa_refuse_wanting (WaWant       want,
                   const char  *text,
                   GError     **error)
{
  GError *made = g_error_new_literal (WA_ERROR, WA_ERROR_INVALID, text);

  wa_error_set_code (made, want);
  g_propagate_error (error, made);

  return FALSE;
}

/**
 * wa_dup_bare_key:
 * @key: (nullable): a key as it was pasted
 *
 * Returns: (transfer full): the key without blanks around it, without `Bearer ` and without what can't stand in a
 *   header
 */
char *
wa_dup_bare_key (const char *key)
{
  g_autofree char *clean = wa_clean_text (key, G_MAXSIZE);
  const char *bare = clean;

  if (g_ascii_strncasecmp (clean, "Bearer ", strlen ("Bearer ")) == 0)
    bare += strlen ("Bearer ");

  return g_strstrip (g_strdup (bare));
}

/**
 * wa_dup_link_filename:
 * @link: the address of a file
 *
 * Returns: (transfer full): the last part of its path; "" where there is none
 */
char *
wa_dup_link_filename (const char *link)
{
  g_autoptr(GUri) uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  const char *slash = uri != NULL ? strrchr (g_uri_get_path (uri), '/') : NULL;

  return g_strdup (slash != NULL ? slash + 1 : "");
}
