/* wa-sandbox-shop.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"

G_BEGIN_DECLS

/**
 * WaSandboxProduct:
 *
 * One thing to buy: variants are products of their own that share a group.
 */
typedef struct
{
  char    *id;
  char    *retailer_id;
  char    *group_id;
  char    *name;
  char    *description;
  char    *price;
  char    *sale_price;  /* (nullable) */
  char    *image_url;
  char    *url;
  gboolean in_stock;
} WaSandboxProduct;

typedef struct
{
  char      *id;
  char      *name;
  char      *brand;
  char      *currency;
  GPtrArray *products;  /* (element-type WaSandboxProduct) */
} WaSandboxCatalog;

GPtrArray              *wa_sandbox_shop_new             (const WaJson           *catalogs,
                                                         const char             *media_url);
const WaSandboxProduct *wa_sandbox_catalog_find_product (const WaSandboxCatalog *self,
                                                         const char             *retailer_id);

G_END_DECLS
