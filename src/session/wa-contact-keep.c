/* wa-contact-keep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-contact-keep.h"

/**
 * wa_contact_get_kept:
 *
 * Returns: (transfer none) (nullable): the properties of contacts that this system knows nothing about:
 *   what the store has of them is the user's own and stays when the system is read
 */
const char *const *
wa_contact_get_kept (WaProvider *provider)
{
  static const char *const lists[] = { "lists", NULL };
  static const char *const tags[] = { "tags", NULL };
  static const char *const both[] = { "lists", "tags", NULL };
  gboolean has_lists = wa_provider_supports (provider, WA_OP_LIST_LISTS);
  gboolean has_tags = wa_provider_supports (provider, WA_OP_LIST_TAGS) ||
                      wa_provider_supports (provider, WA_OP_SET_TAGS) ||
                      wa_provider_supports (provider, WA_OP_ADD_TAGS);

  if (has_lists)
    return has_tags ? NULL : tags;

  return has_tags ? lists : both;
}
