// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_model.h"
#include "ui/import/import_paper_model.h"
#include "ui/import/import_pdf_model.h"
#include "ui/import/import_totals.h"
#include "ui/import/import_warning_model.h"
#include "ui/papers/facet_model.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/row_words.h"
#include "ui/sample_run.h"
#include "ui/window/recent_files.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class ModelsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    static Snapshot changes(const QVector<PaperRow>& rows)
    {
        Snapshot snapshot;
        snapshot.rows = rows;
        return snapshot;
    }

private Q_SLOTS:
    void theLedgerTellsWhatEachCallCost()
    {
        CallRecord done{.id = u"a"_s, .reader = u"anthropic"_s, .model = u"claude"_s, .batch = true};
        done.requests = {{u"r1"_s, 1}, {u"r2"_s, 2}};
        done.openedAt = QDateTime(QDate(2026, 11, 14), QTime(9, 0), Qt::UTC);
        done.closedAt = done.openedAt.addSecs(60);
        done.costUsd = 0.5;
        done.inputTokens = 12'000;
        done.outcome = u"ok"_s;
        CallRecord out = done;
        out.openedAt = done.openedAt.addSecs(3600);
        out.closedAt = {};
        out.costUsd = 0;
        out.committedUsd = 0.25;
        LedgerModel model;
        const QAbstractItemModelTester tester(&model);
        model.set({done, out});
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, LedgerModel::Cost), u"≤ $0.25"_s); // the newest first
        QCOMPARE(text(1, LedgerModel::Cost), u"$0.50"_s);
        QCOMPARE(text(1, LedgerModel::What), u"batch of 2 papers"_s);
        QCOMPARE(text(1, LedgerModel::Outcome), u"✓ answered"_s);
        QVERIFY(model.sums().contains(u"$0.50"_s) && model.sums().contains(u"$0.25 more"_s));
    }

    void initTestCase() { isolateSettings(m_folder.path()); }

    void papersFollowSnapshotsAndStayAProperModel()
    {
        PaperModel model;
        PaperFilter filter(&model);
        const QAbstractItemModelTester source(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester proxy(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns(defaultColumns());
        filter.sort(PaperModel::PaperColumn);
        model.apply(*sampleSnapshot(u"a.sheaf"_s));
        QCOMPARE(model.rowCount(), 512);
        QCOMPARE(filter.rowCount(), 500);

        PaperRow done = model.row(1);
        done.state = State::Done;
        model.apply(changes({done, sampleRow(9001, u"One more"_s, State::Waiting)}));
        QCOMPARE(model.rowCount(), 513);
        QCOMPARE(model.find(2)->state, State::Done);
        QCOMPARE(model.find(9001)->title, u"One more"_s);

        Snapshot removal;
        removal.removed = {1, 2, 3, 7, 9001, 424242};
        model.apply(removal);
        QCOMPARE(model.rowCount(), 508);
        QVERIFY(!model.find(2));
        for (int i = 0; i < model.rowCount(); ++i)
            QCOMPARE(model.indexOf(model.row(i).id), i);
        model.clear();
        QCOMPARE(filter.rowCount(), 0);
    }

    void manyScatteredChangesAreToldAsFewRanges()
    {
        PaperModel model;
        model.apply(*largeSnapshot(2000));
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        QVector<PaperRow> changed;
        for (int i = 0; i < 2000; i += 37)
            changed.append(model.row(i));
        model.apply(changes(changed));
        QVERIFY(!spy.isEmpty());
        QVERIFY2(spy.size() <= 16, qPrintable(QString::number(spy.size())));
        const auto covers = [&spy](int row) {
            return std::any_of(spy.cbegin(), spy.cend(), [row](const QList<QVariant>& call) {
                return call.at(0).toModelIndex().row() <= row && row <= call.at(1).toModelIndex().row();
            });
        };
        for (int i = 0; i < 2000; i += 37)
            QVERIFY(covers(i));
    }

    void neighbouringChangesAreOneRange()
    {
        PaperModel model;
        model.apply(*largeSnapshot(100));
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        model.apply(changes({model.row(11), model.row(10), model.row(12)}));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.at(0).at(0).toModelIndex().row(), 10);
        QCOMPARE(spy.at(0).at(1).toModelIndex().row(), 12);
    }

    void facetsCountWhatChangedAndAgreeWithTheRows()
    {
        PaperModel model;
        Facets facets;
        facets.setColumns(defaultColumns());
        connect(&model, &PaperModel::rowReplaced, &model,
                [&facets](const PaperRow* before, const PaperRow* after) { facets.replace(before, after); });
        model.apply(*sampleSnapshot(u"a.sheaf"_s));
        facets.recount(model.rows());
        QCOMPARE(facets.count(Facet::All), 500);
        QCOMPARE(facets.count(Facet::Waiting), 182);
        QCOMPARE(facets.count(Facet::Running), 77);
        QCOMPARE(facets.count(Facet::Done), 234);
        QCOMPARE(facets.count(Facet::NeedsAttention), 7);
        QCOMPARE(facets.count(Facet::Duplicates), 12);

        PaperRow row = *model.find(13);
        row.state = State::Done;
        row.values.insert(u"study_design"_s, u"Review"_s);
        model.apply(changes({row}));
        Snapshot removal;
        removal.removed = {1};
        model.apply(removal);
        Facets again;
        again.setColumns(defaultColumns());
        again.recount(model.rows());
        for (int group = Facet::All; group < Facet::Value; ++group)
            QCOMPARE(facets.count(Facet::Group(group)), again.count(Facet::Group(group)));
        QCOMPARE(facets.sections().first().values, again.sections().first().values);
    }

    void aLanguageThatIsNotKnownIsAValueToo()
    {
        PaperRow english{.id = 1}, unknown{.id = 2};
        english.language = u"en"_s;
        Facets facets;
        facets.recount({english, unknown});
        const auto sections = facets.sections();
        QCOMPARE(sections.size(), 1);
        QVERIFY(sections.first().values.contains(QPair(u"und"_s, 1)));
        const Facet facet{Facet::Value, u"language"_s, u"und"_s};
        QVERIFY(facet.matches(unknown) && !facet.matches(english));
        FacetModel lines;
        lines.set(facets);
        QStringList shown;
        for (int row = 0; row < lines.rowCount(); ++row)
            shown.append(lines.index(row).data().toString());
        QVERIFY2(shown.contains(u"unknown"_s), qPrintable(shown.join(u", ")));
    }

    void everyFacetShowsAsManyRowsAsItCounts()
    {
        PaperModel model;
        PaperFilter filter(&model);
        FacetModel lines;
        const QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns(defaultColumns());
        model.apply(*sampleSnapshot(u"a.sheaf"_s));
        Facets facets;
        facets.setColumns(defaultColumns());
        facets.recount(model.rows());
        lines.set(facets);
        int choices = 0;
        for (int i = 0; i < lines.rowCount(); ++i) {
            const QModelIndex index = lines.index(i);
            if (index.data(FacetModel::KindRole).toInt() != FacetModel::Choice)
                continue;
            ++choices;
            filter.setFacet(lines.facet(i));
            QCOMPARE(filter.rowCount(), index.data(FacetModel::CountRole).toInt());
        }
        QVERIFY(choices > 8);
    }

    void theFilterWantsEveryWordSomewhereInTheRow()
    {
        PaperModel model;
        PaperFilter filter(&model);
        model.apply(*sampleSnapshot(u"a.sheaf"_s));
        filter.setText(u"vaswani NEURIPS"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"signal-to-noise"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"acquire.no-open-copy"_s);
        QCOMPARE(filter.rowCount(), 6);
        filter.setText(u"vaswani Nature"_s);
        QCOMPARE(filter.rowCount(), 0);
        filter.setText({});
        QCOMPARE(filter.rowCount(), 500);
        filter.setHidden({1, 2});
        QCOMPARE(filter.rowCount(), 498);
    }

    void sortingUsesNumbersNotTheirText()
    {
        PaperModel model;
        PaperFilter filter(&model);
        model.apply(*largeSnapshot(300));
        filter.sort(PaperModel::PagesColumn, Qt::AscendingOrder);
        int last = 0;
        for (int i = 0; i < filter.rowCount(); ++i) {
            const int pages = model.row(filter.mapToSource(filter.index(i, 0)).row()).pages;
            QVERIFY(pages >= last);
            last = pages;
        }
        filter.sort(-1);
        QCOMPARE(filter.index(0, 0).data(PaperModel::IdRole).toLongLong(), 1);
    }

    void aRowSaysItsStateInWordsAndLights()
    {
        PaperRow row = sampleRow(1, u"T"_s, State::NeedsAttention);
        row.failure = Failure{Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy was found."_s, {}, true};
        QCOMPARE(stateWord(row), u"No open copy found"_s);
        QVERIFY(stateSentence(row).contains(row.failure->message));
        using L = StepLight;
        QCOMPARE(stepLights(row), (std::array{L::Done, L::Trouble, L::Idle, L::Idle}));
        row.state = State::Reading;
        row.failure.reset();
        row.inBatch = true;
        QCOMPARE(stateWord(row), u"In a batch"_s);
        QCOMPARE(stepLights(row), (std::array{L::Done, L::Done, L::Done, L::Working}));
        row.state = State::Paused;
        row.heldFrom = State::QueuedForConversion;
        QCOMPARE(stepLights(row), (std::array{L::Done, L::Done, L::Held, L::Idle}));
        row.state = State::Done;
        QCOMPARE(stepLights(row), (std::array{L::Done, L::Done, L::Done, L::Done}));
    }

    void importSumsAgree()
    {
        const ImportCounts counts = countImport(*samplePlan());
        QCOMPARE(counts.understood, 487);
        QCOMPARE(counts.withDoi + counts.withOtherId + counts.titleOnly + counts.duplicates, counts.understood);
        QCOMPARE(counts.understood - counts.duplicates, counts.toRead);
        QCOMPARE(counts.atHand + counts.toLookFor, counts.toRead);
        int reasons = 0;
        for (const auto& [reason, count] : counts.reasons)
            reasons += count;
        QCOMPARE(reasons, counts.duplicates);
    }

    void importModelsAreProperModels()
    {
        ImportPdfModel pdfs;
        ImportWarningModel warnings;
        ImportPaperModel papers;
        const QAbstractItemModelTester a(&pdfs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester b(&warnings, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester c(&papers, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto plan = samplePlan();
        pdfs.set(plan);
        warnings.set(plan->warnings);
        papers.showSource(plan, u"references.bib"_s);
        QCOMPARE(pdfs.rowCount(), 23);
        QCOMPARE(pdfs.unsure(), 2);
        QVERIFY(pdfs.index(0, 0).data(ImportPdfModel::AsksRole).toBool());
        QVERIFY(pdfs.index(1, 0).data(ImportPdfModel::AsksRole).toBool());
        QVERIFY(!pdfs.index(2, 0).data(ImportPdfModel::AsksRole).toBool());
        QVERIFY(warnings.asText().contains(u"references.bib\t212\t"_s));
        QCOMPARE(papers.rowCount(), 341);
        papers.showPairs(plan);
        QCOMPARE(papers.rowCount(), 14);
    }

    void recentFilesAreKeptNewestFirstAndForgotten()
    {
        const QString there = m_folder.filePath(u"there.sheaf"_s);
        QVERIFY(QFile(there).open(QIODevice::WriteOnly));
        {
            RecentFiles files;
            const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
            files.touch(m_folder.filePath(u"gone.sheaf"_s), u"1 paper"_s);
            files.touch(there, u"2 papers"_s);
            files.touch(m_folder.filePath(u"other.sheaf"_s), {});
            files.forget(m_folder.filePath(u"other.sheaf"_s));
        }
        RecentFiles files;
        QCOMPARE(files.rowCount(), 2);
        QCOMPARE(files.index(0).data().toString(), u"there.sheaf"_s);
        QVERIFY(!files.index(0).data(RecentFiles::GoneRole).toBool());
        QVERIFY(files.index(1).data(RecentFiles::GoneRole).toBool());
        files.replace(m_folder.filePath(u"gone.sheaf"_s), there);
        QVERIFY(!files.index(1).data(RecentFiles::GoneRole).toBool());
    }
};

QTEST_MAIN(ModelsTest)
#include "models.moc"
