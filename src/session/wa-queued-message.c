/* wa-queued-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-queued-message.h"
#include "template/wa-template-preview.h"

/* What the history shows of it, as the customer reads it. */
static void
describe (WaMessage  *message,
          WaOutgoing *outgoing)
{
  g_autoptr(WaTemplatePreview) preview = wa_template_preview_new_outgoing (outgoing);
  WaRichText *body = wa_template_preview_get_body (preview);
  WaTemplate *template = wa_outgoing_get_template (outgoing);

  wa_message_set_text (message, body != NULL ? wa_rich_text_get_text (body) : "");
  wa_message_set_caption (message, wa_outgoing_get_caption (outgoing));
  wa_message_set_link (message, wa_outgoing_get_link (outgoing));
  wa_message_set_filename (message, wa_outgoing_get_filename (outgoing));
  wa_message_set_mime_type (message, wa_outgoing_get_mime_type (outgoing));
  if (template != NULL)
    wa_message_set_template_name (message, wa_template_get_name (template));
}

/**
 * wa_queued_message_new:
 * @outgoing: what is to be sent; it is copied
 *
 * Returns: (transfer full): a message for the outbox, with a new key of its own
 */
WaMessage *
wa_queued_message_new (WaOutgoing *outgoing)
{
  g_autoptr(WaOutgoing) copy = wa_record_copy (outgoing);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *key = g_uuid_string_random ();
  WaMessage *message = wa_message_new ();

  wa_message_set_key (message, key);
  wa_message_set_recipient (message, wa_outgoing_get_recipient (outgoing));
  wa_message_set_recipient_name (message, wa_outgoing_get_recipient_name (outgoing));
  wa_message_set_contact_id (message, wa_outgoing_get_contact_id (outgoing));
  wa_message_set_chat_id (message, wa_outgoing_get_chat_id (outgoing));
  wa_message_set_quoted_id (message, wa_outgoing_get_quoted_id (outgoing));
  wa_message_set_kind (message, wa_outgoing_get_kind (outgoing));
  wa_message_set_state (message, WA_STATE_QUEUED);
  wa_message_set_state_time (message, now);
  wa_message_set_timestamp (message, now);
  wa_message_set_outgoing (message, copy);
  describe (message, outgoing);

  return message;
}
