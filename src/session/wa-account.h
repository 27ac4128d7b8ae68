/* wa-account.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/wa-contact-edit.h"
#include "model/wa-op.h"
#include "model/wa-message-kind.h"
#include "model/wa-template.h"
#include "session/wa-outbox.h"
#include "session/wa-sync.h"
#include "store/wa-contact-filter.h"
#include "store/wa-row-list.h"

G_BEGIN_DECLS

/**
 * WaAccountState:
 * @WA_ACCOUNT_CLOSED: not opened yet
 * @WA_ACCOUNT_OPENING: its store is being opened
 * @WA_ACCOUNT_READY: usable; what is shown may be older than what the system has
 * @WA_ACCOUNT_NEEDS_KEY: readable, but the key is missing or was refused: nothing is sent or refreshed
 *   until it is entered again
 * @WA_ACCOUNT_FAILED: its store can't be opened
 */
typedef enum
{
  WA_ACCOUNT_CLOSED,
  WA_ACCOUNT_OPENING,
  WA_ACCOUNT_READY,
  WA_ACCOUNT_NEEDS_KEY,
  WA_ACCOUNT_FAILED,
} WaAccountState;

GType wa_account_state_get_type (void);
#define WA_TYPE_ACCOUNT_STATE (wa_account_state_get_type ())

/**
 * WaAccount:
 *
 * One account with one system: all that the user interface asks and tells goes through here.  It joins
 * a provider, a client, a store, the outbox and the sync, and shows none of the first two.
 *
 * Properties: `id`, `title`, `system-id`, `system-name`, `demo` (all read-only but `title`), `state`
 * (#WaAccountState), `problem` (text for the user, "" while all is well), `notice` (text such as
 * "Waiting 30 seconds: too many requests", "" mostly).
 *
 * Signal `operations-changed`: wa_account_supports() answers differently now.
 */
#define WA_TYPE_ACCOUNT (wa_account_get_type ())
G_DECLARE_FINAL_TYPE (WaAccount, wa_account, WA, ACCOUNT, GObject)

const char         *wa_account_get_id              (WaAccount            *self);
const char         *wa_account_get_title           (WaAccount            *self);
const char         *wa_account_get_system_id       (WaAccount            *self);
const char         *wa_account_get_system_name     (WaAccount            *self);
gboolean            wa_account_get_demo            (WaAccount            *self);
WaAccountState      wa_account_get_state           (WaAccount            *self);
const char         *wa_account_get_problem         (WaAccount            *self);
const char         *wa_account_get_setting         (WaAccount            *self,
                                                    const char           *key);

void                wa_account_open_async          (WaAccount            *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean            wa_account_open_finish         (WaAccount            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_close               (WaAccount            *self);

gboolean            wa_account_supports            (WaAccount            *self,
                                                    WaOp                  op);
gboolean            wa_account_supports_kind       (WaAccount            *self,
                                                    WaMessageKind         kind);
gboolean            wa_account_check_outgoing      (WaAccount            *self,
                                                    WaOutgoing           *outgoing,
                                                    GError              **error);
gboolean            wa_account_knows_opt_in        (WaAccount            *self,
                                                    WaContact            *contact);
char               *wa_account_dup_reason          (WaAccount            *self,
                                                    WaOp                  op,
                                                    WaMessageKind         kind);

/* What the store holds.  Live: they change as the store does. */
GListModel         *wa_account_get_lists           (WaAccount            *self);
GListModel         *wa_account_get_tags            (WaAccount            *self);
GListModel         *wa_account_get_templates       (WaAccount            *self);
GListModel         *wa_account_get_sources         (WaAccount            *self);
GListModel         *wa_account_get_attribute_names (WaAccount            *self);
WaOutbox           *wa_account_get_outbox          (WaAccount            *self);
WaSync             *wa_account_get_sync            (WaAccount            *self);

void                wa_account_query_contacts_async  (WaAccount          *self,
                                                    WaContactFilter      *filter,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaRowList          *wa_account_query_contacts_finish (WaAccount          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_find_recipients_async (WaAccount          *self,
                                                    const char           *text,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GListModel         *wa_account_find_recipients_finish (WaAccount         *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/* These go to the system first, then to the store; where the system has no such operation, to the store
 * alone.  Only what a system keeps and can't delete is not deleted here either: it would come back. */
void                wa_account_create_contact_async (WaAccount           *self,
                                                    WaContact            *contact,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaContact          *wa_account_create_contact_finish (WaAccount          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_edit_contact_async  (WaAccount            *self,
                                                    WaContactEdit        *edit,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaContact          *wa_account_edit_contact_finish (WaAccount            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_delete_contact_async (WaAccount           *self,
                                                    WaContact            *contact,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean            wa_account_delete_contact_finish (WaAccount          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_refresh_contact_async (WaAccount          *self,
                                                    WaContact            *contact,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaContact          *wa_account_refresh_contact_finish (WaAccount         *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_refresh_template_async (WaAccount         *self,
                                                    WaTemplate           *template,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaTemplate         *wa_account_refresh_template_finish (WaAccount        *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                wa_account_describe_template_async (WaAccount        *self,
                                                    WaTemplate           *template,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaTemplate         *wa_account_describe_template_finish (WaAccount       *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/* Drafts: saved as they are typed, at most every half second; `key` names the form. */
void                wa_account_save_draft          (WaAccount            *self,
                                                    const char           *key,
                                                    WaOutgoing           *draft);
void                wa_account_discard_draft       (WaAccount            *self,
                                                    const char           *key);
void                wa_account_load_draft_async    (WaAccount            *self,
                                                    const char           *key,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
WaOutgoing         *wa_account_load_draft_finish   (WaAccount            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
