/* wa-sandbox-registry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/onemsg/wa-sandbox-onemsg.h"
#include "sandbox/pabbly/wa-sandbox-pabbly.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wabotick/wa-sandbox-wabotick.h"
#include "sandbox/whatomate/wa-sandbox-whatomate.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet.h"

/* A new dialect is one folder and one row here. */
static const WaSandboxDialect *const dialects[] = {
  &wa_sandbox_pabbly,
  &wa_sandbox_onemsg,
  &wa_sandbox_whatsjet,
  &wa_sandbox_wabotick,
  &wa_sandbox_whatomate,
  &wa_sandbox_whatomate_g1,
  &wa_sandbox_whatomate_docs,
};

/**
 * wa_sandbox_find_dialect:
 * @id: a provider's id
 *
 * Returns: (nullable): the dialect
 */
const WaSandboxDialect *
wa_sandbox_find_dialect (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      if (g_strcmp0 (dialects[i]->id, id) == 0)
        return dialects[i];
    }

  return NULL;
}
