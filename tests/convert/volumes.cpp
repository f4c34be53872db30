// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/native_converter.h"
#include "convert/native/page_ranges.h"
#include "servers/sample_pdf.h"
#include "testing/testing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

constexpr int volumePages = 450;

class Shelf : public RangeShelf
{
public:
    QByteArray get(const QString& range) override { return kept.value(range); }
    void put(const QString& range, const QByteArray& packed) override { kept[range] = packed; }

    QMap<QString, QByteArray> kept;
};

} // namespace

class Volumes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStringList lines;
        for (int i = 0; i < volumePages * 40; ++i) // as many as a sample's page holds
            lines << u"Line %1 of the volume tells what was measured on its page."_s.arg(i);
        QFile file(m_folder.filePath(u"volume.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(testing::samplePdf({.title = u"A volume of many pages"_s, .lines = lines}));
    }

    void aPaperStaysWhole()
    {
        QCOMPARE(pageRanges({.pages = 0}), (QVector<PageRange>{{1, 0}}));
        QCOMPARE(pageRanges({.pages = 400}), (QVector<PageRange>{{1, 400}}));
    }

    void aVolumeIsCutIntoRangesThatHoldEachPageOnce()
    {
        for (const int pages : {401, 599, 600, 3000}) {
            const QVector<PageRange> ranges = pageRanges({.pages = pages});
            int next = 1;
            for (const PageRange& range : ranges) {
                QCOMPARE(range.first, next);
                QVERIFY(range.last - range.first < 150 && range.last >= range.first);
                next = range.last + 1;
            }
            QCOMPARE(next, pages + 1);
        }
    }

    void aRangeBeginsWithAChapterWhereTheOutlineShowsOne()
    {
        DocumentInfo info;
        info.pages = 500;
        info.outline = {{1, u"One"_s, 1}, {1, u"Two"_s, 75}, {2, u"Two point one"_s, 90}, {1, u"Three"_s, 102}};
        QCOMPARE(pageRanges(info).first(), (PageRange{1, 74}));
    }

    void aVolumeIsConvertedPageByPageIntoOneMarkdown()
    {
        int done = 0, total = 0;
        const ConvertProgress progress = [&](int now, int all) {
            done = now;
            total = all;
        };
        const auto whole = convert(nullptr, progress);
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
        QCOMPARE(done, volumePages);
        QCOMPARE(total, volumePages);
        QCOMPARE(whole->pages, volumePages);
        QCOMPARE(whole->title, u"A volume of many pages"_s);
        QCOMPARE(whole->markdown.count(u"# A volume"_s), 1);
        qsizetype from = 0;
        for (int i = 20; i < volumePages * 40; i += 40) { // the first lines of pages look like running heads
            from = whole->markdown.indexOf(u"Line %1 of"_s.arg(i), from);
            QVERIFY2(from >= 0, qPrintable(u"page %1 is missing"_s.arg(i / 40 + 1)));
        }
        const QVector<PageWords> words = allWords(*whole);
        QCOMPARE(words.size(), volumePages);
        const PageWord& last = words.last().words[words.last().words.size() / 2];
        const ConvertedBlock& block = whole->blocks[last.block];
        QVERIFY(whole->markdown.mid(block.begin, block.end - block.begin).contains(last.text));
        QCOMPARE(block.regions.last().page, volumePages);
    }

    void whatIsOnTheShelfIsNotConvertedAgain()
    {
        Shelf shelf;
        const auto first = convert(&shelf, {});
        QVERIFY(first);
        QCOMPARE(shelf.kept.size(), pageRanges({.pages = volumePages}).size() - 1);
        auto marked = unpackConversion(shelf.kept.last());
        QVERIFY(marked);
        marked->markdown.replace(u"measured"_s, u"Measured"_s);
        shelf.kept.last() = packConversion(*marked);
        const auto again = convert(&shelf, {});
        QVERIFY(again && again->markdown.contains(u"Measured"_s));
        QCOMPARE(again->markdown.toLower(), first->markdown.toLower());
        QCOMPARE(allWords(*again), allWords(*first));
    }

private:
    Result<Conversion> convert(RangeShelf* shelf, const ConvertProgress& progress)
    {
        ConvertOptions options;
        options.shelf = shelf;
        return NativeConverter().convert({m_folder.filePath(u"volume.pdf"_s), {}, {}}, options, progress, {});
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(Volumes)
#include "volumes.moc"
