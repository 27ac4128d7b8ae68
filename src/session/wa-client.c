/* wa-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-outgoing.h"
#include "net/wa-address.h"
#include "net/wa-http.h"
#include "net/wa-limiter.h"
#include "net/wa-retry.h"
#include "provider/wa-checks.h"
#include "session/wa-client.h"
#include "session/wa-masking.h"
#include "session/wa-secrets.h"
#include "session/wa-sign-in.h"

#define MAX_FALLBACKS 2
#define MAX_PAUSE 300
#define RENEWAL_SECONDS 60  /* before a token ends */
#define MAX_TOKEN_SECONDS (30 * 24 * 60 * 60)

struct _WaClient
{
  GObject       parent_instance;

  WaProvider   *provider;
  WaHttp       *http;
  WaLimiter    *limiter;
  GCancellable *closing;
  char         *token;      /* (nullable): in memory only, wiped when it goes */
  char         *renewal;    /* (nullable): what buys the next token, where there is a sign-in instead of a key */
  gint64        renew_at;   /* monotonic */
  GPtrArray    *renewing;   /* (nullable): runs that wait for it */
  double        patience;
  gboolean      impatient;
};

G_DEFINE_FINAL_TYPE (WaClient, wa_client, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HTTP,
  PROP_PATIENCE,
  PROP_IMPATIENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PAUSED,
  AUTH_FAILED,
  SIGN_IN_RENEWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One operation, from the call to its result, over however many tries. */
typedef struct
{
  WaOp               op;
  GObject           *args;
  WaClientStepFunc   step;             /* (nullable) */
  gpointer           step_data;
  gboolean           impatient;        /* one try only */

  const WaOperation *operation;
  char              *address;
  WaRequest         *request;
  guint              attempt;
  guint              fallbacks;
  gboolean           renewed;          /* the sign-in, after a try was refused */
  gint64             delay;            /* milliseconds before the next try */
  gboolean           left;             /* whether the last try may have been performed */
  char              *token;            /* (nullable): of the last try; nothing that comes back shows it */

  GCancellable      *stop;             /* follows the caller's and the client's */
  GCancellable      *caller;           /* (nullable) */
  GCancellable      *closing;
  gulong             caller_handler;
  gulong             closing_handler;
} Run;

static void run_attempt (GTask *task);

static void
run_free (gpointer data)
{
  Run *self = data;

  if (self->caller != NULL)
    g_clear_signal_handler (&self->caller_handler, self->caller);
  g_clear_signal_handler (&self->closing_handler, self->closing);
  g_clear_object (&self->caller);
  g_clear_object (&self->closing);
  g_clear_object (&self->stop);
  g_clear_object (&self->args);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->request, wa_request_unref);
  g_clear_pointer (&self->token, wa_secrets_free_token);
  g_free (self);
}

static gulong
follow (GCancellable *stop,
        GCancellable *leader)
{
  if (g_cancellable_is_cancelled (leader))
    g_cancellable_cancel (stop);

  return g_signal_connect_swapped (leader, "cancelled", G_CALLBACK (g_cancellable_cancel), stop);
}

static gboolean
is_idempotent (const Run *run)
{
  return (run->operation->flags & WA_OP_IDEMPOTENT) != 0;
}

/* A key that was entered again meanwhile is another one. */
static gboolean
is_current_key (WaClient  *self,
                const Run *run)
{
  return g_strcmp0 (wa_or_empty (run->token), wa_or_empty (self->token)) == 0;
}

static void
mask_connection (GError       *error,
                 WaConnection *connection)
{
  wa_mask_error (error, wa_connection_get_password (connection));
  wa_mask_error (error, wa_connection_get_access_token (connection));
  wa_mask_error (error, wa_connection_get_refresh_token (connection));
}

static void
run_fail (GTask  *task,
          GError *error)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  wa_mask_error (error, run->token);
  if (WA_IS_CONNECTION (run->args))
    mask_connection (error, WA_CONNECTION (run->args));
  if (g_error_matches (error, WA_ERROR, WA_ERROR_AUTH) && (run->operation->flags & WA_OP_OPEN) == 0 &&
      is_current_key (self, run))
    g_signal_emit (self, signals[AUTH_FAILED], 0);
  g_task_return_error (task, error);
}

/* Hands the next step over to the caller, where it wants that; @callback gets the turn. */
static void
run_step (GTask               *task,
          WaClientStep         step,
          GAsyncReadyCallback  callback)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr(GTask) turn = g_task_new (self, run->stop, callback, g_object_ref (task));

  g_task_set_source_tag (turn, run_step);
  if (run->step != NULL)
    run->step (self, step, turn, run->step_data);
  else
    g_task_return_boolean (turn, TRUE);
}

static gboolean
run_waited_cb (gpointer user_data)
{
  run_attempt (user_data);

  return G_SOURCE_REMOVE;
}

/* Waits, or less long where the run is cancelled meanwhile: the next step sees that. */
static void
run_wait (GTask *task)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr(GSource) timer = g_timeout_source_new ((guint) ((double) run->delay * self->patience));
  g_autoptr(GSource) stop = g_cancellable_source_new (run->stop);

  g_source_set_dummy_callback (stop);
  g_source_add_child_source (timer, stop);
  g_source_set_callback (timer, run_waited_cb, g_object_ref (task), g_object_unref);
  g_source_attach (timer, g_main_context_get_thread_default ());
}

static void
run_waiting_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    run_wait (task);
  else
    run_fail (task, error);
}

static void
pause_all (WaClient     *self,
           gint64        delay,
           const GError *error)
{
  gint64 until = g_get_real_time () + (gint64) ((double) delay * 1000 * self->patience);

  wa_limiter_pause (self->limiter, delay);
  g_signal_emit (self, signals[PAUSED], 0, (until + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, error->message);
}

/* A token that was refused may only be too old.  It certainly was not performed then. */
static gboolean
wants_renewal (WaClient     *self,
               Run          *run,
               const GError *error)
{
  return g_error_matches (error, WA_ERROR, WA_ERROR_AUTH) && self->renewal != NULL && !run->renewed &&
         (run->operation->flags & WA_OP_OPEN) == 0;
}

static void
run_renewed_again (GTask  *task,
                   GError *error)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  g_error_free (error);
  if (is_current_key (self, run))
    g_clear_pointer (&self->token, wa_secrets_free_token);
  run->renewed = TRUE;
  run->left = FALSE;
  run->delay = 0;
  run_step (task, WA_CLIENT_WAITING, run_waiting_cb);
}

/* A try came to nothing: again, or no more.  @reached: whether the server may have got it. */
static void
run_try_failed (GTask    *task,
                GError   *error,
                gboolean  reached)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  const WaProviderInfo *info = wa_provider_get_info (self->provider);
  WaRetryPolicy policy = { info->max_pause > 0 ? info->max_pause : MAX_PAUSE, info->default_pause };

  run->delay = run->impatient ? -1 : wa_retry_get_delay (error, is_idempotent (run), reached, run->attempt,
                                                         &policy, g_random_double ());
  if (run->delay < 0)
    {
      run_fail (task, error);
      return;
    }

  run->attempt++;
  if (g_error_matches (error, WA_ERROR, WA_ERROR_RATE_LIMITED))
    {
      wa_mask_error (error, run->token);
      pause_all (self, run->delay, error);
      run->delay = 0;
    }
  g_error_free (error);
  run_step (task, WA_CLIENT_WAITING, run_waiting_cb);
}

static void
run_answered (GTask    *task,
              WaAnswer *answer)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  GObject *result = wa_provider_read (self->provider, run->operation, run->args, answer, &error);

  run->left = result != NULL || g_error_matches (error, WA_ERROR, WA_ERROR_UNCERTAIN);
  if (result != NULL)
    {
      wa_mask_record (WA_RECORD (result), run->token);
      g_task_return_pointer (task, result, g_object_unref);
    }
  else if (run->fallbacks < MAX_FALLBACKS &&
           wa_provider_fall_back (self->provider, run->operation, run->args, answer, error))
    {
      g_error_free (error);
      run->fallbacks++;
      run_attempt (task);
    }
  else if (wants_renewal (self, run, error))
    {
      run_renewed_again (task, error);
    }
  else
    {
      run_try_failed (task, error, TRUE);
    }
}

static void
run_sent_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WaAnswer) answer = NULL;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  answer = wa_http_send_finish (WA_HTTP (object), result, &run->left, &error);
  if (answer != NULL)
    run_answered (task, answer);
  else
    run_try_failed (task, error, run->left);
}

static void
run_sending_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaClient *self = WA_CLIENT (object);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    wa_http_send_async (self->http, run->address, run->request, !is_idempotent (run), run->stop,
                        run_sent_cb, g_object_ref (task));
  else
    run_fail (task, error);
}

static void
run_turn_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (wa_limiter_wait_finish (WA_LIMITER (object), result, &error))
    run_step (task, WA_CLIENT_SENDING, run_sending_cb);
  else
    run_fail (task, error);
}

/* Returns: (transfer full): the whole request with the key in it, and where it goes */
static WaRequest *
write_request (WaClient           *self,
               const WaOperation  *operation,
               GObject            *args,
               char              **address,
               GError            **error)
{
  g_autoptr(WaRequest) request = wa_provider_build (self->provider, operation, args, error);
  const char *base;

  if (request == NULL)
    return NULL;

  base = wa_request_get_base (request);
  *address = base != NULL ? wa_address_normalize (base, error)
                          : wa_provider_dup_address (self->provider, error);
  if (*address == NULL)
    return NULL;

  wa_provider_authorize (self->provider, operation, request, wa_or_empty (self->token));

  return g_steal_pointer (&request);
}

/* Everything that can be refused before it waits in a queue. */
static gboolean
run_prepare (WaClient  *self,
             Run       *run,
             GError   **error)
{
  g_clear_pointer (&run->request, wa_request_unref);
  g_clear_pointer (&run->address, g_free);
  g_clear_pointer (&run->token, wa_secrets_free_token);
  run->token = g_strdup (self->token);

  if ((run->operation = wa_provider_find (self->provider, run->op, run->args, error)) == NULL)
    return FALSE;

  if ((run->operation->flags & WA_OP_OPEN) == 0 && wa_is_empty (self->token))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_AUTH,
                           _("There is no key for this account. Enter it in the account’s settings."));
      return FALSE;
    }

  run->request = write_request (self, run->operation, run->args, &run->address, error);

  return run->request != NULL;
}

static gboolean
is_renewal_due (WaClient *self)
{
  return self->renewal != NULL && (wa_is_empty (self->token) || g_get_monotonic_time () >= self->renew_at);
}

static void
renewed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  WaClient *self = WA_CLIENT (object);
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->renewing);
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) answer = wa_client_run_finish (self, result, &error);
  char *secret;

  if (answer != NULL)
    {
      wa_client_take_sign_in (self, WA_CONNECTION (answer));
      secret = wa_sign_in_dup_secret (self->renewal);
      g_signal_emit (self, signals[SIGN_IN_RENEWED], 0, secret);
      wa_secrets_free_token (secret);
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_AUTH))
    {
      g_clear_pointer (&self->token, wa_secrets_free_token);
    }

  for (guint i = 0; i < waiting->len; i++)
    if (answer != NULL)
      run_attempt (g_ptr_array_index (waiting, i));
    else
      run_fail (g_ptr_array_index (waiting, i), g_error_copy (error));
}

/* Once for all that wait for it: the token that buys the next is good for one. */
static void
renew (WaClient *self,
       GTask    *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr(WaConnection) connection = NULL;

  g_clear_pointer (&run->token, wa_secrets_free_token);
  if (self->renewing != NULL)
    {
      g_ptr_array_add (self->renewing, g_object_ref (task));
      return;
    }

  self->renewing = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->renewing, g_object_ref (task));
  connection = wa_connection_new ();
  wa_connection_set_refresh_token (connection, self->renewal);
  wa_client_run_async (self, WA_OP_REFRESH_SIGN_IN, G_OBJECT (connection), NULL, renewed_cb, NULL);
}

static void
run_attempt (GTask *task)
{
  WaClient *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  const char *recipient = NULL;
  GError *error = NULL;

  run->left = FALSE;
  run->operation = wa_provider_find (self->provider, run->op, run->args, NULL);
  if (run->operation != NULL && (run->operation->flags & WA_OP_OPEN) == 0 && is_renewal_due (self))
    {
      renew (self, task);
      return;
    }
  if (!run_prepare (self, run, &error))
    {
      run_fail (task, error);
      return;
    }

  if (WA_IS_OUTGOING (run->args))
    recipient = wa_outgoing_get_recipient (WA_OUTGOING (run->args));
  wa_limiter_wait_async (self->limiter,
                         (run->operation->flags & WA_OP_SENDS) != 0 ? WA_LANE_SEND : WA_LANE_READ, recipient,
                         run->attempt > 0 || run->fallbacks > 0,
                         run->stop, run_turn_cb, g_object_ref (task));
}

static void
run_start (WaClient            *self,
           WaOp                 op,
           GObject             *args,
           WaClientStepFunc     step,
           gpointer             step_data,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->op = op;
  run->args = g_object_ref (args);
  run->impatient = self->impatient;
  run->step = step;
  run->step_data = step_data;
  run->stop = g_cancellable_new ();
  run->closing = g_object_ref (self->closing);
  run->closing_handler = follow (run->stop, run->closing);
  if (g_set_object (&run->caller, cancellable))
    run->caller_handler = follow (run->stop, run->caller);

  g_task_set_source_tag (task, run_start);
  /* What the system did is told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, run_free);
  run_attempt (task);
}

/**
 * wa_client_run_async:
 * @args: what @op takes, see wa_op_get_info(); must not change until it is done
 *
 * Runs one operation.
 */
void
wa_client_run_async (WaClient            *self,
                     WaOp                 op,
                     GObject             *args,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  wa_client_run_full_async (self, op, args, NULL, NULL, cancellable, callback, user_data);
}

/**
 * wa_client_run_full_async:
 * @step: (nullable) (scope notified): asked before each try, and told of each wait
 * @step_data: must live until the run has finished
 *
 * Runs one operation whose caller keeps a record of it.
 */
void
wa_client_run_full_async (WaClient            *self,
                          WaOp                 op,
                          GObject             *args,
                          WaClientStepFunc     step,
                          gpointer             step_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (WA_IS_CLIENT (self));
  g_return_if_fail (G_IS_OBJECT (args));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  run_start (self, op, args, step, step_data, cancellable, callback, user_data);
}

/**
 * wa_client_run_finish:
 *
 * What is not idempotent is tried again only after it certainly was not performed;
 * %WA_ERROR_UNCERTAIN is what may have been.  No text of an error shows the key.
 *
 * Returns: (transfer full): the result model, see wa_op_get_info(), or %NULL with an error of
 * %WA_ERROR or %G_IO_ERROR_CANCELLED
 */
GObject *
wa_client_run_finish (WaClient      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * wa_client_may_have_left:
 * @result: of a run
 *
 * Tells apart what was cancelled in time from what was cancelled too late.
 *
 * Returns: whether the operation was or may have been performed
 */
gboolean
wa_client_may_have_left (WaClient     *self,
                         GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return ((Run *) g_task_get_task_data (G_TASK (result)))->left;
}

/**
 * wa_client_describe:
 * @args: what @op takes, see wa_op_get_info()
 *
 * Writes down the first request that running @op would send, with the key masked; see
 * wa_request_describe().  Nothing is sent, and no key is needed.
 *
 * Returns: (transfer full): a JSON object, or %NULL with an error of %WA_ERROR
 */
JsonNode *
wa_client_describe (WaClient  *self,
                    WaOp       op,
                    GObject   *args,
                    GError   **error)
{
  const WaOperation *operation;
  g_autofree char *address = NULL;
  g_autoptr(WaRequest) request = NULL;

  g_return_val_if_fail (WA_IS_CLIENT (self), NULL);
  g_return_val_if_fail (G_IS_OBJECT (args), NULL);

  if ((operation = wa_provider_find (self->provider, op, args, error)) == NULL ||
      (request = write_request (self, operation, args, &address, error)) == NULL)
    return NULL;

  return wa_request_describe (request, TRUE);
}

static void
wa_client_dispose (GObject *object)
{
  WaClient *self = WA_CLIENT (object);

  g_clear_pointer (&self->token, wa_secrets_free_token);
  g_clear_pointer (&self->renewal, wa_secrets_free_token);
  g_clear_object (&self->provider);
  g_clear_object (&self->http);
  g_clear_object (&self->limiter);
  g_clear_object (&self->closing);

  G_OBJECT_CLASS (wa_client_parent_class)->dispose (object);
}

static void
wa_client_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaClient *self = WA_CLIENT (object);

  switch (prop_id)
    {
    case PROP_HTTP:
      g_value_set_object (value, self->http);
      break;
    case PROP_PATIENCE:
      g_value_set_double (value, self->patience);
      break;
    case PROP_IMPATIENT:
      g_value_set_boolean (value, self->impatient);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_client_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  WaClient *self = WA_CLIENT (object);

  switch (prop_id)
    {
    case PROP_PATIENCE:
      self->patience = g_value_get_double (value);
      g_object_set (self->limiter, "scale", self->patience, NULL);
      break;
    case PROP_IMPATIENT:
      self->impatient = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_client_class_init (WaClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_client_dispose;
  object_class->get_property = wa_client_get_property;
  object_class->set_property = wa_client_set_property;

  properties[PROP_HTTP] =
    g_param_spec_object ("http", NULL, NULL, WA_TYPE_HTTP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATIENCE] =
    g_param_spec_double ("patience", NULL, NULL, 0.0, 1000.0, 1.0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPATIENT] =
    g_param_spec_boolean ("impatient", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WaClient::paused:
   * @until: Unix seconds
   * @reason: for the user
   */
  signals[PAUSED] =
    g_signal_new ("paused", WA_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  /**
   * WaClient::auth-failed:
   */
  signals[AUTH_FAILED] =
    g_signal_new ("auth-failed", WA_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * WaClient::sign-in-renewed:
   * @secret: what is to be kept from now on, instead of what wa_client_set_token() was given
   */
  signals[SIGN_IN_RENEWED] =
    g_signal_new ("sign-in-renewed", WA_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wa_client_init (WaClient *self)
{
  self->http = wa_http_new ();
  self->closing = g_cancellable_new ();
  self->patience = 1.0;
}

/**
 * wa_client_new:
 * @provider: how the account's system says things, with the account's settings
 */
WaClient *
wa_client_new (WaProvider *provider)
{
  WaClient *self;
  const WaProviderInfo *info;

  g_return_val_if_fail (WA_IS_PROVIDER (provider), NULL);

  info = wa_provider_get_info (provider);
  self = g_object_new (WA_TYPE_CLIENT, NULL);
  self->provider = g_object_ref (provider);
  self->limiter = wa_limiter_new (info->reads_per_second, info->sends_per_second);

  return self;
}

WaProvider *
wa_client_get_provider (WaClient *self)
{
  g_return_val_if_fail (WA_IS_CLIENT (self), NULL);

  return self->provider;
}

/**
 * wa_client_set_token:
 * @token: (nullable): the account's key, as it was entered, or its sign-in, as it was kept; %NULL or "" forgets
 *   it
 */
void
wa_client_set_token (WaClient   *self,
                     const char *token)
{
  g_return_if_fail (WA_IS_CLIENT (self));

  g_clear_pointer (&self->token, wa_secrets_free_token);
  g_clear_pointer (&self->renewal, wa_secrets_free_token);
  if (wa_sign_in_is_secret (token))
    self->renewal = g_strdup (wa_sign_in_get_token (token));
  else
    self->token = wa_dup_bare_key (token);
}

/**
 * wa_client_take_sign_in:
 * @connection: what the system gave for a password, or for what it gave before
 */
void
wa_client_take_sign_in (WaClient     *self,
                        WaConnection *connection)
{
  const char *renewal = wa_connection_get_refresh_token (connection);
  gint64 seconds = CLAMP (wa_connection_get_expires_in (connection), 0, MAX_TOKEN_SECONDS);

  g_return_if_fail (WA_IS_CLIENT (self));

  g_clear_pointer (&self->token, wa_secrets_free_token);
  self->token = wa_dup_bare_key (wa_connection_get_access_token (connection));
  self->renew_at = seconds > 0 ? g_get_monotonic_time () + MAX (seconds - RENEWAL_SECONDS, 0) * G_USEC_PER_SEC
                               : G_MAXINT64;
  if (!wa_is_empty (renewal))
    {
      g_clear_pointer (&self->renewal, wa_secrets_free_token);
      self->renewal = g_strdup (renewal);
    }
}

gboolean
wa_client_has_token (WaClient *self)
{
  g_return_val_if_fail (WA_IS_CLIENT (self), FALSE);

  return !wa_is_empty (self->token) || self->renewal != NULL;
}

/**
 * wa_client_close:
 *
 * Cancels everything that runs or waits, and whatever is asked from now on.
 */
void
wa_client_close (WaClient *self)
{
  g_return_if_fail (WA_IS_CLIENT (self));

  g_cancellable_cancel (self->closing);
}
