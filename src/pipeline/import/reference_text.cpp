// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/reference_text.h"

#include "layout/references/citation.h"
#include "lists/csl_items.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype ShortestEntry = 30, LongestEntry = 1500, ShortestTitle = 8;
constexpr qsizetype MostEntries = 5000; ///< more is no paper's bibliography

struct Entry
{
    QString text;
    int line = 0; ///< from 1
};

const QRegularExpression& label()
{
    static const QRegularExpression pattern(uR"(^\s*(?:\[\w{1,12}\]|\(?\d{1,4}[.)]|[-*•])\s+)"_s);
    return pattern;
}

/** Which line begins an entry, told by what the text has: labels, empty lines, or neither. */
QVector<Entry> entriesOf(const QString& text)
{
    const QStringList lines = text.split('\n'_L1);
    const auto isFilled = [](const QString& line) { return !line.trimmed().isEmpty(); };
    const auto isLabelled = [](const QString& line) { return label().match(line).hasMatch(); };
    qsizetype filled = 0, labelled = 0, gaps = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        filled += isFilled(lines[i]);
        labelled += isLabelled(lines[i]);
        gaps += isFilled(lines[i]) && i > 0 && !isFilled(lines[i - 1]);
    }
    const bool byLabels = labelled > 1 && labelled * 6 >= filled;
    const bool byGaps = !byLabels && gaps * 6 >= filled;

    QVector<Entry> entries;
    bool opens = true;
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith('#'_L1)) {
            opens = opens || byGaps || !byLabels;
            continue;
        }
        if (opens || (byLabels ? isLabelled(lines[i]) : !byGaps))
            entries.append({line, i + 1});
        else if (entries.last().text.endsWith('-'_L1)) // hyphenated at the line's end
            entries.last().text += line;
        else
            entries.last().text += ' '_L1 + line;
        opens = false;
    }
    return entries;
}

/** Markdown's emphasis becomes the face that print would have. */
layout::StyledText styled(const QString& entry)
{
    static const QRegularExpression emphasis(uR"((?<![\w*_])([*_]{1,2})(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*_]))"_s);
    layout::StyledText text;
    qsizetype from = 0;
    const auto take = [&](QStringView part, layout::StyledText::Face face) {
        text.text += part;
        text.faces += QByteArray(part.size(), face);
    };
    for (auto it = emphasis.globalMatch(entry); it.hasNext();) {
        const auto match = it.next();
        take(QStringView(entry).mid(from, match.capturedStart() - from), layout::StyledText::Plain);
        const bool isBold = match.capturedLength(1) == 2;
        take(match.capturedView(2), isBold ? layout::StyledText::Bold : layout::StyledText::Italic);
        from = match.capturedEnd();
    }
    take(QStringView(entry).mid(from), layout::StyledText::Plain);
    return text;
}

bool isWork(const CslItem& item)
{
    const bool isDated = item.year != 0 || !item.doi.isEmpty() || !item.arxiv.isEmpty();
    return item.title.size() >= ShortestTitle && isDated && !(item.author.isEmpty() && item.editor.isEmpty());
}

class ReferenceReading
{
public:
    std::optional<ParsedList> read(const QString& text)
    {
        const QVector<Entry> entries = entriesOf(text);
        if (entries.isEmpty() || entries.size() > MostEntries)
            return std::nullopt;
        const auto isEntry = [](const Entry& e) {
            return e.text.size() >= ShortestEntry && e.text.size() <= LongestEntry;
        };
        for (const Entry& entry : entries)
            if (!isEntry(entry) || !readWorks(entry))
                readIdentifiers(entry);
        if (m_works * 5 < entries.size() * 3)
            return std::nullopt;
        return std::move(m_list);
    }

private:
    bool readWorks(const Entry& entry)
    {
        QString text = entry.text;
        text.remove(QRegularExpression(uR"(^\s*[-*•]\s+)"_s));
        const QVector<CslItem> items = layout::readCitation({styled(text), findUrls(text)});
        if (!std::ranges::any_of(items, isWork))
            return false;
        for (const CslItem& item : items) {
            QJsonObject json = toJson(item, {});
            json.remove("id"_L1); // no citation key
            if (auto paper = paperFromCsl({json, entry.line}, m_list.warnings))
                m_list.papers.append(*std::move(paper));
        }
        ++m_works;
        return true;
    }

    void readIdentifiers(const Entry& entry)
    {
        const auto list = readList(entry.text.toUtf8(), u"entry.txt"_s);
        for (Paper paper : list ? list->papers : QVector<Paper>()) {
            paper.sourceLine = entry.line;
            m_list.papers.append(paper);
        }
        if (!list || list->papers.isEmpty())
            m_list.warnings.append({entry.line,
                                    QCoreApplication::translate("import", "This is not read as a reference"),
                                    QCoreApplication::translate("import", "left out")});
    }

    ParsedList m_list{.format = u"references"_s, .encoding = u"UTF-8"_s};
    qsizetype m_works = 0;
};

} // namespace

std::optional<ParsedList> readReferenceText(const QString& text)
{
    return ReferenceReading().read(text);
}

} // namespace sheaf
