/* wa-contact-change.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact-edit.h"
#include "session/wa-client.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

void       wa_contact_change_run_async  (WaClient             *client,
                                         WaStore              *store,
                                         WaContact            *known,
                                         WaContactEdit        *edit,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
WaContact *wa_contact_change_run_finish (WaClient             *client,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
