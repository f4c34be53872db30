// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/paper_builder.h"

#include <QJsonObject>

#include <span>

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

/** A field and the key that holds it, below nested names where it must: "primary_location/source". */
struct JsonRule
{
    QLatin1StringView key;
    PaperField field;
};

/** A list's first characters: an array's or an object's. */
bool startsAsJson(QStringView head);
QVector<JsonItem> jsonItems(QStringView text, QVector<ListWarning>& warnings);
/** Each item through `paperOf`; nothing where it holds no paper. */
ParsedList papersOfItems(const QString& text,
                         std::optional<Paper> (*paperOf)(const JsonItem& item, QVector<ListWarning>& warnings));
/** Strings, numbers, and the first of an array; empty for the rest. */
QString jsonText(const QJsonValue& value);
/** What stands below nested names: "primary_location/source". */
QJsonValue jsonAt(const QJsonObject& object, QLatin1StringView path);
/** In the rules' order; of several keys for one field, PaperBuilder::set decides. */
void setJsonFields(PaperBuilder& builder, std::span<const JsonRule> rules, const QJsonObject& object, int line);

} // namespace sheaf
