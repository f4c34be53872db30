// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquisition.h"

#include "acquire/acquire_failure.h"
#include "acquire/gzip_file.h"
#include "acquire/page_walk.h"
#include "acquire/supplement.h"
#include "core/log.h"
#include "net/http_client.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype mostPlaces = 20; // of one paper; a source that names more is not believed
constexpr int mostLinks = 2;         // a link resolver's menu, a publisher's page

bool isDiskTrouble(const Failure& failure)
{
    return failure.code == "net.disk"_L1 || failure.code == "disk.full"_L1;
}

/** Nothing is there, or it has had enough: other papers need not find out by themselves. */
bool isEveryPapers(const Failure& failure)
{
    return failure.code == "net.unreachable"_L1 || failure.code == "http.429"_L1 ||
           failure.code == "acquire.key-refused"_L1;
}

/** It was not there or talked nonsense, which may be for this paper alone. */
bool mayBeEveryPapers(const Failure& failure)
{
    return failure.retryable && failure.code != "acquire.service"_L1;
}

/** 0 = as published, or not known; more = worse. */
int versionRank(const QString& version)
{
    if (version == "acceptedVersion"_L1)
        return 1;
    return version == "submittedVersion"_L1 ? 2 : 0;
}

/** The list asks for a preprint: there is no better version of it to wait for. */
bool isPreprint(const Paper& paper)
{
    static const QRegularExpression servers(
        uR"(^10\.(?:48550|1101/\d|64898|20944/preprints|21203/rs|31234/osf|31219|26434/chemrxiv|2139/ssrn|36227))"_s);
    return paper.ids.doi.isEmpty() || servers.match(paper.ids.doi).hasMatch();
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
        SourceResolver& source = *m_tools.sources->at(m_source);
        if (source.isLastResort() && !m_lesser.isEmpty())
            break;
        ++m_source;
        if (!source.knows(m_paper))
            continue;
        if (const auto why = m_tools.courtesy.whyResting(source.home(), source.displayName())) {
            sourceFailed(source, *why);
            continue;
        }
        return source.find(m_paper, this,
                           [this, &source](const Result<Candidates>& found) { candidatesFound(source, found); });
    }
    if (m_lesser.isEmpty())
        return end(std::unexpected(verdict()));
    m_places = std::exchange(m_lesser, {});
    std::ranges::stable_sort(m_places, {}, [](const Place& p) { return versionRank(p.candidate.version); });
    nextPlace();
}

void Acquisition::candidatesFound(SourceResolver& source, const Result<Candidates>& found)
{
    if (!found)
        return unlessOffline(found.error(), [this, &source, failure = found.error()] {
            blame(source, failure, &Acquisition::nextSource);
        });
    if (!source.service().isEmpty()) {
        m_wasAnswered = true;
        if (!source.isLastResort()) // which may stand in this house
            m_tools.network.heard();
    }
    if (found->isEmpty())
        m_note(QCoreApplication::translate("acquire", "%1: no open copy").arg(source.displayName()));
    for (const Candidate& candidate : *found) {
        const bool isLesser = versionRank(candidate.version) > 0 && !isPreprint(m_paper);
        (isLesser ? m_lesser : m_places).append({candidate, &source, !candidate.isPage});
    }
    nextPlace();
}

/** Where it may be down for every paper, its test tells; then others need not find out by themselves. */
void Acquisition::blame(SourceResolver& source, const Failure& failure, void (Acquisition::*next)())
{
    const auto goOn = [this, &source, failure, next](bool isDown) {
        if (isDown)
            m_tools.courtesy.rest(source.home(), failure);
        sourceFailed(source, failure);
        (this->*next)();
    };
    if (isEveryPapers(failure) || !mayBeEveryPapers(failure) || isResting(source))
        return goOn(isEveryPapers(failure));
    source.probe(this, [goOn](const Result<QString>& there) { goOn(!there && mayBeEveryPapers(there.error())); });
}

bool Acquisition::isResting(const SourceResolver& source) const
{
    return m_tools.courtesy.whyResting(source.home(), source.displayName()).has_value();
}

void Acquisition::sourceFailed(const SourceResolver& source, const Failure& failure)
{
    m_note(source.displayName() + ": "_L1 + failure.message);
    if (failure.code == "acquire.needs-email"_L1)
        m_failures.append(failure);
    else
        m_silent.append({source.displayName(), failure, failure.retryable && isResting(source)});
}

/** Ends here where it is not one host that failed but the network: then no other source would fare better, nor another
 * paper. */
void Acquisition::unlessOffline(const Failure& failure, std::function<void()> then)
{
    if (!mayBeTheNetwork(failure))
        return then();
    m_tools.network.ask(this, [this, failure, then = std::move(then)](bool isThere) {
        if (isThere)
            then();
        else
            end(std::unexpected(offline(failure, proxyFor(m_tools.network.witness()), m_tools.network.hasHeard())));
    });
}

void Acquisition::nextPlace()
{
    while (!m_places.isEmpty() && m_tried.size() < mostPlaces) {
        const Place place = m_places.takeFirst();
        const QString host = place.candidate.url.host();
        if (namesSupplement(place.candidate.url)) {
            reject(supplement(host), host);
        } else if (const auto why = m_tools.courtesy.whyResting(place.candidate.url, host)) {
            m_tried.insert(place.candidate.url);
            return giveUp(place, place.candidate.url, *why);
        } else if (mayVisit(place.candidate.url)) {
            return fetch(place);
        }
    }
    m_places.clear();
    nextSource();
}

bool Acquisition::mayVisit(const QUrl& url) const
{
    return !m_tried.contains(url) && !m_deadHosts.contains(url.host());
}

void Acquisition::fetch(const Place& place)
{
    m_tried.insert(place.candidate.url);
    if (!QDir().mkpath(m_tools.folder))
        return end(std::unexpected(diskFailure(m_tools.folder, m_tools.folder)));
    HttpRequest request;
    request.url = place.candidate.url;
    request.headers = {{"Accept", "application/pdf, text/html;q=0.5, */*;q=0.2"}};
    request.downloadTo = m_download;
    request.maxBytes = qint64(m_tools.settings.integer(u"acquire.megabytes"_s)) * 1'000'000;
    request.deadline = std::chrono::seconds(m_tools.settings.integer(u"acquire.deadline.seconds"_s));
    request.retry.attempts = 2; // there may be other places
    place.source->authorise(request);
    new PageWalk(
        m_tools.http, m_tools.courtesy, request, place.isOffTheRoad() ? PageWalk::Road::Open : PageWalk::Road::Invited,
        [this](const QUrl& url) { return mayVisit(url); },
        [this, place](const QUrl& where, const Result<HttpReply>& reply) { fetched(place, where, reply); }, this);
}

void Acquisition::fetched(const Place& place, const QUrl& where, const Result<HttpReply>& reply)
{
    if (!reply)
        return fetchFailed(place, where, reply.error());
    if (!place.source->isLastResort())
        m_tools.network.heard();
    if (!reply->ok()) {
        if (const PageKind kind = pageKind(reply->body); kind == PageKind::Challenge || kind == PageKind::Paywall)
            hint(kind, reply->url.host());
        return giveUp(place, where, httpFailure(reply->status, where.host()));
    }
    m_tried.insert(reply->url);
    Paper expected = m_paper;
    if (expected.title.isEmpty())
        expected.title = place.candidate.title;
    inspect(m_download, reply->url.fileName(), expected,
            [this, place, url = reply->url](const Result<Inspection>& r) { downloadInspected(place, url, r); });
}

void Acquisition::fetchFailed(const Place& place, const QUrl& where, const Failure& failure)
{
    if (isDiskTrouble(failure)) // the next candidate would fare no better
        return end(std::unexpected(diskFailure(m_tools.folder, failure.detail)));
    unlessOffline(failure, [this, place, where, failure] { giveUp(place, where, failure); });
}

/** `where` it failed, be it behind redirects: who led there is not to blame. */
void Acquisition::giveUp(const Place& place, const QUrl& where, const Failure& failure)
{
    const QString host = where.host();
    if (failure.code == "net.unreachable"_L1 || failure.code == "net.timeout"_L1)
        m_deadHosts.insert(host);
    qCDebug(logAcquire).noquote() << host << failure.code << failure.detail;
    if (failure.retryable && isSameHost(where, place.source->home()))
        return blame(*place.source, failure, &Acquisition::nextPlace);
    if (failure.code == "net.unreachable"_L1)
        m_tools.courtesy.rest(where, failure);
    if (failure.code == "acquire.robots"_L1 && m_hint.isEmpty())
        m_hint = failure.message;
    m_note(host + ": "_L1 + failure.message);
    // A 403, a 404 or a circle of redirects says that there is no open copy here: a line of the history, no more.
    if (failure.retryable && !place.isNamed) {
        m_silent.append({host, failure});
    } else if (failure.retryable || failure.code == "net.too-large"_L1) {
        m_failures.append(failure);
    }
    nextPlace();
}

void Acquisition::downloadInspected(const Place& place, const QUrl& url, const Result<Inspection>& result)
{
    const QString host = url.host();
    if (result && result->kind == FileKind::Html)
        pageFetched(place, url, result->html);
    else if (!result)
        reject(result.error(), host);
    else if (result->isStub && result->identity.status != Validation::Passed)
        reject(notAPdf(FileKind::Pdf, host), host);
    else if (result->identity.status == Validation::Failed)
        reject(wrongPaper(result->identity.reason), host);
    else if (result->isSupplement)
        reject(supplement(host), host);
    else if (result->isCutOff)
        reject(cutOff(host), host);
    else
        return accept(place, *result);
    QFile::remove(m_download);
    nextPlace();
}

/** Where the page leads is tried next; without a lead it says at least why. */
void Acquisition::pageFetched(const Place& place, const QUrl& url, const QByteArray& html)
{
    QVector<Place> leads;
    const auto lead = [&](const QUrl& to, bool isPage) {
        Candidate next = place.candidate;
        next.url = to;
        next.isPage = isPage;
        if (mayVisit(to))
            leads.append({next, place.source, place.isNamed, place.links + 1});
    };
    // What a page calls its PDF is none if it is a page again.
    const bool mayLead = place.links == 0 || (place.candidate.isPage && place.links < mostLinks);
    if (mayLead) {
        if (const QUrl pdf = citationPdfUrl(html, url); !pdf.isEmpty())
            lead(pdf, false);
        else if (place.candidate.isPage && place.source->readsMenus())
            for (const QUrl& link : fullTextLinks(html, url))
                lead(link, !leadsToPdf(link));
    }
    if (!leads.isEmpty()) {
        m_places = leads + m_places;
        return;
    }
    const PageKind kind = pageKind(html);
    if (place.isNamed)
        return reject(notAPdf(kind, url.host()), url.host());
    m_note(pageSentence(kind, url.host()));
    hint(kind, url.host());
}

void Acquisition::hint(PageKind kind, const QString& host)
{
    if (m_hint.isEmpty() && kind != PageKind::Other && kind != PageKind::Error)
        m_hint = pageSentence(kind, host);
}

void Acquisition::accept(const Place& place, const Inspection& inspection)
{
    const QString ending = inspection.kind == FileKind::Markdown ? u".md"_s : u".pdf"_s;
    const QString path = QDir(m_tools.folder).absoluteFilePath(QString::fromLatin1(inspection.sha256) + ending);
    // Replaces the same bytes where another paper has fetched them before.
    if (std::rename(QFile::encodeName(m_download).constData(), QFile::encodeName(path).constData()) != 0)
        return end(std::unexpected(diskFailure(m_tools.folder, path + ": "_L1 + qt_error_string())));
    const QString source = place.source->displayName();
    m_note(QCoreApplication::translate("acquire", "%1: fetched from %2, %3")
               .arg(source, place.candidate.url.host(), inspection.identity.reason));
    end(Acquired{path, inspection.sha256, inspection.bytes, provenanceOf(source, place.candidate), inspection.identity,
                 inspection.pages});
}

void Acquisition::reject(const Failure& failure, const QString& place)
{
    m_note(place + ": "_L1 + failure.message);
    qCDebug(logAcquire).noquote() << place << failure.code << failure.detail;
    m_failures.append(failure);
}

/** A source that is down may have the paper yet, and one that gave no answer counts as long as no other one gave any;
 * neither while a setting keeps one from being asked. Who was silent is named beside the verdict. What is wrong with
 * the user's own file is told before that nobody could be asked. */
Failure Acquisition::verdict() const
{
    const auto isBroken = [](const Failure& f) { return f.code == "pdf.broken"_L1 || f.code == "pdf.empty"_L1; };
    QStringList silent, down;
    for (const Silent& one : m_silent)
        (one.isDown ? down : silent).append(one.name);
    silent = down + silent;
    if ((!m_wasAnswered || !down.isEmpty()) && !m_paper.files.isEmpty())
        if (const auto broken = std::ranges::find_if(m_failures, isBroken); broken != m_failures.cend())
            return *broken;
    QVector<Failure> told = m_failures;
    const bool needsSetting = std::ranges::find(told, needsEmail().code, &Failure::code) != told.end();
    if (!needsSetting && !down.isEmpty())
        return noAnswer(m_hint, silent, down);
    if (!m_wasAnswered && !needsSetting)
        for (const Silent& one : m_silent)
            told.append(one.failure);
    return told.isEmpty() ? noOpenCopy(m_hint, silent) : mostTelling(told);
}

void Acquisition::inspect(const QString& path, const QString& name, const Paper& expected, Inspected inspected)
{
    const qint64 maxBytes = qint64(m_tools.settings.integer(u"acquire.megabytes"_s)) * 1'000'000;
    m_tools.pool.start([=, home = &m_tools.home, place = QPointer(this), stop = m_stop.get_token(),
                        isDownload = path == m_download, password = m_password, inspected = std::move(inspected)] {
        if (stop.stop_requested())
            return;
        const Result<void> unpacked = isDownload ? unpackGzip(path, maxBytes, stop) : Result<void>();
        auto result = unpacked ? inspectFile(path, name, expected, password, stop)
                               : Result<Inspection>(std::unexpected(unpacked.error()));
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
