// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement.h"

#include "core/paper.h"
#include "core/record.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Quantity
{
    double value = 0;
    int decimals = 0; ///< as written
    QString unit;     ///< folded to its base; empty = none
};

/** Units that readers write in several sizes, and what one of them is of the base. */
struct UnitSize
{
    const char16_t* unit;
    const char16_t* base;
    double factor;
};
constexpr UnitSize unitSizes[] = {
    {u"kg", u"g", 1e3},    {u"mg", u"g", 1e-3},     {u"µg", u"g", 1e-6},    {u"μg", u"g", 1e-6},
    {u"ug", u"g", 1e-6},   {u"ng", u"g", 1e-9},     {u"km", u"m", 1e3},     {u"cm", u"m", 1e-2},
    {u"mm", u"m", 1e-3},   {u"µm", u"m", 1e-6},     {u"μm", u"m", 1e-6},    {u"nm", u"m", 1e-9},
    {u"l", u"l", 1},       {u"ml", u"l", 1e-3},     {u"µl", u"l", 1e-6},    {u"μl", u"l", 1e-6},
    {u"ms", u"s", 1e-3},   {u"sec", u"s", 1},       {u"second", u"s", 1},   {u"seconds", u"s", 1},
    {u"min", u"s", 60},    {u"minute", u"s", 60},   {u"minutes", u"s", 60}, {u"h", u"s", 3600},
    {u"hour", u"s", 3600}, {u"hours", u"s", 3600},  {u"day", u"d", 1},      {u"days", u"d", 1},
    {u"week", u"d", 7},    {u"weeks", u"d", 7},     {u"month", u"mo", 1},   {u"months", u"mo", 1},
    {u"year", u"mo", 12},  {u"years", u"mo", 12},   {u"yr", u"mo", 12},     {u"yrs", u"mo", 12},
    {u"percent", u"%", 1}, {u"per cent", u"%", 1},  {u"khz", u"hz", 1e3},   {u"mhz", u"hz", 1e6},
    {u"ghz", u"hz", 1e9},  {u"mmol", u"mol", 1e-3}, {u"kj", u"j", 1e3},     {u"kpa", u"pa", 1e3},
};

int decimalsOf(const QString& digits)
{
    const qsizetype point = digits.indexOf('.'_L1);
    return point < 0 ? 0 : int(digits.size() - point - 1);
}

/** "1,234.5" and "1 234,5" as C writes them; a single comma before three digits stands for thousands. */
QString plainDigits(QString text)
{
    static const QRegularExpression blanks(u"[\\s'’]"_s);
    static const QRegularExpression thousands(u"^[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$"_s);
    static const QRegularExpression germanThousands(u"^[-+]?\\d{1,3}(\\.\\d{3})+,\\d+$"_s);
    text.remove(blanks).replace(u'−', u'-');
    if (thousands.match(text).hasMatch())
        return text.remove(u',');
    if (germanThousands.match(text).hasMatch())
        text.remove(u'.');
    return text.replace(u',', u'.');
}

/** A text that is nothing but one number, perhaps with a unit. */
std::optional<Quantity> quantityOf(const QString& text)
{
    static const QRegularExpression form(
        uR"(^\s*(?:[nN]\s*=\s*|≈\s*|~\s*)?([-+−]?\d[\d\s.,'’]*?(?:[eE][-+]?\d+)?)\s*(%|[^\d\s.,=<>±][^\d,;=<>±]{0,30})?\s*$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QString digits = plainDigits(match.captured(1));
    bool isNumber = false;
    Quantity quantity{.value = QLocale::c().toDouble(digits, &isNumber), .decimals = decimalsOf(digits)};
    if (!isNumber)
        return {};
    quantity.unit = match.captured(2).trimmed().toCaseFolded();
    if (quantity.unit.endsWith(u'.'))
        quantity.unit.chop(1);
    for (const UnitSize& size : unitSizes)
        if (quantity.unit == QStringView(size.unit)) {
            quantity.unit = QStringView(size.base).toString();
            quantity.value *= size.factor;
            quantity.decimals = size.factor == 1 ? quantity.decimals : quantity.decimals - int(std::log10(size.factor));
            break;
        }
    return quantity;
}

std::optional<Quantity> quantityOf(const QJsonValue& value)
{
    if (value.isString())
        return quantityOf(value.toString());
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    return Quantity{.value = number, .decimals = decimalsOf(QString::number(number, 'g', 15)), .unit = {}};
}

bool nearlyEqual(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1e-300, std::abs(a), std::abs(b)});
}

/** Where a unit is not told, it is the other's. Whole numbers are counts: they are never rounded. */
bool quantitiesAgree(const Quantity& a, const Quantity& b)
{
    if (!a.unit.isEmpty() && !b.unit.isEmpty() && a.unit != b.unit)
        return false;
    if (nearlyEqual(a.value, b.value))
        return true;
    const int decimals = std::min(a.decimals, b.decimals);
    if (decimals < 1)
        return false;
    const double scale = std::pow(10.0, decimals);
    return std::abs(a.value - b.value) * scale <= 0.5 + 1e-9;
}

/** Words of a text; in scripts without spaces between words, pairs of letters. */
QStringList wordsOf(const QString& text)
{
    QStringList words;
    for (const QString& word : foldForMatching(text).split(u' ', Qt::SkipEmptyParts)) {
        const bool spaced =
            word.front().script() != QChar::Script_Han && word.front().script() != QChar::Script_Hiragana &&
            word.front().script() != QChar::Script_Katakana && word.front().script() != QChar::Script_Thai;
        if (spaced || word.size() <= 2)
            words.append(word);
        else
            for (qsizetype i = 0; i + 1 < word.size(); ++i)
                words.append(word.sliced(i, 2));
    }
    return words;
}

/** "participants" and "participant", "randomised" and "randomized": the same word in another form. */
bool sameWord(const QString& a, const QString& b)
{
    if (a == b)
        return true;
    const qsizetype shorter = std::min(a.size(), b.size());
    if (shorter >= 3 && std::abs(a.size() - b.size()) <= 2 && (a.startsWith(b) || b.startsWith(a)))
        return true;
    if (shorter < 5)
        return false;
    const auto end = std::ranges::mismatch(a, b).in1 - a.cbegin();
    return end >= std::max<qsizetype>(4, std::max(a.size(), b.size()) - 4);
}

bool isNegation(const QString& word)
{
    static const QSet<QString> words{u"no"_s,    u"not"_s,  u"non"_s,   u"none"_s,   u"never"_s, u"without"_s,
                                     u"nicht"_s, u"kein"_s, u"keine"_s, u"keinen"_s, u"ohne"_s,  u"pas"_s,
                                     u"sans"_s,  u"sin"_s,  u"aucun"_s, u"aucune"_s, u"ningun"_s};
    return words.contains(word);
}

bool isNumeral(const QString& word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

/** Words that carry meaning in any language are seldom shorter than three letters. */
QStringList contentOf(const QStringList& words)
{
    QStringList content;
    for (const QString& word : words)
        if (word.size() >= 3 && !isNumeral(word) && !isNegation(word))
            content.append(word);
    content.removeDuplicates();
    return content;
}

QSet<QString> numbersOf(const QString& text)
{
    static const QRegularExpression number(u"\\d+(?:[.,]\\d+)*"_s);
    QSet<QString> numbers;
    for (auto it = number.globalMatch(text); it.hasNext();)
        numbers.insert(plainDigits(it.next().captured()));
    return numbers;
}

bool textsAgree(const QString& first, const QString& second)
{
    if (first.simplified() == second.simplified())
        return true;
    if (const auto a = quantityOf(first), b = quantityOf(second); a && b)
        return quantitiesAgree(*a, *b);
    QStringList one = wordsOf(first), other = wordsOf(second);
    if (one == other && !one.isEmpty())
        return numbersOf(first) == numbersOf(second);
    QSet<QString> fewer = numbersOf(first), more = numbersOf(second);
    if (fewer.size() > more.size())
        fewer.swap(more);
    if (!more.contains(fewer) || (fewer.isEmpty() != more.isEmpty() && std::min(one.size(), other.size()) < 4))
        return false;
    if (std::ranges::any_of(one, isNegation) != std::ranges::any_of(other, isNegation))
        return false;
    one = contentOf(one);
    other = contentOf(other);
    if (one.size() > other.size())
        one.swap(other);
    if (one.isEmpty())
        return other.isEmpty() && fewer == more && !more.isEmpty();
    const auto shared = std::ranges::count_if(one, [&](const QString& word) {
        return std::ranges::any_of(other, [&](const QString& known) { return sameWord(word, known); });
    });
    constexpr double nearlyAll = 0.7;
    return double(shared) >= nearlyAll * double(one.size());
}

QStringList itemsOf(const QJsonValue& value)
{
    QStringList items;
    if (value.isString())
        items.append(value.toString());
    for (const QJsonValue item : value.toArray())
        items.append(item.toString());
    return items;
}

QSet<QString> choicesOf(const QJsonValue& value)
{
    QSet<QString> choices;
    for (const QString& item : itemsOf(value))
        choices.insert(foldForMatching(item));
    return choices;
}

/** Each item of one list has a partner of its own in the other. */
bool listsAgree(QStringList first, QStringList second)
{
    if (first.size() != second.size())
        return false;
    for (const QString& item : std::as_const(first)) {
        const auto exact = std::ranges::find_if(
            second, [&](const QString& other) { return foldForMatching(other) == foldForMatching(item); });
        const auto partner = exact != second.end() ? exact : std::ranges::find_if(second, [&](const QString& other) {
            return textsAgree(item, other);
        });
        if (partner == second.end())
            return false;
        second.erase(partner);
    }
    return true;
}

/** Dates are kept as far as they are told: "2019", "2019-03", "2019-03-07". */
bool datesAgree(const QString& first, const QString& second)
{
    const QString& shorter = first.size() < second.size() ? first : second;
    const QString& longer = first.size() < second.size() ? second : first;
    return shorter.size() >= 4 && longer.startsWith(shorter) &&
           (longer.size() == shorter.size() || longer.at(shorter.size()) == u'-');
}

constexpr qsizetype mostPhraseWords = 12;

/** More than a phrase: it can be said in many ways. */
bool isProse(const QJsonValue& value, const Column& column)
{
    if (column.type != ColumnType::Text && column.type != ColumnType::List)
        return false;
    return std::ranges::any_of(itemsOf(value),
                               [](const QString& item) { return wordsOf(item).size() > mostPhraseWords; });
}

} // namespace

std::optional<bool> answersAgree(const QJsonValue& first, const QJsonValue& second, const Column& column)
{
    if (isProse(first, column) || isProse(second, column))
        return {};
    if (saysNothing(first) || saysNothing(second))
        return saysNothing(first) && saysNothing(second);
    switch (column.type) {
    case ColumnType::Number: {
        const auto a = quantityOf(first), b = quantityOf(second);
        return a && b ? quantitiesAgree(*a, *b) : first == second;
    }
    case ColumnType::YesNo:
        return first == second;
    case ColumnType::OneOf:
        return foldForMatching(first.toString()) == foldForMatching(second.toString());
    case ColumnType::SeveralOf:
        return choicesOf(first) == choicesOf(second);
    case ColumnType::List: {
        QStringList one = itemsOf(first), other = itemsOf(second);
        one.removeDuplicates();
        other.removeDuplicates();
        return listsAgree(one, other);
    }
    case ColumnType::Date:
        return datesAgree(first.toString().trimmed(), second.toString().trimmed());
    case ColumnType::Text:
        return textsAgree(first.toString(), second.toString());
    }
    Q_UNREACHABLE();
}

bool hasCategories(const Column& column)
{
    return column.type == ColumnType::YesNo || column.type == ColumnType::OneOf;
}

void AgreementTally::add(bool agree, const QString& firstCategory, const QString& secondCategory)
{
    ++m_compared;
    m_agreed += agree;
    ++m_first[firstCategory];
    ++m_second[secondCategory];
}

std::optional<double> AgreementTally::kappa() const
{
    double byChance = 0;
    for (auto it = m_first.cbegin(); it != m_first.cend(); ++it)
        byChance += double(*it) * m_second.value(it.key());
    byChance /= std::max(1.0, double(m_compared) * m_compared);
    if (m_compared == 0 || byChance >= 1)
        return {};
    return (share() - byChance) / (1 - byChance);
}

} // namespace sheaf
