/* test-store-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

static GArray *
save (WaStore    *store,
      GType       type,
      GPtrArray  *records,
      gboolean    replace,
      const char *catalog_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *ids;

  if (replace)
    {
      wa_store_replace_records_async (store, type, records, catalog_id, NULL, result_cb, &result);
      ids = wa_store_replace_records_finish (store, await (&result), &error);
    }
  else
    {
      wa_store_save_records_async (store, type, records, NULL, result_cb, &result);
      ids = wa_store_save_records_finish (store, await (&result), &error);
    }
  g_assert_no_error (error);

  return ids;
}

/* Saves records of these names, each with the remote id "r-" and its name unless that begins with a dot. */
static void
save_named (WaStore    *store,
            GType       type,
            const char *names,
            gboolean    replace)
{
  g_auto(GStrv) all = g_strsplit (names, ",", -1);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; all[i] != NULL; i++)
    {
      g_autofree char *remote_id = all[i][0] != '.' ? g_strconcat ("r-", all[i], NULL) : g_strdup ("");

      g_ptr_array_add (records, g_object_new (type, "name", all[i], "remote-id", remote_id, NULL));
    }

  g_array_unref (save (store, type, records, replace, NULL));
}

static void
delete_record (WaStore *store,
               GType    type,
               gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_delete_record_async (store, type, id, NULL, result_cb, &result);
  g_assert_true (wa_store_delete_record_finish (store, await (&result), NULL));
}

static const GType *
all_types (void)
{
  static GType types[7];

  types[0] = WA_TYPE_CONTACT_LIST;
  types[1] = WA_TYPE_TAG;
  types[2] = WA_TYPE_ATTRIBUTE;
  types[3] = WA_TYPE_TEMPLATE;
  types[4] = WA_TYPE_CATALOG;
  types[5] = WA_TYPE_PRODUCT;

  return types;
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  for (const GType *type = all_types (); *type != 0; type++)
    {
      save_named (fixture->store, *type, "b,A,é", FALSE);
      assert_names (wa_store_get_records (fixture->store, *type), "A,b,é");
      save_named (fixture->store, *type, "é,d,b", TRUE);
      assert_names (wa_store_get_records (fixture->store, *type), "b,d,é");
    }

  reopen_store (fixture);
  for (const GType *type = all_types (); *type != 0; type++)
    assert_names (wa_store_get_records (fixture->store, *type), "b,d,é");
}

static void
test_identity (Fixture       *fixture,
               gconstpointer  data)
{
  WaRowList *tags = wa_store_get_records (fixture->store, WA_TYPE_TAG);
  g_autoptr(GPtrArray) renamed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(WaTag) held = NULL;
  g_autoptr(GArray) ids = NULL;
  WaTag *tag = wa_tag_new ();

  save_named (fixture->store, WA_TYPE_TAG, "a,b", FALSE);
  held = g_list_model_get_item (G_LIST_MODEL (tags), 0);

  wa_tag_set_remote_id (tag, "r-a");
  wa_tag_set_name (tag, "z");
  wa_tag_set_color (tag, "#ff0000");
  g_ptr_array_add (renamed, tag);
  ids = save (fixture->store, WA_TYPE_TAG, renamed, FALSE, NULL);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, wa_tag_get_id (held));
  g_assert_cmpstr (wa_tag_get_color (held), ==, "#ff0000");
  assert_names (tags, "b,z");
}

static void
test_local_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  WaContactList *local = wa_contact_list_new ();
  g_autoptr(GArray) ids = NULL;

  wa_contact_list_set_name (local, "mine");
  wa_contact_list_set_local (local, TRUE);
  g_ptr_array_add (records, local);
  ids = save (fixture->store, WA_TYPE_CONTACT_LIST, records, FALSE, NULL);
  save_named (fixture->store, WA_TYPE_CONTACT_LIST, "theirs", TRUE);
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "mine,theirs");

  delete_record (fixture->store, WA_TYPE_CONTACT_LIST, g_array_index (ids, gint64, 0));
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "theirs");
}

static WaContact *
save_labelled (WaStore *store)
{
  const char *names[] = { "x", "y", NULL };
  WaContact *contact = make_contact ("r-1", "1", "One");
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();
  g_autoptr(WaRowList) list = NULL;

  wa_attribute_set_name (attribute, "city");
  wa_contact_set_lists (contact, names);
  wa_contact_set_tags (contact, names);
  g_list_store_append (wa_contact_get_attributes (contact), attribute);
  save_contact (store, contact);
  list = query_contacts (store, NULL);

  return g_list_model_get_item (G_LIST_MODEL (list), 0);
}

/* What contacts carry is known, and stays while they carry it. */
static void
test_names_of_contacts (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(WaContact) contact = save_labelled (fixture->store);

  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "x,y");
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_TAG), "x,y");
  save_named (fixture->store, WA_TYPE_CONTACT_LIST, "y,z", TRUE);
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "x,y,z");
  save_named (fixture->store, WA_TYPE_ATTRIBUTE, "age", TRUE);
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_ATTRIBUTE), "age,city");

  delete_contact (fixture->store, wa_contact_get_id (contact));
  save_named (fixture->store, WA_TYPE_CONTACT_LIST, "y,z", TRUE);
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "y,z");
}

static void
test_rename_and_delete (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(WaContact) contact = save_labelled (fixture->store);
  WaRowList *tags = wa_store_get_records (fixture->store, WA_TYPE_TAG);
  g_autoptr(WaTag) tag = g_list_model_get_item (G_LIST_MODEL (tags), 0);
  g_autoptr(WaTag) edited = wa_record_copy (tag);
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
  g_autoptr(WaRowList) found = NULL;

  wa_tag_set_name (edited, "new name");
  g_ptr_array_add (records, edited);
  g_array_unref (save (fixture->store, WA_TYPE_TAG, records, FALSE, NULL));
  g_assert_cmpstr (wa_contact_get_tags (contact)[0], ==, "new name");
  g_assert_cmpstr (wa_contact_get_tags (contact)[1], ==, "y");
  wa_contact_filter_set_tag (filter, "new name");
  found = query_contacts (fixture->store, filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);

  delete_record (fixture->store, WA_TYPE_TAG, wa_tag_get_id (tag));
  g_assert_cmpstr (wa_contact_get_tags (contact)[0], ==, "y");
  g_assert_null (wa_contact_get_tags (contact)[1]);
  g_assert_cmpstr (wa_contact_get_lists (contact)[0], ==, "x");
  assert_names (tags, "y");
}

static WaTemplate *
make_template (const char *language)
{
  WaTemplate *template = wa_template_new ();
  g_autoptr(WaTemplateComponent) body = wa_template_component_new ();

  wa_template_component_set_text (body, "Hello {{1}}, “quoted” \\ \"text\"");
  wa_template_set_name (template, "greeting");
  wa_template_set_language (template, language);
  wa_template_set_status (template, "APPROVED");
  g_list_store_append (wa_template_get_components (template), body);

  return template;
}

static void
test_templates (Fixture       *fixture,
                gconstpointer  data)
{
  WaRowList *templates = wa_store_get_records (fixture->store, WA_TYPE_TEMPLATE);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(WaTemplate) stored = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) again = NULL;

  /* A name in two languages is two templates. */
  g_ptr_array_add (records, make_template ("de"));
  g_ptr_array_add (records, make_template ("ar"));
  ids = save (fixture->store, WA_TYPE_TEMPLATE, records, TRUE, NULL);
  again = save (fixture->store, WA_TYPE_TEMPLATE, records, TRUE, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpmem (ids->data, 16, again->data, 16);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (templates)), ==, 2);

  reopen_store (fixture);
  templates = wa_store_get_records (fixture->store, WA_TYPE_TEMPLATE);
  stored = g_list_model_get_item (G_LIST_MODEL (templates), 1);
  wa_template_set_id (g_ptr_array_index (records, 0), g_array_index (ids, gint64, 0));
  g_assert_true (wa_record_equal (WA_RECORD (stored), g_ptr_array_index (records, 0)));
}

static WaProduct *
make_product (const char *catalog_id,
              const char *name)
{
  WaProduct *product = wa_product_new ();

  wa_product_set_catalog_id (product, catalog_id);
  wa_product_set_retailer_id (product, name);
  wa_product_set_name (product, name);

  return product;
}

static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  WaRowList *products = wa_store_get_records (fixture->store, WA_TYPE_PRODUCT);
  g_autoptr(GPtrArray) both = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) second = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (both, make_product ("c-1", "a"));
  g_ptr_array_add (both, make_product ("c-2", "a"));
  g_array_unref (save (fixture->store, WA_TYPE_PRODUCT, both, TRUE, NULL));
  assert_names (products, "a,a");

  /* One catalog's products are replaced alone. */
  g_ptr_array_add (second, make_product ("c-2", "b"));
  g_array_unref (save (fixture->store, WA_TYPE_PRODUCT, second, TRUE, "c-2"));
  assert_names (products, "a,b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-records/replace", set_up, test_replace);
  ADD ("/store-records/identity", set_up, test_identity);
  ADD ("/store-records/local-stays", set_up, test_local_stays);
  ADD ("/store-records/names-of-contacts", set_up, test_names_of_contacts);
  ADD ("/store-records/rename-and-delete", set_up, test_rename_and_delete);
  ADD ("/store-records/templates", set_up, test_templates);
  ADD ("/store-records/products", set_up, test_products);

  return g_test_run ();
}
