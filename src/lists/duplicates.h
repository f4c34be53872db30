// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QHash>

/**
 * Tells when two papers are the same: normalised DOI, arXiv id (a preprint's DOI counts), PMID, file hash; else title,
 * year and first author agree. Incremental and linear: add papers one by one. One thread.
 */
namespace sheaf {

enum class SameBy
{
    None,
    Doi,
    ArxivId,
    Pmid,
    FileHash,
    TitleYearAuthor
};
QString sameByLabel(SameBy reason); ///< "same DOI", translated

struct Match
{
    PaperId paper = 0;
    SameBy by = SameBy::None;
};

class DuplicateFinder
{
public:
    /** The earlier paper that this one is, if any; the paper itself is only added by add(). */
    Match find(const Paper& paper, const QByteArray& fileHash = {}) const;
    void add(const Paper& paper, const QByteArray& fileHash = {});
    void addFileHash(PaperId paper, const QByteArray& fileHash);

private:
    QHash<QString, PaperId> m_byKey;            ///< "doi:…", "arxiv:…", "pmid:…", "file:…"
    QHash<QString, QVector<PaperId>> m_byTitle; ///< folded title → candidates
    QHash<PaperId, Paper> m_papers;
};

/** What the second of two equal papers adds to the first: missing fields, files, URLs. */
void mergeInto(Paper& first, const Paper& second);

} // namespace sheaf
