// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/zotero_job.h"
#include "sinks/zotero_library.h"

/**
 * The program Zotero on this computer, versions 7 to 9: it can be read, and takes new items as from a browser, but
 * changes none. So what it has is left as it is, and only what it lacks is added, with the answers as a note and the
 * PDF; into the collection that is selected there.
 */
namespace sheaf {

class ZoteroConnector final : public ServiceSink
{
public:
    ZoteroConnector(const QUrl& base, ZoteroWishes wishes);

    QString name() const override { return QStringLiteral("zotero"); }
    int mostAtOnce() const override { return 20; }
    bool wantsText() const override { return false; }
    QVector<DeliveryOutcome> write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                   std::stop_token stop) override;
    Result<QString> test(std::stop_token stop) override;

private:
    DeliveryOutcome add(const SinkRecord& record, const QVector<Column>& columns, std::stop_token stop);
    Result<HttpReply> call(const QString& path, const QByteArray& body, const QVector<HttpHeader>& headers,
                           std::stop_token stop) const;
    Result<HttpReply> callJson(const QString& path, const QJsonObject& body, std::stop_token stop) const;

    const QUrl m_base;
    const ZoteroWishes m_wishes;
    ZoteroApi m_reading;
    ZoteroLibrary m_library;
};

} // namespace sheaf
