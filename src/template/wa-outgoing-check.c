/* wa-outgoing-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "template/wa-outgoing-check.h"
#include "template/wa-template-check.h"
#include "template/wa-value-check.h"

#define KIND(name) (1u << WA_MESSAGE_##name)
#define WITH_FILE (KIND (IMAGE) | KIND (VIDEO) | KIND (AUDIO) | KIND (DOCUMENT) | KIND (STICKER))
#define WITH_CAPTION (KIND (IMAGE) | KIND (VIDEO) | KIND (DOCUMENT))
#define WITH_BODY (KIND (REPLY_BUTTONS) | KIND (LINK_BUTTON) | KIND (PRODUCT) | KIND (PRODUCT_LIST) | \
                   KIND (CATALOG) | KIND (ADDRESS_REQUEST) | KIND (LOCATION_REQUEST))
#define NEEDS_BODY (WITH_BODY & ~KIND (PRODUCT))
#define WITH_FOOTER (KIND (LIST) | KIND (REPLY_BUTTONS) | KIND (LINK_BUTTON) | KIND (PRODUCT) | \
                     KIND (PRODUCT_LIST) | KIND (CATALOG))
#define WITH_HEADER (KIND (LIST) | KIND (REPLY_BUTTONS) | KIND (LINK_BUTTON) | KIND (PRODUCT_LIST))

/* One row for each text that has a limit, or that must be there.  A limit of 0 is none. */
typedef struct
{
  guint         kinds;
  guint         required;
  const char *(*get) (WaOutgoing *outgoing);
  int           limit;
  const char   *name;
} TextRule;

static const TextRule texts[] = {
  { KIND (TEXT), KIND (TEXT), wa_outgoing_get_text, WA_LIMIT_TEXT, N_("Text") },
  { WITH_CAPTION, 0, wa_outgoing_get_caption, WA_LIMIT_CAPTION, N_("Caption") },
  { WITH_BODY, NEEDS_BODY, wa_outgoing_get_text, WA_LIMIT_INTERACTIVE_BODY, N_("Text") },
  { KIND (LIST), KIND (LIST), wa_outgoing_get_text, WA_LIMIT_LIST_BODY, N_("Text") },
  { WITH_HEADER, KIND (PRODUCT_LIST), wa_outgoing_get_header, WA_LIMIT_INTERACTIVE_HEADER, N_("Header") },
  { WITH_FOOTER, 0, wa_outgoing_get_footer, WA_LIMIT_INTERACTIVE_FOOTER, N_("Footer") },
  { KIND (LIST), KIND (LIST), wa_outgoing_get_button_text, WA_LIMIT_LIST_BUTTON, N_("Button") },
  { KIND (LINK_BUTTON), KIND (LINK_BUTTON), wa_outgoing_get_button_text, WA_LIMIT_LINK_BUTTON_LABEL,
    N_("Button") },
  { KIND (LINK_BUTTON), KIND (LINK_BUTTON), wa_outgoing_get_url, WA_LIMIT_URL, N_("Link") },
  { KIND (PRODUCT) | KIND (PRODUCT_LIST), KIND (PRODUCT) | KIND (PRODUCT_LIST), wa_outgoing_get_catalog_id, 0,
    N_("Catalog") },
  { KIND (PRODUCT), KIND (PRODUCT), wa_outgoing_get_product_id, 0, N_("Product") },
  { KIND (REACTION), KIND (REACTION), wa_outgoing_get_quoted_id, 0, N_("Message that is reacted to") },
};

static void
add (GListStore *problems,
     const char *rule,
     WaSeverity  severity,
     const char *message)
{
  wa_template_problems_add (problems, rule, severity, WA_COMPONENT_UNKNOWN, message);
}

static void
check_length (GListStore *problems,
              const char *rule,
              const char *name,
              const char *text,
              int         limit)
{
  g_autofree char *message = NULL;
  int over = g_utf8_strlen (text, -1) - limit;

  if (limit == 0 || (over <= 0 && wa_text_utf16_length (text) <= (gsize) limit))
    return;

  message = over > 0
            ? g_strdup_printf (ngettext ("%s: %d character too long; %d fit.",
                                         "%s: %d characters too long; %d fit.", over), name, over, limit)
            : g_strdup_printf (_("%s: with its emoji it may count as more than %d characters."), name, limit);
  add (problems, rule, over > 0 ? WA_SEVERITY_ERROR : WA_SEVERITY_WARNING, message);
}

static void
check_required (GListStore *problems,
                const char *name,
                const char *text)
{
  g_autofree char *visible = wa_value_repair (text);
  g_autofree char *message = NULL;

  if (visible[0] != '\0')
    return;

  message = g_strdup_printf (_("%s: enter something."), name);
  add (problems, "4", WA_SEVERITY_ERROR, message);
}

static void
check_texts (WaOutgoing *outgoing,
             guint       kind,
             GListStore *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if ((texts[i].required & kind) != 0)
        check_required (problems, _(texts[i].name), texts[i].get (outgoing));
      if ((texts[i].kinds & kind) != 0)
        check_length (problems, "4", _(texts[i].name), texts[i].get (outgoing), texts[i].limit);
    }
}

static void
check_recipient (WaOutgoing *outgoing,
                 guint       kind,
                 GListStore *problems)
{
  const char *number = wa_outgoing_get_recipient (outgoing);
  gsize n = strlen (number);

  /* Some systems know who it is without a number. */
  if (n == 0 && (!wa_is_empty (wa_outgoing_get_chat_id (outgoing)) ||
                 !wa_is_empty (wa_outgoing_get_contact_id (outgoing))))
    return;

  if (n == 0)
    add (problems, "R02", WA_SEVERITY_ERROR, _("Choose who shall receive the message."));
  else if (strspn (number, "0123456789") != n || number[0] == '0' || n < WA_LIMIT_NUMBER_FEWEST_DIGITS ||
           n > WA_LIMIT_NUMBER_DIGITS)
    add (problems, "R02", WA_SEVERITY_ERROR,
         _("The recipient's number is not valid. Enter it with its country code, like +49 1512 3456789."));
  else if (n < WA_LIMIT_NUMBER_USUAL_DIGITS)
    add (problems, "R02", WA_SEVERITY_WARNING,
         _("The recipient's number is unusually short. Check that it has its country code."));
}

static gsize
largest_file (guint kind)
{
  switch (kind)
    {
    case KIND (IMAGE):
      return WA_LIMIT_IMAGE_BYTES;
    case KIND (VIDEO):
      return WA_LIMIT_VIDEO_BYTES;
    case KIND (AUDIO):
      return WA_LIMIT_AUDIO_BYTES;
    case KIND (STICKER):
      return WA_LIMIT_STICKER_ANIMATED_BYTES;
    default:
      return WA_LIMIT_DOCUMENT_BYTES;
    }
}

static void
check_bytes (GBytes     *bytes,
             guint       kind,
             GListStore *problems)
{
  g_autofree char *size = g_format_size_full (largest_file (kind), G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *message = NULL;

  if (g_bytes_get_size (bytes) == 0)
    add (problems, "M06", WA_SEVERITY_ERROR, _("The file is empty. Choose another one."));
  if (g_bytes_get_size (bytes) <= largest_file (kind))
    return;

  message = g_strdup_printf (_("The file is too large. WhatsApp takes up to %s of this kind."), size);
  add (problems, "M06", WA_SEVERITY_ERROR, message);
}

static void
check_link (const char *link,
            guint       kind,
            GListStore *problems)
{
  g_autofree char *message = NULL;

  if (!wa_text_is_https (link))
    {
      add (problems, "M04", WA_SEVERITY_ERROR,
           _("The file's address must be whole and begin with https://."));
      return;
    }

  if (kind == KIND (IMAGE))
    message = wa_media_link_problem (link, WA_PARAMETER_IMAGE);
  else if (kind == KIND (VIDEO))
    message = wa_media_link_problem (link, WA_PARAMETER_VIDEO);

  if (message != NULL)
    add (problems, "M01", WA_SEVERITY_WARNING, message);
}

static void
check_file (WaOutgoing *outgoing,
            guint       kind,
            GListStore *problems)
{
  const char *link = wa_outgoing_get_link (outgoing);
  GBytes *bytes = wa_outgoing_get_bytes (outgoing);

  if ((kind & WITH_FILE) == 0)
    return;

  if (bytes != NULL)
    check_bytes (bytes, kind, problems);
  else if (!wa_is_empty (link))
    check_link (link, kind, problems);
  else if (wa_is_empty (wa_outgoing_get_media_id (outgoing)))
    add (problems, "M04", WA_SEVERITY_ERROR, _("Choose a file, or enter its address."));

  if (strpbrk (wa_outgoing_get_filename (outgoing), "/\\\n\r\t") != NULL)
    add (problems, "4", WA_SEVERITY_ERROR, _("Enter the file's name only, without folders."));
  if (kind == KIND (DOCUMENT) && wa_is_empty (wa_outgoing_get_filename (outgoing)))
    add (problems, "4", WA_SEVERITY_WARNING, _("Without a file name the phone shows a nameless document."));
  if ((kind & WITH_CAPTION) == 0 && !wa_is_empty (wa_outgoing_get_caption (outgoing)))
    add (problems, "4", WA_SEVERITY_WARNING, _("WhatsApp shows no caption with this kind of file."));
}

static void
check_url (WaOutgoing *outgoing,
           guint       kind,
           GListStore *problems)
{
  const char *url = wa_outgoing_get_url (outgoing);

  if (kind == KIND (LINK_BUTTON) && !wa_is_empty (url) && !wa_text_is_https (url))
    add (problems, "4", WA_SEVERITY_ERROR, _("The button's link must be whole and begin with https://."));
}

static void
check_location (WaOutgoing *outgoing,
                guint       kind,
                GListStore *problems)
{
  double latitude = wa_outgoing_get_latitude (outgoing);
  double longitude = wa_outgoing_get_longitude (outgoing);

  if (kind != KIND (LOCATION))
    return;

  if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180))
    add (problems, "4", WA_SEVERITY_ERROR, _("The place is not on earth: check latitude and longitude."));
}

static void
check_unique (GListStore *problems,
              GHashTable *seen,
              const char *title)
{
  if (!wa_is_empty (title) && !g_hash_table_add (seen, g_strdup (title)))
    add (problems, "4", WA_SEVERITY_ERROR, _("Each button and each row needs a title and an id of its own."));
}

static void
check_reply_buttons (WaOutgoing *outgoing,
                     guint       kind,
                     GListStore *problems)
{
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (buttons);

  if (kind != KIND (REPLY_BUTTONS))
    return;

  if (n < 1 || n > WA_LIMIT_REPLY_BUTTONS)
    {
      g_autofree char *message =
        g_strdup_printf (_("Give the message 1 to %d buttons."), WA_LIMIT_REPLY_BUTTONS);

      add (problems, "4", WA_SEVERITY_ERROR, message);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);

      check_required (problems, _("Button"), wa_reply_button_get_title (button));
      check_length (problems, "4", _("Button"), wa_reply_button_get_title (button), WA_LIMIT_REPLY_TITLE);
      check_length (problems, "4", _("Button's id"), wa_reply_button_get_button_id (button),
                    WA_LIMIT_REPLY_ID);
      check_unique (problems, titles, wa_reply_button_get_title (button));
      check_unique (problems, ids, wa_reply_button_get_button_id (button));
    }
}

static void
check_rows (WaSection  *section,
            GHashTable *ids,
            guint      *n_rows,
            GListStore *problems)
{
  GListModel *rows = G_LIST_MODEL (wa_section_get_rows (section));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(WaSectionRow) row = g_list_model_get_item (rows, i);

      check_required (problems, _("Row"), wa_section_row_get_title (row));
      check_length (problems, "4", _("Row"), wa_section_row_get_title (row), WA_LIMIT_LIST_ROW_TITLE);
      check_length (problems, "4", _("Row's id"), wa_section_row_get_row_id (row), WA_LIMIT_LIST_ROW_ID);
      check_length (problems, "4", _("Row's description"), wa_section_row_get_description (row),
                    WA_LIMIT_LIST_ROW_DESCRIPTION);
      check_unique (problems, ids, wa_section_row_get_row_id (row));
      (*n_rows)++;
    }
}

static void
check_sections (WaOutgoing *outgoing,
                guint       kind,
                GListStore *problems)
{
  GListModel *sections = G_LIST_MODEL (wa_outgoing_get_sections (outgoing));
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (sections), n_rows = 0;

  if (kind != KIND (LIST))
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaSection) section = g_list_model_get_item (sections, i);

      if (n > 1)
        check_required (problems, _("Section"), wa_section_get_title (section));
      check_length (problems, "4", _("Section"), wa_section_get_title (section), WA_LIMIT_SECTION_TITLE);
      check_rows (section, ids, &n_rows, problems);
    }

  if (n_rows < 1 || n_rows > WA_LIMIT_LIST_ROWS)
    {
      g_autofree char *message = g_strdup_printf (_("Give the list 1 to %d rows."), WA_LIMIT_LIST_ROWS);

      add (problems, "4", WA_SEVERITY_ERROR, message);
    }
}

static void
check_template (WaOutgoing *outgoing,
                guint       kind,
                GListStore *problems)
{
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  g_autoptr(GListStore) found = NULL;

  if (kind != KIND (TEMPLATE))
    return;

  if (template == NULL)
    {
      add (problems, "T14", WA_SEVERITY_ERROR, _("Choose a template."));
      return;
    }

  found = wa_template_check (template, G_LIST_MODEL (wa_outgoing_get_fields (outgoing)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (G_LIST_MODEL (found), i);

      g_list_store_append (problems, problem);
    }
}

static void
check_kind (WaOutgoing *outgoing,
            guint       kind,
            GListStore *problems)
{
  if (kind == KIND (UNKNOWN) || kind > KIND (LOCATION_REQUEST))
    add (problems, "4", WA_SEVERITY_ERROR, _("Messages of this kind can't be sent."));
}

static void (*const rules[]) (WaOutgoing *, guint, GListStore *) = {
  check_kind,
  check_recipient,
  check_texts,
  check_file,
  check_url,
  check_location,
  check_reply_buttons,
  check_sections,
  check_template,
};

/**
 * wa_outgoing_check:
 *
 * Looks at everything in a message that would make WhatsApp refuse it, whatever its kind.
 *
 * Returns: (transfer full): a list of #WaTemplateProblem
 */
GListStore *
wa_outgoing_check (WaOutgoing *outgoing)
{
  GListStore *problems;

  g_return_val_if_fail (WA_IS_OUTGOING (outgoing), NULL);

  problems = g_list_store_new (WA_TYPE_TEMPLATE_PROBLEM);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i] (outgoing, 1u << wa_outgoing_get_kind (outgoing), problems);

  return problems;
}

/**
 * wa_outgoing_validate:
 *
 * Returns: %TRUE where the message may be sent, or %FALSE with %WA_ERROR_INVALID and the first
 *   thing to mend
 */
gboolean
wa_outgoing_validate (WaOutgoing  *outgoing,
                      GError     **error)
{
  g_autoptr(GListStore) problems = NULL;
  WaTemplateProblem *problem;

  g_return_val_if_fail (WA_IS_OUTGOING (outgoing), FALSE);

  problems = wa_outgoing_check (outgoing);
  problem = wa_template_problems_first_error (G_LIST_MODEL (problems));
  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, wa_template_problem_get_message (problem));

  return FALSE;
}
