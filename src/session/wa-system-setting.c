/* wa-system-setting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "session/wa-system-private.h"

struct _WaSystemSetting
{
  GObject parent_instance;

  const WaSetting *setting;  /* of the provider's static table */
  char           **choices;
  char           **choice_titles;
};

G_DEFINE_FINAL_TYPE (WaSystemSetting, wa_system_setting, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_KIND,
  PROP_TITLE,
  PROP_HELP,
  PROP_FALLBACK,
  PROP_REQUIRED,
  PROP_ADVANCED,
  PROP_CHOICES,
  PROP_CHOICE_TITLES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
wa_system_setting_finalize (GObject *object)
{
  WaSystemSetting *self = WA_SYSTEM_SETTING (object);

  g_strfreev (self->choices);
  g_strfreev (self->choice_titles);

  G_OBJECT_CLASS (wa_system_setting_parent_class)->finalize (object);
}

static void
wa_system_setting_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  WaSystemSetting *self = WA_SYSTEM_SETTING (object);

  switch (prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, wa_system_setting_get_key (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int) wa_system_setting_get_kind (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, wa_system_setting_get_title (self));
      break;
    case PROP_HELP:
      g_value_set_string (value, wa_system_setting_get_help (self));
      break;
    case PROP_FALLBACK:
      g_value_set_string (value, wa_system_setting_get_fallback (self));
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, wa_system_setting_get_required (self));
      break;
    case PROP_ADVANCED:
      g_value_set_boolean (value, wa_system_setting_get_advanced (self));
      break;
    case PROP_CHOICES:
      g_value_set_boxed (value, self->choices);
      break;
    case PROP_CHOICE_TITLES:
      g_value_set_boxed (value, self->choice_titles);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_system_setting_class_init (WaSystemSettingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = wa_system_setting_finalize;
  object_class->get_property = wa_system_setting_get_property;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, WA_TYPE_SETTING_KIND, WA_SETTING_TEXT,
                                             flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HELP] = g_param_spec_string ("help", NULL, NULL, NULL, flags);
  properties[PROP_FALLBACK] = g_param_spec_string ("fallback", NULL, NULL, NULL, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  properties[PROP_ADVANCED] = g_param_spec_boolean ("advanced", NULL, NULL, FALSE, flags);
  properties[PROP_CHOICES] = g_param_spec_boxed ("choices", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_CHOICE_TITLES] = g_param_spec_boxed ("choice-titles", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_system_setting_init (WaSystemSetting *self)
{
}

/* @setting must be static. */
WaSystemSetting *
wa_system_setting_new (const WaSetting *setting)
{
  g_autoptr(GStrvBuilder) choices = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  WaSystemSetting *self = g_object_new (WA_TYPE_SYSTEM_SETTING, NULL);

  for (const WaSettingChoice *c = setting->choices; c != NULL && c->value != NULL; c++)
    {
      g_strv_builder_add (choices, c->value);
      g_strv_builder_add (titles, _(c->title));
    }

  self->setting = setting;
  self->choices = g_strv_builder_end (choices);
  self->choice_titles = g_strv_builder_end (titles);

  return self;
}

const char *
wa_system_setting_get_key (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), "");

  return self->setting->key;
}

WaSettingKind
wa_system_setting_get_kind (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), WA_SETTING_TEXT);

  return self->setting->kind;
}

const char *
wa_system_setting_get_title (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), "");

  return _(self->setting->title);
}

/**
 * wa_system_setting_get_help:
 *
 * Returns: one line that says where to find it, or ""
 */
const char *
wa_system_setting_get_help (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), "");

  return wa_is_empty (self->setting->help) ? "" : _(self->setting->help);
}

/**
 * wa_system_setting_get_fallback:
 *
 * Returns: what is used where the user enters nothing, or ""
 */
const char *
wa_system_setting_get_fallback (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), "");

  return wa_or_empty (self->setting->fallback);
}

gboolean
wa_system_setting_get_required (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), FALSE);

  return self->setting->required;
}

/**
 * wa_system_setting_get_advanced:
 *
 * Returns: whether it is shown only on demand
 */
gboolean
wa_system_setting_get_advanced (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), FALSE);

  return self->setting->advanced;
}

/**
 * wa_system_setting_get_choices:
 *
 * Returns: (transfer none): the values to choose from, the first one the usual; empty unless it is a choice
 */
const char *const *
wa_system_setting_get_choices (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), NULL);

  return (const char *const *) self->choices;
}

/**
 * wa_system_setting_get_choice_titles:
 *
 * Returns: (transfer none): what the choices are called, in the order of wa_system_setting_get_choices()
 */
const char *const *
wa_system_setting_get_choice_titles (WaSystemSetting *self)
{
  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (self), NULL);

  return (const char *const *) self->choice_titles;
}
