// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/same_work.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype tellingWords = 3;

bool sameTitle(const QString& listed, const CatalogueWork& work)
{
    const QString ours = foldForMatching(listed);
    const QString theirs = foldForMatching(work.title);
    const QString whole = foldForMatching(work.title + u' ' + work.subtitle);
    return !ours.isEmpty() && (ours == theirs || ours == whole);
}

bool isPreprintWork(const CatalogueWork& work)
{
    return work.type == "posted-content"_L1 || work.type == "preprint"_L1;
}

} // namespace

bool isSameWork(const Paper& paper, const CatalogueWork& work)
{
    if (paper.authors.isEmpty() || work.authors.isEmpty() || !sameTitle(paper.title, work))
        return false;
    if (foldForMatching(paper.authors.first().family) != foldForMatching(work.authors.first().family))
        return false;
    if (paper.year != 0)
        return work.years.contains(paper.year);
    return foldForMatching(paper.title).count(' '_L1) + 1 >= tellingWords;
}

const CatalogueWork* onlySameWork(const Paper& paper, const QVector<CatalogueWork>& works)
{
    const CatalogueWork* found = nullptr;
    for (const CatalogueWork& work : works) {
        if (!isSameWork(paper, work) || (found && found->doi == work.doi))
            continue;
        if (!found || (isPreprintWork(*found) && !isPreprintWork(work)))
            found = &work;
        else if (isPreprintWork(*found) == isPreprintWork(work))
            return nullptr;
    }
    return found;
}

} // namespace sheaf
