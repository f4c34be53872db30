// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/facets.h"

#include "ui/papers/row_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct FacetWords
{
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

const QString languageKey = u"language"_s;
const QString decadeKey = u"decade"_s;

bool readersDiffer(const PaperRow& row)
{
    for (auto it = row.second.cbegin(); it != row.second.cend(); ++it)
        if (!it->agree && !row.decisions.contains(it.key()))
            return true;
    return false;
}

} // namespace

Facet::Group facetGroup(State state)
{
    switch (state) {
    case State::Waiting:
        return Facet::Waiting;
    case State::Done:
        return Facet::Done;
    case State::Failed:
        return Facet::Failed;
    case State::Skipped:
        return Facet::Duplicates;
    case State::Cancelled:
        return Facet::Cancelled;
    case State::Paused:
        return Facet::Held;
    case State::NeedsAttention:
        return Facet::NeedsAttention;
    case State::Acquiring:
    case State::QueuedForConversion:
    case State::Converting:
    case State::QueuedForReading:
    case State::Reading:
    case State::Writing:
        break;
    }
    return Facet::Running;
}

QString facetValue(const PaperRow& row, const QString& column)
{
    if (column == languageKey)
        return row.language.isEmpty() ? u"und"_s : row.language; // BCP 47 for a language that is not known
    if (column == decadeKey)
        return row.year ? u"%1–%2"_s.arg(row.year / 10 * 10).arg(row.year / 10 * 10 + 9) : QString();
    return row.values.value(column);
}

QString facetGroupName(Facet::Group group)
{
    switch (group) {
    case Facet::All:
        return FacetWords::tr("All");
    case Facet::Waiting:
        return FacetWords::tr("Waiting");
    case Facet::Running:
        return FacetWords::tr("Running");
    case Facet::Done:
        return FacetWords::tr("Done");
    case Facet::NeedsAttention:
        return FacetWords::tr("Needs attention");
    case Facet::Failed:
        return FacetWords::tr("Failed");
    case Facet::Held:
        return FacetWords::tr("Paused");
    case Facet::Cancelled:
        return FacetWords::tr("Cancelled");
    case Facet::Duplicates:
        return FacetWords::tr("Duplicates");
    case Facet::Differ:
        return FacetWords::tr("Readers differ");
    case Facet::SecondMissing:
        return FacetWords::tr("Second reading missing");
    case Facet::AbstractOnly:
        return FacetWords::tr("Abstract only");
    case Facet::Value:
        break;
    }
    return {};
}

bool Facet::matches(const PaperRow& row) const
{
    switch (group) {
    case All:
        return row.state != State::Skipped;
    case Differ:
        return readersDiffer(row);
    case SecondMissing:
        return lacksSecondReading(row);
    case AbstractOnly:
        return row.state != State::Skipped && row.isAbstractOnly();
    case Value:
        return row.state != State::Skipped && facetValue(row, column) == value;
    default:
        return facetGroup(row.state) == group;
    }
}

void Facets::setColumns(const QVector<Column>& columns)
{
    m_columns.clear();
    for (const Column& column : columns) {
        if (column.type == ColumnType::OneOf)
            m_columns.append(column);
    }
}

void Facets::recount(const QVector<PaperRow>& rows)
{
    m_groups.clear();
    m_values.clear();
    for (const PaperRow& row : rows)
        add(row, 1);
}

void Facets::replace(const PaperRow* before, const PaperRow* after)
{
    if (before)
        add(*before, -1);
    if (after)
        add(*after, 1);
}

void Facets::add(const PaperRow& row, int sign)
{
    m_groups[facetGroup(row.state)] += sign;
    if (row.state == State::Skipped)
        return;
    m_groups[Facet::All] += sign;
    m_groups[Facet::Differ] += readersDiffer(row) ? sign : 0;
    m_groups[Facet::AbstractOnly] += row.isAbstractOnly() ? sign : 0;
    m_groups[Facet::SecondMissing] += lacksSecondReading(row) ? sign : 0;
    const auto addValue = [&](const QString& column) {
        const QString value = facetValue(row, column);
        if (!value.isEmpty())
            m_values[column][value] += sign;
    };
    for (const Column& column : m_columns)
        addValue(column.id);
    addValue(languageKey);
    addValue(decadeKey);
}

QVector<Facets::Section> Facets::sections() const
{
    QVector<Section> sections;
    for (const Column& column : m_columns)
        sections.append({column.id, column.name, {}});
    sections.append({languageKey, FacetWords::tr("Language"), {}});
    sections.append({decadeKey, FacetWords::tr("Years"), {}});
    for (Section& section : sections) {
        const QHash<QString, int> values = m_values.value(section.column);
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (it.value() > 0)
                section.values.append({it.key(), it.value()});
        }
        const bool byValue = section.column == decadeKey;
        std::sort(section.values.begin(), section.values.end(), [byValue](const auto& a, const auto& b) {
            return !byValue && a.second != b.second ? a.second > b.second : a.first < b.first;
        });
    }
    sections.removeIf([](const Section& section) {
        const bool catalogue = section.column == languageKey || section.column == decadeKey;
        return section.values.size() < (catalogue ? 2 : 1);
    });
    return sections;
}

} // namespace sheaf
