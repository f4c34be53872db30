// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/convert_stage.h"

#include "lists/csl_items.h"
#include "pipeline/convert/cached_conversion.h"

#include <QCoreApplication>

#include <atomic>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

double meanConfidence(const Conversion& conversion)
{
    if (conversion.audits.isEmpty())
        return 1;
    double sum = 0;
    for (const PageAudit& audit : conversion.audits)
        sum += audit.confidence;
    return sum / double(conversion.audits.size());
}

Paper printedPaper(QJsonObject metadata)
{
    metadata.remove("id"_L1);     // no citation key
    QVector<ListWarning> ignored; // a field that cannot be understood is a field that is missing
    return paperFromCsl({metadata, 0}, ignored).value_or(Paper());
}

Converted describeConversion(const Conversion& conversion, const Paper& paper, const QString& key, QByteArray packed)
{
    Converted converted;
    converted.key = key;
    converted.packed = std::move(packed);
    if (!conversion.metadata.isEmpty())
        converted.printed = printedPaper(conversion.metadata);
    converted.markdownBytes = conversion.markdown.toUtf8().size();
    converted.pages = conversion.pages;
    converted.confidence = meanConfidence(conversion);
    converted.basis = checkTextBasis(conversion, paper);
    converted.converter = conversion.converter;
    converted.milliseconds = conversion.milliseconds;
    return converted;
}

bool closesStage(const Failure& failure)
{
    return failure.code.startsWith("convert.service-"_L1) || failure.code.startsWith("disk."_L1);
}

Failure noText()
{
    return {Stage::Convert,
            u"convert.no-text"_s,
            QCoreApplication::translate("pipeline",
                                        "The document holds no text that could be read; scans are read once "
                                        "the models are there (sheaf-cli models fetch)."),
            {},
            false};
}

} // namespace

struct ConvertStage::Job
{
    MarkerQueue::Item item;
    Paper paper;
    ConvertInput input;
    ConvertOptions options;
    QString key;
    std::shared_ptr<Converter> converter;
    std::optional<CacheShelf> shelf; ///< the converting thread's, then the packing one's
    std::stop_source stop;
    std::atomic<int> pagesDone{0}, pagesTotal{0};
    QStringList tries; ///< of converters before the one that did it; the converting thread's until it is done
    QElapsedTimer clock;
};

struct ConvertStage::Outcome
{
    Result<std::shared_ptr<const Conversion>> conversion;
    QByteArray packed; ///< not empty: came from the cache
};

ConvertStage::ConvertStage(MarkerQueue& queue, const PaperBook& papers, ConversionCache cache, QObject* parent)
    : QObject(parent), m_queue(queue), m_papers(papers), m_cache(std::move(cache))
{
    m_lamps.fill(0, m_workers);
    m_packers.run([cache = m_cache] { return cache.trim(), true; }, [](bool) {});
    connect(&m_gate, &StageGate::opened, this, &ConvertStage::pump);
}

ConvertStage::~ConvertStage()
{
    clear();
}

void ConvertStage::setConverter(std::shared_ptr<Converter> converter, const QString& preset)
{
    m_converter = std::move(converter);
    m_preset = preset;
    pump();
}

void ConvertStage::setWorkers(int workers)
{
    m_workers = workers;
    m_pool.setThreads(workers);
    while (m_lamps.size() < workers)
        m_lamps.append(0);
    pump();
}

void ConvertStage::setRunning(bool running)
{
    m_running = running;
    pump();
}

void ConvertStage::drop(PaperId paper)
{
    m_queue.remove(paper);
    const auto active = m_active.find(paper);
    if (active == m_active.end())
        return;
    active->second->stop.request_stop();
    m_lamps.replace(m_lamps.indexOf(paper), 0);
    m_active.erase(active);
}

void ConvertStage::clear()
{
    m_queue.clear();
    while (!m_active.empty())
        drop(m_active.begin()->first);
}

bool ConvertStage::willDeliver() const
{
    return m_packing > 0 || !m_active.empty() || (m_running && m_gate.isOpen() && !m_queue.isEmpty());
}

void ConvertStage::pump()
{
    // A worker that was told to stop still has its thread: its place is free when it has returned.
    while (m_running && m_converter && !m_queue.isEmpty() && m_out < m_gate.allowed(m_workers))
        start(m_queue.takeFirst());
}

void ConvertStage::start(const MarkerQueue::Item& item)
{
    const PaperEntry* entry = m_papers.find(item.paper);
    if (!entry)
        return;
    auto job = std::make_shared<Job>();
    job->item = item;
    job->paper = entry->paper;
    job->input = {entry->status.filePath, entry->status.fileHash, entry->password};
    job->options.preset = m_preset;
    job->converter = m_converter;
    job->options.onSkipped = [&tries = job->tries](const QString& kind, const Failure& failure) {
        tries.append(tr("%1: %2 The next converter goes on.").arg(kind, failure.message));
    };
    job->clock.start();
    m_active[item.paper] = job;
    m_lamps.replace(std::max<qsizetype>(0, m_lamps.indexOf(0)), item.paper);
    ++m_out;
    m_pool.run(
        [job, cache = m_cache]() -> Outcome {
            job->converter->prepare(job->stop.get_token());
            job->key = ConversionCache::key(job->input.sha256, job->options.preset, job->converter->cacheLabel());
            job->shelf.emplace(cache, job->key);
            job->options.shelf = &*job->shelf;
            if (const QByteArray packed = cache.get(job->key); !packed.isEmpty())
                if (auto known = unpackConversion(packed))
                    return {std::make_shared<const Conversion>(*std::move(known)), packed};
            auto made = job->converter->convert(
                job->input, job->options,
                [&job](int done, int total) {
                    job->pagesDone = done;
                    job->pagesTotal = total;
                },
                job->stop.get_token());
            if (!made)
                return {std::unexpected(made.error()), {}};
            return {std::make_shared<const Conversion>(*std::move(made)), {}};
        },
        [this, job](Outcome outcome) { finish(job, std::move(outcome)); });
    Q_EMIT started(item.paper);
}

void ConvertStage::finish(const std::shared_ptr<Job>& job, Outcome outcome)
{
    --m_out;
    const PaperId paper = job->item.paper;
    const auto active = m_active.find(paper);
    if (active == m_active.end() || active->second != job) {
        pump();
        Q_EMIT workerFree();
        return;
    }
    m_active.erase(active);
    m_lamps.replace(m_lamps.indexOf(paper), 0);
    for (const QString& line : std::as_const(job->tries))
        Q_EMIT note(paper, line);
    if (!outcome.conversion && closesStage(outcome.conversion.error())) {
        m_queue.putBack(job->item);
        m_gate.close(outcome.conversion.error());
        Q_EMIT returned(paper);
        return;
    }
    m_gate.passed();
    pump(); // the next paper first: the device waits for nobody's paperwork
    if (!outcome.conversion) {
        Q_EMIT failed(paper, outcome.conversion.error());
        return;
    }
    const auto& conversion = *outcome.conversion;
    m_pages.add(conversion->pages);
    m_papersRate.add(1);
    if (conversion->markdown.trimmed().isEmpty()) {
        Q_EMIT failed(paper, noText());
    } else if (!outcome.packed.isEmpty()) {
        Converted converted = describeConversion(*conversion, job->paper, job->key, outcome.packed);
        converted.fromCache = true;
        Q_EMIT finished(paper, converted);
    } else {
        pack(job, conversion);
    }
}

void ConvertStage::pack(const std::shared_ptr<Job>& job, std::shared_ptr<const Conversion> conversion)
{
    ++m_packing;
    const qint64 milliseconds = job->clock.elapsed();
    m_packers.run(
        [job, conversion, milliseconds, cache = m_cache] {
            Converted converted = describeConversion(*conversion, job->paper, job->key, packConversion(*conversion));
            converted.milliseconds = milliseconds;
            keepInCache(cache, job->key, converted.packed); // the project has it in any case
            job->shelf->clear();
            return converted;
        },
        [this, paper = job->item.paper](const Converted& converted) {
            --m_packing;
            Q_EMIT finished(paper, converted);
        });
}

void ConvertStage::describe(StripState& strip)
{
    m_busy.add(double(m_active.size()) * double(m_sinceDescribed.isValid() ? m_sinceDescribed.elapsed() : 0) / 1000);
    m_sinceDescribed.start();
    for (qsizetype i = 0; i < m_lamps.size(); ++i) {
        WorkerLamp lamp;
        const auto active = m_active.find(m_lamps[i]);
        if (active != m_active.end()) {
            const Job& job = *active->second;
            const PaperEntry* entry = m_papers.find(job.item.paper);
            lamp = {WorkerLamp::Working, job.item.paper, entry ? entry->paper.title : QString(),
                    job.pagesDone,       job.pagesTotal, job.clock.elapsed()};
        } else if (i >= m_workers) {
            continue; // a lamp too many, its worker is gone
        } else if (!m_gate.isOpen()) {
            lamp.kind = WorkerLamp::Held;
        }
        strip.converters.append(lamp);
    }
    strip.pagesPerSecond = m_pages.perSecond();
    strip.converterBusy = std::min(1.0, m_busy.perSecond() / m_workers);
}

} // namespace sheaf
