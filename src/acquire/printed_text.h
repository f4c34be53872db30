// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

#include <QSet>

/** A document's facts folded once, to be compared with many papers. One thread. */
namespace sheaf {

class PrintedText
{
public:
    explicit PrintedText(const DocumentFacts& facts);

    /** 0..1: how surely `title` is what the document calls itself, or at least prints on these pages. */
    double likenessOf(const QString& title) const;
    /** The same, by what stands at the top of the first page only: what is cited further down does not count. */
    double likenessAtTop(const QString& title) const;
    /** How many of the authors' family names are printed. */
    int authorsPrinted(const QVector<Author>& authors) const;
    const QSet<QString>& words() const { return m_words; }

private:
    double likenessIn(const QString& title, qsizetype words) const;

    QString m_title, m_metadataTitle;
    QStringList m_text; ///< folded words
    QSet<QString> m_words;
};

/** "title 84 %, 1 of 4 authors", translated. */
QString likenessReason(double likeness, int printed, qsizetype authors);

/** The words of a folded title that tell it from others. */
QStringList tellingWords(const QString& title);

} // namespace sheaf
