// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/filled_fields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr std::array fields{"doi"_L1,   "arxiv"_L1,   "pmid"_L1, "pmcid"_L1,
                            "title"_L1, "authors"_L1, "year"_L1, "venue"_L1};

/** The paper's text in this field, where it is one; else null. */
QString* textIn(Paper& paper, QStringView field)
{
    if (field == "doi"_L1)
        return &paper.ids.doi;
    if (field == "arxiv"_L1)
        return &paper.ids.arxiv;
    if (field == "pmid"_L1)
        return &paper.ids.pmid;
    if (field == "pmcid"_L1)
        return &paper.ids.pmcid;
    if (field == "title"_L1)
        return &paper.title;
    return field == "venue"_L1 ? &paper.venue : nullptr;
}

} // namespace

QString fieldText(const Paper& paper, const QString& field)
{
    if (field == "authors"_L1)
        return shortAuthors(paper.authors);
    if (field == "year"_L1)
        return paper.year ? QString::number(paper.year) : QString();
    Paper copy = paper;
    const QString* text = textIn(copy, field);
    return text ? *text : QString();
}

void clearField(Paper& paper, const QString& field)
{
    if (field == "authors"_L1)
        paper.authors.clear();
    else if (field == "year"_L1)
        paper.year = 0;
    else if (QString* text = textIn(paper, field))
        text->clear();
}

QString fieldLabel(const QString& field)
{
    if (field == "doi"_L1)
        return QCoreApplication::translate("import", "DOI");
    if (field == "arxiv"_L1)
        return QCoreApplication::translate("import", "arXiv number");
    if (field == "pmid"_L1 || field == "pmcid"_L1)
        return QCoreApplication::translate("import", "PubMed number");
    if (field == "title"_L1)
        return QCoreApplication::translate("import", "title");
    if (field == "authors"_L1)
        return QCoreApplication::translate("import", "authors");
    return field == "year"_L1 ? QCoreApplication::translate("import", "year")
                              : QCoreApplication::translate("import", "journal");
}

QVector<FilledField> filledFields(const ImportFill& fill)
{
    QVector<FilledField> filled;
    for (const auto& [field, isFilled] :
         {std::pair{"doi"_L1, fill.doi}, {"title"_L1, fill.title}, {"year"_L1, fill.year}})
        if (isFilled)
            filled.append({field, fill.source});
    return filled;
}

QVector<FilledField> filledIn(const Paper& before, const QVector<FilledField>& earlier, Paper& after)
{
    QVector<FilledField> filled;
    for (const QLatin1StringView field : fields) {
        if (!fieldText(before, field).isEmpty() || fieldText(after, field).isEmpty())
            continue;
        const auto known = std::ranges::find(earlier, field, &FilledField::field);
        if (known != earlier.cend() && known->undone)
            clearField(after, field);
        else
            filled.append({field, {}});
    }
    return filled;
}

} // namespace sheaf
