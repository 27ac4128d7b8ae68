/* wa-system.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "session/wa-system-setting.h"

G_BEGIN_DECLS

/**
 * WaSystem:
 *
 * A system that WaDesk can work with, as the account dialog shows it: its name, what it is good for,
 * and what it asks for.  Properties: `id`, `name`, `summary`, `settings` (a #GListModel of #WaSystemSetting).
 */
#define WA_TYPE_SYSTEM (wa_system_get_type ())
G_DECLARE_FINAL_TYPE (WaSystem, wa_system, WA, SYSTEM, GObject)

GListModel        *wa_systems_new                (void);
WaSystem          *wa_systems_find               (const char      *id);

const char        *wa_system_get_id              (WaSystem        *self);
const char        *wa_system_get_name            (WaSystem        *self);
const char        *wa_system_get_summary         (WaSystem        *self);
GListModel        *wa_system_get_settings        (WaSystem        *self);

G_END_DECLS
