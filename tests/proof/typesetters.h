// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/** Papers as PDFs of several typesetters, made when the test runs by what the machine has. Blocks for seconds. */
namespace sheaf::testing {

struct TypesetPaper
{
    QString title;
    QStringList paragraphs;
    QVector<QStringList> table; ///< the first row is its head; stands behind the first half of the paragraphs
};

struct Typesetter
{
    const char* name;
    const char* program; ///< that must be there
    /** Writes the paper in two columns into `folder`; the PDF's path, empty where that failed. */
    QString (*typeset)(const TypesetPaper& paper, const QString& folder);
};

const QVector<Typesetter>& typesetters();

} // namespace sheaf::testing
