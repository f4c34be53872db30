// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

using namespace sheaf;
using namespace sheaf::testing;

class StoreTest : public QObject, private StoreFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void aPaperComesBackAsItWasPut()
    {
        auto store = openStore();
        QVERIFY(store);
        const Paper paper = somePaper(store->nextPaperId());
        const PaperStatus status = someStatus(State::Failed);
        store->putPaper(paper);
        store->putStatus(paper.id, status);
        commit(*store);
        const auto stored = openReader()->paper(paper.id);
        QVERIFY(stored);
        QCOMPARE(stored->paper, paper);
        QVERIFY(stored->status == status);
        QVERIFY(!openReader()->paper(99));
        QVERIFY(store->lastCommit().isValid());
    }

    void papersComeInListOrderAndWaitWhereNothingIsKnown()
    {
        auto store = openStore();
        for (int i = 0; i < 5; ++i)
            store->putPaper(somePaper(store->nextPaperId()));
        commit(*store);
        const auto papers = openReader()->papers();
        QCOMPARE(papers.size(), 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(papers[i].paper.id, i + 1);
        QCOMPARE(papers[0].status.state, State::Waiting);
    }

    void puttingAPaperAgainKeepsItsStatusAndHistory()
    {
        auto store = openStore();
        Paper paper = somePaper(store->nextPaperId());
        store->putPaper(paper);
        store->putStatus(paper.id, someStatus(State::Done));
        store->putRecord(paper.id, {someCell(u"summary"_s, u"a"_s)});
        paper.title = u"Another"_s;
        store->putPaper(paper);
        commit(*store);
        const auto reader = openReader();
        QCOMPARE(reader->paper(paper.id)->paper.title, u"Another"_s);
        QCOMPARE(reader->paper(paper.id)->status.state, State::Done);
        QCOMPARE(reader->history(paper.id).size(), 1);
        QCOMPARE(reader->record(paper.id).size(), 1);
    }

    void aPaperIdIsNeverReused()
    {
        {
            auto store = openStore();
            for (int i = 0; i < 3; ++i)
                store->putPaper(somePaper(store->nextPaperId()));
            store->removePapers({3});
        }
        QCOMPARE(openStore()->nextPaperId(), 4);
    }

    void callIdsAreUniqueAndWellFormed()
    {
        auto store = openStore();
        QSet<QString> ids;
        for (int i = 0; i < 100; ++i)
            ids.insert(store->nextCallId());
        QCOMPARE(ids.size(), 100);
        static const QRegularExpression form(u"^[A-Za-z0-9_-]{1,64}$"_s);
        for (const QString& id : ids)
            QVERIFY(form.match(id).hasMatch());
    }

    void eachChangeOfStateIsOneRowOfTheJournal()
    {
        auto store = openStore();
        const PaperId id = store->nextPaperId();
        store->putPaper(somePaper(id));
        PaperStatus status;
        store->putStatus(id, status);
        status.state = State::Acquiring;
        store->putStatus(id, status);
        store->putStatus(id, status); // nothing new
        store->putStatus(id, status, u"asked Unpaywall"_s);
        status.state = State::Failed;
        status.failure = Failure{Stage::Acquire, u"http.404"_s, u"Not there."_s, {}, false};
        store->putStatus(id, status);
        store->addNote(id, u"by hand"_s);
        store->addNote(0, u"of the file"_s);
        commit(*store);

        QStringList lines;
        const auto reader = openReader();
        for (const HistoryEntry& e : reader->history(id))
            lines.append(e.event + u": "_s + e.text);
        QCOMPARE(lines, (QStringList{u"waiting: "_s, u"acquiring: "_s, u"note: asked Unpaywall"_s,
                                     u"failed: Not there. [http.404]"_s, u"note: by hand"_s}));
        QCOMPARE(reader->history(id, 1).constFirst().text, u"by hand"_s);
        QCOMPARE(reader->log().constFirst().text, u"of the file"_s);
        QCOMPARE(reader->log().constFirst().paper, 0);
        QCOMPARE(reader->log(2).size(), 2);
        QVERIFY(qAbs(reader->log().constFirst().at.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
    }

    void aRemovedPaperTakesItsThingsAlongAndLateReportsAreHarmless()
    {
        auto store = openStore();
        const PaperId id = store->nextPaperId();
        store->putPaper(somePaper(id));
        store->putStatus(id, someStatus(State::Done));
        store->putRecord(id, {someCell(u"summary"_s, u"a"_s)});
        store->putConversion(u"key"_s, "packed");
        store->removePapers({id, 77});
        store->putStatus(id, someStatus(State::Failed), u"late"_s);
        store->addNote(id, u"late"_s);
        store->putRecord(id, {someCell(u"summary"_s, u"late"_s)});
        store->putDecision(id, someCell(u"summary"_s, u"late"_s));
        commit(*store);
        const auto reader = openReader();
        QVERIFY(reader->papers().isEmpty());
        QVERIFY(reader->history(id).isEmpty());
        QVERIFY(reader->records().isEmpty());
        QVERIFY(reader->hasConversion(u"key"_s)); // so that a removal can be undone…
        store.reset();
        store = openStore();
        commit(*store);
        QVERIFY(!openReader()->hasConversion(u"key"_s)); // …in the same session
    }

    void aConversionThatAnotherPaperUsesIsKept()
    {
        auto store = openStore();
        for (int i = 1; i <= 2; ++i) {
            store->putPaper(somePaper(store->nextPaperId()));
            store->putStatus(i, someStatus(State::Done));
        }
        store->putConversion(u"key"_s, "packed");
        store->removePapers({1});
        store.reset();
        store = openStore();
        commit(*store);
        QCOMPARE(openReader()->conversion(u"key"_s), "packed"_ba);
        QVERIFY(openReader()->conversion(u"other"_s).isEmpty());
    }

    void decisionsOfTheUserSurviveANewAnswer_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::newRow("accepted") << Decision::Accepted;
        QTest::newRow("edited") << Decision::Edited;
        QTest::newRow("rejected") << Decision::Rejected;
    }
    void decisionsOfTheUserSurviveANewAnswer()
    {
        QFETCH(Decision, decision);
        m_path = m_folder.filePath(u"decision%1.sheaf"_s.arg(int(decision)));
        auto store = openStore();
        const PaperId id = store->nextPaperId();
        store->putPaper(somePaper(id));
        store->putRecord(id, {someCell(u"summary"_s, u"first"_s), someCell(u"themes"_s, u"t1"_s)});
        Cell decided = someCell(u"summary"_s, u"the user's"_s);
        decided.decision = decision;
        store->putDecision(id, decided);
        store->putRecord(id, {someCell(u"themes"_s, u"t2"_s), someCell(u"summary"_s, u"second"_s)});
        commit(*store);
        Record record = openReader()->record(id);
        QCOMPARE(record, (Record{decided, someCell(u"themes"_s, u"t2"_s)})); // in the columns' order
        QCOMPARE(openReader()->records().value(id), record);

        decided.decision = Decision::None;
        store->putDecision(id, decided);
        commit(*store);
        QCOMPARE(openReader()->record(id).constFirst(), someCell(u"summary"_s, u"second"_s));
    }

    void aRecordReplacesOnlyItsOwnColumns()
    {
        auto store = openStore();
        const PaperId id = store->nextPaperId();
        store->putPaper(somePaper(id));
        store->putRecord(id, {someCell(u"summary"_s, u"a"_s), someCell(u"unknown"_s, u"u"_s)});
        store->putRecord(id, {someCell(u"limitations"_s, u"b"_s)});
        commit(*store);
        QStringList columns;
        for (const Cell& cell : openReader()->record(id))
            columns.append(cell.column);
        QCOMPARE(columns, (QStringList{u"summary"_s, u"limitations"_s, u"unknown"_s}));
    }

    void columnsAndSettingsComeBack()
    {
        auto store = openStore();
        commit(*store);
        QCOMPARE(openReader()->columns(), defaultColumns());
        QCOMPARE(openReader()->settings(), Settings());
        Column column;
        column.id = u"sample"_s;
        column.name = u"Sample"_s;
        column.type = ColumnType::Number;
        column.unit = u"people"_s;
        store->putColumns({column, defaultColumns().constFirst()});
        Settings settings;
        QVERIFY(settings.set(u"acquire.email"_s, u"a@example.org"_s));
        QVERIFY(settings.set(u"convert.workers"_s, u"7"_s));
        store->putSettings(settings);
        commit(*store);
        QCOMPARE(openReader()->columns(), (QVector<Column>{column, defaultColumns().constFirst()}));
        QVERIFY(openReader()->settings() == settings);
        store->putColumns({column});
        store->putSettings({});
        commit(*store);
        QCOMPARE(openReader()->columns().size(), 1);
        QVERIFY(openReader()->settings() == Settings());
    }

    void anAnswerRemembersItsQuestionUntilItIsAskedAgain()
    {
        auto store = openStore();
        const Paper paper{.id = store->nextPaperId()};
        store->putPaper(paper);
        const Cell first{.column = u"a"_s, .value = u"x"_s}, second{.column = u"b"_s, .value = u"y"_s};
        store->putRecord(paper.id, {first, second}, {{u"a"_s, u"stamp"_s}});
        commit(*store);
        QCOMPARE(openReader()->answered(paper.id), (AnsweredQuestions{{u"a"_s, u"stamp"_s}, {u"b"_s, {}}}));
        store->askAgain(paper.id, {u"b"_s});
        commit(*store);
        QCOMPARE(openReader()->answered(paper.id), (AnsweredQuestions{{u"a"_s, u"stamp"_s}, {u"b"_s, AskedAgain}}));
        QCOMPARE(openReader()->record(paper.id).size(), 2); // until the new answers come
        store->askAgain(paper.id, {});
        commit(*store);
        QCOMPARE(openReader()->answered().value(paper.id).value(u"a"_s), QString(AskedAgain));
    }

    void bothReadersAnswersLieBesideEachOther()
    {
        auto store = openStore();
        const Paper paper{.id = store->nextPaperId()};
        store->putPaper(paper);
        store->putColumns({{.id = u"a"_s, .name = u"A"_s}, {.id = u"b"_s, .name = u"B"_s}});
        const Cell own{.column = u"a"_s, .value = u"x"_s}, other{.column = u"b"_s, .value = u"y"_s};
        Cell second{.column = u"b"_s, .value = u"z"_s, .model = u"another"_s};
        store->putRecord(paper.id, {own, other}, {{u"a"_s, u"s1"_s}, {u"b"_s, u"s2"_s}});
        store->putRecord(paper.id, {second}, {{u"b"_s, u"s2"_s}}, ReaderRole::Second);
        Cell decided = other;
        decided.value = u"mine"_s;
        decided.decision = Decision::Edited;
        store->putDecision(paper.id, decided);
        commit(*store);
        const auto reader = openReader();
        second.reader = ReaderRole::Second;
        const PaperReadings readings = reader->readings(paper.id);
        QCOMPARE(readings.shown, (Record{own, decided}));
        QCOMPARE(readings.first, Record{other}); // as it was before the decision
        QCOMPARE(readings.second, Record{second});
        QCOMPARE(reader->readings().value(paper.id).second, Record{second});
        QCOMPARE(reader->record(paper.id), readings.shown);
        QCOMPARE(reader->answered(paper.id).size(), 2);
        QCOMPARE(reader->answered(paper.id, ReaderRole::Second), (AnsweredQuestions{{u"b"_s, u"s2"_s}}));
        store->askAgain(paper.id, {u"b"_s});
        commit(*store);
        QCOMPARE(openReader()->answered(ReaderRole::Second).value(paper.id).value(u"b"_s), QString(AskedAgain));
        QCOMPARE(openReader()->answered(paper.id).value(u"b"_s), QString(AskedAgain));
    }

    void aFileOfTheFirstVersionIsBroughtUp()
    {
        openStore().reset();
        makeFirstVersion();
        auto store = openStore();
        QVERIFY(store);
        CallRecord call;
        call.id = store->nextCallId();
        call.openedAt = QDateTime::currentDateTimeUtc();
        call.columns = defaultColumns();
        store->openCall(call);
        commit(*store);
        QCOMPARE(openReader()->openCalls().constFirst().columns, defaultColumns());
    }

    void aFileOfTheFirstVersionIsReadAsItIs()
    {
        auto store = openStore();
        store->putPaper(somePaper(1));
        store.reset();
        makeFirstVersion();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto reader = openReader();
        QVERIFY(reader);
        QCOMPARE(reader->papers().constFirst().paper, somePaper(1));
        QVERIFY(reader->answered().isEmpty());
        QVERIFY(reader->openCalls().isEmpty());
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
    }

    void theLedgerCountsWhatIsSpentAndWhatIsCommitted()
    {
        auto store = openStore();
        CallRecord call;
        call.id = store->nextCallId();
        call.reader = u"anthropic"_s;
        call.model = u"m"_s;
        call.host = u"api.example.org"_s;
        call.batch = true;
        call.requests = {{u"r1"_s, 1}, {u"r2"_s, 2}};
        call.openedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        call.committedUsd = 2;
        CallRecord other = call;
        other.id = store->nextCallId();
        other.committedUsd = 0.5;
        other.role = ReaderRole::Second;
        store->openCall(call);
        store->openCall(other);
        store->setCallRemote(call.id, u"msgbatch_1"_s);
        store->closeCall(other.id, 0.25, 1000, 50, u"ok"_s);
        commit(*store);
        const auto reader = openReader();
        const auto open = reader->openCalls();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].id, call.id);
        QCOMPARE(open[0].remoteId, u"msgbatch_1"_s);
        QCOMPARE(open[0].requests, call.requests);
        QCOMPARE(open[0].openedAt, call.openedAt);
        QVERIFY(open[0].batch && !open[0].closedAt.isValid());
        QCOMPARE(reader->calls().size(), 2);
        QCOMPARE(reader->calls().at(1).outcome, u"ok"_s);
        QCOMPARE(reader->calls().at(1).inputTokens, 1000);
        QCOMPARE(reader->ledger().spentUsd, 0.25);
        QCOMPARE(reader->ledger().committedUsd, 2.0);
        QCOMPARE(reader->ledger().calls, 2);
        QCOMPARE(reader->ledger().secondSpentUsd, 0.25);
        QCOMPARE(reader->calls().at(0).role, ReaderRole::First);
        QCOMPARE(reader->calls().at(1).role, ReaderRole::Second);
    }

    void theOutboxIsKeptWithItsPapers()
    {
        auto store = openStore();
        const PaperId first = store->nextPaperId(), second = store->nextPaperId();
        store->putPaper(somePaper(first));
        store->putPaper(somePaper(second));
        OutboxItem waiting{.paper = first, .sink = u"zotero"_s};
        waiting.queuedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        OutboxItem sent{.paper = second, .sink = u"zotero"_s};
        sent.sentAt = waiting.queuedAt;
        sent.failure = Failure{Stage::Write, u"zotero.refused"_s, u"No."_s, {}, false};
        sent.memo = {{u"note"_s, u"ABCD2345"_s}};
        store->putDelivery(waiting);
        store->putDelivery(sent);
        store->putDelivery({.paper = 99, .sink = u"zotero"_s}); // removed meanwhile
        commit(*store);
        QCOMPARE(openReader()->deliveries(), (QVector<OutboxItem>{sent, waiting}));
        store->removePapers({first});
        commit(*store);
        QCOMPARE(openReader()->deliveries(), QVector<OutboxItem>{sent});
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store.moc"
