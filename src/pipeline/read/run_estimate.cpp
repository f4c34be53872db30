// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/run_estimate.h"

#include "core/second_reader.h"
#include "read/prices.h"
#include "read/reader.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Half of all journal articles lie between, with their tables and references. */
constexpr qint64 paperTokensLow = 8'000, paperTokensHigh = 18'000;
/** Of what a file's first pages let expect: they are a tenth fuller than the rest (67 papers, nine tenths of them
 * within -8 and +25 %), and tokens are counted at their most. */
constexpr double countedLow = 0.6, countedHigh = 1.1;
/** Rules, schema and one question, which go with each paper. */
constexpr qint64 promptTokens = 900, questionTokens = 60;
/** An answer with its quotes. */
constexpr qint64 answerTokensLow = 80, answerTokensHigh = 190;

std::optional<ModelPrice> priceFor(const Settings& settings, const Prices& prices)
{
    const QString kind = settings.text(u"read.kind"_s), named = settings.text(u"read.model"_s);
    return priceOf(named.isEmpty() ? prices.defaultModel(kind) : named, QUrl(settings.text(u"read.url"_s)), settings,
                   prices);
}

} // namespace

RunEstimate estimateRun(const PaperLengths& lengths, const QVector<Column>& columns, const Settings& settings)
{
    const int papers = lengths.papers;
    RunEstimate sum{.papers = papers, .counted = lengths.counted};
    if (settings.text(u"read.kind"_s) == "offline"_L1)
        return sum;
    sum.free = false;
    const auto prices = Prices::load(pricesFile());
    if (!prices) {
        sum.failure = prices.error();
        return sum;
    }
    const auto price = priceFor(settings, *prices);
    if (!price) {
        sum.failure = Failure{Stage::Read, u"read.model"_s,
                              QCoreApplication::translate(
                                  "pipeline", "The price of this model is not known; it can be set with the reader."),
                              settings.text(u"read.model"_s), false};
        return sum;
    }
    sum.free = price->isFree();
    sum.batches = !sum.free && wantsBatches(settings);
    const ReadMode mode = sum.batches && papers > 1 ? ReadMode::Batch : ReadMode::Single;
    const qint64 fixed = promptTokens + questionTokens * columns.size();
    const auto add = [&](int ofThem, qint64 tokensLow, qint64 tokensHigh) {
        const ReadUsage low{.inputTokens = fixed + tokensLow, .outputTokens = answerTokensLow * columns.size()};
        const ReadUsage high{.inputTokens = fixed + tokensHigh, .outputTokens = answerTokensHigh * columns.size()};
        sum.tokensInLow += ofThem * low.inputTokens;
        sum.tokensInHigh += ofThem * high.inputTokens;
        sum.tokensOutLow += ofThem * low.outputTokens;
        sum.tokensOutHigh += ofThem * high.outputTokens;
        sum.usdLow += ofThem * price->cost(low, mode);
        sum.usdHigh += ofThem * price->cost(high, mode);
    };
    add(papers - lengths.counted, paperTokensLow, paperTokensHigh);
    const double mean = double(lengths.countedTokens) / std::max(1, lengths.counted);
    add(lengths.counted, qint64(countedLow * mean), qint64(countedHigh * mean));
    sum.columnUsdLow = papers * price->cost({.inputTokens = questionTokens, .outputTokens = answerTokensLow}, mode);
    sum.columnUsdHigh = papers * price->cost({.inputTokens = questionTokens, .outputTokens = answerTokensHigh}, mode);
    return sum;
}

std::optional<RunEstimate> estimateSecondReading(const PaperLengths& lengths, const QVector<Column>& columns,
                                                 const Settings& settings)
{
    const QVector<Column> asked = secondReaderColumns(columns, settings);
    if (asked.isEmpty())
        return {};
    return estimateRun(lengths, asked, secondReaderSettings(settings));
}

} // namespace sheaf
