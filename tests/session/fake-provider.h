/* fake-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

/**
 * FakeProvider:
 *
 * A system with one operation of each temper: `GET /tags` in pages, `POST /tags` that must not
 * happen twice, `POST /messages` for texts, and `GET /health` without the key.  A 400 that asks for
 * the new form makes it build its requests with `form=new`.
 *
 * Its setting `wants` names what has to be there before a text is sent: "file", "upload", "contact"; with
 * "more" it is never enough.  `POST /media` takes a file, `GET /contacts?number=` tells numbers and their ids,
 * `POST /contacts` creates one without telling its id.
 */
#define FAKE_TYPE_PROVIDER (fake_provider_get_type ())
G_DECLARE_FINAL_TYPE (FakeProvider, fake_provider, FAKE, PROVIDER, WaProvider)

WaProvider *fake_provider_new (const char *address);

G_END_DECLS
