// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/type_advice.h"

#include "core/paper.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype mostPhraseWords = 12, mostChoiceWords = 4, mostUnitWords = 3;

qsizetype wordCount(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

bool isYesOrNo(const QString& answer)
{
    static const QSet<QString> words{u"yes"_s, u"no"_s, u"true"_s, u"false"_s, u"ja"_s, u"nein"_s, u"oui"_s, u"non"_s};
    return words.contains(foldForMatching(answer));
}

/** What stands behind the number that a phrase begins with; nothing where it begins with none, or with more than one:
 * "10–20", "8 of 12", "24 ± 3", "3 March 2019", "10-fold". */
std::optional<QString> behindNumber(const QString& answer)
{
    static const QRegularExpression form(
        uR"(^(?:n\s*=\s*|[≈~]\s*)?[-+−]?\d+(?:[.,'’]\d+)*(?:\s\d{3}(?!\d))*(?:$|(?=\s*%)|\s+(?=[\p{L}(°]))(?!(?:to|or|and|of|bis|oder|und|von)\b)(.*)$)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(uR"(^\d{1,2}\s+\p{L}+\.?\s+\d{4}\b)"_s);
    const auto match = form.match(answer);
    if (!match.hasMatch() || wordCount(answer) > mostPhraseWords || date.match(answer).hasMatch())
        return {};
    return match.captured(1).trimmed();
}

std::optional<TypeAdvice> asNumber(Column column, const QStringList& answers)
{
    QSet<QString> rests;
    QString unit;
    for (const QString& answer : answers) {
        const auto rest = behindNumber(answer);
        if (!rest)
            return {};
        rests.insert(rest->toCaseFolded());
        unit = *rest;
    }
    const bool isUnit = rests.size() == 1 && wordCount(unit) <= mostUnitWords;
    column.type = ColumnType::Number;
    column.unit = isUnit ? unit : QString();
    return TypeAdvice{column, int(answers.size()), !isUnit};
}

/** Three answers of which two are the same are the least that speaks for choices. */
std::optional<TypeAdvice> asChoices(Column column, const QStringList& answers)
{
    QSet<QString> known;
    QStringList choices;
    for (const QString& answer : answers) {
        if (wordCount(answer) > mostChoiceWords)
            return {};
        const QString folded = foldForMatching(answer);
        if (!known.contains(folded))
            choices.append(answer);
        known.insert(folded);
    }
    if (choices.size() < 2 || choices.size() * 3 > answers.size() * 2)
        return {};
    column.type = ColumnType::OneOf;
    column.choices = choices;
    return TypeAdvice{column, int(answers.size())};
}

} // namespace

std::optional<TypeAdvice> adviseType(const Column& column, const QStringList& answers)
{
    if (column.type != ColumnType::Text || answers.size() < 2)
        return {};
    QStringList plain;
    for (const QString& answer : answers)
        plain.append(answer.simplified());
    if (std::ranges::all_of(plain, isYesOrNo)) {
        TypeAdvice advice{column, int(plain.size())};
        advice.column.type = ColumnType::YesNo;
        return advice;
    }
    if (const auto number = asNumber(column, plain))
        return number;
    return asChoices(column, plain);
}

} // namespace sheaf
