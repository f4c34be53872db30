// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

using namespace Qt::StringLiterals;

/** The DOI's own page: where it leads, the publisher may name an open PDF. */
namespace sheaf {

namespace {

class DoiRedirect : public SourceResolver
{
public:
    explicit DoiRedirect(const SourceSetup& setup)
        : m_http(setup.http), m_base(setup.settings.text(u"acquire.doi.url"_s)),
          m_email(setup.settings.text(u"acquire.email"_s))
    {}

    QString displayName() const override { return m_base.host(); }
    QUrl home() const override { return m_base; }
    bool knows(const Paper& paper) const override { return !paper.ids.doi.isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        Candidate page{addressUnder(m_base, u'/' + paper.ids.doi)};
        page.isPage = true;
        answerLater<Candidates>(context, std::move(done), Candidates{page});
    }

    void probe(QObject* context, std::function<void(Result<QString>)> done) override
    {
        probePage(m_http, addressUnder(m_base, u"/10.1000/182"_s), m_email, context, std::move(done)); // the handbook
    }

private:
    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
};

} // namespace

std::unique_ptr<SourceResolver> makeDoiRedirect(const SourceSetup& setup)
{
    return std::make_unique<DoiRedirect>(setup);
}

} // namespace sheaf
