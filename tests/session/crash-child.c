/* crash-child.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program that test-crash kills, without its windows:
 *
 *   crash-child DATA_DIR ACCOUNT_ID [TEXT…]
 *
 * opens the account, sends each TEXT, prints those that the outbox took, one a line, and ends once
 * nothing waits any more.
 *
 * The disk and the network are where a crash matters.  So each call that puts something on the disk,
 * sends a byte or gets one counts twice, before it is done and after; at the number in CRASH_POINT the
 * program kills itself.  The key is in CRASH_KEY.
 */

#define _GNU_SOURCE

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "session/wa-account-private.h"
#include "session/wa-accounts.h"

static int crash_point;
static int n_points;

static void
pass_point (void)
{
  if (crash_point > 0 && __atomic_add_fetch (&n_points, 1, __ATOMIC_SEQ_CST) == crash_point)
    kill (getpid (), SIGKILL);
}

/* These stand before the C library's own, for the libraries too. */

static int
sync_file (long number,
           int  fd)
{
  int result;

  pass_point ();
  result = (int) syscall (number, fd);
  pass_point ();

  return result;
}

int
fsync (int fd)
{
  return sync_file (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return sync_file (SYS_fdatasync, fd);
}

ssize_t
send (int         fd,
      const void *buffer,
      size_t      length,
      int         flags)
{
  ssize_t result;

  pass_point ();
  result = syscall (SYS_sendto, fd, buffer, length, flags, NULL, 0);
  pass_point ();

  return result;
}

ssize_t
sendmsg (int                  fd,
         const struct msghdr *message,
         int                  flags)
{
  ssize_t result;

  pass_point ();
  result = syscall (SYS_sendmsg, fd, message, flags);
  pass_point ();

  return result;
}

ssize_t
recv (int     fd,
      void   *buffer,
      size_t  length,
      int     flags)
{
  ssize_t result = syscall (SYS_recvfrom, fd, buffer, length, flags, NULL, NULL);

  /* Most calls only find out that there is nothing yet. */
  if (result > 0)
    pass_point ();

  return result;
}

/* The program */

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static WaAccount *
open_account (WaAccounts *accounts,
              const char *id)
{
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  WaAccount *account;

  wa_accounts_load_async (accounts, NULL, done_cb, &loaded);
  if (!wa_accounts_load_finish (accounts, await (&loaded), NULL) ||
      !(account = wa_accounts_find (accounts, id)))
    return NULL;

  g_object_set (wa_account_get_client (account), "patience", 0.001, NULL);
  wa_account_open_async (account, NULL, done_cb, &opened);

  return wa_account_open_finish (account, await (&opened), NULL) ? account : NULL;
}

static gboolean
send_text (WaOutbox   *outbox,
           const char *text)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, "4915112345678");
  wa_outgoing_set_text (outgoing, text);
  wa_outbox_send_async (outbox, outgoing, NULL, done_cb, &result);
  message = wa_outbox_send_finish (outbox, await (&result), NULL);

  return message != NULL && write (STDOUT_FILENO, line, strlen (line)) == (ssize_t) strlen (line);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(WaSecrets) secrets = wa_secrets_new_for_session ();
  g_autoptr(WaAccounts) accounts = NULL;
  WaAccount *account;
  WaOutbox *outbox;

  if (argc < 3)
    return 2;

  crash_point = g_getenv ("CRASH_POINT") != NULL ? atoi (g_getenv ("CRASH_POINT")) : 0;
  wa_secrets_keep_for_session (secrets, argv[2], g_getenv ("CRASH_KEY"));
  accounts = wa_accounts_new (argv[1], secrets);
  account = open_account (accounts, argv[2]);
  if (account == NULL)
    return 3;

  outbox = wa_account_get_outbox (account);
  for (int i = 3; i < argc; i++)
    if (!send_text (outbox, argv[i]))
      return 4;

  while (wa_outbox_get_waiting (outbox) > 0)
    g_main_context_iteration (NULL, TRUE);
  wa_accounts_close (accounts);

  return 0;
}
