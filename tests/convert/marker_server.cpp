// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/marker_server.h"
#include "convert/converter.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

using namespace sheaf;
using namespace Qt::StringLiterals;
using sheaf::testing::MarkerServer;
using sheaf::testing::ServedReply;

class MarkerServerTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MarkerServer> m_server;
    QString m_pdf;

    static QByteArray line(const QByteArray& text) { return "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET"; }

    std::unique_ptr<Converter> converter(const QString& key = {}, const QString& deadline = u"60"_s,
                                         const QString& path = u"/"_s) const
    {
        Settings settings;
        (void)settings.set(u"convert.kind"_s, u"marker-server"_s);
        (void)settings.set(u"convert.url"_s, m_server->url().toString() + path);
        (void)settings.set(u"convert.deadline.seconds"_s, deadline);
        return *makeConverter(settings, [key](SecretName) { return Secret(key); });
    }
    Result<Conversion> convert(const QString& preset = u"balanced"_s, std::stop_token stop = {}) const
    {
        ConvertOptions options;
        options.preset = preset;
        return converter()->convert({m_pdf, "abc123", {}}, options, {}, stop);
    }
    QString failureWith(const MarkerServer::Behaviour& behaviour) const
    {
        m_server->setBehaviour(behaviour);
        const auto conversion = convert();
        return conversion ? QString() : conversion.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<MarkerServer>();
        SmallPdf pdf;
        for (int page = 1; page <= 4; ++page)
            pdf.addPage(line("Page " + QByteArray::number(page) + " measures the samples again."));
        m_pdf = pdf.save(m_folder.path());
    }

    void theAddressMayBeTheBaseOrWhatTheServersDocumentsShow_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("bare") << QString();
        QTest::newRow("slash") << u"/"_s;
        QTest::newRow("marker") << u"/marker"_s;
        QTest::newRow("marker and slash") << u"/marker/"_s;
        QTest::newRow("whole") << u"/marker/upload"_s;
    }
    void theAddressMayBeTheBaseOrWhatTheServersDocumentsShow()
    {
        QFETCH(QString, path);
        QVERIFY(converter({}, u"60"_s, path)->convert({m_pdf, "abc123", {}}, {}, {}, {}));
    }

    void aDocumentIsUploadedAndPlacedOnItsPages()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.pages = 4;
        behaviour.markdown = u"It measures the samples again."_s;
        m_server->setBehaviour(behaviour);
        const auto conversion = convert();
        QVERIFY(conversion);
        QCOMPARE(conversion->converter, u"marker-server"_s);
        QCOMPARE(conversion->pages, 4);
        QCOMPARE(conversion->markdown, QStringList(4, behaviour.markdown).join(u"\n\n"_s));
        QCOMPARE(conversion->blocks.size(), 4);
        for (int page = 1; page <= 4; ++page) {
            const ConvertedBlock& block = conversion->blocks[page - 1];
            QCOMPARE(block.regions.size(), 1);
            QCOMPARE(block.regions[0].page, page);
            QVERIFY(block.regions[0].box.height() < 30);
        }
        QCOMPARE(conversion->words.size(), 4);
        QCOMPARE(conversion->words[2].words.constLast().block, 2);
        QCOMPARE(conversion->audits.size(), 4);

        const auto upload = m_server->uploads().constFirst();
        QCOMPARE(upload.value("file"), "abc123.pdf"_ba);
        QCOMPARE(upload.value("output_format"), "markdown"_ba);
        QCOMPARE(upload.value("paginate_output"), "true"_ba);
        QCOMPARE(upload.value("force_ocr"), "false"_ba);
        QVERIFY(!upload.contains("page_range"));
    }

    void qualityForcesRecognition()
    {
        QVERIFY(convert(u"quality"_s));
        QCOMPARE(m_server->uploads().constFirst().value("force_ocr"), "true"_ba);
    }

    void aServerWithoutPageMarksWillDo()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.instead =
            ServedReply::json({{u"success"_s, true}, {u"output"_s, u"Page 3 measures the samples again."_s}});
        m_server->setBehaviour(behaviour);
        const auto conversion = convert();
        QVERIFY(conversion);
        QCOMPARE(conversion->blocks[0].regions[0].page, 3);
        QCOMPARE(conversion->pages, 4);
    }

    void aKeyGoesAlongWhereThereIsOne()
    {
        QVERIFY(converter(u"s3cret"_s)->convert({m_pdf, "abc", {}}, {}, {}, {}));
        QVERIFY(converter()->convert({m_pdf, "abc", {}}, {}, {}, {}));
        const auto requests = m_server->http().requests();
        QCOMPARE(requests[0].header("Authorization"), "Bearer s3cret"_ba);
        QVERIFY(!requests[1].hasHeader("Authorization"));
    }

    void memoryTroubleIsSolvedByHalves()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.pages = 4;
        behaviour.mostPagesInMemory = 1;
        behaviour.markdown = u"It measures the samples again."_s;
        m_server->setBehaviour(behaviour);
        const auto conversion = convert();
        QVERIFY(conversion);
        QCOMPARE(conversion->blocks.size(), 4);
        QCOMPARE(conversion->blocks[3].regions[0].page, 4);
        QByteArrayList ranges;
        for (const auto& upload : m_server->uploads())
            ranges.append(upload.value("page_range"));
        QCOMPARE(ranges, (QByteArrayList{"", "0-1", "0-0", "1-1", "2-3", "2-2", "3-3"}));
    }

    void memoryTroubleOfOnePageIsAFailureOfThisPaper()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.pages = 4;
        behaviour.mostPagesInMemory = 0;
        QCOMPARE(failureWith(behaviour), u"convert.memory"_s);
    }

    void troubleHasItsCode()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.error = u"list index out of range"_s;
        QCOMPARE(failureWith(behaviour), u"convert.failed"_s);
        behaviour.error.clear();
        behaviour.instead = ServedReply::text("Service Unavailable", "text/plain", 503);
        QCOMPARE(failureWith(behaviour), u"convert.service-busy"_s);
        behaviour.instead = ServedReply::text("<html>Another program</html>", "text/html");
        QCOMPARE(failureWith(behaviour), u"convert.service-refused"_s);
        behaviour.instead = ServedReply{.manner = ServedReply::Manner::DropBeforeHeaders};
        QCOMPARE(failureWith(behaviour), u"convert.service-down"_s);
        behaviour.instead = ServedReply{.body = QByteArray(1000, '{'), .manner = ServedReply::Manner::DropMidBody};
        QCOMPARE(failureWith(behaviour), u"convert.service-down"_s);
        const auto before = m_server->http().requests().size();
        QCOMPARE(failureWith(behaviour), u"convert.service-down"_s);
        QCOMPARE(m_server->http().requests().size(), before + 1); // a conversion that may run is not asked for again
        m_server->http().goDown();
        const auto conversion = convert();
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().code, u"convert.service-down"_s);
        QVERIFY(conversion.error().retryable);
    }

    void aDocumentThatIsTheReasonSaysSo()
    {
        SmallPdf pdf;
        pdf.addPage(line("Secret"));
        pdf.encrypt("word");
        m_pdf = pdf.save(m_folder.path(), u"encrypted.pdf"_s);
        MarkerServer::Behaviour behaviour;
        behaviour.error = u"Failed to load document (PDFium: Incorrect password error)."_s;
        QCOMPARE(failureWith(behaviour), u"pdf.encrypted"_s);
    }

    void aServerThatNeverAnswersCostsOnePaperItsDeadline()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.instead = ServedReply{.manner = ServedReply::Manner::NeverAnswer};
        m_server->setBehaviour(behaviour);
        const auto conversion = converter({}, u"5"_s)->convert({m_pdf, "abc", {}}, {}, {}, {});
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().code, u"convert.timeout"_s);
    }

    void aStopEndsTheWaiting()
    {
        MarkerServer::Behaviour behaviour;
        behaviour.instead = ServedReply{.manner = ServedReply::Manner::NeverAnswer};
        m_server->setBehaviour(behaviour);
        std::stop_source stop;
        std::jthread stopper([&] {
            while (m_server->http().requests().isEmpty())
                std::this_thread::yield();
            stop.request_stop();
        });
        const auto conversion = convert(u"balanced"_s, stop.get_token());
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().code, u"stopped"_s);
    }

    void fourWorkersUseOneConverter()
    {
        const auto shared = converter();
        std::atomic<int> done = 0;
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < 4; ++i)
                workers.emplace_back([&] { done += shared->convert({m_pdf, "abc", {}}, {}, {}, {}).has_value(); });
        }
        QCOMPARE(done.load(), 4);
    }
};

QTEST_GUILESS_MAIN(MarkerServerTest)
#include "marker_server.moc"
