// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/prices.h"

#include "net/http_client.h"
#include "read/read_text.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

double amount(const QJsonObject& object, const QString& key, double otherwise)
{
    return std::max(0.0, object.value(key).toDouble(otherwise));
}

ModelPrice priceFromJson(const QJsonObject& object)
{
    ModelPrice price;
    price.model = object.value(u"model"_s).toString();
    price.in = amount(object, u"in"_s, 0);
    price.out = amount(object, u"out"_s, 0);
    price.batch = amount(object, u"batch"_s, 1);
    price.cacheWrite = amount(object, u"cache_write"_s, 1);
    price.cacheRead = amount(object, u"cache_read"_s, 1);
    price.contextTokens = qint64(amount(object, u"context"_s, 0));
    const QJsonObject above = object.value(u"above"_s).toObject();
    price.longPrompt = qint64(amount(above, u"tokens"_s, 0));
    price.longIn = amount(above, u"in"_s, price.in);
    price.longOut = amount(above, u"out"_s, price.out);
    return price;
}

bool isComplete(const QJsonObject& entry)
{
    return !entry.value(u"model"_s).toString().isEmpty() && entry.value(u"in"_s).isDouble() &&
           entry.value(u"out"_s).isDouble();
}

} // namespace

double ModelPrice::cost(const ReadUsage& usage, ReadMode mode) const
{
    const bool isLong = longPrompt > 0 && usage.inputTokens > longPrompt;
    const double perIn = isLong ? longIn : in;
    const double perOut = isLong ? longOut : out;
    const qint64 plain = std::max<qint64>(0, usage.inputTokens - usage.cachedTokens - usage.cacheWriteTokens);
    const double weighed =
        double(plain) + double(usage.cachedTokens) * cacheRead + double(usage.cacheWriteTokens) * cacheWrite;
    const double factor = mode == ReadMode::Batch ? batch : 1;
    return factor * (weighed * perIn + double(usage.outputTokens) * perOut) / 1e6;
}

Result<void> Prices::add(const QByteArray& json, const QString& name)
{
    QJsonParseError error;
    const QJsonObject table = QJsonDocument::fromJson(json, &error).object();
    const QJsonArray models = table.value(u"models"_s).toArray();
    const auto broken = [&](const QString& why) {
        return fail(Stage::Read, u"read.prices"_s, ReadText::tr("The price table %1 cannot be read.").arg(name), why);
    };
    if (error.error != QJsonParseError::NoError)
        return broken(error.errorString());
    for (const QJsonValue& entry : models) {
        if (!isComplete(entry.toObject()))
            return broken(u"an entry lacks model, in or out"_s);
        m_models.append(priceFromJson(entry.toObject()));
    }
    const QJsonObject defaults = table.value(u"defaults"_s).toObject();
    for (auto it = defaults.begin(); it != defaults.end(); ++it)
        if (!m_defaults.contains(it.key()))
            m_defaults.insert(it.key(), it.value().toString());
    m_date = table.value(u"date"_s).toString(m_date);
    return {};
}

Result<Prices> Prices::load(const QString& userFile)
{
    Prices prices;
    if (QFile file(userFile); file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return fail(Stage::Read, u"read.prices"_s, ReadText::tr("The price table %1 cannot be read.").arg(userFile),
                        file.errorString());
        if (auto added = prices.add(file.readAll(), userFile); !added)
            return std::unexpected(added.error());
    }
    QFile builtIn(u":/sheaf/prices/prices.json"_s);
    if (!builtIn.open(QIODevice::ReadOnly))
        return fail(Stage::Read, u"read.prices"_s, ReadText::tr("The program's price table is missing."));
    if (auto added = prices.add(builtIn.readAll(), builtIn.fileName()); !added)
        return std::unexpected(added.error());
    return prices;
}

std::optional<ModelPrice> Prices::find(const QString& model) const
{
    const ModelPrice* best = nullptr;
    for (const ModelPrice& price : m_models) {
        if (model.startsWith(price.model) && (!best || price.model.size() > best->model.size()))
            best = &price;
    }
    return best ? std::optional(*best) : std::nullopt;
}

QString Prices::defaultModel(const QString& readerKind) const
{
    return m_defaults.value(readerKind);
}

QString pricesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sheaf/prices.json"_s;
}

bool isNearby(const QUrl& server)
{
    const QHostAddress address(server.host());
    static const auto own = {QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
                             QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"fc00::/7"_s)};
    return isThisComputer(server) || server.host().endsWith(u".local"_s) || address.isLinkLocal() ||
           std::ranges::any_of(own, [&](const auto& subnet) { return address.isInSubnet(subnet); });
}

std::optional<ModelPrice> priceOf(const QString& model, const QUrl& server, const Settings& settings,
                                  const Prices& prices)
{
    std::optional<ModelPrice> price = prices.find(model);
    const double in = settings.number(u"read.price.in"_s);
    const double out = settings.number(u"read.price.out"_s);
    if (!price && isNearby(server))
        price = ModelPrice{.model = model};
    if (!price && in >= 0 && out >= 0)
        price = ModelPrice{.model = model};
    if (price && in >= 0)
        price->in = price->longIn = in;
    if (price && out >= 0)
        price->out = price->longOut = out;
    return price;
}

} // namespace sheaf
