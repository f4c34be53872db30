// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture/section_marks.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype fewestLetters = 4, mostLetters = 90;
constexpr float otherSize = 0.3F; ///< points
constexpr double headZone = 0.15; ///< of the height

struct Saying
{
    QString letters; ///< alone, without the section's number: "CHAPTER 2. METHODS" and "2 Methods" say the same
    QString number;  ///< "1.7.3", where it is written in digits
};

Saying sayingOf(const QString& text)
{
    static const QRegularExpression label(
        u"^\\s*(chapter|section|part|appendix|kapitel|abschnitt|chapitre|teil)?\\s*(?<number>([\\divxlc]+|[A-Z])?([.\\-]\\d+)*)[.:)]?\\s+"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = label.match(text);
    const QString number = match.captured(u"number"_s);
    const bool digits = !number.isEmpty() && number.front().isDigit();
    return {lowerLetters(QStringView(text).mid(std::max<qsizetype>(0, match.capturedEnd()))),
            digits ? number : QString()};
}

} // namespace

SectionMarks::SectionMarks(const QVector<PageContent>& pages, const DocumentStyle& style)
    : m_bodySize(style.bodySize), m_bodyFont(style.bodyFont)
{
    for (const PageContent& page : pages) {
        for (const Fragment& fragment : page.fragments) {
            const Saying said = sayingOf(plainText(page.text, fragment.words));
            if (said.letters.size() >= fewestLetters && said.letters.size() <= mostLetters)
                m_lines[said.letters].append({fragment.size, fragment.font, said.number});
            const double y = fragment.middle() / std::max(1.0, page.text.height());
            if (!said.number.isEmpty() && fragment.font != m_bodyFont && y > headZone && y < 1 - headZone)
                m_headings.insert({fragment.font, std::lround(fragment.size)});
        }
    }
}

bool SectionMarks::names(const QString& text, const Fragment& mark) const
{
    if (mark.size > m_bodySize + otherSize)
        return false;
    const Saying said = sayingOf(text);
    if (!said.number.isEmpty() && m_headings.contains({mark.font, std::lround(mark.size)}))
        return false;
    const auto lines = m_lines.constFind(said.letters);
    return lines != m_lines.cend() && std::ranges::any_of(*lines, [&](const Look& look) {
               if (!said.number.isEmpty() && !look.number.isEmpty() && said.number != look.number)
                   return false;
               return look.size > mark.size + otherSize ||
                      (look.font != mark.font && look.font != m_bodyFont && look.size > mark.size - otherSize &&
                       look.size > m_bodySize - otherSize);
           });
}

} // namespace sheaf::layout
