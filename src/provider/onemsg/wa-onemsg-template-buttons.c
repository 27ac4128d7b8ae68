/* wa-onemsg-template-buttons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "template/wa-template-variables.h"

/* The buttons of a template that is submitted for review. */

/* The word that Meta has for one of our choices. */
char *
wa_onemsg_dup_word (GType type,
                    int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_strdelimit (g_ascii_strup (g_enum_get_value (klass, value)->value_nick, -1), "-", '_');
}

/* Only the end of an address may vary, and its sample is the whole of it. */
static gboolean
write_link (JsonObject        *object,
            WaTemplateButton  *button,
            GError           **error)
{
  const char *url = wa_template_button_get_url (button);
  const char *const *samples = wa_template_button_get_examples (button);
  g_auto(GStrv) keys = wa_template_variables_scan (url);
  guint n = g_strv_length (keys);

  if (!wa_check_text (url, _("Address of the button"), WA_LIMIT_URL, error))
    return FALSE;
  if (n > 1 || (n == 1 && !g_str_has_suffix (url, "{{1}}")))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The button’s address may have one variable, at its end. Write {{1}} there."));
  if (n == 1 && g_strv_length ((char **) samples) != 1)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The button’s address has a variable. "
                               "Enter a complete address as its sample."));

  json_object_set_string_member (object, "url", url);
  if (n == 1)
    wa_write_texts (object, "example", samples);

  return TRUE;
}

static gboolean
write_number (JsonObject        *object,
              WaTemplateButton  *button,
              GError           **error)
{
  const char *number = wa_template_button_get_phone_number (button);

  if (!wa_check_text (number, _("Number of the button"), WA_LIMIT_PHONE_BUTTON_NUMBER, error))
    return FALSE;

  json_object_set_string_member (object, "phone_number", number);

  return TRUE;
}

/* The sample of a code is a bare text. */
static gboolean
write_code (JsonObject        *object,
            WaTemplateButton  *button,
            GError           **error)
{
  const char *sample = wa_template_button_get_examples (button)[0];

  if (!wa_check_text (sample, _("Sample of the code"), WA_LIMIT_CODE, error))
    return FALSE;

  json_object_set_string_member (object, "example", sample);

  return TRUE;
}

static gboolean
write_button (JsonObject        *object,
              WaTemplateButton  *button,
              GError           **error)
{
  const char *label = wa_template_button_get_text (button);

  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_QUICK_REPLY:
    case WA_BUTTON_CATALOG:
      return TRUE;
    case WA_BUTTON_URL:
      return write_link (object, button, error);
    case WA_BUTTON_PHONE_NUMBER:
      return write_number (object, button, error);
    case WA_BUTTON_COPY_CODE:
      return write_code (object, button, error);
    default:
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("1msg takes no templates with a button like “%s”. "
                     "Use links, phone numbers, quick replies, "
                     "a code or a catalog."), label);
      return FALSE;
    }
}

static JsonObject *
button_object (WaTemplateButton  *button,
               GError           **error)
{
  WaButtonKind kind = wa_template_button_get_kind (button);
  const char *label = wa_template_button_get_text (button);
  g_autofree char *word = wa_onemsg_dup_word (WA_TYPE_BUTTON_KIND, (int) kind);
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "type", word);
  if (!write_button (object, button, error) ||
      (kind != WA_BUTTON_COPY_CODE && !wa_check_text (label, _("Button"), WA_LIMIT_BUTTON_LABEL, error)))
    return NULL;
  if (kind != WA_BUTTON_COPY_CODE)
    json_object_set_string_member (object, "text", label);

  return g_steal_pointer (&object);
}

/* Meta limits some kinds, and wants the quick replies side by side. */
static gboolean
check_buttons (GListModel  *buttons,
               guint        most,
               GError     **error)
{
  guint n = g_list_model_get_n_items (buttons);
  guint n_of[WA_BUTTON_ORDER_DETAILS + 1] = { 0 };
  guint n_runs = 0;
  gboolean in_run = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);
      WaButtonKind kind = wa_template_button_get_kind (button);

      n_of[kind]++;
      n_runs += kind == WA_BUTTON_QUICK_REPLY && !in_run ? 1 : 0;
      in_run = kind == WA_BUTTON_QUICK_REPLY;
    }

  if (n_runs > 1)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("The quick replies must stand together. Move them."));

  return (n > 0 && n <= most && n_of[WA_BUTTON_URL] <= WA_LIMIT_URL_BUTTONS &&
          n_of[WA_BUTTON_PHONE_NUMBER] <= WA_LIMIT_PHONE_BUTTONS &&
          n_of[WA_BUTTON_COPY_CODE] <= WA_LIMIT_COPY_CODE_BUTTONS && n_of[WA_BUTTON_CATALOG] <= 1) ||
         wa_onemsg_refuse (error, WA_ERROR_INVALID,
                           _("There are too many buttons of a kind, or none. WhatsApp takes two links, "
                             "one phone number, one code and one catalog."));
}

gboolean
wa_onemsg_write_buttons (JsonObject           *object,
                         WaTemplateComponent  *component,
                         guint                 most,
                         GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(JsonArray) array = json_array_new ();

  if (!check_buttons (buttons, most, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);
      JsonObject *button_json = button_object (button, error);

      if (button_json == NULL)
        return FALSE;
      json_array_add_object_element (array, button_json);
    }
  json_object_set_array_member (object, "buttons", g_steal_pointer (&array));

  return TRUE;
}

/* Of a template for one-time codes. */
gboolean
wa_onemsg_write_code_button (JsonObject           *object,
                             WaTemplateComponent  *component,
                             GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, 0);
  const char *type = button != NULL ? wa_template_button_get_otp_type (button) : "";
  JsonArray *array;
  JsonObject *written;

  if (g_list_model_get_n_items (buttons) != 1 || wa_template_button_get_kind (button) != WA_BUTTON_OTP)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("A template for codes has one button, which copies the code. "
                               "Remove the others."));
  if (!wa_is_empty (type) && !g_str_equal (type, "COPY_CODE"))
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("1msg takes no buttons that fill in the code. Use one that copies it."));
  if (!wa_check_text (wa_template_button_get_text (button), _("Button"), WA_LIMIT_BUTTON_LABEL, error))
    return FALSE;

  written = json_object_new ();
  json_object_set_string_member (written, "type", "OTP");
  json_object_set_string_member (written, "otp_type", "COPY_CODE");
  json_object_set_string_member (written, "text", wa_template_button_get_text (button));
  array = json_array_new ();
  json_array_add_object_element (array, written);
  json_object_set_array_member (object, "buttons", array);

  return TRUE;
}
