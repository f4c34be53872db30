// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/typed_finds.h"

#include "read/answers/value_forms.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString numberForm = uR"([+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"_s;

double toNumber(QString text)
{
    return text.remove(u',').replace(u'−', u'-').toDouble();
}

/** Where the question's words stand in a sentence: a number near them is the one that was asked for. */
QVector<qsizetype> placesOf(const QStringList& stems, const QString& sentence)
{
    QVector<qsizetype> places;
    const QString lower = sentence.toLower();
    for (const QString& stem : stems) {
        for (qsizetype at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + 1))
            places.append(at);
    }
    return places;
}

/** The number closest to the question's words; one with the column's unit where it has one. Citations, section numbers
 * and years are none. */
std::optional<double> numberIn(const QString& sentence, const Column& column, const QStringList& stems)
{
    const QString unit = column.unit.isEmpty() ? QString() : u"\\s?"_s + QRegularExpression::escape(column.unit);
    const QRegularExpression pattern(
        u"(?<![\\w.\\[(])(%1)(?![\\w]*\\]|\\.\\d)%2(?![\\p{L}\\d])"_s.arg(numberForm, unit),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QVector<qsizetype> places = placesOf(stems, sentence);
    std::optional<double> best;
    qsizetype nearest = 60; // characters: farther away it belongs to something else
    for (auto it = pattern.globalMatch(sentence); it.hasNext();) {
        const auto match = it.next();
        static const QRegularExpression year(u"^(?:19|20)\\d\\d$"_s);
        if (column.unit.isEmpty() && year.match(match.captured(1)).hasMatch())
            continue;
        for (const qsizetype place : places) {
            const qsizetype distance = std::abs(place - match.capturedStart());
            if (distance < nearest) {
                nearest = distance;
                best = toNumber(match.captured(1));
            }
        }
    }
    return best;
}

std::optional<TypedFind> findNumber(const Column& column, const QVector<ScoredSentence>& best)
{
    const QStringList stems = contentStems(column.name + u' ' + column.question);
    for (const ScoredSentence& one : best) {
        if (const auto number = numberIn(one.sentence.text, column, stems))
            return TypedFind{*number, {one.sentence}};
    }
    return std::nullopt;
}

std::optional<TypedFind> findDate(const QVector<ScoredSentence>& best)
{
    static const QRegularExpression date(
        uR"(\b(?:\d{4}-\d\d-\d\d|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\p{L}{3,9} \d{4}|(?:19|20)\d\d)\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (const ScoredSentence& one : best) {
        for (auto it = date.globalMatch(one.sentence.text); it.hasNext();) {
            if (const auto iso = isoDate(it.next().captured()))
                return TypedFind{*iso, {one.sentence}};
        }
    }
    return std::nullopt;
}

/** Only a sentence that has nearly all the question's words says yes, and none that also says "not". */
std::optional<TypedFind> findYesNo(const QVector<ScoredSentence>& best)
{
    constexpr double nearlyAll = 0.8;
    static const QRegularExpression negation(
        uR"(\b(?:no|not|none|never|neither|nor|without|cannot|lack\w*|unable|un\w+ed|kein\w*|nicht|ohne)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (best.isEmpty() || best.first().score < nearlyAll || negation.match(best.first().sentence.text).hasMatch())
        return std::nullopt;
    return TypedFind{true, {best.first().sentence}};
}

QRegularExpression wholeWords(const QString& text)
{
    return QRegularExpression(u"(?<![\\p{L}\\d])%1(?![\\p{L}\\d])"_s.arg(QRegularExpression::escape(text)),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

struct ChoiceFind
{
    QString choice;
    int times = 0;
    OutlineSentence sentence;
};

/** Each choice that stands in the text, first in sentences that match the question, with its first sentence. */
QVector<ChoiceFind> choicesIn(const Column& column, const QVector<OutlineSentence>& sentences)
{
    QVector<ChoiceFind> found;
    for (const QString& choice : column.choices) {
        ChoiceFind find{.choice = choice};
        const QRegularExpression pattern = wholeWords(choice);
        for (const OutlineSentence& sentence : sentences) {
            if (!pattern.match(sentence.text).hasMatch())
                continue;
            if (find.times++ == 0)
                find.sentence = sentence;
        }
        if (find.times > 0)
            found.append(find);
    }
    std::ranges::stable_sort(found, std::greater(), &ChoiceFind::times);
    return found;
}

std::optional<TypedFind> findChoices(const Column& column, const QVector<ScoredSentence>& best,
                                     const QVector<OutlineSentence>& all)
{
    QVector<OutlineSentence> matched;
    for (const ScoredSentence& one : best)
        matched.append(one.sentence);
    QVector<ChoiceFind> found = choicesIn(column, matched);
    if (found.isEmpty())
        found = choicesIn(column, all);
    if (found.isEmpty())
        return std::nullopt;
    if (column.type == ColumnType::OneOf) {
        const bool certain = found.size() == 1 || found[0].times >= 2 * found[1].times;
        return certain ? std::optional(TypedFind{found[0].choice, {found[0].sentence}}) : std::nullopt;
    }
    TypedFind several;
    QJsonArray values;
    for (const ChoiceFind& one : std::as_const(found)) {
        values.append(one.choice);
        several.sentences.append(one.sentence);
    }
    several.value = values;
    return several;
}

} // namespace

std::optional<TypedFind> typedFind(const Column& column, const QVector<ScoredSentence>& best,
                                   const QVector<OutlineSentence>& all)
{
    switch (column.type) {
    case ColumnType::Number:
        return findNumber(column, best);
    case ColumnType::Date:
        return findDate(best);
    case ColumnType::YesNo:
        return findYesNo(best);
    case ColumnType::OneOf:
    case ColumnType::SeveralOf:
        return findChoices(column, best, all);
    case ColumnType::Text:
    case ColumnType::List:
        return std::nullopt; // the sentences themselves
    }
    Q_UNREACHABLE();
}

} // namespace sheaf
