/* wa-phone.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

/* Its headers use types that GLib deprecates. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#include <libebook-contacts/libebook-contacts.h>
G_GNUC_END_IGNORE_DEPRECATIONS

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-phone.h"

/* E.164 allows 15; fewer than 8 with the country code are short codes. */
#define MIN_DIGITS 8
#define MAX_DIGITS 15

/* Digits of any script count, as people paste them; of the rest, only what numbers are written with. */
static char *
collect_digits (const char *text,
                gboolean   *international)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  *international = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, '0' + g_unichar_digit_value (c));
      else if (c == '+' && digits->len == 0 && !*international)
        *international = TRUE;
      else if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
               g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION && strchr ("().,/", (int) MIN (c, 127)) == NULL)
        return NULL;
    }

  if (!*international && g_str_has_prefix (digits->str, "00"))
    {
      *international = TRUE;
      g_string_erase (digits, 0, 2);
    }

  return g_strndup (digits->str, digits->len);
}

static EPhoneNumber *
read_number (const char *digits)
{
  g_autofree char *text = g_strconcat ("+", digits, NULL);

  return e_phone_number_is_supported () ? e_phone_number_from_string (text, NULL, NULL) : NULL;
}

/**
 * wa_phone_parse:
 * @text: a number as people write it, with its country code
 *
 * A number without plus must have its country code too: which country is meant by one that begins with 0 is not guessed, since a
 * wrong guess writes to a stranger.
 *
 * Returns: (transfer full): E.164 digits without plus, or %NULL with %WA_ERROR_INVALID
 */
char *
wa_phone_parse (const char  *text,
                GError     **error)
{
  g_autofree char *digits = NULL;
  gboolean international;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  digits = g_utf8_validate (text, -1, NULL) ? collect_digits (text, &international) : NULL;
  length = digits != NULL ? strlen (digits) : 0;

  if (digits == NULL)
    g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                         _("A phone number has digits only. Remove the other characters."));
  else if (length == 0)
    g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("Enter a phone number."));
  else if (digits[0] == '0')
    g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                         _("Begin with the country code, for example +91 98765 43210."));
  else if (length < MIN_DIGITS)
    g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                         _("This number is too short. Add the missing digits and the country code."));
  else if (length > MAX_DIGITS)
    g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                 _("This number is too long: phone numbers have at most %d digits. Remove the extra ones."), MAX_DIGITS);
  else
    {
      EPhoneNumber *number = read_number (digits);
      gboolean known = number != NULL || !e_phone_number_is_supported ();

      g_clear_pointer (&number, e_phone_number_free);
      if (known)
        return g_steal_pointer (&digits);

      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("No country has this code. Check the first digits of the number."));
    }

  return NULL;
}

/**
 * wa_phone_format:
 * @digits: E.164 digits without plus
 *
 * Returns: (transfer full): the number as it is written internationally: "+91 98765 43210"
 */
char *
wa_phone_format (const char *digits)
{
  g_autofree char *text = NULL;
  EPhoneNumber *number;

  if (wa_is_empty (digits))
    return g_strdup ("");

  number = strlen (digits) <= MAX_DIGITS ? read_number (digits) : NULL;
  if (number == NULL)
    return g_strconcat ("+", digits, NULL);

  text = e_phone_number_to_string (number, E_PHONE_NUMBER_FORMAT_INTERNATIONAL);
  e_phone_number_free (number);

  return g_steal_pointer (&text);
}

/**
 * wa_phone_isolate:
 * @digits: E.164 digits without plus
 *
 * Returns: (transfer full): wa_phone_format() for showing: from left to right also amid text from right to left
 */
char *
wa_phone_isolate (const char *digits)
{
  g_autofree char *text = wa_phone_format (digits);

  return text[0] != '\0' ? g_strconcat ("\342\201\246", text, "\342\201\251", NULL) : g_steal_pointer (&text);
}
