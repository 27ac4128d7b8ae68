/* fake-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-account-info.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-report.h"
#include "model/wa-media-item.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "model/wa-tag.h"
#include "provider/wa-checks.h"
#include "session/fake-provider.h"

struct _FakeProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (FakeProvider, fake_provider, WA_TYPE_PROVIDER)

static void
add_form (WaProvider *self,
          WaRequest  *request)
{
  if (*wa_provider_get_setting (self, "form") != '\0')
    wa_request_add_query (request, "form", wa_provider_get_setting (self, "form"));
}

static gboolean
build_list (WaProvider  *self,
            GObject     *args,
            WaRequest   *request,
            GError     **error)
{
  wa_request_append_path (request, "tags", NULL);
  wa_request_add_query (request, "cursor", wa_query_get_cursor (WA_QUERY (args)));
  add_form (self, request);

  return TRUE;
}

static GObject *
parse_list (WaProvider    *self,
            GObject       *args,
            const WaJson  *answer,
            GError       **error)
{
  WaJson tags = wa_json_member (answer, "tags");
  WaJson next = wa_json_member (answer, "next");
  WaPage *page;

  if (!wa_json_require (&tags, WA_JSON_LIST, error))
    return NULL;

  page = wa_page_new ();
  for (guint i = 0; i < wa_json_length (&tags); i++)
    {
      WaJson element = wa_json_element (&tags, i);
      g_autoptr(WaTag) tag = wa_tag_new ();

      wa_tag_set_remote_id (tag, wa_json_get_text (&element));
      g_list_store_append (wa_page_get_items (page), tag);
    }
  wa_page_set_next (page, wa_or_empty (wa_json_get_text (&next)));

  return G_OBJECT (page);
}

static gboolean
build_create (WaProvider  *self,
              GObject     *args,
              WaRequest   *request,
              GError     **error)
{
  if (*wa_tag_get_name (WA_TAG (args)) == '\0')
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, "Enter a name.");
      return FALSE;
    }

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "tags", NULL);
  wa_request_add_field (request, "name", wa_tag_get_name (WA_TAG (args)));
  add_form (self, request);

  return TRUE;
}

static GObject *
parse_create (WaProvider    *self,
              GObject       *args,
              const WaJson  *answer,
              GError       **error)
{
  WaJson id = wa_json_member (answer, "id");
  const char *text = wa_json_require_text (&id, error);
  WaTag *tag;

  if (text == NULL)
    return NULL;

  tag = wa_tag_new ();
  wa_tag_set_remote_id (tag, text);

  return G_OBJECT (tag);
}

/* Whether the setting holds the name of a want, and it is not met. */
static gboolean
is_wanted (WaProvider *self,
           const char *want,
           gboolean    met)
{
  g_auto(GStrv) wants = g_strsplit (wa_provider_get_setting (self, "wants"), " ", -1);

  return g_strv_contains ((const char *const *) wants, want) &&
         (!met || g_strv_contains ((const char *const *) wants, "more"));
}

static gboolean
build_send (WaProvider  *self,
            GObject     *args,
            WaRequest   *request,
            GError     **error)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);

  if (is_wanted (self, "file", wa_outgoing_get_bytes (outgoing) != NULL))
    return wa_refuse_wanting (WA_WANTS_FILE, "Attach the file.", error);
  if (is_wanted (self, "upload", !wa_is_empty (wa_outgoing_get_media_id (outgoing))))
    return wa_refuse_wanting (WA_WANTS_UPLOAD, "Upload the file.", error);
  if (is_wanted (self, "contact", !wa_is_empty (wa_outgoing_get_contact_id (outgoing))))
    return wa_refuse_wanting (WA_WANTS_CONTACT, "Create the contact.", error);

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "messages", NULL);
  wa_request_add_field (request, "to", wa_outgoing_get_recipient (outgoing));
  wa_request_add_field (request, "contact", wa_outgoing_get_contact_id (outgoing));
  wa_request_add_field (request, "media", wa_outgoing_get_media_id (outgoing));

  return TRUE;
}

static gboolean
build_upload (WaProvider  *self,
              GObject     *args,
              WaRequest   *request,
              GError     **error)
{
  WaMediaItem *item = WA_MEDIA_ITEM (args);

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "media", NULL);
  wa_request_add_file (request, "file", wa_media_item_get_filename (item), wa_media_item_get_mime_type (item),
                       wa_media_item_get_bytes (item));

  return TRUE;
}

static GObject *
parse_upload (WaProvider    *self,
              GObject       *args,
              const WaJson  *answer,
              GError       **error)
{
  WaJson id = wa_json_member (answer, "id");
  const char *text = wa_json_require_text (&id, error);
  WaMediaItem *item;

  if (text == NULL)
    return NULL;

  item = wa_media_item_new ();
  wa_media_item_set_remote_id (item, text);

  return G_OBJECT (item);
}

static gboolean
build_contacts (WaProvider  *self,
                GObject     *args,
                WaRequest   *request,
                GError     **error)
{
  wa_request_append_path (request, "contacts", NULL);
  wa_request_add_query (request, "number", wa_query_get_number (WA_QUERY (args)));

  return TRUE;
}

/* Numbers and their ids. */
static GObject *
parse_contacts (WaProvider    *self,
                GObject       *args,
                const WaJson  *answer,
                GError       **error)
{
  g_auto(GStrv) numbers = wa_json_dup_names (answer);
  WaPage *page = wa_page_new ();

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      WaJson id = wa_json_member (answer, numbers[i]);
      g_autoptr(WaContact) contact = wa_contact_new ();

      wa_contact_set_number (contact, numbers[i]);
      wa_contact_set_remote_id (contact, wa_json_get_text (&id));
      g_list_store_append (wa_page_get_items (page), contact);
    }

  return G_OBJECT (page);
}

static gboolean
build_create_contact (WaProvider  *self,
                      GObject     *args,
                      WaRequest   *request,
                      GError     **error)
{
  g_autoptr(WaContact) contact =
    g_list_model_get_item (G_LIST_MODEL (wa_contact_batch_get_contacts (WA_CONTACT_BATCH (args))), 0);

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "contacts", NULL);
  wa_request_add_field (request, "number", wa_contact_get_number (contact));
  wa_request_add_field (request, "name", wa_contact_get_name (contact));

  return TRUE;
}

static GObject *
parse_create_contact (WaProvider    *self,
                      GObject       *args,
                      const WaJson  *answer,
                      GError       **error)
{
  g_autoptr(WaContact) contact =
    g_list_model_get_item (G_LIST_MODEL (wa_contact_batch_get_contacts (WA_CONTACT_BATCH (args))), 0);
  g_autoptr(WaContact) created = wa_record_copy (contact);
  WaContactReport *report = wa_contact_report_new ();

  g_list_store_append (wa_contact_report_get_created (report), created);

  return G_OBJECT (report);
}

static GObject *
parse_send (WaProvider    *self,
            GObject       *args,
            const WaJson  *answer,
            GError       **error)
{
  WaJson id = wa_json_member (answer, "id");
  const char *text = wa_json_require_text (&id, error);
  WaMessage *message;

  if (text == NULL)
    return NULL;

  message = wa_message_new ();
  wa_message_set_remote_id (message, text);

  return G_OBJECT (message);
}

static gboolean
build_health (WaProvider  *self,
              GObject     *args,
              WaRequest   *request,
              GError     **error)
{
  wa_request_append_path (request, "health", NULL);

  return TRUE;
}

static GObject *
parse_health (WaProvider    *self,
              GObject       *args,
              const WaJson  *answer,
              GError       **error)
{
  return G_OBJECT (wa_account_info_new ());
}

static const WaOperation operations[] = {
  { WA_OP_LIST_TAGS, "F01", WA_OP_IDEMPOTENT | WA_OP_PAGED, WA_MESSAGE_UNKNOWN, NULL,
    build_list, parse_list, 0 },
  { WA_OP_CREATE_TAG, "F02", WA_OP_PLAIN, WA_MESSAGE_UNKNOWN, NULL, build_create, parse_create, 0 },
  { WA_OP_SEND, "F03", WA_OP_SENDS, WA_MESSAGE_TEXT, NULL, build_send, parse_send, 0 },
  { WA_OP_SEND, "F03", WA_OP_SENDS, WA_MESSAGE_IMAGE, NULL, build_send, parse_send, 0 },
  { WA_OP_GET_HEALTH, "F04", WA_OP_IDEMPOTENT | WA_OP_OPEN, WA_MESSAGE_UNKNOWN, NULL,
    build_health, parse_health, 0 },
  { WA_OP_UPLOAD_MEDIA, "F05", WA_OP_PLAIN, WA_MESSAGE_UNKNOWN, NULL, build_upload, parse_upload, 0 },
  { WA_OP_LIST_CONTACTS, "F06", WA_OP_IDEMPOTENT, WA_MESSAGE_UNKNOWN, NULL, build_contacts, parse_contacts, 0 },
  { WA_OP_CREATE_CONTACTS, "F07", WA_OP_PLAIN, WA_MESSAGE_UNKNOWN, NULL,
    build_create_contact, parse_create_contact, 0 },
};

static const WaOp test_ops[] = { WA_OP_GET_HEALTH, WA_OP_LIST_TAGS };

static const WaProviderInfo info = {
  .id = "fake",
  .name = "Fake",
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .sends_per_second = 10,
  .reads_per_second = 10,
  .max_pause = 300,
};

static void
fake_provider_authorize (WaProvider *self,
                         WaRequest  *request,
                         const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  wa_request_add_secret_header (request, "Authorization", value);
}

static char *
fake_provider_dup_error_text (WaProvider   *self,
                              const WaJson *root)
{
  WaJson error = wa_json_member (root, "error");

  return g_strdup (wa_json_get_text (&error));
}

static gboolean
fake_provider_fall_back (WaProvider        *self,
                         const WaOperation *operation,
                         GObject           *args,
                         const WaAnswer    *answer,
                         const GError      *error)
{
  if (!g_error_matches (error, WA_ERROR, WA_ERROR_REJECTED) || strstr (error->message, "new form") == NULL)
    return FALSE;

  wa_provider_set_setting (self, "form", "new");

  return TRUE;
}

static void
fake_provider_class_init (FakeProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = fake_provider_authorize;
  provider_class->dup_error_text = fake_provider_dup_error_text;
  provider_class->fall_back = fake_provider_fall_back;
}

static void
fake_provider_init (FakeProvider *self)
{
}

WaProvider *
fake_provider_new (const char *address)
{
  WaProvider *self = g_object_new (FAKE_TYPE_PROVIDER, NULL);

  wa_provider_set_setting (self, "base-url", address);

  return self;
}
