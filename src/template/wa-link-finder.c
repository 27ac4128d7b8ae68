/* wa-link-finder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "template/wa-link-finder.h"

/* An address without a scheme is one only where it ends like one: "well.done" shall stay text. */
static const char *const top_domains[] = {
  "ae", "ai", "app", "ar", "at", "au", "bd", "be", "biz", "blog", "br", "ca", "ch", "cl", "cloud",
  "cn", "co", "com", "cz", "de", "dev", "dk", "edu", "eg", "es", "eu", "fi", "fr", "gov", "gr",
  "hk", "hu", "id", "ie", "il", "in", "info", "io", "it", "jp", "ke", "kr", "lk", "ly", "ma", "me",
  "mx", "my", "net", "ng", "nl", "no", "nz", "online", "org", "pe", "ph", "pk", "pl", "pt", "qa",
  "ro", "ru", "sa", "se", "sg", "shop", "site", "store", "th", "tr", "tv", "tw", "ua", "uk", "us",
  "vn", "xyz", "za",
};

static gboolean
is_top_domain (const char *label,
               gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (top_domains); i++)
    if (strlen (top_domains[i]) == length && g_ascii_strncasecmp (top_domains[i], label, length) == 0)
      return TRUE;

  return FALSE;
}

/* Labels of letters, digits and hyphens with dots between; the last one is what it is known by. */
static gboolean
is_host (const char *host,
         gsize       length)
{
  gsize label = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i == length || host[i] == '.')
        {
          if (i == label)
            return FALSE;
          if (i == length)
            return label > 0 && is_top_domain (host + label, length - label);
          label = i + 1;
        }
      else if (!g_ascii_isalnum (host[i]) && host[i] != '-')
        return FALSE;
    }

  return FALSE;
}

static gboolean
has_scheme (const char *word,
            gsize       length,
            const char *scheme)
{
  gsize n = strlen (scheme);

  return length > n && g_ascii_strncasecmp (word, scheme, n) == 0 &&
         (g_ascii_isalnum (word[n]) || (word[n] & 0x80) != 0);
}

/**
 * wa_link_is_address:
 * @word: text without blanks
 *
 * Returns: whether WhatsApp makes a link of it: http, https, or a domain that stands by itself
 */
gboolean
wa_link_is_address (const char *word,
                    gsize       length)
{
  gsize host = 0;

  if (has_scheme (word, length, "https://") || has_scheme (word, length, "http://"))
    return TRUE;

  while (host < length && strchr ("/?#:", word[host]) == NULL)
    host++;

  return is_host (word, host);
}

/**
 * wa_link_is_mail:
 * @word: text without blanks
 *
 * Returns: whether it is a mail address
 */
gboolean
wa_link_is_mail (const char *word,
                 gsize       length)
{
  const char *at = memchr (word, '@', length);

  if (at == NULL || at == word)
    return FALSE;

  for (const char *c = word; c < at; c++)
    if (!g_ascii_isalnum (*c) && strchr (".+-_%", *c) == NULL)
      return FALSE;

  return is_host (at + 1, length - (at + 1 - word));
}

static gboolean
is_word_before (const char *text,
                gsize       from,
                gsize       at)
{
  const char *previous = at > from ? g_utf8_find_prev_char (text + from, text + at) : NULL;

  return previous != NULL && g_unichar_isalnum (g_utf8_get_char (previous));
}

/**
 * wa_link_find_phone:
 * @from: where to begin
 * @to: where to end
 * @start: (out): where the number begins
 * @end: (out): after its last digit
 *
 * Looks for a phone number: 7 to 15 digits after a plus, 10 to 15 without.
 *
 * Returns: whether there is one
 */
gboolean
wa_link_find_phone (const char *text,
                    gsize       from,
                    gsize       to,
                    gsize      *start,
                    gsize      *end)
{
  for (gsize i = from; i < to; i++)
    {
      gboolean plus = text[i] == '+';
      gsize at = i + plus, last = i, n = 0;

      if (!plus && !g_ascii_isdigit (text[i]))
        continue;

      for (; at < to && (g_ascii_isdigit (text[at]) || strchr (" -()", text[at]) != NULL); at++)
        if (g_ascii_isdigit (text[at]))
          {
            n++;
            last = at + 1;
          }

      if (n >= (plus ? 7 : 10) && n <= 15 && !is_word_before (text, from, i) &&
          (last == to || !g_unichar_isalnum (g_utf8_get_char (text + last))))
        {
          *start = i;
          *end = last;
          return TRUE;
        }

      i = MAX (i, at - 1);
    }

  return FALSE;
}

/**
 * wa_link_has_suffix:
 * @address: a link
 * @suffixes: with blanks between, as ".jpg .png"
 *
 * Returns: whether the path of @address ends in one of them
 */
gboolean
wa_link_has_suffix (const char *address,
                    const char *suffixes)
{
  g_auto(GStrv) all = g_strsplit (suffixes, " ", -1);
  gsize path = strcspn (address, "?#");

  for (guint i = 0; all[i] != NULL; i++)
    {
      gsize length = strlen (all[i]);

      if (path >= length && g_ascii_strncasecmp (address + path - length, all[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}
