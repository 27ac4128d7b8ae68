/* wa-writing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of a JSON body.  What holds nothing is not written at all: no null, no "", no []. */

void        wa_write_text       (JsonObject        *object,
                                 const char        *name,
                                 const char        *value);
void        wa_write_texts      (JsonObject        *object,
                                 const char        *name,
                                 const char *const *values);
void        wa_write_time       (JsonObject        *object,
                                 const char        *name,
                                 GDateTime         *value);
void        wa_write_object     (JsonObject        *object,
                                 const char        *name,
                                 JsonObject        *value);
void        wa_write_array      (JsonObject        *object,
                                 const char        *name,
                                 JsonArray         *value);
void        wa_write_map        (JsonObject        *object,
                                 const char        *name,
                                 GListModel        *attributes);
JsonArray  *wa_write_text_array (const char *const *values);

G_END_DECLS
