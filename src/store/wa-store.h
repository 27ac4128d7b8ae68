/* wa-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-catalog.h"
#include "model/wa-contact-list.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-product.h"
#include "model/wa-record.h"
#include "model/wa-tag.h"
#include "model/wa-template.h"
#include "store/wa-contact-filter.h"
#include "store/wa-row-list.h"

G_BEGIN_DECLS

/**
 * WaStore:
 *
 * What one account keeps on disk: contacts, lists, tags, attributes, templates, catalogs, products, the
 * outbox, drafts and cursors, in one SQLite file.  It belongs to the main thread; a thread writes, another
 * searches, and the main thread itself only reads pages of rows by their ids.
 *
 * Writes are done in the order in which they were issued, each whole or not at all, and are on the disk
 * when they finish.  A write that is cancelled before it was done is not done and says so; once done, it
 * succeeds.  Failures are %WA_ERROR_STORE (the disk), %WA_ERROR_NOT_FOUND (no such row) or %WA_ERROR_INVALID
 * (refused).
 *
 * Whoever opens a store closes it: its threads hold a reference until wa_store_close().
 *
 * Signals: `contacts-changed` (no arguments) after contacts were added, changed or removed.
 */
#define WA_TYPE_STORE (wa_store_get_type ())
G_DECLARE_FINAL_TYPE (WaStore, wa_store, WA, STORE, GObject)

/* @path: the database file; it is made by opening, for the user's eyes only, and so is its directory */
WaStore    *wa_store_new               (const char           *path);

/* Opens the file, makes it, or brings it up to date.  Any other call before that has finished fails with
 * WA_ERROR_STORE.  After a failure it may be called again. */
void        wa_store_open_async        (WaStore              *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    wa_store_open_finish       (WaStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* Waits for the writes that were issued, gives up searches, closes.  May be called in any state, and again.
 * Calls that come later fail with WA_ERROR_STORE.
 */
void        wa_store_close             (WaStore              *self);

const char *wa_store_get_path          (WaStore              *self);

/* Contacts */

/* A number for a run over all of the system's contacts: greater than any before. */
gint64      wa_store_begin_contact_sync        (WaStore              *self);

/* Adds or updates contacts.  A contact is looked for by its id where it has one, else by its remote id,
 * else by its number among those without another remote id; its row keeps its id.
 * @generation: the sync run that saw them; 0 outside of one
 * @keep: (nullable): properties that an already stored row keeps, such as "tags" where the system has none;
 *   only properties with a column of their own, see wa-store-table.c
 * Finish gives (transfer full) (element-type gint64) the rows' ids, in the order of @contacts.
 */
void        wa_store_save_contacts_async       (WaStore              *self,
                                                GPtrArray            *contacts,
                                                gint64                generation,
                                                const char *const    *keep,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GArray     *wa_store_save_contacts_finish      (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Removes the contacts that a complete run did not see, except local ones and those saved since it began.
 * Finish gives their number, or -1. */
void        wa_store_finish_contact_sync_async (WaStore              *self,
                                                gint64                generation,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gint64      wa_store_finish_contact_sync_finish (WaStore             *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* By the first that is given: @id (0 for none), @remote_id (nullable), @number (nullable).
 * Finish gives (transfer full) the contact, or NULL with WA_ERROR_NOT_FOUND. */
void        wa_store_find_contact_async        (WaStore              *self,
                                                gint64                id,
                                                const char           *remote_id,
                                                const char           *number,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaContact  *wa_store_find_contact_finish       (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Rows that are not there are no failure. */
void        wa_store_delete_contacts_async     (WaStore              *self,
                                                const gint64         *ids,
                                                guint                 n_ids,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean    wa_store_delete_contacts_finish    (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* @filter: (nullable): NULL for all, by name.
 * Finish gives (transfer full) a new list of WaContact. */
void        wa_store_query_contacts_async      (WaStore              *self,
                                                WaContactFilter      *filter,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaRowList  *wa_store_query_contacts_finish     (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Contacts with a number whose name, number or e-mail holds @text, those that begin with it first; for an
 * empty text the last active.  Finish gives (transfer full) (element-type WaContact).
 */
void        wa_store_find_recipients_async     (WaStore              *self,
                                                const char           *text,
                                                guint                 limit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray  *wa_store_find_recipients_finish    (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Finish gives the number of all contacts, or -1. */
void        wa_store_count_contacts_async      (WaStore              *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gint64      wa_store_count_contacts_finish     (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Finish gives (transfer full) the sources that contacts have, sorted. */
void        wa_store_load_sources_async        (WaStore              *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char      **wa_store_load_sources_finish       (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* The smaller tables.  @type is WA_TYPE_CONTACT_LIST, WA_TYPE_TAG, WA_TYPE_ATTRIBUTE, WA_TYPE_TEMPLATE,
 * WA_TYPE_CATALOG or WA_TYPE_PRODUCT.  A record is looked for by its id, else its remote id, else its name
 * (a template also by its language).  Lists, tags and attributes that saved contacts name are added by
 * themselves.
 */

/* (transfer none): the store's own list of all records, by name; WA_TYPE_MESSAGE gives all messages, newest
 * first.  Empty until the store is open, then kept up to date.
 */
WaRowList  *wa_store_get_records               (WaStore              *self,
                                                GType                 type);

/* Adds or updates.  Finish as wa_store_save_contacts_finish(). */
void        wa_store_save_records_async        (WaStore              *self,
                                                GType                 type,
                                                GPtrArray            *records,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GArray     *wa_store_save_records_finish       (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* As saving, and removes all others, except local ones and lists, tags and attributes that contacts name.
 * @catalog_id: (nullable): for products: the remote id of the catalog whose products are replaced
 * Finish as wa_store_save_contacts_finish(). */
void        wa_store_replace_records_async     (WaStore              *self,
                                                GType                 type,
                                                GPtrArray            *records,
                                                const char           *catalog_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GArray     *wa_store_replace_records_finish    (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* A deleted list or tag also goes from the contacts that carry it. */
void        wa_store_delete_record_async       (WaStore              *self,
                                                GType                 type,
                                                gint64                id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean    wa_store_delete_record_finish      (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* The outbox.  The store changes no message by itself: what becomes of those that were `sending` when the
 * program ended is the session's to decide. */

#define WA_STATE_BIT(state) (1u << (state))

/* Writes a message down, with its outgoing's bytes.  Its key must be new, else WA_ERROR_INVALID.  When it
 * has finished, the message survives the loss of power.  Finish gives (transfer full) the store's own
 * object of it.
 */
void        wa_store_add_message_async         (WaStore              *self,
                                                WaMessage            *message,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaMessage  *wa_store_add_message_finish        (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Sets @properties of the message with @values' key to @values' values, if its state is one of @from.
 * @from: WA_STATE_BIT()s
 * @properties: names; only those with a column of their own, see wa-store-table.c
 * Finish fails with WA_ERROR_INVALID and changes nothing where the state is another (of two that take
 * one message, one gets this), with WA_ERROR_NOT_FOUND where there is no such message. */
void        wa_store_update_message_async      (WaStore              *self,
                                                WaMessage            *values,
                                                const char *const    *properties,
                                                guint                 from,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean    wa_store_update_message_finish     (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* The messages in one of the states @states (WA_STATE_BIT()s), oldest first.
 * Finish gives (transfer full) (element-type WaMessage). */
void        wa_store_load_outbox_async         (WaStore              *self,
                                                guint                 states,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray  *wa_store_load_outbox_finish        (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* What is to be sent, with its bytes, which messages in lists lack.  The bytes are forgotten once the
 * message is sent.  Finish gives (transfer full) a new object, or NULL with WA_ERROR_NOT_FOUND.
 */
void        wa_store_load_outgoing_async       (WaStore              *self,
                                                const char           *key,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaOutgoing *wa_store_load_outgoing_finish      (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* By the first that is given: @key, @remote_id.
 * Finish gives (transfer full) the message, or NULL with WA_ERROR_NOT_FOUND. */
void        wa_store_find_message_async        (WaStore              *self,
                                                const char           *key,
                                                const char           *remote_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaMessage  *wa_store_find_message_finish       (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* The messages to one number, newest first.  Finish gives (transfer full) a new list of WaMessage. */
void        wa_store_query_messages_async      (WaStore              *self,
                                                const char           *recipient,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
WaRowList  *wa_store_query_messages_finish     (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

void        wa_store_delete_message_async      (WaStore              *self,
                                                const char           *key,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean    wa_store_delete_message_finish     (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Texts by key, each in an area of their own */

#define WA_STORE_DRAFTS  "draft"
#define WA_STORE_CURSORS "cursor"

/* @text: "" or NULL removes it. */
void        wa_store_save_text_async           (WaStore              *self,
                                                const char           *area,
                                                const char           *key,
                                                const char           *text,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean    wa_store_save_text_finish          (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Finish gives (transfer full) the text as the saves issued before left it: "" where there is none, NULL on
   failure. */
void        wa_store_load_text_async           (WaStore              *self,
                                                const char           *area,
                                                const char           *key,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char       *wa_store_load_text_finish          (WaStore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
