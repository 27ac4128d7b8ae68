/* fuzz-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fuzz/fuzz.h"
#include "model/wa-template.h"
#include "provider/wa-meta-template.h"
#include "template/wa-template-check.h"
#include "template/wa-template-form.h"
#include "template/wa-template-preview.h"

/* Any bytes at all as the components of a template in Meta's form, through its form, its rules and its preview.  The
 * template's own texts serve as values too. */

static WaTemplate *
read_template (GBytes *bytes)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new (bytes, NULL);
  g_autoptr(WaTemplate) template = wa_template_new ();
  WaJson root;
  guint n_skipped;

  if (document == NULL)
    return NULL;

  root = wa_json_document_get_root (document);
  if (!wa_mapping_read_items (&wa_meta_component_table, &root, wa_template_get_components (template), &n_skipped, NULL))
    return NULL;

  return g_steal_pointer (&template);
}

static void
check_rich_text (WaRichText *rich)
{
  const char *text = wa_rich_text_get_text (rich);
  gsize length = strlen (text);
  gsize at = 0;
  guint n_runs, n_lines;
  const WaRichRun *runs = wa_rich_text_get_runs (rich, &n_runs);
  const WaRichLine *lines = wa_rich_text_get_lines (rich, &n_lines);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < n_runs; i++)
    {
      g_assert_true (runs[i].start >= at && runs[i].start < runs[i].end && runs[i].end <= length);
      g_assert_true (g_utf8_validate (text + runs[i].start, (gssize) (runs[i].end - runs[i].start), NULL));
      at = runs[i].end;
    }
  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_true (lines[i].start <= lines[i].content && lines[i].content <= lines[i].end && lines[i].end <= length);
      g_assert_true (i == 0 || lines[i].start == lines[i - 1].end + 1);
    }
}

static void
check_preview (WaTemplatePreview *preview)
{
  WaRichText *header = wa_template_preview_get_header_text (preview);
  WaRichText *body = wa_template_preview_get_body (preview);

  if (header != NULL)
    check_rich_text (header);
  if (body != NULL)
    check_rich_text (body);
  for (guint i = 0; i < wa_template_preview_get_n_buttons (preview); i++)
    g_assert_nonnull (wa_template_preview_get_button (preview, i)->label);
  for (guint i = 0; i < wa_template_preview_get_n_cards (preview); i++)
    check_preview (wa_template_preview_get_card (preview, i));
}

static void
look_at (WaTemplate *template,
         GListModel *fields)
{
  g_autoptr(WaTemplatePreview) preview = wa_template_preview_new (template, fields);
  g_autoptr(GListStore) problems = wa_template_check (template, fields);

  check_preview (preview);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (problems)); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);

      g_assert_cmpstr (wa_template_problem_get_message (problem), !=, "");
    }
}

/* Values as strange as the template itself. */
static void
fill (WaTemplate *template,
      GListModel *fields)
{
  WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);
  const char *text = body != NULL ? wa_template_component_get_text (body) : "*{{1}}*";

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);

      wa_parameter_field_set_value (field, i % 2 == 0 ? text : wa_parameter_field_get_example (field));
    }
}

/* What the form made of the values is a message that a form can be filled with again. */
static void
check_outgoing (WaTemplateForm *form)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_autoptr(WaTemplateForm) other = wa_template_form_new (wa_template_form_get_template (form));
  g_autoptr(WaTemplatePreview) preview = NULL;

  wa_template_form_fill (form, outgoing);
  wa_template_form_read (other, outgoing);
  g_assert_true (wa_template_form_get_valid (form) == wa_template_form_get_valid (other));

  preview = wa_template_preview_new_outgoing (outgoing);
  check_preview (preview);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_init ();

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(WaTemplate) template = read_template (bytes);
  g_autoptr(WaTemplateForm) form = NULL;

  if (template == NULL)
    return -1;

  form = wa_template_form_new (template);
  look_at (template, G_LIST_MODEL (form));
  fill (template, G_LIST_MODEL (form));
  wa_template_form_validate (form);
  look_at (template, G_LIST_MODEL (form));
  check_outgoing (form);

  return 0;
}
