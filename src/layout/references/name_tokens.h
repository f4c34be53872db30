// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

/** What a list of people is made of. Pure functions, any thread. */
namespace sheaf::layout {

struct NameToken
{
    enum Kind
    {
        Word,
        Initial, ///< "J.", "Yu."
        Particle,
        Suffix, ///< "Jr."
        Comma,
        Semicolon,
        And,
        EtAl, ///< "et al.", "and others"
        Dots,
        Other,
    };
    Kind kind = Other;
    qsizetype begin = 0, end = 0;
    bool capitals = false; ///< a Word that may be initials without stops: "KJ", "J-P"
    bool capital = false;  ///< starts with a capital letter or an elided article ("d’Alembert")
};

/** The tokens from `begin` up to the first thing that stands in no list of names; then one token Other. */
QVector<NameToken> nameTokens(QStringView text, qsizetype begin);

} // namespace sheaf::layout
