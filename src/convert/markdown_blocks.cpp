// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/markdown_blocks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Line
{
    int begin = 0, end = 0; ///< without the line feed
    QStringView text;       ///< trimmed
    int indent = 0;
};

QVector<Line> linesOf(QStringView markdown)
{
    QVector<Line> lines;
    for (qsizetype begin = 0; begin < markdown.size();) {
        qsizetype end = markdown.indexOf(u'\n', begin);
        end = end < 0 ? markdown.size() : end;
        const QStringView line = markdown.sliced(begin, end - begin);
        const auto text = std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); });
        lines.append({int(begin), int(end), line.trimmed(), int(text - line.begin())});
        begin = end + 1;
    }
    return lines;
}

bool consistsOf(QStringView text, QStringView characters)
{
    return std::ranges::all_of(text, [&](QChar c) { return characters.contains(c); });
}

int headingLevel(QStringView line)
{
    const auto marks = std::ranges::find_if_not(line, [](QChar c) { return c == u'#'; }) - line.begin();
    const bool isHeading = marks >= 1 && marks <= 6 && (marks == line.size() || line[marks].isSpace());
    return isHeading ? int(marks) : 0;
}

/** 1 or 2 of the line under a heading, else 0. */
int underlineLevel(QStringView line)
{
    if (line.size() < 3)
        return 0;
    return consistsOf(line, u"=") ? 1 : consistsOf(line, u"-") ? 2 : 0;
}

bool isThematicBreak(QStringView line)
{
    return line.size() >= 3 && u"-*_"_s.contains(line[0]) && consistsOf(line, QString(line[0]) + u' ');
}

bool isFence(QStringView line)
{
    return line.startsWith(u"```") || line.startsWith(u"~~~");
}

bool isListItem(QStringView line)
{
    if (line.size() >= 2 && u"-+*"_s.contains(line[0]) && line[1].isSpace())
        return true;
    const auto digits = std::ranges::find_if_not(line, [](QChar c) { return c.isDigit(); }) - line.begin();
    return digits >= 1 && digits <= 9 && digits + 1 < line.size() && (line[digits] == u'.' || line[digits] == u')') &&
           line[digits + 1].isSpace();
}

bool isTableRule(QStringView line)
{
    return line.contains(u'-') && line.contains(u'|') && consistsOf(line, u"|-: ");
}

bool isCaption(QStringView line)
{
    static const QRegularExpression start(
        u"^[*_]*(Fig(ure|\\.)?|Table|Tab\\.|Abbildung|Abb\\.|Tabelle|Scheme|Algorithm)\\s*[A-Z]?\\d+(\\.\\d+)?[*_]*\\s*[.:|]"_s,
        QRegularExpression::CaseInsensitiveOption);
    return start.match(line.left(80).toString()).hasMatch();
}

bool opensReferences(QStringView heading)
{
    static const QRegularExpression name(
        u"^[#\\s\\d.*_]*(references|bibliography|literature( cited)?|works cited|literatur(verzeichnis)?)[\\s*_:]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(heading.left(80).toString()).hasMatch();
}

class BlockParser
{
public:
    explicit BlockParser(QStringView markdown) : m_lines(linesOf(markdown)) {}

    QVector<ConvertedBlock> run()
    {
        skipFrontMatter();
        while (m_next < m_lines.size()) {
            if (m_lines[m_next].text.isEmpty() || isBreakHere())
                ++m_next;
            else
                takeBlock();
        }
        return std::move(m_blocks);
    }

private:
    QStringView text(qsizetype i) const { return i < m_lines.size() ? m_lines[i].text : QStringView(); }
    bool isBreakHere() const { return isThematicBreak(text(m_next)); }

    void skipFrontMatter()
    {
        if (text(0) != u"---")
            return;
        for (qsizetype i = 1; i < m_lines.size(); ++i) {
            if (text(i) == u"---" || text(i) == u"...") {
                m_next = i + 1;
                return;
            }
        }
    }

    void takeBlock()
    {
        const QStringView line = text(m_next);
        if (const int level = headingLevel(line))
            addHeading(level, 1);
        else if (isFence(line))
            add(BlockKind::Code, 0, throughLine([mark = line.first(3)](QStringView t) { return t.startsWith(mark); }));
        else if (line.startsWith(u"$$"))
            add(BlockKind::Formula, 0, formulaLines());
        else if (line.startsWith(u"<table"))
            add(BlockKind::Table, 0, htmlTableLines());
        else if (line.contains(u'|') && isTableRule(text(m_next + 1)))
            add(BlockKind::Table, 0, linesWhile([](QStringView t) { return t.contains(u'|'); }));
        else if (isListItem(line))
            add(referenceOr(BlockKind::ListItem), m_lines[m_next].indent / 2, itemLines());
        else if (line.startsWith(u"[^") && line.contains(u"]:"))
            add(BlockKind::Footnote, 0, paragraphLines());
        else if (line.startsWith(u"![") && line.endsWith(u')'))
            add(BlockKind::Figure, 0, 1);
        else
            takeParagraph();
    }

    void takeParagraph()
    {
        const QStringView first = text(m_next);
        const int level = underlineLevel(text(m_next + 1));
        if (level)
            return addHeading(level, 2);
        add(isCaption(first) ? BlockKind::Caption : referenceOr(BlockKind::Paragraph), 0, paragraphLines());
    }

    void addHeading(int level, qsizetype lines)
    {
        const bool isTitle = level == 1 && !m_hasHeading;
        m_hasHeading = true;
        m_inReferences = opensReferences(text(m_next));
        add(isTitle ? BlockKind::Title : BlockKind::Heading, level, lines);
    }

    BlockKind referenceOr(BlockKind kind) const { return m_inReferences ? BlockKind::Reference : kind; }

    void add(BlockKind kind, int level, qsizetype lines)
    {
        ConvertedBlock block;
        block.kind = kind;
        block.level = level;
        block.begin = m_lines[m_next].begin;
        block.end = m_lines[m_next + lines - 1].end;
        m_blocks.append(block);
        m_next += lines;
    }

    /** Up to and with the next line that ends it, or to the end of the text. */
    qsizetype throughLine(const std::function<bool(QStringView)>& ends) const
    {
        for (qsizetype i = m_next + 1; i < m_lines.size(); ++i) {
            if (ends(text(i)))
                return i - m_next + 1;
        }
        return m_lines.size() - m_next;
    }

    qsizetype linesWhile(const std::function<bool(QStringView)>& belongs) const
    {
        qsizetype i = m_next + 1;
        while (i < m_lines.size() && belongs(text(i)))
            ++i;
        return i - m_next;
    }

    qsizetype formulaLines() const
    {
        const QStringView line = text(m_next);
        const bool endsHere = line.size() > 3 && line.endsWith(u"$$");
        return endsHere ? 1 : throughLine([](QStringView t) { return t.endsWith(u"$$"); });
    }

    qsizetype htmlTableLines() const
    {
        const bool endsHere = text(m_next).contains(u"</table>");
        return endsHere ? 1 : throughLine([](QStringView t) { return t.contains(u"</table>"); });
    }

    qsizetype itemLines() const
    {
        return linesWhile([this](QStringView t) { return !isListItem(t) && goesOn(t); });
    }

    qsizetype paragraphLines() const
    {
        return linesWhile([this](QStringView t) { return goesOn(t); });
    }

    static bool goesOn(QStringView t)
    {
        return !t.isEmpty() && !headingLevel(t) && !isFence(t) && !t.startsWith(u"$$") && !t.startsWith(u"<table");
    }

    const QVector<Line> m_lines;
    QVector<ConvertedBlock> m_blocks;
    qsizetype m_next = 0;
    bool m_hasHeading = false;
    bool m_inReferences = false;
};

QString withoutMarks(QString text)
{
    static const QRegularExpression marks(u"^#+\\s*|\\s*#+$|[*_`]{1,3}|\\n[=-]+$"_s);
    return text.remove(marks).simplified();
}

} // namespace

QVector<ConvertedBlock> markdownBlocks(QStringView markdown)
{
    return BlockParser(markdown).run();
}

QString markdownTitle(QStringView markdown, const QVector<ConvertedBlock>& blocks)
{
    static const QRegularExpression frontMatter(u"\\A---\\n(?:.*\\n)*?title:\\s*[\"']?(.+?)[\"']?\\s*\\n"_s);
    const qsizetype textBegin = blocks.isEmpty() ? markdown.size() : blocks.constFirst().begin;
    if (const auto match = frontMatter.match(markdown.first(textBegin).toString()); match.hasMatch())
        return match.captured(1);
    const auto heading = std::ranges::find_if(blocks, [](const ConvertedBlock& block) {
        return block.kind == BlockKind::Title || block.kind == BlockKind::Heading;
    });
    if (heading == blocks.end())
        return {};
    return withoutMarks(markdown.sliced(heading->begin, heading->end - heading->begin).toString());
}

} // namespace sheaf
