// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/printed_text.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

/** "is this that paper?": lenient, as titles are printed in capitals, over a cover, with a footnote, in two languages;
 * only a clear mismatch fails. */
namespace sheaf {

namespace {

constexpr double alike = 0.8;             // the title alone is enough
constexpr double alikeWithAuthor = 0.5;   // one author's name must be printed, too
constexpr double unlike = 0.4;            // from here on, half of the authors make up for a changed title
constexpr qsizetype commonTitleWords = 4; // "Deep learning", "Editorial": several papers may be called so

bool looksAlike(const Paper& paper, double likeness, int printed)
{
    const bool isCommonTitle = tellingWords(paper.title).size() < commonTitleWords;
    if (likeness >= alike)
        return !isCommonTitle || paper.authors.isEmpty() || printed > 0;
    if (likeness >= alikeWithAuthor)
        return printed > 0;
    return likeness >= unlike && printed * 2 >= paper.authors.size() && printed > 0;
}

/** A paper that names this one's DOI and title among its own references, and itself otherwise. */
bool isCitedOnly(const PrintedText& text, const QString& title, double likeness)
{
    return likeness < unlike && text.likenessOf(title) >= alike;
}

bool isLatin(const QString& text)
{
    const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
    const auto latin = std::ranges::count_if(text, [](QChar c) { return c.script() == QChar::Script_Latin; });
    return letters > 0 && latin * 10 >= letters * 9;
}

/** Neither the list nor a source knows a title: its people are what is left to compare. A name in another script is no
 * other name. */
IdentityCheck withoutTitle(const Paper& paper, const DocumentFacts& facts, const PrintedText& text)
{
    if (paper.authors.isEmpty() || !facts.hasText)
        return {Validation::Skipped, 0, QCoreApplication::translate("acquire", "the list has no title to compare")};
    const int printed = text.authorsPrinted(paper.authors);
    if (text.authorsPrinted(paper.authors.first(1)) > 0 && printed * 2 >= paper.authors.size())
        return {Validation::Passed, 0,
                QCoreApplication::translate("acquire", "no title to compare, but its authors are printed")};
    if (printed == 0 && isLatin(facts.firstPages))
        return {Validation::Failed, 0,
                QCoreApplication::translate("acquire", "no title to compare, and none of its authors is printed")};
    return {Validation::Skipped, 0, QCoreApplication::translate("acquire", "the list has no title to compare")};
}

constexpr std::array validationNames{"none"_L1, "passed"_L1, "failed"_L1, "skipped"_L1, "error"_L1};

} // namespace

QString validationName(Validation validation)
{
    return validationNames.at(size_t(validation));
}

Validation validationFromName(QStringView name)
{
    const auto found = std::ranges::find_if(validationNames, [&](QLatin1StringView known) { return known == name; });
    return found == validationNames.end() ? Validation::None : Validation(found - validationNames.begin());
}

IdentityCheck checkIdentity(const Paper& paper, const DocumentFacts& facts)
{
    const PrintedText text(facts);
    // Further down, a title is one that is cited.
    const double likeness = std::max(text.likenessAtTop(paper.title), text.likenessAtPageTops(paper.title));
    const int printed = text.authorsPrinted(paper.authors);
    const QString reason = likenessReason(likeness, printed, paper.authors.size());
    if (text.isAbout(paper.title))
        return {Validation::Failed, likeness,
                QCoreApplication::translate("acquire", "it is about the paper: a comment, a reply, a correction")};
    if (!paper.ids.doi.isEmpty() && facts.doi == paper.ids.doi && !isCitedOnly(text, paper.title, likeness))
        return {Validation::Passed, likeness, QCoreApplication::translate("acquire", "the same DOI")};
    if (!paper.ids.arxiv.isEmpty() && facts.arxiv == paper.ids.arxiv)
        return {Validation::Passed, likeness, QCoreApplication::translate("acquire", "the same arXiv number")};
    if (foldForMatching(paper.title).isEmpty())
        return withoutTitle(paper, facts, text);
    if (text.numbersDiffer(paper.title))
        return {Validation::Failed, likeness, QCoreApplication::translate("acquire", "another part of a series")};
    if (looksAlike(paper, likeness, printed))
        return {Validation::Passed, likeness, reason};
    if (!facts.hasText)
        return {Validation::Skipped, likeness,
                QCoreApplication::translate("acquire", "a scan: there is no text to compare")};
    return {Validation::Failed, likeness, reason};
}

} // namespace sheaf
