// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "testing/testing.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
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
    c.metadata = {{u"title"_s, u"Title"_s}};
    c.references = {QJsonObject{{u"id"_s, u"1"_s}, {u"title"_s, u"Another – title"_s}}};
    c.converter = u"native"_s;
    c.version = u"1"_s;
    c.milliseconds = 1234;
    return c;
}

QJsonObject jsonOf(const Conversion& conversion)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    writeJson(conversion, buffer);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(buffer.data(), &error);
    return error.error == QJsonParseError::NoError ? json.object() : QJsonObject();
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
        QCOMPARE(back->metadata, c.metadata);
        QCOMPARE(back->references, c.references);
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
        const QByteArray packed = packConversion(sample());
        const auto lengthAt = [&](qsizetype at) { return qFromBigEndian<qint32>(packed.constData() + at); };
        constexpr qsizetype headAt = 10, lengthBytes = 4, countBytes = 4; // behind magic, version and length
        const qsizetype textAt = headAt + lengthAt(headAt - 4) + countBytes + lengthBytes;
        const qsizetype layoutAt = textAt + lengthAt(textAt - 4) + lengthBytes;
        QRandomGenerator random(3);
        for (const qsizetype at : {headAt, textAt, layoutAt}) { // each is packed bytes with their length in front
            const QByteArray raw = qUncompress(packed.mid(at, lengthAt(at - 4)));
            for (int i = 0; i < 3000; ++i) {
                QByteArray changed = raw;
                for (int k = 0; k < 3; ++k)
                    changed[random.bounded(int(changed.size()))] = char(random.bounded(256));
                const QByteArray repacked = qCompress(changed, 3);
                QByteArray whole = packed;
                whole.replace(at, lengthAt(at - 4), repacked);
                qToBigEndian(qint32(repacked.size()), whole.data() + at - 4);
                if (const auto back = unpackConversion(whole)) {
                    for (const ConvertedBlock& b : back->blocks)
                        QVERIFY(b.begin >= 0 && b.begin <= b.end && b.end <= back->markdown.size());
                }
            }
        }
        QLoggingCategory::setFilterRules({});
    }

    void aClaimedLengthReservesNoMemory()
    {
        QByteArray packed = packConversion(sample());
        packed.replace(10, 4, "\x7F\xFF\xFF\xFF"); // of the packed head, behind magic, version and its own length
        QVERIFY(!unpackConversion(packed));
    }

    void pagesThatFollowAreAppendedAndKeptPacked()
    {
        Conversion whole = sample();
        const int blocks = int(whole.blocks.size()), layout = int(whole.layout.size());
        const qsizetype markdown = whole.markdown.size();
        Conversion next = sample();
        next.words[0].page = 2;
        next.words[0].words[0].block = 1;
        next.audits[0].page = 2;
        appendPages(whole, Conversion(next));
        const auto back = unpackConversion(packConversion(whole));
        QVERIFY(back && back->words.isEmpty() && back->references.isEmpty() && back->packed.size() == 2);
        QCOMPARE(back->markdown.mid(back->blocks[blocks + 1].begin, 4), next.markdown.mid(next.blocks[1].begin, 4));
        QVERIFY(back->blocks[blocks].begin > markdown);
        const QVector<PageWords> words = allWords(*back);
        QCOMPARE(words.size(), 2);
        QCOMPARE(words[0], sample().words[0]);
        QCOMPARE(words[1].words[0].block, blocks + 1);
        const QJsonObject json = jsonOf(*back);
        QCOMPARE(json["blocks"_L1].toArray().size(), 2 * layout);
        QCOMPARE(json["blocks"_L1][layout]["relates"_L1].toInt(), 3 + layout);
        QCOMPARE(json["pages"_L1][1]["width"_L1].toDouble(), 600.0);
        QCOMPARE(json["references"_L1][0]["id"_L1].toString(), u"ref-1"_s);
        QCOMPARE(json["references"_L1][1]["id"_L1].toString(), u"ref-2"_s);
        QCOMPARE(json["references"_L1][1]["title"_L1].toString(), u"Another – title"_s);
    }

    void jsonHasBlocksPagesAndConfidence()
    {
        const QJsonObject json = jsonOf(sample());
        QCOMPARE(json["confidence"_L1].toDouble(), 0.75);
        QCOMPARE(json["page_count"_L1].toInt(), 2);
        QCOMPARE(json["blocks"_L1].toArray().size(), 1); // the layout's
        QCOMPARE(json["pages"_L1][0]["width"_L1].toDouble(), 600.0);
        Conversion withoutLayout = sample();
        withoutLayout.layout.clear();
        const QJsonArray blocks = jsonOf(withoutLayout)["blocks"_L1].toArray();
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0]["kind"_L1].toString(), u"title"_s);
        QCOMPARE(blocks[0]["text"_L1].toString(), u"# Title"_s);
        QVERIFY(jsonOf({})["confidence"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(PackingTest)
#include "packing.moc"
