/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-report-chapters.h"

/* The chapters that go through what was published item by item. */

/* Two items share a page. */
#define BLOCK 312.0
#define BLOCK_GAP 20.0

/* Returns where it ends. */
static double
begin_block (ShinsaWriter *writer,
             const char   *title)
{
  double bottom;

  shinsa_writer_need (writer, BLOCK);
  bottom = writer->y + BLOCK - BLOCK_GAP;
  shinsa_writer_section (writer, title);

  return bottom;
}

static void
end_block (ShinsaWriter *writer,
           double        bottom)
{
  shinsa_writer_notes (writer, bottom);
  writer->y = bottom + BLOCK_GAP;
}

/* --- Market areas --- */

void
shinsa_report_write_areas (ShinsaWriter *writer)
{
  JsonArray *codes = shinsa_facts_areas (writer->facts);

  shinsa_writer_chapter (writer, "対象市場領域",
                         "申請が対象とする市場領域です。領域の名称と主な担当は、公募の一覧に"
                         "よります。");
  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      JsonObject *area = shinsa_facts_area (writer->facts,
                                            json_array_get_string_element (codes, i));
      g_autofree char *title = g_strdup_printf ("市場領域 %s",
                                                json_object_get_string_member (area, "symbol"));
      double bottom;

      bottom = begin_block (writer, title);
      shinsa_writer_fact (writer, "名称", shinsa_facts_words (area, "name"));
      shinsa_writer_fact (writer, "主な担当", shinsa_facts_words (area, "lead"));
      writer->y += 12;
      shinsa_writer_bullet (writer, "この領域で、だれが製品やサービスを使うか。");
      shinsa_writer_bullet (writer, "国内と海外の市場の大きさは、どの資料で示されているか。");
      shinsa_writer_bullet (writer, "参画する主体の技術や資源は、この領域でどのように生きるか。");
      end_block (writer, bottom);
    }
}

/* --- Sections of the outline --- */

typedef struct {
  const char *section;
  const char *title;
  const char *introduction;
  const char *reading;
  const char *questions[3];
} Outline;

static const Outline outlines[] = {
  { "situation", "現状と課題",
    "公表された概要にある現状と課題を、一項目ずつ取り上げます。",
    "練習では、この記載を裏付ける資料として何が必要かを考え、強みと課題のどちらに当たるかを"
    "見分けてください。",
    { "海外や国内の他の地域と比べて、どの位置にあるか。",
      "数で示せるものはあるか。示されていないものは何か。",
      "課題は、どの方策で解決しようとしているか。" } },
  { "vision", "あるべき姿",
    "公表された概要にあるあるべき姿を、一項目ずつ取り上げます。",
    "練習では、この将来像がいつ、だれによって実現されるのかを読み取り、方策や指標とつながって"
    "いるかを確かめてください。",
    { "実現したかどうかを、どの指標で確かめるか。",
      "実現の時期は示されているか。",
      "地域の外に、どのような効果が及ぶか。" } },
  { "measures", "方策",
    "公表された概要にある方策を、一項目ずつ取り上げます。",
    "練習では、担当、時期、費用の三つがそろっているかを見て、足りないものは面接審査の質問に"
    "してください。",
    { "担当する組織は決まっているか。",
      "始める時期と終える時期は示されているか。",
      "構成する主体の間で、データをどのように共有し、役立てるか。" } },
};

/* What stands before a colon names an item; another one is its own name. */
static char *
item_title (const char *item)
{
  const char *colon = strstr (item, "：");
  g_autofree char *title = colon != NULL ? g_strndup (item, colon - item) : g_strdup (item);

  if (g_str_has_suffix (title, "。"))
    title[strlen (title) - strlen ("。")] = '\0';

  return g_steal_pointer (&title);
}

static void
write_item (ShinsaWriter  *writer,
            const Outline *outline,
            const char    *item)
{
  g_autofree char *title = item_title (item);
  g_autofree char *labels = shinsa_facts_labels (writer->facts);
  double bottom;

  bottom = begin_block (writer, title);
  shinsa_writer_quote (writer, item);
  shinsa_writer_paragraph (writer, outline->reading);
  for (gsize i = 0; i < G_N_ELEMENTS (outline->questions); i++)
    shinsa_writer_bullet (writer, outline->questions[i]);
  writer->y += 3;
  shinsa_writer_fact (writer, "申請の指標", labels);
  end_block (writer, bottom);
}

static void
write_outline_section (ShinsaWriter  *writer,
                       const Outline *outline)
{
  JsonArray *items = shinsa_facts_section (writer->facts, outline->section);

  shinsa_writer_chapter (writer, outline->title, outline->introduction);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    write_item (writer, outline,
                json_object_get_string_member_with_default (
                  json_array_get_object_element (items, i), "ja", ""));
}

void
shinsa_report_write_outline (ShinsaWriter *writer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outlines); i++)
    write_outline_section (writer, &outlines[i]);
}

/* --- Indicators --- */

static void
write_indicator_table (ShinsaWriter *writer)
{
  static const double shares[] = { 0.4, 0.15, 0.15, 0.15, 0.15 };
  static const char * const heads[] = { "指標", "現状", "現状の年", "目標", "目標の年" };
  JsonArray *indicators = shinsa_facts_indicators (writer->facts);

  shinsa_writer_section (writer, "指標の一覧");
  shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), TRUE, heads);
  for (guint i = 0; i < json_array_get_length (indicators); i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);
      g_autofree char *baseline = shinsa_facts_baseline (indicator);
      g_autofree char *baseline_year = shinsa_facts_year (indicator, "baseline");
      g_autofree char *target = shinsa_facts_target (indicator);
      g_autofree char *target_year = shinsa_facts_year (indicator, "target");
      const char *texts[] = { shinsa_facts_words (indicator, "label"), baseline, baseline_year,
                              target, target_year };

      shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), FALSE, texts);
    }
  writer->y += 12;
  shinsa_writer_paragraph (writer,
                           "「―」は、公表された概要に記載がないものです。現状の値がない指標は、"
                           "進み具合をどのように測るのかを面接審査で確かめてください。");
  shinsa_writer_notes (writer, SHINSA_WRITER_BOTTOM);
}

static void
write_indicator (ShinsaWriter *writer,
                 JsonObject   *indicator)
{
  g_autofree char *baseline = shinsa_facts_baseline (indicator);
  g_autofree char *target = shinsa_facts_target (indicator);
  g_autofree char *year = shinsa_facts_year (indicator, "target");
  double bottom;

  bottom = begin_block (writer, shinsa_facts_words (indicator, "label"));
  shinsa_writer_quote (writer, json_object_get_string_member (indicator, "raw"));
  shinsa_writer_fact (writer, "現状", baseline);
  shinsa_writer_fact (writer, "目標", target);
  shinsa_writer_fact (writer, "目標の年", year);
  writer->y += 12;
  shinsa_writer_bullet (writer, "だれが、どの統計や記録から数えるか。");
  shinsa_writer_bullet (writer, "目標の値は、過去の動きから見て達成できるものか。");
  end_block (writer, bottom);
}

void
shinsa_report_write_indicators (ShinsaWriter *writer)
{
  JsonArray *indicators = shinsa_facts_indicators (writer->facts);

  shinsa_writer_chapter (writer, "指標",
                         "ポテンシャルや成熟度を測るための指標です。値と年は公表された概要に"
                         "よります。");
  write_indicator_table (writer);
  for (guint i = 0; i < json_array_get_length (indicators); i++)
    write_indicator (writer, json_array_get_object_element (indicators, i));
}

/* --- Requirements --- */

/* Where the report answers to a requirement. */
static const struct {
  const char *requirement;
  int         chapters[2];
} answers[] = {
  { "strength", { SHINSA_CHAPTER_SITUATION, SHINSA_CHAPTER_AREAS } },
  { "network_organisation", { SHINSA_CHAPTER_ORGANISATION, SHINSA_CHAPTER_MEASURES } },
  { "members_and_key_persons", { SHINSA_CHAPTER_ORGANISATION, 0 } },
  { "vision_and_plan", { SHINSA_CHAPTER_VISION, SHINSA_CHAPTER_MEASURES } },
  { "indicators", { SHINSA_CHAPTER_INDICATORS, 0 } },
  { "data_sharing", { SHINSA_CHAPTER_MEASURES, 0 } },
};

static JsonArray *
requirements_of (const ShinsaFacts *facts)
{
  return json_object_get_array_member (json_object_get_object_member (facts->round,
                                                                      "requirement_set"),
                                       "items");
}

static char *
answer_words (ShinsaWriter *writer,
              const char   *requirement)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (answers[i].chapters); j++)
      {
        const ShinsaHeading *heading = NULL;

        if (g_str_equal (answers[i].requirement, requirement))
          heading = shinsa_writer_find (writer, answers[i].chapters[j]);
        if (heading != NULL)
          g_string_append_printf (words, "%s%s（%d頁から）", words->len > 0 ? "\n" : "",
                                  heading->title, heading->page);
      }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
shinsa_report_write_requirements (ShinsaWriter *writer)
{
  JsonArray *requirements = requirements_of (writer->facts);

  shinsa_writer_chapter (writer, "認定要件との対応",
                         "認定要件ごとに、この資料のどの章を見ればよいかを示します。");
  for (guint i = 0; i < json_array_get_length (requirements); i++)
    {
      JsonObject *requirement = json_array_get_object_element (requirements, i);
      g_autofree char *answer = answer_words (writer,
                                              json_object_get_string_member (requirement, "code"));
      double bottom;

      bottom = begin_block (writer, shinsa_facts_words (requirement, "name"));
      shinsa_writer_fact (writer, "評価の観点", shinsa_facts_words (requirement, "guidance"));
      shinsa_writer_fact (writer, "見るところ", answer);
      end_block (writer, bottom);
    }
}
