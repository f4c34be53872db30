// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Valijson behind one function: a file of its own, because its headers need Qt's conversions from char*.
#include "read/answers/answer_schema.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace sheaf {

namespace {

/** The deepest complaint says most: the outer ones only repeat that something inside is wrong. */
QString deepest(valijson::ValidationResults& results)
{
    std::string place, description;
    std::size_t depth = 0;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        if (error.context.size() <= depth)
            continue;
        depth = error.context.size();
        description = error.description;
        place.clear();
        for (const std::string& step : error.context)
            place += step;
    }
    return QString::fromStdString(place + ": " + description);
}

} // namespace

QString schemaComplaint(const QJsonObject& value, const QJsonObject& schema)
{
    try {
        valijson::Schema parsed;
        valijson::SchemaParser parser;
        const QJsonValue schemaValue(schema);
        parser.populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), parsed);
        valijson::Validator validator;
        valijson::ValidationResults results;
        const QJsonValue target(value);
        if (validator.validate(parsed, valijson::adapters::QtJsonAdapter(target), &results))
            return {};
        return deepest(results);
    } catch (const std::exception& e) {
        return QString::fromUtf8(e.what());
    }
}

} // namespace sheaf
