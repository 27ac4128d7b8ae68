/* wa-checks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* What builders refuse before anything is sent: %WA_ERROR_INVALID with a sentence that says what to do. */

char     *wa_check_number  (const char  *text,
                            GError     **error);
gboolean  wa_check_text    (const char  *value,
                            const char  *title,
                            guint        max_characters,
                            GError     **error);
gboolean  wa_check_length  (const char  *value,
                            const char  *title,
                            guint        max_characters,
                            GError     **error);
gboolean  wa_check_link    (const char  *link,
                            GError     **error);
gboolean  wa_check_target  (const char  *url,
                            GError     **error);
gboolean  wa_check_filename (const char *filename,
                             GError    **error);
gboolean  wa_check_chosen  (const char  *value,
                            const char  *problem,
                            GError     **error);
gboolean  wa_check_template_name (const char *name,
                             GError    **error);
gboolean  wa_check_id      (const char  *id,
                            GError     **error);
gboolean  wa_check_page    (const char  *cursor,
                            guint       *page,
                            GError     **error);
gboolean  wa_refuse_wanting (WaWant      want,
                             const char  *text,
                             GError     **error);
char     *wa_dup_bare_key  (const char  *key);
char     *wa_dup_link_filename (const char *link);

G_END_DECLS
