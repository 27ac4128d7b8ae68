/* session-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox.h"
#include "session/wa-account-private.h"
#include "session/wa-accounts.h"

G_BEGIN_DECLS

/* Accounts in a folder of their own, and a demo server whose faults the test orders.  `account` is an
 * account with that server, opened; its client waits a hundredth of the time that it would wait for
 * others.  The data of a test is the server's dialect, such as "whatomate-g1", or %NULL for Pabbly's. */
typedef struct
{
  char       *dir;
  WaSandbox  *sandbox;
  WaSecrets  *secrets;
  WaAccounts *accounts;
  WaAccount  *account;
} SessionFixture;

void          session_fixture_set_up    (SessionFixture       *self,
                                         gconstpointer         data);
void          session_fixture_tear_down (SessionFixture       *self,
                                         gconstpointer         data);
void          session_fixture_reopen    (SessionFixture       *self);
GHashTable   *session_fixture_settings  (SessionFixture       *self);

#define SESSION_TEST(path, function) SESSION_TEST_OF (path, NULL, function)
#define SESSION_TEST_OF(path, dialect, function) \
  g_test_add (path, SessionFixture, dialect, session_fixture_set_up, function, session_fixture_tear_down)

/* A GAsyncReadyCallback that puts its result where @user_data points to, and what waits for it. */
void          session_done_cb           (GObject              *object,
                                         GAsyncResult         *result,
                                         gpointer              user_data);
GAsyncResult *session_await             (GAsyncResult        **place);

/* Runs the main loop until that is so; a test that waits in vain fails. */
#define session_wait_for(condition) \
  G_STMT_START { \
    gint64 session_end_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    guint session_tick_ = g_timeout_add (20, session_tick_cb, NULL); \
    while (!(condition) && g_get_monotonic_time () < session_end_) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (session_tick_); \
    g_assert_true (condition); \
  } G_STMT_END

gboolean      session_tick_cb           (gpointer              user_data);

WaAccount    *session_add_of            (WaAccounts           *accounts,
                                         const char           *system_id,
                                         GHashTable           *settings);
WaAccount    *session_add               (WaAccounts           *accounts,
                                         GHashTable           *settings);
void          session_open              (WaAccount            *account);
void          session_sync              (WaAccount            *account);
WaMessage    *session_send_text         (WaAccount            *account,
                                         const char           *recipient,
                                         const char           *text);
WaOutgoing   *session_new_text          (const char           *recipient,
                                         const char           *text);
WaContact    *session_find_contact      (WaAccount            *account,
                                         const char           *number);
guint         session_count_contacts    (WaAccount            *account);
void          session_remove_dir        (const char           *path);

G_END_DECLS
