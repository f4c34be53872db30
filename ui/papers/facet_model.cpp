// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/facet_model.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A section shows its largest values; the rest is reached by the filter. */
constexpr int mostValues = 12;

QString valueLabel(const QString& column, const QString& value)
{
    if (column != "language"_L1)
        return value;
    if (value == "und"_L1)
        return FacetModel::tr("unknown");
    const QLocale locale(value);
    return locale.language() == QLocale::C ? value : QLocale::languageToString(locale.language());
}

} // namespace

FacetModel::FacetModel(QObject* parent) : QAbstractListModel(parent)
{
    m_lines = lines({});
}

QVector<FacetModel::Line> FacetModel::lines(const Facets& facets)
{
    QVector<Line> lines;
    const auto add = [&](Facet::Group group, bool always) {
        const int count = facets.count(group);
        if (always || count > 0)
            lines.append({Choice, facetGroupName(group), {group, {}, {}}, count});
    };
    add(Facet::All, true);
    add(Facet::Waiting, true);
    add(Facet::Running, true);
    add(Facet::Done, true);
    add(Facet::NeedsAttention, true);
    add(Facet::Failed, false);
    add(Facet::Held, false);
    add(Facet::Cancelled, false);
    add(Facet::Duplicates, true);
    add(Facet::Differ, false);
    add(Facet::SecondMissing, false);
    add(Facet::AbstractOnly, false);
    for (const Facets::Section& section : facets.sections()) {
        lines.append({Heading, section.title, {}, 0});
        for (const auto& [value, count] : section.values.mid(0, mostValues))
            lines.append({Choice, valueLabel(section.column, value), {Facet::Value, section.column, value}, count});
    }
    if (facets.count(Facet::All) == 0)
        lines.append({Note, tr("Study designs, languages and years appear here as papers are read."), {}, 0});
    return lines;
}

void FacetModel::set(const Facets& facets)
{
    QVector<Line> next = lines(facets);
    const bool sameShape = next.size() == m_lines.size() &&
                           std::equal(next.cbegin(), next.cend(), m_lines.cbegin(), [](const Line& a, const Line& b) {
                               return a.kind == b.kind && a.facet == b.facet && a.text == b.text;
                           });
    if (!sameShape) {
        beginResetModel();
        m_lines = std::move(next);
        endResetModel();
        return;
    }
    for (int i = 0; i < next.size(); ++i) {
        if (m_lines.at(i).count == next.at(i).count)
            continue;
        m_lines[i].count = next.at(i).count;
        Q_EMIT dataChanged(index(i), index(i));
    }
}

int FacetModel::rowOf(const Facet& facet) const
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).kind == Choice && m_lines.at(i).facet == facet)
            return i;
    }
    return -1;
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return line.kind == Choice ? u"%1, %2"_s.arg(line.text, tr("%n papers", nullptr, line.count)) : line.text;
    case KindRole:
        return line.kind;
    case CountRole:
        return line.count;
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_lines.at(index.row()).kind != Choice)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace sheaf
