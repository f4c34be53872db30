// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** An institution's link resolver, asked by OpenURL 1.0 (ANSI/NISO Z39.88-2004, key/encoded values): it leads to the
 * text that the institution has licensed, at once or through a menu. */
namespace sheaf {

namespace {

void addItem(QUrlQuery& query, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QUrl openUrl(QUrl base, const Paper& paper)
{
    QUrlQuery query(base);
    addItem(query, u"url_ver"_s, u"Z39.88-2004"_s);
    addItem(query, u"rft_val_fmt"_s, u"info:ofi/fmt:kev:mtx:journal"_s);
    addItem(query, u"rfr_id"_s, u"info:sid/sheaf"_s);
    addItem(query, u"rft.genre"_s, u"article"_s);
    addItem(query, u"rft.atitle"_s, paper.title);
    addItem(query, u"rft.jtitle"_s, paper.venue);
    addItem(query, u"rft.date"_s, paper.year > 0 ? QString::number(paper.year) : QString());
    addItem(query, u"rft.volume"_s, paper.volume);
    addItem(query, u"rft.issue"_s, paper.issue);
    addItem(query, u"rft.pages"_s, paper.pages);
    addItem(query, u"rft.aulast"_s, paper.authors.value(0).family);
    addItem(query, u"rft.aufirst"_s, paper.authors.value(0).given);
    addItem(query, u"rft_id"_s, paper.ids.doi.isEmpty() ? QString() : "info:doi/"_L1 + paper.ids.doi);
    addItem(query, u"rft_id"_s, paper.ids.pmid.isEmpty() ? QString() : "info:pmid/"_L1 + paper.ids.pmid);
    base.setQuery(query);
    return base;
}

class LinkResolver : public SourceResolver
{
public:
    explicit LinkResolver(const SourceSetup& setup)
        : m_http(setup.http), m_base(setup.settings.text(u"acquire.resolver.url"_s)),
          m_email(setup.settings.text(u"acquire.email"_s))
    {}

    QString displayName() const override { return QCoreApplication::translate("acquire", "Link resolver"); }
    QUrl home() const override { return m_base; }
    bool readsMenus() const override { return true; }
    bool knows(const Paper& paper) const override
    {
        return !(paper.ids.doi.isEmpty() && paper.ids.pmid.isEmpty() && paper.title.isEmpty());
    }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        Candidate page{openUrl(m_base, paper)};
        page.isPage = true;
        answerLater<Candidates>(context, std::move(done), Candidates{page});
    }

    void probe(QObject* context, std::function<void(Result<QString>)> done) override
    {
        Paper paper;
        paper.ids.doi = u"10.1371/journal.pmed.0020124"_s;
        probePage(m_http, openUrl(m_base, paper), m_email, context, std::move(done));
    }

private:
    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email;
};

} // namespace

std::unique_ptr<SourceResolver> makeLinkResolver(const SourceSetup& setup)
{
    return std::make_unique<LinkResolver>(setup);
}

} // namespace sheaf
