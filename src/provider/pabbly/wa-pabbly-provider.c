/* wa-pabbly-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/pabbly/wa-pabbly-provider.h"

struct _WaPabblyProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaPabblyProvider, wa_pabbly_provider, WA_TYPE_PROVIDER)

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address"),
    .help = N_("Leave it as it is unless Pabbly told you another one."),
    .fallback = "https://chatflow.pabbly.com/api/v1",
    .required = TRUE,
    .advanced = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("API key"),
    .help = N_("In Pabbly Chatflow: Settings, then API & Webhooks."),
    .required = TRUE,
  },
};

static const WaOp test_ops[] = { WA_OP_LIST_TEMPLATES };

static const WaProviderInfo info = {
  .id = "pabbly",
  .name = "Pabbly Chatflow",
  .summary = N_("Contacts, templates, broadcasts and catalogs"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .sends_per_second = 5,
  .reads_per_second = 5,
  .max_pause = 300,
};

static void
wa_pabbly_provider_authorize (WaProvider *provider,
                              WaRequest  *request,
                              const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  wa_request_add_secret_header (request, "Authorization", value);
}

static void
wa_pabbly_provider_class_init (WaPabblyProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->authorize = wa_pabbly_provider_authorize;
}

static void
wa_pabbly_provider_init (WaPabblyProvider *self)
{
}
