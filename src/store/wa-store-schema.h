/* wa-store-schema.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-sql.h"

G_BEGIN_DECLS

gboolean wa_store_schema_migrate (WaSql              *sql,
                                  GError            **error);
gboolean wa_store_schema_run     (WaSql              *sql,
                                  const char *const  *scripts,
                                  guint               n_scripts,
                                  GError            **error);

G_END_DECLS
