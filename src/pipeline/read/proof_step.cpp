// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/proof_step.h"

#include "proof/proof.h"

namespace sheaf {

namespace {

void forEachQuote(Record& record, const std::function<void(Quote&)>& visit)
{
    for (Cell& cell : record)
        for (Quote& quote : cell.quotes)
            visit(quote);
}

/** Proven before near before not found; then the place nearest to the page that the reader named. */
bool isBetter(const Quote& quote, const Quote& than)
{
    if (quote.state != than.state)
        return than.state == QuoteState::Unchecked || quote.state < than.state;
    return quote.claimedPage > 0 && std::abs(quote.page - quote.claimedPage) < std::abs(than.page - than.claimedPage);
}

} // namespace

void proveRecord(Record& record, const Conversion& conversion)
{
    // A PDF whose words could not be read proves nothing: its markdown is no evidence.
    if (conversion.pages == 0) {
        forEachQuote(record, [&](Quote& quote) { quote = proveInText(quote, conversion.markdown); });
        return;
    }
    forEachQuote(record, [](Quote& quote) { quote.state = QuoteState::Unchecked; });
    QVector<PageWords> before; // a volume's last page of the range before, where a quote may begin
    forEachPages(conversion, [&](const QVector<Block>&, const QVector<PageWords>& words) {
        const ProofIndex index(before + words);
        forEachQuote(record, [&](Quote& quote) {
            if (const Quote found = index.prove(quote); isBetter(found, quote))
                quote = found;
        });
        before = words.isEmpty() ? QVector<PageWords>() : QVector<PageWords>{words.last()};
    });
}

ProofStep::ProofStep(const QString& projectPath, QObject* parent) : QObject(parent), m_projectPath(projectPath) {}

void ProofStep::prove(const ReadAnswer& answer)
{
    ++m_running;
    m_pool.run(
        [answer = ReadAnswer(answer), path = m_projectPath]() mutable {
            const auto store = StoreReader::open(path);
            for (auto& [paper, outcome] : answer.outcomes)
                if (outcome.record && store)
                    if (const auto conversion = loadConversion(**store, answer.read.value(paper)))
                        proveRecord(*outcome.record, *conversion);
            return answer;
        },
        [this](const ReadAnswer& proved) {
            --m_running;
            Q_EMIT proven(proved);
        });
}

} // namespace sheaf
