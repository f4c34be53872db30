// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_reader.h"

#include "read/openai/openai_batches.h"
#include "read/read_failure.h"
#include "read/read_text.h"
#include "read/reader_checks.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int papersInOneBatch = 100; // bounds what one accident can cost, and the memory of one call

} // namespace

OpenAiReader::OpenAiReader(const BatchSetup& setup, std::shared_ptr<OpenAiService> service, const ReaderTraits& traits)
    : m_setup(setup), m_service(std::move(service)), m_traits(traits)
{}

Result<std::unique_ptr<Reader>> OpenAiReader::make(const ReaderSetup& setup, HttpClient& http,
                                                   const ReaderTuning& tuning)
{
    const Settings& settings = setup.settings;
    const auto base = serviceUrl(settings, u"https://api.openai.com/v1"_s);
    if (!base)
        return std::unexpected(base.error());
    const auto prices = Prices::load(tuning.pricesFile);
    if (!prices)
        return std::unexpected(prices.error());
    const QString model = settings.text(u"read.model"_s);
    if (model.isEmpty() && !isNearby(*base))
        return std::unexpected(
            readFailure("read.model", ReadText::tr("Choose the model that reads the papers."), {}, true));
    const auto price = knownPrice(model, *base, settings, *prices);
    if (!price)
        return std::unexpected(price.error());
    const Secret key = setup.secrets(SecretName::ReadKey);
    if (const auto fits = checkKey(key, *base); !fits)
        return std::unexpected(fits.error());

    const OpenAiAddress address{*base, key, std::chrono::seconds(settings.integer(u"read.deadline.seconds"_s))};
    const Spool spool(setup.spoolFolder);
    spool.clearOld();
    const Wire wire{&http, spool, tuning.timing};
    auto service = std::make_shared<OpenAiService>(address, wire, model, price->contextTokens);
    BatchSetup setUp;
    setUp.service = std::make_shared<OpenAiBatches>(address, service);
    setUp.call = {.wire = wire,
                  .service = service,
                  .rules = {*price, price->contextTokens, settings.integer(u"read.max.tokens"_s)},
                  .paid = !price->isFree()};
    setUp.claimed = std::make_shared<QSet<QString>>();
    setUp.limits = tuning.limits;
    setUp.longestPoll = std::chrono::seconds(settings.integer(u"read.poll.seconds"_s));
    setUp.settle = tuning.settle;
    setUp.cancelWait = tuning.cancelWait;
    const bool batches = !price->isFree() && wantsBatches(settings);
    const ReaderTraits traits{.kind = u"openai"_s,
                              .model = model,
                              .host = isThisComputer(*base) ? QString() : base->host(),
                              .batches = batches,
                              .free = price->isFree(),
                              .batchLimit = batches ? papersInOneBatch : 1};
    return std::unique_ptr<Reader>(new OpenAiReader(setUp, service, traits));
}

ReaderTraits OpenAiReader::traits() const
{
    ReaderTraits traits = m_traits;
    traits.model = m_service->model();
    traits.batches = hasBatches();
    traits.batchLimit = traits.batches ? m_traits.batchLimit : 1;
    return traits;
}

ReadEstimate OpenAiReader::estimate(const ReadRequest& request, ReadMode mode) const
{
    return PaperReading(request, singles().rules).estimate(mode);
}

ReadCall* OpenAiReader::start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode)
{
    if (mode == ReadMode::Batch && hasBatches())
        return new BatchCall(m_setup, callId, {}, requests, Begin::Fresh);
    return new SingleCall(singles(), callId, requests, Begin::Fresh);
}

ReadCall* OpenAiReader::recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                                ReadMode mode)
{
    if (mode == ReadMode::Batch)
        return new BatchCall(m_setup, callId, remoteId, requests, Begin::Recovered);
    return new SingleCall(singles(), callId, requests, Begin::Recovered);
}

void OpenAiReader::forget(const QString& callId)
{
    if (singles().paid)
        singles().wire.spool.clearCall(callId);
}

void OpenAiReader::test(QObject* context, std::function<void(Result<QString>)> done)
{
    m_service->server().ask(context, [done](const Result<OpenAiServer::Facts>& facts) {
        if (!facts) {
            done(std::unexpected(facts.error()));
            return;
        }
        const QString sentence =
            facts->contextTokens > 0
                ? ReadText::tr("The service answers. Papers will be read by %1, %2 tokens at once.")
                      .arg(facts->model, QLocale().toString(facts->contextTokens))
                : ReadText::tr("The service answers. Papers will be read by %1.").arg(facts->model);
        done(sentence);
    });
}

} // namespace sheaf
