// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/engine.h"

#include "pipeline/engine/engine_core.h"

#include <QThread>

namespace sheaf {

struct Engine::Private
{
    QThread thread;
    EngineCore* core = nullptr;

    template <typename Command> void post(Command command)
    {
        QMetaObject::invokeMethod(
            core, [core = core, command = std::move(command)] { command(*core); }, Qt::QueuedConnection);
    }
};

Engine::Engine(EngineOptions options, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->thread.setObjectName(QStringLiteral("engine"));
    d->thread.start();
    // Timers and network managers belong to the thread that makes them.
    QObject starter;
    starter.moveToThread(&d->thread);
    QMetaObject::invokeMethod(
        &starter,
        [this, &options] {
            const StageTools tools = realTools(options.secrets, options.keepSecret);
            d->core = new EngineCore(std::move(options), tools);
        },
        Qt::BlockingQueuedConnection);
    connect(d->core, &EngineCore::opened, this, &Engine::opened);
    connect(d->core, &EngineCore::openFailed, this, &Engine::openFailed);
    connect(d->core, &EngineCore::snapshot, this, &Engine::snapshot);
    connect(d->core, &EngineCore::proposed, this, &Engine::proposed);
    connect(d->core, &EngineCore::priced, this, &Engine::priced);
    connect(d->core, &EngineCore::runFinished, this, &Engine::runFinished);
    connect(d->core, &EngineCore::exported, this, &Engine::exported);
    connect(d->core, &EngineCore::readerTested, this, &Engine::readerTested);
    connect(d->core, &EngineCore::converterTested, this, &Engine::converterTested);
    connect(d->core, &EngineCore::delivered, this, &Engine::delivered);
    connect(d->core, &EngineCore::sinkTested, this, &Engine::sinkTested);
    connect(d->core, &EngineCore::sourceTested, this, &Engine::sourceTested);
    connect(&d->thread, &QThread::finished, d->core, &QObject::deleteLater);
}

Engine::~Engine()
{
    d->thread.quit();
    d->thread.wait();
}

void Engine::open(const QString& path)
{
    d->post([=](EngineCore& core) { core.open(path); });
}

void Engine::close()
{
    d->post([](EngineCore& core) { core.close(); });
}

void Engine::addPapers(const ImportPlan& plan)
{
    d->post([=](EngineCore& core) { core.addPapers(plan); });
}

void Engine::removePapers(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.removePapers(papers); });
}

void Engine::setColumns(const QVector<Column>& columns)
{
    d->post([=](EngineCore& core) { core.setColumns(columns); });
}

void Engine::readAgain(const QVector<PaperId>& papers, const QStringList& columns)
{
    d->post([=](EngineCore& core) { core.readAgain(papers, columns); });
}

void Engine::proposeColumns()
{
    d->post([](EngineCore& core) { core.proposeColumns(); });
}

void Engine::price(const PriceQuestion& question)
{
    d->post([=](EngineCore& core) { core.price(question); });
}

void Engine::setSettings(const Settings& settings)
{
    d->post([=](EngineCore& core) { core.setSettings(settings); });
}

void Engine::start()
{
    d->post([](EngineCore& core) { core.start(); });
}

void Engine::pause()
{
    d->post([](EngineCore& core) { core.pause(); });
}

void Engine::resume()
{
    d->post([](EngineCore& core) { core.resume(); });
}

void Engine::stop()
{
    d->post([](EngineCore& core) { core.stop(); });
}

void Engine::pausePapers(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.pausePapers(papers); });
}

void Engine::resumePapers(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.resumePapers(papers); });
}

void Engine::cancelPapers(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.cancelPapers(papers); });
}

void Engine::retryPapers(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.retryPapers(papers); });
}

void Engine::attachFile(PaperId paper, const QString& path)
{
    d->post([=](EngineCore& core) { core.attachFile(paper, path); });
}

void Engine::findFullText(const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.findFullText(papers); });
}

void Engine::readAbstract(PaperId paper)
{
    d->post([=](EngineCore& core) { core.readAbstract(paper); });
}

void Engine::setPassword(PaperId paper, const QString& password)
{
    d->post([=](EngineCore& core) { core.setPassword(paper, password); });
}

void Engine::decide(PaperId paper, const Cell& cell)
{
    d->post([=](EngineCore& core) { core.decide(paper, cell); });
}

void Engine::takeBack(PaperId paper, const QString& field)
{
    d->post([=](EngineCore& core) { core.takeBack(paper, field); });
}

void Engine::retryTrouble()
{
    d->post([](EngineCore& core) { core.retryTrouble(); });
}

void Engine::exportTo(const QString& path, const ExportChoice& choice)
{
    d->post([=](EngineCore& core) { core.exportTo(path, choice); });
}

void Engine::sendTo(const QString& sink, const QVector<PaperId>& papers)
{
    d->post([=](EngineCore& core) { core.sendTo(sink, papers); });
}

void Engine::testSink(const QString& sink, const Settings& settings)
{
    d->post([=](EngineCore& core) { core.testSink(sink, settings); });
}

void Engine::testReader(const Settings& settings, ReaderRole role)
{
    d->post([=](EngineCore& core) { core.testReader(settings, role); });
}

void Engine::testConverter(const Settings& settings)
{
    d->post([=](EngineCore& core) { core.testConverter(settings); });
}

void Engine::testSource(const QString& name, const Settings& settings)
{
    d->post([=](EngineCore& core) { core.testSource(name, settings); });
}

} // namespace sheaf
