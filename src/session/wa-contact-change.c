/* wa-contact-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-assignment.h"
#include "model/wa-tag.h"
#include "session/wa-contact-change.h"
#include "session/wa-contact-keep.h"
#include "session/wa-pager.h"

/* A changed contact, told to the system by as many operations as it has for that: most take everything at once, others
 * have one for the names, one for tags and one for custom fields.  What can be checked is checked before the first of
 * them; where one fails, the store holds what the system has by then. */

typedef struct
{
  WaOp        op;
  GObject    *args;
  const char *part;  /* (untranslated): what is not saved without it */
} Step;

typedef struct
{
  WaStore       *store;
  WaContactEdit *edit;     /* our own: its contact is what is wanted */
  WaContact     *current;  /* our own: what the system has, and what is the user's alone */
  GPtrArray     *steps;
  guint          next;
  GPtrArray     *names;    /* of the list that is being read: WaTag or WaAttribute */
  char         **added;    /* tags that go by their ids */
  char         **removed;
  const char    *tried;    /* (nullable): the last of @added that was created */
  GError        *error;    /* (nullable): why it ends in the midst */
} Change;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_object_unref (self->args);
  g_free (self);
}

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_object (&self->store);
  g_clear_object (&self->edit);
  g_clear_object (&self->current);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->names);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_clear_error (&self->error);
  g_free (self);
}

/* What goes which way */

static gboolean
has_changed (WaContactEdit *edit,
             const char    *property)
{
  return g_strv_contains (wa_contact_edit_get_changed (edit), property);
}

static gboolean
changes_tags (WaContactEdit *edit)
{
  return has_changed (edit, "tags") || wa_contact_edit_get_tags_to_add (edit)[0] != NULL ||
         wa_contact_edit_get_tags_to_remove (edit)[0] != NULL;
}

static gboolean
changes_attributes (WaContactEdit *edit)
{
  return has_changed (edit, "attributes") || wa_contact_edit_get_removed_attributes (edit)[0] != NULL;
}

/* The operation that is for tags alone; WA_OP_UPDATE_CONTACT where there is none, or where one is enough. */
static WaOp
op_for_tags (WaProvider *provider)
{
  if (wa_provider_supports (provider, WA_OP_ADD_TAGS))
    return WA_OP_ADD_TAGS;
  if (wa_provider_supports (provider, WA_OP_SET_TAGS) && !wa_provider_supports (provider, WA_OP_UPDATE_CONTACT))
    return WA_OP_SET_TAGS;

  return WA_OP_UPDATE_CONTACT;
}

static WaOp
op_for_attributes (WaProvider *provider)
{
  return wa_provider_supports (provider, WA_OP_SET_ATTRIBUTES) ? WA_OP_SET_ATTRIBUTES : WA_OP_UPDATE_CONTACT;
}

static gboolean
is_kept (WaProvider *provider,
         const char *property)
{
  const char *const *kept = wa_contact_get_kept (provider);

  return kept != NULL && g_strv_contains (kept, property);
}

/* Whether anything but tags and custom fields is changed that the system shall know. */
static gboolean
changes_details (WaProvider    *provider,
                 WaContactEdit *edit)
{
  const char *const *changed = wa_contact_edit_get_changed (edit);

  for (guint i = 0; changed[i] != NULL; i++)
    if (!g_str_equal (changed[i], "tags") && !g_str_equal (changed[i], "attributes") &&
        !is_kept (provider, changed[i]))
      return TRUE;

  return FALSE;
}

static gboolean
tells_tags (WaProvider    *provider,
            WaContactEdit *edit)
{
  return changes_tags (edit) && !is_kept (provider, "tags") && wa_provider_supports (provider, op_for_tags (provider));
}

static gboolean
tells_attributes (WaProvider    *provider,
                  WaContactEdit *edit)
{
  return changes_attributes (edit) && wa_provider_supports (provider, op_for_attributes (provider));
}

/**
 * wa_contact_change_is_needed:
 *
 * Returns: whether anything of @edit is for the system to know; else it is this computer's alone
 */
gboolean
wa_contact_change_is_needed (WaProvider    *provider,
                             WaContactEdit *edit)
{
  return tells_tags (provider, edit) || tells_attributes (provider, edit) ||
         (wa_provider_supports (provider, WA_OP_UPDATE_CONTACT) && changes_details (provider, edit));
}

/* The plan */

static void
add_step (Change     *self,
          WaOp        op,
          gpointer    args,
          const char *part)
{
  Step *step = g_new0 (Step, 1);

  step->op = op;
  step->args = G_OBJECT (args);
  step->part = part;
  g_ptr_array_add (self->steps, step);
}

static WaAssignment *
new_assignment (Change *self)
{
  WaAssignment *assignment = wa_assignment_new ();

  wa_assignment_set_contact_id (assignment, wa_contact_get_remote_id (self->current));
  wa_assignment_set_number (assignment, wa_contact_get_number (self->current));

  return assignment;
}

static void
add_update (Change     *self,
            WaProvider *provider)
{
  static const char *const none[] = { NULL };
  g_autoptr(WaContactEdit) edit = wa_record_copy (self->edit);
  const char *const *changed = wa_contact_edit_get_changed (self->edit);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) rest = NULL;
  gboolean tags = tells_tags (provider, edit) && op_for_tags (provider) == WA_OP_UPDATE_CONTACT;
  gboolean attributes = tells_attributes (provider, edit) && op_for_attributes (provider) == WA_OP_UPDATE_CONTACT;

  if (!tags && !attributes && !changes_details (provider, edit))
    return;

  for (guint i = 0; changed[i] != NULL; i++)
    if ((tags || !g_str_equal (changed[i], "tags")) && (attributes || !g_str_equal (changed[i], "attributes")))
      g_strv_builder_add (builder, changed[i]);
  rest = g_strv_builder_end (builder);
  wa_contact_edit_set_changed (edit, (const char *const *) rest);

  if (!tags)
    {
      wa_contact_edit_set_tags_to_add (edit, none);
      wa_contact_edit_set_tags_to_remove (edit, none);
    }
  if (!attributes)
    wa_contact_edit_set_removed_attributes (edit, none);

  add_step (self, WA_OP_UPDATE_CONTACT, g_steal_pointer (&edit), N_("name and details"));
}

static WaAttribute *
find_attribute (WaContact  *contact,
                const char *name)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      if (g_str_equal (wa_attribute_get_name (attribute), name))
        return attribute;
    }

  return NULL;
}

/* Only what is another value now. */
static gboolean
add_attributes (Change      *self,
                WaProvider  *provider,
                GError     **error)
{
  WaContact *wanted = wa_contact_edit_get_contact (self->edit);
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (wanted));
  g_autoptr(WaAssignment) assignment = new_assignment (self);
  gboolean emptied = wa_contact_edit_get_removed_attributes (self->edit)[0] != NULL;

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);
      WaAttribute *known = find_attribute (self->current, wa_attribute_get_name (attribute));
      const char *value = wa_attribute_get_value (attribute);

      if (g_str_equal (value, known != NULL ? wa_attribute_get_value (known) : ""))
        continue;

      emptied = emptied || value[0] == '\0';
      g_list_store_append (wa_assignment_get_attributes (assignment), attribute);
    }

  if (emptied)
    {
      /* Translators: %s is a system's name */
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("%s can’t take a custom field from a contact or empty it. Enter another value."),
                   wa_provider_get_info (provider)->name);
      return FALSE;
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (wa_assignment_get_attributes (assignment))) > 0)
    add_step (self, WA_OP_SET_ATTRIBUTES, g_steal_pointer (&assignment), N_("custom fields"));

  return TRUE;
}

static void
add_tag_set (Change *self)
{
  WaAssignment *assignment = new_assignment (self);

  wa_assignment_set_targets (assignment, wa_contact_get_tags (wa_contact_edit_get_contact (self->edit)));
  add_step (self, WA_OP_SET_TAGS, assignment, N_("tags"));
}

/* The texts that are in @a and not in @b. */
static char **
dup_difference (const char *const *a,
                const char *const *b)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains (b, a[i]))
      g_strv_builder_add (texts, a[i]);

  return g_strv_builder_end (texts);
}

/* Everything that can be refused before anything is changed. */
static gboolean
check_steps (Change      *self,
             WaProvider  *provider,
             GError     **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = g_ptr_array_index (self->steps, i);
      const WaOperation *operation = wa_provider_find (provider, step->op, step->args, error);
      g_autoptr(WaRequest) request = operation != NULL
                                     ? wa_provider_build (provider, operation, step->args, error) : NULL;

      if (request == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
plan (Change      *self,
      WaProvider  *provider,
      GError     **error)
{
  WaContact *wanted = wa_contact_edit_get_contact (self->edit);

  add_update (self, provider);
  if (tells_attributes (provider, self->edit) && op_for_attributes (provider) == WA_OP_SET_ATTRIBUTES &&
      !add_attributes (self, provider, error))
    return FALSE;

  if (tells_tags (provider, self->edit) && op_for_tags (provider) == WA_OP_SET_TAGS)
    add_tag_set (self);
  if (tells_tags (provider, self->edit) && op_for_tags (provider) == WA_OP_ADD_TAGS)
    {
      self->added = dup_difference (wa_contact_get_tags (wanted), wa_contact_get_tags (self->current));
      self->removed = dup_difference (wa_contact_get_tags (self->current), wa_contact_get_tags (wanted));
    }

  return check_steps (self, provider, error);
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

static char *
dup_unsaved_parts (Change *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  for (guint i = self->next; i < self->steps->len; i++)
    {
      Step *step = g_ptr_array_index (self->steps, i);

      if (!g_ptr_array_find_with_equal_func (parts, _(step->part), g_str_equal, NULL))
        g_ptr_array_add (parts, (gpointer) _(step->part));
    }
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a contact: "custom fields, tags" */
  return g_strjoinv (_(", "), (char **) parts->pdata);
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

  parts = dup_unsaved_parts (self);
  /* Translators: which parts of a contact ("custom fields, tags"), then why, and what to do */
  text = g_strdup_printf (_("Not saved: %s. The rest was saved. %s"), parts, error->message);
  g_free (error->message);
  error->message = text;
  self->error = error;
  end (task);
}

/* Step by step */

static void run_next (GTask *task);

static void
copy_attributes (WaContact *from,
                 WaContact *to)
{
  GListModel *source = G_LIST_MODEL (wa_contact_get_attributes (from));
  GListStore *attributes = wa_contact_get_attributes (to);

  g_list_store_remove_all (attributes);
  for (guint i = 0; i < g_list_model_get_n_items (source); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (source, i);
      g_autoptr(WaAttribute) copy = wa_record_copy (attribute);

      g_list_store_append (attributes, copy);
    }
}

static void
join_tags (WaContact         *contact,
           const char *const *added)
{
  const char *const *tags = wa_contact_get_tags (contact);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) joined = NULL;

  g_strv_builder_addv (builder, (const char **) tags);
  g_strv_builder_addv (builder, (const char **) added);
  joined = g_strv_builder_end (builder);
  wa_contact_set_tags (contact, (const char *const *) joined);
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
  if (op_for_tags (provider) == WA_OP_ADD_TAGS)
    wa_contact_set_tags (self->current, wa_contact_get_tags (before));
  if (op_for_attributes (provider) == WA_OP_SET_ATTRIBUTES)
    copy_attributes (before, self->current);
}

static void
take_step (Change     *self,
           WaProvider *provider,
           WaOp        op,
           GObject    *answer)
{
  WaContact *wanted = wa_contact_edit_get_contact (self->edit);
  g_auto(GStrv) left = NULL;

  switch ((int) op)
    {
    case WA_OP_UPDATE_CONTACT:
      take_answer (self, provider, WA_CONTACT (answer));
      break;
    case WA_OP_SET_ATTRIBUTES:
      copy_attributes (wanted, self->current);
      break;
    case WA_OP_ADD_TAGS:
      join_tags (self->current, (const char *const *) self->added);
      break;
    case WA_OP_REMOVE_TAGS:
      left = dup_difference (wa_contact_get_tags (self->current), (const char *const *) self->removed);
      wa_contact_set_tags (self->current, (const char *const *) left);
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
  Step *step = g_ptr_array_index (self->steps, self->next);
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
  Step *step;

  if (self->next == self->steps->len)
    {
      end (task);
      return;
    }

  step = g_ptr_array_index (self->steps, self->next);
  wa_client_run_async (g_task_get_source_object (task), step->op, step->args, g_task_get_cancellable (task),
                       step_ran_cb, g_object_ref (task));
}

/* What goes by ids, or by names that must exist: unknown ones may be taken without a word.  The lists are read first. */

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
  wa_pager_run_async (g_task_get_source_object (task), op, query, take_names, task, g_task_get_cancellable (task),
                      callback, g_object_ref (task));
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

static void
add_tag_step (Change *self,
              WaOp    op,
              char  **names)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  WaAssignment *assignment;

  for (guint i = 0; names[i] != NULL; i++)
    if (find_tag_id (self, names[i]) != NULL)
      g_strv_builder_add (builder, find_tag_id (self, names[i]));
  ids = g_strv_builder_end (builder);
  if (ids[0] == NULL)
    return;

  assignment = new_assignment (self);
  wa_assignment_set_targets (assignment, (const char *const *) names);
  wa_assignment_set_target_ids (assignment, (const char *const *) ids);
  add_step (self, op, assignment, N_("tags"));
}

static void tags_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data);

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

/* A tag that nobody has yet is made; its id is in the list then.  One that is taken from the contact and is gone is
 * nothing to do. */
static void
tags_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  GError *error = NULL;
  guint i = 0;

  if (!wa_pager_run_finish (WA_CLIENT (object), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  while (self->added[i] != NULL && find_tag_id (self, self->added[i]) != NULL)
    i++;

  if (self->added[i] == NULL)
    {
      add_tag_step (self, WA_OP_ADD_TAGS, self->added);
      add_tag_step (self, WA_OP_REMOVE_TAGS, self->removed);
      run_next (task);
    }
  else if (self->tried == self->added[i])
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_REJECTED,
                               _("The system does not have the tag “%s”. Create it there, then refresh."),
                               self->tried);
    }
  else
    {
      g_autoptr(WaTag) tag = wa_tag_new ();

      self->tried = self->added[i];
      wa_tag_set_name (tag, self->tried);
      wa_client_run_async (WA_CLIENT (object), WA_OP_CREATE_TAG, G_OBJECT (tag), g_task_get_cancellable (task),
                           tag_created_cb, g_object_ref (task));
    }
}

static void
resolve_tags (GTask *task)
{
  Change *self = g_task_get_task_data (task);

  if (self->added != NULL && (self->added[0] != NULL || self->removed[0] != NULL))
    read_list (task, WA_OP_LIST_TAGS, tags_listed_cb);
  else
    run_next (task);
}

static WaAssignment *
find_attribute_step (Change *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = g_ptr_array_index (self->steps, i);

      if (step->op == WA_OP_SET_ATTRIBUTES)
        return WA_ASSIGNMENT (step->args);
    }

  return NULL;
}

static void
attributes_listed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *self = g_task_get_task_data (task);
  GListModel *attributes = G_LIST_MODEL (wa_assignment_get_attributes (find_attribute_step (self)));
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
      guint at = 0;

      while (at < self->names->len &&
             !g_str_equal (wa_attribute_get_name (g_ptr_array_index (self->names, at)), name))
        at++;
      if (at == self->names->len)
        {
          g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID,
                                   _("The system does not have the custom field “%s”. Create it there first."),
                                   name);
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
 * Tells the system a change, in as many steps as that takes, and writes into the store what the system has then.
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
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  wa_contact_complete (self->current, wa_contact_edit_get_contact (self->edit), provider);

  g_task_set_source_tag (task, wa_contact_change_run_async);
  /* What the system did is written down and told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, change_free);

  if (!plan (self, provider, &error))
    g_task_return_error (task, error);
  else if (find_attribute_step (self) != NULL && wa_provider_supports (provider, WA_OP_LIST_ATTRIBUTES))
    read_list (task, WA_OP_LIST_ATTRIBUTES, attributes_listed_cb);
  else
    resolve_tags (task);
}

/**
 * wa_contact_change_run_finish:
 *
 * Returns: (transfer full): the store's own object of the contact, or %NULL with an error, whose text says what was not
 *   saved where a part of it was; %WA_ERROR_NOT_FOUND where the contact is gone there, which the store does not know yet
 */
WaContact *
wa_contact_change_run_finish (WaClient      *client,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
