/* wa-contact-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/contacts/wa-contact-draft.h"

struct _WaContactDraft
{
  GObject    parent_instance;

  WaContact *contact;          /* (owned): as the store has it, live */
  WaContact *original;         /* (owned): as it was when editing began */
  WaContact *edited;           /* (owned) */
  char      *number_text;
  char      *number_problem;
  char      *failure;
  gboolean   dirty;
  gboolean   saving;
  gboolean   loading;          /* what changes now is not the user's doing */
};

enum
{
  PROP_0,
  PROP_CONTACT,
  PROP_EDITED,
  PROP_NUMBER_TEXT,
  PROP_NUMBER_PROBLEM,
  PROP_DIRTY,
  PROP_SAVING,
  PROP_FAILURE,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaContactDraft, wa_contact_draft, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static const char *const editable[] = {
  "name", "number", "first-name", "last-name", "email", "country", "language", "gender",
  "opt-in", "blocked", "tags", "attributes",
};

static char **
dup_changed (WaContactDraft *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (editable); i++)
    if (!wa_record_field_equal (WA_RECORD (self->original), WA_RECORD (self->edited), editable[i]))
      g_strv_builder_add (names, editable[i]);

  return g_strv_builder_end (names);
}

static void
set_text (WaContactDraft *self,
          char          **place,
          const char     *text,
          int             property)
{
  if (wa_set_str (place, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_dirty (WaContactDraft *self)
{
  g_auto(GStrv) changed = NULL;
  gboolean dirty;

  if (self->loading)
    return;

  changed = dup_changed (self);
  dirty = changed[0] != NULL || !wa_is_empty (self->number_problem);
  if (self->dirty == dirty)
    return;

  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
set_number_text (WaContactDraft *self,
                 const char     *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *known = wa_phone_format (wa_contact_get_number (self->original));
  g_autofree char *digits = NULL;

  if (!wa_set_str (&self->number_text, text))
    return;

  /* What the system gave stays acceptable, even where it is no number. */
  if (g_strcmp0 (text, known) == 0)
    digits = g_strdup (wa_contact_get_number (self->original));
  else
    digits = wa_phone_parse (wa_or_empty (text), &error);

  if (digits != NULL)
    wa_contact_set_number (self->edited, digits);
  set_text (self, &self->number_problem, error ? error->message : "", PROP_NUMBER_PROBLEM);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER_TEXT]);
  update_dirty (self);
}

static void
load_contact (WaContactDraft *self)
{
  g_autofree char *number = wa_phone_format (wa_contact_get_number (self->contact));

  self->loading = TRUE;
  wa_record_assign (WA_RECORD (self->original), WA_RECORD (self->contact));
  wa_record_assign (WA_RECORD (self->edited), WA_RECORD (self->contact));
  set_number_text (self, number);
  set_text (self, &self->failure, "", PROP_FAILURE);
  self->loading = FALSE;

  update_dirty (self);
}

static void
on_contact_notify_cb (WaContactDraft *self)
{
  if (!self->dirty && !self->saving && !self->loading)
    load_contact (self);
}

static void
on_attributes_changed_cb (GListModel     *attributes,
                          guint           position,
                          guint           removed,
                          guint           added,
                          WaContactDraft *self)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, position + i);

      g_signal_connect_object (attribute, "notify", G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
    }
  update_dirty (self);
}

static void
wa_contact_draft_finalize (GObject *object)
{
  WaContactDraft *self = WA_CONTACT_DRAFT (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->original);
  g_clear_object (&self->edited);
  g_free (self->number_text);
  g_free (self->number_problem);
  g_free (self->failure);

  G_OBJECT_CLASS (wa_contact_draft_parent_class)->finalize (object);
}

static void
wa_contact_draft_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WaContactDraft *self = WA_CONTACT_DRAFT (object);

  switch (id)
    {
    case PROP_CONTACT:
      g_value_set_object (value, self->contact);
      break;
    case PROP_EDITED:
      g_value_set_object (value, self->edited);
      break;
    case PROP_NUMBER_TEXT:
      g_value_set_string (value, wa_or_empty (self->number_text));
      break;
    case PROP_NUMBER_PROBLEM:
      g_value_set_string (value, wa_or_empty (self->number_problem));
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, wa_or_empty (self->failure));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_draft_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WaContactDraft *self = WA_CONTACT_DRAFT (object);

  switch (id)
    {
    case PROP_NUMBER_TEXT:
      set_number_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_draft_class_init (WaContactDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = wa_contact_draft_finalize;
  object_class->get_property = wa_contact_draft_get_property;
  object_class->set_property = wa_contact_draft_set_property;

  properties[PROP_CONTACT] = g_param_spec_object ("contact", NULL, NULL, WA_TYPE_CONTACT, read);
  properties[PROP_EDITED] = g_param_spec_object ("edited", NULL, NULL, WA_TYPE_CONTACT, read);
  properties[PROP_NUMBER_TEXT] =
    g_param_spec_string ("number-text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NUMBER_PROBLEM] = g_param_spec_string ("number-problem", NULL, NULL, "", read);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, read);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, read);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, "", read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_contact_draft_init (WaContactDraft *self)
{
  self->original = wa_contact_new ();
  self->edited = wa_contact_new ();
  g_signal_connect_object (self->edited, "notify", G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wa_contact_get_attributes (self->edited), "items-changed",
                           G_CALLBACK (on_attributes_changed_cb), self, 0);
}

WaContactDraft *
wa_contact_draft_new (WaContact *contact)
{
  WaContactDraft *self;

  g_return_val_if_fail (WA_IS_CONTACT (contact), NULL);

  self = g_object_new (WA_TYPE_CONTACT_DRAFT, NULL);
  self->contact = g_object_ref (contact);
  load_contact (self);
  g_signal_connect_object (contact, "notify", G_CALLBACK (on_contact_notify_cb), self, G_CONNECT_SWAPPED);

  return self;
}

WaContact *
wa_contact_draft_get_contact (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), NULL);

  return self->contact;
}

WaContact *
wa_contact_draft_get_edited (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), NULL);

  return self->edited;
}

const char *
wa_contact_draft_get_number_problem (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), "");

  return wa_or_empty (self->number_problem);
}

gboolean
wa_contact_draft_get_dirty (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), FALSE);

  return self->dirty;
}

gboolean
wa_contact_draft_get_saving (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), FALSE);

  return self->saving;
}

const char *
wa_contact_draft_get_failure (WaContactDraft *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), "");

  return wa_or_empty (self->failure);
}

/**
 * wa_contact_draft_revert:
 *
 * Gives up what was changed.
 */
void
wa_contact_draft_revert (WaContactDraft *self)
{
  g_return_if_fail (WA_IS_CONTACT_DRAFT (self));

  load_contact (self);
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

static char **
dup_attribute_names (WaContact *contact)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      g_strv_builder_add (names, wa_attribute_get_name (attribute));
    }

  return g_strv_builder_end (names);
}

static void
set_saving (WaContactDraft *self,
            gboolean        saving)
{
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

/**
 * wa_contact_draft_begin_save:
 *
 * Returns: (transfer full): what is to be saved; wa_contact_draft_end_save() tells what became of it
 */
WaContactEdit *
wa_contact_draft_begin_save (WaContactDraft *self)
{
  g_autoptr(WaContactEdit) edit = wa_contact_edit_new ();
  g_autoptr(WaContact) contact = NULL;
  g_auto(GStrv) changed = NULL;
  g_auto(GStrv) added_tags = NULL;
  g_auto(GStrv) removed_tags = NULL;
  g_auto(GStrv) attributes = NULL;
  g_auto(GStrv) old_attributes = NULL;
  g_auto(GStrv) removed_attributes = NULL;

  g_return_val_if_fail (WA_IS_CONTACT_DRAFT (self), NULL);
  g_return_val_if_fail (!self->saving, NULL);

  /* A copy: typing goes on while it is sent. */
  contact = wa_record_copy (self->edited);
  changed = dup_changed (self);
  added_tags = dup_difference (wa_contact_get_tags (contact), wa_contact_get_tags (self->original));
  removed_tags = dup_difference (wa_contact_get_tags (self->original), wa_contact_get_tags (contact));
  attributes = dup_attribute_names (contact);
  old_attributes = dup_attribute_names (self->original);
  removed_attributes = dup_difference ((const char *const *) old_attributes, (const char *const *) attributes);

  wa_contact_edit_set_contact (edit, contact);
  wa_contact_edit_set_changed (edit, (const char *const *) changed);
  wa_contact_edit_set_tags_to_add (edit, (const char *const *) added_tags);
  wa_contact_edit_set_tags_to_remove (edit, (const char *const *) removed_tags);
  wa_contact_edit_set_removed_attributes (edit, (const char *const *) removed_attributes);

  set_text (self, &self->failure, "", PROP_FAILURE);
  set_saving (self, TRUE);

  return g_steal_pointer (&edit);
}

/**
 * wa_contact_draft_end_save:
 * @sent: what wa_contact_draft_begin_save() gave
 * @error: (nullable): why it failed
 *
 * What was typed in the meantime stays to be saved.
 */
void
wa_contact_draft_end_save (WaContactDraft *self,
                           WaContactEdit  *sent,
                           const GError   *error)
{
  g_return_if_fail (WA_IS_CONTACT_DRAFT (self));
  g_return_if_fail (WA_IS_CONTACT_EDIT (sent));

  set_saving (self, FALSE);
  if (error != NULL)
    {
      set_text (self, &self->failure, error->message, PROP_FAILURE);
      return;
    }

  if (wa_record_equal (WA_RECORD (self->edited), WA_RECORD (wa_contact_edit_get_contact (sent))) &&
      wa_is_empty (self->number_problem))
    {
      load_contact (self);
      return;
    }

  wa_record_assign (WA_RECORD (self->original), WA_RECORD (wa_contact_edit_get_contact (sent)));
  update_dirty (self);
}
