/* wa-system.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "provider/wa-registry.h"
#include "session/wa-system-private.h"
#include "session/wa-system.h"

struct _WaSystem
{
  GObject parent_instance;

  const WaProviderInfo *info;      /* of the registry's static table */
  GListStore           *settings;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (WaSystem, wa_system, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_SUMMARY,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
wa_system_dispose (GObject *object)
{
  WaSystem *self = WA_SYSTEM (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (wa_system_parent_class)->dispose (object);
}

static void
wa_system_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaSystem *self = WA_SYSTEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, wa_system_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, wa_system_get_name (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, wa_system_get_summary (self));
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_system_class_init (WaSystemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_system_dispose;
  object_class->get_property = wa_system_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_system_init (WaSystem *self)
{
  self->settings = g_list_store_new (WA_TYPE_SYSTEM_SETTING);
}

static WaSystem *
wa_system_new (const WaProviderInfo *info)
{
  WaSystem *self = g_object_new (WA_TYPE_SYSTEM, NULL);

  self->info = info;
  for (guint i = 0; i < info->n_settings; i++)
    {
      g_autoptr(WaSystemSetting) setting = wa_system_setting_new (&info->settings[i]);

      g_list_store_append (self->settings, setting);
    }

  return self;
}

/**
 * wa_systems_new:
 *
 * Returns: (transfer full): a list of all systems that WaDesk knows, in the order in which they are offered
 */
GListModel *
wa_systems_new (void)
{
  GListStore *systems = g_list_store_new (WA_TYPE_SYSTEM);

  for (guint i = 0; i < wa_registry_get_n_providers (); i++)
    {
      g_autoptr(WaSystem) system = wa_system_new (wa_registry_get_info (i));

      g_list_store_append (systems, system);
    }

  return G_LIST_MODEL (systems);
}

/**
 * wa_systems_find:
 * @id: a system's stable id
 *
 * Returns: (transfer full) (nullable): the system, or %NULL where this version does not know it
 */
WaSystem *
wa_systems_find (const char *id)
{
  const WaProviderInfo *info = wa_registry_find (id);

  return info != NULL ? wa_system_new (info) : NULL;
}

const char *
wa_system_get_id (WaSystem *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM (self), "");

  return self->info->id;
}

const char *
wa_system_get_name (WaSystem *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM (self), "");

  return self->info->name;
}

const char *
wa_system_get_summary (WaSystem *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM (self), "");

  return _(self->info->summary);
}

/**
 * wa_system_get_settings:
 *
 * Returns: (transfer none): the #WaSystemSetting that the account dialog asks for, in order
 */
GListModel *
wa_system_get_settings (WaSystem *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM (self), NULL);

  return G_LIST_MODEL (self->settings);
}
