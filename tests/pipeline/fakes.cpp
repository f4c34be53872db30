// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fakes.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

void FakeFetcher::fetch(const Paper& paper, const QString&, Acquirer::Note note,
                        std::function<void(Result<Acquired>)> done)
{
    ++m_script.started;
    m_script.most = std::max(m_script.most, ++m_script.running);
    m_open[paper.id] = {paper, std::move(done)};
    note(u"fetching "_s + paper.title);
    if (!m_script.hold)
        QTimer::singleShot(m_script.delayMs, this, [this, id = paper.id] { finish(id, {}); });
}

void FakeFetcher::finish(PaperId id, const Result<Acquired>& forced)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    const Open open = found->second;
    m_open.erase(found);
    --m_script.running;
    if (!forced) {
        open.done(forced);
        return;
    }
    if (m_script.failures.contains(open.paper.title)) {
        open.done(std::unexpected(m_script.failures.value(open.paper.title)));
        return;
    }
    QDir().mkpath(m_script.folder);
    const QByteArray content = m_script.contents.value(open.paper.title, open.paper.title).toUtf8();
    Acquired acquired;
    acquired.path = m_script.folder + u"/%1.pdf"_s.arg(open.paper.id);
    QFile file(acquired.path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    acquired.sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    acquired.bytes = m_script.bytes ? m_script.bytes : content.size();
    acquired.provenance = u"fake"_s;
    acquired.identity = {Validation::Passed, 1, {}};
    open.done(acquired);
}

void FakeFetcher::cancel(PaperId paper)
{
    QMetaObject::invokeMethod(
        this, [this, paper] { finish(paper, fail(Stage::Acquire, u"stopped"_s, u"stopped"_s)); }, Qt::QueuedConnection);
}

void FakeFetcher::release()
{
    m_script.hold = false;
    std::vector<PaperId> ids;
    for (const auto& [id, open] : m_open)
        ids.push_back(id);
    for (const PaperId id : ids)
        finish(id, {});
}

QString fakeSentence(const QString& path)
{
    return u"The paper in %1 measured the response of ten samples."_s.arg(QFileInfo(path).fileName());
}

Result<Conversion> FakeConverter::convert(const ConvertInput& input, const ConvertOptions& options,
                                          const ConvertProgress& progress, std::stop_token stop)
{
    ++calls;
    most = std::max(most.load(), ++running);
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return !m_hold; });
        if (milliseconds > 0)
            m_changed.wait_for(lock, stop, std::chrono::milliseconds(milliseconds), [] { return false; });
    }
    --running;
    if (stop.stop_requested())
        return fail(Stage::Convert, u"stopped"_s, u"stopped"_s);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_failure)
            return std::unexpected(*m_failure);
    }
    if (skipped && options.onSkipped)
        options.onSkipped(u"first"_s, *skipped);
    progress(1, 1);
    Conversion made;
    made.markdown = fakeSentence(input.path) + u'\n';
    made.pages = 1;
    made.converter = kind();
    made.metadata = metadata;
    ConvertedBlock block;
    block.end = int(made.markdown.size());
    block.regions = {{1, QRectF(72, 72, 400, 12)}};
    made.blocks = {block};
    PageWords page{1, QSizeF(595, 842), {}};
    double x = 72;
    for (const QString& text : fakeSentence(input.path).split(u' ')) {
        PageWord word;
        word.text = text;
        word.box = QRectF(x, 72, 20, 12);
        word.line = word.column = word.block = 0;
        page.words.append(word);
        x += 24;
    }
    made.words = {page};
    return made;
}

void FakeConverter::hold(bool on)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hold = on;
    }
    m_changed.notify_all();
}

void FakeConverter::failWith(const std::optional<Failure>& failure)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = failure;
}

ReadEstimate FakeReader::estimate(const ReadRequest&, ReadMode) const
{
    return {100, 10, 20, m_script.usdPerPaper, m_script.usdPerPaper};
}

ReadCall* FakeReader::start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode)
{
    m_script.calls.append(int(requests.size()));
    m_script.modes.append(mode);
    return new FakeCall(*this, callId, requests, false);
}

ReadCall* FakeReader::recover(const QString& callId, const QString&, const QVector<ReadRequest>& requests, ReadMode)
{
    ++m_script.recovered;
    return new FakeCall(*this, callId, requests, true);
}

void FakeReader::test(QObject* context, std::function<void(Result<QString>)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] { done(u"A stand-in."_s); });
}

void FakeReader::release()
{
    m_script.hold = false;
    answerWhatIsHeld();
}

void FakeReader::Script::answerHeld()
{
    for (const auto& timer : std::exchange(held, {}))
        if (timer)
            timer->start(0);
}

FakeCall::FakeCall(FakeReader& reader, const QString& callId, const QVector<ReadRequest>& requests, bool recovered)
    : m_script(reader.script()), m_requests(requests), m_recovered(recovered)
{
    for (const ReadRequest& request : requests) {
        QStringList columns;
        for (const Column& column : request.columns)
            columns.append(column.id + u": "_s + column.question);
        m_script.asked[request.paper.title].append(columns);
    }
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, &FakeCall::answer);
    QTimer::singleShot(0, this, [this, callId] { Q_EMIT submitted(u"remote-"_s + callId); });
    if (m_script.hold)
        m_script.held.append(timer);
    else
        timer->start(m_script.delayMs);
}

void FakeCall::cancel()
{
    m_cancelled = true;
    QTimer::singleShot(0, this, &FakeCall::answer);
}

void FakeCall::answer()
{
    if (std::exchange(m_answered, true))
        return;
    QVector<ReadOutcome> outcomes;
    for (const ReadRequest& request : m_requests)
        outcomes.append(outcomeOf(request));
    Q_EMIT finished(outcomes, m_recovered ? std::nullopt : m_script.stageWide);
}

ReadOutcome FakeCall::outcomeOf(const ReadRequest& request) const
{
    const QString title = request.paper.title;
    ReadOutcome outcome{request.id, Record(), {}, m_script.traits.model, u"hash"_s, {}};
    if (m_cancelled)
        outcome.record = fail(Stage::Read, u"stopped"_s, u"stopped"_s);
    else if (m_recovered && m_script.recoveries.contains(title))
        outcome.record = std::unexpected(m_script.recoveries.value(title));
    else if (!m_recovered && m_script.stageWide)
        outcome.record = std::unexpected(*m_script.stageWide);
    else if (!m_recovered && m_script.failures.contains(title))
        outcome.record = std::unexpected(m_script.failures.value(title));
    if (!outcome.record) {
        if (outcome.record.error().code == "read.in-doubt"_L1) // may have been paid, and is counted so
            outcome.usage.costUsd = m_script.usdPerPaper;
        return outcome;
    }
    ++m_script.answered[title];
    outcome.usage.costUsd = m_script.usdPerPaper;
    for (const Column& column : request.columns) {
        Cell cell;
        cell.column = column.id;
        cell.value = m_script.values.value(title, request.markdown.trimmed());
        cell.value = m_script.columnValues.value(column.id, cell.value);
        cell.quotes = {Quote{.text = request.markdown.trimmed(), .claimedPage = 1}};
        outcome.record->append(cell);
    }
    return outcome;
}

QVector<DeliveryOutcome> FakeSink::write(const QVector<SinkRecord>& records, const QVector<Column>&,
                                         std::stop_token stop)
{
    QVector<DeliveryOutcome> outcomes;
    std::unique_lock lock(m_script.mutex);
    if (m_script.hold) {
        m_script.holding = true;
        std::condition_variable_any never;
        never.wait(lock, stop, [] { return false; });
        return QVector<DeliveryOutcome>(records.size(),
                                        fail(Stage::Write, QStringLiteral("stopped"), QStringLiteral("Stopped.")));
    }
    for (const SinkRecord& record : records) {
        const QString title = record.row.paper.title;
        if (m_script.down) {
            outcomes.append(std::unexpected(*m_script.down));
        } else if (m_script.refused.contains(title)) {
            outcomes.append(fail(Stage::Write, QStringLiteral("zotero.refused"), QStringLiteral("No.")));
        } else {
            m_script.written.append(record);
            m_script.memos.append(record.memo);
            const int times = record.memo[QLatin1StringView("times")].toInt() + 1;
            outcomes.append(Delivered{
                QStringLiteral("KEY-") + title, {{QStringLiteral("times"), times}}, QStringLiteral("Written")});
        }
    }
    return outcomes;
}

Result<QString> FakeSink::test(std::stop_token)
{
    return QStringLiteral("there");
}

} // namespace sheaf::testing
