/* wa-masking.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "session/wa-masking.h"

/* A server may give back what it got, the key among it, in what it says about a failure or about a success:
 * as it is, or the way it stood in an address. */

#define MASK "***"

/* No key is shorter; masking such a text would spoil others that only look like it. */
#define FEWEST_CHARACTERS 10

/* So much of the beginning is told from other texts where a cut left no more. */
#define TELLING_CHARACTERS 6

static char *
mask (const char *text,
      const char *secret)
{
  GString *masked = g_string_new (NULL);
  gsize telling = MIN (strlen (secret), TELLING_CHARACTERS);

  while (*text != '\0')
    {
      gsize same = 0;

      while (secret[same] != '\0' && text[same] == secret[same])
        same++;
      if (same >= telling)
        g_string_append (masked, MASK);
      else
        g_string_append_c (masked, *text);
      text += same >= telling ? same : 1;
    }

  return g_string_free (masked, FALSE);
}

/**
 * wa_mask_error:
 * @secret: (nullable):
 *
 * Replaces @secret in the text that the user reads, also where a cut left only its beginning.
 */
void
wa_mask_error (GError     *error,
               const char *secret)
{
  g_autofree char *escaped = NULL;
  g_autofree char *plain = NULL;

  if (wa_is_empty (secret))
    return;

  escaped = g_uri_escape_string (secret, NULL, FALSE);
  plain = mask (error->message, secret);
  g_free (error->message);
  error->message = mask (plain, escaped);
}

typedef struct
{
  const char *plain;
  const char *escaped;
} Secret;

/* Returns: (transfer full) (nullable): %NULL where there is nothing to be masked */
static char *
dup_masked (const char   *text,
            const Secret *secret)
{
  GString *masked;

  if (text == NULL || (strstr (text, secret->plain) == NULL && strstr (text, secret->escaped) == NULL))
    return NULL;

  masked = g_string_new (text);
  g_string_replace (masked, secret->plain, MASK, 0);
  g_string_replace (masked, secret->escaped, MASK, 0);

  return g_string_free (masked, FALSE);
}

static void
mask_text (WaRecord      *record,
           const WaField *field,
           const Secret  *secret)
{
  g_autofree char *masked = dup_masked (G_STRUCT_MEMBER (char *, record, field->offset), secret);

  if (masked != NULL)
    wa_record_set_text (record, field, masked);
}

static void
mask_texts (WaRecord      *record,
            const WaField *field,
            const Secret  *secret)
{
  g_auto(GStrv) texts = g_strdupv (G_STRUCT_MEMBER (char **, record, field->offset));
  gboolean found = FALSE;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      char *masked = dup_masked (texts[i], secret);

      if (masked == NULL)
        continue;

      g_free (texts[i]);
      texts[i] = masked;
      found = TRUE;
    }

  if (found)
    wa_record_set_texts (record, field, (const char *const *) texts);
}

static void
mask_record (WaRecord     *record,
             const Secret *secret)
{
  WaRecordClass *klass = WA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const WaField *field = &klass->fields[i];
      GListModel *list;
      WaRecord *inner;

      switch ((int) field->kind)
        {
        case WA_FIELD_TEXT:
          mask_text (record, field, secret);
          break;
        case WA_FIELD_TEXTS:
          mask_texts (record, field, secret);
          break;
        case WA_FIELD_RECORD:
          inner = G_STRUCT_MEMBER (WaRecord *, record, field->offset);
          if (inner != NULL)
            mask_record (inner, secret);
          break;
        case WA_FIELD_RECORDS:
          list = G_STRUCT_MEMBER (GListModel *, record, field->offset);
          for (guint at = 0; at < wa_record_count_records (record, field); at++)
            {
              g_autoptr(WaRecord) item = g_list_model_get_item (list, at);

              mask_record (item, secret);
            }
          break;
        default:
          break;
        }
    }
}

/**
 * wa_mask_record:
 * @secret: (nullable):
 *
 * Replaces @secret in all texts of a record and of those inside it.
 */
void
wa_mask_record (WaRecord   *record,
                const char *secret)
{
  g_autofree char *escaped = NULL;
  Secret both;

  if (secret == NULL || strlen (secret) < FEWEST_CHARACTERS)
    return;

  escaped = g_uri_escape_string (secret, NULL, FALSE);
  both.plain = secret;
  both.escaped = escaped;
  mask_record (record, &both);
}
