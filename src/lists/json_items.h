// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

#include <QJsonObject>

/**
 * The entries of a JSON list one by one with their lines, so that a broken one costs only itself: an array, objects one
 * after the other (JSON Lines), one object, or a service's answer around the array ("items", "results", …). Linear.
 */
namespace sheaf {

struct JsonItem
{
    QJsonObject object;
    int line = 0;
};

QVector<JsonItem> jsonItems(QStringView text, QVector<ListWarning>& warnings);
/** Strings, numbers, and the first of an array; empty for the rest. */
QString jsonText(const QJsonValue& value);
/** What stands below nested names: "primary_location/source". */
QJsonValue jsonAt(const QJsonObject& object, QLatin1StringView path);

} // namespace sheaf
