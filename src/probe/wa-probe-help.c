/* wa-probe-help.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-record.h"
#include "probe/wa-probe-account.h"
#include "probe/wa-probe-example.h"
#include "probe/wa-probe-help.h"
#include "probe/wa-probe-print.h"
#include "probe/wa-probe-rows.h"
#include "provider/wa-registry.h"

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* Returns: (transfer full): a list of one, which stands for any number of them */
static JsonNode *
new_list (JsonNode *element)
{
  g_autoptr(JsonArray) array = json_array_new ();

  json_array_add_element (array, element);

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
describe_choice (GType type)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", klass->values[i].value_nick);

  return new_text (text->str);
}

static JsonNode *describe_record (GType   type,
                                  GSList *above);

/* Returns: (nullable): %NULL for what can't be given */
static JsonNode *
describe_field (const WaField *field,
                GSList        *above)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return new_text ("text");
    case WA_FIELD_FLAG:
      return new_text ("true | false");
    case WA_FIELD_INTEGER:
      return new_text ("number");
    case WA_FIELD_DECIMAL:
      return new_text ("decimal number");
    case WA_FIELD_CHOICE:
      return describe_choice (field->type ());
    case WA_FIELD_TIME:
      return new_text ("time: 2026-12-31T23:59:59Z");
    case WA_FIELD_TEXTS:
      return new_list (new_text ("text"));
    case WA_FIELD_RECORD:
      return describe_record (field->type (), above);
    case WA_FIELD_RECORDS:
      return new_list (describe_record (field->type (), above));
    case WA_FIELD_BYTES:
      return new_text ("Base64, or --file FILE");
    case WA_FIELD_DERIVED:
    default:
      return NULL;
    }
}

/* @above: the types that this one stands in; a model may hold its own kind. */
static JsonNode *
describe_record (GType   type,
                 GSList *above)
{
  g_autoptr(WaRecordClass) klass = g_type_class_ref (type);
  g_autoptr(JsonObject) object = NULL;
  GSList here = { GSIZE_TO_POINTER (type), above };

  if (g_slist_find (above, GSIZE_TO_POINTER (type)) != NULL)
    return new_text ("as above");

  object = json_object_new ();
  for (guint i = 0; i < klass->n_fields; i++)
    {
      JsonNode *value = describe_field (&klass->fields[i], &here);

      if (value != NULL)
        json_object_set_member (object, klass->fields[i].name, value);
    }

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
describe_settings (WaProvider *provider)
{
  const WaProviderInfo *info = wa_provider_get_info (provider);
  g_autoptr(JsonObject) object = json_object_new ();

  for (guint i = 0; i < info->n_settings; i++)
    if (info->settings[i].kind != WA_SETTING_SECRET)
      json_object_set_string_member (object, info->settings[i].key, _(info->settings[i].help));

  return json_node_init_object (json_node_alloc (), object);
}

/* What an account of the example is set to, other than by itself. */
static JsonNode *
list_settings (WaProvider *provider)
{
  const WaProviderInfo *info = wa_provider_get_info (provider);
  g_autoptr(JsonObject) object = json_object_new ();

  for (guint i = 0; i < info->n_settings; i++)
    {
      const WaSetting *setting = &info->settings[i];
      const char *value = wa_provider_get_setting (provider, setting->key);

      if (setting->kind != WA_SETTING_SECRET && g_strcmp0 (value, wa_or_empty (setting->fallback)) != 0)
        json_object_set_string_member (object, setting->key, value);
    }

  return json_node_init_object (json_node_alloc (), object);
}

/* A number belongs to one system; some names belong to all. */
static gboolean
find_system (WaProbeOptions  *options,
             GError         **error)
{
  const char *found = NULL;

  for (guint i = 0; i < wa_registry_get_n_providers () && options->provider == NULL; i++)
    {
      const char *id = wa_registry_get_info (i)->id;
      g_autoptr(WaProvider) provider = wa_registry_new_provider (id, NULL);
      g_autoptr(GPtrArray) rows = wa_probe_rows_find (provider, options->operation, NULL);

      if (rows != NULL && found != NULL)
        {
          g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                       _("Several systems have “%s”. Say which one: %s."), options->operation, "--provider ID");
          return FALSE;
        }
      found = rows != NULL ? id : found;
    }

  if (options->provider == NULL && found == NULL)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("No system has an operation “%s”. See %s."), options->operation, "wadesk-probe --list");
      return FALSE;
    }

  if (options->provider == NULL)
    options->provider = g_strdup (found);

  return TRUE;
}

static gboolean
print_operation (WaProvider *provider,
                 GPtrArray  *rows,
                 JsonNode   *example)
{
  const WaOperation *row = g_ptr_array_index (rows, 0);
  g_autofree char *name = wa_probe_row_dup_name (row);
  g_autoptr(GPtrArray) secrets = g_ptr_array_new ();
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = NULL;

  json_object_set_string_member (object, "op", row->number);
  json_object_set_string_member (object, "name", name);
  json_object_set_member (object, "arguments", describe_record (wa_op_get_info (row->op)->args_type (), NULL));
  json_object_set_member (object, "settings", describe_settings (provider));
  json_object_set_member (object, "example-settings", list_settings (provider));
  json_object_set_member (object, "example", example);
  node = json_node_init_object (json_node_alloc (), object);
  wa_probe_print (node, secrets);

  return TRUE;
}

/**
 * wa_probe_help_print:
 * @options: gets the system, where it has none
 *
 * Prints what an operation takes: every argument with what it may be, and an example that works.
 */
gboolean
wa_probe_help_print (WaProbeOptions  *options,
                     GError         **error)
{
  if (!find_system (options, error))
    return FALSE;

  /* Some operations need what an account may lack. */
  for (int optional = FALSE; optional <= TRUE; optional++)
    {
      g_autoptr(WaProvider) provider = wa_probe_account_new_sample (options, optional, error);
      g_autoptr(GPtrArray) rows = NULL;
      JsonNode *example;

      if (provider == NULL || (rows = wa_probe_rows_find (provider, options->operation, error)) == NULL)
        return FALSE;

      g_clear_error (error);
      if ((example = wa_probe_example_new (provider, rows, error)) != NULL)
        return print_operation (provider, rows, example);
    }

  return FALSE;
}
