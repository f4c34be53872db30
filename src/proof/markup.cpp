// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/markup.h"

#include <QHash>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype longestTag = 200;

/** The tags that markdown of papers has; anything else in angle brackets is text. */
bool isTagName(QStringView name)
{
    static const QSet<QString> names{u"sub"_s, u"sup"_s, u"i"_s,    u"b"_s,     u"em"_s,  u"strong"_s, u"u"_s,
                                     u"br"_s,  u"a"_s,   u"span"_s, u"p"_s,     u"div"_s, u"table"_s,  u"thead"_s,
                                     u"tr"_s,  u"td"_s,  u"th"_s,   u"tbody"_s, u"img"_s, u"small"_s,  u"math"_s};
    return names.contains(name.toString().toLower());
}

/** A tag's length at the start of `text`, 0 where there is none; "p <0.05 and n> 3" has none. */
qsizetype tagLength(QStringView text)
{
    const qsizetype begin = text.startsWith(u"</") ? 2 : 1;
    qsizetype i = begin;
    while (i < text.size() && i < begin + 10 && text[i].isLetter())
        ++i;
    if (!isTagName(text.sliced(begin, i - begin)))
        return 0;
    const qsizetype end = text.first(std::min(text.size(), longestTag)).indexOf(u'>', i);
    const bool isTag = end == i || (end > i && (text[i] == u' ' || text[i] == u'/'));
    return isTag ? end + 1 : 0;
}

struct Entity
{
    QLatin1StringView name;
    char16_t character;
};
constexpr std::array entities{Entity{"&lt;"_L1, u'<'},   Entity{"&gt;"_L1, u'>'},   Entity{"&amp;"_L1, u'&'},
                              Entity{"&quot;"_L1, u'"'}, Entity{"&nbsp;"_L1, u' '}, Entity{"&#39;"_L1, u'\''}};

/** The commands that stand for a character of the page; all others only say how something is set. */
QChar characterOfCommand(QStringView name)
{
    static const QHash<QStringView, QChar> characters{
        {u"alpha", u'α'},  {u"beta", u'β'},  {u"gamma", u'γ'},  {u"delta", u'δ'},   {u"epsilon", u'ε'},
        {u"zeta", u'ζ'},   {u"eta", u'η'},   {u"theta", u'θ'},  {u"iota", u'ι'},    {u"kappa", u'κ'},
        {u"lambda", u'λ'}, {u"mu", u'μ'},    {u"nu", u'ν'},     {u"xi", u'ξ'},      {u"pi", u'π'},
        {u"rho", u'ρ'},    {u"sigma", u'σ'}, {u"tau", u'τ'},    {u"upsilon", u'υ'}, {u"phi", u'φ'},
        {u"varphi", u'φ'}, {u"chi", u'χ'},   {u"psi", u'ψ'},    {u"omega", u'ω'},   {u"Gamma", u'Γ'},
        {u"Delta", u'Δ'},  {u"Theta", u'Θ'}, {u"Lambda", u'Λ'}, {u"Xi", u'Ξ'},      {u"Pi", u'Π'},
        {u"Sigma", u'Σ'},  {u"Phi", u'Φ'},   {u"Psi", u'Ψ'},    {u"Omega", u'Ω'},   {u"pm", u'±'},
        {u"leq", u'≤'},    {u"le", u'≤'},    {u"geq", u'≥'},    {u"ge", u'≥'},      {u"neq", u'≠'},
        {u"ne", u'≠'},     {u"times", u'×'}, {u"lt", u'<'},     {u"gt", u'>'},      {u"varepsilon", u'ε'},
    };
    return characters.value(name, u' ');
}

qsizetype commandLength(QStringView text)
{
    qsizetype i = 1;
    while (i < text.size() && text[i].unicode() < 0x80 && text[i].isLetter())
        ++i;
    return i > 1 ? i : 0;
}

/** Length of "](target)" after the bracket at the start of `text`, 0 where there is no target. */
qsizetype targetLength(QStringView text)
{
    if (!text.startsWith("]("_L1))
        return 0;
    int depth = 0;
    for (qsizetype i = 1; i < text.size() && !text[i].isSpace(); ++i) {
        if (text[i] == u'(')
            ++depth;
        else if (text[i] == u')' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/** Where the page's mark ends in "[^1-57]", a footnote whose mark came before; a page shows no more than the mark. */
qsizetype noteMarkEnd(QStringView text)
{
    const qsizetype end =
        text.startsWith("[^"_L1) ? text.first(std::min<qsizetype>(text.size(), 16)).indexOf(u']') : -1;
    const qsizetype page = end < 0 ? -1 : text.first(end).indexOf(u'-');
    return page > 0 ? page : 0;
}

class Blanker
{
public:
    explicit Blanker(QStringView source) : m_source(source), m_text(source.toString()) {}

    QString run()
    {
        for (qsizetype i = 0; i < m_source.size();)
            i += take(i);
        return m_text;
    }

private:
    /** How many places it dealt with. */
    qsizetype take(qsizetype i)
    {
        const QStringView rest = m_source.sliced(i);
        switch (m_source[i].unicode()) {
        case u'<':
            return blank(i, tagLength(rest));
        case u'[':
            if (const qsizetype mark = noteMarkEnd(rest))
                blank(i + mark, rest.indexOf(u']') - mark);
            return 1;
        case u']':
            return blank(i, targetLength(rest));
        case u'\\': {
            const qsizetype length = commandLength(rest);
            return blank(i, length, length ? characterOfCommand(rest.sliced(1, length - 1)) : QChar());
        }
        case u'&':
            for (const Entity& e : entities) {
                if (rest.startsWith(e.name))
                    return blank(i, e.name.size(), QChar(e.character));
            }
            return 1;
        default:
            return 1;
        }
    }

    /** `instead` stands where the first character was. */
    qsizetype blank(qsizetype from, qsizetype length, QChar instead = u' ')
    {
        if (length == 0)
            return 1;
        std::fill_n(m_text.begin() + from, length, u' ');
        m_text[from] = instead;
        return length;
    }

    const QStringView m_source;
    QString m_text;
};

/** Length of the ellipsis at the start of `text`, with the brackets around it; 0 where there is none. */
qsizetype ellipsisLength(QStringView text)
{
    static const std::array forms{"[...]"_L1, "(...)"_L1, "[. . .]"_L1, "..."_L1, ". . ."_L1};
    for (const QLatin1StringView form : forms) {
        if (text.startsWith(form))
            return form.size();
    }
    const bool bracketed = text.size() > 2 && (text[0] == u'[' || text[0] == u'(') && text[1].unicode() == 0x2026;
    if (bracketed)
        return 3;
    return text[0].unicode() == 0x2026 ? 1 : 0;
}

} // namespace

QString withoutMarkup(QStringView text)
{
    return Blanker(text).run();
}

QStringList partsAroundEllipses(QStringView quote)
{
    QStringList parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < quote.size();) {
        const qsizetype length = ellipsisLength(quote.sliced(i));
        if (length) {
            parts.append(quote.sliced(begin, i - begin).toString());
            begin = i + length;
        }
        i += std::max<qsizetype>(length, 1);
    }
    parts.append(quote.sliced(begin).toString());
    return parts;
}

} // namespace sheaf
