/* wa-contact-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-assignment.h"
#include "session/wa-contact-keep.h"
#include "session/wa-contact-plan.h"

/* Most systems take a changed contact whole, others have one operation for the names, one for tags and one
 * for custom fields.  Which ways there are is what the provider supports. */

static void
step_free (gpointer data)
{
  WaContactStep *self = data;

  g_object_unref (self->args);
  g_free (self);
}

void
wa_contact_plan_free (WaContactPlan *self)
{
  g_ptr_array_unref (self->steps);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_free (self);
}

/* What goes which way */

static gboolean
changes_tags (WaContactEdit *edit)
{
  return g_strv_contains (wa_contact_edit_get_changed (edit), "tags") ||
         wa_contact_edit_get_tags_to_add (edit)[0] != NULL ||
         wa_contact_edit_get_tags_to_remove (edit)[0] != NULL;
}

static gboolean
changes_attributes (WaContactEdit *edit)
{
  return g_strv_contains (wa_contact_edit_get_changed (edit), "attributes") ||
         wa_contact_edit_get_removed_attributes (edit)[0] != NULL;
}

/* Returns: the operation that is for tags alone; %WA_OP_UPDATE_CONTACT where there is none, or no need */
WaOp
wa_contact_plan_op_for_tags (WaProvider *provider)
{
  if (wa_provider_supports (provider, WA_OP_ADD_TAGS))
    return WA_OP_ADD_TAGS;
  if (wa_provider_supports (provider, WA_OP_SET_TAGS) && !wa_provider_supports (provider, WA_OP_UPDATE_CONTACT))
    return WA_OP_SET_TAGS;

  return WA_OP_UPDATE_CONTACT;
}

/* Returns: the operation that is for custom fields alone, else %WA_OP_UPDATE_CONTACT */
WaOp
wa_contact_plan_op_for_attributes (WaProvider *provider)
{
  return wa_provider_supports (provider, WA_OP_SET_ATTRIBUTES) ? WA_OP_SET_ATTRIBUTES : WA_OP_UPDATE_CONTACT;
}

/* Whether @op is to be run for the tags. */
static gboolean
tells_tags (WaProvider    *provider,
            WaContactEdit *edit,
            WaOp           op)
{
  return changes_tags (edit) && wa_contact_is_told (provider, "tags") &&
         wa_contact_plan_op_for_tags (provider) == op && wa_provider_supports (provider, op);
}

static gboolean
tells_attributes (WaProvider    *provider,
                  WaContactEdit *edit,
                  WaOp           op)
{
  return changes_attributes (edit) && wa_contact_plan_op_for_attributes (provider) == op &&
         wa_provider_supports (provider, op);
}

/* Whether anything but tags and custom fields is changed that the system shall know. */
static gboolean
tells_details (WaProvider    *provider,
               WaContactEdit *edit)
{
  const char *const *changed = wa_contact_edit_get_changed (edit);

  for (guint i = 0; changed[i] != NULL; i++)
    if (!g_str_equal (changed[i], "tags") && !g_str_equal (changed[i], "attributes") &&
        wa_contact_is_told (provider, changed[i]))
      return wa_provider_supports (provider, WA_OP_UPDATE_CONTACT);

  return FALSE;
}

/**
 * wa_contact_plan_is_needed:
 *
 * Returns: whether anything of @edit is for the system to know; else it is this computer's alone
 */
gboolean
wa_contact_plan_is_needed (WaProvider    *provider,
                           WaContactEdit *edit)
{
  return tells_details (provider, edit) ||
         tells_tags (provider, edit, wa_contact_plan_op_for_tags (provider)) ||
         tells_attributes (provider, edit, wa_contact_plan_op_for_attributes (provider));
}

/* The steps */

/* @args: (transfer full): */
static void
add_step (WaContactPlan *self,
          WaOp           op,
          gpointer       args,
          const char    *part)
{
  WaContactStep *step = g_new0 (WaContactStep, 1);

  step->op = op;
  step->args = G_OBJECT (args);
  step->part = part;
  g_ptr_array_add (self->steps, step);
}

static WaAssignment *
new_assignment (WaContact *known)
{
  WaAssignment *assignment = wa_assignment_new ();

  wa_assignment_set_contact_id (assignment, wa_contact_get_remote_id (known));
  wa_assignment_set_number (assignment, wa_contact_get_number (known));

  return assignment;
}

/* Everything but what goes another way. */
static void
add_update (WaContactPlan *self,
            WaProvider    *provider,
            WaContactEdit *edit)
{
  static const char *const none[] = { NULL };
  g_autoptr(WaContactEdit) rest = wa_record_copy (edit);
  const char *const *changed = wa_contact_edit_get_changed (edit);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  gboolean tags = tells_tags (provider, edit, WA_OP_UPDATE_CONTACT);
  gboolean attributes = tells_attributes (provider, edit, WA_OP_UPDATE_CONTACT);

  if (!tags && !attributes && !tells_details (provider, edit))
    return;

  for (guint i = 0; changed[i] != NULL; i++)
    if ((tags || !g_str_equal (changed[i], "tags")) && (attributes || !g_str_equal (changed[i], "attributes")))
      g_strv_builder_add (builder, changed[i]);
  names = g_strv_builder_end (builder);
  wa_contact_edit_set_changed (rest, (const char *const *) names);

  if (!tags)
    {
      wa_contact_edit_set_tags_to_add (rest, none);
      wa_contact_edit_set_tags_to_remove (rest, none);
    }
  if (!attributes)
    wa_contact_edit_set_removed_attributes (rest, none);

  add_step (self, WA_OP_UPDATE_CONTACT, g_steal_pointer (&rest), N_("name and details"));
}

static const char *
get_value (WaContact  *contact,
           const char *name)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      if (g_str_equal (wa_attribute_get_name (attribute), name))
        return wa_attribute_get_value (attribute);
    }

  return "";
}

/* Only what is another value now. */
static gboolean
add_attributes (WaContactPlan  *self,
                WaProvider     *provider,
                WaContact      *known,
                WaContactEdit  *edit,
                GError        **error)
{
  GListModel *wanted = G_LIST_MODEL (wa_contact_get_attributes (wa_contact_edit_get_contact (edit)));
  g_autoptr(WaAssignment) assignment = new_assignment (known);
  GListStore *attributes = wa_assignment_get_attributes (assignment);
  gboolean emptied = wa_contact_edit_get_removed_attributes (edit)[0] != NULL;

  for (guint i = 0; i < g_list_model_get_n_items (wanted); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (wanted, i);
      const char *value = wa_attribute_get_value (attribute);

      if (g_str_equal (value, get_value (known, wa_attribute_get_name (attribute))))
        continue;

      emptied = emptied || value[0] == '\0';
      g_list_store_append (attributes, attribute);
    }

  if (emptied)
    {
      /* Translators: %s is a system's name */
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("%s can’t take a custom field from a contact or empty it. Enter another value."),
                   wa_provider_get_info (provider)->name);
      return FALSE;
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (attributes)) > 0)
    add_step (self, WA_OP_SET_ATTRIBUTES, g_steal_pointer (&assignment), N_("custom fields"));

  return TRUE;
}

/**
 * wa_contact_plan_add_tags:
 * @op: %WA_OP_ADD_TAGS, %WA_OP_REMOVE_TAGS, or %WA_OP_SET_TAGS, which needs no ids
 */
void
wa_contact_plan_add_tags (WaContactPlan     *self,
                          WaOp               op,
                          WaContact         *known,
                          const char *const *names,
                          const char *const *ids)
{
  WaAssignment *assignment = new_assignment (known);

  wa_assignment_set_targets (assignment, names);
  wa_assignment_set_target_ids (assignment, ids);
  add_step (self, op, assignment, N_("tags"));
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
check_steps (WaContactPlan  *self,
             WaProvider     *provider,
             GError        **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      WaContactStep *step = g_ptr_array_index (self->steps, i);
      const WaOperation *operation = wa_provider_find (provider, step->op, step->args, error);
      g_autoptr(WaRequest) request = operation != NULL
                                     ? wa_provider_build (provider, operation, step->args, error) : NULL;

      if (request == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * wa_contact_plan_new:
 * @known: the contact as the store has it
 * @edit: what it shall be
 *
 * Returns: what is to be run, checked as far as that can be done before, or %NULL with %WA_ERROR_INVALID or
 *   %WA_ERROR_UNSUPPORTED
 */
WaContactPlan *
wa_contact_plan_new (WaProvider     *provider,
                     WaContact      *known,
                     WaContactEdit  *edit,
                     GError        **error)
{
  g_autoptr(WaContactPlan) self = g_new0 (WaContactPlan, 1);
  const char *const *old_tags = wa_contact_get_tags (known);
  const char *const *tags = wa_contact_get_tags (wa_contact_edit_get_contact (edit));
  gboolean by_id = tells_tags (provider, edit, WA_OP_ADD_TAGS);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->added = dup_difference (tags, by_id ? old_tags : tags);
  self->removed = dup_difference (old_tags, by_id ? tags : old_tags);

  add_update (self, provider, edit);
  if (tells_attributes (provider, edit, WA_OP_SET_ATTRIBUTES) &&
      !add_attributes (self, provider, known, edit, error))
    return NULL;
  if (tells_tags (provider, edit, WA_OP_SET_TAGS))
    wa_contact_plan_add_tags (self, WA_OP_SET_TAGS, known, tags, NULL);

  return check_steps (self, provider, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * wa_contact_plan_get_attributes:
 *
 * Returns: (transfer none) (nullable): the custom fields that go a way of their own
 */
GListModel *
wa_contact_plan_get_attributes (WaContactPlan *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      WaContactStep *step = g_ptr_array_index (self->steps, i);

      if (step->op == WA_OP_SET_ATTRIBUTES)
        return G_LIST_MODEL (wa_assignment_get_attributes (WA_ASSIGNMENT (step->args)));
    }

  return NULL;
}

/**
 * wa_contact_plan_dup_parts:
 * @first: a position in the steps
 *
 * Returns: (transfer full): what that step and those after it save, for the user
 */
char *
wa_contact_plan_dup_parts (WaContactPlan *self,
                           guint          first)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  for (guint i = first; i < self->steps->len; i++)
    {
      WaContactStep *step = g_ptr_array_index (self->steps, i);

      if (!g_ptr_array_find_with_equal_func (parts, _(step->part), g_str_equal, NULL))
        g_ptr_array_add (parts, (gpointer) _(step->part));
    }
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a contact: "custom fields, tags" */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}
