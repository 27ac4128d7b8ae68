/* wa-json-scan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-json-scan.h"
#include "core/wa-json.h"

/* One walk over a document before json-glib sees it.  json-glib 1.6 overflows its stack on deep nesting, accepts
 * comments (which would hide brackets from a naive counter), turns large integers into -1, writes some
 * decimals as no JSON, cuts strings at NUL and makes half surrogates into text that is not UTF-8.  What can be put right is
 * put right in a copy. */

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *copied;   /* everything before is in @copy already */
  GString    *copy;     /* (nullable): made at the first correction */
} Walk;

static void
replace (Walk       *walk,
         const char *from,
         const char *to,
         const char *text)
{
  if (walk->copy == NULL)
    walk->copy = g_string_sized_new ((gsize) (walk->end - walk->start) + 64);

  g_string_append_len (walk->copy, walk->copied, from - walk->copied);
  g_string_append (walk->copy, text);
  walk->copied = to;
}

/* The value of the four digits after `\u`, or -1. */
static int
unit_at (const Walk *walk,
         const char *at)
{
  int value = 0;

  if (walk->end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;

  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* At a backslash inside a string. */
static gboolean
walk_escape (Walk *walk)
{
  const char *from = walk->at;
  int unit;

  if (walk->end - from < 2)
    return FALSE;
  if (from[1] != 'u')
    {
      walk->at += 2;
      return strchr ("\"\\/bfnrt", from[1]) != NULL;
    }

  unit = unit_at (walk, from);
  if (unit < 0)
    return FALSE;

  walk->at += 6;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      int low = unit_at (walk, walk->at);

      if (low >= 0xdc00 && low < 0xe000)
        walk->at += 6;
      else
        replace (walk, from, walk->at, "\\ufffd");
    }
  else if (unit == 0 || (unit >= 0xdc00 && unit < 0xe000))
    {
      replace (walk, from, walk->at, "\\ufffd");
    }

  return TRUE;
}

static gboolean
walk_string (Walk *walk)
{
  for (walk->at++; walk->at < walk->end;)
    {
      guchar c = (guchar) *walk->at;

      if (c == '"')
        {
          walk->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          if (!walk_escape (walk))
            return FALSE;
        }
      else
        {
          /* Raw control characters are not JSON, but sloppy servers send line breaks; they do no harm. */
          if (c == '\0')
            return FALSE;
          walk->at++;
        }
    }

  return FALSE;
}

static gboolean
fits_64_bits (const char *digits,
              gsize       length)
{
  char buffer[24];

  if (length < 19)
    return TRUE;
  if (length >= sizeof buffer)
    return FALSE;

  memcpy (buffer, digits, length);
  buffer[length] = '\0';

  return g_ascii_string_to_signed (buffer, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

/* Whether json-glib reads it, and writes it again as it should: it makes 1e999 infinity, and of 2e+94 it writes 2e+94.0. */
static gboolean
fits_double (const char *number,
             gsize       length)
{
  g_autofree char *copy = g_strndup (number, length);
  double value = g_ascii_strtod (copy, NULL);
  char written[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (written, sizeof written, value);

  return isfinite (value) && (strchr (written, 'e') == NULL || strchr (written, '.') != NULL);
}

static gboolean
walk_number (Walk *walk)
{
  const char *from = walk->at;
  gboolean integer = TRUE;
  gsize length;

  walk->at++;
  while (walk->at < walk->end && (g_ascii_isdigit (*walk->at) || strchr (".eE+-", *walk->at) != NULL))
    {
      if (*walk->at == '\0')
        break;
      integer &= g_ascii_isdigit (*walk->at) != 0;
      walk->at++;
    }

  /* json-glib also takes -, 0x1F, 1.2.3 and 1e; a number is what g_ascii_strtod() reads to its end. */
  if (!g_ascii_isdigit (walk->at[-1]))
    return FALSE;
  if (walk->at < walk->end && g_ascii_isalnum (*walk->at))
    return FALSE;

  length = (gsize) (walk->at - from);
  if (integer ? !fits_64_bits (from, length) : !fits_double (from, length))
    {
      g_autofree char *quoted = g_strdup_printf ("\"%.*s\"", (int) MIN (length, 4096), from);

      replace (walk, from, walk->at, quoted);
    }

  return TRUE;
}

static gboolean
walk_word (Walk *walk)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (walk->end - walk->at) >= length && memcmp (walk->at, words[i], length) == 0)
        {
          walk->at += length;
          return TRUE;
        }
    }

  return FALSE;
}

/* One token outside strings.  `depth` is the number of open brackets; below 0 there are too many closing ones. */
static gboolean
walk_token (Walk *walk,
            int  *depth)
{
  char c = *walk->at;

  switch (c)
    {
    case '"':
      return walk_string (walk);
    case '{':
    case '[':
      walk->at++;
      return ++*depth <= WA_JSON_MAX_DEPTH;
    case '}':
    case ']':
      walk->at++;
      return --*depth >= 0;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case ',':
    case ':':
      walk->at++;
      return TRUE;
    default:
      return c == '-' || g_ascii_isdigit (c) ? walk_number (walk) : walk_word (walk);
    }
}

static gboolean
only_blanks (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;

  return at == end;
}

static gboolean
fail (GError     **error,
      gboolean     passing,
      const char  *text)
{
  g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL, text);
  wa_error_set_passing (error ? *error : NULL, passing);

  return FALSE;
}

/* From the first character of the value to its last; afterwards `depth` brackets are open. */
static gboolean
walk_value (Walk    *walk,
            int     *depth,
            GError **error)
{
  while (walk->at < walk->end)
    {
      if (!walk_token (walk, depth))
        {
          if (*depth > WA_JSON_MAX_DEPTH)
            return fail (error, FALSE, _("The answer is nested too deeply to be read."));
          return fail (error, walk->at >= walk->end && *depth >= 0,
                       _("The answer is not valid JSON, or was cut off. Try again; if it stays so, check the address."));
        }
      if (*depth == 0)
        break;
    }

  return TRUE;
}

/* As g_utf8_validate(), but quick over ASCII, of which answers mostly consist.
 * Returns: (nullable): the first byte that is no text */
static const char *
find_invalid (const char *at,
              const char *end)
{
  while (at < end)
    {
      if ((signed char) *at > 0)
        at++;
      else if (*at != '\0' && g_utf8_get_char_validated (at, end - at) < 0x110000)
        at = g_utf8_next_char (at);
      else
        return at;
    }

  return NULL;
}

static gboolean
check_start (const Walk  *walk,
             GError     **error)
{
  const char *invalid = find_invalid (walk->at, walk->end);

  if (walk->at == walk->end)
    return fail (error, TRUE, _("The server sent an empty answer. Try again."));
  if (*walk->at == '<')
    return fail (error, FALSE,
                 _("The server answered with a web page instead of data. Check the address of the account."));
  if (invalid != NULL)
    return fail (error, walk->end - invalid < 4,  /* perhaps a character cut in two */
                 _("The answer is not valid UTF-8 text. Check the address of the account."));

  return TRUE;
}

/**
 * wa_json_scan:
 * @lenient: whether text after the first complete value is let go
 * @scan: (out): what to give to json-glib; it borrows from @bytes
 *
 * Checks a document from outside and puts right what json-glib would read wrongly.
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_PROTOCOL
 */
gboolean
wa_json_scan (GBytes      *bytes,
              gboolean     lenient,
              WaJsonScan  *scan,
              GError     **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GString) copy = NULL;
  Walk walk = { 0 };
  int depth = 0;
  gboolean good;

  /* Of nothing at all GBytes has no data. */
  if (text == NULL)
    text = "";

  walk.at = text;
  walk.end = text + length;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    walk.at += 3;
  while (walk.at < walk.end && g_ascii_isspace (*walk.at))
    walk.at++;
  walk.start = walk.copied = walk.at;

  good = check_start (&walk, error) && walk_value (&walk, &depth, error);
  copy = walk.copy;
  if (!good)
    return FALSE;
  if (!lenient && !only_blanks (walk.at, walk.end))
    return fail (error, FALSE, _("The answer goes on after its end. Check the address of the account."));

  scan->cut_off = depth > 0;
  scan->text = walk.start;
  scan->length = (gsize) (walk.at - walk.start);
  if (copy != NULL)
    {
      g_string_append_len (copy, walk.copied, walk.at - walk.copied);
      scan->length = copy->len;
      scan->text = scan->rewritten = g_string_free (g_steal_pointer (&copy), FALSE);
    }

  return TRUE;
}
