/* wa-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaAnswer:
 *
 * What came back for a request, as a value: a status, a body, and the few headers that matter here.
 */
typedef struct _WaAnswer WaAnswer;

#define WA_TYPE_ANSWER (wa_answer_get_type ())
GType       wa_answer_get_type         (void);

WaAnswer   *wa_answer_new              (guint           status,
                                        const char     *reason,
                                        GBytes         *body);
WaAnswer   *wa_answer_ref              (WaAnswer       *self);
void        wa_answer_unref            (WaAnswer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaAnswer, wa_answer_unref)

guint       wa_answer_get_status       (const WaAnswer *self);
const char *wa_answer_get_reason       (const WaAnswer *self);
GBytes     *wa_answer_get_body         (const WaAnswer *self);
void        wa_answer_set_content_type (WaAnswer       *self,
                                        const char     *content_type);
const char *wa_answer_get_content_type (const WaAnswer *self);
void        wa_answer_set_location     (WaAnswer       *self,
                                        const char     *location);
const char *wa_answer_get_location     (const WaAnswer *self);
void        wa_answer_set_filename     (WaAnswer       *self,
                                        const char     *filename);
const char *wa_answer_get_filename     (const WaAnswer *self);
void        wa_answer_set_retry_after  (WaAnswer       *self,
                                        int             seconds);
int         wa_answer_get_retry_after  (const WaAnswer *self);

G_END_DECLS
