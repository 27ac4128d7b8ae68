/* wa-preparation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-assignment.h"
#include "model/wa-limits.h"
#include "model/wa-media-item.h"
#include "model/wa-note.h"
#include "model/wa-outgoing.h"
#include "model/wa-query.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "session/wa-contact-creation.h"
#include "session/wa-download.h"
#include "session/wa-preparation.h"

/* An operation and what its system wants before it: see WaWant.  Nothing of that is the operation itself:
 * as long as something is wanted, it was not performed, and to do it again from the beginning harms nobody. */

typedef struct
{
  WaStore          *store;
  WaOp              op;
  GObject          *args;
  WaClientStepFunc  step;       /* (nullable) */
  gpointer          step_data;
  WaWant            want;
  guint             met;        /* bits of what was wanted before: nothing is wanted twice */
  GError           *refusal;    /* (nullable): how the builder asked for it */
  GError           *failure;    /* (nullable): why a contact could not be created */
  gboolean          left;
} Preparation;

static void run (GTask *task);

static void
preparation_free (gpointer data)
{
  Preparation *self = data;

  g_clear_object (&self->store);
  g_clear_object (&self->args);
  g_clear_error (&self->refusal);
  g_clear_error (&self->failure);
  g_free (self);
}

/* What was wanted can't be had.  Whether that was done may be open; the operation itself was not performed. */
static void
fail (GTask  *task,
      GError *error)
{
  if (g_error_matches (error, WA_ERROR, WA_ERROR_UNCERTAIN))
    {
      error->code = WA_ERROR_NETWORK;
      wa_error_set_class (error, WA_ERROR_CLASS_WAIT);
      g_free (error->message);
      error->message = g_strdup (_("The connection broke while this was being prepared, and nothing was sent. "
                                   "Try again."));
    }

  g_task_return_error (task, error);
}

/* Nothing that can be done about it here: what the builder said is the answer, and no want any more. */
static void
give_up (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);

  wa_error_set_code (self->refusal, 0);
  g_task_return_error (task, g_steal_pointer (&self->refusal));
}

/* A file behind a link */

static gsize
most_bytes (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_IMAGE:
      return WA_LIMIT_IMAGE_BYTES;
    case WA_MESSAGE_VIDEO:
      return WA_LIMIT_VIDEO_BYTES;
    case WA_MESSAGE_AUDIO:
      return WA_LIMIT_AUDIO_BYTES;
    case WA_MESSAGE_STICKER:
      return WA_LIMIT_STICKER_ANIMATED_BYTES;
    default:
      return WA_LIMIT_DOCUMENT_BYTES;
    }
}

static void
downloaded_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  WaOutgoing *outgoing = WA_OUTGOING (self->args);
  GError *error = NULL;
  g_autoptr(WaMediaItem) item = wa_download_run_finish (WA_HTTP (object), result, &error);

  if (item == NULL)
    {
      fail (task, error);
      return;
    }

  wa_outgoing_set_bytes (outgoing, wa_media_item_get_bytes (item));
  wa_outgoing_set_mime_type (outgoing, wa_media_item_get_mime_type (item));
  if (wa_is_empty (wa_outgoing_get_filename (outgoing)))
    wa_outgoing_set_filename (outgoing, wa_media_item_get_filename (item));
  run (task);
}

static void
get_file (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);
  WaClient *client = g_task_get_source_object (task);
  g_autoptr(WaHttp) http = NULL;

  if (!WA_IS_OUTGOING (self->args) || wa_is_empty (wa_outgoing_get_link (WA_OUTGOING (self->args))))
    {
      give_up (task);
      return;
    }

  g_object_get (client, "http", &http, NULL);
  wa_download_run_async (http, wa_outgoing_get_link (WA_OUTGOING (self->args)),
                         most_bytes (wa_outgoing_get_kind (WA_OUTGOING (self->args))),
                         g_task_get_cancellable (task), downloaded_cb, g_object_ref (task));
}

/* A file of this computer's */

static void
uploaded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GObject) item = wa_client_run_finish (WA_CLIENT (object), result, &error);

  if (item == NULL)
    {
      fail (task, error);
      return;
    }

  wa_outgoing_set_media_id (WA_OUTGOING (self->args), wa_media_item_get_remote_id (WA_MEDIA_ITEM (item)));
  run (task);
}

static void
upload_file (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);
  g_autoptr(WaMediaItem) item = NULL;
  WaOutgoing *outgoing;
  const char *filename;

  if (!WA_IS_OUTGOING (self->args) || wa_outgoing_get_bytes (WA_OUTGOING (self->args)) == NULL)
    {
      give_up (task);
      return;
    }

  outgoing = WA_OUTGOING (self->args);
  filename = wa_outgoing_get_filename (outgoing);
  item = wa_media_item_new ();
  wa_media_item_set_bytes (item, wa_outgoing_get_bytes (outgoing));
  wa_media_item_set_mime_type (item, wa_outgoing_get_mime_type (outgoing));
  wa_media_item_set_filename (item, wa_is_empty (filename) ? "file" : filename);
  wa_client_run_async (g_task_get_source_object (task), WA_OP_UPLOAD_MEDIA, G_OBJECT (item),
                       g_task_get_cancellable (task), uploaded_cb, g_object_ref (task));
}

/* The system's id of a person */

typedef struct
{
  GType     (*type) (void);
  const char *number;
  const char *place;
} ContactPlace;

static const ContactPlace contact_places[] = {
  { wa_outgoing_get_type, "recipient", "contact-id" },
  { wa_assignment_get_type, "number", "contact-id" },
  { wa_note_get_type, "number", "contact-id" },
  { wa_query_get_type, "number", "parent-id" },
};

/* What these do it to is something of the contact's. */
static const ContactPlace parent_place = { wa_target_get_type, "number", "parent-id" };
static const ContactPlace target_place = { wa_target_get_type, "number", "remote-id" };

static const ContactPlace *
find_contact_place (Preparation *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contact_places); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (self->args, contact_places[i].type ()))
      return &contact_places[i];

  if (!WA_IS_TARGET (self->args))
    return NULL;

  return self->op == WA_OP_MARK_READ || self->op == WA_OP_DELETE_NOTE ? &parent_place : &target_place;
}

static char *
dup_number (Preparation *self)
{
  const ContactPlace *place = find_contact_place (self);
  g_autofree char *text = NULL;

  if (place != NULL)
    g_object_get (self->args, place->number, &text, NULL);

  return wa_check_number (text, NULL);
}

static void
take_contact (GTask      *task,
              const char *id)
{
  Preparation *self = g_task_get_task_data (task);

  g_object_set (self->args, find_contact_place (self)->place, id, NULL);
  run (task);
}

/* However the creation ended: what was created is in the store. */
static void
created_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  g_autoptr(WaContact) contact = wa_store_find_contact_finish (WA_STORE (object), result, NULL);
  GError *error;

  if (contact != NULL && !wa_is_empty (wa_contact_get_remote_id (contact)))
    {
      take_contact (task, wa_contact_get_remote_id (contact));
    }
  else if (self->failure != NULL)
    {
      fail (task, g_steal_pointer (&self->failure));
    }
  else
    {
      error = g_error_new_literal (WA_ERROR, WA_ERROR_NOT_FOUND,
                                   _("The contact was created, but the system does not find it yet. "
                                     "Try again."));
      wa_error_set_class (error, WA_ERROR_CLASS_WAIT);
      fail (task, error);
    }
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  g_autofree char *number = dup_number (self);
  g_autoptr(WaContact) created = NULL;

  created = wa_contact_creation_run_finish (WA_CLIENT (object), result, &self->failure);
  wa_store_find_contact_async (self->store, 0, NULL, number, NULL, created_found_cb, g_object_ref (task));
}

static void
create_known_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  g_autoptr(WaContact) known = wa_store_find_contact_finish (WA_STORE (object), result, NULL);
  g_autoptr(WaContact) contact = NULL;
  g_autofree char *number = dup_number (self);

  if (known != NULL)
    {
      contact = g_object_ref (known);
    }
  else
    {
      contact = wa_contact_new ();
      wa_contact_set_number (contact, number);
      wa_contact_set_name (contact, wa_outgoing_get_recipient_name (WA_OUTGOING (self->args)));
    }

  wa_contact_creation_run_async (g_task_get_source_object (task), self->store, contact, NULL,
                                 g_task_get_cancellable (task), created_cb, g_object_ref (task));
}

/* Only somebody who is written to becomes a contact by that. */
static void
create_contact (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);
  WaProvider *provider = wa_client_get_provider (g_task_get_source_object (task));
  g_autofree char *number = dup_number (self);

  if (WA_IS_OUTGOING (self->args) && wa_provider_supports (provider, WA_OP_CREATE_CONTACTS))
    wa_store_find_contact_async (self->store, 0, NULL, number, NULL, create_known_cb, g_object_ref (task));
  else
    give_up (task);
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(WaContact) contact = wa_contact_look_up_finish (WA_CLIENT (object), result, &error);

  if (contact != NULL)
    {
      take_contact (task, wa_contact_get_remote_id (contact));
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    {
      g_error_free (error);
      create_contact (task);
    }
  else
    {
      fail (task, error);
    }
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  WaClient *client = g_task_get_source_object (task);
  g_autoptr(WaContact) contact = wa_store_find_contact_finish (WA_STORE (object), result, NULL);
  g_autofree char *number = dup_number (self);

  if (contact != NULL && !wa_is_empty (wa_contact_get_remote_id (contact)))
    take_contact (task, wa_contact_get_remote_id (contact));
  else if (wa_provider_supports (wa_client_get_provider (client), WA_OP_LIST_CONTACTS))
    wa_contact_look_up_async (client, number, g_task_get_cancellable (task), looked_up_cb, g_object_ref (task));
  else
    create_contact (task);
}

static void
find_contact (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);
  g_autofree char *number = dup_number (self);

  if (number == NULL)
    give_up (task);
  else
    wa_store_find_contact_async (self->store, 0, NULL, number, NULL, stored_cb, g_object_ref (task));
}

/* In turn */

static void
turn_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  switch (self->want)
    {
    case WA_WANTS_FILE:
      get_file (task);
      break;
    case WA_WANTS_UPLOAD:
      upload_file (task);
      break;
    case WA_WANTS_CONTACT:
      find_contact (task);
      break;
    case WA_WANTS_NOTHING:
    default:
      give_up (task);
    }
}

/* A try may have been refused before: whoever keeps a record of it hears that it is not on its way. */
static void
prepare (GTask  *task,
         GError *refusal)
{
  Preparation *self = g_task_get_task_data (task);
  WaClient *client = g_task_get_source_object (task);
  g_autoptr(GTask) turn = NULL;

  g_clear_error (&self->refusal);
  self->refusal = refusal;
  self->want = (WaWant) wa_error_get_code (refusal);
  if ((self->met & (1u << -self->want)) != 0)
    {
      give_up (task);
      return;
    }

  self->met |= 1u << -self->want;
  turn = g_task_new (client, g_task_get_cancellable (task), turn_cb, g_object_ref (task));
  g_task_set_source_tag (turn, prepare);
  if (self->step != NULL)
    self->step (client, WA_CLIENT_WAITING, turn, self->step_data);
  else
    g_task_return_boolean (turn, TRUE);
}

/**
 * wa_preparation_can_meet:
 *
 * Returns: whether an operation was refused only for want of something that is done first
 */
gboolean
wa_preparation_can_meet (const GError *error)
{
  return g_error_matches (error, WA_ERROR, WA_ERROR_INVALID) &&
         wa_error_get_code (error) < WA_WANTS_NOTHING && wa_error_get_code (error) >= WA_WANTS_CONTACT;
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Preparation *self = g_task_get_task_data (task);
  GError *error = NULL;
  GObject *answer = wa_client_run_finish (WA_CLIENT (object), result, &error);

  self->left = wa_client_may_have_left (WA_CLIENT (object), result);
  if (answer != NULL)
    g_task_return_pointer (task, answer, g_object_unref);
  else if (wa_preparation_can_meet (error))
    prepare (task, error);
  else
    g_task_return_error (task, error);
}

static void
run (GTask *task)
{
  Preparation *self = g_task_get_task_data (task);

  wa_client_run_full_async (g_task_get_source_object (task), self->op, self->args, self->step, self->step_data,
                            g_task_get_cancellable (task), ran_cb, g_object_ref (task));
}

/**
 * wa_preparation_run_async:
 * @args: what @op takes; changed by what is wanted, so not to be used for anything else
 * @step: (nullable) (scope notified): as in wa_client_run_full_async(); %WA_CLIENT_WAITING also comes before
 *   a preparation
 * @step_data: must live until the run has finished
 *
 * Runs an operation, and does first whatever its system wants before it.
 */
void
wa_preparation_run_async (WaClient            *client,
                          WaStore             *store,
                          WaOp                 op,
                          GObject             *args,
                          WaClientStepFunc     step,
                          gpointer             step_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Preparation *self;

  g_return_if_fail (WA_IS_CLIENT (client));
  g_return_if_fail (WA_IS_STORE (store));
  g_return_if_fail (G_IS_OBJECT (args));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Preparation, 1);
  self->store = g_object_ref (store);
  self->op = op;
  self->args = g_object_ref (args);
  self->step = step;
  self->step_data = step_data;

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_preparation_run_async);
  /* What the system did is told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, preparation_free);
  run (task);
}

/**
 * wa_preparation_run_finish:
 * @left: (out) (optional): whether the operation itself was or may have been performed, see
 *   wa_client_may_have_left()
 *
 * Returns: (transfer full): the result, or %NULL with an error; %WA_ERROR_UNCERTAIN is about the operation
 *   itself only
 */
GObject *
wa_preparation_run_finish (WaClient      *client,
                           GAsyncResult  *result,
                           gboolean      *left,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  if (left != NULL)
    *left = ((Preparation *) g_task_get_task_data (G_TASK (result)))->left;

  return g_task_propagate_pointer (G_TASK (result), error);
}
