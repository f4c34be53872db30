// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/proposals.h"

#include "core/paper.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype longestName = 60, longestQuestion = 300;

/** "number in months", "yes/no", "one of: a; b", "list", "date"; all else is text. */
void setType(Column& column, const QString& words)
{
    const QString type = words.toLower();
    if (type.startsWith("number"_L1)) {
        column.type = ColumnType::Number;
        if (type.startsWith("number in "_L1))
            column.unit = words.sliced(10).simplified().left(20);
    } else if (type.startsWith("yes"_L1)) {
        column.type = ColumnType::YesNo;
    } else if (type.startsWith("list"_L1)) {
        column.type = ColumnType::List;
    } else if (type.startsWith("date"_L1)) {
        column.type = ColumnType::Date;
    } else if (type.startsWith("one of:"_L1)) {
        for (const QString& choice : words.sliced(7).split(u';', Qt::SkipEmptyParts))
            if (const QString plain = choice.simplified(); !plain.isEmpty() && !column.choices.contains(plain))
                column.choices.append(plain);
        column.type = column.choices.size() > 1 ? ColumnType::OneOf : ColumnType::Text;
    }
}

std::optional<Column> columnFrom(const QString& line)
{
    const QStringList parts = line.split(u'|');
    Column column;
    column.name = parts.value(0).simplified();
    column.question = parts.value(1).simplified();
    if (column.name.isEmpty() || column.question.isEmpty() || column.name.size() > longestName ||
        column.question.size() > longestQuestion)
        return std::nullopt;
    column.id = foldForMatching(column.name).replace(u' ', u'_');
    setType(column, parts.value(2).simplified());
    return column.id.isEmpty() ? std::nullopt : std::optional(column);
}

} // namespace

Column proposalQuestion(const QVector<Column>& there)
{
    QStringList names;
    for (const Column& column : there)
        names.append(column.name);
    Column column{.id = u"proposed_columns"_s, .name = u"Proposed columns"_s};
    column.type = ColumnType::List;
    column.quoteRequired = false;
    column.question =
        u"Which questions that this paper answers would one put to all papers of its kind to compare them in a table? "
        "Up to eight, each as one line NAME | QUESTION | TYPE: a name of one to three words, the question in one "
        "sentence, "
        "and as type one of text, number in UNIT, yes/no, list, date. Not these, which are asked already: %1."_s.arg(
            names.join(u", "));
    return column;
}

QVector<ColumnProposal> proposalsFrom(const QVector<QJsonValue>& answers, const QVector<Column>& there)
{
    QSet<QString> taken;
    for (const Column& column : there) {
        taken.insert(column.id);
        taken.insert(foldForMatching(column.name).replace(u' ', u'_'));
    }
    QVector<ColumnProposal> proposals;
    for (const QJsonValue& answer : answers) {
        QSet<QString> ofThisPaper;
        const QJsonArray lines = answer.toArray();
        for (const QJsonValue& line : lines) {
            const auto column = columnFrom(line.toString());
            if (!column || taken.contains(column->id) || ofThisPaper.contains(column->id))
                continue;
            ofThisPaper.insert(column->id);
            const auto known =
                std::ranges::find_if(proposals, [&](const ColumnProposal& p) { return p.column.id == column->id; });
            if (known != proposals.end())
                ++known->papers;
            else
                proposals.append({*column, 1});
        }
    }
    std::ranges::stable_sort(proposals, std::ranges::greater(), &ColumnProposal::papers);
    return proposals;
}

} // namespace sheaf
