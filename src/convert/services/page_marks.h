// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

/** The page marks that marker writes with paginate_output: "{N}" and 48 hyphens, N from 0, before each page. Pure, any
 * thread. */
namespace sheaf {

struct PageStart
{
    qsizetype at = 0; ///< in the markdown without marks
    int page = 0;     ///< from 1
};

struct MarkedPages
{
    QString markdown; ///< without the marks
    QVector<PageStart> starts;
};

MarkedPages withoutPageMarks(const QString& markdown);

/** The page on which a place of the markdown lies, 0 = unknown. */
int pageAt(const QVector<PageStart>& starts, qsizetype place);

} // namespace sheaf
