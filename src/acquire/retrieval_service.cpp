// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquire_failure.h"
#include "acquire/json_source.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/**
 * A service that the user's institution runs: POST {base}/retrieve starts a job, GET {base}/jobs/{id} tells how it
 * goes, GET {base}/jobs/{id}/file is the document. A job that nobody waits for any more is left to the service's own
 * time-out.
 */
namespace sheaf {

namespace {

constexpr int mostPollFailures = 10; // in a row: the service may be busy switching networks
constexpr qsizetype mostAuthors = 5;

HttpRequest jobRequest(const Paper& paper, const QUrl& base, const QString& email, std::chrono::seconds patience)
{
    QJsonArray authors;
    for (const Author& author : paper.authors.mid(0, mostAuthors))
        authors.append(author.display());
    QJsonObject job{{u"doi"_s, paper.ids.doi},
                    {u"title"_s, paper.title},
                    {u"authors"_s, authors},
                    {u"preferred_formats"_s, QJsonArray{u"pdf"_s}},
                    {u"timeout_seconds"_s, int(patience.count())}};
    if (!paper.venue.isEmpty())
        job[u"venue"_s] = paper.venue;
    if (paper.year > 0)
        job[u"year"_s] = paper.year;
    HttpRequest request = lookUpRequest(addressUnder(base, u"/retrieve"_s), email);
    request.method = "POST";
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = QJsonDocument(job).toJson(QJsonDocument::Compact);
    return request;
}

/** One paper's job, from its submission to its end. Deletes itself; goes with its parent. */
class RetrievalJob : public QObject
{
public:
    using Done = std::function<void(Result<Candidates>)>;
    RetrievalJob(HttpClient& http, const QUrl& base, const QString& email, std::chrono::seconds patience,
                 const Acquirer::JobPace& pace, Done done, QObject* parent)
        : QObject(parent), m_http(http), m_base(base), m_email(email), m_end(patience), m_patience(patience),
          m_pace(pace), m_pause(pace.first), m_done(std::move(done))
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &RetrievalJob::look);
    }

    void submit(const Paper& paper)
    {
        m_title = paper.title;
        m_http.send(jobRequest(paper, m_base, m_email, m_patience), this, [this](const Result<HttpReply>& reply) {
            if (!reply || !reply->ok())
                return end(std::unexpected(reply ? httpFailure(reply->status, m_base.host()) : reply.error()));
            m_id = QJsonDocument::fromJson(reply->body)["job_id"_L1].toVariant().toString();
            if (m_id.isEmpty())
                return end(std::unexpected(badAnswer(m_base.host(), u"no job_id"_s)));
            m_timer.start(m_pause);
        });
    }

private:
    QUrl jobUrl(const QString& rest = {}) const { return addressUnder(m_base, "/jobs/"_L1 + m_id + rest); }

    void look()
    {
        if (m_end.hasExpired())
            return end(std::unexpected(serviceFailure(m_base.host(), u"TIMEOUT"_s, {})));
        m_pause = std::min(m_pause * 2, m_pace.longest);
        HttpRequest request = lookUpRequest(jobUrl(), m_email);
        request.retry.attempts = 1; // the next look is the next try
        m_http.send(request, this, [this](const Result<HttpReply>& reply) { seen(reply); });
    }

    void seen(const Result<HttpReply>& reply)
    {
        const QJsonObject job = reply && reply->ok() ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
        const QString status = job.value("status"_L1).toString();
        if (reply && reply->status == 404) // forgotten: it will never end
            return end(std::unexpected(httpFailure(404, m_base.host())));
        if (status.isEmpty() && ++m_failures >= mostPollFailures)
            return end(std::unexpected(reply ? badAnswer(m_base.host(), u"status"_s) : reply.error()));
        if (!status.isEmpty())
            m_failures = 0;
        if (status == "completed"_L1)
            end(Candidates{{jobUrl(u"/file"_s), {}, {}, m_title}});
        else if (status == "failed"_L1)
            failed(job);
        else
            m_timer.start(m_pause);
    }

    void failed(const QJsonObject& job)
    {
        const QString code = job.value("error_code"_L1).toString();
        if (code == "NOT_FOUND"_L1)
            end(Candidates());
        else
            end(std::unexpected(serviceFailure(m_base.host(), code, job.value("error"_L1).toString())));
    }

    void end(const Result<Candidates>& result)
    {
        deleteLater();
        if (const Done done = std::exchange(m_done, nullptr))
            done(result);
    }

    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
    const QDeadlineTimer m_end;
    const std::chrono::seconds m_patience;
    const Acquirer::JobPace m_pace;
    std::chrono::milliseconds m_pause;
    Done m_done;
    QString m_id, m_title;
    QTimer m_timer;
    int m_failures = 0;
};

class RetrievalService : public SourceResolver
{
public:
    explicit RetrievalService(const SourceSetup& setup)
        : m_http(setup.http), m_base(setup.settings.text(u"acquire.retrieval.url"_s)),
          m_email(setup.settings.text(u"acquire.email"_s)),
          m_patience(setup.settings.integer(u"acquire.retrieval.seconds"_s)), m_pace(setup.jobs)
    {}

    QString displayName() const override { return QCoreApplication::translate("acquire", "Retrieval service"); }
    QUrl service() const override { return m_base; }
    bool isLastResort() const override { return true; }
    bool knows(const Paper& paper) const override { return !(paper.ids.doi.isEmpty() && paper.title.isEmpty()); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        (new RetrievalJob(m_http, m_base, m_email, m_patience, m_pace, std::move(done), context))->submit(paper);
    }

    void probe(QObject* context, std::function<void(Result<QString>)> done) override
    {
        probePage(m_http, addressUnder(m_base, u"/health"_s), m_email, context, std::move(done));
    }

private:
    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
    const std::chrono::seconds m_patience;
    const Acquirer::JobPace m_pace;
};

} // namespace

std::unique_ptr<SourceResolver> makeRetrievalService(const SourceSetup& setup)
{
    return std::make_unique<RetrievalService>(setup);
}

} // namespace sheaf
