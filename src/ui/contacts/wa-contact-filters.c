/* wa-contact-filters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/contacts/wa-contact-filters.h"
#include "ui/widgets/wa-name-picker.h"

typedef enum
{
  LIST,
  TAG,
  SOURCE,
  OPT_IN,
  BLOCKED,
  N_FILTERS,
} Filter;

struct _WaContactFilters
{
  GtkPopover       parent_instance;

  WaAccount       *account;               /* (owned) (nullable) */
  WaContactFilter *filter;                /* (owned) (nullable) */
  GSignalGroup    *filter_signals;
  gboolean         updating;

  GtkDropDown     *drop_downs[N_FILTERS];
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaContactFilters, wa_contact_filters, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *property;
  gboolean    tristate;
  const char *title;
  const char *any;
  const char *yes;
  const char *no;
} filters[N_FILTERS] = {
  [LIST] = { "list", FALSE, N_("List"), N_("Any list") },
  [TAG] = { "tag", FALSE, N_("Tag"), N_("Any tag") },
  [SOURCE] = { "source", FALSE, N_("Source"), N_("Any source") },
  [OPT_IN] = { "opt-in", TRUE, N_("Opt-in"), N_("Opted in or not"), N_("Opted in"), N_("Not opted in") },
  [BLOCKED] = { "blocked", TRUE, N_("Blocked"), N_("Blocked or not"), N_("Blocked"), N_("Not blocked") },
};

static gpointer
map_to_string (gpointer item,
               gpointer user_data)
{
  g_autoptr(GObject) owned = item;
  g_autofree char *name = wa_name_picker_dup_name (owned);

  return gtk_string_object_new (wa_or_empty (name));
}

static GListModel *
create_choices (const char *any,
                GListModel *names)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) first = gtk_string_list_new ((const char *[]) { any, NULL });

  g_list_store_append (parts, first);
  if (names != NULL)
    {
      g_autoptr(GtkMapListModel) mapped =
        gtk_map_list_model_new (g_object_ref (names), map_to_string, NULL, NULL);

      g_list_store_append (parts, mapped);
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static guint
find_text (GListModel *choices,
           const char *text)
{
  if (wa_is_empty (text))
    return 0;

  for (guint i = 1; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (choice), text))
        return i;
    }

  return 0;
}

static void
show_filter (WaContactFilters *self)
{
  if (self->filter == NULL || self->updating)
    return;

  self->updating = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autofree char *text = NULL;
      WaTristate value = WA_EITHER;

      g_object_get (self->filter, filters[i].property, filters[i].tristate ? (gpointer) &value : (gpointer) &text, NULL);
      if (filters[i].tristate)
        gtk_drop_down_set_selected (self->drop_downs[i], value);
      else
        gtk_drop_down_set_selected (self->drop_downs[i],
                                    find_text (gtk_drop_down_get_model (self->drop_downs[i]), text));
    }
  self->updating = FALSE;
}

static void
on_selected_cb (WaContactFilters *self,
                GParamSpec       *pspec,
                GtkDropDown      *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint i = 0;

  if (self->updating || self->filter == NULL)
    return;

  while (self->drop_downs[i] != drop_down)
    i++;

  self->updating = TRUE;
  if (filters[i].tristate)
    {
      g_object_set (self->filter, filters[i].property, (WaTristate) selected, NULL);
    }
  else
    {
      GtkStringObject *choice = gtk_drop_down_get_selected_item (drop_down);

      g_object_set (self->filter,
                    filters[i].property, selected > 0 && choice ? gtk_string_object_get_string (choice) : "",
                    NULL);
    }
  self->updating = FALSE;
}

static void
update_choices (WaContactFilters *self)
{
  GListModel *names[N_FILTERS] = { NULL };

  if (self->account != NULL)
    {
      names[LIST] = wa_account_get_lists (self->account);
      names[TAG] = wa_account_get_tags (self->account);
      names[SOURCE] = wa_account_get_sources (self->account);
    }

  /* Other choices are not another choice by the user. */
  self->updating = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    if (!filters[i].tristate)
      {
        g_autoptr(GListModel) choices = create_choices (_(filters[i].any), names[i]);

        gtk_drop_down_set_model (self->drop_downs[i], choices);
      }
  self->updating = FALSE;
  show_filter (self);
}

static void
add_drop_down (WaContactFilters *self,
               GtkGrid          *grid,
               guint             i)
{
  GtkWidget *label = gtk_label_new (_(filters[i].title));
  GtkWidget *drop_down;

  if (filters[i].tristate)
    {
      drop_down = gtk_drop_down_new_from_strings ((const char *[]) { _(filters[i].any), _(filters[i].yes),
                                                                     _(filters[i].no), NULL });
    }
  else
    {
      drop_down = gtk_drop_down_new (create_choices (_(filters[i].any), NULL),
                                     gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
    }

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, i, 1, 1);
  gtk_grid_attach (grid, drop_down, 1, i, 1, 1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  self->drop_downs[i] = GTK_DROP_DOWN (drop_down);
}

static void
wa_contact_filters_dispose (GObject *object)
{
  WaContactFilters *self = WA_CONTACT_FILTERS (object);

  g_clear_object (&self->filter_signals);
  g_clear_object (&self->filter);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (wa_contact_filters_parent_class)->dispose (object);
}

static void
wa_contact_filters_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, WA_CONTACT_FILTERS (object)->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_filters_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      wa_contact_filters_set_account (WA_CONTACT_FILTERS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_filters_class_init (WaContactFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_contact_filters_dispose;
  object_class->get_property = wa_contact_filters_get_property;
  object_class->set_property = wa_contact_filters_set_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_contact_filters_init (WaContactFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Clear Filters"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_FILTERS; i++)
    add_drop_down (self, GTK_GRID (grid), i);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "contacts.clear-filters");
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "wa-filters");
  gtk_popover_set_child (GTK_POPOVER (self), box);

  self->filter_signals = g_signal_group_new (WA_TYPE_CONTACT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "notify", G_CALLBACK (show_filter), self);
}

void
wa_contact_filters_set_account (WaContactFilters *self,
                                WaAccount        *account)
{
  g_return_if_fail (WA_IS_CONTACT_FILTERS (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  update_choices (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

void
wa_contact_filters_set_filter (WaContactFilters *self,
                               WaContactFilter  *filter)
{
  g_return_if_fail (WA_IS_CONTACT_FILTERS (self));
  g_return_if_fail (WA_IS_CONTACT_FILTER (filter));

  if (!g_set_object (&self->filter, filter))
    return;

  g_signal_group_set_target (self->filter_signals, filter);
  show_filter (self);
}

/* What the filter narrows down to, or NULL where it does not. */
static char *
dup_text (WaContactFilters *self,
          guint             i)
{
  g_autofree char *text = NULL;
  WaTristate value = WA_EITHER;

  if (filters[i].tristate)
    {
      g_object_get (self->filter, filters[i].property, &value, NULL);
      return value == WA_EITHER ? NULL : g_strdup (value == WA_YES ? _(filters[i].yes) : _(filters[i].no));
    }

  g_object_get (self->filter, filters[i].property, &text, NULL);
  /* Translators: a filter and what it is set to, such as "Tag: VIP" */
  return wa_is_empty (text) ? NULL : g_strdup_printf (_("%s: %s"), _(filters[i].title), text);
}

static void
clear_one (WaContactFilters *self,
           guint             i)
{
  if (filters[i].tristate)
    g_object_set (self->filter, filters[i].property, WA_EITHER, NULL);
  else
    g_object_set (self->filter, filters[i].property, "", NULL);
}

/**
 * wa_contact_filters_dup_texts:
 *
 * Returns: (transfer full): a text for each filter that is on
 */
char **
wa_contact_filters_dup_texts (WaContactFilters *self)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  g_return_val_if_fail (WA_IS_CONTACT_FILTERS (self), NULL);

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autofree char *text = dup_text (self, i);

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

void
wa_contact_filters_clear (WaContactFilters *self)
{
  g_return_if_fail (WA_IS_CONTACT_FILTERS (self));

  /* One change, one query. */
  g_object_freeze_notify (G_OBJECT (self->filter));
  for (guint i = 0; i < N_FILTERS; i++)
    clear_one (self, i);
  g_object_thaw_notify (G_OBJECT (self->filter));
}

/**
 * wa_contact_filters_clear_at:
 * @position: of a text of wa_contact_filters_dup_texts()
 */
void
wa_contact_filters_clear_at (WaContactFilters *self,
                             guint             position)
{
  g_return_if_fail (WA_IS_CONTACT_FILTERS (self));

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autofree char *text = dup_text (self, i);

      if (text != NULL && position-- == 0)
        {
          clear_one (self, i);
          return;
        }
    }
}
