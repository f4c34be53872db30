// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/catalogue_query.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/** OpenAlex: GET /works with filter=doi:a|b or title.search. */
namespace sheaf {

namespace {

QVector<CatalogueWork> worksIn(const QJsonObject& answer)
{
    QVector<CatalogueWork> works;
    for (const QJsonValue& value : answer["results"_L1].toArray()) {
        const QJsonObject work = value.toObject();
        CatalogueWork known;
        known.doi = doiFrom(work["doi"_L1].toString()).value_or(QString());
        known.title = work["title"_L1].toString(work["display_name"_L1].toString()).simplified();
        for (const QJsonValue& author : work["authorships"_L1].toArray())
            known.authors.append(authorFromName(author["author"_L1]["display_name"_L1].toString()));
        if (const int year = work["publication_year"_L1].toInt(); year > 0)
            known.years.append(year);
        known.venue = work["primary_location"_L1]["source"_L1]["display_name"_L1].toString();
        known.type = work["type"_L1].toString();
        if (work["is_retracted"_L1].toBool())
            known.notice = u"retraction"_s;
        if (!known.doi.isEmpty())
            works.append(known);
    }
    return works;
}

/** Signs that part its filters; words are enough for a search. */
QString searchable(const QString& title)
{
    return foldForMatching(title).left(300);
}

class OpenAlex : public Catalogue
{
public:
    OpenAlex(HttpClient& http, const Settings& settings, const SecretSource& secrets)
        : m_query(http, settings, u"acquire.openalex.url"_s, u"OpenAlex"_s), m_key(secrets(SecretName::OpenAlexKey))
    {}

    QString displayName() const override { return u"OpenAlex"_s; }

    void byDois(const QStringList& dois, QObject* context, Done done) override
    {
        ask(u"doi:"_s + dois.join('|'_L1), dois.size(), context, std::move(done));
    }

    void byTitle(const Paper& paper, QObject* context, Done done) override
    {
        ask(u"title.search:"_s + searchable(paper.title), 5, context, std::move(done));
    }

private:
    void ask(const QString& filter, qsizetype most, QObject* context, Done done) const
    {
        QVector<QPair<QString, QString>> fields{{u"filter"_s, filter}, {u"per-page"_s, QString::number(most)}};
        if (!m_key.isEmpty())
            fields.append(qMakePair(u"api_key"_s, QString::fromUtf8(m_key.reveal())));
        m_query.ask(u"/works"_s, fields, context, worksIn, std::move(done));
    }

    const CatalogueQuery m_query;
    const Secret m_key;
};

} // namespace

std::unique_ptr<Catalogue> makeOpenAlexCatalogue(HttpClient& http, const Settings& settings,
                                                 const SecretSource& secrets)
{
    return std::make_unique<OpenAlex>(http, settings, secrets);
}

} // namespace sheaf
