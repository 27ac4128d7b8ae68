/* vector-suite.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* The golden requests and answers of one system, `vectors/ID.json`, and beside them `args/ID.json`:
 *
 *   token, settings   of the account; a vector may have `token` and `settings` of its own
 *   count             how many vectors there are
 *   expect            a member of a vector's `expect` → the property of the result (or its first item) that it is about
 *   aliases           "Type.property" of a vector's `model` → our property; "-…" says why we keep nothing like it
 *   texts             a text that a vector expects → how we say it
 *   reasons           a `reason` or `hint` → the nick of the error's class
 *   vectors           name → { args: the operation's arguments in the JSON form of their model
 *                              result: property → value of what the answer gives, where the vector does not say
 *                              same-as: another vector that has the same arguments
 *                              refused, why: the nick of the error with which we refuse the golden request
 *                              request, why: the whole body, where the vector's shows only a part of it
 *                              bytes, base64: the content of the local file, which the JSON form leaves out
 *                              operation: the row that reads it, where the vector's own is none
 *                              payload: true where the vector's `request` is what is read
 *                              absent: why there is no row for it }
 */
typedef struct
{
  char           *id;
  WaJsonDocument *vectors_document;
  WaJsonDocument *args_document;
  WaJson          vectors;
  WaJson          args;
  WaJson          entries;
} VectorSuite;

VectorSuite       *vector_suite_load          (const char        *id);
void               vector_suite_free          (VectorSuite       *self);
WaJson             vector_suite_entry         (VectorSuite       *self,
                                               const WaJson      *vector);
const char        *vector_text                (const WaJson      *vector,
                                               const char        *member);
const WaOperation *vector_suite_find_row      (VectorSuite       *self,
                                               WaProvider        *provider,
                                               const WaJson      *vector);
WaProvider        *vector_suite_new_provider  (VectorSuite       *self,
                                               const WaJson      *vector);
const char        *vector_suite_token         (VectorSuite       *self,
                                               const WaJson      *vector);
GObject           *vector_suite_new_args      (VectorSuite       *self,
                                               const WaOperation *operation,
                                               const WaJson      *vector);
WaAnswer          *vector_suite_new_answer    (VectorSuite       *self,
                                               const WaOperation *operation,
                                               const WaJson      *vector);
guint              vector_status              (const WaJson      *vector);
WaAnswer          *vector_new_answer          (const WaJson      *vector,
                                               guint              status,
                                               GBytes            *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VectorSuite, vector_suite_free)

G_END_DECLS
