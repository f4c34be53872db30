// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_view.h"
#include "ui/look/theme.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/sample_run.h"
#include "ui/settings/keychain.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int paperCount = 20'000;
constexpr int listCount = 50'000;
constexpr int workers = 8;

/** What something took, in milliseconds: by the clock, and of the processor, which other programs do not disturb. */
struct Took
{
    double wall = 0;
    double processor = 0;
};

double processorMs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/** Of the main thread. */
class Watch
{
public:
    Watch() { m_clock.start(); }
    Took took() const { return {double(m_clock.nsecsElapsed()) / 1e6, processorMs(CLOCK_THREAD_CPUTIME_ID) - m_begun}; }
    void restart()
    {
        m_clock.restart();
        m_begun = processorMs(CLOCK_THREAD_CPUTIME_ID);
    }

private:
    QElapsedTimer m_clock;
    double m_begun = processorMs(CLOCK_THREAD_CPUTIME_ID);
};

void report(const char* what, const Took& took, double aimMs)
{
    std::printf("%-52s %8.1f ms, processor %7.1f ms   aim < %.0f ms\n", what, took.wall, took.processor, aimMs);
}

/** Tells when a widget has painted for the first time since it was asked. */
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_painted) {
            m_painted = true;
            watched->removeEventFilter(this);
            QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        }
        return false;
    }
    void wait()
    {
        if (!m_painted)
            m_loop.exec();
    }

private:
    bool m_painted = false;
    QEventLoop m_loop;
};

/** The longest time between two turns of the event loop. */
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const Took turn = m_watch.took();
            m_longest = {std::max(m_longest.wall, turn.wall), std::max(m_longest.processor, turn.processor)};
            m_watch.restart();
        });
        m_timer.start(1);
    }
    Took longest() const { return m_longest; }

private:
    QTimer m_timer;
    Watch m_watch;
    Took m_longest;
};

/** A file of papers as a list and a run leave it. */
void writeFile(const QString& path)
{
    const auto store = Store::open(path);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    const SnapshotPtr papers = largeSnapshot(paperCount);
    for (const PaperRow& row : papers->rows) {
        Paper paper;
        paper.id = row.id;
        paper.title = row.title;
        paper.authors = {authorFromName(row.authors)};
        paper.venue = row.venue;
        paper.year = row.year;
        paper.ids.doi = row.doi;
        (*store)->putPaper(paper);
        PaperStatus status;
        status.state = row.state == State::Done ? State::Done : State::Waiting;
        status.quotesProven = row.quotesProven;
        status.quotesTotal = row.quotesTotal;
        (*store)->putStatus(row.id, status);
    }
}

/** An export as reference managers make it: a kilobyte an entry, most of it abstract. */
void writeList(const QString& path)
{
    QFile list(path);
    if (!list.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(list.errorString()));
    const QByteArray abstract = QByteArray("We measure what others have estimated, and find less of it. ").repeated(14);
    for (int i = 0; i < listCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        list.write("@article{key" + number + ",\n  title = {{Study " + number +
                   " of Slow Things} and {\\'E}tudes},\n  author = {M{\\\"u}ller, Hans and Doe, Jane and van der Berg, "
                   "Anna},\n  journal = {Journal of Things},\n  year = {" +
                   QByteArray::number(1990 + i % 35) + "},\n  volume = {" + number + "},\n  doi = {10.1000/x" + number +
                   "},\n  abstract = {" + abstract + "}\n}\n\n");
    }
}

struct Bench
{
    Keychain keychain;
    MainWindow window{{.engine = {}, .keychain = &keychain, .details = sampleDetails, .rememberLayout = false}};

    void load(const QString& file)
    {
        Watch clock;
        window.show();
        {
            FirstPaint paint(&window);
            paint.wait();
        }
        report("time to first paint", clock.took(), 1000);
        clock.restart();
        QEventLoop loop;
        QObject::connect(&window, &MainWindow::contentShown, &loop, [this, &loop] {
            if (window.page()->papers()->rowCount() == paperCount && !window.isBusy())
                loop.quit();
        });
        window.openPaths({file});
        loop.exec();
        report("load 20,000 papers, first paper's details shown", clock.took(), 2000);
    }

    /** What a list's reading, planning and preview take, and how long the window stands still meanwhile. */
    void import(const QString& list)
    {
        auto* view = window.findChild<ImportView*>();
        StallWatch watch;
        QEventLoop loop;
        QObject::connect(view, &ImportView::planChanged, &loop, [&](bool finished) {
            if (finished && !view->plan()->papers.isEmpty())
                QTimer::singleShot(200, &loop, &QEventLoop::quit); // painted, and the last plan freed
        });
        Watch clock;
        QObject::connect(view, &ImportView::planChanged, &loop, [&, told = false](bool finished) mutable {
            if (finished && !view->plan()->papers.isEmpty() && !std::exchange(told, true))
                report("50,000 entries of BibTeX, understood and shown", clock.took(), 2000);
        });
        window.openPaths({list});
        loop.exec();
        report("longest stall while they were read", watch.longest(), 50);
        if (view->plan()->papers.size() != listCount)
            qFatal("not all were read");
    }

    void sort()
    {
        Watch clock;
        window.page()->table()->horizontalHeader()->setSortIndicator(PaperModel::PaperColumn, Qt::AscendingOrder);
        window.page()->table()->viewport()->repaint();
        report("sort by title", clock.took(), 200);
    }

    void filter()
    {
        Watch clock;
        window.page()->filter()->setText(u"subject 19"_s);
        window.page()->table()->viewport()->repaint();
        report("filter", clock.took(), 100);
        window.page()->filter()->setText({});
    }

    /** Snapshots as eight workers make them: every 100 ms some rows move on and the strip changes. */
    void stall(const char* what)
    {
        QVector<PaperRow> rows = window.page()->papers()->rows();
        StripState strip = sampleSnapshot(u"large.sheaf"_s)->strip;
        int tick = 0;
        QTimer snapshots;
        QObject::connect(&snapshots, &QTimer::timeout, &window, [&] {
            auto snapshot = std::make_shared<Snapshot>();
            snapshot->file = window.session().file();
            snapshot->run = RunState::Running;
            snapshot->totals.papers = paperCount;
            strip.finished = tick;
            for (int worker = 0; worker < workers * 4; ++worker) {
                PaperRow& row = rows[(tick * 131 + worker * 2477) % rows.size()];
                row.state = row.state == State::Done ? State::Reading : State::Done;
                snapshot->rows.append(row);
            }
            snapshot->strip = strip;
            ++tick;
            Q_EMIT window.session().engine().snapshot(snapshot);
        });
        StallWatch watch;
        snapshots.start(100);
        QEventLoop loop;
        QTimer::singleShot(5000, &loop, &QEventLoop::quit);
        loop.exec();
        report(what, watch.longest(), 50);
    }
};

/** In a child process: from the program's start to the window on the screen. */
int startUp(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(ThemeChoice::System);
    Keychain keychain;
    MainWindow window({.engine = {}, .keychain = &keychain, .details = sampleDetails, .rememberLayout = false});
    FirstPaint paint(&window);
    window.show();
    paint.wait();
    std::printf("%f\n", processorMs(CLOCK_PROCESS_CPUTIME_ID));
    std::fflush(stdout);
    return 0;
}

void measureStartUp(const QString& program)
{
    Took best{1e9, 1e9};
    for (int i = 0; i < 5; ++i) {
        QProcess child;
        QElapsedTimer clock;
        clock.start();
        child.start(program, {u"--start-up"_s});
        child.waitForReadyRead(30'000);
        best.wall = std::min(best.wall, double(clock.nsecsElapsed()) / 1e6);
        best.processor = std::min(best.processor, child.readLine().toDouble());
        child.waitForFinished();
    }
    report("start-up, process to painted window (best of 5)", best, 300);
}

} // namespace

/** Prints what the window takes with 20,000 papers. Run it offscreen: QT_QPA_PLATFORM=offscreen bench_ui */
int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--start-up") == 0)
        return startUp(argc, argv);
    QApplication application(argc, argv);
    QTemporaryDir folder;
    isolateSettings(folder.path());
    measureStartUp(QCoreApplication::applicationFilePath());
    const QString file = folder.filePath(u"large.sheaf"_s);
    writeFile(file);
    applyTheme(ThemeChoice::Light);
    const QString list = folder.filePath(u"large.bib"_s);
    writeList(list);
    {
        Bench fresh;
        fresh.window.show();
        fresh.import(list);
    }
    Bench bench;
    bench.load(file);
    bench.stall("longest stall, eight workers report");
    bench.sort();
    bench.stall("longest stall, sorted by title");
    bench.filter();
    return 0;
}
