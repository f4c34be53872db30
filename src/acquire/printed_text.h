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
    /** The same, by what stands at the top of one of the pages: a repository puts a cover before the paper's first
     * page.
     */
    double likenessAtPageTops(const QString& title) const;
    /** The title stands there behind "Comment on", "Reply to", "Erratum to": the document is about the paper. */
    bool isAbout(const QString& title) const;
    /** The document's own title has other numbers: "Part II", "3". */
    bool numbersDiffer(const QString& title) const;
    /** How many of the authors' family names are printed. */
    int authorsPrinted(const QVector<Author>& authors) const;
    /** What likenessAtTop() looks at: the words of the top and of the titles. */
    const QSet<QString>& wordsAtTop() const { return m_wordsAtTop; }

private:
    /** A stretch of the document: folded words, and the same without spaces, as lines end with hyphens. */
    struct Stretch
    {
        explicit Stretch(const QStringList& folded) : words(folded), joined(folded.join(QString())) {}
        QStringList words;
        QString joined;
    };
    double likenessIn(const QString& title, const Stretch& stretch) const;

    QString m_title, m_metadataTitle;
    Stretch m_all, m_top;
    QVector<Stretch> m_pageTops; ///< of the later pages
    QString m_spaced;            ///< all words, a space before and after each
    QSet<QString> m_wordsAtTop;
};

/** "title 84 %, 1 of 4 authors", translated. */
QString likenessReason(double likeness, int printed, qsizetype authors);

/** The words of a folded title that tell it from others. */
QStringList tellingWords(const QString& title);

} // namespace sheaf
