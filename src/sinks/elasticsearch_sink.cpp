// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/bulk_write.h"
#include "sinks/elasticsearch_record.h"
#include "sinks/service_sinks.h"
#include "sinks/waiting.h"
#include "sinks/work_identity.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

/** One document a paper in an index of Elasticsearch or OpenSearch; its id is made of the DOI, so that the same paper
 * is there once. */
namespace sheaf {

namespace {

class ElasticsearchSink final : public ServiceSink
{
public:
    ElasticsearchSink(const ElasticsearchClient::Options& options, QString index, bool withText)
        : m_client(options), m_index(std::move(index)), m_withText(withText)
    {}

    QString name() const override { return u"elasticsearch"_s; }
    int mostAtOnce() const override { return 200; }
    bool wantsText() const override { return true; } // its words are counted, too

    QVector<DeliveryOutcome> write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                   std::stop_token stop) override;
    Result<QString> test(std::stop_token stop) override;

private:
    /** The index's fields; nothing where there is no index. */
    Result<std::optional<QJsonObject>> fieldsThere(std::stop_token stop) const;
    Result<void> prepareIndex(std::stop_token stop) const;
    Result<void> expectDone(const Result<HttpReply>& reply) const;

    const ElasticsearchClient m_client;
    const QString m_index;
    const bool m_withText;
};

Failure wrongFields(const QString& index, const QStringList& fields)
{
    return elasticsearchFailure(
        u"settings"_s,
        QCoreApplication::translate("sinks",
                                    "The index “%1” has other fields than Sheaf writes; choose another name. %2")
            .arg(index, fields.join(u", "_s)),
        fields.join(u", "_s), false);
}

/** Also within objects: an index that an earlier version made has fewer. */
QJsonObject missingFields(const QJsonObject& there, const QJsonObject& wanted)
{
    QJsonObject missing;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        QJsonObject field = it->toObject();
        if (there.contains(it.key())) {
            const QJsonObject within =
                missingFields(there[it.key()]["properties"_L1].toObject(), field["properties"_L1].toObject());
            if (within.isEmpty())
                continue;
            field.insert(u"properties"_s, within);
        }
        missing.insert(it.key(), field);
    }
    return missing;
}

Result<std::optional<QJsonObject>> ElasticsearchSink::fieldsThere(std::stop_token stop) const
{
    const auto reply = m_client.ask("GET", u'/' + m_index + u"/_mapping"_s, {}, stop);
    if (reply && reply->status == 404)
        return std::nullopt;
    if (const auto done = expectDone(reply); !done)
        return std::unexpected(done.error());
    const QJsonObject indices = jsonOf(reply->body).toObject(); // an alias gives the name of what it stands for
    if (indices.isEmpty())
        return std::nullopt;
    return indices.begin()->toObject()["mappings"_L1]["properties"_L1].toObject();
}

Result<void> ElasticsearchSink::expectDone(const Result<HttpReply>& reply) const
{
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->ok())
        return {};
    return std::unexpected(
        elasticsearchFailure(u"settings"_s,
                             QCoreApplication::translate("sinks", "This is not what an Elasticsearch server says: %1")
                                 .arg(serverReason(*reply)),
                             redacted(reply->url), false));
}

Result<void> ElasticsearchSink::prepareIndex(std::stop_token stop) const
{
    const auto there = fieldsThere(stop);
    if (!there)
        return std::unexpected(there.error());
    const QJsonObject mapping{{u"dynamic"_s, false}, {u"properties"_s, indexedFields()}};
    if (!*there) {
        const auto made = m_client.ask("PUT", u'/' + m_index, {{u"mappings"_s, mapping}}, stop);
        const bool othersDid = made && made->status == 400 && serverReason(*made).contains("already_exists"_L1);
        return othersDid ? Result<void>() : expectDone(made);
    }
    if (const QStringList wrong = contradictions(**there); !wrong.isEmpty())
        return std::unexpected(wrongFields(m_index, wrong));
    const QJsonObject missing = missingFields(**there, indexedFields());
    if (missing.isEmpty())
        return {};
    return expectDone(m_client.ask("PUT", u'/' + m_index + u"/_mapping"_s, {{u"properties"_s, missing}}, stop));
}

QVector<DeliveryOutcome> ElasticsearchSink::write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                                  std::stop_token stop)
{
    if (const auto ready = prepareIndex(stop); !ready)
        return QVector<DeliveryOutcome>(records.size(), std::unexpected(ready.error()));
    QVector<BulkWrite::Document> documents;
    for (const SinkRecord& record : records)
        documents.append({workHash(record.row.paper, record.fileHash),
                          QJsonDocument(indexedDocument(record, columns, m_withText)).toJson(QJsonDocument::Compact)});
    const QVector<Result<void>> written = BulkWrite(m_client, m_index, documents).run(stop);
    QVector<DeliveryOutcome> outcomes;
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (written[i])
            outcomes.append(
                Delivered{documents[i].id,
                          {},
                          QCoreApplication::translate("sinks", "Written to Elasticsearch, %1").arg(m_index)});
        else
            outcomes.append(std::unexpected(written[i].error()));
    }
    return outcomes;
}

Result<QString> ElasticsearchSink::test(std::stop_token stop)
{
    const auto greeting = m_client.ask("GET", u"/"_s, {}, stop);
    if (const auto done = expectDone(greeting); !done)
        return std::unexpected(done.error());
    const QJsonValue version = jsonOf(greeting->body)["version"_L1];
    if (version["number"_L1].toString().isEmpty())
        return std::unexpected(
            elasticsearchFailure(u"settings"_s,
                                 QCoreApplication::translate("sinks", "There is no Elasticsearch or OpenSearch at %1.")
                                     .arg(redacted(greeting->url)),
                                 {}, false));
    const bool isOpenSearch = version["distribution"_L1].toString() == "opensearch"_L1;
    const QString server = (isOpenSearch ? u"OpenSearch "_s : u"Elasticsearch "_s) + version["number"_L1].toString();
    const auto there = fieldsThere(stop);
    if (!there)
        return std::unexpected(there.error());
    if (!*there)
        return QCoreApplication::translate("sinks", "%1; the index “%2” will be made.").arg(server, m_index);
    if (const QStringList wrong = contradictions(**there); !wrong.isEmpty())
        return std::unexpected(wrongFields(m_index, wrong));
    const auto count = m_client.ask("GET", u'/' + m_index + u"/_count"_s, {}, stop);
    if (const auto done = expectDone(count); !done)
        return std::unexpected(done.error());
    return QCoreApplication::translate("sinks", "%1; the index “%2” holds %n document(s).", nullptr,
                                       jsonOf(count->body)["count"_L1].toInt())
        .arg(server, m_index);
}

std::unexpected<Failure> missing(const QString& sentence, const QString& detail = {})
{
    return std::unexpected(elasticsearchFailure(u"settings"_s, sentence, detail, false));
}

/** The server's rules for names, without which the name would lead elsewhere in its interface. */
bool isIndexName(const QString& name)
{
    return !name.isEmpty() && !u"-_+."_s.contains(name.front()) && name == name.toLower() &&
           std::ranges::none_of(name, [](QChar c) { return c.isSpace() || u"\\/*?\"<>|,#:"_s.contains(c); });
}

} // namespace

Result<std::shared_ptr<ServiceSink>> makeElasticsearchSink(const Settings& settings, const SecretSource& secrets,
                                                           const SecretKeeper&)
{
    ElasticsearchClient::Options options;
    options.base = QUrl(settings.text(u"elasticsearch.url"_s), QUrl::StrictMode);
    options.user = settings.text(u"elasticsearch.user"_s);
    options.key = secrets(SecretName::ElasticsearchKey);
    const QString scheme = options.base.scheme();
    if (options.base.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return missing(
            QCoreApplication::translate("sinks", "The address of Elasticsearch is missing: https://HOST:9200."));
    if (!options.user.isEmpty() && options.key.isEmpty())
        return missing(QCoreApplication::translate("sinks", "The password of Elasticsearch's user is missing (%1).")
                           .arg(secretVariable(SecretName::ElasticsearchKey)));
    const QString index = settings.text(u"elasticsearch.index"_s);
    if (!isIndexName(index))
        return missing(QCoreApplication::translate("sinks", "“%1” cannot be the name of an index.").arg(index));
    if (const QString path = settings.text(u"elasticsearch.certificate"_s); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return missing(QCoreApplication::translate("sinks", "The certificate “%1” cannot be read.").arg(path),
                           file.errorString());
        options.trusted = file.readAll();
    }
    return std::make_shared<ElasticsearchSink>(options, index, settings.flag(u"elasticsearch.text"_s));
}

} // namespace sheaf
