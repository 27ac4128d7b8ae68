/* wa-rich-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "template/wa-link-finder.h"
#include "template/wa-rich-text.h"

struct _WaRichText
{
  gatomicrefcount  ref_count;
  char            *text;
  GArray          *runs;      /* of WaRichRun */
  GArray          *lines;     /* of WaRichLine */
};

G_DEFINE_BOXED_TYPE (WaRichText, wa_rich_text, wa_rich_text_ref, wa_rich_text_unref)

#define FENCE "```"
#define BULLET "\342\200\242 "

/* A byte that is a mark and is not shown. */
#define DROPPED (1 << 15)
/* Where no mark is looked for. */
#define VERBATIM (WA_RICH_MONOSPACE | WA_RICH_CODE | DROPPED)
/* Where a mark belongs to something else. */
#define ATOMIC (VERBATIM | WA_RICH_LINK | WA_RICH_MAIL | WA_RICH_PLACEHOLDER)

/* While it is read, every byte of the text has its style.  Each step walks a line once, so that the
 * whole is linear whatever the text is. */
typedef struct
{
  const char *text;
  gsize       length;
  guint16    *styles;
} Reader;

static void
add_style (Reader *reader,
           gsize   start,
           gsize   end,
           guint16 style)
{
  for (gsize i = start; i < end; i++)
    reader->styles[i] |= style;
}

static void
add_pair (Reader *reader,
          gsize   open,
          gsize   close,
          gsize   mark_length,
          guint16 style)
{
  add_style (reader, open, open + mark_length, DROPPED);
  add_style (reader, open + mark_length, close, style);
  add_style (reader, close, close + mark_length, DROPPED);
}

static gboolean
is_space_at (Reader *reader,
             gsize   at)
{
  return g_unichar_isspace (g_utf8_get_char (reader->text + at));
}

static gsize
previous_of (Reader *reader,
             gsize   at)
{
  return g_utf8_prev_char (reader->text + at) - reader->text;
}

/* A missing value counts as a word: once it is there it will be one. */
static gboolean
is_word_at (Reader *reader,
            gsize   at)
{
  return (reader->styles[at] & WA_RICH_PLACEHOLDER) != 0 ||
         g_unichar_isalnum (g_utf8_get_char (reader->text + at));
}

/* Returns the length of the text where there is none. */
static gsize
find_fence (Reader *reader,
            gsize   from)
{
  for (gsize i = from; i + strlen (FENCE) <= reader->length; i++)
    if (memcmp (reader->text + i, FENCE, strlen (FENCE)) == 0)
      return i;

  return reader->length;
}

static void
read_blocks (Reader *reader)
{
  gsize open = find_fence (reader, 0), close;

  while (open < reader->length &&
         (close = find_fence (reader, open + strlen (FENCE) + 1)) < reader->length)
    {
      add_pair (reader, open, close, strlen (FENCE), WA_RICH_MONOSPACE);
      open = find_fence (reader, close + strlen (FENCE));
    }
}

/* Returns where the line's content begins. */
static gsize
read_prefix (Reader         *reader,
             gsize           start,
             gsize           end,
             WaRichLineKind *kind)
{
  const char *line = reader->text + start;
  gsize digits = 0;

  *kind = WA_RICH_LINE_PLAIN;
  if (start == end || reader->styles[start] != 0)
    return start;

  if (end - start > 2 && strchr ("*->", line[0]) != NULL && line[1] == ' ')
    {
      *kind = line[0] == '>' ? WA_RICH_LINE_QUOTE : WA_RICH_LINE_BULLET;
      add_style (reader, start, start + 2, DROPPED);
      return start + 2;
    }

  while (start + digits < end && digits < 3 && g_ascii_isdigit (line[digits]))
    digits++;
  if (digits > 0 && end - start > digits + 2 && line[digits] == '.' && line[digits + 1] == ' ')
    {
      *kind = WA_RICH_LINE_NUMBER;
      return start + digits + 2;
    }

  return start;
}

static void
read_code (Reader *reader,
           gsize   start,
           gsize   end)
{
  gsize open = end;

  for (gsize i = start; i < end; i++)
    {
      if ((reader->styles[i] & VERBATIM) != 0)
        open = end;
      else if (reader->text[i] != '`')
        continue;
      else if (open == end || open + 1 == i)
        open = i;
      else
        {
          add_pair (reader, open, i, 1, WA_RICH_CODE);
          open = end;
        }
    }
}

static gboolean
is_edge (Reader     *reader,
         gsize       at,
         const char *edges)
{
  return (reader->styles[at] & WA_RICH_PLACEHOLDER) == 0 && strchr (edges, reader->text[at]) != NULL;
}

static void
read_word (Reader *reader,
           gsize   start,
           gsize   end)
{
  const char *word;

  while (start < end && is_edge (reader, start, "([{<\"'*_~"))
    start++;
  while (end > start && is_edge (reader, end - 1, ".,;:!?)]}>\"'*_~"))
    end--;

  word = reader->text + start;
  if (wa_link_is_address (word, end - start))
    add_style (reader, start, end, WA_RICH_LINK);
  else if (wa_link_is_mail (word, end - start))
    add_style (reader, start, end, WA_RICH_MAIL);
}

static void
read_phones (Reader *reader,
             gsize   start,
             gsize   end)
{
  gsize phone, after;

  while (wa_link_find_phone (reader->text, start, end, &phone, &after))
    {
      add_style (reader, phone, after, WA_RICH_PHONE);
      start = after;
    }
}

/* Calls @read for each longest part of the line where no byte is a separator. */
static void
read_parts (Reader   *reader,
            gsize     start,
            gsize     end,
            guint16   separators,
            gboolean  at_spaces,
            void    (*read) (Reader *, gsize, gsize))
{
  gsize part = start;

  for (gsize i = start; i < end; i = g_utf8_next_char (reader->text + i) - reader->text)
    if ((reader->styles[i] & separators) != 0 || (at_spaces && is_space_at (reader, i)))
      {
        if (i > part)
          read (reader, part, i);
        part = g_utf8_next_char (reader->text + i) - reader->text;
      }

  if (end > part)
    read (reader, part, end);
}

static guint16
style_of_mark (char mark)
{
  switch (mark)
    {
    case '*':
      return WA_RICH_BOLD;
    case '_':
      return WA_RICH_ITALIC;
    case '~':
      return WA_RICH_STRUCK;
    default:
      return WA_RICH_NONE;
    }
}

static gboolean
can_open (Reader *reader,
          gsize   at,
          gsize   start,
          gsize   end)
{
  return at + 1 < end && !is_space_at (reader, at + 1) &&
         (at == start || !is_word_at (reader, previous_of (reader, at)));
}

static gboolean
can_close (Reader *reader,
           gsize   at,
           gsize   start,
           gsize   end)
{
  return at > start && !is_space_at (reader, previous_of (reader, at)) &&
         (at + 1 == end || !is_word_at (reader, at + 1));
}

static void
read_emphasis (Reader *reader,
               gsize   start,
               gsize   end)
{
  gsize open[3];    /* one for each mark at most: what is bold can't become bold once more */
  guint depth = 0;

  for (gsize i = start; i < end; i++)
    {
      guint16 style = style_of_mark (reader->text[i]);
      guint level = 0;

      if (style == WA_RICH_NONE || (reader->styles[i] & ATOMIC) != 0)
        continue;

      while (level < depth && reader->text[open[level]] != reader->text[i])
        level++;

      if (level < depth && open[level] + 1 < i && can_close (reader, i, start, end))
        {
          add_pair (reader, open[level], i, 1, style);
          depth = level;    /* those opened since have no partner inside: they stay text */
        }
      else if (can_open (reader, i, start, end))
        {
          if (level == depth)
            open[depth++] = i;
          else if (open[level] + 1 == i)
            open[level] = i;
        }
    }
}

static void
read_line (Reader     *reader,
           gsize       start,
           gsize       end,
           WaRichLine *line)
{
  gsize content = read_prefix (reader, start, end, &line->kind);

  read_code (reader, content, end);
  read_parts (reader, content, end, VERBATIM, TRUE, read_word);
  read_parts (reader, content, end, ATOMIC, FALSE, read_phones);
  read_emphasis (reader, content, end);

  line->start = start;
  line->content = content;
  line->end = end;
}

static void
append_byte (WaRichText *self,
             GString    *text,
             char        byte,
             guint16     style)
{
  WaRichRun *last = self->runs->len > 0 ? &g_array_index (self->runs, WaRichRun, self->runs->len - 1) : NULL;

  if (style != WA_RICH_NONE)
    {
      if (last != NULL && last->end == text->len && last->style == style)
        last->end++;
      else
        {
          WaRichRun run = { text->len, text->len + 1, style };

          g_array_append_val (self->runs, run);
        }
    }

  g_string_append_c (text, byte);
}

/* Writes one line without its marks; the line's offsets become those of the written text. */
static void
write_line (WaRichText *self,
            Reader     *reader,
            GString    *text,
            WaRichLine *line)
{
  gsize start = text->len, content = start;

  if (line->kind == WA_RICH_LINE_BULLET)
    {
      g_string_append (text, BULLET);
      content = text->len;
    }
  else if (line->kind == WA_RICH_LINE_NUMBER)
    content += line->content - line->start;

  for (gsize i = line->start; i < line->end; i++)
    if ((reader->styles[i] & DROPPED) == 0)
      append_byte (self, text, reader->text[i], reader->styles[i]);

  line->start = start;
  line->content = content;
  line->end = text->len;
}

static WaRichText *
read_text (Reader   *reader,
           gboolean  formatted)
{
  WaRichText *self = g_new0 (WaRichText, 1);
  GString *text = g_string_sized_new (reader->length);
  gsize start = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = g_array_new (FALSE, FALSE, sizeof (WaRichRun));
  self->lines = g_array_new (FALSE, FALSE, sizeof (WaRichLine));

  if (formatted)
    read_blocks (reader);

  while (TRUE)
    {
      gsize end = start + strcspn (reader->text + start, "\n");
      WaRichLine line = { start, start, end, WA_RICH_LINE_PLAIN };

      if (formatted)
        read_line (reader, start, end, &line);
      write_line (self, reader, text, &line);
      g_array_append_val (self->lines, line);

      if (end == reader->length)
        break;

      append_byte (self, text, '\n', reader->styles[end]);
      start = end + 1;
    }

  self->text = g_string_free (text, FALSE);

  return self;
}

/**
 * wa_rich_text_new_full:
 * @text: a text in UTF-8
 * @placeholders: (array length=n_placeholders) (nullable): the parts of @text that stand for
 *   missing values; no mark is looked for inside them
 * @formatted: whether marks count; in headers and footers they don't
 *
 * Returns: (transfer full): the text as WhatsApp shows it
 */
WaRichText *
wa_rich_text_new_full (const char      *text,
                       const WaRichRun *placeholders,
                       guint            n_placeholders,
                       gboolean         formatted)
{
  Reader reader = { text, strlen (text), NULL };
  g_autofree guint16 *styles = g_new0 (guint16, reader.length + 1);

  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  reader.styles = styles;
  for (guint i = 0; i < n_placeholders; i++)
    add_style (&reader, placeholders[i].start, MIN (placeholders[i].end, reader.length), WA_RICH_PLACEHOLDER);

  return read_text (&reader, formatted);
}

/**
 * wa_rich_text_new:
 * @text: (nullable): any text, valid or not
 *
 * Returns: (transfer full): the text as WhatsApp shows it
 */
WaRichText *
wa_rich_text_new (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (wa_or_empty (text), -1);

  return wa_rich_text_new_full (valid, NULL, 0, TRUE);
}

WaRichText *
wa_rich_text_ref (WaRichText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wa_rich_text_unref (WaRichText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_array_unref (self->runs);
  g_array_unref (self->lines);
  g_free (self);
}

const char *
wa_rich_text_get_text (WaRichText *self)
{
  return self->text;
}

/**
 * wa_rich_text_get_runs:
 * @n_runs: (out): how many
 *
 * Returns: (array length=n_runs) (transfer none): the parts that have a style, in order, none over
 *   another
 */
const WaRichRun *
wa_rich_text_get_runs (WaRichText *self,
                       guint      *n_runs)
{
  *n_runs = self->runs->len;

  return (const WaRichRun *) self->runs->data;
}

/**
 * wa_rich_text_get_lines:
 * @n_lines: (out): how many, at least one
 *
 * Returns: (array length=n_lines) (transfer none): the lines, in order
 */
const WaRichLine *
wa_rich_text_get_lines (WaRichText *self,
                        guint      *n_lines)
{
  *n_lines = self->lines->len;

  return (const WaRichLine *) self->lines->data;
}
