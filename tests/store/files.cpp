// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <QSignalSpy>

using namespace sheaf;
using namespace sheaf::testing;

/** The file itself: open twice, foreign, damaged, gone. */
class StoreFilesTest : public QObject, private StoreFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void whatWasPostedIsWrittenWhenTheStoreCloses()
    {
        {
            auto store = openStore();
            for (int i = 0; i < 500; ++i)
                store->putPaper(somePaper(store->nextPaperId()));
        }
        QCOMPARE(openReader()->papers().size(), 500);
        QVERIFY(!QFile::exists(m_path + u".lock"_s));
        QVERIFY(!QFile::exists(m_path + u"-wal"_s));
    }

    void afterCommitRunsInItsContextsThreadAndNotAfterItsEnd()
    {
        auto store = openStore();
        QThread thread;
        thread.start();
        QObject there;
        there.moveToThread(&thread);
        std::atomic<QThread*> ranIn = nullptr;
        store->afterCommit(&there, [&] { ranIn = QThread::currentThread(); });
        QTRY_COMPARE(ranIn.load(), &thread);

        auto gone = std::make_unique<QObject>();
        bool ran = false;
        store->afterCommit(gone.get(), [&] { ran = true; });
        gone.reset();
        commit(*store);
        QVERIFY(!ran);
        thread.quit();
        thread.wait();
    }

    void aSecondSheafIsToldThatTheFileIsOpen()
    {
        auto store = openStore();
        QVERIFY(store);
        QCOMPARE(openingFailure(), u"store.locked"_s);
        store.reset();
        QCOMPARE(openingFailure(), QString());
    }

    void aLockFileLeftBehindByAKilledProgramIsNoObstacle()
    {
        QFile lock(m_path + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4711\n");
        lock.close();
        QVERIFY(openStore());
    }

    void aFileOfANewerVersionSaysSo()
    {
        openStore().reset();
        query(u"PRAGMA user_version = 1000"_s);
        QCOMPARE(openingFailure(), u"store.newer"_s);
        const auto reader = StoreReader::open(m_path);
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, u"store.newer"_s);
        QVERIFY(reader.error().message.contains(u"newer version"_s));
    }

    void whatIsNoSheafFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("@article{x, title={A}}\n").repeated(20);
        QTest::newRow("short") << QByteArray("x");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n").repeated(100);
    }
    void whatIsNoSheafFileIsRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        m_path = m_folder.filePath(u"not-%1.sheaf"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(bytes);
        file.flush();
        QCOMPARE(openingFailure(), u"store.not-sheaf"_s);
        file.seek(0);
        QCOMPARE(file.readAll(), bytes);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        query(u"CREATE TABLE other (x)"_s);
        QCOMPARE(openingFailure(), u"store.not-sheaf"_s);
        QCOMPARE(StoreReader::open(m_path).error().code, u"store.not-sheaf"_s);
    }

    void anEmptyFileBecomesAProject()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(openStore());
    }

    void aCutOffCopyIsDamaged()
    {
        {
            auto store = openStore();
            for (int i = 0; i < 500; ++i)
                store->putPaper(somePaper(store->nextPaperId()));
        }
        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(openingFailure(), u"store.corrupt"_s);
        QCOMPARE(StoreReader::open(m_path).error().code, u"store.corrupt"_s);
    }

    void aFileThatDoesNotExistCannotBeReadAndIsNotMade()
    {
        QVERIFY(!StoreReader::open(m_path));
        QVERIFY(!QFile::exists(m_path));
        m_path = m_folder.filePath(u"no/such/folder/x.sheaf"_s);
        QCOMPARE(openingFailure(), u"store.sql"_s);
    }

    void foldersAreMadeBesideTheFileWhenFirstUsed()
    {
        auto store = openStore();
        QVERIFY(!QFile::exists(m_path + u".files"_s));
        QVERIFY(QFileInfo(store->documentFolder()).isDir());
        QVERIFY(QFileInfo(store->spoolFolder()).isDir());
        QVERIFY(store->spoolFolder() != store->documentFolder());
    }

    void aReaderSeesWhatIsCommittedWhileTheStoreIsOpen()
    {
        auto store = openStore();
        store->putPaper(somePaper(store->nextPaperId()));
        commit(*store);
        const auto reader = openReader();
        QCOMPARE(reader->papers().size(), 1);
        store->putPaper(somePaper(store->nextPaperId()));
        commit(*store);
        QCOMPARE(reader->papers().size(), 2);
    }

    void aDeletedFileIsNoticedAndNothingIsLostOnceItIsBack()
    {
        auto store = openStore();
        commit(*store);
        QSignalSpy failed(store.get(), &Store::writeFailed);
        const QString aside = m_path + u".aside"_s;
        QVERIFY(QFile::rename(m_path, aside));
        store->putPaper(somePaper(store->nextPaperId()));
        bool committed = false;
        store->afterCommit(this, [&] { committed = true; });
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().code, u"store.gone"_s);
        QVERIFY(QFile::rename(aside, m_path));
        QVERIFY(!committed);
        store->retryWrites();
        QTRY_VERIFY(committed);
        QCOMPARE(openReader()->papers().size(), 1);
    }
};

QTEST_GUILESS_MAIN(StoreFilesTest)
#include "files.moc"
