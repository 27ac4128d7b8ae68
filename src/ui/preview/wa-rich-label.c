/* wa-rich-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "ui/preview/wa-rich-label.h"

/* Grey at some strength is seen on light and on dark. */
#define GREY     0x8000
#define TINT     0x5000
#define FAINT    0xb000

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_tint (PangoAttrList *attributes,
             gsize          start,
             gsize          end)
{
  insert (attributes, pango_attr_background_new (GREY, GREY, GREY), start, end);
  insert (attributes, pango_attr_background_alpha_new (TINT), start, end);
}

static void
insert_run (PangoAttrList   *attributes,
            const WaRichRun *run)
{
  if (run->style & WA_RICH_BOLD)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), run->start, run->end);
  if (run->style & WA_RICH_ITALIC)
    insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), run->start, run->end);
  if (run->style & WA_RICH_STRUCK)
    insert (attributes, pango_attr_strikethrough_new (TRUE), run->start, run->end);
  if (run->style & (WA_RICH_MONOSPACE | WA_RICH_CODE))
    insert (attributes, pango_attr_family_new ("monospace"), run->start, run->end);
  if (run->style & (WA_RICH_LINK | WA_RICH_MAIL | WA_RICH_PHONE))
    insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), run->start, run->end);
  if (run->style & (WA_RICH_CODE | WA_RICH_PLACEHOLDER))
    insert_tint (attributes, run->start, run->end);
}

static PangoAttrList *
attributes_of (WaRichText *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const WaRichRun *runs;
  const WaRichLine *lines;
  guint n_runs, n_lines;

  runs = wa_rich_text_get_runs (text, &n_runs);
  for (guint i = 0; i < n_runs; i++)
    insert_run (attributes, &runs[i]);

  lines = wa_rich_text_get_lines (text, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    if (lines[i].kind == WA_RICH_LINE_QUOTE)
      insert (attributes, pango_attr_foreground_alpha_new (FAINT), lines[i].start, lines[i].end);

  return attributes;
}

/**
 * wa_rich_label_set:
 * @text: (nullable): %NULL or an empty one hides the label
 *
 * Shows @text with its styles, by attributes: it is never parsed as markup.
 */
void
wa_rich_label_set (GtkLabel   *label,
                   WaRichText *text)
{
  const char *plain = text != NULL ? wa_rich_text_get_text (text) : "";
  PangoAttrList *attributes = text != NULL ? attributes_of (text) : NULL;

  gtk_label_set_attributes (label, attributes);
  gtk_label_set_text (label, plain);
  gtk_widget_set_visible (GTK_WIDGET (label), !wa_is_empty (plain));
  g_clear_pointer (&attributes, pango_attr_list_unref);
}
