// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/proof_step.h"

#include "proof/proof.h"

namespace sheaf {

void proveRecord(Record& record, const Conversion& conversion)
{
    // A PDF whose words could not be read proves nothing: its markdown is no evidence.
    const bool hasPages = conversion.pages > 0;
    const ProofIndex index(allWords(conversion));
    for (Cell& cell : record)
        for (Quote& quote : cell.quotes)
            quote = hasPages ? index.prove(quote) : proveInText(quote, conversion.markdown);
}

ProofStep::ProofStep(const QString& projectPath, QObject* parent) : QObject(parent), m_projectPath(projectPath) {}

void ProofStep::prove(const ReadAnswer& answer, const QHash<PaperId, QString>& conversionKeys)
{
    ++m_running;
    m_pool.run(
        [answer = ReadAnswer(answer), conversionKeys, path = m_projectPath]() mutable {
            const auto store = StoreReader::open(path);
            for (auto& [paper, outcome] : answer.outcomes)
                if (outcome.record && store)
                    if (const auto conversion = loadConversion(**store, conversionKeys.value(paper)))
                        proveRecord(*outcome.record, *conversion);
            return answer;
        },
        [this](const ReadAnswer& proved) {
            --m_running;
            Q_EMIT proven(proved);
        });
}

} // namespace sheaf
