// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/folder_conversion.h"

#include "acquire/acquirer.h"
#include "sinks/sink.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
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

Result<Conversion> convertFile(Converter& converter, const QString& path, const QString& preset, std::stop_token stop)
{
    const auto hash = hashFile(path);
    if (!hash)
        return std::unexpected(hash.error());
    ConvertOptions options;
    options.preset = preset;
    return converter.convert(
        {path, *hash, {}}, options, [](int, int) {}, stop);
}

FolderConversionItem convertTo(Converter& converter, const QString& path, const QString& stem,
                               const FolderConversion::Options& options, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    FolderConversionItem item;
    item.input = path;
    const auto conversion = convertFile(converter, path, options.preset, stop);
    auto written = conversion ? writeFile(stem + u".md"_s, conversion->markdown.toUtf8())
                              : Result<void>(std::unexpected(conversion.error()));
    if (written && options.json)
        written = writeFile(stem + u".json"_s, QJsonDocument(conversionToJson(*conversion)).toJson());
    item.milliseconds = clock.elapsed();
    if (!written) {
        item.failure = written.error();
        return item;
    }
    item.output = stem + u".md"_s;
    item.pages = conversion->pages;
    item.confidence = meanConfidence(*conversion);
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

FolderConversion::FolderConversion(std::shared_ptr<Converter> converter, Options options, QObject* parent)
    : QObject(parent), m_converter(std::move(converter)), m_options(std::move(options)), m_pool(m_options.jobs)
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
        m_pool.run([job, converter = m_converter, options = m_options,
                    stop = m_stop.get_token()] { return convertTo(*converter, job.input, job.stem, options, stop); },
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
