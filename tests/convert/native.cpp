// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/look_ahead.h"
#include "convert/native/native_converter.h"
#include "convert/native/page_reading.h"
#include "gpu/session.h"
#include "sight/page_eyes.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

PageAudit doubted(int page, double confidence, const QString& reason)
{
    PageAudit audit;
    audit.page = page;
    audit.confidence = confidence;
    audit.reasons << reason;
    return audit;
}

/** A page with that content, as a picture that fills the page, and nothing but `drawn` on it. A side of the page is
 * `scale` times that of paper. */
SmallPdf scanOf(const QByteArray& content, const QString& folder, const QByteArray& drawn = {}, double scale = 1)
{
    SmallPdf typeset;
    typeset.addPage(content);
    const Result<PagePicture> picture = renderPdfPage(typeset.save(folder, u"typeset.pdf"_s), 1, 150);
    if (!picture)
        qFatal("%s", qPrintable(picture.error().detail));
    QByteArray grey;
    for (qsizetype i = 0; i < picture->pixels.size(); i += 4)
        grey += picture->pixels[i];
    SmallPdf scan;
    const int image =
        scan.addStream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
                           QByteArray::number(picture->width) + " /Height " + QByteArray::number(picture->height),
                       grey);
    scan.addResource("XObject", "/Scan " + QByteArray::number(image) + " 0 R");
    const QByteArray width = QByteArray::number(612 * scale), height = QByteArray::number(792 * scale);
    scan.addPage("q " + width + " 0 0 " + height + " 0 0 cm /Scan Do Q " + drawn,
                 "/MediaBox [0 0 " + width + ' ' + height + "]");
    return scan;
}

} // namespace

class Native : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoubtIsSettledByAPictureWhereThePictureShowsMore()
    {
        const QVector<PageAudit> audits{doubted(1, 0.3, u"garbled text"_s), doubted(2, 0.9, u"repeated text"_s),
                                        doubted(3, 0.4, u"words lost"_s), doubted(4, 0.2, u"unreadable letters"_s)};
        QCOMPARE(pagesToSee(audits), (QVector<int>{1, 4}));
    }

    void onlyWhatIsSureToBeTakenIsBegunAhead()
    {
        QVector<qsizetype> begun;
        LookAhead<qsizetype> squares(6, 3, [&](qsizetype item) {
            begun << item;
            return std::async(std::launch::deferred, [item] { return item * item; });
        });
        const auto isSure = [](qsizetype item) { return item != 3; };
        QCOMPARE(squares.take(0, isSure), 0);
        QCOMPARE(begun, (QVector<qsizetype>{0, 1, 2}));
        QCOMPARE(squares.take(1, isSure), 1);
        QCOMPARE(squares.take(2, isSure), 4);
        QCOMPARE(begun.size(), 3); // the next one may be left out, as it is
        QCOMPARE(squares.take(4, isSure), 16);
        QCOMPARE(squares.take(5, isSure), 25);
        QCOMPARE(begun, (QVector<qsizetype>{0, 1, 2, 4, 5}));
    }

    void aScanIsLookedAtOnlyWhereItDraws()
    {
        const QTemporaryDir place;
        ModelStore store({place.path(), ModelStore().folder()});
        const auto region = std::ranges::find(store.specs(), u"page-regions"_s, &ModelSpec::name);
        QFile broken(place.filePath(region->fileName())); // tells by its failure that a page was looked at
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.resize(region->bytes));
        const auto eyes = std::make_shared<PageEyes>(store);
        if (!eyes->canRead() || !gpu::openRuntime(store.path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        NativeConverter converter(eyes);
        const QByteArray text = "BT /F1 14 Tf 72 700 Td (A page of nothing but words) Tj ET ";
        const auto markdownOf = [&](const QByteArray& content, const QString& preset) {
            ConvertOptions options;
            options.preset = preset;
            const Result<Conversion> made =
                converter.convert({scanOf(content, place.path()).save(place.path()), {}, {}}, options, {}, {});
            return made ? made->markdown : made.error().detail;
        };
        const QRegularExpression lookedAt(u"page 1 was not looked at: \"models.broken\""_s);
        const QString words = u"A page of nothing but words\n"_s;
        QTest::ignoreMessage(QtWarningMsg, lookedAt);
        QCOMPARE(markdownOf(text + "72 300 200 200 re 90 320 m 250 480 l S", u"balanced"_s), words);
        QTest::ignoreMessage(QtWarningMsg, lookedAt);
        QCOMPARE(markdownOf(text, u"quality"_s), words);
        QTest::failOnWarning(lookedAt);
        QCOMPARE(markdownOf(text + "72 300 m 540 300 l S", u"balanced"_s), words);
    }

    void aScanIsReadUnderAStampAndOnATinyPage()
    {
        const auto eyes = std::make_shared<PageEyes>();
        if (!eyes->canRead() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        NativeConverter converter(eyes);
        const QTemporaryDir place;
        QByteArray text = "BT /F1 12 Tf 14 TL 72 700 Td ";
        for (int i = 0; i < 12; ++i)
            text += "(Reading needs letters of some pixels each) Tj T* ";
        text += "ET";
        const auto timesRead = [&](const QByteArray& stamp, double scale) {
            SmallPdf scan = scanOf(text, place.path(), stamp, scale);
            const Result<Conversion> made = converter.convert({scan.save(place.path()), {}, {}}, {}, {}, {});
            return made ? made->markdown.count(u"Reading needs letters of some pixels each"_s) : -1;
        };
        QCOMPARE(timesRead("BT /F1 8 Tf 72 30 Td (Downloaded by a reader on the first of May) Tj ET", 1), 12);
        QCOMPARE(timesRead({}, 0.1), 12);
    }

    void aLetterByHandIsNoFigure()
    {
        SHEAF_REQUIRE_SHARED(u"data/scans"_s);
        const auto eyes = std::make_shared<PageEyes>();
        if (!eyes->canRead() || !gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        const QString path = sheaf::testing::sharedFile(u"data/scans/handwriting_bad_ocr.pdf"_s);
        const Result<Conversion> letter = NativeConverter(eyes).convert({path, {}, {}}, {}, {}, {});
        QVERIFY(letter);
        QVERIFY2(letter->markdown.count(u' ') > 250, qPrintable(letter->markdown));
    }

    void whatBelongsToAChartIsSeenInItsPicture()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        const auto eyes = std::make_shared<PageEyes>();
        if (!eyes->canFindRegions())
            QSKIP("the models are not on this machine (sheaf-cli models fetch)");
        if (!gpu::openRuntime(ModelStore().path(u"onnxruntime"_s).toStdString()))
            QSKIP("ONNX Runtime is not on this machine, or was left out");
        NativeConverter converter(eyes);
        const ConvertInput input{sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00286.pdf"_s), {}, {}};
        for (const auto& [preset, isText] : {std::pair{u"fast"_s, true}, {u"balanced"_s, false}}) {
            ConvertOptions options;
            options.preset = preset;
            const Result<Conversion> conversion = converter.convert(input, options, {}, {});
            QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error().detail));
            QCOMPARE(conversion->markdown.contains(u"Molecular orbital\n"_s), isText); // of its axis
            QVERIFY(conversion->markdown.contains(u"\n## Features\n"_s));
        }
    }

    void aPaperBecomesMarkdownWithItsPlaces()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        NativeConverter converter;
        const ConvertInput input{sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00307.pdf"_s), {}, {}};
        QVERIFY(converter.accepts(input));
        int done = 0, total = 0;
        const auto progress = [&](int now, int all) {
            done = now;
            total = all;
        };
        const Result<Conversion> conversion = converter.convert(input, {}, progress, {});
        QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error().detail));
        QCOMPARE(conversion->pages, 7);
        QCOMPARE(done, 7);
        QCOMPARE(total, 7);
        QCOMPARE(conversion->title,
                 u"Introduction to deep learning: Carpentries-style hands-on lesson material for introducing "
                 "researchers to deep learning"_s);
        QCOMPARE(conversion->doi, u"10.21105/jose.00307"_s);
        QVERIFY(conversion->markdown.contains(u"\n## Statement of Need\n"_s));
        QVERIFY(conversion->markdown.contains(u"| Introduction into Deep Learning | 0 (0%) | 2 (5%) |"_s));
        QVERIFY(!conversion->markdown.contains(u"Journal of Open Source Education, 9(95)"_s));
        QCOMPARE(conversion->words.size(), 7);
        QCOMPARE(conversion->audits.size(), 7);
        for (const ConvertedBlock& block : conversion->blocks) {
            QVERIFY(block.begin < block.end && block.end <= conversion->markdown.size());
            QVERIFY(!block.regions.isEmpty());
        }
    }

    void aFileThatIsNoPdfIsRefusedWithACode()
    {
        NativeConverter converter;
        const ConvertInput input{QFINDTESTDATA("native.cpp"), {}, {}};
        QVERIFY(!converter.accepts(input));
        const Result<Conversion> conversion = converter.convert(input, {}, {}, {});
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().code, u"pdf.not-a-pdf"_s);
        QVERIFY(!conversion.error().message.isEmpty());
    }

    void aStopIsAFailureOfItsOwn()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        NativeConverter converter;
        std::stop_source stop;
        stop.request_stop();
        const Result<Conversion> conversion = converter.convert(
            {sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00307.pdf"_s), {}, {}}, {}, {}, stop.get_token());
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().code, u"stopped"_s);
    }
};

QTEST_GUILESS_MAIN(Native)
#include "native.moc"
