/* fuzz.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libFuzzer calls. */
int  LLVMFuzzerInitialize   (int          *argc,
                             char       ***argv);
int  LLVMFuzzerTestOneInput (const guint8 *data,
                             gsize         size);

void fuzz_init              (void);

G_END_DECLS
