// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"
#include "convert/marker_server_converter.h"
#include "convert/native_converter.h"
#include "convert/passthrough_converter.h"
#include "sight/page_eyes.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Asks the passthrough first, then the converter that the user chose. */
class ConverterChain : public Converter
{
public:
    explicit ConverterChain(std::unique_ptr<Converter> chosen) : m_chosen(std::move(chosen)) {}

    QString kind() const override { return m_chosen->kind(); }
    QString cacheLabel() const override { return m_chosen->cacheLabel() + u" + "_s + m_passthrough.cacheLabel(); }
    bool accepts(const ConvertInput& input) const override
    {
        return m_passthrough.accepts(input) || m_chosen->accepts(input);
    }

    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override
    {
        if (m_passthrough.accepts(input))
            return m_passthrough.convert(input, options, progress, std::move(stop));
        return m_chosen->convert(input, options, progress, std::move(stop));
    }

private:
    PassthroughConverter m_passthrough;
    const std::unique_ptr<Converter> m_chosen;
};

using Made = Result<std::unique_ptr<Converter>>;

Made makeNative(const Settings& settings, const SecretSource&)
{
    PageEyes::Options options;
    options.deviceMegabytes = settings.integer(u"convert.gpu.megabytes"_s);
    return std::make_unique<NativeConverter>(std::make_shared<const PageEyes>(ModelStore(), options));
}

Made makeMarkerServer(const Settings& settings, const SecretSource& secrets)
{
    const QUrl base(settings.text(u"convert.url"_s), QUrl::StrictMode);
    const bool isHttp = base.scheme() == "http"_L1 || base.scheme() == "https"_L1;
    if (!base.isValid() || !isHttp || base.host().isEmpty())
        return fail(
            Stage::Convert, u"settings.value"_s,
            QCoreApplication::translate(
                "convert", "The conversion service needs an address such as http://localhost:8000 (convert.url)."),
            u"convert.url"_s);
    MarkerServerConverter::Options options;
    options.base = base;
    options.label = settings.text(u"convert.label"_s);
    options.deadline = std::chrono::seconds(settings.integer(u"convert.deadline.seconds"_s));
    options.key = secrets ? secrets(SecretName::ConvertKey) : Secret();
    return std::make_unique<MarkerServerConverter>(options);
}

struct Kind
{
    QLatin1StringView name;
    Made (*make)(const Settings&, const SecretSource&);
};
constexpr std::array kinds{
    Kind{"native"_L1, makeNative},
    Kind{"marker-server"_L1, makeMarkerServer},
};

} // namespace

Result<std::unique_ptr<Converter>> makeConverter(const Settings& settings, const SecretSource& secrets)
{
    const QString name = settings.text(u"convert.kind"_s);
    const auto kind = std::ranges::find(kinds, name, &Kind::name);
    if (kind == kinds.end())
        return fail(Stage::Convert, u"settings.value"_s,
                    QCoreApplication::translate("convert", "There is no converter “%1”.").arg(name), u"convert.kind"_s);
    auto chosen = kind->make(settings, secrets);
    if (!chosen)
        return chosen;
    return std::make_unique<ConverterChain>(*std::move(chosen));
}

QStringList converterKinds()
{
    QStringList names;
    for (const Kind& kind : kinds)
        names.append(kind.name);
    return names;
}

} // namespace sheaf
