/* wa-sandbox-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"

G_BEGIN_DECLS

/**
 * WaSandboxType:
 *
 * What JSON a member may be; several may be joined.
 *
 * @WA_SANDBOX_TEXT: a string that is not empty
 * @WA_SANDBOX_ANY_TEXT: a string
 * @WA_SANDBOX_INTEGER: a number without fraction and exponent
 * @WA_SANDBOX_NUMBER: any number
 * @WA_SANDBOX_BOOLEAN: true or false
 * @WA_SANDBOX_OBJECT: an object
 * @WA_SANDBOX_LIST: a list that is not empty
 * @WA_SANDBOX_TEXTS: a list of strings that are not empty; the list may be
 * @WA_SANDBOX_NULL: null
 * @WA_SANDBOX_REQUIRED: the member must be there
 */
typedef enum
{
  WA_SANDBOX_TEXT     = 1 << 0,
  WA_SANDBOX_ANY_TEXT = 1 << 1,
  WA_SANDBOX_INTEGER  = 1 << 2,
  WA_SANDBOX_NUMBER   = 1 << 3,
  WA_SANDBOX_BOOLEAN  = 1 << 4,
  WA_SANDBOX_OBJECT   = 1 << 5,
  WA_SANDBOX_LIST     = 1 << 6,
  WA_SANDBOX_TEXTS    = 1 << 7,
  WA_SANDBOX_NULL     = 1 << 8,
  WA_SANDBOX_REQUIRED = 1 << 9,
} WaSandboxType;

/**
 * WaSandboxMember:
 *
 * One row of the members that an object may have.
 */
typedef struct
{
  const char    *name;
  WaSandboxType  type;
  guint          max;   /* characters of a text, elements of a list; 0 for any number */
} WaSandboxMember;

/* A table of members and its length, as two arguments. */
#define WA_SANDBOX_MEMBERS(table) table, G_N_ELEMENTS (table)

gboolean wa_sandbox_check_object (const WaJson           *json,
                                  const WaSandboxMember  *members,
                                  guint                   n_members,
                                  GError                **error);
gboolean wa_sandbox_check_choice (const WaJson           *json,
                                  const char             *name,
                                  const char             *choices,
                                  GError                **error);
gboolean wa_sandbox_check_number (const char             *number,
                                  GError                **error);
gboolean wa_sandbox_check_link   (const char             *link,
                                  GError                **error);
gboolean wa_sandbox_check_angle  (const WaJson           *json,
                                  const char             *name,
                                  double                  limit,
                                  GError                **error);

G_END_DECLS
