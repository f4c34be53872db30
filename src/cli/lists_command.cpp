// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include "pipeline/import/import.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/** `sheaf-cli lists`: what would be added, as JSON; nothing is written, fetched or paid. */
namespace sheaf::cli {

namespace {

template <typename Items, typename ToJson> QJsonArray arrayOf(const Items& items, ToJson toObject)
{
    QJsonArray array;
    for (const auto& item : items)
        array.append(toObject(item));
    return array;
}

QJsonObject paperJson(const Paper& paper)
{
    return {{u"doi"_s, paper.ids.doi},
            {u"arxiv"_s, paper.ids.arxiv},
            {u"pmid"_s, paper.ids.pmid},
            {u"title"_s, paper.title},
            {u"authors"_s, arrayOf(paper.authors, [](const Author& author) { return QJsonValue(author.display()); })},
            {u"year"_s, paper.year > 0 ? QJsonValue(paper.year) : QJsonValue()},
            {u"venue"_s, paper.venue},
            {u"type"_s, paper.type},
            {u"urls"_s, QJsonArray::fromStringList(paper.urls)},
            {u"files"_s, QJsonArray::fromStringList(paper.files)},
            {u"source"_s, paper.sourceFile},
            {u"line"_s, paper.sourceLine}};
}

QJsonObject sourceJson(const ImportSource& source)
{
    QJsonObject object{{u"name"_s, source.name},
                       {u"format"_s, source.format},
                       {u"encoding"_s, source.encoding},
                       {u"papers"_s, source.papers},
                       {u"warnings"_s, source.warnings}};
    if (source.failure)
        object.insert(u"failure"_s,
                      QJsonObject{{u"code"_s, source.failure->code}, {u"message"_s, source.failure->message}});
    return object;
}

QJsonObject planJson(const ImportPlan& plan)
{
    return {{u"papers"_s, arrayOf(plan.papers, paperJson)},
            {u"sources"_s, arrayOf(plan.sources, sourceJson)},
            {u"duplicates"_s, arrayOf(plan.duplicates,
                                      [](const ImportDuplicate& duplicate) {
                                          return QJsonObject{{u"of"_s, duplicate.first},
                                                             {u"reason"_s, duplicate.reason},
                                                             {u"paper"_s, paperJson(duplicate.second)}};
                                      })},
            {u"warnings"_s, arrayOf(plan.warnings,
                                    [](const ImportWarning& warning) {
                                        return QJsonObject{{u"file"_s, warning.file},
                                                           {u"line"_s, warning.line},
                                                           {u"message"_s, warning.message},
                                                           {u"remedy"_s, warning.remedy}};
                                    })},
            {u"filled"_s, arrayOf(plan.fills,
                                  [&plan](const ImportFill& fill) {
                                      const Paper& paper = plan.papers.at(fill.paper);
                                      QJsonObject object{{u"paper"_s, fill.paper}, {u"source"_s, fill.source}};
                                      if (fill.doi)
                                          object.insert(u"doi"_s, paper.ids.doi);
                                      if (fill.title)
                                          object.insert(u"title"_s, paper.title);
                                      if (fill.year)
                                          object.insert(u"year"_s, paper.year);
                                      return object;
                                  })},
            {u"understood"_s, plan.understood},
            {u"with_doi"_s, plan.withDoi}};
}

} // namespace

int lists(const QStringList& given)
{
    Arguments arguments(u"lists LIST… [--complete] [--set KEY=VALUE]…"_s,
                        QCoreApplication::translate("cli", "Shows what is understood of lists."));
    arguments.parser().addOption(
        {u"complete"_s,
         QCoreApplication::translate("cli", "Asks Crossref and OpenAlex for missing DOIs, titles and years and for "
                                            "retractions, with the contact address acquire.email.")});
    arguments.addSet();
    if (!arguments.parse(given))
        return arguments.exitStatus();
    if (arguments.positional().isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "A list is needed."));
    const bool completes = arguments.has(u"complete"_s);
    if (completes && !arguments.settings().text(u"acquire.email"_s).contains('@'_L1))
        return arguments.refuse(QCoreApplication::translate("cli", "--complete needs --set acquire.email=ADDRESS."));
    const ImportPlan plan =
        importNow(arguments.positional(), {}, ZoteroAccess::from(arguments.settings(), secretFromEnvironment),
                  completes ? std::optional(CompletionWish{arguments.settings()}) : std::nullopt);
    sayBytes(QJsonDocument(planJson(plan)).toJson());
    const bool failed = std::ranges::any_of(plan.sources, [](const ImportSource& s) { return s.failure.has_value(); });
    return failed ? SomeFailed : AllDone;
}

} // namespace sheaf::cli
