// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/continued_tables.h"

#include "layout/figures/captions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

class TableJoiner
{
public:
    TableJoiner(const LineContext& context, const QVector<PageFlow>& flows, QVector<Group>& groups)
        : m_context(context), m_flows(flows), m_groups(groups)
    {}

    void run()
    {
        qsizetype open = -1; // the last table
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].table < 0)
                continue;
            if (open >= 0 && lastPage(open) + 1 == m_groups[i].page && goesOn(open, i)) {
                const TablePart part{m_groups[i].page, m_groups[i].table, repeatedRows(open, i)};
                m_groups[open].parts << part;
                i = drop(open, i);
            } else {
                open = i;
            }
        }
    }

private:
    int lastPage(qsizetype table) const
    {
        return m_groups[table].parts.isEmpty() ? m_groups[table].page : m_groups[table].parts.last().page;
    }

    const Table& tableOf(const Group& group) const { return m_flows[group.page].tables[group.table]; }

    /** "Continued on next page", and what a continued caption adds. */
    static bool saysContinued(const QString& text)
    {
        static const QRegularExpression words(
            u"\\b(cont(inued|inues|d|'d|’d|\\.)|fortsetzung|fortgesetzt|suite|continuaci[oó]n|continuação)(?!\\p{L})"_s,
            QRegularExpression::CaseInsensitiveOption);
        return words.match(text).hasMatch();
    }

    QString captionOf(qsizetype table) const
    {
        const int caption = m_groups[table].relates;
        return caption >= 0 && m_groups[caption].kind == BlockKind::Caption ? m_context.text(m_groups[caption])
                                                                            : QString();
    }

    static QString numberIn(const QString& caption)
    {
        static const QRegularExpression number(u"^\\p{L}+\\.? ?([A-Z]?\\d+(?:\\.\\d+)*|[IVX]+)"_s);
        return number.match(caption).captured(1);
    }

    bool goesOn(qsizetype first, qsizetype next) const
    {
        const Table &above = tableOf(m_groups[first]), &below = tableOf(m_groups[next]);
        if (above.columns != below.columns)
            return false;
        const QString caption = captionOf(next);
        if (!caption.isEmpty())
            return numberIn(caption) == numberIn(captionOf(first)) && saysContinued(caption.left(60));
        return endsItsPage(first) && startsItsPage(next) &&
               (repeatedRows(first, next) > 0 || hasSameColumns(above, below));
    }

    /** Nothing but notes, and words that it goes on, stands below the table's last part. */
    bool endsItsPage(qsizetype table) const
    {
        for (qsizetype i = table + 1; i < m_groups.size() && m_groups[i].page <= lastPage(table); ++i) {
            const Group& group = m_groups[i];
            const bool passes = group.kind == BlockKind::Footnote || group.kind == BlockKind::Furniture ||
                                group.kind == BlockKind::Caption ||
                                (group.isText() && saysContinued(m_context.text(group)) && group.lines.size() == 1);
            // A paragraph that ends on this page began above: its lines on the next page were joined to it.
            if (!passes && group.page == lastPage(table))
                return false;
        }
        return true;
    }

    bool startsItsPage(qsizetype table) const
    {
        for (const Group& group : std::as_const(m_groups)) {
            for (const Line& line : group.lines) {
                if (line.page == m_groups[table].page && line.middle() < m_groups[table].box.top() &&
                    group.kind != BlockKind::Furniture && !saysContinued(m_context.text(line)))
                    return false;
            }
        }
        return true;
    }

    QString rowText(const Group& group, int row) const
    {
        QStringList cells;
        for (const GridCell& cell : tableOf(group).cells) {
            if (cell.row != row)
                continue;
            QString text = QString::number(cell.column) + u':';
            for (const Fragment& line : cell.lines)
                text += plainText(m_context.pages[group.page].text, line.words).simplified();
            cells << text;
        }
        return cells.join(u'|');
    }

    /** Rows at the head of the next part that stand at the first part's head, too. */
    int repeatedRows(qsizetype first, qsizetype next) const
    {
        constexpr int most = 4;
        int rows = 0;
        while (rows < most && rows + 1 < tableOf(m_groups[next]).rows && !rowText(m_groups[first], rows).isEmpty() &&
               rowText(m_groups[first], rows) == rowText(m_groups[next], rows))
            ++rows;
        return rows;
    }

    /** Where each column's text begins and ends, from the table's left edge. */
    static QVector<std::pair<double, double>> columnsOf(const Table& table)
    {
        QVector<std::pair<double, double>> columns(table.columns, {1e9, -1e9});
        for (const GridCell& cell : table.cells) {
            for (const Fragment& line : cell.lines) {
                if (cell.columnSpan > 1)
                    continue;
                auto& [from, to] = columns[cell.column];
                from = std::min(from, line.x0 - table.box.left());
                to = std::max(to, line.x1 - table.box.left());
            }
        }
        return columns;
    }

    static bool hasSameColumns(const Table& above, const Table& below)
    {
        constexpr double near = 6;
        const auto first = columnsOf(above), second = columnsOf(below);
        for (qsizetype i = 0; i < first.size(); ++i) {
            const bool left = std::abs(first[i].first - second[i].first) < near;
            const bool right = std::abs(first[i].second - second[i].second) < near;
            if (!left && !right)
                return false;
        }
        return std::abs(above.box.width() - below.box.width()) < 2 * near;
    }

    /** The part's own group goes; its caption and the words between become furniture. Where the search goes on. */
    qsizetype drop(qsizetype first, qsizetype part)
    {
        const int caption = m_groups[part].relates;
        if (caption >= 0)
            m_groups[caption].kind = BlockKind::Furniture;
        for (qsizetype i = first + 1; i < part; ++i) {
            if (m_groups[i].isText() && m_groups[i].lines.size() == 1 && saysContinued(m_context.text(m_groups[i])))
                m_groups[i].kind = BlockKind::Furniture;
        }
        m_groups.remove(part);
        for (Group& group : m_groups) {
            if (group.relates == part)
                group.relates = int(first);
            else if (group.relates > part)
                --group.relates;
        }
        if (caption >= 0)
            m_groups[caption > part ? caption - 1 : caption].relates = -1;
        return part - 1;
    }

    const LineContext& m_context;
    const QVector<PageFlow>& m_flows;
    QVector<Group>& m_groups;
};

} // namespace

void joinTables(const LineContext& context, const QVector<PageFlow>& flows, QVector<Group>& groups)
{
    TableJoiner(context, flows, groups).run();
}

} // namespace sheaf::layout
