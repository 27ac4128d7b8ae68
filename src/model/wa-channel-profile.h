/* wa-channel-profile.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaChannelProfile:
 *
 * What a business shows of itself in WhatsApp, and where the system reports events.
 *
 * @flags: further switches, shown as they are
 * @changed: when written: the properties that are
 */
#define WA_TYPE_CHANNEL_PROFILE (wa_channel_profile_get_type ())
G_DECLARE_FINAL_TYPE (WaChannelProfile, wa_channel_profile, WA, CHANNEL_PROFILE, WaRecord)

WaChannelProfile *wa_channel_profile_new (void);
const char *wa_channel_profile_get_about (WaChannelProfile *self);
void wa_channel_profile_set_about (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_address (WaChannelProfile *self);
void wa_channel_profile_set_address (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_description (WaChannelProfile *self);
void wa_channel_profile_set_description (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_email (WaChannelProfile *self);
void wa_channel_profile_set_email (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_number (WaChannelProfile *self);
void wa_channel_profile_set_number (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_vertical (WaChannelProfile *self);
void wa_channel_profile_set_vertical (WaChannelProfile *self, const char *value);
const char *wa_channel_profile_get_photo_url (WaChannelProfile *self);
void wa_channel_profile_set_photo_url (WaChannelProfile *self, const char *value);
GBytes *wa_channel_profile_get_photo (WaChannelProfile *self);
void wa_channel_profile_set_photo (WaChannelProfile *self, GBytes *value);
const char *wa_channel_profile_get_photo_type (WaChannelProfile *self);
void wa_channel_profile_set_photo_type (WaChannelProfile *self, const char *value);
const char *const *wa_channel_profile_get_websites (WaChannelProfile *self);
void wa_channel_profile_set_websites (WaChannelProfile *self, const char *const *value);
const char *const *wa_channel_profile_get_webhook_urls (WaChannelProfile *self);
void wa_channel_profile_set_webhook_urls (WaChannelProfile *self, const char *const *value);
GListStore *wa_channel_profile_get_flags (WaChannelProfile *self);
const char *const *wa_channel_profile_get_changed (WaChannelProfile *self);
void wa_channel_profile_set_changed (WaChannelProfile *self, const char *const *value);

G_END_DECLS
