/* template-samples.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record-json.h"
#include "model/wa-template.h"
#include "template/wa-template-form.h"

#define SAMPLE_MARKETING_COMPONENTS \
  "'components':[" \
  "{'kind':'header','format':'text','text':'Hello {{1}}','header-examples':['Sir']}," \
  "{'kind':'body','text':'Hope you are {{1}}.\\n\\nToday I want to introduce you to our new {{2}} {{3}}. " \
  "{{4}} is our latest innovation, please do checkout and feel free to contact us.'," \
  "'body-examples':['doing well','product','Shalimar','Shalimar']}," \
  "{'kind':'footer','text':'Thank You'}," \
  "{'kind':'buttons','buttons':[" \
  "{'kind':'copy-code','text':'Copy offer code','examples':['Shalimar']}," \
  "{'kind':'quick-reply','text':'Sure I will do'},{'kind':'quick-reply','text':'Not interested'}," \
  "{'kind':'quick-reply','text':'Opt-out'},{'kind':'quick-reply','text':'Okay'}]}]"
#define SAMPLE_HINT(section, key, example, help) \
  "{'section':'" section "','key':'" key "','example':'" example "','help-text':'" help "'}"
#define SAMPLE_MARKETING_HINTS \
  "'hints':[" \
  SAMPLE_HINT ("header", "{{1}}", "Sir", "Enter the Header Parameter {{1}} e.g. Sir") "," \
  SAMPLE_HINT ("body", "{{1}}", "doing well", "Enter the Body Parameter {{1}} e.g. doing well") "," \
  SAMPLE_HINT ("body", "{{2}}", "product", "Enter the Body Parameter {{2}} e.g. product") "," \
  SAMPLE_HINT ("body", "{{3}}", "Shalimar", "Enter the Body Parameter {{3}} e.g. Shalimar") "," \
  SAMPLE_HINT ("body", "{{4}}", "Shalimar", "Enter the Body Parameter {{4}} e.g. Shalimar") "]"
#define SAMPLE_HEAD "'name':'sample','language':'en_GB','status':'APPROVED','category':'MARKETING'"

#define SAMPLE_MARKETING "{" SAMPLE_HEAD "," SAMPLE_MARKETING_COMPONENTS "," SAMPLE_MARKETING_HINTS "}"
#define SAMPLE_MARKETING_BARE "{" SAMPLE_HEAD "," SAMPLE_MARKETING_COMPONENTS "}"

#define SAMPLE_DOCUMENT "{" SAMPLE_HEAD ",'components':[{'kind':'header','format':'document'}," \
  "{'kind':'body','text':'This is documentation about links. {{1}}','body-examples':['Thanks']}]}"
#define SAMPLE_OFFER "{" SAMPLE_HEAD ",'components':[{'kind':'header','format':'image'}," \
  "{'kind':'body','text':'Only for {{1}}'}," \
  "{'kind':'limited-time-offer','text':'Half price','has-expiration':true}," \
  "{'kind':'buttons','buttons':[{'kind':'copy-code','examples':['HALF']}," \
  "{'kind':'url','text':'Shop','url':'https://shop.example/o?c={{1}}'," \
  "'examples':['https://shop.example/o?c=42']}]}]}"
#define SAMPLE_CAROUSEL "{" SAMPLE_HEAD ",'components':[{'kind':'body','text':'Hi {{1}}'}," \
  "{'kind':'carousel','cards':[" \
  "{'components':[{'kind':'header','format':'image'},{'kind':'body','text':'Runner for {{1}}'}," \
  "{'kind':'buttons','buttons':[{'kind':'quick-reply','text':'More'}," \
  "{'kind':'url','text':'Buy','url':'https://shop.example/{{1}}'}]}]}," \
  "{'components':[{'kind':'header','format':'image'},{'kind':'body','text':'Trail'}," \
  "{'kind':'buttons','buttons':[{'kind':'quick-reply','text':'More'}," \
  "{'kind':'url','text':'Buy','url':'https://shop.example/{{1}}'}]}]}]}]}"
#define SAMPLE_CODE "{'name':'login','language':'en','status':'APPROVED','category':'AUTHENTICATION'," \
  "'components':[" \
  "{'kind':'body','text':'*{{1}}* is your code.'},{'kind':'footer','code-expiration-minutes':5}," \
  "{'kind':'buttons','buttons':[{'kind':'otp','text':'Copy code','otp-type':'COPY_CODE'," \
  "'url':'https://www.example.com/otp/{{1}}'}]}]}"
#define SAMPLE_NAMED "{" SAMPLE_HEAD ",'named':true,'components':[" \
  "{'kind':'header','format':'text','text':'Order {{ order_id }}'," \
  "'named-examples':[{'name':'order_id','value':'42'}]}," \
  "{'kind':'body','text':'Dear {{name}}, {{order_id}} leaves on {{day}}, {{name}}.'," \
  "'named-examples':[{'name':'{{day}}','value':'Monday'},{'name':'name','value':'Ann'}]}]}"
#define SAMPLE_LOCATION "{" SAMPLE_HEAD ",'components':[{'kind':'header','format':'location'}," \
  "{'kind':'body','text':'We are here'},{'kind':'buttons','buttons':[{'kind':'catalog'}]}]}"

/* Samples are JSON with single quotes, for the eyes of the reader. */
static inline WaTemplate *
sample_new (const char *sample)
{
  g_autofree char *json = g_strdelimit (g_strdup (sample), "'", '"');
  g_autoptr(GError) error = NULL;
  WaTemplate *template = wa_record_new_text (WA_TYPE_TEMPLATE, json, &error);

  g_assert_no_error (error);

  return template;
}

static inline WaTemplateForm *
form_new (const char *sample)
{
  g_autoptr(WaTemplate) template = sample_new (sample);

  return wa_template_form_new (template);
}

/* The list keeps the fields alive. */
static inline WaParameterField *
field_at (gpointer fields,
          guint    position)
{
  g_autoptr(WaParameterField) field = g_list_model_get_item (fields, position);

  g_assert_nonnull (field);

  return field;
}

static inline void
set_value (gpointer    fields,
           guint       position,
           const char *value)
{
  wa_parameter_field_set_value (field_at (fields, position), value);
}
