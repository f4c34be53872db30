// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_connector.h"

#include "sinks/waiting.h"
#include "sinks/zotero_items.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

ZoteroApi::Options readingOptions(QUrl base)
{
    base.setPath(base.path() + u"/api"_s);
    return {.base = base, .library = u"users/0"_s, .isLocal = true};
}

} // namespace

ZoteroConnector::ZoteroConnector(const QUrl& base, ZoteroWishes wishes)
    : m_base(base), m_wishes(std::move(wishes)), m_reading(readingOptions(base)), m_library(m_reading)
{}

Result<HttpReply> ZoteroConnector::call(const QString& path, const QByteArray& body, const QVector<HttpHeader>& headers,
                                        std::stop_token stop) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_base;
    request.url.setPath(m_base.path() + u"/connector"_s + path.section('?'_L1, 0, 0));
    request.url.setQuery(path.section('?'_L1, 1));
    request.body = body;
    request.headers = headers;
    request.headers.append(HttpHeader{"X-Zotero-Connector-API-Version", "3"});
    request.headers.append(HttpHeader{"Zotero-Allowed-Request", "1"});
    request.stage = Stage::Write;
    request.resendable = false; // it would be added twice
    request.retry.attempts = 1;
    auto reply = sendAndWait(request, stop);
    if (reply && !reply->ok())
        return std::unexpected(
            zoteroFailure(u"service"_s,
                          QCoreApplication::translate("sinks", "Zotero on this computer could not do it: %1")
                              .arg(QString::fromUtf8(reply->body.left(200)).simplified()),
                          u"HTTP %1"_s.arg(reply->status), true));
    return reply;
}

Result<HttpReply> ZoteroConnector::callJson(const QString& path, const QJsonObject& body, std::stop_token stop) const
{
    return call(path, QJsonDocument(body).toJson(QJsonDocument::Compact),
                {HttpHeader{"Content-Type", "application/json"}}, stop);
}

QVector<DeliveryOutcome> ZoteroConnector::write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                                std::stop_token stop)
{
    QVector<DeliveryOutcome> outcomes;
    Result<void> going = m_library.refresh(stop);
    for (const SinkRecord& record : records) {
        if (!going) {
            outcomes.append(std::unexpected(going.error()));
            continue;
        }
        outcomes.append(add(record, columns, stop));
        if (!outcomes.constLast())
            going = std::unexpected(outcomes.constLast().error());
    }
    return outcomes;
}

DeliveryOutcome ZoteroConnector::add(const SinkRecord& record, const QVector<Column>& columns, std::stop_token stop)
{
    const Paper& paper = record.row.paper;
    if (const auto* there = m_library.find(paper, {record.row.zoteroKey}))
        return Delivered{there->key, record.memo,
                         record.memo.isEmpty()
                             ? QCoreApplication::translate("sinks", "Zotero has it already; this way it can only add")
                             : QString()};
    const QString session = QUuid::createUuid().toString(QUuid::Id128), id = u"sheaf-%1"_s.arg(paper.id);
    QJsonObject item = zoteroItem(paper);
    QJsonArray tags;
    for (const QString& tag : m_wishes.tags)
        tags.append(QJsonObject{{u"tag"_s, tag}});
    item.insert(u"id"_s, id);
    item.insert(u"tags"_s, tags);
    item.insert(u"notes"_s,
                QJsonArray{QJsonObject{{u"note"_s, zoteroNote(record.row, columns, m_reading.library(), {})}}});
    const auto saved = callJson(
        u"/saveItems"_s,
        {{u"sessionID"_s, session}, {u"uri"_s, u"https://doi.org/"_s + paper.ids.doi}, {u"items"_s, QJsonArray{item}}},
        stop);
    if (!saved)
        return std::unexpected(saved.error());
    QString said = QCoreApplication::translate("sinks", "Added to Zotero");
    QFile file(record.filePath);
    if (m_wishes.attach && !record.filePath.isEmpty() && file.open(QIODevice::ReadOnly) &&
        file.peek(1024).contains("%PDF-")) {
        const QJsonObject about{{u"parentItemID"_s, id}, {u"title"_s, u"PDF"_s}, {u"url"_s, QString()}};
        const auto attached = call(u"/saveAttachment?sessionID="_s + session, file.readAll(),
                                   {HttpHeader{"Content-Type", "application/pdf"},
                                    HttpHeader{"X-Metadata", QJsonDocument(about).toJson(QJsonDocument::Compact)}},
                                   stop);
        said = attached ? QCoreApplication::translate("sinks", "Added to Zotero with its PDF")
                        : QCoreApplication::translate("sinks", "Added to Zotero, without its PDF: %1")
                              .arg(attached.error().message);
    }
    if (const auto read = m_library.refresh(stop); !read)
        return std::unexpected(read.error()); // it is found the next time
    const auto* added = m_library.find(paper, {});
    return Delivered{added ? added->key : QString(), {{u"added"_s, true}}, said};
}

Result<QString> ZoteroConnector::test(std::stop_token stop)
{
    if (const auto there = callJson(u"/ping"_s, {}, stop); !there)
        return std::unexpected(
            there.error().code == "net.unreachable"_L1
                ? zoteroFailure(u"service"_s,
                                QCoreApplication::translate("sinks", "Zotero is not open on this computer."), {}, true)
                : there.error());
    if (const auto read = m_library.refresh(stop); !read)
        return std::unexpected(read.error());
    const auto selected = callJson(u"/getSelectedCollection"_s, {}, stop);
    if (!selected)
        return std::unexpected(selected.error());
    return QCoreApplication::translate("sinks", "Zotero on this computer; new items go into “%1”.")
        .arg(jsonOf(selected->body)["name"_L1].toString());
}

} // namespace sheaf
