// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>

#include <thread>

using namespace sheaf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PageWorkerTrouble : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(u"file.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }

    static PdfRequest request(const QString& path, const QString& password = {})
    {
        PdfRequest request;
        request.path = path;
        request.password = password;
        return request;
    }

    static QString codeOf(const Result<DocumentInfo>& result) { return result ? u"read"_s : result.error().code; }

    static QByteArray plain()
    {
        SmallPdf pdf;
        pdf.addPage("BT /F1 12 Tf 72 700 Td (Some text) Tj ET");
        return pdf.bytes();
    }

private Q_SLOTS:
    void cleanup() { qunsetenv("SHEAF_PAGE_WORKER"); }

    void badFilesHaveCodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("a whole one") << plain() << u"read"_s;
        QTest::newRow("empty") << QByteArray() << u"pdf.empty"_s;
        QTest::newRow("a web page") << "<html><body>Please log in</body></html>"_ba << u"pdf.not-a-pdf"_s;
        QTest::newRow("only a signature") << "%PDF-1.5\n"_ba << u"pdf.broken"_s;
        QTest::newRow("cut in its middle") << plain().first(300) << u"pdf.broken"_s;
        QTest::newRow("junk before it") << "HTTP/1.1 200 OK\n\n"_ba + plain() << u"read"_s;
        QTest::newRow("wrong offsets") << plain().replace("xref\n0 ", "xref\n7 ") << u"read"_s;
        QTest::newRow("no pages") << SmallPdf().bytes() << u"pdf.empty"_s;
    }

    void badFilesHaveCodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QCOMPARE(codeOf(readPdf(request(write(bytes)), {})), code);
    }

    void aCutFileIsSaidToBeIncomplete()
    {
        const auto result = readPdf(request(write(plain().first(300))), {});
        QVERIFY(!result);
        QVERIFY(result.error().message.contains(u"incomplete"));
    }

    void aMissingFileIsMissing()
    {
        QCOMPARE(codeOf(readPdf(request(m_folder.filePath(u"nothing.pdf"_s)), {})), u"pdf.missing"_s);
        QCOMPARE(codeOf(readPdf(request(m_folder.path()), {})), u"pdf.not-a-pdf"_s);
    }

    void aPasswordOpensWhatItProtects()
    {
        SmallPdf pdf;
        pdf.encrypt("secret");
        pdf.addPage("BT /F1 12 Tf 72 700 Td (Protected) Tj ET");
        const QString path = pdf.save(m_folder.path());
        QCOMPARE(codeOf(readPdf(request(path), {})), u"pdf.encrypted"_s);
        QCOMPARE(codeOf(readPdf(request(path, u"guess"_s), {})), u"pdf.password"_s);
        QString text;
        const auto keep = [&](Page&& page) {
            text = page.text;
            return true;
        };
        QCOMPARE(codeOf(readPdf(request(path, u"secret"_s), keep)), u"read"_s);
        QCOMPARE(text, u"Protected"_s);
    }

    void aPageThatNeedsTooMuchMemoryCostsOnlyItself()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers need more address space than any limit");
#endif
        SmallPdf pdf;
        pdf.addPage("0 0 m " + QByteArray("9 9 l ").repeated(3'000'000) + "S");
        PdfRequest small = request(pdf.save(m_folder.path()));
        small.limits.memoryBytes = 160 << 20;
        QCOMPARE(codeOf(readPdf(small, {})), u"pdf.memory"_s);
        QCOMPARE(codeOf(readPdf(request(write(plain())), {})), u"read"_s);
    }

    void workersThatMisbehaveHaveCodes_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* how : {"version", "greets for ever", "huge frame", "page first", "font index", "text range",
                                "not a number", "page number", "page twice"})
            QTest::newRow(how) << u"pdf.protocol"_s;
        QTest::newRow("half a frame") << u"pdf.crash"_s;
        QTest::newRow("silent end") << u"pdf.crash"_s;
        QTest::newRow("crash") << u"pdf.crash"_s;
        QTest::newRow("chatter") << u"pdf.crash"_s;
        QTest::newRow("memory") << u"pdf.memory"_s;
        QTest::newRow("killed") << u"pdf.memory"_s;
        for (const char* how : {"hang", "stop", "burn", "half then hang", "half then burn"})
            QTest::newRow(how) << u"pdf.timeout"_s;
    }

    void workersThatMisbehaveHaveCodes()
    {
        QFETCH(QString, code);
        qputenv("SHEAF_PAGE_WORKER", QFile::encodeName(sheaf::testing::builtProgram(u"lying-page-worker"_s)));
        PdfRequest lied = request(write("%PDF-1.5 " + QByteArray(QTest::currentDataTag())));
        if (code == u"pdf.timeout")
            (QByteArray(QTest::currentDataTag()).contains("burn") ? lied.limits.page.processor
                                                                  : lied.limits.page.silence) = 300ms;
        const auto result = readPdf(lied, {});
        QCOMPARE(codeOf(result), code);
        QVERIFY(!result.error().message.isEmpty());
    }

    void aBusyMachineEndsNoHealthyWorker()
    {
        const WorkerPatience patience{.processor = 20s, .silence = 10min};
        QCOMPARE(patience.nextWait(0s, 0s), 20s);
        QCOMPARE(patience.nextWait(500ms, 20s), 19'500ms); // it got a fortieth of the processor
        QCOMPARE(patience.nextWait(19'999ms, 9min), 1ms);
        QCOMPARE(patience.nextWait(0s, 9min + 59s), 1s);
        QVERIFY(!patience.nextWait(20s, 20s));
        QVERIFY(!patience.nextWait(0s, 10min));
    }

    void pagesBeforeACrashWereDelivered()
    {
        qputenv("SHEAF_PAGE_WORKER", QFile::encodeName(sheaf::testing::builtProgram(u"lying-page-worker"_s)));
        int seen = 0;
        const auto result = readPdf(request(write("%PDF-1.5 half then crash")), [&](Page&&) { return ++seen, true; });
        QCOMPARE(codeOf(result), u"pdf.crash"_s);
        QCOMPARE(seen, 1);
    }

    void aStopEndsAWorkerThatHangs()
    {
        qputenv("SHEAF_PAGE_WORKER", QFile::encodeName(sheaf::testing::builtProgram(u"lying-page-worker"_s)));
        std::stop_source stop;
        QSemaphore pageSeen;
        std::jthread stopper([&] {
            pageSeen.acquire();
            stop.request_stop();
        });
        const auto seen = [&](Page&&) {
            pageSeen.release();
            return true;
        };
        PdfRequest patient = request(write("%PDF-1.5 half then hang"));
        QCOMPARE(codeOf(readPdf(patient, seen, stop.get_token())), u"stopped"_s);
        QCOMPARE(codeOf(readPdf(patient, {}, stop.get_token())), u"stopped"_s);
    }

    void aMissingWorkerIsSaid()
    {
        qputenv("SHEAF_PAGE_WORKER", "/nowhere/sheaf-page-worker");
        QCOMPARE(codeOf(readPdf(request(write(plain())), {})), u"pdf.crash"_s);
        QVERIFY(!pdfSupport().available);
        QVERIFY(!pdfSupport().problem.isEmpty());
    }

    void theWorkerSaysWhatItIs()
    {
        const PdfSupport support = pdfSupport();
        QVERIFY2(support.available, qPrintable(support.problem));
        QVERIFY(!support.popplerVersion.isEmpty());
        QVERIFY(support.sandbox == u"seccomp" || support.sandbox == u"limits only");
    }
};

QTEST_GUILESS_MAIN(PageWorkerTrouble)
#include "page_worker_trouble.moc"
