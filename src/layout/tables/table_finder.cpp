// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_finder.h"

#include "layout/figures/captions.h"
#include "layout/tables/heads_above.h"
#include "layout/tables/lattices.h"
#include "layout/tables/rules.h"
#include "layout/tables/table_grid.h"

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr float shortestRule = 40;
constexpr float sameEnd = 7; ///< points by which the ends of a table's rules may differ

class TableFinder
{
public:
    TableFinder(const PageContent& page, const DocumentStyle& style) : m_page(page), m_style(style)
    {
        m_lattices = findLattices(page, style);
        for (Table& table : m_lattices)
            addHeadAbove(page, table);
        m_verticals = wholeRules(page.text.verticals);
        m_rules = wholeRules(page.text.horizontals);
        m_rules.removeIf([&](const Stroke& rule) { return belongsToLattice(rule); });
    }

    QVector<Table> run()
    {
        QVector<bool> used(m_rules.size(), false);
        for (qsizetype i = 0; i < m_rules.size(); ++i) {
            if (used[i] || m_rules[i].length() < shortestRule)
                continue;
            for (const TableRegion& region : regionsFrom(i, used)) {
                if (std::optional<Table> table = buildTable(m_page, region, m_style))
                    m_tables << *table;
            }
        }
        dropColumnPieces();
        dropFrames();
        return m_lattices + m_tables;
    }

private:
    bool belongsToLattice(const Stroke& rule) const
    {
        return std::ranges::any_of(m_lattices, [&](const Table& table) {
            return table.box.contains(QPointF((rule.from + rule.to) / 2, rule.at));
        });
    }

    /** A box around tables is no table. */
    void dropFrames()
    {
        m_tables.removeIf([&](const Table& table) {
            return std::ranges::any_of(m_lattices + m_tables, [&](const Table& other) {
                return other.box != table.box && table.box.contains(other.box.center()) &&
                       table.box.height() > other.box.height();
            });
        });
    }

    /** Rules under each column of one table are no tables of their own: narrow, side by side, equally high. */
    void dropColumnPieces()
    {
        const auto isPiece = [&](const Table& table) {
            return table.box.width() < 0.25 * m_page.text.width() &&
                   std::ranges::any_of(m_tables, [&](const Table& other) {
                       const double shared = std::min(table.box.bottom(), other.box.bottom()) -
                                             std::max(table.box.top(), other.box.top());
                       return &other != &table && other.box.width() < 0.25 * m_page.text.width() &&
                              shared > 0.7 * std::max(table.box.height(), other.box.height());
                   });
        };
        QVector<Table> whole;
        for (const Table& table : std::as_const(m_tables)) {
            if (!isPiece(table))
                whole << table;
        }
        m_tables = std::move(whole);
    }

    /** The rules as long as this one and below it, cut where what stands between two of them is no table. */
    QVector<TableRegion> regionsFrom(qsizetype first, QVector<bool>& used) const
    {
        const Stroke& top = m_rules[first];
        QVector<Stroke> full{top};
        used[first] = true;
        for (qsizetype j = first + 1; j < m_rules.size(); ++j) {
            const Stroke& rule = m_rules[j];
            if (std::abs(rule.from - top.from) < sameEnd && std::abs(rule.to - top.to) < sameEnd && !used[j]) {
                used[j] = true;
                full << rule;
            }
        }
        // Where verticals frame some of the rows, white without them parts two tables.
        bool framed = false;
        for (qsizetype k = 1; k < full.size(); ++k)
            framed = framed || (!isDouble(full[k - 1], full[k]) && isFramed(full[k - 1], full[k]));
        QVector<TableRegion> regions;
        QVector<Stroke> run{full.first()};
        const auto close = [&] {
            if (run.size() >= 2)
                regions << regionOf(run);
        };
        for (qsizetype k = 1; k < full.size(); ++k) {
            if (!holdsTable(full[k - 1], full[k]) || (framed && !isFramed(full[k - 1], full[k]))) {
                close();
                run.clear();
            }
            run << full[k];
        }
        close();
        return regions;
    }

    static bool isDouble(const Stroke& above, const Stroke& below) { return below.at - above.at < 3; }

    bool isFramed(const Stroke& above, const Stroke& below) const
    {
        if (isDouble(above, below))
            return true;
        return std::ranges::any_of(m_verticals, [&](const Stroke& rule) {
            return rule.at > above.from - sameEnd && rule.at < above.to + sameEnd && rule.from < above.at + 3 &&
                   rule.to > below.at - 3;
        });
    }

    TableRegion regionOf(const QVector<Stroke>& full) const
    {
        TableRegion region;
        const Stroke& first = full.first();
        const float top = holdsRows(first, full.last()) ? topOfHeadAbove(m_page, first) : first.at;
        region.box = QRectF(QPointF(first.from - 3, top - 0.5), QPointF(first.to + 3, full.last().at + 0.5));
        for (const Stroke& rule : m_rules) {
            if (rule.at >= first.at - 1 && rule.at <= full.last().at + 1 && rule.from > first.from - sameEnd &&
                rule.to < first.to + sameEnd)
                region.rules << rule;
        }
        for (const Stroke& rule : m_verticals) {
            if (rule.at > first.from - 3 && rule.at < first.to + 3 && rule.from < full.last().at && rule.to > first.at)
                region.verticals << rule;
        }
        return region;
    }

    /** More than one line stands between them: not the levels of one table's head. */
    bool holdsRows(const Stroke& top, const Stroke& bottom) const
    {
        float first = 1e9F, last = -1e9F;
        for (const Fragment& fragment : m_page.fragments) {
            if (fragment.middle() < top.at || fragment.middle() > bottom.at || fragment.x1 < top.from ||
                fragment.x0 > top.to)
                continue;
            first = std::min(first, fragment.baseline);
            last = std::max(last, fragment.baseline);
        }
        return last - first > 0.8F * m_style.bodySize;
    }

    /** Between two rules stand cells, not running text, no caption, nothing that goes beyond the rules' ends. */
    bool holdsTable(const Stroke& above, const Stroke& below) const
    {
        int wide = 0, all = 0;
        for (const Fragment& fragment : m_page.fragments) {
            const float y = fragment.middle();
            if (y < above.at || y > below.at || fragment.x1 < above.from || fragment.x0 > above.to)
                continue;
            if (fragment.x0 < above.from - 12 || fragment.x1 > above.to + 12)
                return false;
            const QString text = plainText(m_page.text, fragment.words);
            if (beginsCaption(text) == CaptionOf::Table || text.startsWith("Algorithm "_L1) ||
                text.startsWith("Listing "_L1))
                return false;
            ++all;
            wide += fragment.width() > 0.75F * above.length() && fragment.words.size() > 7 &&
                    fragment.size > m_style.bodySize - 1.3F;
        }
        return (wide < 2 || wide * 3 < all) && !holdsDrawing(above, below);
    }

    /** Bars or curves as high as lines: an axis of a chart may be as long as a table's rules by chance. */
    bool holdsDrawing(const Stroke& above, const Stroke& below) const
    {
        return std::ranges::count_if(m_page.text.shapes, [&](const QRectF& shape) {
                   return shape.height() > 1.5 * m_style.bodySize && shape.top() > above.at &&
                          shape.bottom() < below.at + 2 && shape.center().x() > above.from &&
                          shape.center().x() < above.to;
               }) >= 2;
    }

    const PageContent& m_page;
    const DocumentStyle& m_style;
    QVector<Stroke> m_rules, m_verticals;
    QVector<Table> m_lattices;
    QVector<Table> m_tables;
};

} // namespace

QVector<Table> findTables(const PageContent& page, const DocumentStyle& style)
{
    return TableFinder(page, style).run();
}

} // namespace sheaf::layout
