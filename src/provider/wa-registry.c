/* wa-registry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/onemsg/wa-onemsg-provider.h"
#include "provider/pabbly/wa-pabbly-provider.h"
#include "provider/wa-registry.h"
#include "provider/wabotick/wa-wabotick-provider.h"
#include "provider/whatomate/wa-whatomate-provider.h"
#include "provider/whatsjet/wa-whatsjet-provider.h"

/* One row a system, in the order in which they are offered. */
static GType (*const types[]) (void) = {
  wa_pabbly_provider_get_type,
  wa_wabotick_provider_get_type,
  wa_whatomate_provider_get_type,
  wa_onemsg_provider_get_type,
  wa_whatsjet_provider_get_type,
};

static const WaProviderInfo *
info_of (GType type)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);

  return ((WaProviderClass *) klass)->info;
}

guint
wa_registry_get_n_providers (void)
{
  return G_N_ELEMENTS (types);
}

const WaProviderInfo *
wa_registry_get_info (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (types), NULL);

  return info_of (types[index] ());
}

/**
 * wa_registry_find:
 * @id: (nullable): a system's stable id
 *
 * Returns: (nullable): what the system is and asks for
 */
const WaProviderInfo *
wa_registry_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (wa_registry_get_info (i)->id, id) == 0)
      return wa_registry_get_info (i);

  return NULL;
}

/**
 * wa_registry_new_provider:
 * @id: a system's stable id
 *
 * Returns: (transfer full): a provider without settings, or %NULL with %WA_ERROR_UNSUPPORTED
 */
WaProvider *
wa_registry_new_provider (const char  *id,
                          GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (wa_registry_get_info (i)->id, id) == 0)
      return g_object_new (types[i] (), NULL);

  g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
               _("This version of WaDesk does not know the system “%s”. Update WaDesk."), wa_or_empty (id));

  return NULL;
}
