// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquisition.h"

#include "acquire/acquire_failure.h"
#include "acquire/web_page.h"
#include "core/log.h"
#include "net/http_client.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype mostPlaces = 20; // of one paper; a source that names more is not believed

bool isDiskTrouble(const Failure& failure)
{
    return failure.code == "net.disk"_L1 || failure.code == "disk.full"_L1;
}

QString provenanceOf(const QString& source, const Candidate& candidate)
{
    const QString host = candidate.url.host();
    return source + ": "_L1 + (candidate.version.isEmpty() ? host : candidate.version + ", "_L1 + host);
}

} // namespace

Acquisition::Acquisition(const AcquireTools& tools, const Paper& paper, const QString& password, Acquirer::Note note,
                         Done done)
    : QObject(&tools.home), m_tools(tools), m_paper(paper), m_password(password), m_note(std::move(note)),
      m_done(std::move(done)),
      m_download(QDir(m_tools.folder).filePath(fetchedPrefix + QUuid::createUuid().toString(QUuid::Id128))),
      m_files(paper.files)
{}

Acquisition::~Acquisition()
{
    m_stop.request_stop();
    QFile::remove(m_download);
}

void Acquisition::start()
{
    QMetaObject::invokeMethod(this, &Acquisition::nextFile, Qt::QueuedConnection);
}

void Acquisition::stop()
{
    m_done = nullptr;
    m_stop.request_stop();
}

void Acquisition::nextFile()
{
    if (m_files.isEmpty())
        return nextSource();
    const QString path = m_files.takeFirst();
    inspect(path, path, m_paper, [this, path](const Result<Inspection>& result) { fileInspected(path, result); });
}

void Acquisition::fileInspected(const QString& path, const Result<Inspection>& result)
{
    const QString name = QFileInfo(path).fileName();
    if (result && result->kind != FileKind::Html) {
        m_note(name + ": "_L1 + result->identity.reason);
        return end(Acquired{QFileInfo(path).absoluteFilePath(), result->sha256, result->bytes,
                            QCoreApplication::translate("acquire", "local file"), result->identity, result->pages});
    }
    const Failure failure = result ? notAPdf(FileKind::Html, path) : result.error();
    m_note(name + ": "_L1 + failure.message);
    if (failure.code == "pdf.encrypted"_L1 || failure.code == "pdf.password"_L1)
        return end(std::unexpected(failure)); // the user's file, and one word of the user's opens it
    m_failures.append(failure);
    nextFile();
}

void Acquisition::nextSource()
{
    while (m_source < m_tools.sources->size()) {
        SourceResolver& source = *m_tools.sources->at(m_source++);
        if (source.knows(m_paper))
            return source.find(m_paper, this,
                               [this](const Result<QVector<Candidate>>& found) { candidatesFound(found); });
    }
    end(std::unexpected(m_failures.isEmpty() ? noOpenCopy() : mostTelling(m_failures)));
}

void Acquisition::candidatesFound(const Result<QVector<Candidate>>& found)
{
    const QString source = m_tools.sources->at(m_source - 1)->displayName();
    if (!found) {
        reject(found.error(), source);
        return nextSource();
    }
    if (found->isEmpty())
        m_note(QCoreApplication::translate("acquire", "%1: no open copy").arg(source));
    m_candidates = *found;
    nextCandidate();
}

void Acquisition::nextCandidate()
{
    while (!m_candidates.isEmpty() && m_tried.size() < mostPlaces) {
        const Candidate candidate = m_candidates.takeFirst();
        if (!m_tried.contains(candidate.url) && !m_deadHosts.contains(candidate.url.host()))
            return fetch(candidate, true);
    }
    nextSource();
}

void Acquisition::fetch(const Candidate& candidate, bool mayFollowPage)
{
    m_tried.insert(candidate.url);
    if (!QDir().mkpath(m_tools.folder))
        return end(std::unexpected(diskFailure(m_tools.folder, m_tools.folder)));
    m_tools.courtesy.meet(candidate.url);
    HttpRequest request;
    request.url = candidate.url;
    request.headers = {{"Accept", "application/pdf, text/html;q=0.5, */*;q=0.2"}};
    request.downloadTo = m_download;
    request.maxBytes = qint64(m_tools.settings.integer(u"acquire.megabytes"_s)) * 1'000'000;
    request.deadline = std::chrono::seconds(m_tools.settings.integer(u"acquire.deadline.seconds"_s));
    request.retry.attempts = 2; // there may be other places
    m_tools.http.send(request, this, [this, candidate, mayFollowPage](const Result<HttpReply>& reply) {
        const QString host = candidate.url.host();
        if (!reply)
            fetchFailed(reply.error(), host);
        else if (reply->ok())
            fetched(candidate, mayFollowPage, reply->url);
        else
            fetchFailed(httpFailure(reply->status, host), host);
    });
}

void Acquisition::fetchFailed(const Failure& failure, const QString& host)
{
    if (isDiskTrouble(failure)) // the next candidate would fare no better
        return end(std::unexpected(diskFailure(m_tools.folder, failure.detail)));
    if (failure.code == "net.unreachable"_L1 || failure.code == "net.timeout"_L1)
        m_deadHosts.insert(host);
    // A 403, a 404 or a circle of redirects says that there is no open copy here: a line of the history, no more.
    if (failure.retryable || failure.code == "net.too-large"_L1)
        reject(failure, host);
    else
        m_note(host + ": "_L1 + failure.message);
    nextCandidate();
}

void Acquisition::fetched(const Candidate& candidate, bool mayFollowPage, const QUrl& url)
{
    Paper expected = m_paper;
    if (expected.title.isEmpty())
        expected.title = candidate.title;
    inspect(m_download, url.fileName(), expected,
            [=, this](const Result<Inspection>& result) { downloadInspected(candidate, mayFollowPage, url, result); });
}

void Acquisition::downloadInspected(const Candidate& candidate, bool mayFollowPage, const QUrl& url,
                                    const Result<Inspection>& result)
{
    const QString place = candidate.url.host();
    if (!result) {
        reject(result.error(), place);
    } else if (result->kind == FileKind::Html) {
        Candidate next = candidate;
        next.url = mayFollowPage ? citationPdfUrl(result->html, url) : QUrl();
        if (!next.url.isEmpty() && !m_tried.contains(next.url))
            return fetch(next, false);
        if (candidate.isPage)
            m_note(QCoreApplication::translate("acquire", "%1: the page names no PDF").arg(place));
        else
            reject(notAPdf(FileKind::Html, place), place);
    } else if (result->isStub && result->identity.status != Validation::Passed) {
        reject(notAPdf(FileKind::Pdf, place), place);
    } else if (result->identity.status == Validation::Failed) {
        reject(wrongPaper(result->identity.reason), place);
    } else {
        return accept(candidate, *result);
    }
    QFile::remove(m_download);
    nextCandidate();
}

void Acquisition::accept(const Candidate& candidate, const Inspection& inspection)
{
    const QString ending = inspection.kind == FileKind::Markdown ? u".md"_s : u".pdf"_s;
    const QString path = QDir(m_tools.folder).absoluteFilePath(QString::fromLatin1(inspection.sha256) + ending);
    // Replaces the same bytes where another paper has fetched them before.
    if (std::rename(QFile::encodeName(m_download).constData(), QFile::encodeName(path).constData()) != 0)
        return end(std::unexpected(diskFailure(m_tools.folder, path + ": "_L1 + qt_error_string())));
    const QString source = m_tools.sources->at(m_source - 1)->displayName();
    m_note(QCoreApplication::translate("acquire", "%1: fetched from %2, %3")
               .arg(source, candidate.url.host(), inspection.identity.reason));
    end(Acquired{path, inspection.sha256, inspection.bytes, provenanceOf(source, candidate), inspection.identity,
                 inspection.pages});
}

void Acquisition::reject(const Failure& failure, const QString& place)
{
    m_note(place + ": "_L1 + failure.message);
    qCDebug(logAcquire).noquote() << place << failure.code << failure.detail;
    m_failures.append(failure);
}

void Acquisition::inspect(const QString& path, const QString& name, const Paper& expected, Inspected inspected)
{
    m_tools.pool.start([=, home = &m_tools.home, place = QPointer(this), stop = m_stop.get_token(),
                        password = m_password, inspected = std::move(inspected)] {
        if (stop.stop_requested())
            return;
        auto result = inspectFile(path, name, expected, password, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            home,
            [place, inspected, result = std::move(result)] {
                if (place)
                    inspected(result);
            },
            Qt::QueuedConnection);
    });
}

void Acquisition::end(Result<Acquired> result)
{
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace sheaf
