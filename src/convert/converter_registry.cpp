// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter_order.h"
#include "convert/native/native_converter.h"
#include "convert/services/remote_converter.h"
#include "convert/services/remote_services.h"
#include "sight/page_eyes.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

using Made = Result<std::unique_ptr<Converter>>;

struct Kind
{
    QLatin1StringView name;
    std::unique_ptr<RemoteService> (*make)(const ServiceSetup&); ///< null: on this computer
    QLatin1StringView usualAddress;                              ///< empty: it has none
    SecretName key = SecretName::ConvertKey;                     ///< where it is not the first of the order
};
constexpr std::array kinds{
    Kind{"native"_L1, nullptr, {}},
    Kind{"marker-server"_L1, makeMarkerService, {}},
    Kind{"datalab"_L1, makeDatalabService, "https://www.datalab.to"_L1, SecretName::DatalabKey},
    Kind{"docling-serve"_L1, makeDoclingService, "http://127.0.0.1:5001"_L1},
    Kind{"mineru"_L1, makeMineruService, {}},
    Kind{"grobid"_L1, makeGrobidService, "http://127.0.0.1:8070"_L1},
    Kind{"job-service"_L1, makeJobService, {}},
    Kind{"vision"_L1, makeVisionService, {}, SecretName::VisionKey},
};

/** One converter of the order: "grobid", "grobid=http://host:8070". */
struct Wish
{
    QString kind;
    QString address;
    bool isFirst = false;
};

QVector<Wish> wishesIn(const Settings& settings)
{
    QVector<Wish> wishes{{settings.text(u"convert.kind"_s), settings.text(u"convert.url"_s), true}};
    const QString next = settings.text(u"convert.fallback."_s + settings.text(u"convert.preset"_s));
    for (const QString& wish : next.split(','_L1, Qt::SkipEmptyParts))
        wishes.append({wish.section('='_L1, 0, 0).trimmed(), wish.section('='_L1, 1).trimmed()});
    return wishes;
}

QUrl addressOf(const Wish& wish, const Kind& kind)
{
    return QUrl(wish.address.isEmpty() ? QString(kind.usualAddress) : wish.address, QUrl::StrictMode);
}

Made makeRemote(const Wish& wish, const Kind& kind, const Settings& settings, const SecretSource& secrets,
                const ServicePace& pace)
{
    const QUrl base = addressOf(wish, kind);
    const bool isHttp = base.scheme() == "http"_L1 || base.scheme() == "https"_L1;
    if (!base.isValid() || !isHttp || base.host().isEmpty())
        return fail(
            Stage::Convert, u"settings.value"_s,
            QCoreApplication::translate(
                "convert", "The conversion service needs an address such as http://localhost:8000 (convert.url)."),
            u"convert.url"_s);
    ServiceSetup setup;
    setup.address.base = base;
    setup.address.label = settings.text(u"convert.label"_s);
    setup.address.deadline = std::chrono::seconds(settings.integer(u"convert.deadline.seconds"_s));
    setup.address.pace = pace;
    // A key belongs to one service: the first one's is never sent to another.
    const bool hasKey = wish.isFirst || kind.key != SecretName::ConvertKey;
    if (secrets && hasKey) {
        setup.address.key = secrets(kind.key);
        if (setup.address.key.isEmpty() && wish.isFirst)
            setup.address.key = secrets(SecretName::ConvertKey);
    }
    setup.model = settings.text(u"convert.model"_s);
    setup.folder = settings.text(u"convert.folder"_s);
    setup.prompt = settings.text(u"convert.prompt"_s);
    return std::make_unique<RemoteConverter>(kind.make(setup), redacted(base), setup.address.label);
}

Made makeNative(const Settings& settings)
{
    PageEyes::Options options;
    options.deviceMegabytes = settings.integer(u"convert.gpu.megabytes"_s);
    return std::make_unique<NativeConverter>(std::make_shared<const PageEyes>(ModelStore(), options));
}

Made makeWished(const Wish& wish, const Settings& settings, const SecretSource& secrets, const ServicePace& pace)
{
    const auto kind = std::ranges::find(kinds, wish.kind, &Kind::name);
    if (kind == kinds.end())
        return fail(Stage::Convert, u"settings.value"_s,
                    QCoreApplication::translate("convert", "There is no converter “%1”.").arg(wish.kind),
                    u"convert.kind"_s);
    if (!kind->make)
        return makeNative(settings);
    return makeRemote(wish, *kind, settings, secrets, pace);
}

} // namespace

Result<std::unique_ptr<Converter>> makeConverter(const Settings& settings, const SecretSource& secrets,
                                                 const ServicePace& pace)
{
    std::vector<std::unique_ptr<Converter>> order;
    for (const Wish& wish : wishesIn(settings)) {
        auto made = makeWished(wish, settings, secrets, pace);
        if (!made)
            return made;
        order.push_back(*std::move(made));
    }
    return std::make_unique<ConverterOrder>(std::move(order));
}

QStringList converterKinds()
{
    QStringList names;
    for (const Kind& kind : kinds)
        names.append(kind.name);
    return names;
}

QStringList converterHosts(const Settings& settings)
{
    QStringList hosts;
    for (const Wish& wish : wishesIn(settings)) {
        const auto kind = std::ranges::find(kinds, wish.kind, &Kind::name);
        const QString host = kind != kinds.end() && kind->make ? addressOf(wish, *kind).host() : QString();
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

} // namespace sheaf
