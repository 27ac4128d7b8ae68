/* wa-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-attribute.h"
#include "model/wa-contact-list.h"
#include "model/wa-tag.h"
#include "provider/wa-registry.h"
#include "session/wa-account-private.h"
#include "session/wa-drafts.h"
#include "session/wa-outbox-private.h"
#include "session/wa-preparation.h"
#include "session/wa-source-list.h"
#include "session/wa-sync-private.h"

G_DEFINE_ENUM_TYPE (WaAccountState, wa_account_state,
  G_DEFINE_ENUM_VALUE (WA_ACCOUNT_CLOSED, "closed"),
  G_DEFINE_ENUM_VALUE (WA_ACCOUNT_OPENING, "opening"),
  G_DEFINE_ENUM_VALUE (WA_ACCOUNT_READY, "ready"),
  G_DEFINE_ENUM_VALUE (WA_ACCOUNT_NEEDS_KEY, "needs-key"),
  G_DEFINE_ENUM_VALUE (WA_ACCOUNT_FAILED, "failed"))

struct _WaAccount
{
  GObject parent_instance;

  char           *id;
  char           *title;
  char           *dir;
  gboolean        demo;
  WaAccountState  state;
  char           *own_problem;   /* with the store or the key */
  char           *problem;       /* what is shown: our own or that of a part */
  char           *notice;
  guint           notice_timeout;

  WaProvider     *provider;      /* all (owned) */
  WaClient       *client;
  WaStore        *store;
  WaOutbox       *outbox;
  WaSync         *sync;
  WaDrafts       *drafts;
  WaSecrets      *secrets;
  WaSourceList   *sources;
  GPtrArray      *openers;       /* tasks that wait for the opening that is under way */
};

G_DEFINE_FINAL_TYPE (WaAccount, wa_account, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SYSTEM_ID,
  PROP_SYSTEM_NAME,
  PROP_DEMO,
  PROP_STATE,
  PROP_PROBLEM,
  PROP_NOTICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPERATIONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
wa_account_dispose (GObject *object)
{
  WaAccount *self = WA_ACCOUNT (object);

  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  g_clear_object (&self->outbox);
  g_clear_object (&self->sync);
  g_clear_object (&self->drafts);
  g_clear_object (&self->client);
  g_clear_object (&self->provider);
  g_clear_object (&self->store);
  g_clear_object (&self->secrets);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (wa_account_parent_class)->dispose (object);
}

static void
wa_account_finalize (GObject *object)
{
  WaAccount *self = WA_ACCOUNT (object);

  g_ptr_array_unref (self->openers);
  g_free (self->id);
  g_free (self->title);
  g_free (self->dir);
  g_free (self->own_problem);
  g_free (self->problem);
  g_free (self->notice);

  G_OBJECT_CLASS (wa_account_parent_class)->finalize (object);
}

static void
wa_account_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WaAccount *self = WA_ACCOUNT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SYSTEM_ID:
      g_value_set_string (value, wa_account_get_system_id (self));
      break;
    case PROP_SYSTEM_NAME:
      g_value_set_string (value, wa_account_get_system_name (self));
      break;
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, wa_account_get_problem (self));
      break;
    case PROP_NOTICE:
      g_value_set_string (value, wa_or_empty (self->notice));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_account_class_init (WaAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_account_dispose;
  object_class->finalize = wa_account_finalize;
  object_class->get_property = wa_account_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SYSTEM_ID] = g_param_spec_string ("system-id", NULL, NULL, NULL, flags);
  properties[PROP_SYSTEM_NAME] = g_param_spec_string ("system-name", NULL, NULL, NULL, flags);
  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, WA_TYPE_ACCOUNT_STATE, WA_ACCOUNT_CLOSED,
                                              flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WaAccount::operations-changed:
   */
  signals[OPERATIONS_CHANGED] =
    g_signal_new ("operations-changed", WA_TYPE_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  0);
}

static void
wa_account_init (WaAccount *self)
{
  self->openers = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What is told to the user */

static void
update_problem (WaAccount *self)
{
  const char *problem = self->own_problem;

  if (wa_is_empty (problem))
    problem = wa_outbox_get_problem (self->outbox);
  if (wa_is_empty (problem))
    problem = wa_drafts_get_problem (self->drafts);

  if (wa_set_str (&self->problem, wa_or_empty (problem)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_state (WaAccount      *self,
           WaAccountState  state,
           const char     *problem)
{
  wa_set_str (&self->own_problem, problem);
  update_problem (self);

  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }

  wa_outbox_set_ready (self->outbox, state == WA_ACCOUNT_READY);
}

static void
set_notice (WaAccount  *self,
            const char *notice)
{
  if (wa_set_str (&self->notice, notice))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static void
notice_timeout_cb (gpointer user_data)
{
  WaAccount *self = user_data;

  self->notice_timeout = 0;
  set_notice (self, NULL);
}

static void
client_paused_cb (WaAccount  *self,
                  gint64      until,
                  const char *reason)
{
  guint seconds = (guint) CLAMP (until - g_get_real_time () / G_USEC_PER_SEC, 1, 3600);
  /* Translators: how long nothing is asked, then the system's reason, a sentence */
  g_autofree char *notice = g_strdup_printf (ngettext ("Waiting %u second. %s", "Waiting %u seconds. %s",
                                                       seconds),
                                             seconds, reason);

  set_notice (self, notice);
  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  self->notice_timeout = g_timeout_add_once (seconds * 1000, notice_timeout_cb, self);
}

/* Without the key nothing more is asked, so a refused one is not tried again until it is entered again. */
static void
client_auth_failed_cb (WaAccount *self)
{
  g_autofree char *text = NULL;

  if (!wa_client_has_token (self->client))
    return;

  wa_client_set_token (self->client, NULL);
  /* Translators: %s is a system’s name */
  text = g_strdup_printf (_("%s did not accept the key. Enter it again in the account’s settings."),
                          wa_account_get_system_name (self));
  if (self->state == WA_ACCOUNT_READY)
    set_state (self, WA_ACCOUNT_NEEDS_KEY, text);
}

static void
sign_in_stored_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!wa_secrets_store_finish (WA_SECRETS (object), result, &error))
    g_message ("A sign-in is kept for this session only: %s", error->message);
}

/* The one before is good for nothing any more. */
static void
client_renewed_cb (WaAccount  *self,
                   const char *secret)
{
  wa_secrets_keep_for_session (self->secrets, self->id, secret);
  if (!self->demo)
    wa_secrets_store_async (self->secrets, self->id, self->title, secret, NULL, sign_in_stored_cb, NULL);
}

static void
operations_changed_cb (WaAccount *self)
{
  g_signal_emit (self, signals[OPERATIONS_CHANGED], 0);
}

/* Making one */

static void
make_parts (WaAccount *self)
{
  g_autofree char *path = g_build_filename (self->dir, "store.db", NULL);

  self->store = wa_store_new (path);
  self->client = wa_client_new (self->provider);
  self->outbox = wa_outbox_new (self->client, self->store);
  self->sync = wa_sync_new (self->client, self->store);
  self->drafts = wa_drafts_new (self->store);
  self->sources = wa_source_list_new (self->store);

  g_signal_connect_object (self->provider, "operations-changed", G_CALLBACK (operations_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "paused", G_CALLBACK (client_paused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "auth-failed", G_CALLBACK (client_auth_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "sign-in-renewed", G_CALLBACK (client_renewed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outbox, "notify::problem", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafts, "notify::problem", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
}

/*
 * wa_account_new:
 * @system_id: of a system in the registry
 * @dir: where its database goes
 * @settings: (element-type utf8 utf8): without the key
 * @secrets: where its key is, by @id
 *
 * Makes an account that is not opened yet.
 */
WaAccount *
wa_account_new (const char *id,
                const char *system_id,
                const char *title,
                gboolean    demo,
                const char *dir,
                GHashTable *settings,
                WaSecrets  *secrets)
{
  WaAccount *self = g_object_new (WA_TYPE_ACCOUNT, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->demo = demo;
  self->dir = g_strdup (dir);
  self->secrets = g_object_ref (secrets);
  self->provider = wa_registry_new_provider (system_id, NULL);
  g_assert (self->provider != NULL);

  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    wa_provider_set_setting (self->provider, key, value);
  make_parts (self);

  return self;
}

void
wa_account_set_title (WaAccount  *self,
                      const char *title)
{
  if (wa_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* A new key: what waited for it goes on. */
void
wa_account_set_key (WaAccount  *self,
                    const char *key)
{
  wa_client_set_token (self->client, key);
  if (self->state == WA_ACCOUNT_NEEDS_KEY && !wa_is_empty (key))
    set_state (self, WA_ACCOUNT_READY, NULL);
}

/* Opening and closing */

static void
opened (WaAccount      *self,
        WaAccountState  state,
        const GError   *error)
{
  g_autoptr(GPtrArray) openers = g_steal_pointer (&self->openers);

  self->openers = g_ptr_array_new_with_free_func (g_object_unref);
  set_state (self, state, error != NULL ? error->message : NULL);

  for (guint i = 0; i < openers->len; i++)
    {
      GTask *task = g_ptr_array_index (openers, i);

      if (state == WA_ACCOUNT_FAILED)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
key_looked_up_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(WaAccount) self = user_data;
  g_autoptr(GError) error = NULL;
  char *key = wa_secrets_lookup_finish (WA_SECRETS (object), result, &error);

  /* Closed meanwhile; whoever waits for the opening hears so. */
  if (self->state != WA_ACCOUNT_OPENING)
    {
      wa_secrets_free_token (key);
      return;
    }

  wa_client_set_token (self->client, key);
  wa_secrets_free_token (key);
  if (!wa_client_has_token (self->client) && error == NULL)
    error = g_error_new_literal (WA_ERROR, WA_ERROR_AUTH,
                                 _("There is no key for this account on this computer. Enter it in the "
                                   "account’s settings."));

  opened (self, error == NULL ? WA_ACCOUNT_READY : WA_ACCOUNT_NEEDS_KEY, error);
}

static void
outbox_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(WaAccount) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!wa_outbox_open_finish (WA_OUTBOX (object), result, &error))
    {
      if (self->state == WA_ACCOUNT_OPENING)
        opened (self, WA_ACCOUNT_FAILED, error);
      return;
    }

  wa_sync_load (self->sync);
  wa_source_list_load (self->sources);
  wa_secrets_lookup_async (self->secrets, self->id, NULL, key_looked_up_cb, g_object_ref (self));
}

static void
store_opened_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(WaAccount) self = user_data;
  g_autoptr(GError) error = NULL;

  if (wa_store_open_finish (WA_STORE (object), result, &error))
    wa_outbox_open_async (self->outbox, NULL, outbox_opened_cb, g_object_ref (self));
  else if (self->state == WA_ACCOUNT_OPENING)
    opened (self, WA_ACCOUNT_FAILED, error);
}

/**
 * wa_account_open_async:
 *
 * Opens the account's database and finds its key; what was left in the outbox goes on.  An account that
 * is open stays as it is.  Cancelling gives up waiting; the account opens all the same.
 */
void
wa_account_open_async (WaAccount           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_open_async);

  if (self->state == WA_ACCOUNT_READY || self->state == WA_ACCOUNT_NEEDS_KEY)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->openers, g_steal_pointer (&task));
  if (self->state == WA_ACCOUNT_OPENING)
    return;

  set_state (self, WA_ACCOUNT_OPENING, NULL);
  wa_store_open_async (self->store, NULL, store_opened_cb, g_object_ref (self));
}

/**
 * wa_account_open_finish:
 *
 * Returns: whether it can be used, if only to read: its state is %WA_ACCOUNT_READY or
 *   %WA_ACCOUNT_NEEDS_KEY; else %WA_ERROR_STORE
 */
gboolean
wa_account_open_finish (WaAccount     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * wa_account_close:
 *
 * Writes what is to be written and closes the database, for good.  What is queued goes on when the
 * account is opened the next time; a message that is on its way is uncertain then.
 */
void
wa_account_close (WaAccount *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));

  if (self->state == WA_ACCOUNT_CLOSED)
    return;

  wa_sync_cancel (self->sync);
  wa_outbox_close (self->outbox);
  wa_client_close (self->client);
  wa_drafts_flush (self->drafts);
  wa_store_close (self->store);

  error = g_error_new_literal (WA_ERROR, WA_ERROR_STORE, _("The account was closed."));
  if (self->openers->len > 0)
    opened (self, WA_ACCOUNT_FAILED, error);
  set_state (self, WA_ACCOUNT_CLOSED, NULL);
}

/* What it can do */

/**
 * wa_account_supports:
 *
 * Returns: whether the system can do @op for this account, now
 */
gboolean
wa_account_supports (WaAccount *self,
                     WaOp       op)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), FALSE);

  return wa_provider_supports (self->provider, op);
}

gboolean
wa_account_supports_kind (WaAccount     *self,
                          WaMessageKind  kind)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), FALSE);

  return wa_provider_supports_kind (self->provider, kind);
}

/**
 * wa_account_check_outgoing:
 *
 * Asks whether this system can say such a message at all, before it is put into the outbox.
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_UNSUPPORTED or %WA_ERROR_INVALID and what would work instead
 */
gboolean
wa_account_check_outgoing (WaAccount   *self,
                           WaOutgoing  *outgoing,
                           GError     **error)
{
  const WaOperation *operation;
  g_autoptr(WaRequest) request = NULL;
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (WA_IS_ACCOUNT (self), FALSE);
  g_return_val_if_fail (WA_IS_OUTGOING (outgoing), FALSE);

  operation = wa_provider_find (self->provider, WA_OP_SEND, G_OBJECT (outgoing), error);
  if (operation == NULL)
    return FALSE;

  request = wa_provider_build (self->provider, operation, G_OBJECT (outgoing), &problem);
  if (request != NULL || wa_preparation_can_meet (problem))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/**
 * wa_account_knows_opt_in:
 *
 * Returns: whether it is known if @contact agreed to get messages; some systems don't tell of those that they keep
 */
gboolean
wa_account_knows_opt_in (WaAccount *self,
                         WaContact *contact)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), FALSE);
  g_return_val_if_fail (WA_IS_CONTACT (contact), FALSE);

  return wa_contact_get_local (contact) || wa_provider_get_info (self->provider)->knows_opt_in;
}

/**
 * wa_account_dup_reason:
 * @kind: for %WA_OP_SEND; else %WA_MESSAGE_UNKNOWN
 *
 * Returns: (transfer full): a sentence for the user: why that can't be done, and what would work instead
 */
char *
wa_account_dup_reason (WaAccount     *self,
                       WaOp           op,
                       WaMessageKind  kind)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return wa_provider_dup_reason (self->provider, op, kind);
}

/* Drafts */

void
wa_account_save_draft (WaAccount  *self,
                       const char *key,
                       WaOutgoing *draft)
{
  g_return_if_fail (WA_IS_ACCOUNT (self));

  wa_drafts_save (self->drafts, key, draft);
}

/**
 * wa_account_discard_draft:
 *
 * Forgets a draft at once, as after it was sent.
 */
void
wa_account_discard_draft (WaAccount  *self,
                          const char *key)
{
  g_return_if_fail (WA_IS_ACCOUNT (self));

  wa_drafts_discard (self->drafts, key);
}

static void
draft_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaOutgoing *draft = wa_drafts_load_finish (WA_DRAFTS (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, draft, g_object_unref);
}

void
wa_account_load_draft_async (WaAccount           *self,
                             const char          *key,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_load_draft_async);
  wa_drafts_load_async (self->drafts, key, cancellable, draft_loaded_cb, g_object_ref (task));
}

/**
 * wa_account_load_draft_finish:
 *
 * Returns: (transfer full) (nullable): the draft as it was saved last, without the content of files;
 *   %NULL without an error where there is none
 */
WaOutgoing *
wa_account_load_draft_finish (WaAccount     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Its parts and properties */

const char *
wa_account_get_id (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return self->id;
}

const char *
wa_account_get_title (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return self->title;
}

const char *
wa_account_get_system_id (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return wa_provider_get_info (self->provider)->id;
}

const char *
wa_account_get_system_name (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return wa_provider_get_info (self->provider)->name;
}

gboolean
wa_account_get_demo (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), FALSE);

  return self->demo;
}

WaAccountState
wa_account_get_state (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), WA_ACCOUNT_FAILED);

  return self->state;
}

const char *
wa_account_get_problem (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return wa_or_empty (self->problem);
}

/**
 * wa_account_get_setting:
 * @key: of a #WaSystemSetting that is no secret
 *
 * Returns: what the account is set to, else the setting's fallback, else ""
 */
const char *
wa_account_get_setting (WaAccount  *self,
                        const char *key)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), "");

  return wa_provider_get_setting (self->provider, key);
}

/**
 * wa_account_get_lists:
 *
 * Returns: (transfer none) (element-type WaContactList): by name
 */
GListModel *
wa_account_get_lists (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return G_LIST_MODEL (wa_store_get_records (self->store, WA_TYPE_CONTACT_LIST));
}

/**
 * wa_account_get_tags:
 *
 * Returns: (transfer none) (element-type WaTag): by name
 */
GListModel *
wa_account_get_tags (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return G_LIST_MODEL (wa_store_get_records (self->store, WA_TYPE_TAG));
}

/**
 * wa_account_get_templates:
 *
 * Returns: (transfer none) (element-type WaTemplate): by name
 */
GListModel *
wa_account_get_templates (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return G_LIST_MODEL (wa_store_get_records (self->store, WA_TYPE_TEMPLATE));
}

/**
 * wa_account_get_sources:
 *
 * Returns: (transfer none) (element-type WaAttribute): where contacts came from, in the system's words;
 *   only the names count
 */
GListModel *
wa_account_get_sources (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return wa_source_list_get_names (self->sources);
}

/**
 * wa_account_get_attribute_names:
 *
 * Returns: (transfer none) (element-type WaAttribute): the custom fields that contacts have, by name
 */
GListModel *
wa_account_get_attribute_names (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return G_LIST_MODEL (wa_store_get_records (self->store, WA_TYPE_ATTRIBUTE));
}

WaOutbox *
wa_account_get_outbox (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return self->outbox;
}

WaSync *
wa_account_get_sync (WaAccount *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT (self), NULL);

  return self->sync;
}

const char *
wa_account_get_dir (WaAccount *self)
{
  return self->dir;
}

WaProvider *
wa_account_get_provider (WaAccount *self)
{
  return self->provider;
}

WaClient *
wa_account_get_client (WaAccount *self)
{
  return self->client;
}

WaStore *
wa_account_get_store (WaAccount *self)
{
  return self->store;
}
