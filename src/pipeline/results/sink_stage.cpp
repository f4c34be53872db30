// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results/sink_stage.h"

#include "pipeline/results/sink_records.h"

using namespace Qt::StringLiterals;

namespace sheaf {

struct SinkStage::Post
{
    ServiceKind kind;
    std::shared_ptr<ServiceSink> sink; ///< empty until it is needed, and while it cannot be made
    StageGate gate;
    QHash<PaperId, OutboxItem> deliveries;
    QVector<PaperId> waiting; ///< in the order in which they came
    QSet<PaperId> onTheWay;
    QSet<PaperId> changed; ///< of those on their way: there are newer results meanwhile
    std::stop_source stop;
    std::optional<DeliverySummary> asked; ///< the user waits for it
    bool isWanted = false;                ///< by the user, whether a run goes on or not

    bool isLive(const Settings& settings) const { return settings.flag(kind.name + u".live"_s); }
};

SinkStage::SinkStage(Store& store, PaperBook& papers, const QVector<OutboxItem>& stored, MakeSink make, QObject* parent)
    : QObject(parent), m_store(store), m_papers(papers), m_make(std::move(make)), m_pool(int(serviceKinds().size()))
{
    for (const ServiceKind& kind : serviceKinds()) {
        auto post = std::make_unique<Post>();
        post->kind = kind;
        for (const OutboxItem& delivery : stored) {
            if (delivery.sink != kind.name)
                continue;
            post->deliveries.insert(delivery.paper, delivery);
            if (delivery.queuedAt.isValid())
                post->waiting.append(delivery.paper);
        }
        connect(&post->gate, &StageGate::opened, this, [this, post = post.get()] { pump(*post); });
        m_posts.emplace(kind.name, std::move(post));
    }
}

SinkStage::~SinkStage()
{
    for (const auto& [name, post] : m_posts)
        post->stop.request_stop();
}

void SinkStage::setSettings(const Settings& settings)
{
    m_settings = settings;
    for (const auto& [name, post] : m_posts) {
        post->sink.reset(); // what is on its way keeps its own
        queueWhatIsNew(*post);
        post->gate.open();
        pump(*post);
    }
    Q_EMIT moved();
}

/** A service that was switched on gets what was read before, and what a kill kept out of the outbox. */
void SinkStage::queueWhatIsNew(Post& post)
{
    if (!post.isLive(m_settings))
        return;
    for (const PaperId paper : m_papers.inListOrder())
        if (m_papers.state(paper) == State::Done && !post.deliveries.contains(paper))
            queue(post, paper);
}

void SinkStage::setRunning(bool running)
{
    m_running = running;
    for (const auto& [name, post] : m_posts) {
        if (running)
            queueWhatIsNew(*post);
        else
            post->isWanted = false;
        pump(*post);
    }
    Q_EMIT moved();
}

void SinkStage::stop()
{
    setRunning(false);
    for (const auto& [name, post] : m_posts) {
        post->stop.request_stop();
        post->stop = {};
    }
}

void SinkStage::follow(PaperId paper)
{
    if (m_papers.state(paper) != State::Done)
        return;
    for (const auto& [name, post] : m_posts) {
        if (!post->isLive(m_settings))
            continue;
        queue(*post, paper);
        pump(*post);
    }
}

void SinkStage::send(const QString& sink, const QVector<PaperId>& papers)
{
    const auto found = m_posts.find(sink);
    if (found == m_posts.end())
        return;
    Post& post = *found->second;
    post.asked = DeliverySummary{.sink = sink};
    for (const PaperId paper : papers.isEmpty() ? m_papers.inListOrder() : papers)
        if (m_papers.state(paper) == State::Done)
            queue(post, paper);
    post.isWanted = true;
    post.sink.reset();
    post.gate.open();
    pump(post);
    report(post); // there may be nothing to do, or no way to do it
}

void SinkStage::drop(const QVector<PaperId>& papers)
{
    for (const auto& [name, post] : m_posts)
        for (const PaperId paper : papers) {
            post->deliveries.remove(paper);
            post->waiting.removeAll(paper);
        }
}

void SinkStage::queue(Post& post, PaperId paper)
{
    OutboxItem& delivery = post.deliveries[paper];
    if (post.onTheWay.contains(paper)) {
        post.changed.insert(paper);
        return;
    }
    if (post.waiting.contains(paper))
        return;
    delivery.paper = paper;
    delivery.sink = post.kind.name;
    delivery.queuedAt = QDateTime::currentDateTimeUtc();
    delivery.failure.reset();
    m_store.putDelivery(delivery);
    post.waiting.append(paper);
    Q_EMIT moved();
}

bool SinkStage::canSend(const Post& post) const
{
    return (m_running || post.isWanted) && post.gate.isOpen() && post.onTheWay.isEmpty() && !post.waiting.isEmpty();
}

void SinkStage::make(Post& post)
{
    if (post.sink)
        return;
    auto made = m_make(post.kind.name, m_settings);
    if (made)
        post.sink = *std::move(made);
    else
        post.gate.close(made.error());
}

void SinkStage::pump(Post& post)
{
    if (canSend(post))
        make(post);
    if (!canSend(post) || !post.sink) {
        report(post);
        return;
    }
    const QVector<PaperId> papers = post.waiting.mid(0, post.gate.allowed(post.sink->mostAtOnce()));
    post.onTheWay = QSet<PaperId>(papers.cbegin(), papers.cend());
    m_store.afterCommit(this, [this, &post, papers] { write(post, papers); });
}

void SinkStage::write(Post& post, const QVector<PaperId>& papers)
{
    QHash<PaperId, QJsonObject> memos;
    for (const PaperId paper : papers)
        memos.insert(paper, post.deliveries.value(paper).memo);
    m_pool.run(
        [path = m_store.path(), papers, memos, sink = post.sink, stop = post.stop.get_token()] {
            Outcomes outcomes;
            const auto file = StoreReader::open(path);
            if (!file)
                return outcomes << qMakePair(papers.constFirst(), DeliveryOutcome(std::unexpected(file.error())));
            const QVector<SinkRecord> records = sinkRecords(**file, papers, memos, sink->wantsText());
            const QVector<DeliveryOutcome> written = sink->write(records, (*file)->columns(), stop);
            for (qsizetype i = 0; i < records.size(); ++i)
                outcomes << qMakePair(records[i].row.paper.id, written[i]);
            return outcomes;
        },
        [this, &post](const Outcomes& outcomes) {
            post.onTheWay.clear();
            settle(post, outcomes);
            post.changed.clear();
            Q_EMIT moved();
            pump(post);
        });
}

void SinkStage::settle(Post& post, const Outcomes& outcomes)
{
    std::optional<Failure> trouble;
    for (const auto& [paper, outcome] : outcomes) {
        if (!m_papers.find(paper))
            continue; // removed meanwhile
        if (outcome)
            settle(post, paper, *outcome);
        else if (isRefusal(outcome.error()))
            refuse(post, paper, outcome.error());
        else
            trouble = outcome.error();
    }
    if (!trouble)
        post.gate.passed();
    else if (trouble->code != "stopped"_L1)
        post.gate.close(*trouble);
}

void SinkStage::settle(Post& post, PaperId paper, const Delivered& delivered)
{
    const bool isZotero = post.kind.name == "zotero"_L1;
    const bool isNewKey = isZotero && m_papers.find(paper)->status.zoteroKey != delivered.remoteId;
    m_papers.update(
        paper, [&](PaperStatus& s) { (isZotero ? s.zoteroKey : s.esRecordId) = delivered.remoteId; }, delivered.note);
    OutboxItem& delivery = post.deliveries[paper];
    delivery.sentAt = QDateTime::currentDateTimeUtc();
    delivery.memo = delivered.memo;
    delivery.queuedAt = {};
    delivery.failure.reset();
    post.waiting.removeAll(paper);
    m_store.putDelivery(delivery);
    if (post.asked)
        ++post.asked->written;
    if (post.changed.remove(paper))
        queue(post, paper);
    for (const auto& [name, other] : m_posts) // its record there names the key
        if (isNewKey && other.get() != &post && other->isLive(m_settings)) {
            queue(*other, paper);
            pump(*other);
        }
}

void SinkStage::refuse(Post& post, PaperId paper, const Failure& failure)
{
    OutboxItem& delivery = post.deliveries[paper];
    delivery.queuedAt = {};
    delivery.failure = failure;
    post.waiting.removeAll(paper);
    m_store.putDelivery(delivery);
    m_store.addNote(paper, u"%1 [%2]"_s.arg(failure.message, failure.code));
    if (post.asked)
        post.asked->refused.append({paper, failure});
    if (post.changed.remove(paper))
        queue(post, paper);
}

/** To the user who waits for it, once nothing more happens by itself. */
void SinkStage::report(Post& post)
{
    if (!post.asked || !post.onTheWay.isEmpty() || canSend(post))
        return;
    DeliverySummary summary = *std::exchange(post.asked, std::nullopt);
    summary.waiting = int(post.waiting.size());
    if (post.gate.trouble())
        summary.trouble = post.gate.trouble()->failure;
    m_store.afterCommit(this, [this, summary] { Q_EMIT delivered(summary); });
}

bool SinkStage::isBusy() const
{
    return std::ranges::any_of(m_posts, [](const auto& post) { return !post.second->onTheWay.isEmpty(); });
}

bool SinkStage::isQuiet() const
{
    return !isBusy() && std::ranges::none_of(m_posts, [this](const auto& post) { return canSend(*post.second); });
}

QVector<StageTrouble> SinkStage::troubles() const
{
    QVector<StageTrouble> all;
    for (const auto& [name, post] : m_posts) {
        if (post->gate.trouble())
            all.append(*post->gate.trouble());
        else if (!post->waiting.isEmpty() && !m_running && !post->isWanted)
            all.append(
                {Failure{Stage::Write,
                         name + u".waiting"_s,
                         tr("%n result(s) wait for %1.", nullptr, int(post->waiting.size())).arg(post->kind.label),
                         {},
                         true},
                 u"send-results"_s,
                 {}});
    }
    return all;
}

QVector<SinkCount> SinkStage::counts() const
{
    QVector<SinkCount> all;
    for (const auto& [name, post] : m_posts) {
        SinkCount count{.name = name, .label = post->kind.label, .waiting = int(post->waiting.size())};
        for (const OutboxItem& delivery : std::as_const(post->deliveries)) {
            count.refused += delivery.failure.has_value();
            count.sent += delivery.sentAt.isValid() && !delivery.queuedAt.isValid() && !delivery.failure;
        }
        if (post->isLive(m_settings) || count.waiting + count.refused + count.sent > 0)
            all.append(count);
    }
    return all;
}

} // namespace sheaf
