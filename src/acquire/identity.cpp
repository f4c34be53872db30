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

constexpr double alike = 0.8;           // the title alone is enough
constexpr double alikeWithAuthor = 0.5; // one author's name must be printed, too
constexpr double unlike = 0.4;          // from here on, half of the authors make up for a changed title

bool looksAlike(double likeness, int printed, qsizetype authors)
{
    if (likeness >= alike)
        return true;
    if (likeness >= alikeWithAuthor)
        return printed > 0;
    return likeness >= unlike && printed * 2 >= authors && printed > 0;
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
    const double likeness = text.likenessOf(paper.title);
    const int printed = text.authorsPrinted(paper.authors);
    if (!paper.ids.doi.isEmpty() && facts.doi == paper.ids.doi)
        return {Validation::Passed, likeness, QCoreApplication::translate("acquire", "the same DOI")};
    if (!paper.ids.arxiv.isEmpty() && facts.arxiv == paper.ids.arxiv)
        return {Validation::Passed, likeness, QCoreApplication::translate("acquire", "the same arXiv number")};
    if (foldForMatching(paper.title).isEmpty())
        return {Validation::Skipped, 0, QCoreApplication::translate("acquire", "the list has no title to compare")};
    if (looksAlike(likeness, printed, paper.authors.size()))
        return {Validation::Passed, likeness, likenessReason(likeness, printed, paper.authors.size())};
    if (!facts.hasText)
        return {Validation::Skipped, likeness,
                QCoreApplication::translate("acquire", "a scan: there is no text to compare")};
    return {Validation::Failed, likeness, likenessReason(likeness, printed, paper.authors.size())};
}

} // namespace sheaf
