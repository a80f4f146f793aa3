/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-report.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "shinsa-report-chapters.h"

/* A long document to read, search and point at: what is published of a community, item by item,
 * with questions to ask of it. Nothing is said of the community but what the definition says. */

#define LEFT SHINSA_WRITER_MARGIN
#define WIDTH SHINSA_WRITER_WIDTH

/* --- The cover --- */

static void
write_cover (ShinsaWriter *writer)
{
  static const ShinsaStyle name = { 30, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };
  static const ShinsaStyle kind = { 15, SHINSA_COLOUR_ACCENT, PANGO_ALIGN_LEFT };
  static const ShinsaStyle body = { 11, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };
  static const ShinsaStyle muted = { 10, SHINSA_COLOUR_MUTED, PANGO_ALIGN_LEFT };
  JsonObject *round = json_object_get_object_member (writer->facts->round, "round");
  JsonObject *application = writer->facts->application;
  ShinsaPaper *paper = writer->paper;
  double y = 190;

  y += shinsa_paper_badge (paper, SHINSA_COLOUR_WARNING, 12, LEFT, y, "練習用") + 22;
  y += shinsa_paper_text (paper, &muted, LEFT, y, WIDTH, shinsa_facts_words (round, "title")) + 8;
  y += shinsa_paper_text (paper, &name, LEFT, y, WIDTH,
                          shinsa_facts_words (application, "name")) + 10;
  shinsa_paper_rule (paper, SHINSA_COLOUR_ACCENT, 2.4, LEFT, y, WIDTH);
  y += 16;
  y += shinsa_paper_text (paper, &kind, LEFT, y, WIDTH, "説明資料") + 26;
  y += shinsa_paper_text (paper, &body, LEFT, y, WIDTH,
                          shinsa_facts_words (application, "summary")) + 200;
  y += shinsa_paper_text (paper, &muted, LEFT, y, WIDTH,
                          shinsa_facts_words (round, "note")) + 8;
  shinsa_paper_text (paper, &muted, LEFT, y, WIDTH,
                     "この資料の文章は、公表された概要の項目を並べ直し、練習のための一般的な説明を"
                     "添えたものです。申請者が書いたものではありません。");
}

/* --- Overview --- */

static char *
counts_words (const ShinsaFacts *facts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize kind = 0; shinsa_facts_kind (kind) != NULL; kind++)
    {
      int count = 0;
      g_autofree char *names = shinsa_facts_members (facts, kind, &count);

      if (count > 0)
        g_string_append_printf (words, "%s%s %d", words->len > 0 ? "、" : "",
                                shinsa_facts_kind (kind), count);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
areas_words (const ShinsaFacts *facts)
{
  JsonArray *codes = shinsa_facts_areas (facts);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      JsonObject *area = shinsa_facts_area (facts, json_array_get_string_element (codes, i));

      g_string_append_printf (words, "%s%s %s", words->len > 0 ? "\n" : "",
                              json_object_get_string_member (area, "symbol"),
                              shinsa_facts_words (area, "name"));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
write_overview (ShinsaWriter *writer)
{
  const ShinsaFacts *facts = writer->facts;
  JsonObject *network = shinsa_facts_network (facts);
  g_autofree char *counts = counts_words (facts);
  g_autofree char *areas = areas_words (facts);
  g_autofree char *labels = shinsa_facts_labels (facts);

  shinsa_writer_chapter (writer, "概要",
                         "申請の全体像です。公表された概要の項目を一つの表にまとめています。");
  shinsa_writer_section (writer, "申請の一覧");
  shinsa_writer_fact (writer, "名称", shinsa_facts_words (facts->application, "name"));
  shinsa_writer_fact (writer, "公募",
                      shinsa_facts_words (json_object_get_object_member (facts->round, "round"),
                                          "title"));
  shinsa_writer_fact (writer, "ネットワーク機関",
                      network != NULL ? shinsa_facts_words (network, "name") : "");
  shinsa_writer_fact (writer, "参画する主体", counts);
  shinsa_writer_fact (writer, "対象市場領域", areas);
  shinsa_writer_fact (writer, "指標", labels);
  writer->y += 16;
  shinsa_writer_section (writer, "目指すこと");
  shinsa_writer_quote (writer, shinsa_facts_words (facts->application, "summary"));
  shinsa_writer_section (writer, "この資料の読み方");
  shinsa_writer_paragraph (writer,
                           "第2章から第7章までは、公表された概要の項目を一つずつ取り上げ、"
                           "確認したい点と書き込み欄を添えています。第8章では、認定要件ごとに、"
                           "どの章を見ればよいかを示します。");
  shinsa_writer_paragraph (writer,
                           "評価票の根拠箇所には、この資料の頁を指定できます。文章を選んで根拠に"
                           "することや、言葉で検索することも試してください。");
  shinsa_writer_notes (writer, SHINSA_WRITER_BOTTOM);
}

/* --- Organisation --- */

static void
write_network (ShinsaWriter *writer)
{
  JsonObject *network = shinsa_facts_network (writer->facts);
  JsonArray *components;
  g_autoptr (GString) names = g_string_new (NULL);

  shinsa_writer_section (writer, "ネットワーク機関");
  if (network == NULL)
    return;
  components = json_object_get_array_member (network, "components");
  for (guint i = 0; i < json_array_get_length (components); i++)
    {
      JsonObject *name = json_array_get_object_element (components, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                              json_object_get_string_member_with_default (name, "ja", ""));
    }
  shinsa_writer_fact (writer, "名称", shinsa_facts_words (network, "name"));
  shinsa_writer_fact (writer, "構成", names->str);
  shinsa_writer_fact (writer, "設立",
                      json_object_get_boolean_member (network, "established") ? "設立済み"
                                                                              : "準備中");
  shinsa_writer_fact (writer, "事務局", shinsa_facts_words (network, "secretariat"));
  writer->y += 12;
  shinsa_writer_paragraph (writer,
                           "ネットワーク機関には、参画する主体の間に立って調整し、外に向けた窓口と"
                           "なることが期待されます。練習では、次の点を確かめてください。");
  shinsa_writer_bullet (writer, "調整役としての権限と責任は、規約などで定まっているか。");
  shinsa_writer_bullet (writer, "事務局の人員と経費の見通しは立っているか。");
  shinsa_writer_bullet (writer, "参画する主体の意見が分かれたとき、どのように決めるか。");
  shinsa_writer_bullet (writer, "自治体や支援機関との役割の分担は明確か。");
  shinsa_writer_notes (writer, SHINSA_WRITER_BOTTOM);
}

static void
write_members (ShinsaWriter *writer)
{
  static const double shares[] = { 0.1, 0.62, 0.28 };
  static const char * const heads[] = { "番号", "名称", "種別" };
  int number = 0;

  shinsa_writer_next_page (writer);
  shinsa_writer_section (writer, "参画する主体の一覧");
  shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), TRUE, heads);
  for (gsize kind = 0; shinsa_facts_kind (kind) != NULL; kind++)
    {
      int count = 0;
      g_autofree char *line = shinsa_facts_members (writer->facts, kind, &count);
      g_auto (GStrv) names = g_strsplit (line, "、", -1);

      for (gsize i = 0; names[i] != NULL; i++)
        {
          g_autofree char *place = g_strdup_printf ("%d", ++number);
          const char *texts[] = { place, names[i], shinsa_facts_kind (kind) };

          shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), FALSE, texts);
        }
    }
  writer->y += 12;
  shinsa_writer_paragraph (writer,
                           "この一覧は、利害関係の申告を確かめるときにも使います。所属する組織や、"
                           "共同で研究を行う組織がないかを見てください。");
  shinsa_writer_notes (writer, SHINSA_WRITER_BOTTOM);
}

/* In the order of shinsa_facts_kind(). */
static const char * const roles[] = {
  "研究と人材の育成を担い、成果を地域に移すことが期待されます。",
  "専門の設備と人材により、研究の質と速さを支えることが期待されます。",
  "制度、用地、広報などの面から活動を支え、住民との橋渡しをすることが期待されます。",
  "製品やサービスの形で成果を市場に届け、雇用を生むことが期待されます。",
  "新しい技術を早く試し、事業として育てることが期待されます。",
  "場所と助言を提供し、起業を支えることが期待されます。",
  "資金の見通しを助け、事業の継続を支えることが期待されます。",
  "生産者をまとめ、原料と販路を安定させることが期待されます。",
  "医療の現場から課題と実証の機会を示すことが期待されます。",
  "活動の全体を補うことが期待されます。",
};

static void
write_roles (ShinsaWriter *writer)
{
  static const double shares[] = { 0.24, 0.12, 0.64 };
  static const char * const heads[] = { "種別", "数", "期待される役割（一般的な説明）" };

  shinsa_writer_next_page (writer);
  shinsa_writer_section (writer, "種別ごとの役割");
  shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), TRUE, heads);
  for (gsize kind = 0; shinsa_facts_kind (kind) != NULL; kind++)
    {
      int count = 0;
      g_autofree char *names = shinsa_facts_members (writer->facts, kind, &count);
      g_autofree char *number = g_strdup_printf ("%d", count);
      const char *texts[] = { shinsa_facts_kind (kind), number, roles[kind] };

      shinsa_writer_row (writer, shares, G_N_ELEMENTS (shares), FALSE, texts);
    }
  writer->y += 12;
  shinsa_writer_paragraph (writer,
                           "数が0の種別は、公表された概要に名前がないものです。必要な主体が欠けて"
                           "いないか、面接審査で確かめてください。");
  shinsa_writer_notes (writer, SHINSA_WRITER_BOTTOM);
}

static void
write_organisation (ShinsaWriter *writer)
{
  shinsa_writer_chapter (writer, "体制",
                         "調整と連携を担う機関と、参画する主体です。名称と種別は公表された概要に"
                         "より、役割の説明は練習のための一般的なものです。");
  write_network (writer);
  write_members (writer);
  write_roles (writer);
}

/* --- All of it --- */

static void
write_all (ShinsaWriter *writer)
{
  writer->page = 1;
  writer->chapter = 0;
  write_cover (writer);
  shinsa_writer_contents (writer);
  write_overview (writer);
  write_organisation (writer);
  shinsa_report_write_areas (writer);
  shinsa_report_write_outline (writer);
  shinsa_report_write_indicators (writer);
  shinsa_report_write_requirements (writer);
  shinsa_writer_foot (writer);
}

static void
add_outline (ShinsaWriter *writer)
{
  int chapter = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < writer->headings->len; i++)
    {
      const ShinsaHeading *heading = g_ptr_array_index (writer->headings, i);
      int parent = heading->depth == 0 ? CAIRO_PDF_OUTLINE_ROOT : chapter;
      int entry = shinsa_paper_outline (writer->paper, parent, heading->title, heading->page);

      if (heading->depth == 0)
        chapter = entry;
    }
}

/**
 * shinsa_report_lay_out:
 * @paper: a paper
 * @facts: an application
 * @error: return location for an error
 *
 * Returns: whether all of it is on the paper
 */
gboolean
shinsa_report_lay_out (ShinsaPaper        *paper,
                       const ShinsaFacts  *facts,
                       GError            **error)
{
  ShinsaWriter writer = { .paper = paper, .facts = facts };

  writer.headings = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_heading_free);
  write_all (&writer);
  writer.n_pages = writer.page;
  writer.drawing = TRUE;
  shinsa_paper_set_drawing (paper, TRUE);
  write_all (&writer);
  add_outline (&writer);
  g_ptr_array_unref (writer.headings);
  if (!writer.too_high && writer.page == writer.n_pages)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               "Something in the report of “%s” is higher than a page. Shorten it.",
               json_object_get_string_member (facts->application, "id"));
  return FALSE;
}
