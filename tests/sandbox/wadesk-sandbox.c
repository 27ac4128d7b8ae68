/* wadesk-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A demo server in a process of its own.  It prints BASE_URL, KEY and the other settings an account
 * needs, one a line, and then answers until it is told to quit:
 *
 *   GET    /_control/requests          the requests so far, as JSON
 *   DELETE /_control/requests          forgets them
 *   GET    /_control/messages?to=N     how many messages to N (to all, without it) were accepted
 *   POST   /_control/faults?fault=dropped&times=1&value=0&path=/messages
 *   DELETE /_control/faults            no more faults
 *   POST   /_control/advance?seconds=N puts the clock forward
 *   POST   /_control/quit
 */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox.h"

typedef struct
{
  WaSandbox *sandbox;
  GMainLoop *loop;
} Program;

static const char *
get_text (GHashTable *query,
          const char *name)
{
  return query ? g_hash_table_lookup (query, name) : NULL;
}

static guint
get_number (GHashTable *query,
            const char *name)
{
  const char *text = get_text (query, name);

  return text ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
add_request (JsonBuilder            *builder,
             const WaSandboxRequest *request)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, request->method);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, request->path);
  json_builder_set_member_name (builder, "query");
  json_builder_add_string_value (builder, request->query);
  json_builder_set_member_name (builder, "body");
  json_builder_add_string_value (builder, request->body);
  json_builder_set_member_name (builder, "status");
  json_builder_add_int_value (builder, request->status);
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_int_value (builder, request->accepted);
  json_builder_end_object (builder);
}

static void
answer_requests (Program     *program,
                 JsonBuilder *builder)
{
  GPtrArray *requests = wa_sandbox_get_requests (program->sandbox);

  json_builder_set_member_name (builder, "requests");
  json_builder_begin_array (builder);
  for (guint i = 0; i < requests->len; i++)
    add_request (builder, g_ptr_array_index (requests, i));
  json_builder_end_array (builder);
}

static gboolean
control_faults (Program    *program,
                gboolean    clear,
                GHashTable *query)
{
  WaSandboxFault fault = wa_sandbox_fault_from_nick (get_text (query, "fault"));

  if (clear)
    wa_sandbox_clear_faults (program->sandbox);
  else if (fault != WA_SANDBOX_FAULT_NONE)
    wa_sandbox_inject (program->sandbox, fault, get_number (query, "times"), get_number (query, "value"),
                       get_text (query, "path"));
  else
    return FALSE;

  return TRUE;
}

/* Returns whether the command is known. */
static gboolean
control (Program     *program,
         const char  *command,
         GHashTable  *query,
         JsonBuilder *builder)
{
  if (g_str_equal (command, "GET requests"))
    answer_requests (program, builder);
  else if (g_str_equal (command, "DELETE requests"))
    wa_sandbox_clear_requests (program->sandbox);
  else if (g_str_equal (command, "POST faults") || g_str_equal (command, "DELETE faults"))
    return control_faults (program, g_str_has_prefix (command, "DELETE"), query);
  else if (g_str_equal (command, "POST advance"))
    wa_sandbox_advance (program->sandbox, get_number (query, "seconds"));
  else if (g_str_equal (command, "GET messages"))
    {
      guint count = wa_sandbox_count_messages (program->sandbox, get_text (query, "to"));

      json_builder_set_member_name (builder, "count");
      json_builder_add_int_value (builder, count);
    }
  else if (g_str_equal (command, "POST quit"))
    g_main_loop_quit (program->loop);
  else
    return FALSE;

  return TRUE;
}

static void
control_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *command = g_strdup_printf ("%s %s", soup_server_message_get_method (message), name);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;
  gboolean known;

  json_builder_begin_object (builder);
  known = control (user_data, command, query, builder);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  soup_server_message_set_status (message, known ? SOUP_STATUS_OK : SOUP_STATUS_NOT_FOUND, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text, strlen (text));
}

static void
print_settings (WaSandbox *sandbox)
{
  g_autoptr(GHashTable) settings = wa_sandbox_dup_settings (sandbox);
  GHashTableIter iter;
  gpointer name, value;

  g_print ("BASE_URL=%s\n", wa_sandbox_get_base_url (sandbox));
  g_print ("KEY=%s\n", wa_sandbox_get_key (sandbox));
  g_print ("ORIGIN=%s\n", wa_sandbox_get_origin (sandbox));

  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_print ("%s=%s\n", (const char *) name, (const char *) value);

  g_print ("READY=1\n");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *dialect = NULL;
  g_autofree char *key = NULL;
  int port = 0;
  const GOptionEntry entries[] = {
    { "dialect", 'd', 0, G_OPTION_ARG_STRING, &dialect, "The system to be: pabbly, onemsg …", "ID" },
    { "port", 'p', 0, G_OPTION_ARG_INT, &port, "The port, instead of any", "PORT" },
    { "key", 'k', 0, G_OPTION_ARG_STRING, &key, "The key, instead of a random one", "KEY" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(WaSandbox) sandbox = NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;
  Program program;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  if (!wa_sandbox_find_dialect (dialect ? dialect : "pabbly") || port < 0 || port > G_MAXUINT16)
    {
      g_printerr ("There is no such dialect or port\n");
      return 2;
    }

  sandbox = g_object_new (WA_TYPE_SANDBOX, "dialect", dialect ? dialect : "pabbly", "port", port,
                          "key", key, NULL);
  if (!wa_sandbox_start (sandbox, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  program.sandbox = sandbox;
  program.loop = loop;
  soup_server_add_handler (wa_sandbox_get_server (sandbox), "/_control", control_cb, &program, NULL);
  print_settings (sandbox);
  g_main_loop_run (loop);

  return 0;
}
