// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquiring_fixture.h"

using namespace sheaf;
using namespace sheaf::testing;

/** Documents that the list or the user names. */
class OwnFilesTest : public QObject, private AcquiringFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aLocalFileNeedsNoNetwork()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.pdf"_s, thePdf())};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->path, paper.files.first());
        QCOMPARE(result->identity.status, Validation::Passed);
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
    }

    void aLocalFileThatIsAnotherPaperIsKeptAndSaid()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.pdf"_s, anotherPdf())};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->identity.status, Validation::Failed);
    }

    void aMarkdownFileIsADocument()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.md"_s, "# " + title.toUtf8() + "\n\nText of the paper.\n")};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->identity.status, Validation::Passed);
        QCOMPARE(result->pages, 0);
    }

    void aLocalFileOfNoUseGivesWayToAnOpenCopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("a web page") << "<html><body>Log in</body></html>"_ba;
        QTest::newRow("an archive") << "PK\x03\x04 something"_ba;
        QTest::newRow("a broken PDF") << "%PDF-1.4\nnothing else"_ba;
    }
    void aLocalFileOfNoUseGivesWayToAnOpenCopy()
    {
        QFETCH(QByteArray, bytes);
        Paper paper = thePaper();
        paper.files = {bytes.isEmpty() ? m_folder->filePath(u"nowhere.pdf"_s) : write(u"own.pdf"_s, bytes)};
        publish(u"/a.pdf"_s, thePdf());
        const auto result = acquire(paper);
        QVERIFY(result);
        QVERIFY(result->provenance.startsWith("Unpaywall"_L1));
    }

    void aLocalFileOfNoUseIsTheReasonWhereNothingElseIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QByteArray() << u"acquire.file-missing"_s;
        QTest::newRow("a web page") << "<html><body>Log in</body></html>"_ba << u"acquire.not-a-pdf"_s;
        QTest::newRow("a broken PDF") << "%PDF-1.4\nnothing else"_ba << u"pdf.broken"_s;
    }
    void aLocalFileOfNoUseIsTheReasonWhereNothingElseIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        Paper paper = thePaper();
        paper.files = {bytes.isEmpty() ? m_folder->filePath(u"nowhere.pdf"_s) : write(u"own.pdf"_s, bytes)};
        QCOMPARE(codeOf(paper), code);
    }

    void anEncryptedFileAsksForItsPassword()
    {
        SHEAF_REQUIRE_SHARED(u"data/nasty/encrypted/odl-password-protected.pdf"_s);
        Paper paper = thePaper();
        paper.files = {sharedFile(u"data/nasty/encrypted/odl-password-protected.pdf"_s)};
        const auto result = acquire(paper);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"pdf.encrypted"_s);
        QVERIFY(needsAttention(result.error()));
        const auto wrong = acquire(paper, u"surely not"_s);
        QVERIFY(!wrong);
        QVERIFY(needsAttention(wrong.error()));
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
    }
};

QTEST_GUILESS_MAIN(OwnFilesTest)
#include "own_files.moc"
