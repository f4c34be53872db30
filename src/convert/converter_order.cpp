// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter_order.h"

#include "convert/passthrough_converter.h"
#include "convert/services/service_failures.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Each converter's own corner of a document's shelf. */
class ShelfCorner : public RangeShelf
{
public:
    ShelfCorner(RangeShelf* shelf, const QString& kind) : m_shelf(shelf), m_kind(kind) {}
    QByteArray get(const QString& range) override { return m_shelf->get(m_kind + u' ' + range); }
    void put(const QString& range, const QByteArray& packed) override { m_shelf->put(m_kind + u' ' + range, packed); }

private:
    RangeShelf* const m_shelf;
    const QString m_kind;
};

bool isOfThisDocument(const Failure& failure)
{
    return !isServiceTrouble(failure) && failure.code != "stopped"_L1 && !failure.code.startsWith("disk."_L1);
}

} // namespace

ConverterOrder::ConverterOrder(std::vector<std::unique_ptr<Converter>> converters)
    : m_passthrough(std::make_unique<PassthroughConverter>()), m_converters(std::move(converters))
{}

ConverterOrder::~ConverterOrder() = default;

QString ConverterOrder::kind() const
{
    return m_converters.front()->kind();
}

void ConverterOrder::prepare(std::stop_token stop)
{
    for (const auto& converter : m_converters)
        converter->prepare(stop);
}

QString ConverterOrder::cacheLabel() const
{
    QStringList labels;
    for (const auto& converter : m_converters)
        labels.append(converter->cacheLabel());
    labels.append(m_passthrough->cacheLabel());
    return labels.join(u" + "_s);
}

bool ConverterOrder::accepts(const ConvertInput& input) const
{
    return m_passthrough->accepts(input) ||
           std::ranges::any_of(m_converters, [&input](const auto& converter) { return converter->accepts(input); });
}

Result<Conversion> ConverterOrder::convert(const ConvertInput& input, const ConvertOptions& options,
                                           const ConvertProgress& progress, std::stop_token stop)
{
    if (m_passthrough->accepts(input))
        return m_passthrough->convert(input, options, progress, std::move(stop));
    for (const auto& converter : m_converters) {
        ShelfCorner corner(options.shelf, converter->kind());
        ConvertOptions own = options;
        if (options.shelf && m_converters.size() > 1)
            own.shelf = &corner;
        auto made = converter->convert(input, own, progress, stop);
        if (made || converter == m_converters.back() || !isOfThisDocument(made.error()))
            return made;
        if (options.onSkipped)
            options.onSkipped(converter->kind(), made.error());
    }
    Q_UNREACHABLE();
}

} // namespace sheaf
