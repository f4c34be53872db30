// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "testing/testing.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

Conversion sample()
{
    Conversion c;
    c.markdown = u"# Title\n\nText — “quoted”."_s;
    c.blocks = {{BlockKind::Title, 1, 0, 7, {{1, QRectF(1, 2, 3, 4)}}, 0.5F},
                {BlockKind::Paragraph, 0, 9, 24, {{1, QRectF(1, 8, 3, 4)}, {2, QRectF(1, 2, 3, 4)}}, 1}};
    Block table;
    table.kind = BlockKind::Table;
    table.rows = table.columns = 1;
    table.cells = {{u"cell"_s, 0, 0, 1, 2, true, QRectF(0, 0, 5, 5)}};
    table.relates = 3;
    table.marker = u"(a)"_s;
    c.layout = {table};
    PageWord word;
    word.text = u"Title"_s;
    word.box = QRectF(1, 2, 3, 4);
    word.line = 0;
    c.words = {{1, QSizeF(600, 800), {word}}};
    c.audits = {{1, 0.75, 0.5, 12, {u"words lost"_s}}};
    c.pages = 2;
    c.title = u"Title"_s;
    c.doi = u"10.1000/x"_s;
    c.converter = u"native"_s;
    c.version = u"1"_s;
    c.milliseconds = 1234;
    return c;
}

} // namespace

class PackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversionComesBack()
    {
        const Conversion c = sample();
        const auto back = unpackConversion(packConversion(c));
        QVERIFY(back);
        QCOMPARE(back->markdown, c.markdown);
        QCOMPARE(back->words, c.words);
        QCOMPARE(back->blocks.size(), 2);
        QCOMPARE(back->blocks[1].regions, c.blocks[1].regions);
        QCOMPARE(back->blocks[0].kind, BlockKind::Title);
        QCOMPARE(back->blocks[0].confidence, 0.5F);
        QCOMPARE(back->layout[0].cells[0].text, u"cell"_s);
        QCOMPARE(back->layout[0].cells[0].columnSpan, 2);
        QCOMPARE(back->layout[0].relates, 3);
        QCOMPARE(back->audits[0].reasons, c.audits[0].reasons);
        QCOMPARE(back->pages, 2);
        QCOMPARE(back->doi, c.doi);
        QCOMPARE(back->milliseconds, 1234);
        QCOMPARE(packConversion(*back), packConversion(c));
        QVERIFY(unpackConversion(packConversion({})));
    }

    void cutBytesAreNothing()
    {
        const QByteArray packed = packConversion(sample());
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY(!unpackConversion(packed.left(size)));
    }

    void changedBytesAreNothingOrSomethingWhole()
    {
        QLoggingCategory::setFilterRules(u"default.warning=false"_s); // Qt's own about each
        const QByteArray raw = qUncompress(packConversion(sample()));
        QRandomGenerator random(3);
        for (int i = 0; i < 5000; ++i) {
            QByteArray changed = raw;
            for (int k = 0; k < 3; ++k)
                changed[random.bounded(int(changed.size()))] = char(random.bounded(256));
            if (const auto back = unpackConversion(qCompress(changed))) {
                for (const ConvertedBlock& b : back->blocks)
                    QVERIFY(b.begin >= 0 && b.begin <= b.end && b.end <= back->markdown.size());
            }
        }
        QLoggingCategory::setFilterRules({});
    }

    void aClaimedLengthReservesNoMemory()
    {
        QByteArray packed = packConversion(sample());
        packed.replace(0, 4, "\x7F\xFF\xFF\xFF");
        QVERIFY(!unpackConversion(packed));
    }

    void jsonHasBlocksPagesAndConfidence()
    {
        const QJsonObject json = conversionToJson(sample());
        QCOMPARE(json["confidence"_L1].toDouble(), 0.75);
        QCOMPARE(json["page_count"_L1].toInt(), 2);
        QCOMPARE(json["blocks"_L1].toArray().size(), 1); // the layout's
        QCOMPARE(json["pages"_L1][0]["width"_L1].toDouble(), 600.0);
        Conversion withoutLayout = sample();
        withoutLayout.layout.clear();
        const QJsonArray blocks = conversionToJson(withoutLayout)["blocks"_L1].toArray();
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0]["kind"_L1].toString(), u"title"_s);
        QCOMPARE(blocks[0]["text"_L1].toString(), u"# Title"_s);
        QVERIFY(conversionToJson({})["confidence"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(PackingTest)
#include "packing.moc"
