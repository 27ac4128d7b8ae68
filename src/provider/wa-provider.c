/* wa-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-media-item.h"
#include "model/wa-outgoing.h"
#include "net/wa-address.h"
#include "provider/wa-checks.h"
#include "provider/wa-failure.h"
#include "provider/wa-provider.h"

/* A provider says how one system says it: a table of pure functions, the place of the credential, the envelope.  It does no I/O.
 * What it is told by answers (which form of a request works) it keeps as settings, which the session stores. */

typedef struct
{
  GHashTable *settings;  /* char * → char * */
  GHashTable *disabled;  /* numbers of operations that this server turned out not to have */
  char       *token;     /* the last one that was used, so that no error text shows it */
} WaProviderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaProvider, wa_provider, G_TYPE_OBJECT)

enum
{
  SETTING_CHANGED,
  OPERATIONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
wa_provider_finalize (GObject *object)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (WA_PROVIDER (object));

  g_hash_table_unref (priv->settings);
  g_hash_table_unref (priv->disabled);
  g_free (priv->token);

  G_OBJECT_CLASS (wa_provider_parent_class)->finalize (object);
}

static void
wa_provider_class_init (WaProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_provider_finalize;

  /**
   * WaProvider::setting-changed:
   * @key: which
   */
  signals[SETTING_CHANGED] =
    g_signal_new ("setting-changed", WA_TYPE_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * WaProvider::operations-changed:
   *
   * What the account can do is another set now.
   */
  signals[OPERATIONS_CHANGED] =
    g_signal_new ("operations-changed", WA_TYPE_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wa_provider_init (WaProvider *self)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);

  priv->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  priv->disabled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * wa_provider_get_info:
 *
 * Returns: what the system is and asks for
 */
const WaProviderInfo *
wa_provider_get_info (WaProvider *self)
{
  g_return_val_if_fail (WA_IS_PROVIDER (self), NULL);

  return WA_PROVIDER_GET_CLASS (self)->info;
}

/**
 * wa_provider_get_setting:
 * @key: a key of the info's settings, or one that the provider learned
 *
 * Returns: the value, else the setting's fallback, else ""
 */
const char *
wa_provider_get_setting (WaProvider *self,
                         const char *key)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);
  const WaProviderInfo *info = wa_provider_get_info (self);
  const char *value = g_hash_table_lookup (priv->settings, key);

  if (!wa_is_empty (value))
    return value;

  for (guint i = 0; i < info->n_settings; i++)
    if (g_str_equal (info->settings[i].key, key))
      return wa_or_empty (info->settings[i].fallback);

  return "";
}

/**
 * wa_provider_set_setting:
 * @value: (nullable): %NULL or "" forgets it
 */
void
wa_provider_set_setting (WaProvider *self,
                         const char *key,
                         const char *value)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);

  g_return_if_fail (WA_IS_PROVIDER (self));
  g_return_if_fail (key != NULL);

  if (g_strcmp0 (wa_or_empty (g_hash_table_lookup (priv->settings, key)), wa_or_empty (value)) == 0)
    return;

  g_hash_table_insert (priv->settings, g_strdup (key), g_strdup (wa_or_empty (value)));
  g_signal_emit (self, signals[SETTING_CHANGED], 0, key);
  g_signal_emit (self, signals[OPERATIONS_CHANGED], 0);
}

/**
 * wa_provider_dup_setting_keys:
 *
 * Returns: (transfer full): the keys of all values that were set or learned, sorted
 */
char **
wa_provider_dup_setting_keys (WaProvider *self)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (priv->settings), (GCompareFunc) g_strcmp0);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *l = keys; l != NULL; l = l->next)
    if (!wa_is_empty (g_hash_table_lookup (priv->settings, l->data)))
      g_strv_builder_add (builder, l->data);

  return g_strv_builder_end (builder);
}

/**
 * wa_provider_dup_address:
 *
 * Returns: (transfer full): the account's address in its stored form, without a trailing slash, or %NULL with %WA_ERROR_INVALID:
 *   not an address, plain http to another machine, a query or a fragment
 */
char *
wa_provider_dup_address (WaProvider  *self,
                         GError     **error)
{
  return wa_address_normalize (wa_provider_get_setting (self, "base-url"), error);
}

static gboolean
is_available (WaProvider        *self,
              const WaOperation *operation)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  return !g_hash_table_contains (priv->disabled, operation->number) &&
         (klass->available == NULL || klass->available (self, operation));
}

/**
 * wa_provider_get_operations:
 *
 * Returns: everything that the system can do, whatever this account has of it
 */
const WaOperation *
wa_provider_get_operations (WaProvider *self,
                            guint      *n_operations)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  *n_operations = klass->n_operations;

  return klass->operations;
}

/**
 * wa_provider_supports:
 *
 * Returns: whether this account can do @op, now
 */
gboolean
wa_provider_supports (WaProvider *self,
                      WaOp        op)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  for (guint i = 0; i < klass->n_operations; i++)
    if (klass->operations[i].op == op && is_available (self, &klass->operations[i]))
      return TRUE;

  return FALSE;
}

/**
 * wa_provider_supports_kind:
 *
 * Returns: whether this account can send such messages, now
 */
gboolean
wa_provider_supports_kind (WaProvider    *self,
                           WaMessageKind  kind)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  for (guint i = 0; i < klass->n_operations; i++)
    if (klass->operations[i].op == WA_OP_SEND && klass->operations[i].kind == kind &&
        is_available (self, &klass->operations[i]))
      return TRUE;

  return FALSE;
}

/**
 * wa_provider_dup_reason:
 * @kind: for %WA_OP_SEND
 *
 * Returns: (transfer full): a sentence that says what the system lacks and what would work instead
 */
char *
wa_provider_dup_reason (WaProvider    *self,
                        WaOp           op,
                        WaMessageKind  kind)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);
  const char *reason = klass->reason != NULL ? klass->reason (self, op, kind) : NULL;

  if (reason != NULL)
    return g_strdup (_(reason));

  if (op == WA_OP_SEND && kind != WA_MESSAGE_UNKNOWN)
    /* Translators: a system's name, then a kind of message: "List" */
    return g_strdup_printf (_("%s can’t send messages of the kind “%s”. Send a text or a template instead."),
                            klass->info->name, wa_message_kind_title (kind));

  /* Translators: a system's name, then what it can't do: "delete contacts" */
  return g_strdup_printf (_("%s has no way to %s from outside. Use its own web page for that."),
                          klass->info->name, _(wa_op_get_info (op)->title));
}

/**
 * wa_provider_get_kept:
 *
 * Returns: (transfer none) (nullable): where the contacts here are the truth and not those of the system: the properties
 *   (of those that the store has a column for) that stay as they are here when the system is read
 */
const char *const *
wa_provider_get_kept (WaProvider *self)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  return klass->get_kept != NULL ? klass->get_kept (self) : NULL;
}

/**
 * wa_provider_disable:
 * @number: of an operation that this server turned out not to have
 *
 * Takes the row away until the account is opened again.
 */
void
wa_provider_disable (WaProvider *self,
                     const char *number)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);

  if (g_hash_table_add (priv->disabled, g_strdup (number)))
    g_signal_emit (self, signals[OPERATIONS_CHANGED], 0);
}

static gboolean
fits (WaProvider        *self,
      const WaOperation *operation,
      WaOp               op,
      WaMessageKind      kind,
      GObject           *args)
{
  return operation->op == op &&
         (op != WA_OP_SEND || operation->kind == kind) &&
         is_available (self, operation) &&
         (operation->accepts == NULL || operation->accepts (self, args));
}

/**
 * wa_provider_find:
 * @args: what @op takes, see wa_op_get_info()
 *
 * Returns: the row that does @op with @args, or %NULL with %WA_ERROR_UNSUPPORTED
 */
const WaOperation *
wa_provider_find (WaProvider  *self,
                  WaOp         op,
                  GObject     *args,
                  GError     **error)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);
  WaMessageKind kind = op == WA_OP_SEND ? wa_outgoing_get_kind (WA_OUTGOING (args)) : WA_MESSAGE_UNKNOWN;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < klass->n_operations; i++)
    if (fits (self, &klass->operations[i], op, kind, args))
      return &klass->operations[i];

  reason = wa_provider_dup_reason (self, op, kind);
  g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED, reason);

  return NULL;
}

/**
 * wa_provider_build:
 *
 * Writes @args the way the system wants them.  The credential is not in it yet.
 *
 * Returns: (transfer full): the request, or %NULL with %WA_ERROR_INVALID or %WA_ERROR_UNSUPPORTED
 */
WaRequest *
wa_provider_build (WaProvider         *self,
                   const WaOperation  *operation,
                   GObject            *args,
                   GError            **error)
{
  g_autoptr(WaRequest) request = wa_request_new ();

  g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (args, wa_op_get_info (operation->op)->args_type ()), NULL);

  wa_request_add_header (request, "Accept", (operation->flags & WA_OP_BYTES) != 0 ? "*/*" : "application/json");
  if (!operation->build (self, args, request, error))
    return NULL;

  return g_steal_pointer (&request);
}

/**
 * wa_provider_authorize:
 * @token: the account's key
 *
 * Puts the credential into the one header, query member or field that carries it.  What was pasted around it is dropped.
 */
void
wa_provider_authorize (WaProvider        *self,
                       const WaOperation *operation,
                       WaRequest         *request,
                       const char        *token)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);
  g_autofree char *bare = wa_dup_bare_key (token);

  wa_set_str (&priv->token, bare);
  if ((operation->flags & WA_OP_OPEN) == 0)
    WA_PROVIDER_GET_CLASS (self)->authorize (self, request, bare);
}

/**
 * wa_provider_dup_masked:
 * @text: (nullable): what a system wrote
 *
 * Returns: (transfer full): the text fit to be shown: without the credential, without control characters, at most 500 long
 */
char *
wa_provider_dup_masked (WaProvider *self,
                        const char *text)
{
  WaProviderPrivate *priv = wa_provider_get_instance_private (self);
  GString *masked = g_string_new (wa_or_empty (text));
  g_autofree char *clean = NULL;

  if (!wa_is_empty (priv->token))
    {
      g_autofree char *escaped = g_uri_escape_string (priv->token, NULL, FALSE);

      g_string_replace (masked, priv->token, "***", 0);
      g_string_replace (masked, escaped, "***", 0);
    }

  clean = wa_clean_text (masked->str, 500);
  g_string_free (masked, TRUE);

  return g_steal_pointer (&clean);
}

/* A wrong address may be answered with a page that says so, and a good status. */
static GObject *
read_file (const WaAnswer  *answer,
           GError         **error)
{
  WaMediaItem *item;

  if (g_strcmp0 (wa_answer_get_content_type (answer), "text/html") == 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                           _("The server answered with a web page instead of a file. "
                             "Check the address of the account."));
      return NULL;
    }

  item = wa_media_item_new ();
  wa_media_item_set_bytes (item, wa_answer_get_body (answer));
  wa_media_item_set_mime_type (item, wa_answer_get_content_type (answer));
  wa_media_item_set_filename (item, wa_answer_get_filename (answer));

  return G_OBJECT (item);
}

static WaJsonDocument *
parse_body (WaProvider         *self,
            const WaOperation  *operation,
            const WaAnswer     *answer,
            GError            **error)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  if (klass->parse_document != NULL)
    return klass->parse_document (self, operation, wa_answer_get_body (answer), error);

  return wa_json_document_new (wa_answer_get_body (answer), error);
}

/* The envelope, then the operation's own parser. */
static GObject *
read_answer (WaProvider         *self,
             const WaOperation  *operation,
             GObject            *args,
             const WaJson       *root,
             GError            **error)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);
  GObject *result = NULL;

  if (klass->check == NULL || klass->check (self, operation, root, error))
    result = operation->parse (self, args, root, error);
  if (result == NULL)
    wa_failure_explain (self, operation, error);

  return result;
}

/**
 * wa_provider_read:
 * @answer: what came back
 *
 * Makes the result of an operation from its answer.  Every failure is sorted by what can be done about it; for what is not
 * idempotent, an answer that leaves open whether it was performed is %WA_ERROR_UNCERTAIN.
 *
 * Returns: (transfer full): the result model, see wa_op_get_info(), or %NULL with an error of %WA_ERROR
 */
GObject *
wa_provider_read (WaProvider         *self,
                  const WaOperation  *operation,
                  GObject            *args,
                  const WaAnswer     *answer,
                  GError            **error)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);
  guint status = wa_answer_get_status (answer);
  gboolean good = status >= 200 && status < 300;
  g_autoptr(WaJsonDocument) document = NULL;
  g_autoptr(GError) local_error = NULL;
  WaJson root = { 0 };
  GObject *result = NULL;

  if (good && (operation->flags & WA_OP_BYTES) != 0)
    return read_file (answer, error);

  document = parse_body (self, operation, answer, good ? &local_error : NULL);
  if (document != NULL)
    root = wa_json_document_get_root (document);

  if (!good)
    wa_failure_set_status (self, operation, answer, &root, &local_error);
  else if (document != NULL)
    result = read_answer (self, operation, args, &root, &local_error);

  if (local_error == NULL)
    return result;

  wa_error_set_http_status (local_error, status);
  wa_error_set_retry_after (local_error, wa_answer_get_retry_after (answer));
  if (klass->adjust_error != NULL)
    klass->adjust_error (self, operation, answer, &root, &local_error);
  wa_failure_settle (operation, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * wa_provider_fall_back:
 * @error: what wa_provider_read() made of @answer
 *
 * Some servers want another form of the same request, and say so by a certain refusal.
 *
 * Returns: whether the request shall be built and run once more
 */
gboolean
wa_provider_fall_back (WaProvider        *self,
                       const WaOperation *operation,
                       GObject           *args,
                       const WaAnswer    *answer,
                       const GError      *error)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);

  return klass->fall_back != NULL && klass->fall_back (self, operation, args, answer, error);
}
