// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/**
 * bioRxiv and medRxiv: GET {base}/details/{server}/{doi} tells the versions, the last of which is fetched from the
 * server's own site. The two share one kind of DOI: what bioRxiv does not know is asked of medRxiv.
 */
namespace sheaf {

namespace {

/** Cold Spring Harbor's journals have the same prefix, but words behind it. */
bool isPreprintDoi(const QString& doi)
{
    static const QRegularExpression pattern(uR"(^10\.(?:1101|64898)/(?:\d{6,}|\d{4}\.\d{2}\.\d{2}\.\d+)$)"_s);
    return pattern.match(doi).hasMatch();
}

class PreprintServer : public JsonSource
{
public:
    PreprintServer(const SourceSetup& setup, QString name, std::unique_ptr<PreprintServer> sibling)
        : JsonSource(setup, u"acquire.biorxiv.url"_s), m_name(std::move(name)), m_sibling(std::move(sibling))
    {}

    QString displayName() const override { return u"bioRxiv, medRxiv"_s; }
    bool knows(const Paper& paper) const override { return isPreprintDoi(paper.ids.doi); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        JsonSource::find(paper, context,
                         [this, paper, context, done = std::move(done)](const Result<Candidates>& found) {
                             if (m_sibling && found && found->isEmpty())
                                 m_sibling->find(paper, context, done);
                             else
                                 done(found);
                         });
    }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        return addressUnder(base(), "/details/"_L1 + m_name.toLower() + u'/' + paper.ids.doi);
    }

    Candidates placesIn(const QJsonObject& answer, const Paper& paper) const override
    {
        const QJsonArray versions = answer.value("collection"_L1).toArray();
        const QJsonObject last = versions.isEmpty() ? QJsonObject() : versions.last().toObject();
        const QString number = last.value("version"_L1).toVariant().toString();
        if (last.value("doi"_L1).toString().compare(paper.ids.doi, Qt::CaseInsensitive) != 0 || number.isEmpty())
            return {};
        QUrl site(last.value("jatsxml"_L1).toString()); // lies on the server's own site
        if (site.host().isEmpty())
            site = QUrl(u"https://www.%1.org"_s.arg(m_name.toLower()));
        site.setPath(u"/content/%1v%2.full.pdf"_s.arg(paper.ids.doi, number));
        site.setQuery(QString());
        Candidates found;
        appendPlace(found, {site, u"submittedVersion"_s, last.value("license"_L1).toString(),
                            last.value("title"_L1).toString()});
        return found;
    }

    /** "Opportunities and obstacles for deep learning in biology and medicine". */
    Paper samplePaper() const override
    {
        Paper paper;
        paper.ids.doi = u"10.1101/142760"_s;
        return paper;
    }

private:
    const QString m_name; ///< "bioRxiv"
    const std::unique_ptr<PreprintServer> m_sibling;
};

} // namespace

std::unique_ptr<SourceResolver> makeBiorxiv(const SourceSetup& setup)
{
    return std::make_unique<PreprintServer>(setup, u"bioRxiv"_s,
                                            std::make_unique<PreprintServer>(setup, u"medRxiv"_s, nullptr));
}

} // namespace sheaf
