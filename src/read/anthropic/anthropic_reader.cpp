// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_reader.h"

#include "read/anthropic/anthropic_batches.h"
#include "read/read_failure.h"
#include "read/read_text.h"
#include "read/reader_checks.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {
constexpr int papersInOneBatch = 100; // bounds what one accident can cost, and the memory of one call
}

AnthropicReader::AnthropicReader(const BatchSetup& setup, std::shared_ptr<AnthropicService> service,
                                 const ReaderTraits& traits)
    : m_setup(setup), m_service(std::move(service)), m_traits(traits)
{}

Result<std::unique_ptr<Reader>> AnthropicReader::make(const ReaderSetup& setup, HttpClient& http,
                                                      const ReaderTuning& tuning)
{
    const Settings& settings = setup.settings;
    const auto base = serviceUrl(settings, u"https://api.anthropic.com"_s);
    if (!base)
        return std::unexpected(base.error());
    const auto prices = Prices::load(tuning.pricesFile);
    if (!prices)
        return std::unexpected(prices.error());
    const QString wanted = settings.text(u"read.model"_s);
    const QString model = wanted.isEmpty() ? prices->defaultModel(u"anthropic"_s) : wanted;
    const auto price = knownPrice(model, *base, settings, *prices);
    if (!price)
        return std::unexpected(price.error());
    const Secret key = setup.secrets(SecretName::ReadKey);
    if (const auto fits = checkKey(key, *base); !fits)
        return std::unexpected(fits.error());

    AnthropicSetup vendor{.base = *base, .key = key, .model = model, .contextTokens = price->contextTokens};
    vendor.version = settings.text(u"read.anthropic.version"_s).toLatin1();
    vendor.deadline = std::chrono::seconds(settings.integer(u"read.deadline.seconds"_s));
    vendor.cachesDocuments = price->cacheWrite > 1;
    const Spool spool(setup.spoolFolder);
    spool.clearOld();
    const auto service = std::make_shared<AnthropicService>(vendor);
    BatchSetup batch;
    batch.service = std::make_shared<AnthropicBatches>(service);
    batch.call = {.wire = {&http, spool, tuning.timing},
                  .service = service,
                  .rules = {.price = *price,
                            .contextTokens = price->contextTokens,
                            .maxTokens = settings.integer(u"read.max.tokens"_s),
                            .singlesAreCached = vendor.cachesDocuments},
                  .paid = true};
    batch.claimed = std::make_shared<QSet<QString>>();
    batch.limits = tuning.limits;
    batch.longestPoll = std::chrono::seconds(settings.integer(u"read.poll.seconds"_s));
    batch.settle = tuning.settle;
    batch.cancelWait = tuning.cancelWait;
    const bool batches = wantsBatches(settings);
    const ReaderTraits traits{.kind = u"anthropic"_s,
                              .model = model,
                              .host = base->host(),
                              .batches = batches,
                              .free = price->isFree(),
                              .batchLimit = batches ? papersInOneBatch : 1};
    return std::unique_ptr<Reader>(new AnthropicReader(batch, service, traits));
}

ReadEstimate AnthropicReader::estimate(const ReadRequest& request, ReadMode mode) const
{
    return PaperReading(request, m_setup.call.rules).estimate(mode);
}

ReadCall* AnthropicReader::start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode)
{
    if (mode == ReadMode::Batch)
        return new BatchCall(m_setup, callId, {}, requests, Begin::Fresh);
    return new SingleCall(m_setup.call, callId, requests, Begin::Fresh);
}

ReadCall* AnthropicReader::recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                                   ReadMode mode)
{
    if (mode == ReadMode::Batch)
        return new BatchCall(m_setup, callId, remoteId, requests, Begin::Recovered);
    return new SingleCall(m_setup.call, callId, requests, Begin::Recovered);
}

void AnthropicReader::forget(const QString& callId)
{
    m_setup.call.wire.spool.clearCall(callId);
}

void AnthropicReader::test(QObject* context, std::function<void(Result<QString>)> done)
{
    auto* delivery = new Delivery(m_setup.call.wire, Care::Free, {}, m_service->get(u"/models?limit=1"_s), this);
    delivery->start([done, guard = QPointer(context), model = m_traits.model](const Result<HttpReply>& reply) {
        if (!guard)
            return;
        if (!reply)
            done(std::unexpected(reply.error()));
        else
            done(ReadText::tr("The service accepts the key. Papers will be read by %1.").arg(model));
    });
}

} // namespace sheaf
