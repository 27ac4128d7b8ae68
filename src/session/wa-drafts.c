/* wa-drafts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-record-json.h"
#include "session/wa-drafts.h"

#define SAVE_INTERVAL 500  /* ms */

struct _WaDrafts
{
  GObject parent_instance;

  WaStore    *store;    /* (owned) */
  GHashTable *pending;  /* key → text that is not handed to the store yet; "" removes */
  guint       timeout;
  char       *problem;
};

G_DEFINE_FINAL_TYPE (WaDrafts, wa_drafts, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
wa_drafts_dispose (GObject *object)
{
  WaDrafts *self = WA_DRAFTS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (wa_drafts_parent_class)->dispose (object);
}

static void
wa_drafts_finalize (GObject *object)
{
  WaDrafts *self = WA_DRAFTS (object);

  g_hash_table_unref (self->pending);
  g_free (self->problem);

  G_OBJECT_CLASS (wa_drafts_parent_class)->finalize (object);
}

static void
wa_drafts_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaDrafts *self = WA_DRAFTS (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, wa_drafts_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_drafts_class_init (WaDraftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_drafts_dispose;
  object_class->finalize = wa_drafts_finalize;
  object_class->get_property = wa_drafts_get_property;

  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_drafts_init (WaDrafts *self)
{
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

WaDrafts *
wa_drafts_new (WaStore *store)
{
  WaDrafts *self = g_object_new (WA_TYPE_DRAFTS, NULL);

  self->store = g_object_ref (store);

  return self;
}

static void
save_text_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(WaDrafts) self = user_data;
  g_autoptr(GError) error = NULL;

  wa_store_save_text_finish (WA_STORE (object), result, &error);
  if (wa_set_str (&self->problem, error != NULL ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/**
 * wa_drafts_flush:
 *
 * Hands everything to the store, as before it is closed.
 */
void
wa_drafts_flush (WaDrafts *self)
{
  GHashTableIter iter;
  gpointer key;
  gpointer text;

  g_return_if_fail (WA_IS_DRAFTS (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      wa_store_save_text_async (self->store, WA_STORE_DRAFTS, key, text, NULL, save_text_cb,
                                g_object_ref (self));
      g_hash_table_iter_remove (&iter);
    }
}

static void
timeout_cb (gpointer user_data)
{
  WaDrafts *self = user_data;

  self->timeout = 0;
  wa_drafts_flush (self);
}

void
wa_drafts_save (WaDrafts   *self,
                const char *key,
                WaOutgoing *draft)
{
  g_return_if_fail (WA_IS_DRAFTS (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (WA_IS_OUTGOING (draft));

  g_hash_table_insert (self->pending, g_strdup (key), wa_record_to_text (WA_RECORD (draft)));
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (SAVE_INTERVAL, timeout_cb, self);
}

void
wa_drafts_discard (WaDrafts   *self,
                   const char *key)
{
  g_return_if_fail (WA_IS_DRAFTS (self));
  g_return_if_fail (key != NULL);

  g_hash_table_insert (self->pending, g_strdup (key), g_strdup (""));
  wa_drafts_flush (self);
}

/* A draft that can't be read, such as one of another version, is none. */
static void
return_draft (GTask      *task,
              const char *text)
{
  g_autoptr(GError) error = NULL;
  WaOutgoing *draft = NULL;

  if (!wa_is_empty (text) && !(draft = wa_record_new_text (WA_TYPE_OUTGOING, text, &error)))
    g_message ("A draft can't be read: %s", error->message);

  g_task_return_pointer (task, draft, g_object_unref);
}

static void
load_text_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = wa_store_load_text_finish (WA_STORE (object), result, &error);

  if (text == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_draft (task, text);
}

void
wa_drafts_load_async (WaDrafts            *self,
                      const char          *key,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *pending;

  g_return_if_fail (WA_IS_DRAFTS (self));
  g_return_if_fail (key != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_drafts_load_async);

  pending = g_hash_table_lookup (self->pending, key);
  if (pending != NULL)
    return_draft (task, pending);
  else
    wa_store_load_text_async (self->store, WA_STORE_DRAFTS, key, cancellable, load_text_cb,
                              g_object_ref (task));
}

/**
 * wa_drafts_load_finish:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL without an error where there is none
 */
WaOutgoing *
wa_drafts_load_finish (WaDrafts      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
wa_drafts_get_problem (WaDrafts *self)
{
  g_return_val_if_fail (WA_IS_DRAFTS (self), "");

  return wa_or_empty (self->problem);
}
