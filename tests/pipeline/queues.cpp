// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/marker_queue.h"
#include "pipeline/read/llm_queue.h"

#include <QTest>

using namespace sheaf;

class Queues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMarkerQueueIsBoundedByPapersAndByBytes();
    void oneLargePaperPassesWhenTheMarkerQueueIsEmpty();
    void whatIsPutBackIsFirstAgain();
    void theLlmQueueKeepsOrderWhateverIsTakenOut();
    void aBatchIsBoundedByBytesButNeverEmpty();
};

void Queues::theMarkerQueueIsBoundedByPapersAndByBytes()
{
    MarkerQueue queue;
    queue.setLimits(3, 100);
    queue.add({1, 40});
    QVERIFY(queue.hasRoomFor(60));
    QVERIFY(!queue.hasRoomFor(61));
    queue.add({2, 10});
    queue.add({3, 10});
    QVERIFY(!queue.hasRoomFor(1));
    QCOMPARE(queue.bytes(), 60);
    QCOMPARE(queue.takeFirst().paper, 1);
    QVERIFY(queue.hasRoomFor(80));
    QVERIFY(queue.remove(3));
    QVERIFY(!queue.remove(3));
    QCOMPARE(queue.bytes(), 10);
}

void Queues::oneLargePaperPassesWhenTheMarkerQueueIsEmpty()
{
    MarkerQueue queue;
    queue.setLimits(8, 100);
    QVERIFY(queue.hasRoomFor(5000));
    queue.add({1, 5000});
    QVERIFY(!queue.hasRoomFor(1));
}

void Queues::whatIsPutBackIsFirstAgain()
{
    MarkerQueue queue;
    queue.add({1, 1});
    queue.add({2, 1});
    const auto first = queue.takeFirst();
    queue.putBack(first);
    QCOMPARE(queue.takeFirst().paper, 1);
}

void Queues::theLlmQueueKeepsOrderWhateverIsTakenOut()
{
    LlmQueue queue;
    for (PaperId paper = 1; paper <= 10000; ++paper)
        queue.add(paper, 10);
    QCOMPARE(queue.bytes(), 100000);
    QVERIFY(queue.remove(2));
    const QVector<PaperId> taken = queue.takeFirst(3, 1000);
    QCOMPARE(taken, (QVector<PaperId>{1, 3, 4}));
    queue.putBack(taken);
    QCOMPARE(queue.takeFirst(1, 1000), QVector<PaperId>{1});
    QCOMPARE(queue.papers(), 9998);
    queue.add(3, 10); // waits already
    QCOMPARE(queue.papers(), 9998);
}

void Queues::aBatchIsBoundedByBytesButNeverEmpty()
{
    LlmQueue queue;
    queue.add(1, 500);
    queue.add(2, 40);
    queue.add(3, 40);
    QCOMPARE(queue.takeFirst(10, 100), QVector<PaperId>{1});
    QCOMPARE(queue.takeFirst(10, 100), (QVector<PaperId>{2, 3}));
}

QTEST_GUILESS_MAIN(Queues)
#include "queues.moc"
