// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"

#include <QJsonValue>

/** The forms that a value of each column type may come in, and the one that is kept. Pure, any thread. */
namespace sheaf {

/** The value in its column's form where its meaning is certain; else unchanged, for the schema to refuse. What only
 * says that there is nothing ("not specified", "N/A", "") becomes null. */
QJsonValue tidyValue(const QJsonValue& value, const Column& column);

/** What a schema cannot say: that a date is one. Empty when the value is fine. */
QString valueComplaint(const QJsonValue& value, const Column& column);

/** "2021-05-03", "2021-05", "2021" from these or from "3 May 2021", "May 2021", "2021/05/03"; else nothing. */
std::optional<QString> isoDate(const QString& text);

} // namespace sheaf
