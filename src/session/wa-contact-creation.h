/* wa-contact-creation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-client.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

void       wa_contact_creation_run_async  (WaClient             *client,
                                           WaStore              *store,
                                           WaContact            *contact,
                                           const char *const    *stated,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
WaContact *wa_contact_creation_run_finish (WaClient             *client,
                                           GAsyncResult         *result,
                                           GError              **error);

void       wa_contact_look_up_async       (WaClient             *client,
                                           const char           *number,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
WaContact *wa_contact_look_up_finish      (WaClient             *client,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
