/* wa-value-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "template/wa-link-finder.h"
#include "template/wa-rich-text.h"
#include "template/wa-template-problem.h"
#include "template/wa-value-check.h"

/* Returns (transfer full) what is wrong with the value, for the user; %NULL while nothing is. */
typedef char *(*ValueRuleFunc) (WaParameterField *field,
                                const char       *value);

typedef struct
{
  const char    *id;
  guint          sections;
  WaSeverity     severity;
  ValueRuleFunc  find;
} ValueRule;

#define IN(SECTION) (1u << WA_SECTION_##SECTION)
#define ANYWHERE (~0u)
#define IN_ONE_LINE (IN (HEADER) | IN (BODY) | IN (FILENAME) | IN (LOCATION) | IN (COPY_CODE) | \
                     IN (URL_BUTTON))

static gboolean
is_joiner (gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

/* Takes no place itself, or turns the direction of what stands around it. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/* Joiners make one emoji of several and shape letters of some scripts: only between such characters
 * they mean something. */
static gboolean
is_dropped (const char *value,
            const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (!is_joiner (c))
    return is_invisible (c);

  return at == value || (*g_utf8_prev_char (at) & 0x80) == 0 || (*g_utf8_next_char (at) & 0x80) == 0;
}

/**
 * wa_value_repair:
 * @value: (nullable): a value as it was typed or imported
 *
 * Returns: (transfer full): the value as WhatsApp takes it: each run of white space is one blank,
 *   none stands at the ends, and characters that can't be seen are dropped
 */
char *
wa_value_repair (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (wa_or_empty (value), -1);
  GString *repaired = g_string_sized_new (strlen (valid));
  gboolean space = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_dropped (valid, at))
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (space && repaired->len > 0)
        g_string_append_c (repaired, ' ');
      space = FALSE;
      g_string_append_unichar (repaired, c);
    }

  return g_string_free (repaired, FALSE);
}

/**
 * wa_parameter_field_repair:
 *
 * Repairs the field's value, see wa_value_repair().
 *
 * Returns: whether there was something to repair
 */
gboolean
wa_parameter_field_repair (WaParameterField *field)
{
  g_autofree char *repaired = NULL;

  g_return_val_if_fail (WA_IS_PARAMETER_FIELD (field), FALSE);

  repaired = wa_value_repair (wa_parameter_field_get_value (field));
  if (g_str_equal (repaired, wa_parameter_field_get_value (field)))
    return FALSE;

  wa_parameter_field_set_value (field, repaired);

  return TRUE;
}

/**
 * wa_text_utf16_length:
 *
 * Returns: the length that a system counts for which an emoji is two characters
 */
gsize
wa_text_utf16_length (const char *text)
{
  gsize length = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    length += g_utf8_get_char (at) > 0xFFFF ? 2 : 1;

  return length;
}

/**
 * wa_text_is_https:
 *
 * Returns: whether @text is a whole address that begins with https://
 */
gboolean
wa_text_is_https (const char *text)
{
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https") && !wa_is_empty (g_uri_get_host (uri));
}

/**
 * wa_media_link_problem:
 * @link: an address
 *
 * Returns: (transfer full) (nullable): what tells by the end of @link that WhatsApp won't take the file
 */
char *
wa_media_link_problem (const char      *link,
                       WaParameterKind  kind)
{
  static const char *const pictures = ".jpg .jpeg .png";
  static const char *const videos = ".mp4 .3gp .3gpp";
  static const char *const documents = ".pdf .txt .doc .docx .xls .xlsx .ppt .pptx";
  static const char *const others =
    ".webp .gif .heic .bmp .tiff .svg .mov .avi .mkv .webm .mp3 .ogg .zip .html";
  gboolean picture = wa_link_has_suffix (link, pictures);
  gboolean video = wa_link_has_suffix (link, videos);
  gboolean document = wa_link_has_suffix (link, documents);
  gboolean other = wa_link_has_suffix (link, others);

  if (kind == WA_PARAMETER_IMAGE && (video || document || other))
    return g_strdup (_("WhatsApp takes pictures in JPEG or PNG. Check that the link leads to one."));
  if (kind == WA_PARAMETER_VIDEO && (picture || document || other))
    return g_strdup (_("WhatsApp takes videos in MP4 or 3GP. Check that the link leads to one."));
  if (kind == WA_PARAMETER_DOCUMENT && (picture || video || other))
    return g_strdup (_("The link does not look like a document. Check where it leads."));

  return NULL;
}

static char *
find_empty (WaParameterField *field,
            const char       *value)
{
  g_autofree char *visible = wa_value_repair (value);

  if (!wa_parameter_field_get_required (field) || visible[0] != '\0')
    return NULL;

  return g_strdup (_("Enter a value. WhatsApp refuses messages with empty values."));
}

static char *
find_breaks (WaParameterField *field,
             const char       *value)
{
  static const char *const line_separator = "\342\200\250";
  static const char *const paragraph_separator = "\342\200\251";

  if (strpbrk (value, "\n\r\t") != NULL || strstr (value, line_separator) != NULL ||
      strstr (value, paragraph_separator) != NULL)
    return g_strdup (_("Remove line breaks and tabs. WhatsApp refuses them in values."));

  if (strstr (value, "     ") != NULL)
    return g_strdup_printf (_("Leave no more than %d blanks in a row. WhatsApp refuses more in values."),
                            WA_LIMIT_BLANKS_IN_A_ROW);

  return NULL;
}

static char *
find_invisible (WaParameterField *field,
                const char       *value)
{
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    if (is_dropped (value, at))
      return g_strdup (_("The value has characters that can't be seen. They are better removed."));

  return NULL;
}

static char *
find_too_long (WaParameterField *field,
               const char       *value)
{
  gint64 limit = wa_parameter_field_get_max_length (field);

  if (limit == 0 || g_utf8_strlen (value, -1) <= limit)
    return NULL;

  return g_strdup_printf (_("Shorten the value to %d characters."), (int) limit);
}

static char *
find_not_https (WaParameterField *field,
                const char       *value)
{
  /* A file that was uploaded before is named by its number. */
  if (value[strspn (value, "0123456789")] == '\0' || wa_text_is_https (value))
    return NULL;

  return g_strdup (_("Enter a whole address that begins with https://."));
}

static char *
find_wrong_file (WaParameterField *field,
                 const char       *value)
{
  return wa_media_link_problem (value, wa_parameter_field_get_kind (field));
}

static char *
find_path (WaParameterField *field,
           const char       *value)
{
  if (strpbrk (value, "/\\") == NULL)
    return NULL;

  return g_strdup (_("Enter the file's name only, without folders."));
}

static char *
find_not_alphanumeric (WaParameterField *field,
                       const char       *value)
{
  for (const char *at = value; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return g_strdup (_("Use only letters and digits in the code."));

  return NULL;
}

static char *
find_not_later (WaParameterField *field,
                const char       *value)
{
  g_autoptr(GDateTime) end = wa_parameter_field_dup_time (field);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  if (end == NULL)
    return g_strdup (_("Choose a date and a time."));
  if (g_date_time_compare (end, now) <= 0)
    return g_strdup (_("Choose a time in the future. The offer would be over when it arrives."));

  return NULL;
}

static char *
find_not_on_earth (WaParameterField *field,
                   const char       *value)
{
  double limit = g_str_equal (wa_parameter_field_get_key (field), "latitude") ? 90 : 180;
  char *end = NULL;
  double degrees;

  if (wa_parameter_field_get_kind (field) != WA_PARAMETER_DECIMAL)
    return NULL;

  degrees = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !(degrees >= -limit && degrees <= limit))
    return g_strdup_printf (_("Enter degrees from −%d to %d, with a point: 48.137."),
                            (int) limit, (int) limit);

  return NULL;
}

static char *
find_marks (WaParameterField *field,
            const char       *value)
{
  g_autoptr(WaRichText) rich = NULL;

  if (strpbrk (value, "*_~`") == NULL)
    return NULL;

  rich = wa_rich_text_new (value);
  if (g_str_equal (wa_rich_text_get_text (rich), value))
    return NULL;

  return g_strdup (_("WhatsApp reads *, _, ~ and ` in the value as bold, italic, struck or code."));
}

/* All rules for one value.  A field shows the first error: what is missing comes before what is
 * wrong. */
static const ValueRule rules[] = {
  { "P03", ANYWHERE, WA_SEVERITY_ERROR, find_empty },
  { "P02", IN_ONE_LINE, WA_SEVERITY_ERROR, find_breaks },
  { "P02", IN_ONE_LINE, WA_SEVERITY_WARNING, find_invisible },
  { "P04", ANYWHERE, WA_SEVERITY_ERROR, find_too_long },
  { "M04", IN (MEDIA), WA_SEVERITY_ERROR, find_not_https },
  { "M01", IN (MEDIA), WA_SEVERITY_WARNING, find_wrong_file },
  { "P05", IN (FILENAME), WA_SEVERITY_ERROR, find_path },
  { "P05", IN (COPY_CODE), WA_SEVERITY_ERROR, find_not_alphanumeric },
  { "L05", IN (OFFER_EXPIRY), WA_SEVERITY_ERROR, find_not_later },
  { "P05", IN (LOCATION), WA_SEVERITY_ERROR, find_not_on_earth },
  { "F10", IN (BODY), WA_SEVERITY_WARNING, find_marks },
};

static WaComponentKind
component_of (WaParameterField *field)
{
  switch (wa_parameter_field_get_section (field))
    {
    case WA_SECTION_HEADER:
    case WA_SECTION_MEDIA:
    case WA_SECTION_FILENAME:
    case WA_SECTION_LOCATION:
      return WA_COMPONENT_HEADER;
    case WA_SECTION_BODY:
      return WA_COMPONENT_BODY;
    case WA_SECTION_OFFER_EXPIRY:
      return WA_COMPONENT_LIMITED_TIME_OFFER;
    case WA_SECTION_COPY_CODE:
    case WA_SECTION_URL_BUTTON:
    case WA_SECTION_QUICK_REPLY:
    case WA_SECTION_PRODUCT:
    default:
      return WA_COMPONENT_BUTTONS;
    }
}

/**
 * wa_value_check:
 * @problems: a list of #WaTemplateProblem, to which what is wrong with the value is added
 */
void
wa_value_check (WaParameterField *field,
                GListStore       *problems)
{
  const char *value = wa_parameter_field_get_value (field);
  WaComponentKind component = component_of (field);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *message = NULL;
      WaTemplateProblem *problem;

      /* An empty value can only be missing. */
      if (i > 0 && value[0] == '\0')
        return;

      if ((rules[i].sections & (1u << wa_parameter_field_get_section (field))) == 0 ||
          (message = rules[i].find (field, value)) == NULL)
        continue;

      problem = wa_template_problems_add (problems, rules[i].id, rules[i].severity, component, message);
      wa_template_problem_set_field (problem, field);
      wa_template_problem_set_card (problem, wa_parameter_field_get_card (field));
      if (component == WA_COMPONENT_BUTTONS)
        wa_template_problem_set_button (problem, wa_parameter_field_get_button (field));
    }
}
