// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/offline_rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QRegularExpression pattern(const QString& text)
{
    QRegularExpression expression(text, QRegularExpression::CaseInsensitiveOption |
                                            QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT_X(expression.isValid(), "rules.json", qPrintable(text));
    expression.optimize();
    return expression;
}

ColumnRule ruleFromJson(const QJsonObject& object)
{
    ColumnRule rule{.announces = pattern(object.value(u"announces"_s).toString()),
                    .announced = object.value(u"announced"_s).toDouble(),
                    .foreign = object.value(u"foreign"_s).toDouble(),
                    .needs = object.value(u"needs"_s).toDouble(),
                    .most = object.value(u"most"_s).toInt(1)};
    const QJsonObject sections = object.value(u"sections"_s).toObject();
    for (auto it = sections.begin(); it != sections.end(); ++it)
        rule.sections.insert(it.key(), it.value().toDouble());
    const QJsonArray cues = object.value(u"cues"_s).toArray();
    for (const QJsonValue& cue : cues)
        rule.cues.append({pattern(cue[0].toString()), cue[1].toDouble()});
    return rule;
}

OfflineRules load()
{
    QFile file(u":/sheaf/offline/rules.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    OfflineRules rules;
    const QJsonObject headings = json.value(u"headings"_s).toObject();
    for (auto it = headings.begin(); it != headings.end(); ++it)
        rules.headings.append({it.key(), it.value().toVariant().toStringList()});
    const QJsonObject columns = json.value(u"columns"_s).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it)
        rules.columns.insert(it.key(), ruleFromJson(it.value().toObject()));
    const QJsonObject designs = json.value(u"study_design"_s).toObject();
    for (auto it = designs.begin(); it != designs.end(); ++it) {
        QVector<QRegularExpression> signs;
        for (const QString& sign : it.value().toVariant().toStringList())
            signs.append(pattern(sign));
        rules.studyDesigns.append({it.key(), signs});
    }
    return rules;
}

} // namespace

const OfflineRules& OfflineRules::get()
{
    static const OfflineRules rules = load();
    return rules;
}

} // namespace sheaf
