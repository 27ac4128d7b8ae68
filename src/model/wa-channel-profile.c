/* wa-channel-profile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-channel-profile.h"

struct _WaChannelProfile
{
  WaRecord parent_instance;

  char       *about;
  char       *address;
  char       *description;
  char       *email;
  char       *number;
  char       *vertical;
  char       *photo_url;
  GBytes     *photo;
  char       *photo_type;
  char       **websites;
  char       **webhook_urls;
  GListStore *flags;
  char       **changed;
};

G_DEFINE_FINAL_TYPE (WaChannelProfile, wa_channel_profile, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaChannelProfile, about, "about", TEXT),
  WA_FIELD (WaChannelProfile, address, "address", TEXT),
  WA_FIELD (WaChannelProfile, description, "description", TEXT),
  WA_FIELD (WaChannelProfile, email, "email", TEXT),
  WA_FIELD (WaChannelProfile, number, "number", TEXT),
  WA_FIELD (WaChannelProfile, vertical, "vertical", TEXT),
  WA_FIELD (WaChannelProfile, photo_url, "photo-url", TEXT),
  WA_FIELD (WaChannelProfile, photo, "photo", BYTES),
  WA_FIELD (WaChannelProfile, photo_type, "photo-type", TEXT),
  WA_FIELD (WaChannelProfile, websites, "websites", TEXTS),
  WA_FIELD (WaChannelProfile, webhook_urls, "webhook-urls", TEXTS),
  WA_FIELD_OF (WaChannelProfile, flags, "flags", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaChannelProfile, changed, "changed", TEXTS),
};

WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, about)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, address)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, description)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, email)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, number)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, vertical)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, photo_url)
WA_RECORD_BYTES (WaChannelProfile, wa_channel_profile, photo)
WA_RECORD_TEXT (WaChannelProfile, wa_channel_profile, photo_type)
WA_RECORD_TEXTS (WaChannelProfile, wa_channel_profile, websites)
WA_RECORD_TEXTS (WaChannelProfile, wa_channel_profile, webhook_urls)
WA_RECORD_RECORDS (WaChannelProfile, wa_channel_profile, flags)
WA_RECORD_TEXTS (WaChannelProfile, wa_channel_profile, changed)

static void
wa_channel_profile_class_init (WaChannelProfileClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_channel_profile_init (WaChannelProfile *self)
{
}

WaChannelProfile *
wa_channel_profile_new (void)
{
  return g_object_new (WA_TYPE_CHANNEL_PROFILE, NULL);
}
