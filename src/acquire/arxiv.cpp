// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

using namespace Qt::StringLiterals;

/** arXiv: an id is enough, nothing has to be asked. Its etiquette (one connection, three seconds) is in courtesy.cpp.
 */
namespace sheaf {

QString arxivIdOf(const Paper& paper)
{
    if (!paper.ids.arxiv.isEmpty())
        return paper.ids.arxiv;
    const bool isArxivDoi = paper.ids.doi.startsWith("10.48550/"_L1);
    return isArxivDoi ? arxivFrom(paper.ids.doi).value_or(QString()) : QString();
}

Candidate arxivCandidate(const QUrl& base, const QString& id)
{
    return {addressUnder(base, "/pdf/"_L1 + id), u"submittedVersion"_s};
}

namespace {

class Arxiv : public SourceResolver
{
public:
    explicit Arxiv(const SourceSetup& setup)
        : m_http(setup.http), m_base(setup.settings.text(u"acquire.arxiv.url"_s)),
          m_email(setup.settings.text(u"acquire.email"_s))
    {}

    QString displayName() const override { return u"arXiv"_s; }
    QUrl home() const override { return m_base; }
    bool knows(const Paper& paper) const override { return !arxivIdOf(paper).isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        answerLater<Candidates>(context, std::move(done), Candidates{arxivCandidate(m_base, arxivIdOf(paper))});
    }

    void probe(QObject* context, std::function<void(Result<QString>)> done) override
    {
        probePage(m_http, addressUnder(m_base, u"/abs/1706.03762"_s), m_email, context, std::move(done));
    }

private:
    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
};

} // namespace

std::unique_ptr<SourceResolver> makeArxiv(const SourceSetup& setup)
{
    return std::make_unique<Arxiv>(setup);
}

} // namespace sheaf
