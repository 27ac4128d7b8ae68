/* wa-rich-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaRichStyle:
 * @WA_RICH_MONOSPACE: a block between three grave accents
 * @WA_RICH_CODE: between single grave accents
 * @WA_RICH_PLACEHOLDER: a value that is not there yet
 */
typedef enum /*< flags >*/
{
  WA_RICH_NONE        = 0,
  WA_RICH_BOLD        = 1 << 0,
  WA_RICH_ITALIC      = 1 << 1,
  WA_RICH_STRUCK      = 1 << 2,
  WA_RICH_MONOSPACE   = 1 << 3,
  WA_RICH_CODE        = 1 << 4,
  WA_RICH_LINK        = 1 << 5,
  WA_RICH_MAIL        = 1 << 6,
  WA_RICH_PHONE       = 1 << 7,
  WA_RICH_PLACEHOLDER = 1 << 8,
} WaRichStyle;

typedef enum
{
  WA_RICH_LINE_PLAIN,
  WA_RICH_LINE_BULLET,
  WA_RICH_LINE_NUMBER,
  WA_RICH_LINE_QUOTE,
} WaRichLineKind;

/**
 * WaRichRun:
 * @start: offset of the first byte
 * @end: offset after the last byte
 * @style: what it looks like; never %WA_RICH_NONE
 */
typedef struct
{
  gsize       start;
  gsize       end;
  WaRichStyle style;
} WaRichRun;

/**
 * WaRichLine:
 * @start: offset of the line
 * @content: offset after the bullet or the number
 * @end: offset of the line's end, before the line break
 * @kind: what the line is
 */
typedef struct
{
  gsize          start;
  gsize          content;
  gsize          end;
  WaRichLineKind kind;
} WaRichLine;

/**
 * WaRichText:
 *
 * A text as WhatsApp shows it: without its marks, with runs of style and kinds of lines.  A value
 * that never changes; whoever draws it makes attributes of it, never markup.  Bullets and numbers
 * are part of the text.
 */
typedef struct _WaRichText WaRichText;

#define WA_TYPE_RICH_TEXT (wa_rich_text_get_type ())

GType             wa_rich_text_get_type  (void);
WaRichText       *wa_rich_text_new       (const char       *text);
WaRichText       *wa_rich_text_new_full  (const char       *text,
                                          const WaRichRun  *placeholders,
                                          guint             n_placeholders,
                                          gboolean          formatted);
WaRichText       *wa_rich_text_ref       (WaRichText       *self);
void              wa_rich_text_unref     (WaRichText       *self);
const char       *wa_rich_text_get_text  (WaRichText       *self);
const WaRichRun  *wa_rich_text_get_runs  (WaRichText       *self,
                                          guint            *n_runs);
const WaRichLine *wa_rich_text_get_lines (WaRichText       *self,
                                          guint            *n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaRichText, wa_rich_text_unref)

G_END_DECLS
