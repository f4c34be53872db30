// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "core/settings.h"
#include "sinks/sink.h"

#include <QHash>
#include <QSizeF>

#include <stop_token>

/**
 * ServiceSink: results → a service, one outcome each. Writing the same again leaves the same behind, whatever became of
 * the first time. Blocks and belongs to one thread at a time; returns within 200 ms of a stop with code "stopped". A
 * new service is one file and one line in service_registry.cpp.
 */
namespace sheaf {

/** One paper's result with what a service may want beside it. */
struct SinkRecord
{
    ResultRow row;
    QString filePath; ///< the paper's PDF on this computer, empty = none
    QByteArray fileHash;
    QString provenance;
    QHash<int, QSizeF> pageSizes; ///< points, of the pages that quotes stand on
    QJsonObject memo;             ///< what the sink kept the last time
};

struct Delivered
{
    QString remoteId; ///< the record's id there: es_record_id, zotero_key
    QJsonObject memo; ///< to be handed back the next time
    QString note;     ///< a sentence for the paper's history, empty = nothing was changed
};

using DeliveryOutcome = Result<Delivered>;

/** The service will not have this paper, and would not tomorrow: the user's to look at. Anything else that fails is
 * about the service as a whole. */
bool isRefusal(const Failure& failure);

class ServiceSink
{
public:
    virtual ~ServiceSink() = default;
    virtual QString name() const = 0;   ///< "zotero"
    virtual int mostAtOnce() const = 0; ///< papers in one write
    virtual bool wantsText() const = 0; ///< SinkRecord's row has its markdown
    /** One outcome each, in order. Failures "NAME.refused" (see isRefusal()), "NAME.service" and "NAME.busy" (down, or
     * too much to do), "NAME.key", "NAME.settings", and those of net. */
    virtual QVector<DeliveryOutcome> write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                           std::stop_token stop) = 0;
    /** Says in one sentence what is there, or what is wrong. Changes nothing. */
    virtual Result<QString> test(std::stop_token stop) = 0;
};

struct ServiceKind
{
    QString name;
    QString label;  ///< the service's own name
    SecretName key; ///< what opens it
};
const QVector<ServiceKind>& serviceKinds();
/** What would be written of this paper, for people to look at. */
QString serviceRecordText(const QString& name, const SinkRecord& record, const QVector<Column>& columns);
/** Failures "NAME.settings" and "NAME.key": what is still missing. `keep` takes what a service gives for the next
 * time; without it the user is asked in each session. */
Result<std::shared_ptr<ServiceSink>> makeServiceSink(const QString& name, const Settings& settings,
                                                     const SecretSource& secrets, const SecretKeeper& keep = {});

} // namespace sheaf
