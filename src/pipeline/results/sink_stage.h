// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/stage_gate.h"
#include "pipeline/engine/work_pool.h"
#include "sinks/service_sink.h"

#include <map>

/**
 * Results on their way to services: live as papers finish, and at will. What is to be written waits in the file's
 * outbox until the service has it, so that a service that is down holds nothing up and loses nothing; each service has
 * a door of its own. What is written is what the file holds at that moment. Engine thread.
 */
namespace sheaf {

class SinkStage : public QObject
{
    Q_OBJECT
public:
    using MakeSink = std::function<Result<std::shared_ptr<ServiceSink>>(const QString& name, const Settings&)>;

    SinkStage(Store& store, PaperBook& papers, const QVector<OutboxItem>& stored, MakeSink make,
              QObject* parent = nullptr);
    ~SinkStage() override;

    /** Also where nothing of theirs changed the services are made anew, as a key may have come. */
    void setSettings(const Settings& settings);
    /** Nothing is sent before. */
    void setRunning(bool running);
    /** Ends what is on its way; it stays in the outbox. */
    void stop();
    /** The paper has new results: they go to every service that is on. */
    void follow(PaperId paper);
    /** These papers, or all that were read, now; delivered() follows. What the service refused is tried again. */
    void send(const QString& sink, const QVector<PaperId>& papers);
    void drop(const QVector<PaperId>& papers); ///< removed from the file

    /** Nothing is on its way, and what waits cannot go now. */
    bool isQuiet() const;
    bool isBusy() const;
    /** Of the services' doors; and that results wait where nothing has been told to send them. */
    QVector<StageTrouble> troubles() const;
    QVector<SinkCount> counts() const;

Q_SIGNALS:
    void moved();
    void delivered(const sheaf::DeliverySummary& summary);

private:
    struct Post; ///< one service
    using Outcomes = QVector<QPair<PaperId, DeliveryOutcome>>;

    void queue(Post& post, PaperId paper);
    void queueWhatIsNew(Post& post);
    void make(Post& post);
    void pump(Post& post);
    void write(Post& post, const QVector<PaperId>& papers);
    void settle(Post& post, const Outcomes& outcomes);
    void settle(Post& post, PaperId paper, const Delivered& delivered);
    void refuse(Post& post, PaperId paper, const Failure& failure);
    void report(Post& post);
    bool canSend(const Post& post) const;

    Store& m_store;
    PaperBook& m_papers;
    MakeSink m_make;
    Settings m_settings;
    std::map<QString, std::unique_ptr<Post>> m_posts;
    bool m_running = false;
    WorkPool m_pool; ///< last: ends first
};

} // namespace sheaf
