// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

#include <QHash>

/** Which paper of a list a PDF is: by DOI or arXiv id in text or metadata, then by title (and authors and year). One
 * thread. */
namespace sheaf {

struct FileMatch
{
    PaperId paper = 0; ///< 0 = belongs to no entry
    bool sure = false; ///< false: the user is asked
    double similarity = 0;
    QString reason; ///< "DOI on page 1", "title 84 %, one author of four", translated
};

class FileMatcher
{
public:
    explicit FileMatcher(const QVector<Paper>& papers);
    FileMatch match(const DocumentFacts& facts) const;

private:
    QVector<Paper> m_papers;
    QHash<QString, int> m_byDoi, m_byArxiv;
    QHash<QString, QVector<int>> m_byTitleWord;
    QVector<int> m_titleWords; ///< how many different ones each paper has
};

/** A paper made from a document that belongs to no entry. */
Paper paperFromFacts(const DocumentFacts& facts, const QString& path);

} // namespace sheaf
