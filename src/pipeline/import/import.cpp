// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import.h"

#include "pipeline/engine/work_pool.h"
#include "pipeline/import/import_plan.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QSet>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Peeking into PDFs waits for page workers; more of them than cores brings nothing. */
constexpr int ReadingThreads = 3;
constexpr std::chrono::milliseconds BetweenPlans{100};

QString shownName(const QString& given)
{
    const QFileInfo file(given);
    return file.exists() ? file.fileName() : given.simplified().left(60);
}

} // namespace

/**
 * All state lives on the importer's thread. Readers and the planner run in the pool on copies and hand their results
 * back; a generation number tells results of what was cleared meanwhile.
 */
struct Importer::Private
{
    explicit Private(Importer* importer) : q(importer), pool(ReadingThreads)
    {
        planSoon.setSingleShot(true);
        planSoon.setInterval(BetweenPlans);
        QObject::connect(&planSoon, &QTimer::timeout, q, [this] { plan(); });
    }
    ~Private() { stop.request_stop(); }

    void expand(const QStringList& pathsOrText);
    void take(const QVector<ImportInput>& inputs);
    void read(qsizetype index);
    void plan();
    void finishedReading();
    /** Asks catalogues about papers that they were not yet asked about; whether there are any. */
    bool complete(const ImportPlan& plan);

    Importer* q;
    std::stop_source stop;
    QTimer planSoon;
    ImportItems facts;
    QSet<QString> known;                ///< paths and texts of facts.items
    QVector<int> asked, isRead;         ///< beside facts.items: readings begun, and whether one has ended
    QMap<QString, TableChoice> choices; ///< by path
    ZoteroAccess zotero;
    int generation = 0;
    int pending = 0; ///< expansions and readings under way
    std::optional<CompletionWish> completion;
    std::unique_ptr<Completer> completer; ///< while it asks
    QSet<QString> completed;              ///< keys of papers that were asked about
    bool planning = false;
    bool changedWhilePlanning = false;
    WorkPool pool; ///< last: it is waited for before anything else goes
};

void Importer::Private::expand(const QStringList& pathsOrText)
{
    ++pending;
    pool.run([pathsOrText, token = stop.get_token()] { return expandInputs(pathsOrText, token); },
             [this, begun = generation](const QVector<ImportInput>& inputs) {
                 if (begun != generation)
                     return;
                 take(inputs);
                 finishedReading();
             });
}

/** Each file once, however often it was given. */
void Importer::Private::take(const QVector<ImportInput>& inputs)
{
    for (const ImportInput& input : inputs) {
        const QString key = input.path + u'\n' + input.text;
        if (known.contains(key))
            continue;
        known.insert(key);
        facts.items.append(ImportItem{.input = input});
        asked.append(0);
        isRead.append(false);
        read(facts.items.size() - 1);
    }
}

void Importer::Private::read(qsizetype index)
{
    ++pending;
    const int reading = ++asked[index];
    const ImportInput input = facts.items.at(index).input;
    const TableChoice choice = choices.value(input.path);
    pool.run([input, choice, access = zotero,
              token = stop.get_token()] { return readImportItem(input, choice, access, token); },
             [this, index, reading, begun = generation](const ImportItem& item) {
                 if (begun != generation)
                     return;
                 if (reading == asked.at(index)) { // else the user has chosen otherwise meanwhile
                     facts.items[index] = item;
                     isRead[index] = true;
                 }
                 finishedReading();
             });
}

void Importer::Private::finishedReading()
{
    --pending;
    if (pending == 0)
        plan();
    else if (!planSoon.isActive())
        planSoon.start();
}

void Importer::Private::plan()
{
    if (planning) {
        changedWhilePlanning = true;
        return;
    }
    planning = true;
    changedWhilePlanning = false;
    planSoon.stop();
    ImportItems read = facts;
    read.items.clear();
    for (qsizetype i = 0; i < facts.items.size(); ++i)
        if (isRead.at(i))
            read.items.append(facts.items.at(i));
    pool.run([read = std::move(read),
              token = stop.get_token()] { return std::make_shared<ImportPlan>(planImport(read, token)); },
             [this, begun = generation](const std::shared_ptr<ImportPlan>& made) {
                 planning = false;
                 const bool isWhole = pending == 0 && !changedWhilePlanning;
                 if (begun == generation) {
                     made->completing = (isWhole && complete(*made)) || completer;
                     Q_EMIT q->changed(made, isWhole);
                 }
                 if (changedWhilePlanning)
                     plan();
             });
}

namespace {

/** The papers of a plan about which nobody was asked yet. */
QVector<Paper> unasked(const ImportPlan& plan, QSet<QString>& asked, QStringList& keys)
{
    QVector<Paper> papers;
    for (qsizetype i = 0; i < plan.papers.size(); ++i) {
        if (asked.contains(plan.keys[i]))
            continue;
        asked.insert(plan.keys[i]);
        keys.append(plan.keys[i]);
        papers.append(plan.papers[i]);
    }
    return papers;
}

} // namespace

bool Importer::Private::complete(const ImportPlan& plan)
{
    if (!completion || completer || !Completer::isAllowed(completion->settings))
        return false;
    QStringList keys;
    const QVector<Paper> papers = unasked(plan, completed, keys);
    if (papers.isEmpty())
        return false;
    completer = std::make_unique<Completer>(completion->settings, completion->secrets);
    QObject::connect(completer.get(), &Completer::completed, q, [this, keys](int paper, const Completion& told) {
        facts.completions.insert(keys[paper], told);
        if (!planSoon.isActive())
            planSoon.start();
    });
    QObject::connect(completer.get(), &Completer::finished, q, [this] {
        completer.release()->deleteLater();
        facts.asked = completed;
        this->plan();
    });
    completer->start(papers);
    return true;
}

Importer::Importer(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

Importer::~Importer() = default;

void Importer::setExisting(const ExistingPapers& existing)
{
    d->facts.existing = existing;
    if (!d->facts.items.isEmpty())
        d->plan();
}

void Importer::setZotero(const ZoteroAccess& access)
{
    d->zotero = access;
}

void Importer::add(const QStringList& pathsOrText)
{
    for (const QString& given : pathsOrText)
        d->facts.dropped.append(shownName(given));
    d->expand(pathsOrText);
}

void Importer::addText(const QString& text)
{
    d->facts.dropped.append(text.simplified().left(60));
    ++d->pending;
    d->take({{QString(), text, true}});
    d->finishedReading();
}

void Importer::setTableChoice(const QString& path, const TableChoice& choice)
{
    d->choices.insert(path, choice);
    for (qsizetype i = 0; i < d->facts.items.size(); ++i)
        if (d->facts.items.at(i).input.path == path)
            d->read(i);
}

void Importer::confirmPdf(const QString& path, bool same)
{
    d->facts.confirmed.insert(path, same);
    d->plan();
}

void Importer::setCompletion(const Settings& settings, const SecretSource& secrets)
{
    d->completion = CompletionWish{.settings = settings, .secrets = secrets};
}

void Importer::setFilling(bool on)
{
    d->facts.fillsUndone = !on;
    d->plan();
}

void Importer::clear()
{
    d->completer.reset();
    d->completed.clear();
    d->stop.request_stop();
    d->stop = std::stop_source();
    ++d->generation;
    d->pending = 0;
    d->facts = ImportItems{.existing = d->facts.existing};
    d->known.clear();
    d->asked.clear();
    d->isRead.clear();
    d->choices.clear();
    d->planSoon.stop();
    Q_EMIT changed(std::make_shared<const ImportPlan>(), true);
}

namespace {

/** Asks about the papers and waits for the last answer. */
void completeNow(ImportItems& facts, const ImportPlan& plan, const CompletionWish& wish)
{
    QStringList keys;
    QSet<QString> asked;
    if (wish.onlyMissing)
        for (qsizetype i = 0; i < plan.papers.size(); ++i)
            if (!Completer::lacksSomething(plan.papers[i]))
                asked.insert(plan.keys[i]);
    const QVector<Paper> papers = unasked(plan, asked, keys);
    Completer completer(wish.settings, wish.secrets);
    QEventLoop loop;
    QObject::connect(&completer, &Completer::completed, &loop,
                     [&](int paper, const Completion& known) { facts.completions.insert(keys[paper], known); });
    QObject::connect(&completer, &Completer::finished, &loop, &QEventLoop::quit);
    completer.start(papers);
    loop.exec();
    facts.asked = QSet(keys.cbegin(), keys.cend());
}

} // namespace

ImportPlan importNow(const QStringList& pathsOrText, const ExistingPapers& existing, const ZoteroAccess& zotero,
                     const std::optional<CompletionWish>& completion)
{
    ImportItems facts{.existing = existing};
    for (const QString& given : pathsOrText)
        facts.dropped.append(shownName(given));
    const QVector<ImportInput> inputs = expandInputs(pathsOrText);
    facts.items.resize(inputs.size());
    QThreadPool pool;
    pool.setMaxThreadCount(ReadingThreads);
    for (qsizetype i = 0; i < inputs.size(); ++i)
        pool.start(
            [&item = facts.items[i], &input = inputs.at(i), &zotero] { item = readImportItem(input, {}, zotero); });
    pool.waitForDone();
    ImportPlan plan = planImport(facts);
    if (!completion || plan.papers.isEmpty() || !Completer::isAllowed(completion->settings))
        return plan;
    completeNow(facts, plan, *completion);
    return planImport(facts);
}

} // namespace sheaf
