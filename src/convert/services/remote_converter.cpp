// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/remote_converter.h"

#include "convert/native/native_converter.h"
#include "convert/native/native_run.h"
#include "convert/services/block_placer.h"
#include "convert/services/piece_joiner.h"
#include "convert/services/service_failures.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Raised whenever the same answer of a service gives another result here. */
constexpr QLatin1StringView resultVersion("2");

/** The document's own pages, waited for when they are first asked for. */
class NativeSide
{
public:
    NativeSide(const ConvertInput& input, std::stop_token stop) : m_run(input, std::move(stop)) {}

    Result<NativePages>& take()
    {
        if (!m_pages)
            m_pages = m_run.take();
        return *m_pages;
    }
    QVector<QSizeF> pageSizes()
    {
        const auto& native = take();
        return native ? native->placer->pageSizes() : QVector<QSizeF>();
    }

private:
    NativeRun m_run;
    std::optional<Result<NativePages>> m_pages;
};

/** The service's failure, unless the document itself explains it better. */
Failure reasonOf(const Failure& ofService, const Result<NativePages>& native)
{
    if (ofService.code == "convert.failed"_L1 && !native && native.error().code.startsWith("pdf."_L1)) {
        Failure reason = native.error();
        reason.detail += u" / "_s + ofService.detail;
        return reason;
    }
    return ofService;
}

} // namespace

RemoteConverter::RemoteConverter(std::unique_ptr<RemoteService> service, const QString& address, const QString& label)
    : m_service(std::move(service)), m_address(address), m_label(label)
{}

QString RemoteConverter::cacheLabel() const
{
    return u"%1 %2 %3 %4 %5 | %6"_s.arg(m_service->kind(), resultVersion, m_address, m_label, m_service->label(),
                                        NativeConverter().cacheLabel());
}

bool RemoteConverter::accepts(const ConvertInput& input) const
{
    return NativeConverter().accepts(input);
}

Result<Conversion> RemoteConverter::convert(const ConvertInput& input, const ConvertOptions& options,
                                            const ConvertProgress& progress, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    NativeSide native(input, stop);
    const RemoteJob job{input, options.preset, options.shelf, progress, stop, [&native] { return native.pageSizes(); }};
    Result<RemoteText> text = m_service->convert(job);
    if (!text && (isServiceTrouble(text.error()) || text.error().code == "stopped"_L1))
        return std::unexpected(text.error());
    if (!text)
        return std::unexpected(reasonOf(text.error(), native.take()));
    Conversion conversion = joinPieces(*text, native.take());
    if (stop.stop_requested())
        return conversionStopped();
    if (conversion.markdown.trimmed().isEmpty())
        return std::unexpected(reasonOf(documentFailed(u"the answer holds no text"_s).error(), native.take()));
    conversion.converter = kind();
    conversion.version = text->version.isEmpty() ? m_label : text->version;
    conversion.milliseconds = clock.elapsed();
    if (progress)
        progress(conversion.pages, conversion.pages);
    return conversion;
}

} // namespace sheaf
