// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identifiers.h"

#include <QStringList>
#include <QVector>

/** A paper as its list describes it: catalogue data, no progress. Value types, any thread. */
namespace sheaf {

using PaperId = qint64; ///< row in the project file; 0 = not stored yet

struct Author
{
    QString family; ///< with its particles: "van der Walt"; an organisation has only this
    QString given;  ///< names or initials; a "Jr." or "III" stands behind them: "John, Jr."
    QString orcid;

    QString display() const; ///< "Given Family", "John Smith, Jr."
    bool operator==(const Author&) const = default;
};

/** Splits "Last, First", "First van Last", "{Organisation}" and the like; particles stay with the family name. */
Author authorFromName(QStringView name);
/** From names that are split already; what comes after generations ("Jr.", "III") goes from the family name behind the
 * given one, so that family names compare equal. */
Author authorFromParts(QString family, QString given, const QString& suffix = {});
/** "Jr.", "Sr", "III", "3rd": what follows a name. */
bool isNameSuffix(QStringView word);

struct Paper
{
    PaperId id = 0;
    Identifiers ids;
    QString title;
    QVector<Author> authors;
    int year = 0; ///< 0 = unknown
    QString venue;
    QString volume, issue, pages, publisher;
    QString abstractText;
    QString type;        ///< CSL type: "article-journal", "paper-conference", "book", …
    QString language;    ///< BCP 47, empty = unknown
    QString citationKey; ///< the list's own key, kept for round trips
    QString zoteroKey;   ///< of its item, where the list is a Zotero library; kept with the paper's status
    QStringList keywords;
    QStringList urls;   ///< http(s) places that the list names, best first
    QStringList files;  ///< absolute local paths that the list names or the user dropped
    QString sourceFile; ///< the list it came from
    int sourceLine = 0; ///< from 1; 0 = none

    bool operator==(const Paper&) const = default;
};

/** "Vaswani et al.", "Kingma, Ba", "Shannon": for one line of a table. */
QString shortAuthors(const QVector<Author>& authors);

/** Folds a title or name for comparison: NFKD, no marks, lower case, letters and digits separated by one space; LaTeX
 * and HTML mark-up dropped. */
QString foldForMatching(QStringView text);

/** 0..1: how alike two titles are after folding (token-based, tolerant of a missing subtitle). */
double titleSimilarity(QStringView a, QStringView b);

} // namespace sheaf
