/* wa-contact-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-tag.h"
#include "session/wa-contact-change.h"
#include "session/wa-contact-keep.h"
#include "session/wa-contact-plan.h"
#include "session/wa-pager.h"

/* A changed contact on its way: first the lists in which names and ids must stand, then the steps of the
 * plan.  Where one fails, the store holds what the system has by then. */

typedef struct
{
  WaStore       *store;
  WaContactEdit *edit;     /* our own: its contact is what is wanted */
  WaContact     *current;  /* our own: what the system has, and what is the user's alone */
  WaContactPlan *plan;     /* (nullable) */
  guint          next;
  GPtrArray     *names;    /* the list that was read: WaTag or WaAttribute */
  const char    *tried;    /* (nullable): the last tag that was created */
  GError        *error;    /* (nullable): why it ends in the midst */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_object (&self->store);
  g_clear_object (&self->edit);
  g_clear_object (&self->current);
  g_clear_pointer (&self->plan, wa_contact_plan_free);
  g_ptr_array_unref (self->names);
  g_clear_error (&self->error);
  g_free (self);
}

/* The end */

static void
end_kept_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(WaContact) contact = wa_contact_keep_finish (WA_STORE (object), result, &error);

  if (self->error != NULL)
    {
      g_clear_error (&error);
      error = g_steal_pointer (&self->error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&contact), g_object_unref);
}

static void
end (GTask *task)
{
  Change *self = g_task_get_task_data (task);

  wa_contact_keep_async (self->store, self->current, end_kept_cb, g_object_ref (task));
}

/* A step failed: what went before it stays. */
static void
fail_step (GTask  *task,
           GError *error)
{
  Change *self = g_task_get_task_data (task);
  g_autofree char *parts = NULL;
  char *text;

  if (self->next == 0 || g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, error);
      return;
    }

  parts = wa_contact_plan_dup_parts (self->plan, self->next);
  /* Translators: which parts of a contact ("custom fields, tags"), then why, and what to do */
  text = g_strdup_printf (_("Not saved: %s. The rest was saved. %s"), parts, error->message);
  g_free (error->message);
  error->message = text;
  self->error = error;
  end (task);
}

/* Step by step */

static void run_next (GTask *task);

/* The contact's tags, with @added and without @removed. */
static void
change_tags (WaContact  *contact,
             char      **added,
             char      **removed)
{
  const char *const *tags = wa_contact_get_tags (contact);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) changed = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    if (removed == NULL || !g_strv_contains ((const char *const *) removed, tags[i]))
      g_strv_builder_add (builder, tags[i]);
  if (added != NULL)
    g_strv_builder_addv (builder, (const char **) added);
  changed = g_strv_builder_end (builder);
  wa_contact_set_tags (contact, (const char *const *) changed);
}

/* An answer may be no more than what was sent: of what goes another way it knows nothing. */
static void
take_answer (Change     *self,
             WaProvider *provider,
             WaContact  *answer)
{
  g_autoptr(WaContact) before = g_steal_pointer (&self->current);

  self->current = g_object_ref (answer);
  wa_contact_complete (self->current, before, provider);
  if (wa_contact_plan_op_for_tags (provider) == WA_OP_ADD_TAGS)
    wa_contact_set_tags (self->current, wa_contact_get_tags (before));
  if (wa_contact_plan_op_for_attributes (provider) == WA_OP_SET_ATTRIBUTES)
    wa_record_assign_field (WA_RECORD (self->current), WA_RECORD (before), "attributes");
}

/* Of custom fields, all of a contact's are known here, and those that were sent are what the system has now. */
static void
take_step (Change     *self,
           WaProvider *provider,
           WaOp        op,
           GObject    *answer)
{
  WaContact *wanted = wa_contact_edit_get_contact (self->edit);

  switch ((int) op)
    {
    case WA_OP_UPDATE_CONTACT:
      take_answer (self, provider, WA_CONTACT (answer));
      break;
    case WA_OP_SET_ATTRIBUTES:
      wa_record_assign_field (WA_RECORD (self->current), WA_RECORD (wanted), "attributes");
      break;
    case WA_OP_ADD_TAGS:
      change_tags (self->current, self->plan->added, NULL);
      break;
    case WA_OP_REMOVE_TAGS:
      change_tags (self->current, NULL, self->plan->removed);
      break;
    default:
      wa_contact_set_tags (self->current, wa_contact_get_tags (wanted));
    }
}

static void
step_ran_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  WaContactStep *step = g_ptr_array_index (self->plan->steps, self->next);
  GError *error = NULL;
  g_autoptr(GObject) answer = wa_client_run_finish (WA_CLIENT (object), result, &error);

  if (answer == NULL)
    {
      fail_step (task, error);
      return;
    }

  take_step (self, wa_client_get_provider (WA_CLIENT (object)), step->op, answer);
  self->next++;
  run_next (task);
}

static void
run_next (GTask *task)
{
  Change *self = g_task_get_task_data (task);
  WaContactStep *step;

  if (self->next == self->plan->steps->len)
    {
      end (task);
      return;
    }

  step = g_ptr_array_index (self->plan->steps, self->next);
  wa_client_run_async (g_task_get_source_object (task), step->op, step->args, g_task_get_cancellable (task),
                       step_ran_cb, g_object_ref (task));
}

/* What goes by ids, or by names that must exist: a system may take unknown ones without a word. */

static void
take_names (WaPage   *page,
            GTask    *turn,
            gpointer  user_data)
{
  Change *self = g_task_get_task_data (user_data);
  GListModel *items = G_LIST_MODEL (wa_page_get_items (page));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (self->names, g_list_model_get_item (items, i));
  g_task_return_boolean (turn, TRUE);
}

static void
read_list (GTask               *task,
           WaOp                 op,
           GAsyncReadyCallback  callback)
{
  Change *self = g_task_get_task_data (task);
  g_autoptr(WaQuery) query = wa_query_new ();

  g_ptr_array_set_size (self->names, 0);
  wa_pager_run_async (g_task_get_source_object (task), op, query, take_names, task,
                      g_task_get_cancellable (task), callback, g_object_ref (task));
}

static const char *
find_tag_id (Change     *self,
             const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      WaTag *tag = g_ptr_array_index (self->names, i);

      if (g_str_equal (wa_tag_get_name (tag), name) && !wa_is_empty (wa_tag_get_remote_id (tag)))
        return wa_tag_get_remote_id (tag);
    }

  return NULL;
}

/* A tag that is to be taken away and is gone there is nothing to do. */
static void
add_tag_step (Change *self,
              WaOp    op,
              char  **names)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (find_tag_id (self, names[i]) != NULL)
      g_strv_builder_add (builder, find_tag_id (self, names[i]));
  ids = g_strv_builder_end (builder);
  if (ids[0] != NULL)
    wa_contact_plan_add_tags (self->plan, op, self->current, (const char *const *) names,
                              (const char *const *) ids);
}

static void tags_listed_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data);

static void
tag_created_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GObject) tag = wa_client_run_finish (WA_CLIENT (object), result, &error);

  if (tag == NULL)
    g_task_return_error (task, error);
  else
    read_list (task, WA_OP_LIST_TAGS, tags_listed_cb);
}

/* A tag that nobody has yet is made; its id is in the list then. */
static void
create_tag (GTask      *task,
            const char *name)
{
  Change *self = g_task_get_task_data (task);
  g_autoptr(WaTag) tag = wa_tag_new ();

  if (self->tried == name)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_REJECTED,
                               _("The system does not have the tag “%s”. Create it there, then refresh."), name);
      return;
    }

  self->tried = name;
  wa_tag_set_name (tag, name);
  wa_client_run_async (g_task_get_source_object (task), WA_OP_CREATE_TAG, G_OBJECT (tag),
                       g_task_get_cancellable (task), tag_created_cb, g_object_ref (task));
}

static void
tags_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  char **added = self->plan->added;
  GError *error = NULL;

  if (!wa_pager_run_finish (WA_CLIENT (object), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  while (*added != NULL && find_tag_id (self, *added) != NULL)
    added++;
  if (*added != NULL)
    {
      create_tag (task, *added);
      return;
    }

  add_tag_step (self, WA_OP_ADD_TAGS, self->plan->added);
  add_tag_step (self, WA_OP_REMOVE_TAGS, self->plan->removed);
  run_next (task);
}

static void
resolve_tags (GTask *task)
{
  Change *self = g_task_get_task_data (task);

  if (self->plan->added[0] != NULL || self->plan->removed[0] != NULL)
    read_list (task, WA_OP_LIST_TAGS, tags_listed_cb);
  else
    run_next (task);
}

static gboolean
knows_attribute (Change     *self,
                 const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (wa_attribute_get_name (g_ptr_array_index (self->names, i)), name))
      return TRUE;

  return FALSE;
}

static void
attributes_listed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  GListModel *attributes = wa_contact_plan_get_attributes (self->plan);
  GError *error = NULL;

  if (!wa_pager_run_finish (WA_CLIENT (object), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);
      const char *name = wa_attribute_get_name (attribute);

      if (!knows_attribute (self, name))
        {
          g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID,
                                   _("The system does not have the custom field “%s”. "
                                     "Create it there first."), name);
          return;
        }
    }

  resolve_tags (task);
}

/**
 * wa_contact_change_run_async:
 * @known: the contact as the store has it
 * @edit: what it shall be; it is copied
 *
 * Tells the system a change, in as many steps as that takes, and writes into the store what the system
 * has then.
 */
void
wa_contact_change_run_async (WaClient            *client,
                             WaStore             *store,
                             WaContact           *known,
                             WaContactEdit       *edit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  WaProvider *provider = wa_client_get_provider (client);
  Change *self = g_new0 (Change, 1);
  GError *error = NULL;

  self->store = g_object_ref (store);
  self->edit = wa_record_copy (edit);
  self->current = wa_record_copy (known);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  self->plan = wa_contact_plan_new (provider, known, edit, &error);
  /* What the system knows nothing about is changed here. */
  wa_contact_complete (self->current, wa_contact_edit_get_contact (edit), provider);

  g_task_set_source_tag (task, wa_contact_change_run_async);
  /* What the system did is written down and told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, change_free);

  if (self->plan == NULL)
    g_task_return_error (task, error);
  else if (wa_contact_plan_get_attributes (self->plan) != NULL &&
           wa_provider_supports (provider, WA_OP_LIST_ATTRIBUTES))
    read_list (task, WA_OP_LIST_ATTRIBUTES, attributes_listed_cb);
  else
    resolve_tags (task);
}

/**
 * wa_contact_change_run_finish:
 *
 * Returns: (transfer full): the store's own object of the contact, or %NULL with an error, whose text says
 *   what was not saved where a part of it was; %WA_ERROR_NOT_FOUND where the contact is gone there, which the
 *   store does not know yet
 */
WaContact *
wa_contact_change_run_finish (WaClient      *client,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
