// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/service_sinks.h"
#include "sinks/waiting.h"
#include "sinks/zotero_batch.h"
#include "sinks/zotero_connector.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A library of Zotero's, on zotero.org or, from version 10 on, in the program on this computer. */
class ZoteroSink final : public ServiceSink
{
public:
    ZoteroSink(ZoteroApi::Options options, ZoteroWishes wishes, SecretSource secrets, SecretKeeper keep)
        : m_options(std::move(options)), m_wishes(std::move(wishes)), m_secrets(std::move(secrets)),
          m_keep(std::move(keep))
    {}

    QString name() const override { return u"zotero"_s; }
    int mostAtOnce() const override { return 50; }
    bool wantsText() const override { return false; }
    QVector<DeliveryOutcome> write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                   std::stop_token stop) override;
    Result<QString> test(std::stop_token stop) override;

private:
    /** Finds out whose library it is and what the key may do there. */
    Result<void> open(std::stop_token stop);
    Result<void> openOnline(ZoteroApi& api, std::stop_token stop);
    Result<void> openHere(ZoteroApi& api, std::stop_token stop);

    ZoteroApi::Options m_options;
    ZoteroWishes m_wishes;
    const SecretSource m_secrets;
    const SecretKeeper m_keep;
    bool m_isRefused = false; ///< the leave that is kept is good for nothing any more
    QString m_user;
    std::unique_ptr<ZoteroApi> m_api; ///< once it was opened
    std::unique_ptr<ZoteroLibrary> m_library;
};

Result<void> ZoteroSink::openOnline(ZoteroApi& api, std::stop_token stop)
{
    const auto reply = api.getFromRoot(u"/keys/current"_s, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const QJsonObject key = jsonOf(reply->body).toObject();
    const qint64 user = key["userID"_L1].toInteger();
    if (!reply->ok() || user == 0)
        return std::unexpected(
            zoteroFailure(u"key"_s, QCoreApplication::translate("sinks", "Zotero does not know this key.")));
    m_user = key["username"_L1].toString();
    if (m_options.library.isEmpty())
        m_options.library = u"users/%1"_s.arg(user);
    const QJsonValue access = key["access"_L1];
    const QString group = m_options.library.section('/'_L1, 1);
    const bool isGroup = m_options.library.startsWith("groups/"_L1);
    const QJsonValue groups = access["groups"_L1];
    const QJsonValue mine = !isGroup ? access["user"_L1] : groups[group].isObject() ? groups[group] : groups["all"_L1];
    if (!mine["write"_L1].toBool())
        return std::unexpected(zoteroFailure(
            u"key"_s,
            QCoreApplication::translate("sinks", "The key may not write to the Zotero library %1: change what "
                                                 "it may do on zotero.org.")
                .arg(m_options.library)));
    return {};
}

Result<void> ZoteroSink::openHere(ZoteroApi& api, std::stop_token stop)
{
    const Secret kept = m_isRefused ? Secret() : m_secrets(SecretName::ZoteroLocalKey);
    const auto leave = api.authorize(kept, stop);
    if (!leave)
        return std::unexpected(leave.error());
    if (m_keep && *leave != kept)
        m_keep(SecretName::ZoteroLocalKey, *leave);
    m_isRefused = false;
    return {};
}

Result<void> ZoteroSink::open(std::stop_token stop)
{
    if (m_api)
        return {};
    ZoteroApi root(m_options);
    if (!m_options.isLocal)
        if (const auto opened = openOnline(root, stop); !opened)
            return opened;
    auto api = std::make_unique<ZoteroApi>(m_options);
    if (m_options.isLocal)
        if (const auto opened = openHere(*api, stop); !opened)
            return opened;
    m_api = std::move(api);
    m_library = std::make_unique<ZoteroLibrary>(*m_api);
    return {};
}

QVector<DeliveryOutcome> ZoteroSink::write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                           std::stop_token stop)
{
    if (const auto opened = open(stop); !opened)
        return QVector<DeliveryOutcome>(records.size(), std::unexpected(opened.error()));
    auto outcomes = ZoteroBatch(*m_api, *m_library, m_wishes, records, columns).run(stop);
    const bool isShut = std::ranges::any_of(
        outcomes, [](const DeliveryOutcome& one) { return !one && one.error().code == "zotero.settings"_L1; });
    if (!m_options.isLocal || !isShut)
        return outcomes;
    m_library.reset();
    m_api.reset();
    m_isRefused = true; // the next time the user is asked again
    if (m_keep)
        m_keep(SecretName::ZoteroLocalKey, Secret());
    return outcomes;
}

Result<QString> ZoteroSink::test(std::stop_token stop)
{
    ZoteroApi root(m_options);
    if (!m_options.isLocal)
        if (const auto opened = openOnline(root, stop); !opened)
            return std::unexpected(opened.error());
    ZoteroApi api(m_options);
    const auto items = api.get(u"/items/top"_s, {{u"limit"_s, u"1"_s}}, stop);
    if (!items)
        return std::unexpected(items.error());
    if (!items->ok())
        return std::unexpected(zoteroFailure(
            u"settings"_s, QCoreApplication::translate("sinks", "There is no Zotero library %1.").arg(api.library())));
    if (!m_wishes.collection.isEmpty()) {
        const auto collection = api.get(u"/collections/"_s + m_wishes.collection, {}, stop);
        if (!collection)
            return std::unexpected(collection.error());
        if (!collection->ok())
            return std::unexpected(zoteroFailure(
                u"settings"_s,
                QCoreApplication::translate("sinks", "The library has no collection %1.").arg(m_wishes.collection)));
    }
    const int count = items->header("Total-Results").toInt();
    if (m_options.isLocal)
        return QCoreApplication::translate("sinks", "Zotero on this computer; the library holds %n item(s).", nullptr,
                                           count);
    return QCoreApplication::translate("sinks", "Zotero, as %1; the library %2 holds %n item(s).", nullptr, count)
        .arg(m_user, api.library());
}

std::unexpected<Failure> wrong(const QString& sentence)
{
    return std::unexpected(zoteroFailure(u"settings"_s, sentence));
}

} // namespace

Result<std::shared_ptr<ServiceSink>> makeZoteroSink(const Settings& settings, const SecretSource& secrets,
                                                    const SecretKeeper& keep)
{
    const QString way = settings.text(u"zotero.way"_s);
    const QUrl local(settings.text(u"zotero.local.url"_s), QUrl::StrictMode);
    const QUrl web(settings.text(u"zotero.url"_s), QUrl::StrictMode);
    ZoteroWishes wishes;
    for (const QString& tag : settings.text(u"zotero.tags"_s).split(','_L1, Qt::SkipEmptyParts))
        wishes.tags.append(tag.trimmed());
    wishes.collection = settings.text(u"zotero.collection"_s);
    wishes.attach = settings.flag(u"zotero.attach"_s);
    wishes.highlight = settings.flag(u"zotero.highlight"_s);
    ZoteroApi::Options options{.base = way == "web"_L1 ? web : local,
                               .library = settings.text(u"zotero.library"_s),
                               .isLocal = way != "web"_L1};
    static const QRegularExpression libraryName(u"\\A(users|groups)/\\d+\\z"_s);
    static const QRegularExpression collectionKey(u"\\A[A-Z0-9]{8}\\z"_s);
    if (options.base.host().isEmpty())
        return wrong(QCoreApplication::translate("sinks", "Zotero's address is missing."));
    if (!options.library.isEmpty() && !libraryName.match(options.library).hasMatch())
        return wrong(
            QCoreApplication::translate("sinks", "A Zotero library is users/NUMBER or groups/NUMBER, not “%1”.")
                .arg(options.library));
    if (!wishes.collection.isEmpty() && !collectionKey.match(wishes.collection).hasMatch())
        return wrong(
            QCoreApplication::translate("sinks", "“%1” is no key of a Zotero collection.").arg(wishes.collection));
    if (way == "connector"_L1)
        return std::make_shared<ZoteroConnector>(local, wishes);
    if (options.isLocal) {
        options.base.setPath(options.base.path() + u"/api"_s);
        if (options.library.isEmpty())
            options.library = u"users/0"_s;
    } else {
        options.key = secrets(SecretName::ZoteroKey);
        if (options.key.isEmpty())
            return std::unexpected(zoteroFailure(
                u"key"_s,
                QCoreApplication::translate("sinks", "Zotero's key is missing (%1); zotero.org makes one under "
                                                     "Settings, Security.")
                    .arg(secretVariable(SecretName::ZoteroKey))));
    }
    return std::make_shared<ZoteroSink>(options, wishes, secrets, keep);
}

} // namespace sheaf
