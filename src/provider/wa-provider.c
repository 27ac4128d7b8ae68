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
#include "provider/wa-provider.h"

/* A provider says how one system says it: a table of pure functions, the place of the credential, the envelope.  It does no I/O.
 * What it is told by answers (which form of a request works) it keeps as settings, which the session stores. */

typedef struct
{
  GHashTable *settings;  /* char * → char * */
  GHashTable *disabled;  /* numbers of operations that this server turned out not to have */
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
  char *reason = klass->dup_reason != NULL ? klass->dup_reason (self, op, kind) : NULL;

  if (reason != NULL)
    return reason;

  if (op == WA_OP_SEND && kind != WA_MESSAGE_UNKNOWN)
    /* Translators: a system's name, then a kind of message: "List" */
    return g_strdup_printf (_("%s can’t send messages of the kind “%s”. Send a text or a template instead."),
                            klass->info->name, wa_message_kind_title (kind));

  /* Translators: a system's name, then what it can't do: "delete contacts" */
  return g_strdup_printf (_("%s has no way to %s from outside. Use its own web page for that."),
                          klass->info->name, _(wa_op_get_info (op)->title));
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

  wa_request_add_header (request, "Accept", "application/json");
  if (!operation->build (self, args, request, error))
    return NULL;

  return g_steal_pointer (&request);
}

/**
 * wa_provider_authorize:
 * @token: the account's key
 *
 * Puts the credential into the one header, query member or field that carries it.
 */
void
wa_provider_authorize (WaProvider        *self,
                       const WaOperation *operation,
                       WaRequest         *request,
                       const char        *token)
{
  if ((operation->flags & WA_OP_OPEN) == 0)
    WA_PROVIDER_GET_CLASS (self)->authorize (self, request, token);
}

typedef struct
{
  guint       status;
  WaError     code;
  gboolean    passing;
  const char *text;
} StatusRow;

/* What a status means where the system says nothing else.  Rows without a text show what the system wrote. */
static const StatusRow status_rows[] = {
  { 401, WA_ERROR_AUTH, FALSE, N_("The key was not accepted. Enter it again in the account’s settings.") },
  { 402, WA_ERROR_REJECTED, FALSE, N_("The system says that payment is due. Look at your plan on its web page.") },
  { 403, WA_ERROR_REJECTED, FALSE, N_("This key may not do that. Look at your plan and your role on the system’s web page.") },
  { 404, WA_ERROR_NOT_FOUND, FALSE, N_("It is not there any more, or the address of the account is wrong. Refresh, then try again.") },
  { 405, WA_ERROR_REJECTED, FALSE, N_("The server does not allow this. Check the address of the account.") },
  { 408, WA_ERROR_NETWORK, TRUE, N_("The server took too long. Try again.") },
  { 413, WA_ERROR_REJECTED, FALSE, N_("That is too large for the server. Choose a smaller file.") },
  { 419, WA_ERROR_AUTH, FALSE, N_("The key was not accepted. Check the key and the address of the account.") },
  { 429, WA_ERROR_RATE_LIMITED, TRUE, N_("Too many requests. WaDesk waits and goes on by itself.") },
  { 501, WA_ERROR_UNSUPPORTED, FALSE, N_("This server does not offer that. Use the system’s own web page for it.") },
};

static const StatusRow *
status_row (guint status)
{
  static const StatusRow redirect = { 300, WA_ERROR_PROTOCOL, FALSE, N_("The server redirects. Check the address of the account.") };
  static const StatusRow client = { 400, WA_ERROR_REJECTED, FALSE, N_("The system refused this. Check what you entered.") };
  static const StatusRow server = { 500, WA_ERROR_NETWORK, TRUE, N_("The server has trouble at the moment. Try again later.") };

  for (gsize i = 0; i < G_N_ELEMENTS (status_rows); i++)
    if (status_rows[i].status == status)
      return &status_rows[i];

  if (status >= 500)
    return &server;

  return status >= 400 ? &client : &redirect;
}

/* What a refusal says: the system's own words where it has some, then what to do. */
static char *
failure_text (WaProvider      *self,
              const StatusRow *row,
              const WaJson    *root)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (self);
  g_autofree char *said = klass->dup_error_text != NULL ? klass->dup_error_text (self, root) : NULL;
  g_autofree char *clean = wa_clean_text (said, 500);

  if (clean[0] == '\0')
    return g_strdup (_(row->text));

  /* Translators: a system's name, what it wrote (in its own language), what to do */
  return g_strdup_printf (_("%s says: “%s” %s"), klass->info->name, clean, _(row->text));
}

static void
set_status_error (WaProvider      *self,
                  const WaAnswer  *answer,
                  const WaJson    *root,
                  GError         **error)
{
  const StatusRow *row = status_row (wa_answer_get_status (answer));
  g_autofree char *text = failure_text (self, row, root);

  g_set_error_literal (error, WA_ERROR, (int) row->code, text);
  wa_error_set_passing (*error, row->passing);
}

static GObject *
read_file (const WaAnswer *answer)
{
  WaMediaItem *item = wa_media_item_new ();

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

  if (klass->check != NULL && !klass->check (self, operation, root, error))
    return NULL;

  return operation->parse (self, args, root, error);
}

/* For what must not happen twice, everything that leaves open whether it happened is the same: uncertain. */
static void
settle_certainty (const WaOperation  *operation,
                  GError            **error)
{
  GError *uncertain;

  if ((operation->flags & WA_OP_IDEMPOTENT) != 0 ||
      !(g_error_matches (*error, WA_ERROR, WA_ERROR_PROTOCOL) || g_error_matches (*error, WA_ERROR, WA_ERROR_NETWORK)))
    return;

  uncertain = g_error_copy (*error);
  uncertain->code = WA_ERROR_UNCERTAIN;
  wa_error_set_passing (uncertain, FALSE);
  g_error_free (*error);
  *error = uncertain;
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
    return read_file (answer);

  document = parse_body (self, operation, answer, good ? &local_error : NULL);
  if (document != NULL)
    root = wa_json_document_get_root (document);

  if (!good)
    set_status_error (self, answer, &root, &local_error);
  else if (document != NULL)
    result = read_answer (self, operation, args, &root, &local_error);

  if (local_error == NULL)
    return result;

  wa_error_set_http_status (local_error, status);
  wa_error_set_retry_after (local_error, wa_answer_get_retry_after (answer));
  if (klass->adjust_error != NULL)
    klass->adjust_error (self, operation, answer, &root, &local_error);
  settle_certainty (operation, &local_error);
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
