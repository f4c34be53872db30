// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** Semantic Scholar: GET {base}/graph/v1/paper/DOI:{doi}?fields=title,openAccessPdf,externalIds; the key is optional.
 */
namespace sheaf {

namespace {

class SemanticScholar : public JsonSource
{
public:
    explicit SemanticScholar(const SourceSetup& setup)
        : JsonSource(setup, u"acquire.semanticscholar.url"_s), m_key(setup.secrets(SecretName::SemanticScholarKey)),
          m_arxiv(setup.settings.text(u"acquire.arxiv.url"_s))
    {}

    QString displayName() const override { return u"Semantic Scholar"_s; }
    bool knows(const Paper& paper) const override { return !idOf(paper).isEmpty(); }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        QUrl url = addressUnder(base(), "/graph/v1/paper/"_L1 + idOf(paper));
        QUrlQuery query;
        query.addQueryItem(u"fields"_s, u"title,openAccessPdf,externalIds"_s);
        url.setQuery(query);
        return url;
    }

    QVector<HttpHeader> headers() const override
    {
        return m_key.isEmpty() ? QVector<HttpHeader>() : QVector<HttpHeader>{{"x-api-key", m_key.reveal(), true}};
    }

    Candidates placesIn(const QJsonObject& answer, const Paper&) const override
    {
        const QJsonObject pdf = answer.value("openAccessPdf"_L1).toObject();
        const QString status = pdf.value("status"_L1).toString();
        const bool isPublished = status == "GOLD"_L1 || status == "HYBRID"_L1 || status == "BRONZE"_L1;
        const QString title = answer.value("title"_L1).toString();
        const QUrl url(pdf.value("url"_L1).toString());
        const QString arxiv = answer["externalIds"_L1]["ArXiv"_L1].toString();
        Candidates found;
        // What is called a PDF there is often a page.
        appendPlace(found, {url, isPublished ? u"publishedVersion"_s : QString(), pdf.value("license"_L1).toString(),
                            title, !leadsToPdf(url)});
        if (!arxiv.isEmpty())
            appendPlace(found, arxivCandidate(m_arxiv, arxiv));
        return found;
    }

private:
    static QString idOf(const Paper& paper)
    {
        if (!paper.ids.doi.isEmpty())
            return "DOI:"_L1 + paper.ids.doi;
        if (!paper.ids.arxiv.isEmpty())
            return "ARXIV:"_L1 + paper.ids.arxiv;
        return paper.ids.pmid.isEmpty() ? QString() : "PMID:"_L1 + paper.ids.pmid;
    }

    const Secret m_key;
    const QUrl m_arxiv;
};

} // namespace

std::unique_ptr<SourceResolver> makeSemanticScholar(const SourceSetup& setup)
{
    return std::make_unique<SemanticScholar>(setup);
}

} // namespace sheaf
