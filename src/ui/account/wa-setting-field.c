/* wa-setting-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "ui/account/wa-setting-field.h"

struct _WaSettingField
{
  AdwBin           parent_instance;

  WaSystemSetting *setting;    /* (owned) */
  GtkWidget       *row;        /* an entry row or a combo row */
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaSettingField, wa_setting_field, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
emit_changed (WaSettingField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
emit_activated (WaSettingField *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static GtkWidget *
create_combo (WaSettingField *self,
              const char     *value)
{
  const char *const *choices = wa_system_setting_get_choices (self->setting);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (wa_system_setting_get_choice_titles (self->setting));
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_entry (WaSettingField *self,
              const char     *value)
{
  WaSettingKind kind = wa_system_setting_get_kind (self->setting);
  GtkWidget *row = kind == WA_SETTING_SECRET ? adw_password_entry_row_new () : adw_entry_row_new ();

  if (kind == WA_SETTING_ADDRESS)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_URL);
  else if (kind == WA_SETTING_DIGITS)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);

  gtk_editable_set_text (GTK_EDITABLE (row), value);
  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (emit_activated), self, G_CONNECT_SWAPPED);

  return row;
}

static void
wa_setting_field_dispose (GObject *object)
{
  g_clear_object (&WA_SETTING_FIELD (object)->setting);

  G_OBJECT_CLASS (wa_setting_field_parent_class)->dispose (object);
}

static void
wa_setting_field_class_init (WaSettingFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wa_setting_field_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wa_setting_field_init (WaSettingField *self)
{
}

/**
 * wa_setting_field_new:
 * @value: (nullable): what it is set to; the system's own value where %NULL
 * @help: (nullable): what to say below the row
 */
GtkWidget *
wa_setting_field_new (WaSystemSetting *setting,
                      const char      *value,
                      const char      *help)
{
  WaSettingField *self = g_object_new (WA_TYPE_SETTING_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (WA_IS_SYSTEM_SETTING (setting), NULL);

  self->setting = g_object_ref (setting);
  if (value == NULL)
    value = wa_or_empty (wa_system_setting_get_fallback (setting));

  if (wa_system_setting_get_kind (setting) == WA_SETTING_CHOICE)
    self->row = create_combo (self, value);
  else
    self->row = create_entry (self, value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), wa_system_setting_get_title (setting));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  gtk_box_append (GTK_BOX (box), group);

  if (!wa_is_empty (help))
    {
      GtkWidget *label = gtk_label_new (help);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
      gtk_box_append (GTK_BOX (box), label);
    }

  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

WaSystemSetting *
wa_setting_field_get_setting (WaSettingField *self)
{
  g_return_val_if_fail (WA_IS_SETTING_FIELD (self), NULL);

  return self->setting;
}

/**
 * wa_setting_field_dup_value:
 *
 * Returns: (transfer full): what was entered, without blanks around it
 */
char *
wa_setting_field_dup_value (WaSettingField *self)
{
  g_return_val_if_fail (WA_IS_SETTING_FIELD (self), NULL);

  if (ADW_IS_COMBO_ROW (self->row))
    return g_strdup (wa_system_setting_get_choices (self->setting)[adw_combo_row_get_selected (ADW_COMBO_ROW (self->row))]);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
}
