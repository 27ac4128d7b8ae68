/* wa-section-writing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"
#include "provider/wa-section-writing.h"
#include "provider/wa-writing.h"

/* The sections of lists and product lists, which all systems check alike and write nearly alike. */

typedef struct
{
  const WaSectionForm *form;
  gboolean             titled;
  GHashTable          *ids;      /* of the rows so far */
  guint                n_rows;
} Writer;

static JsonObject *
product_object (Writer        *writer,
                WaSectionRow  *row,
                GError       **error)
{
  JsonObject *object;

  if (!wa_check_chosen (wa_section_row_get_product_id (row),
                        _("A row has no product. Choose one, or remove the row."), error))
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, writer->form->product_name, wa_section_row_get_product_id (row));

  return object;
}

/* A row always has an id of its own, so that its answer can be told from others. */
static char *
dup_row_id (Writer        *writer,
            WaSectionRow  *row,
            GError       **error)
{
  const char *given = wa_section_row_get_row_id (row);
  g_autofree char *id = wa_is_empty (given) ? g_strdup_printf ("r%u", writer->n_rows) : g_strdup (given);

  if (!wa_check_length (id, _("Id of a row"), WA_LIMIT_LIST_ROW_ID, error))
    return NULL;

  if (!g_hash_table_add (writer->ids, g_strdup (id)))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("Two rows have the id “%s”. Give each row its own."), id);
      return NULL;
    }

  return g_steal_pointer (&id);
}

static JsonObject *
row_object (Writer        *writer,
            WaSectionRow  *row,
            GError       **error)
{
  g_autofree char *id = NULL;
  JsonObject *object;

  if (!wa_check_text (wa_section_row_get_title (row), _("Title of a row"), WA_LIMIT_LIST_ROW_TITLE, error) ||
      !wa_check_length (wa_section_row_get_description (row), _("Description of a row"),
                        WA_LIMIT_LIST_ROW_DESCRIPTION, error) ||
      (id = dup_row_id (writer, row, error)) == NULL)
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", wa_section_row_get_title (row));
  wa_write_text (object, "description", wa_section_row_get_description (row));

  return object;
}

static gboolean
check_section (Writer     *writer,
               WaSection  *section,
               GError    **error)
{
  const char *title = wa_section_get_title (section);

  if (writer->titled ? !wa_check_text (title, _("Title of a section"), WA_LIMIT_SECTION_TITLE, error)
                     : !wa_check_length (title, _("Title of a section"), WA_LIMIT_SECTION_TITLE, error))
    return FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (wa_section_get_rows (section))) > 0)
    return TRUE;

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The section “%s” is empty. Add a row, or remove the section."), title);

  return FALSE;
}

static JsonObject *
section_object (Writer     *writer,
                WaSection  *section,
                GError    **error)
{
  GListModel *rows = G_LIST_MODEL (wa_section_get_rows (section));
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonArray) array = json_array_new ();

  if (!check_section (writer, section, error))
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(WaSectionRow) row = g_list_model_get_item (rows, i);
      JsonObject *row_json;

      writer->n_rows++;
      row_json = writer->form->product_name != NULL ? product_object (writer, row, error)
                                                    : row_object (writer, row, error);
      if (row_json == NULL)
        return NULL;
      json_array_add_object_element (array, row_json);
    }

  wa_write_text (object, "title", wa_section_get_title (section));
  json_object_set_array_member (object, writer->form->rows_name, g_steal_pointer (&array));

  return g_steal_pointer (&object);
}

/**
 * wa_section_write:
 *
 * Returns: (transfer full): the message's sections, or %NULL with %WA_ERROR_INVALID
 */
JsonArray *
wa_section_write (WaOutgoing           *outgoing,
                  const WaSectionForm  *form,
                  GError              **error)
{
  GListModel *sections = G_LIST_MODEL (wa_outgoing_get_sections (outgoing));
  guint most_sections = form->product_name != NULL ? WA_LIMIT_PRODUCT_SECTIONS : WA_LIMIT_LIST_SECTIONS;
  guint most_rows = form->product_name != NULL ? WA_LIMIT_PRODUCTS : WA_LIMIT_LIST_ROWS;
  guint n = g_list_model_get_n_items (sections);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonArray) array = json_array_new ();
  Writer writer = { form, n > 1 || !form->lone_untitled, ids, 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaSection) section = g_list_model_get_item (sections, i);
      JsonObject *object = section_object (&writer, section, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (array, object);
    }

  if (n == 0 || n > most_sections || writer.n_rows > most_rows)
    {
      /* Translators: the largest number of sections, then of rows */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("There must be 1 to %u sections with at most %u rows in all. Add or remove some."),
                   most_sections, most_rows);
      return NULL;
    }

  return g_steal_pointer (&array);
}
