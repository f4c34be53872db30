// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

#include <QHash>
#include <QSet>

/**
 * BibTeX's syntax: entries with their fields' raw text, @string expanded, "#" joined, lines counted. What is broken is
 * a warning and ends at the next entry, so that one missing brace costs one entry and not the file. Linear; any thread.
 */
namespace sheaf {

struct BibtexField
{
    QString name; ///< lower case
    QString value;
    int line = 0;
};

struct BibtexEntry
{
    QString type; ///< lower case
    QString key;
    QVector<BibtexField> fields;
    int line = 0;
};

class BibtexScanner
{
public:
    /** `text` must outlive the scanner. */
    BibtexScanner(QStringView text, QVector<ListWarning>& warnings) : m_text(text), m_warnings(warnings) {}

    QVector<BibtexEntry> scan();

private:
    bool atEnd() const { return m_pos >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_pos]; }
    int lineAt(qsizetype position);
    void skipSpaces();
    void skipSpacesAndComments();
    bool isCommentedOut(qsizetype position) const;
    bool startsEntry(qsizetype position) const;

    bool openEntry(BibtexEntry& entry, QChar& close);
    void skipComment(QChar close);
    void readStringDefinition(QChar close);
    bool readEntry(BibtexEntry& entry, QChar close);
    void readKey(BibtexEntry& entry, QChar close);
    /** False: the value is not closed. An empty name: no field stands here, and what does was skipped. */
    bool readField(BibtexField& field, QChar close);
    void skipNonsense(qsizetype begin, int line, QChar close);
    bool isStrayClose() const;
    bool readValue(QString& value, QChar close);
    bool readBraced(QString& value);
    bool readQuoted(QString& value);
    void readBare(QString& value, QChar close);
    bool resumeWithin(BibtexField& swallowed, qsizetype begin);
    QString expanded(const QString& name, int line);
    void warnUnclosed(const BibtexEntry& entry);

    QStringView m_text;
    QVector<ListWarning>& m_warnings;
    qsizetype m_pos = 0;
    qsizetype m_countedTo = 0;
    int m_line = 1;
    QHash<QString, QString> m_strings;
    QSet<QString> m_undefined; ///< names already warned about
    bool m_nonsense = false;   ///< this entry was already warned about
};

} // namespace sheaf
