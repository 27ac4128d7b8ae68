/* exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "provider/exchange.h"

/* Returns: (nullable): %NULL where the system has no such operation */
Exchange *
exchange_new (VectorSuite  *suite,
              const WaJson *vector)
{
  g_autoptr(WaProvider) provider = vector_suite_new_provider (suite, vector);
  const WaOperation *operation = vector_suite_find_row (suite, provider, vector);
  g_autoptr(WaRequest) request = wa_request_new ();
  Exchange *self;

  if (operation == NULL)
    return NULL;

  self = g_new0 (Exchange, 1);
  self->vector = *vector;
  self->token = vector_suite_token (suite, vector);
  self->operation = operation;
  self->args = vector_suite_new_args (suite, operation, vector);
  self->provider = g_steal_pointer (&provider);

  /* Now the provider knows the key, which no error may show. */
  wa_provider_authorize (self->provider, operation, request, self->token);

  return self;
}

void
exchange_free (Exchange *self)
{
  g_object_unref (self->provider);
  g_object_unref (self->args);
  g_free (self);
}

/* Keeping a model in the store and reading it back must be possible. */
static void
check_record (WaRecord *record)
{
  g_autofree char *text = wa_record_to_text (record);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRecord) copy = NULL;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  copy = wa_record_new_text (G_OBJECT_TYPE (record), text, &error);
  g_assert_no_error (error);
}

/* Returns: how many records it holds */
static guint
check_result (const WaOpInfo *info,
              GObject        *result)
{
  GListModel *items;
  guint n;

  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (result, info->result_type ()));
  if (!WA_IS_PAGE (result))
    {
      check_record (WA_RECORD (result));
      return 1;
    }

  items = G_LIST_MODEL (wa_page_get_items (WA_PAGE (result)));
  n = g_list_model_get_n_items (items);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (items, i);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (item, info->item_type ()));
      check_record (item);
    }

  return n;
}

static void
check_error (const Exchange *self,
             const GError   *error)
{
  g_assert_true (error->domain == WA_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (wa_is_empty (error->message));
  g_assert_null (strstr (error->message, self->token));

  /* What may have been done must not look as if it were not. */
  if ((self->operation->flags & WA_OP_IDEMPOTENT) == 0)
    g_assert_true (error->code != WA_ERROR_PROTOCOL && error->code != WA_ERROR_NETWORK);
}

/* Any answer at all is refused with an error that can be shown, or gives a model that can be kept.
 *
 * Returns: how many records it gave; 0 where it was refused */
guint
exchange_feed (Exchange   *self,
               guint       status,
               const void *data,
               gsize       length)
{
  g_autoptr(GBytes) body = g_bytes_new (data, length);
  g_autoptr(WaAnswer) answer = vector_new_answer (&self->vector, status, body);
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) result = wa_provider_read (self->provider, self->operation, self->args, answer, &error);

  g_assert_true ((result == NULL) == (error != NULL));
  if (result != NULL)
    return check_result (wa_op_get_info (self->operation->op), result);

  check_error (self, error);
  wa_provider_fall_back (self->provider, self->operation, self->args, answer, error);

  return 0;
}
