// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "testing/testing.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

using namespace sheaf;
using namespace Qt::StringLiterals;

class KillTest : public QObject
{
    Q_OBJECT

    /** Runs the victim, kills it some time after its first word, and returns the papers that it said were safe. */
    static QVector<PaperId> runAndKill(const QString& path, int milliseconds)
    {
        QProcess victim;
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(testing::builtProgram(u"store_victim"_s), {path});
        if (!victim.waitForReadyRead(30'000))
            return {};
        QTest::qWait(milliseconds);
        victim.kill();
        victim.waitForFinished();
        QByteArrayList lines = victim.readAllStandardOutput().split('\n');
        lines.removeLast(); // what comes after the last newline may be half a number
        QVector<PaperId> papers;
        for (const QByteArray& line : lines)
            papers.append(line.toLongLong());
        return papers;
    }

private Q_SLOTS:
    void whateverWasAcknowledgedIsThereAfterAKill()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"killed.sheaf"_s);
        QSet<PaperId> safe;
        for (int round = 0; round < 10; ++round) {
            const auto acknowledged = runAndKill(path, QRandomGenerator::global()->bounded(60));
            QVERIFY2(!acknowledged.isEmpty(), "the victim could not open the file or wrote nothing");
            for (const PaperId id : acknowledged) {
                QVERIFY2(!safe.contains(id), "a paper's number was given twice");
                safe.insert(id);
            }
            const auto reader = StoreReader::open(path);
            QVERIFY(reader);
            qsizetype found = 0;
            for (const StoredPaper& stored : (*reader)->papers()) {
                if (!safe.contains(stored.paper.id))
                    continue;
                QCOMPARE(stored.status.state, State::Done);
                ++found;
            }
            QCOMPARE(found, safe.size());
            for (const PaperId id : acknowledged)
                QVERIFY((*reader)->hasConversion(u"Paper %1"_s.arg(id)));
        }
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill.moc"
