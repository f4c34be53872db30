// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/download_watch.h"

#include "servers/sample_pdf.h"
#include "testing/patience.h"
#include "testing/testing.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QString drift = u"Sampling of sensor responses under slow thermal drift"_s;
const QString birds = u"Migration of arctic birds along the northern coast"_s;

Paper paper(PaperId id, const QString& title, const QString& family)
{
    Paper one;
    one.id = id;
    one.title = title;
    one.authors = {{family, {}, {}}};
    return one;
}

} // namespace

class DownloadWatchTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_matched, m_unsure;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void watch()
    {
        m_watch->setPapers({paper(1, drift, u"Lovelace"_s), paper(2, birds, u"Carson"_s)});
        m_watch->setFolder(m_folder->path());
    }
    /** A document that is surely the second paper's: whatever was dropped before it has been judged when it has. */
    void waitForTheBirds()
    {
        write(u"zz-birds.pdf"_s, samplePdf({birds, u"Rachel Carson"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!m_matched->isEmpty(), patience);
        QCOMPARE(m_matched->last().at(0).value<PaperId>(), PaperId(2));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_watch = std::make_unique<DownloadWatch>();
        m_matched = std::make_unique<QSignalSpy>(m_watch.get(), &DownloadWatch::matched);
        m_unsure = std::make_unique<QSignalSpy>(m_watch.get(), &DownloadWatch::unsure);
    }
    void cleanup() { m_watch.reset(); }

    void aDownloadGoesToItsPaper()
    {
        watch();
        write(u"1-s2.0-main.pdf"_s, samplePdf({drift, u"Ada Lovelace"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(m_matched->size(), 1, patience);
        QCOMPARE(m_matched->first().at(0).value<PaperId>(), PaperId(1));
        QCOMPARE(m_matched->first().at(1).toString(), path(u"1-s2.0-main.pdf"_s));
        QCOMPARE(m_unsure->size(), 0);
    }

    void whatIsTakenIsCopiedUnderItsHash()
    {
        write(u"mine.pdf"_s, samplePdf({drift, u"Ada Lovelace"_s}));
        QSignalSpy taken(m_watch.get(), &DownloadWatch::taken);
        m_watch->take(1, path(u"mine.pdf"_s), path(u"kept"_s));
        m_watch->take(2, path(u"nowhere.pdf"_s), path(u"kept"_s));
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 2, patience);
        const QString copy = taken.first().at(1).toString();
        QVERIFY(copy.startsWith(path(u"kept/"_s)) && QFile::exists(copy) && QFile::exists(path(u"mine.pdf"_s)));
        QCOMPARE(taken.last().at(1).toString(), path(u"nowhere.pdf"_s));
    }

    void whatLayThereBeforeIsLeftAlone()
    {
        write(u"old.pdf"_s, samplePdf({drift, u"Ada Lovelace"_s}));
        watch();
        waitForTheBirds();
        QCOMPARE(m_matched->size(), 1);
    }

    void aPartialDownloadIsWaitedFor_data()
    {
        QTest::addColumn<QString>("partial");
        QTest::addColumn<bool>("placeholder");
        QTest::newRow("Firefox") << u"paper.Xq1.pdf.part"_s << true;
        QTest::newRow("Chromium") << u"Unconfirmed 4711.crdownload"_s << false;
        QTest::newRow("Chromium, named") << u"paper.pdf.crdownload"_s << false;
    }
    void aPartialDownloadIsWaitedFor()
    {
        QFETCH(QString, partial);
        QFETCH(bool, placeholder);
        const QByteArray pdf = samplePdf({drift, u"Ada Lovelace"_s});
        watch();
        if (placeholder)
            write(u"paper.pdf"_s, {});
        write(partial, pdf.left(200));
        waitForTheBirds();
        QCOMPARE(m_matched->size(), 1);
        write(partial, pdf);
        QFile::remove(path(u"paper.pdf"_s));
        QVERIFY(QFile::rename(path(partial), path(u"paper.pdf"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_matched->size(), 2, patience);
        QCOMPARE(m_matched->last().at(0).value<PaperId>(), PaperId(1));
    }

    void aFileThatStallsHalfwayIsLookedAtAgain()
    {
        const QByteArray pdf = samplePdf({drift, u"Ada Lovelace"_s});
        watch();
        write(u"slow.pdf"_s, "%PDF-1.4\n");
        waitForTheBirds();
        QFile file(path(u"slow.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_matched->size(), 2, patience);
        QCOMPARE(m_matched->last().at(0).value<PaperId>(), PaperId(1));
    }

    void theUserIsAskedWhereItIsNotClear_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::newRow("a supplement") << samplePdf({"Supplementary information for "_L1 + drift, u"Ada Lovelace"_s});
        QTest::newRow("a comment") << samplePdf({"Comment on "_L1 + drift, u"Ada Lovelace"_s});
        QTest::newRow("another title") << samplePdf({u"Sampling of sensor responses under load"_s, u"Ada Lovelace"_s});
    }
    void theUserIsAskedWhereItIsNotClear()
    {
        QFETCH(QByteArray, pdf);
        watch();
        write(u"draft.pdf"_s, pdf);
        QTRY_COMPARE_WITH_TIMEOUT(m_unsure->size(), 1, patience);
        QCOMPARE(m_unsure->first().at(0).value<PaperId>(), PaperId(1));
        QCOMPARE(m_matched->size(), 0);
    }

    void aDocumentOfNoPaperIsTheOneWhosePageWasOpened()
    {
        watch();
        m_watch->setExpected(1);
        write(u"scan.pdf"_s, samplePdf({u"Proceedings of a meeting that nobody remembers"_s, u"N. N."_s}));
        QTRY_COMPARE_WITH_TIMEOUT(m_unsure->size(), 1, patience);
        QCOMPARE(m_unsure->first().at(0).value<PaperId>(), PaperId(1));
    }

    void aDocumentMayComeBeforeItsPaperNeedsOne()
    {
        watch();
        m_watch->setPapers({paper(2, birds, u"Carson"_s)});
        write(u"early.pdf"_s, samplePdf({drift, u"Ada Lovelace"_s}));
        waitForTheBirds();
        m_watch->setPapers({paper(1, drift, u"Lovelace"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_matched->size(), 2, patience);
        QCOMPARE(m_matched->last().at(0).value<PaperId>(), PaperId(1));
    }

    void whatIsNoDocumentIsNobodys()
    {
        watch();
        write(u"page.pdf"_s, "<html><body>Log in</body></html>");
        write(u"notes.txt"_s, drift.toUtf8());
        waitForTheBirds();
        QCOMPARE(m_matched->size(), 1);
        QCOMPARE(m_unsure->size(), 0);
    }
};

QTEST_GUILESS_MAIN(DownloadWatchTest)
#include "download_watch.moc"
