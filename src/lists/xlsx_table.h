// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/**
 * Office Open XML workbooks (ECMA-376: .xlsx) as a table's text: tab-separated, quoted, one line a row, so that the
 * table reader does the rest and its lines are the sheet's rows. Line breaks within a cell become U+2028. Of several
 * sheets the one with the most known column names is taken. Linear; any thread.
 */
namespace sheaf {

/** Whether bytes are a ZIP archive, which a workbook is. */
bool isZip(const QByteArray& bytes);
/** Nothing where it is no workbook, is damaged, is locked, or unpacks to more than 512 MB. */
std::optional<QString> textOfXlsx(const QByteArray& bytes);

} // namespace sheaf
