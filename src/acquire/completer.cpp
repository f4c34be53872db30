// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/completer.h"

#include "acquire/same_work.h"
#include "core/log.h"
#include "net/http_client.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostOut = 4; ///< questions at once; the hosts' own limits are below

/** DOIs of arXiv are DataCite's: Crossref has none of them. */
bool isArxivs(const QString& doi)
{
    return doi.startsWith("10.48550/"_L1);
}

} // namespace

QString noticeSentence(const Completion& known)
{
    if (known.notice.isEmpty())
        return {};
    const bool isConcern = known.notice == "expression_of_concern"_L1;
    const QString what = isConcern ? QCoreApplication::translate("import", "An expression of concern was published")
                         : known.notice == "partial_retraction"_L1
                             ? QCoreApplication::translate("import", "The paper was retracted in part")
                             : QCoreApplication::translate("import", "The paper was retracted");
    return known.noticeDoi.isEmpty() ? u"%1 (%2)"_s.arg(what, known.source)
                                     : u"%1: https://doi.org/%2"_s.arg(what, known.noticeDoi);
}

Completer::Completer(const Settings& settings, const SecretSource& secrets, QObject* parent)
    : QObject(parent), m_http(std::make_unique<HttpClient>()), m_catalogues(makeCatalogues(*m_http, settings, secrets))
{}

Completer::~Completer() = default;

bool Completer::isAllowed(const Settings& settings)
{
    return settings.flag(u"acquire.metadata"_s) && !settings.text(u"acquire.email"_s).isEmpty();
}

void Completer::start(const QVector<Paper>& papers)
{
    m_papers = papers;
    Question group;
    for (int i = 0; i < papers.size(); ++i) {
        const Paper& paper = papers[i];
        if (!paper.ids.doi.isEmpty()) {
            if (isArxivs(paper.ids.doi) && !lacksSomething(paper))
                continue;
            group.papers.append(i);
            if (group.papers.size() == Catalogue::mostAtOnce)
                m_waiting.push_back(std::exchange(group, {}));
        } else if (!paper.title.isEmpty() && !paper.authors.isEmpty()) {
            m_waiting.push_back({.papers = {i}, .byTitle = true});
        }
    }
    if (!group.papers.isEmpty())
        m_waiting.push_back(group);
    QMetaObject::invokeMethod(this, &Completer::pump, Qt::QueuedConnection);
}

bool Completer::lacksSomething(const Paper& paper)
{
    return paper.ids.doi.isEmpty() || paper.title.isEmpty() || paper.year == 0;
}

void Completer::pump()
{
    while (m_out < mostOut && !m_waiting.empty()) {
        Question next = std::move(m_waiting.front());
        m_waiting.pop_front();
        while (m_silent.contains(next.catalogue))
            ++next.catalogue;
        if (next.catalogue < m_catalogues.size())
            ask(next);
    }
    if (m_out == 0 && m_waiting.empty() && !std::exchange(m_isFinished, true))
        Q_EMIT finished();
}

void Completer::ask(const Question& question)
{
    ++m_out;
    const auto done = [this, question](const Result<QVector<CatalogueWork>>& works) {
        --m_out;
        answer(question, works);
        pump();
    };
    Catalogue& catalogue = *m_catalogues[question.catalogue];
    if (question.byTitle)
        return catalogue.byTitle(m_papers[question.papers.first()], this, done);
    QStringList dois;
    for (const int paper : question.papers)
        dois.append(m_papers[paper].ids.doi);
    dois.removeDuplicates();
    catalogue.byDois(dois, this, done);
}

void Completer::answer(const Question& question, const Result<QVector<CatalogueWork>>& works)
{
    if (!works) {
        qCDebug(logAcquire) << m_catalogues[question.catalogue]->displayName() << works.error().code
                            << works.error().detail;
        m_silent.insert(question.catalogue);
        // Nobody there means no network, as a rule: then the next is not waited for either.
        if (works.error().code.startsWith("net."_L1))
            for (size_t i = 0; i < m_catalogues.size(); ++i)
                m_silent.insert(i);
        return passOn(question, question.papers);
    }
    const QString source = m_catalogues[question.catalogue]->displayName();
    QVector<int> unknown;
    for (const int paper : question.papers) {
        const CatalogueWork* found = nullptr;
        if (question.byTitle) {
            found = onlySameWork(m_papers[paper], *works);
        } else {
            const auto same = std::ranges::find(*works, m_papers[paper].ids.doi, &CatalogueWork::doi);
            found = same == works->end() ? nullptr : &*same;
        }
        if (found)
            take(paper, *found, source);
        else if (lacksSomething(m_papers[paper]))
            unknown.append(paper);
    }
    passOn(question, unknown);
}

/** The next catalogue may know them. */
void Completer::passOn(const Question& question, const QVector<int>& unknown)
{
    if (!unknown.isEmpty())
        m_waiting.push_back({unknown, question.catalogue + 1, question.byTitle});
}

void Completer::take(int paper, const CatalogueWork& work, const QString& source)
{
    const Paper& listed = m_papers[paper];
    // The DOI may be the list's slip: what is another work says nothing about this one.
    if (!listed.title.isEmpty() && titleSimilarity(listed.title, work.title) < 0.6)
        return;
    Completion completion{
        .source = source, .sameWork = work.sameWork, .notice = work.notice, .noticeDoi = work.noticeDoi};
    if (listed.ids.doi.isEmpty())
        completion.doi = work.doi;
    if (listed.title.isEmpty())
        completion.title = work.subtitle.isEmpty() ? work.title : work.title + u": "_s + work.subtitle;
    if (listed.year == 0)
        completion.year = work.years.value(0);
    if (!completion.isEmpty())
        Q_EMIT completed(paper, completion);
}

} // namespace sheaf
