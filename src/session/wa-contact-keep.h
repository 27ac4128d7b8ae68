/* wa-contact-keep.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

const char *const *wa_contact_get_kept        (WaProvider           *provider);
gboolean           wa_contact_is_told         (WaProvider           *provider,
                                               const char           *property);
void               wa_contact_complete        (WaContact            *answer,
                                               WaContact            *known,
                                               WaProvider           *provider);
void               wa_contact_keep_async      (WaStore              *store,
                                               WaContact            *contact,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
WaContact         *wa_contact_keep_finish     (WaStore              *store,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
