// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquirer.h"

#include "acquire/acquire_failure.h"
#include "acquire/acquisition.h"

#include <QDir>

#include <map>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int inspectors = 3;

} // namespace

struct Acquirer::Private
{
    struct Running
    {
        Acquisition* acquisition = nullptr; ///< a child of the Acquirer
        std::function<void(Result<Acquired>)> done;
    };

    Private(Acquirer* acquirer, HttpClient& client, Options options_)
        : q(acquirer), http(client), courtesy(client, options_.settings, options_.rest), network(client),
          options(std::move(options_)),
          sources(std::make_shared<Sources>(makeSources({client, options.settings, options.secrets, options.jobs})))
    {
        pool.setMaxThreadCount(inspectors);
        chooseWitnesses();
        QDir folder(options.documentFolder);
        for (const QString& leftOver : folder.entryList({fetchedPrefix + "*"_L1}, QDir::Files))
            folder.remove(leftOver);
    }

    /** The services in use. A retrieval service may stand in this house and answer without a network. */
    void chooseWitnesses()
    {
        QVector<QUrl> witnesses{QUrl(options.settings.text(u"acquire.doi.url"_s))};
        for (const auto& source : *sources)
            if (!source->service().isEmpty() && !source->isLastResort())
                witnesses.append(source->service());
        network.setWitnesses(witnesses);
    }

    /** Takes the paper off the books and reports it later, so that `done` may do anything. */
    void report(PaperId paper, Result<Acquired> result)
    {
        auto node = running.extract(paper);
        if (node.empty())
            return;
        node.mapped().acquisition->deleteLater();
        QMetaObject::invokeMethod(
            q,
            [done = std::move(node.mapped().done), result = std::move(result)]() mutable { done(std::move(result)); },
            Qt::QueuedConnection);
    }

    Acquirer* q;
    HttpClient& http;
    Courtesy courtesy;
    NetworkWatch network;
    Options options;
    std::shared_ptr<const Sources> sources;
    QThreadPool pool;
    std::map<PaperId, Running> running;
};

Acquirer::Acquirer(HttpClient& http, Options options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, std::move(options)))
{}

Acquirer::~Acquirer()
{
    for (const auto& [paper, one] : d->running)
        delete one.acquisition; // stops what is being looked into
    d->pool.waitForDone();
}

void Acquirer::setSettings(const Settings& settings)
{
    d->options.settings = settings;
    d->courtesy.setSettings(settings);
    d->sources = std::make_shared<Sources>(makeSources({d->http, settings, d->options.secrets, d->options.jobs}));
    d->chooseWitnesses();
}

void Acquirer::acquire(const Paper& paper, const QString& password, Note note,
                       std::function<void(Result<Acquired>)> done)
{
    cancel(paper.id);
    if (!note)
        note = [](const QString&) {};
    const AcquireTools tools{
        *this, d->http, d->courtesy, d->network, d->pool, d->options.documentFolder, d->options.settings, d->sources};
    auto* acquisition =
        new Acquisition(tools, paper, password, std::move(note),
                        [this, id = paper.id](Result<Acquired> result) { d->report(id, std::move(result)); });
    d->running[paper.id] = {acquisition, std::move(done)};
    acquisition->start();
}

void Acquirer::cancel(PaperId paper)
{
    const auto found = d->running.find(paper);
    if (found == d->running.end())
        return;
    found->second.acquisition->stop();
    d->report(paper, std::unexpected(acquireStopped()));
}

} // namespace sheaf
