/* server-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-record-json.h"
#include "provider/server-fixture.h"
#include "provider/wa-registry.h"

static void
apply_setting (gpointer key,
               gpointer value,
               gpointer user_data)
{
  wa_provider_set_setting (user_data, key, value);
}

void
server_set_up (Server        *self,
               gconstpointer  dialect)
{
  g_autofree char *id = g_strndup (dialect, strcspn (dialect, "-"));
  g_autoptr(GHashTable) settings = NULL;
  g_autoptr(GError) error = NULL;

  self->sandbox = wa_sandbox_new (dialect);
  g_assert_true (wa_sandbox_start (self->sandbox, &error));
  self->provider = wa_registry_new_provider (id, &error);
  g_assert_no_error (error);
  settings = wa_sandbox_dup_settings (self->sandbox);
  g_hash_table_foreach (settings, apply_setting, self->provider);
  wa_provider_set_setting (self->provider, "base-url", wa_sandbox_get_base_url (self->sandbox));
  self->client = wa_client_new (self->provider);
  g_object_set (self->client, "patience", 0.002, NULL);
  wa_client_set_token (self->client, wa_sandbox_get_key (self->sandbox));
}

void
server_tear_down (Server        *self,
                  gconstpointer  dialect)
{
  g_clear_object (&self->result);
  g_clear_error (&self->error);
  g_assert_finalize_object (self->client);
  g_assert_finalize_object (self->provider);
  wa_sandbox_stop (self->sandbox);
  g_assert_finalize_object (self->sandbox);
}

static void
settle (Server *self)
{
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Server *self = user_data;
  g_autofree char *verdict = wa_client_test_finish (WA_CLIENT (object), result, &self->error);

  self->done = TRUE;
}

/* What the account's dialog does before it takes an account. */
void
server_connect (Server *self)
{
  self->done = FALSE;
  g_clear_error (&self->error);
  wa_client_test_async (self->client, NULL, tested_cb, self);
  settle (self);
  g_assert_no_error (self->error);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Server *self = user_data;

  self->result = wa_client_run_finish (WA_CLIENT (object), result, &self->error);
  self->done = TRUE;
}

void
server_run_args (Server  *self,
                 WaOp     op,
                 GObject *args)
{
  self->done = FALSE;
  g_clear_object (&self->result);
  g_clear_error (&self->error);
  wa_client_run_async (self->client, op, args, NULL, ran_cb, self);
  settle (self);
}

/* Runs an operation whose arguments are written with single quotes.  Returns: (nullable): its result */
gpointer
server_run (Server     *self,
            WaOp        op,
            const char *format,
            ...)
{
  g_autoptr(GObject) args = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdelimit (g_strdup_vprintf (format, values), "'", '"');
  va_end (values);

  args = wa_record_new_text (wa_op_get_info (op)->args_type (), text, &error);
  g_assert_no_error (error);
  server_run_args (self, op, args);

  return self->result;
}

void
server_assert_works (Server *self)
{
  g_assert_no_error (self->error);
  g_assert_nonnull (self->result);
}
