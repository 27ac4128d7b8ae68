/* wa-wabotick-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Every request is a form that is posted, also where it only reads; what is empty is left out. */

#define SECOND "second"

/* Servers of the same software have these under one of two paths. */
typedef struct
{
  const char *number;
  const char *setting;
  const char *first;
  const char *second;
} PathRow;

static const PathRow paths[] = {
  { "B11", "template-list-path", "whatsapp/template/list", "whatsapp/get/template/list" },
  { "B26", "label-list-path", "whatsapp/label/list", "label/list" },
  { "B27", "label-create-path", "whatsapp/label/create", "label/create" },
};

static const PathRow *
find_path (const char *number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_str_equal (paths[i].number, number))
      return &paths[i];

  return NULL;
}

/**
 * wa_wabotick_get_path:
 * @number: of an operation that may have another path
 *
 * Returns: the path that works, as far as is known
 */
const char *
wa_wabotick_get_path (WaProvider *provider,
                      const char *number)
{
  const PathRow *row = find_path (number);

  return g_str_equal (wa_provider_get_setting (provider, row->setting), SECOND) ? row->second : row->first;
}

/**
 * wa_wabotick_turn_path:
 * @number: of an operation whose path the server does not know
 *
 * Returns: whether there is another path, which is used from now on; where neither works, the first is used
 *   again
 */
gboolean
wa_wabotick_turn_path (WaProvider *provider,
                       const char *number)
{
  const PathRow *row = find_path (number);
  gboolean first;

  if (row == NULL)
    return FALSE;

  first = wa_is_empty (wa_provider_get_setting (provider, row->setting));
  wa_provider_set_setting (provider, row->setting, first ? SECOND : NULL);

  return first;
}

/* People paste the address with what every path begins with. */
static void
set_base (WaRequest  *request,
          const char *address)
{
  GString *base = g_string_new (address);

  while (g_str_has_suffix (base->str, "/"))
    g_string_truncate (base, base->len - 1);
  if (g_str_has_suffix (base->str, "/api/v1"))
    g_string_truncate (base, base->len - strlen ("/api/v1"));

  wa_request_set_base (request, base->str);
  g_string_free (base, TRUE);
}

/**
 * wa_wabotick_start:
 * @path: below `/api/v1`
 */
void
wa_wabotick_start (WaProvider *provider,
                   WaRequest  *request,
                   const char *path)
{
  g_auto(GStrv) segments = g_strsplit (path, "/", -1);

  set_base (request, wa_provider_get_setting (provider, "base-url"));
  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "api", "v1", NULL);
  for (gsize i = 0; segments[i] != NULL; i++)
    wa_request_append_path (request, segments[i], NULL);
  wa_request_set_form (request);
}

/**
 * wa_wabotick_use_teams:
 *
 * What is about the team may live at another address, but only at one that the user entered.
 */
void
wa_wabotick_use_teams (WaProvider *provider,
                       WaRequest  *request)
{
  const char *address = wa_provider_get_setting (provider, WA_WABOTICK_TEAMS_ADDRESS);

  if (!wa_is_empty (address))
    set_base (request, address);
}

gboolean
wa_wabotick_check_digits (const char *text)
{
  return !wa_is_empty (text) && text[strspn (text, "0123456789")] == '\0';
}

/**
 * wa_wabotick_check_sender:
 *
 * Returns: whether the account has the id of a number to send from, else %FALSE with %WA_ERROR_INVALID
 */
gboolean
wa_wabotick_check_sender (WaProvider  *provider,
                          GError     **error)
{
  if (wa_wabotick_check_digits (wa_provider_get_setting (provider, WA_WABOTICK_SENDER)))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("The phone number ID of your sender is missing, or holds more than digits. "
                         "Enter it in the account’s settings."));

  return FALSE;
}

/**
 * wa_wabotick_start_sender:
 *
 * As wa_wabotick_start(), about the number that sends.
 */
gboolean
wa_wabotick_start_sender (WaProvider  *provider,
                          WaRequest   *request,
                          const char  *path,
                          GError     **error)
{
  if (!wa_wabotick_check_sender (provider, error))
    return FALSE;

  wa_wabotick_start (provider, request, path);
  wa_request_add_field (request, "phone_number_id", wa_provider_get_setting (provider, WA_WABOTICK_SENDER));

  return TRUE;
}

/**
 * wa_wabotick_start_chat:
 * @number: of somebody whom the system knows: digits are taken as it wrote them
 *
 * As wa_wabotick_start_sender(), about one contact.
 */
gboolean
wa_wabotick_start_chat (WaProvider  *provider,
                        WaRequest   *request,
                        const char  *path,
                        const char  *number,
                        GError     **error)
{
  g_autofree char *digits = wa_wabotick_check_digits (number) ? g_strdup (number)
                                                              : wa_check_number (number, error);

  if (digits == NULL || !wa_wabotick_start_sender (provider, request, path, error))
    return FALSE;

  wa_request_add_field (request, "phone_number", digits);

  return TRUE;
}

/**
 * wa_wabotick_start_message:
 *
 * As wa_wabotick_start_chat(), for a message, whose number must be whole.
 */
gboolean
wa_wabotick_start_message (WaProvider  *provider,
                           WaRequest   *request,
                           const char  *path,
                           WaOutgoing  *outgoing,
                           GError     **error)
{
  g_autofree char *number = wa_check_number (wa_outgoing_get_recipient (outgoing), error);

  if (number == NULL)
    return FALSE;

  if (!wa_is_empty (wa_outgoing_get_quoted_id (outgoing)))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("Wabotick can’t quote the message that is answered. "
                             "Send it without the quotation."));
      return FALSE;
    }

  return wa_wabotick_start_chat (provider, request, path, number, error);
}

void
wa_wabotick_add_text (WaRequest  *request,
                      const char *name,
                      const char *value)
{
  if (!wa_is_empty (value))
    wa_request_add_field (request, name, value);
}

static void
add_number (WaRequest  *request,
            const char *name,
            gint64      value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  wa_request_add_field (request, name, text);
}

static gint64
page_size (WaQuery *query,
           guint    most)
{
  gint64 size = wa_query_get_page_size (query);

  return size > 0 ? MIN (size, most) : most;
}

/**
 * wa_wabotick_add_page:
 * @most: how many rows the system gives at once
 *
 * What is called `offset` is the number of a page.
 */
gboolean
wa_wabotick_add_page (WaQuery    *query,
                      guint       most,
                      WaRequest  *request,
                      GError    **error)
{
  guint page;

  if (!wa_check_page (wa_query_get_cursor (query), &page, error))
    return FALSE;

  add_number (request, "limit", page_size (query, most));
  add_number (request, "offset", page);

  return TRUE;
}

/**
 * wa_wabotick_set_next:
 *
 * A page that is not full is the last.  What the answer says of the next offset is now a page, now a row: it
 * is ignored.
 */
void
wa_wabotick_set_next (WaPage  *page,
                      WaQuery *query,
                      guint    most)
{
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) + wa_page_get_skipped (page);
  g_autofree char *cursor = NULL;
  guint asked;

  if (n < page_size (query, most) || !wa_check_page (wa_query_get_cursor (query), &asked, NULL))
    return;

  cursor = g_strdup_printf ("%u", asked + 1);
  if (wa_check_page (cursor, &asked, NULL))
    wa_page_set_next (page, cursor);
}

/**
 * wa_wabotick_join_ids:
 * @problem: what to do where there are none
 *
 * Returns: (transfer full): the ids with commas between them, or %NULL with %WA_ERROR_INVALID
 */
char *
wa_wabotick_join_ids (const char *const  *ids,
                      const char         *problem,
                      GError            **error)
{
  gboolean good = ids[0] != NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    good = good && ids[i][0] != '\0' && strchr (ids[i], ',') == NULL;

  if (good)
    return g_strjoinv (",", (char **) ids);

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, problem);

  return NULL;
}
