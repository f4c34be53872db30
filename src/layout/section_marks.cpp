// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/section_marks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype fewestLetters = 4, mostLetters = 90;
constexpr float otherSize = 0.3F; ///< points

/** Letters alone, without the section's number: "CHAPTER 2. METHODS" and "2 Methods" say the same. */
QString saying(const QString& text)
{
    static const QRegularExpression number(
        u"^\\s*(chapter|section|part|appendix|kapitel|abschnitt|chapitre|teil)?\\s*([\\divxlc]+|[A-Z])?([.\\-]\\d+)*[.:)]?\\s+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return lowerLetters(QStringView(text).mid(std::max<qsizetype>(0, number.match(text).capturedEnd())));
}

} // namespace

SectionMarks::SectionMarks(const QVector<PageContent>& pages, float bodySize) : m_bodySize(bodySize)
{
    for (const PageContent& page : pages) {
        for (const Fragment& fragment : page.fragments) {
            const QString said = saying(plainText(page.text, fragment.words));
            if (said.size() >= fewestLetters && said.size() <= mostLetters)
                m_lines[said].append({fragment.size, fragment.font});
        }
    }
}

bool SectionMarks::names(const QString& text, const Fragment& mark) const
{
    if (mark.size > m_bodySize + otherSize)
        return false;
    const auto lines = m_lines.constFind(saying(text));
    return lines != m_lines.cend() && std::ranges::any_of(*lines, [&](const Look& look) {
               return look.size > mark.size + otherSize ||
                      (look.font != mark.font && look.size > mark.size - otherSize &&
                       look.size > m_bodySize - otherSize);
           });
}

} // namespace sheaf::layout
