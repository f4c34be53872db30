// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

/** A service's structured items as markdown, each one block. Pure functions, any thread. */
namespace sheaf {

QString headingMarkdown(const QString& text, int level);  ///< level 1..6, what is deeper is 6
QString listItemMarkdown(const QString& text, int level); ///< level from 0
QString formulaMarkdown(const QString& latex);            ///< with or without its own $$
/** Pipe table, the first row its head; empty without rows. */
QString tableMarkdown(const QVector<QStringList>& rows);
/** The <table> of an HTML document or fragment, in one block; empty where there is none. */
QString htmlTable(const QString& html);

} // namespace sheaf
