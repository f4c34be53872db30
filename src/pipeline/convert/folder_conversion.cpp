// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/folder_conversion.h"

#include "acquire/acquirer.h"
#include "convert/figure_files.h"
#include "pipeline/convert/cached_conversion.h"
#include "sinks/sink.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

double meanConfidence(const Conversion& conversion)
{
    double sum = 0;
    for (const PageAudit& audit : conversion.audits)
        sum += audit.confidence;
    return conversion.audits.isEmpty() ? 1 : sum / double(conversion.audits.size());
}

/** What all jobs of one run share. */
struct Bench
{
    std::shared_ptr<Converter> converter;
    ConversionCache cache;
    FolderConversion::Options options;
    std::stop_token stop;
};

void tellDoubts(const Conversion& conversion, FolderConversionItem& item)
{
    for (const PageAudit& audit : conversion.audits) {
        if (!audit.isDoubtful())
            continue;
        ++item.doubtful;
        for (const QString& reason : audit.reasons)
            item.doubts << doubtSentence(reason);
    }
    item.doubts.removeDuplicates();
}

Result<ConvertInput> inputAt(const QString& path)
{
    const auto hash = hashFile(path);
    return hash ? Result<ConvertInput>({path, *hash, {}}) : std::unexpected(hash.error());
}

QString markdownOf(const Bench& bench, const ConvertInput& input, const Conversion& conversion, const QString& stem,
                   FolderConversionItem& item)
{
    if (bench.options.figureDpi <= 0)
        return conversion.markdown;
    const QString folder = stem + u".figures"_s;
    auto linked = markdownWithFigures(input, {folder, QFileInfo(folder).fileName(), bench.options.figureDpi},
                                      conversion, bench.stop);
    if (linked)
        return *std::move(linked);
    item.figures = linked.error();
    return conversion.markdown;
}

Result<void> convertTo(const Bench& bench, const QString& stem, FolderConversionItem& item)
{
    const auto input = inputAt(item.input);
    if (!input)
        return std::unexpected(input.error());
    ConvertOptions options;
    options.preset = bench.options.preset;
    const auto conversion =
        convertThroughCache(*bench.converter, bench.cache, *input, options, bench.options.fresh, bench.stop);
    if (!conversion)
        return std::unexpected(conversion.error());
    auto written = writeFile(stem + u".md"_s, markdownOf(bench, *input, *conversion, stem, item).toUtf8());
    if (written && bench.options.json)
        written = writeFile(stem + u".json"_s, [&](QIODevice& file) { writeJson(*conversion, file); });
    if (!written)
        return written;
    item.output = stem + u".md"_s;
    item.pages = conversion->pages;
    item.confidence = meanConfidence(*conversion);
    tellDoubts(*conversion, item);
    return {};
}

FolderConversionItem convertItem(const Bench& bench, const QString& path, const QString& stem)
{
    QElapsedTimer clock;
    clock.start();
    FolderConversionItem item;
    item.input = path;
    if (const auto done = convertTo(bench, stem, item); !done)
        item.failure = done.error();
    item.milliseconds = clock.elapsed();
    return item;
}

} // namespace

QStringList documentsIn(const QStringList& filesAndFolders)
{
    static const QStringList patterns{u"*.pdf"_s, u"*.md"_s, u"*.markdown"_s, u"*.txt"_s};
    QStringList documents;
    for (const QString& given : filesAndFolders) {
        if (!QFileInfo(given).isDir()) {
            documents.append(given);
            continue;
        }
        QStringList found;
        for (QDirIterator it(given, patterns, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            found.append(it.next());
        found.sort();
        documents += found;
    }
    QSet<QString> seen;
    documents.removeIf([&seen](const QString& path) {
        const QString place = QFileInfo(path).absoluteFilePath();
        const bool again = seen.contains(place);
        seen.insert(place);
        return again;
    });
    return documents;
}

FolderConversion::FolderConversion(std::shared_ptr<Converter> converter, ConversionCache cache, Options options,
                                   QObject* parent)
    : QObject(parent), m_converter(std::move(converter)), m_cache(std::move(cache)), m_options(std::move(options)),
      m_pool(m_options.jobs)
{
    const QDir folder(m_options.outputFolder);
    QSet<QString> taken; // as the file system may see them: without regard to case
    for (const QString& input : documentsIn(m_options.inputs)) {
        taken.insert(QFileInfo(input).absoluteFilePath().toLower()); // an input is never written over
        m_waiting.push_back({input, {}});
    }
    for (Job& job : m_waiting) {
        const QString name = QFileInfo(job.input).completeBaseName();
        const auto place = [&](int n) { return folder.absoluteFilePath(n < 2 ? name : u"%1-%2"_s.arg(name).arg(n)); };
        int n = 1;
        while (taken.contains((place(n) + u".md"_s).toLower()) || taken.contains((place(n) + u".json"_s).toLower()))
            ++n;
        job.stem = place(n);
        taken.insert((job.stem + u".md"_s).toLower());
    }
}

FolderConversion::~FolderConversion()
{
    m_stop.request_stop();
}

void FolderConversion::start()
{
    QDir().mkpath(m_options.outputFolder);
    QMetaObject::invokeMethod(this, &FolderConversion::startNext, Qt::QueuedConnection);
}

void FolderConversion::stop()
{
    m_stop.request_stop();
    m_waiting.clear();
    if (m_running == 0)
        startNext();
}

void FolderConversion::startNext()
{
    while (m_running < m_options.jobs && !m_waiting.empty()) {
        const Job job = m_waiting.front();
        m_waiting.pop_front();
        ++m_running;
        m_pool.run([job, bench = Bench{m_converter, m_cache, m_options,
                                       m_stop.get_token()}] { return convertItem(bench, job.input, job.stem); },
                   [this](const FolderConversionItem& item) { report(item); });
    }
    if (m_running == 0)
        Q_EMIT finished(m_done, m_failed, m_stop.stop_requested());
}

void FolderConversion::report(const FolderConversionItem& item)
{
    --m_running;
    ++(item.failure ? m_failed : m_done);
    Q_EMIT converted(item);
    startNext();
}

} // namespace sheaf
