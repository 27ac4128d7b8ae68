/* wa-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/wa-account-page.h"

typedef struct
{
  WaAccount *account;    /* (owned) (nullable) */
  gboolean   folded;
} WaAccountPagePrivate;

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_FOLDED,
  N_PROPS,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaAccountPage, wa_account_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((WaAccountPagePrivate *) wa_account_page_get_instance_private (self))

static GParamSpec *properties[N_PROPS];

static void
set_folded (WaAccountPage *self,
            gboolean       folded)
{
  if (PRIVATE (self)->folded == folded)
    return;

  PRIVATE (self)->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
wa_account_page_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (WA_ACCOUNT_PAGE (object))->account);

  G_OBJECT_CLASS (wa_account_page_parent_class)->dispose (object);
}

static void
wa_account_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WaAccountPagePrivate *private = PRIVATE (WA_ACCOUNT_PAGE (object));

  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, private->account);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, private->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_account_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WaAccountPage *self = WA_ACCOUNT_PAGE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      wa_account_page_set_account (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_account_page_class_init (WaAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_account_page_dispose;
  object_class->get_property = wa_account_page_get_property;
  object_class->set_property = wa_account_page_set_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT, write);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, write);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_account_page_init (WaAccountPage *self)
{
}

/**
 * wa_account_page_get_account:
 *
 * Returns: (transfer none) (nullable): whose things are shown
 */
WaAccount *
wa_account_page_get_account (WaAccountPage *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNT_PAGE (self), NULL);

  return PRIVATE (self)->account;
}

/**
 * wa_account_page_set_account:
 * @account: (nullable): whose things are shown
 */
void
wa_account_page_set_account (WaAccountPage *self,
                             WaAccount     *account)
{
  WaAccountPageClass *klass;

  g_return_if_fail (WA_IS_ACCOUNT_PAGE (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (PRIVATE (self)->account == account)
    return;

  klass = WA_ACCOUNT_PAGE_GET_CLASS (self);
  if (klass->leave != NULL)
    klass->leave (self);
  g_set_object (&PRIVATE (self)->account, account);
  if (klass->enter != NULL)
    klass->enter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}
