// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/json_items.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Where the entries begin: behind the bracket of the array that a service's answer wraps them in. */
qsizetype startOfItems(QStringView text)
{
    static const QRegularExpression wrapper(
        uR"re("(?:items|results|references|records|works|data)"\s*:\s*\[\s*\{)re"_s);
    const qsizetype brace = text.indexOf('{'_L1);
    if (text.trimmed().startsWith('['_L1))
        return brace;
    const auto match = wrapper.match(text.left(16 * 1024));
    return match.hasMatch() && match.capturedStart() > brace ? match.capturedEnd() - 1 : brace;
}

/** End of the object that begins at `begin`, -1 where it is not closed. */
qsizetype endOfObject(QStringView text, qsizetype begin)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == '\\'_L1)
                ++i;
            else if (c == '"'_L1)
                inString = false;
        } else if (c == '"'_L1) {
            inString = true;
        } else if (c == '{'_L1) {
            ++depth;
        } else if (c == '}'_L1 && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

/** The next line that begins as this entry's line does: there the next one starts, should this one not be closed. */
qsizetype nextAlike(QStringView text, qsizetype begin)
{
    const qsizetype lineStart = text.lastIndexOf('\n'_L1, begin) + 1;
    const QString start = u'\n' + text.mid(lineStart, begin + 1 - lineStart).toString();
    const qsizetype found = lineStart > 0 ? text.indexOf(start, begin) : -1;
    return found < 0 ? -1 : found + start.size() - 1;
}

} // namespace

bool startsAsJson(QStringView head)
{
    const QStringView start = head.trimmed();
    return start.startsWith('['_L1) || start.startsWith('{'_L1);
}

QVector<JsonItem> jsonItems(QStringView text, QVector<ListWarning>& warnings)
{
    QVector<JsonItem> items;
    qsizetype counted = 0;
    int line = 1;
    for (qsizetype begin = startOfItems(text); begin >= 0;) {
        line += int(text.mid(counted, begin - counted).count('\n'_L1));
        counted = begin;
        qsizetype end = endOfObject(text, begin);
        const bool closed = end >= 0;
        if (!closed) {
            const qsizetype next = nextAlike(text, begin);
            end = next < 0 ? text.size() : next;
        }
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(text.mid(begin, end - begin).toUtf8(), &error);
        if (closed && document.isObject())
            items.append({document.object(), line});
        else
            warnings.append({line,
                             closed ? QCoreApplication::translate("lists", "The entry is not valid JSON")
                                    : QCoreApplication::translate("lists", "The entry is not closed"),
                             QCoreApplication::translate("lists", "left out")});
        // Between entries stand commas and spaces; a closing bracket ends the list.
        begin = text.indexOf('{'_L1, end);
        const qsizetype bracket = text.indexOf(']'_L1, end);
        if (bracket >= 0 && bracket < begin)
            break;
    }
    return items;
}

QString jsonText(const QJsonValue& value)
{
    if (value.isArray())
        return jsonText(value.toArray().first());
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QJsonValue jsonAt(const QJsonObject& object, QLatin1StringView path)
{
    QJsonValue value = object;
    for (const QLatin1StringView name : qTokenize(path, u'/'))
        value = value.toObject().value(name);
    return value;
}

void setJsonFields(PaperBuilder& builder, std::span<const JsonRule> rules, const QJsonObject& object, int line)
{
    for (const JsonRule& rule : rules)
        builder.set(rule.field, jsonText(jsonAt(object, rule.key)), line);
}

ParsedList papersOfItems(const QString& text, std::optional<Paper> (*paperOf)(const JsonItem&, QVector<ListWarning>&))
{
    ParsedList list;
    for (const JsonItem& item : jsonItems(text, list.warnings))
        if (auto paper = paperOf(item, list.warnings))
            list.papers.append(*std::move(paper));
    return list;
}

} // namespace sheaf
