// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquire_failure.h"
#include "acquire/source_registry.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** The "Test" button of a source. */
namespace sheaf {

void SourceResolver::probe(QObject* context, std::function<void(Result<QString>)> done)
{
    answerLater<QString>(context, std::move(done),
                         QCoreApplication::translate("acquire", "Nobody has to be asked: it works."));
}

void testSource(const QString& name, HttpClient& http, const Settings& settings, const SecretSource& secrets,
                QObject* context, std::function<void(Result<QString>)> done)
{
    const QVector<SourceFacts> known = knownSources();
    const auto facts = std::ranges::find(known, name, &SourceFacts::name);
    Q_ASSERT(facts != known.end());
    if (const QString lack = sourceLacks(*facts, settings, secrets); !lack.isEmpty())
        return answerLater<QString>(context, std::move(done),
                                    std::unexpected(sourceNotReady(facts->displayName, lack)));
    const std::shared_ptr<SourceResolver> source = makeSource(name, {http, settings, secrets});
    // The source lives as long as its answer is waited for.
    source->probe(context, [source, done = std::move(done)](const Result<QString>& found) { done(found); });
}

} // namespace sheaf
