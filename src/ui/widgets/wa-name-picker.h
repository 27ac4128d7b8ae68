/* wa-name-picker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaNamePicker:
 *
 * A popover in which one of many names is looked for and chosen: a tag, a custom field.
 *
 * Properties: `names` (a #GListModel of objects with a `name`), `taken` (a #GStrv of names that are left out), `allow-new`
 * (whether a name that is not in the list may be given), `empty-text` (what is said where there is nothing to choose from).
 * Signal `picked (const char *name)`.
 */
#define WA_TYPE_NAME_PICKER (wa_name_picker_get_type ())
G_DECLARE_FINAL_TYPE (WaNamePicker, wa_name_picker, WA, NAME_PICKER, GtkPopover)

void wa_name_picker_set_names (WaNamePicker      *self,
                               GListModel        *names);
void wa_name_picker_set_taken (WaNamePicker      *self,
                               const char *const *taken);

char *wa_name_picker_dup_name (gpointer           item);

G_END_DECLS
