// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/elasticsearch_record.h"
#include "sinks/service_sinks.h"
#include "sinks/zotero_items.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

const QVector<ServiceKind>& serviceKinds()
{
    static const QVector<ServiceKind> kinds{
        {u"zotero"_s, u"Zotero"_s, SecretName::ZoteroKey},
        {u"elasticsearch"_s, u"Elasticsearch"_s, SecretName::ElasticsearchKey},
    };
    return kinds;
}

Result<std::shared_ptr<ServiceSink>> makeServiceSink(const QString& name, const Settings& settings,
                                                     const SecretSource& secrets, const SecretKeeper& keep)
{
    static const QHash<QString, decltype(&makeZoteroSink)> makers{
        {u"zotero"_s, &makeZoteroSink},
        {u"elasticsearch"_s, &makeElasticsearchSink},
    };
    if (const auto make = makers.value(name))
        return make(settings, secrets, keep);
    return fail(Stage::Write, u"sink.unknown"_s,
                QCoreApplication::translate("sinks", "There is no service “%1”.").arg(name));
}

QString serviceRecordText(const QString& name, const SinkRecord& record, const QVector<Column>& columns)
{
    const auto json = [](const QJsonObject& object) {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    };
    if (name == "elasticsearch"_L1)
        return json(indexedDocument(record, columns, true));
    const QString note = zoteroNoteText(zoteroNote(record.row, columns, u"users/0"_s, {}));
    return json(zoteroItem(record.row.paper)) + u"\n"_s + note;
}

bool isRefusal(const Failure& failure)
{
    return failure.code.endsWith(".refused"_L1);
}

} // namespace sheaf
