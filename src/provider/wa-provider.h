/* wa-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "model/wa-message-kind.h"
#include "model/wa-op.h"
#include "model/wa-setting-kind.h"
#include "net/wa-answer.h"
#include "net/wa-request.h"

G_BEGIN_DECLS

#define WA_TYPE_PROVIDER (wa_provider_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaProvider, wa_provider, WA, PROVIDER, GObject)

/**
 * WaWant:
 * @WA_WANTS_FILE: a message has only a link, and this server turned out to take files only: the file is downloaded, never
 *   with the account's key and no more than WhatsApp takes of that kind, into #WaOutgoing:bytes
 * @WA_WANTS_UPLOAD: a message has a file, which goes there first (%WA_OP_UPLOAD_MEDIA): its id into #WaOutgoing:media-id
 * @WA_WANTS_CONTACT: the system goes by its own id of the person, or wants to know them first: the id that belongs to the
 *   number, where need be of a new contact, into the member of the arguments that is for it
 *
 * What a system wants before it does something.  A builder refuses with wa_refuse_wanting(); nothing was sent then.
 * Whoever runs the operation sees to it and runs it again (session/wa-preparation.h).  The values are those of
 * wa_error_get_code(), where no number of Meta's is negative.
 */
typedef enum
{
  WA_WANTS_CONTACT = -3,
  WA_WANTS_UPLOAD = -2,
  WA_WANTS_FILE = -1,
  WA_WANTS_NOTHING = 0,
} WaWant;

/**
 * WaOpFlags:
 * @WA_OP_IDEMPOTENT: done twice is the same as done once: it may be repeated by itself
 * @WA_OP_SENDS: a person gets a message: it goes through the outbox, and never twice
 * @WA_OP_PAGED: a list in pages
 * @WA_OP_BYTES: a good answer is a file, not JSON
 * @WA_OP_OPEN: asked without the credential
 * @WA_OP_SLOW: may take minutes
 * @WA_OP_OPTIONAL: not every server of this system has it
 */
typedef enum /*< flags >*/
{
  WA_OP_PLAIN      = 0,
  WA_OP_IDEMPOTENT = 1 << 0,
  WA_OP_SENDS      = 1 << 1,
  WA_OP_PAGED      = 1 << 2,
  WA_OP_BYTES      = 1 << 3,
  WA_OP_OPEN       = 1 << 4,
  WA_OP_SLOW       = 1 << 5,
  WA_OP_OPTIONAL   = 1 << 6,
} WaOpFlags;

/**
 * WaOperation:
 * @op: what it does
 * @number: the operation's number in its system's specification, such as `P27`
 * @flags: how it behaves
 * @kind: for %WA_OP_SEND: which messages; else %WA_MESSAGE_UNKNOWN
 * @accepts: (nullable): where several rows do the same: whether this one fits @args
 * @build: fills @request from @args, or refuses with %WA_ERROR_INVALID or %WA_ERROR_UNSUPPORTED
 * @parse: (nullable for %WA_OP_BYTES): makes the result from an answer that passed the envelope,
 *   or refuses with %WA_ERROR_PROTOCOL or %WA_ERROR_REJECTED
 * @batch: for batches: how many at once; 0 is one
 *
 * One thing that a system can do, as two pure functions.
 */
typedef struct
{
  WaOp            op;
  const char     *number;
  WaOpFlags       flags;
  WaMessageKind   kind;
  gboolean      (*accepts) (WaProvider    *self,
                            GObject       *args);
  gboolean      (*build)   (WaProvider    *self,
                            GObject       *args,
                            WaRequest     *request,
                            GError       **error);
  GObject      *(*parse)   (WaProvider    *self,
                            GObject       *args,
                            const WaJson  *answer,
                            GError       **error);
  guint           batch;
} WaOperation;

typedef struct
{
  const char *value;
  const char *title;
} WaSettingChoice;

/**
 * WaSetting:
 * @key: stable name; `base-url` is the address, `token` the key
 * @title: (translatable):
 * @help: (translatable): one line: where to find it
 * @fallback: (nullable): used where the user enters nothing
 * @choices: (nullable): for choices, ended by a row of %NULL
 * @advanced: shown only on demand
 *
 * One field of the account dialog.
 */
typedef struct
{
  const char            *key;
  WaSettingKind          kind;
  const char            *title;
  const char            *help;
  const char            *fallback;
  gboolean               required;
  gboolean               advanced;
  const WaSettingChoice *choices;
} WaSetting;

/**
 * WaProviderInfo:
 * @id: stable, stored with accounts
 * @name: a proper name, not translated
 * @summary: (translatable): one line for the choice of a system
 * @knows_opt_in: its contacts say whether they agreed to get messages
 */
typedef struct
{
  const char      *id;
  const char      *name;
  const char      *summary;
  const WaSetting *settings;
  guint            n_settings;
  const WaOp      *test_ops;
  guint            n_test_ops;
  gboolean         knows_opt_in;
  guint            sends_per_second;
  guint            reads_per_second;
  int              max_pause;       /* seconds: Retry-After is obeyed up to this */
  int              default_pause;   /* seconds after a 429 without Retry-After; 0: 5, 15, 45, 90, 180 */
} WaProviderInfo;

/**
 * WaProviderClass:
 * @info: what the system is and asks for
 * @operations: everything it can do
 * @authorize: puts the credential, which has no `Bearer ` around it, where the system wants it
 * @check: (nullable): the envelope: %FALSE with an error where a 2xx answer says that it failed; @root may be of any kind
 * @dup_error_text: (nullable): what the system says about a failure, from any answer of its; @root may be absent
 * @adjust_error: (nullable): what the system says about failures in a way of its own; may change @error
 * @fall_back: (nullable): an operation was refused in a way that asks for another form of the same request; returns
 *   whether it shall be built again, having noted (as a setting) what to do
 * @available: (nullable): whether this account has that row now
 * @reason: (nullable): why the system can't do @op, and what would work instead: a sentence that is marked for translation
 * @get_kept: (nullable): of a system that is told of contacts but tells little of them, so that those here are the truth:
 *   the properties that stay as they are here when it is read, ended by %NULL; each has a column in the store
 * @parse_document: (nullable): reads an answer that isn't quite JSON; default wa_json_document_new()
 */
struct _WaProviderClass
{
  GObjectClass           parent_class;

  const WaProviderInfo  *info;
  const WaOperation     *operations;
  guint                  n_operations;

  void            (*authorize)      (WaProvider         *self,
                                     WaRequest          *request,
                                     const char         *token);
  gboolean        (*check)          (WaProvider         *self,
                                     const WaOperation  *operation,
                                     const WaJson       *root,
                                     GError            **error);
  char           *(*dup_error_text) (WaProvider         *self,
                                     const WaJson       *root);
  void            (*adjust_error)   (WaProvider         *self,
                                     const WaOperation  *operation,
                                     const WaAnswer     *answer,
                                     const WaJson       *root,
                                     GError            **error);
  gboolean        (*fall_back)      (WaProvider         *self,
                                     const WaOperation  *operation,
                                     GObject            *args,
                                     const WaAnswer     *answer,
                                     const GError       *error);
  gboolean        (*available)      (WaProvider         *self,
                                     const WaOperation  *operation);
  const char     *(*reason)         (WaProvider         *self,
                                     WaOp                op,
                                     WaMessageKind       kind);
  const char *const *(*get_kept)    (WaProvider         *self);
  WaJsonDocument *(*parse_document) (WaProvider         *self,
                                     const WaOperation  *operation,
                                     GBytes             *body,
                                     GError            **error);
};

const WaProviderInfo *wa_provider_get_info      (WaProvider         *self);
const char           *wa_provider_get_setting   (WaProvider         *self,
                                                 const char         *key);
void                  wa_provider_set_setting   (WaProvider         *self,
                                                 const char         *key,
                                                 const char         *value);
char                **wa_provider_dup_setting_keys (WaProvider      *self);
char                 *wa_provider_dup_address   (WaProvider         *self,
                                                 GError            **error);

gboolean              wa_provider_supports      (WaProvider         *self,
                                                 WaOp                op);
gboolean              wa_provider_supports_kind (WaProvider         *self,
                                                 WaMessageKind       kind);
char                 *wa_provider_dup_reason    (WaProvider         *self,
                                                 WaOp                op,
                                                 WaMessageKind       kind);
const char *const    *wa_provider_get_kept      (WaProvider         *self);
void                  wa_provider_disable       (WaProvider         *self,
                                                 const char         *number);
const WaOperation    *wa_provider_get_operations (WaProvider        *self,
                                                 guint              *n_operations);

const WaOperation    *wa_provider_find          (WaProvider         *self,
                                                 WaOp                op,
                                                 GObject            *args,
                                                 GError            **error);
WaRequest            *wa_provider_build         (WaProvider         *self,
                                                 const WaOperation  *operation,
                                                 GObject            *args,
                                                 GError            **error);
void                  wa_provider_authorize     (WaProvider         *self,
                                                 const WaOperation  *operation,
                                                 WaRequest          *request,
                                                 const char         *token);
GObject              *wa_provider_read          (WaProvider         *self,
                                                 const WaOperation  *operation,
                                                 GObject            *args,
                                                 const WaAnswer     *answer,
                                                 GError            **error);
char                 *wa_provider_dup_masked    (WaProvider         *self,
                                                 const char         *text);
gboolean              wa_provider_fall_back     (WaProvider         *self,
                                                 const WaOperation  *operation,
                                                 GObject            *args,
                                                 const WaAnswer     *answer,
                                                 const GError       *error);

G_END_DECLS
