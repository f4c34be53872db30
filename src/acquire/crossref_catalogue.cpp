// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/catalogue_query.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/** Crossref's REST interface: GET /works with filter=doi:… or query.bibliographic. */
namespace sheaf {

namespace {

QString textIn(const QJsonObject& work, QLatin1StringView key)
{
    return work[key].toArray().at(0).toString().simplified();
}

QVector<Author> authorsIn(const QJsonObject& work)
{
    QVector<Author> authors;
    for (const QJsonValue& value : work["author"_L1].toArray()) {
        const QJsonObject person = value.toObject();
        const QString family = person["family"_L1].toString(person["name"_L1].toString());
        if (!family.isEmpty())
            authors.append(authorFromParts(family, person["given"_L1].toString()));
    }
    return authors;
}

QVector<int> yearsIn(const QJsonObject& work)
{
    QVector<int> years;
    for (const QLatin1StringView date : {"issued"_L1, "published-print"_L1, "published-online"_L1}) {
        const int year = work[date]["date-parts"_L1][0][0].toInt();
        if (year > 0 && !years.contains(year))
            years.append(year);
    }
    return years;
}

void readNotice(const QJsonObject& work, CatalogueWork& known)
{
    static const QStringList weighty{u"retraction"_s, u"withdrawal"_s, u"removal"_s, u"partial_retraction"_s,
                                     u"expression_of_concern"_s};
    for (const QJsonValue& value : work["updated-by"_L1].toArray()) {
        const QJsonObject update = value.toObject();
        const QString type = update["type"_L1].toString();
        if (!weighty.contains(type) || known.notice == "retraction"_L1)
            continue;
        known.notice = type;
        known.noticeDoi = doiFrom(update["DOI"_L1].toString()).value_or(QString());
    }
}

/** A work that is not what a list means, though it has the title: a figure of it, its review. */
bool isPartOfAnother(const QString& type)
{
    return type == "component"_L1 || type == "peer-review"_L1 || type == "grant"_L1;
}

QVector<CatalogueWork> worksIn(const QJsonObject& answer)
{
    const QJsonObject message = answer["message"_L1].toObject();
    QVector<CatalogueWork> works;
    for (const QJsonValue& value : message["items"_L1].toArray()) {
        const QJsonObject work = value.toObject();
        CatalogueWork known;
        known.doi = doiFrom(work["DOI"_L1].toString()).value_or(QString());
        known.title = textIn(work, "title"_L1);
        known.subtitle = textIn(work, "subtitle"_L1);
        known.authors = authorsIn(work);
        known.years = yearsIn(work);
        known.venue = textIn(work, "container-title"_L1);
        known.type = work["type"_L1].toString();
        for (const QLatin1StringView relation : {"is-preprint-of"_L1, "has-preprint"_L1})
            for (const QJsonValue& other : work["relation"_L1][relation].toArray())
                if (const auto doi = doiFrom(other["id"_L1].toString()); doi && other["id-type"_L1] == "doi"_L1)
                    known.sameWork.append(*doi);
        readNotice(work, known);
        if (!known.doi.isEmpty() && !isPartOfAnother(known.type))
            works.append(known);
    }
    return works;
}

class Crossref : public Catalogue
{
public:
    Crossref(HttpClient& http, const Settings& settings)
        : m_query(http, settings, u"acquire.crossref.url"_s, u"Crossref"_s)
    {}

    QString displayName() const override { return u"Crossref"_s; }

    void byDois(const QStringList& dois, QObject* context, Done done) override
    {
        QStringList filters;
        for (const QString& doi : dois)
            if (!doi.contains(','_L1)) // it parts filters
                filters.append(u"doi:"_s + doi);
        m_query.ask(u"/works"_s, {{u"filter"_s, filters.join(','_L1)}, {u"rows"_s, QString::number(filters.size())}},
                    context, worksIn, std::move(done));
    }

    void byTitle(const Paper& paper, QObject* context, Done done) override
    {
        const QString author = paper.authors.isEmpty() ? QString() : paper.authors.first().family;
        m_query.ask(u"/works"_s,
                    {{u"query.bibliographic"_s, (paper.title + u' ' + author).left(500)}, {u"rows"_s, u"5"_s}}, context,
                    worksIn, std::move(done));
    }

private:
    const CatalogueQuery m_query;
};

} // namespace

std::unique_ptr<Catalogue> makeCrossrefCatalogue(HttpClient& http, const Settings& settings)
{
    return std::make_unique<Crossref>(http, settings);
}

} // namespace sheaf
