/* wa-template-variables.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaVariableFunc:
 * @key: the variable, as `{{1}}` or `{{name}}`
 *
 * Returns: (nullable): what takes its place; %NULL leaves the variable as it is written
 */
typedef const char *(*WaVariableFunc) (const char *key,
                                       gpointer    user_data);

gboolean   wa_template_variables_next  (const char      *text,
                                        gsize            from,
                                        gsize           *start,
                                        gsize           *end,
                                        char           **key);
char     **wa_template_variables_scan  (const char      *text);
char      *wa_template_variables_fill  (const char      *text,
                                        WaVariableFunc   lookup,
                                        gpointer         user_data);

G_END_DECLS
