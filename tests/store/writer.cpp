// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"
#include "store/sql_connection.h"
#include "store/store.h"
#include "store/store_writer.h"
#include "testing/testing.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace sheaf;
using namespace Qt::StringLiterals;

/** The writer alone, so that a test can limit its connection as a full disk would. */
class WriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString newFile(const QString& name)
    {
        const QString path = m_folder.filePath(name);
        return prepareFile(path) ? path : QString();
    }
    static StoreWriter::Operation insertNote(int number)
    {
        return [number](SqlConnection& c) {
            return c.run("INSERT INTO journal (at, event, text) VALUES (0, 'note', ?)",
                         {QString::number(number) + QString(2000, u'x')});
        };
    }
    static QVector<int> notes(const QString& path)
    {
        QVector<int> numbers;
        for (const HistoryEntry& entry : (*StoreReader::open(path))->log(100'000))
            numbers.prepend(entry.text.section(u'x', 0, 0).toInt());
        return numbers;
    }

private Q_SLOTS:
    void aFullDiskKeepsEverythingForTheRetry()
    {
        const QString path = newFile(u"full.sheaf"_s);
        StoreWriter writer(path);
        QSignalSpy failed(&writer, &StoreWriter::failed);
        writer.post([](SqlConnection& c) { return c.execute(u"PRAGMA max_page_count = 60"_s); });
        int acknowledged = 0;
        for (int i = 0; i < 200; ++i) {
            writer.post(insertNote(i));
            writer.afterCommit(this, [&] { ++acknowledged; });
        }
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().code, u"disk.full"_s);
        const int before = acknowledged;
        const qsizetype written = notes(path).size();
        QVERIFY(written == before || written == before + 1); // the last one's acknowledgement may be in the next group
        QVERIFY(before < 200);

        writer.retry(); // still full
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(acknowledged, before);
    }

    void aRetryWritesInTheOldOrder()
    {
        const QString path = newFile(u"order.sheaf"_s);
        StoreWriter writer(path);
        QSignalSpy failed(&writer, &StoreWriter::failed);
        std::atomic<bool> full = true;
        int acknowledged = 0;
        for (int i = 0; i < 100; ++i) {
            if (i == 50)
                writer.post([&full](SqlConnection& c) {
                    return c.execute(u"PRAGMA max_page_count = %1"_s.arg(full ? 1 : 1'000'000));
                });
            writer.post(insertNote(i));
            writer.afterCommit(this, [&] { ++acknowledged; });
        }
        QTRY_COMPARE(failed.size(), 1);
        full = false;
        writer.post(insertNote(100));
        writer.retry();
        QTRY_COMPARE(acknowledged, 100);
        QVector<int> expected(101);
        std::iota(expected.begin(), expected.end(), 0);
        QTRY_COMPARE(notes(path), expected);
        QCOMPARE(failed.size(), 1);
    }

    void whatIsPostedDuringATransactionGoesAsOneGroup()
    {
        const QString path = newFile(u"group.sheaf"_s);
        StoreWriter writer(path);
        std::binary_semaphore hold(0);
        writer.post([&hold](SqlConnection&) -> Result<void> {
            hold.acquire();
            return {};
        });
        QVector<QDateTime> commits;
        for (int i = 0; i < 100; ++i) {
            writer.post(insertNote(i));
            writer.afterCommit(this, [&] { commits.append(writer.lastCommit()); });
        }
        hold.release();
        QTRY_COMPARE(commits.size(), 100);
        QCOMPARE(commits.first(), commits.last());
    }

    void theLastTryAtTheEndLosesNothingThatFits()
    {
        const QString path = newFile(u"end.sheaf"_s);
        {
            StoreWriter writer(path);
            QSignalSpy failed(&writer, &StoreWriter::failed);
            bool first = true;
            writer.post([&first](SqlConnection&) -> Result<void> {
                if (std::exchange(first, false))
                    return fail(Stage::Store, u"store.sql"_s, u"once"_s);
                return {};
            });
            writer.post(insertNote(1));
            QTRY_COMPARE(failed.size(), 1);
        }
        QCOMPARE(notes(path), QVector<int>{1});
    }
};

QTEST_GUILESS_MAIN(WriterTest)
#include "writer.moc"
