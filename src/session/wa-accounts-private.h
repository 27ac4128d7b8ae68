/* wa-accounts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-accounts-file.h"
#include "session/wa-accounts.h"

G_BEGIN_DECLS

/* Shared by wa-accounts.c and wa-accounts-edit.c. */
struct _WaAccounts
{
  GObject parent_instance;

  char           *data_dir;
  WaSecrets      *secrets;    /* (owned) */
  WaAccountsFile *file;       /* (owned) */
  GPtrArray      *accounts;
  GHashTable     *sandboxes;  /* id of a system → WaSandbox that runs */
};

WaAccount *wa_accounts_append_new (WaAccounts *self,
                                   const char *id,
                                   const char *system_id,
                                   const char *title,
                                   GHashTable *settings);
void       wa_accounts_detach     (WaAccounts *self,
                                   WaAccount  *account);

G_END_DECLS
