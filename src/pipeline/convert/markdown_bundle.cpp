// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/markdown_bundle.h"

#include "convert/figure_files.h"
#include "core/log.h"
#include "pipeline/read/request_builder.h"
#include "pipeline/results/results.h"
#include "sinks/result_markdown.h"
#include "sinks/zip_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double FigureDpi = 150;

/** "0007-walt-2019-on-the-number": sorts as the list does, and says what it is. */
QString stemOf(const Paper& paper)
{
    QStringList words{u"%1"_s.arg(paper.id, 4, 10, '0'_L1)};
    if (!paper.authors.isEmpty())
        words.append(foldForMatching(paper.authors.constFirst().family));
    if (paper.year > 0)
        words.append(QString::number(paper.year));
    words.append(foldForMatching(paper.title).left(50).trimmed());
    QString stem = words.join(' '_L1).simplified().replace(' '_L1, '-'_L1);
    return stem.removeIf([](QChar c) { return !c.isLetterOrNumber() && c != '-'_L1; });
}

class Bundle
{
public:
    Bundle(const StoreReader& store, const QString& folder, const ExportChoice& choice, std::stop_token stop)
        : m_store(store), m_folder(folder), m_choice(choice), m_columns(chosenColumns(store, choice)),
          m_stop(std::move(stop))
    {}

    Result<void> write()
    {
        if (!QDir().mkpath(m_folder + u"/papers"_s))
            return fail(Stage::Write, u"disk.write"_s,
                        QCoreApplication::translate("pipeline", "The folder “%1” cannot be made.").arg(m_folder));
        const QVector<ResultRow> rows = resultRows(m_store, m_choice);
        for (const ResultRow& row : rows) {
            if (m_stop.stop_requested())
                return fail(Stage::Write, u"stopped"_s, QCoreApplication::translate("pipeline", "Stopped."), {}, true);
            if (row.duplicateOf == 0)
                if (const auto written = writePaper(row); !written)
                    return written;
        }
        const QString index = u"# "_s + QCoreApplication::translate("pipeline", "Papers") + u"\n\n"_s +
                              markdownOverview(rows, [](const ResultRow& row) {
                                  return row.duplicateOf == 0 ? u"papers/%1.md"_s.arg(stemOf(row.paper)) : QString();
                              });
        return writeFile(m_folder + u"/index.md"_s, index.toUtf8());
    }

private:
    Result<void> writePaper(const ResultRow& row) const
    {
        QString text = u"# "_s + markdownTitleOf(row) + u"\n\n"_s + markdownAnswers(row, m_columns);
        if (const QString full = fullText(row); !full.isEmpty())
            text += u"\n---\n\n"_s + full;
        return writeFile(m_folder + u"/papers/%1.md"_s.arg(stemOf(row.paper)), text.toUtf8());
    }

    QString fullText(const ResultRow& row) const
    {
        const auto stored = m_store.paper(row.paper.id);
        const auto conversion = stored ? loadConversion(m_store, stored->status.conversionKey) : std::nullopt;
        if (!conversion)
            return {};
        const QString& file = stored->status.filePath;
        if (!QFileInfo(file).isFile())
            return conversion->markdown;
        const QString figures = stemOf(row.paper) + u".figures"_s;
        const auto linked =
            markdownWithFigures({file, stored->status.fileHash, {}},
                                {m_folder + u"/papers/"_s + figures, figures, FigureDpi}, *conversion, m_stop);
        if (!linked)
            qCWarning(logPipeline).noquote() << "a paper is exported without its figures:" << linked.error().message;
        return linked.value_or(conversion->markdown);
    }

    const StoreReader& m_store;
    const QString m_folder;
    const ExportChoice& m_choice;
    const QVector<Column> m_columns;
    const std::stop_token m_stop;
};

} // namespace

bool isBundleFormat(const QString& formatOrSuffix)
{
    const QString asked = formatOrSuffix.toLower();
    return asked == "bundle"_L1 || asked == "folder"_L1 || asked == ".zip"_L1;
}

Result<void> writeMarkdownBundle(const StoreReader& store, const QString& path, const ExportChoice& choice,
                                 std::stop_token stop)
{
    if (!path.endsWith(".zip"_L1, Qt::CaseInsensitive))
        return Bundle(store, path, choice, stop).write();
    const QTemporaryDir folder;
    if (const auto written = Bundle(store, folder.path(), choice, stop).write(); !written)
        return written;
    return zipFolder(folder.path(), path);
}

} // namespace sheaf
