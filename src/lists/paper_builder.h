// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

/**
 * Makes a paper of the strings that a list gives for it: the one place where a field's text becomes a year, an
 * identifier, names or URLs, and where what cannot be understood becomes a warning with its line. One builder a paper;
 * any thread.
 */
namespace sheaf {

/** What a list's field means, whatever its format calls it. */
enum class PaperField
{
    Title,
    Author,  ///< one name
    Authors, ///< several names in one text
    Year,    ///< or any date
    Doi,
    Arxiv,
    Pmid,
    Pmcid,
    Venue,
    Volume,
    Issue,
    Pages,
    FirstPage,
    LastPage,
    Publisher,
    Abstract,
    Type, ///< any format's name of a kind of work
    Language,
    Key,
    Keyword,
    Keywords, ///< several, separated by ";", or by "," where there is none
    Url,
    File,
    Mention, ///< text that may hold an identifier: notes, citations
};

class PaperBuilder
{
public:
    /** Warnings go to `warnings`, which must outlive the builder. */
    PaperBuilder(int line, QVector<ListWarning>& warnings);

    /** Single-valued fields keep what was set first; the others collect. Empty text changes nothing. */
    void set(PaperField field, QStringView text, int line = 0);
    void addAuthor(const Author& author);
    /** For values that are known to be clean: set only where still empty. */
    void setYear(int year);

    /** Nothing, and a warning, when neither a title nor anything that identifies or locates the paper was given. */
    std::optional<Paper> finish();

private:
    struct Unread
    {
        QString text;
        int line = 0;
    };

    void setDoi(QStringView text, int line);
    void setArxiv(QStringView text);
    void addUrl(QStringView text);
    void addMention(QStringView text);
    void addKeywords(QStringView text);
    void joinPages();
    void warn(int line, const QString& message, const QString& remedy);

    Paper m_paper;
    QVector<ListWarning>& m_warnings;
    Unread m_year, m_doi; ///< what was given but not understood; forgotten when another field says it
    QString m_firstPage, m_lastPage;
    QStringList m_mentions;
};

/** The first number in a text that can be a year (1400–2099), 0 if none. */
int yearIn(QStringView text);
/** Entities resolved, mark-up tags dropped, white space folded. */
QString plainText(QStringView text);
/** The CSL type of a format's name for a kind of work ("JOUR", "inproceedings", "Journal Article"), empty if unknown.
 */
QString cslType(QStringView name);

} // namespace sheaf
