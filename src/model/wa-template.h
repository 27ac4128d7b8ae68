/* wa-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-parameter-field.h"
#include "model/wa-record.h"
#include "model/wa-template-component.h"

G_BEGIN_DECLS

/**
 * WaTemplate:
 *
 * A message template.
 *
 * @name: Meta's name, the one that is sent
 * @title: the system's own name for it, where it has one
 * @category: upper case
 * @status: upper case; only APPROVED may be sent
 * @shared-name: the account has this name in several languages
 * @named: variables have names
 * @hints: custom fields as the system gave them: key, example and help text
 * @variables: names of the variables in the system's own map, by position: those of the body
 * @header-variables: those of the header
 */
#define WA_TYPE_TEMPLATE (wa_template_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplate, wa_template, WA, TEMPLATE, WaRecord)

WaTemplate *wa_template_new (void);
gint64 wa_template_get_id (WaTemplate *self);
void wa_template_set_id (WaTemplate *self, gint64 value);
const char *wa_template_get_remote_id (WaTemplate *self);
void wa_template_set_remote_id (WaTemplate *self, const char *value);
const char *wa_template_get_meta_id (WaTemplate *self);
void wa_template_set_meta_id (WaTemplate *self, const char *value);
const char *wa_template_get_name (WaTemplate *self);
void wa_template_set_name (WaTemplate *self, const char *value);
const char *wa_template_get_title (WaTemplate *self);
void wa_template_set_title (WaTemplate *self, const char *value);
const char *wa_template_get_namespace (WaTemplate *self);
void wa_template_set_namespace (WaTemplate *self, const char *value);
const char *wa_template_get_language (WaTemplate *self);
void wa_template_set_language (WaTemplate *self, const char *value);
const char *wa_template_get_category (WaTemplate *self);
void wa_template_set_category (WaTemplate *self, const char *value);
const char *wa_template_get_status (WaTemplate *self);
void wa_template_set_status (WaTemplate *self, const char *value);
const char *wa_template_get_kind (WaTemplate *self);
void wa_template_set_kind (WaTemplate *self, const char *value);
const char *wa_template_get_rejected_reason (WaTemplate *self);
void wa_template_set_rejected_reason (WaTemplate *self, const char *value);
const char *wa_template_get_quality (WaTemplate *self);
void wa_template_set_quality (WaTemplate *self, const char *value);
const char *wa_template_get_account_name (WaTemplate *self);
void wa_template_set_account_name (WaTemplate *self, const char *value);
gboolean wa_template_get_local (WaTemplate *self);
void wa_template_set_local (WaTemplate *self, gboolean value);
gboolean wa_template_get_shared_name (WaTemplate *self);
void wa_template_set_shared_name (WaTemplate *self, gboolean value);
gboolean wa_template_get_named (WaTemplate *self);
void wa_template_set_named (WaTemplate *self, gboolean value);
GListStore *wa_template_get_components (WaTemplate *self);
GListStore *wa_template_get_hints (WaTemplate *self);
const char *const *wa_template_get_variables (WaTemplate *self);
void wa_template_set_variables (WaTemplate *self, const char *const *value);
const char *const *wa_template_get_header_variables (WaTemplate *self);
void wa_template_set_header_variables (WaTemplate *self, const char *const *value);
GDateTime *wa_template_get_created (WaTemplate *self);
void wa_template_set_created (WaTemplate *self, GDateTime *value);
GDateTime *wa_template_get_updated (WaTemplate *self);
void wa_template_set_updated (WaTemplate *self, GDateTime *value);
WaTemplateComponent *wa_template_find (WaTemplate *self, WaComponentKind kind);
gboolean wa_template_is_sendable (WaTemplate *self);
gboolean wa_template_is_described (WaTemplate *self);

G_END_DECLS
