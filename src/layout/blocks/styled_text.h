// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/**
 * A bibliography entry's running text with the face of each letter. What was understood is blanked, so that places
 * stay where they were and nothing is read twice. Value type, any thread.
 */
namespace sheaf::layout {

struct StyledText
{
    enum Face : char
    {
        Plain,
        Italic,
        Bold,
    };

    QString text;
    QByteArray faces; ///< one for each code unit of `text`

    explicit StyledText(const QString& plain = {}) : text(plain), faces(plain.size(), Plain) {}

    qsizetype size() const { return text.size(); }
    Face faceAt(qsizetype i) const { return i >= 0 && i < faces.size() ? Face(faces[i]) : Plain; }
    bool isItalic(qsizetype i) const { return faceAt(i) == Italic; }
    /** The range becomes spaces. */
    void blank(qsizetype begin, qsizetype end);
    /** White space of any kind becomes one space; typographic ligatures and soft hyphens go. */
    void tidy();
    /** The first letter or digit in the range, `end` if there is none. */
    qsizetype firstLetter(qsizetype begin, qsizetype end) const;
    /** The last letter or digit in the range, `begin - 1` if there is none. */
    qsizetype lastLetter(qsizetype begin, qsizetype end) const;
};

} // namespace sheaf::layout
