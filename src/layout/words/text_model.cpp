// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/text_model.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Fonts whose letters are variables and operators, by the names that typesetters give them. */
bool namesMath(const QString& name)
{
    static const std::array parts = {
        "CMMI"_L1,   "CMSY"_L1,     "CMEX"_L1,    "CMBSY"_L1,       "CMMIB"_L1, "MSAM"_L1,   "MSBM"_L1,     "EUFM"_L1,
        "EUSM"_L1,   "RSFS"_L1,     "MTMI"_L1,    "MTSY"_L1,        "MTEX"_L1,  "LMMath"_L1, "LMMI"_L1,     "LMSY"_L1,
        "LMEX"_L1,   "CMR-Math"_L1, "Math"_L1,    "StixTwoMath"_L1, "txmi"_L1,  "txsy"_L1,   "txex"_L1,     "rtxmi"_L1,
        "pxmi"_L1,   "NewTXMI"_L1,  "stmary"_L1,  "wasy"_L1,        "BBold"_L1, "eurm"_L1,   "MathJax_"_L1, "KaTeX_"_L1,
        "Symbol"_L1, "txsya"_L1,    "zplmr7y"_L1, "zptmcm7y"_L1};
    return std::ranges::any_of(parts, [&](QLatin1StringView part) { return name.contains(part, Qt::CaseInsensitive); });
}

bool namesExtension(const QString& name)
{
    return name.contains("CMEX"_L1) || name.contains("LMEX"_L1) || name.contains("MTEX"_L1);
}

} // namespace

quint16 FontTable::idOf(const PageFont& font)
{
    const Font wanted{
        font.name, font.bold, font.italic, font.monospace, namesMath(font.name), namesExtension(font.name)};
    const auto found = std::ranges::find(m_fonts, wanted);
    if (found != m_fonts.end())
        return quint16(found - m_fonts.begin());
    if (m_fonts.size() == 0xffff)
        return 0;
    m_fonts << wanted;
    return quint16(m_fonts.size() - 1);
}

QRectF PageText::toPage(const QRectF& upright) const
{
    const double w = width(), h = height();
    switch (turn) {
    case 90:
        return QRectF(upright.top(), w - upright.right(), upright.height(), upright.width());
    case 180:
        return QRectF(w - upright.right(), h - upright.bottom(), upright.width(), upright.height());
    case 270:
        return QRectF(h - upright.bottom(), upright.left(), upright.height(), upright.width());
    default:
        return upright;
    }
}

QRectF united(const QRectF& a, const QRectF& b)
{
    if (a.isNull())
        return b;
    const QPointF from(std::min(a.left(), b.left()), std::min(a.top(), b.top()));
    return QRectF(from, QPointF(std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom())));
}

bool isGlued(const Word& left, const Word& right)
{
    if (right.is(Word::SpaceBefore))
        return false;
    const bool turned = left.is(Word::Turned) && right.is(Word::Turned);
    const float gap = turned ? std::max(right.top - left.bottom, left.top - right.bottom)
                             : std::max(right.x0 - left.x1, left.x0 - right.x1);
    return gap < 0.12F * std::max(left.size, right.size);
}

bool isRightToLeft(QStringView text)
{
    return std::ranges::any_of(text,
                               [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

void sortInReadingOrder(const PageText& page, QVector<int>& words)
{
    std::ranges::stable_sort(words, {}, [&](int word) { return page.words[word].x0; });
    const auto rightToLeft = [&](int word) { return isRightToLeft(page.textOf(page.words[word])); };
    if (std::ranges::count_if(words, rightToLeft) * 2 <= words.size())
        return;
    std::ranges::reverse(words);
    // Numbers and foreign words keep their own direction.
    for (auto from = words.begin(); from != words.end();) {
        const auto to = std::find_if(from, words.end(), rightToLeft);
        std::reverse(from, to);
        from = to == words.end() ? to : to + 1;
    }
}

QString plainText(const PageText& page, const QVector<int>& words)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0 && !isGlued(page.words[words[i - 1]], page.words[words[i]]))
            text += u' ';
        text += page.textOf(page.words[words[i]]);
    }
    return text;
}

QString lowerLetters(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetter())
            letters += c.toLower();
    }
    return letters;
}

void measure(const PageText& page, Fragment& fragment)
{
    // The size that most letters have; its words give the baseline. Scripts and big operators do not count.
    float best = 0;
    for (int candidate : std::as_const(fragment.words)) {
        const Word& word = page.words[candidate];
        if (best > 0 && std::abs(word.size - fragment.size) < 0.1F)
            continue;
        float weight = 0;
        for (int other : std::as_const(fragment.words)) {
            if (std::abs(page.words[other].size - word.size) < 0.6F)
                weight += page.words[other].length;
        }
        if (weight > best) {
            best = weight;
            fragment.size = word.size;
            fragment.baseline = word.baseline;
            fragment.font = word.font;
        }
    }
    fragment.x0 = fragment.x1 = page.words[fragment.words.first()].x0;
    for (int index : std::as_const(fragment.words)) {
        fragment.x0 = std::min(fragment.x0, page.words[index].x0);
        fragment.x1 = std::max(fragment.x1, page.words[index].x1);
    }
    fragment.top = fragment.baseline - 0.78F * fragment.size;
    fragment.bottom = fragment.baseline + 0.22F * fragment.size;
}

} // namespace sheaf::layout
