// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "convert/services/vision_answer.h"
#include "servers/vision_server.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace sheaf;
using namespace Qt::StringLiterals;
using namespace sheaf::testing;

namespace {

VisionLine page(const QString& text, const QString& keys = u"is_rotation_valid: True\nrotation_correction: 0"_s)
{
    return {.content = u"---\nprimary_language: en\n"_s + keys + u"\n---\n"_s + text};
}

class Shelf : public RangeShelf
{
public:
    QByteArray get(const QString& range) override { return kept.value(range); }
    void put(const QString& range, const QByteArray& packed) override { kept.insert(range, packed); }
    QMap<QString, QByteArray> kept;
};

} // namespace

class VisionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_pdf;

    static QByteArray line(const QByteArray& text) { return "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET"; }

    Result<Conversion> convert(const VisionServer& server, const ConvertOptions& options = {},
                               const QString& model = {}) const
    {
        Settings settings;
        if (!settings.set(u"convert.kind"_s, u"vision"_s) || !settings.set(u"convert.url"_s, server.url().toString()) ||
            !settings.set(u"convert.model"_s, model))
            return Conversion();
        return (*makeConverter(settings, {}))->convert({m_pdf, "abc123", {}}, options, {}, {});
    }

private Q_SLOTS:
    void init()
    {
        SmallPdf pdf;
        pdf.addPage(line("The first page measures."));
        pdf.addPage("");
        pdf.addPage(line("The third page measures."));
        m_pdf = pdf.save(m_folder.path());
    }

    void eachPageWithInkIsAskedFor()
    {
        const VisionServer server({page(u"# The first page measures."_s), page(u"The third page measures."_s)});
        const auto made = convert(server);
        QVERIFY(made);
        QCOMPARE(made->markdown, u"# The first page measures.\n\nThe third page measures."_s);
        QCOMPARE(made->blocks.last().regions.first().page, 3);
        QCOMPARE(made->version, u"page-reader"_s);
        QCOMPARE(server.questions().size(), 2); // the second page is blank
        const QJsonObject question = server.questions().first();
        const QJsonArray content = question["messages"_L1][0]["content"_L1].toArray();
        QCOMPARE(content[0]["type"_L1].toString(), u"text"_s);
        const QString url = content[1]["image_url"_L1]["url"_L1].toString();
        QVERIFY(url.startsWith("data:image/png;base64,"_L1));
        const QByteArray png = QByteArray::fromBase64(url.mid(22).toLatin1());
        const auto side = [&png](int at) {
            return (uchar(png[at]) << 24) + (uchar(png[at + 1]) << 16) + (uchar(png[at + 2]) << 8) + uchar(png[at + 3]);
        };
        QVERIFY(std::abs(std::max(side(16), side(20)) - 1288) <= 1);
    }

    void aPageThatRunsAwayIsAskedAgainAndThenTakenFromTheDocument()
    {
        const VisionServer server({{.content = u"a"_s, .finish = u"length"_s},
                                   page(u"again and "_s.repeated(200)),
                                   {.content = u"too many tokens"_s, .status = 400},
                                   {.content = u"---\nno end"_s},
                                   page(u"Third."_s)});
        const auto made = convert(server);
        QVERIFY(made);
        QCOMPARE(made->markdown, u"The first page measures.\n\nThird."_s);
        QCOMPARE(server.questions().size(), 5);
        QCOMPARE(server.questions()[1]["temperature"_L1].toDouble(), 0.2);
    }

    void aModelThatReadsNothingIsAFailureOfThePaper()
    {
        const VisionServer server({{.content = u"context too long"_s, .status = 400}});
        const auto made = convert(server);
        // The blank page is no page that was read.
        QVERIFY(made);
        QVERIFY(made->markdown.contains("first page"_L1));
        SmallPdf pdf;
        pdf.addPage(line("Only."));
        m_pdf = pdf.save(m_folder.path(), u"one.pdf"_s);
        const auto none = convert(server);
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"convert.failed"_s);
        QVERIFY(none.error().detail.contains("context too long"_L1));
    }

    void aPageThatStandsWrongIsTurned()
    {
        const VisionServer server({page(u"x"_s, u"is_rotation_valid: False\nrotation_correction: 90"_s),
                                   page(u"First."_s), page(u"Third."_s)});
        const auto made = convert(server);
        QVERIFY(made);
        QCOMPARE(made->markdown, u"First.\n\nThird."_s);
    }

    void finishedPagesAreNotAskedForAgain()
    {
        Shelf shelf;
        ConvertOptions options;
        options.shelf = &shelf;
        const VisionServer first({page(u"First."_s), {.content = u"busy"_s, .status = 401}});
        const auto stopped = convert(first, options);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, u"convert.service-key"_s);
        const VisionServer second({page(u"Third."_s)});
        const auto made = convert(second, options);
        QVERIFY(made);
        QCOMPARE(made->markdown, u"First.\n\nThird."_s);
        QCOMPARE(second.questions().size(), 1);
    }

    void aModelThatIsNotThereStopsTheStage()
    {
        const VisionServer server({page(u"x"_s)});
        const auto made = convert(server, {}, u"another"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"convert.service-refused"_s);
    }

    void answersAreTakenApart()
    {
        QCOMPARE(visionAnswer(u"```markdown\n# T\n\nText ![a chart](page_1_2_3_4.png)\n```"_s)->markdown,
                 u"# T\n\nText"_s);
        QCOMPARE(visionAnswer(u"---\nprimary_language: null\n---\n"_s)->markdown, QString());
        QCOMPARE(visionAnswer(u"---\nis_rotation_valid: false\nrotation_correction: 270\n---\nx"_s)->turnedBy, 270);
        QVERIFY(!visionAnswer(u"---\nnever ends"_s));
        QVERIFY(!visionAnswer(u"Text. "_s + QString(2000, u'9')));
        QVERIFY(visionAnswer(u"| a | b |\n| --- | --- |\n| 1 | 2 |"_s));
    }
};

QTEST_GUILESS_MAIN(VisionTest)
#include "vision.moc"
