/* wa-wabotick-assignments.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-assignment.h"
#include "provider/wa-writing.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* What a contact is given or relieved of.  Unknown ids are taken without a word, they must come
 * from the lists. */

static gboolean
start (WaProvider    *provider,
       WaRequest     *request,
       const char    *path,
       WaAssignment  *assignment,
       GError       **error)
{
  return wa_wabotick_start_chat (provider, request, path, wa_assignment_get_number (assignment), error);
}

/* A row of ids; where one counts, it is the only one. */
static gboolean
add_ids (WaRequest     *request,
         const char    *name,
         WaAssignment  *assignment,
         const char    *problem,
         GError       **error)
{
  g_autofree char *ids = wa_wabotick_join_ids (wa_assignment_get_target_ids (assignment), problem, error);

  if (ids == NULL)
    return FALSE;

  wa_request_add_field (request, name, ids);

  return TRUE;
}

static gboolean
add_id (WaRequest     *request,
        const char    *name,
        WaAssignment  *assignment,
        const char    *problem,
        GError       **error)
{
  if (g_strv_length ((char **) wa_assignment_get_target_ids (assignment)) == 1)
    return add_ids (request, name, assignment, problem, error);

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, problem);

  return FALSE;
}

/* Nobody is described as a member: to take a conversation from its member is not possible. */
WA_WABOTICK_BUILD (assign_member)
{
  WaAssignment *assignment = WA_ASSIGNMENT (args);

  if (!start (provider, request, "whatsapp/subscriber/chat/assign-to-team-member", assignment, error))
    return FALSE;

  wa_wabotick_use_teams (provider, request);

  return add_id (request, "team_member_id", assignment,
                 _("Choose one member of the team. Refresh the members if there is none."), error);
}

WA_WABOTICK_BUILD (set_attributes)
{
  WaAssignment *assignment = WA_ASSIGNMENT (args);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *text = NULL;
  WaJson fields;

  if (!start (provider, request, "whatsapp/subscriber/chat/assign-custom-fields", assignment, error))
    return FALSE;

  wa_write_map (object, "custom_fields", G_LIST_MODEL (wa_assignment_get_attributes (assignment)));
  fields = wa_json_from_node (json_object_get_member (object, "custom_fields"));
  text = wa_json_to_text (&fields);
  if (text == NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("There is no value to be set. A custom field can’t be emptied; enter a value."));
      return FALSE;
    }

  wa_request_add_field (request, "custom_fields", text);

  return TRUE;
}

WA_WABOTICK_BUILD (add_tags)
{
  return start (provider, request, "whatsapp/subscriber/chat/assign-labels", WA_ASSIGNMENT (args), error) &&
         add_ids (request, "label_ids", WA_ASSIGNMENT (args),
                  _("Choose tags that Wabotick knows. Refresh the tags if one is new."), error);
}

WA_WABOTICK_BUILD (remove_tags)
{
  return start (provider, request, "whatsapp/subscriber/chat/remove-labels", WA_ASSIGNMENT (args), error) &&
         add_ids (request, "label_ids", WA_ASSIGNMENT (args),
                  _("Choose tags that Wabotick knows. Refresh the tags if one is new."), error);
}

WA_WABOTICK_BUILD (add_sequences)
{
  return start (provider, request, "whatsapp/subscriber/chat/assign-sequence", WA_ASSIGNMENT (args), error) &&
         add_ids (request, "sequence_ids", WA_ASSIGNMENT (args), _("Choose sequences."), error);
}

WA_WABOTICK_BUILD (remove_sequences)
{
  return start (provider, request, "whatsapp/subscriber/chat/remove-sequence", WA_ASSIGNMENT (args), error) &&
         add_ids (request, "sequence_ids", WA_ASSIGNMENT (args), _("Choose sequences."), error);
}

WA_WABOTICK_BUILD (trigger_flow)
{
  return start (provider, request, "whatsapp/trigger-bot", WA_ASSIGNMENT (args), error) &&
         add_id (request, "bot_flow_unique_id", WA_ASSIGNMENT (args), _("Choose one bot flow."), error);
}

WA_WABOTICK_BUILD (reset_flow)
{
  return start (provider, request, "whatsapp/subscriber/reset/user-input-flow", WA_ASSIGNMENT (args), error);
}

WA_WABOTICK_BUILD (mark_conversation)
{
  static const char *const actions[] = {
    "resolved", "reopen", "archived", "unarchived", "blocked", "unblocked", NULL
  };
  const char *action = wa_assignment_get_action (WA_ASSIGNMENT (args));

  if (!g_strv_contains (actions, action))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("Wabotick can’t mark a conversation as “%s”. "
                     "Resolve, reopen, archive, unarchive, block or unblock it."), action);
      return FALSE;
    }

  if (!start (provider, request, "whatsapp/subscriber/chat/mark-conversation", WA_ASSIGNMENT (args), error))
    return FALSE;

  wa_request_add_field (request, "action", action);

  return TRUE;
}
