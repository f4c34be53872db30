// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"
#include "pipeline/read/pilot.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QStringList five{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s};

/** Two of five papers were read, the others wait. */
void pilotOfTwo(EngineBench& bench)
{
    bench.core->setColumns({{.id = u"one"_s, .name = u"One"_s, .question = u"First?"_s}});
    bench.set(u"read.pilot"_s, u"2"_s);
    bench.add(five);
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s) && bench.last().blocked; }));
    QCOMPARE(bench.reading.answered.size(), 2);
    QCOMPARE(bench.count(State::Done), 2);
    QCOMPARE(bench.count(State::QueuedForReading), 3);
    QCOMPARE(bench.last().pilot.size(), 2);
}

} // namespace

class EnginePilot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRestIsReadWhenTheUserSaysSo()
    {
        EngineBench bench;
        pilotOfTwo(bench);
        QCOMPARE(bench.last().troubles.first().action, u"read-rest"_s);
        bench.core->retryTrouble(); // trying again is no answer
        QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s); }));
        QCOMPARE(bench.reading.answered.size(), 2);
        bench.set(u"read.pilot"_s, u"0"_s);
        QVERIFY(bench.finish());
        QCOMPARE(bench.summary->done, 5);
        QVERIFY(std::ranges::all_of(bench.reading.answered, [](int times) { return times == 1; }));
    }

    void thePilotIsRememberedOverARestart()
    {
        EngineBench bench;
        pilotOfTwo(bench);
        const QVector<PaperId> pilot = bench.last().pilot;
        bench.restart();
        bench.core->start();
        QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s) && bench.last().blocked; }));
        QCOMPARE(bench.last().pilot, pilot);
        QCOMPARE(bench.reading.answered.size(), 2);
    }

    void changedQuestionsArePutToThePilotAlone()
    {
        EngineBench bench;
        pilotOfTwo(bench);
        bench.core->setColumns({{.id = u"one"_s, .name = u"One"_s, .question = u"Another?"_s}});
        QVERIFY(bench.wait([&] {
            int asked = 0;
            for (const QVector<QStringList>& requests : std::as_const(bench.reading.asked))
                asked += int(requests.size());
            return asked == 4 && bench.last().blocked && bench.count(State::Done) == 2;
        }));
        QCOMPARE(bench.reading.asked.size(), 2);
        QCOMPARE(bench.count(State::QueuedForReading), 3);
    }

    void otherPapersCanBeChosenForIt()
    {
        EngineBench bench;
        pilotOfTwo(bench);
        const QVector<PaperId> first = bench.last().pilot;
        QVector<PaperId> others;
        for (PaperId paper = 1; others.size() < 2; ++paper)
            if (!first.contains(paper))
                others.append(paper);
        bench.set(u"read.pilot.papers"_s, pilotText(others));
        QVERIFY(bench.wait([&] { return bench.count(State::Done) == 4 && bench.last().blocked; }));
        QVERIFY(bench.hasTrouble(u"read.pilot"_s));
        QCOMPARE(bench.last().pilot, others);
        QCOMPARE(bench.count(State::QueuedForReading), 1);
    }

    void aPilotOfAsManyAsThereAreReadsThemAll()
    {
        EngineBench bench;
        bench.set(u"read.pilot"_s, u"9"_s);
        bench.add(five);
        bench.core->start();
        QVERIFY(bench.finish());
        QCOMPARE(bench.summary->done, 5);
    }

    void itsPapersAreUnlike()
    {
        const QVector<PilotCandidate> candidates{{1, 2010, 40'000, u"Sleep"_s},   {2, 2011, 41'000, u"Sleep"_s},
                                                 {3, 1998, 42'000, u"Sleep"_s},   {4, 2012, 40'500, u"Sleep"_s},
                                                 {5, 2011, 400'000, u"Theses"_s}, {6, 2021, 43'000, u"Sleep"_s}};
        QCOMPARE(unlikePapers(candidates, 3), QVector<PaperId>({3, 5, 6}));
        QCOMPARE(unlikePapers(candidates, 9).size(), 6);
        QVERIFY(unlikePapers({}, 3).isEmpty());
        QCOMPARE(pilotPapers(pilotText({3, 5, 6})), QVector<PaperId>({3, 5, 6}));
        QVERIFY(pilotPapers(u"x -2"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(EnginePilot)
#include "engine_pilot.moc"
