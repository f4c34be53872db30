// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/byte_network.h"
#include "gpu/ocr_engine.h"
#include "gpu/session.h"
#include "sight/byte_models.h"
#include "sight/drawn_ink.h"
#include "sight/page_eyes.h"
#include "sight/recognised_page.h"
#include "sight/text_layer.h"
#include "testing/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

constexpr QSizeF paper(600, 800);

gpu::ReadWord wordAt(const char* text, float x, float y, float width, float alongX = 1, float alongY = 0)
{
    return {text, {x, y, alongX, alongY, width, 20}, 0.9F};
}

/** A larger sheet with the picture in its corner: print of ten points becomes print of three. */
PagePicture shrunk(const PagePicture& picture)
{
    PagePicture sheet{picture.width * 3, picture.height * 3, picture.pageSize, {}};
    sheet.pixels.fill(char(0xff), qsizetype(sheet.width) * sheet.height * 4);
    const qsizetype row = qsizetype(picture.width) * 4;
    for (qsizetype y = 0; y < picture.height; ++y)
        sheet.pixels.replace(y * sheet.width * 4, row, picture.pixels.constData() + y * row, row);
    return sheet;
}

/** A page with a picture of that share of its height, and drawn or hidden text. */
Page pageWith(double pictureShare, const QString& text, quint8 flags)
{
    Page page;
    page.number = 1;
    page.size = paper;
    if (pictureShare > 0)
        page.images << PageImage{0, 0, 600, float(800 * pictureShare), 100, 100};
    page.fonts << PageFont{};
    for (const QChar c : text) {
        Glyph glyph;
        glyph.textBegin = quint32(page.text.size());
        glyph.textLength = 1;
        glyph.flags = flags | (c == u' ' ? Glyph::Space : 0);
        glyph.size = 10;
        glyph.baseline = 100;
        glyph.x0 = float(5 * page.glyphs.size());
        glyph.x1 = glyph.x0 + 5;
        page.text += c;
        page.glyphs << glyph;
    }
    return page;
}

} // namespace

class Pages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextLayerIsJudged()
    {
        const QString words = u"the quick brown fox jumps over the lazy dog"_s;
        QCOMPARE(textLayerOf(pageWith(0, words, 0)), TextLayer::Good);
        QCOMPARE(textLayerOf(pageWith(0, u""_s, 0)), TextLayer::Good); // a blank page has nothing to read
        QCOMPARE(textLayerOf(pageWith(1, u""_s, 0)), TextLayer::Absent);
        QCOMPARE(textLayerOf(pageWith(1, u"12"_s, 0)), TextLayer::Absent); // a folio on a scan
        QCOMPARE(textLayerOf(pageWith(1, words, Glyph::Hidden)), TextLayer::Laid);
        QCOMPARE(textLayerOf(pageWith(0.2, words, 0)), TextLayer::Good);
        QCOMPARE(textLayerOf(pageWith(1, words, 0)), TextLayer::Stamped);
        QCOMPARE(textLayerOf(pageWith(1, words.repeated(20), 0)), TextLayer::Good);
        Page white = pageWith(1, words, 0);
        for (Glyph& glyph : white.glyphs)
            glyph.colour = 0xFFFFFF;
        QCOMPARE(textLayerOf(white), TextLayer::Laid);
        QCOMPARE(textLayerOf(pageWith(0, words, Glyph::NoUnicode)), TextLayer::Unknown);
    }

    void manyPicturesMakeAScanTogether()
    {
        Page strips = pageWith(0, u""_s, 0);
        for (int i = 0; i < 80; ++i)
            strips.images << PageImage{0, float(10 * i), 600, float(10 * i + 10), 600, 10};
        QCOMPARE(textLayerOf(strips), TextLayer::Absent);
        Page marks = pageWith(0, u""_s, 0);
        for (int i = 0; i < 80; ++i) // drawn over one another
            marks.images << PageImage{0, 0, 60, 80, 60, 80};
        QCOMPARE(textLayerOf(marks), TextLayer::Good);
    }

    void agreementCountsTheWordsThatWereSeen()
    {
        const Page own = pageWith(1, u"the quick brown fox"_s, Glyph::Hidden);
        QCOMPARE(agreement(own, pageWith(1, u"The quick, brown fox"_s, 0)), 1.0);
        QCOMPARE(agreement(own, pageWith(1, u"the quack brown box"_s, 0)), 0.5);
        QCOMPARE(agreement(own, pageWith(1, u""_s, 0)), 1.0);
        Page unsure = pageWith(1, u"the quick brown box"_s, 0);
        for (qsizetype i = unsure.glyphs.size() - 3; i < unsure.glyphs.size(); ++i)
            unsure.glyphs[i].confidence = 50;
        QCOMPARE(agreement(own, unsure), 1.0); // what may be misread speaks against nobody
    }

    void aDrawingIsLargeInkWithoutText()
    {
        PagePicture picture{1200, 1600, paper, QByteArray(qsizetype(1200) * 1600 * 4, char(0xff))};
        const auto draw = [&](const QRect& box) {
            for (int y = box.top(); y <= box.bottom(); ++y)
                picture.pixels.replace((qsizetype(y) * picture.width + box.left()) * 4, qsizetype(box.width()) * 4,
                                       QByteArray(qsizetype(box.width()) * 4, char(0)));
        };
        const Page read = pageWith(1, u"a headline"_s, Glyph::Hidden); // 50 points wide, its letters one high
        draw({0, 0, 100, 2});
        QVERIFY(!showsDrawing(read, picture));
        draw({100, 800, 1000, 2}); // a rule
        for (int i = 0; i < 20; ++i)
            draw({100 + 40 * i, 1000 + 30 * i, 3, 3}); // dust
        QVERIFY(!showsDrawing(read, picture));
        draw({100, 700, 2, 100}); // an axis on the rule
        QVERIFY(showsDrawing(read, picture));
    }

    void aLettersLinesTakeMoreOfItThanAChartsLabels()
    {
        Page read = pageWith(1, u"ten signs!"_s, Glyph::Hidden);
        for (Glyph& glyph : read.glyphs) {
            glyph.y0 = 90;
            glyph.y1 = 100;
        }
        QCOMPARE(textShare(read, QRectF(0, 85, 50, 20)), 0.5);
        QCOMPARE(textShare(read, QRectF(0, 50, 100, 100)), 0.05);
        QCOMPARE(textShare(read, QRectF(0, 200, 100, 100)), 0.0);
        QCOMPARE(textShare(read, QRectF()), 0.0);
    }

    void linesBecomeInvisibleGlyphsInPoints()
    {
        const std::vector<gpu::ReadLine> lines{
            {{200, 100, 1, 0, 300, 20}, {wordAt("two", 100, 100, 60), wordAt("wörds", 250, 100, 100)}}};
        const Page page = recognisedPage(pageWith(1, u"old text"_s, Glyph::Hidden), lines, 0.5);
        QCOMPARE(page.text, u"two wörds"_s);
        QCOMPARE(page.images.size(), 1);
        QVERIFY(page.recognised);
        QCOMPARE(page.glyphs.first().confidence, 90);
        QCOMPARE(page.glyphs.size(), 9);
        for (const Glyph& glyph : page.glyphs) {
            QVERIFY(glyph.flags & Glyph::Hidden);
            QCOMPARE(glyph.angle, 0);
            QCOMPARE(glyph.baseline, page.glyphs.first().baseline);
            QVERIFY(glyph.baseline > 50 && glyph.baseline < 55);
        }
        QCOMPARE(page.glyphs[0].x0, 35.0F);
        QCOMPARE(page.glyphs[2].x1, 65.0F);
        QVERIFY(page.glyphs[3].flags & Glyph::Space);
        QCOMPARE(page.glyphs[4].x0, 100.0F);
        QCOMPARE(page.glyphs[8].x1, 150.0F);
    }

    void turnedLinesKeepTheirDirection()
    {
        const std::vector<gpu::ReadLine> lines{{{100, 300, 0, 1, 200, 20}, {wordAt("down", 100, 300, 200, 0, 1)}},
                                               {{300, 300, 0, -1, 200, 20}, {wordAt("up", 300, 300, 200, 0, -1)}},
                                               {{300, 700, -1, 0, 200, 20}, {wordAt("over", 300, 700, 200, -1, 0)}}};
        const Page page = recognisedPage(pageWith(1, u""_s, 0), lines, 1);
        const Glyph &down = page.glyphs[0], &up = page.glyphs[4], &over = page.glyphs[6];
        QCOMPARE(down.angle, 270);
        QVERIFY(down.y0 == 200 && down.baseline < 100); // its first letter is the upper one, its feet are to the left
        QCOMPARE(up.angle, 90);
        QVERIFY(up.y1 == 400 && up.baseline > 300);
        QCOMPARE(over.angle, 180);
        QVERIFY(over.x1 == 400 && over.baseline < 700);
    }

    void withoutModelsNothingIsRead()
    {
        const PageEyes eyes(ModelStore({u"/nowhere"_s}));
        QVERIFY(!eyes.canRead());
        QVERIFY(!eyes.canFindRegions());
        QVERIFY(eyes.label().isEmpty());
    }

    void theRealModelSeesAFigureAndItsHeadings()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats/10.21105.jose.00286.pdf"_s);
        const PageEyes eyes;
        if (!eyes.canFindRegions() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        const Result<PagePicture> picture =
            renderPdfPage(sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00286.pdf"_s), 2, 100);
        QVERIFY(picture);
        const Result<QVector<PageRegion>> regions = eyes.findRegions(*picture, {});
        QVERIFY2(regions, regions ? "" : qPrintable(regions.error().detail));
        const auto sees = [&](PageRegion::Kind kind, QPointF at) {
            return std::ranges::any_of(*regions, [&](const PageRegion& region) {
                return region.kind == kind && region.score > 0.8 && region.box.contains(at);
            });
        };
        QVERIFY(sees(PageRegion::Kind::Figure, {350, 400}));
        QVERIFY(sees(PageRegion::Kind::Title, {190, 645}));
        QVERIFY(!sees(PageRegion::Kind::Figure, {350, 700}));

        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(eyes.findRegions(*picture, stop.get_token()).error().code, u"stopped"_s);
    }

    void realModelsLeaveABlankSheetBlank()
    {
        const PageEyes eyes;
        if (!eyes.canRead() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        PagePicture sheet{850, 1100, {612, 792}, QByteArray(qsizetype(850) * 1100 * 4, char(0xf0))};
        Page page;
        page.number = 1;
        page.size = sheet.pageSize;
        const auto isReadBlank = [&] {
            const Result<Page> read = eyes.read(page, sheet, {});
            return read && read->glyphs.isEmpty() && read->recognised;
        };
        QVERIFY(isReadBlank());
        for (qsizetype i = 0; i < sheet.pixels.size(); i += 4 * 9973) // dust
            for (qsizetype channel = 0; channel < 3; ++channel)
                sheet.pixels[i + channel] = 0;
        QVERIFY(isReadBlank());
    }

    void aModelInBytesIsMadeOnceAndReadsTheSame()
    {
        SHEAF_REQUIRE_SHARED(u"data/scans/ocr_test.pdf"_s);
        const ModelStore store;
        const auto file = [&](const QString& name) { return store.path(name).toStdString(); };
        if (!PageEyes().canRead() || !gpu::openRuntime(file(u"onnxruntime"_s)))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        if (!gpu::sumsBytes())
            QSKIP("this processor has no instruction that sums bytes, or ONNX's library was left out");
        const QTemporaryDir place;
        const QString lines = byteModel(store, u"text-recognition"_s, place.path());
        const QString regions = byteModel(store, u"text-detection"_s, place.path());
        QVERIFY(QFileInfo(lines).size() * 3 < QFileInfo(store.path(u"text-recognition"_s)).size());
        const QDateTime made = QFileInfo(lines).lastModified();
        QCOMPARE(byteModel(store, u"text-recognition"_s, place.path()), lines);
        QCOMPARE(QFileInfo(lines).lastModified(), made);
        QCOMPARE(QDir(place.path()).entryList(QDir::Files).size(), 2);            // nothing is left lying beside them
        QCOMPARE(byteModel(store, u"line-direction"_s, place.path()), QString()); // has no ranges
        QCOMPARE(byteModel(store, u"text-recognition"_s, u"/proc/nowhere"_s), QString());

        const Result<PagePicture> picture =
            renderPdfPage(sheaf::testing::sharedFile(u"data/scans/ocr_test.pdf"_s), 1, 150);
        QVERIFY(picture);
        const gpu::Bitmap bitmap{reinterpret_cast<const std::uint8_t*>(picture->pixels.constData()), picture->width,
                                 picture->height};
        QStringList texts;
        for (const bool inBytes : {false, true}) {
            gpu::OcrFiles files{file(u"page-orientation"_s), file(u"text-detection"_s), file(u"line-direction"_s),
                                file(u"text-recognition"_s)};
            if (inBytes) { // on their own: the floats' files are not needed
                files.detection = regions.toStdString();
                files.recognition = lines.toStdString();
            }
            const auto workplace = gpu::Workplace::open({.runtime = file(u"onnxruntime"_s), .mayUseDevice = false});
            QVERIFY(workplace);
            const auto engine = gpu::OcrEngine::open(files, *workplace);
            QVERIFY2(engine, engine ? "" : engine.error().c_str());
            const auto read = (*engine)->read(bitmap, 150);
            QVERIFY(read);
            QStringList words;
            for (const gpu::ReadLine& line : *read)
                for (const gpu::ReadWord& word : line.words)
                    words << QString::fromStdString(word.text);
            texts << words.join(u' ');
        }
        QVERIFY(texts.first().size() > 50);
        QCOMPARE(texts.last(), texts.first());
    }

    void modelsAreLetGoOfWhenNobodyReads()
    {
        const PageEyes eyes(ModelStore(), {.idle = std::chrono::milliseconds(1)});
        if (!eyes.canRead() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        QVERIFY(!eyes.isLoaded());
        const PagePicture sheet{100, 100, {72, 72}, QByteArray(100 * 100 * 4, char(0xff))};
        for (int i = 0; i < 2; ++i) { // the second time they come back
            QVERIFY(eyes.read(Page(), sheet, {}));
            QTRY_VERIFY_WITH_TIMEOUT(!eyes.isLoaded(), 60'000);
        }
    }

    void realModelsReadAScanInEveryDirection_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* turn : {"", "_rotated_90", "_rotated_180", "_rotated_270"})
            QTest::newRow(*turn ? turn : "upright") << u"data/scans/ocr_test%1.pdf"_s.arg(QLatin1StringView(turn));
    }

    void realModelsReadAScanInEveryDirection()
    {
        QFETCH(QString, file);
        SHEAF_REQUIRE_SHARED(file);
        const PageEyes eyes;
        if (!eyes.canRead())
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        if (!gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("ONNX Runtime is not on this machine, or was left out");
        const QString path = sheaf::testing::sharedFile(file);
        const Result<PagePicture> picture = renderPdfPage(path, 1, 150);
        QVERIFY(picture);
        Page page;
        page.number = 1;
        page.size = picture->pageSize;
        const Result<Page> read = eyes.read(page, *picture, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        for (const QString& line : {u"Docling bundles PDF document conversion to"_s,
                                    u"JSON and Markdown in an easy self contained"_s, u"package"_s})
            QVERIFY2(read->text.contains(line), qPrintable(read->text));

        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(eyes.read(page, *picture, stop.get_token()).error().code, u"stopped"_s);
    }

    void realModelsReadFinePrint()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats/10.21105.jose.00198.pdf"_s);
        const PageEyes eyes;
        if (!eyes.canRead() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        const auto picture = renderPdfPage(sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00198.pdf"_s), 2, 70);
        QVERIFY(picture);
        Page page;
        page.number = 1;
        page.size = picture->pageSize;
        const Result<Page> read = eyes.read(page, shrunk(*picture), {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        for (const QString& line : {u"The material is designed to be accessible to graduate students"_s,
                                    u"Juniper wants to learn how to build"_s, u"ecological forecasting"_s})
            QVERIFY2(read->text.contains(line), qPrintable(read->text));
    }
};

QTEST_GUILESS_MAIN(Pages)
#include "pages.moc"
