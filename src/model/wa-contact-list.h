/* wa-contact-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactList:
 *
 * A named group of contacts.
 *
 * @system: made by the system: shown, never a target
 */
#define WA_TYPE_CONTACT_LIST (wa_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (WaContactList, wa_contact_list, WA, CONTACT_LIST, WaRecord)

WaContactList *wa_contact_list_new (void);
gint64 wa_contact_list_get_id (WaContactList *self);
void wa_contact_list_set_id (WaContactList *self, gint64 value);
const char *wa_contact_list_get_remote_id (WaContactList *self);
void wa_contact_list_set_remote_id (WaContactList *self, const char *value);
const char *wa_contact_list_get_name (WaContactList *self);
void wa_contact_list_set_name (WaContactList *self, const char *value);
gboolean wa_contact_list_get_opt_in (WaContactList *self);
void wa_contact_list_set_opt_in (WaContactList *self, gboolean value);
gboolean wa_contact_list_get_blocked (WaContactList *self);
void wa_contact_list_set_blocked (WaContactList *self, gboolean value);
const char *const *wa_contact_list_get_tags (WaContactList *self);
void wa_contact_list_set_tags (WaContactList *self, const char *const *value);
GListStore *wa_contact_list_get_attributes (WaContactList *self);
gboolean wa_contact_list_get_system (WaContactList *self);
void wa_contact_list_set_system (WaContactList *self, gboolean value);
gboolean wa_contact_list_get_local (WaContactList *self);
void wa_contact_list_set_local (WaContactList *self, gboolean value);
GDateTime *wa_contact_list_get_created (WaContactList *self);
void wa_contact_list_set_created (WaContactList *self, GDateTime *value);

G_END_DECLS
