// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/markdown_writer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

Block block(BlockKind kind, const QString& text, int level = 0, const QString& marker = {})
{
    Block made;
    made.kind = kind;
    made.text = text;
    made.level = level;
    made.marker = marker;
    return made;
}

Block table(const QVector<TableCell>& cells, int rows, int columns)
{
    Block made = block(BlockKind::Table, {});
    made.cells = cells;
    made.rows = rows;
    made.columns = columns;
    return made;
}

QString written(const QVector<Block>& blocks)
{
    return writeMarkdown(blocks).text;
}

} // namespace

class Markdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsForm()
    {
        const QVector<Block> blocks{block(BlockKind::Title, u"T"_s, 1),
                                    block(BlockKind::Heading, u"1 Intro"_s, 2),
                                    block(BlockKind::Paragraph, u"Text."_s),
                                    block(BlockKind::ListItem, u"a"_s, 0, u"-"_s),
                                    block(BlockKind::ListItem, u"b"_s, 1, u"(iv)"_s),
                                    block(BlockKind::ListItem, u"c"_s, 0, u"3)"_s),
                                    block(BlockKind::Code, u"x = 1\n"_s),
                                    block(BlockKind::Formula, u"$$E$$"_s)};
        QCOMPARE(written(blocks),
                 u"# T\n\n## 1 Intro\n\nText.\n\n- a\n\n    - (iv) b\n\n3. c\n\n```\nx = 1\n```\n\n$$E$$\n"_s);
    }

    void furnitureAndFiguresAreNotWritten()
    {
        QCOMPARE(written({block(BlockKind::Furniture, u"Journal"_s), block(BlockKind::Figure, {}),
                          block(BlockKind::Caption, u"Figure 1: C"_s)}),
                 u"Figure 1: C\n"_s);
    }

    void aFootnoteStandsBehindTheBlockThatCallsIt()
    {
        Block note = block(BlockKind::Footnote, u"Said below."_s, 0, u"1"_s);
        note.label = u"1"_s;
        note.relates = 0;
        Block ofTable = block(BlockKind::Footnote, u"Of a table."_s, 0, u"a"_s);
        ofTable.relates = 1;
        const QVector<Block> blocks{block(BlockKind::ListItem, u"One[^1]"_s), block(BlockKind::ListItem, u"two"_s),
                                    block(BlockKind::Paragraph, u"Text."_s), note, ofTable};
        const WrittenMarkdown markdown = writeMarkdown(blocks);
        QCOMPARE(markdown.text, u"- One[^1]\n\n- two\n\n[^1]: Said below.\n\nText.\n\nOf a table.\n"_s);
        QCOMPARE(markdown.places, (QVector<int>{0, 1, 3, 2, 4}));
    }

    void aTableWithoutSpansIsAPipeTable()
    {
        const QVector<TableCell> cells{
            {u"a"_s, 0, 0, 1, 1, true, {}}, {u"b|c"_s, 0, 1, 1, 1, true, {}}, {u"1"_s, 1, 1, 1, 1, false, {}}};
        QCOMPARE(written({table(cells, 2, 2)}), u"| a | b\\|c |\n| --- | --- |\n|  | 1 |\n"_s);
    }

    void aTableWithSpansIsHtml()
    {
        const QVector<TableCell> cells{{u"a < b"_s, 0, 0, 1, 2, true, {}}, {u"x<sup>a</sup>"_s, 1, 0, 1, 1, false, {}}};
        QCOMPARE(
            written({table(cells, 2, 2)}),
            u"<table>\n<tr><th colspan=\"2\">a &lt; b</th></tr>\n<tr><td>x<sup>a</sup></td><td></td></tr>\n</table>\n"_s);
    }

    void aParagraphDoesNotTurnIntoAnotherKind()
    {
        QCOMPARE(written({block(BlockKind::Paragraph, u"# not a heading"_s)}), u"\\# not a heading\n"_s);
        QCOMPARE(written({block(BlockKind::Paragraph, u"- not an item"_s)}), u"\\- not an item\n"_s);
        QCOMPARE(written({block(BlockKind::Paragraph, u"C# and -1 and a > b"_s)}), u"C# and -1 and a > b\n"_s);
    }

    void rangesCutTheBlocksOutOfTheText()
    {
        Block first = block(BlockKind::Heading, u"H"_s, 2);
        first.regions = {{3, {1, 2, 3, 4}}};
        const WrittenMarkdown markdown =
            writeMarkdown({first, block(BlockKind::Furniture, u"F"_s), block(BlockKind::Paragraph, u"P"_s)});
        QCOMPARE(markdown.blocks.size(), 2);
        QCOMPARE(markdown.text.mid(markdown.blocks[0].begin, markdown.blocks[0].end - markdown.blocks[0].begin),
                 u"## H"_s);
        QCOMPARE(markdown.text.mid(markdown.blocks[1].begin, markdown.blocks[1].end - markdown.blocks[1].begin),
                 u"P"_s);
        QCOMPARE(markdown.blocks[0].regions, first.regions);
    }
};

QTEST_GUILESS_MAIN(Markdown)
#include "markdown.moc"
