/* wa-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "net/wa-address.h"

static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}

/**
 * wa_address_is_private:
 *
 * Returns: whether nobody on the way can read what is sent to @uri: https, or this machine
 */
gboolean
wa_address_is_private (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return g_str_equal (scheme, "https") ||
         (g_str_equal (scheme, "http") && is_loopback (wa_or_empty (g_uri_get_host (uri))));
}

static const char *
find_problem (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  const char *scheme = g_uri_get_scheme (uri);

  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return N_("The address must start with https://.");
  if (wa_is_empty (host))
    return N_("The address has no host. Enter one such as https://example.com.");
  if (!wa_address_is_private (uri))
    return N_("The address must start with https://, so that nobody on the way can read your key.");
  if (g_uri_get_userinfo (uri) != NULL)
    return N_("The address must not hold a user name or password.");
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return N_("The address must end before any “?” or “#”.");

  return NULL;
}

/**
 * wa_address_normalize:
 * @text: an account's address as a person entered it
 *
 * Plain http is let through for this machine only.
 *
 * Returns: (transfer full): the address without trailing slashes, or %NULL with %WA_ERROR_INVALID
 */
char *
wa_address_normalize (const char  *text,
                      GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (wa_or_empty (text)));
  g_autoptr(GUri) uri = NULL;
  const char *problem;
  gsize length;

  if (trimmed[0] == '\0')
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("Enter the address of the system."));
      return NULL;
    }

  /* GLib takes a host with a blank in it. */
  if (strcspn (trimmed, " \t\r\n") == strlen (trimmed))
    uri = g_uri_parse (trimmed, G_URI_FLAGS_ENCODED, NULL);
  problem = uri != NULL ? find_problem (uri)
                        : N_("This is not an address. Enter one such as https://example.com.");
  if (problem != NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _(problem));
      return NULL;
    }

  for (length = strlen (trimmed); length > 0 && trimmed[length - 1] == '/'; length--)
    trimmed[length - 1] = '\0';

  return g_steal_pointer (&trimmed);
}
