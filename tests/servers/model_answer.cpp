// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/model_answer.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QJsonValue example(const QJsonObject& schema, const QString& passage)
{
    if (schema.contains(u"enum"_s))
        return schema.value(u"enum"_s)[0];
    const QJsonArray choices = schema.value(u"anyOf"_s).toArray();
    for (const QJsonValue& choice : choices) {
        if (choice[u"type"_s].toString() != u"null"_s)
            return example(choice.toObject(), passage);
    }
    const QString type = schema.value(u"type"_s).toString();
    if (type == u"object"_s)
        return answerFor(schema, passage);
    if (type == u"array"_s)
        return QJsonArray{example(schema.value(u"items"_s).toObject(), passage)};
    if (type == u"integer"_s)
        return 1;
    if (type == u"number"_s)
        return 0.5;
    if (type == u"boolean"_s)
        return true;
    return passage;
}

} // namespace

QJsonObject answerFor(const QJsonObject& schema, const QString& passage)
{
    QJsonObject answer;
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        answer.insert(it.key(), example(it.value().toObject(), passage));
    return answer;
}

QString passageOf(const QString& prompt)
{
    static const QRegularExpression sentence(u"^[A-Z][^\\n]{20,}[.]"_s, QRegularExpression::MultilineOption);
    return sentence.match(prompt).captured();
}

QString paperOf(const QString& prompt)
{
    static const QRegularExpression name(u"PAPER-(\\w+)"_s);
    return name.match(prompt).captured(1);
}

} // namespace sheaf::testing
