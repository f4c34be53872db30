// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/notes/footnotes.h"

#include "layout/blocks/classify.h"
#include "layout/notes/footnote_marks.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Small print right below a table, or below its other notes, that begins with a mark or says that it is a note. */
bool isTableNote(const LineContext& context, const QVector<Group>& groups, qsizetype i)
{
    const Group& group = groups[i];
    if (!group.isText() || (group.kind != BlockKind::Paragraph && group.kind != BlockKind::Footnote))
        return false;
    static const QRegularExpression word(u"^(notes?|sources?|abbreviations?)\\s*[.:—]"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const std::optional<NoteStart> start = noteStart(context.pageOf(group.first()), group.first());
    if (!(start && !start->listLike) && !word.match(context.text(group.first())).hasMatch())
        return false;
    qsizetype above = i - 1;
    while (above > 0 && groups[above].kind == BlockKind::Footnote)
        --above;
    if (above < 0 || groups[above].table < 0 || groups[above].page != group.page)
        return false;
    const double bottom = above == i - 1 ? groups[above].box.bottom() : groups[i - 1].last().bottom;
    const double gap = group.first().top - bottom;
    return gap > -group.first().size && gap < 2 * group.first().size &&
           group.first().size < context.style.bodySize + 0.1F;
}

class NoteFinder
{
public:
    NoteFinder(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        QVector<Group> all;
        for (qsizetype begin = 0; begin < m_groups.size();) {
            const qsizetype end = columnEnd(begin);
            const qsizetype foot = footBegin(begin, end);
            for (qsizetype i = begin; i < foot; ++i)
                all << m_groups[i];
            all += notesOf(foot, end);
            begin = end;
        }
        m_groups = std::move(all);
        markTableNotes();
    }

private:
    qsizetype columnEnd(qsizetype begin) const
    {
        qsizetype end = begin + 1;
        while (end < m_groups.size() && m_groups[end].page == m_groups[begin].page &&
               m_groups[end].column == m_groups[begin].column)
            ++end;
        return end;
    }

    bool isSmall(const Group& group) const { return group.first().size < m_context.style.bodySize - 0.5F; }

    /** The short rule that parts notes from text. */
    bool isUnderRule(const Group& group) const
    {
        const Line& line = group.first();
        const float column = line.right - line.left;
        return std::ranges::any_of(m_context.pageOf(line).horizontals, [&](const Stroke& rule) {
            return rule.at < line.top + 0.1F * line.size && rule.at > line.top - 1.3F * line.size &&
                   std::abs(rule.from - line.left) < 1.5F * line.size && rule.length() > 20 &&
                   rule.length() < 0.62F * std::max(column, 150.F);
        });
    }

    /** Where the small print begins that ends a column; `end` where there is none. */
    qsizetype footBegin(qsizetype begin, qsizetype end) const
    {
        qsizetype foot = end;
        for (qsizetype i = end - 1; i >= begin; --i) {
            const Group& group = m_groups[i];
            if (!group.isText() || group.kind != BlockKind::Paragraph ||
                group.first().middle() < 0.3 * m_context.pageOf(group.first()).height())
                break;
            if (group.lines.size() == 1 && isSectionName(m_context.text(group)))
                return end; // a section in small print, such as the bibliography
            if (group.lines.size() == 1 && group.first().font != m_context.style.bodyFont && !isSmall(group))
                break; // a heading: the rule above it is a table's
            const bool underRule = isUnderRule(group);
            if (!isSmall(group) && !underRule &&
                !std::ranges::any_of(std::span(&m_groups[begin], size_t(i - begin)),
                                     [&](const Group& g) { return g.isText() && isUnderRule(g); }))
                break;
            foot = i;
            if (underRule)
                break;
        }
        return foot;
    }

    QVector<Group> notesOf(qsizetype foot, qsizetype end)
    {
        QVector<Group> notes;
        if (foot == end)
            return notes;
        const bool ruled = isUnderRule(m_groups[foot]);
        m_marks = calledOn(m_groups[foot].page);
        bool open = false;
        for (qsizetype i = foot; i < end; ++i) {
            bool first = true;
            for (const Line& line : std::as_const(m_groups[i].lines)) {
                const std::optional<NoteStart> start = startOf(line, ruled, open ? notes.last().marker : QString());
                if (start) {
                    notes << noteFrom(m_groups[i], line, *start);
                    open = true;
                } else if (open || !first) {
                    notes.last().lines << line;
                } else {
                    notes << m_groups[i];
                    notes.last().lines = {line};
                }
                first = false;
            }
        }
        if (ruled && notes.first().kind != BlockKind::Footnote && notes.first().page - m_unfinished <= 1)
            notes.first().kind = BlockKind::Footnote;
        const bool ends = notes.last().kind != BlockKind::Footnote || endsSentence(notes.last());
        m_unfinished = ends ? never : notes.last().page;
        return notes;
    }

    /** What a mark at a line's begin is worth: raised or a symbol it is one, as a number only if the text calls it. */
    std::optional<NoteStart> startOf(const Line& line, bool ruled, const QString& before) const
    {
        const std::optional<NoteStart> start = noteStart(m_context.pageOf(line), line);
        if (!start || (!start->listLike && (start->raised || start->mark[0].isPunct())))
            return start;
        if (!start->listLike)
            return start;
        const bool next = before.toInt() > 0 && start->mark.toInt() == before.toInt() + 1;
        const bool called = m_marks.contains(start->mark);
        return called && (ruled || before.isEmpty() || next) ? start : std::nullopt;
    }

    Group noteFrom(const Group& group, const Line& line, const NoteStart& start) const
    {
        Group note = group;
        note.kind = BlockKind::Footnote;
        note.lines = {line};
        note.marker = start.mark;
        return note;
    }

    bool endsSentence(const Group& note) const
    {
        const QString text = m_context.text(note.last()).trimmed();
        return text.endsWith(u'.') || text.endsWith(u'”') || text.endsWith(u')');
    }

    /** All marks that the page's text shows. */
    QSet<QString> calledOn(int page) const
    {
        QSet<QString> marks;
        for (const Group& group : std::as_const(m_groups)) {
            if (group.page != page)
                continue;
            for (const Line& line : group.lines) {
                for (const NoteCall& call : noteCalls(m_context, m_context.pageOf(line), line)) {
                    if (call.word != line.words.first() && !call.doubtful)
                        marks += QSet<QString>(call.marks.begin(), call.marks.end());
                }
            }
        }
        return marks;
    }

    void markTableNotes()
    {
        for (qsizetype i = 1; i < m_groups.size(); ++i) {
            if (isTableNote(m_context, m_groups, i))
                m_groups[i].kind = BlockKind::Footnote;
        }
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
    QSet<QString> m_marks; ///< called on the page at hand
    static constexpr int never = -9;
    int m_unfinished = never; ///< page whose last note goes on in the next column or on the next page
};

/** Where a mark of the text stands. */
struct Caller
{
    int group = -1, page = 0;
    bool inFrontMatter = false; ///< among the authors' names and places
    NoteCall call;
};

class NoteBinder
{
public:
    NoteBinder(const LineContext& context, const QVector<PageFlow>& flows, QVector<PageContent>& pages,
               QVector<Group>& groups)
        : m_context(context), m_flows(flows), m_pages(pages), m_groups(groups)
    {}

    void run()
    {
        joinContinuations();
        collectCallers();
        takeFrontMatter();
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].kind == BlockKind::Footnote)
                bind(i);
        }
        writeMarks();
    }

private:
    static bool isFrontMatter(BlockKind kind) { return kind == BlockKind::Authors || kind == BlockKind::Affiliation; }

    /** What was found to go on from another column or page. */
    void joinContinuations()
    {
        qsizetype last = -1;
        QVector<qsizetype> gone;
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            if (group.kind != BlockKind::Footnote)
                continue;
            if (group.marker.isEmpty() && last >= 0 && !isTableNote(m_context, m_groups, i)) {
                m_groups[last].lines += group.lines;
                gone << i;
            } else {
                last = i;
            }
        }
        for (qsizetype i = gone.size() - 1; i >= 0; --i)
            m_groups.remove(gone[i]);
    }

    void collectCallers()
    {
        for (int i = 0; i < m_groups.size(); ++i) {
            const Group& group = m_groups[i];
            const BlockKind kind = group.kind;
            if (kind == BlockKind::Furniture || kind == BlockKind::Footnote || kind == BlockKind::Formula ||
                kind == BlockKind::Code)
                continue;
            for (const Line& line : group.lines)
                collect(i, line.page, line);
            if (group.table < 0)
                continue;
            for (const GridCell& cell : m_flows[group.page].tables[group.table].cells) {
                for (const Fragment& line : cell.lines)
                    collect(i, group.page, line);
            }
        }
    }

    void collect(int group, int page, const Fragment& line)
    {
        for (const NoteCall& call : noteCalls(m_context, m_pages[page].text, line))
            m_callers << Caller{group, page, isFrontMatter(m_groups[group].kind), call};
    }

    /** Notes to the authors' names stand behind the names. */
    void takeFrontMatter()
    {
        qsizetype behind = 0;
        for (qsizetype i = 0; i < m_groups.size() && m_groups[i].page == 0; ++i) {
            if (m_groups[i].kind == BlockKind::Title || isFrontMatter(m_groups[i].kind))
                behind = i + 1;
        }
        for (qsizetype i = 0; i < m_groups.size() && m_groups[i].page == 0; ++i) {
            if (m_groups[i].kind != BlockKind::Footnote || !isFrontMatter(m_groups[i]))
                continue;
            m_groups[i].kind = BlockKind::Affiliation;
            if (behind > 0 && behind < i)
                m_groups.move(i, behind++);
        }
        m_callers.clear();
        collectCallers();
    }

    void bind(qsizetype index)
    {
        Group& note = m_groups[index];
        const bool ofTable = isTableNote(m_context, m_groups, index);
        if (ofTable) {
            note.relates = tableAbove(index);
        } else if (const Caller* caller = callerOf(note)) {
            note.relates = caller->group;
            if (m_groups[caller->group].table >= 0)
                return; // stays below its table
            note.label = labelFor(note);
            m_labels[caller->page][caller->call.word].insert(note.marker, note.label);
            skipMark(note);
        }
    }

    int tableAbove(qsizetype index) const
    {
        while (m_groups[index].table < 0)
            --index;
        return int(index);
    }

    /** The first sure one of the page's text, else of the names, else a doubtful one; or of the page before, whose
     * foot may have had no room for the note. */
    const Caller* callerOf(const Group& note) const
    {
        const Caller* best = nullptr;
        const auto rank = [&](const Caller& c) {
            return (c.page == note.page ? 0 : 4) + (c.call.doubtful ? 2 : 0) + (c.inFrontMatter ? 1 : 0);
        };
        for (const Caller& caller : m_callers) {
            const bool fits = (caller.page == note.page || caller.page == note.page - 1) &&
                              caller.call.marks.contains(note.marker) &&
                              !m_labels.value(caller.page).value(caller.call.word).contains(note.marker);
            if (fits && rank(caller) < 6 && (!best || rank(caller) < rank(*best)))
                best = &caller;
        }
        return best;
    }

    /** Notes to names, and addresses that nothing calls. */
    bool isFrontMatter(const Group& note) const
    {
        if (m_pages.first().text.number != 1)
            return false;
        if (const Caller* caller = callerOf(note))
            return caller->inFrontMatter;
        static const QRegularExpression address(
            u"correspond(ing|ence)|e-?mail|@|universit|department|institut|equal(ly)? contribut|contributed equally|present address|orcid"_s,
            QRegularExpression::CaseInsensitiveOption);
        return address.match(m_context.text(note)).hasMatch();
    }

    /** The mark, unless an earlier note has it: then with its page. Ranges of a volume do not know each other's. */
    QString labelFor(const Group& note)
    {
        const bool own = m_pages.first().text.number == 1 && !m_used.contains(note.marker);
        m_used << note.marker;
        return own ? note.marker : note.marker + u'-' + QString::number(m_pages[note.page].text.number);
    }

    void skipMark(Group& note)
    {
        PageText& page = m_pages[note.page].text;
        const std::optional<NoteStart> start = noteStart(page, note.first());
        if (!start)
            return;
        note.markerWords = start->words;
        if (start->cut > 0) {
            const int word = note.first().words.first();
            page.noteMarks[word] = page.textOf(page.words[word]).mid(start->cut).toString();
        }
    }

    void writeMarks()
    {
        for (const Caller& caller : std::as_const(m_callers)) {
            const QHash<QString, QString> labels = m_labels.value(caller.page).value(caller.call.word);
            if (labels.isEmpty())
                continue;
            QString text = caller.call.before;
            for (const QString& mark : caller.call.marks)
                text += labels.contains(mark) ? "[^"_L1 + labels[mark] + u']' : scriptText(mark, Script::Super);
            m_pages[caller.page].text.noteMarks[caller.call.word] = text;
        }
    }

    const LineContext& m_context;
    const QVector<PageFlow>& m_flows;
    QVector<PageContent>& m_pages;
    QVector<Group>& m_groups;
    QVector<Caller> m_callers;                                ///< in reading order
    QHash<int, QHash<int, QHash<QString, QString>>> m_labels; ///< by page, word and mark
    QSet<QString> m_used;
};

} // namespace

void findFootnotes(const LineContext& context, QVector<Group>& groups)
{
    NoteFinder(context, groups).run();
}

void bindFootnotes(const LineContext& context, const QVector<PageFlow>& flows, QVector<PageContent>& pages,
                   QVector<Group>& groups)
{
    NoteBinder(context, flows, pages, groups).run();
}

} // namespace sheaf::layout
