// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_facts.h"
#include "ui/import/import_mapping.h"
#include "ui/import/import_totals.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_cache.h"
#include "ui/paper/quote_card.h"
#include "ui/paper/summary_view.h"
#include "ui/sample_run.h"
#include "ui/settings/keychain.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/settings_dialog.h"
#include "ui/strip/compact_strip.h"
#include "ui/strip/stage_cards.h"
#include "ui/window/drop_overlay.h"
#include "ui/window/recent_files.h"
#include "ui/window/setup_view.h"
#include "ui/window/trouble_banner.h"
#include "ui/window/undo_bar.h"

#include "ui/controls/combo_box.h"

#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

QStringList labels(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        texts += label->text();
    return texts;
}

QPushButton* button(const QWidget& widget, const QString& text)
{
    for (QPushButton* found : widget.findChildren<QPushButton*>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

} // namespace

class ViewsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        isolateSettings(m_folder.path());
        applyTheme(ThemeChoice::Light);
    }

    void theSummaryShowsEveryAnswerWithItsQuotesAndSaysWhatWasNotFound()
    {
        DetailDock dock;
        dock.setColumns(defaultColumns());
        dock.set(std::make_shared<const PaperDetails>(*sampleDetails({}, 1)));
        const QStringList texts = labels(dock);
        QVERIFY(texts.contains(u"Attention is all you need"_s));
        QVERIFY(texts.filter(u"matches the list ✓"_s).size() == 1);
        QVERIFY(texts.contains(u"The paper does not say."_s));
        const auto cards = dock.findChildren<QuoteCard*>();
        QCOMPARE(cards.size(), 3);
        QVERIFY(cards.at(0)->accessibleName().contains(u"✓ proven"_s));
        QVERIFY(cards.at(0)->accessibleName().startsWith(u"“"_s));
        const QString lost = cards.at(2)->accessibleName();
        QVERIFY(lost.contains(u"✕ not found"_s));
        QVERIFY2(!lost.contains(u'“'), "what was not found must not stand in quotation marks");
        // An extractive answer is its own quote and stands there once.
        QCOMPARE(texts.filter(u"28.4 BLEU"_s).size(), 0);
    }

    void aPaperThatNeedsTheUserOffersWhatHelps()
    {
        DetailDock dock;
        QSignalSpy browser(&dock, &DetailDock::browserRequested);
        QSignalSpy password(&dock, &DetailDock::passwordGiven);
        dock.set(std::make_shared<const PaperDetails>(*sampleDetails({}, 8)));
        QVERIFY(labels(dock).contains(u"No open copy was found."_s));
        QVERIFY(button(dock, u"Attach PDF…"_s));
        button(dock, u"Open in browser"_s)->click();
        QCOMPARE(browser.size(), 1);
        QCOMPARE(browser.at(0).at(0).toLongLong(), 8);

        dock.set(std::make_shared<const PaperDetails>(*sampleDetails({}, 9)));
        auto* edit = dock.findChild<QLineEdit*>(QString(), Qt::FindChildrenRecursively);
        for (QLineEdit* candidate : dock.findChildren<QLineEdit*>()) {
            if (candidate->echoMode() == QLineEdit::Password)
                edit = candidate;
        }
        QVERIFY(edit && edit->echoMode() == QLineEdit::Password);
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(password.size(), 1);
        QCOMPARE(password.at(0).at(1).toString(), u"secret"_s);
    }

    void quotesAreFoundInMarkdownDespiteItsMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("found");
        QTest::newRow("emphasis") << u"We use *two* **queues**."_s << u"use two queues"_s << u"use *two* **queues"_s;
        QTest::newRow("line break") << u"a big\nsheaf"_s << u"big sheaf"_s << u"big\nsheaf"_s;
        QTest::newRow("quotation marks") << u"say “yes” now"_s << u"\"yes\" now"_s << u"yes” now"_s;
        QTest::newRow("case and umlauts") << u"Die ÄHREN stehen"_s << u"ähren stehen"_s << u"ÄHREN stehen"_s;
        QTest::newRow("nowhere") << u"a sheaf"_s << u"a leaf"_s << QString();
        QTest::newRow("nothing") << u"a sheaf"_s << u"…"_s << QString();
    }

    void quotesAreFoundInMarkdownDespiteItsMarks()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QString, found);
        const auto [at, length] = findWords(text, words);
        QCOMPARE(at < 0 ? QString() : text.mid(at, length), found);
    }

    void aQuoteWithoutAPageOpensTheMarkdownWithItsWordsMarked()
    {
        DetailDock dock;
        PaperDetails details = *sampleDetails({}, 1);
        details.stored.status.pages = 0;
        dock.set(std::make_shared<const PaperDetails>(details));
        dock.showQuote(details.record.at(1).quotes.first());
        auto* markdown = qobject_cast<MarkdownView*>(dock.page());
        QVERIFY(markdown);
        QCOMPARE(markdown->extraSelections().size(), 1);
        QVERIFY(markdown->extraSelections().first().cursor.selectedText().startsWith(u"Our model achieves"_s));
        QCOMPARE(markdown->extraSelections().first().format.background().color(), theme().markInText);
    }

    void setUpRowsShowTheirButtonAndTheBrokenOneComesFirst()
    {
        SetupView view;
        QSignalSpy asked(&view, &SetupView::actionRequested);
        view.set({{u"reader"_s, SetupFact::Ready, u"Reader"_s, u"Offline"_s, u"choose-reader"_s},
                  {u"pdf"_s, SetupFact::Broken, u"PDF documents"_s, u"The worker is missing."_s, {}}},
                 Settings());
        const QStringList texts = labels(view);
        QVERIFY(texts.indexOf(u"PDF documents"_s) < texts.indexOf(u"Reader"_s));
        QVERIFY(texts.contains(u"broken"_s));
        button(view, u"Choose reader…"_s)->click();
        QCOMPARE(asked.at(0).at(0).toString(), u"choose-reader"_s);
    }

    void whatLeavesThisComputerFollowsTheSettings()
    {
        Settings settings;
        QVERIFY(readHost(settings).isEmpty());
        QVERIFY(convertHost(settings).isEmpty());
        QVERIFY(leavesSentence(settings).contains(u"The PDFs stay here."_s));
        QVERIFY(settings.set(u"read.kind"_s, u"openai"_s));
        QVERIFY(settings.set(u"read.url"_s, u"http://models.example:8080/v1"_s));
        QCOMPARE(readHost(settings), u"models.example"_s);
        QVERIFY(settings.set(u"convert.kind"_s, u"marker-server"_s));
        QVERIFY(settings.set(u"convert.url"_s, u"http://gpu.example/"_s));
        QVERIFY(leavesSentence(settings).contains(u"gpu.example"_s));
        QVERIFY(!leavesSentence(settings).contains(u"stay here"_s));
    }

    void hostsOfTheWholeOrderAndOfCataloguesAreNamed()
    {
        Settings settings;
        QVERIFY(settings.set(u"convert.kind"_s, u"grobid"_s)); // at its usual address
        QVERIFY(settings.set(u"convert.fallback.balanced"_s, u"docling-serve=http://gpu.example:5001, native"_s));
        QCOMPARE(convertHost(settings), u"127.0.0.1, gpu.example"_s);
        QVERIFY(!leavesSentence(settings).contains(u"Crossref"_s));
        QVERIFY(settings.set(u"acquire.email"_s, u"me@example.org"_s));
        QVERIFY(leavesSentence(settings).contains(u"Crossref"_s));
        QVERIFY(settings.set(u"acquire.metadata"_s, u"false"_s));
        QVERIFY(!leavesSentence(settings).contains(u"Crossref"_s));
    }

    void theFullTextOfAnAbstractIsLookedForAtAWord()
    {
        PageCache cache;
        SummaryView view(&cache);
        QSignalSpy asked(&view, &SummaryView::fullTextRequested);
        auto details = std::make_shared<PaperDetails>();
        details->stored.paper.id = 7;
        details->stored.status.state = State::Done;
        details->stored.status.conversionKey = u"abstract-1"_s;
        const auto button = [&view]() -> QPushButton* {
            for (auto* one : view.widget()->findChildren<QPushButton*>())
                if (one->text() == "Look for the full text"_L1)
                    return one;
            return nullptr;
        };
        details->stored.status.basis = TextBasis::FullText;
        view.set(details, {});
        QVERIFY(!button());
        details->stored.status.basis = TextBasis::AbstractOnly;
        view.set(details, {});
        QVERIFY(button());
        button()->click();
        QCOMPARE(asked.value(0).value(0).value<PaperId>(), PaperId(7));
        details->stored.status.state = State::Waiting;
        details->stored.status.conversionKey.clear();
        view.set(details, {});
        QVERIFY(!button());
    }

    void whatCataloguesFilledInIsSaidAndTakenBack()
    {
        ImportTotals totals;
        QSignalSpy asked(&totals, &ImportTotals::fillingRequested);
        ImportPlan plan = *samplePlan();
        plan.fills = {{.paper = 0, .source = u"Crossref"_s, .doi = true},
                      {.paper = 1, .source = u"OpenAlex"_s, .year = true}};
        totals.set(plan, true);
        QVERIFY(labels(totals).contains(u"1 DOI(s), 1 year(s) filled in from Crossref, OpenAlex"_s));
        button(totals, u"Undo filling in"_s)->click();
        QCOMPARE(asked.at(0).at(0).toBool(), false);
        plan.fills.clear();
        plan.fillsUndone = true;
        totals.set(plan, true);
        button(totals, u"Fill in again"_s)->click();
        QCOMPARE(asked.at(1).at(0).toBool(), true);
    }

    void aTroubleNamesItsStageAndOffersTheButtonThatHelps()
    {
        TroubleBanner banner;
        QSignalSpy asked(&banner, &TroubleBanner::actionRequested);
        StageTrouble trouble{{Stage::Read, u"read.key"_s, u"The key was refused."_s, {}, true},
                             u"set-read-key"_s,
                             QDateTime::currentDateTimeUtc().addSecs(90)};
        banner.set({trouble});
        const QStringList texts = labels(banner);
        QVERIFY(texts.contains(u"Read waits"_s));
        QVERIFY(texts.contains(u"The key was refused."_s));
        QCOMPARE(texts.filter(u"tries again in 1:"_s).size(), 1);
        button(banner, u"Set key…"_s)->click();
        QCOMPARE(asked.at(0).at(0).toString(), u"set-read-key"_s);
        banner.set({});
        QVERIFY(banner.isHidden());
    }

    void aSourceThatIsDownStopsNoStageAndIsNoAlarm()
    {
        TroubleBanner banner;
        const StageTrouble source{
            {Stage::Acquire, u"acquire.no-answer"_s, u"Without an answer from arXiv."_s, {}, true},
            u"retry-service"_s,
            QDateTime::currentDateTimeUtc().addSecs(60)};
        const auto edge = [&banner] {
            banner.resize(800, 40);
            return banner.grab().toImage().pixelColor(0, 10);
        };
        banner.set({source});
        QVERIFY(labels(banner).contains(u"A source is down"_s));
        QCOMPARE(edge(), theme().amber);
        StageTrouble disk = source;
        disk.failure.code = u"disk.full"_s;
        banner.set({source, disk});
        QCOMPARE(edge(), theme().red);
    }

    void undoTakesBackAndCommitHappensOnce()
    {
        UndoBar bar;
        int undone = 0, committed = 0;
        bar.offer(
            u"Removed"_s, [&] { ++undone; }, [&] { ++committed; });
        bar.undo();
        QCOMPARE(undone, 1);
        bar.commit();
        QCOMPARE(committed, 0);
        bar.offer(
            u"Removed"_s, [&] { ++undone; }, [&] { ++committed; });
        bar.offer(
            u"Removed another"_s, [&] { ++undone; }, [&] { ++committed; });
        QCOMPARE(committed, 1);
        bar.commit();
        bar.commit();
        QCOMPARE(committed, 2);
        QCOMPARE(undone, 1);
    }

    void everySettingHasAnEditorThatKeepsItsValue()
    {
        Keychain keychain;
        SettingsDialog dialog(&keychain, nullptr);
        QSignalSpy applied(&dialog, &SettingsDialog::applied);
        dialog.set(sampleSettings());
        const auto editors = dialog.findChildren<SettingEditor*>();
        QCOMPARE(editors.size(), Settings::specs().size());
        for (const SettingEditor* editor : editors)
            QCOMPARE(editor->value(), sampleSettings().value(editor->spec().key).toString());
        QVERIFY(!button(dialog, u"Apply"_s)->isEnabled());
        for (SettingEditor* editor : editors) {
            if (editor->spec().key == u"convert.workers"_s)
                editor->set(7);
        }
        QVERIFY(button(dialog, u"Apply"_s)->isEnabled());
        button(dialog, u"Apply"_s)->click();
        QCOMPARE(applied.size(), 1);
        const auto settings = applied.at(0).at(0).value<Settings>();
        QCOMPARE(settings.integer(u"convert.workers"_s), 7);
        QCOMPARE(settings.changed().size(), sampleSettings().changed().size() + 1);
    }

    void aTestRunsWithTheValuesAsTheyStand()
    {
        Keychain keychain;
        SettingsDialog dialog(&keychain, nullptr);
        QSignalSpy asked(&dialog, &SettingsDialog::readerTestRequested);
        dialog.set(Settings());
        for (SettingEditor* editor : dialog.findChildren<SettingEditor*>()) {
            if (editor->spec().key == u"read.url"_s)
                editor->set(u"http://localhost:9"_s);
        }
        button(dialog, u"Test reader"_s)->click();
        QCOMPARE(asked.at(0).at(0).value<Settings>().text(u"read.url"_s), u"http://localhost:9"_s);
        dialog.showReaderTest(ReaderRole::First, false, u"Nobody answers."_s);
        QVERIFY(labels(dialog).contains(u"✕ Nobody answers."_s));
    }

    void theMappingSaysWhatTheUserChose()
    {
        ImportMapping mapping;
        QSignalSpy made(&mapping, &ImportMapping::choiceMade);
        mapping.set(samplePlan()->sources.at(1));
        const auto combos = mapping.findChildren<ComboBox*>();
        QCOMPARE(combos.size(), 3 + 6);
        ComboBox* venue = nullptr;
        for (ComboBox* combo : combos) {
            if (combo->accessibleName().contains(u"Source title"_s))
                venue = combo;
        }
        QVERIFY(venue && venue->property("unsure").toBool());
        venue->setCurrentIndex(venue->findData(u"ignore"_s));
        Q_EMIT venue->activated(venue->currentIndex());
        QCOMPARE(made.size(), 1);
        const auto choice = made.at(0).at(1).value<TableChoice>();
        QCOMPARE(choice.fields.value(3), u"ignore"_s);
        QCOMPARE(choice.fields.value(1), u"title"_s);
        QCOMPARE(choice.delimiter, QChar(u';'));
        QCOMPARE(choice.encoding, u"Windows-1252"_s);
    }

    void aDropIsPathsOrText()
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/a.bib"_s), QUrl::fromLocalFile(u"/tmp/b.pdf"_s)});
        QCOMPARE(droppedFrom(&files).paths, (QStringList{u"/tmp/a.bib"_s, u"/tmp/b.pdf"_s}));
        QMimeData link;
        link.setUrls({QUrl(u"https://doi.org/10.1/2"_s)});
        QCOMPARE(droppedFrom(&link).text, u"https://doi.org/10.1/2"_s);
        QMimeData text;
        text.setText(u"10.1/2 and 10.3/4"_s);
        QCOMPARE(droppedFrom(&text).text, u"10.1/2 and 10.3/4"_s);
        QVERIFY(droppedFrom(nullptr).isEmpty());
        QCOMPARE(namesOf({u"/x/references.bib"_s}), u"references.bib"_s);
        QVERIFY(namesOf({u"/x/a.bib"_s, u"/x/1.pdf"_s, u"/x/2.pdf"_s}).startsWith(u"a.bib and 2 PDFs"_s));
    }

    void figuresAllTakeTheSameRoom()
    {
        const QFont font = theme().font(FontRole::Dense);
        QCOMPARE(figuresWidth(font, u"1111"_s), figuresWidth(font, u"8888"_s));
    }

    void theStripIsSpokenInFull()
    {
        const SnapshotPtr snapshot = sampleSnapshot(u"a.sheaf"_s);
        QVERIFY(spokenCard(StageCard::Convert, snapshot->strip).contains(u"Mistral 7B (10/11)"_s));
        QVERIFY(spokenCard(StageCard::Acquire, snapshot->strip).contains(u"318 of 500"_s));
        QCOMPARE(moneyPerPaper(snapshot->strip), u"$0.0021 a paper"_s);
        StripState two = snapshot->strip;
        two.gpus.append({u"NVIDIA L4"_s, 0.5, 1 << 30, qint64(24) << 30, 0});
        QVERIFY(spokenCard(StageCard::Convert, two).contains(u"NVIDIA RTX 4070 · 96 % · 5.1 of 8 GB · 61 °C"_s));
        QVERIFY(spokenCard(StageCard::Convert, two).contains(u"NVIDIA L4 · 50 % · 1.0 of 24 GB"_s));
        StripState nothing;
        nothing.deviceName = u"CPU, 2 threads"_s;
        QVERIFY(spokenCard(StageCard::Convert, nothing).contains(u"CPU, 2 threads"_s));
        QImage image(1440, 164, QImage::Format_RGB32);
        QPainter painter(&image);
        for (int i = 0; i < StageCardCount; ++i)
            paintCard(painter, QRectF(i * 200, 10, 3, 3), StageCard(i), {nothing, false, 5});
        paintCompactStrip(painter, QRectF(0, 0, 10, 34), nothing, {});
    }
};

QTEST_MAIN(ViewsTest)
#include "views.moc"
