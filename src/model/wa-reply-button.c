/* wa-reply-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-reply-button.h"

struct _WaReplyButton
{
  WaRecord parent_instance;

  char *button_id;
  char *title;
};

G_DEFINE_FINAL_TYPE (WaReplyButton, wa_reply_button, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaReplyButton, button_id, "button-id", TEXT),
  WA_FIELD (WaReplyButton, title, "title", TEXT),
};

WA_RECORD_TEXT (WaReplyButton, wa_reply_button, button_id)
WA_RECORD_TEXT (WaReplyButton, wa_reply_button, title)

static void
wa_reply_button_class_init (WaReplyButtonClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_reply_button_init (WaReplyButton *self)
{
}

WaReplyButton *
wa_reply_button_new (void)
{
  return g_object_new (WA_TYPE_REPLY_BUTTON, NULL);
}
