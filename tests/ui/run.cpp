// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_view.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/paper/page_canvas.h"
#include "ui/paper/pdf_view.h"
#include "ui/paper/quote_card.h"
#include "ui/paper/summary_view.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/sample_run.h"
#include "ui/settings/keychain.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

constexpr int patience = 60'000;

/** A paper as markdown: read offline, without a network. */
QByteArray article(int number)
{
    return QByteArray("# Storage of grain, part ") + QByteArray::number(number) +
           "\n\n## Abstract\n\nWe studied how sheaves are stored. We found that dry sheaves keep " +
           QByteArray::number(40 + number) +
           " days longer than wet ones.\n\n## Methods\n\nWe measured 120 sheaves in six barns over two years.\n\n"
           "## Limitations\n\nA limitation of this study is that only one valley was visited.\n\n"
           "## Conclusion\n\nOur results show that drying matters. Future work should look at other valleys.\n";
}

bool holds(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb())
                return true;
        }
    }
    return false;
}

void savePicture(QWidget& window, const QString& name)
{
    const QString folder = qEnvironmentVariable("SHEAF_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(100);
    QVERIFY(window.grab().save(QDir(folder).filePath(name + u".png"_s)));
}

} // namespace

/** The whole way in the window with the real engine: drop, Start, answers, and the file opened again. */
class RunTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        isolateSettings(m_folder.path());
        applyTheme(ThemeChoice::Light);
        QVERIFY(QDir(m_folder.path()).mkpath(u"papers"_s));
        for (int i = 1; i <= 3; ++i) {
            QFile file(m_folder.filePath(u"papers/grain%1.md"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(article(i)) > 0);
        }
    }

    void droppedPapersAreReadAndTheirAnswersShown()
    {
        const QString project = m_folder.filePath(u"grain.sheaf"_s);
        Keychain keychain;
        MainWindow::Options options;
        options.engine.cacheFolder = m_folder.filePath(u"cache"_s);
        options.keychain = &keychain;
        options.rememberLayout = false;
        MainWindow window(std::move(options));
        window.resize(1440, 900);
        window.show();
        window.session().create(project);
        QVERIFY(QTest::qWaitFor([&] { return window.session().file() == project; }, patience));

        window.openPaths({m_folder.filePath(u"papers"_s)});
        QVERIFY(window.modes().mode() == Modes::Import);
        QVERIFY(QTest::qWaitFor([&] { return window.modes().importView()->isReady(); }, patience));
        QCOMPARE(window.modes().importView()->plan()->papers.size(), 3);

        QSignalSpy finished(&window.session().engine(), &Engine::runFinished);
        QTest::keyClick(window.modes().importView(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.modes().mode() != Modes::Import);
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty(); }, patience));
        QVERIFY(QTest::qWaitFor(
            [&] { return window.session().last() && window.session().last()->strip.done == 3 && !window.isBusy(); },
            patience));
        QVERIFY(window.page()->papersShown());
        QCOMPARE(window.page()->table()->model()->rowCount(), 3);
        for (const PaperRow& row : window.page()->papers()->rows()) {
            QCOMPARE(row.state, State::Done);
            QVERIFY(row.quotesTotal > 0);
        }
        const auto cards = window.page()->findChildren<QuoteCard*>();
        QVERIFY(!cards.isEmpty());
        QVERIFY(cards.first()->accessibleName().contains(u"proven"_s));
    }

    void theFileIsOpenedAgainAsItWasLeft()
    {
        Keychain keychain;
        MainWindow window({.engine = {}, .keychain = &keychain, .details = detailsFromFile, .rememberLayout = false});
        window.show();
        window.openPaths({m_folder.filePath(u"grain.sheaf"_s)});
        QVERIFY(QTest::qWaitFor([&] { return window.session().papers() == 3 && !window.isBusy(); }, patience));
        QVERIFY(window.page()->papersShown());
        QVERIFY(!window.page()->findChildren<QuoteCard*>().isEmpty());

        QSignalSpy exported(&window.session().engine(), &Engine::exported);
        window.session().engine().exportTo(m_folder.filePath(u"grain.csv"_s), {.format = u"csv"_s});
        QVERIFY(QTest::qWaitFor([&] { return !exported.isEmpty(); }, patience));
        QFile csv(m_folder.filePath(u"grain.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("Storage of grain"));
    }

    void theExamplesRunWithOneClickAndAQuoteOpensItsPageWithTheWordsMarked()
    {
        if (examplesList().isEmpty())
            QSKIP("the example papers are not beside the program");
        Keychain keychain;
        MainWindow::Options options;
        options.engine.cacheFolder = m_folder.filePath(u"cache"_s);
        options.keychain = &keychain;
        options.rememberLayout = false;
        MainWindow window(std::move(options));
        window.resize(1440, 900);
        window.show();
        // Port 9 answers nobody: the test asks no service.
        Settings settings;
        QVERIFY(settings.set(u"acquire.sources"_s, u"list, unpaywall, arxiv"_s));
        QVERIFY(settings.set(u"acquire.arxiv.url"_s, u"http://127.0.0.1:9"_s));
        window.session().applySettings(settings);
        QSignalSpy finished(&window.session().engine(), &Engine::runFinished);
        window.session().create(m_folder.filePath(u"examples.sheaf"_s));
        QVERIFY(QTest::qWaitFor([&] { return !window.session().file().isEmpty(); }, patience));
        window.openExamples();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty(); }, patience));
        const auto summary = finished.first().first().value<RunSummary>();
        QVERIFY(summary.done >= 8);
        QCOMPARE(summary.done + summary.failed + summary.held, 11);
        QCOMPARE(summary.skipped, 1);
        QVERIFY(QTest::qWaitFor([&] { return !window.isBusy(); }, patience));

        window.page()->table()->select(window.page()->papers()->row(0).id);
        QVERIFY(QTest::qWaitFor([&] { return !window.isBusy(); }, patience));
        DetailDock* dock = window.page()->dock();
        const auto cards = dock->findChildren<QuoteCard*>();
        const auto proven = std::find_if(cards.cbegin(), cards.cend(), [](const QuoteCard* card) {
            return card->quote().state == QuoteState::Proven && !card->quote().boxes.isEmpty();
        });
        QVERIFY(proven != cards.cend());
        (*proven)->click();
        auto* pdf = qobject_cast<PdfView*>(dock->page());
        QVERIFY(pdf);
        auto* canvas = pdf->findChild<PageCanvas*>();
        canvas->grab();
        QVERIFY(QTest::qWaitFor([&] { return !dock->isLoading(); }, patience));
        QVERIFY(holds(canvas->grab().toImage(), theme().mark));
        savePicture(window, u"quote-page"_s);
        auto* tabs = dock->findChild<QTabBar*>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            savePicture(window, u"tab-%1"_s.arg(i));
        }
    }

    void theSamePapersDroppedAgainAreKnown()
    {
        Keychain keychain;
        MainWindow window({.engine = {}, .keychain = &keychain, .details = detailsFromFile, .rememberLayout = false});
        window.show();
        window.openPaths({m_folder.filePath(u"grain.sheaf"_s), m_folder.filePath(u"papers"_s)});
        QVERIFY(QTest::qWaitFor([&] { return window.modes().mode() == Modes::Import && !window.isBusy(); }, patience));
        QCOMPARE(window.modes().importView()->plan()->papers.size(), 0);
        QCOMPARE(window.modes().importView()->plan()->duplicates.size(), 3);
        QVERIFY(!window.modes().importView()->isReady());
    }
};

QTEST_MAIN(RunTest)
#include "run.moc"
