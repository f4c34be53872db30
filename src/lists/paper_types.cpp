// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/paper_builder.h"

#include <QHash>

using namespace Qt::StringLiterals;

/** The kinds of work as BibTeX, RIS, EndNote, Web of Science, PubMed and the catalogues name them → CSL's types. */
namespace sheaf {

namespace {

const QHash<QString, QString>& typeNames()
{
    static const QHash<QString, QString> names = [] {
        const QList<std::pair<QString, QString>> byType{
            {u"article-journal"_s,
             u"article article-journal jour ejour jfull inpr abst mgzn journal-article journalarticle journal "
             u"review review-article research-article editorial letter periodical suppperiodical electronic-article "
             u"suppl"_s},
            {u"paper-conference"_s,
             u"inproceedings conference proceedings-paper proceedings-article paper-conference cpaper conf "
             u"conference-paper conferencepaper conference-proceedings mvproceedings"_s},
            {u"book"_s, u"book mvbook proceedings ebook edbook booklet whole book-set monograph collection reference "
                        u"edited-book mvcollection mvreference"_s},
            {u"chapter"_s, u"inbook incollection chapter chap echap suppbook suppcollection inreference bookinbook "
                           u"book-section booksection book-chapter bookchapter"_s},
            {u"thesis"_s, u"thesis phdthesis mastersthesis thes dissertation mathesis"_s},
            {u"report"_s, u"techreport report rprt gov government-document standard stand"_s},
            {u"article"_s, u"unpublished unpb unpd preprint posted-content manuscript manscpt working-paper"_s},
            {u"webpage"_s, u"online electronic www webpage web-page elec blog post-weblog"_s},
            {u"patent"_s, u"patent pat"_s},
            {u"dataset"_s, u"dataset data"_s},
            {u"software"_s, u"software comp computer-program computerprogram"_s},
            {u"article-newspaper"_s, u"news newspaper-article newspaperarticle article-newspaper"_s},
            {u"article-magazine"_s, u"magazine-article magazinearticle article-magazine"_s},
        };
        QHash<QString, QString> map;
        for (const auto& [type, aliases] : byType)
            for (const QString& alias : aliases.split(' '_L1, Qt::SkipEmptyParts))
                map.insert(alias, type);
        return map;
    }();
    return names;
}

} // namespace

QString cslType(QStringView name)
{
    QString key = name.trimmed().toString().toLower();
    key.replace(' '_L1, '-'_L1).replace('_'_L1, '-'_L1);
    return typeNames().value(key);
}

} // namespace sheaf
