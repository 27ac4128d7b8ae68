/* wa-sync.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-attribute.h"
#include "model/wa-contact-list.h"
#include "model/wa-tag.h"
#include "model/wa-template.h"
#include "session/wa-contact-keep.h"
#include "session/wa-pager.h"
#include "session/wa-sync-private.h"
#include "session/wa-template-merge.h"

#define CONTACTS_KEY  "contacts"
#define COMPLETE_KEY  "complete"
#define CURSOR_FORMAT "(xxxbs)"
#define CURSOR_AGE    (24 * 60 * 60)
#define SMALL_SHARE   0.1   /* of the progress; the rest is contacts */

/* The small tables are read whole, then replaced at once. */
typedef struct
{
  WaOp        op;
  GType     (*type) (void);
  const char *status;
} SmallStep;

static const SmallStep small_steps[] = {
  { WA_OP_LIST_LISTS, wa_contact_list_get_type, N_("Reading lists…") },
  { WA_OP_LIST_TAGS, wa_tag_get_type, N_("Reading tags…") },
  { WA_OP_LIST_ATTRIBUTES, wa_attribute_get_type, N_("Reading custom fields…") },
  { WA_OP_LIST_TEMPLATES, wa_template_get_type, N_("Reading templates…") },
};

struct _WaSync
{
  GObject parent_instance;

  WaClient     *client;       /* (owned) */
  WaStore      *store;        /* (owned) */

  GCancellable *cancellable;  /* (nullable): while it runs */
  guint         step;
  GPtrArray    *records;      /* of the small step */
  gboolean      whole;        /* nothing of the step was unreadable */

  /* of the run over the contacts, which may have begun in another session */
  gint64        generation;
  gint64        began;        /* Unix seconds */
  gint64        seen;
  gboolean      resumed;      /* and nothing was read since */

  double        progress;
  char         *status;
  char         *problem;
  GDateTime    *last_complete;
};

G_DEFINE_FINAL_TYPE (WaSync, wa_sync, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_PROBLEM,
  PROP_LAST_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void next_step (WaSync *self);

static void
wa_sync_dispose (GObject *object)
{
  WaSync *self = WA_SYNC (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wa_sync_parent_class)->dispose (object);
}

static void
wa_sync_finalize (GObject *object)
{
  WaSync *self = WA_SYNC (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->last_complete, g_date_time_unref);
  g_free (self->status);
  g_free (self->problem);

  G_OBJECT_CLASS (wa_sync_parent_class)->finalize (object);
}

static void
wa_sync_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  WaSync *self = WA_SYNC (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, wa_sync_get_running (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, wa_sync_get_status (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, wa_sync_get_problem (self));
      break;
    case PROP_LAST_COMPLETE:
      g_value_set_boxed (value, self->last_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_sync_class_init (WaSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_sync_dispose;
  object_class->finalize = wa_sync_finalize;
  object_class->get_property = wa_sync_get_property;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1.0, 1.0, 0.0, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_LAST_COMPLETE] = g_param_spec_boxed ("last-complete", NULL, NULL, G_TYPE_DATE_TIME, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_sync_init (WaSync *self)
{
}

WaSync *
wa_sync_new (WaClient *client,
             WaStore  *store)
{
  WaSync *self = g_object_new (WA_TYPE_SYNC, NULL);

  self->client = g_object_ref (client);
  self->store = g_object_ref (store);

  return self;
}

static void
set_status (WaSync     *self,
            const char *status,
            double      progress)
{
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  if (wa_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_problem (WaSync     *self,
             const char *problem)
{
  if (wa_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_last_complete (WaSync    *self,
                   GDateTime *time)
{
  g_clear_pointer (&self->last_complete, g_date_time_unref);
  self->last_complete = g_date_time_ref (time);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_COMPLETE]);
}

/* The end of a run, and of a step */

static void
save_text_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!wa_store_save_text_finish (WA_STORE (object), result, &error))
    g_message ("How far the refresh came can't be written down: %s", error->message);
}

static void
save_text (WaSync     *self,
           const char *key,
           const char *text)
{
  wa_store_save_text_async (self->store, WA_STORE_CURSORS, key, text, NULL, save_text_cb, NULL);
}

static void
end_run (WaSync *self)
{
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);

  if (self->problem == NULL && !cancelled)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
      g_autofree char *text = g_date_time_format_iso8601 (now);

      set_last_complete (self, now);
      save_text (self, COMPLETE_KEY, text);
    }

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  set_status (self, NULL, 0.0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* Whether the other steps would fail the same way. */
static gboolean
ends_run (const GError *error)
{
  return error->domain != WA_ERROR ||
         error->code == WA_ERROR_NETWORK || error->code == WA_ERROR_TLS || error->code == WA_ERROR_AUTH ||
         error->code == WA_ERROR_RATE_LIMITED || error->code == WA_ERROR_STORE;
}

/* @error: (nullable): what the step failed with; what it kept so far stays */
static void
end_step (WaSync       *self,
          const GError *error)
{
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable) ||
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean lacking = g_error_matches (error, WA_ERROR, WA_ERROR_UNSUPPORTED);

  if (error != NULL && !cancelled && !lacking && self->problem == NULL)
    set_problem (self, error->message);

  self->step++;
  if (cancelled || (error != NULL && ends_run (error)))
    end_run (self);
  else
    next_step (self);
}

static GError *
new_endless_error (void)
{
  return g_error_new_literal (WA_ERROR, WA_ERROR_PROTOCOL,
                              _("The system’s list does not end. What was read so far is kept; try again "
                                "later."));
}

static GPtrArray *
dup_items (WaPage *page)
{
  GListModel *items = G_LIST_MODEL (wa_page_get_items (page));
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (array, g_list_model_get_item (items, i));

  return array;
}

/* Small tables */

static void
take_small_page (WaPage   *page,
                 GTask    *turn,
                 gpointer  user_data)
{
  WaSync *self = user_data;

  g_ptr_array_extend_and_steal (self->records, dup_items (page));
  self->whole = self->whole && wa_page_get_skipped (page) == 0;
  g_task_return_boolean (turn, TRUE);
}

static void
replaced_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = wa_store_replace_records_finish (WA_STORE (object), result, &error);

  end_step (self, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = wa_store_save_records_finish (WA_STORE (object), result, &error);

  end_step (self, error);
}

static void
small_listed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;
  GType type = small_steps[self->step].type ();

  if (!wa_pager_run_finish (WA_CLIENT (object), result, NULL, &error))
    {
      if (error == NULL)
        error = new_endless_error ();
      end_step (self, error);
      return;
    }

  if (type == WA_TYPE_TEMPLATE)
    {
      wa_templates_mark_shared (self->records);
      wa_templates_keep_known (self->records, G_LIST_MODEL (wa_store_get_records (self->store, type)));
    }

  /* What could not be read is not gone. */
  if (self->whole)
    wa_store_replace_records_async (self->store, type, self->records, NULL, self->cancellable, replaced_cb,
                                    g_object_ref (self));
  else
    wa_store_save_records_async (self->store, type, self->records, self->cancellable, saved_cb,
                                 g_object_ref (self));
}

static void
start_small (WaSync *self)
{
  const SmallStep *step = &small_steps[self->step];
  g_autoptr(WaQuery) query = wa_query_new ();

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->whole = TRUE;
  set_status (self, _(step->status), SMALL_SHARE * self->step / G_N_ELEMENTS (small_steps));
  wa_pager_run_async (self->client, step->op, query, take_small_page, self, self->cancellable,
                      small_listed_cb, g_object_ref (self));
}

/* Contacts: each page is kept as it comes */

static void
show_contacts (WaSync *self,
               gint64  total)
{
  guint seen = (guint) self->seen;
  g_autofree char *status = NULL;

  if (total <= 0)
    status = g_strdup_printf (ngettext ("Reading contacts: %u", "Reading contacts: %u", seen), seen);
  else
    /* Translators: how many were read, and how many there are */
    status = g_strdup_printf (ngettext ("Reading contacts: %u of %u", "Reading contacts: %u of %u",
                                        (gulong) total),
                              seen, (guint) total);

  set_status (self, status,
              total > 0 ? SMALL_SHARE + (1.0 - SMALL_SHARE) * MIN (1.0, (double) seen / (double) total)
                        : -1.0);
}

/* Where to go on after a cancellation or a crash. */
static void
save_cursor (WaSync     *self,
             const char *cursor)
{
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new (CURSOR_FORMAT, self->generation,
                                                                 self->began, self->seen,
                                                                 self->whole, cursor));
  g_autofree char *text = g_variant_print (value, FALSE);

  save_text (self, CONTACTS_KEY, text);
}

/* Returns: (transfer full) (nullable): where to go on, unless that is too long ago to mean anything */
static char *
restore_cursor (WaSync     *self,
                const char *text)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr(GVariant) value = g_variant_parse (G_VARIANT_TYPE (CURSOR_FORMAT), text, NULL, NULL, NULL);
  char *cursor = NULL;

  if (value != NULL)
    g_variant_get (value, CURSOR_FORMAT, &self->generation, &self->began, &self->seen, &self->whole, &cursor);

  self->resumed = cursor != NULL && cursor[0] != '\0' && self->began <= now && now - self->began < CURSOR_AGE;
  if (self->resumed)
    return cursor;

  g_free (cursor);
  self->generation = wa_store_begin_contact_sync (self->store);
  self->began = now;
  self->seen = 0;
  self->whole = TRUE;

  return NULL;
}

typedef struct
{
  WaSync *self;
  WaPage *page;
  GTask  *turn;
} PageData;

static void
contacts_saved_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree PageData *data = user_data;
  g_autoptr(WaSync) self = data->self;
  g_autoptr(WaPage) page = data->page;
  g_autoptr(GTask) turn = data->turn;
  g_autoptr(GArray) ids = NULL;
  GError *error = NULL;

  ids = wa_store_save_contacts_finish (WA_STORE (object), result, &error);
  if (ids == NULL)
    {
      g_task_return_error (turn, error);
      return;
    }

  self->resumed = FALSE;
  self->seen += ids->len;
  self->whole = self->whole && wa_page_get_skipped (page) == 0;
  save_cursor (self, wa_page_get_next (page));
  show_contacts (self, wa_page_get_total (page));
  g_task_return_boolean (turn, TRUE);
}

static void
take_contacts (WaPage   *page,
               GTask    *turn,
               gpointer  user_data)
{
  WaSync *self = user_data;
  g_autoptr(GPtrArray) contacts = dup_items (page);
  PageData *data = g_new0 (PageData, 1);

  data->self = g_object_ref (self);
  data->page = g_object_ref (page);
  data->turn = g_object_ref (turn);
  wa_store_save_contacts_async (self->store, contacts, self->generation,
                                wa_contact_get_kept (wa_client_get_provider (self->client)), NULL,
                                contacts_saved_cb, data);
}

static void
contacts_finished_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;

  if (wa_store_finish_contact_sync_finish (WA_STORE (object), result, &error) >= 0)
    save_text (self, CONTACTS_KEY, NULL);
  end_step (self, error);
}

static void
contacts_listed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean complete = wa_pager_run_finish (WA_CLIENT (object), result, NULL, &error);
  gboolean truth_is_there = wa_provider_get_kept (wa_client_get_provider (self->client)) == NULL;

  /* Who is gone there goes here, unless the truth is here. */
  if (complete && self->whole && truth_is_there)
    {
      wa_store_finish_contact_sync_async (self->store, self->generation, self->cancellable,
                                          contacts_finished_cb, g_object_ref (self));
      return;
    }

  if (!complete && error == NULL)
    error = new_endless_error ();

  /* A mark from another session that the system does not know any more would fail for ever. */
  if (complete || (self->resumed && !ends_run (error)))
    save_text (self, CONTACTS_KEY, NULL);
  end_step (self, error);
}

static void
cursor_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaQuery) query = wa_query_new ();
  g_autofree char *text = wa_store_load_text_finish (WA_STORE (object), result, &error);
  g_autofree char *cursor = NULL;

  if (text == NULL)
    {
      end_step (self, error);
      return;
    }

  cursor = restore_cursor (self, text);
  wa_query_set_cursor (query, cursor);
  show_contacts (self, 0);
  wa_pager_run_async (self->client, WA_OP_LIST_CONTACTS, query, take_contacts, self, self->cancellable,
                      contacts_listed_cb, g_object_ref (self));
}

static void
next_step (WaSync *self)
{
  WaProvider *provider = wa_client_get_provider (self->client);

  while (self->step < G_N_ELEMENTS (small_steps) &&
         !wa_provider_supports (provider, small_steps[self->step].op))
    self->step++;

  if (self->step < G_N_ELEMENTS (small_steps))
    start_small (self);
  else if (self->step == G_N_ELEMENTS (small_steps) && wa_provider_supports (provider, WA_OP_LIST_CONTACTS))
    wa_store_load_text_async (self->store, WA_STORE_CURSORS, CONTACTS_KEY, self->cancellable,
                              cursor_loaded_cb, g_object_ref (self));
  else
    end_run (self);
}

/**
 * wa_sync_start:
 *
 * Starts a run, unless one is running.
 */
void
wa_sync_start (WaSync *self)
{
  g_return_if_fail (WA_IS_SYNC (self));

  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  self->step = 0;
  set_problem (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  next_step (self);
}

/**
 * wa_sync_cancel:
 *
 * Stops the run, if there is one, as soon as may be; what was read stays.
 */
void
wa_sync_cancel (WaSync *self)
{
  g_return_if_fail (WA_IS_SYNC (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
complete_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(WaSync) self = user_data;
  g_autofree char *text = wa_store_load_text_finish (WA_STORE (object), result, NULL);
  g_autoptr(GDateTime) time = wa_is_empty (text) ? NULL : wa_parse_time (text);

  if (time != NULL && self->last_complete == NULL)
    set_last_complete (self, time);
}

/* Finds out when the last run was, once the store is open. */
void
wa_sync_load (WaSync *self)
{
  wa_store_load_text_async (self->store, WA_STORE_CURSORS, COMPLETE_KEY, NULL, complete_loaded_cb,
                            g_object_ref (self));
}

gboolean
wa_sync_get_running (WaSync *self)
{
  g_return_val_if_fail (WA_IS_SYNC (self), FALSE);

  return self->cancellable != NULL;
}

double
wa_sync_get_progress (WaSync *self)
{
  g_return_val_if_fail (WA_IS_SYNC (self), 0.0);

  return self->progress;
}

const char *
wa_sync_get_status (WaSync *self)
{
  g_return_val_if_fail (WA_IS_SYNC (self), "");

  return wa_or_empty (self->status);
}

const char *
wa_sync_get_problem (WaSync *self)
{
  g_return_val_if_fail (WA_IS_SYNC (self), "");

  return wa_or_empty (self->problem);
}

/**
 * wa_sync_get_last_complete:
 *
 * Returns: (transfer none) (nullable): when the last complete run ended
 */
GDateTime *
wa_sync_get_last_complete (WaSync *self)
{
  g_return_val_if_fail (WA_IS_SYNC (self), NULL);

  return self->last_complete;
}
